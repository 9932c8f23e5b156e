"""Articles that hang: each is named after its time, and the others come out."""

from __future__ import annotations

import json
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from running import Run

from jijitsu.extract import pipeline
from jijitsu.extract.bounding import OverdueError, within
from jijitsu.extract.reading import inputs
from jijitsu.extract.reading.raw import Content
from jijitsu.extract.story import Setting
from jijitsu.schemas.article import Article

SAID = "トヨタ自動車の株価は前日比5%高の3000円で終えた。"


def turn() -> None:
    """Never come to an end, and take whatever is raised for a fault of one's own."""
    while True:
        try:
            while True:
                pass
        except Exception:
            continue


def wait() -> None:
    time.sleep(1000)


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty articles of which two hang when claims are made of them, and one when its text is read."""
    looking, reading = pipeline.setting, inputs.content_of

    def stuck(article: Article, *given: Any, **named: Any) -> Setting:
        if "堂々" in article.text:
            turn()
        if "待ち" in article.text:
            wait()
        return looking(article, *given, **named)

    def unread(*given: Any) -> Content:
        found = reading(*given)
        if "底なし" in found.text:
            turn()
        return found

    monkeypatch.setattr(pipeline, "setting", stuck)
    monkeypatch.setattr(inputs, "content_of", unread)
    (tmp_path / "news").mkdir()
    for number in range(40):
        word = {7: "堂々巡り。", 8: "待ちぼうけ。", 30: "底なし沼。"}.get(number, "")
        (tmp_path / f"news/{number:02}.txt").write_text(f"{number}番。{word}{SAID}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_hangs_is_named_and_the_others_come_out(run: Run, hanging: Path, jobs: int) -> None:
    pipeline.warm(pipeline.Options(parse="none"))
    ended = run("extract", "news", "--timeout", "0.5", "--jobs", jobs, "--parse", "none", "--no-cache")
    assert ended.code == 2
    hint = "--timeout gives it more; please report an article that is not large."
    assert ended.err.splitlines() == [
        f"error: news/07.txt: took longer than 0.5 seconds. {hint}",
        f"error: news/08.txt: took longer than 0.5 seconds. {hint}",
        f"error: news/30.txt: reading it took longer than 0.5 seconds. {hint}",
        "3 of 40 could not be read; the claims of the others are out.",
    ]
    assert len({json.loads(line)["article"]["path"] for line in ended.out.splitlines()}) == 37


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")
def test_lint_goes_on_too(run: Run, hanging: Path) -> None:
    (hanging / "news/39.txt").write_text("2026年2月13日（月）の会合だ。\n", encoding="utf-8")
    ended = run("lint", "news", "--timeout", "0.5", "--parse", "none", "--format", "concise")
    assert ended.code == 2
    assert [line.partition(" took")[0] for line in ended.err.splitlines() if line.startswith("error")] == [
        "error: news/30.txt: reading it", "error: news/07.txt:", "error: news/08.txt:",
    ]  # fmt: skip
    assert "news/39.txt:1" in ended.out and "T302" in ended.out


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")
@pytest.mark.parametrize(
    "command", ["show news/07.txt", "annotate news/07.txt", "mentions news", "eval gold.jsonl news"]
)
def test_commands_for_people_have_the_same_bounds(run: Run, hanging: Path, command: str) -> None:
    pipeline.warm(pipeline.Options(parse="none"))
    if command.startswith("eval"):
        (hanging / "news/30.txt").unlink()
        gold = (
            run("annotate", "news/01.txt", "--parse", "none", "-o", "draft.yaml"),
            run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl"),
        )
        assert [one.code for one in gold] == [0, 0]
    more = ["--no-cache"] if command.startswith("eval") else []
    parse = [] if command.startswith("mentions") else ["--parse", "none"]
    ended = run(*command.split(), *more, *parse, "--timeout", "0.5")
    assert ended.code == 2
    assert "error: news/07.txt: took longer than 0.5 seconds. --timeout gives it more" in ended.err
    if command.startswith("mentions"):
        assert len({json.loads(line)["path"] for line in ended.out.splitlines()}) == 37
    ended = run(*command.split(), *more, *parse, "--max-size", "60")
    assert ended.code == 2
    assert "error: news/07.txt: " in ended.err and "--max-size" in ended.err


def test_other_threads_are_interrupted_too() -> None:
    ended: list[float] = []

    def work() -> None:
        begin = time.monotonic()
        try:
            with within(0.2):
                turn()
        except OverdueError:
            ended.append(time.monotonic() - begin)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(20)
    assert ended and 0.2 <= ended[0] < 10


def test_who_is_in_time_hears_nothing_and_the_timer_is_gone() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with within(30):
        pass
    with within(0):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_the_bound_is_no_part_of_what_is_kept(run: Run, tmp_path: Path) -> None:
    from jijitsu.cli.answering import Way, options_of
    from jijitsu.extract.reading import Reading

    assert options_of(Way(Reading(seconds=5, largest=9))) == options_of(Way())
    assert options_of(Way(Reading(encoding="cp932"))) != options_of(Way())
