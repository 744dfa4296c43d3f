#pragma once

// A PDF of A4 pages in memory that cairo draws on.

#include <cairo.h>

#include <memory>
#include <string>

#include "collega/base/result.h"

namespace collega::documents {

class PdfSurface {
 public:
  explicit PdfSurface(const std::string& title);
  PdfSurface(const PdfSurface&) = delete;
  PdfSurface& operator=(const PdfSurface&) = delete;

  [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }
  void end_page();
  [[nodiscard]] Result<std::string> bytes() &&;

 private:
  struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  };

  std::string bytes_;  // outlives the surface, which writes to it until it is gone
  std::unique_ptr<cairo_surface_t, Free> surface_;
  std::unique_ptr<cairo_t, Free> cairo_;
};

}  // namespace collega::documents
