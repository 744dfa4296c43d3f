#pragma once

// Every connection there is, and which of them keeps us waiting longest: it goes when another needs its place, or when
// its time is over. Of the thread that serves alone.

#include <list>
#include <string>
#include <unordered_map>

#include "allowances.h"
#include "figures.h"

namespace collega::http {

class Connection;

class Reception {
  struct Source {
    std::list<Connection*> waiting, busy;
  };

 public:
  /// Where a connection stands.
  struct Place {
    std::list<Connection*>::iterator of_all, of_source;
    Source* source = nullptr;
    std::string key;
    bool is_waiting = true;
    bool is_leaving = false;
  };

  Reception(std::size_t most, std::size_t most_of_source, Gauges& gauges)
      : most_(most), most_of_source_(most_of_source), gauges_(gauges) {}

  /// Makes room if it must. False: everybody is busy, and there is none. `is_proxy`: others stand behind this address.
  [[nodiscard]] bool enter(Connection& connection, std::string_view address, bool is_proxy);
  void leave(Connection& connection);
  /// For its next request: the last of those who wait.
  void waits(Connection& connection);
  /// Its request is here.
  void works(Connection& connection);

  /// Gives up on whoever took too long.
  void sweep(Time now);
  /// Gives up on all who wait, or on everybody.
  void close_waiting();
  void close_all();
  [[nodiscard]] bool is_empty() const { return waiting_.empty() && busy_.empty(); }
  /// The one that waits longest goes. False: nobody waits.
  bool make_room();

 private:
  void show_out(Connection& connection);

  std::size_t most_;
  std::size_t most_of_source_;
  Gauges& gauges_;
  std::size_t staying_ = 0;
  std::list<Connection*> waiting_, busy_;
  std::unordered_map<std::string, Source> sources_;
};

}  // namespace collega::http
