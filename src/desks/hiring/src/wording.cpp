#include "wording.h"

#include <cmath>

namespace collega::hiring {

std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();

namespace {

std::string duration(double months, const Messages& messages) {
  const auto whole = static_cast<std::size_t>(std::lround(months));
  const std::string years = messages.counted("duration.years", whole / 12);
  std::string rest = messages.counted("duration.months", whole % 12);
  if (whole < 12) return rest;
  return whole % 12 == 0 ? years : messages("duration.years_months", years, rest);
}

}  // namespace

const Messages& messages_in(Language language) {
  static const Messages nl(embedded_nl_txt());
  static const Messages en(embedded_en_txt());
  return language == Language::nl ? nl : en;
}

std::string why(const skills::Judgement& judgement, const skills::Requirement& requirement, const Messages& messages) {
  using skills::Ground;
  const std::string asked = requirement.months > 0 ? duration(requirement.months, messages) : messages("experience");
  switch (judgement.ground) {
    case Ground::stated:
      return messages(judgement.thin ? "why.stated_thin" : "why.stated");
    case Ground::enough_experience:
      return messages("why.enough_experience",
                      judgement.months > 0 ? duration(judgement.months, messages) : messages("experience"));
    case Ground::too_little_experience:
      return judgement.months == 0 ? messages("why.no_such_experience", asked)
                                   : messages("why.too_little_experience", duration(judgement.months, messages), asked);
    default:
      return messages("why." + std::string{name_of(judgement.ground)});
  }
}

std::string_view key_of(documents::NoticeKind kind) {
  switch (kind) {
    case documents::NoticeKind::hidden_text:
      return "notice.hidden";
    case documents::NoticeKind::tiny_text:
      return "notice.tiny";
    case documents::NoticeKind::scanned:
      return "notice.scanned";
    case documents::NoticeKind::page_failed:
      return "notice.page_failed";
    case documents::NoticeKind::cut_off:
      return "notice.cut_off";
    case documents::NoticeKind::attachment_failed:
      break;
  }
  return "notice.attachment_failed";
}

std::string language_name(const std::string& code, const Messages& messages) {
  const std::string key = "language." + code;
  return messages.has(key) ? messages(key) : messages("language.other", code);
}

}  // namespace collega::hiring
