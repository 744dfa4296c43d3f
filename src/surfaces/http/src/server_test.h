#pragma once

// For tests: a server with the office of test_office.h behind it, and requests to it.

#include <gmock/gmock.h>

#include <mutex>
#include <optional>
#include <thread>

#include "collega/http/server.h"
#include "http_test_support.h"
#include "test_client.h"

namespace collega::http {

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() {
    settings_.log = [this](std::string_view line) {
      const std::lock_guard lock{mutex_};
      log_ += std::string{line} + '\n';
    };
    settings_.version = "0.1.0";
  }
  ~ServerTest() override { stop(); }

  void serve() {
    server_.emplace(office_.office(), settings_);
    const Result<Done> started = server_->start();
    ASSERT_TRUE(started) << started.error().where << started.error().detail;
    thread_ = std::thread{[this] { server_->run(); }};
  }
  void stop() {
    office_.hold = false;
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
    server_.reset();
  }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  std::string log() {
    const std::lock_guard lock{mutex_};
    return log_;
  }

  /// The log once it holds `word`: a line is written after its answer is sent.
  std::string log_with(std::string_view word) {
    for (int tries = 0; tries < 500 && log().find(word) == std::string::npos; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return log();
  }

  /// Signs somebody in and remembers what they show.
  void sign_in(const std::string& login, identity::Role role = identity::Role::hr_adviser) {
    account_ = office_.account(login, role);
    session_ = office_.session(login);
    csrf_ = office_.csrf(session_);
  }
  /// The fields of whoever signed in, for a change.
  [[nodiscard]] std::string shown() const {
    return "Cookie: collega=" + session_ + "\r\nX-CSRF-Token: " + csrf_ + "\r\n";
  }

  /// One request on a connection of its own. `fields` each with their line end.
  [[nodiscard]] std::string request(std::string_view method, std::string_view target, std::string_view fields = {},
                                    std::string_view body = {}) const {
    std::string text =
        std::string{method} + ' ' + std::string{target} + " HTTP/1.1\r\nHost: localhost\r\n" + std::string{fields};
    if (!body.empty())
      text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + std::string{body};
  }
  [[nodiscard]] Heard get(std::string_view target, std::string_view fields = {}) const {
    return TestClient{port()}.ask(request("GET", target, fields));
  }
  [[nodiscard]] Heard post(std::string_view target, std::string_view body, std::string_view fields) const {
    return TestClient{port()}.ask(request("POST", target, fields, body));
  }

  TestOffice office_;
  Settings settings_;
  std::optional<Server> server_;
  identity::AccountId account_;
  std::string session_, csrf_;

 private:
  std::thread thread_;
  std::mutex mutex_;
  std::string log_;
};

}  // namespace collega::http
