"""`jijitsu lint FOLDER --scheduler …`: an archive of claims, checked by the workers of a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from jijitsu.cli import console, progress
from jijitsu.cli.gathering import desk_of, parts_in
from jijitsu.cli.linting import Linted
from jijitsu.cli.settling import any_selected, settler, unsuppressed
from jijitsu.cli.wishes import Wishes
from jijitsu.extract import linting
from jijitsu.extract.archive import comparing, stores
from jijitsu.extract.archive.cluster import Dask
from jijitsu.extract.archive.comparing import Job
from jijitsu.extract.archive.program import program
from jijitsu.schemas.config import Config
from jijitsu.schemas.errors import JijitsuError


def lint(paths: Sequence[str], settings: Config, wishes: Wishes, language: linting.Language) -> Linted:
    """Check the parts of all folders. Raises JijitsuError for a path that is no folder of claims."""
    names = [part for path in paths for part in _parts(path)]
    every = linting.checks()
    # Settings beside the articles may ask for more than those here, and nobody has read where the articles are.
    wanted = every if wishes.config else linting.chosen(every, settings.select, settings.ignore)
    desk = desk_of((), settings)
    scratch = stores.join(_whole(paths[0]), f"shuffle-{uuid4().hex[:12]}")
    job = Job(
        base=str(Path.cwd()), scratch=scratch, encoding=wishes.reading.encoding, codes=tuple(one.code for one in wanted),
        language=language, buckets=comparing.buckets_for(len(names)),
        prices=desk.prices, house=desk.house, rates=desk.rates, program=program(),
    )  # fmt: skip
    with (
        Dask(wishes.scheduler or "", wishes.workers) as engine,
        progress.meter(len(names), "Checking", "parts") as step,
    ):
        try:
            stores.make_folder(scratch)
            found = comparing.compare(job, names, engine, step, console.say)
        finally:
            stores.remove_folder(scratch)
    console.say(
        f"{len(names):,} parts; {found.rows:,} figures compared across articles, {found.bytes:,} bytes shuffled"
    )
    settle = settler(settings, wishes)
    among = linting.chosen(every, *any_selected(settings, found.read, settle))
    codes = {check.code for check in among}
    kept = [one for one in found.findings if one.code in codes]
    ordered = linting.in_order(kept, {path: number for number, path in enumerate(found.read)})
    return Linted(
        settings=settings, language=language, desk=desk, look=found.look, read=found.read, among=among,
        found=list(unsuppressed(ordered, settle, found.read)), faults=(), troubles=found.troubles,
    )  # fmt: skip


def _parts(path: str) -> list[str]:
    found = parts_in(path)
    if not found:
        hint = "Name folders that `jijitsu extract --scheduler` wrote, or leave --scheduler out"
        raise JijitsuError("there are no parts of claims here", where=path, hint=hint)
    return found


def _whole(name: str) -> str:
    return name if stores.remote(name) else str(Path(name).absolute())
