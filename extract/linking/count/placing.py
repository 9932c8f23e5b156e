"""Where something was measured, and how far from where it lies: 大子町で73.5ミリ, 事故現場から約3キロ離れた川."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import ACTS, WHERE, Owners, tells
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_place
from jijitsu.extract.regex import regex

_DISTANCES = frozenset({"キロ", "キロメートル", "km", "メートル", "m", "マイル", "海里", "㎞"})
_AWAY = regex(r"(?:から|の)?(?P<way>[東西南北]{1,3}(?:の方角)?(?:に|へ|方)?|真[東西南北]へ?)?(?:約|およそ|わずか)?$")
_OFF = regex(
    r"(?:以上|ほど|余り|ほどの|程度)?(?:離れ|先|の(?:沖|地点|場所|位置|距離|ところ|所|海上|上空)|に(?:位置|ある)|[東西南北上下]|下流|上流|沖)"
)


def far(sight: Sight) -> Owners:
    """What lies so far from somewhere, else from where it lies: 現場は岸から約2.5キロの沖合だ, 事故現場から約3キロ離れた."""
    value, folded = sight.value, sight.folded
    if value.amount.unit not in _DISTANCES:
        return ()
    away = _AWAY.search(folded, max(0, value.start - 12), value.start)
    start = next((n for n in reversed(sight.before) if away and n.end == away.start()), None)
    if start is None or (away and not away["way"] and not _OFF.match(folded, value.tail)):
        return ()
    if start.name in {"沖", "沖合"} and (shore := sight.possessor(start)) is not None:
        return sight.owner(shore)  # 江田島市の沖合約2キロの海上で
    ahead = [n for n in reversed(sight.before) if n.start < start.start and not tells(n)]
    topic = next((n for n in ahead if n.particle == "は" or (n.particle == "を" and _LIES.search(n.name))), None)
    near = topic is not None and not is_attribute(topic) and (
        "、" not in folded[topic.behind : start.start] or _LIES.search(topic.name) is not None
    )  # fmt: skip
    return sight.owner(topic) if near and topic is not None else sight.owner(start)


_LIES = regex(r"台風|ハリケーン|サイクロン|低気圧|震源|号$|(?:現場|地点|位置)$")
"""台風6号は、午後9時現在那覇市の南約140キロにある: what a place is told of, however far in front."""
_DENSITIES = frozenset({"ppm", "PPM", "ppb", "ベクレル", "シーベルト"})
_FOUND_IN = frozenset({"から", "からは"})
"""皮で110ppm, 具からは0.42ppmを検出した."""


_FALLS = regex(
    r"(?:以上|前後|近く|余り|を超える)?の(?:猛烈な|非常に激しい|激しい|強い|記録的な)?(?:大雨|豪雨|降雨|雨|大雪|降雪|積雪|雪)"
)
_STATION = regex(r"(?:観測所|観測地点|地点|気象台|アメダス|付近|沿い|地域|上空)$")
"""州内の観測所で48時間に389ミリの雨を記録した."""


def _athlete(sight: Sight, event: Noun) -> Noun | None:
    """早見選手は走り高跳びで1メートル95を跳んだ: who did so, not what it was in."""
    if not _DISCIPLINE.search(event.name):
        return None
    return next((n for n in sight.before if n.end <= event.start and n.type == "person" and n.particle in ACTS), None)


_DISCIPLINE = regex(r"(?:跳び|跳|投げ|投|挙げ|競技|種目|級|決勝|予選|ジャンプ|ヒル|回目)$")


def place_of(sight: Sight) -> Noun | None:
    """Where something was measured, unless something else is spoken of since: 大子町では1時間に73.5ミリ."""
    falls = sight.value.amount.unit in {"ミリ", "センチ"} and _FALLS.match(sight.folded, sight.value.tail) is not None
    for noun in reversed(sight.before):
        if tells(noun):
            continue  # 気象庁では、青葉県を中心に雨量が100ミリを超えるとみている
        if noun.particle == "を" and sight.folded.startswith("中心に", noun.behind) and is_place(noun):
            return noun
        found_in = noun.particle in _FOUND_IN and sight.value.amount.unit in _DENSITIES
        beside = noun.behind == sight.value.start and (found_in or noun.particle == "で")
        fell = noun.particle == "で" and falls and (is_place(noun) or _STATION.search(noun.name) is not None)
        if beside and not found_in and not is_place(noun) and (athlete := _athlete(sight, noun)) is not None:
            return athlete
        if noun.particle in WHERE or beside or fell:
            return noun
        if noun.particle in ACTS and noun.subjects:
            return None
    return None


def where_so_warm(sight: Sight, noun: Noun) -> Owners:
    """別海町で14日、最高気温が32.1度まで上がった: of the place in front of what was measured there."""
    if not sight.measured or not _WARMTH.search(noun.name):
        return ()
    holder = sight.possessor(noun)
    if holder is not None:  # 札幌市の最低気温は
        return sight.owner(holder) if holder.thing and not _WHEN.search(holder.name) else ()
    places = [n for n in sight.before if n.end <= noun.start and n.particle in {"で", "では", "は"} and is_place(n)]
    near = places and _THAT_DAY.fullmatch(sight.folded, places[-1].behind, noun.start)
    return (sight.subject(places[-1]),) if near else ()


_WARMTH = regex(r"(?:気温|積雪|降雪量|降水量|雨量|日照時間|湿度|水温)$")
_WHEN = regex(r"(?:[春夏秋冬朝昼夜晩]|日中|昼間|未明|午前|午後|平年|例年|季|期|時|日|間|雨|雪|台風)$")
_THAT_DAY = regex(r"(?:[^、。はがも]{0,14}、)?(?:(?:日中|この日|きょう|今日|朝|昼)の)?")
