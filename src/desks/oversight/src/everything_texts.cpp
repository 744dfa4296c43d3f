#include "everything_texts.h"

#include <string_view>

namespace collega::oversight {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

const Messages& everything_texts(Language language) {
  static const Messages nl{embedded_nl_txt()};
  static const Messages en{embedded_en_txt()};
  return language == Language::nl ? nl : en;
}

}  // namespace collega::oversight
