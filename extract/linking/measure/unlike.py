"""What a measure's word near a value does not mean: a bid, a stake, what is only compared, a name that came in between, money lost."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.fortunes import rich_before
from jijitsu.extract.linking.measure.inferring import PRICED
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import PROFITS, Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_WORKS = regex(r"入札|工事|発注|業務委託|委託業務|談合|応札")
_A_LOT = 3_000_000


def bid(reading: Reading, value: Value) -> bool:
    """True for what public works are let at: 下水道工事を8590万円で落札した; a picture has a price."""
    if value.amount.amount < _A_LOT or not _LET.search(reading.folded):
        return False
    lately = (scene.sentence.folded for scene in reading.discourse.lately)
    return any(_WORKS.search(said) for said in (reading.folded, *lately))


_LET = regex(r"落札|予定価格|応札|最低制限価格")


def staked(reading: Reading) -> bool:
    """True where bets are spoken of: 払い戻しの配当金は100円 is no share's dividend."""
    lately = (scene.sentence.folded for scene in reading.discourse.lately)
    return any(_STAKES.search(said) for said in (reading.folded, *lately))


_STAKES = regex(r"馬券|車券|舟券|払い?戻し|単勝|連[単複勝]|競馬|競輪|競艇|ボートレース|くじ|toto")


def of_firm(reading: Reading) -> bool:
    """True where nobody but a firm is spoken of: what it holds is no fortune."""
    main = reading.discourse.main
    person = any(c.type == "person" for c in reading.names) or (main is not None and main.type == "person")
    return reading.discourse.company is not None and not person and rich_before(reading) is None


def compared(reading: Reading, found: Measure, value: Value, course: Course) -> bool:
    """終値より14万円高い: how far two things lie apart is no move; 前日より14万円高い is one."""
    if _APART.match(reading.folded, value.tail):
        return True
    if _RATE_TURNS.match(reading.folded, value.tail):
        return False  # 前日の終値より1円10銭の円安・ドル高
    if course.turn is None:
        return False
    if (
        found.family == "price"
        and reading.folded.startswith(("上回", "下回"), course.turn.start)
        and value.mention.type in {"percent", "money"}
    ):
        before = reading.folded[: max(0, found.end)]  # 前日の清算値を318円上回る; not what a bid is above
        return _LAST_PRICE.search(before) is None or _BID.search(before) is not None
    if not reading.folded[: value.start].endswith(("より", "よりも")):
        return False
    if value.mention.type in {"percent", "multiple"} and _GROWS.match(reading.folded, course.turn.start):
        return False  # 昨年10月の1054台より400%増えた
    base = reading.scene.sentence.start
    if re.search(
        r"(?:前|同期|前回|昨年|去年|先月|先週|当初|従来|予想|現在|今|現行|足元|これまで|平年|例年|前引け|寄り付き)より(?:も)?$",
        reading.folded[: value.start],
    ):
        return False
    return not any(value.start - 12 <= m.start - base < value.start for m in reading.scene.of("basis", "date"))


def apart(asked: Asked) -> Measure | None:
    """2位に212台差をつけた, 首位まで3万台差に迫る: how far two lie apart was not sold."""
    return Measure("quantity", "差") if asked.sort("count") and asked.behind(_GAP) else None


_GAP = regex(r"の?差(?:を(?:付|つ)け|に(?:迫|詰め|縮|広)|まで|で(?:追|首位|[2-9]位|トップ))")
_RATE_TURNS = regex(r"(?:ほど|程度|あまり|余り|近く)?の?(?:円|ドル|ユーロ|ポンド|元|ウォン)[高安](?!い)")
_APART = regex(r"を?引き離|の差|差(?:を|に|と|で[、2-9])")
_GROWS = regex(r"増え|増加|減っ|減少|伸び|拡大|縮小|上昇し|下落し|急増|急減")


def nearing(folded: str, value: Value) -> bool:
    """True for how far a mark still is: 最高値まで170ドルに迫っている."""
    return bool(_NEARLY.match(folded, value.tail)) and bool(_UP_TO.search(folded, max(0, value.start - 8), value.start))


_UP_TO = regex(r"まで(?:あと|残り)?、?(?:約|およそ)?$")
_NEARLY = regex(r"(?:余り|あまり|ほど|足らず|弱|強|程度)?(?:に(?:迫|接近|近づ)|と迫)")
_BID = regex(r"買い?付け|買い取り|TOB|公開価格|公募")
_LAST_PRICE = regex(r"(?:(?:前[日週月]末?|前営業日|前取引日|[0-9]日)の|(?:^|[、 ]))(?:清算値|終値)$")


def line_before(reading: Reading, found: Measure) -> Measure:
    """農薬は9%の増益: the profit line that the sentences before speak of."""
    bare = reading.folded[found.start : found.end] == "利益" and found.start > 0
    inside = bare and _KANJI.match(reading.folded, found.start - 1)  # 資金利益 is a line of its own
    if inside or not _VAGUE_LINE.fullmatch(reading.folded, found.start, found.end):
        return found
    lines = (frame for frame in reversed(reading.discourse.frames) if frame.measure in PROFITS)
    line = next(lines, None)
    return msgspec.structs.replace(found, name=line.measure) if line else found


def overtaken(reading: Reading, found: Measure, floor: int, value: Value) -> bool:
    """True if an index or coin has been named since the measure word: 市場価値は87兆円失われ、ナスダックも5%下落."""
    if found.name == "commodity" and value.mention.type == "money" and any(
        c.type == "index" and c.particle in {"は", "が", "も"} and found.end <= c.start and c.end + 1 >= value.start
        for c in reading.names if c.end <= value.start
    ):  # fmt: skip
        return True  # 原油価格の下落が重石となり、日経平均は1万9000円を割り込んだ
    if found.family == "cap" and value.mention.type == "money" and value.amount.amount >= _NO_PRICE:
        return False  # ビットコインの時価総額は2兆ドルを割り、暗号資産全体では3000億ドルが失われた
    return found.end <= floor and any(
        c.type in PRICED and c.strength >= STRONG and floor <= c.start and c.end <= value.start for c in reading.names
    )


_NO_PRICE = 1_000_000_000
"""More than anything quoted costs."""


def lost(reading: Reading, at: int, course: Course) -> Measure | None:
    """関税だけで620億円を失う: money lost that is nobody's market value or fortune."""
    value = reading.values[at]
    if course.turn is None or not reading.folded.startswith(_VANISHED, course.turn.start):
        return None
    nouns = {measure.family for measure in reading.measures} | {frame.family for frame in reading.discourse.frames}
    wealth = any(measure.name == "net_worth" for measure in reading.measures)
    of_shares = _PEAK.search(reading.folded, 0, value.start) or _FELL.search(reading.folded, 0, value.start)
    if not wealth and of_shares and value.mention.type == "money" and value.amount.amount >= _NO_PRICE:
        return Measure("cap", "market_cap")  # 昨年11月の最高値から1900億ドルを失った
    if not reading.folded.startswith("失", course.turn.start):
        return None
    return None if "cap" in nouns or wealth else Measure("financial", "loss")


_PEAK = regex(r"(?:高値|ピーク)(?:時|を付けた[^、。]{0,8})?(?:から|に比べ)[^、。]{0,8}$")
_VANISHED = ("失", "吹き飛", "消え", "消失", "蒸発")
# 株価は15%下落し、1日で1200億ドルが吹き飛んだ
_FELL = regex(
    r"株(?:価|式)?(?:は|が|も)(?=[^。]{0,30}[0-9])[^。「」]{0,30}(?:下落|急落|暴落|続落|反落|下げ|値下がりし|安(?!値))[^。、はがも0-9「」]{0,6}、"
    r"(?:同社は、?)?[^。はが「」]{0,20}$"
)
_KANJI = regex(r"[一-鿿]")
_VAGUE_LINE = regex(r"増益|減益|赤字|黒字|利益|損益|増益率|減益率")
