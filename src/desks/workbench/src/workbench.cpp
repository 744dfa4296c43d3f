#include "collega/workbench/workbench.h"

#include "extract_skills.h"
#include "fairness.h"
#include "gap.h"
#include "import_taxonomy.h"
#include "link_skills.h"
#include "privacy.h"
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
            return extract(request, *TRY(finder()), context.today, context.language);
          }),
  };
}

operations::Operation skills_link(const Tools& tools) {
  return {
      .name = "skills.link",
      .title = {"Een titel of vaardigheid aan de taxonomie koppelen", "Link a title or skill to the taxonomy"},
      .purpose = {"Zoekt bij een functietitel, woordgroep of zin de beroepen of vaardigheden die bedoeld kunnen zijn.",
                  "Finds the occupations or skills that a job title, phrase or sentence may mean."},
      .risk = {operations::Risk::limited, ""},
      .reads = {operations::Data::given_text},
      .may = {operations::Role::recruiter, operations::Role::hr_adviser},
      .handler = operations::handler<LinkRequest, LinkAnswer>(
          [linker = tools.linker](const LinkRequest& request, Context& context) -> Result<LinkAnswer> {
            return link(request, *TRY(linker()), context.language);
          }),
  };
}

operations::Operation skills_gap(const Tools& tools) {
  return {
      .name = "skills.gap",
      .title = {"Wat nog ontbreekt voor een beroep", "What an occupation still asks"},
      .purpose = {"Legt vaardigheden van een persoon of een team naast wat een beroep of functie vraagt.",
                  "Lays the skills of a person or a team beside what an occupation or position asks."},
      .risk = {operations::Risk::limited, ""},
      .reads = {operations::Data::given_text},
      .may = {operations::Role::recruiter, operations::Role::hr_adviser},
      .handler = operations::handler<GapRequest, GapAnswer>(
          [gaps = tools.gaps](const GapRequest& request, Context& context) -> Result<GapAnswer> {
            return gap(request, *TRY(gaps()), context.language);
          }),
  };
}

operations::Operation skills_moves(const Tools& tools) {
  return {
      .name = "skills.moves",
      .title = {"Beroepen die dichtbij liggen", "Occupations that are near"},
      .purpose = {"Noemt de beroepen die het meest vragen van wat iemand al kan, en wat elk nog vraagt.",
                  "Names the occupations that ask most of what somebody has, and what each still asks."},
      .risk = {operations::Risk::limited, ""},
      .reads = {operations::Data::given_text},
      .may = {operations::Role::recruiter, operations::Role::hr_adviser},
      .handler = operations::handler<MovesRequest, MovesAnswer>(
          [gaps = tools.gaps](const MovesRequest& request, Context& context) -> Result<MovesAnswer> {
            return moves(request, *TRY(gaps()), context.language);
          }),
  };
}

operations::Operation taxonomy_import() {
  return {
      .name = "taxonomy.import",
      .title = {"Een taxonomie inlezen", "Import a taxonomy"},
      .purpose = {"Maakt van de bestanden van ESCO een taxonomie die --taxonomy in een oogwenk leest.",
                  "Makes the files of ESCO into a taxonomy that --taxonomy reads in a moment."},
      .risk = {operations::Risk::minimal, ""},
      .reads = {operations::Data::given_files},
      .may = {operations::Role::administrator},
      .command = "taxonomy import",
      .given = {"sources"},
      .handler = operations::handler<TaxonomyImportRequest, TaxonomyImportAnswer>(
          [](const TaxonomyImportRequest& request, Context&) { return import_taxonomy(request); }),
  };
}

operations::Operation statistics_fairness() {
  return {
      .name = "statistics.fairness",
      .title = {"Groepen naast elkaar leggen", "Lay groups beside each other"},
      .purpose = {"Toont per groep wie gekozen wordt, op wie fouten vallen en wie waar in een rangschikking staat, met "
                  "marges.",
                  "Shows of each group who is selected, on whom mistakes fall and who stands where in a ranking, with "
                  "intervals."},
      .risk = {operations::Risk::limited, "GDPR, art. 9; AI Act, art. 10(5)"},
      .reads = {operations::Data::given_text},
      .may = {operations::Role::hr_adviser, operations::Role::privacy_coordinator,
              operations::Role::data_protection_officer, operations::Role::works_council},
      .limits = {"Rekent met de groepen die gegeven zijn en weet niet waardoor een verschil komt. Een signaal is geen "
                 "oordeel.",
                 "Counts with the groups that are given and does not know where a difference comes from. A signal is "
                 "no verdict."},
      .handler = operations::handler<FairnessRequest, FairnessAnswer>(
          [](const FairnessRequest& request, Context& context) { return fairness(request, context.language); }),
  };
}

/// Who may use the shield: all who work with texts about people, and who guards over them.
std::vector<operations::Role> shield_users() {
  return {operations::Role::recruiter, operations::Role::hr_adviser, operations::Role::privacy_coordinator,
          operations::Role::data_protection_officer};
}

operations::Operation privacy_find() {
  return {
      .name = "privacy.find",
      .title = {"Persoonsgegevens in een tekst vinden", "Find personal data in a text"},
      .purpose = {"Vindt namen, adressen, nummers en bijzondere gegevens in een tekst, met de reden erbij.",
                  "Finds names, addresses, numbers and special categories in a text, with the reason."},
      .risk = {operations::Risk::minimal, "GDPR, art. 25"},
      .reads = {operations::Data::given_text},
      .may = shield_users(),
      .limits = {"Vindt niet alles: lees na wat de deur uit gaat.", "Does not find everything: read what leaves."},
      .handler = operations::handler<PrivacyFindRequest, PrivacyFindAnswer>(
          [](const PrivacyFindRequest& request, Context& context) -> Result<PrivacyFindAnswer> {
            return find_personal(request, context.language);
          }),
  };
}

operations::Operation privacy_pseudonymise() {
  return {
      .name = "privacy.pseudonymise",
      .title = {"Persoonsgegevens vervangen", "Replace personal data"},
      .purpose = {"Zet vervangers op de plaats van persoonsgegevens en geeft de kluis om ze terug te zetten.",
                  "Puts placeholders in the place of personal data and gives the vault to put them back."},
      .risk = {operations::Risk::minimal, "GDPR, art. 4(5)"},
      .reads = {operations::Data::given_text},
      .may = shield_users(),
      .limits = {"Een tekst met vervangers blijft een persoonsgegeven.",
                 "A text with placeholders stays personal data."},
      .handler = operations::handler<PseudonymiseRequest, PseudonymiseAnswer>(
          [](const PseudonymiseRequest& request, Context& context) {
            return pseudonymise(request, context.language, context.today);
          }),
  };
}

operations::Operation privacy_restore() {
  return {
      .name = "privacy.restore",
      .title = {"Vervangen gegevens terugzetten", "Put replaced data back"},
      .purpose = {"Zet in een tekst met vervangers terug wat er stond.",
                  "Puts back what stood in a text with placeholders."},
      .risk = {operations::Risk::minimal, "GDPR, art. 4(5)"},
      .reads = {operations::Data::given_text},
      .may = shield_users(),
      .handler = operations::handler<RestoreRequest, RestoreAnswer>(
          [](const RestoreRequest& request, Context&) { return restore(request); }),
  };
}

}  // namespace

std::vector<operations::Operation> operations(const Tools& tools) {
  return {documents_read(tools), skills_extract(tools), skills_link(tools), skills_gap(tools),      skills_moves(tools),
          taxonomy_import(),     statistics_fairness(), privacy_find(),     privacy_pseudonymise(), privacy_restore()};
}

}  // namespace collega::workbench
