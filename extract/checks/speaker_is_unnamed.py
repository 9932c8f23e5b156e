"""The speaker of an utterance, or the source of a figure, has no name.

## What it checks
Quotes and figures whose source is described and not named, though what is said rests on who says it: 市場関係者, 関係筋, 同社幹部,
ある店主. People whom papers leave without a name (女性, 乗客, 熊本市の28歳の会社員) and the press offices of a house (同社広報) are no
finding.

## Why it matters
Readers cannot judge a source that they cannot name. Often there are good reasons; it is a note for the editor.

## How to mend
Name the source, or say why it is not named. Nothing needs mending where the house allows it: ignore the code.

## What it needs
Claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jijitsu.extract.checking import Check, Desk, Dossier, Fault
from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.places import place_of, short
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_ONE_OF = regex(r"(?:の(?:一人|ひとり|1人)|ら|達|たち)+$")
_TOLD_OF = regex(r"[0-9一二三四五六七八九十](?:歳|代)|^(?:この|その|当の|当該)")
"""熊本市の28歳の会社員 is told as far as papers tell of somebody whom they ask in the street; この社員 is whom the story is about."""


def find(desk: Desk) -> Iterator[Fault]:
    """Yield, for each sentence, the first claim that rests on a source without a name."""
    for dossier in desk.dossiers:
        yield from _in_article(dossier)


def _in_article(dossier: Dossier) -> Iterator[Fault]:
    told: set[tuple[int, str]] = set()
    for claim in dossier.claims:
        speaker = _unnamed(claim)
        key = claim.evidence.sentence.start, speaker
        if not speaker or key in told:
            continue
        told.add(key)
        yield Fault(
            place=place_of(dossier, claim),
            message=(f"情報源に名前がありません（{short(speaker)}）", f"the source has no name ({short(speaker)})"),
        )


def _unnamed(claim: Claim) -> str:
    """The words for a speaker who has no name; empty if there is a name, or nobody."""
    who = claim.attribution
    if who is None or who.speaker is None or who.speaker_id is not None or who.role is not None:
        return ""
    return who.speaker if _wants_name(who.speaker) else ""


@lru_cache(maxsize=1024)
def _wants_name(speaker: str) -> bool:
    """True for words for somebody who speaks as one who knows or decides."""
    lists = words("unnamed")
    one = _ONE_OF.sub("", fold(speaker))
    if one.endswith(tuple(lists["private"])) or _TOLD_OF.search(one):
        return False
    office = next((word for word in lists["offices"] if one.endswith(word)), None)
    return one.endswith(tuple(lists["ends"])) and (office is None or one == office)


CHECK = Check(
    code="A202",
    severity="note",
    find=find,
    title=("発言者・情報源の名前がない", "the speaker is unnamed"),
    needs="claims",
    fires=["市場関係者は「売りが止まらない」と話した。", "同社幹部の一人は「資金繰りは厳しい」と話した。"],
    silent=[
        "山野誠アナリストは「需要は底堅い」と述べた。",
        "あさひ食品は「値上げは考えていない」と述べた。",
        # passers-by, and those whom it happened to
        "熊本市の28歳の会社員は「駅が近くなって助かる」と話した。",
        "女性は「突然のことで驚いた」と話した。",
        # of whom the story tells
        "情報を持ち出した社員が逮捕された。この社員は「受注を有利にしたかった」と話した。",
        # the house speaks
        "あさひ食品の広報担当者は「値上げは考えていない」と述べた。",
    ],
)
