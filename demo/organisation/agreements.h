#pragma once

#include "careers.h"

namespace collega::organisation {

/// Gives everybody their contracts and the terms of each through time (hours, steps, wages, units), and what goes with
/// a life: weddings, removals, children. Terms begin with the contract or with `from`, whichever is later; a contract
/// that ended before `from` has the terms it began with.
void make_agreements(Careers& careers, const Structure& structure, Date from, Date to, const AllWords& words,
                     std::uint64_t seed);

}  // namespace collega::organisation
