"""Surnames that the dictionary holds for places or common nouns, told by the office right behind: [大村]愛知県知事, [上野]厚労相.

Everything takes folded text and offsets into it, in code points. Leaves offices of a place (福島知事, 石川県金沢市長).
"""

from __future__ import annotations

from functools import cache

from jijitsu.extract.morphology import Token, is_surname
from jijitsu.extract.regex import regex
from jijitsu.extract.words.titles import titles_known

_KANJI = regex(r"[一-鿿々]{1,4}")
_OFFICE = regex(
    r"・?(?:(?![都道府県市区町村郡])[一-鿿]{2,3}[都道府県]知事|(?![都道府県市区町村郡])[一-鿿]{1,5}[市区町村]長"
    r"|[一-鿿ァ-ヴー]{2,8}相|[一-鿿]{2,8}(?:副?大臣|政務官)|[A-Z]{2,5}[一-鿿]{0,2}(?:社長|会長|理事長|総裁))(?![一-鿿ァ-ヴー])"
)
"""小池[東京都知事], 難波[静岡市長], 松本[デジタル相], 渡海[文部科学大臣], 福地[NHK会長]."""
_GOVERNOR = regex(r"知事(?![一-鿿])")
_NO_MINISTER = regex(r"(?:真|様|世|実|形|位|皮|面|人|手|貧|悪|血|異)相$|^北方相")
_HONOURED = regex("(?:容疑者|被告|選手|氏|さん|騎手|投手|監督)(?![一-鿿])")
_SPOKESMAN = regex(
    r"(?P<name>[一-鿿]{1,3}?(?<![副前元新]))・?(?:前?副?(?:報道局長|報道官)|C[EFOT]O|(?:副?会長|副?社長|董事長|総経理)(?:兼[A-Za-z一-鿿]{2,8})?|最高[一-鿿]{2,4}責任者)(?![一-鿿])"
)
"""林剣[副報道局長], 王伝福[会長], 魏哲家・[董事長]: a surname of one letter, whatever words the dictionary sees in the others."""
_KANA = regex("[ァ-ヴー]{1,24}")
_STATE = regex(r"([ァ-ヴー・]{2,24})((?:前|元)?(?:大統領|首相|総統|国王|書記長))$")


def incumbent(text: str, line: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Return (end of the name, end of its office) of the person who begins at token `at`, or None."""
    token = line[at]
    if token.text < "ァ":
        return None  # hiragana, letters and signs: more than half of all words
    if token.text < "一" and (stated := _head_of_state(line, at)) is not None:
        return stated
    behind = text[token.end : token.end + 1]
    if behind < "ァ" and behind != "さ" and not "A" <= behind <= "Z":
        return None  # no office begins so
    before = text[token.start - 1 : token.start] if token.start else "、"
    if before in _BEFORE and len(token.text) == 1 and (spoken := _SPOKESMAN.match(text, token.start)):
        return (spoken.end("name"), spoken.end()) if is_surname(token.text) else None
    if not _KANJI.fullmatch(token.text) or before not in _BEFORE or "人名" in token.detail or not _surname(token.text):
        return None
    if token.pos == "接頭辞":  # 原容疑者, 乾選手
        honoured = _HONOURED.match(text, token.end)
        return (token.end, honoured.end()) if honoured else None
    office = _OFFICE.match(text, token.end)
    if office is None and token.text not in titles_known().prefectures:
        office = _GOVERNOR.match(text, token.end)
    if office is None or _NO_MINISTER.search(office.group()):
        return None
    follows = line[at + 1 + (line[at + 1].text == "・")]
    if (
        office.group().endswith("長")
        and "知事" not in office.group()
        and not (follows.text.isascii() or "地名" in follows.detail)
    ):
        return None  # 門川大作市長
    return token.end, office.end()


def _head_of_state(line: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """[トランプ]大統領, [ドナルド・トランプ]大統領: surname and office are one word of the dictionary; not アメリカ・トランプ大統領."""
    last = at
    if "地名" not in line[at].detail:
        while last + 2 < len(line) and line[last + 1].text == "・" and _KANA.fullmatch(line[last].text):
            last += 2
    state = _STATE.fullmatch(line[last].text)
    return (line[last].start + state.end(1), line[last].end) if state else None


_BEFORE = frozenset("、。・(「『=のはがもをとに)」』】 　\n,/")


@cache
def _surname(word: str) -> bool:
    return word not in titles_known().no_surname and len(word) < 4 and is_surname(word)
