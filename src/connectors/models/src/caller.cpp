#include "collega/models/caller.h"

#include <curl/curl.h>

#include <algorithm>
#include <mutex>

#include "collega/models/events.h"

namespace collega::models {
namespace {

using Time = std::chrono::steady_clock::time_point;

// How soon a caller that left is noticed, while nothing comes.
constexpr int kLookEvery = 50;  // milliseconds
// For what still comes when nobody wants more of it: its end, most likely, after which the connection serves again.
constexpr auto kDrain = std::chrono::milliseconds{200};
// Connections that are kept for the next call.
constexpr std::size_t kMostIdle = 512;
constexpr std::string_view kEventStream = "text/event-stream";

Time now() { return std::chrono::steady_clock::now(); }

/// libcurl's own state, once in a process.
void prepare_curl() {
  static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(prepared);
}

// libcurl's types are void to a compiler, so each is freed by a name of its own.
struct FreedMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreedHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreedList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreedForm {
  void operator()(curl_mime* form) const { curl_mime_free(form); }
};

/// A place to call from, with the connections it made.
struct Booth {
  std::string host;  ///< that it called last
  std::unique_ptr<CURLM, FreedMulti> multi{curl_multi_init()};
  std::unique_ptr<CURL, FreedHandle> handle{curl_easy_init()};
};

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t from = scheme == std::string_view::npos ? 0 : scheme + 3;
  return url.substr(0, std::min(url.find('/', from), url.size()));
}

Error of_status(long status) {
  const bool is_passing = status == 408 || status == 429 || status >= 500;
  return {is_passing ? ErrorCode::model_unreachable : ErrorCode::model_refuses, std::to_string(status)};
}

/// One call: what came of it so far, and why it must end.
class Call {
 public:
  Call(Booth& booth, const Request& request, const Left& left)
      : booth_(booth), request_(request), left_(left), began_(now()), heard_(began_) {}
  ~Call() { curl_easy_reset(booth_.handle.get()); }
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  /// `take` is given the pieces of a good answer's body.
  enum class Taken { more, enough, broken };
  using TakePiece = std::function<Taken(std::string_view piece)>;
  Result<Done> make(const TakePiece& take, bool wants_events) {
    take_ = &take;
    wants_events_ = wants_events;
    set_options();
    curl_multi_add_handle(booth_.multi.get(), booth_.handle.get());
    Result<Done> ended = wait();
    curl_multi_remove_handle(booth_.multi.get(), booth_.handle.get());
    return ended;
  }

 private:
  CURL* handle() { return booth_.handle.get(); }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle(), option, value);
  }

  void add_header(const std::string& line) { headers_.reset(curl_slist_append(headers_.release(), line.c_str())); }

  void set_options() {
    set(CURLOPT_URL, request_.url.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.patience.connect.count()));
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_WRITEFUNCTION, &Call::receive);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    add_header("Expect:");  // no second round trip before the body
    if (!request_.key.empty()) add_header("Authorization: Bearer " + request_.key);
    add_header(wants_events_ ? "Accept: text/event-stream" : "Accept: application/json");
    if (request_.form) {
      set_form();
    } else {
      add_header("Content-Type: application/json");
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
      set(CURLOPT_POSTFIELDS, request_.body.data());
    }
    set(CURLOPT_HTTPHEADER, headers_.get());
  }

  void set_form() {
    mime_.reset(curl_mime_init(handle()));
    for (const auto& [name, value] : request_.form->fields) {
      curl_mimepart* part = curl_mime_addpart(mime_.get());
      curl_mime_name(part, name.c_str());
      curl_mime_data(part, value.data(), value.size());
    }
    curl_mimepart* part = curl_mime_addpart(mime_.get());
    curl_mime_name(part, "file");
    curl_mime_filedata(part, request_.form->file.c_str());
    curl_mime_filename(part, request_.form->file_name.c_str());
    set(CURLOPT_MIMEPOST, mime_.get());
  }

  Result<Done> wait() {
    int running = 1;
    while (true) {
      if (curl_multi_perform(booth_.multi.get(), &running) != CURLM_OK) return Error{ErrorCode::model_unreachable};
      if (running == 0) return ended();
      if (drained_at_ && now() > *drained_at_) return Done{};
      if (const auto why = why_stop()) return *why;
      curl_multi_poll(booth_.multi.get(), nullptr, 0, kLookEvery, nullptr);
    }
  }

  std::optional<Error> why_stop() {
    if (left_ && left_()) return Error{ErrorCode::job_stopped};
    const Time at = now();
    const bool is_late =
        has_heard_ ? at - heard_ > request_.patience.between : at - began_ > request_.patience.first_byte;
    if (is_late || at - began_ > request_.patience.whole) return Error{ErrorCode::model_slow};
    return std::nullopt;
  }

  Result<Done> ended() {
    if (why_) return *why_;
    int queued = 0;
    const CURLMsg* message = curl_multi_info_read(booth_.multi.get(), &queued);
    const CURLcode code = message ? message->data.result : CURLE_FAILED_INIT;
    const long answered = status();
    if (code == CURLE_OPERATION_TIMEDOUT) return Error{ErrorCode::model_unreachable};
    if (answered >= 300) return of_status(answered);
    if (code != CURLE_OK) return Error{ErrorCode::model_unreachable, {}, curl_easy_strerror(code)};
    if (answered < 200) return Error{ErrorCode::model_broken};
    if (wants_events_ && !is_event_stream()) return Error{ErrorCode::model_broken};
    return Done{};
  }

  long status() {
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  bool is_event_stream() {
    const char* type = nullptr;
    curl_easy_getinfo(handle(), CURLINFO_CONTENT_TYPE, &type);
    return type && std::string_view{type}.starts_with(kEventStream);
  }

  static std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* call) {
    return static_cast<Call*>(call)->received({bytes, size * count}) ? size * count : 0;
  }

  bool received(std::string_view piece) {
    has_heard_ = true;
    if (const long answered = status(); answered >= 300) return stop(of_status(answered));
    if (wants_events_ && !is_event_stream()) return stop(Error{ErrorCode::model_broken});
    bytes_ += piece.size();
    if (bytes_ > kMostAnswer) return stop(Error{ErrorCode::model_broken});
    if (drained_at_) return true;
    switch ((*take_)(piece)) {
      case Taken::broken:
        return stop(Error{ErrorCode::model_broken});
      case Taken::enough:
        drained_at_ = now() + kDrain;
        return true;
      case Taken::more:
        break;
    }
    if (left_ && left_()) return stop(Error{ErrorCode::job_stopped});
    heard_ = now();  // after the piece was taken: whoever takes it slowly does not make the service slow
    return now() - began_ <= request_.patience.whole || stop(Error{ErrorCode::model_slow});
  }

  bool stop(Error why) {
    why_ = std::move(why);
    return false;
  }

  Booth& booth_;
  const Request& request_;
  const Left& left_;
  Time began_;
  Time heard_;
  bool has_heard_ = false;
  bool wants_events_ = false;
  std::size_t bytes_ = 0;
  const TakePiece* take_ = nullptr;
  std::optional<Time> drained_at_;
  std::optional<Error> why_;
  std::unique_ptr<curl_slist, FreedList> headers_;
  std::unique_ptr<curl_mime, FreedForm> mime_;
};

}  // namespace

struct Caller::State {
  /// One that called this host last, so that its connection serves again.
  std::unique_ptr<Booth> take(std::string_view host) {
    const std::lock_guard lock{mutex};
    const auto found = std::find_if(idle.rbegin(), idle.rend(), [&](const auto& one) { return one->host == host; });
    if (found == idle.rend()) return std::make_unique<Booth>();
    std::unique_ptr<Booth> booth = std::move(*found);
    idle.erase(std::next(found).base());
    return booth;
  }
  void give_back(std::unique_ptr<Booth> booth, std::string_view host) {
    booth->host = host;
    const std::lock_guard lock{mutex};
    if (idle.size() >= kMostIdle) idle.erase(idle.begin());
    idle.push_back(std::move(booth));
  }

  std::mutex mutex;
  std::vector<std::unique_ptr<Booth>> idle;
};

Caller::Caller() {
  prepare_curl();
  state_ = std::make_unique<State>();
}
Caller::~Caller() = default;

Result<std::string> Caller::ask(const Request& request, const Left& left) {
  std::unique_ptr<Booth> booth = state_->take(host_of(request.url));
  std::string body;
  const Result<Done> made = Call{*booth, request, left}.make(
      [&](std::string_view piece) {
        body += piece;
        return Call::Taken::more;
      },
      false);
  state_->give_back(std::move(booth), host_of(request.url));
  if (!made) return made.error();
  return body;
}

Result<Done> Caller::stream(const Request& request, const Take& take, const Left& left) {
  std::unique_ptr<Booth> booth = state_->take(host_of(request.url));
  Events events{kMostEvent};
  Result<Done> made = Call{*booth, request, left}.make(
      [&](std::string_view piece) {
        const Events::Fed fed = events.feed(piece, take);
        if (fed == Events::Fed::more) return Call::Taken::more;
        return fed == Events::Fed::enough ? Call::Taken::enough : Call::Taken::broken;
      },
      true);
  state_->give_back(std::move(booth), host_of(request.url));
  return made;
}

}  // namespace collega::models
