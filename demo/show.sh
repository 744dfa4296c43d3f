#!/usr/bin/env bash
# show.sh BUILD: lays the candidates of three vacancies of the demo beside what each vacancy asks.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
collega=$build/collega
papers=$build/demo

say() { printf '\n%s\n' "$@"; }

# The papers of one vacancy's candidates: their names are those of the sources.
papers_of() {
  local source name
  for source in demo/lindehof/cvs/"$1"/*.yaml; do
    name=${source##*/}
    printf '%s\n' "$papers"/cvs/"${name%.yaml}"_*
  done
}

vacancy_file() { printf '%s\n' "$papers"/vacancies/"$1".*; }

match() {
  local vacancy=$1 files
  shift
  mapfile -t files < <(papers_of "$vacancy")
  "$collega" match "$(vacancy_file "$vacancy")" "${files[@]}" "$@"
}

say "Stichting Lindehof, a fictional care organisation, has eight vacancies and 120 candidates. Their papers stand in $papers:" \
  "PDF, DOCX, ODT, text and scans. Three vacancies follow, each with its own fifteen candidates."

say "── 1. A community nurse. The requirements are read from the vacancy itself."
match verpleegkundige-wijk

say "── 2. A warehouse worker, on criteria that were set beforehand, without names, photographs and contact data."
match medewerker-magazijn-logistiek --criteria "$papers/criteria/medewerker-magazijn-logistiek.json" --blind

say "── 3. A software developer, in English."
match software-developer --lang en

say "To try next:" \
  "  $collega match $(vacancy_file hr-adviseur) $papers/cvs --xlsx hr-adviseur.xlsx    all 120 candidates, as a sheet" \
  "  $collega read $(vacancy_file hr-adviseur)    what was read of a file" \
  "  $collega operations    what scripts can ask" \
  "  $collega --help"
