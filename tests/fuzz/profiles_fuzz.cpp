// The first byte chooses: 's' is followed by the image of a segment, 'f' by the content of a frame of the log, 'm' by
// that of a manifest, each of whose digests are made right; anything else by a log as it stands. Whatever is taken for
// a segment can be searched and written anew, and then is found as before.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "profile_folder.h"

namespace {

using namespace collega::skills;

void demand(bool holds) {
  if (!holds) std::abort();
}

Part part_of(std::shared_ptr<const Segment> segment) {
  Bits live(segment->words());
  for (std::size_t place = 0; place < segment->size(); ++place) set(live, place);
  return {segment, std::make_shared<const Bits>(live), segment->size(), 0};
}

ProfileQuery about_all_of(const Segment& segment) {
  ProfileQuery query;
  for (const FactKey key : segment.keys().first(std::min<std::size_t>(segment.keys().size(), 20))) {
    const Alternative asked{static_cast<FactKind>(key >> 28), key & kOfAnything, static_cast<int>(key % 5)};
    query.requirements.push_back({key % 2 == 0 ? RequirementKind::must : RequirementKind::wish, 0.5, {asked}});
  }
  return query;
}

void read_segment(std::string_view bytes) {
  Image image(bytes.size() / 8);
  if (!image.empty()) std::memcpy(image.data(), bytes.data(), image.size() * 8);
  seal(image);
  const auto segment = Segment::of(std::move(image));
  if (!segment) return;
  const Part part = part_of(segment);
  SegmentMaker maker;
  maker.take(*segment, *part.live);
  const auto again = maker.image();
  demand(again.has_value());
  const Part anew = part_of(Segment::of(*again));
  const ProfileQuery query = about_all_of(*segment);
  demand(search({&part, 1}, query, 10) == search({&anew, 1}, query, 10));
}

void read_as_log(std::string_view bytes) {
  const auto reading = read_log(bytes);
  if (!reading) return;
  demand(reading->whole <= bytes.size());
  SegmentMaker maker;
  for (const Change& change : reading->changes) {
    if (maker.full()) return;
    if (change.profile) {
      maker.put(*change.profile);
    } else {
      maker.remove(change.id);
    }
  }
  if (auto image = maker.image()) demand(Segment::of(std::move(*image)) != nullptr);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  switch (data[0]) {
    case 's':
      read_segment(rest);
      break;
    case 'f':
      read_as_log(framed(std::string{rest}));
      break;
    case 'm':
      if (const auto manifest = read_manifest(manifest_of(std::string{rest})))
        demand(manifest_bytes(*manifest) == manifest_of(std::string{rest}));
      break;
    default:
      read_as_log(rest);
  }
  return 0;
}
