"""kill -9 at random moments, counted: `python tests/bench/faults.py [NAME ...] [--times 100] [--seed 1]`.

NAMES (all of them by default): extract, csv, parquet, sqlite, grow (a database that is added to), cache, baseline. Each
run is a process of its own, forked from one that has loaded everything, since starting takes longer than what is to be
torn; half are killed anywhere in the run, half a moment after the half-written file has appeared. Then the old or the new file
must stand (for a database: its rows), and the next run must end as usual with the bytes of an undisturbed one. Printed
are a line for each NAME, and how often the old and the new file stood; ends with 1 if anything was torn.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(str(path) for path in (ROOT / "samples").glob("*.txt"))[:6]
_OLD = b'{"version": 1, "findings": []}\n'
"""What stood there before; a baseline must be one."""
_SOON = 0.004
"""Seconds after which a half-written file that was seen is struck at the latest."""


class Deed(NamedTuple):
    """What is killed: a command, the file that it writes, and what that file holds."""

    command: list[str]
    file: str
    held: Callable[[Path], object]


def content(path: Path) -> object:
    """The bytes of a file; None where there is none."""
    return path.read_bytes() if path.is_file() else None


def rows(path: Path) -> object:
    """Every claim in a database that is sound; what is counted of its runs is another number after each."""
    if not path.is_file():
        return None
    if not sound(path):
        return "damaged"
    from jijitsu.cli.exports.sqlite import read

    return list(read(path))


def sound(path: Path) -> bool:
    """True if SQLite finds no fault in a database."""
    with closing(sqlite3.connect(path)) as base:
        return bool(base.execute("PRAGMA integrity_check").fetchone() == ("ok",))


DEEDS = {
    "extract": Deed(["extract", "--no-cache", "--parse", "none", *ARTICLES, "-o", "out.ndjson"], "out.ndjson", content),
    "csv": Deed(["export", "claims.ndjson", "-o", "out.csv"], "out.csv", content),
    "parquet": Deed(["export", "claims.ndjson", "-o", "out.parquet"], "out.parquet", content),
    "sqlite": Deed(["export", "claims.ndjson", "-o", "out.sqlite"], "out.sqlite", rows),
    "grow": Deed(["export", "claims.ndjson", "-o", "out.sqlite"], "out.sqlite", rows),
    "cache": Deed(["extract", "--parse", "none", *ARTICLES, "-o", "out.ndjson"], "out.ndjson", content),
    "baseline": Deed(["lint", "claims.ndjson", "--write-baseline", "--baseline", "out.json"], "out.json", content),
}


def run(command: list[str], cwd: Path) -> None:
    """Run a command in this process, in silence. Raises SystemExit."""
    from jijitsu.cli.app import main

    os.chdir(cwd)
    os.environ["JIJITSU_CACHE_DIR"] = str(cwd / "cache")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1), os.dup2(quiet, 2)
    sys.argv = ["jijitsu", *command]
    main()


def started(command: list[str], cwd: Path) -> int:
    """Run a command in a child of this process; return its id."""
    child = os.fork()
    if child:
        return child
    try:
        run(command, cwd)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 3)
    finally:
        os._exit(3)


def load(folder: Path) -> None:
    """Run every command once in this process, so that its children have all that they need."""
    scratch = folder / "scratch"
    fresh(scratch, folder, DEEDS["extract"], None)
    outputs = [os.dup(1), os.dup(2)]
    for deed in DEEDS.values():
        with suppress(SystemExit):
            run(deed.command, scratch)
    for number, output in enumerate(outputs, 1):
        os.dup2(output, number)


def ended(child: int) -> int:
    """Wait for a child; return how it ended."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def half_written(deed: Deed, cwd: Path) -> bool:
    """True once the command has begun to write."""
    beside = (cwd / "cache").iterdir() if deed is DEEDS["cache"] and (cwd / "cache").is_dir() else cwd.iterdir()
    return any(path.name.endswith((".part", "-journal", "-wal")) for path in beside)


def struck(deed: Deed, cwd: Path, within: float, *, late: bool) -> bool:
    """Start a command and kill it; True if it was not at its end before."""
    child, start = started(deed.command, cwd), time.perf_counter()
    moment = random.uniform(0, _SOON if late else within * 1.05)
    if late:
        while not half_written(deed, cwd) and time.perf_counter() - start < 3 * within:
            if os.waitpid(child, os.WNOHANG)[0]:
                return False
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


def trial(name: str, times: int, folder: Path) -> bool:
    """Kill one deed so often, print what happened, and return whether nothing was torn."""
    deed, seen = DEEDS[name], Counter[str]()
    home, spans = folder / name, []
    for _ in range(5):
        before(name, 2, folder, home, deed)
        begin = time.perf_counter()
        usual = ended(started(deed.command, home))
        spans.append(time.perf_counter() - begin)
    new = deed.held(home / deed.file)
    for number in range(times):
        before(name, number, folder, home, deed)
        held_before = deed.held(home / deed.file)
        seen["killed"] += struck(deed, home, sorted(spans)[2], late=number % 2 == 1)
        stands = deed.held(home / deed.file)
        seen["old" if stands == held_before else "new" if stands == new else "TORN"] += 1
        seen["parts left"] += sum(path.name.endswith(".part") for path in home.iterdir())
        again = ended(started(deed.command, home))
        same = deed.held(home / deed.file) == new
        seen["next as usual" if again == usual and same else "NEXT DIFFERS"] += 1
        seen["parts after next"] += sum(path.name.endswith(".part") for path in home.iterdir())
        seen["CACHE DAMAGED"] += name == "cache" and not sound(home / "cache" / "claims.sqlite")
    print(f"{name}: {times} runs, {sorted(spans)[2]:.3f} s each; {dict(sorted((+seen).items()))}", flush=True)
    return not any(seen[fault] for fault in ("TORN", "NEXT DIFFERS", "CACHE DAMAGED"))


def before(name: str, number: int, folder: Path, home: Path, deed: Deed) -> None:
    """Lay out what there is before a run: every other pair of runs has an older file in its place."""
    old = _OLD if number % 4 < 2 and name not in ("sqlite", "grow") else None
    fresh(home, folder, deed, old)
    if name == "grow":
        shutil.copy(folder / "some.sqlite", home / deed.file)


def fresh(home: Path, folder: Path, deed: Deed, old: bytes | None) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    shutil.copy(folder / "claims.ndjson", home)
    if old is not None:
        (home / deed.file).write_bytes(old)


def main() -> None:
    """Kill what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*DEEDS, []], default=[])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ended(started([*DEEDS["extract"].command[:-1], "claims.ndjson"], folder))
        load(folder)
        some = (folder / "claims.ndjson").read_bytes().splitlines(keepends=True)
        (folder / "few.ndjson").write_bytes(b"".join(some[: len(some) // 3]))
        ended(started(["export", "few.ndjson", "-o", "some.sqlite"], folder))
        whole = [trial(name, given.times, folder) for name in given.names or DEEDS]
    sys.exit(not all(whole))


if __name__ == "__main__":
    main()
