"""The mark of a level: what the words from the level before it to the next value say, as far as the clause goes."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.marks import mark_of
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Mark

# 買い付け価格は2850円で、5日の終値に42%を上乗せした: what follows is said of another level.
_NEXT = regex(r"で、|と(?:した|なった)(?:あと|後|ものの|が|うえで)、")
_LABELLED = regex(
    r"(?:^|[、。 ])(?P<what>初値|始値|終値)[はが](?:公開|公募|売り出し|公募・売り出し)価格の?\([^()]{2,16}\)[^、。]{0,24}(?:高い|安い|上回る|下回る|[高安]の|と同じ)$"
)
# 終値は、6日続けて値を下げ、前日より439円安い3万9154円だった
_CLOSED = regex(
    r"(?<!前日の)(?<!前週末の)(?<!営業日の)終値は、[^。「」0-9]{0,3}[0-9]{0,3}[^。「」0-9]{0,24}、前(?:日|の日|週末|営業日)[^、。はが]{1,24}(?:高|安)(?:い|の)、?(?:約)?$"
)
_ISSUED = regex(r"(?:公開価格|公募価格|売り出し価格|想定価格)(?:の|は|が|\()?(?:1株)?(?:約)?$")
# 一時84ドルまで上昇、清算値は83ドルだった: the close is of the next
_THEN_CLOSED = regex(r"[^、。]{0,12}(?<![でにはを])、(?=(?:終値|清算値|大引け|引け値|前引け)(?:は|では|も))")
# ダウは200ドル高の4万9882ドルで終えたが、ナスダックは0.6%安の2万5310だった
_CLOSED_TOO = regex(
    r"(?:取引を|で)(?:終え|引け)[^、。]{0,6}(?:が|一方|ものの|ほか|半面)、[^。]{2,40}[高安]の(?:1[^、。0-9=]{1,8}=)?(?:約)?$"
)
# 終値はトヨタが0.3%高の4652円、ホンダが0.8%安の3420円
_LISTED = regex(
    r"(?:^|[、。 の])(?:終値|大引け)は[^、。はが]{1,16}が[^、。が]{1,24}円(?:、[^、。はが]{1,16}が[^、。が]{1,24}円)*、[^、。はが]{1,16}が[^、。はが]{0,14}$"
)
# トルコリラは最安値を更新し、1ドル=45.60リラ近辺で推移している
_EXTREME = regex(
    r"(?:最|上場来)(?P<what>高|安)値を(?:更新|付け|塗り替え)(?:し|て|え)?、[^、。0-9はが]{0,8}(?:1[^、。0-9はが]{1,6}=?)?(?:約)?$"
)
_TO_BE = regex(r"[^。]{0,16}(?:そう|だろう|予想|見通し|見込|との見方|とみ)")
_QUOTED = regex(r"(?:だった|となった|となっ|。|、|で|と|$)")


def mark_at(reading: Reading, at: int, floor: int, measure: Measure) -> Mark | None:
    """Return the mark of value number `at`; `floor` is where the level before it ends."""
    value, folded = reading.values[at], reading.folded
    if folded.startswith(("目標株価", "目標価格"), measure.start) and measure.start >= 0:
        return "target"
    if _ISSUED.search(folded, max(0, value.start - 12), value.start):
        return None  # 公開価格の1200円を40%上回る1680円
    before = folded[min(floor, folded.rfind("(", 0, value.start) + 1) if floor > value.start else floor : value.start]
    for stop in CLAUSE.finditer(before):
        before = before[stop.end() - len(before) :] if stop.end() < len(before) else before
    before = before[max((over.end() for over in _THEN.finditer(before)), default=0) :]
    # 1万395円18銭(前日比72円20銭高)で取引を終え: what stands in the bracket is passed over.
    limit = next((v.start for v in reading.values[at + 1 :] if v.start >= value.tail), len(folded))
    behind = _OF_NEXT.sub("", folded[value.tail : limit])
    end = _THEN_CLOSED.match(behind) or CLAUSE.search(behind) or _NEXT.match(behind)
    closed = folded.find(")", limit, limit + _BRACKET) if behind.endswith("(") else -1
    later = behind if closed < 0 else folded[value.tail : closed + _VERB]  # 最高値(12万3205ドル)を塗り替えた
    mark = mark_of(before, behind[: end.end()] if end else behind, later) or _labelled(folded, value.start)
    return mark or (_as_quoted(reading, behind) if measure.name == "index" else None)


# 1.610%、30年物が一時3.505%: said of the next
_OF_NEXT = regex(r"、[^、。0-9]{0,24}(?:[0-9]{1,2}年[^、。0-9]{1,8})?[がは]一時[^、。0-9]{0,8}$")
# 201ドルで終えた後、時間外では185ドル前後で取引されている
_THEN = regex(r"た(?:後|あと|のち)(?:は|に)?、")
_WITHIN = regex(r"一時|場面|先物|時間外|夜間")
_BRACKET, _VERB = 24, 8


def _labelled(folded: str, start: int) -> Mark | None:
    """初値は公開価格(1500円)を4割上回る2100円だった: a label that stands further off."""
    if (label := _LABELLED.search(folded, 0, start)) is not None:
        return "open" if label["what"] in {"初値", "始値"} else "close"
    closed = _CLOSED_TOO.search(folded, max(0, start - 80), start) and not _WITHIN.search(
        folded, max(0, start - 40), start
    )
    if closed or _CLOSED.search(folded, 0, start) or _LISTED.search(folded, 0, start):
        return "close"
    extreme = _EXTREME.search(folded, max(0, start - 40), start)
    return None if extreme is None else "record_high" if extreme["what"] == "高" else "record_low"


def _as_quoted(reading: Reading, behind: str) -> Mark | None:
    """TOPIXは3.12ポイント高の3171.45だった, below a line that tells how the market closed."""
    quoted = reading.discourse.quoted
    if not quoted or reading.scene.sentence.index - quoted[0] > 2:
        return None
    return quoted[1] if _QUOTED.match(behind) and not _TO_BE.match(behind) else None
