#include "collega/people/people.h"

namespace collega::people {

std::string_view embedded_people_1_sql();

std::vector<store::Migration> migrations() { return {{"people", 1, embedded_people_1_sql()}}; }

}  // namespace collega::people
