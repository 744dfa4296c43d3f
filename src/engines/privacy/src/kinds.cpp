#include "collega/privacy/kinds.h"

namespace collega::privacy {

Policy::Policy() {
  treatments_.fill(Treatment::replace);
  for (std::size_t kind = static_cast<std::size_t>(Kind::HEALTH); kind < kKinds; ++kind)
    treatments_[kind] = Treatment::keep;
}

}  // namespace collega::privacy
