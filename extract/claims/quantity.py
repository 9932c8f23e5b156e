"""Any other counted or measured statement: shares of users, distances, staff, multiples.

Everything that no other kind reads and that is not merely a name, a rank or a time of day.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure that is a quantity."""
    for figure in linked.figures:
        if figure.family == "quantity":
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "quantity",
    read,
    "Any other counted or measured statement.",
    takes={
        "トヨタ自動車の従業員は7万人だ。": "トヨタ自動車: 7万人",
        "治療を受けた5人はいずれも軽症だ。": "治療を受けた5人: 5人",
        "同国は6000人からなる監視部隊を派遣した。": "監視部隊: 6000人",
        "第91回全国書道大会に49校が出た。": "第91回全国書道大会: 49校",
        "新党の青空党は支持率41%、若葉党は44%だった。": "青空党: 41% | 若葉党: 44%",
    },
    leaves=["トヨタ自動車は2026年1月6日に発表した。", "被告に懲役2年6月を言い渡した。"],
)
