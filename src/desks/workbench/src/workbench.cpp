#include "collega/workbench/workbench.h"

#include "extract_skills.h"
#include "read_document.h"

namespace collega::workbench {
namespace {

using operations::Context;

operations::Operation documents_read(const Tools& tools) {
  return {
      .name = "documents.read",
      .title = {"Een document lezen", "Read a document"},
      .purpose = {"Leest een document als tekst met bladzijden, koppen en meldingen.",
                  "Reads a document as text with pages, headings and notices."},
      .risk = {operations::Risk::minimal, ""},
      .reads = {operations::Data::given_files},
      .may = {operations::Role::recruiter, operations::Role::hr_adviser},
      .handler = operations::handler<ReadRequest, ReadAnswer>(
          [reader = tools.reader](const ReadRequest& request, Context& context) -> Result<ReadAnswer> {
            return answer_of(TRY(reader().read(request.path)), context.language);
          }),
  };
}

operations::Operation skills_extract(const Tools& tools) {
  return {
      .name = "skills.extract",
      .title = {"Vaardigheden in een tekst vinden", "Find the skills in a text"},
      .purpose = {"Vindt vaardigheden, bevoegdheden, opleidingen en talen in een tekst.",
                  "Finds skills, licences, programmes and languages in a text."},
      .risk = {operations::Risk::limited, ""},
      .reads = {operations::Data::given_text},
      .may = {operations::Role::recruiter, operations::Role::hr_adviser},
      .handler = operations::handler<ExtractRequest, ExtractAnswer>(
          [finder = tools.finder](const ExtractRequest& request, Context& context) -> Result<ExtractAnswer> {
            return extract(request, *TRY(finder()), context.language);
          }),
  };
}

}  // namespace

std::vector<operations::Operation> operations(const Tools& tools) {
  return {documents_read(tools), skills_extract(tools)};
}

}  // namespace collega::workbench
