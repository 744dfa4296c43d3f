#include "request_parser.h"

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>

namespace collega::http {

namespace beast = boost::beast;

struct RequestParser::State {
  beast::http::request_parser<beast::http::buffer_body> parser;
};

RequestParser::RequestParser() : state_(std::make_unique<State>()) {
  // Both are bounded before Beast sees a byte: by the limits of whoever reads from the socket.
  state_->parser.header_limit(std::numeric_limits<std::uint32_t>::max());
  state_->parser.body_limit(boost::none);
}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

bool RequestParser::read_head(std::string_view head) {
  beast::error_code failure;
  const std::size_t read = state_->parser.put(boost::asio::buffer(head), failure);
  return !failure && read == head.size() && state_->parser.is_header_done();
}

std::string_view RequestParser::method() const { return state_->parser.get().method_string(); }
std::string_view RequestParser::target() const { return state_->parser.get().target(); }

std::string_view RequestParser::field(std::string_view name) const {
  const auto& fields = state_->parser.get();
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view{} : std::string_view{found->value()};
}

bool RequestParser::is_http_1_0() const { return state_->parser.get().version() == 10; }
bool RequestParser::keeps_alive() const { return state_->parser.get().keep_alive(); }
bool RequestParser::is_chunked() const { return state_->parser.chunked(); }
bool RequestParser::is_done() const { return state_->parser.is_done(); }

std::uint64_t RequestParser::content_length() const {
  const auto length = state_->parser.content_length();
  return length ? *length : 0;
}

RequestParser::Progress RequestParser::read_body(std::string_view in, std::span<char> out) {
  Progress progress;
  auto& parser = state_->parser;
  auto& body = parser.get().body();
  body.data = out.data();
  body.size = out.size();
  body.more = true;
  while (!parser.is_done() && progress.consumed < in.size() && body.size > 0) {
    beast::error_code failure;
    const std::size_t read = parser.put(boost::asio::buffer(in.substr(progress.consumed)), failure);
    progress.consumed += read;
    if (failure == beast::http::error::need_more || failure == beast::http::error::need_buffer) break;
    if (failure) {
      progress.is_broken = true;
      break;
    }
    if (read == 0) break;
  }
  progress.produced = out.size() - body.size;
  return progress;
}

}  // namespace collega::http
