#pragma once

// The description of this interface for programs (OpenAPI 3.1), made of the table of operations.

#include <mutex>
#include <string>
#include <string_view>

#include "collega/base/json.h"
#include "collega/base/language.h"
#include "collega/operations/run.h"
#include "reply.h"

namespace collega::http {

[[nodiscard]] Json open_api_document(const operations::Table& table, std::string_view version, Language language);

/// The document as it is sent, made at its first use. May be used from several threads; the table must outlive it.
class OpenApi {
 public:
  struct Written {
    Shared plain, gzip;
    std::string tag;  ///< without quotes
  };

  OpenApi(const operations::Table& table, std::string version) : table_(table), version_(std::move(version)) {}
  [[nodiscard]] const Written& written(Language language);

 private:
  const operations::Table& table_;
  std::string version_;
  std::mutex mutex_;
  Written nl_, en_;
};

}  // namespace collega::http
