"""What a word of saying governs between と and itself: 説明が足りないと[政府の対応を]批判した, 恐れがあると[注意を]呼びかける.

Takes the units behind a clause and its と, and returns the word of saying. Leaves a condition, which is nobody's words:
水位が上がると避難を呼びかける, 雨が降ると客を呼び込んだ.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.cues import Cue, cue_at

_AT_SOMEBODY = frozenset([
    "批判", "非難", "糾弾", "けん制", "牽制", "否認", "否定", "主張", "擁護", "弁護", "たたえる", "称える", "酷評", "皮肉る", "責める", "問題視",
    "評価", "正当化", "追及",
])  # fmt: skip
"""What is done to somebody or something in words; nobody does it whenever something happens."""
_TO_SOMEBODY = frozenset(["呼びかける", "呼び掛ける", "求める", "促す", "訴える", "要求", "要請"])
"""What may also be done whenever something happens: 水位が上がると避難を呼びかける."""
_IN_WORDS = frozenset(["語る", "話す", "述べる", "口", "伝える", "表す", "明かす", "強調", "説明", "示す"])
_TELLS = frozenset([
    "語る", "明かす", "述べる", "説明", "打ち明ける", "漏らす", "吐露", "振り返る", "解説", "分析", "つづる", "綴る", "記す",
])  # fmt: skip
"""What is told in those words, whatever it is called: 腹が立ったと[動機を]語る, 支えられたと[当時を]振り返る."""
_FEELINGS = frozenset([
    "気持ち", "言葉", "弁", "感謝", "謝意", "思い", "決意", "抱負", "意気込み", "喜び", "考え", "期待", "懸念", "不安", "胸中",
])  # fmt: skip
_STATES = frozenset([
    "ある", "有る", "いる", "おる", "できる", "出来る", "れる", "られる", "すぎる", "過ぎる", "違う", "反する", "当たる", "値する",
])  # fmt: skip
"""Verbs that tell what is so: 恐れが[ある]と; a deed in its plain form may be a condition: 水位が[上がる]と."""
_REACH = 12
"""So many words at most: と多国籍企業の税の扱いを批判した."""


def governed(folded: str, line: Sequence[Unit], before: int, at: int) -> Cue | None:
    """The word of saying behind an object that begins at unit `at`; `before` is the last unit of the clause."""
    of = _object(line, at)
    if of is None or of == at or line[before].text in {"に", "よう"}:
        return None  # 飲まないようにと注意を呼びかけた: what to do, and nothing that is so
    verb = _past_adverb(line, of + 1)
    cue = cue_at(folded, line, verb)
    if cue is None or cue.passive:
        return None
    if cue.lemma in _AT_SOMEBODY or (cue.lemma in _IN_WORDS and line[of - 1].text in _FEELINGS):
        return cue
    if not _states(line[before]):
        return None
    return cue if cue.lemma in _TO_SOMEBODY or (cue.lemma in _TELLS and line[of - 1].pos == "名詞") else None


def _object(line: Sequence[Unit], at: int) -> int | None:
    """Where を stands behind nothing but a noun phrase."""
    for of in range(at, min(at + _REACH, len(line))):
        unit = line[of]
        if unit.text in {"を", "への"} and unit.pos == "助詞":
            return of if unit.text == "を" else None
        if unit.sort == "said":
            return None  # それを問われると「…」と疑惑を否定した
        inside = unit.sort != "word" or unit.pos in {"名詞", "接尾辞", "接頭辞", "代名詞", "連体詞", "形状詞"}
        if not inside and unit.text not in {"の", "・", "や", "と", "な", "へ"}:
            return None
    return None


def _past_adverb(line: Sequence[Unit], at: int) -> int:
    """Past one adverb: 政府を[厳しく]批判した, 冷静に, 繰り返し, 改めて."""
    if at + 1 >= len(line):
        return at
    unit, behind = line[at], line[at + 1]
    if unit.pos == "副詞" or (unit.pos == "形容詞" and unit.text.endswith("く")):
        return at + 1
    if (unit.pos == "形状詞" or "形状詞可能" in unit.detail) and behind.text == "に":
        return at + 2
    return at


def _states(last: Unit) -> bool:
    """True for the end of a clause that tells what is so: 恐れがある, 危険だ, 足りない, 間違っていた; not 飲まないように."""
    return last.pos != "動詞" or last.text != last.lemma or last.lemma in _STATES
