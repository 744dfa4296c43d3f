#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "collega/base/described.h"
#include "collega/base/moment.h"

namespace collega::administration {

struct BackupRequest {
  std::string file;
};
BOOST_DESCRIBE_STRUCT(BackupRequest, (), (file))

struct BackupAnswer {
  std::string file;
  std::int64_t rows = 0;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(BackupAnswer, (), (file, rows, bytes))

struct MakeBackupRequest {
  std::string file;
};
BOOST_DESCRIBE_STRUCT(MakeBackupRequest, (), (file))

struct MadeBackup {
  std::string file;
  std::int64_t rows = 0;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(MadeBackup, (), (file, rows, bytes))

struct BackupStateRequest {};
BOOST_DESCRIBE_STRUCT(BackupStateRequest, (), ())

/// When something was last done, as the ledger has it.
struct LastTime {
  Moment at{};
  std::optional<std::int64_t> rows;
  std::optional<std::int64_t> bytes;
};
BOOST_DESCRIBE_STRUCT(LastTime, (), (at, rows, bytes))

struct BackupState {
  std::optional<LastTime> verified;
  std::optional<LastTime> at_terminal;
  std::optional<LastTime> key_changed;
  bool key_beside_data = true;
};
BOOST_DESCRIBE_STRUCT(BackupState, (), (verified, at_terminal, key_changed, key_beside_data))

struct RestoreRequest {
  std::string file;
  std::string into;
  std::optional<std::string> key_file;
  std::optional<std::string> postgres;
  std::optional<std::string> erasures;
};
BOOST_DESCRIBE_STRUCT(RestoreRequest, (), (file, into, key_file, postgres, erasures))

struct RestoreAnswer {
  std::string into;
  std::int64_t erased_again = 0;
  std::optional<std::string> reminder;
};
BOOST_DESCRIBE_STRUCT(RestoreAnswer, (), (into, erased_again, reminder))

struct RotateKeyRequest {};
BOOST_DESCRIBE_STRUCT(RotateKeyRequest, (), ())

struct RotateKeyAnswer {
  bool changed = false;
  std::string reminder;
};
BOOST_DESCRIBE_STRUCT(RotateKeyAnswer, (), (changed, reminder))

}  // namespace collega::administration

namespace collega {

template <>
struct FieldTable<administration::BackupRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"bestand voor de back-up", "file for the backup"}, .paper = Paper::folder},
  };
};

template <>
struct FieldTable<administration::BackupAnswer> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"bestand", "file"}},
      {.name = "rows", .meaning = {"regels", "rows"}},
      {.name = "bytes", .meaning = {"grootte", "size"}, .unit = "bytes"},
  };
};

template <>
struct FieldTable<administration::MakeBackupRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"naam voor het bestand", "name for the file"}, .paper = Paper::made},
  };
};

template <>
struct FieldTable<administration::MadeBackup> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand, om op te halen", "the file, to be fetched"}},
      {.name = "rows", .meaning = {"regels", "rows"}},
      {.name = "bytes", .meaning = {"grootte", "size"}, .unit = "bytes"},
  };
};

template <>
struct FieldTable<administration::BackupStateRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<administration::LastTime> {
  static constexpr Field rows[] = {
      {.name = "at", .meaning = {"wanneer", "when"}},
      {.name = "rows", .meaning = {"regels", "rows"}},
      {.name = "bytes", .meaning = {"grootte", "size"}, .unit = "bytes"},
  };
};

template <>
struct FieldTable<administration::BackupState> {
  static constexpr Field rows[] = {
      {.name = "verified",
       .meaning = {"laatste back-up die is gemaakt en nagegaan", "last backup that was made and verified"}},
      {.name = "at_terminal",
       .meaning = {"laatste back-up aan de terminal van de server", "last backup at the server's terminal"}},
      {.name = "key_changed", .meaning = {"wanneer de sleutel is vervangen", "when the key was changed"}},
      {.name = "key_beside_data",
       .meaning = {"of de sleutel in een bestand bij de gegevens staat; anders geeft de omgeving hem",
                   "whether the key is in a file beside the data; else the environment gives it"}},
  };
};

template <>
struct FieldTable<administration::RestoreRequest> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"de back-up", "the backup"}, .paper = Paper::folder},
      {.name = "into", .meaning = {"lege map voor de gegevens", "empty folder for the data"}, .paper = Paper::folder},
      {.name = "key_file",
       .meaning = {"sleutelbestand van de gegevens, komt als `key` in de map; anders COLLEGA_KEY",
                   "key file of the data, becomes `key` in the folder; else COLLEGA_KEY"},
       .paper = Paper::folder},
      {.name = "postgres",
       .meaning = {"lege PostgreSQL-database, in plaats van SQLite", "empty PostgreSQL database, in place of SQLite"}},
      {.name = "erasures",
       .meaning = {"het bestand `erasures` van de gegevens: wie sinds de back-up gewist is",
                   "the file `erasures` of the data: who was erased since the backup"},
       .paper = Paper::folder},
  };
};

template <>
struct FieldTable<administration::RestoreAnswer> {
  static constexpr Field rows[] = {
      {.name = "into", .meaning = {"teruggezet in", "restored into"}},
      {.name = "erased_again", .meaning = {"mensen opnieuw gewist", "people erased again"}},
      {.name = "reminder", .meaning = {"let op", "mind"}},
  };
};

template <>
struct FieldTable<administration::RotateKeyRequest> {
  static constexpr std::array<Field, 0> rows{};
};

template <>
struct FieldTable<administration::RotateKeyAnswer> {
  static constexpr Field rows[] = {
      {.name = "changed", .meaning = {"nieuwe sleutel", "new key"}},
      {.name = "reminder", .meaning = {"let op", "mind"}},
  };
};

}  // namespace collega
