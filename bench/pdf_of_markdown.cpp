// pdf_of_markdown FILE.md...: writes FILE.pdf beside each, in all the layouts by turns. For figures.py.

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "collega/documents/write.h"

int main(int argc, char** argv) {
  using namespace collega::documents;
  constexpr std::array kLayouts = {Layout::plain, Layout::sidebar, Layout::table, Layout::compact, Layout::letterhead};
  for (int i = 1; i < argc; ++i) {
    std::filesystem::path path = argv[i];
    std::ifstream in{path, std::ios::binary};
    Draft draft = draft_from_markdown(std::string{std::istreambuf_iterator<char>{in}, {}});
    draft.layout = kLayouts[static_cast<std::size_t>(i) % kLayouts.size()];
    const auto pdf = write_pdf(draft);
    std::ofstream out{path.replace_extension(".pdf"), std::ios::binary};
    if (!in || !pdf || !(out << pdf.value())) {
      std::cerr << argv[i] << " could not be written as PDF\n";
      return 1;
    }
  }
  return 0;
}
