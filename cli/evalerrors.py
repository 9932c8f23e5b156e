"""What an evaluation found wrong, one thing a line for people, or as data: a miss, an extra, a wrong slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jijitsu.cli.console import visible
from jijitsu.cli.telling import one_line
from jijitsu.extract.grading.agreement import share
from jijitsu.extract.grading.scoring import Error

if TYPE_CHECKING:
    from jijitsu.cli.evaluating import Evaluation
    from jijitsu.extract.grading.gold import Gold
    from jijitsu.schemas.claim import Claim


def errors(found: Evaluation) -> Iterator[dict[str, object]]:
    """Yield every error as data, in order of their articles."""
    for one in found.score.errors:
        document = found.documents[one.doc]
        start = one.claim.evidence.start if one.gold is None and one.claim else one.gold.start if one.gold else 0
        line = document.text.count("\n", 0, start) + 1
        told: dict[str, object] = {"error": one.sort, "path": str(document.path), "line": line, "kind": _kind(one)}
        told["text"] = one.gold.line["text"] if one.gold else one.claim.evidence.text if one.claim else ""
        if one.gold is not None:
            told["gold_line"] = one.gold.number
        if one.sort == "slot" and one.slot and one.gold and one.claim:
            told |= {"slot": one.slot, "gold": wanted(one.gold, one.slot), "got": got(one.gold, one.claim, one.slot)}
        elif one.gold is not None:
            told["subject"] = one.gold.line["subject"]
        elif one.claim is not None:
            told["subject"] = got(None, one.claim, "subject")
        yield told


def told(error: dict[str, Any]) -> bytes:
    """Return an error as one line."""
    head = f"{error['error'].upper():5} {error['path']}:{error['line']}: {error['kind']} 「{error['text']}」"
    said = _shown(error.get("subject"))
    if error["error"] == "slot":
        said = f"{error['slot']}: gold {_shown(error['gold'])}, read {_shown(error['got'])}"
    where = f" (gold line {error['gold_line']})" if "gold_line" in error else ""
    return f"{visible(one_line(f'{head} {said}{where}'))}\n".encode()


def wanted(gold: Gold, slot: str) -> object:
    """Return what a gold line says of a slot."""
    if slot == "span":
        return gold.line["text"]
    default = {"modality": "asserted"}.get(slot)
    return gold.line.get("subject" if slot == "name" else slot, default)


def got(gold: Gold | None, claim: Claim, slot: str) -> object:
    """Return what a claim says of a slot, in the shape of a gold line."""
    value, time, other = claim.value, claim.time, claim.equivalent
    if slot == "subject" and claim.kind == "quote":
        said = claim.attribution
        return [name for name in (said.speaker, said.speaker_text, said.org) if name] if said else []
    if slot in ("subject", "name"):
        subject = claim.subject
        return [name for name in dict.fromkeys((subject.name, subject.text, subject.id)) if name] if subject else []
    if slot == "span":
        return f"{claim.evidence.text} ({share(gold, claim):.2f})" if gold else claim.evidence.text
    if slot == "quote_type":
        return claim.quote.type if claim.quote else None
    if slot == "time":
        return [str(time.start), str(time.end)] if time else None
    if slot == "equivalent":
        return [other.amount, other.unit] if other else None
    if slot in ("amount", "amount_max", "unit", "relation"):
        return getattr(value, slot) if value else None
    return getattr(claim, slot)


def _kind(error: Error) -> str:
    return error.gold.kind if error.gold else error.claim.kind if error.claim else ""


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return "nothing" if value is None else str(value)
