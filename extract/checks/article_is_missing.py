"""The article that a claim file names is missing, or cannot be read.

## What it checks
The paths that the records of a claim file name, from the working directory, then from the folder of the claim file.
Records of standard input name none and are passed over.

## Why it matters
Without the article nobody can check what the claims rest on.

## How to mend
Run from the folder in which the claims were extracted, or bring the articles back.

## What it needs
Claim files.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.places import place_in


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the first record of each article that is not there."""
    for file in desk.files:
        told: set[str] = set()
        article = None
        for record in file.records:
            if record.claim is None or record.claim.article is article:
                continue
            article = record.claim.article
            path = article.name
            why = file.articles.get(path or "-")
            if path is None or path in told or not isinstance(why, str):
                continue
            told.add(path)
            yield Fault(
                place=place_in(file, record),
                message=(f"記事 {path} がありません（{why}）", f"the article {path} is missing ({why})"),
            )


CHECK = Check(
    code="E102",
    severity="error",
    find=find,
    title=("主張の元の記事がない", "the article of a claim file is missing"),
    needs="claims",
    fires=[],
    silent=["株価は3%下落した。"],
)
