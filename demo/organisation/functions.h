#pragma once

// The work that is done at the fictional organisation and what it pays. Scales look like those of care (FWG), the
// amounts are invented.

#include <span>
#include <string_view>

#include "collega/base/money.h"

namespace collega::organisation {

/// The kind of work of a team.
enum class Profile {
  direction,
  ward,
  home_care,
  treatment,
  kitchen,
  cleaning,
  logistics,
  technical,
  ict,
  hr,
  finance,
  planning,
  quality
};

using FunctionId = int;

struct Function {
  std::string_view title;
  int scale;
  Profile profile;
  int share;        ///< of the people of such a team, by weight; 0: nobody is hired for it by chance
  FunctionId next;  ///< what one grows into, or kNone
  bool irregular;   ///< evenings, nights and weekends
};

constexpr FunctionId kNone = -1;

/// Functions with a part of their own in the story.
constexpr FunctionId kDirector = 0;
constexpr FunctionId kRegionDirector = 1;
constexpr FunctionId kLocationManager = 2;
constexpr FunctionId kTeamLeader = 3;
constexpr FunctionId kCoordinator = 4;
constexpr FunctionId kApprentice = 5;
constexpr FunctionId kIntern = 6;

[[nodiscard]] std::span<const Function> functions();

/// Women of a hundred people, and the weights of the usual weekly hours (kUsualHours).
struct Workforce {
  int women;
  int hours[6];
};
constexpr int kUsualHours[] = {16, 20, 24, 28, 32, 36};
[[nodiscard]] const Workforce& workforce(Profile profile);

constexpr int kFullTimeMinutes = 36 * 60;

[[nodiscard]] int top_step(int scale);

/// At full time a month, by the table of that year. Steps go from 0 to top_step.
[[nodiscard]] Money wage(int scale, int step, int year);

}  // namespace collega::organisation
