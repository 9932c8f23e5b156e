"""Cuts of pay, which stand with whom they hit: 市長は給料の50%、副市長は30%を半年間カットする; 社長の報酬を3カ月間、20%減らす; 減給10%.

`pay_cut` reads a sentence's folded text and where a percentage stands in it. It leaves rises, and what is cut from anything else.
"""

from __future__ import annotations

import msgspec

from jijitsu.extract.regex import regex


class PayCut(msgspec.Struct, frozen=True):
    """Where those stand whose pay is cut."""

    start: int
    end: int


_PAY = r"(?:[一-鿿]{0,4}(?:報酬|給与|給料|俸給|月給|賞与|歳費|年俸|手当)(?:月額|総額)?|月額報酬)"
_WHILE = r"(?:[0-9]{1,2}[カか年ヶ]?[月年]?(?:月|年)?(?:間|分)|半年(?:間|分)?|1年間|当面|当分の間|[0-9]{1,2}月(?:から|分)[^、。はが]{0,12})"
_CUT = r"(?:自主(?:的に)?)?(?:カット|減額|削減|返上|返納|減ら|引き下げ|引下げ|減給|減俸|辞退|減じ|の?減(?:$|[、。]))"
_ROW = r"、[^、。「」0-9%]{1,20}(?:は|が|を)、?(?:[0-9]{1,2}(?:\.[0-9])?%)"
_BEHIND = regex(
    rf"(?:ずつ)?(?:\([^()]{{1,12}}\))?(?:{_ROW}){{0,4}}(?:ずつ)?(?:[をの]|に相当する(?:額|金額|分)を)?、?(?:{_WHILE})?、?(?:それぞれ|一律に?|自主的に)?{_CUT}"
)
_LEAD = rf"(?:{_WHILE})?、?(?:約|一律に?|それぞれ|最大で?|平均)?$"
_OFFICE = r"(?:長|役|(?<![社業全])員|知事|首相|大臣|閣僚|専務|常務|監督|教授|総裁|理事|幹部|経営陣|管理職|幹部職|代表|副知事|町村長|ら[0-9]{1,2}人|氏|さん)"
# 市長は給料の50%, 知事は給与を3カ月間、30%
_WITH_PAY = regex(
    rf"(?:^|[、。はでに])(?P<who>[^、。はがもを0-9%「」]{{1,20}})(?:ら?[0-9]{{1,2}}人)?(?:は|が|も)、?(?:自らの|自身の)?{_PAY}(?:の|を|から)?、?{_LEAD}"
)
# 副市長は30%, その他の議員が5%
_IN_ROW = regex(
    rf"(?:^|[、。はでに])(?P<who>[^、。はがもを0-9%「」]{{1,20}}{_OFFICE})(?:ら?[0-9]{{1,2}}人)?(?:は|が|も)、?{_LEAD}"
)
# 社長の報酬を50%, 議員の報酬は
_WHOSE = regex(rf"(?P<who>[^、。はがもを0-9%「」]{{1,20}}{_OFFICE})の{_PAY}(?:を|は|が|から|について)?、?{_LEAD}")
_PUNISHED = regex(r"(?P<who>[^、。はがも0-9%「」]{1,20})を(?:減[給俸](?:処分)?|同じく|同)(?:約)?$")
_SPOKEN = regex(rf"{_PAY}|減[給俸]")


def pay_cut(folded: str, start: int, tail: int) -> PayCut | None:
    """The cut of pay that the percentage between `start` and `tail` is; None where it is something else."""
    punished = _PUNISHED.search(folded, max(0, start - 40), start)
    if punished and _SPOKEN.search(folded, max(0, start - 90), start):
        return PayCut(*punished.span("who"))
    if not _BEHIND.match(folded, tail) or not _SPOKEN.search(folded, max(0, start - 90), start):
        return None
    for form in (_WHOSE, _WITH_PAY, _IN_ROW):
        if found := form.search(folded, max(0, start - 60), start):
            return PayCut(*found.span("who"))
    return None
