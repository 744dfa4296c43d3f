#include "person_words.h"

#include "names.h"

namespace collega::people {

Found found_by(const Name& name, std::string_view personnel_number) {
  return {sort_key(name), search_words(name, personnel_number)};
}

Result<Done> add_words(store::WriteTransaction& write, PersonId person, const std::vector<std::string>& words) {
  if (words.empty()) return Done{};
  std::string sql = "insert into person_word (word, person_id) values (?, ?)";
  std::vector<store::Argument> arguments;
  for (const std::string& word : words) {
    if (!arguments.empty()) sql += ", (?, ?)";
    arguments.emplace_back(word);
    arguments.emplace_back(person);
  }
  TRY(write.execute(sql, arguments));
  return Done{};
}

Result<Done> remove_words(store::WriteTransaction& write, PersonId person, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    TRY(write.execute("delete from person_word where word = ? and person_id = ?", word, person));
  }
  return Done{};
}

Result<Done> refresh(store::WriteTransaction& write, PersonId person, const Found& before, const Found& after) {
  if (before == after) return Done{};
  TRY(write.execute("update person set sort_name = ?, words = ? where id = ?", after.sort_name, joined(after.words),
                    person));
  TRY(write.execute("update contract_terms set sort_name = ? where person_id = ?", after.sort_name, person));
  TRY(remove_words(write, person, before.words));
  return add_words(write, person, after.words);
}

}  // namespace collega::people
