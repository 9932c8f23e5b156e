"""File in, Article out: decoded text, and what is known about it.

The text stays whole and as it is (line ends, front matter and all), so that offsets are those of the decoded file.
"""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.furniture import role_of
from jijitsu.extract.reading.columns import Columns
from jijitsu.extract.reading.dateline import Dateline, find_dateline
from jijitsu.extract.reading.markdown import asides, is_markdown
from jijitsu.extract.reading.metadata import Meta, front_matter
from jijitsu.extract.reading.unpacking import LARGEST
from jijitsu.extract.regex import regex
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import UnreadableError

STDIN = "-"
_LINE = regex(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_TITLE_LINES = 8
_LONGEST_TITLE = 200
_SURROGATE = regex(r"[\ud800-\udfff]")


class Reading(msgspec.Struct, frozen=True):
    """How files are read: `published` and `encoding` override what is found; `columns` are those of tables.

    `piped` is the ending that standard input is read as if it had (`.html`, `.jsonl.gz`); text without one. `largest`:
    bytes that an article may have, a page, a line of a table; longer ones are refused. `seconds`: so long may reading
    an article take, and then making claims of it; 0 is no bound.
    """

    published: date | None = None
    encoding: str | None = None
    columns: Columns = Columns()
    piped: str = ""
    largest: int = LARGEST
    seconds: float = 0

    @property
    def deciding(self) -> Reading:
        """What of it decides what is read in an article that can be read."""
        return msgspec.structs.replace(self, piped="", seconds=0, largest=LARGEST)


def read(path: str | Path, options: Reading = Reading()) -> Article:  # noqa: B008 (frozen)
    """Return the article in a file (`-` is standard input).

    Raises UnreadableError, also for a file that holds many articles (`inputs.articles` reads these).
    """
    from jijitsu.extract.reading.inputs import articles, holds_many

    if holds_many(str(path), options.piped):
        hint = "jijitsu.extract_each reads them one by one"
        raise UnreadableError("this file holds many articles, not one", where=shown(path), hint=hint)
    found = next(articles(path, options))
    if isinstance(found, UnreadableError):
        raise found
    return found


def article_of(
    text: str,
    options: Reading = Reading(),  # noqa: B008 (frozen)
    *,
    path: str | None = None,
    member: str | None = None,
    row: int | None = None,
    field: str | None = None,
    beside: Meta = Meta(),  # noqa: B008 (frozen)
) -> Article:
    """Return the article that a decoded text is; `beside` is what its sidecar says. Raises UnreadableError.

    `path`, `member`, `row` and `field` say where it lies; by its name, marks of Markdown are known.
    """
    stray = _SURROGATE.search(text)
    if stray:
        raise UnreadableError(f"character {stray.start()} is half a surrogate pair: this text was decoded wrongly")
    front, body_start = (Meta(), 0) if beside.settled else front_matter(text)
    line = None if beside.settled else find_dateline(text, body_start)
    published, published_by = _published(options, front, beside, line)
    return Article(
        text=text,
        path=path,
        member=member,
        row=row,
        field=field,
        sha256=sha256(text.encode()).hexdigest(),
        title=front.title or beside.title or _headline(text, body_start, line),
        published=published,
        published_by=published_by if published else beside.doubt,
        publisher=front.publisher or beside.publisher,
        url=front.url or beside.url,
        body_start=body_start,
        asides=asides(text, body_start) if is_markdown(member or path) and row is None else (),
    )


def shown(path: str | Path) -> str:
    """Return a path as records and messages write it: with slashes, and with U+FFFD for bytes that are no UTF-8."""
    return Path(path).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _published(options: Reading, front: Meta, beside: Meta, line: Dateline | None) -> tuple[date | None, str | None]:
    """The publication date and where it comes from, best source first."""
    sources = (
        (options.published, "option"), (front.published, "front matter"), (beside.published, beside.source),
        (line.day if line else None, "dateline"),
    )  # fmt: skip
    return next(((day, source) for day, source in sources if day), (None, None))


def _headline(text: str, body_start: int, dateline: Dateline | None) -> str | None:
    """The first line that is a headline, without Markdown's # and without the date that is glued to it."""
    for match in islice(_LINE.finditer(text, body_start), _TITLE_LINES):
        if match.end() - match.start() > _LONGEST_TITLE:
            continue
        end = match.end()
        if dateline and match.start() < dateline.start < end:
            end = dateline.start
        line = text[match.start() : end].strip().lstrip("#").strip()
        if line and role_of(fold(line), first=True, last=False) == "headline":
            return line
    return None


def open_file(path: Path) -> BinaryIO:
    """Return a file's bytes as a stream. Raises UnreadableError, which says what to do."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableError("a link to a file that is not there", hint="Mend or remove it") from None
        raise UnreadableError("there is no such file", hint=_near(path)) from None
    except PermissionError:
        raise UnreadableError("you may not read this file", hint="Check its permissions") from None
    except IsADirectoryError:
        raise UnreadableError("this is a folder, not a file") from None
    except (OSError, ValueError) as fault:
        raise unread(fault) from None


def unread(fault: Exception) -> UnreadableError:
    """Return what to say of a file that the system does not give, without `where`."""
    return UnreadableError(f"cannot be read ({getattr(fault, 'strerror', None) or fault})")


def _near(path: Path) -> str:
    """What to do about a missing file: the name that was meant, if one is near."""
    try:
        names = get_close_matches(path.name, [entry.name for entry in path.parent.iterdir()], n=1)
    except OSError:
        return "Check the path: its folder is not there either"
    return f"Did you mean {shown(path.parent / names[0])}" if names else "Check the path"
