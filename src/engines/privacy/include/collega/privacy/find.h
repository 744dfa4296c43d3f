#pragma once

// Personal data in Dutch and English text: what it is, where it stands, how sure that is and why.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/language.h"
#include "collega/base/span.h"
#include "collega/privacy/kinds.h"

namespace collega::privacy {

struct Finding {
  Span span;  ///< bytes of the text, [begin, end)
  Kind kind = Kind::PERSON;
  double score = 0.0;    ///< in (0, 1]: how sure
  std::string_view why;  ///< a key of the messages: `reason_of(finding, language)` is what a person reads
};

/// Why a finding is one, for a person: "negen cijfers die de elfproef doorstaan, na 'BSN'".
[[nodiscard]] std::string reason_of(const Finding& finding, Language language);

/// People of the organisation itself, recognised in all spellings of their names: "Anna de Wit", "de Wit, A.", "A. de
/// Wit", "Anna", "Wit" beside a title, capitals and lower case. Made once and shared; some 300 bytes a person.
class KnownPeople {
 public:
  explicit KnownPeople(std::span<const std::string> names);

  struct Index;
  [[nodiscard]] const Index& index() const { return *index_; }

 private:
  std::shared_ptr<const Index> index_;
};

struct Asked {
  std::optional<Language> language;     ///< of the text; both are looked for when it is not said
  const KnownPeople* people = nullptr;  ///< besides the names everybody knows
};

/// All personal data in a text, in order, not overlapping: where two overlap the surer kind wins (a number with a
/// checksum before a name, a name before a place), of equals the longer. The text must be valid UTF-8. Linear in its
/// length; safe to call from several threads.
[[nodiscard]] std::vector<Finding> find(std::string_view text, const Asked& asked = {});

}  // namespace collega::privacy
