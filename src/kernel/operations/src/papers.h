#pragma once

// Papers by the way (base/described.h, Paper): what somebody elsewhere calls by the id of a file that they handed over,
// a handler reads by its path; and the other way around for what it makes.

#include <map>
#include <string>

#include "collega/operations/spool.h"

namespace collega::operations {

/// Whether an operation's input names papers at all.
[[nodiscard]] bool has_papers(const Json& input_schema);

class Papers {
 public:
  Papers(Spool& spool, const identity::Asker& asker) : spool_(spool), asker_(asker) {}

  /// The input with paths in place of ids. Errors: unknown_file, file_incomplete, unknown_value;
  /// at_terminal_only for a folder.
  [[nodiscard]] Result<Json> to_paths(Json input, const Json& schema);
  /// The answer with, in place of paths, the names of what was given and the ids of what was made, whole now.
  [[nodiscard]] Result<Json> to_ids(Json answer);
  /// The error with the name of a file in place of its path.
  [[nodiscard]] Error named(Error error) const;

 private:
  Result<Done> translate(Json& value, const Json& schema);
  Result<Done> translate_paper(Json& value, std::string_view paper);
  [[nodiscard]] Result<std::string> given_path(std::string_view id);
  [[nodiscard]] Result<std::string> made_path(std::string_view name);
  void name_all(Json& value) const;

  Spool& spool_;
  const identity::Asker& asker_;
  std::map<std::string, std::string> names_;  ///< by path: what stands for it in an answer
  std::vector<FileId> made_;
};

}  // namespace collega::operations
