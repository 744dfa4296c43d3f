#include "allowances.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace collega::http {
namespace {

constexpr std::chrono::minutes kCleanEvery{1};
// Some 10 MB. Whoever has more addresses than this is not held by counting them.
constexpr std::size_t kMostKept = 100'000;

std::size_t digest_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace

double Buckets::filled(const Bucket& bucket, Time now) const {
  const std::chrono::duration<double> passed = now - bucket.at;
  return std::min(rate_.at_once, bucket.left + passed.count() * rate_.per_second);
}

void Buckets::forget_full(Time now) {
  cleaned_at_ = now;
  std::erase_if(buckets_, [&](const auto& entry) { return filled(entry.second, now) >= rate_.at_once; });
  if (buckets_.size() >= kMostKept) buckets_.clear();
}

std::optional<std::chrono::seconds> Buckets::take(std::size_t key, Time now) {
  if (rate_.per_second <= 0) return std::nullopt;
  if (now - cleaned_at_ > kCleanEvery || buckets_.size() >= kMostKept) forget_full(now);
  Bucket& bucket = buckets_.try_emplace(key, Bucket{rate_.at_once, now}).first->second;
  bucket.left = filled(bucket, now);
  bucket.at = now;
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return std::nullopt;
  }
  return std::chrono::seconds{static_cast<int>(std::ceil((1 - bucket.left) / rate_.per_second))};
}

std::optional<std::chrono::seconds> Allowances::ask(std::string_view source, std::string_view credential, Time now,
                                                    bool is_mounted) {
  if (!credential.empty() && known_.contains(digest_of(credential))) {
    return (is_mounted ? mounted_ : sessions_).take(digest_of(credential), now);
  }
  return sources_.take(digest_of(source_key(source)), now);
}

void Allowances::recognised(std::string_view credential, bool is_somebody, Time now) {
  if (credential.empty()) return;
  if (!is_somebody) {
    known_.erase(digest_of(credential));
    return;
  }
  known_[digest_of(credential)] = now;
  if (known_.size() > kMostKept) {
    std::erase_if(known_, [&](const auto& entry) { return now - entry.second > kCleanEvery; });
  }
}

std::string_view source_key(std::string_view address) {
  std::size_t colons = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] != ':') continue;
    if (address.substr(i).starts_with("::") || ++colons == 4) return address.substr(0, i);
  }
  return address;
}

}  // namespace collega::http
