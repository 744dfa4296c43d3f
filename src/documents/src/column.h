#pragma once

// A column that runs over the pages: what does not fit goes on at the top of the column on the next page.

#include <vector>

#include "typeset.h"

namespace collega::documents {

struct ColumnFrame {
  double left = 0;
  double width = 0;
  double top = 0;
  double bottom = 0;
};

struct Cell {
  SetText text;
  double x = 0;  ///< from the left of the column
  double width = 0;
};

class Column {
 public:
  /// `pages` is shared by the columns of a draft and grows as any of them needs.
  Column(std::vector<SetPage>& pages, ColumnFrame frame);

  [[nodiscard]] double width() const { return frame_.width; }

  /// White space, left out at the top of a page.
  void skip(double height);
  /// Goes to the next page unless this height is left on this one.
  void need(double height);
  /// A text, `indent` from the left.
  void put(const SetText& text, double indent, Colour colour);
  /// One that stands to the left of the text that follows, such as a bullet.
  void put_beside_next(const SetText& text, double indent, Colour colour);
  void put_rule(Colour colour, double thickness);
  /// A row of a table with a border. It is broken over pages only when it is higher than one.
  void put_row(const std::vector<Cell>& cells, double padding, Colour edge, std::optional<Colour> fill);

 private:
  SetPage& page() { return pages_[page_]; }
  [[nodiscard]] double room() const { return frame_.bottom - y_; }
  void next_page();
  void put_row_part(const std::vector<Cell>& cells, std::vector<std::size_t>& done, double padding, Colour edge,
                    std::optional<Colour> fill);

  std::vector<SetPage>& pages_;
  ColumnFrame frame_;
  std::size_t page_ = 0;
  double y_ = 0;
};

}  // namespace collega::documents
