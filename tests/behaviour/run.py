#!/usr/bin/env python3
"""run.py BINARY FILE.test...: the program as a person or a script uses it, from cases that are data.

A case:

    test: As many lines come out as went in
    file: cv.md                       a file in the folder where the case runs
    | # Jan Jansen
    env: COLLEGA_LANG=en
    $ collega run documents.read --jsonl
    < {"id": 1, "path": "cv.md"}      a line of standard input
    > {"id": 1, "format": "markdown"} a line of standard output
    >* ...                            any number of lines
    !  (weg.pdf)                      words that standard error holds
    exit: 1                           0 when not said

Output lines that are JSON objects must hold the members that the case names; others must be the same. Without any > line
the output must be empty. Several commands in one case run one after the other in the same folder.
"""
import json
import os
import shlex
import subprocess
import sys
import tempfile

TIMEOUT_SECONDS = 120


class Command:
    def __init__(self, words):
        self.words = words
        self.stdin, self.stdout, self.stderr = [], [], []
        self.exit = 0


class Case:
    def __init__(self, name, line):
        self.name, self.line = name, line
        self.files, self.env, self.commands = {}, {}, []


def parse(path):
    cases, file = [], None
    with open(path, encoding="utf-8") as text:
        for number, line in enumerate(text, 1):
            line = line.rstrip("\n")
            rest = line[2:]
            if line.startswith("test: "):
                cases.append(Case(line[6:], number))
            elif not line.strip() or line.startswith("#"):
                continue
            elif line.startswith("file: "):
                file = line[6:]
                cases[-1].files[file] = ""
            elif line.startswith("|"):
                cases[-1].files[file] += rest + "\n"
            elif line.startswith("env: "):
                name, value = line[5:].split("=", 1)
                cases[-1].env[name] = value
            elif line.startswith("$ "):
                cases[-1].commands.append(Command(shlex.split(rest)))
            elif line.startswith("<"):
                cases[-1].commands[-1].stdin.append(rest)
            elif line.startswith(">"):
                cases[-1].commands[-1].stdout.append("*" if line.startswith(">*") else "=" + rest)
            elif line.startswith("!"):
                cases[-1].commands[-1].stderr.append(line[1:].strip())
            elif line.startswith("exit: "):
                cases[-1].commands[-1].exit = int(line[6:])
            else:
                raise SystemExit(f"{path}:{number}: what is this? {line}")
    return cases


def holds(found, wanted):
    """Whether `found` has everything that `wanted` names."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(k in found and holds(found[k], v) for k, v in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(holds, found, wanted))
    return type(found) is type(wanted) and found == wanted


def fits_line(found, wanted):
    if wanted.startswith("{"):
        try:
            return holds(json.loads(found), json.loads(wanted))
        except ValueError:
            pass
    return found == wanted


def fits(found, wanted):
    if not wanted:
        return not found
    if wanted[0] == "*":
        return any(fits(found[i:], wanted[1:]) for i in range(len(found) + 1))
    return bool(found) and fits_line(found[0], wanted[0][1:]) and fits(found[1:], wanted[1:])


def run_command(command, binary, folder, env):
    words = [binary if word == "collega" else word for word in command.words]
    stdin = "".join(line + "\n" for line in command.stdin)
    done = subprocess.run(words, input=stdin.encode(), capture_output=True, cwd=folder, env=env, timeout=TIMEOUT_SECONDS)
    out = done.stdout.decode("utf-8", "replace").splitlines()
    err = done.stderr.decode("utf-8", "replace")
    faults = []
    if done.returncode != command.exit:
        faults.append(f"exit status {done.returncode}, not {command.exit}")
    if not fits(out, command.stdout):
        faults.append("standard output is\n" + "\n".join("    > " + line for line in out))
    faults += [f"standard error does not hold {words!r}" for words in command.stderr if words not in err]
    if faults and err:
        faults.append("standard error is\n" + "\n".join("    ! " + line for line in err.splitlines()))
    return faults


def run_case(case, binary):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in case.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": folder, **case.env}
        for command in case.commands:
            faults = run_command(command, binary, folder, env)
            if faults:
                return [shlex.join(command.words)] + faults
    return []


def main():
    binary, failed, count = os.path.abspath(sys.argv[1]), 0, 0
    for path in sys.argv[2:]:
        for case in parse(path):
            count += 1
            faults = run_case(case, binary)
            if faults:
                failed += 1
                print(f"{path}:{case.line}: {case.name}")
                for fault in faults:
                    print("  " + fault)
    print(f"{count - failed} of {count} cases hold")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
