"""Quotes: what somebody said, wrote, judged or predicted, in their words (direct) or in the article's (indirect)."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Turn every speech of the story into a claim."""
    for speech in linked.speeches:
        yield Draft(
            kind="quote",
            start=speech.start,
            end=speech.end,
            sentence=speech.sentence,
            time=speech.time,
            modality=speech.modality,
            attribution=speech.attribution,
            quote_type=speech.type,
        )


KIND = Kind(
    "quote",
    read,
    about="what somebody said, wrote, judged or predicted, with the speaker",
    takes={
        "コンサルタントの岩井裕介氏は「余裕の表れではない」と指摘する。": "岩井裕介: 余裕の表れではない direct",
        "大山修社長は会見で、来期は増益になるとの見方を示した。": "大山修: 来期は増益になる indirect 会見",
    },
    leaves=["いわゆる「優等生のつまずき」である。", "球場は「ミナトドーム」と呼ばれる。"],
)
