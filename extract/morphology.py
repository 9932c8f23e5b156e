"""Sentence in, words out: Sudachi, in mode C (whole names and compounds stay whole)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Literal

import msgspec

from jijitsu.extract.regex import regex

Sort = Literal["word", "said", "title", "aside"]


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, or a bracket with all that it holds. `start` and `end` are code points into the text that was given."""

    start: int
    end: int
    text: str
    pos: str = ""
    """First part of speech: 名詞, 動詞, 助詞, 助動詞, 接尾辞, 補助記号 ..."""
    detail: str = ""
    """The finer parts, joined with "-": 固有名詞-人名-姓, 普通名詞-サ変可能-*, 係助詞-*-*."""
    lemma: str = ""
    """断ずる, which the dictionary gives for 断じた, is 断じる."""
    oov: bool = False
    sort: Sort = "word"
    """A word, or which bracket: 「」 said, 『』 title, others aside."""

    @property
    def inner(self) -> tuple[int, int]:
        """Start and end of what a bracket holds, without the bracket."""
        return self.start + 1, self.end - 1


_JOINED = 0x0FFFFFFF
"""Sudachi's id of a word that it joined from pieces, katakana or figures, and that it does not call unknown; ids of
words in the dictionary are less, ids of unknown words more."""

_PARTS: dict[int, tuple[str, str]] = {}
"""The dictionary's parts of speech by their numbers, as they are met: there are a few hundred."""
_Entry = tuple[str, str, str]
_ENTRIES: dict[int, _Entry] = {}
"""Parts of speech and lemma of the words that were met first, by their ids in the dictionary: asking costs more."""
_MOST_ENTRIES = 20_000


@cache
def _dictionary() -> Any:
    from sudachipy import Dictionary

    return Dictionary()


@cache
def _tokenizer() -> Any:
    from sudachipy import SplitMode

    return _dictionary().create(mode=SplitMode.C)


@lru_cache(maxsize=4096)
def is_surname(text: str) -> bool:
    """True if the dictionary knows the word as a surname, whatever else it is (山中, 林, 有馬)."""
    return any(word.part_of_speech()[3] == "姓" for word in _dictionary().lookup(text))


@lru_cache(maxsize=4096)
def is_given(text: str) -> bool:
    """True if the dictionary knows the word as a given name, whatever else it is (隆, 実, 正)."""
    return any(word.part_of_speech()[3] == "名" for word in _dictionary().lookup(text))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in order. Texts over 49,149 bytes are refused by Sudachi: split before."""
    entries = _ENTRIES
    found = []
    for word in _tokenizer().tokenize(text):
        start, end, number = word.begin(), word.end(), word.word_id()
        if start == end:
            continue  # ㍿ is several words to Sudachi, all but one of them without a sign
        known = entries.get(number)
        if known is not None:
            pos, detail, lemma = known
            found.append(Token(start, end, text[start:end], pos, detail, lemma, False))
            continue
        pos, detail = _part(word)
        lemma = word.dictionary_form()
        if pos == "動詞" and lemma.endswith("ずる"):
            lemma = lemma[:-2] + "じる"
        if number < _JOINED and len(entries) < _MOST_ENTRIES:
            entries[number] = pos, detail, lemma
        found.append(Token(start, end, word.surface(), pos, detail, lemma, word.is_oov() or number == _JOINED))
    if "空き" in text:
        found = list(map(_vacant, found, (*found[1:], None)))
    if "日町" in text:
        found = _towns(text, found)
    if "ノ" in text:
        found = _ring_names(text, found)
    if "の後" in text:
        found = _afterwards(text, found)
    return tuple(found)


def _vacant(word: Token, following: Token | None) -> Token:
    """空き in front of a noun is one: the dictionary takes it for a verb in 空き率 and 空き店舗, not in 空き室."""
    if word.text != "空き" or word.pos != "動詞" or following is None or following.pos != "名詞":
        return word
    return Token(word.start, word.end, word.text, "名詞", "普通名詞-一般-*", word.text, False)


def _towns(text: str, words: list[Token]) -> list[Token]:
    """十日町, 六日町 as one word: the dictionary has 四日市, and takes these for a day and a town."""
    for town in _TOWN.finditer(text):
        start, end = town.span()
        parts = [word for word in words if start <= word.start and word.end <= end]
        if len(parts) > 1 and parts[0].start == start and parts[-1].end == end:
            name = Token(start, end, town.group(), "名詞", "固有名詞-地名-一般", town.group(), False)
            words = [name if word is parts[0] else word for word in words if word not in parts[1:]]
    return words


_TOWN = regex("[二三四五六七八九十]日町")


def _ring_names(text: str, words: list[Token]) -> list[Token]:
    """豪ノ山, 若ノ鵬 as one word: the dictionary has 照ノ富士, and takes the ノ of others for a particle."""
    for name in _RING_NAME.finditer(text):
        start, end = name.span()
        parts = [word for word in words if start <= word.start and word.end <= end]
        if len(parts) == 3 and parts[0].start == start and parts[-1].end == end and parts[1].pos == "助詞":
            whole = Token(start, end, name.group(), "名詞", "固有名詞-人名-一般", name.group(), False)
            words = [whole if word is parts[0] else word for word in words if word not in parts[1:]]
    return words


_RING_NAME = regex("[一-鿿]{1,2}ノ(?:富士|[一-鿿])")


def _afterwards(text: str, words: list[Token]) -> list[Token]:
    """その後|田中氏, この後|原田社長 for その|後田|中氏 and この|後|原田: after that is one word, and no surname begins in it.

    Leaves その後任, この後半 and その後ろ: what follows その is a word of its own there.
    """
    at = {word.start: n for n, word in enumerate(words)}
    for found in reversed([*_AFTER_THAT.finditer(text)]):
        start, end = found.start(), found.end("that")
        first = at.get(start)
        if first is None or words[first].end != end - 1:
            continue
        behind, stop = words[first + 1], first + 2
        if behind.text != "後" and "人名" not in behind.detail:
            continue
        that = Token(start, end, found["that"], "名詞", "普通名詞-副詞可能-*", found["that"], False)
        rest: tuple[Token, ...] = ()
        if behind.text != "後":
            while words[stop - 1].end < found.end():
                stop += 1
            rest = tokens(text[end : words[stop - 1].end])
        again = [msgspec.structs.replace(word, start=word.start + end, end=word.end + end) for word in rest]
        words = [*words[:first], that, *again, *words[stop:]]
    return words


_AFTER_THAT = regex("(?P<that>[そこ]の後)[一-鿿々ァ-ヴ]{1,12}")


def _part(word: Any) -> tuple[str, str]:
    number = word.part_of_speech_id()
    part = _PARTS.get(number)
    if part is None:
        pos = word.part_of_speech()
        part = _PARTS[number] = (pos[0], "-".join(pos[1:4]))
    return part
