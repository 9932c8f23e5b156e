"""The topic of a figure's own sentence, where nobody knows its name and a firm of an earlier sentence would be taken.

東海ケミカルは3%高だった。ノードライトは逆に4.4%上げた: a word that no dictionary has stands as topic before what firms alone
do, so it is whose the figure is. A segment or a thing as topic (サブスクは2割増) is as good an answer as its firm. Leaves what only
moved the figure (インボイスが利益を3億円押し下げた), 同社 and nouns that measure (財政赤字は).
"""

from __future__ import annotations

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.entity.slots import compound, is_new
from jijitsu.extract.linking.entity.wordhood import needed
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import SETS_TARGET, is_broker, tells_of_others
from jijitsu.extract.linking.subject.topics import MEDIA, NO_FIRM
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FAMILIES = frozenset({"price", "financial", "delivery", "cap"})
_SAME = regex(r"同[社行店局園院館会]|当社|[両各]社|自社|会社は|同じ|うち|このうち")
_MOVES = regex(r"[はがも][^。]{0,40}?(?:押し[上下]げ|寄与|貢献|響[いきく]|重荷|追い風|足かせ|膨らま|圧迫|相殺)")
_PAST_A_CLAUSE = regex(
    r"が[^。]{0,60}?(?:伸び|増え|減り|落ち込み|好調|不調|堅調|低迷|膨らみ|かさみ|始まり|進み|続き)(?:で|し|、)"
)
_JOINS = regex(r"[はがも][^。、0-9]{0,16}(?:主導し|リードし|参加し|加わ|引き受け)")
"""ラウンドはみなとVCが主導し、評価額は12億円だ: who puts money in is not valued."""
_SURE = 3


def own_topic(reading: Reading, value: Value, measure: Measure, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The sentence's own topic instead of a single firm that the sentence does not name; else `owners`."""
    folded = reading.folded
    if (
        measure.family not in _FAMILIES
        or len(owners) != 1
        or owners[0].type != "company"
        or reading.scene.sentence.role != "body"
    ):
        return owners
    named = any(fold(name) in folded for name in (owners[0].text, owners[0].name))
    after = _in_a_row(reading, value)
    if not after and (named or _SAME.search(folded, 0, value.start)):
        return owners
    found = _topic(reading, value, measure, after)
    return (Subject(found.text, found.text, None, "company"),) if found is not None else owners


def _in_a_row(reading: Reading, value: Value) -> int:
    """Where the next of a row begins, each with its own change: ホクトが4%減、[ニコタマが7%減となった一方、]ラコリは5%増; else 0."""
    before = next((v for v in reversed(reading.values) if v.end <= value.start), None)
    return before.tail if before and _NEXT_OF_ROW.fullmatch(reading.folded, before.tail, value.start) else 0


_NEXT_OF_ROW = regex(
    r"(?:の?(?:増|減|高|安|プラス|マイナス|上昇|下落|低下|伸び)[^、。はがもを0-9]{0,10}|[^、。はがもを0-9]{1,8}(?:[しりえべち]|て|で|一方))、(?:一方(?:で)?、)?"
    r"[^、。はがもを0-9]{2,16}[はがも](?:同|前年?同?[期月]?比)?(?:約)?"
)


def _topic(reading: Reading, value: Value, measure: Measure, after: int) -> Phrase | None:
    folded, base = reading.folded, reading.scene.sentence.start
    known = [(m.start - base, m.end - base) for m in reading.scene.mentions if m.type in _KNOWN]
    for phrase in phrases(reading.scene.sentence.text):
        place = phrase.particle in {"では", "でも"} and measure.family == "financial"  # no market's price is at a firm
        told = place or phrase.particle[:1] in {"は", "が", "も"}
        if phrase.end >= value.start or not told or phrase.start < after:
            continue
        if any(start < phrase.end and phrase.start < end for start, end in known):
            continue
        if not phrase.thing or NO_FIRM.search(phrase.text) or MEDIA.search(phrase.text) or tells_of_others(phrase.text):
            continue
        if (
            SETS_TARGET.match(folded, phrase.end)
            or _MOVES.match(folded, phrase.end)
            or _JOINS.match(folded, phrase.end)
            or _PAST_A_CLAUSE.match(folded, phrase.end)
        ):
            continue
        if (needed(phrase.text) <= _SURE or is_new(phrase.text)) and _is_name(phrase.text):
            return phrase
    return None


def _is_name(text: str) -> bool:
    """True for words of which no dictionary has one, or has it as a name; not 資金繰り, インベブ側, nor a broker, who judges."""
    own = compound(text) or any(
        word.oov or ("固有名詞" in word.detail and "地名" not in word.detail) for word in tokens(text)
    )
    return own and not _NOBODYS.search(text) and not is_broker(text)


_NOBODYS = regex(
    r"(?:側|ら|勢|系|証|取引所|会議所)$|^(?:まとめ|調べ|集計|見立て)で?$|^(?:マザーズ|ジャスダック|ナスダック|IBES|ファクトセット|リフィニティブ|[A-Z]{2})$"
)


_KNOWN = frozenset([
    "company", "organisation", "person", "country", "date", "period", "duration", "measure", "index", "currency", "crypto", "commodity",
])  # fmt: skip
"""Words in them are read already, and whose the figure is was judged with them in view."""
