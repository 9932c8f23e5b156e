"""The article no longer holds a claim's evidence at its offsets.

## What it checks
The evidence of every record of a claim file against the article that it names. Stale evidence is looked for by its prefix,
its words and its suffix, then by the words with one of them; of several places the nearest to the old one is offered.

## Why it matters
The article was edited after the extraction: the claim may no longer be what it says.

## How to mend
Extract the article anew; `jijitsu diff` shows what changed. The finding names the new offsets where the words have moved.

## What it needs
Claim files, and the articles that they name.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, ClaimFile, Desk, Fault, Place, Record
from jijitsu.extract.places import place_in, short
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Evidence


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the records whose evidence the article does not hold."""
    for file in desk.files:
        if not any(isinstance(article, Article) for article in file.articles.values()):
            continue
        for record in file.records:
            if record.claim is None:
                continue
            article = file.articles.get(record.claim.article.name or "-")
            if isinstance(article, Article):
                evidence = record.claim.evidence
                there = article.text[evidence.start : evidence.end]
                if there != evidence.text or evidence.start >= evidence.end:
                    yield _fault(file, record, evidence, article, there)


def _fault(file: ClaimFile, record: Record, evidence: Evidence, article: Article, there: str) -> Fault:
    old, words = f"{evidence.start}-{evidence.end}", short(evidence.text)
    start = _moved(article.text, evidence)
    path = article.name or "-"
    note = ("古くなった記録", "the stale record")
    if start is not None:
        new = f"{start}-{start + len(evidence.text)}"
        message = (
            f"根拠「{words}」は {old} にありません。{new} に移っています",
            f"the evidence 「{words}」 is not at {old}; it has moved to {new}",
        )
        place = Place(path, start, start + len(evidence.text))
    else:
        now = f"そこには「{short(there)}」があります" if there else "記事はその前で終わります"
        stands = f"there stands 「{short(there)}」" if there else "the article ends before"
        message = (
            f"根拠「{words}」は {old} にありません。{now}",
            f"the evidence 「{words}」 is not at {old}; {stands}",
        )
        last = len(article.text)
        place = Place(path, min(evidence.start, last), max(min(evidence.end, last), min(evidence.start, last)))
    return Fault(place=place, message=message, related=(place_in(file, record, note),))


def _moved(text: str, evidence: Evidence) -> int | None:
    """Where the evidence stands now; None if it is gone, or if only its bare words are left."""
    if not evidence.text:
        return None
    for prefix, suffix in (
        (evidence.prefix, evidence.suffix), (evidence.prefix[-8:], evidence.suffix[:8]), (evidence.prefix[-8:], ""),
        ("", evidence.suffix[:8]),
    ):  # fmt: skip
        if not prefix and not suffix:
            continue
        wanted = prefix + evidence.text + suffix
        found = [at + len(prefix) for at in _all(text, wanted)]
        if found:
            return min(found, key=lambda start: abs(start - evidence.start))
    return None


def _all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


CHECK = Check(
    code="E101",
    severity="error",
    find=find,
    title=("記事の該当位置に根拠の文字列がない", "the article no longer holds the evidence text at its offsets"),
    needs="claims",
    fires=[],
    silent=["株価は3%下落した。"],
)
