#!/usr/bin/env python3
"""check_includes.py SRC: no relative includes, none of a module that is not declared, none of another module's inside.

A module is a folder whose CMakeLists.txt names what it uses: collega_module(engines/language USES base LINKS ...), and for
main, which is a program, set(MAIN_USES ...). An own face is included as "collega/<module>/x.h", an own inside as "x.h".
"""
import pathlib
import re
import sys

MODULE = re.compile(r"collega_module\(\s*(\S+)([^)]*)\)|set\(MAIN_USES([^)]*)\)")
KEYWORDS = {"USES", "TEST_USES", "LINKS", "FACE_LINKS", "EMBED"}
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
ANGLED = re.compile(r"^\s*#\s*include\s*<(collega/[^>]+)>")
SOURCES = {".h", ".cpp", ".def"}


def called(folder):
    """What a module is called in includes: as its folder, but the desk that has its name from an engine says so."""
    return "skills_desk" if folder.parts[-2:] == ("desks", "skills") else folder.name


def words_behind(keyword, words):
    """The words behind this keyword, up to the next one."""
    found, reading = [], False
    for word in words:
        if word in KEYWORDS:
            reading = word == keyword
        elif reading:
            found.append(word)
    return found


def modules_under(src):
    """Folder of each module → names of the modules that it declares to use, and of those that its tests may use too."""
    modules = {}
    for path in sorted(src.rglob("CMakeLists.txt")):
        found = MODULE.search(path.read_text(encoding="utf-8"))
        if not found:
            continue
        words = (found.group(2) or "").split()
        uses = found.group(3).split() if found.group(3) else words_behind("USES", words)
        modules[path.parent] = tuple({called(pathlib.PurePath(use)) for use in used}
                                     for used in (uses, uses + words_behind("TEST_USES", words)))
    return modules


def fault_in(include, source, folder, uses):
    """Why this include may not stand in this source, or nothing."""
    own = called(folder)
    if ".." in include.split("/"):
        return "is relative"
    if include.startswith("collega/"):
        module = include.split("/")[1]
        if module != own and module not in uses:
            return f"is of {module}, which {own} does not declare to use"
        if module == own and not (folder / "include" / include).is_file():
            return "is not in the face of this module"
        return None
    beside = [source.parent / include, folder / "src" / include]
    if not any(path.is_file() for path in beside):
        return "is not of this module"
    if (folder / "include") in source.parents and not (source.parent / include).is_file():
        return "reaches from a face into the inside"
    return None


def faults_under(src):
    modules, faults = modules_under(src), []
    for folder, (uses, test_uses) in modules.items():
        for source in sorted(folder.rglob("*")):
            owner = next((parent for parent in source.parents if parent in modules), None)
            if source.suffix not in SOURCES or owner != folder:
                continue
            allowed = test_uses if "_test" in source.stem else uses
            for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
                place = f"{source.relative_to(src)}:{number}"
                if ANGLED.match(line):
                    faults.append(f"{place}: our own headers go between quotes")
                elif (found := INCLUDE.match(line)) and (why := fault_in(found.group(1), source, folder, allowed)):
                    faults.append(f'{place}: "{found.group(1)}" {why}')
    return modules, faults


def main():
    modules, faults = faults_under(pathlib.Path(sys.argv[1]).resolve())
    print("\n".join(faults) if faults else f"{len(modules)} modules keep to what they declare")
    return 1 if faults or not modules else 0


if __name__ == "__main__":
    sys.exit(main())
