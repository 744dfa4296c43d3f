#include "collega/models/events.h"

#include <gmock/gmock.h>

namespace collega::models {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> fed_in_pieces_of(std::size_t size, std::string_view bytes) {
  Events events{1000};
  std::vector<std::string> all;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const Events::Fed fed = events.feed(bytes.substr(at, size), [&](std::string_view data) {
      all.emplace_back(data);
      return true;
    });
    EXPECT_EQ(fed, Events::Fed::more);
  }
  return all;
}

TEST(Events, AnEventIsTheSameWhereverTheBytesWereCut) {
  const std::string_view bytes =
      "data: {\"a\":\"é\"}\r\n\r\n: still there\n\nid: 3\ndata:één\ndata: twee\n\ndata: [DONE]\r\rdata: half";
  for (std::size_t size = 1; size <= bytes.size(); ++size) {
    EXPECT_THAT(fed_in_pieces_of(size, bytes), ElementsAre("{\"a\":\"é\"}", "één\ntwee", "[DONE]")) << size;
  }
}

TEST(Events, AnEventThatWasNotEndedIsNone) { EXPECT_THAT(fed_in_pieces_of(4, "data: {\"half\":"), IsEmpty()); }

TEST(Events, DataMayBeEmpty) { EXPECT_THAT(fed_in_pieces_of(1, "data\n\n\n\n"), ElementsAre("")); }

TEST(Events, MoreThanWasAllowedIsNotHeld) {
  Events events{100};
  const auto take = [](std::string_view) { return true; };
  EXPECT_EQ(events.feed("data: " + std::string(90, 'x'), take), Events::Fed::more);
  EXPECT_EQ(events.feed(std::string(90, 'x'), take), Events::Fed::too_large);
}

TEST(Events, WhoWantsNoMoreGetsNoMore) {
  Events events{100};
  int taken = 0;
  EXPECT_EQ(events.feed("data: 1\n\ndata: 2\n\n", [&](std::string_view) { return ++taken < 1; }), Events::Fed::enough);
  EXPECT_EQ(taken, 1);
}

}  // namespace
}  // namespace collega::models
