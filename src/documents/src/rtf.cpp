#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charset.h"
#include "collega/base/utf8.h"
#include "flow.h"
#include "formats.h"
#include "office_names.h"
#include "rtf_state.h"
#include "rtf_tokens.h"
#include "visibility.h"

namespace collega::documents {
namespace {

// Word nests some twenty groups; deeper ones are passed over.
constexpr std::size_t kDeepest = 500;

class RtfReader {
 public:
  RtfReader(std::string_view rtf, LeftOut& left_out) : tokens_(rtf), left_out_(left_out) {
    colours_.push_back(std::nullopt);
  }

  void read() {
    while (true) {
      const RtfToken token = tokens_.next();
      if (token.kind == RtfToken::Kind::end) break;
      handle(token);
    }
    end_paragraph();
    end_table();
  }

  // Headers first, then the body; footers at the end.
  Flow take_flow() {
    Flow flow = std::move(headers_);
    std::move(body_.begin(), body_.end(), std::back_inserter(flow));
    std::move(footers_.begin(), footers_.end(), std::back_inserter(flow));
    return flow;
  }

  [[nodiscard]] const std::string& title() const { return title_; }

 private:
  void handle(const RtfToken& token) {
    using Kind = RtfToken::Kind;
    if (too_deep_ > 0 && token.kind != Kind::open && token.kind != Kind::close) return;
    switch (token.kind) {
      case Kind::open:
        open();
        break;
      case Kind::close:
        close();
        break;
      case Kind::word:
        word(token.text, token.number);
        break;
      case Kind::symbol:
        symbol(token.symbol);
        break;
      case Kind::byte:
        if (skipped_) break;
        if (take_skip()) break;
        bytes_ += static_cast<char>(*token.number);
        break;
      case Kind::letters:
        letters(token.text);
        break;
      case Kind::end:
        break;
    }
    starred_ = token.kind == Kind::symbol && token.symbol == '*';
  }

  void open() {
    flush_bytes();
    to_skip_ = 0;
    if (outer_.size() >= kDeepest) {
      ++too_deep_;
    } else {
      outer_.push_back(state_);
    }
  }

  void close() {
    flush_bytes();
    to_skip_ = 0;
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (outer_.empty()) return;
    const RtfPlace place = state_.place;
    if (place == RtfPlace::header || place == RtfPlace::footer) {
      if (outer_.back().place != place) end_paragraph();
    }
    state_ = outer_.back();
    outer_.pop_back();
    skipped_ = state_.place == RtfPlace::nowhere;
  }

  void go_to(RtfPlace place) {
    if (place == RtfPlace::header || place == RtfPlace::footer) end_paragraph();
    state_.place = place;
    skipped_ = place == RtfPlace::nowhere;
  }

  // The letters behind \u stand in for it in programs that know no Unicode.
  bool take_skip() {
    if (to_skip_ == 0) return false;
    --to_skip_;
    return true;
  }

  void letters(std::string_view text) {
    const auto skip = std::min(static_cast<std::size_t>(to_skip_), text.size());
    to_skip_ -= static_cast<int>(skip);
    text.remove_prefix(skip);
    if (text.empty() || skipped_) return;
    switch (state_.place) {
      case RtfPlace::colours:
        for (const char c : text) {
          if (c == ';') end_colour();
        }
        break;
      case RtfPlace::styles:
        style_names_[state_.style] += text;
        break;
      case RtfPlace::fonts:
        break;
      default:
        bytes_ += text;
    }
  }

  void end_colour() {
    if (colours_seen_++ == 0 && !colour_named_) return;  // the first is "automatic" when it is empty
    if (colours_seen_ == 1) colours_.clear();
    constexpr std::size_t kMostColours = 4096;
    if (colours_.size() < kMostColours) colours_.push_back(colour_named_ ? std::optional{colour_} : std::nullopt);
    colour_ = {};
    colour_named_ = false;
  }

  void symbol(char c) {
    if (c == '*') return;
    if (skipped_ || take_skip()) return;
    if (c == '~') add("\u00A0");
    if (c == '_') add("-");
    if (c == '\\' || c == '{' || c == '}') bytes_ += c;
    if (c == '\n' || c == '\r') end_paragraph();
  }

  void word(std::string_view name, std::optional<int> number) {
    if (name == "bin") {
      tokens_.skip(static_cast<std::size_t>(std::max(number.value_or(0), 0)));
      return;
    }
    if (skipped_) return;
    flush_bytes();
    if (starred_ && !is_entered_when_starred(name)) {
      go_to(RtfPlace::nowhere);
      return;
    }
    if (destination(name)) return;
    const int value = number.value_or(1);
    if (state_.place == RtfPlace::colours) {
      colour_word(name, value);
    } else if (state_.place == RtfPlace::fonts) {
      font_word(name, value);
    } else if (!state_.apply_letter_word(name, value) && !paragraph_word(name, value)) {
      text_word(name, value);
    }
  }

  bool destination(std::string_view name) {
    if (is_passed_over_in_rtf(name)) {
      if (name == "listtext" || name == "pntext") state_.list = 1;
      if (!outer_.empty() && (name == "listtext" || name == "pntext")) outer_.back().list = 1;
      go_to(RtfPlace::nowhere);
    } else if (name == "fonttbl") {
      go_to(RtfPlace::fonts);
    } else if (name == "colortbl") {
      go_to(RtfPlace::colours);
    } else if (name == "stylesheet") {
      go_to(RtfPlace::styles);
    } else if (name == "info") {
      go_to(RtfPlace::info);
    } else if (name == "title") {
      go_to(RtfPlace::title);
    } else if (name == "header" || name == "headerf" || name == "headerr") {
      go_to(RtfPlace::header);
    } else if (name == "footer" || name == "footerf" || name == "footerr") {
      go_to(RtfPlace::footer);
    } else if (name == "headerl" || name == "footerl") {
      go_to(RtfPlace::nowhere);
    } else {
      return false;
    }
    return true;
  }

  void colour_word(std::string_view name, int value) {
    const int channel = std::clamp(value, 0, 255);
    if (name == "red") colour_.red = channel;
    if (name == "green") colour_.green = channel;
    if (name == "blue") colour_.blue = channel;
    colour_named_ = colour_named_ || name == "red" || name == "green" || name == "blue";
  }

  void font_word(std::string_view name, int value) {
    if (name == "f") state_.font = value;
    if (name == "fcharset") font_pages_[state_.font] = code_page_of_charset(value);
  }

  bool paragraph_word(std::string_view name, int value) {
    if (name == "trowd") shaded_row_ = false;
    if (name == "clcbpat") shaded_row_ = true;
    return name == "trowd" || name == "clcbpat" || state_.apply_paragraph_word(name, value);
  }

  void text_word(std::string_view name, int value) {
    if (name == "u") {
      unicode(value);
    } else if (name == "uc") {
      state_.skip_after_unicode = std::clamp(value, 0, 16);
    } else if (name == "ansicpg") {
      page_ = code_page_named(value);
    } else if (name == "mac") {
      page_ = "macintosh";
    } else if (name == "par" || name == "sect" || name == "page" || name == "shptxt") {
      end_paragraph();
    } else if (name == "cell") {
      end_cell();
    } else if (name == "row") {
      end_row();
    } else {
      add(letters_of_word(name));
    }
  }

  void unicode(int value) {
    const auto unit = static_cast<char16_t>(value);  // numbers above 32767 are written as negative
    to_skip_ = state_.skip_after_unicode;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
      return;
    }
    char32_t letter = unit;
    if (unit >= 0xDC00 && unit < 0xE000) {
      letter = high_ == 0 ? 0xFFFD : 0x10000 + (static_cast<char32_t>(high_ - 0xD800) << 10) + (unit - 0xDC00);
    }
    high_ = 0;
    if (letter == 0) return;
    std::string text;
    append_code_point(text, letter);
    add(text);
  }

  void flush_bytes() {
    if (bytes_.empty()) return;
    const std::string bytes = std::exchange(bytes_, {});
    const bool ascii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto font = font_pages_.find(state_.font);
    const bool by_font = font != font_pages_.end() && !font->second.empty();
    add(ascii ? bytes : decode(bytes, by_font ? font->second : page_));
  }

  void add(std::string_view text) {
    if (text.empty()) return;
    if (!bytes_.empty()) flush_bytes();
    if (state_.place == RtfPlace::title) {
      constexpr std::size_t kLongestTitle = 1000;
      if (title_.size() < kLongestTitle) title_ += text;
      return;
    }
    const bool is_text =
        state_.place == RtfPlace::body || state_.place == RtfPlace::header || state_.place == RtfPlace::footer;
    if (!is_text || state_.deleted) return;
    if (const Sight sight = sight_now(); sight != Sight::visible) {
      left_out_.keep(sight, text);
      return;
    }
    text_ += text;
    const auto seen = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
    if (seen == 0) return;
    look_.letters += seen;
    if (state_.bold) look_.bold += seen;
    if (state_.underlined) look_.underlined += seen;
    const double points = state_.half_points / 2.0;
    look_.points = look_.points == 0 ? points : std::min(look_.points, points);
  }

  [[nodiscard]] std::optional<Colour> colour_at(int index) const {
    return index > 0 && static_cast<std::size_t>(index) < colours_.size() ? colours_[static_cast<std::size_t>(index)]
                                                                          : std::nullopt;
  }

  [[nodiscard]] Sight sight_now() const {
    if (state_.hidden) return Sight::hidden;
    if (state_.half_points / 2.0 < kSmallestReadablePoints) return Sight::tiny;
    const std::optional<Colour> letters = colour_at(state_.colour);
    if (!letters || (state_.in_table && shaded_row_)) return Sight::visible;
    const Colour paper = colour_at(state_.shading).value_or(kWhite);
    return vanishes(*letters, colour_at(state_.background).value_or(paper)) ? Sight::hidden : Sight::visible;
  }

  void end_paragraph() {
    flush_bytes();
    left_out_.gap();
    if (!state_.in_table && state_.place == RtfPlace::body) end_table();
    FlowBlock block{BlockKind::paragraph, 0, std::exchange(text_, {}), {}, std::exchange(look_, {})};
    const auto style = style_names_.find(state_.style);
    const int named = style == style_names_.end() ? 0 : level_of_style_name(style->second);
    if (named > 0 || (state_.outline >= 0 && state_.outline < 6)) {
      block.kind = BlockKind::heading;
      block.level = named > 0 ? named : state_.outline + 1;
    } else if (state_.list > 0) {
      block.kind = BlockKind::list_item;
      block.level = std::clamp(state_.list_level, 0, 8) + 1;
    }
    append_paragraph(current_flow(), std::move(block));
  }

  Flow& current_flow() {
    if (state_.place == RtfPlace::header) return headers_;
    if (state_.place == RtfPlace::footer) return footers_;
    return state_.in_table ? cell_ : body_;
  }

  void end_cell() {
    flush_bytes();
    state_.in_table = true;
    end_paragraph();
    row_.push_back(std::exchange(cell_, {}));
  }

  void end_row() {
    if (!row_.empty()) rows_.push_back(std::exchange(row_, {}));
  }

  void end_table() {
    end_row();
    if (!cell_.empty()) rows_.push_back({std::exchange(cell_, {})});
    if (!rows_.empty()) append_table(body_, std::exchange(rows_, {}));
  }

  RtfTokens tokens_;
  LeftOut& left_out_;
  RtfState state_;
  std::vector<RtfState> outer_;
  std::size_t too_deep_ = 0;  // groups that are open beyond the deepest
  bool skipped_ = false;      // the group holds no text
  bool starred_ = false;      // the token before was \*

  std::string page_ = "windows-1252";
  std::map<int, std::string> font_pages_;
  std::map<int, std::string> style_names_;
  std::vector<std::optional<Colour>> colours_;
  Colour colour_;
  bool colour_named_ = false;
  std::size_t colours_seen_ = 0;
  bool shaded_row_ = false;

  std::string bytes_;  // letters in the code page
  int to_skip_ = 0;
  char16_t high_ = 0;  // first half of a pair

  std::string text_;
  Look look_;
  std::string title_;
  Flow headers_;
  Flow footers_;
  Flow body_;
  Flow cell_;
  FlowRow row_;
  std::vector<FlowRow> rows_;
};

}  // namespace

Result<Document> parse_rtf(std::string_view bytes, const Limits& limits) {
  if (!bytes.starts_with("{\\rtf")) return Error{ErrorCode::document_broken};
  LeftOut left_out;
  RtfReader reader{bytes, left_out};
  reader.read();
  DocumentBuilder builder{Format::rtf, limits};
  builder.set_title(meaningful_title(reader.title()));
  Flow flow = reader.take_flow();
  std::erase_if(flow, [](const FlowBlock& block) { return block.cells.empty() && is_page_number(block.text); });
  add_flow(builder, std::move(flow));
  left_out.tell(builder);
  return std::move(builder).build();
}

}  // namespace collega::documents
