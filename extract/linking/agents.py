"""Whose money it is that no known name owns: who acts in its clause (オーストラリア政府は74万ドルを出す, 女性は9000円を支払った)."""

from __future__ import annotations

import re

from jijitsu.extract.linking.modality import CLAUSE
from jijitsu.extract.linking.ranks import KNOWN, speakers_lexicon
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.speakers import Phrase, is_press, person_like, phrases, shown
from jijitsu.extract.linking.units import units
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject

# A court or the police order payments; they do not make them.
AUTHORITY = re.compile(
    r"裁判官|簡裁|区検|検事|最高検|家裁|地裁|高裁|最高裁|裁判所|裁判長|県警|府警|警視庁|警察|特捜部|地検|検察|国税局|公正取引委員会|監視委員会|税務署|捜査"
)
# Who judges others' money, and words that end like people: アナリストは33億ドルを見込んでいた, 逮捕容疑は.
_NOBODY = re.compile(
    r"アナリスト|エコノミスト|専門家|関係者|投資家|市場|業界|世論|報告書|判決|社説|(?:容疑|現場|声明|[0-9]人)$"
)
_SAME = re.compile(r"同[社行店校組]|会社|両[社行]")
_ACTS = frozenset({"は", "が", "も"})
# 男が盗んだ車の: が acts in a clause that ends at a noun before the figure.
_BROKEN = re.compile(
    r"(?:した|された|する|される|いる|った|んだ|れた|ある|なる|きた|いた|えた|ない)(?:という|との)?(?=[一-鿿ァ-ヶA-Z「]|こと|ため|とき|ところ)"
)


def agent_of(reading: Reading, value: Value, *, persons: bool) -> tuple[Subject, ...]:
    """Return who acts in the clause of the value by an ordinary noun, nobody who only tells or judges.

    `persons`: whether people may own it, and not only bodies.
    """
    scene, folded = reading.scene, reading.folded
    line = units(folded)
    tellers = {s.attribution.speaker for s in reading.speeches if s.span.holds(value.mention.span)}
    found: Phrase | None = None
    for phrase in phrases(scene, line):
        start, end = shown(scene, line, phrase)
        if end > value.start:
            break
        text = folded[start:end]
        if (
            phrase.rank >= KNOWN and phrase.particle in _ACTS and not is_press(text)
            and not AUTHORITY.search(text) and not _NOBODY.search(text)
            and not (phrase.particle == "が" and _closed(folded, end, value.start))
            and (persons or not person_like(scene, line, phrase)) and not (tellers and _is_one_of(text, tellers))
        ):  # fmt: skip
            found = phrase
    if found is None:
        return ()
    start, end = shown(scene, line, found)
    known = next((c for c in reading.names if c.end == end), None)
    written = scene.sentence.text[start:end]
    if known is None and _SAME.match(folded, start):
        return ()  # 同社 that nobody named is one firm through the whole text
    return known.subjects if known is not None else (Subject(written, written.rsplit("の", 1)[-1], None, "other"),)


def _closed(folded: str, start: int, end: int) -> bool:
    """True if the clause of a が before `start` ends before `end`."""
    return (_BROKEN.search(folded, start, end) or CLAUSE.search(folded, start, end)) is not None


def _is_one_of(text: str, tellers: set[str | None]) -> bool:
    return text in speakers_lexicon().back_person or any(teller and (teller in text or text in teller) for teller in tellers)
