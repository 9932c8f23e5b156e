"""When a page's article was published: JSON-LD and meta against what a reader sees by the headline.

What is written for programs (JSON-LD, then meta) is held against what is written for readers (<time>, then the dateline)
by the headline. Where the two are a day apart, readers are believed: programs take Japanese time for UTC. Where they
are further apart one of them is of another thing (a move of the site, a revision), and the day is left unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice, takewhile
from typing import Any

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.reading.dateline import find_dateline
from jijitsu.extract.reading.stamps import day_of
from jijitsu.extract.reading.webpage import block_of, is_elsewhere, lines

_TEMPLATE = date(1970, 1, 1)
_ABOVE, _BELOW = 3, 8
"""So many lines above and below the headline are looked at."""
_SHORT = 6
"""A line of fewer characters is no headline, unless the title is."""
_MOST = 100
"""So many <time> elements are looked at."""
_PROSE = 60
"""A line of so many characters is the article's first paragraph."""


class Found(msgspec.Struct, frozen=True):
    """A day, who says it, and where nobody can be believed, why."""

    day: date | None = None
    source: str = ""
    doubt: str | None = None


def published(tree: Any, said: date | None, title: str | None) -> Found:
    """Return the day of publication. `said` is what JSON-LD says, `title` the headline."""
    seen = [(line, element) for line, element in lines(tree)]
    around, first = _around(seen, title)
    programs = [one for one in (Found(said, "JSON-LD"), _meta(tree)) if one.day not in (None, _TEMPLATE)]
    time = _time(tree, around)
    line = Found() if time.doubt else _dateline(around[first:])
    readers = [one for one in (time, line) if one.day not in (None, _TEMPLATE)]
    for_doubt = _apart(programs) or _apart(readers) or (time if time.doubt and not programs else None)
    if programs and readers:
        days = _between(programs[0], readers[0])
        if days > 1:
            return _doubtful(programs[0], readers[0])
        return programs[0] if days == 0 else readers[0]
    if for_doubt:
        return for_doubt
    # What stands above the headline may be the day on which the page was looked at: the last resort.
    return next(iter(programs + readers), _dateline(around[:first]))


def _apart(found: Sequence[Found]) -> Found | None:
    if len(found) == 2 and _between(*found) > 1:
        return _doubtful(*found)
    return None


def _between(one: Found, other: Found) -> int:
    assert one.day is not None and other.day is not None
    return abs((one.day - other.day).days)


def _doubtful(one: Found, other: Found) -> Found:
    return Found(doubt=f"{one.source} says {one.day}, {other.source} {other.day}")


def _meta(tree: Any) -> Found:
    """What the surest meta element says."""
    known: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name, content = (element.get(key) or "").strip().lower(), element.get("content")
            # An itemprop within a list of others is theirs.
            if name and content and not (key == "itemprop" and any(map(is_elsewhere, element.iterancestors()))):
                known.setdefault(name, content)
    for name in words("pages")["published"]:
        if (day := day_of(known.get(name, ""))) is not None:
            return Found(day, f"meta {name}")
    return Found()


_Line = tuple[str, Any]


def _around(seen: Sequence[_Line], title: str | None) -> tuple[Sequence[_Line], int]:
    """The lines around the headline up to the first paragraph, and which of them follows the headline."""
    at = _headline(seen, title)
    if at is None:
        return (), 0
    below = list(takewhile(lambda line: len(line[0]) < _PROSE and "。" not in line[0], seen[at + 1 : at + 1 + _BELOW]))
    first = seen[at + 1 + len(below) : at + 2 + len(below)] if len(below) < _BELOW else ()
    above = [line for line in seen[max(0, at - _ABOVE) : at] if _beside(line[1], seen[at][1])]
    return [*above, seen[at], *below, *first], len(above)


def _headline(seen: Sequence[_Line], title: str | None) -> int | None:
    """Which line is the headline: an h1 that begins the title, else another line that does."""
    heads = [number for number, (_, element) in enumerate(seen) if _within(element, "h1")]
    wanted = "".join((title or "").split())
    if not wanted:
        return heads[0] if len(heads) == 1 else None
    squeezed = ["".join(line.split()) for line, _ in seen]
    # The name of the site, which may be an h1 too, stands at the end of a title.
    alike = [number for number, line in enumerate(squeezed) if wanted.startswith(line) or line.startswith(wanted)]
    long = [number for number in alike if len(squeezed[number]) >= min(_SHORT, len(wanted))]
    return next((number for number in long if number in heads), next(iter(long), None))


def _beside(element: Any, headline: Any) -> bool:
    """True for what stands in one part of the page with the headline: not the head of the site, with today's date."""
    parts = set(headline.iterancestors())
    shared = next((one for one in element.iterancestors() if one in parts), None)
    return shared is not None and shared.tag not in ("html", "body")


def _within(element: Any, tag: str) -> bool:
    return element is not None and (element.tag == tag or any(one.tag == tag for one in element.iterancestors()))


def _time(tree: Any, around: Sequence[_Line]) -> Found:
    """What the <time> elements say: those marked as publication, else those by the headline; in doubt where days differ."""
    marked, near = set(), set()
    places = {place for _, element in around for place in (element, block_of(element))}
    for element in islice(tree.iter("time"), _MOST):
        day = day_of((element.get("datetime") or "".join(element.itertext())).strip())
        above = list(element.iterancestors())
        if day is None or _revised(element) or any(map(is_elsewhere, above)):
            continue
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            marked.add(day)
        elif not _in_prose(element) and places & {element, *(one for one in above if one.tag not in _WIDE)}:
            near.add(day)
    days = marked or near
    if len(days) > 1:
        return Found(doubt=f"<time> says {' and '.join(str(day) for day in sorted(days)[:3])}")
    return Found(next(iter(days)), "<time>") if days else Found()


_WIDE = frozenset({"html", "body", "main", "article", "section", "header"})


def _in_prose(element: Any) -> bool:
    """True for a day that a sentence speaks of."""
    parent = element.getparent()
    return parent is not None and "。" in "".join(parent.itertext())


def _revised(element: Any) -> bool:
    """True for a date of revision: its marks, its words or those right before it say so."""
    parent, before = element.getparent(), element.getprevious()
    said = (before.tail or "".join(before.itertext())) if before is not None else (parent.text or "")
    own = (element.get("class") or "").split()
    if "published" in own:
        return False  # WordPress marks a day as published and updated where the two are one
    marks = (*own, element.get("itemprop"), parent.get("class"))
    whole = " ".join([*filter(None, marks), said[-12:], "".join(element.itertext())]).lower()
    return any(word in whole for word in words("pages")["revised"])


def _dateline(some: Sequence[_Line]) -> Found:
    line = find_dateline("\n".join(text for text, _ in some))
    return Found() if line is None or line.revised else Found(line.day, "dateline")
