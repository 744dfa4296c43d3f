#include "collega/hiring/hiring.h"

#include "match_files.h"
#include "rows.h"

namespace collega::hiring {

using namespace operations;

std::string_view embedded_hiring_1_sql();
std::string_view embedded_hiring_2_sql();
std::string_view embedded_hiring_3_sql();

std::vector<store::Migration> migrations() {
  return {{"hiring", 1, embedded_hiring_1_sql()},
          {"hiring", 2, embedded_hiring_2_sql()},
          {"hiring", 3, embedded_hiring_3_sql()}};
}

std::vector<Operation> operations(const Tools& tools) {
  std::vector<Operation> rows;
  rows.push_back({
      .name = "hiring.match_files",
      .title = {"Kandidaten naast de criteria leggen", "Lay candidates beside the criteria"},
      .purpose =
          {"Toont per criterium van een vacature wat de papieren van elke kandidaat laten zien, met de zin en de "
           "bladzijde.",
           "Shows for each criterion of a vacancy what every candidate's papers show, with the sentence and the page."},
      .effect = Effect::proposes,
      .risk = {Risk::high, "AI Act, Annex III 4(a)"},
      .reads = {Data::given_files, Data::candidate_papers},
      .may = {Role::recruiter},
      .oversight = Oversight::decide_each_with_reason,
      .limits =
          {"Kent alleen wat in de papieren staat. Wat er niet in staat is onbekend, en geen nee. Kijkt niet naar naam, "
           "geslacht, geboortedatum, nationaliteit, adres of foto.",
           "Knows only what the papers say. What they do not say is unknown, and no refusal. Does not look at name, "
           "sex, birth date, nationality, address or photo."},
      .parts = schema_of<CandidateResult>(),
      .handler = handler<MatchFilesRequest, MatchFilesAnswer>(
          [tools](const MatchFilesRequest& request, Context& context) { return match_files(request, context, tools); }),
  });
  add_vacancy_rows(rows, tools);
  add_vacancy_reopening_rows(rows);
  add_colleague_rows(rows);
  add_place_rows(rows);
  add_intake_rows(rows);
  add_troubled_rows(rows);
  add_match_rows(rows, tools);
  add_matrix_rows(rows);
  add_candidate_rows(rows, tools);
  add_deciding_rows(rows);
  add_reopening_rows(rows);
  add_question_rows(rows);
  add_page_rows(rows, tools);
  add_rights_rows(rows);
  add_link_rows(rows, tools);
  add_export_rows(rows, tools);
  return rows;
}

}  // namespace collega::hiring
