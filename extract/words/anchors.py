"""A pattern looked for only around what its matches must hold, an anchor, which stands in few places and is found fast.

Found is what `pattern.finditer` finds, no more and no less, provided that every match holds a match of the anchor or is
followed by one that the pattern looks at. How far a match may reach is read from the pattern,
so that nobody declares it; one that may reach any length is looked for in the whole of a text that holds an anchor. For
patterns that begin with whatever a name may begin with, and so would be tried everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import msgspec

from re import _constants as _sre  # type: ignore[attr-defined]  # isort: skip
from re import _parser as _parse  # type: ignore[attr-defined]


class Anchored(msgspec.Struct, frozen=True):
    """A pattern and its anchor."""

    pattern: re.Pattern[str]
    anchor: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what `pattern.finditer(text)` yields."""
        done = 0
        for place in self.anchor.finditer(text):
            last, reach = place.start(), reach_of(self.pattern)
            if reach is None:
                yield from self.pattern.finditer(text)
                return
            at = max(done, last - reach)
            while at <= last and (match := self.pattern.search(text, at, last + reach)) and match.start() <= last:
                yield match
                at = max(match.end(), match.start() + 1)
            done = max(at, last + 1)  # nothing else begins before


@cache
def reach_of(pattern: re.Pattern[str]) -> int | None:
    """How many code points from its start a match may take or look at; None if there is no bound."""
    with suppress(_NoBoundError):
        return _reach(_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG))[1]
    return None


class _NoBoundError(Exception):
    """A part of the pattern may take any length."""


def _reach(items: Iterable[Any]) -> tuple[int, int]:
    """(code points taken at most, code points taken or looked at)"""
    taken = seen = 0
    for name, value in items:
        width, sight = _of_item(name, value)
        seen = max(seen, taken + sight)
        taken += width
    return taken, seen


def _of_item(name: Any, value: Any) -> tuple[int, int]:
    if name in (_sre.LITERAL, _sre.NOT_LITERAL, _sre.IN, _sre.ANY):
        return 1, 1
    if name is _sre.AT:
        return 0, 2  # $ matches before the last line's end too
    if name is _sre.BRANCH:
        ways = [_reach(way) for way in value[1]]
        return max(way[0] for way in ways), max(way[1] for way in ways)
    if name is _sre.SUBPATTERN:
        return _reach(value[3])
    if name is _sre.ATOMIC_GROUP:
        return _reach(value)
    if name in (_sre.ASSERT, _sre.ASSERT_NOT):
        return 0, _reach(value[1])[1] if value[0] > 0 else 0
    if name in (_sre.MAX_REPEAT, _sre.MIN_REPEAT, _sre.POSSESSIVE_REPEAT) and value[1] is not _sre.MAXREPEAT:
        width, sight = _reach(value[2])
        return width * value[1], width * max(0, value[1] - 1) + sight
    raise _NoBoundError
