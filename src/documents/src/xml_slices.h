#pragma once

// A long XML member one element at a time: a sheet of a million cells is no tree of a million nodes then.

#include <optional>
#include <string_view>

#include "collega/base/result.h"

namespace collega::documents {

class XmlSlices {
 public:
  /// The elements of `xml` with this name, whatever their prefix, in their order. They must not hold each other, as
  /// rows and strings do not.
  XmlSlices(std::string_view xml, std::string_view name) : rest_(xml), name_(name) {}

  /// The next element from its "<" to its last ">"; nothing behind the last. Error: document_broken when it does not
  /// end.
  [[nodiscard]] Result<std::optional<std::string_view>> next();

 private:
  std::string_view rest_;
  std::string_view name_;
};

}  // namespace collega::documents
