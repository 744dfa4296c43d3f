#pragma once

#include "collega/administration/administration.h"
#include "library_types.h"

namespace collega::administration {

/// The file is read before the transaction begins: nobody waits for the only writer while a page is recognised. Errors:
/// bad_call (a new version with what belongs to its document); those of reading a file; unknown_document; not_allowed
/// (a document of the whole organisation, by who has a part of it); those of library::add_document(), add_version() and
/// set_readers().
Result<AddDocumentAnswer> add_document(const AddDocumentRequest& asked, operations::Context& context,
                                       const Tools& tools);

}  // namespace collega::administration
