#include "collega/cli/person.h"

#include <gtest/gtest.h>

namespace collega::cli {
namespace {

TEST(SettingsFolder, IsWhereThePersonWantsIt) {
  EXPECT_EQ(settings_folder("/home/anna/instellingen", "/home/anna"), "/home/anna/instellingen/collega");
  EXPECT_EQ(settings_folder("", "/home/anna"), "/home/anna/.config/collega");
}

TEST(SettingsFolder, IsNowhereThatDependsOnWhereOneIs) {
  EXPECT_EQ(settings_folder("instellingen", "/home/anna"), "/home/anna/.config/collega");
  EXPECT_EQ(settings_folder("", ""), "");
  EXPECT_EQ(settings_folder("", "anna"), "");
}

}  // namespace
}  // namespace collega::cli
