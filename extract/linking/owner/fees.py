"""What is paid by whom: 入館料は一般1200円、大学生800円 are two prices of the fee, and none of a student's."""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def fee_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """The fee, or what it is paid for (館の入館料は), where right before the price stands only who pays it."""
    if wares := _so_many(reading, value):
        return wares
    if payer := _OF_PAYER.search(reading.folded, max(0, value.start - 60), value.start):
        fee = next((p for p in phrases(reading.scene.sentence.text) if p.end == payer.end("fee")), None)
        return (Subject(fee.text, fee.text, None, "other"),) if fee is not None else ()
    told = _BY_PAYER.search(reading.folded, 0, value.start) or _IN_BRACKETS.search(
        reading.folded, max(0, value.start - 60), value.start
    )
    if told is None:
        return ()
    glued = reading.folded[told.end("fee")] == "("
    found = [p for p in phrases(reading.scene.sentence.text) if p.end <= told.end("fee") and (p.thing or glued)]
    fee = next((p for p in reversed(found) if p.end == told.end("fee")), None)
    if fee is None:
        return ()
    if glued and not _PAID.search(fee.text):
        return (Subject(fee.text, fee.text, None, "other"),)  # 特製の駅弁(税込み1480円)
    of = next((p for p in found if p.end + 1 == fee.start and p.particle == "の" and p.text[0] != "同"), fee)
    return (Subject(of.text, of.text, None, "other"),)


def _so_many(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """腕時計1点(販売価格120万円), キャベツ約800玉(時価16万円): what the bracket behind their number says they cost."""
    many = _SO_MANY.search(reading.folded, max(0, value.start - 40), value.start)
    if many is None:
        return ()
    for ware in phrases(reading.scene.sentence.text):
        if ware.thing and _ABOUT.fullmatch(reading.folded, ware.end, many.start()):
            name = ware.text.removesuffix("約")
            return (Subject(name, name, None, "other"),) if name else ()
    return ()


_ABOUT = regex(r"(?:約|計|およそ|合計)?")
_SO_MANY = regex(
    r"(?<![0-9.,])[0-9][0-9.,]{0,9}[万千]?[一-鿿ァ-ヺー]{1,5}\((?:時価|(?:販売|小売|購入|市場)?価格|定価|税込み?|計|合計|総額|約|およそ|相当額|で){1,4}$"
)


_PAYERS = (
    r"大人|おとな|一般|成人|子ども|こども|子供|小人|幼児|園児|小学生|中学生|高校生|大学生|大学・高校生|高校・大学生|"
    r"中高生|小中学生|小・中学生|学生|シニア|[0-9]{2}歳以上|[県市町]民|[県市町][内外](?:在住)?者?|会員|非会員|観光客|外国人|(?:市|町|村|県)民以外|それ以外|当日|前売り?|平日|土日祝?日?|休日"
)
_BY_PAYER = regex(
    rf"(?P<fee>[一-鿿ァ-ヺー]{{0,12}}(?:料|料金|運賃|代|券|チケット|会費|価格))(?:\([^()]{{1,20}}\))?(?:[はがを]|について)、?(?:(?:(?:{_PAYERS}){{1,2}}[はが]|[^。はが]){{0,60}}[、円])?(?:[^、。はがを0-9]{{1,8}}など)?(?:{_PAYERS}){{1,2}}(?:1人)?[がは]?(?:最大|一律)?(?:1[泊人日回名]|1時間)?(?:当たり|あたり)?(?:約)?$"
)
# 大人の入園料を1500円から1800円に引き上げた
_OF_PAYER = regex(
    rf"(?:{_PAYERS})の(?P<fee>[一-鿿ァ-ヺー]{{0,12}}(?:料|料金|運賃|代|会費|価格))[はがをも]、?(?:[^、。はがを]{{0,14}}円(?:から|→))?(?:約)?$"
)
_PAID = regex(r"(?:料|料金|運賃|代|券|チケット|会費|価格)$")
# 入園料(大人1800円、子ども900円), 駅弁(税込み1480円)
_IN_BRACKETS = regex(
    rf"(?P<fee>[一-鿿ァ-ヺー]{{1,12}})\((?:税込み?|税抜き|税別|本体|各|(?:(?:{_PAYERS}){{1,2}}[0-9][0-9.,万]{{0,7}}円[、・]){{0,4}}(?:{_PAYERS}){{1,2}})(?:約)?$"
)


def on_average(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """路線バス平均12%値上げ, 水道料金平均18%引き上げ: what a headline makes dearer, without a particle."""
    goods = _AVERAGED.search(reading.folded, max(0, value.start - 24), value.start)
    if goods is None or not _MADE_DEARER.match(reading.folded, value.tail):
        return ()
    return (Subject(goods["what"], goods["what"], None, "other"),)


_AVERAGED = regex(r"(?:^|[、。 　])(?P<what>[一-鿿ァ-ヺー・]{2,12}?)平均(?:約|およそ)?$")
_MADE_DEARER = regex(r"の?(?:値[上下]げ|引き?[上下]げ)")


def billed(reading: Reading) -> tuple[Subject, ...]:
    """電力10社が電気料金を発表した。平均的な家庭では前の月より392円高くなる: the bill that was spoken of, where only its homes are named."""
    if reading.names or not _AT_HOME.search(reading.folded):
        return ()
    for scene in reversed(reading.discourse.lately):
        if bill := _BILL.search(scene.sentence.folded):
            return (Subject(bill["what"], bill["what"], None, "other"),)
    return ()


_AT_HOME = regex(r"(?:平均|標準|一般|モデル)(?:的な)?(?:家庭|世帯)|使用量が")
_BILL = regex(
    r"(?P<what>(?:電気|ガス|都市ガス|水道|上下水道|下水道)(?:料金|代))(?:[をはが]|の(?:値上げ|改定|引き上げ))"
)


def besides(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """病床を300床に減らすほか、選定療養費を7700円から1万1千円に引き上げる: the fee itself, in a clause of its own."""
    own = _BESIDES.search(reading.folded, 0, value.start) if measure.start >= 0 else None
    if own is None or not own.start("fee") <= measure.start < own.end("fee"):
        return ()
    return (Subject(own["fee"], own["fee"], None, "other"),)


_BESIDES = regex(
    r"[0-9][^。]{1,40}(?:ほか|とともに|一方で?|だけでなく|うえで?|上で?)、(?P<fee>[一-鿿ァ-ヺー]{2,14}(?:費|料|料金|代))を(?:約)?(?:[0-9][0-9.,万千]{0,7}円から(?:約)?)?$"
)
