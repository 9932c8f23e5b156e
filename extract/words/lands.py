"""Whose money a bare word is: ペソ in an article on Manila is the Philippine peso (lexicon/units.yaml, `lands`)."""

from __future__ import annotations

import msgspec

from jijitsu.extract.lexicon import words


class Coin(msgspec.Struct, frozen=True, gc=False):
    """A word for money of several lands, with the ISO 4217 code of the one that the article speaks of."""

    word: str
    first: str
    """The land whose money the word is where nothing is said; 90億メキシコペソ says it."""
    code: str


def coins_of(text: str) -> tuple[Coin, ...]:
    """Article in, out the words that mean another land's money in it: it names that land alone, and not the first."""
    found: list[Coin] = []
    for entry in words("units")["lands"]:
        if entry["word"] in text and entry["first"] not in text.replace("インドネシア", ""):
            codes = {code for land, code in entry["of"].items() if land in text}
            found += [Coin(entry["word"], entry["first"], code) for code in codes if len(codes) == 1]
    return tuple(found)
