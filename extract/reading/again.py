"""The text that a record names, found again: path, member, row and field in, text out.

Records stand in the order of their articles, so a table or an archive is read on from where the last article of it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.columns import Columns
from jijitsu.extract.reading.inputs import content_of, holds_many, raws
from jijitsu.extract.reading.raw import Raw
from jijitsu.extract.reading.unpacking import LARGEST_TABLE
from jijitsu.schemas.article import named
from jijitsu.schemas.claim import ArticleRef
from jijitsu.schemas.errors import UnreadableError

_Key = tuple[str, int]


class Place(Protocol):
    """Where a file may be: a path, or what can be asked as one. Equal to another of the same file."""

    def exists(self) -> bool:
        """True if it is there."""

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Return a stream of it."""


Places = Callable[[str], Sequence[Place]]
"""The path that a record names -> where it is looked for, first place first."""


def around(*folders: Path) -> Places:
    """Return where paths are looked for that are relative to one of several folders."""
    different = list(dict.fromkeys(folders))
    return lambda path: [folder / path for folder in different]


class _Cursor:
    """A table or an archive that is read on and on: what was taken out of it last."""

    def __init__(self, path: str, file: Place, options: Reading) -> None:
        self.of = file, options
        self._options = options
        # By stream, so that no sidecar is asked for: the text alone is wanted.
        self._stream = file.open("rb")
        self._raws = raws(self._stream, options, name=path)
        self._ahead: Raw | None = None
        self.last: _Key = ("", 0)

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def find(self, ref: ArticleRef) -> str | None:
        """Return the text of an article not before the last one. Raises UnreadableError."""
        wanted = _key(ref)
        self.last = wanted
        while (raw := self._ahead or next(self._raws, None)) is not None:
            self._ahead = None
            if isinstance(raw, UnreadableError):
                if raw.where in (ref.name, ref.path, named(ref.path, ref.member)):
                    raise raw
            elif _key(raw) >= wanted:
                self._ahead = raw
                return content_of(raw, self._options).text if _key(raw) == wanted else None
        return None


def finder(places: Places, encoding: str | None = None) -> Callable[[ArticleRef], str | None]:
    """Return a function that looks up the text of an article.

    It gives None where there is none, and raises UnreadableError.
    """
    open_one: list[_Cursor] = []

    @lru_cache(maxsize=16)
    def text_of(ref: ArticleRef) -> str | None:
        assert ref.path is not None
        columns = Columns(ref.field, "", "", "", "")
        options = Reading(encoding=encoding, columns=columns, largest=LARGEST_TABLE)  # it has been read once
        file = next((place for place in places(ref.path) if _is_there(place)), None)
        if file is None:
            return None
        if not holds_many(ref.path):
            return _whole(ref.path, file, options)
        if not open_one or open_one[0].of != (file, options) or _key(ref) < open_one[0].last:
            for one in open_one:
                one.close()
            open_one[:] = [_Cursor(ref.path, file, options)]
        return open_one[0].find(ref)

    def find(ref: ArticleRef) -> str | None:
        # Claims of one article agree on these; the rest of the reference does not matter.
        return None if ref.path is None else text_of(ArticleRef(ref.path, "", None, None, None, None, *_inside(ref)))

    return find


def _whole(path: str, file: Place, options: Reading) -> str:
    with file.open("rb") as stream:
        raw = next(raws(stream, options, name=path))
        if isinstance(raw, UnreadableError):
            raise raw
        return content_of(raw, options).text


def _is_there(place: Place) -> bool:
    """True unless there is no such file. Raises UnreadableError for a path that is none."""
    try:
        return place.exists()
    except (OSError, ValueError) as fault:
        raise UnreadableError(str(getattr(fault, "strerror", None) or fault), where=str(place)) from None


def _inside(ref: ArticleRef) -> tuple[str | None, int | None, str | None]:
    return ref.member, ref.row, ref.field


def _key(one: Raw | ArticleRef) -> _Key:
    return one.member or "", one.row or 0
