#!/usr/bin/env bash
# fuzz.sh BUILD SECONDS: runs every fuzz target of BUILD, as many at once as there are processors. What they find goes to
# BUILD/found, new inputs to BUILD/corpus; the saved inputs in tests/fuzz/corpus stay as they are.
# fuzz.sh BUILD keep: adds to the saved inputs those new ones that reach code the saved do not.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
what=$2
saved=tests/fuzz/corpus
# One file may take this much memory and time before it counts as a fault.
limits=(-rss_limit_mb=2048 -timeout=25)

run_one() {
  local build=$1 seconds=$2 name=$3 log=$1/fuzz-$3.log
  shift 3
  mkdir -p "$build/corpus/$name" "$build/found" "$saved/$name"
  local dictionary=()
  [ -f "tests/fuzz/$name.dict" ] && dictionary=("-dict=tests/fuzz/$name.dict")
  if "$build/tests/fuzz/${name}_fuzz" "$@" "${dictionary[@]}" -max_total_time="$seconds" -print_final_stats=1 \
    -artifact_prefix="$build/found/$name-" "$build/corpus/$name" "$saved/$name" >"$log" 2>&1; then
    printf '%-12s well   %s runs\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
  else
    printf '%-12s FAULT  see %s\n' "$name" "$log"
    return 1
  fi
}
export -f run_one
export saved
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

shopt -s nullglob
names=()
for program in "$build"/tests/fuzz/*_fuzz; do
  name=${program##*/}
  names+=("${name%_fuzz}")
done
[ "${#names[@]}" -gt 0 ] || { echo "fuzz.sh: no fuzz targets in $build" >&2; exit 1; }

if [ "$what" = keep ]; then
  for name in "${names[@]}"; do
    mkdir -p "$saved/$name" "$build/corpus/$name"
    "$build/tests/fuzz/${name}_fuzz" -merge=1 "$saved/$name" "$build/corpus/$name" 2>&1 | tail -1
  done
  exit 0
fi
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_one "$@"' _ "$build" "$what" {} "${limits[@]}"
