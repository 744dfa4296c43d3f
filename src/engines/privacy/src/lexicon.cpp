#include "lexicon.h"

#include <cstring>
#include <stdexcept>

namespace collega::privacy {

std::string_view embedded_lexicon_bin();

Lexicon::Lexicon() {
  const std::string_view bytes = embedded_lexicon_bin();
  std::uint64_t slots = 0;
  if (bytes.size() < 16 || !bytes.starts_with(kLexiconMark)) throw std::logic_error("the lexicon was not compiled");
  std::memcpy(&slots, bytes.data() + 8, sizeof slots);
  if (bytes.size() != 16 + slots * sizeof(Slot)) throw std::logic_error("the lexicon was not compiled whole");
  slots_ = reinterpret_cast<const Slot*>(bytes.data() + 16);  // .incbin is aligned to 16
  mask_ = slots - 1;
}

}  // namespace collega::privacy
