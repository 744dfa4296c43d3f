#pragma once

// The same job for a woman and for a man: one word to look up.

#include <string>
#include <string_view>

namespace collega::skills {

/// The form for a man of a Dutch job's name that ends as one for a woman: "magazijnmedewerkster" is
/// "magazijnmedewerker", "kapster" "kapper", "schrijfster" "schrijver", "voorvrouw" "voorman", "chauffeuse"
/// "chauffeur", "redactrice" "redacteur"; any other word as it is. What is no job may come out as no word at all
/// ("venster"), the same one each time.
[[nodiscard]] std::string form_for_both(std::string_view folded);

/// The Dutch stem by which a word is looked up: the same for both forms of a job.
[[nodiscard]] std::string dutch_stem(std::string_view folded);

}  // namespace collega::skills
