#pragma once

// What the styles of a DOCX say of a paragraph and of its letters.

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "visibility.h"

namespace collega::documents {

/// What a run of letters looks like; an empty member is inherited.
struct RunLook {
  std::optional<bool> bold;
  std::optional<bool> underlined;
  std::optional<bool> hidden;
  std::optional<int> half_points;
  std::optional<Colour> colour;      ///< black stands for "auto", which is made readable on any background
  std::optional<bool> automatic;     ///< the colour is "auto"
  std::optional<Colour> background;  ///< shading or highlight

  /// What `over` says goes before what this says.
  void override_with(const RunLook& over);
};

struct ParagraphLook {
  std::optional<int> outline;     ///< 0 is the first level, 9 is body text
  std::optional<int> list_level;  ///< from 0; -1 when numbering is switched off
  std::optional<Colour> background;

  void override_with(const ParagraphLook& over);
};

struct DocxStyle {
  std::string name;
  std::string based_on;
  ParagraphLook paragraph;
  RunLook run;
};

[[nodiscard]] RunLook run_look(pugi::xml_node run_properties);
[[nodiscard]] ParagraphLook paragraph_look(pugi::xml_node paragraph_properties);

/// Which cells a table style fills with a colour, so that white letters in them may well be seen.
struct TableShading {
  bool everywhere = false;  ///< or in parts that cannot be told without laying the table out: bands, the last row
  bool first_row = false;
  bool first_column = false;
};

/// The colour of a w:shd that fills; nothing for clear or automatic.
[[nodiscard]] std::optional<Colour> shading_of(pugi::xml_node properties);

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(pugi::xml_node styles);

  /// With everything it inherits; an unknown style inherits the defaults of the document.
  [[nodiscard]] const DocxStyle& paragraph_style(const std::string& id) const;
  /// Of letters; does not hold the defaults. Nothing when there is no such style.
  [[nodiscard]] const DocxStyle* character_style(const std::string& id) const;
  /// Nowhere for an unknown style.
  [[nodiscard]] TableShading table_shading(const std::string& id) const;

 private:
  DocxStyle defaults_;  // the default paragraph style over the defaults of the document
  std::map<std::string, DocxStyle> paragraph_;
  std::map<std::string, DocxStyle> character_;
  std::map<std::string, TableShading> table_shading_;
};

}  // namespace collega::documents
