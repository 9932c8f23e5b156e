"""Counts: which way they go, and what only befalls those counted."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES = {
    "洪水で10万人が家を失い、3人が川に落ちた。": {"10万人": None, "3人": None},
    "白石選手は通算2000本安打を達成した。": {"2000本": None},
    "15人の安否が分かっていない。": {"15人": None},
    "3つの高等学校が休校した。": {"3つ": None},
    "チームは5得点を上げた。": {"5得点": None},
    "会員は10万人減った。": {"10万人": "down"},
    "入居者は前の年より20人多い80人だった。": {"20人": "up"},
    "平均気温は0.8度上昇した。": {"0.8度": "up"},
}


@pytest.mark.parametrize("text", CASES)
def test_which_way_a_count_goes(text: str) -> None:
    ways = {claim.value.text: claim.direction for claim in extract_text(text) if claim.value is not None}
    assert {figure: ways.get(figure, "nothing read") for figure in CASES[text]} == CASES[text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1人でも多くの客を呼びたい。一つでも二つでも増やす。1円でも安く売る。", set()),
        ("手作りギョーザ40個入りを買った。30キロ入りの袋を運ぶ。", set()),
        ("卵の卸売価格は1年前の6割に下がった。", set()),
        ("市は1人往復500円を補助する。", {"500円"}),
        ("ジャケットが売れた。店は残り9着の買い手を探す。", {"9着"}),
        ("この馬は前走で2着に入った。", set()),
        ("総作品数は1500近くになった。", {"1500近く"}),
    ],
)
def test_what_is_counted_and_what_is_said_in_passing(text: str, read: set[str]) -> None:
    assert {claim.value.text for claim in extract_text(text) if claim.value is not None} == read
