"""Articles of tests/articles and samples, bent in many ways (mutating.py): claims stay grounded, in order, and the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import msgspec
import pytest
from conftest import PUBLISHED, ROOT
from mutating import MUTATIONS, claims_of, narrowed, sound, values, widened

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

ARTICLES = sorted(path for folder in ("samples", "tests/articles") for path in (ROOT / folder).glob("*.txt"))


def some(seed: int, number: int = 24) -> list[tuple[Path, str]]:
    """Articles drawn by chance, the same in every run."""
    return [(path, path.read_text(encoding="utf-8")) for path in Random(seed).sample(ARTICLES, number)]


@pytest.mark.parametrize("name", MUTATIONS)
def test_whatever_becomes_of_an_article_its_claims_are_grounded_in_order_and_the_same(name: str) -> None:
    chance = Random(name)
    for path, text in some(len(name)):
        bent = MUTATIONS[name](text, chance)
        claims = claims_of(bent, PUBLISHED)
        sound(bent if not bent.startswith("---") else f"\n{bent}", claims)
        assert claims_of(bent, PUBLISHED) == claims, path.name


def test_full_width_and_half_width_say_the_same() -> None:
    for path, text in some(7, 60):
        assert values(claims_of(widened(text), PUBLISHED)) == values(claims_of(narrowed(text), PUBLISHED)), path.name


@pytest.mark.parametrize(
    "text",
    [
        "死者は120人に上る。フィリピン-18人、ルソン島-16人だった。",
        "F.サトーは3台を抜いた。",
        "H-IIXロケットは2回失敗した。",
        "R&D拠点は5カ所ある。",
    ],
)
def test_signs_that_join_names_join_them_in_full_width_too(text: str) -> None:
    narrow, wide = (claims_of(f"見出し\n{one}\n", PUBLISHED) for one in (narrowed(text), widened(text)))
    assert narrow
    assert values(wide) == values(narrow)


def bare(claim: Claim) -> Claim:
    """A claim without what hangs on the text as a whole, or on what stands behind it."""
    evidence = msgspec.structs.replace(claim.evidence, suffix="")
    return msgspec.structs.replace(claim, id="", evidence=evidence, article=None)  # type: ignore[arg-type]


def test_a_sentence_at_the_end_changes_no_claim_before_it() -> None:
    for path, text in some(8, 60):
        before = [bare(claim) for claim in claims_of(f"{text.rstrip()}\n", PUBLISHED)]
        after = [bare(claim) for claim in claims_of(f"{text.rstrip()}\n担当の記者がまとめた。\n", PUBLISHED)]
        assert after[: len(before)] == before, path.name


@pytest.mark.parametrize(
    ("text", "part", "written"),
    [
        ("婚姻は１0年前には4120組だった。", "time", "１0年前"),
        ("ビール系飲料大手１0社の販売数量は3%減だった。", "subject", "ビール系飲料大手１0社"),
        ("先月１０日から今月1０日までに、1２台を出荷した。", "time", "先月１０日から今月1０日"),
    ],
)
def test_parts_are_cut_from_the_text_and_not_from_its_folded_form(text: str, part: str, written: str) -> None:
    found = [getattr(claim, part) for claim in extract_text(f"{text}\n", date(2026, 1, 14))]
    assert written in [one.text for one in found if one is not None]
    assert all(one is None or one.text in text for one in found)
