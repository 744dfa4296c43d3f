#pragma once

// Files by the way to a server: what a person names by its path goes there before the operation is asked, and what the
// operation made comes here after its answer. The schema of the input tells which is which (base/described.h, Paper).
// The answer names what was made in a member of the same name as the input's.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "server.h"

namespace collega::cli {

/// The papers of one asking. What it sent and what was made is removed from the server when it goes.
class ServerPapers {
 public:
  explicit ServerPapers(Server& server) : server_(server) {}
  ~ServerPapers();
  ServerPapers(const ServerPapers&) = delete;
  ServerPapers& operator=(const ServerPapers&) = delete;

  /// The input with, in place of paths, the ids of what was sent and the names of what is to be made. Errors:
  /// at_terminal_only for a folder, file_unwritable for what could not be put where it is to come, those of upload().
  [[nodiscard]] Told<Json> to_ids(Json input, const Json& schema);
  /// The answer with paths in place of names and ids, after what was made has come. Errors: unknown_file for what was
  /// not made, file_unwritable, those of download().
  [[nodiscard]] Told<Json> to_paths(Json answer);
  /// What was sent stays at the server: something there may still read it.
  void leave_sent() { leaves_sent_ = true; }
  /// The trouble with the path of a file in place of its name.
  [[nodiscard]] Trouble named(Trouble trouble) const;

 private:
  struct Made {
    std::string member;
    std::string path;            ///< as the person gave it
    std::filesystem::path part;  ///< where it comes until it is whole
  };

  Told<Done> translate(Json& value, const Json& schema, const std::string& name);
  Told<Done> translate_paper(Json& value, std::string_view paper, const std::string& name);
  [[nodiscard]] Told<std::string> given(const std::string& path);
  [[nodiscard]] Told<std::string> made(const std::string& path, const std::string& member);
  Told<Done> fetch(const Made& file, std::string_view id);
  void name_all(Json& value) const;

  Server& server_;
  std::map<std::string, std::string> sent_;   ///< path → id
  std::map<std::string, std::string> paths_;  ///< by what stands for it in an answer; empty: several
  std::vector<Made> made_;
  std::vector<std::string> fetched_;
  bool leaves_sent_ = false;
};

}  // namespace collega::cli
