#include "link_index.h"

#include "link_kin.h"
#include "link_names.h"
#include "link_vectors.h"

namespace collega::skills {

LinkIndex make_link_index(const Taxonomy& taxonomy, bool with_vectors) {
  LinkIndex index;
  add_names(index, taxonomy);
  add_parts(index, taxonomy);
  add_kin(index, taxonomy);
  if (with_vectors) add_vectors(index, taxonomy);
  return index;
}

}  // namespace collega::skills
