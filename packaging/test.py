#!/usr/bin/env python3
"""test.py BINARY DEMO: the Debian package, from building it to purging it, in a root of its own.

The maintainer scripts run for real, by dpkg; the commands that would reach this machine (adduser, systemctl and the like) are
stand-ins that write down how they were called. The program itself runs under the system calls and the memory rules that the
service allows it, so that what the service forbids is never what reading a document needs.
"""
import ctypes
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent
UNITS = ("collega.service", "collega-backup.service", "collega-backup.timer")
DATA, BACKUPS, SETTINGS = "var/lib/collega", "var/backups/collega", "etc/default/collega"

# Of `systemd-analyze security`, 0 (shut in) to 10 (open). What is left is that it speaks to the network and starts processes.
MOST_EXPOSED = 2.0


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, check=False, **more)
    return done.returncode, done.stdout + done.stderr


def must(*words, **more):
    status, output = run(*words, **more)
    assert status == 0, f"{' '.join(map(str, words))}: status {status}\n{output}"
    return output


class Machine:
    """A root in which dpkg installs, and stand-ins for the commands that act on the machine."""

    def __init__(self, folder):
        self.root = folder / "root"
        self.calls = folder / "calls"
        self.calls.touch()
        commands = folder / "commands"
        for name in ("adduser", "deluser", "systemctl", "deb-systemd-helper", "deb-systemd-invoke", "chown"):
            self.stand_in(commands / name)
        for place in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "run/systemd/system", "var/backups"):
            (self.root / place).mkdir(parents=True)
        (self.root / "var/lib/dpkg/status").touch()
        self.stand_in(self.root / "usr/bin/deb-systemd-helper")
        self.path = f"{commands}:{os.environ['PATH']}:/usr/sbin:/sbin"

    def stand_in(self, file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "$(basename "$0") $*" >>{self.calls}\n', encoding="ascii")
        file.chmod(0o755)

    def dpkg(self, *words, **environment):
        """What dpkg said, and how the stand-ins were called meanwhile."""
        before = len(self.calls.read_text().splitlines())
        options = ["--force-script-chrootless", "--force-depends", "--force-confold"]
        said = must("dpkg", f"--root={self.root}", *options, *words,
                    env={**os.environ, "PATH": self.path, "LC_ALL": "C", **environment})
        return said, self.calls.read_text().splitlines()[before:]

    def has(self, place):
        return (self.root / place).exists()

    def files(self):
        """All but dpkg's own records and our stand-in."""
        return {str(file.relative_to(self.root)) for file in self.root.rglob("*")
                if not file.is_dir() and "var/lib/dpkg" not in str(file) and file.name != "deb-systemd-helper"}


def acted(calls, *words):
    return any(all(word in call.split() for word in words) for call in calls)


def installed_upgraded_removed(folder, binary):
    bare = folder / "collega"
    must("strip", "-o", bare, binary)  # which takes a while, and would be done three times
    binary = bare
    package = pathlib.Path(must(SOURCE / "scripts/package.sh", binary, folder / "first").split()[-1])
    newer = pathlib.Path(must(SOURCE / "scripts/package.sh", binary, folder / "second", "9.9.9").split()[-1])
    again = pathlib.Path(must(SOURCE / "scripts/package.sh", binary, folder / "again").split()[-1])
    assert package.read_bytes() == again.read_bytes(), "the same program gave two different packages"

    machine = Machine(folder)
    _, calls = machine.dpkg("-i", package)
    assert acted(calls, "adduser", "--system", "collega"), calls
    assert acted(calls, "deb-systemd-invoke", "start", "collega.service"), calls
    assert not acted(calls, "deb-systemd-helper", "enable", "collega-backup.timer"), "nobody asked for backups"
    for place in (DATA, BACKUPS):
        assert stat.S_IMODE((machine.root / place).stat().st_mode) == 0o700, place
    for place in ("usr/bin/collega", SETTINGS, *(f"lib/systemd/system/{unit}" for unit in UNITS)):
        assert machine.has(place), place
    assert machine.dpkg("-V", "collega")[0] == "", "files differ from the package"
    version = machine.root / "usr/bin/collega"
    assert "0." in must(version, "--version")

    kept = machine.root / DATA / "key"
    kept.write_text("of the organisation")
    (machine.root / BACKUPS / "collega-2026-01-01-000000").write_text("a backup")
    settings = machine.root / SETTINGS
    settings.write_text(settings.read_text() + "COLLEGA_LANG=en\n")
    edited = settings.read_text()

    _, calls = machine.dpkg("-i", newer)
    assert acted(calls, "deb-systemd-invoke", "restart", "collega.service"), calls
    assert not acted(calls, "deb-systemd-invoke", "stop", "collega.service"), "an upgrade keeps serving until it restarts"
    assert settings.read_text() == edited and kept.exists(), "an upgrade left the settings and the data alone"

    _, calls = machine.dpkg("-r", "collega")
    assert acted(calls, "deb-systemd-invoke", "stop", "collega.service"), calls
    assert not machine.has("usr/bin/collega") and settings.read_text() == edited and kept.exists()
    _, calls = machine.dpkg("-i", newer)
    assert settings.read_text() == edited, "who comes back finds their settings"

    said, calls = machine.dpkg("-P", "collega")
    assert kept.exists() and DATA in said, f"a purge keeps the data, and says so: {said}"
    assert acted(calls, "deb-systemd-helper", "purge", "collega.service"), calls
    left = machine.files()
    assert left == {f"{DATA}/key", f"{BACKUPS}/collega-2026-01-01-000000"}, f"left behind: {left}"

    machine.dpkg("-i", newer)
    said, calls = machine.dpkg("-P", "collega", COLLEGA_PURGE_DATA="yes")
    assert not machine.has(DATA) and machine.has(BACKUPS), said
    assert acted(calls, "deluser", "collega"), calls
    return "installed, upgraded, removed and purged; data stays until somebody asks in as many words"


def units_are_sound(folder):
    if not shutil.which("systemd-analyze"):
        return "systemd-analyze is not here: units not verified"
    root = folder / "units"
    must("dpkg-deb", "-x", next((folder / "first").iterdir()), root)
    for unit in UNITS:
        text = (root / "lib/systemd/system" / unit).read_text()
        assert "@" not in re.sub(r"@[a-z]+-?[a-z]+", "", text), f"{unit}: a place that was not filled in"
        # Whether the programs are there is asked of this machine; that they are in the package was seen above.
        local = folder / unit
        local.write_text(re.sub(r"^ExecStart=/usr/\S+", "ExecStart=/bin/true", text, flags=re.M))
    status, said = run("systemd-analyze", "verify", "--man=no", *(folder / unit for unit in UNITS))
    ours = [line for line in said.splitlines() if "collega" in line]
    assert status == 0 and not ours, said
    status, said = run("systemd-analyze", "security", "--offline=true", f"--threshold={int(MOST_EXPOSED * 10)}", "--no-pager",
                       folder / "collega.service")
    assert status == 0, said
    return f"units verified; {said.strip().splitlines()[-1].lstrip('→ ')}"


def calls_allowed():
    """The names that SystemCallFilter= of the service leaves, its groups taken from systemd."""
    groups, name = {}, None
    for line in must("systemd-analyze", "syscall-filter").splitlines():
        if line.startswith("@"):
            name = line.strip()
            groups[name] = []
        elif name and line.startswith("    ") and not line.strip().startswith("#"):
            groups[name].append(line.strip())

    def spelt_out(word):
        return {call for part in groups[word] for call in spelt_out(part)} if word.startswith("@") else {word}

    allowed = spelt_out("@default")  # systemd adds it to every list
    for line in (HERE / "collega.service").read_text().splitlines():
        if not line.startswith("SystemCallFilter="):
            continue
        words = line.partition("=")[2]
        named = {call for word in words.lstrip("~").split() for call in spelt_out(word)}
        allowed = allowed - named if words.startswith("~") else allowed | named
    return allowed


def shut_in(names):
    """Runs in a child before the program: what the service's manager would do."""
    seccomp = ctypes.CDLL("libseccomp.so.2")
    seccomp.seccomp_init.restype = ctypes.c_void_p
    allow, refuse = 0x7FFF0000, 0x00050001  # SCMP_ACT_ALLOW, SCMP_ACT_ERRNO(EPERM)
    libc = ctypes.CDLL(None, use_errno=True)
    rules = ctypes.c_void_p(seccomp.seccomp_init(refuse))
    for name in names:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:
            assert seccomp.seccomp_rule_add(rules, allow, number, 0) == 0, name
    set_no_new_privileges, set_no_writable_code = 38, 65
    libc.prctl(set_no_new_privileges, 1, 0, 0, 0)
    libc.prctl(set_no_writable_code, 1, 0, 0, 0)  # MemoryDenyWriteExecute=; a kernel without it says no, and no more
    assert seccomp.seccomp_load(rules) == 0


def reads_under_the_rules_of_the_service(folder, binary, demo):
    if not shutil.which("systemd-analyze"):
        return "systemd-analyze is not here: system calls not tried"
    names = sorted(calls_allowed())
    rules = {"preexec_fn": lambda: shut_in(names)}

    status, said = run(sys.executable, "-c", "import os; os.chroot('/')", **rules)
    assert status != 0 and "PermissionError" in said, f"these rules forbid nothing: {said}"

    files = {}
    for file in sorted((demo / "cvs").iterdir(), key=lambda one: one.stat().st_size):
        files.setdefault(file.suffix, file)
        files["scan"] = file  # the largest is one: its text is recognised
    assert {".pdf", ".docx"} <= files.keys(), f"no documents in {demo}"
    assert "Read from a scan" in must(binary, "read", files["scan"], "--lang", "en"), f"{files['scan'].name} is no scan"
    for file in files.values():
        assert must(binary, "read", file, "--json", **rules) == must(binary, "read", file, "--json"), file.name

    if "--port" in must(binary, "serve", "--help"):
        serve_under(rules, folder, binary)
        served = ", and it serves"
    else:
        served = ""
    return f"{len(files)} kinds of documents read under {len(names)} system calls{served}"


def serve_under(rules, folder, binary):
    said = folder / "served"
    with said.open("w") as out, (folder / "log").open("w") as log:
        process = subprocess.Popen([binary, "serve", "--data", folder / "served-data", "--port", "0"], stdout=out, stderr=log, **rules)
    try:
        end = time.monotonic() + 20
        address = None
        while not address and time.monotonic() < end and process.poll() is None:
            address = re.search(r"^http://\S+$", said.read_text(), re.M)
            time.sleep(0.02)
        assert address, f"the server did not start: {said.read_text()}{(folder / 'log').read_text()}"
        with urllib.request.urlopen(f"{address[0]}/healthz", timeout=5) as answer:
            assert answer.status == 200
    finally:
        process.terminate()
        assert process.wait(timeout=30) == 0, "it did not end well"


def backs_up(folder, binary):
    data, backups = folder / "backed-up", folder / "backups"
    backups.mkdir()
    environment = {**os.environ, "COLLEGA": str(binary), "COLLEGA_DATA": str(data), "COLLEGA_BACKUPS": str(backups),
                   "COLLEGA_BACKUP_DAYS": "30", "COLLEGA_LEDGER_HEADS": str(folder / "heads")}
    must(binary, "people", "units", "--data", data)
    (data / "erasures").touch()
    month = 31 * 24 * 3600
    for name, age in (("collega-2026-01-01-023000", month + 24 * 3600), ("collega-2026-01-31-023000", month // 2), ("notes", 3 * month)):
        (backups / name).touch()
        os.utime(backups / name, (time.time() - age,) * 2)
    must(HERE / "backup", env=environment)
    names = {file.name for file in backups.iterdir()}
    new = names - {"collega-2026-01-31-023000", "notes", "erasures"}
    assert len(new) == 1 and "collega-2026-01-01-023000" not in names, names
    assert "erasures" in names and (folder / "heads").stat().st_size > 0
    must(binary, "restore", backups / new.pop(), "--into", folder / "restored", "--key-file", data / "key")

    (backups / "collega-2026-01-01-023000").touch()
    os.utime(backups / "collega-2026-01-01-023000", (0, 0))
    status, _ = run(HERE / "backup", env={**environment, "COLLEGA_DATA": str(folder / "heads")})
    assert status != 0 and (backups / "collega-2026-01-01-023000").exists(), "a backup that failed threw an old one away"
    return "a nightly backup restores, and takes the place of old ones only when it is there"


def main():
    binary, demo = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    if os.geteuid() != 0:
        os.execvp("fakeroot", ["fakeroot", sys.executable, *sys.argv])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print(installed_upgraded_removed(folder, binary), flush=True)
        print(units_are_sound(folder), flush=True)
        print(reads_under_the_rules_of_the_service(folder, binary, demo), flush=True)
        print(backs_up(folder, binary), flush=True)


if __name__ == "__main__":
    main()
