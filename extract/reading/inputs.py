"""Any file in, articles out, one after the other and in bounded memory: texts, tables of articles, pages
and feeds of the web, .gz and .zip of all of them.

`articles` is the whole way. `raws` and `article_from` are its two halves: the first takes articles out of their file
without reading them, the second reads one, perhaps in another process.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path, PurePath
from typing import BinaryIO

import msgspec

from jijitsu.extract.bounding import HINT, OverdueError, overdue, within
from jijitsu.extract.collect import collect
from jijitsu.extract.reading import STDIN, Reading, article_of, open_file, shown, unread
from jijitsu.extract.reading.archive import ZIP, BombError, Member, members
from jijitsu.extract.reading.metadata import Meta, meta_of, sidecar
from jijitsu.extract.reading.raw import Content, Format, Raw
from jijitsu.extract.reading.unpacking import opened, seekable, whole
from jijitsu.schemas.article import Article, named
from jijitsu.schemas.errors import UnreadableError

GZ = ".gz"
_TEXT = "text"


def articles(
    source: str | Path | BinaryIO,
    options: Reading = Reading(),  # noqa: B008 (frozen)
    *,
    name: str | None = None,
) -> Iterator[Article | UnreadableError]:
    """Yield the articles of a file, and in their place what is wrong with those that cannot be read. Never raises.

    `source` is a path, `-` for standard input, or a binary stream (a local file, what fsspec opens; it stays open, and
    only .zip and .parquet need one that can seek). `name` is what records call the file; its ending says what it is.
    """
    for raw in raws(source, options, name=name):
        if isinstance(raw, UnreadableError):
            yield raw
            continue
        try:
            yield article_from(raw, options)
        except UnreadableError as fault:
            yield fault


def raws(
    source: str | Path | BinaryIO,
    options: Reading = Reading(),  # noqa: B008 (frozen)
    *,
    name: str | None = None,
) -> Iterator[Raw | UnreadableError]:
    """Yield the articles of a file as they lie in it, picklable, and what is wrong with those that cannot be taken out.

    As `articles`, but nothing is made of their texts yet.
    """
    path = name if name is not None else shown(source) if isinstance(source, (str, Path)) else STDIN
    try:
        beside = sidecar(Path(source)) if isinstance(source, (str, Path)) and path != STDIN else None
        with _stream(source) as stream:
            for raw in _taken(stream, path, options):
                if isinstance(raw, Raw) and beside is not None and raw.row is None and raw.member is None:
                    raw = msgspec.structs.replace(raw, beside=beside)
                yield raw
    except UnreadableError as fault:
        yield fault if fault.where else UnreadableError(fault.what, where=path, hint=fault.hint)
    except (OSError, MemoryError) as fault:
        yield UnreadableError(unread(fault).what, where=path)


def article_from(raw: Raw, options: Reading = Reading()) -> Article:  # noqa: B008 (frozen)
    """Return the article that was taken out of a file. Raises UnreadableError."""
    try:
        with within(options.seconds):
            return _article_from(raw, options)
    except OverdueError:
        raise UnreadableError(f"reading it {overdue(options.seconds)}", where=raw.name, hint=HINT) from None


def _article_from(raw: Raw, options: Reading) -> Article:
    try:
        content = content_of(raw, options)
        beside = raw.beside.over(content.beside)
        path = None if raw.path == STDIN else raw.path
        return article_of(
            content.text, options, path=path, member=raw.member, row=raw.row, field=content.field, beside=beside
        )  # fmt: skip
    except UnreadableError as fault:
        raise UnreadableError(fault.what, where=fault.where or raw.name, hint=fault.hint) from None


def content_of(raw: Raw, options: Reading) -> Content:
    """Return the text of an article that was taken out of a file, and what its container says of it.

    Raises UnreadableError, with or without `where`.
    """
    if isinstance(raw.data, Content):
        return raw.data
    reader = _formats()[raw.form].text
    assert reader is not None
    return reader(raw.data, options)


def holds_many(name: str, piped: str = "") -> bool:
    """True for the name of a file that holds many articles: a table or an archive; `piped` as in `Reading`."""
    name = piped if name == STDIN else name
    return is_archive(name) or format_of(name).rows is not None


def is_article(name: str) -> bool:
    """True for the name of a file that articles come in; .gz and .zip as what they hold is not asked."""
    ending = PurePath(name).suffix.lower()
    return any(ending in form.suffixes for form in _formats().values())


def is_input(name: str) -> bool:
    """True for the name of a file that articles come in, .gz and .zip too."""
    return is_archive(name) or is_article(unpacked_name(name))


def looks_like(path: Path) -> bool:
    """True if a file holds what its name says, where its format can tell: articles, not claims, nor any other XML.

    Raises OSError.
    """
    with path.open("rb") as file:
        try:
            if is_archive(path.name):
                return next(members(file, is_article), None) is not None
            form = format_of(path.name)
            stream = opened(file, packed=is_packed(path.name))
            return form.mine is None or form.mine(seekable(stream) if form.seeks else stream)
        except UnreadableError:
            return True  # reading it says what is wrong


def format_of(name: str) -> Format:
    """Return the format of a file by its name; plain text where it says nothing."""
    bare = unpacked_name(name)
    ending = (bare if bare.startswith(".") else Path(bare).suffix).lower()
    return next((one for one in _formats().values() if ending in one.suffixes), _formats()[_TEXT])


def endings() -> list[str]:
    """Return what names may end in that tell what a file is, without the dot and .gz."""
    return sorted({one[1:] for form in _formats().values() for one in form.suffixes} | {ZIP[1:]})


def is_archive(name: str) -> bool:
    """True for the name of a .zip."""
    return name.lower().endswith(ZIP)


def is_packed(name: str) -> bool:
    """True for the name of a .gz."""
    return name.lower().endswith(GZ)


def unpacked_name(name: str) -> str:
    """A name without its .gz."""
    return name[: -len(GZ)] if is_packed(name) else name


def _taken(stream: BinaryIO, path: str, options: Reading) -> Iterator[Raw | UnreadableError]:
    told = _told(path, options)
    if is_archive(told):
        yield from _of_archive(stream, path, options)
    else:
        yield from _of_file(opened(stream, packed=is_packed(told)), path, None, options)


def _told(path: str, options: Reading) -> str:
    """The name that tells what a file is."""
    return options.piped if path == STDIN else path


def _of_archive(stream: BinaryIO, path: str, options: Reading) -> Iterator[Raw | UnreadableError]:
    count = 0
    for member in members(seekable(stream), is_article):
        count += 1
        name, fault = (member.name, None) if isinstance(member, Member) else member
        try:
            if isinstance(member, Member):
                beside = meta_of(*member.beside) if member.beside else Meta()
                for raw in _of_file(member.stream, path, name, options):
                    if isinstance(raw, Raw) and raw.row is None:
                        raw = msgspec.structs.replace(raw, beside=beside)
                    yield raw
        except BombError:
            raise
        except UnreadableError as broken:
            fault = broken
        if fault is not None:
            yield UnreadableError(fault.what, where=fault.where or named(path, name), hint=fault.hint)
    if not count:
        yield UnreadableError("there is no article in this archive", where=path)


def _of_file(stream: BinaryIO, path: str, member: str | None, options: Reading) -> Iterator[Raw | UnreadableError]:
    form = format_of(member or _told(path, options))
    if form.rows is None:
        yield Raw(path, member, None, form.name, whole(stream, options.largest))
        return
    for number, content in form.rows(seekable(stream) if form.seeks else stream, options):
        if isinstance(content, UnreadableError):
            yield UnreadableError(content.what, where=named(path, member, number), hint=content.hint)
        else:
            yield Raw(path, member, number, form.name, content)


def _stream(source: str | Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    """A source as a stream; what is opened here is closed."""
    if not isinstance(source, (str, Path)):
        return nullcontext(source)
    return nullcontext(sys.stdin.buffer) if str(source) == STDIN else open_file(Path(source))


@cache
def _formats() -> dict[str, Format]:
    formats: tuple[Format, ...] = collect("jijitsu.extract.reading.formats", "FORMAT")
    return {form.name: form for form in formats}
