"""Faults of the machine: what goes wrong with disks, folders and readers is one clear line, and leaves the old file.

What needs processes that are killed, or file systems of their own, is in tests/bench/faults.py.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from running import Run

from jijitsu.extract import pipeline
from jijitsu.extract.reading.unpacking import LARGEST
from jijitsu.extract.reading.walking import walk
from jijitsu.extract.story import Setting
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import UnreadableError
from jijitsu.schemas.record import decode_own

SAID = "トヨタ自動車の株価は前日比5%高の3000円で終えた。"
OLD = b"the old file\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with an article and its claims."""
    (tmp_path / "a.txt").write_text(f"{SAID}\n", encoding="utf-8")
    return tmp_path


def no_room(monkeypatch: pytest.MonkeyPatch, fault: int) -> None:
    """Half-written files can be neither opened nor removed any more."""
    opening, unlinking = Path.open, Path.unlink

    def refused(path: Path) -> None:
        if path.name.endswith(".part"):
            raise OSError(fault, os.strerror(fault), str(path))

    def opened(path: Path, *given: Any, **named: Any) -> Any:
        refused(path)
        return opening(path, *given, **named)

    def unlinked(path: Path, *given: Any, **named: Any) -> None:
        refused(path)
        unlinking(path, *given, **named)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "unlink", unlinked)


@pytest.mark.parametrize("fault", [errno.EROFS, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("name", ["claims.ndjson", "claims.csv"])
def test_a_place_that_cannot_be_written_to_is_told_and_the_old_file_stays(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: int
) -> None:
    (here / name).write_bytes(OLD)
    no_room(monkeypatch, fault)
    ran = run("extract", "a.txt", "-o", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {name}: cannot be written ({os.strerror(fault)}).\n"
    assert (here / name).read_bytes() == OLD


def test_what_a_killed_run_left_is_removed_a_day_later(run: Run, here: Path) -> None:
    old, fresh, other = (here / f".{name}.4711.part" for name in ("c[1].ndjson", "c[1].ndjson.x", "c1.ndjson"))
    new = here / ".c[1].ndjson.4712.part"
    for part in (old, fresh, other, new):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (0, 0))
    assert run("extract", "a.txt", "-o", "c[1].ndjson").code == 0
    assert not old.exists()
    assert all(part.exists() for part in (fresh, other, new))


def test_a_reader_that_goes_away_from_a_table_ends_it_quietly(run: Run, here: Path) -> None:
    assert run("extract", "a.txt", "-o", "c.ndjson").code == 0
    script = "from jijitsu.cli.app import main; main()"
    head, tail = os.pipe()
    os.close(head)
    with os.fdopen(tail, "wb") as gone:
        command = [sys.executable, "-c", script, "stats", "c.ndjson"]
        environment = os.environ | {"PYTHONPATH": str(ROOT / ".src")}
        ended = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, cwd=here, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_folder_that_goes_while_it_is_walked_is_named(here: Path) -> None:
    for name in ("b", "c"):
        (here / name).mkdir()
        shutil.copy(here / "a.txt", here / name)
    found = walk([str(here)])
    assert next(found) == here / "a.txt"
    shutil.rmtree(here / "b")
    gone, *rest = found
    assert rest == [here / "c" / "a.txt"]
    assert gone == here / "b" or isinstance(gone, UnreadableError)


def test_files_that_go_after_they_were_found_are_named(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "c.txt"):
        shutil.copy(here / "a.txt", here / name)

    def walked(names: object) -> list[Path]:
        del names
        (here / "b.txt").unlink()
        return [Path("a.txt"), Path("b.txt"), Path("c.txt")]

    monkeypatch.setattr("jijitsu.extract.reading.walking.walk", walked)
    ran = run("extract", ".", "-o", "c.ndjson")
    assert ran.code == 2
    assert ran.err.splitlines()[0].startswith("error: b.txt: ")
    assert {claim.article.path for claim in decode_own((here / "c.ndjson").read_bytes())} == {"a.txt", "c.txt"}


def test_a_file_that_changes_while_it_is_read_is_not_kept_for_the_other(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = SAID.replace("5%", "7%")
    looking = pipeline.setting

    def edited(article: Article, *given: Any, **named: Any) -> Setting:
        if article.path == "a.txt":
            (here / "a.txt").write_text(f"{later}\n", encoding="utf-8")
        return looking(article, *given, **named)

    monkeypatch.setattr(pipeline, "setting", edited)
    assert "5%" in run("extract", "a.txt").out
    assert "7%" in run("extract", "a.txt").out
    assert "7%" in run("extract", "a.txt").out


POISONS = {
    "undecodable": "株価は5%高".encode() + b"\xff\xfe\x80\x81",
    "binary": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "front": "---\npublished: soon\n---\n株価".encode(),
    "huge": b"1" * (LARGEST + 1),
    "raising": "毒が入っている。".encode(),
}


@pytest.mark.parametrize("poison", POISONS)
def test_one_poisoned_article_of_a_thousand_is_named_and_the_others_come_out(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, poison: str
) -> None:
    looking = pipeline.setting

    def bitten(article: Article, *given: Any, **named: Any) -> Setting:
        if "毒" in article.text:
            raise KeyError("毒")
        return looking(article, *given, **named)

    monkeypatch.setattr(pipeline, "setting", bitten)
    (here / "news").mkdir()
    for number in range(1000):
        bad = number == 617
        (here / "news" / f"{number:03}.txt").write_bytes(POISONS[poison] if bad else f"{number}番。{SAID}\n".encode())
    ran = run("extract", "news", "-o", "c.ndjson", "--jobs", "1", "--parse", "none")
    assert ran.code == 2
    first, *others = ran.err.splitlines()
    assert first.startswith("error: news/617.txt: ")
    assert others == ["1 of 1000 could not be read; the claims of the others are out."]
    claims = decode_own((here / "c.ndjson").read_bytes())
    assert len({claim.article.path for claim in claims}) == 999


FAKETIME = shutil.which("faketime")


@pytest.mark.skipif(FAKETIME is None, reason="no faketime here: no program can be told another time")
def test_a_wrong_clock_changes_nothing(here: Path) -> None:
    """Dates without a year, days after their telling, days of exchanges: none of it asks what day it is."""
    said = (
        "任天堂の株価は13日、15%下落した。来月20日(水)に発表する。1月1日の東京市場で続落した。昨年12月は3万台だった。"
    )
    (here / "b.txt").write_text(f"{said}\n", encoding="utf-8")
    (here / "c.txt").write_text(f"2026年1月14日\n\n{said}\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / ".src")}
    ended = []
    for told in ([], [str(FAKETIME), "1970-01-02 00:00:00"], [str(FAKETIME), "2099-12-31 23:59:59"]):
        for command in (["extract", "."], ["lint", "."], ["extract", ".", "--no-cache", "-o", "c.sqlite"]):
            run = [*told, sys.executable, "-m", "jijitsu", *command, "--parse", "none"]
            done = subprocess.run(run, cwd=here, env=environment, capture_output=True, check=False)
            ended.append((done.returncode, done.stdout, done.stderr))
        ended.append((0, (here / "c.sqlite").read_bytes(), b""))
        (here / "c.sqlite").unlink()
    assert ended[:4] == ended[4:8] == ended[8:]
    assert [one[0] for one in ended[:3]] == [0, 1, 0] and ended[0][1]


def test_nobody_asks_what_day_it_is() -> None:
    """But who clears away what lay for a day, and who notes when something kept was used last."""
    asking = re.compile(r"\b(?:date|datetime)\.(?:today|now|utcnow)\(|\btime\.(?:time|time_ns|localtime|gmtime)\(")
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("cli", "extract", "schemas")
        for path in (ROOT / folder).rglob("*.py")
        if asking.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"cli/console.py", "extract/cache.py"}


def test_who_has_no_home_does_without(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """HOME is not set, and no user of this number is known: as containers have it."""

    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("JIJITSU_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    ended = run("extract", "a.txt")
    assert (ended.code, ended.err) == (0, "") and "5%" in ended.out
    assert run("cache", "info").code == 0
    ended = run("completion", "bash")
    assert (ended.code, ended.err) == (2, "error: you have no home to install it in. Set HOME, or take --show.\n")
