#pragma once

// The texts for people of one module in one language. They live in message files (messages/nl.txt and messages/en.txt):
//
//   # a comment
//   found = {0} in {1}
//   candidates.one = {0} kandidaat
//   candidates.other = {0} kandidaten
//   help =
//   | Text of several lines,
//   |   with its own spaces.
//
// {0} to {9} stand for what is filled in; any other brace is itself.

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace collega {

class Messages {
 public:
  /// Reads a message file. A line that is none of the above, or a key twice, is a bug, and throws.
  explicit Messages(std::string_view file);

  [[nodiscard]] bool has(std::string_view key) const { return texts_.contains(key); }

  /// The text with `arguments` (texts and whole numbers) filled in. A key that is not there is a bug, and throws.
  template <class... Argument>
  [[nodiscard]] std::string operator()(std::string_view key, const Argument&... arguments) const {
    return filled(key, {as_text(arguments)...});
  }

  /// The text of `key.one` when `count` is 1, else that of `key.other`; {0} is the count, {1} the first of `arguments`.
  template <class... Argument>
  [[nodiscard]] std::string counted(std::string_view key, std::size_t count, const Argument&... arguments) const {
    return filled(std::string{key} + (count == 1 ? ".one" : ".other"), {as_text(count), as_text(arguments)...});
  }

 private:
  friend std::vector<std::string> differences(const Messages& nl, const Messages& en);

  template <class T>
  static std::string as_text(const T& value) {
    if constexpr (std::integral<T>) {
      return std::to_string(value);
    } else {
      return std::string{value};
    }
  }
  [[nodiscard]] std::string filled(std::string_view key, const std::vector<std::string>& arguments) const;

  std::map<std::string, std::string, std::less<>> texts_;
};

/// What keeps two message files from saying the same: keys that one of them lacks, and keys whose placeholders differ.
/// For a test in each module: EXPECT_THAT(differences(nl, en), IsEmpty()).
[[nodiscard]] std::vector<std::string> differences(const Messages& nl, const Messages& en);

}  // namespace collega
