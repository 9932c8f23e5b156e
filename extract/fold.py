"""Folding of widths without changing lengths: offset i of the folded text is offset i of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.regex import regex

# The full-width forms of ASCII (U+FF01 to U+FF5E), the ideographic space, and signs that Japanese text writes in several
# ways. 〇 and 漢数字 stay: they are numbers of their own kind. ① stays: it numbers a list.
_TABLE = {0xFF01 + i: 0x21 + i for i in range(0x5E)} | {
    ord("　"): " ", ord("￥"): "¥", ord("￡"): "£", ord("￠"): "¢", ord("〜"): "~", ord("−"): "-", ord("–"): "-",
    ord("‐"): "-", ord("‑"): "-", ord("｡"): "。", ord("､"): "、", ord("｢"): "「", ord("｣"): "」", ord("･"): "・",
    0xA0: " ",
}  # fmt: skip


# Only runs of these are translated: looking up each character of a text took sixteen times as long.
_FOLDED = regex(f"[{''.join(map(re.escape, map(chr, _TABLE)))}]+")


# 4─9月期: a rule between figures is a range.
_RULED = regex(r"(?<=[0-9月年日億兆万円%])[─―—](?=[0-9])")


# 一〇五四円, 三・五%, 二六年三月期, 四億円: digits one by one before a unit, as papers set them that run from top to bottom.
# 十二億円 and 三千万円 stay, and so do 一部, 一人ひとり, 関東一円 and 二三日.
_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")}
_ONE = "[〇一二三四五六七八九]"
_UNIT = (
    "[兆億万円%％割]|ドル|ユーロ|ウォン|元|ポイント|倍|年(?!生)|月|カ月|か月|人|台|件|店|社|戸|棟|頭|匹|枚|校|便|両|ペソ|ルピー|ポンド|銭"
    "|トン|キロ|メートル|センチ|日|時|分|歳|隻|機|基|席|室|議席|票|試合"
)
_MONTH = "月(?:末|期|中旬|上旬|下旬|以降|から|まで|時点|単月|[のはにも、)]|[0-9〇一二三四五六七八九十])"
_UPRIGHT = regex(
    rf"{_ONE}(?:"
    rf"(?<![十百千〇一二三四五六七八九・第数何].)(?:{_ONE}{{1,11}}(?:・{_ONE}{{1,3}})?|・{_ONE}{{1,3}})(?={_UNIT})"
    rf"|(?<![一-鿿・].)(?:(?=[兆億%％]|万(?![一十])|円[安高増減])|(?<![0-9]月.)(?={_MONTH}))"  # 六月末; not 五月晴れ, 二月堂
    rf"|(?<=[約計前比同高安各超増減].)(?=[兆億%％]|万(?![一十])|円[安高増減])|(?<=[年同前翌昨今来].)(?={_MONTH}))"
)


def fold(text: str) -> str:
    """Return `text` with widths folded; the result has the same number of code points.

    `１５．９％` becomes `15.9%`, `ＮＴＴ` becomes `NTT`, `〜` and `～` become `~`, `一〇五四円` becomes `1054円`.
    """
    folded = _UPRIGHT.sub(_in_figures, _FOLDED.sub(_translated, text))
    return _RULED.sub("~", folded) if "─" in text or "―" in text or "—" in text else folded


def _in_figures(match: re.Match[str]) -> str:
    return "".join(_DIGITS.get(sign, ".") for sign in match[0])


def _translated(match: re.Match[str]) -> str:
    return match[0].translate(_TABLE)


def places_of(word: str, text: str) -> Iterator[int]:
    """Yield where `word` begins in `text`: a pattern of a name would be compiled anew for each article that has one."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
