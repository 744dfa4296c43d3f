#pragma once

// From a request to what may leave. First every text of it is found, then all are looked through, and only when nothing
// was refused is any of them replaced: a request leaves whole and checked, or not at all.

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/json.h"
#include "collega/privacy/find.h"
#include "collega/privacy/pseudonyms.h"
#include "rule_types.h"

namespace collega::gateway {

/// How every kind is treated for a purpose.
[[nodiscard]] privacy::Policy treatments_of(const Policy& policy);

/// How often each kind was replaced.
using Counts = std::array<std::size_t, privacy::kKinds>;

class Shield {
 public:
  /// `people`: of the organisation; may be none. The vault is that of the conversation, and grows.
  Shield(const Policy& policy, const privacy::KnownPeople* people, privacy::Vault vault);

  // What can carry personal data. All must stay where it is until replace() is done.

  void add_text(Json& text);
  /// JSON within a text, such as the arguments of a tool call; what is no JSON is a text.
  void add_arguments(Json& text);
  /// Every text, number and name of a member in it.
  void add_all(Json& tree);
  /// A file within the request (a data URL): one of plain text is looked through, any other is refused. Error:
  /// shield_cannot_check.
  [[nodiscard]] Result<Done> add_file(Json& data_url);

  /// Looks through all that was added. Errors: request_too_large; shield_refuses with the kinds.
  [[nodiscard]] Result<DataClass> look();
  /// Replaces it, after look(). Errors: shield_refuses.
  [[nodiscard]] Result<Done> replace(Date today);

  [[nodiscard]] const privacy::Vault& vault() const { return vault_; }
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  enum class Form { text, number, name, data };
  struct Place {
    Json* value = nullptr;  ///< the text; of a name: the object that holds it
    Form form = Form::text;
    std::string text = {};    ///< of a number, a name or a file: as it reads
    std::string prefix = {};  ///< of a file: what stands before its bytes
    std::vector<privacy::Finding> findings = {};
    [[nodiscard]] std::string_view content() const;
  };
  struct Nested {
    Json* outer;
    Json inner;
  };
  void put_back(Place& place, std::string replaced);

  const Policy& policy_;
  privacy::Policy treatments_;
  const privacy::KnownPeople* people_;
  privacy::Vault vault_;
  std::vector<Place> places_;
  std::deque<Nested> nested_;  // stays where it is while it grows
  Counts counts_{};
};

}  // namespace collega::gateway
