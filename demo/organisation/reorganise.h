#pragma once

#include "structure.h"

namespace collega::organisation {

/// Lets the tree change between `from` and `to`: teams merged, split, renamed, brought under another department. No
/// team is changed twice. Nothing happens in less than a year, or with fewer than six teams.
void reorganise(Structure& structure, Date from, Date to, Random& random);

}  // namespace collega::organisation
