#!/usr/bin/env python3
"""compiled-sources.py COMPILE_COMMANDS: of the sources named on stdin, those that the build compiles.

clang-tidy guesses flags for a source that the build does not know, and then reports faults that are not there.
"""
import json
import os
import sys

with open(sys.argv[1], encoding="utf-8") as commands:
    compiled = {os.path.realpath(command["file"]) for command in json.load(commands)}
for line in sys.stdin:
    source = line.strip()
    if os.path.realpath(source) in compiled:
        print(source)
