#pragma once

// Which language is this text in?

#include <string>
#include <string_view>

namespace collega::language {

struct LanguageGuess {
  std::string
      code;  ///< ISO 639-1: nl en de fr es it pt pl tr ro da sv no, ar, ru, uk ...; "und" when the text says too little
  double confidence = 0.0;  ///< in [0, 1]
};

/// By the frequent little words of each language and its script. Needs some twenty words to be sure of itself.
[[nodiscard]] LanguageGuess identify(std::string_view text);

}  // namespace collega::language
