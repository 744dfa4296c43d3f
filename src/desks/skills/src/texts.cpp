#include "texts.h"

namespace collega::skills_desk {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

const Messages& texts(Language language) {
  static const Messages nl{embedded_nl_txt()};
  static const Messages en{embedded_en_txt()};
  return language == Language::nl ? nl : en;
}

}  // namespace collega::skills_desk
