#include "texts.h"

#include "embedded.h"

namespace collega::administration {

const Messages& texts(Language language) {
  static const Messages nl{embedded_nl_txt()};
  static const Messages en{embedded_en_txt()};
  return language == Language::nl ? nl : en;
}

}  // namespace collega::administration
