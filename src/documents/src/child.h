#pragma once

#include <functional>
#include <string_view>

#include "collega/base/result.h"
#include "collega/documents/read.h"

namespace collega::documents {

using Parse = std::function<Result<Document>(std::string_view bytes, std::string_view name, const Limits& limits)>;

/// True when `argv` is that of a child.
[[nodiscard]] bool is_child(int argc, char** argv);

/// Goes behind the walls of sandbox.h and serves requests from kChildSocket until the parent closes it: for documents
/// with `parse`, for tables with read_xlsx(), for images of pages with draw_page(). The exit status.
[[nodiscard]] int serve(const Parse& parse);

}  // namespace collega::documents
