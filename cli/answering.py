"""What becomes of each article that a process is given: its claims as lines, or why there are none."""

from __future__ import annotations

import gc
import os
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from jijitsu.cli import console
from jijitsu.extract.reading import Reading
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.cache import Keys
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.plugins import Tell
    from jijitsu.extract.reading.raw import Raw
    from jijitsu.schemas.article import Article


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


def options_of(way: Way) -> bytes:
    """What of it decides about claims, as the keys of the cache hold it."""
    return msgspec.json.encode((way.reading.deciding, way.parse))


def ready(way: Way) -> None:
    """Load what every article needs, before there are other processes to share it."""
    from multiprocessing import parent_process

    from jijitsu.extract.pipeline import warm
    from jijitsu.extract.plugins import PluginWarning

    if parent_process() is not None:  # where processes are spawned, each loads plug-ins; the parent has told of them
        warnings.simplefilter("ignore", PluginWarning)
    warm(_how(way))


_SELDOM = (50_000, 20, 100)
"""Articles leave next to no cycles of objects; looking for them as often as Python does took 2% of the time (0.14 s of 5.6)."""


def read_all(way: Way, items: Sequence[tuple[Path | Raw, bytes | None]]) -> list[Answer]:
    """Read articles and their claims. Faults of one article leave the others alone."""
    gc.set_threshold(*_SELDOM)
    articles: dict[int, Article] = {}
    found: list[Answer] = [Answer()] * len(items)
    for number, (item, _) in enumerate(items):
        try:
            articles[number] = _article(item, way)
        except JijitsuError as fault:
            found[number] = answer_of(fault)
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
            answer_of(lines) if isinstance(lines, JijitsuError)
            else Answer(lines, _explained(article) if way.explain else None, key=key)
        )  # fmt: skip
    if said:
        found[0] = msgspec.structs.replace(found[0], warned=tuple(said))
    return found


def _keys(way: Way) -> Keys:
    from jijitsu.extract.cache import Keys

    return Keys(options_of(way), way.lexicon)


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


def answer_of(fault: JijitsuError) -> Answer:
    """The answer of an article that cannot be read."""
    return Answer(fault=(fault.what, fault.where, fault.hint))


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
