#include "backup_file.h"

#include <sodium.h>

#include <array>

namespace collega::store {
namespace {

constexpr std::string_view kMagic = "collega-backup-1\n";
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
// A frame holds one batch of rows; the largest holds one large document.
constexpr std::size_t kMostBytes = 1UL << 30;

std::string length_of(std::size_t size) {
  std::string bytes(4, '\0');
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<char>(size >> (8 * i) & 0xff);
  return bytes;
}

std::size_t length_in(const std::array<unsigned char, 4>& bytes) {
  return bytes[0] | std::size_t{bytes[1]} << 8 | std::size_t{bytes[2]} << 16 | std::size_t{bytes[3]} << 24;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

struct BackupWriter::Stream {
  crypto_secretstream_xchacha20poly1305_state sodium;
};

BackupWriter::BackupWriter(DurableFile file, std::unique_ptr<Stream> stream)
    : file_(std::move(file)), stream_(std::move(stream)) {}
BackupWriter::~BackupWriter() = default;

Result<std::unique_ptr<BackupWriter>> BackupWriter::create(const std::filesystem::path& file, const Key& key) {
  DurableFile out = TRY(DurableFile::create(file));
  auto stream = std::make_unique<Stream>();
  std::string header(kHeader, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&stream->sodium, bytes_of(header), key.bytes.data());
  TRY(out.write(std::string{kMagic} + header));
  return std::unique_ptr<BackupWriter>{new BackupWriter{std::move(out), std::move(stream)}};
}

Result<Done> BackupWriter::push(std::string_view plain, bool last) {
  std::string sealed(plain.size() + kOverhead, '\0');
  const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
  crypto_secretstream_xchacha20poly1305_push(&stream_->sodium, bytes_of(sealed), nullptr, bytes_of(plain), plain.size(),
                                             nullptr, 0, tag);
  TRY(file_.write(length_of(sealed.size())));
  return file_.write(sealed);
}

Result<std::int64_t> BackupWriter::finish(std::string_view plain) {
  TRY(push(plain, true));
  TRY(file_.finish());
  return file_.size();
}

struct BackupReader::Stream {
  std::ifstream in;
  std::string where;
  crypto_secretstream_xchacha20poly1305_state sodium;
  bool is_first = true;
  bool is_done = false;
};

BackupReader::BackupReader(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
BackupReader::~BackupReader() = default;

Result<std::unique_ptr<BackupReader>> BackupReader::open(const std::filesystem::path& file, const Key& key) {
  auto stream = std::make_unique<Stream>();
  stream->where = file.string();
  stream->in.open(file, std::ios::binary);
  if (!stream->in) return Error{ErrorCode::file_not_found, stream->where};
  std::string magic(kMagic.size(), '\0');
  std::string header(kHeader, '\0');
  stream->in.read(magic.data(), static_cast<std::streamsize>(magic.size()));
  stream->in.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (!stream->in || magic != kMagic ||
      crypto_secretstream_xchacha20poly1305_init_pull(&stream->sodium, bytes_of(header), key.bytes.data()) != 0) {
    return Error{ErrorCode::backup_broken, stream->where};
  }
  return std::unique_ptr<BackupReader>{new BackupReader{std::move(stream)}};
}

Result<std::string> BackupReader::frame() {
  const Error broken{ErrorCode::backup_broken, stream_->where};
  std::array<unsigned char, 4> length{};
  stream_->in.read(reinterpret_cast<char*>(length.data()), length.size());
  const std::size_t size = length_in(length);
  if (!stream_->in || stream_->is_done || size < kOverhead || size > kMostBytes) return broken;
  std::string sealed(size, '\0');
  stream_->in.read(sealed.data(), static_cast<std::streamsize>(size));
  if (!stream_->in) return broken;
  std::string plain(size - kOverhead, '\0');
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&stream_->sodium, bytes_of(plain), nullptr, &tag, bytes_of(sealed),
                                                 sealed.size(), nullptr, 0) != 0) {
    return stream_->is_first ? Error{ErrorCode::key_wrong, stream_->where} : broken;
  }
  stream_->is_first = false;
  stream_->is_done = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  return plain;
}

bool BackupReader::is_at_end() const { return stream_->is_done; }

}  // namespace collega::store
