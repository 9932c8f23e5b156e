"""Topics that speak though no list knows them: 大リーグのマリナーズは23日に…と発表した, ヴェルディでは…としている."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE, NEVER, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase
from jijitsu.extract.regex import regex

ANNOUNCED = frozenset(["発表", "公表", "表明", "述べる", "語る", "話す", "コメント", "明らかに", "発言"])


def announces(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """大リーグのマリナーズは23日に、…と発表した: the topic speaks, though no list knows it."""
    if phrase.rank != NEVER or not phrase.able or phrase.particle != "は" or phrase.first > 8:
        return False
    head, behind = line[phrase.last - 1].text, line[phrase.last + 1]
    dated = behind.text == "、" or behind.text[0].isdigit()
    if not line[phrase.last - 1].oov and not re.fullmatch("[ァ-ヴー]{4,}", head):
        # 富士見の里は8日、…と発表した; not 受注残は9月末で…
        named = any("固有名詞" in unit.detail for unit in line[phrase.first : phrase.last])
        named = named or re.fullmatch("[ァ-ヴー]{4,}", line[phrase.first].text) is not None  # ミナトガワ競馬は8日、
        dated = named and _DAY.match("".join(unit.text for unit in line[phrase.last + 1 : phrase.last + 9])) is not None
    return dated and report.cue is not None and report.cue.lemma in ANNOUNCED and head not in speakers_lexicon().texts


_DAY = regex(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:\([^()]{1,8}\))?、")


def outermost(line: Sequence[Unit], phrase: Phrase, candidates: Sequence[Phrase], report: Report) -> bool:
    """オアシスは、取締役会は株主を無視していると批判した: a katakana word set apart, and another topic within the words."""
    if phrase.particle != "は" or not phrase.able or line[phrase.last + 1].text != "、" or len(candidates) < 2:
        return False
    said = report.cue is not None and report.cue.sort == "say"
    return (
        said
        and candidates[1].particle == "は"
        and re.fullmatch("[ァ-ヴー]{3,}", line[phrase.last - 1].text) is not None
    )


def club(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """ヴェルディでは…としている, WFPでは: a name that no list knows opens the sentence, no place and no page."""
    head = line[phrase.last - 1]
    if phrase.rank == NEVER or (phrase.rank > MAYBE and not phrase.proper) or phrase.first > 2:
        return False
    if report.cue is None or report.cue.sort not in {"hold", "forecast"}:
        return False
    known = speakers_lexicon()
    written = re.fullmatch("[ァ-ヴー]{3,}|[A-Z][A-Za-z0-9&.-]+", head.text) is not None
    written = written and not head.text.endswith(("シェア", "ランキング", "ベース", "データ", "レポート"))
    return written and "地名" not in head.detail and not head.text.endswith((*known.occasions, *known.press))


def circle(line: Sequence[Unit], phrase: Phrase, candidates: Sequence[Phrase], report: Report) -> bool:
    """証券業界では、同社が黒字に転じたとみている: those of a trade opine, where no topic behind them may."""
    if phrase.first > 1 or report.cue is None or report.cue.sort not in {"hold", "forecast", "judge"}:
        return False
    if any(p.particle in {"は", "も"} and p.rank >= KNOWN for p in candidates):
        return False  # 自動車業界では、ホンダは増産に動くとみている
    return "".join(unit.text for unit in line[phrase.first : phrase.last]).endswith(("業界", "証券街"))


def mute(line: Sequence[Unit], phrase: Phrase, report: Report, named: Sequence[Phrase]) -> bool:
    """社長は…と話す一方、[法人向け市場]は弱いと述べた: a market may expect, it tells nothing; ミツバ総研は[国内市場]が広がるとみる: nor here."""
    text = "".join(unit.text for unit in line[phrase.first : phrase.last])
    if phrase.mention is not None or not text.endswith(("市場", "相場", "需要")):
        return False
    if len(text) > 2 and not text.startswith(_MONEYED):
        return True  # 半導体市場は8%伸びるとの見方を示した: what chips are sold in foresees nothing
    within = phrase.particle == "が" and any(p.particle == "は" and p.last < phrase.first for p in named)
    return within or (report.cue is not None and report.cue.lemma in ANNOUNCED)


_MONEYED = ("金融", "株式", "債券", "為替", "金利", "先物", "資本", "短期", "証券")
