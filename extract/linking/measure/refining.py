"""What remains once it is known whose a figure is: the price of what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.subject.reading import SENTIMENT, Reading
from jijitsu.extract.linking.subject.subjects import FUND_NAME
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.quotations import unit_of_row
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def refined(reading: Reading, measure: Measure, subjects: Sequence[Subject], value: Value) -> Measure | None:
    """The price of what: told by whose it is. A price of nothing is none."""
    if measure.name in _TAKEN_AS and value.mention.type == "money" and _STOLEN.match(reading.folded, value.tail):
        return Measure("financial", "loss")  # 現金12万円が盗まれた, 社員が3億円を横領した
    if measure.family == "cap" and _HELD.search(reading.folded[: max(0, measure.start)]):
        return msgspec.structs.replace(measure, family="financial", name="other")  # 持ち分の価値は77億円
    if measure.name == "market_cap" and "評価" in reading.folded[max(0, measure.start) : measure.end] and (
        "含み益" in reading.folded or "含み損" in reading.folded
    ):  # fmt: skip
        return msgspec.structs.replace(measure, family="financial", name="other")  # 評価額は8億円で、含み益は1億円
    if measure.family == "cap" and reading.folded.startswith(("価値", "評価"), max(0, measure.start)):
        firm = subjects and subjects[0].type in {"company", "crypto", "index", "group"}
        return measure if firm else msgspec.structs.replace(measure, family="financial", name="other")
    if measure.name == "other" and reading.folded[max(0, measure.start) : measure.end] == "資産" and subjects:
        return msgspec.structs.replace(measure, name="net_worth") if subjects[0].type == "person" else measure
    if measure.name in {"cash", "net_worth"}:
        firm = bool(subjects) and subjects[0].type in {"company", "product"}
        # Cash is a firm's at hand, a fortune a person's: money that somebody handed over is neither.
        return measure if firm == (measure.name == "cash") else msgspec.structs.replace(measure, name="other")
    if (
        measure.name in {"revenue", "net_profit", "operating_profit"} and value.mention.type == "money"
        and value.amount.unit in {"USD", "EUR", "GBP"} and abs(value.amount.amount) < _A_SHARE
        and any(f.measure == "eps" for f in reading.discourse.frames)
    ):  # fmt: skip
        return msgspec.structs.replace(measure, name="eps")  # 629億ドルと2.84ドルをそれぞれ上回った
    if measure.name == "commodity" and subjects and subjects[0].type in {"crypto", "index"}:
        measure = msgspec.structs.replace(measure, name=subjects[0].type)
    if measure.family != "price" or measure.name in {"commodity", "fx_rate", "yield"}:
        return measure
    if (
        value.mention.type == "money"
        and value.amount.amount >= _NO_PRICE
        and subjects
        and subjects[0].type != "commodity"
    ):
        return Measure("financial", "other")  # 56億ドル相当の建玉が清算された: no share, index or coin costs that
    kind = subjects[0].type if subjects else None
    name = {"company": "share_price", "product": "share_price", "index": "index", "crypto": "crypto",
            "currency": "fx_rate", "commodity": "commodity", "country": "index"}.get(kind or "", measure.name)  # fmt: skip
    unnamed = kind in {None, "product"} and reading.discourse.company is None
    if unnamed and measure.start < 0 and not any(FUND_NAME.search(s.name) for s in subjects):
        name = (
            "commodity" if _last_priced(reading) == "commodity" or _of_rates(reading) else name
        )  # 「銘柄米」は31円安い4127円
    if kind in {"other", "group"}:
        priced = _last_priced(reading) == "commodity" or (_of_rates(reading) and not _STOCKS.search(reading.folded))
        goods = measure.start < 0 and priced  # 昆布は3500円だった。前回より200円高い
        name = "yield" if subjects[0].name.endswith(("利回り", "金利")) else "commodity" if goods else "share_price"
    if (
        name == "share_price"
        and measure.start < 0
        and (_GOODS.search(reading.folded) or _of_rates(reading))
        and not _STOCKS.search(reading.folded)
    ):
        name = "commodity"  # たばこ300円から330円に: what a firm charges is not what it costs
    if name == "index" and subjects and SENTIMENT.search(subjects[0].name):
        return Measure("quantity", subjects[0].name)
    bare = value.mention.type == "number" and unit_of_row(reading.folded, value.start) is None
    if name == "price" or (bare and name != "index"):
        return None
    return msgspec.structs.replace(measure, name=name)


_TAKEN_AS = frozenset({"other", "cost", "cash", "revenue", "capex", "rnd", "funding"})
# ケーブル(50万円相当)が盗まれた, 現金12万円と通帳を奪い, 預金3億円を横領していた, 8万円を持って逃げた
_STOLEN = regex(
    r"(?:相当|分|余り|以上|ほど|超|近く)*\)?(?:相当|分)*(?:の[^、。はがを0-9]{1,12}|(?:など)?が入った[^、。はがを0-9]{1,8}|(?:や|と)[^、。はがを]{1,16}(?:[0-9][^、。はがを]{1,10})?)?(?:など)?"
    r"(?:[をが][^、。はがを]{0,14}?(?:だまし取|騙し取|脅し取|盗まれ|盗難に|窃盗|奪[いっわおう]|強奪|詐取|横領|着服|使い込|私的に流用|持ち去|持ち逃げ|不正に(?:引き出|送金))"
    r"|を(?:持って|つかんで|手に|抱えて)(?:逃|立ち去)|が(?:なくなっ|無くなっ)て|が[^、。はがを]{0,10}流出)"
)
_A_SHARE = 1000
_NO_PRICE = 200_000_000


def _of_rates(reading: Reading) -> bool:
    """True where what households pay was spoken of lately, and no shares: 電気代が上がる。カガリ電力は65円高い8132円となる."""
    if not _DEARER.search(reading.folded):
        return False
    said = tuple(scene.sentence.folded for scene in reading.discourse.lately)
    rated = any(_RATES.search(text) for text in (reading.folded, *said))
    return rated and not any(_STOCKS.search(text) for text in said)


def _last_priced(reading: Reading) -> str | None:
    return next((f.measure for f in reversed(reading.discourse.frames) if f.family == "price"), None)


_GOODS = regex(r"値上げ|値下げ|料金|運賃|定価|税込|税抜|税別|販売価格|小売価格|小売値|たばこ|1箱|1本")
_DEARER = regex(r"家庭|使用|請求|月分|[高安](?:[くい]|の[0-9]|と続)|値[上下]が?[りげ]|引き[上下]げ")
_RATES = regex(
    r"(?:電気|ガス|水道|郵便|タクシー|通話|通信|利用|乗車|宿泊|入場)(?:料金|代|料)|運賃|(?:標準|平均|一般)(?:的な)?家庭|値上げ|値下げ|店頭価格|小売価格"
)
_STOCKS = regex(r"株|終値|取引|相場|市場|上場")
_HELD = regex(
    r"(?:保有し(?:ており|ている)、その|持ち分|持ち株|保有株|保有分|保有資産|土地|在庫|担保|作品)(?:の|、|は)?$|保有する[^。、]{0,30}(?:の|は、?)$|保有する[^。、は]{0,20}[がは][^。、]{0,24}[0-9][^。、]{1,4}、$"
)
