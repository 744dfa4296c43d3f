#include "collega/base/id.h"

#include <gtest/gtest.h>

#include <limits>
#include <type_traits>

namespace collega {
namespace {

struct Person;
struct Vacancy;

TEST(Id, OfOneKindIsNotOfAnother) {
  EXPECT_FALSE((std::is_convertible_v<Id<Person>, Id<Vacancy>>));
  EXPECT_FALSE(Id<Person>{}.is_set());
}

TEST(Id, ReadsBackFromItsText) {
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{1}, std::int64_t{31}, std::int64_t{32},
                                    std::int64_t{1'234'567'890'123}, std::numeric_limits<std::int64_t>::max()}) {
    const std::string text = to_string(Id<Person>{number});
    EXPECT_EQ(text.size(), 13U);
    EXPECT_EQ(parse_id(text).value(), number) << text;
  }
}

TEST(Id, SortsAsTextAsItDoesAsANumber) {
  EXPECT_LT(id_text(9), id_text(10));
  EXPECT_LT(id_text(1023), id_text(1024));
}

TEST(Id, TakesCapitalsButNoOtherLetters) {
  EXPECT_EQ(parse_id("000000000000Z").value(), 31);
  for (const char* text : {"", "z", "000000000000u", "00000000000 1", "zzzzzzzzzzzzz", "00000000000001"}) {
    EXPECT_EQ(parse_id(text).error(), (Error{ErrorCode::unknown_value, text}));
  }
}

TEST(Id, IsAWordOnTheWire) {
  const Id<Person> id{1024};
  EXPECT_EQ(to_json(id), Json("0000000000100"));
  EXPECT_EQ(from_json<Id<Person>>(Json("0000000000100")).value(), id);
  EXPECT_EQ(from_json<Id<Person>>(Json(7), "person").error().code, ErrorCode::wrong_type);
}

}  // namespace
}  // namespace collega
