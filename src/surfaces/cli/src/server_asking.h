#pragma once

#include <memory>

#include "asking.h"
#include "server.h"

namespace collega::cli {

/// Asks a server: its files go there and come back, a job is followed until it is over or Ctrl-C stops it, and whoever
/// must prove that it is still they is asked to.
class ServerAsking : public Asking {
 public:
  ServerAsking(std::unique_ptr<Server> server, Surroundings& around) : server_(std::move(server)), around_(around) {}

  Told<Json> ask(const operations::Operation& operation, const Json& input, const ShowProgress& progress) override;
  bool was_stopped() const override { return was_stopped_; }

 private:
  [[nodiscard]] Told<Begun> begin(const operations::Operation& operation, const Json& input);

  std::unique_ptr<Server> server_;
  Surroundings& around_;
  bool was_stopped_ = false;
};

[[nodiscard]] RemoteSettings remote_settings(const Surroundings& around);

}  // namespace collega::cli
