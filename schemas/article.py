"""An article as it was read: decoded text and what is known about it."""

from __future__ import annotations

from datetime import date

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader hands on. `text` is never changed after decoding; a BOM is not part of it."""

    text: str
    path: str | None = None
    member: str | None = None
    """The file in an archive that the article was read from, where `path` is an archive."""
    row: int | None = None
    """Which line, row or item it was, from 1, where the file holds many articles."""
    field: str | None = None
    """The column that the text was read from, of a row."""
    sha256: str
    """Hex digest of the text encoded as UTF-8 (so that the same text in another encoding is the same article)."""
    title: str | None = None
    published: date | None = None
    published_by: str | None = None
    """Where `published` comes from: option, front matter, sidecar, column date, JSON-LD, meta …, <time> or
    dateline. Where `published` is null: why none of several is believed."""
    publisher: str | None = None
    url: str | None = None
    body_start: int = 0
    """Where the article begins behind its front matter, in code points; what stands before is no sentence."""
    asides: tuple[tuple[int, int], ...] = ()
    """Stretches from which no claim is read, in order: code and comments of Markdown."""

    @property
    def name(self) -> str | None:
        """What findings and errors call it (see `named`)."""
        return named(self.path, self.member, self.row)


def named(path: str | None, member: str | None = None, row: int | None = None) -> str | None:
    """Return what people are told: `news.zip/a.html`, `news.jsonl.gz row 17`; None for standard input as a whole.

    No two articles of a run share it.
    """
    if row is None and member is None:
        return path
    inside = f"/{member}" if member is not None else ""
    return f"{path or 'standard input'}{inside}" + (f" row {row}" if row is not None else "")
