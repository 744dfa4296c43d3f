#include "world.h"

#include <algorithm>

#include "agreements.h"

namespace collega::organisation {

World make_world(const Request& request) {
  const AllWords words = read_words();
  World world{.request = request, .structure = {}, .careers = {}, .leaders = {}, .absence = {}, .by_number = {}};
  Random random{request.seed, Stream::structure};
  world.structure = make_structure(request.people, request.from, request.to, words, random);
  world.careers = make_careers(world.structure, request.from, request.to, words, request.seed);
  make_agreements(world.careers, world.structure, request.from, request.to, words, request.seed);
  world.leaders = make_leaders(world.structure, world.careers, request.from);
  world.absence = make_absence(world.careers, world.structure, request.from, request.to, request.seed);

  for (std::size_t i = 0; i < world.careers.people.size(); ++i) world.by_number.push_back(static_cast<int>(i));
  std::sort(world.by_number.begin(), world.by_number.end(),
            [&](int a, int b) { return person_of(world, a).number < person_of(world, b).number; });
  return world;
}

int headcount(const World& world, Date day) {
  const auto is_there = [day](const Contract& c) { return c.begin <= day && (!c.last || day <= *c.last); };
  return static_cast<int>(std::count_if(world.careers.people.begin(), world.careers.people.end(), [&](const Person& p) {
    return std::any_of(p.contracts.begin(), p.contracts.end(), is_there);
  }));
}

}  // namespace collega::organisation
