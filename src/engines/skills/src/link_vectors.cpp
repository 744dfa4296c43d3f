#include "link_vectors.h"

#include <Eigen/Dense>
#include <Eigen/Sparse>
#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

#include "link_names.h"
#include "link_words.h"

namespace collega::skills {
namespace {

using Matrix = Eigen::MatrixXf;
using Table = Eigen::SparseMatrix<float, Eigen::RowMajor>;

constexpr int kDimensions = 384;
// More directions than are kept, and a few rounds of multiplying, make the kept ones exact (Halko, Martinsson and
// Tropp, Finding Structure with Randomness, 2011).
constexpr int kSpare = 16;
constexpr int kRounds = 3;
// Singular values to this power weigh the directions: the strongest tell of how taxonomies are worded.
constexpr float kPower = -0.5f;

// What a mention counts for, by where it stands.
constexpr double kInName = 1;
constexpr double kInOtherName = 0.5;
constexpr double kPartOfWord = 0.6;
constexpr double kInDescription = 0.5;
constexpr double kEssential = 0.7;
constexpr double kOptional = 0.35;
constexpr double kBroader = 0.7;

// Words by their id; concepts, as what is related to others, behind them.
using Features = std::unordered_map<std::uint32_t, double>;

class Describer {
 public:
  Describer(const LinkIndex& index, const Taxonomy& taxonomy) : index_(index), taxonomy_(taxonomy) {
    for (ConceptRef ref = 0; ref < taxonomy.size(); ++ref) {
      for (const ConceptRef skill : taxonomy.at(ref).essential) asked_by_[skill].emplace_back(ref, kEssential);
      for (const ConceptRef skill : taxonomy.at(ref).optional) asked_by_[skill].emplace_back(ref, kOptional);
    }
  }

  [[nodiscard]] Features of(ConceptRef ref) const {
    const Concept& known = taxonomy_.at(ref);
    Features features;
    for (const Language language : {Language::nl, Language::en}) {
      for (const std::string_view name : names_of(known, language)) add(features, name, kInName);
    }
    Features described;
    for (const std::string* text : {&known.description_nl, &known.description_en})
      add(described, *text, kInDescription);
    for (const auto& [feature, times] : described) features[feature] += std::min(times, 1.0);
    for (auto& [feature, times] : features) times = times >= 1 ? 1 + std::log(times) : times;
    for (const ConceptRef skill : known.essential) features[behind_words(skill)] = kEssential;
    for (const ConceptRef skill : known.optional) features[behind_words(skill)] = kOptional;
    for (const ConceptRef above : known.broader) features[behind_words(above)] = kBroader;
    const auto asked_by = asked_by_.find(ref);
    if (asked_by != asked_by_.end()) {
      for (const auto& [occupation, sure] : asked_by->second) features[behind_words(occupation)] = sure;
    }
    if (known.kind == ConceptKind::skill) features[behind_words(ref)] = kEssential;
    return features;
  }

 private:
  [[nodiscard]] std::uint32_t behind_words(ConceptRef ref) const {
    return static_cast<std::uint32_t>(index_.words.size()) + ref;
  }
  void add(Features& features, std::string_view text, double times) const {
    for (const std::string& word : link_words(text)) {
      const auto id = index_.word_ids.find(word);
      if (id == index_.word_ids.end()) continue;
      features[id->second] += times;
      for (const WordId part : index_.parts[id->second]) features[part] += kPartOfWord * times;
    }
  }

  const LinkIndex& index_;
  const Taxonomy& taxonomy_;
  std::unordered_map<ConceptRef, std::vector<std::pair<ConceptRef, double>>> asked_by_;
};

Matrix orthonormal(const Matrix& columns) {
  return Eigen::HouseholderQR<Matrix>(columns).householderQ() * Matrix::Identity(columns.rows(), columns.cols());
}

struct Decomposed {
  Matrix features;         // right singular vectors, one a column
  Eigen::VectorXf values;  // singular values
};

Decomposed decompose(const Table& table, int dimensions) {
  const int tried = dimensions + kSpare;
  std::mt19937 random{1};  // the same vectors each time
  std::normal_distribution<float> normal;
  Matrix start(table.cols(), tried);
  for (Eigen::Index i = 0; i < start.size(); ++i) start.data()[i] = normal(random);
  const Table turned = table.transpose();
  Matrix rows = orthonormal(table * start);
  for (int round = 0; round < kRounds; ++round) rows = orthonormal(table * (turned * rows).eval());
  const Matrix small = (turned * rows).transpose();
  const Eigen::SelfAdjointEigenSolver<Matrix> solved{Matrix{small * small.transpose()}};
  Decomposed found;
  found.values = solved.eigenvalues().reverse().head(dimensions).cwiseMax(1e-6f).cwiseSqrt();
  const Matrix left = solved.eigenvectors().rowwise().reverse().leftCols(dimensions);
  found.features = (left.transpose() * small).transpose() * found.values.cwiseInverse().asDiagonal();
  return found;
}

void append(std::vector<std::int8_t>& bytes, const Eigen::VectorXf& vector, float scale) {
  for (const float value : vector) bytes.push_back(static_cast<std::int8_t>(std::lround(value * scale)));
}

}  // namespace

void add_vectors(LinkIndex& index, const Taxonomy& taxonomy) {
  const Describer describer{index, taxonomy};
  std::vector<ConceptRef> concepts = index.occupations.concepts;
  concepts.insert(concepts.end(), index.skills.concepts.begin(), index.skills.concepts.end());
  std::vector<Features> all;
  Eigen::VectorXf having = Eigen::VectorXf::Zero(static_cast<Eigen::Index>(index.words.size() + taxonomy.size()));
  for (const ConceptRef ref : concepts) {
    all.push_back(describer.of(ref));
    for (const auto& [feature, times] : all.back()) having[feature] += 1;
  }
  const auto count = static_cast<float>(concepts.size());
  const Eigen::VectorXf weights =
      having.unaryExpr([&](float n) { return n < 2 ? 0 : std::log((count + 1) / (n + 1)) + 1; });

  Table table(static_cast<Eigen::Index>(concepts.size()), weights.size());
  std::vector<Eigen::Triplet<float>> cells;
  for (std::size_t row = 0; row < all.size(); ++row) {
    double sum = 0;
    for (const auto& [feature, times] : all[row]) sum += std::pow(times * weights[feature], 2);
    for (const auto& [feature, times] : all[row]) {
      const auto value = static_cast<float>(times * weights[feature] / std::max(std::sqrt(sum), 1e-9));
      if (value > 0) cells.emplace_back(static_cast<int>(row), static_cast<int>(feature), value);
    }
  }
  table.setFromTriplets(cells.begin(), cells.end());

  // A small taxonomy has not so many directions; what is left of a block tells nothing.
  constexpr int kBlock = static_cast<int>(kVectorBlock);
  const int dimensions = std::min(kDimensions, static_cast<int>(concepts.size()) / 4 / kBlock * kBlock);
  if (dimensions == 0) return;
  const Decomposed found = decompose(table, dimensions);
  index.dimensions = static_cast<std::uint32_t>(dimensions);
  const Matrix directions = found.features * found.values.array().pow(kPower).matrix().asDiagonal();
  for (WordId word = 0; word < index.words.size(); ++word) {
    const Eigen::VectorXf vector = directions.row(word) * weights[word];
    const float largest = std::max(vector.cwiseAbs().maxCoeff(), 1e-9f);
    append(index.word_vectors, vector, 127 / largest);
    index.word_scales.push_back(largest / 127);
  }
  const Matrix placed = table * directions;
  for (std::size_t row = 0; row < concepts.size(); ++row) {
    const Eigen::VectorXf vector = placed.row(static_cast<Eigen::Index>(row)).normalized();
    append(row < index.occupations.concepts.size() ? index.occupations.vectors : index.skills.vectors, vector, 127);
  }
}

}  // namespace collega::skills
