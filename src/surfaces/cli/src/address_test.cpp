#include "address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collega/base/language.h"
#include "texts.h"

namespace collega::cli {
namespace {

using testing::HasSubstr;

Result<Address> parsed(std::string_view typed, bool insecure = false) {
  return parse_address(typed, insecure, texts(Language::en));
}

TEST(Address, IsWrittenInOneWay) {
  EXPECT_EQ(parsed("https://HR.Example.nl/").value().url, "https://hr.example.nl");
  EXPECT_EQ(parsed("https://hr.example.nl:443").value().url, "https://hr.example.nl");
  EXPECT_EQ(parsed("https://hr.example.nl:8443/collega/").value().url, "https://hr.example.nl:8443/collega");
}

TEST(Address, IsOfTlsUnlessItIsThisComputer) {
  EXPECT_EQ(parsed("hr.example.nl").value(), (Address{"https://hr.example.nl", true, false}));
  EXPECT_EQ(parsed("localhost:8080").value(), (Address{"http://localhost:8080", false, true}));
  EXPECT_EQ(parsed("127.0.0.1:8080").value().url, "http://127.0.0.1:8080");
  EXPECT_EQ(parsed("http://[::1]:8080").value().url, "http://[::1]:8080");
}

TEST(Address, IsNotOfPlainHttpToAnotherComputerUnlessThatIsSaid) {
  for (const char* address : {"http://hr.example.nl", "http://127.example.nl", "http://localhost.example.nl"}) {
    const Result<Address> refused = parsed(address);
    ASSERT_FALSE(refused.ok()) << address;
    EXPECT_EQ(refused.error().code, ErrorCode::bad_call);
    EXPECT_THAT(refused.error().where, HasSubstr("--insecure-http"));
  }
  EXPECT_EQ(parsed("http://hr.example.nl", true).value(), (Address{"http://hr.example.nl", false, false}));
}

TEST(Address, HoldsNothingElse) {
  for (const char* address : {"", "https://", "ftp://hr.example.nl", "https://anna:geheim@hr.example.nl",
                              "https://hr.example.nl/?a=b", "https://hr.example.nl/#a", "https://hr example.nl"}) {
    EXPECT_FALSE(parsed(address).ok()) << address;
  }
}

}  // namespace
}  // namespace collega::cli
