#pragma once

// Whose paper is whose, and a document as the engine reads it.

#include <filesystem>
#include <string>
#include <vector>

#include "collega/documents/document.h"
#include "collega/skills/paper.h"

namespace collega::hiring {

/// The files of one candidate. They share a folder of their own, or the name before the first `_`.
struct CandidateFiles {
  std::string given;  ///< the path as it was given; for a folder's content the file's own path
  std::string name;   ///< the shared name
  std::vector<std::filesystem::path> files;
};

/// Files stand for themselves; a folder for what is in it. Hidden files and lock files of an office program are passed
/// over.
[[nodiscard]] std::vector<CandidateFiles> group_candidates(const std::vector<std::string>& paths);

/// By what a file is called, whose it is: "jansen" of "Jansen_cv.pdf" and of "motivatiebrief jansen.docx". Empty where
/// its name says only what it is.
[[nodiscard]] std::string whose_file(std::string_view file_name);

[[nodiscard]] skills::Paper paper_from(const documents::Document& document);

/// The text with its headings and items marked as in Markdown, for a person to correct; skills::paper_from_text reads
/// the same from it.
[[nodiscard]] std::string marked_text(const documents::Document& document);

}  // namespace collega::hiring
