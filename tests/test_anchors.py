"""Searches by anchors find what the patterns themselves find; how far a match may reach is read from the pattern."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.entity.endings import bodies_ending, endings, names_ending
from jijitsu.extract.words.anchors import Anchored, reach_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("pattern", "reach"),
    [
        ("株[はが]", 2),
        ("(?<=の)[ァ-ヺ]{2,5}(?=の株価|株)", 8),
        ("(?:ab|c)?d{1,3}$", 7),
        ("(?!株式会社)x", 4),
        ("(?:a(?=bcd)){2}", 5),
        ("[0-9.]+円", None),
    ],
)
def test_reach(pattern: str, reach: int | None) -> None:
    assert reach_of(re.compile(pattern)) == reach


@pytest.mark.parametrize(
    ("pattern", "anchor"),
    [
        (r"(?<![ァ-ヺー])[ァ-ヺー]{2,4}(?=株)", "株"),
        (r"[ァ-ヺー]{2,4}株", "株[はが]?"),
        (r"^[ァ-ヺー]{2,4}|[ァ-ヺー]{3}(?=は)", r"[ァ-ヺー](?:は|$)?"),
        (r"[ァ-ヺー]{2,}株", "株"),
    ],
)
def test_anchored(pattern: str, anchor: str) -> None:
    text = "カガリ株とカガリ株はカガリカガリ株カガ株は\nミカゲ株、ミカゲはカガリ。カ株カカカカカカ株"
    seen = re.compile(pattern, re.M)
    assert (
        [m.span() for m in Anchored(seen, re.compile(anchor)).finditer(text)]
        == [m.span() for m in seen.finditer(text)]
        != []
    )


def test_names_and_their_endings() -> None:
    known = endings()
    found = 0
    for path in [*ROOT.glob("samples/*.txt"), *ROOT.glob("tests/articles/**/*.txt")]:
        text = fold(path.read_bytes().decode(errors="replace"))
        whole = [match.span() for each in (known.company, known.kana) for match in each.finditer(text)]
        assert [match.span() for match in names_ending(text)] == whole
        assert [match.span() for match in bodies_ending(text)] == [match.span() for match in known.body.finditer(text)]
        found += len(whole)
    assert found > 100
