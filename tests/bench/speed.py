"""Each target of speed, measured here: `python tests/bench/speed.py [NAME ...] [--articles FOLDER] [--runs 5]`.

NAMES (all of them by default): process, throughput, growth, jobs, cache, start, lint. FOLDER holds articles as files; without
one the articles of samples/ and tests/articles are taken over and over, with another first line each (names and
figures repeat then, so throughput is flattered). Our sources are compiled first, as an installed
package has them. Every run is a process of its own; CPU seconds are those of the process and its children, since a
machine is seldom idle; printed are medians and their ratio. Nothing is held to a bound here.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
JIJITSU = [sys.executable, "-m", "jijitsu"]
GINZA = str(Path(sys.executable).with_name("ginza"))


class Cost(NamedTuple):
    """What one process cost."""

    cpu: float
    wall: float
    peak: float
    """MB of resident memory, of the largest of its processes."""


def cost(command: Sequence[str | Path], **environment: str) -> Cost:
    """Run a command to its end and tell what it cost."""
    start = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = subprocess.Popen(list(map(str, command)), env=os.environ | environment, **quiet)  # type: ignore[call-overload]
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        raise SystemExit(f"{command[:4]} ended with {running.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def turns(runs: int, *commands: Callable[[], Cost]) -> list[Cost]:
    """Run each in turn, `runs` times over; return the medians of each."""
    found: list[list[Cost]] = [[] for _ in commands]
    for _ in range(runs):
        for number, run in enumerate(commands):
            found[number].append(run())
    return [Cost(*(median(column) for column in zip(*rows, strict=True))) for rows in found]


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Bench:
    """The articles, a place to work in, and one method for each target."""

    def __init__(self, folder: Path | None, runs: int, work: Path) -> None:
        self.runs, self.work = runs, work
        self.files = self._files(folder)

    def _files(self, folder: Path | None) -> list[Path]:
        if folder is not None:
            return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))
        every = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests" / "articles").rglob("*.txt")])
        own = [path for path in every if _is_utf8(path)]
        made = self.work / "made"
        made.mkdir()
        for number in range(1000):
            text = own[number % len(own)].read_text(encoding="utf-8")
            (made / f"{number:04}.txt").write_text(f"第{number}報\n{text}", encoding="utf-8")
        return sorted(made.iterdir())

    def some(self, name: str, count: int) -> tuple[Path, int]:
        """A folder of the first `count` articles (over and over if there are fewer), and their characters."""
        folder = self.work / name
        if not folder.is_dir():
            folder.mkdir()
            for number in range(count):
                path = self.files[number % len(self.files)]
                shutil.copy(path, folder / f"{number:05}.txt")
                for sidecar in path.parent.glob(f"{path.stem}.meta.*"):
                    shutil.copy(sidecar, folder / f"{number:05}{''.join(sidecar.suffixes)}")
        return folder, sum(len(path.read_text(encoding="utf-8")) for path in folder.glob("*.txt"))

    def extract(self, folder: Path, *more: str, jobs: int = 1) -> Cost:
        command = [*JIJITSU, "extract", folder, "-o", self.work / "claims.ndjson", "--jobs", str(jobs), *more]
        return cost(command, JIJITSU_CACHE_DIR=str(self.work / "cache"))

    def claims(self) -> Path:
        """The claims of the samples."""
        made = self.work / "samples.ndjson"
        cost([*JIJITSU, "extract", ROOT / "samples", "-o", made, "--no-cache"])
        return made

    def process(self) -> None:
        """The whole process on five articles against the stock `ginza` command."""
        folder, characters = self.some("five", 5)
        files = sorted(map(str, folder.glob("*.txt")))
        ours, stock = turns(self.runs, lambda: self.extract(folder, "--no-cache"), lambda: cost([GINZA, *files]))
        print(f"process: {characters} characters; ours {ours.cpu:.2f} s, {ours.peak:.0f} MB; ginza {stock.cpu:.2f} s, "
              f"{stock.peak:.0f} MB; {stock.cpu / ours.cpu:.1f} times less CPU, {ours.peak / stock.peak:.2f} of the memory")  # fmt: skip

    def throughput(self) -> None:
        """1,000 articles against `ginza` on 40 of them: characters a CPU second, start-up taken off on both sides."""
        (many, all_), (few, some), (one, single) = self.some("1000", 1000), self.some("40", 40), self.some("one", 1)
        lines = lambda folder: sorted(map(str, folder.glob("*.txt")))  # noqa: E731
        ours, start, stock, began = turns(
            self.runs, lambda: self.extract(many, "--no-cache"), lambda: self.extract(one, "--no-cache"),
            lambda: cost([GINZA, *lines(few)]), lambda: cost([GINZA, *lines(one)]),
        )  # fmt: skip
        rates = (all_ - single) / (ours.cpu - start.cpu), (some - single) / (stock.cpu - began.cpu)
        whole = (all_ / ours.cpu) / (some / stock.cpu)
        print(f"throughput: ours {rates[0]:,.0f} characters a CPU second, ginza {rates[1]:,.0f}: {rates[0] / rates[1]:.1f} times; "
              f"whole processes {all_ / ours.cpu:,.0f}, {some / stock.cpu:,.0f} ({whole:.1f} times)")  # fmt: skip

    def growth(self) -> None:
        """Time and peak memory at 3,555 articles against 400; one of either asks the parser, so that both have it loaded."""
        (many, all_), (few, some) = self.some("3555", 3555), self.some("400", 400)
        for folder in (many, few):
            (folder / "asks.txt").write_text("ホンダは6兆円の負債を抱える三菱自動車を支援する。", encoding="utf-8")
        large, small = turns(
            max(1, self.runs // 2), lambda: self.extract(many, "--no-cache"), lambda: self.extract(few, "--no-cache")
        )
        print(f"growth: {large.cpu / 3.555:.1f} ms an article at 3,555, {small.cpu / 0.4:.1f} at 400: {large.cpu / 3.555 / (small.cpu / 0.4):.2f} "
              f"({(large.cpu / all_) / (small.cpu / some):.2f} by character); {large.peak:.0f} MB, {small.peak:.0f} MB: {large.peak / small.peak:.2f}")  # fmt: skip

    def jobs(self) -> None:
        """Wall-clock time of --jobs 2 against 1 on 1,000 articles, and whether the bytes are the same."""
        folder, _ = self.some("1000", 1000)
        seen: set[bytes] = set()

        def run(jobs: int) -> Cost:
            spent = self.extract(folder, "--no-cache", jobs=jobs)
            seen.add((self.work / "claims.ndjson").read_bytes())
            return spent

        one, two = turns(self.runs, lambda: run(1), lambda: run(2))
        print(f"jobs: {one.wall:.2f} s with one, {two.wall:.2f} s with two: {one.wall / two.wall:.2f} times; "
              f"{'the same bytes' if len(seen) == 1 else 'OTHER BYTES'}; load of the machine {os.getloadavg()[0]:.1f}")  # fmt: skip

    def cache(self) -> None:
        """A second run with nothing changed, and with 1% changed."""
        folder, _ = self.some("1000", 1000)
        changed = sorted(folder.glob("*.txt"))[::100]

        def first() -> Cost:
            shutil.rmtree(self.work / "cache", ignore_errors=True)
            return self.extract(folder)

        def some() -> Cost:
            for path in changed:
                path.write_text(path.read_text(encoding="utf-8") + "。", encoding="utf-8")
            return self.extract(folder)

        began, second, third, start = turns(
            self.runs,
            first,
            lambda: self.extract(folder),
            some,
            lambda: self.extract(self.some("one", 1)[0], "--no-cache"),
        )
        print(f"cache: first {began.cpu:.2f} s, second {second.cpu:.2f} s: {began.cpu / second.cpu:.0f} times less; with 1% changed "
              f"{third.cpu:.2f} s: {(third.cpu - start.cpu) / began.cpu:.1%} of the first and {start.cpu:.2f} s of start-up")  # fmt: skip

    def start(self) -> None:
        """`jijitsu --help` against a bare Typer application with rich; and what light commands import."""
        bare = self.work / "bare.py"
        bare.write_text(
            "import typer\napp = typer.Typer()\n@app.command()\ndef run(name: str) -> None:\n    '''Say.'''\napp()\n"
        )
        ours, theirs = turns(
            self.runs, lambda: cost([*JIJITSU, "--help"]), lambda: cost([sys.executable, bare, "--help"])
        )
        print(f"start: --help {ours.cpu:.2f} s, a bare Typer app {theirs.cpu:.2f} s: {ours.cpu / theirs.cpu:.2f} times")
        claims = self.claims()
        for command in (["--help"], ["schema"], ["rule"], ["validate", claims], ["lint", claims]):
            done = subprocess.run(
                [sys.executable, "-X", "importtime", "-m", "jijitsu", *map(str, command)],
                capture_output=True,
                check=False,
            )
            seen = {
                line.rsplit(b"|", 1)[-1].strip().split(b".")[0].decode()
                for line in done.stderr.splitlines()
                if b"|" in line
            }
            print(
                f"  {command[0]}: imports of {sorted(seen & {'spacy', 'numpy', 'sudachipy', 'thinc'}) or 'nothing heavy'}"
            )

    def lint(self) -> None:
        """100,000 claims as `jijitsu extract` writes them, of 5,000 articles that are not there (each is a finding)."""
        claims = self.work / "many.ndjson"
        lines = self.claims().read_bytes().splitlines()
        with claims.open("wb") as file:
            for number in range(100_000):
                line = re.sub(rb'"id":"c_[0-9a-f]+"', b'"id":"c_%016x"' % number, lines[number % len(lines)], count=1)
                file.write(re.sub(rb'"path":"[^"]*"', b'"path":"%d.txt"' % (number // 20), line, count=1) + b"\n")
        few = self.work / "few.ndjson"
        few.write_bytes(b"\n".join(claims.read_bytes().splitlines()[:10_000]) + b"\n")
        many, small = turns(self.runs, lambda: cost([*JIJITSU, "lint", claims]), lambda: cost([*JIJITSU, "lint", few]))
        print(
            f"lint: 100,000 claims {many.cpu:.2f} s, {many.peak:.0f} MB; 10,000 {small.cpu:.2f} s, {small.peak:.0f} MB"
        )


NAMES = ("process", "throughput", "growth", "jobs", "cache", "start", "lint")

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], default=NAMES)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    for part in (
        "cli",
        "extract",
        "schemas",
    ):  # as pip leaves a package, and has left ginza: 0.25 s of source otherwise
        compileall.compile_dir(ROOT / part, quiet=1)
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(given.articles, given.runs, Path(place))
        for name in given.names or NAMES:
            getattr(bench, name)()
            sys.stdout.flush()
