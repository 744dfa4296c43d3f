#pragma once

// The address of a server, as a person types it and as it is kept.

#include <string>
#include <string_view>

#include "collega/base/messages.h"
#include "collega/base/result.h"

namespace collega::cli {

struct Address {
  std::string url;         ///< "https://hr.example.nl:8443/collega": no slash at its end, nothing that names a user
  bool is_secure = false;  ///< https
  bool is_here = false;    ///< this computer

  bool operator==(const Address&) const = default;
};

/// Without a scheme it is https, and http for this computer. Error: bad_call with why, also for http to another
/// computer unless `insecure`: the password, the session and all that is asked could be read and changed on the way.
[[nodiscard]] Result<Address> parse_address(std::string_view typed, bool insecure, const Messages& text);

}  // namespace collega::cli
