"""The desk itself exclaims.

## What it checks
An exclamation mark outside of brackets.

## Why it matters
Readers take it for advertising.

## How to mend
Write a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault, Place

_MARK = re.compile(r"「[^」]*」|(?P<mark>[！!])")


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each exclamation mark that nobody is said to have uttered."""
    for dossier in desk.dossiers:
        for match in _MARK.finditer(dossier.article.text if dossier.article else ""):
            if match["mark"]:
                place = Place(dossier.path, *match.span())
                yield Fault(place=place, message=("地の文に感嘆符があります", "the desk itself exclaims"))


CHECK = Check(
    code="PD101",
    severity="warning",
    find=find,
    title=("地の文の感嘆符", "the desk itself exclaims"),
    needs="text",
    fires=["新型車がついに登場！"],
    silent=["社長は「売れた！」と述べた。"],
)
