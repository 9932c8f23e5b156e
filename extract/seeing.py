"""Sentence in, scene out: every recogniser looks, then overlaps are settled: longest, then earliest."""

from __future__ import annotations

from collections.abc import Iterable

from jijitsu.extract.collect import collect
from jijitsu.extract.gates import signs_of
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Scene, Setting
from jijitsu.schemas.mention import Entity, Mention
from jijitsu.schemas.sentence import Sentence

# What stands between brackets is seen besides what stands inside it; so are words that say a direction or hedge.
_LAYERS = {"utterance": 1, "direction": 2, "basis": 3, "hedge": 4, "measure": 5}


def look(sentence: Sentence, setting: Setting, *, furniture: bool = False) -> Scene:
    """Return the sentence with all its mentions, in order of start.

    Of furniture, from which no claim is read, only who is named is looked for, unless `furniture` is wanted: a source's
    title may tell the office of a person in the text. Of 3,555 articles furniture is 4 lines in 10.
    """
    whole = furniture or sentence.role != "furniture"
    seen: list[Mention] = []
    signs = signs_of(sentence.folded)
    for recogniser in recognisers():
        if (whole or recogniser.everywhere) and (recogniser.needs is None or recogniser.needs(signs)):
            seen.extend(recogniser.find(sentence, setting))
    return Scene(sentence, tuple(settle(seen)))


def recognisers() -> tuple[Recogniser, ...]:
    """All recognisers, in order of their modules' names."""
    return collect("jijitsu.extract.mentions", "RECOGNISER")


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep, of mentions that overlap within a layer, the longest, then the earliest; return them in order of start."""
    found = sorted(mentions, key=_longest_first)
    if len(found) < 2:
        return found
    first, last = min(mention.start for mention in found), max(mention.end for mention in found)
    kept: list[Mention] = []
    taken: dict[int, bytearray] = {}
    for mention in found:
        layer = _LAYERS.get(mention.type, 0)
        places = taken.get(layer)
        if places is None:
            places = taken[layer] = bytearray(last - first)
        start, end = mention.start - first, mention.end - first
        if places.find(1, start, end) < 0:
            places[start:end] = b"\1" * (end - start)
            kept.append(mention)
    return sorted(kept, key=_in_order)


def _longest_first(mention: Mention) -> tuple[int, int, bool, str]:
    # A title vouches for a person more than grammar does for a firm of the same words (創業者のアイリス・チェン); where nothing
    # does, the words are the firm's (栗林堂).
    value = mention.value
    bare = isinstance(value, Entity) and mention.text == value.name and value.role is None and value.org is None
    titled = mention.type == "person" and not bare
    return mention.start - mention.end, mention.start, not titled, mention.type


def _in_order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.type
