// collega_organisation --people N --seed S --from DAY --to DAY --out DIR [--pay] [--messy]: writes an organisation that
// does not exist, as the files a payroll hands out (README.md). The same request gives the same bytes.

#include <charconv>
#include <iostream>
#include <optional>
#include <string_view>

#include "collega/base/error.h"
#include "errors.h"
#include "files.h"
#include "pay.h"

namespace collega::organisation {
namespace {

namespace fs = std::filesystem;

constexpr int kFewestPeople = 10;
constexpr int kMostPeople = 50000;
// Pay lines of more people are more than anybody reads: some twelve for each month of each.
constexpr int kMostPeopleWithPay = 2000;

constexpr const char* kUsage =
    "collega_organisation --people N --seed S --from YYYY-MM-DD --to YYYY-MM-DD --out DIR [--pay] [--messy]\n"
    "  N is 10 to 50000; with --pay at most 2000\n";

struct Call {
  Request request;
  fs::path out;
  bool pay = false;
  bool messy = false;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_day(std::string_view text, Date& day) {
  const Result<Date> read = parse_date(text);
  if (read) day = read.value();
  return read.ok();
}

bool read_option(std::string_view name, std::string_view value, Call& call) {
  if (name == "--people") return read_number(value, call.request.people);
  if (name == "--seed") return read_number(value, call.request.seed);
  if (name == "--from") return read_day(value, call.request.from);
  if (name == "--to") return read_day(value, call.request.to);
  if (name == "--out") call.out = value;
  return name == "--out";
}

std::optional<Call> read_call(int argc, char** argv) {
  Call call;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--pay") {
      call.pay = true;
    } else if (name == "--messy") {
      call.messy = true;
    } else if (i + 1 == argc || !read_option(name, argv[++i], call)) {
      return {};
    }
  }
  const Request& request = call.request;
  const int most = call.pay ? kMostPeopleWithPay : kMostPeople;
  if (request.people < kFewestPeople || request.people > most) return {};
  if (request.from < kFounded || request.to <= request.from || call.out.empty()) return {};
  return call;
}

Result<Done> write_truth(const JsonObject& truth, const fs::path& file) {
  std::ofstream out{file, std::ios::binary | std::ios::trunc};
  out << to_pretty_text(truth) << "\n";
  out.close();
  if (!out) return Error{ErrorCode::file_unwritable, file.string()};
  return Done{};
}

Result<Done> run(const Call& call) {
  std::error_code failure;
  fs::create_directories(call.out, failure);
  if (failure) return Error{ErrorCode::file_unwritable, call.out.string(), failure.message()};
  for (const char* optional : {"lines.csv", "medewerkers-met-fouten.csv"}) fs::remove(call.out / optional, failure);
  const World world = make_world(call.request);
  TRY(write_files(world, call.out));
  JsonObject truth = truth_of(world);
  if (call.pay) truth["payslips"] = TRY(write_pay(world, call.out));
  if (call.messy) truth["errors"] = TRY(write_with_errors(world, call.out));
  TRY(write_truth(truth, call.out / "truth.json"));
  std::cout << world.careers.people.size() << " persons, " << headcount(world, call.request.to) << " in service on "
            << to_string(call.request.to) << ", " << world.structure.units.size() << " units, "
            << world.absence.spells.size() << " spells\n";
  return Done{};
}

}  // namespace
}  // namespace collega::organisation

int main(int argc, char** argv) {
  const auto call = collega::organisation::read_call(argc, argv);
  if (!call) {
    std::cerr << collega::organisation::kUsage;
    return 2;
  }
  const auto done = collega::organisation::run(*call);
  if (done) return 0;
  std::cerr << collega::describe(done.error(), collega::Language::en) << " " << done.error().detail << "\n";
  return 1;
}
