#pragma once

// What speaks for a concept as the meaning of a query.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "link_index.h"

namespace collega::skills {

enum class Feature : std::uint8_t {
  best_form,    ///< cosine of words and grams with the nearest name
  label,        ///< likewise, among the labels
  all_forms,    ///< likewise, all names together
  meaning,      ///< cosine of the vectors
  soft_form,    ///< words of query and nearest name, kin counted: harmonic mean of both shares
  soft_all,     ///< share of the query's words that any name has, kin counted
  name_said,    ///< share of the words of a name that the query has, kin counted
  said_weight,  ///< the same by how telling those words are
  exact,        ///< a name is the query
};
inline constexpr std::size_t kFeatures = 9;

struct Features {
  std::array<float, kFeatures> values{};
  [[nodiscard]] float& operator[](Feature feature) { return values[static_cast<std::size_t>(feature)]; }
  [[nodiscard]] float operator[](Feature feature) const { return values[static_cast<std::size_t>(feature)]; }
};

struct Candidate {
  std::uint32_t place = 0;  ///< in KindIndex::concepts
  std::uint32_t form = 0;   ///< the nearest name
  Features features;
};

/// A word of the query, or a part of one that is a Dutch compound.
struct QueryWord {
  std::string text;
  std::optional<WordId> id;
  float weight = 0;                  ///< how telling it is
  std::vector<std::uint32_t> parts;  ///< places in Query::words
  bool is_part = false;
};

struct Query {
  std::vector<QueryWord> words;  ///< the parts behind the whole words
  std::size_t whole = 0;         ///< how many are no parts
};

[[nodiscard]] Query read_query(std::string_view text, const LinkIndex& index, const KindIndex& kind);

/// The likeliest concepts with all their features, at most kMostCandidates, in no order.
[[nodiscard]] std::vector<Candidate> candidates(const Query& query, const LinkIndex& index, const KindIndex& kind);
inline constexpr std::size_t kMostCandidates = 100;

}  // namespace collega::skills
