"""Firms that an article tells of beside its own: subsidiaries, suppliers, customers, lenders, rivals, and houses of one name."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.regex import regex

_BESIDE = (
    r"子会社|傘下|孫会社|親会社|競合|同業|ライバル|(?:筆頭|大|主要)株主|提携先|取引先|納入先|供給[先元]|調達[先元]|仕入れ先|委託先|発注先|出資[先元]|取引(?:銀|金融機関)?行"
    r"|取引行|メインバンク|荷主|顧客|得意先|協業先"
)
_APPOSED = r"(?:(?:に決まった|となる|になる)?(?:[米英仏独韓中台]|[^、。はがもを]{2,6}の)?(?:[^、。はがもを]{1,12}(?:大手|メーカー|会社|銀行|ファンド|企業)(?:の|、)?)?)"
_HELD = regex(
    rf"(?:{_BESIDE})(?:の|で|である|、|は)?{_APPOSED}$|(?:共同出資|提携|出資|供給|納入|競合)する{_APPOSED}$|子会社$"
)


ASIDES = regex(rf"{_BESIDE}|共同出資する|提携する|出資する|供給する|納入する|競合する")


def held_in(names: Sequence[Candidate], folded: str) -> frozenset[str]:
    """The firms that a sentence calls subsidiaries: 傘下のA社, 子会社であるB社."""
    if not ASIDES.search(folded):
        return frozenset()
    return frozenset(
        c.subjects[0].name for c in names if c.type == "company" and _HELD.search(folded, max(0, c.start - 30), c.start)
    )


def is_beside(candidate: Candidate, folded: str) -> bool:
    """True for カガリ in 競合のカガリは, 納入先である米国のカガリは."""
    return _HELD.search(folded, max(0, candidate.start - 30), candidate.start) is not None


def of_one_house(one: str, other: str) -> bool:
    """True for names that begin alike: ソニー銀行 and ソニーフィナンシャルグループ; not for 日本郵船 and 日本電気."""
    return one != other and one[:2] == other[:2] and not one.startswith(_PLAIN_HEADS)


_PLAIN_HEADS = (
    "日本", "東京", "大阪", "関西", "中国", "第一", "三菱", "三井", "住友", "上海", "北京", "中部", "全国", "アメリカ", "ユナイテッド",
)  # fmt: skip
