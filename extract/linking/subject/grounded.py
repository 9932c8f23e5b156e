"""Topics whose figure stands behind a clause that tells only why: 食料品は恵方巻きが好調で1.1%増, 衣料品は寒波で冬物が動き、1.6%増.

`by_topic` drops from the topics of a sentence those that such a clause has of its own. `item` returns the topic that the sentence
gives a figure whose measure an earlier sentence named: 外需は5%増の20億円。中国が2割増えた。内需は1%増だった. Leaves clauses that
hold a figure (中国が2割増え、3億円になった) and topics that a measure follows (内需は受注額が3億円).
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.phrases import Phrase
from jijitsu.extract.regex import regex

_WHY = regex(
    r"(?:が|も)[^、。はがも0-9]{0,12}?"
    r"(?:(?:好調|不調|堅調|低調|低迷|不振|順調|旺盛|活発|人気|好評|一服|一巡|苦戦|不足|減少|増加|縮小|拡大|鈍化|停滞|進行|寄与|貢献|けん引|牽引|影響|奏功)"
    r"(?:(?:だった|な|となった|し(?:てい)?た)?(?:ことで|ことから|ため)|で|し(?:て)?|となり|が続き|から)、?"
    r"|(?:動い|伸び|増え|減っ|落ち込ん|進ん|続い|響い|効い|膨らん|かさん|広がっ|高まっ|戻っ|売れ|強まっ|弱まっ|遅れ|止まっ|下がっ|上がっ|出)[てで]、?"
    r"|(?:動き|伸び|増え|減り|落ち込み|進み|続き|響き|効き|膨らみ|かさみ|広がり|高まり|戻り|売れ|振るわず|伸びず|強まり|弱まり|遅れ|止まり|下がり|上がり|出て|当たり|(?:人気|話題|反響)を呼び|(?:若者|女性|学生|家族連れ|客|層)に受け|(?:高騰|高止まり|値[上下]がり|上昇|下落|低下|回復)し)(?:、|(?:約|およそ)?\Z))"
    r"(?:[^はがも「」。]{0,24}|[^はがも「」。、0-9]{2,10}が[^はがも「」。、]{0,16})"
)
"""What a clause says of its own noun, up to the figure."""


def by_topic(found: Sequence[Phrase], folded: str, until: int) -> list[Phrase]:
    """The topics of a sentence in front of a figure at `until`, without the noun of a clause that tells only why."""
    topics = list(found)
    while len(topics) > 1 and topics[-1].particle[:1] in {"が", "も"}:
        told = any(p.particle[:1] in {"は", "も"} for p in topics[:-1])
        if not told or not _WHY.fullmatch(folded, topics[-1].end, until):
            break
        topics.pop()
    return topics


def item(found: Sequence[Phrase], folded: str, until: int) -> Phrase | None:
    """The topic with は that nothing but such a clause parts from the figure at `until`."""
    topics = by_topic([p for p in found if p.end <= until and p.particle[:1] in {"は", "が", "も"}], folded, until)
    last = topics[-1] if topics else None
    if last is None or last.particle != "は":
        return None
    return last if _NEXT.fullmatch(folded, last.end, until) or _behind_a_reason(folded, last.end, until) else None


def tells_why(folded: str, start: int, until: int) -> bool:
    """True if what stands between a noun's end at `start` and the next topic tells only why: 弁当の販売[が伸び、]客数は4%増えた."""
    return _WHY.fullmatch(folded, start, until) is not None


_NEXT = regex(r"は、?[^、。はがも「」]{0,24}")


def _behind_a_reason(folded: str, start: int, until: int) -> bool:
    at = folded.rfind("が", start, until)
    return at > start and _WHY.fullmatch(folded, at, until) is not None
