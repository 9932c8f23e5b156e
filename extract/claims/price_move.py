"""A quoted price, index, currency or coin rose or fell.

The amount of the move, in percent, money, points or times; the level that it led to is a price_level.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure of the story that is one."""
    for figure in linked.figures:
        if figure.family == "price" and figure.change:
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "price_move",
    read,
    "A quoted price, index, currency or coin rose or fell.",
    takes={
        "トヨタ自動車の株価は前日比80円(3%)安で引けた。": "トヨタ自動車: 80円 down | トヨタ自動車: 3% down",
        "17日の日経平均株価は318円高だった。": "日経平均株価: 318円 up index",
    },
    leaves=[
        "トヨタ自動車の株価は1200円だった。",
    ],
)
