"""`jijitsu timeline`: what is said of a subject, by day, as a plot in the terminal.

Time runs downwards, so that each point has its line with the exact value and the place that says it, which a plot from
left to right has no room for (and so no plotting library is asked). The signs are ASCII: the usual dots and frames are
of two widths on Japanese terminals.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, completing, console, timeplot
from jijitsu.cli.naming import folded, is_subject

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu timeline NVDA claims.ndjson"
MORE = ("jijitsu extract articles/ | jijitsu timeline トヨタ --kind price_level",)


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
    series: defaultdict[timeplot.Key, list[Claim]] = defaultdict(list)
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
    room = None if screen.soft_wrap else screen.width
    with console.shown():
        for key in sorted(series):
            for line in timeplot.plot(key, sorted(series[key], key=_order), room):
                screen.print(line)
        for signs in timeplot.legend(room):
            screen.print(signs, style="dim")
    console.end()


def _key(claim: Claim) -> timeplot.Key:
    assert claim.subject is not None and claim.value is not None
    return claim.subject.name, claim.kind, claim.measure or "", claim.value.unit or ""


def _order(claim: Claim) -> tuple[str, str, str, int]:
    day = claim.time.start if claim.time else claim.article.published
    return str(day or "9999"), str(claim.time.end if claim.time else ""), claim.article.name or "", claim.evidence.start
