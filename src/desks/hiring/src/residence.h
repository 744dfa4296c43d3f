#pragma once

// Where somebody lives, as papers tell it: beside a postcode or a telephone number, under "Woonplaats", in a sentence
// ("ik woon in ...") or above the date of a letter. An employer's town stays: it says where somebody worked.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/base/span.h"

namespace collega::hiring {

class Residence {
 public:
  /// Learns the towns that a whole paper tells to be its writer's. `contacts`: where the paper has contact data, in
  /// order, none over another.
  void learn(std::string_view text, const std::vector<Span>& contacts);

  /// Where `text` tells them: bytes, in any order. Linear in the text.
  [[nodiscard]] std::vector<Span> spans(std::string_view text, const std::vector<Span>& contacts) const;

 private:
  std::set<std::string, std::less<>> towns_;  // folded
};

}  // namespace collega::hiring
