"""Amounts of money: a number with a currency behind it (3億円, 4万4583円80銭) or before it ($1.2bn).

The left side of an exchange rate (1ドル=154円 and 86円台/1ドル) and a denominator (1ドル当たり) are none, nor is a name
(100円ショップ, 円卓, 500円硬貨). 台 behind money is a band: 6兆円台 is about 6兆円. A rate's last digits may stand alone
(161円49~59銭). The currencies stand in lexicon/units.yaml; codes are ISO 4217.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.numbers.figures import Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral, numerals
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.lands import Coin
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_SCALES = {
    "trillion": 10**12, "tn": 10**12, "billion": 10**9, "bn": 10**9, "b": 10**9, "million": 10**6, "mn": 10**6,
    "m": 10**6, "thousand": 1000, "k": 1000,
}  # fmt: skip
_SCALE = regex(r" ?(trillion|tn|billion|bn|million|mn|thousand|[bmk])(?![a-z])", re.I)
_RATE_TO = regex(r" ?(?:[=≒]|は?(?:約|およそ)?\d)")
_OVER = regex(r"[/÷]$")
_CENT = Decimal("0.01")


class _Currency(msgspec.Struct, frozen=True):
    code: str
    cents: tuple[str, ...]
    unless: tuple[str, ...]


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the amounts of money of a sentence."""
    found = [
        _of_land(mention, setting.coins)
        for mention in mentions(sentence, "money", figures(sentence.folded, money, band=True))
    ]
    yield from _in_cents(found) if "セント" in sentence.folded else found


def _in_cents(found: list[Mention]) -> Iterator[Mention]:
    """8700万ユーロ(1株当たり21セント): cents of the one money of the sentence that has them, dollars where none does."""
    units = {m.value.unit for m in found if isinstance(m.value, Amount) and not m.text.endswith("セント")} & _WITH_CENTS
    unit = units.pop() if len(units) == 1 else "USD"
    for mention in found:
        alone = _CENTS_ALONE.search(mention.text) is not None and isinstance(mention.value, Amount)
        yield (
            msgspec.structs.replace(mention, value=msgspec.structs.replace(mention.value, unit=unit))
            if alone
            else mention
        )


_WITH_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "SGD"})
_CENTS_ALONE = regex(r"^[^ルロ豪加米Z港ダポ]{1,24}セント")


def _of_land(mention: Mention, coins: Sequence[Coin]) -> Mention:
    """The amount in the money of the land that the article speaks of: 90億ペソ in news of Manila."""
    for coin in coins:
        if coin.word in mention.text and coin.first not in mention.text and isinstance(mention.value, Amount):
            return msgspec.structs.replace(mention, value=msgspec.structs.replace(mention.value, unit=coin.code))
    return mention


def money(text: str, numeral: Numeral) -> Reading | None:
    """Read the currency around `numeral`; None if there is none, or if it is the left side of a rate."""
    return _signed(text, numeral) or _behind(text, numeral)


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, _Currency], dict[str, str], dict[str, str]]:
    data: Any = words("units")
    by_word: dict[str, _Currency] = {}
    minor: dict[str, str] = {}
    for entry in data["currencies"]:
        currency = _Currency(entry["code"], tuple(entry["cents"]), tuple(entry.get("unless", ())))
        by_word |= {word: currency for word in entry["words"] if word not in by_word}
    for entry in data["latin"]:
        by_word[entry["word"]] = _Currency(entry["code"], (), tuple(_LETTERS))
    # 18豪セント: the land whose cents they are may be named
    minor = {"銭": "JPY", "セント": "USD", "ペンス": "GBP", "豪セント": "AUD", "ユーロセント": "EUR", "米セント": "USD"}
    minor |= {
        "カナダセント": "CAD",
        "加セント": "CAD",
        "NZセント": "NZD",
        "シンガポールセント": "SGD",
        "香港セント": "HKD",
    }
    by_word |= {joined: by_word[word] for word in list(by_word) if (joined := _joined(word, by_word))}
    # The longest first: US$ before $.
    signs = {
        entry["sign"]: entry["code"] for entry in sorted(data["signs"], key=lambda e: (-len(e["sign"]), e["sign"]))
    }
    return regex(f" ?({either(by_word)})"), by_word, minor, signs


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""1USDT is no dollar."""


def _joined(word: str, by_word: Mapping[str, object]) -> str | None:
    """スウェーデンクローナ as スウェーデン・クローナ: the land and its coin with a dot between, both in katakana."""
    coin = next((c for c in by_word if c != word and word.endswith(c)), None)
    return f"{word.removesuffix(coin)}・{coin}" if coin and _KATAKANA.fullmatch(word) else None


_KATAKANA = regex(r"[ァ-ヺー]+")


@cache
def _nominal() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What bears the amount for its name, behind it; what is rated or weighed in pounds, before it."""
    data: Any = words("units")
    coins, pounds = (either(word for entry in data[key] for word in entry["words"]) for key in ("coins", "pounds"))
    return regex(rf"(?:銀|金|白銅|記念|普通|通常|新|旧|特殊)*(?:{coins})"), regex(rf"(?:{pounds})[^。]{{0,40}}\Z")


def _behind(text: str, numeral: Numeral) -> Reading | None:
    pattern, by_word, minor, _ = _forms()
    amount, end = _scaled(text, numeral)
    match = pattern.match(text, end)
    if match is None:
        return _cents(text, numeral, minor)
    currency, end = by_word[match[1]], match.end()
    if any(text.startswith(other, end) for other in currency.unless):
        return _cents(text, numeral, minor)  # 22ユーロセント
    if numeral.kanji and _an_area(text, numeral):
        return None
    coins, pounds = _nominal()
    if coins.match(text, end) or (
        currency.code == "GBP"
        and (
            text.startswith(("の評価", "と評価"), end) or pounds.search(text, max(0, numeral.start - 60), numeral.start)
        )
    ):
        return None
    if _is_left_of_a_rate(text, numeral, end) and not _cents_follow(text, end, currency):
        return None
    if _OVER.search(text, max(0, numeral.start - 1), numeral.start) and numeral.amount == 1:
        return None
    return _with_cents(text, Reading(end, amount, currency.code), currency)


def _is_left_of_a_rate(text: str, numeral: Numeral, end: int) -> bool:
    """1ドル=154円, 1ドル154円, 100円=0.65ドル."""
    if numeral.amount not in (1, 100) or not _RATE_TO.match(text, end):
        return False
    return numeral.amount == 1 or text.startswith(("=", "≒"), end)


def _an_area(text: str, numeral: Numeral) -> bool:
    """関東一円 is an area."""
    return numeral.text == "一" and re.match(r"[一-鿿]", text[numeral.start - 1 : numeral.start]) is not None


def _scaled(text: str, numeral: Numeral) -> tuple[Decimal, int]:
    """5 million: the English scale goes into the amount."""
    scale = None if numeral.kanji else _SCALE.match(text, numeral.end)
    if scale is None:
        return numeral.amount, numeral.end
    return numeral.amount * _SCALES[scale[1].lower()], scale.end()


def _next(text: str, at: int) -> Numeral | None:
    """Return the numeral that starts at `at`."""
    found = numerals(text)
    index = bisect_left(found, at, key=lambda numeral: numeral.start)
    return found[index] if index < len(found) and found[index].start == at else None


def _cents_follow(text: str, end: int, currency: _Currency) -> bool:
    return _with_cents(text, Reading(end, Decimal(0), currency.code), currency).end > end


def _with_cents(text: str, reading: Reading, currency: _Currency) -> Reading:
    """4万4583円80銭; also 161円49 where 59銭 follows behind a range sign."""
    cents = _next(text, reading.end) if currency.cents else None
    if cents is None or cents.amount >= 100:
        return reading
    for word in currency.cents:
        if text.startswith(word, cents.end):
            return Reading(cents.end + len(word), reading.amount + cents.amount * _CENT, reading.unit)
    other = _next(text, cents.end + 1) if text.startswith(("~", "-"), cents.end) else None
    if other is not None and text.startswith(currency.cents, other.end):
        return Reading(cents.end, reading.amount + cents.amount * _CENT, reading.unit)
    return reading


def _cents(text: str, numeral: Numeral, minor: dict[str, str]) -> Reading | None:
    """40銭 by itself."""
    for word, code in minor.items():
        if text.startswith(word, numeral.end) and not text.startswith(("ラル", "湯"), numeral.end + len(word)):
            return Reading(numeral.end + len(word), numeral.amount * _CENT, code, minor=True)
    return None


def _signed(text: str, numeral: Numeral) -> Reading | None:
    """$1.2bn, €5 million, $100億."""
    at = numeral.start - 1 if text.endswith(" ", 0, numeral.start) else numeral.start
    for sign, code in _forms()[3].items():
        if text.endswith(sign, 0, at):
            amount, end = _scaled(text, numeral)
            return Reading(end, amount, code, start=at - len(sign))
    return None


RECOGNISER = Recogniser(
    find,
    "An amount of money, with the currency behind or before the number.",
    takes={
        "純利益は約1兆2400億円だった。": "約1兆2400億円 = 1240000000000",
        "終値は4万4583円80銭だった。": "4万4583円80銭 = 44583.8",
        "前日比40銭の円安。": "40銭 = 0.4",
        "1ドル=154円48銭近辺で動く。": "154円48銭近辺 = 154.48",
        "円相場は161円49～59銭。": "161円49～59銭",
        "円相場は1ユーロ=185円37銭から41銭だった。": "185円37銭から41銭",
        "午前は86円台後半/1ドルで動いた。": "86円台後半 = 86",
        "予想は100~200億円。": "100~200億円 = 10000000000",
        "200億円から235億円に引き上げた。": "200億円 = 20000000000 | 235億円 = 23500000000",
        "価格は1万5000円から3万円。": "1万5000円から3万円 = 15000",
        "米社は$1.2bnを投じた。": "$1.2bn = 1200000000",
        "罰金は€5 millionだ。": "€5 million = 5000000",
        "純利益は千百億円。": "千百億円 = 110000000000",
        "資本金は三億五千万円。": "三億五千万円 = 350000000",
        "１株120円で買い取る。": "120円 = 120",
        "時価総額は6兆円台を回復した。": "6兆円台 = 6000000000000",
        "賞金は1千万スウェーデン・クローナ。": "1千万スウェーデン・クローナ = 10000000",
        "純利益は8700万ユーロ(1株当たり21セント)だった。": "8700万ユーロ = 87000000 | 21セント = 0.21",
        "売上高は7億 6900万ユーロだった。": "7億 6900万ユーロ = 769000000",
        "入門機は24万ナイラする。": "24万ナイラ = 240000",
        "株価は19セント高の20.35シンガポールドル。": "19セント = 0.19 | 20.35シンガポールドル = 20.35",
        "トウモロコシは9-1/2セント高の4.14-1/4ドルだった。": "9-1/2セント = 0.095 | 4.14-1/4ドル = 4.1425",
        "制作費に30億ポンドを投じた。": "30億ポンド = 3000000000",
    },
    leaves={
        "100円ショップで買った。": "a kind of shop",
        "1ドル=で始まる表。": "the left side of a rate",
        "新しい500円硬貨と千円銀貨幣、80円切手を発行する。": "what coins and stamps bear",
        "吉田豊51元県議が届け出た。": "元 begins the next word",
        "レーティングは120ポンドだった。": "how a horse is rated",
        "関東一円で停電した。": "一円 is an area",
        "数億円を投じた。": "no amount can be told",
        "2025元日に会う。": "元 begins 元日",
        "円高が進む。": "no number",
    },
)
