"""What a text must hold before a pattern can match in it, told from the pattern itself.

`gate(pattern)` reads the pattern once and keeps the signs without which it cannot match (年, 月 and 日 for a date); a
sentence is then laid against that by its set of signs, which costs a tenth of the search. Nobody declares anything, so
a pattern that is changed takes its gate along, and no gate is ever too narrow: what cannot be read from the pattern
(wide classes, patterns that ignore case) is taken as present.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from re import _constants as _sre  # type: ignore[attr-defined]  # isort: skip
from re import _parser as _parse  # type: ignore[attr-defined]

from jijitsu.extract.regex import regex

Signs = frozenset[str]
"""The signs of a text. `DIGIT` is among them where any decimal digit is."""
Gate = Callable[[Signs], bool]

DIGIT = r"\d"
_WIDEST = 64
"""A class of more signs keeps nothing out worth asking."""
_Clauses = frozenset[Signs]
"""Of each of these sets one sign at least must be in the text."""
_DIGIT = regex(r"\d")


@lru_cache(maxsize=1024)
def signs_of(text: str) -> Signs:
    """Return the signs of `text` for gates to look at."""
    return frozenset((*text, DIGIT)) if _DIGIT.search(text) else frozenset(text)


def gate(*patterns: re.Pattern[str]) -> Gate:
    """Return a function that is False for the signs of a text in which none of the patterns can match."""
    ways: tuple[tuple[Signs, ...], ...] = ()

    def opens(signs: Signs) -> bool:
        nonlocal ways
        if not ways:  # read when it is first asked for, so that importing costs nothing
            ways = _ways(patterns)
        for clauses in ways:
            for clause in clauses:
                if clause.isdisjoint(signs):
                    break
            else:
                return True
        return False

    return opens


def sieve(patterns: Sequence[re.Pattern[str]]) -> Callable[[Signs], list[int]]:
    """Return a function that tells, by their numbers, which of the patterns can match among the signs of a text.

    As a gate before each of them, but all are asked at once, by the rarest signs of each: a sixth of the time.
    """

    @cache
    def rows() -> tuple[list[int], dict[str, list[tuple[int, tuple[Signs, ...]]]], Signs]:
        always: list[int] = []
        by_sign: dict[str, list[tuple[int, tuple[Signs, ...]]]] = {}
        for number, pattern in enumerate(patterns):
            for clauses in _ways([pattern]):
                if not clauses:
                    always.append(number)
                    continue
                rarest = min(clauses, key=_breadth)
                others = tuple(clause for clause in clauses if clause is not rarest)
                for sign in rarest:
                    by_sign.setdefault(sign, []).append((number, others))
        return always, by_sign, frozenset(by_sign)

    def open_in(signs: Signs) -> list[int]:
        always, by_sign, keys = rows()
        found = set(always)
        for sign in keys & signs:
            for number, clauses in by_sign[sign]:
                if number not in found:
                    for clause in clauses:
                        if clause.isdisjoint(signs):
                            break
                    else:
                        found.add(number)
        return sorted(found)

    return open_in


def _ways(patterns: Sequence[re.Pattern[str]]) -> tuple[tuple[Signs, ...], ...]:
    """The clauses of each way to match: the branches of a single pattern, what many patterns share."""
    found = _branches(patterns[0]) if len(patterns) == 1 else [_either([_of_pattern(pattern) for pattern in patterns])]
    return tuple(tuple(sorted(clauses, key=lambda clause: (len(clause), sorted(clause)))) for clauses in found)


def _branches(pattern: re.Pattern[str]) -> list[_Clauses]:
    if not pattern.flags & re.IGNORECASE:
        items = list(_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
        if len(items) == 1 and items[0][0] is _sre.BRANCH:
            return [_of_sequence(branch) for branch in items[0][1][1]]
    return [_of_pattern(pattern)]


def _of_pattern(pattern: re.Pattern[str]) -> _Clauses:
    if pattern.flags & re.IGNORECASE:
        return frozenset()
    return _of_sequence(_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def _of_sequence(items: Iterable[Any]) -> _Clauses:
    found: frozenset[Signs] = frozenset()
    for name, value in items:
        found |= _of_item(name, value)
    return found


def _of_item(name: Any, value: Any) -> _Clauses:
    if name is _sre.LITERAL:
        return frozenset([frozenset([chr(value)])])
    if name is _sre.IN:
        return _of_class(value)
    if name is _sre.BRANCH:
        return _either([_of_sequence(branch) for branch in value[1]])
    if name is _sre.SUBPATTERN:
        return _of_sequence(value[3]) if not value[1] & re.IGNORECASE else frozenset()
    if name in (_sre.MAX_REPEAT, _sre.MIN_REPEAT, _sre.POSSESSIVE_REPEAT):
        return _of_sequence(value[2]) if value[0] else frozenset()
    if name is _sre.ATOMIC_GROUP:
        return _of_sequence(value)
    if name is _sre.ASSERT:
        return _of_sequence(value[1])  # what a look ahead or behind sees stands in the text as well
    return frozenset()


def _of_class(items: Iterable[Any]) -> _Clauses:
    signs: set[str] = set()
    for name, value in items:
        if name is _sre.LITERAL:
            signs.add(chr(value))
        elif name is _sre.RANGE and value[1] - value[0] < _WIDEST:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        elif name is _sre.CATEGORY and value is _sre.CATEGORY_DIGIT:
            signs.add(DIGIT)
        else:
            return frozenset()
    return frozenset([frozenset(signs)])


def _either(branches: list[_Clauses]) -> _Clauses:
    """What holds whichever branch matches: clauses that all share, and the union of the narrowest ones of each."""
    if not branches:
        return frozenset()
    shared = frozenset.intersection(*branches)
    if all(branches):
        shared |= {frozenset().union(*(min(branch, key=_breadth) for branch in branches))}
    return shared


def _breadth(clause: Signs) -> tuple[int, list[str]]:
    # A digit keeps out less than any other sign; kana less than kanji.
    return len(clause) + 8 * (DIGIT in clause) + 2 * any("ぁ" <= sign <= "ゖ" for sign in clause), sorted(clause)
