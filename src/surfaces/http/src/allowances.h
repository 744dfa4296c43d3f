#pragma once

// How often somebody may ask. Whoever is known has an allowance of their own; whoever is not shares that of their
// address, so that inventing sessions gains nothing. Passwords are counted apart, by kernel/identity.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "collega/http/server.h"

namespace collega::http {

using Time = std::chrono::steady_clock::time_point;

/// A bucket a key: full it holds Rate::at_once, and it fills at Rate::per_second.
class Buckets {
 public:
  explicit Buckets(Rate rate) : rate_(rate) {}

  /// Takes one out; else how long until there is one.
  [[nodiscard]] std::optional<std::chrono::seconds> take(std::size_t key, Time now);
  [[nodiscard]] std::size_t size() const { return buckets_.size(); }

 private:
  struct Bucket {
    double left = 0;
    Time at;
  };
  [[nodiscard]] double filled(const Bucket& bucket, Time now) const;
  void forget_full(Time now);

  Rate rate_;
  std::unordered_map<std::size_t, Bucket> buckets_;
  Time cleaned_at_{};
};

class Allowances {
 public:
  Allowances(Rate of_session, Rate of_mounted, Rate of_source)
      : sessions_(of_session), mounted_(of_mounted), sources_(of_source) {}

  /// Nothing: go ahead. Else how long to wait. `credential` is empty when nothing was shown.
  [[nodiscard]] std::optional<std::chrono::seconds> ask(std::string_view source, std::string_view credential, Time now,
                                                        bool is_mounted = false);
  /// What ask() was told is, or is no longer, that of somebody.
  void recognised(std::string_view credential, bool is_somebody, Time now);

 private:
  Buckets sessions_;
  Buckets mounted_;
  Buckets sources_;
  std::unordered_map<std::size_t, Time> known_;  ///< credentials, by digest, and when they were last seen
};

/// What an address counts as: a house has one of IPv4, and a network of 64 bits of IPv6.
[[nodiscard]] std::string_view source_key(std::string_view address);

}  // namespace collega::http
