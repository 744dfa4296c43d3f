#include "arguments.h"

#include <CLI/CLI.hpp>

#include "texts.h"

namespace collega::cli {
namespace {

Error bad_call(std::string what) { return {ErrorCode::bad_call, std::move(what)}; }

class Parser {
 public:
  explicit Parser(Language otherwise) : texts_(texts(otherwise)) {
    app_.set_help_flag();
    app_.allow_extras();
    add_common(app_);
    app_.add_flag("--version", version_);

    auto& list = command("operations");
    list.add_option("operation", operation_);
    list.add_flag("--openapi", open_api_);

    auto& run = command("run");
    run.add_option("operation", operation_);
    run.add_flag("--jsonl", run_.lines);
    run.add_option("--data", run_.data);
    run.add_option("--server", run_.server);
    run.add_option("--taxonomy", taxonomy_);

    auto& read = command("read");
    read.add_option("files", read_.files);
    read.add_flag("--json", read_.json);

    auto& match = command("match");
    match.add_option("vacancy", vacancy_);
    match.add_option("candidates", match_.candidates);
    match.add_flag("--json", match_.json);
    match.add_flag("--blind", match_.blind);
    match.add_option("--blind-key", match_.blind_key);
    match.add_option("--xlsx", match_.xlsx);
    match.add_option("--criteria", match_.criteria);
    match.add_option("--on", match_.on);
    match.add_option("--taxonomy", taxonomy_);

    auto& serve = command("serve");
    serve.add_option("--data", serve_.data);
    serve.add_option("--address", serve_.address);
    serve.add_option("--port", serve_.port)->check(CLI::Range(0, 65535));
    serve.add_option("--tls-cert", serve_.certificate);
    serve.add_option("--tls-key", serve_.certificate_key);
    serve.add_option("--pages", serve_.pages);
    serve.add_option("--taxonomy", taxonomy_);
    serve.add_option("--proxy", serve_.proxies);
    serve.add_option("--organisation", serve_.organisation);
    serve.add_flag("--open-metrics", serve_.open_metrics);
    serve.add_option("--inbox", serve_.inbox);
    serve.add_option("--heads", serve_.heads);
    serve.add_option("--blind-one-in", serve_.blind_one_in)->check(CLI::Range(0, 1'000'000));

    auto& login = command("login");
    login.add_option("address", login_.address);
    login.add_option("--login", login_.login);
    login.add_flag("--key-stdin", login_.key_stdin);
    login.add_flag("--insecure-http", login_.insecure);

    auto& logout = command("logout");
    logout.add_option("--server", logout_.server);

    auto& whoami = command("whoami");
    whoami.add_option("--server", whoami_.server);
    whoami.add_flag("--json", whoami_.json);
  }

  Result<Done> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ArgumentMismatch& wrong) {
      return bad_call(texts_("call.needs_value", option_in(wrong.what())));
    } catch (const CLI::ParseError& wrong) {
      return bad_call(option_in(wrong.what()));
    }
    if (!language_.empty() && !language_named(language_)) return bad_call(texts_("call.language", language_));
    return Done{};
  }

  Result<Arguments> arguments(Language language) {
    Arguments asked{language, taxonomy_, HelpAsked{}};
    const auto chosen = app_.get_subcommands();
    const std::string name = chosen.empty() ? "" : chosen.front()->get_name();
    const auto unknown = app_.remaining(true);
    if (help_) {
      asked.command = HelpAsked{name};
    } else if (version_) {
      asked.command = VersionAsked{};
    } else if (!unknown.empty()) {
      return bad_call(texts_(name.empty() ? "call.unknown_command" : "call.unknown_argument", unknown.front()));
    } else if (name.empty()) {
      return bad_call(texts_("call.no_command"));
    } else {
      asked.command = TRY(command_asked(name));
    }
    return asked;
  }

 private:
  using Command = decltype(Arguments::command);

  CLI::App& command(const std::string& name) {
    CLI::App& sub = *app_.add_subcommand(name);
    sub.set_help_flag();
    sub.allow_extras();
    add_common(sub);
    return sub;
  }

  void add_common(CLI::App& app) {
    app.add_flag("-h,--help", help_);
    app.add_option("--lang", language_);
  }

  /// "--on: 1 required TEXT missing" → "--on"
  static std::string option_in(std::string_view message) { return std::string{message.substr(0, message.find(':'))}; }

  Result<Command> command_asked(const std::string& name) {
    if (name == "operations") {
      if (open_api_ && !operation_.empty()) return bad_call("--openapi, " + operation_);
      return Command{ListAsked{operation_.empty() ? std::nullopt : std::optional{operation_}, open_api_}};
    }
    if (name == "run") {
      if (operation_.empty()) return bad_call(texts_("call.no_operation"));
      run_.operation = operation_;
      run_.taxonomy = taxonomy_;
      return Command{run_};
    }
    if (name == "read") {
      if (read_.files.empty()) return bad_call(texts_("call.no_files"));
      return Command{read_};
    }
    if (name == "serve") {
      if (serve_.certificate.empty() != serve_.certificate_key.empty()) return bad_call("--tls-cert, --tls-key");
      return Command{serve_};
    }
    if (name == "login") {
      if (login_.address.empty()) return bad_call(texts_("call.no_server"));
      if (login_.key_stdin && login_.login) return bad_call("--login, --key-stdin");
      return Command{login_};
    }
    if (name == "logout") return Command{logout_};
    if (name == "whoami") return Command{whoami_};
    match_.vacancy = vacancy_;
    if (match_.vacancy.empty() || match_.candidates.empty()) return bad_call(texts_("call.no_candidates"));
    return Command{match_};
  }

  const Messages& texts_;
  CLI::App app_;
  bool help_ = false;
  bool version_ = false;
  bool open_api_ = false;
  std::string language_, operation_, vacancy_;
  std::optional<std::string> taxonomy_;
  RunArguments run_;
  ReadArguments read_;
  MatchArguments match_;
  ServeArguments serve_;
  LoginArguments login_;
  LogoutArguments logout_;
  WhoamiArguments whoami_;
};

}  // namespace

Language language_asked(int argc, const char* const* argv, Language otherwise) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == kOption && i + 1 < argc) return language_named(argv[i + 1]).value_or(otherwise);
    if (argument.starts_with("--lang=")) return language_named(argument.substr(kOption.size() + 1)).value_or(otherwise);
  }
  return otherwise;
}

Result<Arguments> parse_arguments(int argc, const char* const* argv, Language otherwise) {
  const Language language = language_asked(argc, argv, otherwise);
  Parser parser{language};
  TRY(parser.parse(argc, argv));
  return parser.arguments(language);
}

}  // namespace collega::cli
