"""What a page's JSON-LD says of its article: headline, day, publisher, address.

Taken: objects of a type that is an article, at the top, in a @graph, or as the mainEntity of a page.
Left: articles in lists of others (ItemList, hasPart), blocks that are no JSON, objects nested without end. Where several
articles stand there, the one with the page's own headline or address; where that leaves several days, none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.reading.metadata import Meta
from jijitsu.extract.reading.stamps import day_of

_MOST = 2000
"""So many objects are looked at."""
_PAGES = frozenset({"webpage", "itempage"})


def meta_of(blocks: list[str], titles: tuple[str, ...], addresses: frozenset[str]) -> Meta:
    """Return what the JSON-LD blocks of a page say. `titles` and `addresses` are those that the page has elsewhere."""
    found = [node for block in blocks for node in _nodes(block)]
    articles = [node for node in found if _types(node) & set(words("pages")["articles"])]
    ours = [node for node in articles if _is_ours(node, titles, addresses)] or articles
    days = {day for node in ours if (day := _day(node)) is not None}
    pages = {day for node in found if _types(node) & _PAGES and (day := _day(node)) is not None}
    days = days if articles else pages
    first = ours[0] if ours else {}
    return Meta(
        next(iter(days)) if len(days) == 1 else None,
        _word(first.get("headline")) or _word(first.get("name")),
        _word(_inner(first.get("publisher")).get("name")),
        _word(first.get("url")) or _word(_inner(first.get("mainEntityOfPage")).get("@id")),
        "JSON-LD",
    )


def _nodes(block: str) -> Iterator[Mapping[str, Any]]:
    try:
        # Line ends within strings are against the rules, and common.
        loaded = msgspec.json.decode(block.strip().strip(";").translate({9: " ", 10: " ", 13: " "}))
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return
    stack, seen = [loaded], 0
    while stack and seen < _MOST:
        one, seen = stack.pop(), seen + 1
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            yield one
            stack.extend(one[key] for key in ("mainEntity", "@graph") if isinstance(one.get(key), (dict, list)))


def _types(node: Mapping[str, Any]) -> set[str]:
    said = node.get("@type")
    return {str(one).rpartition("/")[2].lower() for one in (said if isinstance(said, list) else [said])}


def _is_ours(node: Mapping[str, Any], titles: tuple[str, ...], addresses: frozenset[str]) -> bool:
    headline = _squeezed(_word(node.get("headline")) or "")
    if headline and any(headline in title or title in headline for title in map(_squeezed, titles) if title):
        return True
    pages = (node.get("url"), node.get("mainEntityOfPage"), _inner(node.get("mainEntityOfPage")).get("@id"))
    return any(isinstance(page, str) and page in addresses for page in pages)


def _day(node: Mapping[str, Any]) -> Any:
    said = node.get("datePublished")
    said = said[0] if isinstance(said, list) and len(said) == 1 else said
    return day_of(said) if isinstance(said, str) else None


def _inner(value: Any) -> Mapping[str, Any]:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, dict) else {}


def _word(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _squeezed(text: str) -> str:
    return "".join(text.split())
