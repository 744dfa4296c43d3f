#include "labels.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "lexicon_format.h"
#include "table.h"

namespace collega::privacy {

std::string_view embedded_labels_tsv();

namespace {

constexpr std::array<std::pair<std::string_view, Field>, 14> kFields{{{"bsn", Field::bsn},
                                                                      {"iban", Field::iban},
                                                                      {"kvk", Field::kvk},
                                                                      {"vat", Field::vat},
                                                                      {"phone", Field::phone},
                                                                      {"birth", Field::birth},
                                                                      {"personnel", Field::personnel},
                                                                      {"passport", Field::passport},
                                                                      {"plate", Field::plate},
                                                                      {"card", Field::card},
                                                                      {"name", Field::name},
                                                                      {"address", Field::address},
                                                                      {"place", Field::place},
                                                                      {"other", Field::other}}};

Field field_named(std::string_view name) {
  for (const auto& [known, field] : kFields)
    if (known == name) return field;
  throw std::logic_error("labels.tsv: no field is called " + std::string(name));
}

}  // namespace

Labels::Labels() {
  for_each_row(embedded_labels_tsv(), [this](std::string_view name, std::string_view phrase) {
    // Of a phrase the first word stands for it; a word that names two fields names the first.
    fields_.emplace(hash_of(phrase.substr(0, phrase.find(' '))), field_named(name));
  });
}

}  // namespace collega::privacy
