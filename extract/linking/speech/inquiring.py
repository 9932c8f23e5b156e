"""Who looked into something, who was heard out, and who only came to hear.

衛生課が調査したところ、菌が検出されたと発表した: the office tells what it found. 運転士から事情を聞いたところ、「眠かった」と認めた:
the driver does. 300人が詰め掛けて「よろしくお願いします」と述べた: not the 300.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase

_LOOKS = frozenset(["調査", "調べる", "検査", "分析", "鑑定", "確認", "点検", "試算", "集計", "精査", "測定", "検証"])
_TELLS_FINDS = frozenset(["発表", "公表", "報告", "明らかに", "とする", "説明"])
_ATTENDS = frozenset([
    "詰め掛ける", "詰めかける", "集まる", "参加", "出席", "訪れる", "見守る", "駆け付ける", "駆けつける", "参列", "含む", "含める",
])  # fmt: skip
_STAGES = frozenset(["放送", "番組", "中継", "収録"])


def found_out(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """衛生課が[調査したところ、]菌が検出されたと発表した: who looked into it tells what was found."""
    if phrase.particle != "が" or phrase.rank < KNOWN or report.cue is None or report.cue.lemma not in _TELLS_FINDS:
        return False
    within = line[phrase.last + 1 : min(phrase.last + 10, report.stop)]
    looked = next((at for at, unit in enumerate(within) if unit.lemma in _LOOKS or unit.text in _LOOKS), None)
    behind = [unit.text for unit in within[looked or 0 :]]
    return looked is not None and "ところ" in behind and "、" not in behind[: behind.index("ところ")]


def heard_out(line: Sequence[Unit], at: int) -> bool:
    """運転士から[事情を聞いたところ]、「眠かった」と認めた; 話を聴いた結果."""
    words = [unit.text for unit in line[at : at + 8]]
    if len(words) < 5 or words[0] not in {"事情", "話", "詳しい"} or "を" not in words[1:4]:
        return False
    verb = at + words.index("を") + 1
    return line[verb].lemma in _HEARS and any(word in {"ところ", "所", "結果"} for word in words)


_HEARS = frozenset(["聞く", "聴く", "聴取", "伺う", "うかがう"])


def answered(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """記者が[同署]へ取材したところ、…と見ている, [職員]に聞いたところ、…と話した: who was asked, where nobody else takes the word."""
    if report.cue is not None and report.cue.lemma in {"発表", "公表", "報告"}:
        return None  # 同社は関係者に確認したところ、事実だったと発表した
    for at, phrase in enumerate(named):
        if phrase.rank < KNOWN or not before <= phrase.first < phrase.last < report.stop:
            continue
        words = [unit.text for unit in line[phrase.last + 1 : phrase.last + 6]]
        asked = phrase.particle in {"に", "へ"} and line[phrase.last + 1].lemma in _INQUIRES and "ところ" in words
        if not asked and not (phrase.particle in {"から", "へ", "に"} and heard_out(line, phrase.last + 1)):
            continue
        later = named[at + 1 :]
        if any(p.particle in {"は", "も"} and p.rank >= KNOWN and p.last < report.stop for p in later):
            return None
        return phrase
    return None


_INQUIRES = frozenset(["取材", "問い合わせる", "質問", "照会", "聞く", "尋ねる", "たずねる", "確認", "ただす"])


def came_to_hear(line: Sequence[Unit], phrase: Phrase, first: int) -> bool:
    """6日の[放送]では…「…」と述べた: where it was said; [300人]が詰め掛けて「…」, [報道陣]も含め: who came to hear it."""
    if phrase.mention is not None:
        return False
    if phrase.particle == "では":
        return line[phrase.last - 1].text in _STAGES
    return phrase.particle in {"が", "も"} and any(
        unit.lemma in _ATTENDS or unit.text in _ATTENDS for unit in line[phrase.last + 1 : min(phrase.last + 4, first)]
    )
