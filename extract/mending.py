"""Mends: words that would settle a fault. Which of two figures is right is for a person to say, so a mend is an offer.

The new words keep what the old ones looked like: the width of their digits, and 約 in front.
"""

from __future__ import annotations

import re

from jijitsu.extract.checking import Mending, Place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
_ABOUT = regex(r"約|およそ|ほぼ")


def instead(claim: Claim, path: str, said: str) -> Mending:
    """Write a claim's figure as `said`."""
    old = claim.evidence.text
    return written(Place(path, claim.evidence.start, claim.evidence.end), old, about(old) + like(old, said))


def both_ways(one: Claim, its_path: str, other: Claim, other_path: str) -> tuple[Mending, Mending]:
    """Write `one` as `other` has it, or `other` as `one` has it."""
    first, second = one.evidence, other.evidence
    return (
        written(Place(its_path, first.start, first.end), first.text, second.text),
        written(Place(other_path, second.start, second.end), second.text, first.text),
    )


def written(place: Place, old: str, new: str) -> Mending:
    """Write `new` at a place where `old` stands."""
    return Mending((f"「{old}」を「{new}」に直す", f"Write “{new}” instead of “{old}”"), ((place, new),))


def like(old: str, new: str) -> str:
    """New words with digits as wide as those of the old."""
    return new.translate(_WIDE) if re.search(r"[０-９]", old) else new


def about(old: str) -> str:
    """The 約 that stands in front of a figure."""
    found = _ABOUT.match(old)
    return found[0] if found else ""
