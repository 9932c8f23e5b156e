"""Whose a count is that stands in a clause about the noun behind it.

`scorer` reads 26回出場していた森田さん and 4勝した早見投手, `gathered` 5000人が飛び込んだ川 and 7人が殺された事件. Both leave a clause
that describes a word of form (3人が参加した場合).
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.count.playing import SIDE
from jijitsu.extract.linking.count.reach import FIRM, PERSONAL, Owners, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_event
from jijitsu.extract.regex import regex

_SCORES = PERSONAL | {"回", "度", "連覇", "点", "盗塁", "連勝", "連敗", "打席"}
_DID = regex(
    r"(?:以上|余り|目)?(?:の[一-鿿]{1,4})?[をにも]?[^、。はがもをでと0-9「」()]{0,10}?(?:[ただ]|る|[うくす]|[しりち]、[^、。はがを]{1,30}(?:た|る))(?=[^ぁ-ゖ])"
)
_TOOK_PART = regex(
    r"(?:以上|余り|ほど|近く)?(?:が[^、。はがをも0-9「」()]{0,14}?|を(?:乗せ|擁|抱え|収容|率い)[^、。はがをも0-9「」()]{0,4}?)"
    r"(?:[ただ]|(?<!とす)(?<!とされ)(?<!とみられ)る|ない)(?=[^ぁ-ゖ])"
)
_THERE = regex(r"も?(?:ある|いる|あった|いた|いない|残る|並ぶ)(?=[^ぁ-ゖ])")
_PERSON = regex(r"(?:者|人|男|女|男性|女性|員|[氏さん]|力士|馬|牝|ドライバー|ランナー|コンビ|[ァ-ヺー]{5,})$")
_CLASH = regex(r"(?:戦|大会|試合|シーズン|レース|シリーズ|リーグ|カップ|オープン|オリンピック|ステークス)$")
_OF_FORM = regex(
    r"(?:場合|可能性|現実|事実|模様|結果|計算|状態|状況|見込み|予定|計画|方針|混戦|形|疑い|恐れ|ケース|理由|原因|例|様子|とき|時|点|件|感じ|影響|年|月|日)$"
)


def scorer(sight: Sight) -> Owners:
    """26回出場していた森田さん: whose score the clause in front of the name tells."""
    if sight.value.amount.unit not in _SCORES:
        return ()
    last = sight.before[-1] if sight.before else None
    if last is not None and last.type == "person" and last.particle == "の" and last.behind == sight.value.start:
        return last.subjects[:1]  # 紅組では森田さんの34回
    head = _head(sight, _DID)
    if head is None or head.particle in {"と", "との", "や"} or _CLASH.search(head.name):
        return ()
    able = head.type in {"person", "company", "group"} or SIDE.search(head.name) or _PERSON.search(head.name)
    return sight.owner(head) if able else ()


def gathered(sight: Sight) -> Owners:
    """5000人が飛び込んだ川, 155人が乗った旅客機: where nothing in front says who they are, what they did it with."""
    if sight.value.mention.type == "count" and not sight.measured and (head := _head(sight, _THERE)) is not None:
        return sight.owner(head) if head.thing and not _OF_FORM.search(head.name) else ()  # 国内に10基ある原子炉
    told = sight.reading.discourse
    if any(s is not None and s.type in FIRM for s in (told.company, told.product, told.main)):
        return ()  # 半年で6人が辞めた職場: who left is the firm's
    if unit_of(sight.value) not in {"人", "世帯"} or any(is_event(n) for n in sight.before):
        return ()
    head = _head(sight, _TOOK_PART)
    if head is None or not (head.thing or head.subjects) or _OF_FORM.search(head.name):
        return ()
    return sight.owner(head, glued=True)


def _head(sight: Sight, clause: re.Pattern[str]) -> Noun | None:
    """The noun right behind the clause that the figure stands in; behind a country, what is of it."""
    did = clause.match(sight.folded, sight.value.tail)
    if did is None:
        return None
    end = did.end() + (sight.folded[did.end() : did.end() + 1] in {"「", "『"})
    head = next((n for n in sight.nouns if n.start == end), None)
    if head is None or head.type != "country" or head.particle != "の":
        return head
    return next((n for n in sight.nouns if n.start == head.behind), head)
