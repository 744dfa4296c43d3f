#include "job_watch.h"

#include <algorithm>
#include <ostream>

#include "collega/base/error.h"
#include "ctrl_c.h"
#include "terminal.h"
#include "texts.h"

namespace collega::cli {
namespace {

using std::chrono::milliseconds;

// Between two looks at a job: soon at first, for most are short.
constexpr milliseconds kFirstPause{100};
constexpr milliseconds kLongestPause{1000};
// Looks in vain before a job is left to itself: about a minute, in which a server is started anew.
constexpr int kMostInVain = 60;

std::string_view text_in(const JsonObject& object, std::string_view name) {
  const Json* found = object.if_contains(name);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string_view{*text} : std::string_view{};
}

std::size_t number_in(const JsonObject& object, std::string_view name) {
  const Json* found = object.if_contains(name);
  boost::system::error_code failure;
  const std::size_t number = found ? found->to_number<std::size_t>(failure) : 0;
  return failure ? 0 : number;
}

/// The answer or the problem of a job that is over; nothing while it is not.
std::optional<Told<Json>> outcome_of(const JsonObject& job) {
  const std::string_view state = text_in(job, "state");
  if (state == "waiting" || state == "running") return std::nullopt;
  const Json* answer = job.if_contains("answer");
  if (state == "done" && answer) return Told<Json>{*answer};
  const Json* problem = job.if_contains("problem");
  if (problem && problem->is_object()) return Told<Json>{trouble_of(problem->as_object())};
  return Told<Json>{Error{ErrorCode::job_stopped}};
}

bool may_pass(const Trouble& trouble) {
  const int status = http_status_of(trouble.error.code);
  return status == 502 || status == 503;  // it is not there, or too busy
}

class Watch {
 public:
  Watch(Server& server, const std::string& job, const ShowProgress& progress, Surroundings& around)
      : server_(server), job_(job), progress_(progress), around_(around), text_(texts(around.language)) {
    server_.remote().give_up_when([this] { return ctrl_c_.was_pressed(); });
  }
  ~Watch() {
    server_.remote().give_up_when([] { return false; });
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  Followed follow() {
    int in_vain = 0;
    for (milliseconds pause = kFirstPause;; pause = std::min(pause * 3 / 2, kLongestPause)) {
      const Told<Json> seen = server_.job(job_);
      if (seen) {
        in_vain = 0;
        const JsonObject& job = seen.value().as_object();
        if (const auto outcome = outcome_of(job)) return {*outcome, false, is_stopping_};
        progress_({number_in(job, "done"), number_in(job, "total"), std::string{text_in(job, "current")}});
      } else if (!ctrl_c_.was_pressed() && (!may_pass(seen.error()) || ++in_vain > kMostInVain)) {
        return let_go(seen.error());
      }
      if (!ctrl_c_.is_pressed_within(pause)) continue;
      if (is_stopping_) return let_go(Error{ErrorCode::job_stopped});
      if (std::optional<Followed> failed = stop()) return *failed;
    }
  }

 private:
  /// Nothing when it was told to stop; it may take a while before it does.
  std::optional<Followed> stop() {
    is_stopping_ = true;
    ctrl_c_.forget();
    around_.err << "\ncollega: " << printable(text_("remote.stopping")) << '\n' << std::flush;
    const Told<Json> told = server_.stop_job(job_);
    if (!told) return let_go(told.error());
    return std::nullopt;
  }

  [[nodiscard]] Followed let_go(Trouble why) const {
    if (why.error.code == ErrorCode::job_stopped) why.message = text_("remote.let_go");
    if (may_pass(why) || is_stopping_) {
      around_.err << "collega: " << printable(text_("remote.goes_on", job_)) << '\n' << std::flush;
    }
    return {std::move(why), true, is_stopping_};
  }

  Server& server_;
  const std::string& job_;
  const ShowProgress& progress_;
  Surroundings& around_;
  const Messages& text_;
  CtrlC ctrl_c_;
  bool is_stopping_ = false;
};

}  // namespace

Followed follow_job(Server& server, const std::string& job, const ShowProgress& progress, Surroundings& around) {
  return Watch{server, job, progress, around}.follow();
}

}  // namespace collega::cli
