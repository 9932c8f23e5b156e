"""Words in 「」 without と behind them: 「…」(X), X氏は「…」。, 「…」などの書き込み, 「…」ことを明らかにした."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.brackets import concerning, ends_at, listed_at, on_occasion, topical_at
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.sentence.wording import strength
from jijitsu.extract.linking.speech.cues import Cue, cue_at, lexicon
from jijitsu.extract.linking.speech.direct import cue_after, direct
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.uttered import creed, uttered
from jijitsu.extract.regex import regex


def bare(folded: str, line: Sequence[Unit], at: int) -> Report | None:
    """「…」(X), 「…」などの書き込み, 「…」ことを明らかにした, 「…」オルティスはそう言って."""
    after = at + 1
    power = strength(folded[slice(*line[at].inner)])
    signed = after < len(line) and line[after].sort == "aside"
    if signed and (power != "weak" or (len(line[at].text) > 6 and _SIGNED.search(line[after].text) is not None)):
        behind = line[after + 1].text if after + 1 < len(line) else "。"
        if behind in _BEHIND or line[after + 1].pos in {"助詞", "助動詞"}:
            if behind in {"や", "に", "にて", "を", "の", "へ", "は", "が"}:
                return None  # 「どうにもとまらない」(山本さん)や「せんせい」: titles
            if behind != "と" or direct(folded, line, at, after + 1) is None:
                return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
            return None
    ends = after >= len(line) or line[after].text == "。"
    goes_on = after + 1 < len(line) and line[after].text == "、" and line[after + 1].text != "と"
    goes_on = goes_on and not _rules(line, after + 1)
    if power != "weak" and at and goes_on and _paired(line, at):
        return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
    if power != "weak" and at and topical_at(line, at) and (ends or goes_on):
        # 先行きについても「物価高が重しになる」。
        topical = ends and (concerning(line, at) or _TO_WHOM.search(folded, 0, line[at].start) is not None)
        return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True, topical=topical)
    if power == "strong" and ends and on_occasion(folded, line[at].start):
        return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)  # 社長は会見で「…」。
    if power != "weak" and ends and _ASKED.search(folded, 0, line[at].start):
        # 一番の思い出を聞かれると「母が泣いたこと」。
        return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True, topical=True)
    if power == "strong" and goes_on and at == 0 and (cue := _told_last(folded, line, after)):
        return Report(type="direct", said=(at,), stop=after, cue=cue, needs_speaker=True)
    listed = listed_at(line, at)
    quoted = next((unit.text for unit in line[after:] if unit.text not in {"など", "等", "、"}), "")
    quotative = quoted in {"と", "って"}
    if power != "weak" and not quotative and (held := uttered(line, listed, after) or creed(line, at)):
        return held
    firm = power != "weak" or (len(line[at].text) > _TERM and folded.startswith("を表明", line[at].end))
    if firm and (held := _professed(folded, line, at)):
        return held
    if folded.startswith(("ことを", "ことも", "旨を"), line[at].end) and power == "strong":
        cue, _ = cue_after(folded, line, at + 3)
        return Report(type="direct", said=(at,), stop=at + 1, cue=cue) if cue and not cue.passive else None
    for next_ in range(at + 1, min(at + 14, len(line))):
        if line[next_].text in {"そう", "こう"} and power != "weak":
            cue = next(
                (cue for k in range(next_ + 1, min(next_ + 4, len(line))) if (cue := cue_at(folded, line, k))), None
            )
            if cue:
                return Report(type="direct", said=(at,), stop=at + 1, cue=cue)
        if line[next_].text in {"と", "「", "。"} or line[next_].sort == "said":
            break
    return None


_TO_WHOM = regex(
    r"(?:(?<![看板紙書状帳幕旗碑壁])に(?:は|も)|に対して(?:は|も)|に対しても?は?|を(?:めぐって|巡って)(?:は|も))、?$"
)
"""被告に対しては「一生償ってほしい」。 後輩には「楽しんでほしい」。"""
_ASKED = regex(
    r"(?:(?:聞|訊)か|問わ|(?:尋|たず)ねら|振ら|向けら)れ(?:ると|て)?、?$|[をと](?:聞く|問う|(?:尋|たず)ねる)と、?$"
)
_SIGNED = regex(
    r"\([^()・]*(?:氏|さん|同|社長|会長|教授|部長|幹部|関係者|アナリスト|ストラテジスト|エコノミスト|監督|首相|知事|市長|議員|選手)\)$"
)
"""「世界最大のメーカー」([同氏])であることは確かだ."""
_BEHIND = frozenset(
    ["。", "、", "と", "ため", "こと", "もよう", "模様", "わけ", "ものの", "なか", "中", "計算", "状況", "格好"]
)
"""「需給は締まっている」(商社)[ため]だ."""


def _rules(line: Sequence[Unit], at: int) -> bool:
    """生徒らは「A」、「B」などといった[ルール]を決めていた: the list is of things, and nobody says them."""
    while at + 1 < len(line) and (line[at].sort == "said" or line[at].text == "、"):
        at += 1
    if line[at].text not in {"など", "等", "といった", "という"}:
        return False
    noun = next((unit for unit in line[at : at + 5] if unit.pos == "名詞"), None)
    return noun is not None and noun.text not in lexicon().nouns | lexicon().utterances | lexicon().views


def _paired(line: Sequence[Unit], at: int) -> bool:
    """Xさんは判決について「…」、Yさんは「…」と話した: both spoke."""
    later = next((k for k in range(at + 2, min(at + 14, len(line))) if line[k].sort == "said"), None)
    if later is None or line[later - 1].text not in {"は", "も"}:
        return False
    return later + 1 < len(line) and line[later + 1].text == "と"


def _told_last(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """「…」、同社の責任者は電話会議で語った: translated prose; nothing else is reported behind the words."""
    if any(unit.sort == "said" or unit.text in {"と", "って"} for unit in line[at:]):
        return None
    cues = [cue for k in range(at + 1, len(line)) if (cue := cue_at(folded, line, k))]
    last = cues[-1] if cues else None
    return last if last and last.sort == "say" and not last.passive and ends_at(line, last.end) else None


_TERM = 8
"""「加盟」を表明した: a term; 「強烈な不満と断固たる反対」を表明した: words."""
_PROFESSES = frozenset(["表明", "強調", "主張", "約束", "宣言", "明言", "誓う", "訴える", "公約", "言明", "断言"])


def _professed(folded: str, line: Sequence[Unit], at: int) -> Report | None:
    """「断固たる反対」を表明した."""
    cue = cue_at(folded, line, at + 2) if at + 2 < len(line) and line[at + 1].text == "を" else None
    if cue is None or cue.passive or cue.lemma not in _PROFESSES:
        return None
    return Report(type="direct", said=(at,), stop=at + 1, cue=cue, needs_speaker=len(line[at].text) <= _TERM)
