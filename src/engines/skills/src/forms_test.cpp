#include "forms.h"

#include <gtest/gtest.h>

namespace collega::skills {
namespace {

TEST(Forms, OfAJobAreOneForBoth) {
  const std::pair<std::string_view, std::string_view> forms[] = {{"medewerkster", "medewerker"},
                                                                 {"magazijnmedewerkster", "magazijnmedewerker"},
                                                                 {"verzorgster", "verzorger"},
                                                                 {"begeleidster", "begeleider"},
                                                                 {"boekhoudster", "boekhouder"},
                                                                 {"kapster", "kapper"},
                                                                 {"inpakster", "inpakker"},
                                                                 {"personeelsplanster", "personeelsplanner"},
                                                                 {"verkoopster", "verkoper"},
                                                                 {"schoonmaakster", "schoonmaker"},
                                                                 {"vertaalster", "vertaler"},
                                                                 {"verpleegster", "verpleger"},
                                                                 {"schrijfster", "schrijver"},
                                                                 {"systeembeheerster", "systeembeheerder"},
                                                                 {"voorvrouw", "voorman"},
                                                                 {"chauffeuse", "chauffeur"},
                                                                 {"administratrice", "administrateur"},
                                                                 {"medewerksters", "medewerker"},
                                                                 {"onderwijzeres", "onderwijzer"},
                                                                 {"lerares", "leraar"},
                                                                 {"ontwikkelaarster", "ontwikkelaar"},
                                                                 {"hovenierster", "hovenier"},
                                                                 {"vrijwilligster", "vrijwilliger"}};
  for (const auto& [hers, his] : forms) {
    EXPECT_EQ(form_for_both(hers), his);
    EXPECT_EQ(dutch_stem(hers), dutch_stem(his));
  }
}

TEST(Forms, OtherWordsAreAsTheyWere) {
  for (const std::string_view word :
       {"vrouw", "ster", "zuster", "register", "master", "rooster", "cluster", "medewerker", "beheer", ""})
    EXPECT_EQ(form_for_both(word), word);
}

TEST(Forms, ReceptionistAndReceptionisteShareTheirStem) {
  EXPECT_EQ(dutch_stem("receptioniste"), dutch_stem("receptionist"));
  EXPECT_EQ(dutch_stem("docente"), dutch_stem("docent"));
}

}  // namespace
}  // namespace collega::skills
