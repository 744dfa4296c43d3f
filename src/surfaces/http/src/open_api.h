#pragma once

// The description of this interface, as it is sent.

#include <mutex>
#include <string>
#include <string_view>

#include "collega/base/language.h"
#include "collega/http/description.h"
#include "collega/operations/run.h"
#include "reply.h"

namespace collega::http {

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
