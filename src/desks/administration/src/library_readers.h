#pragma once

// Documents of the library as an asker may see or keep them, and their readers by name.

#include "collega/operations/operation.h"
#include "library_types.h"

namespace collega::administration {

/// Error: unknown_document, also where the asker may not read it.
[[nodiscard]] Result<library::Document> readable_document(store::ReadTransaction& read,
                                                          const operations::Context& context,
                                                          library::DocumentId document);
/// Error: unknown_document, also where the asker may not keep it.
[[nodiscard]] Result<library::Document> kept_document(store::ReadTransaction& read, const operations::Context& context,
                                                      library::DocumentId document);

/// Sets who reads the document. Errors: unknown_unit, unknown_person, and those of library::set_readers().
Result<Done> let_read(store::WriteTransaction& write, library::DocumentId document, const ReaderNames& readers);

[[nodiscard]] Result<ReaderNames> readers_named(store::ReadTransaction& read, library::DocumentId document, Date today);

}  // namespace collega::administration
