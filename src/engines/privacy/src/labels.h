#pragma once

// Words that name a field ("BSN", "geboren op"): what the value after them is.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collega::privacy {

enum class Field {
  none,
  bsn,
  iban,
  kvk,
  vat,
  phone,
  birth,
  personnel,
  passport,
  plate,
  card,
  name,
  address,
  place,
  other  ///< a number of a thing: an order, an invoice
};

class Labels {
 public:
  /// From data/labels.tsv.
  Labels();

  /// The field that a word names, by the hash of its folded text.
  [[nodiscard]] Field of(std::uint64_t hash) const {
    const auto found = fields_.find(hash);
    return found == fields_.end() ? Field::none : found->second;
  }

 private:
  std::unordered_map<std::uint64_t, Field> fields_;
};

}  // namespace collega::privacy
