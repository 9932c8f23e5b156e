"""The cache: what it keeps, what makes it ask again, and that nothing in it can do harm."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from jijitsu.cli import answering
from jijitsu.cli.answering import Answer, Way
from jijitsu.cli.extracting import answers
from jijitsu.extract.cache import Cache, Keys, clear, home, info
from jijitsu.extract.reading import Reading

NEWS = "東都電機の株価は13日、前日比3%下落した。\n"


PLAIN = Way(parse="none")


def read(*files: Path, way: Way = PLAIN) -> list[bytes]:
    return [answer.lines for answer in answers(files, way, jobs=1, cached=True)]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are read, and not taken from the cache."""
    seen: list[Path] = []
    real = answering.read_all

    def watched(way: Way, files: list[tuple[Path, bytes | None]]) -> list[Answer]:
        seen.extend(file for file, _ in files)
        return real(way, files)

    monkeypatch.setattr(answering, "read_all", watched)
    return seen


def test_what_did_not_change_is_not_read_again(tmp_path: Path, reads: list[Path]) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(NEWS, encoding="utf-8")
    two.write_text(NEWS * 2, encoding="utf-8")
    first = read(one, two)
    os.utime(one, (0, 0))
    assert read(one, two) == first
    assert reads == [one, two]
    one.write_text(NEWS.replace("3%", "4%"), encoding="utf-8")
    assert read(one, two) != first
    assert reads == [one, two, one]
    (tmp_path / "two.meta.json").write_text('{"published": "2026-01-14"}', encoding="utf-8")
    assert b"2026-01-13" in read(one, two)[1]
    assert read(two, way=Way(Reading(encoding="cp932"), parse="none")) and reads == [one, two, one, two, two]


def test_faults_are_not_kept(tmp_path: Path, reads: list[Path]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\xff")
    assert read(bad) == read(bad) == [b""]
    assert reads == [bad, bad]


def test_a_lexicon_is_part_of_the_key(tmp_path: Path) -> None:
    article, lexicon = tmp_path / "a.txt", tmp_path / "own.yaml"
    article.write_text(NEWS, encoding="utf-8")
    keys = []
    for name in ("東都", "西都"):
        lexicon.write_text(f"- name: {name}\n", encoding="utf-8")
        keys.append(Keys(b"", lexicon).key(article))
    assert len({*keys, Keys(b"", None).key(article), Keys(b"x", None).key(article)}) == 4
    assert Keys(b"", None).key(tmp_path / "none.txt") is None


@pytest.mark.parametrize("harm", [b"", b"no database at all" * 300, "values", "foreign"])
def test_damage_is_passed_over_and_mended(tmp_path: Path, harm: bytes | str) -> None:
    with_entries(tmp_path)
    path = info(tmp_path).path
    if isinstance(harm, bytes):
        path.write_bytes(harm)
    else:
        file = sqlite3.connect(path)
        file.execute("UPDATE claims SET value = x'00'" if harm == "values" else "DROP TABLE claims")
        file.commit()
        file.close()
    again = Cache(tmp_path)
    assert again.get([b"k" * 32]) == {}
    again.put([(b"k" * 32, b"new")])
    assert again.get([b"k" * 32]) == {b"k" * 32: b"new"}
    again.close()
    assert info(tmp_path).entries >= 1
    clear(tmp_path)
    assert info(tmp_path).entries == 0


def with_entries(folder: Path) -> None:
    cache = Cache(folder)
    cache.put([(b"k" * 32, b"lines"), (b"l" * 32, b"more")])
    cache.close()


def test_two_at_once_and_bounded(tmp_path: Path) -> None:
    one, other = Cache(tmp_path, largest=200_000), Cache(tmp_path, largest=200_000)
    for number in range(60):
        key = number.to_bytes(32, "big")
        (one if number % 2 else other).put([(key, b"x" * 10_000)])
        assert set(one.get([key])) == set(other.get([key])) == {key}
    one.close()
    other.close()
    assert info(tmp_path).size <= 200_000
    assert 0 < info(tmp_path).entries < 20


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "below")
    cache.put([(b"k", b"v")])
    assert cache.get([b"k"]) == {}
    cache.close()


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JIJITSU_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "users"))
    below = tmp_path / "project" / "articles"
    below.mkdir(parents=True)
    assert home(below).parent != tmp_path / "project"
    (tmp_path / "project" / "jijitsu.yaml").write_text("", encoding="utf-8")
    assert home(below) == tmp_path / "project" / ".jijitsu_cache"
