"""Files in, claims out as bytes, in the order of the files: over processes, and from the cache where nothing changed.

Files of one article go to the processes by name; articles in tables and archives are taken out here, one after the
other, and go as they are, so that no file is too large.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from jijitsu.cli import console
from jijitsu.extract.reading import Reading
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.cache import Cache, Keys
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.plugins import Tell
    from jijitsu.extract.reading.raw import Raw
    from jijitsu.schemas.article import Article

_AT_ONCE = 64
"""So many articles are read at once: their sentences share the parser's batches."""
_LOOKED_UP = 256
"""So many files are looked up in the cache at once."""
_BYTES_AT_ONCE = 2**20
"""Longer files are read in smaller companies."""
_FEW = 24
"""So few articles are not worth another process."""
_BEGINNINGS = (
    (b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "rss"), (b"<rss", "rss"), (b'{"', "jsonl"),
    (b"pk\x03\x04", "zip"), (b"par1", "parquet"), (b"\x1f\x8b", "txt.gz"),
)  # fmt: skip
File = Path | JijitsuError


class Way(msgspec.Struct, frozen=True):
    """How articles are read; what another process must know."""

    reading: Reading = Reading()
    lexicon: Path | None = None
    parse: Literal["none", "auto", "all"] = "auto"
    explain: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What became of one article: its claims as lines, what --explain says of it, or why it could not be read."""

    lines: bytes = b""
    said: str | None = None
    fault: tuple[str, str | None, str | None] | None = None
    """What, where and hint of a JijitsuError."""
    key: bytes | None = None
    """Of the article as it was when it was read."""
    file: int = 0
    """Which of the files it came from, from 0."""
    warned: tuple[tuple[str, str], ...] = ()
    """What was told meanwhile of plug-ins that failed: which, and how."""

    def error(self) -> JijitsuError | None:
        """The fault as an error."""
        return JijitsuError(self.fault[0], where=self.fault[1], hint=self.fault[2]) if self.fault else None


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
    keys = cache.Keys(_options(way), way.lexicon)
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


def _options(way: Way) -> bytes:
    return msgspec.json.encode((way.reading.deciding, way.parse))


class _Entry(msgspec.Struct):
    """An article to be read, with its key, and with its lines where the cache has them."""

    file: int
    item: Path | Raw | JijitsuError
    key: bytes | None = None
    lines: bytes | None = None

    @property
    def unread(self) -> bool:
        return self.lines is None and not isinstance(self.item, JijitsuError)


def _answers(
    files: Sequence[File], way: Way, jobs: int | None, keys: Keys | None, store: Cache | None
) -> Iterator[Answer]:
    from jijitsu.extract.jobs import cores, spread

    plans: deque[list[_Entry]] = deque()
    entries = _entries(files, way)
    first = _first(entries)
    few = len(first) <= _FEW and sum(map(_held, first)) <= _BYTES_AT_ONCE
    processes = 1 if few else (jobs or cores())

    def batches() -> Iterator[list[tuple[Path | Raw, bytes | None]]]:
        for plan in _plans(chain(first, entries), keys, store):
            plans.append(plan)
            yield [(entry.item, entry.key) for entry in plan if entry.unread]  # type: ignore[misc]  # unread is no error

    work = partial(read_all, way)
    with closing(spread(work, batches(), processes, ready=partial(ready, way), lost=_lost)) as found:
        for read in found:
            fresh, made = [], iter(read)
            for entry in plans.popleft():
                if isinstance(entry.item, JijitsuError):
                    answer = _fault(entry.item)
                elif entry.lines is not None:
                    answer = Answer(entry.lines)
                else:
                    answer = next(made)
                    if entry.key is not None and answer.key == entry.key and answer.fault is None:
                        fresh.append((entry.key, answer.lines))
                yield msgspec.structs.replace(answer, file=entry.file)
            if store is not None:
                store.put(fresh)


def _entries(files: Sequence[File], way: Way) -> Iterator[_Entry]:
    """The articles of all files: those of tables and archives taken out of them, others by the names of their files."""
    from jijitsu.extract.reading.inputs import holds_many, raws

    for number, file in enumerate(files):
        if str(file) == "-" and not way.reading.piped:
            _tell_of_input()
        if isinstance(file, JijitsuError) or not holds_many(str(file), way.reading.piped):
            yield _Entry(number, file)
        else:
            yield from (_Entry(number, raw) for raw in raws(file, way.reading))


def _tell_of_input() -> None:
    """Say so where standard input, which is read as text, begins like something else."""
    peek = getattr(sys.stdin.buffer, "peek", None)
    head = peek(64)[:64].lstrip().lower() if peek is not None else b""
    ending = next((ending for begin, ending in _BEGINNINGS if head.startswith(begin)), None)
    if ending is not None:
        console.warn(f"standard input is read as text, but looks like {ending}; is --input-format {ending} meant?")


def _first(entries: Iterator[_Entry]) -> list[_Entry]:
    """The first few articles: one more than are too few for processes, and no more than memory is meant to hold."""
    some: list[_Entry] = []
    size = 0
    while len(some) <= _FEW and size <= _BYTES_AT_ONCE and (entry := next(entries, None)) is not None:
        some.append(entry)
        size += _held(entry)
    return some


def _held(entry: _Entry) -> int:
    """About how many bytes of the article are in memory."""
    return 0 if isinstance(entry.item, (Path, JijitsuError)) else entry.item.size


def _plans(entries: Iterable[_Entry], keys: Keys | None, store: Cache | None) -> Iterator[list[_Entry]]:
    """The articles in companies of which about as many are still to be read."""
    plan: list[_Entry] = []
    unread = size = 0
    for entry in _looked_up(entries, keys, store):
        plan.append(entry)
        if entry.unread:
            unread, size = unread + 1, size + _size(entry.item)
        if unread == _AT_ONCE or size > _BYTES_AT_ONCE or len(plan) == _LOOKED_UP:
            yield plan
            plan, unread, size = [], 0, 0
    if plan:
        yield plan


def _looked_up(entries: Iterable[_Entry], keys: Keys | None, store: Cache | None) -> Iterator[_Entry]:
    if keys is None or store is None:
        yield from entries
        return
    for some in _companies(entries):
        for entry in some:
            entry.key = _key(keys, entry.item)
        held = store.get([entry.key for entry in some if entry.key is not None])
        for entry in some:
            entry.lines = held.get(entry.key) if entry.key else None
            yield entry


def _companies(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """So many entries as are looked up at once, and no more than memory is meant to hold."""
    some: list[_Entry] = []
    size = 0
    for entry in entries:
        some.append(entry)
        size += _held(entry)
        if len(some) == _LOOKED_UP or size > _BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _key(keys: Keys, item: Path | Raw | JijitsuError) -> bytes | None:
    if isinstance(item, Path):
        return None if str(item) == "-" else keys.key(item)
    return None if isinstance(item, JijitsuError) else keys.key_of(item)


def _size(item: Path | Raw | JijitsuError) -> int:
    if not isinstance(item, Path):
        return 0 if isinstance(item, JijitsuError) else item.size
    try:
        return item.stat().st_size
    except (OSError, ValueError):
        return 0


def ready(way: Way) -> None:
    """Load what every article needs, before there are other processes to share it."""
    from multiprocessing import parent_process

    from jijitsu.extract.pipeline import warm
    from jijitsu.extract.plugins import PluginWarning

    if parent_process() is not None:  # where processes are spawned, each loads plug-ins; the parent has told of them
        warnings.simplefilter("ignore", PluginWarning)
    warm(_how(way))


def read_all(way: Way, items: Sequence[tuple[Path | Raw, bytes | None]]) -> list[Answer]:
    """Read articles and their claims. Faults of one article leave the others alone."""
    articles: dict[int, Article] = {}
    found: list[Answer] = [Answer()] * len(items)
    for number, (item, _) in enumerate(items):
        try:
            articles[number] = _article(item, way)
        except JijitsuError as fault:
            found[number] = _fault(fault)
    keys = _keys(way) if any(key and isinstance(item, Path) for item, key in items) else None
    said: list[tuple[str, str]] = []
    made = list(_lines(list(articles.values()), way, lambda *news: said.append(news)))
    for (number, article), lines in zip(articles.items(), made, strict=True):
        item, key = items[number]
        if isinstance(item, Path):
            key = keys.key(item) if keys and key else None  # the file may be another one by now
        if said:
            key = None  # a plug-in that failed is heard of again
        found[number] = (
            _fault(lines) if isinstance(lines, JijitsuError)
            else Answer(lines, _explained(article) if way.explain else None, key=key)
        )  # fmt: skip
    if said:
        found[0] = msgspec.structs.replace(found[0], warned=tuple(said))
    return found


def _keys(way: Way) -> Keys:
    from jijitsu.extract.cache import Keys

    return Keys(_options(way), way.lexicon)


def _article(item: Path | Raw, way: Way) -> Article:
    from jijitsu.extract.reading import read
    from jijitsu.extract.reading.inputs import article_from

    return read(item, way.reading) if isinstance(item, Path) else article_from(item, way.reading)


def _lines(articles: Sequence[Article], way: Way, tell: Tell) -> Iterator[bytes | JijitsuError]:
    """The claims of each article as lines, or why there are none."""
    from jijitsu.extract import pipeline
    from jijitsu.extract.bounding import HINT, OverdueError, overdue, within
    from jijitsu.schemas.record import encode_line

    how, seconds = _how(way), way.reading.seconds
    if len(articles) > 1:
        try:
            with within(seconds):
                every = list(pipeline.extract_articles(articles, how, tell))
        except (Exception, OverdueError):  # whose fault it is, reading them one by one tells
            if os.environ.get("JIJITSU_DEBUG"):
                raise
        else:
            yield from (b"".join(map(encode_line, claims)) for claims in every)
            return
    for article in articles:
        try:
            with within(seconds):
                lines = b"".join(map(encode_line, pipeline.extract_article(article, how, tell)))
            yield lines
        except JijitsuError as fault:
            yield fault
        except OverdueError:
            yield JijitsuError(overdue(seconds), where=article.name or "standard input", hint=HINT)
        except Exception as fault:
            if os.environ.get("JIJITSU_DEBUG"):
                raise
            yield console.internal(fault, article.name or "standard input")


def _how(way: Way) -> Options:
    from jijitsu.extract.pipeline import Options

    return Options(lexicon=way.lexicon, parse=way.parse)


def _fault(fault: JijitsuError) -> Answer:
    return Answer(fault=(fault.what, fault.where, fault.hint))


def _lost(item: tuple[Path | Raw, bytes | None]) -> Answer:
    from jijitsu.extract.reading import shown

    what = "the process that read this article died, twice"
    name = shown(item[0]) if isinstance(item[0], Path) else item[0].name
    return Answer(fault=(what, name, "It may need more memory than there is; please report it otherwise"))


def _explained(article: Article) -> str:
    name = article.name or "standard input"
    if article.published is None and article.published_by:
        return f"{name}: no publication date, since {article.published_by}; --published or a sidecar decides"
    if article.published is None:
        return f"{name}: no publication date, so relative dates stay null; --published or a sidecar gives one"
    source = {"option": "--published", "dateline": "the dateline in the text"}.get(
        article.published_by or "", f"the {article.published_by}"
    )
    return f"{name}: published {article.published}, says {source}"
