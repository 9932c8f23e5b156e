"""Which way a figure went, read from the words around it: 安 behind it, 下げ幅 before it, 減らした after its noun.

A value that a direction word reaches through に, へ, まで or と is the level arrived at, not the change: 4.6%に上がった.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Direction, Subject
from jijitsu.schemas.mention import Mention, Word


class Turn(msgspec.Struct, frozen=True):
    """A direction word in a sentence; offsets into the folded text."""

    start: int
    end: int
    direction: Direction
    of: str
    noun: bool


class Course(msgspec.Struct, frozen=True):
    """What was read: the direction, what sort of thing goes so, and the word that says it."""

    direction: Direction | None = None
    of: str = "any"
    turn: Turn | None = None


LEVEL = Course()
UP, DOWN = Course("up"), Course("down")
_SIGN = re.compile(r"[+▲△▼]")
"""+1.2%, ▲0.5%: the sign says which way; so it does right behind a price: 3345円(+505円), 1842円 +212円."""
# 84億円(前年同月比プラス5.9%), 125億円(+33億円)
_IN_BRACKETS = re.compile(
    r"[0-9]円[ (]{1,2}(?:前日比)? ?[+▲△▼]?$|[兆億万]円[ (]{1,2}(?:(?:前[年期月]同?[期月]?比|同)? ?\+|(?:前[年期月]同?[期月]?比|同) ?[▲△▼])?$"
)
_PRICE_SHOWN = re.compile(r"(?<![兆億万])円[ (]{1,2}(?:前日比)? ?△?$")
_SHOWN_WAY = re.compile(r"\([+-][0-9.]{1,6}%\)の?(?P<way>[高安])(?=[のでと、。い]|$)")
_QUOTE_PAIR = re.compile(r"[0-9](?:円|ドル)?\((?P<sign>[+-])[0-9.,]{1,12}(?:円|ポイント|ドル)?[ 、]{1,2}[+-]?$")
_REACHED_BY = frozenset({"高の", "安の", ")高の", ")安の", "高い", "安い", "高となる", "安となる"})
_THE_SAME = re.compile(
    r"[0-9兆億万]円\((?:同|前回(?:予想|計画)|従来(?:予想|計画)|前[期年](?:同期)?は[^()]{0,24})(?:約)?$"
)
_AGAINST = re.compile(r"(?:比|[(、]同|〃)(?:で|は)?(?:プラス)?$")
# 4万9876円13銭(前日比-643円88銭、-1.27%), ソフトバンクG -5.8%: a minus there is a fall; 成長率は-1.2% is a level.
_FALLS = re.compile(
    r"[0-9万億兆](?:円|銭|ドル|ポイント|ポ|ユーロ|ポンド|元|ウォン|[台機本個枚隻件人])?"
    r"\((?:[^()]{0,20}、)?(?:前[日週月年][末同]?[期月日]?比)?-?$|[減増少加]\(-?$|[日週月年期末]比(?:で|は|一時)?[ 、]?-?$"
    r"|\([+-][0-9.,]{1,12}(?:円|ポイント|ドル)?[ 、]{1,2}-?$|[A-Za-zァ-ヶー一-鿿] -?$"
)
_INHERENT = ("倍増", "半減", "半値", "倍増以上")
# 前年同期(5兆2000億円)に比べほぼ3倍で
_BESIDE_THEN = re.compile(
    r"(?:前[年期月]|昨年|去年|1年前)(?:の?同[期月]|度)?(?:\([^()]{0,20}\))?(?:に|と)比べ(?:て)?、?(?:約|ほぼ|およそ)?$"
)
_SINCE = re.compile(
    r"(?:前年|前月|前週|前期|昨年|去年|一昨年|前回|年前|同期|同月|同じ時期|期間)(?:度)?(?:実績)?の(?:約|およそ)?$"
)
_ADVERBS = (
    r"(?:と最も大きく|と最も|と大きく|と大幅に|も|ほど|だけ|近く|以上|程度|ずつ|の|それぞれ|そろって|ともに|いずれも|共に|さらに|大きく|大幅に|小幅に|急激に|"
    r"急速に|わずかに|やや|一段と|また|のみ|超|一時|続けて|余計に|値を|ばかり|幅で|強も|弱も|前後の?|にあたる)*"
)
_ADVERBIAL = re.compile(_ADVERBS)
_NOUN_LINK = re.compile(r"の[^、。はがをにへでと「」]{0,8}")
_OBJECT_LINK = re.compile(
    r"(?:の[^、。「」]{1,10}|相当|時価総額)?[をが]?(?:1日で|一日で|[^、。はが「」]{0,8}|[^、。はがを「」]{0,6}、)"
)
_LEVEL_LINK = re.compile(
    r"(?:の大台|の水準|の節目|台)?(?:に(?!わた|も)|へ|まで|と(?=[、なしす]|(?:前回|前年|前月|前期|前の|従来|昨年|当初)[^、。]{0,12}から)|と(?:なり|なる|なっ)|で(?!も)|から|だ|で|。|を[^失吹消飛蒸縮減]|前後で)"
)
_SHARED_LINK = re.compile(r"[、と・,や](?!なっ|なり|し)[^、。「」]{0,26}")
_OR = re.compile(r"、?(?:または|あるいは|もしくは|率にして|率で|、率では|、?金額にして|、?金額で)")
# 一時3.8%まで下げ幅を広げた
_SPREAD = re.compile(
    r"(?:近く|超)?(?:まで|に)(?P<way>上げ幅|下げ幅|上昇率|下落率|値上がり率|値下がり率)を(?:広げ|拡大|縮め|縮小|広が)"
)
_EACH = re.compile(r"、?それぞれ|、?ともに|、?いずれも")
_FINITE = re.compile(r"(?:し|り|て|た|る|だ|っ)[、。]|した|する|って")
_BEFORE_LINK = re.compile(
    r"(?:の|が)?(?:首位|トップ|1位|最大)は[^、。「」]{1,16}(?:で|の)|"
    r"は、?[^、。「」はが0-9]{1,16}が|は(?:[^、。「」はが0-9]{2,8}、){1,3}[^、。「」はが0-9]{2,8}が|は、?[^、。「」はが0-9]{1,14}で、[^、。「」はが0-9]{1,16}が|が最も(?:大き|小さ)[^、。]{0,6}のは[^、。0-9]{1,16}(?:で、?|の)|"
    r"(?:は|も)(?:午[前後]|[前後]場|朝方|昼|取引|引け|寄り付き|[0-9]{0,2}時)[^、。はが「」]{0,8}(?:は|も)、?[^、。はが0-9「」]{0,6}|"
    r"としては、[^。「」]{0,48}|(?:は|が|も|で|、|で、|は、|として|では|:)?[^。はが、「」]{0,14}"
)
_LOSS = frozenset("失吹消飛蒸縮減膨増積目上下切削")


# 600人を解雇した, 950人の希望退職を募る; 希望退職を300人募る
_LAID_OFF = re.compile(
    r"(?:程度|ほど|以上|規模)?(?:の(?:従業員を|社員を)?|を)(?:新たに|追加で|一斉に)?(?:解雇|レイオフ|希望退職|早期退職|人員削減|人員整理)"
)
_LEAVING = re.compile(
    r"(?:解雇|希望退職|早期退職|人員削減|人員整理)(?:者|の募集)?(?:(?:は|を|で|が|に)[^、。0-9]{0,6}|約?)$"
)
_FORESEEN = re.compile(r"の?(?:予想|見通し|目標|想定)(?:の?(?:中央値|平均))?(?:\([^()]{1,12}\))?(?:を|は)")


_RISE = re.compile(r"(?:上昇|下落)率")
# 年初来安値386円から3割超戻す
_REBOUNDS = re.compile(r"(?:超|余り|近く|強|弱|ほど)?(?:値を)?戻[しす]")
_FROM_LOW = re.compile(r"(?:[安底下]値|底)[^、。]{0,14}から(?:約)?$")
RATE_MOVE = re.compile(
    r"(?:ポイント)?(?:幅|分|超|以上)?の?(?:大幅な?|大幅、|小幅な?|緊急|追加|連続)*利(?P<way>[上下])げ(?!観測|期待|懸念|見送)"
)
"""0.25%の利下げ: the policy rate goes so."""
# 50銭ほど円安に振れた, 1円20銭円安が進んだ; not 円安が重荷
_YEN_MOVE = re.compile(
    r"(?:ほど|近く|程度|余り|超|前後)?の?(?:対?ドル[安高]・?)?円(?P<way>[安高])(?:・?(?:ドル|ユーロ)[安高])?(?:方向)?(?:に|が|へと?)(?:一気に|急速に)?(?:振れ|進|動|傾|戻|推移)(?![むくるれ]+(?:と|ごと|ば)|めば|けば)"
)


def turns_of(mentions: Sequence[Mention], base: int) -> tuple[Turn, ...]:
    """The direction words of a sentence that starts at `base`."""
    found = []
    for mention in mentions:
        if mention.type == "direction" and isinstance(mention.value, Word):
            direction, of, *noun = mention.value.means.split(":")
            found.append(Turn(mention.start - base, mention.end - base, _DIRECTIONS[direction], of, bool(noun)))
    return tuple(found)


_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}


def course_of(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course:
    """Return the course of the value number `at` of its sentence; `LEVEL` if none is said of it."""
    value = values[at]
    if at and value.mention.type == "money" and folded[values[at - 1].tail : value.start] in _REACHED_BY:
        return LEVEL  # 2.9%高の162ドルと上昇した
    if value.mention.text.endswith(_INHERENT):
        return DOWN if value.mention.text.endswith(("半減", "半値")) else UP
    if value.mention.type == "money" and folded.startswith(")", value.end) and _THE_SAME.search(folded, 0, value.start):
        return LEVEL  # 1800億円(同1520億円)と上方修正した
    if at and value.mention.type == "money" and folded.startswith(("と微増", "と微減"), value.tail) and (
        values[at - 1].mention.type == "percent" and folded[values[at - 1].tail : value.start] in {"増の", "減の"}
    ):  # fmt: skip
        return LEVEL  # 1%増の425億円と微増にとどまる
    if value.mention.type in {"percent", "points"} and _AGAINST.search(folded, 0, value.start):
        if folded.startswith("マイナス", value.start):
            return DOWN
        if folded.endswith("プラス", 0, value.start):
            return UP
    if value.mention.type == "money" and (way := _SHOWN_WAY.match(folded, value.end)) is not None:
        return Course("up" if way["way"] == "高" else "down", "price")  # 85円(+10.07%)高の929円
    if value.mention.type == "percent" and (pair := _QUOTE_PAIR.search(folded, 0, value.start)) is not None:
        return Course("up" if pair["sign"] == "+" else "down", "price")  # 145.03(-5.79 -3.84%)
    signed = value.mention.type in {"percent", "points"} or _IN_BRACKETS.search(folded, 0, value.start)
    if signed and (sign := _SIGN.search(folded, max(0, value.start - 1), value.start + 1)):
        shown = sign.group() == "△" and _PRICE_SHOWN.search(folded, 0, value.start)  # 1200円(△20円): a gain in tables
        return UP if sign.group() == "+" or shown else DOWN
    if value.mention.type in {"percent", "points"} and (rate := RATE_MOVE.match(folded, value.tail)):
        return Course("up" if rate["way"] == "上" else "down", "price")
    if value.mention.type == "money" and (yen := _YEN_MOVE.match(folded, value.tail)):
        return Course("up" if yen["way"] == "高" else "down", "fx")
    if value.mention.type == "money" and value.amount.amount < _GAP and (gap := _RATE_GAP.match(folded, value.tail)):
        return Course("up" if gap["way"] == "高" else "down")  # 15時時点に比べ23銭程度のドル高水準だった
    if value.mention.type in {"percent", "money"} and _REBOUNDS.match(folded, value.tail) and _FROM_LOW.search(
        folded, max(0, value.start - 40), value.start
    ):  # fmt: skip
        return Course("up", "price")
    if value.amount.unit in {"人", "名"} and (
        _LAID_OFF.match(folded, value.tail) or _LEAVING.search(folded, max(0, value.start - 16), value.start)
    ):
        return DOWN
    if value.mention.type in {"percent", "money"} and (most := _GREATEST.match(folded, value.tail)):
        return Course("up" if "上" in most["way"] else "down", "price")
    if value.mention.type in {"percent", "money", "points"} and (width := _WIDTH.match(folded, value.tail)):
        return Course("up" if width["way"] == "上" else "down", "price")  # 3000円を超す上げ幅となった
    minus = "-" in folded[max(0, value.start - 1) : value.start + 1]
    if minus and _FALLS.search(folded, max(0, value.start - 28), value.start):
        return DOWN
    if at and FORMER.fullmatch(folded, values[at - 1].tail, value.start) and _sort(value) == _sort(values[at - 1]):
        return course_of(at - 1, (*values[:at], *values[at + 1 :]), turns, folded)  # 5%以上の増加(従来予想は3%以上)
    if value.mention.type in {"percent", "count", "duration"} and (size := _SIZE.match(folded, value.tail)) and _THAN.search(
        folded, max(0, value.start - 8), value.start
    ):  # fmt: skip
        return Course("up" if size["up"] else "down", "size")
    if value.companion:
        return course_of(at - 1, (*values[:at], *values[at + 1 :]), turns, folded)
    if value.mention.type == "money" and (row := _IN_ROW.match(folded, value.tail)) is not None:
        return Course("up" if row["way"] == "上" else "down", "price")
    if (each := _of_each(at, values, turns, folded)) is not None:
        return each
    limit = next((v.start for v in values[at + 1 :] if not v.companion), len(folded))
    passed = _PASSED.match(folded, value.tail)
    turn = next((t for t in turns if t.start >= (passed.end() if passed else value.tail) and not t.noun), None)
    if turn is not None and turn.start < limit and (found := _behind(value, turn, folded)) is not None:
        return found
    since = _SINCE.search(folded, max(0, value.start - 12), value.start) is not None
    if value.mention.type == "multiple" and not since:
        since = _BESIDE_THEN.search(folded, max(0, value.start - 36), value.start) is not None
    if (
        value.mention.type == "multiple"
        and since
        and re.match(
            r"(?:近く|弱|強|以上|余り)?(?:に(?!届か)|へ|の|と|、|。|だ|で|[ \u3000]|$|を(?:大きく)?(?:超え|上回))",
            folded[value.tail :],
        )
    ):
        return UP  # 前年同期の1.7倍となった
    if value.mention.type == "multiple" and re.match(
        r"(?:近く|弱|強|以上)?(?:に(?!比べ|あた|当た|相当|及|匹敵|達|届か|上[るっり]|のぼ)|へ|の(?=年?[約およ0-9一二三四五六七八九]))(?!規模|水準|速|大き|価格|値段|高さ|距離|面積|広さ|性能|長さ|重さ|"
        r"料金|力|人|強さ)",
        folded[value.tail :],
    ):
        return UP
    if value.mention.type == "multiple" and _GREW.match(folded, value.tail) and _LINE_AHEAD.search(
        folded, max(0, value.start - 40), value.start
    ):  # fmt: skip
        return UP  # 純利益は2.4倍となった
    if value.mention.type == "multiple" and folded.startswith(")", value.tail) and _HELD_AGAINST.search(
        folded, 0, value.start
    ):  # fmt: skip
        return UP  # 5万1000台(同2.1倍)を納車した
    if (spread := _SPREAD.match(folded, value.tail)) is not None:
        return Course("up" if spread["way"][0] in "上値" and "下" not in spread["way"] else "down", "price")
    if value.mention.type == "multiple" and _TIMES.search(folded, 0, value.start) and _PART.match(folded, value.tail):
        return UP  # 純利益2.3倍 北米が回復
    if (announced := _announced(at, values, turns, folded)) is not None:
        return announced
    if at + 1 < len(values):
        return _shared(at, values, turns, folded)
    return LEVEL


def _behind(value: Value, turn: Turn, folded: str) -> Course | None:
    """The course if `turn` is said of `value`, None if this word does not tell."""
    word = folded[turn.start : turn.end]
    passed = _PASSED.match(folded, value.tail)
    gap = folded[passed.end() if passed and passed.end() <= turn.start else value.tail : turn.start]
    course = Course(turn.direction, turn.of, turn)
    if gap.find(")") >= 0 > gap.find("(") and _TOLD_OF.search(folded, max(0, value.start - 16), value.start):
        return None  # 24億円の赤字(前年同期は51億円の赤字)に縮小した
    threshold = word in {"上回", "下回"} and re.search(r"[をに]", gap)
    if gap.endswith("最も") and word[0] in _STANDS:
        return None  # 沖縄が179円と最も高く、長崎が150円と最も安い
    if gap.startswith("のうち") or _RESULT.search(gap):
        return None  # 2000億円のうちの大半を失った, 12億円の赤字を計上し製作経費削減: not what went
    if not _PARTED.isdisjoint(gap):
        return None  # 純利益2.1倍 在庫影響縮小, 純利益2.1倍＝受注増: the parts of a headline
    if threshold or (word.startswith("上げ") and _EARNED.search(gap)):
        return None
    if value.mention.type == "count" and word.startswith(("値上", "値下")):
        return None  # 食品195社の6月の値上げは1932品目: firms do not rise
    if value.amount.unit in _ISSUES and gap == "が" and word.startswith(_PRICES_GO):
        return None  # 海運大手3社が上昇した: their shares did
    if value.mention.type == "count" and _happens(word, gap, passed=passed is not None):
        return None
    if value.mention.type == "money" and word[1:2] in {"収", "益"} and _WITH.fullmatch(gap):
        return None  # 売上高は178億円と大幅な増収だった, 121億円(▲6%)と減収減益を見込む: what it came to
    grown = value.mention.type == "money" and (_GREW_TO.fullmatch(gap) or (gap == "と" and turn.of == "volume"))
    if grown and not _EXTENT.search(folded, 0, value.start):
        return None  # 38%増の255億ドルと大きく伸びた: what it grew to
    if _ADVERBIAL.fullmatch(gap):
        return course
    if value.mention.type == "multiple" and re.fullmatch(r"(?:近く|以上|弱|強)?(?:に|へ|の)[^、。]{0,6}", gap):
        return course
    if _NOUN_LINK.fullmatch(gap):
        return course
    if _LEVEL_LINK.match(gap):
        return None
    if value.mention.type == "money" and gap == "は" and folded.startswith(_GROWS, turn.start):
        return course  # 利払いが年に200万円は増える
    if word[0] in _LOSS and _OBJECT_LINK.fullmatch(gap) and not re.search(r"[0-9]", gap):
        return course
    return None


_ISSUES = frozenset({"社", "銘柄", "業種", "セクター"})
_PRICES_GO = (
    "上昇", "下落", "値上", "値下", "続伸", "続落", "反発", "反落", "急騰", "急落", "高", "安", "上げ", "下げ", "買われ", "売られ",
)  # fmt: skip
_WIDTH = re.compile(
    r"(?:を(?:超す|超える|上回る)|超の|余りの|ほどの|の|に迫る)?(?P<way>[上下])(?:げ|昇|落)幅(?=[とをだにで、。])"
)
# 前回より15分間短くなった, 従来品に比べ4割軽い
_SIZE = re.compile(
    r"(?:間|ほど|以上|近く|程度|余り)*(?:も)?(?:(?P<up>長|重|大き|広|速|厚|太|深|幅広)|短|軽|小さ|狭|薄|細|浅)[くいか]"
)
_THAN = re.compile(r"(?:より(?:も)?|に比べ(?:て)?|と比べ(?:て)?)(?:約|およそ)?$")
_HELD_AGAINST = re.compile(
    r"[(、](?:同|(?:前年|前期|前月|前週|前の[年期月週])(?:同期|同月|同週|同日)?(?:比|の))(?:約|およそ)?$"
)
_STANDS = frozenset("高安低多少")
"""How a level stands beside others."""
# 沖縄が80銭と上昇幅が最も大きかった
_GREATEST = re.compile(
    r"(?:ちょうど)?(?:と|で)、?(?:最大の|最も大きい)?(?P<way>上昇|下落|値上がり|値下がり|値上げ|値下げ|上げ|下げ|引き上げ|引き下げ)(?:幅|率)(?:が|は)(?:最も|最大|一番|全国で最)"
)
_GROWS = ("増え", "減る", "減り", "減っ", "上が", "下が")
_PARTED = frozenset(" \u3000=")
_TOLD_OF = re.compile(r"\([^()]{2,12}(?:は|が)(?:約)?$")
FORMER = re.compile(r"[^、。()0-9]{0,8}\((?:従来|前回|会社|市場|当初)(?:の)?(?:予想|計画|見通し)?は?")
_RESULT = re.compile(r"^の[赤黒]字(?:を|に|とな)")
_GREW_TO = re.compile(r"と(?:いずれも|ともに|共に|そろって|大きく|大幅に?|急速に|堅調に|順調に|小幅に|わずかに|やや)")
_WITH = re.compile(r"(?:\([^()]{0,16}\))?(?:で|と)、?(?:[0-9]期連続の?|大幅な?|小幅な?|2桁の?)?(?:営業|経常|最終)?")
_EXTENT = re.compile(r"(?:[高安]|幅|額|率|比|より|から|前日|影響)(?:は|が|も|で)?(?:一時)?(?:約)?$")


def _happens(word: str, gap: str, *, passed: bool) -> bool:
    """True for what befalls those counted and makes them no more or fewer: 10万人が家を失った, 3人が川に落ちた, 5得点を上げた."""
    if word[0] in _BEFALLS or (word.startswith("上げ") and gap.startswith("を")):
        return True
    if word[0] == "失" and (_LOSES.fullmatch(gap) or not gap):
        return True  # 1点失った
    return bool(_RISES.fullmatch(gap) if word.startswith(("上が", "下が")) else passed and word in _OF_NOUN)


_BEFALLS = frozenset("吹飛落沈滑")
_LOSES = re.compile(r"が[^、。]{1,8}を")
_RISES = re.compile(r"の[^、。]{1,16}が")
_OF_NOUN = frozenset({"高い", "低い", "多い", "少ない"})
"""15点を超える高い得点: of the score, not of its change."""
# 3%を上回る上げ: the threshold stands between the value and its direction.
_PASSED = re.compile(r"を(?:大きく|大幅に)?(?:上回る|超える|超す|下回る)")


_RATE_GAP = re.compile(r"(?:程度|ほど|強|弱)*の[ァ-ヺー豪米英円]{1,5}(?P<way>[安高])水準")
_GAP = 20


def paired(course: Course, folded: str, tail: int, subject: Subject) -> Course:
    """10銭のドル安・円高: which way the currency went whose move it is, of the two that are named."""
    pair = _CURRENCIES.match(folded, tail)
    if pair is None:
        return course
    ways = {pair["one"]: pair["way"], pair["two"]: pair["back"]}
    way = ways.get(subject.name)
    if way is None and subject.name == "円" and pair["two"] is None:
        way = "安" if pair["way"] == "高" else "高"  # 円相場は10銭のドル高
    if way is None:
        return course
    return msgspec.structs.replace(course, direction="up" if way == "高" else "down")


_CURRENCIES = re.compile(
    r"(?:ほど|近く|程度|余り|超|前後|強|弱)*の?(?P<one>円|元|ウォン|[ァ-ヺー豪米英]{0,4}(?:ドル|ユーロ|ポンド|フラン|ペソ|リラ|ルピー))(?P<way>[安高])(?:・?(?P<two>円|元|ウォン|[ァ-ヺー豪米英]{0,4}(?:ドル|ユーロ|ポンド|フラン|ペソ|リラ|ルピー))(?P<back>[安高]))?"
)
_TIMES = re.compile(r"(?:利益|純益|業益|売上高?|収入|収益|納車|販売|出荷|受注|配当|株価|台数)(?:は|が|、)?(?:約)?$")
# 営業利益は計画の2倍だ, 売上高は国内が海外の3倍だ: a plan and another's are no time before.
_LINE_AHEAD = re.compile(
    r"(?:利益|純益|業益|売上高?|売り上げ|収入|収益|販売額|配当)(?:は|が|も)(?:[^、。はがの]{1,16}(?:比で?|まで)(?:に)?)?(?:約|およそ)?$"
)
_GREW = re.compile(
    r"(?:近く|弱|強|以上|余り|超)?(?:だった|でした|で、|。|と(?=なっ|なり|なる|伸び|増え|急増|急伸|大幅|大きく|好調|、))"
)
_PART = re.compile(r"[ \u3000=]|$|、(?![0-9])|でも")
# 6億円の純利益を上げた: earned, not raised.
_EARNED = re.compile(r"(?:利益|収益|黒字|収入|成果|売上高?|売り上げ)を$")


# 最も減らしたのはA社の2兆円だった
_NEXT_ITEM = re.compile(r"(?:で)?、[^、。「」はが0-9]{1,16}[はが](?:約)?")
_CLEFT = re.compile(
    r"(?:減らし|失っ|増やし|積み増し|膨らん|縮ん|減っ|増え|目減りし|伸ばし|上げ|下げ|値上がりし|値下がりし|上昇し|下落し)[ただ]のは[^、。0-9]{1,20}(?:で、?|の)(?:約)?$"
)
_ENDS = re.compile(r"(?:だった|だ|で、|。|と|に(?:上る|達|及|のぼ)|を(?:超|突破|上回))")
_GONE = re.compile(
    r"(?:失われた|失った|消えた|吹き飛んだ|消失した|蒸発した|目減りした|減った|減少した|増えた|増加した|膨らんだ|積み増した|上乗せした)"
    r"[^、。はがも]{0,16}(?:時価総額|市場価値|株式価値|価値)(?:は|が|も)[^、。はが0-9]{0,16}$"
)


def _announced(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course | None:
    """下げ幅は一時500円を超え: the noun before the value says which way."""
    value = values[at]
    # 値上げ幅は41銘柄で30円: a count between a sum and its word takes nothing from it.
    money = value.mention.type == "money"
    floor = next((v.end for v in reversed(values[:at]) if not money or v.mention.type != "count"), 0)
    for turn in reversed(turns):
        if turn.noun and floor <= turn.start and turn.end <= value.start:
            if _FORESEEN.match(folded, turn.end) and not _RISE.fullmatch(folded, turn.start, turn.end):
                return None  # 成長率予想を従来の1.2%から
            if turn.of == "price" and value.mention.type == "count":
                return None  # 値上げ幅は41銘柄で30円
            if _BEFORE_LINK.fullmatch(folded[turn.end : value.start]):
                return Course(turn.direction, turn.of, turn)
            return None
    if at and _sort(value) == _sort(values[at - 1]) and value.mention.type in {"percent", "money"} and _NEXT_ITEM.fullmatch(
        folded, values[at - 1].tail, value.start
    ):  # fmt: skip
        return _announced(at - 1, values, turns, folded)  # 伸び率はA社が5.2%、B社が3.9%
    # 今週失われた3社の時価総額は2兆円に上る: the clause that describes the value's noun says which way.
    gone = _CLEFT.search(folded, floor, value.start)
    if gone is None and value.mention.type == "money":
        gone = _GONE.search(folded, floor, value.start)
    if gone is None or (_LEVEL_LINK.match(folded, value.tail) and not _ENDS.match(folded, value.tail)):
        return None
    way = next((t for t in turns if gone.start() <= t.start < gone.end()), None)
    return Course(way.direction, way.of, way) if way is not None else DOWN


def _of_each(at: int, values: Sequence[Value], turns: Sequence[Turn], folded: str) -> Course | None:
    """銘柄米が4018円で19円、ブレンド米が3377円で45円、それぞれ安くなった: after each level its change."""
    value = values[at]
    if not at or folded[values[at - 1].tail : value.start] != "で" or _sort(values[at - 1]) != _sort(value):
        return None
    listed = _EACH_LATER.match(folded, value.tail)
    if listed is None or value.amount.amount >= values[at - 1].amount.amount:
        return None
    turn = next((t for t in turns if t.start >= listed.end() and not t.noun), None)
    if turn is None or not _ADVERBIAL.fullmatch(folded, listed.end(), turn.start):
        return None
    return Course(turn.direction, turn.of, turn)


# 13銘柄で1.5円、6銘柄で0.5円の値上げ: said of each of the row
_IN_ROW = re.compile(
    r"、[^、。0-9]{0,10}[0-9]{1,4}(?:銘柄|品目|商品|種類|路線|区間|製品|車種)(?:で|は|が)(?:約)?[0-9.]{1,6}円の?値(?P<way>[上下])げ"
)
_EACH_LATER = re.compile(r"(?:、[^。「」]{1,80}[0-9](?:円|ドル|銭|%|ポイント))?、?それぞれ")


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
    if _sort(value) != _sort(following) and not _EACH.match(folded, following.tail):
        return LEVEL
    if value.mention.type == "money" and _in_step(value, following, folded):
        return course_of(at + 1, values, turns, folded)
    each = _said_of_each(at, values, folded) or folded.endswith("それぞれ", 0, value.start)
    if _sort(value) != "share" and not each:
        return LEVEL  # 4ドル58セントと3セント高く: a level, then its change
    if not _SHARED_LINK.fullmatch(gap) or _FINITE.search(gap) or re.search(r"から|より|比", gap):
        return LEVEL
    return course_of(at + 1, values, turns, folded)


def _in_step(value: Value, following: Value, folded: str) -> bool:
    """True for 岬電力では306円、浜電力では260円上昇する: two of a kind, each behind whose it is, with one verb."""
    one, other = abs(value.amount.amount), abs(following.amount.amount)
    if not one or not other or max(one, other) >= min(one, other) * _ALIKE:
        return False
    ahead = _WHOSE.search(folded, max(0, value.start - 20), value.start)
    gap = _WHOSE.fullmatch(folded, value.tail, following.start) if folded[value.tail : value.tail + 1] == "、" else None
    return ahead is not None and gap is not None and ahead["by"] == gap["by"]


_SAID_TWICE = re.compile(r"、(?:金額で|率で|額にして)?(?:約|およそ)?")
_MORE_THAN = re.compile(r"(?:より(?:も)?|比べて?、?|比(?:で)?)(?:約|およそ)?$")
_ALIKE = 4
_WHOSE = re.compile(r"(?:^|[、。はでの])[^、。はがも0-9]{2,14}(?P<by>では|が)(?:約)?$")


def _said_of_each(at: int, values: Sequence[Value], folded: str) -> bool:
    """True if それぞれ stands behind the last of the row that begins with value number `at`."""
    for one, other in pairwise(values[at:]):
        gap = folded[one.tail : other.start]
        if not _SHARED_LINK.fullmatch(gap) or _FINITE.search(gap):
            return False
        if _EACH.match(folded, other.tail):
            return True
    return False


def _sort(value: Value) -> str:
    return "share" if value.mention.type in {"percent", "multiple"} else value.mention.type + value.amount.unit
