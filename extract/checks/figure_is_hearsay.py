"""A figure is given as hearsay, and nobody is named as its source.

## What it checks
Figures that the article does not assert itself (とされる, と報じられている, とみられる) and that no source stands behind: no
によると, no paper, no speaker. What is heard must be the figure: この2選手は物を投げたとされる is left alone, and so is という, which
goes on with the words of the sentences before.

## Why it matters
Readers cannot tell whether the figure is a company's, an analyst's or a rumour.

## How to mend
Name who says so, or assert it.

## What it needs
Claims; with the article's text it looks for a source in the whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Dossier, Fault
from jijitsu.extract.fold import fold
from jijitsu.extract.places import around, place_of, sentence_of, short
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_HEARSAY = regex(
    r"と(?:さ|いわ|言わ|報じら|伝えら|報道さ|み(?:ら)|見ら|推計さ|推定さ|試算さ|噂さ|うわささ)れ|として報じられ"
    r"|もよう|模様だ|模様で"
)
_HEARSAY_NOUN = regex(r"推計値|推定値")
_OF_ANOTHER = regex(r"は|(?:ため|から|ので|が|ものの|おり|ほか|他|うち)、|[ァ-ヶー]{2}|」")
"""Between a figure and the hearsay: the figure is the topic, its clause is over, or it is part of a name (2トントラック)."""
_OF_A_NOUN = regex(r"(?:る|た|て(?:い[るた]|る|た))(?=[一-鿿ァ-ヶ「『(0-9])")
"""着用したとされる迷彩服: the hearsay tells of a thing, and the sentence goes on."""
_KNOWN = regex(r"(?:(?:この|その|上記|同|他の|残り)[一-鿿ァ-ヶー]{0,8}の?|[れしっいん][ただ])$")
"""この2人, 逮捕された2人: how many they are is not what is heard."""
_SOURCE = regex(
    r"によ(?:ると|れば|りますと|る)|の話では|の調べ|(?:推計|試算|調査|集計|発表|予想|見立て|取材|まとめ|観測|解析|予報)(?:で|に|した|し、|によ)"
    r"|が(?:報じ|伝え|報道)|は(?:報じ|伝え)|(?:紙|誌|通信|新聞|社)(?:は|が|の報道)"
)


def find(desk: Desk) -> Iterator[Fault]:
    """Yield, for each sentence, the first figure that is hearsay of nobody."""
    for dossier in desk.dossiers:
        told: set[int] = set()
        for claim in dossier.claims:
            if claim.kind == "quote" or claim.attribution is not None or claim.evidence.sentence.start in told:
                continue
            if claim.modality not in {"reported", "estimated"}:
                continue
            if _is_heard(dossier, claim) and not _SOURCE.search(fold(sentence_of(dossier, claim))):
                told.add(claim.evidence.sentence.start)
                words = short(claim.evidence.text)
                yield Fault(
                    place=place_of(dossier, claim),
                    message=(
                        f"「{words}」は伝聞で、出どころが書かれていません",
                        f"{words} is hearsay without a source",
                    ),
                )


def _is_heard(dossier: Dossier, claim: Claim) -> bool:
    """True if the hearsay is of the figure itself: it stands behind it, in its clause, as the predicate."""
    if claim.value is None or (claim.kind == "quantity" and claim.value.amount == 1):
        return False
    before, after = map(fold, around(dossier, claim))
    if _HEARSAY_NOUN.search(before + after):
        return True
    heard = _HEARSAY.search(after)
    return (
        heard is not None
        and not _OF_A_NOUN.match(after, heard.end())
        and not _OF_ANOTHER.search(after[: heard.start()])
        and not (claim.kind == "quantity" and _KNOWN.search(before))
    )


CHECK = Check(
    code="A203",
    severity="note",
    find=find,
    title=("出どころのない伝聞の数字", "a figure given as hearsay with no source"),
    needs="claims",
    fires=[
        "あさひ食品の売上高は120億円と報じられている。",
        "損失は10億円とされる。",
        "この事故でおよそ200人がけがをしたとみられている。",
    ],
    silent=[
        "調査会社によると損失は10億円とされる。",
        "あさひ食品の売上高は120億円だった。",
        # what is heard is what they did, not how many they are
        "この2選手は審判に物を投げつけたとされる。",
        # of the clothes, not of the guns
        "車内から散弾銃2丁と犯行時に着ていたとされる上着が見つかった。",
        "気象台の観測では震源の深さは20キロとみられる。",
        # its clause is over
        "震源が約150キロと深いため、津波は起きなかったとみられている。",
    ],
)
