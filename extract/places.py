"""Places of claims and records, for the faults of checks."""

from __future__ import annotations

from jijitsu.extract.checking import ClaimFile, Dossier, Place, Record
from jijitsu.schemas.claim import Claim


def place_of(dossier: Dossier, claim: Claim, note: tuple[str, str] = ("", "")) -> Place:
    """The place of a claim's evidence."""
    return Place(dossier.path, claim.evidence.start, claim.evidence.end, note)


def place_in(file: ClaimFile, record: Record, note: tuple[str, str] = ("", "")) -> Place:
    """The place of a record's line."""
    return Place(file.path, record.start, record.end, note)


def sentence_of(dossier: Dossier, claim: Claim) -> str:
    """The sentence of a claim's evidence; only the words around it where the article was not read."""
    evidence = claim.evidence
    if dossier.article is None or dossier.story is None:
        return evidence.prefix + evidence.text + evidence.suffix
    return dossier.article.text[evidence.sentence.start : evidence.sentence.end]


def around(dossier: Dossier, claim: Claim) -> tuple[str, str]:
    """What stands in a claim's sentence before its evidence, and behind it; as far as is known without the article."""
    evidence, sentence = claim.evidence, claim.evidence.sentence
    if dossier.article is None or dossier.story is None:
        before = max(0, len(evidence.prefix) - max(0, evidence.start - sentence.start))
        return evidence.prefix[before:], evidence.suffix[: max(0, sentence.end - evidence.end)]
    text = dossier.article.text
    return text[sentence.start : evidence.start], text[evidence.end : sentence.end]


def short(text: str, most: int = 40) -> str:
    """Words for a message: long ones cut in the middle, on one line."""
    half = most // 2
    return (text if len(text) <= most else f"{text[:half]}…{text[1 - half :]}").replace("\n", "⏎").replace("\r", "")
