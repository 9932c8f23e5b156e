"""Bodies whose name stands in brackets: 「真実委員会」は, 大手電機メーカーの「ミカゲ」は, 「水を守る会」によると."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.sentence.wording import strength


def stands_alone(line: Sequence[Unit], at: int) -> bool:
    """「水を守る会」によると; not 総務省の「総合対策」によると."""
    short = line[at].sort in {"said", "title"} and len(line[at].text) < 28
    return short and (at == 0 or not (line[at - 1].pos in {"名詞", "接尾辞"} or line[at - 1].text in {"の", "・"}))


def called(line: Sequence[Unit], at: int) -> bool:
    """「真実委員会」は, 『みなと樹脂工業』が, 大手電機メーカーの「ミカゲ」は: a body that stands in brackets."""
    unit = line[at]
    if unit.sort not in {"said", "title"} or len(unit.text) > 24 or strength(unit.text[1:-1]) != "weak":
        return False
    known = speakers_lexicon()
    if unit.text[1:-1].endswith((*known.bodies, *known.industries, "会議", "連絡会", "ネットワーク", "の会")):
        return True
    kind = at - 1 - (at > 1 and line[at - 1].text == "の")
    return kind >= 0 and line[kind].text.endswith(_KINDS)


_KINDS = (
    "メーカー", "会社", "企業", "大手", "チェーン", "団体", "法人", "商社", "ベンチャー", "スタートアップ", "財団",
    "運営会社", "業者",
)  # fmt: skip
