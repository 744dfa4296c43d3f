#include "remote.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

#include "texts.h"

namespace collega::cli {
namespace {

// No answer of JSON is that large: all of a person's papers are files.
constexpr std::size_t kMostInMemory = std::size_t{256} * 1024 * 1024;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Fields = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What curl's callbacks work on during one request.
struct Exchange {
  CURL* curl = nullptr;
  const Outgoing* request = nullptr;
  std::ifstream* file = nullptr;
  Incoming incoming = {};
  bool lost_output = false;
};

std::size_t take(char* bytes, std::size_t, std::size_t size, void* context) {
  auto& exchange = *static_cast<Exchange*>(context);
  long status = 0;
  curl_easy_getinfo(exchange.curl, CURLINFO_RESPONSE_CODE, &status);
  if (std::ostream* into = exchange.request->into; into && status == 200) {
    exchange.lost_output = !into->write(bytes, static_cast<std::streamsize>(size));
    return exchange.lost_output ? 0 : size;
  }
  std::string& body = exchange.incoming.body;
  if (body.size() + size > kMostInMemory) return 0;
  body.append(bytes, size);
  return size;
}

std::size_t take_field(char* bytes, std::size_t, std::size_t size, void* context) {
  constexpr std::string_view kName = "set-cookie:";
  const std::string_view line{bytes, size};
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  if (size > kName.size() && std::ranges::equal(line.substr(0, kName.size()), kName, same)) {
    const std::size_t begin = std::min(line.find_first_not_of(' ', kName.size()), size);
    const std::size_t end = std::min(line.find_first_of("\r\n", begin), size);
    static_cast<Exchange*>(context)->incoming.cookies.emplace_back(line.substr(begin, end - begin));
  }
  return size;
}

std::size_t give(char* bytes, std::size_t, std::size_t size, void* context) {
  std::ifstream& file = *static_cast<Exchange*>(context)->file;
  file.read(bytes, static_cast<std::streamsize>(size));
  const std::streamsize got = file.gcount();
  return got == 0 || file.bad() ? CURL_READFUNC_ABORT : static_cast<std::size_t>(got);  // it was to be longer
}

int go_on(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return (*static_cast<const std::function<bool()>*>(context))() ? 1 : 0;
}

/// The connection was there and ended before the answer did.
bool is_broken(CURLcode code) {
  constexpr std::array kBroken{CURLE_GOT_NOTHING,  CURLE_SEND_ERROR, CURLE_RECV_ERROR,
                               CURLE_PARTIAL_FILE, CURLE_HTTP2,      CURLE_HTTP2_STREAM};
  return std::ranges::find(kBroken, code) != kBroken.end();
}

bool is_distrust(CURLcode code) {
  constexpr std::array kDistrust{CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
                                 CURLE_SSL_CERTPROBLEM};
  return std::ranges::find(kDistrust, code) != kDistrust.end();
}

Result<std::uint64_t> size_of(const std::filesystem::path& file) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure == std::errc::no_such_file_or_directory) return Error{ErrorCode::file_not_found, file.string()};
  if (failure) return Error{ErrorCode::file_unreadable, file.string()};
  return std::uint64_t{size};
}

template <class Value>
void set(CURL* curl, CURLoption option, Value value) {
  curl_easy_setopt(curl, option, value);
}

}  // namespace

struct Remote::State {
  Address address;
  RemoteSettings settings;
  Handle curl{curl_easy_init(), &curl_easy_cleanup};
  std::function<bool()> give_up = [] { return false; };

  /// What holds of every request. Reset first, so that nothing of an earlier one is left but its connection.
  void prepare(Exchange& exchange, std::array<char, CURL_ERROR_SIZE>& why) const {
    CURL* handle = curl.get();
    curl_easy_reset(handle);
    set(handle, CURLOPT_ERRORBUFFER, why.data());
    set(handle, CURLOPT_PROTOCOLS_STR, address.is_secure ? "https" : "http");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_ACCEPT_ENCODING, "");  // whatever this curl can read
    set(handle, CURLOPT_USERAGENT, settings.program.c_str());
    set(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.to_connect.count()));
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings.silence.count()));
    if (address.is_here) set(handle, CURLOPT_PROXY, "");  // a proxy has another localhost than ours
    set(handle, CURLOPT_WRITEFUNCTION, &take);
    set(handle, CURLOPT_WRITEDATA, &exchange);
    set(handle, CURLOPT_HEADERFUNCTION, &take_field);
    set(handle, CURLOPT_HEADERDATA, &exchange);
    set(handle, CURLOPT_XFERINFOFUNCTION, &go_on);
    set(handle, CURLOPT_XFERINFODATA, &give_up);
    set(handle, CURLOPT_NOPROGRESS, 0L);
  }

  Result<Done> prepare_body(const Outgoing& request, Exchange& exchange, std::ifstream& file) const {
    CURL* handle = curl.get();
    if (request.file.empty()) {
      set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
      set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      return Done{};
    }
    const std::uint64_t size = TRY(size_of(request.file));
    file.open(request.file, std::ios::binary);
    if (!file) return Error{ErrorCode::file_unreadable, request.file.string()};
    exchange.file = &file;
    set(handle, CURLOPT_POST, 1L);
    set(handle, CURLOPT_READFUNCTION, &give);
    set(handle, CURLOPT_READDATA, &exchange);
    set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size));
    return Done{};
  }

  Fields fields_of(const Outgoing& request) const {
    Fields fields{nullptr, &curl_slist_free_all};
    const auto add = [&](const std::string& field) {
      fields.reset(curl_slist_append(fields.release(), field.c_str()));
    };
    add("Accept-Language: " + std::string{code_of(settings.language)});
    add("Expect:");
    if (!request.file.empty()) {
      add("Content-Type: application/octet-stream");
    } else if (!request.body.empty()) {
      add("Content-Type: application/json");
    }
    for (const std::string& field : request.fields) add(field);
    return fields;
  }

  /// Once; `broken` says whether another time may go better.
  Result<Incoming> send_once(const Outgoing& request, bool& broken) {
    Exchange exchange{.curl = curl.get(), .request = &request};
    std::array<char, CURL_ERROR_SIZE> why{};
    std::ifstream file;
    prepare(exchange, why);
    const std::string url = address.url + request.path;
    const std::string method{request.method};
    const Fields fields = fields_of(request);
    set(curl.get(), CURLOPT_URL, url.c_str());
    set(curl.get(), CURLOPT_HTTPHEADER, fields.get());
    if (!request.body.empty() || !request.file.empty()) TRY(prepare_body(request, exchange, file));
    set(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
    if (request.into) request.into->seekp(0);
    const CURLcode code = curl_easy_perform(curl.get());
    broken = is_broken(code);
    if (code == CURLE_OK) {
      curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &exchange.incoming.status);
      return std::move(exchange.incoming);
    }
    if (exchange.lost_output) return Error{ErrorCode::file_unwritable};
    if (code == CURLE_ABORTED_BY_CALLBACK && exchange.file && !exchange.file->good()) {
      return Error{ErrorCode::file_unreadable, request.file.string()};
    }
    return unreachable(code, why.data());
  }

  [[nodiscard]] Error unreachable(CURLcode code, std::string_view why) const {
    const Messages& text = texts(settings.language);
    std::string where = address.url;
    if (is_distrust(code)) where = text("remote.distrusted", address.url, why);
    if (code == CURLE_OPERATION_TIMEDOUT) where = text("remote.silent", address.url);
    return {ErrorCode::server_unreachable, std::move(where), std::string{why}};
  }
};

Remote::Remote(Address address, RemoteSettings settings)
    : state_(new State{.address = std::move(address), .settings = std::move(settings)}) {}
Remote::~Remote() = default;

const Address& Remote::address() const { return state_->address; }

Result<Incoming> Remote::send(const Outgoing& request) {
  bool broken = false;
  Result<Incoming> incoming = state_->send_once(request, broken);
  if (!incoming && broken && request.can_repeat) incoming = state_->send_once(request, broken);
  return incoming;
}

void Remote::give_up_when(std::function<bool()> asked) { state_->give_up = std::move(asked); }

std::string url_escaped(std::string_view text) {
  const std::unique_ptr<char, decltype(&curl_free)> escaped{
      curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), &curl_free};
  return escaped ? escaped.get() : "";
}

}  // namespace collega::cli
