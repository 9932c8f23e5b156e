"""A page of the web: the article's text as trafilatura finds it, in favour of precision, and what the page says of itself.

Its text is what offsets point into, a line a paragraph. Tried were its own dates (a copyright year on 2 of 6 pages) and
its own decoding (by frequency), which are not used. Needs `jijitsu[html]`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.linked_data import meta_of
from jijitsu.extract.reading.metadata import Meta
from jijitsu.extract.reading.page_dates import published
from jijitsu.extract.reading.raw import Content
from jijitsu.extract.reading.unpacking import too_large
from jijitsu.extract.reading.webpage import decode_page, flatten, missing, tree_of
from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import UnreadableError

_PARTS = regex(r"[|｜:：]|\s[-–—]\s")


def content(data: bytes, options: Reading) -> Content:
    """Return the article of a page. Raises UnreadableError where there is none."""
    if len(data) > options.largest:
        raise too_large("this page is larger", options.largest)
    tree = tree_of(decode_page(data, options.encoding))
    beside = _meta(tree)
    flatten(tree)
    body = _body(tree)
    if not body:
        raise UnreadableError("no article was found in this page", hint="Save its text as .txt to have it read whole")
    return Content(body, beside)


def _meta(tree: Any) -> Meta:
    """What the page says of its article."""
    blocks = ["".join(one.itertext()) for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower()]
    heads = ["".join(one.itertext()) for one in tree.iter("h1")]
    title, site = _property(tree, "og:title"), _property(tree, "og:site_name")
    address = _link(tree) or _property(tree, "og:url")
    whole = next(("".join(one.itertext()) for one in tree.iter("title")), None)
    titles = tuple(one for one in (title, whole, *heads) if one)
    said = meta_of(blocks, titles, frozenset(filter(None, (_link(tree), _property(tree, "og:url")))))
    headline = _one_line(said.title) or _head(heads, _one_line(title or whole)) or _one_line(title or whole)
    found = published(tree, said.published, headline)
    return Meta(
        found.day, headline, said.publisher or _one_line(site), address or said.url, found.source or "page",
        settled=True, doubt=found.doubt,
    )  # fmt: skip


def _head(heads: list[str], title: str | None) -> str | None:
    """The h1 that is the headline: one that begins the title, else the only one unless it is the site's name."""
    lines = [line for line in map(_one_line, heads) if line]
    wanted = "".join((title or "").split())
    begins = next((line for line in lines if wanted.startswith("".join(line.split()))), None)
    parts = {part.strip() for part in _PARTS.split(title or "")}
    return begins or (lines[0] if len(lines) == 1 and lines[0] not in parts else None)


def _property(tree: Any, name: str) -> str | None:
    return next(
        (one.get("content") for one in tree.iter("meta") if name in (one.get("property"), one.get("name"))), None
    )


def _link(tree: Any) -> str | None:
    return next((one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"), None)


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _body(tree: Any) -> str | None:
    try:
        from trafilatura import extract
    except ImportError:
        raise missing() from None
    found: str | None = extract(
        tree, favor_precision=True, include_comments=False, include_tables=True, deduplicate=False, config=_config()
    )
    return found


@cache
def _config() -> Any:
    """Its settings, with the lengths that a Japanese article has, which needs half the characters of an English one."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "100")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return config
