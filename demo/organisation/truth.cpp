#include <algorithm>

#include "files.h"

namespace collega::organisation {
namespace {

std::string_view kind_text(PlantKind kind) {
  return kind == PlantKind::rise ? "rise" : kind == PlantKind::fall ? "fall" : "reporting_change";
}

JsonArray headcounts(const World& world) {
  JsonArray counts;
  for (Date day = world.request.from; day <= world.request.to; day = plus_months(day, 3)) {
    counts.push_back(JsonObject{{"date", to_string(day)}, {"people", headcount(world, day)}});
  }
  return counts;
}

JsonArray reorganisations(const World& world) {
  JsonArray changes;
  for (const Reorganisation& change : world.structure.changes) {
    JsonObject object{{"kind", change.kind}, {"from", to_string(change.on)}, {"unit", code_of(world, change.unit)}};
    if (change.other != kNobody) object["other"] = code_of(world, change.other);
    changes.push_back(std::move(object));
  }
  return changes;
}

JsonArray signals(const World& world) {
  JsonArray signals;
  for (const Plant& plant : world.absence.plants) {
    if (plant.kind == PlantKind::reporting_change) continue;
    signals.push_back(JsonObject{{"team", code_of(world, plant.team)},
                                 {"from", to_string(plant.from)},
                                 {"kind", kind_text(plant.kind)},
                                 {"percent", plant.percent}});
  }
  return signals;
}

// Personnel numbers of whom this is true, the first few: for a look at the cases, not a count.
JsonArray examples(const World& world, auto holds) {
  constexpr std::size_t kEnough = 20;
  JsonArray numbers;
  for (const int who : world.by_number) {
    const Person& person = person_of(world, who);
    if (numbers.size() < kEnough && holds(person)) numbers.push_back(person.number);
  }
  return numbers;
}

JsonObject cases(const World& world) {
  const auto any_stay = [](auto holds) {
    return [holds](const Person& p) { return std::any_of(p.stays.begin(), p.stays.end(), holds); };
  };
  const auto on_leap_day = [](Date day) {
    return day.calendar().month() == std::chrono::February && day.calendar().day() == std::chrono::day{29};
  };
  JsonObject object;
  object["two_contracts_at_once"] = examples(world, any_stay([](const Stay& s) { return s.beside; }));
  object["contract_of_one_day"] = examples(world, any_stay([](const Stay& s) { return s.last == s.begin; }));
  object["came_back"] = examples(world, [](const Person& p) { return p.stays.size() > 1 && !p.stays[1].beside; });
  object["changed_name"] = examples(world, [](const Person& p) { return p.names.size() > 1; });
  object["still_to_come"] = examples(world, [&](const Person& p) { return p.stays.front().begin > world.request.to; });
  object["born_on_29_february"] = examples(world, [&](const Person& p) { return on_leap_day(p.birth); });
  object["begins_on_29_february"] = examples(world, any_stay([&](const Stay& s) { return on_leap_day(s.begin); }));
  object["maternity"] = examples(world, [](const Person& p) { return !p.maternity.empty(); });
  return object;
}

}  // namespace

JsonObject truth_of(const World& world) {
  JsonObject truth;
  truth["people"] = world.request.people;
  truth["seed"] = world.request.seed;
  truth["from"] = to_string(world.request.from);
  truth["to"] = to_string(world.request.to);
  truth["persons"] = world.careers.people.size();
  truth["headcount"] = headcounts(world);
  truth["reorganisations"] = reorganisations(world);
  truth["cases"] = cases(world);
  truth["signals"] = signals(world);
  for (const Plant& plant : world.absence.plants) {
    if (plant.kind != PlantKind::reporting_change) continue;
    truth["reporting_change"] = JsonObject{{"team", code_of(world, plant.team)}, {"first_day", to_string(plant.from)}};
  }
  return truth;
}

}  // namespace collega::organisation
