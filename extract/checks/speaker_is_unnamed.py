"""The speaker of an utterance, or the source of a figure, has no name.

## What it checks
Quotes and figures whose source is described and not named: 市場関係者, 関係筋, 同社幹部, ある店主.

## Why it matters
Readers cannot judge a source that they cannot name. Often there are good reasons; it is a note for the editor.

## How to mend
Name the source, or say why it is not named. Nothing needs mending where the house allows it: ignore the code.

## What it needs
Claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Dossier, Fault
from jijitsu.extract.lexicon import words
from jijitsu.extract.places import place_of, short
from jijitsu.schemas.claim import Claim


def find(desk: Desk) -> Iterator[Fault]:
    """Yield, for each sentence, the first claim that rests on a source without a name."""
    ends = tuple(words("unnamed")["ends"])
    for dossier in desk.dossiers:
        yield from _in_article(dossier, ends)


def _in_article(dossier: Dossier, ends: tuple[str, ...]) -> Iterator[Fault]:
    told: set[tuple[int, str]] = set()
    for claim in dossier.claims:
        speaker = _unnamed(claim, ends)
        key = claim.evidence.sentence.start, speaker
        if not speaker or key in told:
            continue
        told.add(key)
        yield Fault(
            place=place_of(dossier, claim),
            message=(f"情報源に名前がありません（{short(speaker)}）", f"the source has no name ({short(speaker)})"),
        )


def _unnamed(claim: Claim, ends: tuple[str, ...]) -> str:
    """The words for a speaker who has no name; empty if there is a name, or nobody."""
    who = claim.attribution
    if who is None or who.speaker is None or who.speaker_id is not None or who.role is not None:
        return ""
    return who.speaker if who.speaker.rstrip("ら達たち").endswith(ends) or who.speaker.endswith(ends) else ""


CHECK = Check(
    code="A202",
    severity="note",
    find=find,
    title=("発言者・情報源の名前がない", "the speaker is unnamed"),
    needs="claims",
    fires=["市場関係者は「売りが止まらない」と話した。"],
    silent=["山野誠アナリストは「需要は底堅い」と述べた。", "あさひ食品は「値上げは考えていない」と述べた。"],
)
