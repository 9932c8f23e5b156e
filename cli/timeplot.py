"""The plot of a subject's figures in the terminal: a line for each, with the exact value and the place that says it.

Time runs downwards. On a terminal the plot takes what days, values and places leave of a line; in a pipe nothing
depends on a width.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jijitsu.cli import console
from jijitsu.cli.styles import of_kind
from jijitsu.cli.telling import amount, days, digits, place

if TYPE_CHECKING:
    from rich.text import Text

    from jijitsu.schemas.claim import Claim

Key = tuple[str, str, str, str]
"""Subject, kind, measure and unit of what stands in one plot."""
_LEGEND = (
    "* exactly", "o about", "[-] from to", "<* at most", "*> at least", "^ expected", "| zero", "! differs from another line",
)  # fmt: skip
_WIDTH, _LEAST, _BESIDE = 32, 8, 12
"""Cells of the plot; on a narrow terminal at least, and at least where places shall stand beside it."""


class _Frame(NamedTuple):
    """How wide the days and the plot are, in cells, and whether places stand on lines of their own."""

    when: int = 23
    plot: int = _WIDTH
    apart: bool = False


def plot(key: Key, claims: Sequence[Claim], room: int | None = None) -> Iterator[Text]:
    """A head and a line for each claim, then a blank line. `room` is the width of a terminal; None of a pipe."""
    from rich.text import Text

    least, most = _bounds(claims)
    values = [" ".join(word for word in (amount(claim), claim.direction, claim.mark) if word) for claim in claims]
    frame = _framed(claims, values, room)
    head = " ".join(word for word in key if word)
    scale = [digits(least), digits(most)]
    spare = frame.plot - sum(map(len, scale))
    if room is not None and spare < 1:
        yield Text(console.visible(f"{head}  {scale[0]} … {scale[1]}"), of_kind(key[1]))
    else:
        yield Text(console.visible(head), of_kind(key[1]))
        yield Text(f"{'':{frame.when}}{scale[0]}{' ' * max(1, spare)}{scale[1]}", "dim")
    odd = _at_odds(claims)
    wide = _wide(values)
    for claim, value in zip(claims, values, strict=True):
        padded = f"{value}{' ' * (wide - _wide([value]))} "
        yield from _row(claim, value if frame.apart else padded, (least, most), frame, odd=claim.fact in odd)
    yield Text()


def _framed(claims: Sequence[Claim], values: Sequence[str], room: int | None) -> _Frame:
    """The frame in which each value stands in one column, and the places behind it or on their own lines."""
    if room is None:
        return _Frame()
    when = max(len(_when(claim)) for claim in claims) + 1
    left = room - when - _wide(values) - 5
    beside = left - _wide([place(claim) for claim in claims])
    if beside >= _BESIDE:
        return _Frame(when, min(_WIDTH, beside))
    return _Frame(when, min(_WIDTH, max(_LEAST, left)), apart=True)


def _row(claim: Claim, value: str, ends: tuple[Decimal, Decimal], frame: _Frame, *, odd: bool) -> Iterator[Text]:
    from rich.text import Text

    line = Text(_when(claim).ljust(frame.when))
    line.append(_points(claim, *ends, frame.plot), of_kind(claim.kind))
    line.append(f"  {value}")
    if frame.apart:
        yield line.append(" !" if odd else "", "bold red")
        yield Text(f"  {console.visible(place(claim))}", "dim")
        return
    line.append("! " if odd else "  ", "bold red")
    yield line.append(console.visible(place(claim)), "dim")


def _wide(words: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, words))


def legend(room: int | None) -> Iterator[str]:
    """The signs and what they mean, in as many lines as they take."""
    line = ""
    for sign in _LEGEND:
        if line and room is not None and len(line) + 3 + len(sign) > room:
            yield line
            line = ""
        line = f"{line}   {sign}" if line else sign
    yield line


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


def _points(claim: Claim, least: Decimal, most: Decimal, width: int) -> str:
    """One line of the plot."""
    assert claim.value is not None
    cells = [" "] * width

    def at(value: Decimal) -> int:
        return int((value - least) * (width - 1) / (most - least)) if most > least else 0

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
        if 0 <= beside < width:
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
