"""Whose a sum or a sale is where nothing nearer told: 新たに対策費として1000万ドルを計上した, behind a sentence on オーストラリア.

`at_last` takes a reading, a value and what it measures. It takes those counted as topic (2社は「3億円は…」), what the sentence's money
lies in (この口座には2億円の出入金が), the topic of the sentence before, else whom the article is about. It leaves headlines, and
whoever only tells, judges or inquires.
"""

from __future__ import annotations

from jijitsu.extract.linking.owner.carried import is_sum
from jijitsu.extract.linking.owner.fining import ON_THE_BENCH
from jijitsu.extract.linking.owner.focus import led_by_headline
from jijitsu.extract.linking.owner.tellers import only_speaks
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY, MEDIA
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FAMILIES = frozenset({"financial", "delivery"})
_TYPES = frozenset({"person", "company", "product", "country", "other", "group"})
_COUNTED = regex(
    r"(?:^|[、。])(?:この|その|当該|問題の)?(?P<who>(?:[0-9]{1,3}|[二三四五])(?:人|社|作品|団体|チーム|店|校|カ国|か国|市|町|県|組))は、?"
)
_SEAT = frozenset({"には", "にも"})


def at_last(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return whose it may still be; () in a headline, and where the article speaks of nobody."""
    if measure.family not in _FAMILIES or reading.scene.sentence.role != "body":
        return ()
    return _counted(reading, value) or _seat(reading, value) or _before(reading) or _spoken(reading)


def _counted(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """2社は「2億円は借り受けたもの」と主張した, 2作品は合計6億クローネの価値がある."""
    found = _COUNTED.search(reading.folded, 0, value.start)
    return (Subject(found["who"], found["who"], None, "group"),) if found is not None else ()


def _seat(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """この口座には2億円の出入金があった: what the money goes in and out of."""
    seats = [
        p for p in phrases(reading.scene.sentence.text)
        if p.end <= value.start and p.particle in _SEAT and p.thing and len(p.text) > 1
        and not is_nobody(p.text) and not is_sum(p.text) and not only_speaks(p.text) and not _WHEN.search(p.text)
    ]  # fmt: skip
    return (Subject(seats[-1].text, seats[-1].text, None, "other"),) if seats else ()


_WHEN = regex(r"[年月日時期後前中間末]$")


def _before(reading: Reading) -> tuple[Subject, ...]:
    """隣国のオーストラリアでは感染を警戒している。新たに1000万ドルの予算を計上した: the topic of the sentence before."""
    if not reading.discourse.before:
        return ()
    scene, names = reading.discourse.before[-1]
    if scene.sentence.role != "body":
        return ()
    told = [c for c in names if _is_topic(c)]
    return told[-1].subjects[:1] if told else ()


def _is_topic(candidate: Candidate) -> bool:
    placed = candidate.type == "country" and candidate.particle == "では"
    topical = candidate.strength >= STRONG and candidate.particle in {"は", "も"}
    return (placed or topical) and candidate.type in _TYPES and _may_own(candidate.subjects[0])


def _spoken(reading: Reading) -> tuple[Subject, ...]:
    """Whom the article is about: who it set out with, the person it speaks of, what its headline names."""
    discourse = reading.discourse
    heads = [head for head in discourse.heads if head.type in _SURE_HEADS]
    for subject in (discourse.main, discourse.person, *heads):
        if subject is not None and subject.type in _TYPES and _may_own(subject):
            return (subject,)
    return (
        led_by_headline(reading)
        or tuple(head for head in discourse.heads if head.type == "country" and head.name != _HOME)[:1]
    )


_HOME = "日本"
"""Nearly every headline may name it, and few texts are of what it owns."""
_SURE_HEADS = frozenset({"person", "company"})


def _may_own(subject: Subject) -> bool:
    """False for the police and courts, for papers, and for who sits in court over others."""
    names = (subject.name, subject.text)
    return not any(
        AUTHORITY.search(name) or MEDIA.search(name) or ON_THE_BENCH.search(name) or tells_of_others(name)
        for name in names
    )
