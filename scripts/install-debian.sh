#!/usr/bin/env bash
# install-debian.sh [test|tools]: installs what building and showing Collega needs, from Debian 12's own packages; with `test`
# the database server and the browser that its tests start, with `tools` what linting, formatting and fuzzing need. Runs as root or with sudo; is silent when all packages are there already.
set -euo pipefail

needed=(
  # the build
  make cmake ninja-build g++ ccache pkg-config
  # base
  libboost1.81-dev libboost-json1.81-dev libicu-dev libsodium-dev libeigen3-dev
  # engines/language
  libstemmer-dev
  # engines/privacy: words of a language, for its lexicon
  wdutch wbritish
  # documents: reading
  libpoppler-glib-dev poppler-data libpugixml-dev libzip-dev libgumbo-dev libgmime-3.0-dev libmd4c-dev
  libtesseract-dev tesseract-ocr-eng tesseract-ocr-nld libleptonica-dev libseccomp-dev
  # documents: writing
  libpango1.0-dev libcairo2-dev libxlsxwriter-dev fonts-dejavu-core fonts-liberation2
  # kernel
  libsqlite3-dev libpq-dev libssl-dev
  # desks
  libre2-dev
  # surfaces
  libcli11-dev libyaml-cpp-dev libcurl4-openssl-dev zlib1g-dev
  # tests and benchmarks
  libgtest-dev libgmock-dev libbenchmark-dev libxapian-dev python3
)
test=(postgresql postgresql-client dpkg-dev chromium)
# The pages; a newer Node from elsewhere brings its own npm, beside which Debian's cannot be installed.
command -v npm >/dev/null || needed+=(nodejs npm)
tools=(clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev llvm-14)

case "${1:-}" in
  "") packages=("${needed[@]}") ;;
  test) packages=("${test[@]}") ;;
  tools) packages=("${tools[@]}") ;;
  *) echo "usage: install-debian.sh [test|tools]" >&2; exit 2 ;;
esac

# Packages of several architectures answer once each; one that is installed is enough.
installed=$(dpkg-query -W -f='${Package} ${Status}\n' "${packages[@]}" 2>/dev/null | sed -n 's/ install ok installed$//p' || true)
missing=()
for package in "${packages[@]}"; do
  grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-debian.sh: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages; this takes a few minutes."
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
"${apt[@]}" update
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
