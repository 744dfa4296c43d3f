#include "sources.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "collega/base/utf8.h"

namespace collega::demo {
namespace {

namespace fs = std::filesystem;
using documents::Concealed;
using documents::Layout;

const std::map<std::string, Form> kVacancyForms = {
    {"pdf", Form::pdf}, {"docx", Form::docx}, {"odt", Form::odt}, {"md", Form::md}};
const std::map<std::string, Form> kCandidateForms = {
    {"pdf", Form::pdf}, {"docx", Form::docx}, {"odt", Form::odt}, {"scan", Form::scan}, {"txt", Form::txt}};
const std::map<std::string, Layout> kLayouts = {{"plain", Layout::plain},
                                                {"sidebar", Layout::sidebar},
                                                {"table", Layout::table},
                                                {"compact", Layout::compact},
                                                {"letterhead", Layout::letterhead}};
const std::map<std::string, Concealed::How> kHiddenKinds = {{"white", Concealed::How::white},
                                                            {"tiny", Concealed::How::tiny}};
const std::set<std::string> kKinds = {"must", "wish"};
const std::set<std::string> kTypes = {"skill",      "degree", "licence", "language",
                                      "experience", "hours",  "place",   "other"};
const std::set<std::string> kTruths = {"yes", "partly", "no", "unknown"};
const std::set<std::string> kPlants = {"denied-licence",
                                       "expired-registration",
                                       "wish-not-has",
                                       "boilerplate-employer",
                                       "related-skill",
                                       "too-few-years",
                                       "overlapping-jobs",
                                       "repeated-words",
                                       "hidden-text-white",
                                       "hidden-text-tiny",
                                       "hidden-instruction",
                                       "visible-instruction",
                                       "third-language",
                                       "letter-has-it",
                                       "letter-denies",
                                       "foreign-degree",
                                       "career-switch",
                                       "abbreviations",
                                       "synonyms-only",
                                       "two-column",
                                       "photo",
                                       "no-dates",
                                       "surplus",
                                       "typo"};
constexpr int kHighestGrade = 3;
constexpr std::size_t kNumberSize = 4;  // "k017"

Error wrong(ErrorCode code, const fs::path& file, const std::string& reason) {
  return {code, file.string() + ": " + reason};
}

// One source file, with the words for what is wrong in it.
class SourceFile {
 public:
  static Result<SourceFile> load(const fs::path& path) {
    const std::string text = TRY(read_file(path));
    try {
      return SourceFile{path, YAML::Load(text)};
    } catch (const YAML::Exception& exception) {
      return wrong(ErrorCode::bad_yaml, path, exception.what());
    }
  }

  [[nodiscard]] const YAML::Node& node() const { return node_; }
  [[nodiscard]] Error wrong_here(ErrorCode code, const std::string& reason) const { return wrong(code, path_, reason); }

  [[nodiscard]] Result<Done> knows_only(const std::set<std::string>& names) const {
    if (!node_.IsMap()) return wrong_here(ErrorCode::wrong_type, "no map");
    for (const auto& member : node_) {
      if (!names.contains(member.first.Scalar())) return wrong_here(ErrorCode::unknown_value, member.first.Scalar());
    }
    return Done{};
  }

  [[nodiscard]] Result<std::string> text(const YAML::Node& from, const std::string& name) const {
    if (!from.IsMap() || !from[name]) return wrong_here(ErrorCode::missing_member, name);
    if (!from[name].IsScalar() || from[name].Scalar().empty()) return wrong_here(ErrorCode::wrong_type, name);
    return from[name].Scalar();
  }

  template <class T>
  [[nodiscard]] Result<T> one_of(const YAML::Node& from, const std::string& name,
                                 const std::map<std::string, T>& values) const {
    const std::string value = TRY(text(from, name));
    const auto found = values.find(value);
    if (found == values.end()) return wrong_here(ErrorCode::unknown_value, name + ": " + value);
    return found->second;
  }

  [[nodiscard]] Result<std::string> one_of(const YAML::Node& from, const std::string& name,
                                           const std::set<std::string>& values) const {
    std::string value = TRY(text(from, name));
    if (!values.contains(value)) return wrong_here(ErrorCode::unknown_value, name + ": " + value);
    return value;
  }

 private:
  SourceFile(fs::path path, YAML::Node node) : path_(std::move(path)), node_(std::move(node)) {}

  fs::path path_;
  YAML::Node node_;
};

Result<std::vector<Requirement>> read_requirements(const SourceFile& source) {
  const YAML::Node list = source.node()["requirements"];
  if (!list || !list.IsSequence()) return source.wrong_here(ErrorCode::missing_member, "requirements");
  std::vector<Requirement> requirements;
  std::set<std::string> labels;
  for (const auto& item : list) {
    Requirement requirement;
    requirement.label = TRY(source.text(item, "label"));
    requirement.kind = TRY(source.one_of(item, "kind", kKinds));
    requirement.type = TRY(source.one_of(item, "type", kTypes));
    if (item["threshold"]) requirement.threshold = TRY(source.text(item, "threshold"));
    if (!labels.insert(requirement.label).second) {
      return source.wrong_here(ErrorCode::unknown_value, requirement.label + ": stands here twice");
    }
    requirements.push_back(std::move(requirement));
  }
  return requirements;
}

Result<Vacancy> read_vacancy(const fs::path& path) {
  const SourceFile source = TRY(SourceFile::load(path));
  TRY(source.knows_only({"form", "language", "requirements"}));
  Vacancy vacancy;
  vacancy.name = path.stem().string();
  vacancy.form = TRY(source.one_of(source.node(), "form", kVacancyForms));
  vacancy.markdown = TRY(read_file(fs::path{path}.replace_extension(".md")));
  vacancy.requirements = TRY(read_requirements(source));
  return vacancy;
}

Result<Done> read_hidden(const SourceFile& source, Candidate& candidate) {
  const YAML::Node hidden = source.node()["hidden"];
  if (!hidden) return Done{};
  if (candidate.form != Form::pdf && candidate.form != Form::docx) {
    return source.wrong_here(ErrorCode::unknown_value, "hidden: only in pdf and docx");
  }
  candidate.hidden = Concealed{TRY(source.one_of(hidden, "kind", kHiddenKinds)), TRY(source.text(hidden, "text"))};
  return Done{};
}

Result<Done> read_plants(const SourceFile& source, Candidate& candidate) {
  for (const auto& plant : source.node()["plants"]) {
    if (!kPlants.contains(plant.Scalar())) {
      return source.wrong_here(ErrorCode::unknown_value, "plants: " + plant.Scalar());
    }
    candidate.plants.push_back(plant.Scalar());
  }
  return Done{};
}

Result<Done> read_truth(const SourceFile& source, const Vacancy& vacancy, Candidate& candidate) {
  const YAML::Node all = source.node()["truth"];
  if (!all || !all.IsMap() || !all[vacancy.name]) {
    return source.wrong_here(ErrorCode::missing_member, "truth: " + vacancy.name);
  }
  const YAML::Node truth = all[vacancy.name];
  const std::string grade = TRY(source.text(truth, "grade"));
  if (grade.size() != 1 || grade[0] < '0' || grade[0] > '0' + kHighestGrade) {
    return source.wrong_here(ErrorCode::out_of_range, "grade: " + grade);
  }
  candidate.grade = grade[0] - '0';

  const YAML::Node met = truth["met"];
  if (!met || !met.IsMap()) return source.wrong_here(ErrorCode::missing_member, "met");
  for (const Requirement& requirement : vacancy.requirements) {
    candidate.met.emplace_back(requirement.label, TRY(source.one_of(met, requirement.label, kTruths)));
  }
  if (met.size() != vacancy.requirements.size()) {
    return source.wrong_here(ErrorCode::unknown_value, "met: a label that the vacancy does not have, or one twice");
  }
  return Done{};
}

Result<Candidate> read_candidate(const fs::path& path, const Vacancy& vacancy) {
  const SourceFile source = TRY(SourceFile::load(path));
  TRY(source.knows_only({"form", "layout", "language", "cv", "letter", "hidden", "truth", "plants"}));
  Candidate candidate;
  candidate.slug = path.stem().string();
  candidate.vacancy = vacancy.name;
  candidate.form = TRY(source.one_of(source.node(), "form", kCandidateForms));
  candidate.layout = TRY(source.one_of(source.node(), "layout", kLayouts));
  candidate.cv = TRY(source.text(source.node(), "cv"));
  if (!candidate.cv.starts_with("# ")) return source.wrong_here(ErrorCode::missing_member, "cv: # Name");
  if (source.node()["letter"]) candidate.letter = TRY(source.text(source.node(), "letter"));
  TRY(read_hidden(source, candidate));
  TRY(read_plants(source, candidate));
  TRY(read_truth(source, vacancy, candidate));
  return candidate;
}

Result<std::vector<fs::path>> yaml_files(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator{folder, failure}) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (failure) return Error{ErrorCode::file_not_found, folder.string(), failure.message()};
  std::sort(files.begin(), files.end());
  return files;
}

Result<Done> check_numbers(const std::vector<Candidate>& candidates) {
  std::map<std::string, std::string> slug_of;
  for (const Candidate& candidate : candidates) {
    const std::string number = candidate.slug.substr(0, kNumberSize);
    const bool well_formed = candidate.slug.size() > kNumberSize + 1 && number[0] == 'k' &&
                             number.find_first_not_of("0123456789", 1) == std::string::npos &&
                             candidate.slug[kNumberSize] == '-';
    if (!well_formed) return wrong(ErrorCode::unknown_value, candidate.slug, "no name like k017-haddad");
    const auto [first, is_new] = slug_of.emplace(number, candidate.slug);
    if (!is_new) return wrong(ErrorCode::unknown_value, candidate.slug, "has the number of " + first->second);
  }
  return Done{};
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return Error{ErrorCode::file_not_found, file.string()};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (!is_valid_utf8(text)) return Error{ErrorCode::bad_utf8, file.string()};
  return text;
}

Result<Sources> read_sources(const fs::path& folder) {
  Sources sources;
  for (const fs::path& path : TRY(yaml_files(folder / "vacancies"))) {
    sources.vacancies.push_back(TRY(read_vacancy(path)));
  }
  for (const Vacancy& vacancy : sources.vacancies) {
    for (const fs::path& path : TRY(yaml_files(folder / "cvs" / vacancy.name))) {
      sources.candidates.push_back(TRY(read_candidate(path, vacancy)));
    }
  }
  TRY(check_numbers(sources.candidates));
  return sources;
}

}  // namespace collega::demo
