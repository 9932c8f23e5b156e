"""Names whose letters or words say little: kanji that make no word (日晴, 永鋒能源), people's and places' names that firms bear.

Nothing here makes a name of a word: the places where the words stand do (signs.py, standing.py), and wordhood.needed says
how much they must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jijitsu.extract.lexicon import either
from jijitsu.extract.linking.entity.borders import LANDS, script
from jijitsu.extract.linking.entity.endings import endings
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.regex import regex

_LETTERS = ("名詞", "形状詞", "形容詞", "接尾辞")
_FUNCTION = regex("数詞|人名")
_POINTING = frozenset("旧両各同当他諸")
_PEOPLE_DO = frozenset({"act", "dated", "topic", "earned", "failed", "made", "said", "same", "accounts"})
DONE_BY = {
    "": frozenset[str](),
    "person": _PEOPLE_DO,
    "place": _PEOPLE_DO | {"listed", "deal", "country", "acts", "placed", "sells"},
}
"""By who bears a name (borne_by): labels of signs for what people do as well, and for what is told of places and their
markets (ロンドンは1%安)."""
# 日晴の時価総額は, 中国の永鋒能源は, 米富成株: a stretch of kanji by itself
_ALONE = regex(
    rf"(?<![一-鿿々ァ-ヺーA-Za-z0-9])(?:{either(LANDS)}|[米英仏独韓伊豪加印台])?(?P<name>[一-鿿々]{{2,6}}?)(?=(?:[株側]|(?<!会)社)?(?:[はもをのに、(「」<]|が(?!り)|と(?![いしな])))"
)
_TIME_OR_MONEY = regex("[年月日時分円]")


@lru_cache(maxsize=4096)
def is_unread(name: str) -> bool:
    """True for kanji that make no word, letter by letter: 日晴, 永鋒能源; not 県警, 数年, 各市, nor 馳浩, a person's name."""
    return 2 <= len(name) <= 6 and name not in endings().stop and are_letters(name, tokens(name))


def are_letters(name: str, seen: Sequence[Token]) -> bool:
    """True for kanji of which each is a token by itself: no numeral, no part of somebody's name, not 旧両 nor 市内."""
    return (
        _POINTING.isdisjoint(name)
        and all(script(char) == "kanji" for char in name)
        and all(len(word.text) == 1 and word.pos in _LETTERS for word in seen)
        and not any(_FUNCTION.search(word.detail) for word in seen)
        and (len(seen) > 2 or [word.pos for word in seen] != ["名詞", "接尾辞"])
    )


@lru_cache(maxsize=4096)
def borne_by(name: str) -> str:
    """`person` for 高仙 (a family's letter and a given name's to the dictionary), ハミング; `place` for トキワ; else empty.

    Firms bear such names too, and are told by places where only a firm stands.
    """
    seen = tokens(name)
    if len(name) == 2 and len(seen) == 2:
        return "person" if all("人名" in word.detail for word in seen) else ""
    if len(seen) > 1 or len(name) < 2 or any(script(char) != "katakana" for char in name):
        return ""
    return "person" if "人名" in seen[0].detail else "place" if "地名-一般" in seen[0].detail else ""


@lru_cache(maxsize=4096)
def _is_given(name: str) -> bool:
    """True for two kanji that the dictionary has as a given name or a thing's, and firms bear: 東旭, 光陽."""
    seen = tokens(name)
    kanji = all(script(char) == "kanji" for char in name)
    return (
        len(name) == 2 and len(seen) == 1 and kanji and re.search("人名-名|固有名詞-一般", seen[0].detail) is not None
    )


def alone(folded: str) -> Iterator[str]:
    """Yield kanji that may be a firm's by the words around them: 永鋒能源は7%上げた, 高仙株."""
    for name in {match["name"] for match in _ALONE.finditer(folded)}:
        if is_unread(name) or borne_by(name) or _is_given(name):
            yield name


def is_of_time_or_money(name: str) -> bool:
    """True for 前月末, 円相場; not 日晴, 望月印刷, 円谷: there the letter is one of a name's."""
    return _TIME_OR_MONEY.search(name) is not None and not (
        is_unread(name) or re.search("固有名詞-(?:一般|人名)", tokens(name)[0].detail)
    )
