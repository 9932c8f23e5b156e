"""Gold lines: what a careful reader takes from a document, with its place in it; malformed ones are refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]

KINDS = (
    "price_move", "price_level", "market_cap_move", "market_cap_level", "delivery", "financial", "quote", "quantity",
)  # fmt: skip
CORE = KINDS[:-1]
RELATIONS = {"eq", "approx", "ge", "gt", "le", "lt", "range"}
MODALITIES = {"asserted", "reported", "estimated", "forecast", "conditional", "negated"}
MARKS = {"close", "open", "high", "low", "intraday", "record_high", "record_low", "target"}
KEYS = {
    "doc", "kind", "measure", "subject", "context", "text", "amount", "amount_max", "unit", "relation", "direction",
    "time", "modality", "optional", "equivalent", "mark", "basis", "quote_type", "note", "role", "org", "medium",
}  # fmt: skip


class Gold(NamedTuple):
    """A gold line with its place: code points into the document."""

    line: Json
    start: int
    end: int

    @property
    def optional(self) -> bool:
        """True where careful readers differ."""
        return bool(self.line.get("optional", False))


def read_gold(path: Path, texts: Mapping[str, str]) -> list[Gold]:
    """Read gold lines and find their places. Raises ValueError that lists every malformed line."""
    found, problems, seen = [], [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        gold = json.loads(line)
        faults = list(_faults(gold)) or list(_misplaced(gold, texts))
        if not faults:
            start = _place(gold, texts[gold["doc"]])
            key = (gold["doc"], gold["kind"], start, gold["text"], str(gold.get("amount")), str(gold["subject"]))
            if key in seen:
                faults = ["stands twice"]
            seen.add(key)
            found.append(Gold(gold, start, start + len(gold["text"])))
        problems += [f"{path.name}:{number}: {fault}" for fault in faults]
    if problems:
        raise ValueError("\n".join(problems))
    return found


def _faults(gold: Json) -> Iterable[str]:
    """What is wrong with the line itself."""
    if unknown := set(gold) - KEYS:
        yield f"unknown keys {sorted(unknown)}"
    if gold.get("kind") not in KINDS:
        yield f"kind {gold.get('kind')!r}"
    if not isinstance(gold.get("subject"), list):
        yield "subject must be a list (empty where there is none)"
    if gold.get("modality", "asserted") not in MODALITIES:
        yield f"modality {gold.get('modality')!r}"
    if not isinstance(gold.get("optional", False), bool):
        yield "optional must be a boolean"
    if (time := gold.get("time")) is not None:
        try:
            start, end = map(date.fromisoformat, time)
            if start > end:
                yield f"time {time} ends before it starts"
        except (TypeError, ValueError):
            yield f"time {time!r} is not [YYYY-MM-DD, YYYY-MM-DD]"
    yield from _faults_of_quote(gold) if gold.get("kind") == "quote" else _faults_of_value(gold)


def _faults_of_quote(gold: Json) -> Iterable[str]:
    if gold.get("quote_type") not in {"direct", "indirect"}:
        yield f"quote_type {gold.get('quote_type')!r}"


def _faults_of_value(gold: Json) -> Iterable[str]:
    if isinstance(gold.get("amount"), bool) or not isinstance(gold.get("amount"), int | float):
        yield f"amount {gold.get('amount')!r}"
    if "unit" not in gold:
        yield "a unit is needed (null where there is none)"
    if gold.get("relation") not in RELATIONS:
        yield f"relation {gold.get('relation')!r}"
    if (gold.get("relation") == "range") != (gold.get("amount_max") is not None):
        yield "a range has amount_max, and nothing else has"
    if gold.get("direction") not in {"up", "down", "flat", None}:
        yield f"direction {gold.get('direction')!r}"
    if gold.get("mark") not in MARKS | {None}:
        yield f"mark {gold.get('mark')!r}"


def _misplaced(gold: Json, texts: Mapping[str, str]) -> Iterable[str]:
    """What is wrong with the line's place in its document."""
    text = texts.get(gold.get("doc", ""))
    if text is None:
        yield f"no document {gold.get('doc')!r}"
        return
    context, value = gold.get("context", ""), gold.get("text", "")
    if not context or not value:
        yield "context and text are needed"
    elif (times := text.count(context)) != 1:
        yield f"context stands {times} times: {context!r}"
    elif context.count(value) > 1:
        yield f"text stands more than once in its context: {value!r}"
    elif _place(gold, text) < 0:
        yield f"text not found at its context: {value!r}"


def _place(gold: Json, text: str) -> int:
    """Where the text begins: inside its context, or (a long quotation) at it and beyond it; -1 if nowhere."""
    context = gold["context"]
    at = text.index(context)
    if (inside := context.find(gold["text"])) >= 0:
        return at + inside
    start = text.find(gold["text"], at)
    return start if start <= at + len(context) else -1
