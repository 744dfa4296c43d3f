#pragma once

#include <optional>
#include <string>
#include <vector>

#include "candidate_types.h"

namespace collega::hiring {

struct PageRequest {
  ApplicationId application;
  PaperId paper;
  int page = 1;
  int width = 960;
  std::string image;
  std::string quote;
};
BOOST_DESCRIBE_STRUCT(PageRequest, (), (application, paper, page, width, image, quote))

struct ShownWord {
  std::string text;
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  bool marked = false;
};
BOOST_DESCRIBE_STRUCT(ShownWord, (), (text, left, top, width, height, marked))

struct PageAnswer {
  std::string image;
  bool covered = false;
  std::vector<ShownWord> words;
};
BOOST_DESCRIBE_STRUCT(PageAnswer, (), (image, covered, words))

struct PaperRequest {
  ApplicationId application;
  PaperId paper;
  std::string file;
};
BOOST_DESCRIBE_STRUCT(PaperRequest, (), (application, paper, file))

struct PaperAnswer {
  std::string file;
  std::string name;
  std::string media_type;
};
BOOST_DESCRIBE_STRUCT(PaperAnswer, (), (file, name, media_type))

}  // namespace collega::hiring

namespace collega {

template <>
struct FieldTable<hiring::PageRequest> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kPaperId,
      {.name = "page", .meaning = {"bladzijde", "page"}, .min = 1, .has_default = true},
      {.name = "width", .meaning = {"breedte", "width"}, .unit = "pixels", .min = 1, .max = 1600, .has_default = true},
      {.name = "image",
       .meaning = {"de afbeelding om te maken (.png)", "the image to make (.png)"},
       .paper = Paper::made},
      {.name = "quote",
       .meaning = {"zin om te merken", "sentence to mark"},
       .has_default = true,
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::ShownWord> {
  static constexpr Field rows[] = {
      {.name = "text", .meaning = {"woord", "word"}, .personal = Personal::ordinary},
      {.name = "left",
       .meaning = {"linkerkant, als deel van de breedte", "left side, as a fraction of the width"},
       .min = 0,
       .max = 1},
      {.name = "top",
       .meaning = {"bovenkant, als deel van de hoogte", "top, as a fraction of the height"},
       .min = 0,
       .max = 1},
      {.name = "width", .meaning = {"breedte, als deel", "width, as a fraction"}, .min = 0, .max = 1},
      {.name = "height", .meaning = {"hoogte, als deel", "height, as a fraction"}, .min = 0, .max = 1},
      {.name = "marked", .meaning = {"of het van de gevraagde zin is", "whether it is of the sentence asked for"}},
  };
};

template <>
struct FieldTable<hiring::PageAnswer> {
  static constexpr Field rows[] = {
      {.name = "image", .meaning = {"de afbeelding", "the image"}, .paper = Paper::made},
      {.name = "covered",
       .meaning = {"of alleen herkende woorden getoond worden, met balken over wie iemand is",
                   "whether only recognised words are shown, with bars over who somebody is"}},
      {.name = "words",
       .meaning = {"de woorden op de bladzijde", "the words on the page"},
       .personal = Personal::ordinary},
  };
};

template <>
struct FieldTable<hiring::PaperRequest> {
  static constexpr Field rows[] = {
      hiring::field::kApplication,
      hiring::field::kPaperId,
      {.name = "file", .meaning = {"waar het bestand komt", "where the file is put"}, .paper = Paper::made},
  };
};

template <>
struct FieldTable<hiring::PaperAnswer> {
  static constexpr Field rows[] = {
      {.name = "file", .meaning = {"het bestand", "the file"}, .paper = Paper::made},
      {.name = "name", .meaning = {"hoe het heet", "what it is called"}, .personal = Personal::ordinary},
      {.name = "media_type", .meaning = {"mediatype", "media type"}},
  };
};

}  // namespace collega
