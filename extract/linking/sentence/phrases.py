"""Noun phrases of a sentence with the particle behind them, from Sudachi's words."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile

import msgspec

from jijitsu.extract.lexicon import words as words_of
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.regex import regex


class Phrase(msgspec.Struct, frozen=True):
    """A run of nouns; offsets into the sentence. `particle` is what stands right behind it (は, が, の, を ...)."""

    start: int
    end: int
    text: str
    particle: str
    thing: bool = True
    """Its last word names a thing, not an act (削減), a time (年度) or a counter."""


_INSIDE = frozenset({"名詞", "接頭辞", "接尾辞", "記号", "形状詞"})
_JOINERS = frozenset("・-－ー＝=&＆.．／/")
_NO_THING = regex(r"サ変可能|副詞可能|助数詞|形状詞可能")
_ENDS = frozenset("機店車船館棟校社園寺駅隊班艇艦輪票便曲部")
"""Counters that end the names of things, too."""
_CLOSING = frozenset("」』！!？?”")
_PARTICLES = frozenset({"助詞"})
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_NTH = regex(r"第[0-9０-９一二三四五六七八九十]{1,2}の\Z")
_FORMAL = frozenset({"ため", "ところ", "とおり"})
"""Nouns of form that end a clause."""


@lru_cache(maxsize=2048)
def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the noun phrases of `text` in order. Figures and dates end a phrase: 見物客4人 gives 見物客."""
    found: list[Phrase] = []
    words = tokens(text)
    at = 0
    while at < len(words):
        if not _opens(words[at]) and not _wheels(words, at) and not _capital(words, at) and not _numbered(words, at):
            at += 1
            continue
        if at + 1 < len(words) and _leads(text, words[at], words[at + 1]):
            at += 1
            continue
        first = at
        while at < len(words) and (
            (_goes_on(words[at]) and not (words[at].text == "とも" and first < at))
            or _numbers_model(words, first, at)
            or _wheels(words, at)
            or _capital(words, at)
            or _numbered(words, at)
            or _wards(words[at - 1 : at + 2], first < at)
            or (first < at and _runs_to(words, at))
        ):
            at += 1
        last = words[at - 2] if words[at - 1].text == "・" and first < at - 1 else words[at - 1]  # 32の競技・320の種目
        start = words[first].start
        if words[first].text == "月世界" and start and text[start - 1] in _DIGITS:
            start += 1  # 1月世界生産: the dictionary has a word for the lunar world
        if ordinal := _NTH.search(text, max(0, start - 5), start):
            start = ordinal.start()  # 第3のビール is not what ビール is
        surface = text[start : last.end]
        after = _past_bracket(words, at)
        if after < len(words) and words[after].text in _PLACES and _SPELT.fullmatch(text, last.end, words[after].start):
            opened, at = last.end, after + 1
            while at < len(words) and _goes_on(words[at]):
                at += 1
            last = words[at - 1]
            surface = text[start:opened] + text[words[after].start : last.end]
            after = _past_bracket(words, at)
        after += after < len(words) and words[after].text in _CLOSING
        behind = "".join(word.text for word in takewhile(lambda word: word.pos in _PARTICLES, words[after : after + 2]))
        if surface not in _adverbial():
            thing = last.text in _objects() or not _NO_THING.search(last.detail)
            thing = thing or (last.text in _ENDS and at - first > 1)  # 着陸機
            found.append(Phrase(start, last.end, surface, behind, thing))
    return tuple(found)


_PLACES = frozenset([
    "島", "州", "県", "省", "郡", "市", "町", "村", "区", "湾", "川", "山", "湖", "地区", "地方", "半島", "諸島", "空港", "海岸",
])  # fmt: skip
_SPELT = regex(r"[(（][A-Za-zÀ-ž .'-]{2,30}[)）]")
"""ミンダナオ[(Mindanao)]島: how it is spelt where it is."""
_LATIN = regex(r"[A-Za-z][A-Za-z-]*")
_MODEL = regex(r"[0-9]{1,4}")
_MODEL_ENDS = frozenset({"系", "型"})


def _numbers_model(words: tuple[Token, ...], first: int, at: int) -> bool:
    """True for the number in N[700]系, H[3]ロケット, iPhone[16]は: Latin letters right in front, no unit behind."""
    word, before = words[at], words[at - 1]
    if (
        at != first + 1
        or word.start != before.end
        or not (_LATIN.fullmatch(before.text) and _MODEL.fullmatch(word.text))
    ):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.start != word.end:
        return False
    if after.pos in _PARTICLES:
        return len(before.text) > 1 and after.text in {"は", "が", "も", "の", "を"}
    return (
        after.text in _MODEL_ENDS
        or _LATIN.fullmatch(after.text) is not None
        or (after.pos == "名詞" and len(after.text) > 1 and "助数詞" not in after.detail and "数詞" not in after.detail)
    )


def _wheels(words: tuple[Token, ...], at: int) -> bool:
    """True for the number in 電動[二]輪, [四]輪車: what runs on so many wheels."""
    return words[at].text in _WHEELS and at + 1 < len(words) and words[at + 1].text.startswith("輪")


_WHEELS = frozenset("二三四")


def _numbered(words: tuple[Token, ...], at: int) -> bool:
    """True for the number in [3]号機の建設費, [2]番館, [1]等賞金, [2]次補正予算: one thing of a row, and not so many."""
    if at + 1 >= len(words) or not _ORDINAL.fullmatch(words[at].text) or (at and words[at - 1].text in {".", "第"}):
        return False
    sort, behind = words[at + 1].text, words[at + 2] if at + 2 < len(words) else None
    if sort in _ROWS:
        return True
    led = behind is not None and behind.pos in {"名詞", "接尾辞"} and words[at + 1].end == behind.start
    return led and behind is not None and (sort, behind.text) in _OF_A_ROW


_ORDINAL = regex(r"[1-9１-９][0-9]?")
_ROWS = frozenset({"号機", "号線", "号炉", "号館", "号棟"})
_OF_A_ROW = frozenset(
    [
        ("番", "館"),
        ("番", "街"),
        ("等", "賞金"),
        ("着", "賞金"),
        ("位", "賞金"),
        ("等", "運賃"),
        ("次", "補正"),
        ("期", "工事"),
    ]
)


def _wards(words: tuple[Token, ...], inside: bool) -> bool:
    """True for the number in 東京[23]区: the wards of the capital are one place."""
    return inside and [word.text for word in words] in _CAPITAL


def _runs_to(words: tuple[Token, ...], at: int) -> bool:
    """True for the dash in 東京[―]仙台線, 羽田[〜]小松便: from where to where one line runs; not in 浦和―鹿島."""
    if words[at].text not in _DASHES or words[at - 1].end != words[at].start:
        return False
    place = words[at].end
    for word in words[at + 1 : at + 5]:
        if word.start != place or not _goes_on(word):
            return False
        if word.text in _LINES:
            return True
        place = word.end
    return False


_DASHES = frozenset("―—–─〜～~")
_LINES = frozenset({"線", "便", "航路", "路線"})


def _capital(words: tuple[Token, ...], at: int) -> bool:
    """True for the number in [23]区の平均価格: said so, they are the wards of the capital."""
    if [word.text for word in words[at : at + 2]] not in _WARDS:
        return False
    return at == 0 or words[at - 1].end < words[at].start or words[at - 1].pos not in _INSIDE


_WARDS = (["23", "区"], ["２３", "区"])
_CAPITAL = (["東京", "23", "区"], ["東京", "２３", "区"], ["東京都", "23", "区"], ["東京都", "２３", "区"])


def _past_bracket(words: tuple[Token, ...], at: int) -> int:
    """The word behind a short bracket that opens at `at`: 男性社員(38)が."""
    if at >= len(words) or words[at].text not in {"(", "（"}:
        return at
    closed = (number for number in range(at + 1, min(at + 10, len(words))) if words[number].text in {")", "）"})
    return next(closed, at - 1) + 1


@cache
def _adverbial() -> frozenset[str]:
    return frozenset(words_of("counted")["adverbial"])


@cache
def _objects() -> frozenset[str]:
    return frozenset(words_of("counted")["objects"])


_LEADS = frozenset({"現在", "今後", "当時", "以後", "一方", "今回", "結局", "後", "その後", "この後", "場合"})
"""When something was, right in front of a noun without a comma: 現在長野県は, その後上位3組, 雨天の場合観客は."""
_OF_NOW = frozenset({"地", "値", "価値", "位置", "高", "残高", "進行", "完了", "分", "者", "側", "方", "の"})


def _leads(text: str, word: Token, following: Token) -> bool:
    """True for an adverb of time that the noun behind it does not belong to."""
    if word.text == "うち":
        return _opens(following)  # うち食品合計は
    if word.text not in _LEADS or not _opens(following) or following.text in _OF_NOW:
        return False
    return word.text != "後" or text.endswith("その", 0, word.start)


def _opens(word: Token) -> bool:
    if word.text in _FORMAL:
        return False  # 強風のため在来線が: the phrase begins behind it
    return word.pos in {"名詞", "接頭辞", "形状詞", "記号"} and not word.detail.startswith("数詞")


def _goes_on(word: Token) -> bool:
    return (word.pos in _INSIDE and not word.detail.startswith("数詞")) or word.text in _JOINERS
