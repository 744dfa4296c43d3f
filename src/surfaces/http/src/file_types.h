#pragma once

#include <string>

#include "collega/base/described.h"
#include "collega/operations/spool.h"

namespace collega::http {

/// A file that somebody handed over, or may fetch.
struct FileSeen {
  operations::FileId file;
  std::string name;
  std::int64_t bytes = 0;
  bool whole = false;
};
BOOST_DESCRIBE_STRUCT(FileSeen, (), (file, name, bytes, whole))

}  // namespace collega::http

namespace collega {

template <>
struct FieldTable<http::FileSeen> {
  static constexpr Field rows[] = {
      {.name = "file",
       .meaning = {"het bestand, zoals een bewerking het aanneemt", "the file, as an operation takes it"}},
      {.name = "name", .meaning = {"de naam", "its name"}, .personal = Personal::ordinary},
      {.name = "bytes", .meaning = {"hoeveel ervan er is", "how much of it there is"}, .unit = "bytes"},
      {.name = "whole", .meaning = {"of het helemaal is aangekomen", "whether it arrived whole"}},
  };
};

}  // namespace collega
