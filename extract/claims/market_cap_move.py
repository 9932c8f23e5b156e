"""Market value gained or lost.

時価総額 and its synonyms, in money, percent or times.
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
        if figure.family == "cap" and figure.change:
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "market_cap_move",
    read,
    "Market value gained or lost.",
    takes={
        "マイクロソフトの時価総額が3570億ドル吹き飛んだ。": "マイクロソフト: 3570億ドル down",
    },
    leaves=[
        "マイクロソフトの時価総額は3兆ドルだった。",
    ],
)
