"""Claims in words, for people: what is counted, who it is about, what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from jijitsu.cli.console import visible

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Claim

_RELATIONS = {"eq": "", "range": "", "approx": "≈", "ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_SIGNS = re.compile(r"([\\`*_\[\]#|~>:$]|(?<=www)\.)")
"""What Markdown and GitHub read: emphasis, links, numbers of issues, cells, short names of emoji, formulas."""
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", "@": "&#64;"})


def counted(number: int, what: str = "claim", several: str | None = None) -> str:
    """Return `1 claim`, `2 claims`; `several` is what more than one are called where an s is not enough."""
    return f"{number:,} {what if number == 1 else several or f'{what}s'}"


def digits(amount: Decimal) -> str:
    """Return an amount with commas, exactly."""
    return f"{amount:,f}"


def amount(claim: Claim) -> str | None:
    """Return the value with its unit and relation, as `≈5,890 USD`; None where there is none."""
    value = claim.value
    if value is None:
        return None
    most = f"–{digits(value.amount_max)}" if value.amount_max is not None else ""
    return f"{_RELATIONS[value.relation]}{digits(value.amount)}{most} {value.unit or ''}".rstrip()


def speaker(claim: Claim) -> str | None:
    """Return who says it, if somebody does."""
    said = claim.attribution
    return (said.speaker or said.speaker_text) if said else None


def days(claim: Claim) -> str | None:
    """Return the day, or the first and the last."""
    if claim.time is None:
        return None
    start, end = claim.time.start.isoformat(), claim.time.end.isoformat()
    return start if start == end else f"{start}/{end}"


def place(claim: Claim) -> str:
    """Return `path:line:column`, which editors and terminals open."""
    return f"{claim.article.name or '-'}:{claim.evidence.line}:{claim.evidence.column}"


def one_line(text: str) -> str:
    """Return text with its line ends as ⏎."""
    return text.replace("\r\n", "⏎").replace("\r", "⏎").replace("\n", "⏎")


def escaped(text: str) -> str:
    """Return text on one line that Markdown shows as it is. Its signs are ASCII, so Japanese stays readable."""
    return _SIGNS.sub(r"\\\1", visible(one_line(text)).replace("\t", " ")).translate(_ENTITIES)


def told(claim: Claim) -> Iterator[str]:
    """Yield what a claim says, in the order in which one reads it."""
    who = speaker(claim) if claim.kind == "quote" else claim.subject.name if claim.subject else None
    yield who or "?"
    if claim.measure:
        yield claim.measure
    yield one_line(claim.evidence.text)
    value = amount(claim)
    if value:
        yield f"= {value}"
    for word in (claim.direction, claim.mark, claim.basis, days(claim)):
        if word:
            yield word
    if claim.modality != "asserted":
        yield claim.modality
