#include "head_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "request_parser.h"

namespace collega::http {
namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n";

std::optional<std::string_view> fault_with(std::string_view fields) {
  return fault_in_head(std::string{kGet} + std::string{fields} + "\r\n");
}

TEST(HeadCheck, TakesWhatABrowserSends) {
  EXPECT_EQ(fault_in_head("GET /api/people/list?team=zorg&x=%20 HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: "
                          "Mozilla/5.0 (X11; Linux)\r\n"
                          "Accept: */*\r\nCookie: a=b; c=d\r\nEmpty:\r\n\r\n"),
            std::nullopt);
  EXPECT_EQ(fault_in_head("POST / HTTP/1.1\r\nhost: [::1]:80\r\ncontent-length: 0\r\n\r\n"), std::nullopt);
  EXPECT_EQ(fault_in_head("GET / HTTP/1.0\r\n\r\n"), std::nullopt);
  EXPECT_EQ(fault_with("Transfer-Encoding: Chunked\r\n"), std::nullopt);
  EXPECT_EQ(fault_with("X-Name: Zo\xC3\xAB\r\n"), std::nullopt);
}

TEST(HeadCheck, RefusesTwoWaysToTellALength) {
  EXPECT_EQ(fault_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), "transfer-encoding");
  EXPECT_EQ(fault_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), "transfer-encoding");
  EXPECT_EQ(fault_with("Content-Length: 5\r\nContent-Length: 6\r\n"), "content-length");
  EXPECT_EQ(fault_with("Content-Length: 5\r\nCONTENT-LENGTH: 5\r\n"), "content-length");
  EXPECT_EQ(fault_with("Content-Length: 5, 5\r\n"), "content-length");
}

TEST(HeadCheck, RefusesALengthThatIsNoNumber) {
  for (const char* length : {"", "+5", "-1", "0x10", "5 5", "1e3", "99999999999999999999"}) {
    EXPECT_EQ(fault_with("Content-Length: " + std::string{length} + "\r\n"), "content-length") << length;
  }
}

TEST(HeadCheck, RefusesEveryEncodingButChunked) {
  for (const char* encoding :
       {"identity", "xchunked", "gzip, chunked", "chunked, identity", "chunked;q=1", "\"chunked\"", ""}) {
    EXPECT_EQ(fault_with("Transfer-Encoding: " + std::string{encoding} + "\r\n"), "transfer-encoding") << encoding;
  }
  EXPECT_EQ(fault_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), "transfer-encoding");
  EXPECT_EQ(fault_in_head("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), "transfer-encoding");
}

TEST(HeadCheck, RefusesASpaceBeforeTheColonAndALineThatGoesOn) {
  EXPECT_EQ(fault_with("Content-Length : 5\r\n"), "name of a field");
  EXPECT_EQ(fault_with("X: a\r\n b\r\n"), "field without a name");
  EXPECT_EQ(fault_with("X: a\r\n\tb: c\r\n"), "name of a field");
  EXPECT_EQ(fault_with(" X: a\r\n"), "name of a field");
  EXPECT_EQ(fault_with("X\r\n"), "field without a name");
  EXPECT_EQ(fault_with(": a\r\n"), "field without a name");
}

TEST(HeadCheck, RefusesControlCharacters) {
  for (const char c : {'\0', '\1', '\r', '\x7f', '\x1b'}) {
    EXPECT_EQ(fault_with(std::string{"X: a"} + c + "b\r\n"), "value of a field") << static_cast<int>(c);
    EXPECT_EQ(fault_with(std::string{"X"} + c + ": b\r\n"), "name of a field") << static_cast<int>(c);
  }
}

TEST(HeadCheck, WantsOneHost) {
  EXPECT_EQ(fault_in_head("GET / HTTP/1.1\r\n\r\n"), "host");
  EXPECT_EQ(fault_with("Host: localhost\r\n"), "host");
  EXPECT_EQ(fault_in_head("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), "host");
  EXPECT_EQ(fault_in_head("GET / HTTP/1.1\r\nHost: user@a\r\n\r\n"), "host");
}

TEST(HeadCheck, RefusesTwoOfWhatSaysWhoAsks) {
  EXPECT_EQ(fault_with("Cookie: a=b\r\nCookie: c=d\r\n"), "cookie");
  EXPECT_EQ(fault_with("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"), "authorization");
}

TEST(HeadCheck, ReadsTheFirstLineAsItIsWritten) {
  for (const char* line : {"GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET /", "GET", "",
                           "GET / HTTP/2.0", "GET / HTTP/1.2", "GET / http/1.1", "G@T / HTTP/1.1", "GET /a b HTTP/1.1",
                           "GET /\x80 HTTP/1.1", "GET /#x HTTP/1.1", "GET\t/ HTTP/1.1"}) {
    EXPECT_TRUE(fault_in_head(std::string{line} + "\r\nHost: a\r\n\r\n")) << line;
  }
}

TEST(HeadCheck, TakesNoMoreThanAHundredFields) {
  std::string fields;
  for (int i = 0; i < 99; ++i) fields += "X: y\r\n";
  EXPECT_EQ(fault_with(fields), std::nullopt);
  EXPECT_EQ(fault_with(fields + "X: y\r\n"), "more than 100 fields");
}

/// What Beast 1.81 alone would take; were it to refuse these one day, our own check is still there.
TEST(HeadCheck, IsStricterThanTheParserBehindIt) {
  for (const char* fields : {"Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5, 5\r\n",
                             "Transfer-Encoding: identity\r\n", "Transfer-Encoding: chunked, identity\r\n",
                             "Transfer-Encoding: xchunked\r\n", "X: a\r\n b\r\n", "Host: b\r\n"}) {
    const std::string head = std::string{kGet} + fields + "\r\n";
    EXPECT_TRUE(RequestParser{}.read_head(head)) << fields;
    EXPECT_TRUE(fault_in_head(head)) << fields;
  }
}

TEST(HeadEnd, IsFoundWhereverThePiecesAreCut) {
  const std::string head = std::string{kGet} + "\r\n";
  const std::string bytes = head + "GET /next";
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    const HeadEnd first = find_head_end(std::string_view{bytes}.substr(0, cut), 0);
    EXPECT_FALSE(first.is_broken);
    EXPECT_EQ(first.end, cut >= head.size() ? head.size() : 0u) << cut;
    if (first.end == 0) {
      EXPECT_EQ(find_head_end(bytes, cut).end, head.size()) << cut;
    }
  }
}

TEST(HeadEnd, KnowsAtOnceWhatCanBeNoHead) {
  EXPECT_TRUE(find_head_end("\x16\x03\x01", 0).is_broken);  // TLS where there is none
  EXPECT_TRUE(find_head_end("GET / HTTP/1.1\nHost: a\n\n", 0).is_broken);
  EXPECT_TRUE(find_head_end(" GET", 0).is_broken);
  EXPECT_FALSE(find_head_end("GE", 0).is_broken);
}

}  // namespace
}  // namespace collega::http
