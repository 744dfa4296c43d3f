// Markdown by md4c, which calls back block by block: lists and quotes are entered and left around their paragraphs.

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "charset.h"
#include "formats.h"
#include "markup.h"
#include "visibility.h"

namespace collega::documents {
namespace {

constexpr int kDeepestList = 9;

class MarkdownReader {
 public:
  explicit MarkdownReader(DocumentBuilder& builder) : builder_(builder), markup_(left_out_) {}

  [[nodiscard]] bool read(const std::string& text) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return reader(self).enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return reader(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size, void* self) {
      return reader(self).add(type, {letters, size});
    };
    const int status = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
    flush();
    left_out_.tell(builder_);
    return status == 0 || builder_.full();
  }

 private:
  static MarkdownReader& reader(void* self) { return *static_cast<MarkdownReader*>(self); }

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush();
        ++list_depth_;
        break;
      case MD_BLOCK_LI:
        flush();
        in_item_ = true;
        break;
      case MD_BLOCK_H:
        flush();
        heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_TR:
        cells_.clear();
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        flush();
        break;
      default:
        break;
    }
    return builder_.full() ? 1 : 0;
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush();
        --list_depth_;
        break;
      case MD_BLOCK_LI:
        flush();
        in_item_ = false;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        cells_.push_back(std::move(text_));
        text_.clear();
        break;
      case MD_BLOCK_TR:
        builder_.add_row(cells_);
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        flush();
        break;
      default:
        break;
    }
    return builder_.full() ? 1 : 0;
  }

  int add(MD_TEXTTYPE type, std::string_view letters) {
    switch (type) {
      case MD_TEXT_HTML:
        html_ += letters;
        return 0;
      case MD_TEXT_BR:
        add_text("\n");
        break;
      case MD_TEXT_SOFTBR:
        add_text(" ");
        break;
      case MD_TEXT_NULLCHAR:
        break;
      case MD_TEXT_ENTITY:
        add_text(letters_of_entity(letters));
        break;
      default:
        add_text(letters);
        break;
    }
    return 0;
  }

  void add_text(std::string_view letters) {
    add_markup();
    if (markup_.feed_text(letters)) text_ += letters;
  }

  // The parser hands raw HTML over in pieces that may end within a tag.
  void add_markup() {
    if (html_.empty()) return;
    text_ += markup_.feed_markup(html_);
    html_.clear();
  }

  void flush() {
    add_markup();
    if (heading_ > 0) {
      builder_.add(BlockKind::heading, heading_, text_);
    } else if (list_depth_ > 0 && in_item_) {
      builder_.add(BlockKind::list_item, std::min(list_depth_, kDeepestList), text_);
    } else {
      builder_.add(BlockKind::paragraph, 0, text_);
    }
    if (!text_.empty()) in_item_ = false;
    heading_ = 0;
    text_.clear();
  }

  DocumentBuilder& builder_;
  LeftOut left_out_;
  MarkupFilter markup_;
  std::string text_;
  std::string html_;
  std::vector<std::string> cells_;
  int heading_ = 0;
  int list_depth_ = 0;
  bool in_item_ = false;  // and nothing of the item was added yet
};

}  // namespace

Result<Document> parse_markdown(std::string_view bytes, const Limits& limits) {
  const std::string text = decode_unknown(bytes);
  DocumentBuilder builder{Format::markdown, limits};
  if (!MarkdownReader{builder}.read(text)) return Error{ErrorCode::document_broken};
  return std::move(builder).build();
}

}  // namespace collega::documents
