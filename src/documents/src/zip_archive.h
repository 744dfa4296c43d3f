#pragma once

// The members of a zip file in memory, as DOCX and ODT are.

#include <memory>
#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/read.h"

struct zip;

namespace collega::documents {

class ZipArchive {
 public:
  /// `bytes` must outlive the archive. Errors: document_broken; document_encrypted for a locked member or an Office
  /// file wrapped in encryption; document_bomb when the members claim more than `limits` allows.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes, const Limits& limits);

  [[nodiscard]] bool has(const std::string& member) const;

  /// Errors: document_broken when it is not there or its bytes are wrong; document_bomb when it unpacks to far more
  /// than text does, or together with what was read before to more than the limit.
  [[nodiscard]] Result<std::string> read(const std::string& member);

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };

  ZipArchive(std::unique_ptr<zip, Discard> archive, std::size_t budget)
      : archive_(std::move(archive)), budget_(budget) {}

  std::unique_ptr<zip, Discard> archive_;
  std::size_t budget_;  // bytes that may still be unpacked
};

}  // namespace collega::documents
