"""Where a name may begin and end: a name inside a longer word of the same script is none.

`ソニー` in `ソニック` or `Meta` in `Metal` is none; `トヨタ` in `スズキ・トヨタ連合` is one. Between kanji the borders
are Sudachi's (`朝日立候補者` holds no 日立). All offsets are code points into the folded text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex

_KATAKANA = regex(r"[ァ-ヺー]")
_HIRAGANA = regex(r"[ぁ-ゖ]")
_KANJI = regex(r"[一-鿿々〆ヶ㐀-䶿]")
# Prefixes of one character that news puts before a company: 米テスラ, 旧東芝, 独SAP.
_PREFIXES = frozenset("米英仏独伊中韓台加印豪蘭露旧新元現前親同両各社対")
LANDS = ("台湾", "韓国", "中国", "米国", "英国", "香港", "豪州", "北朝鮮")
"""Lands that news puts before a company's name without の: 台湾鴻海, 韓国現代自."""
_LEADS = ("大手", "会社", "傘下", "企業", "各社", "同業", "首位", "中堅", "老舗")
_TAILS = frozenset("株社側製系車機品流発級比")
# Latin words that go with a company's name and may follow it: Tesla Inc.
_LEGAL = regex(r" (?:Inc|Corp|Co|Ltd|Holdings|Group|plc|PLC|AG|SE|NV|SA|Company|Corporation|Technologies|LLC)\b")
_LATIN_BEFORE = regex(r"[A-Za-z][A-Za-z.'-]* $")
_KATAKANA_BEFORE = regex(r"[ァ-ヺー]{2,}[・=]$")
_KATAKANA_AFTER = regex(r"[・=]([ァ-ヺー]+)")


@lru_cache(maxsize=8192)
def script(char: str) -> str:
    """Return the script of a character: katakana, hiragana, kanji, latin, digit or other ("" too)."""
    if not char:
        return "other"
    if char.isascii():
        return "digit" if char.isdigit() else "latin" if char.isalpha() else "other"
    if _KATAKANA.match(char):
        return "katakana"
    if _HIRAGANA.match(char):
        return "hiragana"
    if _KANJI.match(char):
        return "kanji"
    return "latin" if char.isalpha() else "other"


def letters_end(folded: str, start: int, end: int) -> bool:
    """True if no katakana or Latin word runs across the borders; kanji may (円 in 円安)."""
    return _left(folded, start, folded[start - 1 : start] if start else "") and ends_right(folded, end)


def _left(folded: str, start: int, before: str) -> bool:
    first, left = script(folded[start]), script(before)
    if first == left and first in ("katakana", "latin", "digit"):
        return False
    if first == "latin":
        # An address (www.sony.co.jp, @Meta), or the end of a longer Latin name (Henry Ford, AT&T).
        if before and before in ".@&-_" and script(folded[start - 2 : start - 1]) in ("latin", "digit"):
            return False
        if left == "digit" or before == "@":
            return False
        if before == "." and folded[start - 2 : start - 1] in _OPENS_CODE:
            return False  # ダウ工業株30種<.DJI>
        return not (before == " " and _LATIN_BEFORE.search(folded[max(0, start - 20) : start]))
    if first == "digit" and left == "latin":
        return False
    # イーロン・マスク, マイケル・デル: the second half of a person's name is no company.
    return not (first == "katakana" and before and before in "・=" and
                _KATAKANA_BEFORE.search(folded[max(0, start - 20) : start]))  # fmt: skip


_OPENS_CODE = frozenset("<[(")


def ends_right(folded: str, end: int) -> bool:
    """True if no katakana or Latin word runs on behind the name."""
    after = folded[end : end + 1]
    last, right = script(folded[end - 1]), script(after)
    if last == right and last in ("katakana", "latin", "digit"):
        return False
    if last == "latin":
        if right == "digit":
            return False
        if after and after in ".@&-_" and script(folded[end + 1 : end + 2]) in ("latin", "digit"):
            return False
        # Apple Watch, Sony Pictures: another thing; Tesla Inc: the same.
        if after == " " and re.match(r" [A-Z]", folded[end : end + 2]) and not _LEGAL.match(folded, end):
            return False
    if last == "kanji" and right == "katakana":
        # 日立エナジー is another company; 日立グループ is spoken of as one.
        return folded.startswith(("グループ", "グル―プ"), end)
    return True


def between_words(folded: str, start: int, end: int) -> bool:
    """True unless kanji or hiragana run across a border of the name where Sudachi sees no border of words."""
    left, right = script(folded[start - 1 : start] if start else ""), script(folded[end : end + 1])
    first, last = script(folded[start]), script(folded[end - 1])
    prefixed = first == "kanji" and folded[start - 1 : start] in _PREFIXES
    prefixed = prefixed and script(folded[start - 2 : start - 1] if start > 1 else "") != "kanji"
    if prefixed and folded[start - 1] == "中" and not _at_borders(folded, start, end, left=True, right=False):
        prefixed = False  # 中京セラミクス holds no 京セラ
    if (
        first == left == "kanji"
        and not prefixed
        and (land := next((w for w in LANDS if folded.endswith(w, 0, start)), ""))
    ):
        prefixed = script(folded[start - len(land) - 1 : start - len(land)] if start > len(land) else "") != "kanji"
    check_left = first == left and first in ("kanji", "hiragana") and not prefixed
    check_right = last == right and last in ("kanji", "hiragana") and not (last == "kanji" and folded[end] in _TAILS)
    if last == "hiragana" or first == "hiragana":
        check_left = check_left or (first == "hiragana" and left == "hiragana")
    if not (check_left or check_right):
        return True
    return _at_borders(folded, start, end, left=check_left, right=check_right)


def _at_borders(folded: str, start: int, end: int, *, left: bool, right: bool) -> bool:
    """True if Sudachi sees a border of words at the start (if `left`) and the end (if `right`) of the span."""
    low, high = max(0, start - 30), min(len(folded), end + 30)
    borders = {low + token.start for token in tokens(folded[low:high])} | {high}
    return (not left or start in borders) and (not right or end in borders)


@lru_cache(maxsize=4096)
def everyday(word: str) -> bool:
    """True if the dictionary knows the word as no name of a thing (ハブ, 平和, 鈴木), or it is four letters."""
    if word.isascii() and len(word) <= 4:
        return True
    seen = tokens(word)
    if len(seen) == 1:
        return not seen[0].oov and not seen[0].detail.startswith("固有名詞-一般")
    return len(word) <= 4 and all(not token.oov and token.detail.startswith("普通名詞") for token in seen)


def plain(folded: str, start: int, end: int) -> bool:
    """True if a name made by rule is meant beyond doubt: no everyday word, no half of one (19日伝えた: no 日伝)."""
    if everyday(folded[start:end]):
        return False
    if script(folded[start]) == "katakana" and script(folded[start - 1 : start] if start else "") == "kanji":
        return folded[start - 1] in _PREFIXES or folded.endswith((*_LEADS, *LANDS), 0, start)
    if end - start <= 3 and script(folded[start]) == "kanji":
        return _at_borders(folded, start, end, left=True, right=True)
    return True


def crowded(folded: str, start: int) -> bool:
    """True if kanji stand right before an everyday word, and no word that goes before companies: 石神大和, 初値ベース."""
    if start == 0 or script(folded[start]) not in ("kanji", "katakana") or script(folded[start - 1]) != "kanji":
        return False
    return folded[start - 1] not in _PREFIXES and not folded.endswith((*_LEADS, *LANDS), 0, start)


def joined_katakana(folded: str, end: int) -> str | None:
    """Return the katakana word that a middle dot joins to the name ending at `end` (アップル・カー), or None."""
    match = _KATAKANA_AFTER.match(folded, end)
    return match.group(1) if match and script(folded[end - 1]) == "katakana" else None
