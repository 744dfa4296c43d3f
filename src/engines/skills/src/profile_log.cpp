#include "profile_log.h"

#include "archive.h"
#include "digest.h"

namespace collega::skills {
namespace {

struct FrameHead {
  std::uint64_t length = 0;
  std::uint64_t digest = 0;
};

/// The content of the frame that the bytes begin with, when it is whole.
std::optional<std::string_view> content_of(std::string_view bytes) {
  FrameHead head;
  if (bytes.size() < sizeof head) return std::nullopt;
  std::memcpy(&head, bytes.data(), sizeof head);
  bytes.remove_prefix(sizeof head);
  if (head.length > bytes.size() || digest(bytes.substr(0, head.length)) != head.digest) return std::nullopt;
  return bytes.substr(0, head.length);
}

// A whole frame behind a broken one: the broken one is no torn end.
bool another_follows(std::string_view bytes) {
  FrameHead head;
  if (bytes.size() < sizeof head) return false;
  std::memcpy(&head, bytes.data(), sizeof head);
  bytes.remove_prefix(sizeof head);
  return head.length < bytes.size() && content_of(bytes.substr(head.length)).has_value();
}

void write(Writer& writer, const Change& change) {
  writer(change.id);
  writer(change.profile.has_value());
  if (!change.profile) return;
  writer(change.profile->sides.available_from);
  writer(change.profile->sides.place);
  writer(change.profile->sides.hours);
  writer(change.profile->facts);
}

Change read(Reader& reader) {
  Change change;
  bool put = false;
  reader(change.id);
  reader(put);
  if (!put) return change;
  PackedProfile& profile = change.profile.emplace();
  profile.id = change.id;
  reader(profile.sides.available_from);
  reader(profile.sides.place);
  reader(profile.sides.hours);
  reader(profile.facts);
  return change;
}

bool read_changes(std::string_view content, std::vector<Change>& changes) {
  Reader reader{content};
  while (!reader.failed() && !reader.at_end()) {
    changes.push_back(read(reader));
    if (changes.back().profile && !is_packed(*changes.back().profile)) return false;
  }
  return !reader.failed();
}

}  // namespace

std::string log_frame(const std::vector<Change>& changes) {
  Writer content;
  for (const Change& change : changes) write(content, change);
  return framed(content.take());
}

std::string framed(const std::string& content) {
  Writer head;
  head(FrameHead{content.size(), digest(content)});
  return head.take() + content;
}

std::optional<LogReading> read_log(std::string_view bytes) {
  LogReading reading;
  while (reading.whole < bytes.size()) {
    const std::string_view rest = bytes.substr(reading.whole);
    const auto content = content_of(rest);
    if (!content) return another_follows(rest) ? std::nullopt : std::optional{std::move(reading)};
    if (content->empty() || !read_changes(*content, reading.changes)) return std::nullopt;
    reading.whole += sizeof(FrameHead) + content->size();
  }
  return reading;
}

}  // namespace collega::skills
