#include "reception.h"

#include "connection.h"

namespace collega::http {

bool Reception::enter(Connection& connection, std::string_view address, bool is_proxy) {
  Place& place = connection.place();
  place.key = source_key(address);
  const auto known = sources_.find(place.key);
  if (!is_proxy && known != sources_.end() &&
      known->second.waiting.size() + known->second.busy.size() >= most_of_source_) {
    if (known->second.waiting.empty()) return false;
    show_out(*known->second.waiting.front());
  }
  if (staying_ >= most_ && !make_room()) return false;
  Source& source = sources_[place.key];
  place.source = &source;
  place.of_all = waiting_.insert(waiting_.end(), &connection);
  place.of_source = source.waiting.insert(source.waiting.end(), &connection);
  gauges_.connections = ++staying_;
  ++gauges_.connections_ever;
  return true;
}

void Reception::leave(Connection& connection) {
  Place& place = connection.place();
  if (!place.source) return;
  (place.is_waiting ? waiting_ : busy_).erase(place.of_all);
  if (!place.is_leaving) {
    (place.is_waiting ? place.source->waiting : place.source->busy).erase(place.of_source);
    if (place.source->waiting.empty() && place.source->busy.empty()) sources_.erase(place.key);
    --staying_;
  }
  place.source = nullptr;
  gauges_.connections = staying_;
}

void Reception::waits(Connection& connection) {
  Place& place = connection.place();
  if (place.is_waiting || place.is_leaving) return;
  place.is_waiting = true;
  waiting_.splice(waiting_.end(), busy_, place.of_all);
  place.source->waiting.splice(place.source->waiting.end(), place.source->busy, place.of_source);
}

void Reception::works(Connection& connection) {
  Place& place = connection.place();
  if (!place.is_waiting || place.is_leaving) return;
  place.is_waiting = false;
  busy_.splice(busy_.end(), waiting_, place.of_all);
  place.source->busy.splice(place.source->busy.end(), place.source->waiting, place.of_source);
}

/// It counts no more, and is told; what is left of it goes by itself.
void Reception::show_out(Connection& connection) {
  Place& place = connection.place();
  works(connection);
  place.is_leaving = true;
  place.source->busy.erase(place.of_source);
  --staying_;
  ++gauges_.connections_refused;
  connection.give_up();
}

bool Reception::make_room() {
  if (waiting_.empty()) return false;
  Connection& oldest = *waiting_.front();
  Source& source = *oldest.place().source;
  const std::string key = oldest.place().key;
  show_out(oldest);
  if (source.waiting.empty() && source.busy.empty()) sources_.erase(key);
  return true;
}

void Reception::sweep(Time now) {
  for (std::list<Connection*>* list : {&waiting_, &busy_}) {
    for (Connection* connection : *list) {
      if (const auto until = connection->until(); until && *until < now) connection->give_up();
    }
  }
}

void Reception::close_waiting() {
  for (Connection* connection : waiting_) connection->give_up();
}

void Reception::close_all() {
  for (std::list<Connection*>* list : {&waiting_, &busy_}) {
    for (Connection* connection : *list) connection->close();
  }
}

}  // namespace collega::http
