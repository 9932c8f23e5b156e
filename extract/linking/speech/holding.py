"""「…」とする: held as somebody's words or only a name, by how する goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec

from jijitsu.extract.linking.sentence.brackets import concerning, ends_at, topical_at
from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.cues import Cue, hold_form, lexicon
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex


def holding(folded: str, line: Sequence[Unit], listed: tuple[int, ...], at: int, power: str) -> Report | None:
    """「…」としている, 「…」とした, 「…」として、 + a deed: somebody's words if they are more than a term."""
    form, end = hold_form(line, at + 1)
    cue = Cue(at + 1, end, "とする", "hold", False)
    held = partial(Report, type="direct", said=listed, stop=at, cue=cue)
    if power == "weak" and form in {"past", "continuing"} and concerning(line, listed[0]) and ends_at(line, end):
        return held(needs_speaker=True, topical=True)
    topical = (
        power == "weak" and form in {"past", "continuing"} and topical_at(line, listed[0]) and not _dots(line, end)
    )
    goes_on = power == "weak" and form == "connective" and line[at + 1].text == "し" and end < len(line)
    held_on = goes_on and line[end].text == "、" and _somebody_at(line, listed[0])
    granted = goes_on and line[end].text in {"つつ", "ながら"} and topical_at(line, listed[0])
    if topical or held_on or granted:
        # 社長は「想定の範囲内」としている, 報道官は「極めて遺憾」とし、 同社は「軽微」としつつも
        return held(needs_speaker=True)
    if form == "passive" and power != "weak" and _POSTED.search(folded, 0, line[listed[0]].start):
        return held(cue=msgspec.structs.replace(cue, passive=True), needs_speaker=True)
    if form == "passive" or (power == "weak" and form != "attributive"):
        return None
    if form == "present" and power != "weak" and ends_at(line, end):
        return held(needs_speaker=True)
    if form in {"attributive", "present"}:
        known = lexicon()
        noun = next((unit.text for unit in line[end : end + 2] if unit.pos == "名詞"), "")
        if any(unit.text in {"が", "は", "も"} for unit in line[end + 1 : end + 3]):
            return None  # 「反対だ」とする意見が8割を占めた
        if noun in known.nouns | known.views | _ASIDES:
            return held(needs_speaker=power == "weak")
        return None
    relays = (
        line[k].lemma in {"報じる", "伝える"} or "報道し" in line[k].text + line[k + 1].text
        for k in range(end, min(end + 2, len(line) - 1))
    )
    if form == "connective" and any(relays):
        return None  # 同紙は「…」として報じた: a title
    if form == "connective" and _stages(line, end):
        return None  # 「みなと劇場!」として開業した: a name
    if form == "connective" and line[end - 1].text == "て" and _suffers(line, end):
        return held(needs_speaker=True, received=True)
    return held(needs_speaker=power != "strong" and form == "connective" and len(line[listed[-1]].text) < 16)


def _somebody_at(line: Sequence[Unit], said: int) -> bool:
    """[報道官]は「極めて遺憾」とし、; not 新会社は「ミナト物産」とし、, which is a name."""
    if not topical_at(line, said):
        return False
    at = said - 2 - (line[said - 1].text == "、")
    known = speakers_lexicon()
    return at >= 0 and line[at].text.endswith(known.humans + known.titles) and len(line[said].text) > 4


_POSTED = regex("(?:サイト|ホームページ|HP|発表|リリース)によ(?:ると|れば|りますと)")
"""同社の[サイトによると]「見通しは立っていない」とされている."""
_ASIDES = frozenset(["もの", "ものの", "うえ", "上", "一方", "ほか", "後", "のち", "あと", "ところ", "半面"])
"""「…」とした[一方]."""


_STAGED = frozenset([
    "リニューアル", "発売", "開業", "営業", "開催", "放送", "出版", "刊行", "上映", "運行", "登録", "出演", "活躍", "活動", "デビュー", "オープン",
    "知る", "親しむ", "再出発", "発足", "改装", "連載", "配信", "上演", "販売",
])  # fmt: skip


def _stages(line: Sequence[Unit], at: int) -> bool:
    """として発売した, として知られる; not として出演の辞退を申し入れた."""
    deed = at < len(line) and (line[at].text in _STAGED or line[at].lemma in _STAGED)
    return deed and (line[at].pos == "動詞" or at + 1 >= len(line) or line[at + 1].pos in {"動詞", "補助記号"})


def _dots(line: Sequence[Unit], at: int) -> bool:
    """True if the bracket is a term of what follows: 社長は「A」としていたB."""
    return at < len(line) and line[at].text not in {"。", "、", "が", "一方"}


def _suffers(line: Sequence[Unit], at: int) -> bool:
    """被告は「信頼を傷つけた」として会を[解雇され]ている: others said it."""
    verb = next((k for k in range(at, min(at + 14, len(line))) if line[k].pos == "動詞"), None)
    return verb is not None and any(unit.lemma in {"れる", "られる"} for unit in line[verb + 1 : verb + 2])
