#pragma once

// Leaving out who somebody is: names, contact data, birth data, origin and family, in what is shown of their papers.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/documents/document.h"

namespace collega::hiring {

class Blinder {
 public:
  /// Learns a candidate's names from their papers (the head, "Naam: ...", "Mijn naam is ...", under the greeting of a
  /// letter) and from the names of their files.
  Blinder(const std::vector<documents::Document>& papers, const std::vector<std::string>& file_names);

  /// The text with every name, e-mail address, phone number, address of a page, postcode and street, and each phrase on
  /// birth, age, nationality, marital state or sex, replaced by a bar of the same kind whatever its length.
  [[nodiscard]] std::string blind(std::string_view text) const;

 private:
  void learn(std::string_view words);

  std::set<std::string, std::less<>> names_;  // folded words
};

}  // namespace collega::hiring
