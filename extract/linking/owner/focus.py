"""Whom money goes on about where no firm is spoken of: whoever it was last, as long as the text has not left them.

`spoken_of` takes a reading, a measure and whom an omission was taken to mean. It keeps who stands in the sentence itself, was
the last topic, or stands in the headline; else it returns the name that became the topic since, () for nobody. It leaves who
only tells (統計を発表した省庁, 市長は…と述べた), papers, courts and judges, and things for lines that only their makers have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jijitsu.extract.fold import places_of
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nouns import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate, tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY, JUDGE, MEDIA
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_ACTS = frozenset({"は", "も", "が"})
_TOPICAL = frozenset({"は", "も", "では", "でも"})
_OWNERS = frozenset({"company", "person", "other", "country", "product", "group"})
_ANYBODYS = frozenset({"other", "cost", "funding", "debt", "loss", "cash", "net_worth"})
"""What a person may have, too."""
_NO_THINGS = frozenset({"loss"})
"""What a thing never has: only who makes it."""
_LATELY = 2
"""So many sentences a person stays whom the text speaks of."""
_SAYS = regex(
    r"(?:述べ|語っ|話し|答え|コメントし|説明し|指摘し|訴え|強調し|と発表し|と明らかにし)(?:た|ている|ていた|たという)。?$"
)
_REPORTS = regex(r"伝え|報じ|報道|よると|よれば")
_RELEASES = regex(r"(?:統計|調査|集計|公示|地価|価格|指数|速報|現在高|日程)[^。]{0,20}(?:発表|公表|まとめ|明らかに)")
_SAME_BODY = regex(r"同(?P<end>[省庁県市町村府都州局団会])(?=[はもがではに、])")


def of_sentence(reading: Reading, meant: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return `meant` if the sentence itself names it."""
    return meant if meant and _stands(meant[0], reading.folded) else ()


def spoken_of(reading: Reading, measure: Measure, meant: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return `meant` where the text still speaks of it, else the topic that took over, else ()."""
    discourse = reading.discourse
    if not meant or meant[0].type == "company":
        return meant
    last = next(_topics(discourse.before, discourse.main), None)
    if last is not None and _fits(last, measure):
        return (last,)
    stays = meant[0].type == "country" or _stands(meant[0], discourse.headline)
    stays = stays or (meant[0].type != "person" and _SAME.search(reading.folded) is not None)
    return meant if stays and _fits(meant[0], measure) else ()


# 同社は町に賃料を払い、売上高3200万円を目指す: who is meant has not changed.
_SAME = regex(r"同(?:社|店|館|園|校|院|会|施設|団体|機構|協会|法人|組合|事業)|会社側|会社によ")


def is_fresh(reading: Reading, subject: Subject) -> bool:
    """True if the text still speaks of them: named here, in the headline, as the last topic, or what it set out with."""
    discourse = reading.discourse
    if _stands(subject, reading.folded) or _stands(subject, discourse.headline):
        return True
    first = (*discourse.firms[:1], *filter(None, (discourse.main,)))
    if subject.type == "company" and any(subject.name == one.name for one in first):
        return True
    if any(subject.name == head.name for head in discourse.heads) or not discourse.headline:
        return True
    if subject.type == "person":
        return any(
            c.subjects[0].name == subject.name and not _SAYS.search(scene.sentence.folded)
            for scene, names in discourse.before[-_LATELY:] for c in names
        )  # fmt: skip
    last = next(_topics(discourse.before, discourse.main), None)
    return last is not None and last.name == subject.name


def _owns(subject: Subject, measure: Measure) -> bool:
    if subject.type not in _OWNERS or AUTHORITY.search(subject.name):
        return False
    return subject.type != "person" or measure.name in _ANYBODYS


def _fits(subject: Subject, measure: Measure) -> bool:
    """True if a figure of another sentence may be this one's."""
    thing = subject.type == "product" and not _HOUSE.search(subject.name)
    return _owns(subject, measure) and not (thing and measure.name in _NO_THINGS)


_HOUSE = regex(r"(?:[社店局会団院園所館]|放送|銀行|組合|法人|グループ)$")
"""Who is named in brackets and is no thing: 「みんなの新聞社」."""


def _stands(subject: Subject, folded: str) -> bool:
    """True if the name stands in a text, or its end (ばんえい記念 of 第46回ばんえい記念), and not as who tells it."""
    short = {subject.name[-_END:]} if subject.type == "product" and len(subject.name) > _END else set()
    return any(
        not _TELLS.match(folded, at + len(name))
        for name in {subject.name, subject.text} | short for at in places_of(name, folded)
    )  # fmt: skip


_END = 5


_TELLS = regex(r"(?:ニュース|新聞|通信|放送)?(?:の[^、。はが]{1,16})?(?:に(?:よる|よれ)|$)")


def _topics(before: Sequence[tuple[Scene, Sequence[Candidate]]], main: Subject | None) -> Iterator[Subject]:
    """The last name that was a topic; none if an ordinary noun took over behind it. 同省 is whom the article set out with."""
    for back, (scene, names) in enumerate(reversed(before)):
        if scene.sentence.role in {"furniture", "headline"}:
            continue
        folded = scene.sentence.folded
        found = [
            (c.start, c.subjects[0]) for c in names
            if _is_topic(c, folded) and (back < _LATELY or c.type != "person")
            and not (back and c.type == "country" and c.particle == "では")
        ]  # fmt: skip
        same = _SAME_BODY.search(folded)
        if same and main is not None and main.name.endswith(same["end"]):
            found.append((same.start(), main))
        if _in_a_row(names):
            found = [topic for topic in found if topic[1].type != "country"]
        if not found:
            continue
        start, last = max(found, key=lambda topic: topic[0])
        if not _left(scene.sentence.text, start):
            yield last
        return


def _in_a_row(names: Sequence[Candidate]) -> bool:
    """日本が2%増えた一方、中国は4%減った: partners told one by one, and the text is of none of them."""
    return len({s.name for c in names if c.type == "country" and c.particle in _ACTS for s in c.subjects}) > 1


def _left(text: str, start: int) -> bool:
    """True if a topic behind takes over: 厚労省は不適切だとしており、両病院は費用の返還を決めた."""
    return any(p.start > start and p.particle == "は" and p.thing and not is_nobody(p.text) for p in phrases(text))


def _is_topic(candidate: Candidate, folded: str) -> bool:
    """True for a name that its sentence speaks of; not for who only tells: papers, courts, surveyors, who says something."""
    name, sort = candidate.subjects[0].name, candidate.type
    particles = _TOPICAL if sort == "country" else _TOPICAL | _ACTS
    if not candidate.strength or sort not in _OWNERS or candidate.particle not in particles:
        return False
    if (
        AUTHORITY.search(name)
        or tells_of_others(name)
        or JUDGE.search(candidate.text + folded[candidate.end : candidate.end + 3])
    ):
        return False
    if MEDIA.search(name) and _REPORTS.search(folded, candidate.end):
        return False
    if sort == "person":
        return _SAYS.search(folded) is None
    return sort != "other" or _RELEASES.search(folded) is None


def led_by_headline(reading: Reading) -> tuple[Subject, ...]:
    """整備新幹線の未着工3区間、着工へ: the noun that the headline begins with, for sums that nothing else owns."""
    discourse = reading.discourse
    if discourse.company is not None or not discourse.headline:
        return ()
    found = [p for p in phrases(discourse.headline) if not _COUNTED_YEAR.search(discourse.headline[: p.start])]
    first = found[0] if found else None
    if (
        first is None
        or not first.thing
        or first.start > _LEADS
        or first.particle[:1] not in {"", "の", "は", "が", "も", "、"}
    ):
        return ()
    name = first.text
    land = any(name == head.text and head.type == "country" for head in discourse.heads)
    if land or is_nobody(name) or not _may_lead(name) or discourse.headline.startswith(("の中", "のため"), first.end):
        return ()
    name = _YEAR.sub("", name)
    return (Subject(name, name, None, "other"),)


_YEAR = regex(r"^年度?(?=..)")
_LEADS = 8
_COUNTED_YEAR = regex(r"[^0-9年月日度の]")
"""2013年度の地方競馬は: a year in front leads nothing."""


def _may_lead(name: str) -> bool:
    return not (MEDIA.search(name) or AUTHORITY.search(name) or tells_of_others(name) or _NO_LEAD.search(name))


_NO_LEAD = regex(
    r"^(?:訃報|速報|続報|特集)|(?:氏|さん|容疑者|被告|[県市区町村]|年度|事件|事故|[市区町村知長]選|選挙|コンペ)$|^[0-9年月日]+$"
)
