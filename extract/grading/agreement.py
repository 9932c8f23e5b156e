"""How far a claim agrees with a gold line: where they overlap, and which slots are the same.

The hard slots are those that an exact match needs: of a value subject, amount, unit, relation, direction, and half of
the union of both spans; of a quote speaker, type, and 0.8 (direct) or 0.5 (indirect) of the union. The soft ones are
reported beside them.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

from jijitsu.extract.grading.gold import Gold
from jijitsu.schemas.claim import Claim

_MILLIONTH = Decimal("1e-6")
_NOISE = (" ", "・", "=", "-", "株式会社", "(株)", "氏", "さん", "inc.", "corp.", "corporation", ",")


def fold_name(name: str | None) -> str:
    """A name without what spelling and politeness add: widths, case, spaces, dots, 株式会社, 氏."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    for noise in _NOISE:
        text = text.replace(noise, "")
    return text


def names_of(claim: Claim) -> set[str]:
    """The folded names that a claim gives: of its subject, or of a quote's speaker (of the house if there is none)."""
    names: list[str | None] = []
    if claim.kind == "quote":
        if said := claim.attribution:
            names = [said.speaker, said.speaker_text]
            names = names if any(names) else [said.org]
    elif claim.subject:
        names = [claim.subject.name, claim.subject.text, claim.subject.id]
    return {fold_name(name) for name in names if name}


def overlap(gold: Gold, claim: Claim) -> int:
    """How many characters the two share; not above 0 where they do not meet."""
    return min(gold.end, claim.evidence.end) - max(gold.start, claim.evidence.start)


def share(gold: Gold, claim: Claim) -> float:
    """The shared part of the union of both spans."""
    union = max(gold.end, claim.evidence.end) - min(gold.start, claim.evidence.start)
    return max(0, overlap(gold, claim)) / union if union else 0.0


def same(one: Any, other: Any) -> bool:
    """True for equal numbers (to a millionth), and for two that are absent."""
    if one is None or other is None:
        return one is None and other is None
    a, b = Decimal(str(one)), Decimal(str(other))
    return abs(a - b) <= _MILLIONTH * max(abs(a), abs(b))


def hard(gold: Gold, claim: Claim) -> dict[str, bool]:
    """The slots that an exact match needs."""
    line = gold.line
    names, wanted = names_of(claim), {fold_name(name) for name in line["subject"]}
    slots = {"subject": bool(names & wanted) if wanted else not names}
    if line["kind"] == "quote":
        slots["quote_type"] = (claim.quote.type if claim.quote else None) == line["quote_type"]
        slots["span"] = share(gold, claim) >= (0.8 if line["quote_type"] == "direct" else 0.5)
        return slots
    value = claim.value
    return slots | {
        "amount": same(line.get("amount"), value.amount if value else None),
        "amount_max": same(line.get("amount_max"), value.amount_max if value else None),
        "unit": fold_name(line.get("unit")) == fold_name(value.unit if value else None),
        "relation": line.get("relation", "eq") == (value.relation if value else "eq"),
        "direction": line.get("direction") == claim.direction,
        "span": share(gold, claim) >= 0.5,
    }


def soft(gold: Gold, claim: Claim) -> dict[str, bool]:
    """The slots that are reported as accuracy over the matches."""
    line, time = gold.line, claim.time
    slots = {
        "modality": line.get("modality", "asserted") == claim.modality,
        "time": (line.get("time") or [None, None])
        == ([time.start.isoformat(), time.end.isoformat()] if time else [None, None]),
    }
    if "measure" in line and line["kind"] != "quantity":
        slots["measure"] = line["measure"] == claim.measure
    if line["kind"] != "quote":
        name = fold_name(claim.subject.name if claim.subject else None)
        slots["name"] = not line["subject"] or name in {fold_name(name) for name in line["subject"]}
    if line.get("equivalent") or claim.equivalent:
        other, wanted = claim.equivalent, line.get("equivalent") or [None, None]
        slots["equivalent"] = same(wanted[0], other.amount if other else None) and wanted[1] == (
            other.unit if other else None
        )
    if line["kind"] == "price_level":
        slots["mark"] = line.get("mark") == claim.mark
    if line.get("basis"):
        slots["basis"] = fold_name(line["basis"]) == fold_name(claim.basis)
    return slots
