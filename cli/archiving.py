"""`jijitsu extract … -o FOLDER --scheduler …`: an archive into a folder of parts, by the workers of a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import msgspec
import typer

from jijitsu.cli import console, progress
from jijitsu.cli.answering import Way
from jijitsu.cli.options import options
from jijitsu.schemas.errors import JijitsuError

FORMS = ("ndjson", "parquet")
_TOLD = 20
"""So many errors are printed; the others stand in the parts' files of errors."""


class Wishes(msgspec.Struct, frozen=True):
    """What the command line asks for. `form` is the format of the parts, `most` the articles of one."""

    output: str | None
    form: str | None
    kinds: frozenset[str]
    scheduler: str
    workers: int | None
    most: int


def run(names: Sequence[str], way: Way, wishes: Wishes) -> NoReturn:
    """Make what is missing of the parts, and end with the exit code that fits. Raises JijitsuError."""
    from jijitsu.extract.archive import running
    from jijitsu.extract.archive.cluster import Dask

    plan = running.planned(names, _job(way, wishes), wishes.most)
    if not plan.groups:
        for refused in plan.unread:
            console.complain(JijitsuError(refused.what, where=refused.where, hint=refused.hint))
        console.end(trouble=True)
    with Dask(wishes.scheduler, wishes.workers) as engine:
        if plan.uncut:
            with progress.meter(len(plan.uncut), "Counting", "files") as counted:
                plan = running.cut_up(plan, engine, counted, console.say)
        console.say(f"{plan.articles:,} articles in {len(plan.parts):,} parts")
        with progress.meter(plan.articles, "Reading", "articles") as step:
            fresh = 0

            def made(articles: int, anew: bool) -> None:
                nonlocal fresh
                fresh += anew
                step(articles)

            done = running.run(plan, engine, made, console.say)
    _tell(wishes.output or plan.job.output, done, fresh)
    console.end(trouble=bool(done.errors or done.failed))


def _job(way: Way, wishes: Wishes):  # type: ignore[no-untyped-def]  # what names the type imports what reads
    from jijitsu.extract.archive.making import Job
    from jijitsu.extract.archive.program import program

    if wishes.output is None or wishes.output == "-":
        raise typer.BadParameter("with --scheduler, name a folder to write parts to.", param_hint="'--output'")
    if wishes.form not in (None, *FORMS):
        raise typer.BadParameter("parts are ndjson or parquet.", param_hint="'--to'")
    if wishes.form == "parquet":
        from jijitsu.extract.arrow import pyarrow

        pyarrow()
    if Path(wishes.output).is_file():
        raise JijitsuError("this is a file", where=wishes.output, hint="With --scheduler, name a folder")
    if way.lexicon is not None:
        options(way.lexicon, way.parse)
    return Job(
        output=whole(wishes.output), base=str(Path.cwd()), form=wishes.form or "ndjson", reading=way.reading,
        lexicon=way.lexicon.read_bytes() if way.lexicon else None, parse=way.parse, kinds=tuple(sorted(wishes.kinds)),
        program=program(),
    )  # fmt: skip


def whole(name: str) -> str:
    """Return a path from the root, since workers may have been started in another folder; other names as they are."""
    from jijitsu.extract.archive.stores import remote

    return name if remote(name) else str(Path(name).absolute())


def _tell(folder: str, made, fresh: int) -> None:  # type: ignore[no-untyped-def]
    from jijitsu.extract.archive import running

    for fault in running.told(folder, made, _TOLD):
        console.complain(fault)
    for part in made.failed:
        more = f" and {len(part.inputs) - 1:,} more" if len(part.inputs) > 1 else ""
        console.complain(JijitsuError(part.why.rstrip("."), where=f"{part.part} ({part.inputs[0]}{more})"))
    if made.errors:
        console.say(f"{made.errors:,} could not be read; {folder}/errors says why.")
    if made.failed:
        console.say(f"{len(made.failed):,} parts are missing; the same command tries them again.")
    console.say(
        f"{made.claims:,} claims of {made.articles:,} articles in {len(made.parts):,} parts, {fresh:,} of them new"
    )
