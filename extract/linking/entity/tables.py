"""A table of names: surface forms, what each means, and the automaton that finds them all in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec
from ahocorasick_rs import AhoCorasick

from jijitsu.schemas.mention import Entity

Guard = Literal["sure", "rule", "word", "currency"]


class Form(msgspec.Struct, frozen=True):
    """What a surface form stands for. An entity of None blocks the shorter names inside it (日立市 is not 日立)."""

    entity: Entity | None
    guard: Guard = "sure"
    """`rule`: made by rule from a registered name, so a name unless the dictionary knows the word (ハブ, 平和).
    `word`: also a common noun, a name only in company. `currency`: only where a rate of exchange is spoken of."""
    unless: tuple[str, ...] = ()
    """Words right behind the form that make it something else (ナスダック上場 is an exchange)."""


class Table(msgspec.Struct, frozen=True, eq=False):
    """Forms and their automaton. Equal only to itself, so that it can be a key."""

    forms: Mapping[str, Form]
    order: tuple[str, ...]
    automaton: Any

    def hits(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, form) for each form at each place, overlaps too. Takes linear time."""
        for number, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            yield start, end, self.order[number]


def table(forms: Mapping[str, Form]) -> Table:
    """Return a table of these forms (widths folded)."""
    order = tuple(forms)
    return Table(forms, order, AhoCorasick(order))
