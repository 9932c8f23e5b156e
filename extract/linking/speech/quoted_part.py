"""Words in 「」 that are only the predicate of what is said: 早見氏は、需要は[「想定以上だ」]と説明した.

`part_of_clause` takes the units of a sentence and a report of words in 「」 and tells whether a topic of their own stands right in
front of them, behind the speaker's. The whole clause is then said, as one indirect quote (spec/claims.md, Fields/quote). It leaves
topics that may be the speaker (社長が「…」と述べた), those of time and occasion (当時は「…」と語った), and words that stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.words.titles import titles_known

_INNER = regex(
    r"(?<=[一-鿿ァ-ヺーA-Za-z)んら])は(?:、(?:[^、。「」]{1,16}で、)?(?P<topic>[^、。「」]{1,40}[^、。「」にでと])(?<!ついて)(?<!関して)(?<!めぐって)(?:は|が)"
    r"|(?P<bare>[^、。「」はもがにでと]{2,24})が)\Z"
)
# 当時は, 今後は, 会見の冒頭は: when and where it was said
_OCCASION = regex(
    r"(?:当時|当初|今回|今後|現在|これまで|その後|最近|昨年|今年|一方|実際|以前|従来|かつて|会見|取材|冒頭|最後|同日|実名|中|際|時|前|後|日|先|ところ|点|件|問題|理由|背景|原因|一部)\Z"
)
_REACH = 80


_GOES_ON = regex(
    r"、(?:[^。「」]{0,60}、)?(?P<topic>[^、。「」はがも]{1,24}[^、。「」はがもにでと])(?<!ついて)(?<!関して)(?<!めぐって)は\Z"
)
"""社長は「…」とし[、在庫も減り、下期は]「十分届く」と述べた: who speaks has been named, so the topic is what is spoken of."""


def part_of_clause(folded: str, line: Sequence[Unit], report: Report, told: Report | None = None) -> bool:
    """True for 需要は「想定以上だ」と説明した behind トヨタ自動車は、, and behind what was `told` before in the sentence."""
    if report.type != "direct" or len(report.said) != 1 or report.cue is None or report.received:
        return False
    said = report.said[0]
    if said < 2 or line[said - 1].text not in {"は", "が"} or line[said - 1].pos != "助詞":
        return False
    inner = _INNER.search(folded, max(0, line[said].start - _REACH), line[said].start)
    if inner is None and told is not None and told.cue is not None and told.end < said:
        inner = _GOES_ON.match(folded, line[told.end].start, line[said].start)
    if inner is None or _OCCASION.search(next(filter(None, inner.groups()))):
        return False
    head, known = line[said - 2], speakers_lexicon()
    speaks = head.text.endswith(
        (*known.humans, *known.titles, *known.bodies, *known.industries, *titles_known().firm_ends, *_PEOPLE)
    )
    return not speaks and "固有名詞" not in head.detail and not head.oov


def rest_of_clause(folded: str, line: Sequence[Unit], report: Report) -> bool:
    """個人消費の戻りは「まだら模様だ」と指摘した: what it is about is named right in front, and the words say how it is."""
    if report.type != "direct" or len(report.said) != 1 or report.cue is None or report.received:
        return False
    if report.cue.sort == "hold":
        return False  # 保有目的は「純投資」としている
    said = report.said[0]
    if said < 2 or line[said - 1].text not in {"は", "が"} or _OCCASION.search(folded[: line[said - 2].end]):
        return False
    last = tokens(folded[slice(*line[said].inner)].rstrip("。"))[-1:]
    return bool(last) and (
        last[0].pos in {"形容詞", "名詞", "形状詞", "接尾辞"} or last[0].text in {"だ", "です", "ない"}
    )


_PEOPLE = (
    "氏", "さん", "ら", "側", "人", "者", "社", "員", "党", "省", "庁", "国", "政府", "男", "女", "選手", "監督",
    "方", "審", "地裁", "高裁", "判決",
)  # fmt: skip
