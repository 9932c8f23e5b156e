"""Words in 「」 that a noun of utterance holds: Xから「…」との通報があった, 「…」というXの指摘, 「…」がXの持論だ."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.cues import Cue, lexicon
from jijitsu.extract.linking.speech.report import Report

_REACH = 14
"""So many words stand between the brackets and the noun at most: との県内の複数の経営者の厳しい[意見]."""
_JOINS = frozenset([
    "と", "って", "など", "等", "といった", "とか", "の", "いう", "いっ", "し", "する", "た", "旨", "、", "ような", "よう", "な",
])  # fmt: skip
"""Between the brackets and what they are: などとの, といった, とする, という."""
_INNER = frozenset(["名詞", "接頭辞", "接尾辞", "代名詞", "形容詞", "形状詞", "連体詞"])
_RAISED = frozenset([
    "出る", "上がる", "あがる", "挙がる", "寄せる", "寄る", "聞く", "聞ける", "聞こえる", "相次ぐ", "次ぐ", "飛ぶ", "漏れる", "届く", "ある", "為す",
    "なす", "噴出", "強い", "多い", "根強い", "大勢", "絶える", "入る", "殺到", "広がる", "くすぶる", "渦巻く", "続出", "占める", "目立つ",
    "続く", "来る", "くる", "舞い込む", "交錯", "浮上", "上る",
])  # fmt: skip
"""市民団体からは「…」との批判が[出]ている."""
_RECEIVED = frozenset([
    "受ける", "浴びる", "招く", "集める", "受け付ける", "受け取る", "退ける", "否定", "一蹴", "もらう", "いただく", "頂く", "紹介", "伝える", "踏まえる",
    "恐れる", "取り上げる", "引用", "聞く", "耳", "得る", "無視",
])  # fmt: skip
"""同社は「…」との批判を[受け]た: the words are not the topic's."""
_READ_OUT = frozenset(["代読", "読み上げ", "朗読", "公開", "掲載", "配信", "引き合い"])
"""監督は「…」というX氏のメッセージを[代読]した: X氏's words."""
_CREEDS = frozenset([
    "持論", "口癖", "口ぐせ", "信条", "モットー", "座右", "本音", "言い分", "第一声", "見立て", "読み", "主張", "心境", "実感", "合言葉", "教え", "答え",
    "自説", "本心", "信念", "考え", "言葉",
])  # fmt: skip


def uttered(line: Sequence[Unit], listed: tuple[int, ...], at: int) -> Report | None:
    """Words whose noun of utterance follows at unit `at` or behind its joints; only a named source makes them a quote."""
    stop = at
    while at < len(line) and line[at].sort == "word" and line[at].text in _JOINS:
        at += 1
    if at == stop:
        return None
    known = lexicon().utterances
    for noun in range(at, min(at + _REACH, len(line))):
        unit = line[noun]
        if noun + 2 < len(line) and unit.text + line[noun + 1].text in known:
            return _with(line, listed, stop, noun + 1)  # 慎重論
        if unit.text in known and noun + 1 < len(line):
            behind = line[noun + 1]
            if behind.pos in {"名詞", "接尾辞"} or behind.text in {"の", "・"}:
                continue
            return _with(line, listed, stop, noun)
        if unit.sort != "word" or not (
            unit.pos in _INNER or unit.text in {"の", "な", "から", "・", "より", "い", "へ"}
        ):
            return None
    return None


def called_in(line: Sequence[Unit], listed: tuple[int, ...], at: int) -> Report | None:
    """「…」と、巡回していた警備員から署に通報があった: who called stands behind the words."""
    source = next((k for k in range(at + 1, min(at + 24, len(line))) if line[k].text == "から"), None)
    if source is None:
        return None
    for noun in range(source + 1, min(source + 12, len(line) - 2)):
        if line[noun].text in lexicon().utterances and line[noun + 1].text in {"が", "も"}:
            return _with(line, listed, at, noun)
        joined = line[noun].text + line[noun + 1].text in lexicon().utterances  # 110|番
        if joined and line[noun + 2].text in {"が", "も"} and noun + 3 < len(line):
            return _with(line, listed, at, noun + 1)
    return None


def _with(line: Sequence[Unit], listed: tuple[int, ...], stop: int, noun: int) -> Report | None:
    """The report with its noun; `received` where the topic did not utter it."""
    particle = line[noun + 1].text
    deeds = line[noun + 2 : noun + 6]
    if particle in {"が", "も", "は"}:
        received = True
        if not any(unit.lemma in _RAISED for unit in deeds):
            return None
    elif particle in {"を", "。", "、"}:
        owned = line[noun - 1].text == "の" and any(unit.text in _READ_OUT for unit in deeds)
        received = owned or any(unit.lemma in _RECEIVED for unit in deeds)
    elif line[noun + 1].pos in {"動詞", "助動詞"}:
        received = False  # 「…」と連絡し
    else:
        received = True
    return Report(
        type="direct", said=listed, stop=stop, cue=Cue(noun, noun + 1, line[noun].text, "say", False), needs_speaker=True,
        received=received,
    )  # fmt: skip


ANSWERS = _CREEDS | {
    "返事", "説明", "回答", "弁明", "感想", "反応", "分析", "評価", "結論", "釈明", "返答", "決めぜりふ", "言い回し", "コメント", "見解", "見方",
    "談話", "主張", "言い分",
}  # fmt: skip
"""X氏の[答え]は「…」だった."""


def creed(line: Sequence[Unit], said: int) -> Report | None:
    """「…」が持論だ, 「…」がX氏の口癖だ, X氏の答えは「…」だった: somebody's words, though no verb says them."""
    at = said + 1
    answers = (
        said > 3 and line[said - 1].text == "は" and line[said - 2].text in ANSWERS and line[said - 3].text == "の"
    )
    if answers and (at >= len(line) or line[at].text in {"だ", "だっ", "で", "。", "、", "です", "でし"}):
        return Report(type="direct", said=(said,), stop=at, cue=None, needs_speaker=True)
    if at >= len(line) or line[at].text not in {"が", "は"}:
        return None
    for noun in range(at + 1, min(at + 10, len(line))):
        unit = line[noun]
        if (
            unit.text in _CREEDS
            and noun + 1 < len(line)
            and line[noun + 1].text in {"だ", "で", "です", "。", "の", "という"}
        ):
            return Report(
                type="direct", said=(said,), stop=at, cue=Cue(noun, noun + 1, unit.text, "say", False), needs_speaker=True,
                topical=True,
            )  # fmt: skip
        if unit.sort != "word" or not (unit.pos in _INNER or unit.text in {"の", "・"}):
            return None
    return None
