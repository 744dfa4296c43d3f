#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "charset.h"
#include "collega/base/utf8.h"
#include "collega/documents/read.h"
#include "flow.h"
#include "format.h"
#include "formats.h"
#include "html.h"
#include "lines.h"
#include "visibility.h"

namespace collega::documents {
namespace {

// A forwarded message with an application attached to it is two; beyond this attachments are named but not read.
constexpr int kDeepestMessage = 3;

// Multiparts in multiparts; mail programs make four.
constexpr int kDeepestPart = 30;

// Logos and signatures stand in the text; an application has a handful of papers.
constexpr std::size_t kMostAttachments = 50;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

void start_gmime() {
  static const bool started = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(started);
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream{g_mime_stream_mem_new()};
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string text_of(GMimePart* part) {
  const std::string bytes = content_of(part);
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  const std::string name = charset == nullptr ? "" : to_lower(repair_utf8(charset));
  std::string text =
      name.empty() || name == "utf-8" || name == "us-ascii" ? decode_unknown(bytes) : decode(bytes, name);
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != 0;
}

std::string valid(const char* text) { return text == nullptr ? std::string{} : repair_utf8(text); }

// The letters of a message and what hangs on it.
struct Message {
  std::string subject;
  std::vector<GMimePart*> texts;  // in the order in which they are shown; plain rather than HTML
  std::vector<GMimeObject*> attachments;
};

bool is_attachment(GMimeObject* object) {
  if (GMIME_IS_MESSAGE_PART(object)) return true;
  const char* disposition = g_mime_object_get_disposition(object);
  if (disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0) return true;
  return !is_type(object, "text", "plain") && !is_type(object, "text", "html");
}

// A picture that the HTML shows is no paper.
bool is_decoration(GMimeObject* object) {
  const char* disposition = g_mime_object_get_disposition(object);
  const bool attached = disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0;
  return is_type(object, "image", "*") && !attached;
}

void collect(GMimeObject* object, int depth, Message& message);

// Of the same text in several forms, the plain one; without it the HTML. The rest of the last form (pictures) is
// decoration.
void collect_alternative(GMimeMultipart* multipart, int depth, Message& message) {
  Message best;
  bool best_is_plain = false;
  for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
    Message form;
    collect(g_mime_multipart_get_part(multipart, i), depth, form);
    for (GMimeObject* attachment : form.attachments) message.attachments.push_back(attachment);
    const bool plain = !form.texts.empty() && is_type(GMIME_OBJECT(form.texts.front()), "text", "plain");
    if (form.texts.empty() || best_is_plain ||
        (plain && text_of(form.texts.front()).find_first_not_of(" \n\t") == std::string::npos))
      continue;
    best.texts = std::move(form.texts);
    best_is_plain = plain;
  }
  message.texts.insert(message.texts.end(), best.texts.begin(), best.texts.end());
}

void collect(GMimeObject* object, int depth, Message& message) {
  if (object == nullptr || depth > kDeepestPart) return;
  if (GMIME_IS_MULTIPART(object)) {
    auto* multipart = GMIME_MULTIPART(object);
    if (is_type(object, "multipart", "alternative")) {
      collect_alternative(multipart, depth + 1, message);
      return;
    }
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
      collect(g_mime_multipart_get_part(multipart, i), depth + 1, message);
    }
  } else if (is_attachment(object)) {
    if (!is_decoration(object)) message.attachments.push_back(object);
  } else if (GMIME_IS_PART(object)) {
    message.texts.push_back(GMIME_PART(object));
  }
}

std::string name_of(GMimeObject* attachment) {
  if (GMIME_IS_PART(attachment)) return valid(g_mime_part_get_filename(GMIME_PART(attachment)));
  return valid(g_mime_object_get_content_disposition_parameter(attachment, "filename"));
}

class EmailReader {
 public:
  EmailReader(DocumentBuilder& builder, const Limits& limits) : builder_(builder), limits_(limits) {}

  Result<Done> read(std::string_view bytes, int depth) {
    const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
    const Owned<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    const Owned<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), nullptr)};
    if (!message) return Error{ErrorCode::document_broken};
    read_message(message.get(), depth);
    return Done{};
  }

 private:
  void read_message(GMimeMessage* mime, int depth) {
    Message message;
    message.subject = valid(g_mime_message_get_subject(mime));
    collect(g_mime_message_get_mime_part(mime), 0, message);
    if (depth == 0) builder_.set_title(message.subject);
    builder_.add(BlockKind::heading, depth == 0 ? 1 : 2, message.subject);
    for (GMimePart* text : message.texts) read_text(text);
    for (GMimeObject* attachment : message.attachments) read_attachment(attachment, depth);
  }

  void read_text(GMimePart* part) {
    const std::string text = text_of(part);
    Flow flow;
    LeftOut left_out;
    if (is_type(GMIME_OBJECT(part), "text", "html")) {
      flow = read_html(text, left_out).flow;
    } else {
      append_lines(flow, text);
    }
    add_flow(builder_, std::move(flow));
    left_out.tell(builder_);
  }

  void read_attachment(GMimeObject* attachment, int depth) {
    const std::string name = name_of(attachment);
    if (++attachments_ > kMostAttachments || depth >= kDeepestMessage) {
      builder_.notice(NoticeKind::attachment_failed, name);
      return;
    }
    if (GMIME_IS_MESSAGE_PART(attachment)) {
      builder_.add(BlockKind::heading, 2, name);
      if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(attachment)); inner != nullptr) {
        read_message(inner, depth + 1);
      }
      return;
    }
    if (GMIME_IS_PART(attachment)) read_file(content_of(GMIME_PART(attachment)), name, depth);
  }

  void read_file(const std::string& bytes, const std::string& name, int depth) {
    const Result<Format> format = detect(bytes, name);
    if (format && format.value() == Format::email) {
      builder_.add(BlockKind::heading, 2, name);
      if (!read(bytes, depth + 1)) builder_.notice(NoticeKind::attachment_failed, name);
      return;
    }
    const Result<Document> document = parse(bytes, name, limits_);
    if (!document) {
      builder_.notice(NoticeKind::attachment_failed, name);
      return;
    }
    builder_.add(BlockKind::heading, 2, name);
    append(document.value());
  }

  void append(const Document& document) {
    for (const Block& block : document.blocks) {
      const std::string_view text = block.span.of(document.text);
      if (block.kind == BlockKind::table_row) {
        builder_.add_row(cells_of(text));
      } else {
        builder_.add(block.kind, block.level, text);
      }
    }
    for (const Notice& notice : document.notices) builder_.notice(notice.kind, notice.excerpt);
  }

  static std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    for (std::size_t begin = 0; begin <= row.size();) {
      const std::size_t end = std::min(row.find('\t', begin), row.size());
      cells.emplace_back(row.substr(begin, end - begin));
      begin = end + 1;
    }
    return cells;
  }

  DocumentBuilder& builder_;
  const Limits& limits_;
  std::size_t attachments_ = 0;
};

}  // namespace

Result<Document> parse_email(std::string_view bytes, const Limits& limits) {
  start_gmime();
  DocumentBuilder builder{Format::email, limits};
  TRY(EmailReader(builder, limits).read(bytes, 0));
  return std::move(builder).build();
}

}  // namespace collega::documents
