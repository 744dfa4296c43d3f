#pragma once

// The desk's findings in words.

#include "collega/base/messages.h"
#include "collega/documents/document.h"
#include "match_files_types.h"

namespace collega::hiring {

[[nodiscard]] const Messages& messages_in(Language language);

/// Why a requirement was judged as it was, in a sentence.
[[nodiscard]] std::string why(const skills::Judgement& judgement, const skills::Requirement& requirement,
                              const Messages& messages);

/// What a person should know of how this document was read.
[[nodiscard]] std::string notice_text(const documents::Notice& notice, const std::string& document,
                                      const Messages& messages);

/// "Duits" for "de".
[[nodiscard]] std::string language_name(const std::string& code, const Messages& messages);

}  // namespace collega::hiring
