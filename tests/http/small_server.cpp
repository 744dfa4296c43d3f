// A server with a small office behind it, for clients that are programs of their own.
//
//   small_server [FOLDER_OF_PAGES]
//
// Prints one line of JSON: its port, its own process, and a session with its token, then serves until its input ends.

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <thread>

#include "collega/http/server.h"
#include "http_test_support.h"

int main(int argc, char** argv) {
  using namespace collega;
  http::TestOffice office;
  office.account("adviser", identity::Role::hr_adviser);
  http::Settings settings;
  settings.limits.of_session = {};  // what a client measures is the server, and not its own allowance
  settings.limits.of_source = {};
  if (argc > 1) settings.pages = argv[1];
  http::Server server{office.office(), settings};
  if (const Result<Done> started = server.start(); !started) {
    std::cerr << started.error().where << ' ' << started.error().detail << '\n';
    return 1;
  }
  const std::string session = office.session("adviser");
  std::cout << to_text(JsonObject{{"port", server.port()},
                                  {"process", ::getpid()},
                                  {"session", session},
                                  {"csrf", office.csrf(session)}})
            << std::endl;
  std::thread waits{[&] {
    while (std::getchar() != EOF) {
    }
    server.stop();
  }};
  server.run();
  waits.join();
  return 0;
}
