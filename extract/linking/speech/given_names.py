"""Names that no dictionary knows, by what the article writes around them: 森執事長 of 森清範執事長, 柚希ちゃん of 大瀬柚希ちゃん.

All takes folded text; `of_office` and `with_family` look through the whole article for the fuller form.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.sentence.ranks import bare_surname, speakers_lexicon
from jijitsu.extract.morphology import is_surname, tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.words.titles import is_title

_READING = r"(?:\([ぁ-んァ-ヴー・ ]{2,20}\))?"
_OFFICE = regex("[一-鿿々]{3,12}")
_NAME = regex("[一-鿿々]{3,5}")
_GAME = regex("(?:野球|大リーグ|大相撲|サッカー|ラグビー|リーグ)$")
_HONOURED = regex(rf"(?P<given>[一-鿿々ぁ-んァ-ヴー・]{{2,14}}){_READING}(?:さん|ちゃん|くん|氏)")


def of_office(text: str, called: str) -> tuple[str, str] | None:
    """(name in full, office) of a surname with an office, where the article has a given name between the two."""
    known = speakers_lexicon()
    if not _OFFICE.fullmatch(called) or not called.endswith(known.humans + known.titles):
        return None
    for length in range(1, min(4, len(called) - 1)):
        surname, office = called[:length], called[length:]
        if is_surname(surname):
            full = re.search(rf"(?<![一-鿿々]){surname}{_READING}(?P<given>[一-鿿々]{{1,3}}){_READING}{office}", text)
            body = full is not None and full["given"].endswith(("国", *known.bodies))  # 米高官 of 米政府高官
            if full is not None and not body and not is_title(full["given"]):
                return surname + full["given"], office
    return None


def before_office(last: str, *, abroad: bool) -> tuple[str, str] | None:
    """(name, office): イ・ガプス捜査副本部長; behind a place (`abroad`) also ソール開発相, アリ王子, where no firm is meant."""
    found = _BEFORE_OFFICE.fullmatch(last) or (_ABROAD.fullmatch(last) if abroad else None)
    if found is None:
        return None
    name, office = found.group("name", "office")
    return (last if _ROYAL.match(office) else name), office


def holds_office(text: str) -> bool:
    """True for words that end in an office or in a noun for people."""
    return text.endswith((*speakers_lexicon().humans, *speakers_lexicon().titles))


def chief(before: str, last: str, text: str) -> tuple[str, str] | None:
    """(name, office): [ジャシー]CEO, 同社の[バーラ]CEO; not カガリCEO where the article tells of a firm カガリ, which `text` holds alone."""
    found = _CHIEF.fullmatch(last)
    if found is None and before and not before.endswith(_WHAT_FIRM):
        return _unknown_holder(last)
    if found is None:
        return None
    name = found["name"]
    alone = re.search(rf"(?<![ァ-ヴー・=]){name}(?!{_CHIEFS}|[前元兼]|氏|さん|会長|社長|[・=ァ-ヴー])", text)
    return None if alone and not before else (name, found["office"])


def _unknown_holder(last: str) -> tuple[str, str] | None:
    """商工会議所の[ブラッドリー]政策部長; not 同社の[ネット]販売部長."""
    found, word = _HOLDER.fullmatch(last), tokens(last)[0]
    if found is None or word.text != found["name"] or not is_title(found["office"]):
        return None
    return (found["name"], found["office"]) if word.oov or "人名" in word.detail else None


_CHIEFS = "CEO|CFO|COO|CTO|最高経営責任者|最高財務責任者|最高執行責任者"
_CHIEF = regex(rf"(?P<name>[ァ-ヴー]{{2,12}})(?P<office>(?:前|元|暫定|共同)?(?:会長兼|社長兼)?(?:{_CHIEFS}))")
_HOLDER = regex(
    r"(?P<name>[ァ-ヴー]{2,10})(?P<office>(?![店社党人州市町村区郡県省庁課部局]|国(?![務際家対]))[一-鿿]{2,12})"
)
_WHAT_FIRM = (
    "大手", "メーカー", "会社", "企業", "新興", "傘下", "老舗", "中堅", "運営", "チェーン", "販社", "最大", "首位",
)  # fmt: skip
"""通販大手の[ベルナ]社長: a firm's."""
_BEFORE_OFFICE = regex(r"(?P<name>[ァ-ヴー]{1,12}(?:[・=][ァ-ヴー]{2,12}){1,3})(?P<office>[一-鿿].{0,20})")
_ABROAD = regex(
    r"(?P<name>[ァ-ヴー]{2,10}?)(?P<office>(?:エネルギー|スポーツ|デジタル|インフラ)?(?![店社党人州市軍県省庁局部族]|国(?![務防土家会]))[一-鿿]{1,8})"
)
_ROYAL = regex("王|女王|国王|皇太子|殿下")


def described_surname(text: str) -> bool:
    """主将の[辻村], 40歳の[朝山]: a bare surname behind what its bearer is."""
    before = text.rpartition("の")[0]
    told = before.endswith(speakers_lexicon().humans + speakers_lexicon().titles) or _AGED.search(before) is not None
    return told and bare_surname(text)


_AGED = regex("(?:[0-9]歳|年目|年生)$")


def plain(text: str, called: str) -> str:
    """A given name without さん and ちゃん, with the family's name where the article gives it."""
    honoured = _HONOURED.fullmatch(called)
    if honoured is None or re.fullmatch("[ぁ-ん]{2}ちゃん", called):
        return called
    given = honoured["given"]
    whole = regex(rf"(?<![一-鿿々])([一-鿿々]{{1,3}}){given}{_READING}(?:さん|ちゃん|くん|君|容疑者)")
    return next((match[1] + given for match in whole.finditer(text) if is_surname(match[1])), given)


def behind_trade(called: str) -> str:
    """代理人・[パク・ユヒョン], プロ野球・[みなと球団], [早見保夫]・同市教育長: the name without whose trade or office it is."""
    before, _, name = called.partition("・")
    known = speakers_lexicon()
    if before.endswith(("氏", "さん")):
        return called
    if _NAME.fullmatch(before) and is_surname(before[:2]) and name.endswith(known.humans + known.titles):
        return before
    trade = _GAME.search(before) or (len(before) > 1 and before.endswith(known.humans) and not is_title(before))
    return name if trade and len(name) > 1 and not re.search("(?<!容疑)者$|人々$|ら$", name) else called
