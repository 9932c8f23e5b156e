"""Paths in, desk out: articles read and extracted, claim files read with the articles that they name.

One file that cannot be read never stops the rest: `Troubles` gathers what went wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.archive.places import anywhere
from jijitsu.extract.bounding import HINT, OverdueError, overdue, within
from jijitsu.extract.checking import ClaimFile, Dossier, Record
from jijitsu.extract.reading.again import finder
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import RecordError, decode_line, decode_lines

if TYPE_CHECKING:
    from jijitsu.extract.linking import Linked
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading import Reading

_LINES_AT_ONCE = 100
"""How many lines of a claim file are decoded at once, if all are without fault: buffers stay small enough to be used again."""
CLAIM_FILES = frozenset({".ndjson", ".jsonl"})
_AT_ONCE = 64
"""How many articles are seen before the parser is asked about all their sentences at once."""


class Gathered(msgspec.Struct):
    """What was read of the paths given, in order; `troubles` are files that could not be read."""

    dossiers: list[Dossier] = []
    files: list[ClaimFile] = []
    troubles: list[JijitsuError] = []


def is_claim_file(name: str, head: bytes = b"") -> bool:
    """True for NAME.ndjson and NAME.jsonl, unless articles stand in them, and for what begins as a record does."""
    if Path(name).suffix.lower() in CLAIM_FILES:
        return not _holds_articles(Path(name))
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b'{"schema"')


def _holds_articles(path: Path) -> bool:
    from jijitsu.extract.reading.inputs import looks_like

    try:
        return looks_like(path)
    except OSError:
        return False  # whoever reads it will say so


def read_articles(files: Iterable[Path | JijitsuError], reading: Reading, how: Options, into: Gathered) -> None:
    """Read and extract articles; what fails goes to `into.troubles`."""
    stream = _read(files, reading, into)
    while batch := list(islice(stream, _AT_ONCE)):
        try:
            into.dossiers += _extracted(batch, how, reading.seconds)
        except (Exception, OverdueError):
            for article in batch:
                try:
                    into.dossiers += _extracted([article], how, reading.seconds)
                except OverdueError:
                    name = article.name or "standard input"
                    into.troubles.append(JijitsuError(overdue(reading.seconds), where=name, hint=HINT))
                except Exception as fault:
                    if os.environ.get("JIJITSU_DEBUG"):
                        raise
                    into.troubles.append(_internal(fault, article))


def _read(files: Iterable[Path | JijitsuError], reading: Reading, into: Gathered) -> Iterator[Article]:
    from jijitsu.extract.reading.inputs import articles

    for file in files:
        for found in [file] if isinstance(file, JijitsuError) else articles(file, reading):
            if isinstance(found, JijitsuError):
                into.troubles.append(found)
            else:
                yield found


def _internal(fault: Exception, article: Article) -> JijitsuError:
    if isinstance(fault, JijitsuError):
        return fault
    what = f"a fault of jijitsu itself: {type(fault).__name__}: {fault}".rstrip(".")
    hint = "Please report it; JIJITSU_DEBUG=1 shows where it was raised"
    return JijitsuError(what, where=article.name or "standard input", hint=hint)


def _extracted(articles: Sequence[Article], how: Options, seconds: float) -> list[Dossier]:
    with within(seconds):
        return list(dossiers(articles, how))


def dossiers(articles: Sequence[Article], how: Options | None = None) -> Iterator[Dossier]:
    """Articles in, each with its claims, story and utterances out. The parser is asked once for all of them."""
    from jijitsu.extract import pipeline

    yield from map(dossier_of, pipeline.read_through(articles, how or pipeline.DEFAULTS))


def dossier_of(linked: Linked) -> Dossier:
    """What was linked in an article in, out the article with its claims, story and utterances."""
    from jijitsu.extract import pipeline

    story = linked.story
    path = story.article.name or "-"
    return Dossier(path, story.article, tuple(pipeline.claims_of(linked)), story, linked.speeches)


def read_claims(
    name: str,
    lines: Iterable[tuple[int, bytes]],
    encoding: str | None,
    into: Gathered,
    find: Callable[[ArticleRef], str | None] | None = None,
) -> None:
    """Read a claim file: its records, the articles that they name, and a dossier for each of these.

    `lines` are numbered from 1, all of them. `find` looks up texts; else articles are looked for from the working
    directory, then from the folder of the claim file.
    """
    records = tuple(_records(lines))
    by_article: dict[tuple[str, str], list[Claim]] = {}
    ref, row = None, []
    for claim in (record.claim for record in records if record.claim is not None):
        if claim.article is not ref:  # `_records` shares it among neighbours
            ref = claim.article
            row = by_article.setdefault((ref.name or "-", ref.sha256), [])
        row.append(claim)
    find = find or finder(anywhere(Path(), Path() if name == "-" else Path(name).parent), encoding)
    articles = {path: read_article(claims[0].article, find) for (path, _), claims in by_article.items()}
    into.files.append(ClaimFile(name, records, articles))
    known = {dossier.path for dossier in into.dossiers}
    for (path, _), claims in by_article.items():
        found = articles[path]
        if path not in known:
            into.dossiers.append(Dossier(path, found if isinstance(found, Article) else None, tuple(claims)))


def _records(lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    stream = iter(lines)
    at = start = 0
    shared = None
    while batch := list(islice(stream, _LINES_AT_ONCE)):
        for (number, raw), (length, claim, wrong) in zip(batch, _decoded([raw for _, raw in batch]), strict=True):
            end = start + length - (len(raw) - len(raw.rstrip(b"\r\n")))
            if claim is not None:
                # Claims stand in order of their articles: sharing what says which saves a fifth of the memory.
                if claim.article == shared:
                    msgspec.structs.force_setattr(claim, "article", shared)
                shared = claim.article
            if claim is not None or wrong:
                yield Record(number, at, start, end, claim, wrong)
            at, start = at + len(raw), start + length


def _decoded(raws: Sequence[bytes]) -> Iterable[tuple[int, Claim | None, str]]:
    """For each line its length in code points, and its claim or what is wrong with it; neither if it is blank."""
    claims = decode_lines(b"".join(raws))
    if claims is None or len(claims) != len(raws):
        return map(_decoded_alone, raws)
    return zip([len(raw.decode()) for raw in raws], claims, repeat(""), strict=False)


def _decoded_alone(raw: bytes) -> tuple[int, Claim | None, str]:
    length = len(raw.decode("utf-8", "replace"))
    try:
        return length, decode_line(raw.rstrip(b"\r\n")) if raw.strip() else None, ""
    except RecordError as fault:
        return length, None, str(fault)


def read_article(ref: ArticleRef, find: Callable[[ArticleRef], str | None]) -> Article | str:
    """The article that a claim names, or why there is none. Claims of standard input name none."""
    if ref.path is None:
        return ""
    try:
        text = find(ref)
    except JijitsuError as fault:
        return str(fault)
    except OSError as fault:
        return f"it cannot be read ({fault.strerror or fault})"
    if text is None:
        return "there is no such file" if ref.row is None and ref.member is None else "there is none such"
    # The text's own digest is not reckoned: each claim's evidence is looked up.
    return Article(
        text=text, path=ref.path, member=ref.member, row=ref.row, field=ref.field, sha256=ref.sha256, title=ref.title,
        published=ref.published, publisher=ref.publisher, url=ref.url,
    )  # fmt: skip
