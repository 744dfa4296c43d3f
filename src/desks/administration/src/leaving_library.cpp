#include "leaving_library.h"

#include <algorithm>
#include <map>

#include "collega/library/readers.h"
#include "export_rows.h"

namespace collega::administration {
namespace {

/// What is called so elsewhere: ".docx".
constexpr std::size_t kLongestExtension = 6;

Result<Done> for_each_document(store::ReadTransaction& read,
                               const std::function<Result<Done>(const library::Document&)>& each) {
  constexpr int kAtOnce = 500;
  std::vector<library::Document> some = TRY(library::documents_after(read, {}, kAtOnce));
  while (!some.empty()) {
    for (const library::Document& document : some) TRY(each(document));
    some = TRY(library::documents_after(read, some.back().id, kAtOnce));
  }
  return Done{};
}

/// Where a version's file goes: by numbers, because a name from elsewhere may be any name, and twice the same.
std::string place_of(const library::Version& version) {
  std::string extension = std::filesystem::path{version.file_name}.extension().string();
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const bool fits = extension.size() > 1 && extension.size() <= kLongestExtension &&
                    std::all_of(extension.begin() + 1, extension.end(), is_plain);
  if (!fits) extension.clear();
  return "documents/" + to_string(version.document) + "-" + std::to_string(version.number) + extension;
}

class Documents {
 public:
  Documents(store::ReadTransaction& read, std::map<people::UnitId, std::string> codes)
      : read_(read), codes_(std::move(codes)), names_(read) {}

  [[nodiscard]] Result<std::string> number_of(const std::optional<people::PersonId>& person) {
    return person ? names_.number_of(*person) : Result<std::string>{std::string{}};
  }
  [[nodiscard]] std::string code_of(const std::optional<people::UnitId>& unit) const {
    return unit ? codes_.at(*unit) : std::string{};
  }

  Result<Done> write(const library::Document& document, const RowSink& sink) {
    const library::NewDocument& entry = document.entry;
    const std::string number = TRY(number_of(entry.person));
    const std::vector<std::string> own{
        to_string(document.id), entry.title, std::string{name_of(entry.kind)}, entry.language, entry.clock.value_or(""),
        code_of(entry.unit),    number,      to_string(document.made_at)};
    const std::vector<library::Version> versions = TRY(library::versions_of(read_, document.id));
    for (const library::Version& version : versions) TRY(sink(joined(own, of(version))));
    if (versions.empty()) TRY(sink(joined(own, std::vector<std::string>(8))));
    return Done{};
  }

  Result<Done> write_readers(const library::Document& document, const RowSink& sink) {
    for (const library::Reader& reader : TRY(library::readers_of(read_, document.id))) {
      const std::string number = TRY(number_of(reader.person));
      TRY(sink({to_string(document.id), std::string{name_of(reader.kind)},
                reader.role ? std::string{name_of(*reader.role)} : std::string{}, code_of(reader.unit), number}));
    }
    return Done{};
  }

 private:
  static std::vector<std::string> of(const library::Version& version) {
    return {std::to_string(version.number),   to_string(version.begin), last_day_text(version.end),
            version.withdrawn ? "yes" : "no", version.file_name,        version.media_type,
            to_string(version.added_at),      place_of(version)};
  }
  static std::vector<std::string> joined(std::vector<std::string> cells, const std::vector<std::string>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
    return cells;
  }

  store::ReadTransaction& read_;
  std::map<people::UnitId, std::string> codes_;
  Names names_;
};

Result<Done> write_documents(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"document", "title", "kind", "language", "clock", "unit_code", "personnel_number", "made_at", "version",
            "begin", "end", "withdrawn", "file_name", "media_type", "added_at", "file"}));
  std::map<people::UnitId, std::string> codes = TRY(people::unit_codes(read));
  Documents documents{read, std::move(codes)};
  return for_each_document(read, [&](const library::Document& one) { return documents.write(one, sink); });
}

Result<Done> write_document_files(store::ReadTransaction& read, const FileSink& sink) {
  return for_each_document(read, [&](const library::Document& document) -> Result<Done> {
    for (const library::Version& version : TRY(library::versions_of(read, document.id))) {
      TRY(sink(place_of(version), TRY(library::content_of(read, version.id))));
    }
    return Done{};
  });
}

Result<Done> write_readers(store::ReadTransaction& read, Date /*today*/, const RowSink& sink) {
  TRY(sink({"document", "reads", "role", "unit_code", "personnel_number"}));
  std::map<people::UnitId, std::string> codes = TRY(people::unit_codes(read));
  Documents documents{read, std::move(codes)};
  return for_each_document(read, [&](const library::Document& one) { return documents.write_readers(one, sink); });
}

}  // namespace

LeavingPart documents_part() {
  return {"documents.csv",
          {"stukken, met elke versie; de bestanden staan in documents/",
           "documents, with every version; the files are in documents/"},
          write_documents,
          write_document_files};
}

LeavingPart readers_part() {
  return {"document_readers.csv", {"wie welk stuk mag lezen", "who may read which document"}, write_readers};
}

}  // namespace collega::administration
