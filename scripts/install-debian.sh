#!/usr/bin/env bash
# Installs everything that building, testing and showing Collega needs, from Debian 12's own packages.
# Runs as root or with sudo; does nothing when all packages are there already.
set -euo pipefail

packages=(
  # the build
  make cmake ninja-build g++ ccache pkg-config git ca-certificates
  # clang: the format, the linter, the fuzzers and their runtime
  clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev
  # base
  libboost1.81-dev libboost-json1.81-dev libicu-dev
  # engines/language
  libstemmer-dev
  # documents: reading
  libpoppler-glib-dev poppler-data libpugixml-dev libzip-dev libgumbo-dev libgmime-3.0-dev libmd4c-dev
  libtesseract-dev tesseract-ocr-eng tesseract-ocr-nld libleptonica-dev libseccomp-dev
  # documents: writing
  libpango1.0-dev libcairo2-dev libxlsxwriter-dev fonts-dejavu-core fonts-liberation2
  # surfaces
  libcli11-dev libyaml-cpp-dev
  # tests and benchmarks
  libgtest-dev libgmock-dev libbenchmark-dev python3
)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = 'install ok installed' ] || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-debian.sh: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages."
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
