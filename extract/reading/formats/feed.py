"""RSS and Atom: one article an item, read by feedparser; rows are the items in their order, from 1.

The text is the fullest that an item has: its content, else its summary, else its title, as lines without markup; `field`
says which. The day is that of publication: of Atom's `updated` alone nobody knows what changed. Needs `jijitsu[html]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.reading.metadata import Meta
from jijitsu.extract.reading.raw import Content, Format
from jijitsu.extract.reading.stamps import day_of
from jijitsu.extract.reading.unpacking import whole
from jijitsu.extract.reading.webpage import missing, plain
from jijitsu.schemas.errors import UnreadableError

LARGEST = 32 * 2**20
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|rdf)\b", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""\A\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.-]+)["']""", re.I)


def rows(stream: BinaryIO, options: Reading) -> Iterator[tuple[int, Content | UnreadableError]]:
    """Yield the items of a feed, each with its number. Raises UnreadableError for what is none."""
    data = whole(stream, LARGEST)
    if not mine(data):
        raise UnreadableError("this XML is neither RSS nor Atom")
    feed = _parsed(_text(data, options.encoding))
    publisher = _line(feed.feed.get("title"))
    if not feed.entries:
        return
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield number, _content(entry, feed.version, publisher)
        except UnreadableError as fault:
            yield number, fault


def mine(head: bytes) -> bool:
    """True if a file that begins so is a feed."""
    return _ROOT.search(head, 0, 2**16) is not None


def _text(data: bytes, encoding: str | None) -> str:
    """The XML, decoded here so that nothing is guessed, without its declaration."""
    declared = _ENCODING.match(data)
    if encoding is None and declared:
        name = declared[1].decode("ascii").lower()
        try:
            return _DECLARATION.sub(
                "", decode(data, {"shift_jis": "cp932", "x-sjis": "cp932"}.get(name, name)), count=1
            )
        except UnreadableError:
            pass  # it is not what it says: told apart below
    return _DECLARATION.sub("", decode(data, encoding), count=1)


def _parsed(text: str) -> Any:
    try:
        import feedparser
    except ImportError:
        raise missing() from None
    # A stream, since a text might be taken for an address to fetch.
    return feedparser.parse(BytesIO(text.encode()), response_headers={"content-type": "application/xml; charset=utf-8"})


def _content(entry: Mapping[str, Any], version: str, publisher: str | None) -> Content:
    contents = [one.get("value") for one in entry.get("content") or ()]
    candidates = (
        ("content", max(filter(None, contents), key=len, default=None)),
        ("summary", entry.get("summary")),
        ("title", entry.get("title")),
    )
    found = ((field, plain(markup)) for field, markup in candidates if markup)
    field, text = next(((field, text) for field, text in found if text), (None, ""))
    if field is None:
        raise UnreadableError("this item has neither content nor summary nor title")
    # RSS 1.0 has dc:date alone, which feedparser calls updated.
    said = entry.get("published") or ("" if version.startswith("atom") else entry.get("updated") or "")
    link = entry.get("link")
    beside = Meta(
        day_of(said), _line(entry.get("title")), publisher, link if isinstance(link, str) else None,
        "pubDate" if version.startswith("rss2") else "published", settled=True,
    )  # fmt: skip
    return Content(text, beside, field)


def _line(markup: Any) -> str | None:
    return " ".join(plain(markup).split()) or None if isinstance(markup, str) else None


FORMAT = Format(name="feed", about="RSS and Atom", suffixes=(".rss", ".atom", ".rdf", ".xml"), rows=rows, mine=mine)
