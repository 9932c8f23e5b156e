"""The kinds of claim: those of this package, those of plug-ins, those of the user's lexicon; what they make of a story.

A plug-in that breaks on an article, or gives what cannot be a claim of its kind, is told of, and its claims of that
article are left out; the others stand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from jijitsu.extract import plugins
from jijitsu.extract.collect import collect
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.ownwords import drafts_of
from jijitsu.extract.parts import Kind
from jijitsu.schemas.rules import EXTENSION


def kinds() -> tuple[Kind, ...]:
    """All kinds of this package, in order of their modules' names."""
    return collect("jijitsu.extract.claims", "KIND")


@cache
def brought() -> tuple[plugins.Plugin, ...]:
    """The kinds of plug-ins. Warns of those that are of no use, when first asked."""
    seen: set[str] = set()

    def wrong(kind: Kind) -> str | None:
        if not re.match(EXTENSION, kind.name):
            return f"calls its kind {kind.name!r}: names of one's own begin with x-, as x-hiring"
        if kind.name in seen:
            return f"calls its kind {kind.name!r}, as another plug-in does"
        seen.add(kind.name)
        return None

    return plugins.plugged(plugins.KINDS, Kind, wrong)


def drafts(linked: Linked, tell: plugins.Tell) -> Iterator[Draft]:
    """Yield what every kind makes of a story; `tell` hears of plug-ins that fail."""
    for kind in kinds():
        yield from kind.read(linked)
    yield from drafts_of(linked)
    for plugin in brought():
        yield from _of_plugin(plugin, linked, tell)


def _of_plugin(plugin: plugins.Plugin, linked: Linked, tell: plugins.Tell) -> list[Draft]:
    try:
        return [_sound(draft, plugin.part, linked) for draft in plugin.part.read(linked)]
    except Exception as fault:
        if os.environ.get("JIJITSU_DEBUG"):
            raise
        where = linked.story.article.path or "an article without a path"
        tell(plugin.label, plugins.broke(fault, where, "its claims of that article are left out"))
        return []


def _sound(draft: Draft, kind: Kind, linked: Linked) -> Draft:
    """The draft with every field of its type. Raises where it cannot be a claim of this kind."""
    if not isinstance(draft, Draft):
        raise TypeError(f"a Draft is wanted, not {type(draft).__name__}")
    draft = msgspec.json.decode(msgspec.json.encode(draft), type=Draft)
    article, scenes = linked.story.article, linked.story.scenes
    if draft.kind != kind.name:
        raise ValueError(f"a draft of {draft.kind!r} where {kind.name!r} is wanted")
    if not 0 <= draft.sentence < len(scenes):
        raise ValueError(f"there is no sentence {draft.sentence}")
    if not article.body_start <= draft.start < draft.end <= len(article.text):
        raise ValueError(f"[{draft.start}, {draft.end}) is no place in the article")
    return draft
