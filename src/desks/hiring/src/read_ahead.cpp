#include "read_ahead.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "collega/documents/read.h"

namespace collega::hiring {
namespace {

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Error{ErrorCode::file_not_found, path};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Result<NewPaper> read(const std::string& file, documents::Reader& reader) {
  NewPaper paper;
  paper.file_name = std::filesystem::path{file}.filename().string();
  paper.content = TRY(bytes_of(file));
  paper.document = TRY(reader.read(file));
  return paper;
}

/// A thread has nobody who catches what a bug throws; the file that did it is refused, and the others go on.
ReadFile read_safely(const std::string& file, documents::Reader& reader) {
  try {
    return {file, read(file, reader)};
  } catch (const std::exception& bug) {
    return {file, Error{ErrorCode::document_reader_failed, {}, bug.what()}};
  }
}

}  // namespace

ReadAhead::ReadAhead(const std::vector<std::vector<std::string>>& groups) : groups_(groups), read_(groups.size()) {
  for (std::size_t i = 0; i < std::min(kReaders, groups.size()); ++i)
    threads_.at(i) = std::thread{[this, i] { read_every_other(i); }};
}

ReadAhead::~ReadAhead() {
  ending_ = true;
  for (auto& room : room_) room.release();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

std::vector<ReadFile> ReadAhead::next() {
  const std::size_t group = taken_++;
  std::vector<ReadFile> files = read_.at(group).get_future().get();
  room_.at(group % kReaders).release();
  return files;
}

void ReadAhead::read_every_other(std::size_t first) {
  documents::Reader reader;
  for (std::size_t group = first; group < groups_.size(); group += kReaders) {
    room_.at(first).acquire();
    if (ending_) return;
    std::vector<ReadFile> files;
    for (const std::string& file : groups_[group]) files.push_back(read_safely(file, reader));
    read_[group].set_value(std::move(files));
  }
}

}  // namespace collega::hiring
