"""A corrected draft taken back: held against the article, made into gold; every mistake is named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from jijitsu.cli.draftfile import Draft, DraftClaim
from jijitsu.extract.fold import fold
from jijitsu.extract.grading.anchoring import context_of
from jijitsu.extract.grading.gold import KEYS, Line, faults, place
from jijitsu.extract.numbers.numerals import numerals
from jijitsu.schemas.errors import JijitsuError

_NUMBERS = frozenset({"amount", "amount_max"})
_KEEP = {"yes": False, "maybe": True}
"""What is kept -> whether it is optional."""


class Accepted(msgspec.Struct, frozen=True):
    """Gold lines in order of their places, how many claims were left out, and what is wrong with others."""

    gold: tuple[Line, ...]
    left_out: int
    faults: tuple[JijitsuError, ...]


def accept(name: str, draft: Draft, doc: str, text: str) -> Accepted:
    """Return the gold of a draft. `doc` is what gold calls the article, `text` what it says."""
    found: list[tuple[int, int, Line]] = []
    wrong: list[JijitsuError] = []
    seen: dict[tuple[object, ...], int] = {}
    left_out = 0
    for claim in draft.claims:
        keep = claim.values.get("keep", "yes")
        if keep == "no":
            left_out += 1
            continue
        line, said = _line(claim, doc)
        if keep not in _KEEP:
            said.append(("keep", f"{keep} is none of yes, no, maybe"))
        start, misplaced = (-1, []) if said else _placed(line, text)
        said += misplaced
        end = start + len(line.get("text") or "")
        key = start, end, line.get("kind"), str(line.get("amount")), str(line.get("subject"))
        if not said and seen.setdefault(key, claim.line) != claim.line:
            said.append(("text", f"the same claim stands in line {seen[key]}"))
        wrong += [
            JijitsuError(f"{key}: {what}", where=f"{name}:{claim.lines.get(key, claim.line)}") for key, what in said
        ]
        if not said:
            line |= {"optional": True} if _KEEP[keep] else {}
            found.append((start, end, _in_order(line)))
    gold = tuple(line for _, _, line in sorted(found, key=lambda one: (one[0], one[1], str(one[2]["kind"]))))
    return Accepted(gold, left_out, tuple(wrong))


def _line(claim: DraftClaim, doc: str) -> tuple[Line, list[tuple[str, str]]]:
    """The gold line of a claim, and what is wrong with it, each with its key."""
    values = {key: value for key, value in claim.values.items() if value is not None and key != "keep"}
    line: Line = {"doc": doc, **values}
    said: list[tuple[str, str]] = []
    subject = values.get("subject", [])
    line["subject"] = [subject] if isinstance(subject, str) else subject
    if values.get("kind") != "quote" and "amount" in values:
        line = {"unit": None, "relation": "eq", "direction": None} | line
    for key in sorted(_NUMBERS & set(values)):
        line[key] = _number(values[key])
    if isinstance(values.get("equivalent"), list) and values["equivalent"]:
        amount, *rest = values["equivalent"]
        line["equivalent"] = [_number(amount), *rest]
    time = values.get("time")
    line["time"] = [time, time] if isinstance(time, str) else time
    line.setdefault("modality", "asserted")
    whole = {**line, "context": line.get("context") or line.get("text")}
    for fault in faults(_floats(whole)):
        key, _, what = fault.partition(": ")
        said.append((key, what))
    return line, said


def _number(written: Any) -> Any:
    """The number that is written, in digits or as in the article (5890億); what is none stays as it is."""
    if not isinstance(written, str):
        return written
    try:
        number = Decimal(written.replace(",", "").replace("_", ""))
        return number if number.is_finite() else written
    except InvalidOperation:
        pass
    sign, digits = re.fullmatch(r"([-△▲]?)(.*)", fold(written).strip(), re.S).groups()  # type: ignore[union-attr]
    read = list(numerals(digits))
    if len(read) != 1 or (read[0].start, read[0].end) != (0, len(digits)):
        return written
    return -read[0].amount if sign else read[0].amount


def _floats(line: Mapping[str, Any]) -> Line:
    """The line as JSON would give it back."""
    return {key: _float(value) for key, value in line.items()}


def _float(value: Any) -> Any:
    if isinstance(value, list):
        return [_float(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _placed(line: Line, text: str) -> tuple[int, list[tuple[str, str]]]:
    """Where the evidence stands, and what is wrong with that; gives the line the context that tells its place."""
    value, context = line["text"], line.get("context")
    start, misplaced = place({**line, "context": context or value}, text)
    if misplaced:
        start = _near(text, value, context) if context else -1
    if start < 0:
        lines = [text.count("\n", 0, at) + 1 for at in _places(text, value)]
        if not lines:
            return -1, [("text", f"the article does not say {value!r}")]
        if len(lines) > 1:
            where = ", ".join(map(str, lines[:8])) + (" ..." if len(lines) > 8 else "")
            what = (
                f"stands {len(lines)} times in the article (lines {where}): words around it that stand once are wanted"
            )
            return -1, [("context", what)]
        start = text.index(value)
    found = context_of(text, start, start + len(value))
    if found is None:
        return -1, [("context", "its words stand more than once, and nothing near tells the places apart")]
    line["context"] = found
    return start, []


def _near(text: str, value: str, context: str) -> int:
    """The one place of the evidence that touches its context; -1 where there is none, or several."""
    if text.count(context) != 1:
        return -1
    at = text.index(context)
    near = [start for start in _places(text, value) if start < at + len(context) and at < start + len(value)]
    return near[0] if len(near) == 1 else -1


def _places(text: str, value: str) -> list[int]:
    return list(_each(text, value))


def _each(text: str, value: str) -> Iterator[int]:
    at = text.find(value)
    while at >= 0:
        yield at
        at = text.find(value, at + 1)


def _in_order(line: Line) -> Line:
    return {key: line[key] for key in KEYS if key in line}


def merged(lines: Iterator[tuple[int, bytes]] | None, name: str, doc: str, gold: tuple[Line, ...]) -> tuple[bytes, int]:
    """Return a gold file with the lines of `doc` replaced, and how many there were. Raises JijitsuError."""
    before: list[bytes] = []
    behind: list[bytes] = []
    replaced = 0
    for number, line in lines or ():
        if not line.strip():
            continue
        try:
            named = msgspec.json.decode(line)["doc"]
        except (msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError):
            hint = "Mend it, or name another file"
            raise JijitsuError(
                "this line is no gold, and nothing is written", where=f"{name}:{number}", hint=hint
            ) from None
        replaced += named == doc
        if named != doc:
            (behind if replaced else before).append(line.rstrip(b"\r\n") + b"\n")
    encode = msgspec.json.Encoder(decimal_format="number").encode
    return b"".join([*before, *(encode(line) + b"\n" for line in gold), *behind]), replaced
