#pragma once

#include <string>
#include <vector>

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

/// One of several that came as one, one behind the other.
struct PackedFile {
  std::string name;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(PackedFile, (), (name, bytes))

struct Packed {
  std::vector<PackedFile> files;
};
BOOST_DESCRIBE_STRUCT(Packed, (), (files))

struct Unpacked {
  std::vector<FileSeen> files;
};
BOOST_DESCRIBE_STRUCT(Unpacked, (), (files))

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

template <>
struct FieldTable<http::PackedFile> {
  static constexpr Field rows[] = {
      {.name = "name", .meaning = {"de naam", "its name"}, .personal = Personal::ordinary},
      {.name = "bytes", .meaning = {"hoe groot het is", "how large it is"}, .unit = "bytes", .min = 0},
  };
};

template <>
struct FieldTable<http::Packed> {
  static constexpr Field rows[] = {
      {.name = "files",
       .meaning = {"wat er achter elkaar in staat, in die volgorde; samen precies het geheel",
                   "what is in it, one behind the other and in this order; together exactly the whole"}},
  };
};

template <>
struct FieldTable<http::Unpacked> {
  static constexpr Field rows[] = {
      {.name = "files", .meaning = {"de bestanden, in dezelfde volgorde", "the files, in the same order"}},
  };
};

}  // namespace collega
