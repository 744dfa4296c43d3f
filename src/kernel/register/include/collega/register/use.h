#pragma once

// What Collega can be used for, as it is shipped: one use for each operation, made from the table of operations by
// whoever asks. A use is never stored; what the organisation adds to it is (entry.h).

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/described.h"
#include "collega/base/language.h"
#include "collega/base/result.h"
#include "collega/identity/roles.h"

namespace collega::ai_register {

/// minimal: no proposal about anybody. limited: a person must know that a machine speaks or writes. high: of the AI
/// Act's Annex III, point 4 (hiring and work relations), or judged as heavy by us.
enum class Risk { minimal, limited, high };
BOOST_DESCRIBE_ENUM(Risk, minimal, limited, high)

/// The texts must live as long as the use does: they are those of the table of operations.
struct Use {
  std::string_view name;  ///< of the operation: "hiring.match"
  Bilingual title = {};
  Bilingual purpose = {};
  Risk risk = Risk::minimal;
  std::string_view ground = {};          ///< in law, of the risk class: "AI Act, Annex III 4(a)"
  std::vector<std::string> reads = {};   ///< kinds of personal data, by name: "candidate_papers"
  Bilingual oversight = {};              ///< what a person must do
  Bilingual limits = {};                 ///< what it cannot know and does not look at
  std::vector<identity::Role> may = {};  ///< who may ask for it
};

/// Error: unknown_use with the name as place.
[[nodiscard]] Result<const Use*> find_use(const std::vector<Use>& uses, std::string_view name);

/// The register's own operations: once switched off, nothing could switch them on again.
[[nodiscard]] bool stays_on(const Use& use);

/// A kind of personal data as a person says it: "papers of candidates"; a name that nobody put into words stays a name.
[[nodiscard]] std::string data_in_words(std::string_view kind, Language language);

}  // namespace collega::ai_register
