#include "child.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <exception>
#include <new>
#include <optional>
#include <string>

#include "channel.h"
#include "ocr.h"
#include "page_image.h"
#include "readable_page.h"
#include "sandbox.h"
#include "wire.h"

namespace collega::documents {
namespace {

constexpr int kServed = 0;
constexpr int kNoSandbox = 3;
constexpr int kBrokenChannel = 4;

bool receive(void* to, std::size_t bytes) {
  for (char* at = static_cast<char*>(to); bytes > 0;) {
    const ssize_t got = read(kChildSocket, at, bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    bytes -= static_cast<std::size_t>(got);
  }
  return true;
}

bool send(const void* from, std::size_t bytes) {
  for (const char* at = static_cast<const char*>(from); bytes > 0;) {
    const ssize_t sent = write(kChildSocket, at, bytes);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    at += sent;
    bytes -= static_cast<std::size_t>(sent);
  }
  return true;
}

// Exceptions are for bugs, but out of memory is what a hostile file may make of us, and it need not cost the child.
template <class Value>
std::string answer_safely(const std::function<Result<Value>()>& parse) {
  try {
    return to_wire(parse());
  } catch (const std::bad_alloc&) {
    return to_wire(Result<Value>{Error{ErrorCode::document_bomb, {}, "out of memory"}});
  } catch (const std::exception& exception) {
    return to_wire(Result<Value>{Error{ErrorCode::document_reader_failed, {}, exception.what()}});
  }
}

std::optional<std::string> answer_to(const Request& request, const Parse& parse) {
  std::string name(request.name_bytes, '\0');
  std::string bytes(request.file_bytes, '\0');
  if (!receive(name.data(), name.size()) || !receive(bytes.data(), bytes.size())) return std::nullopt;
  if (request.asked == Asked::table) {
    return answer_safely<Table>([&] { return read_xlsx(bytes, name, request.table_limits); });
  }
  if (request.asked == Asked::page_image) {
    return answer_safely<PageImage>(
        [&] { return draw_page(bytes, name, request.page, request.width, request.limits); });
  }
  if (request.asked == Asked::readable_page) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{request.limits.ocr_seconds};
    return answer_safely<ReadablePage>(
        [&] { return draw_readable_page(bytes, name, request.page, request.width, request.limits, until); });
  }
  if (request.asked == Asked::cover) {
    return answer_safely<PageImage>([&]() -> Result<PageImage> {
      const Areas areas = areas_in(name);
      return PageImage{TRY(cover_page(bytes, areas.shown, areas.covered)).png};
    });
  }
  return answer_safely<Document>([&] { return parse(bytes, name, request.limits); });
}

}  // namespace

bool is_child(int argc, char** argv) { return argc == 2 && argv[1] == kChildArgument; }

int serve(const Parse& parse) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::signal(SIGPIPE, SIG_IGN);
  if (!enter_sandbox()) return kNoSandbox;
  when_recognising([] {
    const Header header{Said::recognising, 0};
    return send(&header, sizeof header);
  });
  for (Request request{}; receive(&request, sizeof request);) {
    const auto answer = answer_to(request, parse);
    if (!answer) return kBrokenChannel;
    const Header header{Said::answer, answer->size()};
    if (!send(&header, sizeof header) || !send(answer->data(), answer->size())) return kBrokenChannel;
  }
  return kServed;
}

std::optional<int> serve_if_child(int argc, char** argv) {
  if (!is_child(argc, argv)) return std::nullopt;
  return serve(
      [](std::string_view bytes, std::string_view name, const Limits& limits) { return parse(bytes, name, limits); });
}

}  // namespace collega::documents
