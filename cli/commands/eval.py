"""`jijitsu eval`: how well a team's own articles are read, held against their own gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jijitsu.cli import console
from jijitsu.cli.options import PATIENCE, Encoding, Lexicon, MaxSize, Parse, Published, Timeout, options, reading
from jijitsu.schemas.errors import JijitsuError

EXAMPLE = "jijitsu eval gold.jsonl articles/ --lexicon lexicon.yaml --errors"
MORE = ("jijitsu eval gold.jsonl articles/ --min-found 0.9 --min-exact quote=0.8 --min-slot time=0.7",)
_Gates = list[str] | None


def run(
    gold: Annotated[Path, typer.Argument(help="Gold: one JSON object a line.", metavar="GOLD", dir_okay=False)],
    articles: Annotated[
        list[str] | None,
        typer.Argument(help="Articles or their folders; else the folder of GOLD.", metavar="ARTICLES..."),
    ] = None,
    lexicon: Lexicon = None,
    claims: Annotated[
        str | None,
        typer.Option("--claims", help="Hold these claims against the gold, and read no article.", metavar="FILE"),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Tell every miss, every extra, every wrong slot.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="A table, or JSON.")] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.", metavar="FILE")] = None,
    min_found: Annotated[
        _Gates, typer.Option("--min-found", help="End with 1 below this F1, as 0.9 or quote=0.9.", metavar="SHARE")
    ] = None,
    min_exact: Annotated[
        _Gates, typer.Option("--min-exact", help="The same of exact F1, every slot right.", metavar="SHARE")
    ] = None,
    min_slot: Annotated[
        _Gates, typer.Option("--min-slot", help="The same of a slot of what was found: time=0.9.", metavar="SLOT=SHARE")
    ] = None,
    marked_only: Annotated[
        bool, typer.Option("--marked-only", help="Leave out articles that no line of gold speaks of.")
    ] = False,
    published: Published = None,
    encoding: Encoding = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    parse: Parse = "auto",
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = None,
    cache: Annotated[bool, typer.Option("--cache/--no-cache", help="Keep what was read.")] = True,
) -> None:
    """Hold what is read against gold: what a careful reader takes from the same articles.

    Tells by kind how many claims were found (F1), how many with every slot right (exact), and how often each slot was
    right. `jijitsu annotate` makes gold of an article. Ends with 1 below a --min, with 2 for a line that is no gold.
    """
    from jijitsu.cli import evalerrors, evaluating, gates
    from jijitsu.cli.answering import Way
    from jijitsu.extract.grading.scoring import SLOTS, Score

    rows = Score().rows()
    asked = {
        "found": gates.gates(min_found, "--min-found", rows, whole="ALL"),
        "exact": gates.gates(min_exact, "--min-exact", rows, whole="ALL"),
        "slot": gates.gates(min_slot, "--min-slot", SLOTS, whole=None),
    }
    if not gold.is_file():
        raise JijitsuError("there is no such file", where=str(gold), hint="`jijitsu annotate ARTICLE` makes gold")
    options(lexicon, parse)  # a wrong entry is told once, and not for every article
    way = Way(reading(published, encoding, max_size=max_size, timeout=timeout), lexicon, parse)
    wanted = evaluating.Asked(str(gold), tuple(articles or ()), way, claims, marked_only, jobs, cache)
    found, faults = evaluating.evaluate(wanted)
    for fault in faults:
        console.complain(fault)
    if found is None:
        console.end(trouble=True)
    tallies = found.score.rows()
    slots = {slot: right / every for slot, (right, every) in found.score.slots.items()}
    below = [
        *gates.below(asked["found"], {name: one.f1 for name, one in tallies.items() if one.gold}, "found"),
        *gates.below(asked["exact"], {name: one.exact_f1 for name, one in tallies.items() if one.gold}, "exact"),
        *gates.below(asked["slot"], slots, "slot"),
    ]
    every = list(evalerrors.errors(found)) if errors else None
    with console.output(output) as put:
        if form == "json":
            put(evaluating.data(found, every, below))
        else:
            for line in [*map(evalerrors.told, every or ()), *evaluating.table(found.score)]:
                put(line)
    for figure in below:
        console.say(console.visible(figure))
    console.end(findings=bool(below))
