#!/usr/bin/env bash
# show.sh BUILD: lays the candidates of three vacancies of the demo beside what each vacancy asks.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
collega=$build/collega
papers=$build/demo

say() { printf '\n'; printf '%s\n' "$@"; }

# The papers of one vacancy's candidates: their names are those of the sources.
papers_of() {
  local source name
  for source in demo/lindehof/cvs/"$1"/*.yaml; do
    name=${source##*/}
    printf '%s\n' "$papers"/cvs/"${name%.yaml}"_*
  done
}

vacancy_file() { printf '%s\n' "$papers"/vacancies/"$1".*; }

# The tables of a match, without what follows on each candidate.
tables() {
  local vacancy=$1 files
  shift
  mapfile -t files < <(papers_of "$vacancy")
  "$collega" match "$(vacancy_file "$vacancy")" "${files[@]}" "$@" | sed -E '/^(Per kandidaat: waarom|Each candidate: why)$/,$d'
}

say "Stichting Lindehof, a fictional care organisation, has eight vacancies and 120 candidates. Their papers stand in $papers:" \
  "PDF, DOCX, ODT, text and scans. Three vacancies follow, each with its own fifteen candidates; first the tables only."

say "── 1. A community nurse. The requirements are read from the vacancy itself." ""
tables verpleegkundige-wijk --lang nl

say "── 2. A warehouse worker, on criteria that were set beforehand, with the names hidden." ""
tables medewerker-magazijn-logistiek --criteria "$papers/criteria/medewerker-magazijn-logistiek.json" --blind --lang nl

say "── 3. A software developer, in English." ""
tables software-developer --lang en

say "── And the reasons: two of the nurses, with the sentence and the page behind every judgement." ""
"$collega" match "$(vacancy_file verpleegkundige-wijk)" "$papers"/cvs/k001-* "$papers"/cvs/k004-* --lang nl

say "To try next:" "" \
  "  all 120 candidates beside one vacancy, as a sheet" \
  "    $collega match $(vacancy_file hr-adviseur) $papers/cvs --xlsx hr-adviseur.xlsx" \
  "  what was read of a file" \
  "    $collega read $papers/cvs/k001-de-vries_cv.pdf" \
  "  what scripts can ask" \
  "    $collega operations" \
  "  all commands" \
  "    $collega --help"
