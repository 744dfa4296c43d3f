#include "compression.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace collega::http {
namespace {

std::string unzipped(const std::string& bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 16 + MAX_WBITS), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return out;
}

TEST(Gzipped, IsSmallerAndTheSame) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += R"({"name":"Wit, Anna de","hours":36},)";
  const std::string bytes = gzipped(text);
  EXPECT_LT(bytes.size(), text.size() / 20);
  EXPECT_EQ(unzipped(bytes, text.size()), text);
}

TEST(Gzipped, TakesWhatCannotBeCompressed) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 100'000; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  EXPECT_EQ(unzipped(gzipped(noise), noise.size()), noise);
  EXPECT_EQ(unzipped(gzipped(""), 0), "");
}

TEST(IsCompressible, IsText) {
  for (const char* type : {"application/json", "application/problem+json", "text/html; charset=utf-8",
                           "text/javascript", "image/svg+xml"}) {
    EXPECT_TRUE(is_compressible(type)) << type;
  }
  for (const char* type : {"image/png", "font/woff2", "application/octet-stream", "application/pdf"})
    EXPECT_FALSE(is_compressible(type)) << type;
}

}  // namespace
}  // namespace collega::http
