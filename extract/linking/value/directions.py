"""Which way a figure went, read from the words around it: 安 behind it, 下げ幅 before it, 減らした after its noun.

A value that a direction word reaches through に, へ, まで or と is the level arrived at, not the change: 4.6%に上がった.
The rules stand in their order in `_RULES`; the first that tells answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from jijitsu.extract.linking.sentence.pay_cuts import pay_cut
from jijitsu.extract.linking.value.announced import announced, is_height, is_yield_in_row, sort_of
from jijitsu.extract.linking.value.behind import ADVERBIAL, PASSED, said_behind
from jijitsu.extract.linking.value.course import DOWN, LEVEL, UP, Course, Place, Turn
from jijitsu.extract.linking.value.fared import how_many_fared, laid_off
from jijitsu.extract.linking.value.multiples import in_headline, times_as_much
from jijitsu.extract.linking.value.quotations import day_sign, shown_way
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.linking.value.worths import of_market_value
from jijitsu.extract.regex import regex

_SIGN = regex(r"[+▲△▼]")
"""+1.2%, ▲0.5%: the sign says which way; so it does right behind a price: 3345円(+505円), 1842円 +212円."""
# 84億円(前年同月比プラス5.9%), 125億円(+33億円)
_IN_BRACKETS = regex(
    r"[0-9](?:円|銭|ドル|ポイント)[ (]{1,2}(?:前日比)? ?[+▲△▼]?$|[兆億万]円[ (]{1,2}(?:(?:前[年期月]同?[期月]?比|同)? ?\+|(?:前[年期月]同?[期月]?比|同) ?[▲△▼])?$"
)
_PRICE_SHOWN = regex(r"(?<![兆億万])円[ (]{1,2}(?:前日比)? ?△?$")
_SHOWN_WAY = regex(r"\([+-][0-9.]{1,6}%\)の?(?P<way>[高安])(?=[のでと、。い]|$)")
_QUOTE_PAIR = regex(r"[0-9](?:円|ドル)?\((?P<sign>[+-])[0-9.,]{1,12}(?:円|ポイント|ドル)?[ 、]{1,2}[+-]?$")
_REACHED_BY = frozenset({"高の", "安の", ")高の", ")安の", "高い", "安い", "高となる", "安となる"})
_THE_SAME = regex(
    r"[0-9兆億万](?:円|ドル|ユーロ|元|ウォン|台|本|個|枚|機|隻|人|店)\((?:同|前回(?:予想|計画)|従来(?:予想|計画)|前[期年](?:同期)?は[^()]{0,24})(?:約)?$"
)
_AGAINST = regex(r"(?:比|[(、]同|〃)(?:で|は)?(?:プラス)?$")
# 4万9876円13銭(前日比-643円88銭、-1.27%), ソフトバンクG -5.8%: a minus there is a fall; 成長率は-1.2% is a level.
_FALLS = regex(
    r"[0-9万億兆](?:円|銭|ドル|ポイント|ポ|ユーロ|ポンド|元|ウォン|[台機本個枚隻件人])?"
    r"\((?:[^()]{0,20}、)?(?:前[日週月年][末同]?[期月日]?比)?-?$|[減増少加]\(-?$|[日週月年期末]比(?:で|は|一時)?[ 、]?-?$"
    r"|\([+-][0-9.,]{1,12}(?:円|ポイント|ドル)?[ 、]{1,2}-?$|[A-Za-zァ-ヶー一-鿿] -?$"
)
_INHERENT = ("倍増", "半減", "半値", "倍増以上")
# 一時3.8%まで下げ幅を広げた
_SPREAD = regex(
    r"(?:近く|超)?(?:まで|に)(?P<way>上げ幅|下げ幅|上昇率|下落率|値上がり率|値下がり率)を(?:広げ|拡大|縮め|縮小|広が)"
)
# 下げ幅を広げて1755円で取引を終えた
_WIDENED = regex(r"幅を(?:広げ|縮め|拡大し|縮小し|広げる形)て?、?(?:約)?$")
_AT_LEVEL = regex(r"(?:ちょうど|前後|近辺|付近)?(?:で|と、)[^、。0-9]{0,10}(?:取引|引け|終[えわ]|推移)")
# 年初来安値386円から3割超戻す
_REBOUNDS = regex(r"(?:超|余り|近く|強|弱|ほど)?(?:値を)?戻[しす]")
_FROM_LOW = regex(r"(?:[安底下]値|底)[^、。]{0,14}から(?:約)?$")
RATE_MOVE = regex(
    r"(?:ポイント)?(?:幅|分|超|以上)?の?(?:大幅な?|大幅、|小幅な?|緊急|追加|連続)*利(?P<way>[上下])げ(?!観測|期待|懸念|見送)"
)
"""0.25%の利下げ: the policy rate goes so."""
# 50銭ほど円安に振れた, 1円20銭円安が進んだ; not 円安が重荷
_YEN_MOVE = regex(
    r"(?:ほど|近く|程度|余り|超|前後)?の?(?:対?ドル[安高]・?)?円(?P<way>[安高])(?:・?(?:ドル|ユーロ)[安高])?(?:(?:方向)?(?:に|が|へと?)(?:一気に|急速に)?(?:振れ|進|動|傾|戻|推移)(?![むくるれ]+(?:と|ごと|ば)|めば|けば)|(?=[はで]))"
)
_WIDTH = regex(
    r"(?:を(?:超す|超える|上回る)|超の|余りの|ほどの|の|に迫る)?(?:値|引き)?(?P<way>[上下])(?:げ|昇|落|がり)幅(?=[とをだにでが、。])"
)
# 前回より15分間短くなった, 従来品に比べ4割軽い
_SIZE = regex(
    r"(?:間|ほど|以上|近く|程度|余り)*(?:も)?(?:(?P<up>長|重|大き|広|速|厚|太|深|幅広)|短|軽|小さ|狭|薄|細|浅)(?:く(?P<grew>な[っるり]|し[たて、]|する)|[くいか])"
)
_THAN = regex(r"(?:より(?:も)?|に比べ(?:て)?|と比べ(?:て)?)(?:約|およそ)?$")
# 沖縄が80銭と上昇幅が最も大きかった
_GREATEST = regex(
    r"(?:ちょうど)?(?:と|で)、?(?:最大の|最も大きい)?(?P<way>上昇|下落|値上がり|値下がり|値上げ|値下げ|上げ|下げ|引き上げ|引き下げ)(?:幅|率)(?:が|は)(?:最も|最大|一番|全国で最)"
)
FORMER = regex(
    r"[増減]と、?(?:従来|前回|会社|市場|事前|当初)の?(?:予想|計画|見通し|コンセンサス)(?:の平均)?の(?:約)?|[^、。()0-9]{0,8}\((?:従来|前回|会社|市場|当初)(?:の)?(?:予想|計画|見通し)?は?"
)
_RATE_GAP = regex(r"(?:程度|ほど|強|弱)*の[ァ-ヺー豪米英円]{1,5}(?P<way>[安高])水準")
_GAP = 20
# 13銘柄で1.5円、6銘柄で0.5円の値上げ: said of each of the row
_IN_ROW = regex(
    r"、[^、。0-9]{0,10}[0-9]{1,4}(?:銘柄|品目|商品|種類|路線|区間|製品|車種)(?:で|は|が)(?:約)?[0-9.]{1,6}円の?値(?P<way>[上下])げ"
)


def course_of(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course:
    """Return the course of the value number `at` of its sentence; `LEVEL` if none is said of it."""
    place = Place(at, values, turns, folded)
    return next((found for rule in _RULES if (found := rule(place)) is not None), LEVEL)


def _way(up: bool, of: str = "price") -> Course:
    return Course("up" if up else "down", of)


def _arrived_at(place: Place) -> Course | None:
    """2.9%高の162ドルと上昇した; 1800億円(同1520億円)と上方修正した; 1%増の425億円と微増にとどまる."""
    if place.sort("money", "count") and place.folded.startswith(")", place.value.end) and place.ahead(_THE_SAME, 40):
        return LEVEL
    if is_yield_in_row(place.value, place.folded):
        return LEVEL
    if not place.sort("money"):
        return None
    if (place.at and place.gap in _REACHED_BY) or (place.behind(_SPREAD) and is_height(place.value, place.values)):
        return LEVEL
    if place.ahead(_WIDENED, 16) and place.behind(_AT_LEVEL):
        return LEVEL
    after_change = place.at and place.values[place.at - 1].mention.type == "percent" and place.gap in {"増の", "減の"}
    return LEVEL if after_change and place.folded.startswith(("と微増", "と微減"), place.value.tail) else None


def _inherent(place: Place) -> Course | None:
    """倍増, 半減."""
    text = place.value.mention.text
    if not text.endswith(_INHERENT):
        return None
    return DOWN if text.endswith(("半減", "半値")) else UP


def _plus_or_minus(place: Place) -> Course | None:
    """前年同月比マイナス3%."""
    if not place.sort("percent", "points") or not place.ahead(_AGAINST):
        return None
    if place.folded.startswith("マイナス", place.value.start):
        return DOWN
    return UP if place.folded.endswith("プラス", 0, place.value.start) else None


def _shown(place: Place) -> Course | None:
    """85円(+10.07%)高の929円; 145.03(-5.79 -3.84%); 4955 +215."""
    if place.sort("number") and (shown := shown_way(place.folded, place.value.start)) is not None:
        return _way(shown == "up")
    if place.sort("money") and (way := _SHOWN_WAY.match(place.folded, place.value.end)) is not None:
        return _way(way["way"] == "高")
    if place.sort("percent") and (pair := place.ahead(_QUOTE_PAIR)) is not None:
        return _way(pair["sign"] == "+")
    return None


def _signed(place: Place) -> Course | None:
    """+1.2%, ▲0.5%; 1200円(△20円) is a gain in tables; 前日比▲120円 is a price's."""
    start = place.value.start
    if place.sort("percent", "money", "points") and (way := day_sign(place.folded, start)) is not None:
        return _way(way == "up")
    if not (place.sort("percent", "points") or place.ahead(_IN_BRACKETS)):
        return None
    sign = _SIGN.search(place.folded, max(0, start - 1), start + 1)
    if sign is None:
        return None
    return UP if sign.group() == "+" or (sign.group() == "△" and place.ahead(_PRICE_SHOWN)) else DOWN


def _of_rates(place: Place) -> Course | None:
    """0.25%の利下げ; 50銭ほど円安に振れた; 15時時点に比べ23銭程度のドル高水準だった."""
    if place.sort("percent", "points") and (rate := place.behind(RATE_MOVE)):
        return _way(rate["way"] == "上")
    if not place.sort("money"):
        return None
    if yen := place.behind(_YEN_MOVE):
        return _way(yen["way"] == "高", "fx")
    if place.value.amount.amount < _GAP and (gap := place.behind(_RATE_GAP)):
        return _way(gap["way"] == "高", "any")
    return None


def _rebounds(place: Place) -> Course | None:
    """年初来安値386円から3割超戻す."""
    back = place.sort("percent", "money") and place.behind(_REBOUNDS) and place.ahead(_FROM_LOW, 40)
    return _way(up=True) if back else None


def _amounts_to(place: Place) -> Course | None:
    """従業員の1割に当たる1000人を削減する: a share goes the way of those whom it comes to."""
    if not place.sort("percent") or place.at + 1 >= len(place.values):
        return None
    following = place.values[place.at + 1]
    if following.amount.unit not in {"人", "名"} or not _COMES_TO.fullmatch(
        place.folded, place.value.tail, following.start
    ):
        return None
    return course_of(place.at + 1, place.values, place.turns, place.folded)


_COMES_TO = regex(r"[弱強]?に(?:当た|あた|相当す)る(?:約|およそ|計)?")


def _width(place: Place) -> Course | None:
    """沖縄が80銭と上昇幅が最も大きかった; 3000円を超す上げ幅となった."""
    if place.sort("percent", "money") and (most := place.behind(_GREATEST)):
        return _way("上" in most["way"])
    if place.sort("percent", "money", "points") and (width := place.behind(_WIDTH)):
        return _way(width["way"] == "上")
    return None


def _minus(place: Place) -> Course | None:
    """4万9876円13銭(前日比-643円88銭、-1.27%)."""
    start = place.value.start
    minus = "-" in place.folded[max(0, start - 1) : start + 1]
    return DOWN if minus and place.ahead(_FALLS, 28) else None


def _as_before(place: Place) -> Course | None:
    """5%以上の増加(従来予想は3%以上)."""
    at, values, value = place.at, place.values, place.value
    if not at or not FORMER.fullmatch(place.folded, values[at - 1].tail, value.start):
        return None
    return _without_the_one_before(place) if sort_of(value) == sort_of(values[at - 1]) else None


def _as_then(place: Place) -> Course | None:
    """物価は2.7%上昇と、10月の3.0%から鈍った; 売上高は3%増で、市場予想の4%に届かず: a rate beside one goes its way."""
    at, values = place.at, place.values
    if not at or not place.sort("percent") or sort_of(values[at - 1]) != sort_of(place.value) or place.behind(_TO_HERE):
        return None
    if not _RATE_THEN.fullmatch(place.folded, values[at - 1].tail, place.value.start):
        return None
    return Course(course_of(at - 1, values, place.turns, place.folded).direction)


_RATE_THEN = regex(
    r"の?(?:上昇|増加?|減少?|下落|低下|伸び)(?:と(?:なり|なった)?|し(?:て|た)?|で|だった)?が?、?(?:市場)?(?:事前)?"
    r"(?:予想(?:の平均)?|コンセンサス|[0-9]{1,2}月(?:分)?|前月|前の月|前回|前年(?:同期|同月)?|前の年|前の?期|前の?四半期|速報値?)(?:の|は)(?:約)?"
)
# 3%上昇し、前年の20%から23%に: a share, no rate
_TO_HERE = regex(r"から[^、。]{0,14}[0-9]")


def _without_the_one_before(place: Place) -> Course:
    at = place.at
    return course_of(at - 1, (*place.values[:at], *place.values[at + 1 :]), place.turns, place.folded)


def _size(place: Place) -> Course | None:
    """前回より15分間短くなった."""
    size = place.behind(_SIZE) if place.sort("percent", "count", "duration") else None
    told = size is not None and (size["grew"] or place.ahead(_THAN, 8))
    return _way(bool(size["up"]), "size") if size is not None and told else None


def _pay_cut(place: Place) -> Course | None:
    """市長は給料の50%、副市長は30%を返上する."""
    cut = place.sort("percent") and pay_cut(place.folded, place.value.start, place.value.tail) is not None
    return Course("down", "volume") if cut else None


def _companion(place: Place) -> Course | None:
    """5%(3億円)増: said of the one, said of the other."""
    return _without_the_one_before(place) if place.value.companion else None


def _in_a_row(place: Place) -> Course | None:
    """13銘柄で1.5円、6銘柄で0.5円の値上げ."""
    row = place.behind(_IN_ROW) if place.sort("money") else None
    return _way(row["way"] == "上") if row is not None else None


def _of_each(place: Place) -> Course | None:
    """銘柄米が4018円で19円、ブレンド米が3377円で45円、それぞれ安くなった: after each level its change."""
    at, values, value, folded = place.at, place.values, place.value, place.folded
    if place.gap != "で" or sort_of(values[at - 1]) != sort_of(value):
        return None
    listed = _EACH_LATER.match(folded, value.tail)
    if listed is None or value.amount.amount >= values[at - 1].amount.amount:
        return None
    turn = next((t for t in place.turns if t.start >= listed.end() and not t.noun), None)
    if turn is None or not ADVERBIAL.fullmatch(folded, listed.end(), turn.start):
        return None
    return Course(turn.direction, turn.of, turn)


_EACH_LATER = regex(r"(?:、[^。「」]{1,80}[0-9](?:円|ドル|銭|%|ポイント))?、?それぞれ")


def _of_word_behind(place: Place) -> Course | None:
    """3%増えた: the next direction word, unless another figure stands before it."""
    value, limit = (
        place.value,
        next((v.start for v in place.values[place.at + 1 :] if not v.companion), len(place.folded)),
    )
    passed = place.behind(PASSED)
    floor = passed.end() if passed else value.tail
    turn = next((t for t in place.turns if t.start >= floor and not t.noun), None)
    return said_behind(value, turn, place.folded) if turn is not None and turn.start < limit else None


def _since(place: Place) -> Course | None:
    """1990年の60件以降増加を続け, 12万人をピークに減り: where it set out from, which went no way."""
    return LEVEL if place.behind(_SET_OUT) else None


_SET_OUT = regex(r"(?:余り|超|台)?(?:以降|以来|を(?:ピーク|頂点|境|最後|底|皮切り)に)")


def _spread(place: Place) -> Course | None:
    """一時3.8%まで下げ幅を広げた."""
    spread = place.behind(_SPREAD)
    return None if spread is None else _way(spread["way"][0] in "上値" and "下" not in spread["way"])


def _of_word_before(place: Place) -> Course | None:
    return announced(place.at, place.values, place.turns, place.folded)


def _of_list(place: Place) -> Course | None:
    return _shared(place.at, place.values, place.turns, place.folded) if place.at + 1 < len(place.values) else None


_RULES: tuple[Callable[[Place], Course | None], ...] = (
    _arrived_at,
    _inherent,
    _plus_or_minus,
    _shown,
    _signed,
    _of_rates,
    _rebounds,
    how_many_fared,
    laid_off,
    of_market_value,
    _amounts_to,
    _width,
    _minus,
    _as_before,
    _size,
    _pay_cut,
    _companion,
    _in_a_row,
    _of_each,
    _since,
    _of_word_behind,
    _as_then,
    times_as_much,
    _spread,
    in_headline,
    _of_word_before,
    _of_list,
)

_SHARED_LINK = regex(r"[、と・,や](?!なっ|なり|し)[^、。「」]{0,26}(?:(?<=[はがも])、)?")
_OR = regex(r"、?(?:または、?|あるいは|もしくは|率にして|率で|、率では|、?金額にして|、?金額で)")
_EACH = regex(r"、?それぞれ|、?ともに|、?いずれも")
_EACH_AHEAD = regex(r"それぞれ[^、。0-9]{0,12}$")
"""それぞれ前回より4ポイント、2ポイント増えた."""
_FINITE = regex(r"(?:し|り|て|た|る|だ|っ)[、。]|した|する|って")
_SAID_TWICE = regex(r"、(?:金額で|率で|額にして)?(?:約|およそ)?")
_MORE_THAN = regex(r"(?:より(?:も)?|比べて?、?|比(?:で)?)(?:約|およそ)?$")
_ALIKE = 4
_WHOSE = regex(r"(?:^|[、。はでの])[^、。はがも0-9]{2,14}(?P<by>では|が|(?<!で)は)(?:約)?$")
_LOST = regex(r"[^。]{0,60}?(?:を失[っい]|[をが]吹き飛|が消え|が消失)")


def _shared(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course:
    """3.4%、2.1%下げ: the word behind the last of a list is said of all of them."""
    value, following = values[at], values[at + 1]
    gap = folded[value.tail : following.start]
    if _OR.fullmatch(gap):
        # 890ポイント、または2.08%落ちた: the same move said twice.
        return course_of(at + 1, values, turns, folded)
    if following.companion:
        return LEVEL
    if _SAID_TWICE.fullmatch(gap) and {value.mention.type, following.mention.type} == {"percent", "money"} and (
        _MORE_THAN.search(folded, max(0, value.start - 10), value.start)
    ):  # fmt: skip
        return course_of(at + 1, values, turns, folded)  # 前年度より約1.3%、58億円減少した
    if sort_of(value) != sort_of(following) and not _EACH.match(folded, following.tail):
        return LEVEL
    if value.mention.type == "money" and _in_step(value, following, folded):
        return course_of(at + 1, values, turns, folded)
    each = (
        _said_of_each(at, values, folded)
        or _EACH_AHEAD.search(folded, max(0, value.start - 18), value.start) is not None
    )
    if sort_of(value) != "share" and not each:
        return LEVEL  # 4ドル58セントと3セント高く: a level, then its change
    if not _SHARED_LINK.fullmatch(gap) or _FINITE.search(gap) or (re.search(r"から|より|比", gap) and not each):
        return LEVEL
    return course_of(at + 1, values, turns, folded)


def _in_step(value: Value, following: Value, folded: str) -> bool:
    """True for 岬電力では306円、浜電力では260円上昇する: two of a kind, each behind whose it is, with one verb."""
    one, other = abs(value.amount.amount), abs(following.amount.amount)
    if not one or not other or max(one, other) >= min(one, other) * _ALIKE:
        return False
    ahead = _WHOSE.search(folded, max(0, value.start - 20), value.start)
    gap = _WHOSE.fullmatch(folded, value.tail, following.start) if folded[value.tail : value.tail + 1] == "、" else None
    if ahead is None or gap is None or ahead["by"] != gap["by"]:
        return False
    return ahead["by"] != "は" or _LOST.match(folded, following.tail) is not None  # Aは290億ドル、Bは150億ドルを失った


def _said_of_each(at: int, values: Sequence[Value], folded: str) -> bool:
    """True if それぞれ stands behind the last of the row that begins with value number `at`."""
    for one, other in pairwise(values[at:]):
        gap = folded[one.tail : other.start]
        if not _SHARED_LINK.fullmatch(gap) or _FINITE.search(gap):
            return False
        if _EACH.match(folded, other.tail):
            return True
    return False
