"""Words of saying: what the lexicon says of the word at a unit, and how far its verb phrase reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.sentence.units import Unit

CueSort = Literal["say", "judge", "forecast", "feel", "relay", "hold", "hearsay", "name"]


class Cue(msgspec.Struct, frozen=True):
    """A word of saying in a sentence: units `at` to `end` (exclusive) are its verb phrase."""

    at: int
    end: int
    lemma: str
    sort: CueSort
    passive: bool
    """と言われる, と呼ばれた: nobody is named who says it."""


class _Lexicon(msgspec.Struct, frozen=True):
    verbs: dict[str, CueSort]
    phrases: dict[str, tuple[tuple[str, CueSort], ...]]
    """By their first sign, the longest first."""
    views: frozenset[str]
    alone: frozenset[str]
    """Views that need no verb: との見方だ."""
    forecasts: frozenset[str]
    shows: frozenset[str]
    nouns: frozenset[str]
    utterances: frozenset[str]
    """Nouns of utterance and of views: what 「…」との and 「…」という may lead to behind a source."""
    qualities: frozenset[str]
    """What tells with の how a view is: 従来の見解."""
    naming: frozenset[str]
    names: frozenset[str]


@cache
def lexicon() -> _Lexicon:
    """The words of speech_verbs.yaml and unquoted.yaml, by what they do."""
    verbs: dict[str, CueSort] = {}
    phrases: list[tuple[str, CueSort]] = []
    others: dict[str, list[str]] = {}
    for entry in words("speech_verbs"):
        for word in entry.get("words", ()):
            if entry["sort"] in {"view", "view_shown", "view_forecast", "show", "noun", "utterance", "quality"}:
                others.setdefault(entry["sort"], []).append(word)
            else:
                verbs.setdefault(word, entry["sort"])
        phrases += [(phrase, entry["sort"]) for phrase in entry.get("phrases", ())]
    terms = words("unquoted")
    views = frozenset([*others["view"], *others["view_shown"]])
    return _Lexicon(
        verbs, _by_first(sorted(phrases, key=lambda pair: -len(pair[0]))), views, frozenset(others["view"]),
        frozenset(others["view_forecast"]), frozenset(others["show"]), frozenset(others["noun"]),
        frozenset([*others["noun"], *others["utterance"], *views]) - {"主張"},  # 「…」という主張: a position
        frozenset(others["quality"]), frozenset(terms["verbs"]), frozenset(terms["nouns"]),
    )  # fmt: skip


def _by_first(phrases: Sequence[tuple[str, CueSort]]) -> dict[str, tuple[tuple[str, CueSort], ...]]:
    found: dict[str, tuple[tuple[str, CueSort], ...]] = {}
    for phrase, sort in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), (phrase, sort))
    return found


def cue_at(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """Return the word of saying that begins at unit `at`, or None."""
    if at >= len(line) or line[at].sort != "word":
        return None
    known, unit = lexicon(), line[at]
    for phrase, sort in known.phrases.get(folded[unit.start], ()):
        if folded.startswith(phrase, unit.start):
            end = at
            while end < len(line) and line[end].start < unit.start + len(phrase):
                end += 1
            if line[end - 1].text == "を" and end < len(line) and line[end].pos == "動詞":
                end += 1  # 目を細める
            return _phrase(line, at, end, phrase, sort)
    if unit.pos == "動詞" and unit.lemma in known.verbs:
        return _phrase(line, at, at + 1, unit.lemma, known.verbs[unit.lemma])
    if unit.pos == "名詞" and unit.text in known.verbs and _verbal(line, at):
        return _phrase(line, at, at + 1, unit.text, known.verbs[unit.text])
    return None


def view_at(line: Sequence[Unit], at: int) -> Cue | None:
    """Return 見方を示し, 考えを明らかにし, コメントを出し that begins at unit `at` (behind との, という), or None."""
    known = lexicon()
    at = behind_qualities(line, at)
    if [unit.text for unit in line[at : at + 2]] in (["趣旨", "の"], ["旨", "の"], ["内容", "の"], ["意味", "の"]):
        at += 2  # という趣旨の話をした
    if at + 1 < len(line) and line[at].pos == "名詞" and line[at].text not in known.views | known.nouns:
        # 調査|結果, 共同|声明
        at += line[at].text + line[at + 1].text in known.views or line[at + 1].text in _PAPERS
    for result in range(at, min(at + 2, len(line))):
        if line[result].text == "結果":
            return _papered(line, result)  # 推計結果をまとめた
    if at >= len(line) or line[at].pos != "名詞" or line[at].text not in known.views | known.nouns:
        return None
    sort: CueSort = "forecast" if line[at].text in known.forecasts else "say"
    if at + 1 < len(line) and line[at + 1].text in {"を", "も"}:
        for verb in range(at + 2, min(at + 6, len(line))):
            unit = line[verb]
            shows = unit.lemma in known.shows or unit.text in known.shows or _lets(line, verb)
            shows = shows or (unit.lemma == "する" and _utters(line, verb - 1))
            if shows and (unit.pos == "動詞" or unit.text == "明らか" or _verbal(line, verb)):
                return _phrase(line, at, verb + 1, line[at].text, sort)
            if (unit.pos == "動詞" and unit.lemma not in {"重ねる", "繰り返す"}) or unit.text == "、":
                break
    behind = "".join(unit.text for unit in line[at + 1 : at + 4])
    if behind.startswith(("とともに", "と共に", "に加え", "のほか", "と併せ", "とあわせ")):
        return _phrase(line, at, at + 1, line[at].text, sort)  # との見解とともに、中止を発表した
    if at + 2 < len(line) and line[at + 1].text == "に" and line[at + 2].lemma in {"達する", "至る", "傾く"}:
        return _phrase(line, at, at + 3, line[at].text, sort)  # との結論に達した
    if at + 2 < len(line) and line[at + 1].text == "で" and line[at + 2].text == "一致" and _verbal(line, at + 2):
        return _phrase(line, at, at + 3, line[at].text, sort)  # 市況は底を打ったとの認識で一致した
    if at + 1 < len(line) and line[at + 1].text in {"だ", "です", "で", "。"} and line[at].text in known.alone:
        if (
            line[at + 1].text == "で"
            and line[at + 2 : at + 3]
            and line[at + 2].text not in {"、", "ある", "あり", "い"}
        ):
            return None  # 若手を使うという考えで臨んだ
        return _phrase(line, at, at + 1, line[at].text, sort)
    return None


def behind_qualities(line: Sequence[Unit], at: int) -> int:
    """Behind words that tell how a view is: との[強硬な]姿勢, との[一段と踏み込んだ]見解, という[自らの]考え."""
    for _ in range(_QUALITIES):
        length = _quality(line, at)
        if not length:
            break
        at += length
    return at


_QUALITIES = 4


def _quality(line: Sequence[Unit], at: int) -> int:
    """How many units one such word has: 楽観|的|な, 厳しい, 従来|の, 踏み込ん|だ; none for a view itself and for whose it is."""
    words = line[at : at + 4]
    if len(words) < 2 or any(unit.sort != "word" for unit in words[:2]):
        return 0
    first, second = words[0], words[1]
    if second.text == "の" and first.text in lexicon().qualities:
        return 2
    if first.pos == "連体詞" or (
        first.pos in {"形容詞", "形状詞"} and first.text == first.lemma and second.text != "な"
    ):
        return 1
    if first.pos == "副詞" or first.text in {"一段", "より"}:
        return 1 + (second.text == "と" and first.pos != "副詞")
    if first.pos == "動詞" and second.pos == "助動詞" and second.text in {"た", "だ"}:
        return 2
    ends = next((length for length, unit in enumerate(words) if unit.text == "な" and unit.pos == "助動詞"), 0)
    described = all(unit.pos in {"名詞", "接頭辞", "接尾辞", "形状詞"} for unit in words[:ends])
    return ends + 1 if ends and described else 0


_PAPERS = frozenset(["声明", "見解", "談話", "コメント", "報告書", "意見書", "提言", "答申", "声明文", "書簡"])
"""What a word before it describes: 共同[声明], 最終[報告書]."""


def _papered(line: Sequence[Unit], at: int) -> Cue | None:
    """調査[結果]を公表した."""
    shown = line[at + 2].text if at + 2 < len(line) and line[at + 1].text == "を" else ""
    return _phrase(line, at, at + 3, "調査結果", "say") if shown in {"公表", "発表", "まとめ", "示し"} else None


def _lets(line: Sequence[Unit], at: int) -> bool:
    """True for にじませる, のぞかせる, which the dictionary takes apart: にじま|せる."""
    plain = line[at].lemma in {"にじむ", "滲む", "のぞく", "覗く", "募る", "うかがう", "窺う"}
    return plain and at + 1 < len(line) and line[at + 1].lemma in {"せる", "させる"}


def _utters(line: Sequence[Unit], at: int) -> bool:
    """True for what する does with a view that is one's own: 発言をする, 見方を強調する; not 見方を否定する."""
    known, unit = lexicon(), line[at]
    if unit.text in {"を", "も"} or unit.text in known.shows:
        return True
    if unit.text == "に":
        return line[at - 1].text in {"明らか", "明確", "鮮明", "口", "あらわ"}
    return known.verbs.get(unit.text) in {"say", "judge", "forecast"} and unit.text not in _DENIES


_DENIES = frozenset([
    "否定", "否認", "拒否", "拒絶", "批判", "非難", "反論", "反発", "抗議", "確認", "要求", "追及", "疑問視", "問題視", "打ち消す",
])  # fmt: skip


def shown_at(line: Sequence[Unit], at: int) -> Cue | None:
    """Return 危機感を募らせ, 慎重な見方を示し that begins at unit `at` right behind と, or None."""
    known = lexicon()
    at = behind_qualities(line, at)  # 楽観的な見通し, 厳しい認識
    if at + 2 >= len(line) or line[at].pos != "名詞" or line[at].text not in known.views or line[at + 1].text != "を":
        return None
    unit = line[at + 2]
    shows = unit.lemma in known.shows or unit.text in known.shows or unit.lemma in known.verbs or _lets(line, at + 2)
    return _phrase(line, at, at + 3, line[at].text, "say") if shows else None


def _verbal(line: Sequence[Unit], at: int) -> bool:
    """True for a サ変 noun used as a verb: 指摘した, 強調。, 表明、."""
    if at + 1 >= len(line):
        return True
    following = line[at + 1]
    return (
        following.lemma in {"する", "できる", "致す", "いたす"}
        or following.text in {"。", "、"}
        or following.sort == "aside"
        or following.text in {"-", "―"}
        or following.start > line[at].end  # a blank parts a headline: …と予想 新工場が寄与
    )


def _phrase(line: Sequence[Unit], at: int, end: int, lemma: str, sort: CueSort) -> Cue:
    passive = False
    while end < len(line):
        unit = line[end]
        if unit.pos in {"動詞", "助動詞"} and (unit.pos == "助動詞" or unit.lemma in _AUXILIARY):
            passive = passive or unit.lemma in {"れる", "られる"} or unit.text in {"され", "される"}
        elif not (unit.pos == "助詞" and unit.text in {"て", "で"} and line[end - 1].pos in {"動詞", "助動詞"}):
            break
        end += 1
    return Cue(at, end, lemma, sort, passive)


_AUXILIARY = frozenset([
    "する", "いる", "おる", "くる", "ある", "みせる", "見せる", "れる", "られる", "おく", "しまう", "いく",
    "下さる", "くれる", "いただく", "なる", "できる", "致す", "いたす",
])  # fmt: skip
"""Verbs that only lengthen the one before: 述べている, 話してくれた."""


def hold_form(line: Sequence[Unit], at: int) -> tuple[str, int]:
    """Return (how する stands behind と, its end): continuing (している), past (した), connective (して) and so on."""
    end = at + 1
    while (end < len(line) and line[end].pos in {"助動詞", "動詞"}) or (end < len(line) and line[end].text in {"て"}):
        end += 1
    lemmas = [unit.lemma for unit in line[at:end]]
    following = line[end] if end < len(line) else None
    if "れる" in lemmas or "られる" in lemmas:
        return "passive", end
    noun_follows = following is not None and following.pos in {"名詞", "連体詞", "接頭辞", "代名詞"}
    noun_follows = noun_follows or (following is not None and following.sort in {"said", "title"})  # としている「A」
    if any(lemma in {"いる", "おる"} for lemma in lemmas):
        return ("attributive" if noun_follows else "continuing"), end
    if "て" in lemmas or (line[at].text == "し" and end == at + 1):
        return "connective", end
    if noun_follows or (following is not None and following.sort != "word"):
        return "attributive", end
    return ("past" if "た" in lemmas else "present"), end
