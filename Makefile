# The few commands of the project. Each installs from Debian what it lacks, builds what it needs and asks nothing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

JOBS := $(shell nproc)
# Where `make demo` serves, and how many people work there, 10 to 50000; each number has records of its own.
PORT ?= 8080
PEOPLE ?= 1200
# Where ESCO stands, for the benchmarks that need it: folders as of `collega taxonomy import`.
ESCO ?= ../shared/data/skills
# How long `make fuzz` spends on each target, in seconds.
FUZZ_SECONDS ?= 70
# Modules that start threads or talk to a child process: their tests also run under the thread sanitizer.
THREADED := documents store ledger operations http

sources = find src demo tests bench -name '*.h' -o -name '*.cpp'

.PHONY: demo demo-terminal test build package bench lint format sanitize fuzz clean help packages test-packages tools

help:  ## this list
	@sed -nE 's/^([a-z-]+):[^#]*  ## (.*)/\1 \2/p' $(MAKEFILE_LIST) \
	  | while read -r target meaning; do printf '  make %-13s %s\n' "$$target" "$$meaning"; done

demo: packages  ## install, build, and serve a fictional care organisation (PORT=8080, PEOPLE=1200, FRESH=1 makes it anew)
	@cmake --preset build
	@cmake --build --preset build -j $(JOBS) --target collega demo_files collega_organisation $(if $(wildcard web/CMakeLists.txt),pages)
	@exec demo/serve.py --port $(PORT) --people $(PEOPLE) $(if $(FRESH),--fresh)

demo-terminal: packages  ## the same organisation's vacancies matched with their candidates, in the terminal
	@cmake --preset build
	@cmake --build --preset build -j $(JOBS) --target collega demo_files
	@demo/show.sh build

test: build test-packages  ## install, build and run every test
	@ctest --preset build -j $(JOBS)

build: packages  ## install what is missing and build everything into build/
	@cmake --preset build
	@cmake --build --preset build -j $(JOBS)

package: build  ## a Debian package of what was built, in build/package/
	@scripts/package.sh build/collega build/package

bench: build  ## microbenchmarks of the engines and the figures of docs/measurements.md
	@cmake --preset bench
	@cmake --build --preset build -j $(JOBS) --target benchmarks demo_files
	@if [ -d $(ESCO) ]; then build/collega taxonomy import $(ESCO)/esco_nl $(ESCO)/esco_en $(ESCO)/esco_skill_labels_nl --out build/esco >/dev/null; \
	else echo "No ESCO in $(ESCO): what needs it is left out."; fi
	@for program in build/bench/*_bench; do echo; echo "$${program##*/}"; "$$program" --benchmark_min_time=0.2 2>/dev/null; done
	@echo; python3 bench/figures.py --binary build/collega --demo build/demo

lint: tools  ## clang-tidy and the format, changing nothing
	@$(sources) | xargs clang-format-14 --dry-run --Werror
	@cmake --preset build >/dev/null
	@cmake --build --preset build -j $(JOBS) >/dev/null
	@find src tests bench demo -name '*.cpp' | scripts/compiled-sources.py build/compile_commands.json \
	  | xargs -P $(JOBS) -n 1 clang-tidy-14 --quiet -p build --extra-arg=-Wno-unknown-warning-option 2> >(grep -v 'warnings generated' >&2)

format: tools  ## clang-format over all C++
	@$(sources) | xargs clang-format-14 -i

sanitize: packages test-packages  ## unit tests and saved fuzz inputs under ASan and UBSan, threaded modules under TSan
	@cmake --preset asan-ubsan
	@cmake --build --preset asan-ubsan -j $(JOBS) --target unit_tests fuzz_targets
	@ctest --preset asan-ubsan -j $(JOBS)
	@cmake --preset tsan
	@cmake --build --preset tsan -j $(JOBS) --target $(THREADED:%=%_test)
	@ctest --preset tsan -R '^($(subst $() ,|,$(THREADED)))$$'

fuzz: tools  ## every fuzz target for FUZZ_SECONDS, with clang's libFuzzer
	@cmake --preset fuzz
	@cmake --build --preset fuzz -j $(JOBS) --target fuzz_targets
	@scripts/fuzz.sh build-fuzz $(FUZZ_SECONDS)

clean:  ## remove all that was built
	@rm -rf build build-asan build-tsan build-fuzz

packages:
	@scripts/install-debian.sh

test-packages: packages
	@scripts/install-debian.sh test

tools: packages
	@scripts/install-debian.sh tools
