#pragma once

#include "careers.h"

namespace collega::organisation {

struct ExtrasWork {
  Structure& structure;
  Careers& careers;
  PeopleMaker& maker;
  Random& random;
  Date from;
  Date to;
  int people;
};

/// Those who fill no seat of their own: interns each half year, people hired for one day (29 February, where the
/// history has one), and second contracts beside a first.
void add_extras(const ExtrasWork& work);

}  // namespace collega::organisation
