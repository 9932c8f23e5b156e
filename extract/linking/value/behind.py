"""A direction word behind a figure: 3%増えた goes up, 3%に増えた says what it grew to."""

from __future__ import annotations

import re

from jijitsu.extract.linking.value.course import Course, Turn
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

# 3%を上回る上げ: the threshold stands between the value and its direction.
PASSED = regex(r"を(?:大きく|大幅に)?(?:上回る|超える|超す|下回る)")
_ADVERBS = (
    r"(?:と最も大きく|と最も|と大きく|と大幅に|も|ほど|だけ|近く|以上|程度|ずつ|の|それぞれ|そろって|ともに|いずれも|共に|さらに|大きく|大幅に|小幅に|急激に|"
    r"急速に|わずかに|やや|一段と|また|のみ|超|一時|続けて|余計に|値を|ばかり|幅で|強も|弱も|前後の?|にあたる)*"
)
ADVERBIAL = regex(_ADVERBS)
_NOUN_LINK = regex(r"の[^、。はがをにへでと「」]{0,8}")
_OBJECT_LINK = regex(
    r"(?:の[^、。「」]{1,10}|相当|時価総額)?[をが]?(?:1日で|一日で|[^、。はが「」]{0,8}|[^、。はがを「」]{0,6}、)"
)
LEVEL_LINK = regex(
    r"(?:の大台|の水準|の節目|台)?(?:に(?!わた|も)|へ|まで|と(?=[、なしす]|(?:前回|前年|前月|前期|前の|従来|昨年|当初)[^、。]{0,12}から)|と(?:なり|なる|なっ)|で(?!も)|から|だ|で|。|を[^失吹消飛拭奪蒸縮減]|前後で)"
)
# Aが2.8%、Bが2.2%、それぞれ下落
_EACH_ONE = regex(r"(?:超|近く|強|弱)?、(?:それぞれ|いずれも|ともに|そろって)(?:大きく|大幅に|小幅に)?")
_LOSS = frozenset("失吹消飛拭奪蒸縮減膨増積目上下切削")
_ISSUES = frozenset({"社", "銘柄", "業種", "セクター"})
_PRICES_GO = (
    "上昇", "下落", "値上", "値下", "続伸", "続落", "反発", "反落", "急騰", "急落", "高", "安", "上げ", "下げ", "買われ", "売られ",
)  # fmt: skip
_STANDS = frozenset("高安低多少")
"""How a level stands beside others."""
_GROWS = ("増え", "減る", "減り", "減っ", "上が", "下が")
_PARTED = frozenset(" \u3000=")
_SET_APART = regex(r"(?:増加|減少|上昇|下落|拡大|縮小|低下|成長)(?:し|する)|増え|減っ|伸び|上がっ|下がっ")
"""前年比 66.9% 増加した: who sets a blank on both sides of figures parts nothing by it."""
# 年初から17%株価が上昇した, 昨年より6%ほど販売台数が増えた
_LINE_LINK = regex(
    r"(?:ほど|近く|以上|程度|超)?(?:株価|売上高|売り上げ|販売台数|生産台数|出荷台数|販売|生産|出荷|純利益|営業利益|収入|収益|時価総額)[がも]"
)
_TOLD_OF = regex(r"\([^()]{2,12}(?:は|が)(?:約)?$")
# 20億円の赤字(前期8000万円の赤字)へ下方修正; not 2%(前日比80円)高
_OF_BEFORE = regex(
    r"\((?:前(?:の)?期|前年同期|前年同月|前年度|前年|前回|従来|当初|同)(?:の)?(?:実績|予想|計画)?、?(?:約)?$"
)
_RESULT = regex(r"^の[赤黒]字(?:を|に|とな)")
_LOST = regex(r"の(?:最終|営業|経常|純)?赤字(?:に|へ)?")
# 9兆円と過去最大に膨らんだ, 255億ドルと大きく伸びた: what it grew to
_GREW_TO = regex(
    r"と(?:(?:過去|今年|史上|四半期|年間|月間|単月|1日)(?:として)?(?:最大|最高|最多|最低|最少|最小)(?:の(?:規模|水準|額))?(?:に|へ)(?:まで)?"
    r"|いずれも|ともに|共に|そろって|大きく|大幅に?|急速に|堅調に|順調に|小幅に|わずかに|やや)"
)
_WITH = regex(r"(?:\([^()]{0,16}\))?(?:で|と)、?(?:[0-9]期連続の?|大幅な?|小幅な?|2桁の?)?(?:営業|経常|最終)?")
_EXTENT = regex(r"(?:[高安]|幅|額|率|比|より|から|前日|影響)(?:は|が|も|で)?(?:一時)?(?:約)?$")
# 6億円の純利益を上げた: earned, not raised.
_EARNED = regex(r"(?:利益|収益|黒字|収入|成果|売上高?|売り上げ|年商)を$")
_EARNS = regex(r"(?:利益|収益|収入|売上高?|売り上げ|年商)(?:約|計|合計)?$")
"""営業利益[28億円]を上げた."""


def said_behind(value: Value, turn: Turn, folded: str) -> Course | None:
    """The course if `turn` is said of `value`, None if this word does not tell."""
    word = folded[turn.start : turn.end]
    passed = PASSED.match(folded, value.tail)
    gap = folded[passed.end() if passed and passed.end() <= turn.start else value.tail : turn.start]
    if gap[:1] == " " and folded[value.start - 1 : value.start] == " " and _SET_APART.match(folded, turn.start):
        gap = gap.strip(" ")
    course = Course(turn.direction, turn.of, turn)
    if gap.find(")") >= 0 > gap.find("(") and _TOLD_OF.search(folded, max(0, value.start - 16), value.start):
        return None  # 24億円の赤字(前年同期は51億円の赤字)に縮小した
    if (
        gap.find(")") >= 0 > gap.find("(")
        and value.mention.type == "money"
        and _OF_BEFORE.search(folded, max(0, value.start - 12), value.start)
    ):
        return None
    threshold = word in {"上回", "下回"} and re.search(r"[をに]|(?:予想|計画|目標|見通し|コンセンサス)も", gap)
    if gap.endswith("最も") and word[0] in _STANDS:
        return None  # 沖縄が179円と最も高く、長崎が150円と最も安い
    if gap.startswith("のうち") or _RESULT.search(gap):
        return None  # 2000億円のうちの大半を失った, 12億円の赤字を計上し製作経費削減: not what went
    if not _PARTED.isdisjoint(gap):
        return None  # 純利益2.1倍 在庫影響縮小, 純利益2.1倍＝受注増: the parts of a headline
    if threshold or (word.startswith("上げ") and _EARNED.search(gap)):
        return None
    if word.startswith("追加") and value.mention.type == "money":
        return None  # 20億ドルの追加投資: what is put in besides
    if word.startswith("上げ") and gap == "を" and _EARNS.search(folded, max(0, value.start - 8), value.start):
        return None
    if value.mention.type == "money" and _LOST.fullmatch(gap) and word.startswith("転落"):
        return None  # 280億円の赤字転落: what it came to
    if value.mention.type == "count" and word.startswith(("値上", "値下")):
        return None  # 食品195社の6月の値上げは1932品目: firms do not rise
    if value.amount.unit in _ISSUES and gap == "が" and word.startswith(_PRICES_GO):
        return None  # 海運大手3社が上昇した: their shares did
    if value.mention.type == "count" and _happens(word, gap, passed=passed is not None):
        return None
    if value.mention.type == "money" and word[1:2] in {"収", "益"} and _WITH.fullmatch(gap):
        return None  # 売上高は178億円と大幅な増収だった, 121億円(▲6%)と減収減益を見込む: what it came to
    grown = value.mention.type in {"money", "count"} and (
        _GREW_TO.fullmatch(gap) or (gap == "と" and turn.of == "volume")
    )
    if grown and not _EXTENT.search(folded, 0, value.start):
        return None  # 38%増の255億ドルと大きく伸びた: what it grew to
    if ADVERBIAL.fullmatch(gap) or (
        value.mention.type == "percent" and (_EACH_ONE.fullmatch(gap) or _LINE_LINK.fullmatch(gap))
    ):
        return course
    if value.mention.type == "multiple" and re.fullmatch(r"(?:近く|以上|弱|強)?(?:に|へ|の)[^、。]{0,6}", gap):
        return course
    if _NOUN_LINK.fullmatch(gap):
        return course
    if LEVEL_LINK.match(gap):
        return None
    if value.mention.type == "money" and gap == "は" and folded.startswith(_GROWS, turn.start):
        return course  # 利払いが年に200万円は増える
    if word[0] in _LOSS and _OBJECT_LINK.fullmatch(gap) and not re.search(r"[0-9]", gap):
        return course
    return None


def _happens(word: str, gap: str, *, passed: bool) -> bool:
    """True for what befalls those counted and makes them no more or fewer: 10万人が家を失った, 3人が川に落ちた, 5得点を上げた."""
    if word[0] in _BEFALLS or (word.startswith("上げ") and gap.startswith("を")):
        return True
    if word[0] == "失" and (_LOSES.fullmatch(gap) or not gap):
        return True  # 1点失った
    return bool(_RISES.fullmatch(gap) if word.startswith(("上が", "下が")) else passed and word in _OF_NOUN)


_BEFALLS = frozenset("吹飛落沈滑")
_LOSES = regex(r"が[^、。]{1,8}を")
_RISES = regex(r"の[^、。]{1,16}が")
_OF_NOUN = frozenset({"高い", "低い", "多い", "少ない"})
"""15点を超える高い得点: of the score, not of its change."""
