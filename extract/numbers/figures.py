"""Figures: a numeral with its sign, its unit, the other end of its range, and its approximators.

Takes width-folded text and a reader of units, gives figures in order without overlaps (offsets into that text).
Leaves denominators (1株120円, 1機あたり), ordinals (2回目), classes (63キロ級) and the from - to of a change
(200億円から235億円に), which is two figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_FLOOR, Context, Decimal

import msgspec

from jijitsu.extract.numbers.numerals import Numeral, numerals
from jijitsu.extract.regex import regex
from jijitsu.extract.words.approximators import frame, relation_words
from jijitsu.schemas.mention import Amount, Mention, MentionType
from jijitsu.schemas.sentence import Sentence


class Reading(msgspec.Struct, frozen=True):
    """What a unit reader makes of a numeral: the value in `unit`, and where the unit ends."""

    end: int
    amount: Decimal
    unit: str
    start: int | None = None
    """Where the figure starts, if a sign stands before the numeral ($1.2bn)."""
    minor: bool = False
    """True for a value in the smaller coin alone (20銭), which goes on from the major unit of a range's lower end."""


class Figure(msgspec.Struct, frozen=True):
    """A figure as read. `start` and `end` cover number, unit and approximators."""

    start: int
    end: int
    amount: Amount


UnitReader = Callable[[str, Numeral], Reading | None]

_EXACT = Context(prec=60)
_CLASS = regex(r"級|制(?!限|度|約|裁|作|圧|定|止)")
# A dash glued to a word joins (ルソン島-16人); a minus stands behind a particle, a bracket or nothing.
_SIGN = regex(r"(?:(?<![0-9A-Za-z.,~%一-龠々ァ-ヶー」』)])-|[△▲]|(?<!プラス)(?<!プラス・)マイナス|氷点下|零下)\s?$")
_TILDE = regex(r" ?[~〜～] ?")
_FROM = regex(r"から")
_SLASH = regex(r"/(?=[0-9]{2}(?:円|ドル|ユーロ|ポンド|元)(?![0-9]))")
"""157.21/23円: bid and ask, as dealers write them."""
_HYPHEN = regex(r"[-―—]")
_RANGE_SIGNS = frozenset(" ~〜～か-―—、,/")
"""What a range's sign begins with; most numerals have none of them behind."""
_DENOMINATOR = regex(
    r"\s?(?:当た?り|平均(?=[\d約])|あたり|につき|ごとに|毎に|[=≒](?!=)|の(?:(?:店頭|小売り?|販売|買い取り|参考|卸売り?){1,3}価格|(?:平均)?(?:卸値|浜値|競り値|小売値)))"
)
_PRICE = regex(r"[\d¥$€〇一二三四五六七八九十百千]")
_SINCE = regex(r"ぶり|(?:連続|続[落伸騰])")
_ORDINAL = regex(r"目(?![標指減的途安前盛処論])|め(?=$|[のにがはをでだとも、。])")
_RANGE_AFTER_NI = regex(
    r"に(?:のぼ|上る|上り|及|わた|渡|かけ|相当|つい|関|とどま|なると(?:見|み|予|試|推)|収ま|集中|分布|設定)"
    r"|に達(?:する(?:と|見|可能|だろ)|し(?:そう|うる|、[^。]{0,24}目指))"
)
# A particle or a word of change behind the second figure: the two are the ends of a change, not of a range.
_CHANGE = regex(
    r"(?:に|へ|と(?!い|み|見|の|推|予|試|幅|なってい|なってお))|(?:まで)?の?(?:大幅|一段)?"
    r"(?:引き?上げ|引き?下げ|上方|下方|増|減|上昇|低下|下落|高[くま]?|安[くい]?|上が|下が|上げ|下げ|縮小|拡大|伸び|積み|鈍|改善|悪化|修正|値上|値下|多|少な|上乗せ|上積)"
)
# 売上高を120億円から130億円(前期比7%増)、営業利益を4億円から5億円(同3%増)に引き上げた
_LISTED_CHANGE = regex(
    r"、[^。「」]{1,100}から[^。「」、]{1,40}(?:に|へと?)(?:それぞれ|大幅に|、)?(?:引き[上下]げ|[上下]方修正|修正し|見直し|増額|減額|変更し|改め)"
    # はがきは50円から52円、封書は80円から82円になる; not 高さは2メートルから3メートル、幅は5メートルから8メートルとなっている
    r"|、(?:子ども|[^。「」、はがも]{1,24}|「[^「」。]{1,24}」(?:など)?)[はがを][^。、]{1,16}から[^。、]{1,16}"
    r"(?:(?:に|へと?)(?:それぞれ|大幅に)?(?:上が|下が|値[上下]|増え|増や|減ら|減[るっり]|増加|減少|拡大|縮小|延び|変わ)|[にと]な(?:る|った|り、))"
)
_ASIDE = regex(r"\([^()]{0,60}\)")
# 従来予想の40億円から52億円、前期比37%増にまで引き上げた: what was expected before, and what is now.
_FORMERLY = regex(
    r"(?:従来|前回|期初|当初|これまで)の?(?:会社)?(?:予想|計画|見通し|想定|目標|見込み)?値?(?:\([^()]{1,20}\))?[のは]?、?約?$"
)
_COMPARED = regex(r"、?(?:前期|前の?期|前年同期|前年度?|同)比(?=[0-9+-])")
_SAID_AGAIN = regex(r"\(約?[0-9][0-9.,兆億万千]{0,12}(?:円|ドル|ユーロ|元|ウォン|ポンド)\)(?=[~〜～か―-])")


def figures(text: str, unit: UnitReader, *, band: bool = False) -> Iterator[Figure]:
    """Yield the figures of `text` whose unit `unit` knows. `band`: 台 behind them is a price band."""
    found = numerals(text)
    if not found:
        return
    by_start = {numeral.start: numeral for numeral in found}
    done = 0
    for numeral in found:
        if numeral.start < done:
            continue
        read = unit(text, numeral)
        if (figure := _range(text, numeral, read, by_start, unit, band)) is not None:
            done = figure.end
            yield figure
        elif read is not None and not _names_only(text, numeral, read):
            figure = _single(text, numeral, read, band)
            done = figure.end
            yield figure


def mentions(sentence: Sentence, kind: MentionType, found: Iterator[Figure]) -> Iterator[Mention]:
    """Place figures of a sentence in the article."""
    for figure in found:
        yield Mention(
            kind, sentence.start + figure.start, sentence.start + figure.end, sentence.text[figure.start : figure.end],
            figure.amount,
        )  # fmt: skip


def _names_only(text: str, numeral: Numeral, read: Reading) -> bool:
    """第2章, 2回目; 1株当たり, 1ドル=, 1個200円."""
    if text.endswith("第", 0, numeral.start) or _ORDINAL.match(text, read.end):
        return True
    if _SINCE.match(text, read.end) or _CLASS.match(text, read.end):  # 3営業日ぶり, 63キロ級, 7人制
        return True
    if _DENOMINATOR.match(text, read.end):
        return not text.startswith("=", read.end) or numeral.amount in (1, 100, 1000)
    if numeral.amount <= _A_LOT and _LOT.match(text, read.end):
        return True  # メロン2玉で300万円の値, 1箱が70万円で競り落とされた
    if text.startswith("入り", read.end) and _PACK.match(text, numeral.end) and _BOX.match(text, read.end):
        return True  # 10キロ入り1箱
    if _PER_AMOUNT.match(text, numeral.end):
        return True  # 呼気1リットル中0.18ミリグラム
    if not _figure_follows(text, read.end):
        return False
    return numeral.amount == 1 or _PACK.match(text, numeral.end) is not None  # 5キロ4235円


_PER_AMOUNT = regex(r"(?:キログラム|キロ|グラム|リットル|ミリリットル|立方メートル|kg|g|ml)中(?:に)?(?:約)?[0-9]")
_BOX = regex(r"入りの?(?:1|一)?(?:箱|ケース|袋|パック|段ボール)")
_A_LOT = 20
_LOT = regex(
    r"[はがで](?:過去|史上|これまでで)?(?:最高(?:値|額)?の?|最も高い)?(?:となる)?(?:約|およそ)?[0-9][0-9,.億万]{0,10}円(?:で(?:落札|競り落と)|の(?:最高値|高値|値)[がをで])"
)
_PACK = regex(r"(?:キロ|グラム|リットル|ミリリットル|kg|g|ml|個|枚|本|パック|袋|箱|缶|足|食)")


def _figure_follows(text: str, at: int) -> bool:
    """True if a price stands right behind: 1株120円, 1枚約3万円."""
    if text.startswith(("約", "およそ"), at):
        at += 1 if text[at] == "約" else 3
    return _PRICE.match(text, at) is not None


def _sign(text: str, start: int) -> tuple[int, int]:
    """Return where the sign before `start` begins, and -1 or 1."""
    match = _SIGN.search(text, max(0, start - 5), start)
    return (match.start(), -1) if match else (start, 1)


def _single(text: str, numeral: Numeral, read: Reading, band: bool) -> Figure:
    start, sign = _sign(text, numeral.start if read.start is None else read.start)
    framed = frame(text, start, read.end, band=band)
    amount = read.amount * sign
    if framed.band in ("台半ば", "台なかば"):
        amount += _half_step(numeral, read)
    return Figure(framed.start, framed.end, Amount(plain(amount), read.unit, framed.relation))


def plain(amount: Decimal) -> Decimal:
    """Write an amount without trailing zeros and without an exponent: 7.60兆 is 7600000000000."""
    shorter = amount.normalize(_EXACT)
    return shorter.quantize(Decimal(1), context=_EXACT) if shorter == shorter.to_integral_value() else shorter


def _half_step(numeral: Numeral, read: Reading) -> Decimal:
    """154円台半ば is 154.5 and 6兆円台半ば 6.5兆, 1万5000円台半ば 15500."""
    if numeral.scale == 1 and read.amount < 1000:
        return Decimal("0.5") if read.amount == read.amount.to_integral_value() else Decimal(0)
    step = Decimal(1)
    while step < numeral.amount and numeral.amount % (step * 10) == 0:
        step *= 10
    return step / 2


def _range(
    text: str, numeral: Numeral, read: Reading | None, by_start: dict[int, Numeral], unit: UnitReader, band: bool
) -> Figure | None:
    """Read `numeral` as the lower end of a range: 100~200億円, 1,000から1,500食程度, 161円49~59銭, 2、3社."""
    end = numeral.end if read is None else read.end
    if read is not None and (said_again := _SAID_AGAIN.match(text, end)) is not None:
        end = said_again.end()  # 8億ユーロ(8億4200万ドル)から12億ユーロ
    if text[end : end + 1] not in _RANGE_SIGNS:
        return None
    other = _upper(text, end, by_start, numeral, read)
    if other is None:
        return None
    upper, hard = other
    second = unit(text, upper)
    if second is None or (read is not None and read.unit != second.unit):
        return None
    low, high = _ends(numeral, read, upper, second)
    if low is None or high is None or low >= high:
        return None
    first = numeral.start if read is None else read.start or numeral.start
    if (
        not hard
        and _WITHIN.search(text, max(0, first - 24), first) is None
        and not _by_so_much(text, first, second.end)
        and (_changes(text, second.end) or _FORMERLY.search(text, max(0, numeral.start - 40), numeral.start))
    ):
        return None
    if text.endswith("第", 0, numeral.start) or _ORDINAL.match(text, second.end):
        return None
    start, sign = _sign(text, numeral.start if read is None or read.start is None else read.start)
    framed = frame(text, start, second.end, band=band)
    return Figure(framed.start, framed.end, Amount(plain(low * sign), second.unit, "range", plain(high)))


_TENS = 10
_CENTS = regex(r"\.[0-9]{2,4}$")


def _upper(
    text: str, end: int, by_start: dict[int, Numeral], lower: Numeral, read: Reading | None
) -> tuple[Numeral, bool] | None:
    """Return the numeral on the other side of a range sign, and whether the sign can only mean a range."""
    for sign, hard in ((_TILDE, True), (_FROM, False), (_HYPHEN, True), (_SLASH, True)):
        if (match := sign.match(text, end)) is None:
            continue
        at = match.end()
        for word in relation_words("before"):
            if text.startswith(word.word, at):
                at += len(word.word)
                break
        if text.startswith(("¥", "$", "€", "£"), at):
            at += 1
        upper = by_start.get(at)
        if sign is _SLASH and (upper is None or _CENTS.search(lower.text) is None):
            return None
        if upper is None or (sign is _HYPHEN and read is None and "," in lower.text):
            return None
        return upper, hard
    return _neighbours(text, end, by_start, lower, read)


def _neighbours(
    text: str, end: int, by_start: dict[int, Numeral], lower: Numeral, read: Reading | None
) -> tuple[Numeral, bool] | None:
    """2、3社 and 二、三人: two digits that follow each other."""
    if read is not None or not text.startswith(("、", ","), end) or len(lower.text) != 1:
        return None
    if _SCORED.search(text, max(0, lower.start - 3), lower.start):
        return None  # 被安打3、4奪三振
    upper = by_start.get(end + 1)
    if upper is None or upper.amount / upper.scale != lower.amount + 1 or lower.kanji != upper.kanji:
        return None
    return upper, True


_SCORED = regex(r"(?:安打|本塁打|失点|得点|打点|四球|死球|三振|盗塁)$")


def _ends(
    numeral: Numeral, read: Reading | None, upper: Numeral, second: Reading
) -> tuple[Decimal | None, Decimal | None]:
    """Values of both ends: the lower borrows the upper's scale (100~200億), the upper its digits (1.1688~89)."""
    high = second.amount
    if read is not None:
        if second.minor and not read.minor:  # 159円18銭から20銭
            high += read.amount.to_integral_value(ROUND_FLOOR)
        return read.amount, high
    if not upper.amount:
        return None, None
    whole = second.unit == "percent" and _TENS <= numeral.amount < upper.amount  # 40.19-62%
    if second.minor is False and not whole and (tail := _tail(numeral, upper)) is not None:
        return numeral.amount, tail
    factor = second.amount / upper.amount
    scaled = numeral.amount * upper.scale if numeral.scale == 1 else numeral.amount
    low = scaled if scaled < upper.amount else numeral.amount
    return low * factor, high


def _tail(numeral: Numeral, upper: Numeral) -> Decimal | None:
    """1.1688~89, 1.1688~1691: the upper end's digits replace the last ones of the lower end."""
    places, tail = len(numeral.text.partition(".")[2]), len(upper.text)
    if places < 2 or not upper.text.isdigit() or tail not in {2, places} or numeral.scale != 1:
        return None
    whole = Decimal(numeral.text.replace(",", "")[:-tail] + upper.text)
    return whole if whole > numeral.amount else None


def _by_so_much(text: str, start: int, end: int) -> bool:
    """True for 前の月より392円から478円高く, 3円から5円ほど上がる: both figures are of the change, from the least to the most."""
    behind = frame(text, end, end).end
    if _DEARER.match(text, behind):
        return True
    if _WIDTH_IS.search(text, max(0, start - 8), start) and _SO_WIDE.match(text, behind):
        return True
    told = behind > end or _THAN.search(text, max(0, start - 12), start) is not None
    return told and _MOVED_BY.match(text, behind) is not None


# 想定レンジを5万4000円から5万9000円とした: both are its ends
_WITHIN = regex(r"レンジ(?:\([^()]{1,10}\))?[はをがも]、?[^、。はがも0-9]{0,10}(?:1(?:米?ドル|ユーロ)=)?(?:約)?$")
# Not 1割高の: 前日の500円から600円高の1100円 moved once.
# 5%から8%の値上げ幅, 3%から5%の増収を見込む
_DEARER = regex(
    r"(?:程度|ほど|前後)?の(?:値[上下]げ|値[上下]がり|引き[上下]げ|上昇|下落|低下|伸び|増加|減少|成長)[幅率]"
    r"|(?:程度|ほど|前後)?の(?:増収|減収|増益|減益|成長|伸び|増加|減少|上昇|下落|値[上下]げ)(?:を(?:見込|予想|予測|目指|計画|想定)|が(?:見込|予想))"
    r"|(?<=[%割])の?値[上下]げ|(?<=[%割])(?:引き[上下]げ|削減|カット|上乗せ|値引)(?:し|する|さ|る|た|て|、|。|き)|(?:高く|高い(?:水準|見通し|状態|。|$)|安く|安い(?:水準|。|$)|値[上下]がり|多く|少なく|長く|短く)"
)
# 値上げ幅は5%から12%となる; not 値上げ幅は5%から12%に広がった
_WIDTH_IS = regex(r"(?:[上下昇落]げ?|がり|増加|減少|伸び)[幅率][はが]、?(?:約)?$")
_SO_WIDE = regex(
    r"(?:程度)?(?:と(?:なる|なり|なった|する|した|みられ)|で(?:、|。|ある|ある)|だ|の(?:見込|予定|範囲)|を(?:想定|予定|見込|検討)|。|$)"
)
_MOVED_BY = regex(
    r"の?(?:上昇|低下|下落|上が[りるっ]|下が[りるっ]|値[上下]げ|増[えや加]|減[りるっら少]|高い|安い|多い|少な[いく]|上回|下回|低[いく])"
)
_THAN = regex(r"(?:より|に比べて?|と比べて?|[月年週日期]比で?)(?:も|は)?、?(?:約|およそ)?$")


_WIDTH = regex(r"の(?:値上げ|値下げ|引き?上げ|引き?下げ|賃上げ|上げ|下げ|増加|減少|上昇|下落|変動|削減)(?:幅|率)")


def _changes(text: str, end: int) -> bool:
    """True if what stands behind `end` makes the から before it the start of a change (200億円から235億円に)."""
    aside = _ASIDE.match(text, end)
    at = frame(text, end, end).end
    if _WIDTH.match(text, at):
        return False  # 50%から80%の値上げ幅
    if aside:
        at = aside.end()
    if _LISTED_CHANGE.match(text, at) or _COMPARED.match(text, at):
        return True
    return _CHANGE.match(text, at) is not None and _RANGE_AFTER_NI.match(text, at) is None
