"""A page of the web as a tree: decoded by what it declares, without the readings over its characters.

Declared encodings of Japanese are believed where the bytes bear them out; UTF-8 is always tried first, since browsers
save pages as UTF-8 and leave the declaration. Needs lxml (`jijitsu[html]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jijitsu.extract.lexicon import words
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import UnreadableError

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_LOOKED_AT = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CODECS = {
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932", "cp932"), ("cp932", "shift_jis_2004")),
    **dict.fromkeys(("euc-jp", "eucjp", "x-euc-jp", "euc_jp"), ("euc_jp", "euc_jis_2004")),
}  # fmt: skip
_UNREAD = ("rt", "rp", "rtc", "del", "s", "strike")
"""Readings over characters, and words struck out."""
_GONE = "unread"
_INLINE = ("time", "q", "label", "output")
"""Marks within a sentence that trafilatura would leave out with their words."""
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOTE = regex(r"[\[(*※†注]")
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button", "form"]
)
_PARTS = frozenset({"nav", "aside", "footer"})
_SPLIT = regex(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


def lxml_html() -> Any:
    """Return the library. Raises UnreadableError that says what to install."""
    try:
        import lxml.html as library
    except ImportError:
        raise missing() from None
    return library


def missing() -> UnreadableError:
    """Return what to say where trafilatura and what comes with it are not installed."""
    return UnreadableError(
        "pages and feeds of the web need libraries that are not installed", hint="pip install 'jijitsu[html]'"
    )


def decode_page(data: bytes, encoding: str | None) -> str:
    """Return the text of a page, its markup and all. Raises UnreadableError, which names the byte."""
    if encoding is not None or data.startswith(_MARKS):
        return decode(data, encoding)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data, 0, _LOOKED_AT)
        for codec in _CODECS.get(declared[1].decode("ascii").lower() if declared else "", ()):
            try:
                data.decode(codec)
            except UnicodeDecodeError:
                continue
            return decode(data, codec)
    return decode(data)


def tree_of(markup: str) -> Any:
    """Return the page as a tree of lxml, readings of ruby and comments left out. Raises UnreadableError."""
    html = lxml_html()
    from lxml.etree import LxmlError, strip_elements

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        raise UnreadableError("there is no page in this file") from None
    for element in [one for one in tree.iter() if _is_unread(one)]:
        element.tag = _GONE
    strip_elements(tree, _GONE, with_tail=False)  # one by one, their tails would be joined in quadratic time
    return tree


def _is_unread(element: Any) -> bool:
    """True for what a reader does not read as part of the text: readings, words struck out or hidden, note signs."""
    if element.tag in _UNREAD or element.get("hidden") is not None:
        return True
    if element.tag == "sup":
        return element.find(".//a") is not None or _NOTE.search("".join(element.itertext())) is not None
    return _HIDDEN.search(element.get("style") or "") is not None


def flatten(tree: Any) -> None:
    """Take the marks within sentences away that are not read any more; their words stay."""
    from lxml.etree import strip_tags

    strip_tags(tree, *_INLINE)


def lines(tree: Any, *, everywhere: bool = False) -> Iterator[tuple[str, Any]]:
    """Yield the lines that a reader sees, each with the element that it begins in; parts that are no article left out.

    White space within a line is one space.
    """
    parts: list[str] = []
    start: Any = None
    for text, element, breaks in _pieces(tree, everywhere):
        if breaks:
            if line := " ".join("".join(parts).split()):
                yield line, start
            parts, start = [], None
        if text:
            if start is None and text.strip():
                start = element
            parts.append(text)
    if line := " ".join("".join(parts).split()):
        yield line, start


def block_of(element: Any) -> Any:
    """Return the block that an element stands in: a paragraph, a cell."""
    return next((one for one in (element, *element.iterancestors()) if one.tag in _BLOCKS), element)


def plain(fragment: str) -> str:
    """Return the text of a piece of HTML, a line a block."""
    if not fragment.strip():
        return ""
    return "\n".join(line for line, _ in lines(tree_of(f"<div>{fragment}</div>"), everywhere=True))


def is_elsewhere(element: Any) -> bool:
    """True for a part of the page that is not its article: navigation, lists of others, comments, advertisements."""
    if element.tag in _PARTS or element.get("role") in ("navigation", "complementary", "contentinfo"):
        return True
    if element.tag in ("body", "html", "article", "main"):
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(named) < 500 and not _elsewhere().isdisjoint(part.lower() for part in _SPLIT.split(named))


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(words("pages")["elsewhere"])


def _pieces(tree: Any, everywhere: bool) -> Iterator[tuple[str, Any, bool]]:
    """Text, the element it stands in, and whether a line ends before it. A stack of its own: pages may nest deeply."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, left = stack.pop()
        block = element.tag in _BLOCKS
        if left:
            yield element.tail or "", element.getparent(), block
            continue
        if element is not tree:
            stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _SILENT or (not everywhere and is_elsewhere(element)):
            continue
        yield element.text or "", element, block
        stack.extend((child, False) for child in reversed(element))
