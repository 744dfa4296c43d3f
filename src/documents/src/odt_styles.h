#pragma once

// What the styles of an ODT say of letters and of paragraphs.

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "visibility.h"

namespace collega::documents {

/// An empty member is inherited.
struct OdtLook {
  std::optional<bool> bold;
  std::optional<bool> underlined;
  std::optional<bool> hidden;
  std::optional<double> points;
  std::optional<double> times;  ///< a size relative to the parent's, which resolves into `points`
  std::optional<Colour> colour;
  std::optional<Colour> background;  ///< of the letters
  std::optional<Colour> paper;       ///< of the paragraph, the cell or the frame
  bool paper_unknown = false;        ///< a picture or a gradient

  void override_with(const OdtLook& over);
};

class OdtStyles {
 public:
  /// Adds the styles below `parent`; those of styles.xml go before those of content.xml, which build on them.
  void add(pugi::xml_node parent);

  /// With what it inherits, over `around`.
  [[nodiscard]] OdtLook look(const std::string& family, const std::string& name, const OdtLook& around) const;

  /// Level of a heading by the name of a paragraph style or of one that it builds on; 0 when there is none.
  [[nodiscard]] int heading_level(const std::string& name) const;

  /// What no style says otherwise.
  [[nodiscard]] const OdtLook& default_look() const { return default_; }

 private:
  struct Style {
    std::string parent;
    std::string display_name;
    OdtLook look;
  };

  std::map<std::string, Style> styles_;  // by family and name, as "paragraph/P1"
  OdtLook default_;
};

}  // namespace collega::documents
