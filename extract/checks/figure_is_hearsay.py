"""A figure is given as hearsay, and nobody is named as its source.

## What it checks
Figures that the article does not assert itself (とされる, と報じられている, とみられる) and that no source stands behind: no
によると, no paper, no speaker. という is left alone: it goes on with the words of the sentences before.

## Why it matters
Readers cannot tell whether the figure is a company's, an analyst's or a rumour.

## How to mend
Name who says so, or assert it.

## What it needs
Claims; with the article's text it looks for a source in the whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.fold import fold
from jijitsu.extract.places import place_of, sentence_of, short

_HEARSAY = re.compile(
    r"と(?:さ|いわ|言わ|報じら|伝えら|報道さ|み(?:ら)|見ら|推計さ|推定さ|試算さ|噂さ|うわささ)れ|として報じられ|推計値|推定値"
    r"|もよう|模様だ|模様で"
)
_SOURCE = re.compile(
    r"によ(?:ると|れば|りますと|る)|の話では|の調べ|(?:推計|試算|調査|集計|発表|予想|見立て|取材|まとめ)(?:で|に|した|し、|によ)"
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
            sentence = fold(sentence_of(dossier, claim))
            if _HEARSAY.search(sentence) and not _SOURCE.search(sentence):
                told.add(claim.evidence.sentence.start)
                words = short(claim.evidence.text)
                yield Fault(
                    place=place_of(dossier, claim),
                    message=(
                        f"「{words}」は伝聞で、出どころが書かれていません",
                        f"{words} is hearsay without a source",
                    ),
                )


CHECK = Check(
    code="A203",
    severity="note",
    find=find,
    title=("出どころのない伝聞の数字", "a figure given as hearsay with no source"),
    needs="claims",
    fires=["あさひ食品の売上高は120億円と報じられている。", "損失は10億円とされる。"],
    silent=["調査会社によると損失は10億円とされる。", "あさひ食品の売上高は120億円だった。"],
)
