"""An article that was taken out of its file but not read yet, and the shape of a format that files come in.

A `Raw` holds all that reading it needs, so that it can go to another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from jijitsu.extract.reading.metadata import Meta
from jijitsu.schemas.article import named
from jijitsu.schemas.errors import UnreadableError

if TYPE_CHECKING:
    from jijitsu.extract.reading import Reading


class Content(msgspec.Struct, frozen=True):
    """A decoded text, what its container says of it, and the column that it stood in."""

    text: str
    beside: Meta = Meta()
    field: str | None = None


class Raw(msgspec.Struct, frozen=True):
    """Where an article lies (as records name it), and what it is read from: a file's bytes, or a row's content."""

    path: str | None
    member: str | None
    row: int | None
    form: str
    """The name of the format that reads `data`."""
    data: bytes | Content
    beside: Meta = Meta()
    """What the sidecar says."""

    @property
    def name(self) -> str:
        """What errors call it."""
        return named(self.path, self.member, self.row) or "-"

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.data) if isinstance(self.data, bytes) else 3 * len(self.data.text)


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that files of articles come in. It has one of `text` and `rows`.

    `text` decodes a file that is one article; `rows` yields number (from 1) and content of each article of a file that
    holds many, in bounded memory, or what is wrong with that one. Both raise UnreadableError, without `where`, where the
    file as a whole cannot be read. `mine` tells whether a file found in a folder is one of these, where its name
    alone does not; it may raise UnreadableError.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    text: Callable[[bytes, Reading], Content] | None = None
    rows: Callable[[BinaryIO, Reading], Iterator[tuple[int, Content | UnreadableError]]] | None = None
    mine: Callable[[BinaryIO], bool] | None = None
    seeks: bool = False
    """True if `rows` needs a stream that can seek."""
