"""Files in, claims out as bytes, in the order of the files: over processes, and from the cache where nothing changed."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.cache import Cache, Keys
    from jijitsu.extract.pipeline import Options
    from jijitsu.schemas.article import Article

_AT_ONCE = 64
"""So many articles are read at once: their sentences share the parser's batches."""
_LOOKED_UP = 256
"""So many files are looked up in the cache at once."""
_BYTES_AT_ONCE = 2**20
"""Longer files are read in smaller companies."""
_FEW = 24
"""So few articles are not worth another process."""
File = Path | JijitsuError


class Way(msgspec.Struct, frozen=True):
    """How articles are read; what another process must know."""

    published: date | None = None
    encoding: str | None = None
    lexicon: Path | None = None
    parse: Literal["none", "auto", "all"] = "auto"
    explain: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What became of one file: its claims as lines, what --explain says of it, or why it could not be read."""

    lines: bytes = b""
    said: str | None = None
    fault: tuple[str, str | None, str | None] | None = None
    """What, where and hint of a JijitsuError."""
    key: bytes | None = None
    """Of the file as it was when it was read."""

    def error(self) -> JijitsuError | None:
        """The fault as an error."""
        return JijitsuError(self.fault[0], where=self.fault[1], hint=self.fault[2]) if self.fault else None


def answers(files: Sequence[File], way: Way, *, jobs: int | None, cached: bool) -> Generator[Answer, None, None]:
    """Yield one answer for each file, in order. `jobs`: processes, None for the cores there are."""
    from jijitsu.extract import cache

    if os.environ.get("JIJITSU_DEBUG") or any(str(file) == "-" for file in files):
        jobs = 1  # a fault is raised where it is seen; standard input is ours alone
    if not cached or way.explain:
        yield from _answers(files, way, jobs, None, None)
        return
    keys = cache.Keys(_options(way), way.lexicon)
    with closing(cache.Cache(cache.home(Path.cwd()))) as store:
        yield from _answers(files, way, jobs, keys, store)


def _options(way: Way) -> bytes:
    return msgspec.json.encode((way.published, way.encoding, way.parse))


_Plan = list[tuple[File, bytes | None, bytes | None]]
"""Files with their keys, and with their lines where the cache has them."""


def _answers(
    files: Sequence[File], way: Way, jobs: int | None, keys: Keys | None, store: Cache | None
) -> Iterator[Answer]:
    from jijitsu.extract.jobs import cores, spread

    plans: deque[_Plan] = deque()

    def batches() -> Iterator[list[tuple[Path, bytes | None]]]:
        for plan in _plans(files, keys, store):
            plans.append(plan)
            yield [(file, key) for file, key, lines in plan if lines is None and isinstance(file, Path)]

    processes = 1 if len(files) <= _FEW else (jobs or cores())
    work = partial(read_all, way)
    with closing(spread(work, batches(), processes, ready=partial(ready, way), lost=_lost)) as found:
        for read in found:
            fresh, made = [], iter(read)
            for file, key, lines in plans.popleft():
                if isinstance(file, JijitsuError):
                    yield Answer(fault=(file.what, file.where, file.hint))
                elif lines is not None:
                    yield Answer(lines)
                else:
                    answer = next(made)
                    if key is not None and answer.key == key and answer.fault is None:
                        fresh.append((key, answer.lines))
                    yield answer
            if store is not None:
                store.put(fresh)


def _plans(files: Sequence[File], keys: Keys | None, store: Cache | None) -> Iterator[_Plan]:
    """The files in companies of which about as many are still to be read."""
    plan: _Plan = []
    unread = size = 0
    for file, key, lines in _looked_up(files, keys, store):
        plan.append((file, key, lines))
        if lines is None and isinstance(file, Path):
            unread, size = unread + 1, size + _size(file)
        if unread == _AT_ONCE or size > _BYTES_AT_ONCE or len(plan) == _LOOKED_UP:
            yield plan
            plan, unread, size = [], 0, 0
    if plan:
        yield plan


def _looked_up(
    files: Sequence[File], keys: Keys | None, store: Cache | None
) -> Iterator[tuple[File, bytes | None, bytes | None]]:
    if keys is None or store is None:
        yield from ((file, None, None) for file in files)
        return
    for start in range(0, len(files), _LOOKED_UP):
        some = files[start : start + _LOOKED_UP]
        made = [keys.key(file) if isinstance(file, Path) and str(file) != "-" else None for file in some]
        held = store.get([key for key in made if key is not None])
        yield from ((file, key, held.get(key) if key else None) for file, key in zip(some, made, strict=True))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def ready(way: Way) -> None:
    """Load what every article needs, before there are other processes to share it."""
    from jijitsu.extract.pipeline import warm

    warm(_how(way))


def read_all(way: Way, files: Sequence[tuple[Path, bytes | None]]) -> list[Answer]:
    """Read files and their claims. Faults of one file leave the others alone."""
    articles: dict[int, Article] = {}
    found: list[Answer] = [Answer()] * len(files)
    for number, (file, _) in enumerate(files):
        try:
            articles[number] = _article(file, way)
        except JijitsuError as fault:
            found[number] = _fault(fault)
    keys = _keys(way) if any(key for _, key in files) else None
    for (number, article), lines in zip(articles.items(), _lines(list(articles.values()), way), strict=True):
        file, wanted = files[number]
        key = keys.key(file) if keys and wanted else None
        found[number] = (
            _fault(lines) if isinstance(lines, JijitsuError)
            else Answer(lines, _explained(article) if way.explain else None, key=key)
        )  # fmt: skip
    return found


def _keys(way: Way) -> Keys:
    from jijitsu.extract.cache import Keys

    return Keys(_options(way), way.lexicon)


def _article(file: Path, way: Way) -> Article:
    from jijitsu.extract.reading import Reading, read

    return read(file, Reading(way.published, way.encoding))


def _lines(articles: Sequence[Article], way: Way) -> Iterator[bytes | JijitsuError]:
    """The claims of each article as lines, or why there are none."""
    from jijitsu.extract import pipeline
    from jijitsu.schemas.record import encode_line

    how = _how(way)
    if len(articles) > 1:
        try:
            every = list(pipeline.extract_articles(articles, how))
        except Exception:  # whose fault it is, reading them one by one tells
            if os.environ.get("JIJITSU_DEBUG"):
                raise
        else:
            yield from (b"".join(map(encode_line, claims)) for claims in every)
            return
    for article in articles:
        try:
            yield b"".join(map(encode_line, pipeline.extract_article(article, how)))
        except JijitsuError as fault:
            yield fault
        except Exception as fault:
            if os.environ.get("JIJITSU_DEBUG"):
                raise
            yield console.internal(fault, article.path or "standard input")


def _how(way: Way) -> Options:
    from jijitsu.extract.pipeline import Options

    return Options(lexicon=way.lexicon, parse=way.parse)


def _fault(fault: JijitsuError) -> Answer:
    return Answer(fault=(fault.what, fault.where, fault.hint))


def _lost(item: tuple[Path, bytes | None]) -> Answer:
    from jijitsu.extract.reading import shown

    what = "the process that read this file died, twice"
    return Answer(fault=(what, shown(item[0]), "It may need more memory than there is; please report it otherwise"))


def _explained(article: Article) -> str:
    name = article.path or "standard input"
    if article.published is None:
        return f"{name}: no publication date, so relative dates stay null; --published or a sidecar gives one"
    source = {"option": "--published", "dateline": "the dateline in the text"}.get(
        article.published_by or "", f"the {article.published_by}"
    )
    return f"{name}: published {article.published}, says {source}"
