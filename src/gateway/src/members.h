#pragma once

// Members of a request and what each is, as a table.

#include <span>
#include <string>
#include <string_view>

#include "shield.h"

namespace collega::gateway {

enum class As {
  plain,      ///< a number, true or false, or a word such as "auto"; objects and lists of these
  dropped,    ///< the service has no need of it, or would tell by it who asks
  text,       ///< looked through
  texts,      ///< a text, or a list of them
  arguments,  ///< JSON in a text
  tree,       ///< every text in it
  content,    ///< a text, or parts by the table of parts
  apart       ///< looked at by who reads the table
};

struct Member {
  std::string_view name;
  As as = As::plain;
};

/// What a part of a message may be: its type, and its own members.
struct Part {
  std::string_view type;
  std::span<const Member> members;
};

class Members {
 public:
  Members(Shield& shield, std::span<const Part> parts) : shield_(shield), parts_(parts) {}

  /// First takes out what is dropped and refuses what is not in the table, then hands over the texts. `where` is the
  /// path.
  [[nodiscard]] Result<Done> add(JsonObject& object, std::span<const Member> table, const std::string& where);
  /// An object or list by its type.
  [[nodiscard]] Result<Done> add_part(Json& part, const std::string& where);

 private:
  [[nodiscard]] Result<Done> add_content(Json& content, const std::string& where);
  [[nodiscard]] Result<Done> add_file(JsonObject& object, const std::string& where);
  [[nodiscard]] Result<Done> add_member(Json& value, As as, const std::string& where);
  Shield& shield_;
  std::span<const Part> parts_;
};

[[nodiscard]] Error cannot_check(const std::string& where);
/// "messages[3]"
[[nodiscard]] std::string at(std::string_view list, std::size_t index);
/// Of a list of objects. Errors: missing_member, wrong_type.
[[nodiscard]] Result<JsonArray*> list_in(JsonObject& object, std::string_view name);

/// The tools of a request: only those that the asker's own program carries out. A service's own would look elsewhere
/// with what they are told.
[[nodiscard]] Result<Done> add_tools(JsonObject& request, Shield& shield);

}  // namespace collega::gateway
