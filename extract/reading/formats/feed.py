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
from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import UnreadableError

LARGEST = 32 * 2**20
_HEAD = 2**16
"""So many bytes tell what a file is."""
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|rdf)\b", re.I)
_DECLARATION = regex(r"\A\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""\A\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.-]+)["']""", re.I)


def rows(stream: BinaryIO, options: Reading) -> Iterator[tuple[int, Content | UnreadableError]]:
    """Yield the items of a feed, each with its number. Raises UnreadableError for what is none."""
    data = whole(stream, max(LARGEST, options.largest))
    if not _is_feed(data):
        raise UnreadableError("this XML is neither RSS nor Atom")
    feed = _parsed(_text(data, options.encoding))
    publisher = _line(_said(feed.feed.get("title_detail")))
    if not feed.entries:
        return
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield number, _content(entry, feed.version, publisher)
        except UnreadableError as fault:
            yield number, fault


def mine(stream: BinaryIO) -> bool:
    """True if a file is a feed, and no other XML."""
    return _is_feed(stream.read(_HEAD))


def _is_feed(head: bytes) -> bool:
    return _ROOT.search(head, 0, _HEAD) is not None


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
    return feedparser.parse(
        BytesIO(text.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,  # it would leave the readings of ruby among the words; nothing here is ever shown as HTML
        resolve_relative_uris=False,
    )


def _content(entry: Mapping[str, Any], version: str, publisher: str | None) -> Content:
    title = _said(entry.get("title_detail"))
    contents = [_said(one) for one in entry.get("content") or ()]
    candidates = (max(contents, key=len, default=""), _said(entry.get("summary_detail")), title)
    field, text = next(
        ((field, text) for field, text in zip(("content", "summary", "title"), candidates, strict=True) if text),
        (None, ""),
    )
    if field is None:
        raise UnreadableError("this item has neither content nor summary nor title")
    # RSS 1.0 has dc:date alone, which feedparser calls updated.
    day = entry.get("published") or ("" if version.startswith("atom") else entry.get("updated") or "")
    link = entry.get("link")
    beside = Meta(
        day_of(day), _line(title), publisher, link if isinstance(link, str) else None,
        "pubDate" if version.startswith("rss2") else "published", settled=True,
    )  # fmt: skip
    return Content(text, beside, field)


def _said(part: Any) -> str:
    """The text of a part of an item, a line a block where it is HTML."""
    value = part.get("value") if isinstance(part, Mapping) else None
    if not isinstance(value, str):
        return ""
    return plain(value) if "html" in (part.get("type") or "") else value.strip()


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None


FORMAT = Format(name="feed", about="RSS and Atom", suffixes=(".rss", ".atom", ".rdf", ".xml"), rows=rows, mine=mine)
