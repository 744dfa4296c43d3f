#include <md4c.h>

#include <algorithm>
#include <utility>

#include "collega/documents/write.h"
#include "markup.h"

namespace collega::documents {
namespace {

constexpr std::string_view kSideMark = "{side}";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\n") - first + 1)};
}

// md4c tells what begins, what ends and the text between; this puts blocks together from it.
class DraftMaker {
 public:
  Draft make(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<DraftMaker*>(self)->enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<DraftMaker*>(self)->leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<DraftMaker*>(self)->text(type, {text, size});
      return 0;
    };
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
    return std::move(draft_);
  }

 private:
  struct List {
    std::optional<int> next_number;
  };

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_UL:
        finish_item();
        lists_.push_back({});
        break;
      case MD_BLOCK_OL:
        finish_item();
        lists_.push_back({static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)});
        break;
      case MD_BLOCK_LI:
        in_item_ = true;
        break;
      case MD_BLOCK_P:
        if (!text_.empty()) text_ += '\n';  // the second paragraph of an item
        break;
      case MD_BLOCK_THEAD:
        heading_row_ = true;
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_H:
        finish_heading();
        break;
      case MD_BLOCK_P:
        if (!in_item_) finish(BlockKind::paragraph, 0);
        break;
      case MD_BLOCK_CODE:
        finish(BlockKind::paragraph, 0);
        break;
      case MD_BLOCK_LI:
        finish_item();
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        lists_.pop_back();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        cells_.push_back(trimmed(std::exchange(text_, {})));
        break;
      case MD_BLOCK_TR:
        finish_row();
        break;
      case MD_BLOCK_THEAD:
        heading_row_ = false;
        break;
      default:
        break;
    }
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        text_ += '\n';
        break;
      case MD_TEXT_ENTITY:
        text_ += letters_of_entity(text);
        break;
      case MD_TEXT_NULLCHAR:
        break;
      default:
        text_ += text;
        break;
    }
  }

  std::vector<DraftBlock>& target() { return side_level_ ? draft_.side : draft_.blocks; }

  void finish(BlockKind kind, int level, std::optional<int> number = {}) {
    std::string text = trimmed(std::exchange(text_, {}));
    if (!text.empty()) target().push_back({kind, level, std::move(text), {}, number});
  }

  void finish_item() {
    if (!in_item_ || lists_.empty()) return;
    std::optional<int>& number = lists_.back().next_number;
    finish(BlockKind::list_item, static_cast<int>(lists_.size()), number);
    if (number) ++*number;
    in_item_ = false;
  }

  void finish_heading() {
    std::string text = trimmed(text_);
    const bool side = text.ends_with(kSideMark);
    if (side) text = trimmed(std::string_view{text}.substr(0, text.size() - kSideMark.size()));
    if (!side_level_ || level_ <= *side_level_) side_level_ = side ? std::optional{level_} : std::nullopt;
    if (draft_.title.empty() && level_ == 1) draft_.title = text;
    text_ = std::move(text);
    finish(BlockKind::heading, level_);
  }

  void finish_row() {
    std::vector<std::string> cells = std::exchange(cells_, {});
    const bool has_words = std::any_of(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
    if (has_words) target().push_back({BlockKind::table_row, heading_row_ ? 1 : 0, "", std::move(cells), {}});
  }

  Draft draft_;
  std::string text_;
  std::vector<std::string> cells_;
  std::vector<List> lists_;
  std::optional<int> side_level_;  // of the heading whose section stands at the side
  int level_ = 0;
  bool in_item_ = false;
  bool heading_row_ = false;
};

}  // namespace

Draft draft_from_markdown(std::string_view markdown) { return DraftMaker{}.make(markdown); }

}  // namespace collega::documents
