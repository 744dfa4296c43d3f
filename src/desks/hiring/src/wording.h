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

/// The message for what a person should know of how a document was read.
[[nodiscard]] std::string_view key_of(documents::NoticeKind kind);

/// "Duits" for "de".
[[nodiscard]] std::string language_name(const std::string& code, const Messages& messages);

}  // namespace collega::hiring
