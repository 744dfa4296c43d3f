// collega_demo SOURCE_DIR OUT_DIR: writes the papers of the demo as the files that an HR office gets, and beside them
// what a careful reader found in each.

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "collega/base/error.h"
#include "collega/base/json.h"
#include "collega/documents/write.h"
#include "sources.h"

namespace collega::demo {
namespace {

namespace fs = std::filesystem;
using documents::BlockKind;
using documents::Draft;
using documents::DraftBlock;

Result<Done> write_file(const fs::path& file, const std::string& bytes) {
  std::ofstream out{file, std::ios::binary | std::ios::trunc};
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return Error{ErrorCode::file_unwritable, file.string()};
  return Done{};
}

std::string extension_of(Form form) {
  switch (form) {
    case Form::pdf:
    case Form::scan:
      return "pdf";
    case Form::docx:
      return "docx";
    case Form::odt:
      return "odt";
    case Form::md:
      return "md";
    case Form::txt:
      return "txt";
  }
  return {};
}

std::string plain_text(const std::vector<DraftBlock>& blocks) {
  std::string text;
  BlockKind before = BlockKind::heading;
  for (const DraftBlock& block : blocks) {
    const bool goes_on =
        block.kind == before && (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row);
    if (!text.empty() && !goes_on && !(before == BlockKind::heading && block.kind != BlockKind::heading)) text += '\n';
    if (block.kind == BlockKind::list_item)
      text += std::string(2 * static_cast<std::size_t>(block.level - 1), ' ') + "- ";
    text += block.text;
    for (std::size_t i = 0; i < block.cells.size(); ++i) text += (i > 0 ? "\t" : "") + block.cells[i];
    text += '\n';
    if (block.kind == BlockKind::heading && block.level == 2) text += std::string(block.text.size(), '-') + '\n';
    before = block.kind;
  }
  return text;
}

// FNV-1a: any small number that is the same for the same name everywhere.
unsigned seed_of(const std::string& name) {
  std::uint32_t hash = 2166136261u;
  for (const unsigned char byte : name) hash = (hash ^ byte) * 16777619u;
  return hash;
}

Result<std::string> bytes_of(const Draft& draft, Form form, const std::string& name) {
  switch (form) {
    case Form::pdf:
      return write_pdf(draft);
    case Form::docx:
      return write_docx(draft);
    case Form::odt:
      return write_odt(draft);
    case Form::scan:
      return write_scan(draft, seed_of(name));
    case Form::txt:
      return plain_text(draft.blocks) + plain_text(draft.side);
    case Form::md:
      break;
  }
  return Error{ErrorCode::unknown_value, name};
}

// Returns the name of the file.
Result<std::string> write_paper(const Draft& draft, Form form, const fs::path& folder, const std::string& name) {
  const std::string file = name + "." + extension_of(form);
  const std::string bytes = TRY(bytes_of(draft, form, name));
  TRY(write_file(folder / file, bytes));
  return file;
}

Json criterion(const Requirement& requirement) {
  JsonObject object{{"label", requirement.label}, {"kind", requirement.kind}, {"type", requirement.type}};
  if (!requirement.threshold) return object;
  const std::string& threshold = *requirement.threshold;
  char* end = nullptr;
  const double number = std::strtod(threshold.c_str(), &end);
  if (*end == '\0') {
    object["threshold"] = number;
  } else {
    object["threshold"] = threshold;
  }
  return object;
}

Result<Done> write_vacancy(const Vacancy& vacancy, const fs::path& out) {
  if (vacancy.form == Form::md) {
    TRY(write_file(out / "vacancies" / (vacancy.name + ".md"), vacancy.markdown));
  } else {
    TRY(write_paper(documents::draft_from_markdown(vacancy.markdown), vacancy.form, out / "vacancies", vacancy.name));
  }
  JsonArray criteria;
  for (const Requirement& requirement : vacancy.requirements) criteria.push_back(criterion(requirement));
  return write_file(out / "criteria" / (vacancy.name + ".json"), to_pretty_text(criteria) + "\n");
}

struct Papers {
  std::string cv;
  std::optional<std::string> letter;
};

Result<Papers> write_papers(const Candidate& candidate, const fs::path& out) {
  Draft cv = documents::draft_from_markdown(candidate.cv);
  const std::string person = cv.title;
  cv.title = "CV " + person;
  cv.layout = candidate.layout;
  cv.concealed = candidate.hidden;
  Papers papers{.cv = TRY(write_paper(cv, candidate.form, out / "cvs", candidate.slug + "_cv")), .letter = {}};
  if (candidate.letter) {
    Draft letter = documents::draft_from_markdown(*candidate.letter);
    letter.title = "Brief " + person;
    papers.letter = TRY(write_paper(letter, candidate.form, out / "cvs", candidate.slug + "_brief"));
  }
  return papers;
}

// The labels of this kind that the papers deny or do not mention.
JsonArray missing(const Vacancy& vacancy, const Candidate& candidate, const std::string& kind) {
  JsonArray labels;
  for (std::size_t i = 0; i < vacancy.requirements.size(); ++i) {
    const auto& [label, met] = candidate.met[i];
    if (vacancy.requirements[i].kind == kind && (met == "no" || met == "unknown")) labels.emplace_back(label);
  }
  return labels;
}

Json judgement(const Vacancy& vacancy, const Candidate& candidate) {
  return JsonObject{{"vacancy", vacancy.name},
                    {"cv", candidate.slug + "_cv"},
                    {"grade", candidate.grade},
                    {"missing", missing(vacancy, candidate, "must")},
                    {"missing_wishes", missing(vacancy, candidate, "wish")}};
}

// The same papers as bare text, for the evaluation programs, which read no ODT and compare quotes literally.
Result<Done> write_text_twin(const Sources& sources, const fs::path& out) {
  for (const Vacancy& vacancy : sources.vacancies) {
    const Draft draft = documents::draft_from_markdown(vacancy.markdown);
    TRY(write_file(out / "text" / "vacancies" / (vacancy.name + ".txt"), plain_text(draft.blocks)));
  }
  for (const Candidate& candidate : sources.candidates) {
    const Draft draft = documents::draft_from_markdown(candidate.cv);
    TRY(write_file(out / "text" / "cvs" / (candidate.slug + "_cv.txt"),
                   plain_text(draft.blocks) + plain_text(draft.side)));
  }
  return Done{};
}

Json truth(const Candidate& candidate, const Papers& papers) {
  JsonObject met;
  for (const auto& [label, value] : candidate.met) met[label] = value;
  JsonArray plants;
  for (const std::string& plant : candidate.plants) plants.emplace_back(plant);
  JsonObject object{{"vacancy", candidate.vacancy}, {"candidate", candidate.slug}, {"cv_file", "cvs/" + papers.cv}};
  if (papers.letter) object["letter_file"] = "cvs/" + *papers.letter;
  object["grade"] = candidate.grade;
  object["met"] = std::move(met);
  object["plants"] = std::move(plants);
  return object;
}

// Papers of candidates who have left the sources must not stay behind.
Result<Done> make_folders(const fs::path& out) {
  std::error_code failure;
  for (const char* name : {"vacancies", "cvs", "criteria", "text/vacancies", "text/cvs"}) {
    fs::remove_all(out / name, failure);
    if (!failure) fs::create_directories(out / name, failure);
    if (failure) return Error{ErrorCode::file_unwritable, (out / name).string(), failure.message()};
  }
  return Done{};
}

Result<Done> build(const fs::path& source, const fs::path& out) {
  const Sources sources = TRY(read_sources(source));
  TRY(make_folders(out));
  for (const Vacancy& vacancy : sources.vacancies) TRY(write_vacancy(vacancy, out));

  std::string judgements;
  std::string truths;
  for (const Candidate& candidate : sources.candidates) {
    const Papers papers = TRY(write_papers(candidate, out));
    const auto vacancy = std::find_if(sources.vacancies.begin(), sources.vacancies.end(),
                                      [&](const Vacancy& v) { return v.name == candidate.vacancy; });
    judgements += to_text(judgement(*vacancy, candidate)) + "\n";
    truths += to_text(truth(candidate, papers)) + "\n";
  }
  TRY(write_text_twin(sources, out));
  TRY(write_file(out / "text" / "judgements.jsonl", judgements));
  TRY(write_file(out / "truth.jsonl", truths));
  std::cout << sources.vacancies.size() << " vacancies, " << sources.candidates.size() << " candidates\n";
  return Done{};
}

}  // namespace
}  // namespace collega::demo

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "collega_demo SOURCE_DIR OUT_DIR\n";
    return 2;
  }
  const auto done = collega::demo::build(argv[1], argv[2]);
  if (done) return 0;
  std::cerr << collega::describe(done.error(), collega::Language::en) << " " << done.error().detail << "\n";
  return 1;
}
