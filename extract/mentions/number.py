"""Bare numbers: an index level or a count whose unit is not written (3171.45, 値下がりは912).

Years, dates, codes (<5801>, 9988.HK), list numbers, versions, scores, names with letters (S&P 500, H100), telephone
numbers and page counters (0/400) are none. Kanji numerals are none without a unit, but for levels (三二二九・七六).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.value.quotations import GOES_ON, shown_way, unit_of_row
from jijitsu.extract.numbers.figures import Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

_AFTER = regex(
    r"\s*(?:$|[、。」』)\]】]|[,;](?!\d)|(?:で|と|だ|に|を|が|は|の|へ|も|まで|から|より|や|ちょうど|など|付近|近辺|前後|以上|以下"
    r"|超|近[いく]|台(?:半ば|前半|後半|を|に|で|へ|の|と|まで|、|。)|程度|ほど|余り))"
    r"|(?<=\d)(?:「|\((?![月火水木金土日]\)))|[高安](?=で|と|の|、|。|\(|$)"
)
_GLUED_BEFORE = regex(
    r"[A-Za-z0-9<>#&@_/:.,・'\-+]$"
    r"|(?:No\.?|Ver\.?|第|レベル|ステージ|フェーズ|バージョン|シリーズ|モデル|号|番|〒|表|図|注) ?$"
)


@cache
def _opens() -> re.Pattern[str]:
    """204の国・地域から集まった: what counts a noun may open a sentence, where others number a list."""
    nouns = either(words("counted")["bare"])
    return regex(rf"(?:の|を(?:超える|超す|上回る)|以上の|近い|近くの)(?:{nouns})(?![一-鿿ァ-ヺー])")


_APART = frozenset(["", "・", "\n", "　"])
_NAME_BEFORE = regex(r"(?:[A-Za-z&] ?|[ァ-ヶー一-鿿])$")
_COUNT_NOUN = regex(r"(?:世界|全国|国内|海外|数|銘柄|指数|株価|平均|計|比率|勝ち点|日経|TOPIX|TOPIX |総合|一時)$")
_LOOSE = regex(r"[/:\-]\d|[A-Za-z_@#&+]|(?:[、・]\d{1,4}){1,4}[年月日時分歳代位号番回]")
"""A score or an address goes on, or a list of dates: 27、28日."""
_LEVEL = regex(r"[〇一二三四五六七八九]{2,6}・[〇一二三四五六七八九]{1,4}$")
"""三二二九・七六: an index level in kanji. 二・二六 and 三・一一 are days."""
_POINTED = regex(r"[0-9万,]{4,7}・[0-9]{2}")
"""1915・14, as newspapers write an index; 24・7 is no number."""
_YEAR = regex(r"(?:18|19|20)\d\d$")


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the bare numbers of a sentence."""
    if sentence.role == "furniture":
        return iter(())
    return mentions(sentence, "number", figures(sentence.folded, bare, band=True))


def bare(text: str, numeral: Numeral) -> Reading | None:
    """Read `numeral` as a number by itself; None if it only names, dates or numbers something."""
    if numeral.kanji and not _LEVEL.match(numeral.text):
        return None
    if _IN_TABLE.search(text, max(0, numeral.start - 2), numeral.start):
        begun = _NAMED.search(text, max(0, numeral.start - _DI_REACH), numeral.start)
        return Reading(numeral.end, numeral.amount, "") if begun else None
    if _quoted(text, numeral):
        return Reading(numeral.end, numeral.amount, "")
    if "・" in numeral.text and not numeral.kanji and not _POINTED.fullmatch(numeral.text):
        return None
    if _ADVANCED.search(text, max(0, numeral.start - 12), numeral.start) and _SLASH.match(text, numeral.end):
        return Reading(numeral.end, numeral.amount, "")
    if _LOOSE.match(text, numeral.end) or not _AFTER.match(text, numeral.end):
        return None
    before = text[max(0, numeral.start - 8) : numeral.start]
    if _opens().match(text, numeral.end):
        before = before.removesuffix("約")  # 約300のブース
    if (_GLUED_BEFORE.search(before) or not before.strip()) and not (
        before[-1:] in _APART and _opens().match(text, numeral.end)
    ):
        return None
    exact = not {",", ".", "・"}.isdisjoint(numeral.text) or numeral.scale > 1 or numeral.kanji
    if exact:
        return Reading(numeral.end, numeral.amount, "") if not _version(numeral, before) else None
    if _polled(text, numeral):
        return Reading(numeral.end, numeral.amount, "")
    if _YEAR.match(numeral.text) and not before.endswith(("数は", "が", "銘柄は", "数", "高の", "安の")):
        return None
    if before.endswith(("(", "<", "「", "[", "（")) or (_NAME_BEFORE.search(before) and not _COUNT_NOUN.search(before)):
        return None
    return Reading(numeral.end, numeral.amount, "")


def _polled(text: str, numeral: Numeral) -> bool:
    """賛成248、反対197で可決した; 業況判断DIはプラス14だった: votes, and an index of sentiment with its sign."""
    front = text[max(0, numeral.start - _DI_REACH) : numeral.start]
    if _VOTE.search(front):
        return _AGAINST.match(text, numeral.end) is not None or _FOR.search(front) is not None
    return _SIGNED.search(front) is not None


# 値上がり288/値下がり1276, 上昇1988・下落40・変わらず12: shares that rose and fell
_ADVANCED = regex(r"(?:値上がり|値下がり|変わらず|横ばい|上昇|下落)(?:銘柄)?(?:数)?$")
_SLASH = regex(r" ?[/・、/] ?(?:値上がり|値下がり|変わらず|横ばい|上昇|下落)|[。だ、]")
_DI_REACH = 60
_VOTE = regex(r"(?:賛成|反対|棄権|無効|白票)$")
_AGAINST = regex(r"(?:票)?、?(?:反対|棄権|無効)[0-9]")
_FOR = regex(r"(?:賛成|反対)[0-9]{1,4}(?:票)?[、(で](?:反対[0-9]{1,4}、)?(?:反対|棄権|無効|白票)$")
_SIGNED = regex(r"(?:DI|業況判断|景況感|景気判断|指数)[^。]{0,48}(?:プラス|マイナス)$")


def _quoted(text: str, numeral: Numeral) -> bool:
    """True in a list of quotations: カガリ<1234> [1980] +[215], 16100.50(-[43.53])."""
    ends = text[numeral.end : numeral.end + 1]
    if text[numeral.start - 1 : numeral.start] in _SIGNS and numeral.start:
        return ends in _CLOSED and shown_way(text, numeral.start) is not None
    return ends in _OPENED and GOES_ON.match(text, numeral.end) is not None and (
        unit_of_row(text, numeral.start) is not None or "." in numeral.text
    )  # fmt: skip


# TOPIX;2721.06;-57.49: what a table of quotations gives, behind the name that it begins with
_IN_TABLE = regex(r";[+-]?$")
_NAMED = regex(r"(?:^|(?<=[ \u3000]))[^;\s0-9]{2,20}[0-9]{0,3};(?:[0-9][0-9.,]{0,11};[+-]?)?$")
_SIGNS = frozenset("+-△▲▼")
_CLOSED = frozenset(["", " ", "　", ")", "、", "。", "\n"])
_OPENED = frozenset(" 　(")


def _version(numeral: Numeral, before: str) -> bool:
    """Gemini 2.5, iOS 18.2: a short decimal behind a Latin word; S&P500 5,996.66 is a level."""
    short = "," not in numeral.text and len(numeral.text) <= 4
    return short and re.search(r"[A-Za-zァ-ヶー] ?$", before) is not None


RECOGNISER = Recogniser(
    find,
    "A number without a unit that may be an index level or a count.",
    takes={
        "TOPIXは3171.45だった。": "3171.45 = 3171.45",
        "ナスダック総合は17,468.32で終えた。": "17,468.32 = 17468.32",
        "TOPIXは1915・14で終えた。": "1915・14 = 1915.14",
        "値上がりは941、値下がりは638だった。": "941 = 941 | 638 = 638",
        "指数は三二二九・七六で終えた。": "三二二九・七六 = 3229.76",
        "日経平均は3万9000台を回復した。": "3万9000台 = 39000",
        "指数は約95.6に下がった。": "約95.6 = 95.6",
        "TOPIXは一時2700を割り込んだ。": "2700 = 2700",
        "204の国・地域から集まった。": "204 = 204",
        "法案は賛成248、反対197で可決された。": "248 = 248 | 197 = 197",
        "業況判断DIはプラス14だった。": "14 = 14",
        "カガリ工業<472B> 1980 +45": "1980 = 1980 | 45 = 45",
        "ハンセン指数 16100.50(-43.53)。": "16100.50 = 16100.50 | -43.53 = -43.53",
    },
    leaves={
        "住友電工<5802>が高い。": "a code",
        "川崎重工(7012)も上げた。": "a code",
        "アリババ(9988.HK)も上げた。": "a code",
        "2025年に始める。": "a year",
        "1月6日に始める。": "a date",
        "S&P 500は反発した。": "the name of an index",
        "CES 2026で発表した。": "the name of a fair",
        "新型のH100を使う。": "the name of a product",
        "レベル4の運転だ。": "a grade",
        "電話は03-1234-5678へ。": "a telephone number",
        "コメントは0/400。": "a counter of signs",
        "二・二六事件を調べる。": "a day",
        "4~6月期の決算だ。": "months",
        "27、28日に開く。": "days",
        "午前9:30に始まる。": "a time of day",
    },
)
