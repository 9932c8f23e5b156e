"""How an example beside the code is read: `text = reading` of a mention, `subject: text slots` of a claim.

The format stands in extract/parts.py. Every function here returns what does not fit, in words, or an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from jijitsu.schemas.claim import Claim
from jijitsu.schemas.mention import Amount, Bracketed, Entity, Mention, Timex, Word

Slots = list[str | Decimal]


def parts_of(expectation: str) -> list[str]:
    """`a | b` -> [a, b]; an empty expectation holds none."""
    return [part.strip() for part in expectation.split(" | ") if part.strip()]


def mention_differs(mention: Mention, expected: str) -> str:
    """Hold a mention against `text = reading`; the reading may be left out."""
    text, equals, reading = expected.partition(" = ")
    if mention.text != text.strip():
        return f"text is {mention.text!r}"
    unknown = strange(reading, _value_slots(mention)) if equals else []
    return f"{unknown} not among {_value_slots(mention)}" if unknown else ""


def claim_differs(claim: Claim, expected: str) -> str:
    """Hold a claim against `subject: text slots`; the subject may be left out, `…` shortens a long text."""
    subject, colon, rest = expected.partition(": ")
    if not colon:
        subject, rest = "", expected
    names = _names(claim)
    if subject and subject.strip() not in names:
        return f"subject is {sorted(names)}"
    after = _without_text(rest.strip(), claim.evidence.text)
    if after is None:
        return f"text is {claim.evidence.text!r}"
    unknown = strange(after, claim_slots(claim))
    return f"{unknown} not among {claim_slots(claim)}" if unknown else ""


def strange(words: str, slots: Slots) -> list[str]:
    """Return those of the words (slots with spaces count as one) that are none of the slots."""
    left, found = words.split(), []
    while left:
        for length in range(len(left), 0, -1):
            if _is_slot(" ".join(left[:length]), slots):
                del left[:length]
                break
        else:
            found.append(left.pop(0))
    return found


def claim_slots(claim: Claim) -> Slots:
    """Everything of a claim that an example may name."""
    slots: Slots = [claim.modality]
    slots += [word for word in (claim.measure, claim.direction, claim.mark, claim.basis) if word]
    if claim.subject:
        slots += [word for word in (claim.subject.type, claim.subject.id) if word]
    for value in (claim.value, claim.equivalent):
        if value:
            slots += [value.amount, value.relation]
            slots += [value.unit] if value.unit else []
    if claim.value and claim.value.amount_max is not None:
        slots += [claim.value.amount_max, f"{claim.value.amount}~{claim.value.amount_max}"]
    if claim.time:
        slots += _days(claim.time.start.isoformat(), claim.time.end.isoformat())
    if claim.quote:
        slots.append(claim.quote.type)
    if claim.attribution:
        said = claim.attribution
        words = (said.speaker, said.speaker_text, said.speaker_id, said.role, said.org, said.medium, said.cue)
        slots += [word for word in words if word]
    return slots


def _value_slots(mention: Mention) -> Slots:
    value = mention.value
    slots: Slots = [mention.type]
    if isinstance(value, Amount):
        slots += [value.amount, value.unit, value.relation]
        if value.amount_max is not None:
            slots += [value.amount_max, f"{value.amount}~{value.amount_max}"]
    elif isinstance(value, Timex):
        slots.append(value.timex)
        if value.start and value.end:
            slots += _days(value.start.isoformat(), value.end.isoformat())
        slots += [value.resolved_by] if value.resolved_by else []
    elif isinstance(value, Entity):
        slots += [word for word in (value.name, value.type, value.id, value.role, value.org) if word]
    elif isinstance(value, Bracketed):
        slots.append(value.bracket)
    elif isinstance(value, Word):
        slots.append(value.means)
    return slots


def _days(start: str, end: str) -> list[str]:
    return [start, end, f"{start}/{end}"]


def _names(claim: Claim) -> set[str]:
    if claim.quote is not None:
        said = claim.attribution
        return {name for name in (said.speaker, said.speaker_text) if name} if said else set()
    subject = claim.subject
    return {name for name in (subject.text, subject.name, subject.id) if name} if subject else set()


def _without_text(rest: str, text: str) -> str | None:
    """Return what follows the evidence's text in `rest`; None if `rest` does not begin with it."""
    if rest == text or rest.startswith(text + " "):
        return rest[len(text) :]
    head, _, words = rest.partition(" ")
    if "…" in head and re.fullmatch(".*".join(map(re.escape, head.split("…"))), text, re.S):
        return words
    return None


def _is_slot(word: str, slots: Iterable[str | Decimal]) -> bool:
    try:
        number = Decimal(word)
    except InvalidOperation:
        return word in slots
    return any(slot == number if isinstance(slot, Decimal) else slot == word for slot in slots)
