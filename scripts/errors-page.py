#!/usr/bin/env python3
"""errors-page.py [--check]: writes docs/errors.md from the table of error codes, or tells whether it is up to date."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/base/include/collega/base/error_codes.def"
PAGE = ROOT / "docs/errors.md"

ROW = re.compile(r'^COLLEGA_ERROR\((\w+), (\d+), (\d+), "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)$')
GROUP = re.compile(r"^// (.+)$")  # a comment behind an empty line names the group of rows that follows

OPENING = """\
# Errors

Made by `scripts/errors-page.py` from `src/base/include/collega/base/error_codes.def`; change that table, not this page.

A failed input prints `{"error": {"code", "message", "where"}}` in its place and the run goes on. Exit status 1 means that at
least one input failed, 2 that the call itself was wrong. `where` names the file, or the member of the input.
"""


def unescaped(text):
    return text.replace('\\"', '"').replace("\\\\", "\\")


def page():
    parts = [OPENING]
    rows = False
    previous = None
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        row = ROW.match(line)
        if row:
            rows = True
            code, status, http, dutch, english = row.groups()
            parts.append(f"### {code}\n\n{unescaped(english)}\n\n*{unescaped(dutch)}*\n\nExit status {status}, HTTP status {http}.\n")
        elif line.startswith("COLLEGA_ERROR") and not line.startswith("COLLEGA_ERROR(code,"):
            sys.exit(f"errors-page.py: cannot read this row of the table: {line}")
        elif previous == "" and (group := GROUP.match(line)):
            parts.append(f"## {group.group(1)}\n")
        previous = line
    if not rows:
        sys.exit("errors-page.py: the table of error codes holds no row")
    return "\n".join(parts)


def main():
    if sys.argv[1:] == ["--check"]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            sys.exit("docs/errors.md is behind the table of error codes: run scripts/errors-page.py")
        return
    if sys.argv[1:]:
        sys.exit(__doc__)
    PAGE.write_text(page(), encoding="utf-8")


main()
