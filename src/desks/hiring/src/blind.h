#pragma once

// Leaving out who somebody is: names, contact data, birth data, origin and family, in what is shown of their papers.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collega/documents/document.h"
#include "residence.h"

namespace collega::hiring {

class Blinder {
 public:
  /// Learns a candidate's names from their papers (the head, "Naam: ...", "Mijn naam is ...", under the greeting of a
  /// letter) and from the names of their files; and where they live.
  Blinder(const std::vector<documents::Document>& papers, const std::vector<std::string>& file_names);

  /// The text with every name, e-mail address, phone number, address of a page, postcode, street and town of residence,
  /// and each phrase on birth, age, nationality, marital state or sex, replaced by a bar of the same kind whatever its
  /// length.
  [[nodiscard]] std::string blind(std::string_view text) const;

  /// Where those stand: bytes, in order, none over another.
  [[nodiscard]] std::vector<Span> spans(std::string_view text) const;

 private:
  void learn(std::string_view words);

  std::set<std::string, std::less<>> names_;  // folded words
  Residence residence_;
};

/// A text with bars over some of it, and where the rest of it went.
class CoveredText {
 public:
  /// `covered` in order, none over another.
  CoveredText(std::string_view text, std::vector<Span> covered);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Bytes of the text as it was to bytes of text(); what begins or ends under a bar takes the whole bar.
  [[nodiscard]] Span to_covered(Span span) const;

 private:
  enum class Edge { begin, end };
  struct Piece {
    Span covers;      ///< bytes of the text as it was
    std::size_t bar;  ///< where the bar begins
  };
  [[nodiscard]] std::size_t at(std::size_t byte, Edge edge) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

/// Whether this folded word says what a paper is ("cv", "motivatiebrief"), and not whose.
[[nodiscard]] bool says_what_it_is(std::string_view word);

/// How the papers call whoever wrote them; empty when they do not.
[[nodiscard]] std::string name_of_candidate(const std::vector<documents::Document>& papers);

}  // namespace collega::hiring
