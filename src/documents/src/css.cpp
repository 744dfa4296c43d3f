#include "css.h"

#include <charconv>
#include <string>

namespace collega::documents {
namespace {

constexpr double kPointsOfPixel = 0.75;  // CSS: 96 pixels and 72 points to the inch
constexpr double kPointsOfCentimetre = 72 / 2.54;
constexpr double kPointsOfRootEm = 12;

// Further than this to the left or above lies outside of any page.
constexpr double kFarAway = -400;

// Letters this faint are not seen.
constexpr double kLeastOpacity = 0.1;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// The number at the front of `text`, which is moved behind it.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

std::optional<Colour> colour_of_function(std::string_view value) {
  std::string_view arguments = value.substr(value.find('(') + 1);
  double parts[4] = {0, 0, 0, 1};
  for (double& part : parts) {
    arguments = arguments.substr(std::min(arguments.find_first_not_of(" ,/\t"), arguments.size()));
    const auto number = take_number(arguments);
    if (!number) break;
    part = *number;
    if (arguments.starts_with('%')) {
      part *= 2.55;
      arguments.remove_prefix(1);
    }
  }
  if (parts[3] < kLeastOpacity) return kWhite;  // as good as transparent
  const auto channel = [](double part) { return part <= 0 ? 0 : part >= 255 ? 255 : static_cast<int>(part); };
  return Colour{channel(parts[0]), channel(parts[1]), channel(parts[2])};
}

std::optional<Colour> colour_of(std::string_view value) {
  static constexpr struct {
    std::string_view name;
    Colour colour;
  } kNamed[] = {{"white", kWhite},
                {"snow", {255, 250, 250}},
                {"ivory", {255, 255, 240}},
                {"ghostwhite", {248, 248, 255}},
                {"whitesmoke", {245, 245, 245}},
                {"floralwhite", {255, 250, 240}},
                {"azure", {240, 255, 255}},
                {"mintcream", {245, 255, 250}},
                {"transparent", kWhite},
                {"black", kBlack},
                {"gray", {128, 128, 128}},
                {"grey", {128, 128, 128}},
                {"red", {255, 0, 0}},
                {"green", {0, 128, 0}},
                {"blue", {0, 0, 255}},
                {"navy", {0, 0, 128}},
                {"yellow", {255, 255, 0}}};
  for (const auto& row : kNamed) {
    if (row.name == value) return row.colour;
  }
  if (value.starts_with("rgb")) return colour_of_function(value);
  return value.starts_with('#') ? colour_of_hex(value) : std::nullopt;
}

void take_size(CssLook& look, std::string_view value) {
  const auto number = take_number(value);
  if (!number) return;
  if (value == "px") look.points = *number * kPointsOfPixel;
  if (value == "pt") look.points = *number;
  if (value == "cm") look.points = *number * kPointsOfCentimetre;
  if (value == "mm") look.points = *number * kPointsOfCentimetre / 10;
  if (value == "rem") look.points = *number * kPointsOfRootEm;
  if (value == "em") look.times = *number;
  if (value == "%") look.times = *number / 100;
  if (value.empty() && *number == 0) look.points = 0;
}

void take_background(CssLook& look, std::string_view value) {
  const std::size_t end = value.starts_with("rgb") ? value.find(')') : value.find(' ');
  const std::string_view first =
      value.substr(0, end == std::string_view::npos ? end : end + (value.starts_with("rgb") ? 1 : 0));
  if (first == "transparent" || first == "none" || first == "inherit" || first == "initial") return;
  look.background = colour_of(first);
  look.background_unknown = !look.background;
}

void take_declaration(CssLook& look, std::string_view name, std::string_view value) {
  if (name == "display" && value == "none") look.hidden = true;
  if (name == "visibility" && (value == "hidden" || value == "collapse")) look.shown = false;
  if (name == "visibility" && value == "visible") look.shown = true;
  if (name == "opacity") {
    const auto opacity = take_number(value);
    if (opacity && *opacity < kLeastOpacity) look.hidden = true;
  }
  if (name == "left" || name == "top" || name == "text-indent" || name == "margin-left") {
    const auto offset = take_number(value);
    if (offset && *offset < kFarAway && value != "%") look.hidden = true;
  }
  if (name == "font-size") take_size(look, value);
  if (name == "color") look.colour = colour_of(value);
  if (name == "background-color" || name == "background") take_background(look, value);
  if (name == "background-image" && value != "none") look.background_unknown = true;
  if (name == "font-weight")
    look.bold = value == "bold" || value == "bolder" || value == "600" || value == "700" || value == "800";
}

}  // namespace

CssLook css_look(std::string_view declarations) {
  CssLook look;
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string declaration = lower(declarations.substr(0, end));
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string::npos) continue;
    std::string_view value = trimmed(std::string_view{declaration}.substr(colon + 1));
    if (value.ends_with("!important")) value = trimmed(value.substr(0, value.size() - 10));
    take_declaration(look, trimmed(std::string_view{declaration}.substr(0, colon)), value);
  }
  return look;
}

}  // namespace collega::documents
