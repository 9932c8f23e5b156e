"""`jijitsu diff`: what changed between two runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu diff old.ndjson new.ndjson"
MORE = ("jijitsu extract articles/ | jijitsu diff claims.ndjson -",)
_STYLES = {"+": "green", "-": "red", "~": "yellow"}
_LEFT_OUT = frozenset({"schema", "id", "evidence", "article", "fact", "rule"})
"""What may change without the claim changing: where it stands, and what is reckoned from the rest."""
_File = Annotated[str, typer.Argument(help="A file of claims; - is standard input.")]


def run(
    old: _File,
    new: _File,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Show which claims appeared (+), vanished (-) or changed (~) and where, matched by id, then by place.

    An edit elsewhere in the article moves claims without changing them. Ends with 1 if there is any difference.
    """
    lines = [line for _, line in sorted(_differences(list(claimfile.claims(old)), list(claimfile.claims(new))))]
    screen = console.screen(color)
    with console.shown():
        for line in lines:
            screen.print(console.visible(line), style=_STYLES[line[0]])
    console.end(findings=bool(lines))


def _differences(old: list[Claim], new: list[Claim]) -> Iterator[tuple[tuple[str, int, str], str]]:
    """Place and line of each difference."""
    pairs, gone, come = _matched(old, new)
    for before, after in pairs:
        changes = "; ".join(_changes(before, after))
        if changes:
            yield _place(after), f"~ {_shown(after)}  {changes}"
    for claim in gone:
        yield _place(claim), f"- {_shown(claim)}"
    for claim in come:
        yield _place(claim), f"+ {_shown(claim)}"


def _matched(old: list[Claim], new: list[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Pairs of the same claim, then what has no partner on either side."""
    pairs: list[tuple[Claim, Claim]] = []
    for key in (_by_id, _by_place, _by_words):
        waiting: defaultdict[Hashable, list[Claim]] = defaultdict(list)
        for claim in reversed(old):
            waiting[key(claim)].append(claim)
        left: list[Claim] = []
        taken: set[int] = set()
        for claim in new:
            partners = waiting.get(key(claim))
            if partners:
                partner = partners.pop()
                taken.add(id(partner))
                pairs.append((partner, claim))
            else:
                left.append(claim)
        old, new = [claim for claim in old if id(claim) not in taken], left
    return pairs, old, new


def _by_id(claim: Claim) -> Hashable:
    return claim.article.name, claim.id


def _by_place(claim: Claim) -> Hashable:
    return claim.article.name, claim.kind, claim.evidence.start, claim.evidence.end, claim.evidence.text


def _by_words(claim: Claim) -> Hashable:
    """The words around it: the place of a claim that an edit has moved."""
    evidence = claim.evidence
    return claim.article.name, claim.kind, evidence.prefix, evidence.text, evidence.suffix


def _changes(before: Claim, after: Claim) -> Iterator[str]:
    for field in after.__struct_fields__:
        was, now = getattr(before, field), getattr(after, field)
        if field not in _LEFT_OUT and was != now:
            yield from _field_changes(field, was, now)


def _field_changes(name: str, was: object, now: object) -> Iterator[str]:
    fields: Iterable[str] = getattr(now, "__struct_fields__", ()) if type(was) is type(now) else ()
    if not fields:
        yield f"{name}: {_said(was)} -> {_said(now)}"
    for field in fields:
        one, other = getattr(was, field), getattr(now, field)
        if one != other:
            yield f"{name}.{field}: {_said(one)} -> {_said(other)}"


def _said(value: object) -> str:
    """A value in a word or two: a part is called by its name, its speaker or its words."""
    for field in ("name", "text", "speaker"):
        if getattr(value, field, None):
            return str(getattr(value, field))
    return "null" if value is None else format(value, "f") if hasattr(value, "as_tuple") else str(value)


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.article.name or "-", claim.evidence.start, claim.kind


def _shown(claim: Claim) -> str:
    evidence = claim.evidence
    who = claim.subject.name if claim.subject else claim.attribution.speaker if claim.attribution else None
    return f"{claim.article.name or '-'}:{evidence.line}:{evidence.column}  {claim.kind}  {who or '?'}  {_words(claim)}"


def _words(claim: Claim) -> str:
    text = claim.evidence.text.replace("\n", "⏎")
    return f"{text if len(text) <= 40 else text[:39] + '…'}{' ' + claim.direction if claim.direction else ''}"
