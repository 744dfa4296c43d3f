#pragma once

// In which sector somebody worked, by what the employer is called: "Zorgkring Wilgerveld", "Hotel Aan Zee".

#include <string_view>
#include <vector>

#include "career.h"

namespace collega::skills {

/// The domains of the taxonomy that the lines which name the work tell of; each once.
[[nodiscard]] std::vector<std::string_view> sectors_of(const Stretch& stretch, const ReadPaper& paper);

}  // namespace collega::skills
