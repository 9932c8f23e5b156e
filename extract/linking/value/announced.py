"""A direction noun before a figure: 下げ幅は一時500円を超え, 今週失われた時価総額は2兆円."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jijitsu.extract.linking.value.behind import LEVEL_LINK
from jijitsu.extract.linking.value.course import DOWN, Course, Turn
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_FORESEEN = regex(r"の?(?:予想|見通し|目標|想定)(?:の?(?:中央値|平均))?(?:\([^()]{1,12}\))?(?:を|は)")
_RISE = regex(r"(?:上昇|下落|増収|減収|増益|減益)率")
_BEFORE_LINK = regex(
    r"(?:の|が)?(?:首位|トップ|1位|最大)は[^、。「」]{1,16}(?:で|の)|"
    r"は、?(?:S&P(?:総合)?500種?|日経225)?[^、。「」はが0-9]{0,16}(?:が|先物で)|は(?:[^、。「」はが0-9]{2,8}、){1,3}[^、。「」はが0-9]{2,8}が|は、?[^、。「」はが0-9]{1,14}で、[^、。「」はが0-9]{1,16}が|が最も(?:大き|小さ)[^、。]{0,6}のは[^、。0-9]{1,16}(?:で、?|の)|"
    r"(?:は|も)(?:午[前後]|[前後]場|朝方|昼|取引|引け|寄り付き|[0-9]{0,2}時)[^、。はが「」]{0,8}(?:は|も)、?[^、。はが0-9「」]{0,6}|"
    r"(?:は|が|も)、[^、。はが「」0-9]{0,12}一時|としては、[^。「」]{0,48}|(?:は|が|も|で|、|で、|は、|として|では|:)?[^。はが、「」]{0,14}"
)
# 最も減らしたのはA社の2兆円だった
_NEXT_ITEM = regex(r"(?:で)?、[^、。「」はが0-9]{1,16}(?:[はが]|先物で)(?:約)?")
_CLEFT = regex(
    r"(?:減らし|失っ|増やし|積み増し|膨らん|縮ん|減っ|増え|目減りし|伸ばし|上げ|下げ|値上がりし|値下がりし|上昇し|下落し)[ただ]のは[^、。0-9]{1,20}(?:で、?|の)(?:約)?$"
)
_ENDS = regex(r"(?:だった|だ|で、|。|と|に(?:上る|達|及|のぼ)|を(?:超|突破|上回))")
_GONE = regex(
    r"(?:失われた|失った|消えた|吹き飛んだ|消失した|蒸発した|目減りした|減った|減少した|増えた|増加した|膨らんだ|積み増した|上乗せした)"
    r"[^、。はがも]{0,16}(?:時価総額|市場価値|株式価値|価値)(?:は|が|も)[^、。はが0-9]{0,16}$"
)


def announced(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course | None:
    """下げ幅は一時500円を超え: the noun before the value says which way."""
    value = values[at]
    # 値上げ幅は41銘柄で30円: a count between a sum and its word takes nothing from it.
    money = value.mention.type == "money"
    floor = next((v.end for v in reversed(values[:at]) if not money or v.mention.type != "count"), 0)
    for turn in reversed(turns):
        if turn.noun and floor <= turn.start and turn.end <= value.start:
            foreseen = _FORESEEN.match(folded, turn.end)
            if foreseen is not None and not _RISE.fullmatch(folded, turn.start, turn.end):
                return None  # 成長率予想を従来の1.2%から
            if turn.of == "price" and value.mention.type == "count":
                return None  # 値上げ幅は41銘柄で30円
            linked = folded[
                foreseen.end() if foreseen is not None else turn.end : value.start
            ]  # 増収率見通しは従来の5%
            if _BEFORE_LINK.fullmatch(linked):
                return Course(turn.direction, turn.of, turn)
            return None
    if (
        at
        and sort_of(value) == sort_of(values[at - 1]) == "share"
        and folded[values[at - 1].tail : value.start] == "から"
    ):
        return announced(at - 1, values, turns, folded)  # 増収率は前の期の12%から8%に鈍化した
    if at and sort_of(value) == sort_of(values[at - 1]) and value.mention.type in {"percent", "money"} and _NEXT_ITEM.fullmatch(
        folded, values[at - 1].tail, value.start
    ):  # fmt: skip
        return announced(at - 1, values, turns, folded)  # 伸び率はA社が5.2%、B社が3.9%
    if (
        at
        and value.mention.type == values[at - 1].mention.type == "percent"
        and _THEN.fullmatch(folded, values[at - 1].tail, value.start)
        and _SLOWED.match(folded, value.tail)
    ):
        return announced(at - 1, values, turns, folded)  # 増収率は39%と、前四半期の40%から減速した
    # 今週失われた3社の時価総額は2兆円に上る: the clause that describes the value's noun says which way.
    gone = _CLEFT.search(folded, floor, value.start)
    if gone is None and value.mention.type == "money":
        gone = _GONE.search(folded, floor, value.start)
    if gone is None or (LEVEL_LINK.match(folded, value.tail) and not _ENDS.match(folded, value.tail)):
        return None
    way = next((t for t in turns if gone.start() <= t.start < gone.end()), None)
    return Course(way.direction, way.of, way) if way is not None else DOWN


_THEN = regex(
    r"(?:で|と|に)、?(?:前[^、。はが0-9]{1,8}|昨年[^、。はが0-9]{0,6}|去年[^、。はが0-9]{0,6}|1年前|[0-9]{1,2}(?:[~-][0-9]{1,2})?月期?|[0-9]{2,4}年度?)の(?:約)?"
)
_SLOWED = regex(
    r"(?:増|伸び|のプラス成長)?から(?:さらに|やや|大きく|大幅に|一段と)?(?:減速|鈍|加速|縮|拡大|低下|上昇|落ち|高ま)"
)


def sort_of(value: Value) -> str:
    """Return what figures must share to stand in one row."""
    return "share" if value.mention.type in {"percent", "multiple"} else value.mention.type + value.amount.unit


_ROW_OF_YIELDS = regex(r"(?:、[^、。はが]{1,14}は[0-9.]{1,6}%){0,4}と(?:いずれも|ともに|そろって|それぞれ)")
_YIELD = regex(r"(?:債|利回り|金利|年物)(?:は|が)、?(?:一時)?(?:約)?$")
_SMALL = Decimal("0.3")
"""No yield stands so low for long, and few move so far in a day."""


def is_yield_in_row(value: Value, folded: str) -> bool:
    """2年債は1.38%、5年債は1.71%といずれも上昇した, 2.28%と0.045%上昇した: where they went; 10年債は0.03%、2年債は0.02%と: by how much."""
    if value.mention.type != "percent":
        return False
    row = _ROW_OF_YIELDS.match(folded, value.tail) or _MOVED_BY.match(folded, value.tail)
    return row is not None and value.amount.amount >= _SMALL and _YIELD.search(folded, 0, value.start) is not None


_MOVED_BY = regex(
    r"と、?(?:前(?:日|週末|営業日)比)?(?:で)?0\.[0-9]{1,3}%(?:幅|ほど|近く|強)?(?:の)?(?:上昇|低下|下落|上が|下が|高[いく]|低[いく])"
)


def is_height(value: Value, values: Sequence[Value]) -> bool:
    """5万3200円まで下げ幅を広げた, 6120円で寄り付き、6300円まで上げ幅を拡大した: where the price went, no width."""
    here = value.amount.amount
    return "万" in value.mention.text or value.mention.text.endswith("台") or any(
        v is not value and v.mention.type == "money" and _NEAR * here <= v.amount.amount <= here / _NEAR for v in values
    )  # fmt: skip


_NEAR = Decimal("0.75")
