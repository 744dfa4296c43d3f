#pragma once

// Titles and phrases as linking sees them.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace collega::skills {

/// The folded words that carry meaning: no small words, no "(m/v)", no bare numbers. "C++" and "C#" stay whole,
/// "full-stack" is two words.
[[nodiscard]] std::vector<std::string> link_words(std::string_view text);

/// "senior", "parttime", "general": tells how, and not what, and counts for so much of what its rarity would make it.
[[nodiscard]] bool is_manner(std::string_view word);
inline constexpr float kMannerWeight = 0.35f;

/// All groups of three and four bytes of the word with a space on either side, each once, in no order.
[[nodiscard]] std::vector<std::uint32_t> grams_of(std::string_view word);

/// The two known words that this one is made of, tussenklanken left out; empty when it is not. Of all ways the one that
/// leaves out least, and then the one with the longest end. Unlike the splitter of texts it takes apart words that are
/// known themselves: what is asked is what else they could be said with.
[[nodiscard]] std::vector<std::string_view> two_parts(std::string_view word,
                                                      const std::function<bool(std::string_view)>& is_known);

/// How alike two words look, in [0, 1]: 1 when they are the same; a shared beginning or end of at least four letters
/// counts by its share, and so does one word within the other; 0 below a bound at which words have nothing in common.
[[nodiscard]] double likeness(std::string_view one, std::string_view other);

}  // namespace collega::skills
