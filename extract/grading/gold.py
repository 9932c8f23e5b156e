"""Gold: what a careful reader takes from an article, one JSON object a line, each with its place; wrong lines are named.

A line names its place by words, so that it outlives edits elsewhere: `text` is the evidence, and `context` a stretch
that stands once in the article and holds it (of a long quotation it may be the beginning).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

import msgspec

from jijitsu.schemas.claim import KINDS, Direction, Mark, Modality
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.mention import Relation
from jijitsu.schemas.rules import EXTENSION, MEASURES

Line = dict[str, Any]

RELATIONS: tuple[str, ...] = get_args(Relation)
DIRECTIONS: tuple[str, ...] = get_args(Direction)
MODALITIES: tuple[str, ...] = get_args(Modality)
MARKS: tuple[str, ...] = get_args(Mark)
QUOTE_TYPES = ("direct", "indirect")
KEYS = (
    "doc", "kind", "quote_type", "measure", "subject", "context", "text", "amount", "amount_max", "unit", "relation",
    "direction", "equivalent", "mark", "basis", "time", "modality", "optional", "role", "org", "medium", "note",
)  # fmt: skip
"""The keys of a line, in the order in which they are written."""


class Gold(NamedTuple):
    """A gold line with its place: code points into the document. `number` is that of the line in its file."""

    line: Line
    start: int
    end: int
    number: int = 0

    @property
    def kind(self) -> str:
        """What kind of claim it is."""
        return str(self.line["kind"])

    @property
    def optional(self) -> bool:
        """True where careful readers differ."""
        return bool(self.line.get("optional", False))


def read_gold(
    lines: Iterable[tuple[int, bytes]], name: str, texts: Mapping[str, str]
) -> tuple[list[Gold], list[JijitsuError]]:
    """Return the gold of numbered lines, and what is wrong with the others. `texts`: document -> its decoded text."""
    found: list[Gold] = []
    faults: list[JijitsuError] = []
    seen: dict[tuple[object, ...], int] = {}
    for number, line in lines:
        if not line.strip():
            continue
        gold, problems = _read(line, number, texts)
        if gold is not None:
            first = seen.setdefault(key_of(gold), number)
            problems = [f"stands twice, first in line {first}"] if first != number else []
            found += [] if problems else [gold]
        faults += [JijitsuError(problem, where=f"{name}:{number}") for problem in problems]
    return found, faults


def key_of(gold: Gold) -> tuple[object, ...]:
    """What tells gold lines apart: where the evidence stands, what is said, of whom."""
    line = gold.line
    return line["doc"], gold.kind, gold.start, gold.end, str(line.get("amount")), str(line["subject"])


def by_document(lines: Iterable[Gold], documents: Iterable[str]) -> dict[str, list[Gold]]:
    """Return gold by document, documents without any too."""
    found: dict[str, list[Gold]] = {doc: [] for doc in documents}
    for line in lines:
        found[line.line["doc"]].append(line)
    return found


def _read(line: bytes, number: int, texts: Mapping[str, str]) -> tuple[Gold | None, list[str]]:
    try:
        gold = msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        return None, [f"no JSON: {fault}"]
    except RecursionError:
        return None, ["no JSON that can be read: nested too deeply"]
    if not isinstance(gold, dict):
        return None, ['no object: a line is {"doc": …, "kind": …, "subject": […], "context": …, "text": …}']
    problems = list(faults(gold))
    text = texts.get(gold["doc"]) if isinstance(gold.get("doc"), str) else None
    if text is None:
        problems.insert(0, f"doc: there is no article {gold.get('doc')!r} (its file's name without .txt or .md)")
    elif not problems:
        start, misplaced = place(gold, text)
        return (None, [misplaced]) if misplaced else (Gold(gold, start, start + len(gold["text"]), number), [])
    return None, problems


def place(gold: Line, text: str) -> tuple[int, str]:
    """Return where the evidence begins in `text`, or what is wrong with its place (then the number means nothing)."""
    context, value = gold["context"], gold["text"]
    times = text.count(context)
    if times != 1:
        return -1, f"context: stands {times} times in {gold['doc']}: {context!r}"
    at = text.index(context)
    if value in context:
        if context.count(value) > 1:
            return -1, f"text: stands more than once in its context: {value!r}"
        return at + context.index(value), ""
    start = text.find(value, at)  # a quotation may run past its context
    if not at <= start <= at + len(context):
        return -1, f"text: not found at its context: {value!r}"
    return start, ""


def faults(gold: Line) -> Iterator[str]:
    """Yield what is wrong with a line itself, each as `key: what`."""
    for key in sorted(set(gold) - set(KEYS)):
        yield f"{key}: unknown key; known are {', '.join(KEYS)}"
    kind = gold.get("kind")
    if kind not in KINDS and not (isinstance(kind, str) and re.match(EXTENSION, kind)):
        yield f"kind: {kind!r} is none of {', '.join(KINDS)}, and not called x-NAME"
    subject = gold.get("subject")
    if not isinstance(subject, list) or not all(isinstance(name, str) and name for name in subject):
        yield "subject: a list of names is wanted, the canonical one first; empty where there is none"
    for wanted in ("context", "text"):
        if not isinstance(gold.get(wanted), str) or not gold[wanted]:
            yield f"{wanted}: words of the article are wanted"
    for optional in ("measure", "basis", "role", "org", "medium", "note"):
        if not isinstance(gold.get(optional, ""), str | None):
            yield f"{optional}: {gold[optional]!r} is no text"
    yield from _one_of(gold, "modality", MODALITIES, default="asserted")
    if not isinstance(gold.get("optional", False), bool):
        yield "optional: true or false is wanted"
    yield from _faults_of_time(gold.get("time"))
    if kind == "quote":
        yield from _faults_of_quote(gold)
    elif kind in KINDS or "amount" in gold:  # a kind of one's own may have no value
        yield from _faults_of_value(gold)


def _one_of(gold: Line, key: str, known: tuple[str, ...], *, default: str | None = None) -> Iterator[str]:
    """`default` None: the key may be missing or null."""
    value = gold.get(key, default)
    if value not in known and not (value is None and default is None):
        yield f"{key}: {value!r} is none of {', '.join(known)}"


def _faults_of_time(time: Any) -> Iterator[str]:
    if time is None:
        return
    try:
        start, end = map(date.fromisoformat, time)
    except (TypeError, ValueError):
        yield f"time: {time!r} is not [YYYY-MM-DD, YYYY-MM-DD] or null"
        return
    if start > end:
        yield f"time: {time[0]} is later than {time[1]}"


def _faults_of_quote(gold: Line) -> Iterator[str]:
    if gold.get("quote_type") not in QUOTE_TYPES:
        yield f"quote_type: {gold.get('quote_type')!r} is none of {', '.join(QUOTE_TYPES)}"


def _faults_of_value(gold: Line) -> Iterator[str]:
    if not _number(gold.get("amount")):
        yield f"amount: {gold.get('amount')!r} is no number"
    if not isinstance(gold.get("unit", 0), str | None):
        yield "unit: a unit is wanted (JPY, percent, times, 台 …), null where there is none"
    if gold.get("relation") not in RELATIONS:
        yield f"relation: {gold.get('relation')!r} is none of {', '.join(RELATIONS)}"
    most = gold.get("amount_max")
    if (gold.get("relation") == "range") != (most is not None):
        yield "amount_max: a range has it, and nothing else has"
    elif most is not None and not _number(most):
        yield f"amount_max: {most!r} is no number"
    yield from _one_of(gold, "direction", DIRECTIONS)
    yield from _one_of(gold, "mark", MARKS)
    measures = MEASURES.get(gold.get("kind", ""))
    if measures and isinstance(gold.get("measure"), str) and gold["measure"] not in measures:
        yield f"measure: {gold['measure']!r} is none of {', '.join(measures)}"
    other = gold.get("equivalent")
    if other is not None and not (
        isinstance(other, list) and len(other) == 2 and _number(other[0]) and isinstance(other[1], str)
    ):
        yield f"equivalent: {other!r} is not [amount, unit] or null"


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
