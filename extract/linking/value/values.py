"""The values of a sentence: which numbers are figures of their own, which say another one again, which stand in brackets.

`5890億ドル(約87兆円)` is one value with an equivalent; in `318円47銭(0.71%)安` the percentage stands in brackets and shares
what is said of the amount before it; in `アップル(3110億ドル)` the bracket belongs to the name.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

import msgspec

from jijitsu.extract.linking.value.lasting import lasting
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.extract.words.approximators import frame
from jijitsu.schemas.mention import Amount, Mention

VALUE_TYPES = ("money", "percent", "points", "multiple", "count", "number", "duration")
_IN_YEN = regex(
    r"(?:相当|分|規模|ほど)? ?[(=](?:1[^()0-9]{1,6}=?(?:約)?[0-9.,]{1,9}円(?:の?(?:レート)?で?(?:換算|計算)[でと]?|で)、?)?"
    r"(?:(?:現在の|当時の|今の|同日の)?(?:日本の?円|円|邦貨|為替)?の?(?:レート|換算|相場)*(?:換算)?(?:で|では|にして|:)?)"
)
_ONE = regex(r"1(?:米?ドル|ユーロ|ポンド|人民元|元|ウォン)=?(?:約)?$")
_RATED = regex(
    r"(?:の?(?:レート)?で?(?:換算|計算)[でと]?、?(?:約|およそ)?[0-9]|で、?(?:約|およそ)?[0-9][0-9.,兆億万千]{0,12}(?:円|米?ドル|ユーロ))"
)
_GLOSS = regex(r"1(?:bp|ベーシスポイント|ベーシス・ポイント|ベーシス)(?:=|は)$")
_GLOSSED = regex(r"1(?:bp|ベーシスポイント|ベーシス・ポイント|ベーシス)(?:=|は)0\.01%")
_DEFINED = regex(
    r"[(、](?:1|一)(?:ケース|バレル|ブッシェル|エーカー|ヤード|ポンド|オンス|トロイオンス|マイル|坪|合|升|石|俵|ガロン|海里|フィート|インチ|箱|単元|口)(?:は|=)"
    r"[^()、。0-9]{0,8}[0-9][0-9.,万]{0,8}[^()、。0-9]{1,12}[)、]"
)
"""What one unit is in others."""
_SKIP = regex(r"\([^()]{0,40}\)")


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A figure's number in its sentence; offsets are into the sentence's folded text."""

    mention: Mention
    amount: Amount
    start: int
    end: int
    tail: int
    """Where reading goes on behind the value: past its bracketed companions, or past the bracket it stands in."""
    bracketed: bool = False
    """It stands alone in brackets behind another value or a name."""
    companion: bool = False
    """In brackets behind another value, of which it shares all but the unit: 318円47銭(0.71%)安."""
    equivalent: Mention | None = None


class _Stands(Protocol):
    @property
    def value(self) -> Value: ...
    @property
    def folded(self) -> str: ...


class Surroundings:
    """What is asked of the text around a `value` in its sentence, `folded`."""

    __slots__ = ()

    def sort(self: _Stands, *types: str) -> bool:
        """True if the figure is of one of these sorts: money, percent, points, multiple, count."""
        return self.value.mention.type in types

    def behind(self: _Stands, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match right behind the figure."""
        return pattern.match(self.folded, self.value.tail)

    def ahead(self: _Stands, pattern: re.Pattern[str], most: int | None = None) -> re.Match[str] | None:
        """Search what stands before the figure, or the last `most` characters of it."""
        start = self.value.start
        return pattern.search(self.folded, 0 if most is None else max(0, start - most), start)


def values_of(scene: Scene) -> tuple[Value, ...]:
    """Return the values of a scene in order, equivalents folded into the value that they repeat."""
    folded, base = scene.sentence.folded, scene.sentence.start
    found: list[Value] = []
    words = scene.of("measure")
    defined = [match.span() for match in _DEFINED.finditer(folded)]
    for mention in scene.of(*VALUE_TYPES):
        start, end = mention.start - base, mention.end - base
        worded = mention.type == "count" and any(word.span.holds(mention.span) for word in words)
        if worded and not (mention.text in _ONE_THING and _LEFT.match(folded, end)):
            continue  # 1株利益, 1個200円; but 照明1個が割れた
        if _GLOSS.search(folded, max(0, start - 16), start) or _GLOSSED.match(folded, start):
            continue  # 7ベーシスポイント(bp、1bp=0.01%)上げて
        if _RATED.match(folded, end) and _ONE.search(folded, max(0, start - 8), start):
            continue  # 766億ドル(1ドル146円換算で約11兆円)
        if mention.type == "count" and any(s <= start and end <= e for s, e in defined):
            continue  # 3億2400万ケース(1ケースは大瓶20本換算)
        amount = mention.value if isinstance(mention.value, Amount) else lasting(mention, folded, start, end)
        if amount is None:
            continue
        if mention.type == "duration":
            mention, amount = _framed(mention, amount, scene)
            start, end = mention.start - base, mention.end - base
        if found and _repeats(found[-1], mention, folded, start):
            found[-1] = msgspec.structs.replace(found[-1], equivalent=mention, tail=_past_bracket(folded, end))
            continue
        bracketed = folded[start - 1 : start] == "(" and folded[end : end + 1] == ")"
        companion = bracketed and bool(found) and found[-1].end == start - 1
        quoted = folded[start - 1 : start] == "「" and folded[end : end + 1] == "」"  # 前の週より「14円」下がった
        tail = end + 1 if bracketed or quoted else _past_aside(folded, end)
        found.append(
            Value(
                mention=mention, amount=amount, start=start, end=end, tail=tail, bracketed=bracketed,
                companion=companion,
            )
        )  # fmt: skip
    return tuple(found)


_ONE_THING = frozenset({"1個", "１個"})
_LEFT = regex(r"(?:が|を|も|と|や|、|。|(?:の|など)(?![0-9]))(?!約?[0-9][0-9,.万]*(?:円|ドル|ユーロ|元))")


def _framed(mention: Mention, amount: Amount, scene: Scene) -> tuple[Mention, Amount]:
    """A duration with its approximators: 約40分, 少なくとも2カ月."""
    base = scene.sentence.start
    around = frame(scene.sentence.folded, mention.start - base, mention.end - base)
    text = scene.sentence.text[around.start : around.end]
    relation = around.relation if amount.relation == "eq" else amount.relation
    return (
        msgspec.structs.replace(mention, start=base + around.start, end=base + around.end, text=text),
        msgspec.structs.replace(amount, relation=relation),
    )


def _repeats(before: Value, mention: Mention, folded: str, start: int) -> bool:
    """True if `mention` is the same money in another currency, in brackets or behind = right after `before`."""
    if mention.type != "money" or before.mention.type != "money" or before.equivalent is not None:
        return False
    amount = mention.value
    if not isinstance(amount, Amount) or amount.unit == before.amount.unit:
        return False
    return bool(_IN_YEN.fullmatch(folded, before.end, start)) or (
        _APPOSED.fullmatch(folded, before.end, start) is not None and _worth_as_much(before.amount, amount)
    )


def _worth_as_much(foreign: Amount, yen: Amount) -> bool:
    """True if so much money may be so many yen: 357兆ウォン、およそ32兆円, as broadcasters read it out."""
    low, high = _YEN_FOR.get(foreign.unit, ("1", "0"))
    return yen.unit == "JPY" and foreign.amount > 0 and Decimal(low) <= yen.amount / foreign.amount <= Decimal(high)


_APPOSED = regex(r"(?:余り|あまり|近く|相当)?、(?:日本円で|日本円にして|日本円に換算して|円換算で)?")
_YEN_FOR = {
    "USD": ("70", "180"), "EUR": ("90", "200"), "GBP": ("110", "270"), "KRW": ("0.06", "0.16"), "CNY": ("10", "25"),
    "TWD": ("2.5", "6"), "HKD": ("9", "23"), "INR": ("1", "3"), "THB": ("2.3", "6"), "AUD": ("60", "125"),
    "CAD": ("65", "125"), "CHF": ("70", "210"), "SGD": ("55", "130"), "RUB": ("1", "5"), "BRL": ("18", "75"),
}  # fmt: skip
"""Between which rates a unit of other money stood against the yen since 2000, with some room."""


def _past_bracket(folded: str, end: int) -> int:
    return end + 1 if folded[end : end + 1] == ")" else end


def _past_aside(folded: str, end: int) -> int:
    """Past a bracket right behind the value, so that `318円47銭(0.71%)安` reads on at 安; past what it is for: 4.3円/Lの値上げ."""
    per = _PER.match(folded, end)
    end = per.end() if per else end
    match = _SKIP.match(folded, end)
    return match.end() if match else end


_PER = regex(r"/(?:L|リットル|kg|キロ|g|kWh|kW|トン|t|バレル|個|本|枚|株|箱|人|月|年|日|回|時間|分|GB)(?![A-Za-z])")
