#include "postgres_server.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "collega/store/store.h"

namespace collega::store_testing {
namespace {

// A socket's path may hold 107 bytes: the folder is short, whatever TMPDIR says.
std::filesystem::path new_folder() { return "/tmp/collega-pg-" + std::to_string(::getpid()); }

}  // namespace

PostgresServer& PostgresServer::get() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer() : folder_(new_folder()) { control("start"); }
PostgresServer::~PostgresServer() {
  try {
    control("stop");
  } catch (const std::exception&) {  // the test program ends in any case
  }
}

void PostgresServer::control(const std::string& what) {
  const std::string command = std::string{COLLEGA_POSTGRES_SCRIPT} + ' ' + what + ' ' + folder_.string();
  if (std::system(command.c_str()) != 0) throw std::runtime_error("this does not work: " + command);
}

std::string PostgresServer::new_schema() {
  const std::string name = "t" + std::to_string(++schemas_);
  const std::string base = "host=" + folder_.string() + " user=collega dbname=postgres";
  const std::string psql = "psql --quiet --command='create schema " + name + "' '" + base + "'";
  if (std::system(psql.c_str()) != 0) throw std::runtime_error("this does not work: " + psql);
  return base + " options='-c search_path=" + name + "'";
}

}  // namespace collega::store_testing
