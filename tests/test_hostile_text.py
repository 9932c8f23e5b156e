"""No pattern backtracks: each is run over hostile texts of 100,000 signs, within a time that their length explains.

What is held to a bound is the time for a text against that for a shorter one: three times what linear work would take.
Quadratic work is found at 20,000 signs, before it can hang. Texts are cut from what a pattern itself looks for (its own signs, over and over), and
from the repetitions that undo careless patterns.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec
import pytest

import jijitsu.cli
import jijitsu.extract
import jijitsu.schemas
from jijitsu.extract.gates import DIGIT, _of_pattern
from jijitsu.extract.regex import Regex

LENGTHS = (5_000, 20_000, 100_000)
SEEDS = (
    "一", "1", "1,", "ア", "アー・", "A", "Aa ", "、", "。", "の", "「", "」", "(", "()", " ", "\n", "1年", "1月", "は1日", "約", "東都電機",
    "http://", "---\n", "・",
)  # fmt: skip
FLOOR = 0.25
"""Seconds below which nothing is compared: the clock and the machine are not that exact."""
SKIPPED = {"jijitsu.extract.parsing", "jijitsu.extract.component"}

MATCHED = {
    "extract.linking.entity.context._BEHIND": "tried at one place",
    "extract.reading.stamps._ISO": "tried on at most 100 signs",
    "extract.reading.stamps._MAIL": "tried on at most 100 signs",
    "extract.reading.stamps._EPOCH": "tried on at most 100 signs",
    "extract.passages._BULLET": "tried at one place",
    "extract.mentions.person._KATAKANA": "tried on single words",
    "extract.linking.entity.borders._LATIN_BEFORE": "searched in 20 signs",
    "extract.linking.entity.borders._KATAKANA_BEFORE": "searched in 20 signs",
}
"""Patterns that nobody searches a text with, and why their time at one place is all that counts."""


def modules() -> Iterator[str]:
    for package in (jijitsu.cli, jijitsu.extract, jijitsu.schemas):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if found.name not in SKIPPED and not found.name.endswith("__main__"):
                yield found.name


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the package by where it stands, those in tables and behind functions too."""
    found: dict[str, re.Pattern[str]] = {}
    for name in modules():
        module = importlib.import_module(name)
        for key, value in list(vars(module).items()):
            if hasattr(value, "cache_info") and value.__module__ == name and not value.__wrapped__.__code__.co_argcount:
                value = value()  # a table that is built when it is first asked for
            for pattern in inside(value):
                found.setdefault(f"{name.removeprefix('jijitsu.')}.{key}: {pattern.pattern[:30]}", pattern)
    return found


def inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, (re.Pattern, Regex)):
        if isinstance(value.pattern, str):
            yield re.compile(value.pattern, value.flags)
    elif depth < 4 and isinstance(value, dict):
        for one in value.values():
            yield from inside(one, depth + 1)
    elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from inside(one, depth + 1)
    elif depth < 4 and isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from inside(getattr(value, field), depth + 1)


def seeds(pattern: re.Pattern[str]) -> Iterator[str]:
    """Texts to repeat: those that undo careless patterns, and the pattern's own signs."""
    yield from SEEDS
    own = [sorted(clause - {DIGIT})[:2] for clause in _of_pattern(pattern)]
    signs = [sign for two in own for sign in two]
    if signs:
        yield "".join(signs)
        yield "".join(signs) + "1"


def spent(pattern: re.Pattern[str], text: str, *, searched: bool) -> float:
    start = time.process_time()
    if searched:
        for match in pattern.finditer(text):
            del match
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - start


def test_there_are_patterns() -> None:
    assert len(patterns()) > 1400


@pytest.mark.parametrize("where", patterns())
def test_time_is_linear(where: str) -> None:
    pattern = patterns()[where]
    searched = where.partition(":")[0] not in MATCHED
    for seed in dict.fromkeys(seeds(pattern)):
        before = spent(pattern, repeated(seed, LENGTHS[0]), searched=searched)
        if before * LENGTHS[-1] / LENGTHS[0] < FLOOR:
            continue
        for shorter, length in pairwise(LENGTHS):
            taken = spent(pattern, repeated(seed, length), searched=searched)
            assert taken < 3 * length / shorter * max(before, FLOOR / 20), f"{seed!r} x {length}: {taken:.1f} s"
            before = taken


def repeated(seed: str, length: int) -> str:
    return (seed * (length // len(seed) + 1))[:length]
