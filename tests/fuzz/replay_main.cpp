// Runs a fuzz target over every file of the folders given, and over the empty input. Fails when a folder holds none,
// because a corpus that is not found tests nothing.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The number of files run. Each is named before it is run, so that a crash shows its input.
std::size_t run_folder(const std::filesystem::path& folder) {
  std::size_t count = 0;
  if (!std::filesystem::is_directory(folder)) return count;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (!entry.is_regular_file()) continue;
    std::cout << entry.path().filename().string() << std::endl;
    run(content_of(entry.path()));
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  run("");
  for (int i = 1; i < argc; ++i) {
    if (run_folder(argv[i]) == 0) {
      std::cerr << argv[i] << " holds no inputs\n";
      return 1;
    }
  }
  return argc > 1 ? 0 : 1;
}
