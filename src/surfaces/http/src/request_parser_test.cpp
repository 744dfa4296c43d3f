#include "request_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace collega::http {
namespace {

constexpr std::string_view kChunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

struct Body {
  std::string bytes;
  std::string rest;  ///< behind it
  bool is_done = false;
  bool is_broken = false;
};

/// Reads a body that comes `piece` bytes at a time.
Body body_of(std::string_view head, std::string_view bytes, std::size_t piece, std::size_t room = 7) {
  RequestParser parser;
  EXPECT_TRUE(parser.read_head(head));
  Body body;
  std::string in;
  std::string out(room, '\0');
  while (!parser.is_done()) {
    const RequestParser::Progress progress = parser.read_body(in, out);
    in.erase(0, progress.consumed);
    body.bytes += out.substr(0, progress.produced);
    body.is_broken = progress.is_broken;
    if (progress.is_broken) break;
    if (progress.consumed > 0) continue;
    if (bytes.empty()) break;
    in += bytes.substr(0, piece);
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  body.is_done = parser.is_done();
  body.rest = in + std::string{bytes};
  return body;
}

TEST(RequestParser, ReadsABodyOfALength) {
  for (const std::size_t piece : {1u, 3u, 100u}) {
    const Body body = body_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", "hello worldGET /", piece);
    EXPECT_EQ(body.bytes, "hello world");
    EXPECT_EQ(body.rest, "GET /");
    EXPECT_TRUE(body.is_done);
  }
}

TEST(RequestParser, ReadsABodyInChunks) {
  for (const std::size_t piece : {1u, 4u, 100u}) {
    const Body body = body_of(kChunkedHead, "5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nTrailer: x\r\n\r\nGET /", piece);
    EXPECT_EQ(body.bytes, "hello world");
    EXPECT_EQ(body.rest, "GET /");
    EXPECT_TRUE(body.is_done);
  }
}

TEST(RequestParser, RefusesBrokenChunks) {
  for (const char* chunks : {"0x5\r\nhello\r\n0\r\n\r\n", " 5\r\nhello\r\n", "-5\r\nhello\r\n", "fffffffffffffffff\r\n",
                             "5\r\nhelloX\r\n0\r\n\r\n", "\r\n\r\n"}) {
    EXPECT_TRUE(body_of(kChunkedHead, chunks, 100, 64).is_broken) << chunks;
  }
}

TEST(RequestParser, KnowsWhenThereIsNoBody) {
  RequestParser parser;
  ASSERT_TRUE(parser.read_head("DELETE /api/files/1 HTTP/1.1\r\nHost: a\r\n\r\n"));
  EXPECT_TRUE(parser.is_done());
  EXPECT_EQ(parser.content_length(), 0u);
  EXPECT_TRUE(parser.keeps_alive());
}

TEST(RequestParser, KeepsAliveAsTheVersionSays) {
  const auto keeps = [](std::string_view head) {
    RequestParser parser;
    EXPECT_TRUE(parser.read_head(head));
    return parser.keeps_alive();
  };
  EXPECT_FALSE(keeps("GET / HTTP/1.0\r\n\r\n"));
  EXPECT_TRUE(keeps("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
  EXPECT_FALSE(keeps("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
}

}  // namespace
}  // namespace collega::http
