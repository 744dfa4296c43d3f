#include "collega/operations/records.h"

#include <stdexcept>

namespace collega::operations {

Work Work::within() const {
  Work inner;
  inner.read_ = read_;
  inner.write_ = write_;
  return inner;
}

store::ReadTransaction& Work::read() {
  if (write_) return *write_;
  if (!read_) throw std::logic_error("an operation that does not say that it reads what is kept");
  return *read_;
}

store::WriteTransaction& Work::write() {
  if (!write_) throw std::logic_error("an operation that does not say that it changes what is kept");
  return *write_;
}

std::vector<std::int64_t> Work::about() const {
  std::vector<std::int64_t> all = about_;
  for (const Concern& concern : concerns_) all.push_back(concern.person.number);
  return all;
}

ProposalId Work::propose(Proposal proposal, bool blind) {
  const auto id = write().new_id<ProposalId>();
  proposed_.push_back({id, std::move(proposal), blind});
  return id;
}

}  // namespace collega::operations
