"""Names whose clause is over before the figure's own begins, and so own nothing of it."""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def in_force(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Without who acts in a clause that is over: プーマは安踏が29%を取得し、株価は年初から13%上昇した."""
    folded = reading.folded
    names = tuple(c for c in names if not _ran_for_its_maker(c, value, names, folded))
    if measure.start < 0 and reading.discourse.company is not None:
        return tuple(c for c in names if not _helped(c, value, reading))
    topics = [c for c in names if c.particle == "は" and c.strength >= STRONG and c.end < measure.start]
    if topics and measure.start >= 0:
        # ルノーは、日産の業績が落ち込んだ影響で純利益が半減した
        names = tuple(
            c for c in names
            if c.start < topics[0].end or c.type != "company" or not _AFFECTED.match(folded, c.end, measure.start)
        )  # fmt: skip
    if measure.start < 0 or folded[measure.end : measure.end + 1] not in {"は", "も"}:
        return names
    firm = reading.discourse.company
    if not topics and firm is not None:
        return tuple(c for c in names if firm in c.subjects or not _ran(c, measure, folded))
    return tuple(
        c for c in names
        if not (c.particle == "が" and topics and topics[0].end < c.start and c.end < measure.start
                and (CLAUSE.search(folded, c.end, measure.start) or _RAN.match(folded, c.end)))
    )  # fmt: skip


def _ran_for_its_maker(candidate: Candidate, value: Value, names: tuple[Candidate, ...], folded: str) -> bool:
    """True for 「黒ラベル」 in サッポロビールも「黒ラベル」が堅調で0.8%増えた: it only tells why the firm's figure went so."""
    ran = (
        _RAN.match(folded, candidate.end + folded.startswith("」", candidate.end))
        if candidate.type == "product"
        else None
    )
    return (
        ran is not None
        and ran.end() <= value.start <= ran.end() + _NEAR
        and any(c.type == "company" and c.end < candidate.start and c.particle[:1] in {"は", "も"} for c in names)
    )


_NEAR = 8


def _helped(candidate: Candidate, value: Value, reading: Reading) -> bool:
    """True for who did well for a part that is the topic: 金融部門は楽天銀行などが伸び、21%増の206億円だった."""
    if candidate.type != "company" or candidate.end > value.start or reading.discourse.company in candidate.subjects:
        return False
    ran = _RAN_SO.match(reading.folded, candidate.end)
    parts = phrases(reading.scene.sentence.text) if ran is not None and ran.end() <= value.start else ()
    return any(p.particle[:1] == "は" and _PART.search(p.text) and p.end <= candidate.start for p in parts)


_PART = regex(r"(?:部門|事業|分野|セグメント|部)$")


def _ran(candidate: Candidate, measure: Measure, folded: str) -> bool:
    """True for what did well or badly in a clause that is over: スーパーのミナト屋が苦戦し、営業利益は; 「N7」が好調なため、"""
    if candidate.type not in {"company", "product"} or candidate.end > measure.start:
        return False
    ran = _RAN_SO.match(folded, candidate.end)
    caused = _CAUSED.match(folded, candidate.end, measure.start)
    return (ran is not None and ran.end() <= measure.start) or caused is not None


# 取引先のアップルが発注を減らしたため、売上高は: why, or in spite of what, it was so
_CAUSED = regex(
    r"」?(?:など)?が(?![^、。]{0,12}(?:発表|公表))[^。はも]{2,40}(?:ため|ので|こと(?:から|で|により|もあって?)|影響(?:で|により|もあって?)|おかげで|ものの|(?<=[たるいだ])が|(?<=[たるい])なか)、(?:[^、。はがもの]{1,10}(?:事業|部門|分野)の)?[^、。はがもの]{0,12}\Z"
)
_AFFECTED = regex(
    r"(?:の[^、。はがも]{1,12})?が(?![^、。]{0,12}(?:発表|公表))[^、。はがも]{2,24}(?:ため|影響(?:で|により|を受け)|こと(?:で|から|により)|あおりで)、?[^、。はがもの]{0,8}\Z"
)
_RAN_SO = regex(
    r"」?(?:など|事業)?(?:の[^、。はがも]{1,10})?が(?:好調|堅調|不振|低調|低迷|伸び|寄与|貢献|けん引|回復|落ち込|苦戦|改善|悪化)[^、。はが]{0,10}、"
)
# 伊藤忠はファミリーマートなどが好調で25年度の純利益は9000億円: what did well is no comma away from the firm's own figure.
_RAN = regex(
    r"(?:など|事業)?が(?:好調|堅調|不振|低調|低迷|伸び|寄与|貢献|けん引|回復|落ち込|苦戦|改善|拡大|増加|悪化)[^、。はが]{0,8}?[でしりてみ]"
)
