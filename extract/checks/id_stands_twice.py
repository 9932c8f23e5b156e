"""Two records of a claim file share an id.

## What it checks
Ids within a claim file, for each article by itself: the same article at two paths gives the same ids twice, and rightly so.

## Why it matters
Whoever keeps claims by their ids loses one of the two.

## How to mend
A file that was put together from two runs holds records twice: leave one out. Otherwise extract anew.

## What it needs
Claim files.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault, Record
from jijitsu.extract.places import place_in


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the records whose id an earlier record of the article has."""
    for file in desk.files:
        articles: dict[tuple[str | None, str], dict[str, Record]] = {}
        article, first = None, {}
        for record in file.records:
            if record.claim is None:
                continue
            claim = record.claim
            if claim.article is not article:
                article = claim.article
                first = articles.setdefault((article.name, article.sha256), {})
            other = first.setdefault(claim.id, record)
            if other is not record:
                yield Fault(
                    place=place_in(file, record),
                    message=(
                        f"ID {claim.id} は {other.number} 行目と重複しています",
                        f"the id {claim.id} stands in line {other.number} already",
                    ),
                    related=(place_in(file, other, ("同じ ID の記録", "the same id")),),
                )


CHECK = Check(
    code="S002",
    severity="error",
    find=find,
    title=("二つの記録が同じ ID を持つ", "two records share an id"),
    needs="claims",
    fires=[],
    silent=["株価は3%下落した。翌日も株価は3%下落した。"],
)
