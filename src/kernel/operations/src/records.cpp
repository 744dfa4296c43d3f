#include "collega/operations/records.h"

#include <stdexcept>

namespace collega::operations {

store::ReadTransaction& Work::read() {
  if (write_) return *write_;
  if (!read_) throw std::logic_error("an operation that does not say that it reads what is kept");
  return *read_;
}

store::WriteTransaction& Work::write() {
  if (!write_) throw std::logic_error("an operation that does not say that it changes what is kept");
  return *write_;
}

}  // namespace collega::operations
