"""A user's lexicon: a YAML list of names and of measures, each entry checked, what is wrong told with file, line and key.

- {name: 南海テック, forms: [ナンテク], type: company}
- {kind: x-racks, measure: racks, words: [ラック数], units: [ラック], seen: 拠点には300ラックがある。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from jijitsu.extract.fold import fold
from jijitsu.extract.ownwords import FAMILIES, OwnMeasure, is_counter
from jijitsu.schemas.rules import EXTENSION, MEASURES

_NAME = ("name", "forms", "type", "id", "guard", "unless")
_MEASURE = ("kind", "measure", "words", "units", "unless", "seen")
_LISTS = frozenset({"forms", "unless", "words", "units"})
_TYPES = (
    "company", "person", "index", "currency", "crypto", "commodity", "country", "product", "group", "other",
)  # fmt: skip
_KNOWN: Mapping[str, tuple[str, ...]] = {"type": _TYPES, "guard": ("sure", "word", "currency")}


class LexiconError(ValueError):
    """An entry of a user's lexicon is wrong; the message names file, line and key. `more`: those of further entries."""

    more: tuple[str, ...] = ()


class UserFile(msgspec.Struct, frozen=True, eq=False):
    """What a lexicon holds: entries of names as they are written, and measures. Equal only to itself."""

    names: tuple[dict[str, Any], ...]
    measures: tuple[OwnMeasure, ...]


class _Entry(msgspec.Struct, frozen=True):
    """Key -> value and key -> line; `line` is that of the entry."""

    values: dict[str, Any]
    lines: dict[str, int]
    line: int


def user_file(lexicon: Path) -> UserFile:
    """Return what a user's YAML list holds, read once until `forget`.

    Raises LexiconError, of the first wrong entry; it knows of the others.
    """
    return _read(lexicon, lexicon.absolute())


def forget() -> None:
    """Lexicons have changed: read them anew when they are next asked for."""
    _read.cache_clear()


@cache
def _read(lexicon: Path, whole: Path) -> UserFile:
    """`whole` tells files apart that are called alike, each in its own folder; errors name `lexicon`, as it was given."""
    del whole
    names: list[dict[str, Any]] = []
    measures: list[OwnMeasure] = []
    wrong: list[LexiconError] = []
    taken: dict[str, int] = {}
    for node in _nodes(lexicon):
        try:
            entry = _entry(lexicon, node)
            if "kind" in entry.values:
                measures.append(_untaken(lexicon, entry, taken))
            else:
                names.append(entry.values)
        except LexiconError as fault:
            wrong.append(fault)
    if wrong:
        wrong[0].more = tuple(map(str, wrong[1:]))
        raise wrong[0]
    return UserFile(tuple(names), tuple(measures))


def _untaken(lexicon: Path, entry: _Entry, taken: dict[str, int]) -> OwnMeasure:
    """The measure of an entry with `kind`, whose words no entry before has; notes in which line they stand."""
    measure = _measure(lexicon, entry)
    for word in measure.words:
        if word in taken:
            raise _wrong(lexicon, entry.lines["words"], "words", f"{word} stands in line {taken[word]} already")
        taken[word] = entry.lines["words"]
    return measure


def _nodes(lexicon: Path) -> list[yaml.Node]:
    try:
        root = yaml.compose(lexicon.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise LexiconError(f"{lexicon}:{line}: no YAML: {fault.problem or fault.context}") from fault
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as fault:
        raise LexiconError(f"{lexicon}: {' '.join(str(fault).split())}") from fault
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(f"{lexicon}:1: a list of entries is wanted, each with name, forms, type and id")
    return list(root.value)


def _entry(lexicon: Path, node: yaml.Node) -> _Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise LexiconError(f"{lexicon}:{line}: an entry is a mapping with name, forms, type and id")
    keys = [str(key.value) for key, _ in node.value]
    known = _MEASURE if "kind" in keys else _NAME
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value in node.value:
        key, at = str(key_node.value), key_node.start_mark.line + 1
        if key not in known:
            raise _wrong(lexicon, at, key, f"unknown key, wanted one of {', '.join(sorted(known))}")
        if key in values:
            raise _wrong(lexicon, at, key, "stands twice")
        values[key], lines[key] = _value(lexicon, at, key, value), at
        if key in _KNOWN and values[key] not in _KNOWN[key]:
            raise _wrong(lexicon, at, key, f"{values[key]} is none of {', '.join(sorted(_KNOWN[key]))}")
    if "kind" not in values and "name" not in values:
        raise _wrong(lexicon, line, "name", "missing")
    return _Entry(values, lines, line)


def _value(lexicon: Path, line: int, key: str, node: yaml.Node) -> str | list[str]:
    if key in _LISTS:
        if not isinstance(node, yaml.SequenceNode) or not all(
            isinstance(item, yaml.ScalarNode) and item.value.strip() for item in node.value
        ):
            raise _wrong(lexicon, line, key, "a list of words is wanted")
        return [item.value.strip() for item in node.value]
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _wrong(lexicon, line, key, "a word is wanted")
    return str(node.value.strip())


def _measure(lexicon: Path, entry: _Entry) -> OwnMeasure:
    """The measure of an entry with `kind`."""
    for key, fault in _faults(entry.values):
        raise _wrong(lexicon, entry.lines.get(key, entry.line), key, fault)
    values = entry.values
    words, units, unless = (tuple(map(fold, values.get(key, ()))) for key in ("words", "units", "unless"))
    return OwnMeasure(kind=values["kind"], measure=values.get("measure"), words=words, units=units, unless=unless)


def _faults(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield key and what is wrong with it, the gravest first."""
    kind, measure = values["kind"], values.get("measure")
    if kind not in FAMILIES and not re.match(EXTENSION, kind):
        yield "kind", f"{kind} is none of {', '.join(FAMILIES)}, and not called x-NAME"
        return
    if kind not in FAMILIES and measure is None:
        yield "measure", "missing: what records shall call it"
    if kind in MEASURES and measure not in MEASURES[kind]:
        wanted = ", ".join(MEASURES[kind])
        yield "measure", f"{measure or 'nothing'} is none of {wanted}, which {kind} knows"
    if not values.get("words") and (kind in FAMILIES or not values.get("units")):
        yield "words", "missing: which words measure it" + ("" if kind in FAMILIES else ", or which units")
    for word in values.get("words", ()):
        if len(word) < 2 or ":" in fold(word):
            yield "words", f"{word} is too short, or holds a colon: a word of two characters or more is wanted"
    for unit in values.get("units", ()):
        if re.match(r"[\d\s]", unit):
            yield "units", f"{unit} is no unit: what stands behind the number is wanted"
        if kind in FAMILIES and not is_counter(fold(unit)):
            yield "units", f"{unit} is known already: only counters are learnt"
    seen = values.get("seen")
    if seen is not None and not any(
        fold(word) in fold(seen) for word in (*values.get("words", ()), *values.get("units", ()))
    ):
        yield "seen", "none of its words and units stands in this sentence"


def _wrong(lexicon: Path, line: int, key: str, what: str) -> LexiconError:
    return LexiconError(f"{lexicon}:{line}: {key}: {what}")
