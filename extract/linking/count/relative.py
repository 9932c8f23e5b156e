"""Whose a count is that stands in a clause about the noun behind it.

`scorer` reads 26回出場していた森田さん and 4勝した早見投手, `gathered` 5000人が飛び込んだ川 and 7人が殺された事件. Both leave a clause
that describes a word of form (3人が参加した場合).
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.count.playing import SIDE
from jijitsu.extract.linking.count.reach import FIRM, PERSONAL, Owners, tells, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_event
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

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
    if those := among(sight) or crashed(sight) or lasted(sight):
        return those
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


def among(sight: Sight) -> Owners:
    """大型トラックを含む21台が衝突した, 国宝を中心とする30点: they, called by those that are named."""
    value = sight.value
    if value.mention.type != "count" or sight.measured or unit_of(value) == "人":
        return ()  # 大学院生を中心とする9人 are told of as people are
    found = _AMONG.search(sight.folded, max(0, value.start - 30), value.start)
    last = sight.before[-1] if found is not None and sight.before else None
    if found is None or last is None or last.end != found.end("who"):
        return ()
    if any(n.particle in {"は", "も"} and not tells(n) for n in sight.before):
        return ()  # 登山隊は日本人を含む9人だ
    written = sight.reading.scene.sentence.text[last.start : value.end]
    return (Subject(written, last.name, None, "group"),)


_AMONG = regex(
    r"(?P<who>[^、。はがを0-9「」]{1,16})を(?:含む|含めた|中心とする|中心とした|はじめとする|始めとする|筆頭とする)、?(?:計|合わせて|あわせて|総勢|延べ|約|およそ)*$"
)


def crashed(sight: Sight) -> Owners:
    """高速道路で7台が絡む事故があった: the accident, where nobody tells what they were."""
    found = _CRASH.match(sight.folded, sight.value.tail) if sight.value.amount.unit in _WHEELED else None
    event = next((n for n in sight.nouns if found is not None and n.end == found.end("event")), None)
    return sight.owner(event) if event is not None else ()


def lasted(sight: Sight) -> Owners:
    """高校生が1週間続いたストを広げた: what went on for so long."""
    found = _LASTED.match(sight.folded, sight.value.tail) if sight.value.mention.type == "duration" else None
    head = next((n for n in sight.nouns if found is not None and n.start == found.end()), None)
    return sight.owner(head, glued=True) if head is not None else ()


_LASTED = regex(r"(?:間)?(?:以上|余り|ほど|近く)?(?:も)?続(?:いた|いている|く)(?=[^、。はがを見予])")
_WHEELED = frozenset({"台", "隻", "両", "機"})
_CRASH = regex(
    r"(?:以上|余り|ほど)?(?:が|の)(?:次々[とに])?(?:絡む|からむ|絡んだ|関係する|巻き込まれる|巻き込まれた)(?P<event>[^、。はがを]{0,6}(?:事故|衝突|追突))"
)


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
