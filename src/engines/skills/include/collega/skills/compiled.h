#pragma once

// A taxonomy with all that linking learned of it, as one file that is read back in a fraction of a second.

#include <memory>
#include <string>
#include <string_view>

#include "collega/base/result.h"
#include "collega/skills/link.h"
#include "collega/skills/taxonomy.h"

namespace collega::skills {

/// What the file is called in the folder of an imported taxonomy.
inline constexpr std::string_view kCompiledFile = "taxonomy.bin";

/// The bytes of the file. Takes some seconds, for the vectors: see Linker.
[[nodiscard]] std::string compile(const Taxonomy& taxonomy);

struct CompiledTaxonomy {
  std::unique_ptr<const Taxonomy> taxonomy;  ///< the linker looks at it
  Linker linker;
};

/// What `compile` wrote, on a machine with the same order of bytes (x86 and ARM have it). Error: taxonomy_broken when
/// it is no such file, of another version of this program, cut off or changed: import it again.
[[nodiscard]] Result<CompiledTaxonomy> read_compiled(std::string_view bytes);

}  // namespace collega::skills
