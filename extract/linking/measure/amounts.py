"""The amount of a figure: relation by threshold, unit by counter, sign by loss."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.measure.unworded import counted_noun
from jijitsu.extract.linking.subject.reading import MARKET, Reading
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import PROFITS, Measure
from jijitsu.extract.linking.value.nothing import none_at_all
from jijitsu.extract.linking.value.quotations import unit_of_row
from jijitsu.extract.linking.value.thresholds import threshold_of
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Amount


def amount_of(reading: Reading, value: Value, measure: Measure, course: Course) -> Amount:
    folded, amount = reading.folded, value.amount
    if none_at_all(folded, value):
        return msgspec.structs.replace(amount, amount=amount.amount - 1)  # 1人もいない
    relation = amount.relation
    if course.turn is None or folded[course.turn.start : course.turn.end] not in {"上回", "下回"}:
        named = any(c.particle == "の" and c.end + 1 == value.start for c in reading.names)
        if not value.bracketed:  # 会社計画(1500万台)を上回る: the plan is that very figure
            relation = threshold_of(folded, value.start, value.tail, relation, named=named)
    if relation == "eq" and amount.unit in {"株", "percent"} and _CAPPED.match(folded, value.tail):
        relation = "le"
    if relation == "eq" and (_capped_before(reading, value) if amount.unit == "株" else _capped_too(reading, value)):
        relation = "le"
    told = (
        course.turn is None
        or (value.mention.type == "percent" and course.direction == "down")
        or (measure.family in {"price", "cap"} and course.direction == "down")
    )  # -23%下落した
    if told and course.direction is not None and amount.amount < 0:
        amount = msgspec.structs.replace(amount, amount=-amount.amount)  # ▲0.5%
    unit = amount.unit
    if unit == "points" and measure.name != "index":
        unit = "ポイント" if _is_scored(folded, value) else "percentage_point"
    if value.mention.type == "number":
        row = unit_of_row(folded, value.start) if measure.name == "share_price" else None
        unit = "points" if measure.name == "index" else row or _bare_unit(reading, value, measure)
    return msgspec.structs.replace(amount, relation=relation, unit=unit)


def _is_scored(folded: str, value: Value) -> bool:
    """連続で5ポイントを奪った, 500ポイントを付与する: what is scored or given, no change of a share."""
    if _OF_RATE.search(folded, max(0, value.start - 16), value.start):
        return False
    if _SCORED.match(folded, value.tail) or _SCORE_OF.search(folded, max(0, value.start - 24), value.start):
        return True
    if _PLAYED.search(folded) and not _SHARES.search(folded):
        return True
    return _GIVEN.match(folded, value.tail) is not None and not folded.endswith(("を", "が", "は"), 0, value.start)


_OF_RATE = regex(r"(?:率|シェア|割合|比率|支持|指数|票)[^、。]{0,6}$")
_SCORED = regex(
    r"(?:分|相当|以上|余り|ずつ)?(?:の[^、。はがを]{1,8})?を[^、。はがを]{0,8}(?:付与|還元|進呈|贈|プレゼント|もら|受け取|ため|貯|獲得|奪|挙げ|あげ|連取|先取|先制|稼|積み上げ"
    r"|重ね|加算|加え|得[たてる]|失っ|与え|許し|交換|使|利用)|が(?:たま[りるっ]|貯ま|付[くいき]|つ[くいき]|もらえ)|(?:で|の)(?:総合)?(?:優勝|首位|[0-9]{1,2}位|トップ)"
)
_SCORE_OF = regex(
    r"(?:勝ち点|勝点|得点|採点|点数|スコア|持ち点|(?:獲得|総合|合計|通算)(?:の)?ポイント)(?:差)?(?:は|が|を|の差を|、)?[^、。はがを%]{0,12}$"
)
"""勝ち点は77ポイント, 今季の獲得ポイントは65ポイント."""
_PLAYED = regex(
    r"勝ち点|首位|[0-9]位|優勝|選手権|ランキング|グランプリ|シリーズ|ドライバーズ|リーグ|チーム|[0-9]勝|試合|決勝|第[0-9]セット"
)
_SHARES = regex(r"率|支持|シェア|割合|比率|指数|調査|得票|前年|前月|前回|前期|政党|党首|党|%")
"""首位との差は8ポイント: of a game, and no change of a share."""
_GIVEN = regex(r"(?:分)?(?:付与|還元|進呈|プレゼント|もらえ|たまる|貯まる|連取|先取|獲得|加算)")
_CAPPED = regex(
    r"(?:\([^()]{0,30}\))?(?:、|・|、?金額で)?[^、。()]{0,4}[0-9][0-9.,]{0,15}[万億兆]{0,3}(?:円|ドル)[をが](?:それぞれ)?(?:の)?上限"
)
"""800万株、150億円を上限とする: both are the most that is bought."""


def _capped_too(reading: Reading, value: Value) -> bool:
    """上限を300万株(4.1%)、90億円とする, 100億円・400万株を上限とする: the money is the most as well."""
    return value.mention.type == "money" and (
        _CAP_AHEAD.search(reading.folded, max(0, value.start - 60), value.start) is not None
        or _CAP_BEHIND.match(reading.folded, value.tail) is not None
    )


_CAP_BEHIND = regex(r"(?:・|、|で)[0-9][0-9.,万億]{0,12}株を(?:それぞれ)?上限")
_CAP_AHEAD = regex(
    r"上限(?:を|は|として)?、?(?:約)?[0-9][0-9.,万億]{0,12}株(?:\([^()]{0,30}\))?(?:、|・|、?金額で)(?:総額)?$"
)


def _capped_before(reading: Reading, value: Value) -> bool:
    """上限90億円、600万株の自社株買い: so it is the other way round."""
    before = next((v for v in reversed(reading.values) if v.end <= value.start), None)
    return (
        before is not None and before.mention.type == "money" and before.amount.relation == "le"
        and reading.folded[before.tail : value.start] in {"、", "・", "(", "で", "、かつ"}
        and _BOUGHT_BACK.match(reading.folded, value.tail) is not None
    )  # fmt: skip


_BOUGHT_BACK = regex(r"\)?の[^、。]{0,8}(?:自社株買い|自己株式?(?:の)?取得|取得)")


def _bare_unit(reading: Reading, value: Value, measure: Measure) -> str:
    """値上がり銘柄数は912: the unit of a bare number is the counter in its noun; an index of sentiment counts points."""
    if measure.family == "quantity" and (named := counted_noun(reading, value)):
        return named
    if measure.name == "勝ち点":
        return "点"
    before = reading.folded[max(0, value.start - 24) : value.start]
    if measure.name.endswith(("指数", "DI")) or re.search(r"指数[^、。]{0,14}$", before):
        return "points"
    if re.search(r"(?:値上がり|値下がり|変わらず|横ばい)(?:は|が)?$", before):
        return "銘柄"
    return "銘柄" if "銘柄" in reading.folded or measure.name in MARKET else ""


def is_loss(reading: Reading, at: int, measure: Measure) -> bool:
    """True for a loss in a profit line: 営業赤字1800億円, 85億円の赤字. A state's deficit stays positive."""
    if measure.name not in PROFITS | {"other", "free_cash_flow", "eps"}:
        return False
    value, folded = reading.values[at], reading.folded
    before = folded[reading.values[at - 1].tail if at else 0 : value.start]
    if _DEFICIT_OF_STATE.search(before) or _PROFITED.search(before) or _IN_BLACK.match(folded, value.tail):
        return False
    if measure.start >= 0 and _LOSS_LINE.search(folded[measure.start : measure.end]):
        return "黒字" not in folded[measure.end : value.start]  # 営業損失6億円から黒字転換して6700万円
    if _LOSS_SHARED.match(folded, value.tail) and not _GROWN_TO.search(before):
        return True  # 国民年金は1兆円、厚生年金は10兆円の赤字だった
    if at and _LOSS_WAS.fullmatch(before) and folded.startswith(("から", "より"), value.tail):
        return is_loss(reading, at - 1, measure)  # 通期の赤字を25億円と従来予想の11億円から膨らませ
    return bool(_LOSS_BEHIND.match(folded, value.tail)) or bool(_LOSS_BEFORE.search(before))


_GROWN_TO = regex(r"(?:[増減]|[増減]益|倍)の(?:約)?$")
"""信託は12%増の31億円、証券は4億円の赤字: what grew to a sum was none."""
_PROFITED = regex(r"[増減]益の(?:約)?$")
"""A社は最終赤字、B社は8%増益の21億円."""
_LOSS_SHARED = regex(
    r"(?:、|で、)[^、。0-9]{1,14}[はが](?:約)?[0-9][0-9.,兆億万]{0,12}(?:円|ドル|ユーロ|ウォン|元)の?(?:最終|営業|経常|純|当期)?(?:赤字|損失)"
)

_LOSS_WAS = regex(r"と、?(?:従来|前回|期初|当初|会社|前の?期|前年|前期|昨年|1年前)[^、。0-9]{0,8}の?")
_LOSS_LINE = regex(
    r"1株(?:当たり|あたり)?の?(?:純|最終)?損失|純損失|最終損失|営業損失|経常損失|税引き?前損失|当期損失|(?:営業|最終|経常|当期|純)赤字"
)
# 138億円もの赤字, (1株当たり0.07ドル)の赤字
_LOSS_BEHIND = regex(
    r"(?:もの|に近い|\)?(?:程度|規模|超|余り|強|弱)?の)?(?:巨額の)?(?:最終|営業|経常|純|当期)?(?:\([^()]{1,6}\))?(?:赤字|損失)|の(?:支出超過|マイナス)(?!幅)"
    # 9656億円と1兆円に近い赤字, 11億円と2期連続の赤字だった
    r"|と(?:[0-9]期(?:連続|ぶり)の|[0-9]年連続の|過去最[悪大]の|[0-9兆億]{1,8}円(?:に近い|超の|規模の))(?:最終|営業|経常)?赤字"
)
_LOSS_BEFORE = regex(
    r"(?:純損失|最終損失|営業損失|経常損失|税引き?前損失|当期損失|(?:営業|最終|経常|当期|純)?赤字)(?!から)(?:は|が|も|を|、)?(?:[昨今前来](?:年度?|期)、)?[^、。黒()]{0,8}$"
)
# 前年の赤字から8億円と黒字化した, 5億円に黒字転換した
_IN_BLACK = regex(r"の?(?:営業|最終|経常|純)?(?:黒字|利益)|[とに](?:営業|最終|経常)?黒字(?:化|転換|に)")
_DEFICIT_OF_STATE = regex(r"貿易|経常収支|財政")
