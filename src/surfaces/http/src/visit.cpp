#include "visit.h"

#include <algorithm>

#include "compression.h"
#include "header_values.h"
#include "problem.h"
#include "tag.h"

namespace collega::http {
namespace {

void note_asker(const Visit& visit, Reply& reply) {
  if (visit.asker.kind == identity::AskerKind::none) return;
  reply.noted.account = visit.asker.account.number;
  reply.noted.is_recognised = true;
}

void compress(Reply& reply, const Request& request, const Action& action) {
  auto* body = std::get_if<std::string>(&reply.body);
  if (!body || body->size() < kWorthCompressing || !action.may_compress || !is_compressible(reply.type)) return;
  if (!encodings_liked(request.accept_encoding).gzip) return;
  *body = gzipped(*body);
  reply.add("Content-Encoding", "gzip");
}

}  // namespace

const Action* Route::action(Method method) const {
  const Method asked = method == Method::head ? Method::get : method;
  const auto exact = std::ranges::find(actions, method, &Action::method);
  if (exact != actions.end()) return &*exact;
  const auto found = std::ranges::find(actions, asked, &Action::method);
  return found == actions.end() ? nullptr : &*found;
}

std::string Route::allowed() const {
  std::string list;
  const auto add = [&](Method method) { list.append(list.empty() ? "" : ", ").append(text_of(method)); };
  for (const Method method : {Method::get, Method::head, Method::post, Method::put, Method::remove}) {
    if (action(method)) add(method);
  }
  return list;
}

std::optional<Error> fault_at_door(const Request& request, const Action& action) {
  const operations::Shown& shown = request.shown;
  if (action.entry == Entry::somebody && shown.session.empty() && shown.key.empty())
    return Error{ErrorCode::not_signed_in};
  if (!is_safe(request.method) && shown.key.empty()) {
    if (!is_from_own_page(request)) return Error{ErrorCode::csrf_wrong, "Origin"};
    if (action.asks_csrf && !shown.session.empty() && request.csrf.empty())
      return Error{ErrorCode::csrf_wrong, "X-CSRF-Token"};
  }
  return std::nullopt;
}

Result<Done> admit(Visit& visit) {
  const Request& request = visit.request;
  if (visit.action.entry == Entry::anybody) {
    visit.asker = identity::nobody(visit.office().today());
    return Done{};
  }
  visit.asker = TRY(visit.office().recognise(request.shown));
  const bool changes = !is_safe(request.method) && !request.shown.session.empty();
  if (changes && visit.action.asks_csrf &&
      !TRY(visit.office().door().is_csrf_token(request.shown.session, request.csrf))) {
    return Error{ErrorCode::csrf_wrong, "X-CSRF-Token"};
  }
  return Done{};
}

Reply refusal(Visit& visit, const Error& error) {
  std::vector<std::string> missing;
  if (is_of_register(error.code) && visit.route.operation) {
    if (auto lacks = visit.office().lacks(visit.route.operation->name, visit.request.language))
      missing = std::move(lacks).value();
  }
  Reply reply = problem_reply(error, visit.request.language, missing);
  note_asker(visit, reply);
  return reply;
}

Reply answer(Visit& visit) {
  if (const Result<Done> admitted = admit(visit); !admitted) return refusal(visit, admitted.error());
  Result<Reply> made = visit.action.answer(visit);
  if (!made) return refusal(visit, made.error());
  return finished(visit, std::move(made).value());
}

Reply finished(const Visit& visit, Reply reply) {
  note_asker(visit, reply);
  if (reply.is_finished) return reply;
  const std::string* body = reply.text();
  if (!body || reply.status != 200 || !is_safe(visit.request.method) || reply.cache == "no-store") {
    compress(reply, visit.request, visit.action);
    return reply;
  }
  const std::string tag = tag_of(*body);
  if (names_tag(visit.request.if_none_match, '"' + tag + '"') ||
      names_tag(visit.request.if_none_match, '"' + tag + "-gzip\"")) {
    Reply same;
    same.status = 304;
    same.cache = reply.cache;
    same.add("ETag", '"' + tag + '"').add("Vary", "Accept-Encoding, Accept-Language, Authorization, Cookie");
    return same;
  }
  const std::size_t size = body->size();
  compress(reply, visit.request, visit.action);
  reply.add("ETag", '"' + tag + (reply.text()->size() == size ? "\"" : "-gzip\""));
  reply.add("Vary", "Accept-Encoding, Accept-Language, Authorization, Cookie");
  return reply;
}

}  // namespace collega::http
