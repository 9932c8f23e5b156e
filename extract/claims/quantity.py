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
    takes={"トヨタ自動車の従業員は7万人だ。": "トヨタ自動車: 7万人"},
    leaves=["トヨタ自動車は2026年1月6日に発表した。"],
)
