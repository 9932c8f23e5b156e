"""Files in, claims out as bytes, in the order of the files: over processes, and from the cache where nothing changed."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jijitsu.cli import answering, console, planning
from jijitsu.cli.answering import Answer, Way, options_of
from jijitsu.cli.planning import Entry, File
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.cache import Cache, Keys
    from jijitsu.extract.reading.raw import Raw


def answers(files: Sequence[File], way: Way, *, jobs: int | None, cached: bool) -> Generator[Answer, None, None]:
    """Yield one answer for each article, in order. `jobs`: processes, None for the cores there are."""
    from jijitsu.extract import cache, plugins

    if plugins.digest(plugins.KINDS):
        from jijitsu.extract.kinds import brought

        brought()  # warns of those that are of no use: in this process, and also where all is in the cache
    if os.environ.get("JIJITSU_DEBUG") or any(str(file) == "-" for file in files):
        jobs = 1  # a fault is raised where it is seen; standard input is ours alone
    if not cached or way.explain:
        yield from _heard(_answers(files, way, jobs, None, None))
        return
    keys = cache.Keys(options_of(way), way.lexicon)
    with closing(cache.Cache(cache.home(Path.cwd()))) as store:
        yield from _heard(_answers(files, way, jobs, keys, store))


def _heard(answers: Iterator[Answer]) -> Iterator[Answer]:
    """The answers; of each plug-in that they warn of the first fault is told, and how many there were at the end."""
    faults: Counter[str] = Counter()
    for answer in answers:
        for label, what in answer.warned:
            faults[label] += 1
            if faults[label] == 1:
                console.warn(f"{label} {what}")
        yield answer
    for label, number in faults.items():
        if number > 1:
            console.warn(f"{label} broke {number} times in all")


def _answers(
    files: Sequence[File], way: Way, jobs: int | None, keys: Keys | None, store: Cache | None
) -> Iterator[Answer]:
    from jijitsu.extract.jobs import cores, spread

    few, plans = planning.planned(files, way, keys, store)
    processes = 1 if few else (jobs or cores())
    under_way: deque[list[Entry]] = deque()

    def batches() -> Iterator[list[tuple[Path | Raw, bytes | None]]]:
        for plan in plans:
            under_way.append(plan)
            yield [(entry.item, entry.key) for entry in plan if entry.unread]  # type: ignore[misc]  # unread is no error

    work = partial(answering.read_all, way)
    with closing(spread(work, batches(), processes, ready=partial(answering.ready, way), lost=_lost)) as found:
        for read in found:
            fresh, made = [], iter(read)
            for entry in under_way.popleft():
                if isinstance(entry.item, JijitsuError):
                    answer = answering.answer_of(entry.item)
                elif entry.lines is not None:
                    answer = Answer(entry.lines)
                else:
                    answer = next(made)
                    if entry.key is not None and answer.key == entry.key and answer.fault is None:
                        fresh.append((entry.key, answer.lines))
                yield msgspec.structs.replace(answer, file=entry.file)
            if store is not None:
                store.put(fresh)


def _lost(item: tuple[Path | Raw, bytes | None]) -> Answer:
    """What to say of an article that has killed two processes."""
    from jijitsu.extract.reading import shown

    what = "the process that read this article died, twice"
    name = shown(item[0]) if isinstance(item[0], Path) else item[0].name
    return Answer(fault=(what, name, "It may need more memory than there is; please report it otherwise"))
