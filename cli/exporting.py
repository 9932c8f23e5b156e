"""The agreed shape of a format that claims are exported to, and the columns of flat ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path

import msgspec

from jijitsu.extract import plugins
from jijitsu.extract.collect import collect
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.numbers import written

Cell = str | int | Decimal | None
Find = Callable[[ArticleRef], str | None]
"""What a claim names -> the text of that article, or None."""


class Settings(msgspec.Struct, frozen=True):
    """How to write: with a byte order mark, where `takes_bom`; `find` gives the text of an article."""

    find: Find
    bom: bool = False


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A format. It has one of `chunks` and `write`.

    `chunks` gives a text piece by piece, so that it can go to a pipe; `write` puts claims into a file, which is new
    unless the format `grows`: then it adds to the file that is there, whole or not at all. `read` gives the claims
    back, from a file that begins with `magic`. None of them keeps all claims in memory.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    chunks: Callable[[Iterable[Claim], Settings], Iterator[bytes]] | None = None
    write: Callable[[Iterable[Claim], Path, Settings], None] | None = None
    read: Callable[[Path], Iterator[Claim]] | None = None
    magic: bytes = b""
    grows: bool = False
    takes_bom: bool = False


def exports() -> tuple[Export, ...]:
    """All formats: ours in order of their modules' names, then those of plug-ins."""
    return (*_ours(), *(plugin.part for plugin in brought()))


def lines() -> Export:
    """NDJSON, without loading the others: that costs more than a run that finds all it wants in the cache."""
    export: Export = import_module("jijitsu.cli.exports.ndjson").EXPORT
    return export


def _ours() -> tuple[Export, ...]:
    return collect("jijitsu.cli.exports", "EXPORT")


@cache
def brought() -> tuple[plugins.Plugin, ...]:
    """The formats of plug-ins. Warns of those that are of no use, when first asked."""
    names = {export.name for export in _ours()}
    suffixes = {suffix for export in _ours() for suffix in export.suffixes}

    def wrong(export: Export) -> str | None:
        if export.name in names:
            return f"calls its format {export.name}, as another one is called"
        if taken := [suffix for suffix in export.suffixes if suffix in suffixes]:
            return f"wants files that end in {taken[0]}, which is another format's"
        if (export.chunks is None) == (export.write is None):
            return "has not exactly one of chunks and write"
        names.add(export.name)
        suffixes.update(export.suffixes)
        return None

    return plugins.plugged(plugins.EXPORTS, Export, wrong)


_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("id", "kind", "measure")),
    ("subject", ("text", "name", "id", "type")),
    ("value", ("amount", "amount_max", "unit", "relation", "text")),
    ("equivalent", ("amount", "unit", "relation", "text")),
    ("", ("direction", "mark", "basis")),
    ("time", ("text", "start", "end", "resolved_by")),
    ("", ("modality",)),
    ("attribution", ("speaker", "speaker_text", "speaker_id", "role", "org", "medium", "cue")),
    ("quote", ("text", "type")),
    ("evidence", ("start", "end", "text", "line", "column", "prefix", "suffix")),
    ("sentence", ("start", "end")),
    ("", ("fact", "rule")),
)
COLUMNS = tuple(f"{part}_{field}" if part else field for part, fields in _PARTS for field in fields)
"""The documented order: the record's keys in the record's order, `subject.name` as `subject_name`."""
ARTICLE = ("path", "sha256", "title", "published", "publisher", "url", "member", "row", "field")
"""The fields of an article; flat formats have them in front, as `article_path` and so on."""


def cells(claim: Claim) -> Iterator[tuple[str, Cell]]:
    """Yield column and cell of a claim, in the order of COLUMNS; the article's own columns are left out."""
    parts = {"": claim, "sentence": claim.evidence.sentence}
    names = iter(COLUMNS)
    for part, fields in _PARTS:
        holder = parts.get(part) or getattr(claim, part)
        for field in fields:
            yield next(names), _cell(getattr(holder, field, None))


def row(claim: Claim) -> Iterator[Cell]:
    """Yield the cells of a flat row: the article's, then the claim's."""
    for field in ARTICLE:
        yield _cell(getattr(claim.article, field))
    for _, cell in cells(claim):
        yield cell


def heads() -> list[str]:
    """Return the column heads of a flat row."""
    return [*(f"article_{field}" for field in ARTICLE), *COLUMNS]


_FORMULA = re.compile(r"\A(?:[\t\r\n]|[\s\ufeff\u200b\0]*[=+\-@＝＋－＠])")
"""Excel takes the full-width signs too where it is Japanese, and passes over blanks in front of a formula."""


def defused(text: str) -> str:
    """Return text with ' in front where a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(value: object) -> Cell:
    """Days as text; the rest as it is."""
    return value if value is None or isinstance(value, (str, int, Decimal)) else str(value)


def table(claims: Iterable[Claim], settings: Settings, line: Callable[[list[str]], str]) -> Iterator[bytes]:
    """Yield a flat table line by line, its heads first; `line` joins the cells, in which nothing runs as a formula."""
    if settings.bom:
        yield b"\xef\xbb\xbf"
    yield line(heads()).encode()
    for claim in claims:
        yield line([_shown(cell) for cell in row(claim)]).encode()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return written(cell)
    return str(cell) if isinstance(cell, int) else defused(cell)
