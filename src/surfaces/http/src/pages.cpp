#include "pages.h"

#include <sys/random.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "tag.h"
#include "text.h"
#include "texts.h"

namespace collega::http {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndex = "/index.html";
constexpr std::string_view kNoncePlace = "{{nonce}}";
constexpr std::string_view kForever = "public, max-age=31536000, immutable";
constexpr std::string_view kAskAgain = "no-cache";

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".wasm", "application/wasm"},
    {".xml", "application/xml"},
}};

std::string_view type_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const auto& [ending, type] : kTypes) {
    if (is_same_word(ending, extension)) return type;
  }
  return {};
}

/// "index-B7p3xQ_z.js": a name that a build made of the content, so that it never stands for another.
bool is_named_by_content(const fs::path& path) {
  constexpr std::size_t kDigits = 8;
  const std::string stem = path.stem().string();
  if (stem.size() <= kDigits + 1) return false;
  const std::size_t mark = stem.size() - kDigits - 1;
  if (stem[mark] != '-' && stem[mark] != '.') return false;
  bool has_digit_or_capital = false;  // "-overview" is a word
  for (const char c : std::string_view{stem}.substr(mark + 1)) {
    if (!is_letter(c) && !is_digit(c) && c != '_' && c != '-') return false;
    has_digit_or_capital = has_digit_or_capital || is_digit(c) || lower(c) != c;
  }
  return has_digit_or_capital;
}

Result<Shared> content_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::string content{std::istreambuf_iterator<char>{file}, {}};
  if (!file) return Error{ErrorCode::file_unreadable, path.string()};
  return std::make_shared<const std::string>(std::move(content));
}

Result<Shared> content_beside(const fs::path& path, const char* ending) {
  fs::path beside = path;
  beside += ending;
  std::error_code failure;
  if (!fs::is_regular_file(beside, failure)) return Shared{};
  return content_of(beside);
}

std::string nonce() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return {};
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += kDigits[byte / 16];
    text += kDigits[byte % 16];
  }
  return text;
}

/// What a page of ours may load: from here alone, and of what stands in the page itself only what bears the nonce.
void add_policy(Reply& reply, std::string_view nonce) {
  const std::string own = nonce.empty() ? "'self'" : "'self' 'nonce-" + std::string{nonce} + "'";
  reply.add("Content-Security-Policy",
            "default-src 'self'; script-src " + own + "; style-src " + own +
                "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; "
                "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  reply.has_policy = true;
}

}  // namespace

Result<Pages> Pages::read(const fs::path& folder) {
  std::error_code failure;
  Pages pages;
  if (!fs::is_directory(folder, failure)) return Error{ErrorCode::file_not_found, folder.string()};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator{folder, failure}) {
    const std::string_view type = type_of(entry.path());
    if (type.empty() || !entry.is_regular_file()) continue;
    Page page;
    page.type = type;
    page.cache = is_named_by_content(entry.path()) ? kForever : kAskAgain;
    page.plain = TRY(content_of(entry.path()));
    page.gzip = TRY(content_beside(entry.path(), ".gz"));
    page.brotli = TRY(content_beside(entry.path(), ".br"));
    page.tag = tag_of(*page.plain);
    pages.pages_.emplace('/' + entry.path().lexically_relative(folder).generic_string(), std::move(page));
  }
  if (failure) return Error{ErrorCode::file_unreadable, folder.string(), failure.message()};
  const auto index = pages.pages_.find(std::string{kIndex});
  if (index == pages.pages_.end()) return Error{ErrorCode::file_not_found, (folder / "index.html").string()};
  pages.index_ = index->second.plain;
  pages.pages_.erase(index);
  return pages;
}

Reply Pages::first_page() const {
  Reply reply;
  reply.type = kTypes.front().second;
  const std::size_t place = index_->find(kNoncePlace);
  if (place == std::string::npos) {
    reply.cache = kAskAgain;
    reply.body = index_;
    add_policy(reply, {});
    return reply;
  }
  const std::string once = nonce();
  std::string text = *index_;
  for (std::size_t at = place; at != std::string::npos; at = text.find(kNoncePlace, at))
    text.replace(at, kNoncePlace.size(), once);
  reply.body = std::move(text);
  add_policy(reply, once);
  return reply;
}

std::optional<Reply> Pages::find(std::string_view path, Encodings encodings, std::string_view if_none_match) const {
  if (!index_) return std::nullopt;
  const auto found = pages_.find(std::string{path});
  if (found == pages_.end()) {
    const bool is_file = path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
    if (is_file && path != kIndex) return std::nullopt;
    return first_page();
  }
  const Page& page = found->second;
  Reply reply;
  reply.type = page.type;
  reply.cache = page.cache;
  reply.add("Vary", "Accept-Encoding");
  std::string tag = page.tag;
  reply.body = page.plain;
  if (encodings.brotli && page.brotli) {
    reply.body = page.brotli;
    reply.add("Content-Encoding", "br");
    tag += "-br";
  } else if (encodings.gzip && page.gzip) {
    reply.body = page.gzip;
    reply.add("Content-Encoding", "gzip");
    tag += "-gzip";
  }
  tag = '"' + tag + '"';
  reply.add("ETag", tag);
  add_policy(reply, {});
  if (names_tag(if_none_match, tag)) {
    reply.status = 304;
    reply.body = std::string{};
  }
  return reply;
}

Reply no_pages(Language language) {
  Reply reply;
  reply.type = "text/plain; charset=utf-8";
  reply.body = texts(language)("no_pages") + '\n';
  return reply;
}

}  // namespace collega::http
