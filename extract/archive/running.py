"""A run over an archive: the plan held against what is there, parts made by an engine, the manifest written.

Nothing of a run is kept in memory but names and receipts; what is killed half-way is taken up by the next run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from jijitsu.extract.archive import manifest, stores
from jijitsu.extract.archive.dispatch import Dispatcher, Engine, Tell
from jijitsu.extract.archive.inputs import Source, sources
from jijitsu.extract.archive.making import Job, Made, made_by, make
from jijitsu.extract.archive.manifest import ERRORS, RECEIPTS, SUFFIXES, Failed, Manifest, Receipt, Refused
from jijitsu.extract.archive.planning import OURS, Part, cut, groups
from jijitsu.schemas.errors import JijitsuError

_EMPTY = ("", ERRORS, RECEIPTS)


class Plan(msgspec.Struct, frozen=True):
    """What a run is to make: parts, and files that are still to be cut into some; and what stands for nothing."""

    job: Job
    names: tuple[str, ...]
    groups: tuple[Part | Source, ...]
    unread: tuple[Refused, ...]
    most: int
    failed: tuple[Failed, ...] = ()

    @property
    def uncut(self) -> tuple[Source, ...]:
        """The files that are still to be cut."""
        return tuple(one for one in self.groups if isinstance(one, Source))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are known."""
        return tuple(one for one in self.groups if isinstance(one, Part))

    @property
    def articles(self) -> int:
        """How many articles they have."""
        return sum(part.articles for part in self.parts)


def planned(names: Sequence[str], job: Job, most: int) -> Plan:
    """Return the plan for what the names stand for. Raises JijitsuError where the output folder is another's."""
    before = manifest.read(job.output)
    other = next((name for name in before.names if name not in names and _exists(name)), None) if before else None
    if other is not None:
        hint = "Name another folder, or all inputs together"
        raise JijitsuError(f"this folder holds the claims of other inputs ({other})", where=job.output, hint=hint)
    found = list(sources(names))
    unread = tuple(Refused(one.what, one.where, one.hint) for one in found if isinstance(one, JijitsuError))
    every = dict.fromkeys(one for one in found if not isinstance(one, JijitsuError))
    return Plan(job, tuple(names), tuple(groups(every, most)), unread, most)


def cut_up(plan: Plan, engine: Engine, step: Callable[[int], None], tell: Tell) -> Plan:
    """Return the plan with its files of many articles cut into parts, by the engine. Raises JijitsuError."""
    cuts: dict[str, tuple[Part, ...]] = {}
    failed: list[Failed] = []
    work = partial(_cut, plan.job, plan.most)
    dispatcher: Dispatcher[Source, tuple[Part, ...]] = Dispatcher(engine, work, tell)
    for source, answer in dispatcher.run(plan.uncut):
        step(1)
        if isinstance(answer, JijitsuError):
            failed.append(Failed(source.name, (source.name,), str(answer)))
        else:
            cuts[source.name] = answer
    every = (cuts.get(one.name, ()) if isinstance(one, Source) else (one,) for one in plan.groups)
    return msgspec.structs.replace(plan, groups=tuple(chain.from_iterable(every)), failed=tuple(failed))


def run(plan: Plan, engine: Engine, step: Callable[[int, bool], None], tell: Tell) -> Manifest:
    """Make all parts, write the manifest and return it; `step` is told how many articles a part had, and if it is new.

    Raises JijitsuError where the engine or the store is gone, and leaves what was made.
    """
    job = plan.job
    for folder in _EMPTY:
        stores.make_folder(stores.join(job.output, *([folder] if folder else [])))
    whole = Manifest(names=plan.names, way=made_by(job), form=job.form, unread=plan.unread)
    manifest.write(job.output, whole)
    receipts: dict[str, Receipt] = {}
    failed: dict[str, Failed] = {}
    dispatcher: Dispatcher[Part, Made] = Dispatcher(engine, partial(_make, job), tell)
    for part, answer in dispatcher.run(plan.parts):
        if isinstance(answer, JijitsuError):
            failed[part.name] = _failed(part, str(answer))
            step(part.articles, True)
        else:
            receipts[part.name] = answer.receipt
            step(part.articles, answer.anew)
    _held_against(job, plan.parts, receipts, failed)
    if not plan.failed:
        _cleaned(job, plan.parts)
    order = [part.name for part in plan.parts]
    broken = (*plan.failed, *(failed[name] for name in order if name in failed))
    whole = manifest.filled(whole, (receipts[name] for name in order if name in receipts), broken)
    manifest.write(job.output, whole)
    return whole


def _cut(job: Job, most: int, source: Source, careful: bool, sure: bool) -> tuple[Part, ...]:
    del careful  # nothing is made of texts here
    return cut(source, job.reading, job.base, most, sure=sure)


def _exists(name: str) -> bool:
    """True if a name still stands for something."""
    if not stores.remote(name):
        return Path(name).exists()
    return any(not isinstance(one, JijitsuError) for one in sources([name]))


def _make(job: Job, part: Part, careful: bool, sure: bool) -> Made:
    return make(job, part, careful=careful, sure=sure)


def _failed(part: Part, why: str) -> Failed:
    return Failed(part.name, tuple(dict.fromkeys(piece.name for piece in part.pieces)), why)


def _held_against(job: Job, plan: Iterable[Part], receipts: dict[str, Receipt], failed: dict[str, Failed]) -> None:
    """What workers say they wrote must be seen from here too: they may have a folder of their own by that name."""
    there = stores.listing(job.output)
    for part in plan:
        receipt = receipts.get(part.name)
        if receipt is not None and there.get(part.name + SUFFIXES[job.form]) != receipt.bytes:
            del receipts[part.name]
            why = f"a worker wrote this part, but it is not in {job.output} here. All must share this folder."
            failed[part.name] = _failed(part, why)


def _cleaned(job: Job, plan: Iterable[Part]) -> None:
    """Remove parts whose inputs are gone, and what killed writers left behind."""
    wanted = [part.name for part in plan]
    for folder, suffix in (("", SUFFIXES[job.form]), (ERRORS, ".ndjson"), (RECEIPTS, ".json")):
        place = stores.join(job.output, *([folder] if folder else []))
        there = {name for name in stores.listing(place) if OURS.fullmatch(name)}
        stores.remove(place, there.difference(name + suffix for name in wanted))
        stores.sweep(place)


def told(folder: str, whole: Manifest, most: int) -> Iterable[JijitsuError]:
    """Yield the first few things that could not be read, and why."""
    left = most
    for refused in whole.unread[:most]:
        left -= 1
        yield JijitsuError(refused.what, where=refused.where, hint=refused.hint)
    for part in whole.parts:
        if left <= 0:
            return
        if part.errors:
            for line in stores.get(stores.join(folder, ERRORS, part.part + ".ndjson")).splitlines()[:left]:
                left -= 1
                refused = msgspec.json.decode(line, type=Refused)
                yield JijitsuError(refused.what, where=refused.where, hint=refused.hint)
