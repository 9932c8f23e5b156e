"""What several tests share: where things are, and an article made of a piece of text."""

from __future__ import annotations

import hashlib
import signal
from datetime import date
from pathlib import Path

import pytest
from running import Run, runner

from jijitsu.schemas.article import Article

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = date(2026, 1, 14)
"""The publication date under which examples are read: a Wednesday (see extract/parts.py)."""


def pytest_configure() -> None:
    """Hear Ctrl-C: in a shell's background a process is deaf to it, and so would be all that the tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def article(text: str, published: date | None = PUBLISHED) -> Article:
    """Return an article that holds `text` and nothing else."""
    return Article(
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        published=published,
        published_by="option" if published else None,
    )


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a cache of its own, and leaves the user's alone."""
    monkeypatch.setenv("JIJITSU_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return runner(monkeypatch, capsysbinary)
