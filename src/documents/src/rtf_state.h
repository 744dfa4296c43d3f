#pragma once

// What the control words of RTF mean: for letters, for paragraphs, and which groups hold no text.

#include <string>
#include <string_view>

namespace collega::documents {

/// What the letters of a group are for.
enum class RtfPlace { body, header, footer, fonts, colours, styles, info, title, nowhere };

/// What a group sets, and what ends with it.
struct RtfState {
  RtfPlace place = RtfPlace::body;

  // Of letters
  bool hidden = false;
  bool bold = false;
  bool underlined = false;
  bool deleted = false;
  int half_points = 24;  // 12 points, by the specification
  int colour = 0;        // an index into the table of colours
  int background = 0;    // likewise; 0 is none
  int font = 0;
  int skip_after_unicode = 1;

  // Of paragraphs
  int style = 0;
  int outline = 9;  // body text
  int list = 0;
  int list_level = 0;
  int shading = 0;
  bool in_table = false;

  /// False when the word is none of these.
  bool apply_letter_word(std::string_view name, int value);
  bool apply_paragraph_word(std::string_view name, int value);
};

/// The code page of a \fcharset; empty when it is that of the document.
[[nodiscard]] std::string code_page_of_charset(int charset);

/// The name of the code page with this number.
[[nodiscard]] std::string code_page_named(int number);

/// Groups that hold no text of the document.
[[nodiscard]] bool is_passed_over_in_rtf(std::string_view word);

/// Groups that hold text although they begin with \*, which lets old programs pass them over.
[[nodiscard]] bool is_entered_when_starred(std::string_view word);

/// The letters that a word stands for: a dash, a quote, a tab. Empty when it stands for none.
[[nodiscard]] std::string_view letters_of_word(std::string_view word);

}  // namespace collega::documents
