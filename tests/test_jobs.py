"""Work over processes: order, processes that die, errors, and nobody left behind."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from jijitsu.extract.jobs import spread

NEWS = "東都電機の株価は{}日、前日比{}%下落した。\n"


def double(died: Path, items: Sequence[int]) -> list[int]:
    """Twice each item; 37 kills the process always, 50 once."""
    if 37 in items:
        os._exit(3)
    if 50 in items and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGTERM)
    return [2 * item for item in items]


def refuse(items: Sequence[int]) -> list[int]:
    raise ValueError(f"not {items[0]}")


def nothing() -> None:
    """Nothing is to be loaded."""


def minus(item: int) -> int:
    return -item


BATCHES = [list(range(10 * at, 10 * at + 10)) if at % 3 else [] for at in range(12)]


@pytest.mark.parametrize("jobs", [2, 3])
def test_order_holds_and_the_dead_are_replaced(jobs: int, tmp_path: Path) -> None:
    found = list(spread(partial(double, tmp_path / "died"), BATCHES, jobs, ready=nothing, lost=minus))
    assert [list(one) for one in found] == [[-n if n == 37 else 2 * n for n in batch] for batch in BATCHES]
    assert multiprocessing.active_children() == []


def test_an_error_comes_out_and_nobody_is_left() -> None:
    with pytest.raises(RuntimeError, match="ValueError: not 10"):
        list(spread(refuse, BATCHES, 2, ready=nothing, lost=minus))
    assert multiprocessing.active_children() == []


def test_who_stops_early_leaves_nobody(tmp_path: Path) -> None:
    found = spread(partial(double, tmp_path), BATCHES[:3], 2, ready=nothing, lost=minus)
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for day in range(1, 31):
        text = NEWS.format(day, day) * (day % 4 + 1)
        (folder / f"{day:02}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff")
    return folder


def extract(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "jijitsu", "extract", "--published", "2026-01-14", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_bytes_do_not_depend_on_jobs_or_cache(articles: Path) -> None:
    alone = extract(articles, "--jobs", "1", "--no-cache")
    assert (alone.returncode, alone.stdout.count(b"\n") > 30) == (2, True)
    for arguments in (("--jobs", "2", "--no-cache"), ("--jobs", "3"), ("--jobs", "2"), ("--jobs", "1")):
        again = extract(articles, *arguments)
        assert (again.returncode, again.stdout, again.stderr) == (2, alone.stdout, alone.stderr)
    kinds = extract(articles, "--kind", "price_move")
    lines = [line for line in alone.stdout.splitlines() if json.loads(line)["kind"] == "price_move"]
    assert kinds.stdout.splitlines() == lines


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C is another thing there")
def test_ctrl_c_leaves_no_orphan(articles: Path) -> None:
    for number in range(400):
        (articles / f"more{number}.txt").write_text(NEWS.format(3, 4) * 200, encoding="utf-8")
    command = [sys.executable, "-m", "jijitsu", "extract", str(articles), "--jobs=2", "--no-cache", "--parse=none"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 120
    while len(group(running.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(group(running.pid)) == 3
    os.killpg(running.pid, signal.SIGINT)
    running.wait(30)
    assert running.returncode != 0
    while group(running.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert group(running.pid) == []


def group(leader: int) -> list[int]:
    """The processes of a session that are alive."""
    told = subprocess.run(["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=False).stdout
    rows = [line.split() for line in told.splitlines()]
    return [int(row[0]) for row in rows if len(row) > 2 and row[1] == str(leader) and not row[2].startswith("Z")]
