"""`jijitsu timeline`: what is said of a subject, by day, as a plot in the terminal.

Time runs downwards, so that each point has its line with the exact value and the place that says it, which a plot from
left to right has no room for (and so no plotting library is asked). The signs are ASCII: the usual dots and frames are
of two widths on Japanese terminals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, completing, console
from jijitsu.cli.naming import folded, is_subject
from jijitsu.cli.styles import of_kind
from jijitsu.cli.telling import amount, days, digits, place

if TYPE_CHECKING:
    from rich.text import Text

    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu timeline NVDA claims.ndjson"
MORE = ("jijitsu extract articles/ | jijitsu timeline トヨタ --kind price_level",)
_WIDTH = 32
"""Cells of the plot."""
_LEGEND = (
    "* exactly   o about   [-] from to   <* at most   *> at least   ^ expected   | zero   ! differs from another line"
)
_Key = tuple[str, str, str, str]


def run(
    subject: Annotated[str, typer.Argument(help="A name, a part of it, or a ticker: NVDA, XTKS:7203, トヨタ.")],
    file: claimfile.Claims = "-",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", help="Only claims of this kind; may be given more than once.", autocompletion=completing.kinds
        ),
    ] = None,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Plot the figures of a subject by day: one plot for each kind, measure and unit.

    A claim without a time of its own stands at its article's publication date, with a ~ in front.
    """
    from jijitsu.cli.options import kinds

    wanted, typed = kinds(kind), folded(subject)
    series: defaultdict[_Key, list[Claim]] = defaultdict(list)
    others: set[str] = set()
    for claim in claimfile.claims(file):
        if claim.subject is None or claim.value is None or (wanted and claim.kind not in wanted):
            continue
        if is_subject(claim.subject, typed):
            series[_key(claim)].append(claim)
        else:
            others.add(claim.subject.name)
    if not series:
        hint = console.did_you_mean(subject, sorted(others)) if 0 < len(others) <= 20 else ""
        console.say(console.visible(f"no figure of {subject} was found. {hint}".strip()))
        console.end()
    screen = console.screen(color)
    with console.shown():
        for key in sorted(series):
            for line in _plot(key, sorted(series[key], key=_order)):
                screen.print(line)
        screen.print(_LEGEND, style="dim")
    console.end()


def _key(claim: Claim) -> _Key:
    assert claim.subject is not None and claim.value is not None
    return claim.subject.name, claim.kind, claim.measure or "", claim.value.unit or ""


def _order(claim: Claim) -> tuple[str, str, str, int]:
    day = claim.time.start if claim.time else claim.article.published
    return str(day or "9999"), str(claim.time.end if claim.time else ""), claim.article.name or "", claim.evidence.start


def _plot(key: _Key, claims: Sequence[Claim]) -> Iterator[Text]:
    """A head and a line for each claim, then a blank line."""
    from rich.cells import cell_len
    from rich.text import Text

    least, most = _bounds(claims)
    yield Text(console.visible(" ".join(word for word in key if word)), of_kind(key[1]))
    scale = f"{digits(least)} {digits(most)}"
    room = " " * max(1, _WIDTH - len(scale) + 1)
    yield Text(f"{'':23}{scale.replace(' ', room)}", "dim")
    odd = _at_odds(claims)
    values = [" ".join(word for word in (amount(claim), claim.direction, claim.mark) if word) for claim in claims]
    wide = max(map(cell_len, values))
    for claim, value in zip(claims, values, strict=True):
        line = Text(_when(claim).ljust(23))
        line.append(_points(claim, least, most), of_kind(claim.kind))
        line.append(f"  {value}{' ' * (wide - cell_len(value))} ")
        line.append("! " if claim.fact in odd else "  ", "bold red")
        yield line.append(console.visible(place(claim)), "dim")
    yield Text()


def _when(claim: Claim) -> str:
    return days(claim) or (f"~{claim.article.published}" if claim.article.published else "undated")


def _span(claim: Claim) -> tuple[Decimal, Decimal]:
    """The least and the greatest value; those that fall are below zero."""
    assert claim.value is not None
    low, high = claim.value.amount, claim.value.amount if claim.value.amount_max is None else claim.value.amount_max
    return (-high, -low) if claim.direction == "down" else (low, high)


def _bounds(claims: Iterable[Claim]) -> tuple[Decimal, Decimal]:
    """The ends of the scale; that of changes holds zero."""
    spans = [(*_span(claim), claim.direction) for claim in claims]
    ends = [end for low, high, direction in spans for end in (low, high, low if direction is None else Decimal(0))]
    return min(ends), max(ends)


def _points(claim: Claim, least: Decimal, most: Decimal) -> str:
    """One line of the plot."""
    assert claim.value is not None
    cells = [" "] * _WIDTH

    def at(value: Decimal) -> int:
        return int((value - least) * (_WIDTH - 1) / (most - least)) if most > least else 0

    if least <= 0 <= most and least < most:
        cells[at(Decimal(0))] = "|"
    low, high = (at(end) for end in _span(claim))
    cells[low : high + 1] = "-" * (high + 1 - low)
    relation = claim.value.relation
    if relation == "range":
        cells[low], cells[high] = "[", "]"
        return "".join(cells)
    cells[high] = "^" if claim.modality == "forecast" else "o" if relation == "approx" else "*"
    less = (relation in ("lt", "le")) != (claim.direction == "down")
    if relation in ("lt", "le", "gt", "ge"):
        beside = high - 1 if less else high + 1
        if 0 <= beside < _WIDTH:
            cells[beside] = "<" if less else ">"
    return "".join(cells)


def _at_odds(claims: Iterable[Claim]) -> set[str]:
    """Facts of which two claims give other exact values."""
    values: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for claim in claims:
        if (
            claim.fact
            and claim.value
            and claim.value.relation == "eq"
            and claim.modality in ("asserted", "reported")
            and not claim.mark
        ):
            values[claim.fact].add((claim.value.amount, claim.direction))
    return {fact for fact, found in values.items() if len(found) > 1}
