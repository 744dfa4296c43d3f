#include "compression.h"

#include <zlib.h>

#include <new>

namespace collega::http {
namespace {

// An answer of 50 kB in 0.5 ms, at a seventh of its size; level 6 takes thrice as long for a tenth less.
constexpr int kLevel = 3;
constexpr int kGzip = 16 + MAX_WBITS;
constexpr int kMemory = 8;

}  // namespace

bool is_compressible(std::string_view media_type) {
  media_type = media_type.substr(0, media_type.find(';'));
  return media_type.starts_with("text/") || media_type.ends_with("json") || media_type.ends_with("javascript") ||
         media_type.ends_with("xml") || media_type == "application/manifest+json";
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);  // deflateBound is room for all of it
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace collega::http
