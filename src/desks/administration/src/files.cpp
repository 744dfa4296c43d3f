#include "files.h"

#include <fstream>

namespace collega::administration {

Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) return Error{ErrorCode::file_not_found, file.string()};
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure) return Error{ErrorCode::file_unreadable, file.string()};
  if (size > most_bytes) return Error{ErrorCode::document_too_large, file.string()};
  std::ifstream in{file, std::ios::binary};
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in) return Error{ErrorCode::file_unreadable, file.string()};
  return bytes;
}

Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out{file, std::ios::binary};
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return Error{ErrorCode::file_unwritable, file.string()};
  return Done{};
}

}  // namespace collega::administration
