"""Whose a figure is in a ranking or a list of names: 1位がカガリで、出荷は1460万台(シェア16.2%); 内訳はAndroidが79%、iOSが13%."""

from __future__ import annotations

from collections.abc import Mapping

from jijitsu.extract.linking.subject.charts import of_chart
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_LISTED = frozenset({"delivery", "quantity"})
_NAMED = frozenset({"company", "product", "country"})
_RANK = regex(r"(?:(?<![0-9.])[0-9]{1,2}位|首位|トップ)(?:は|が|も|には|となったのは)(?:[^、。はがも0-9]{1,8}の)?「?$")
_CLEFT = regex(r"」?(?:\([^()]{1,24}\))?で、[^、。「」0-9]{0,12}$")
_SHARE = regex(
    r"[^、。()0-9]{0,4}\((?:同|(?:世界|国内|市場)?(?:シェア|占有率|構成比|市場シェア)(?:は|が)?)(?:約|およそ)?"
)
_PLACED = regex(
    r"(?:(?<![0-9])[0-9]{1,2}位|首位|トップ)(?:は|が)[^、。「」『』はが0-9]{0,16}[「『](?P<who>[^「」『』]{1,30})[」』](?:\([^()]{1,24}\))?で、?(?:約|推定)?$"
)
"""2位は前週首位の「クイーンズ」で2450万ドルだった: of the work that has the place."""
_LATIN = regex(
    r"(?<![A-Za-z0-9一-鿿ァ-ヺー])(?P<who>[A-Za-z][A-Za-z0-9][A-Za-z0-9 .+/&'-]{0,30}?)」?(?:\([^()]{1,20}\))?(?:は|が|も)(?:、|約|およそ|累計で?|合計で?|計)*$"
)
_WORDS = frozenset({"EV", "SUV", "PC", "HV", "PHV", "PHEV", "FCV", "BEV", "HEV", "TV", "DVD", "CD", "AI", "GPU", "CPU"})


def listed(
    reading: Reading, at: int, measure: Measure, before: Mapping[str, tuple[Subject, ...]]
) -> tuple[Subject, ...]:
    """Whose value number `at` is in a ranking, () if it is none. `before`: under "(" whose the value before it is."""
    value = reading.values[at]
    if measure.family != "price" and (next_ones := _follower(reading, value)):
        return next_ones
    if measure.family == "financial" and (placed := _PLACED.search(reading.folded, 0, value.start)) is not None:
        who = reading.scene.sentence.text[slice(*placed.span("who"))]
        return (Subject(who, who, None, "product"),)
    if measure.family not in _LISTED:
        return ()
    if measure.family == "delivery" and reading.discourse.charts and (work := of_chart(reading, value)):
        return work
    if at and value.mention.type == "percent" and _SHARE.fullmatch(
        reading.folded, reading.values[at - 1].end, value.start
    ):  # fmt: skip
        return before.get("(", ())
    if at and measure.family == "delivery" and value.mention.type == "count" and (other := _beside(reading, at)):
        return other
    own = measure.family == "delivery" or "シェア" in measure.name
    return (_ranked(reading, value) if own else ()) or _latin(reading, value, measure)


def _follower(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """宝塚市が256億円で首位、白糠町の211億円、泉佐野市の181億円が続いた: each of those who follow the first."""
    who = _OF_WHOM.search(reading.folded, max(0, value.start - 24), value.start)
    if who is None or not _FOLLOWS.match(reading.folded, value.tail):
        return ()
    known = next((c for c in reading.names if c.start <= who.start("who") and c.end == who.end("who")), None)
    written = reading.scene.sentence.text[slice(*who.span("who"))]
    return known.subjects[:1] if known is not None else (Subject(written, written, None, "other"),)


_OF_WHOM = regex(
    r"(?:[、と]|(?<=で)|(?<=、次いで))(?P<who>(?!次いで|続いて|[0-9]|前[年月期])[^、。はがもをの0-9「」と]{2,16})の(?:約|同)?$"
)
_FOLLOWS = regex(
    r"(?:[、と](?:次いで)?[^、。はがもをの0-9「」]{2,16}の(?:約|同)?[0-9][0-9.,兆億万千]{0,16}[^、。はがも0-9]{1,4}){0,5}(?:などが?|が|と)(?:これに|それに)?、?続(?:い|く|き)"
)


def _beside(reading: Reading, at: int) -> tuple[Subject, ...]:
    """BMWの612台に対しロンドラは201台: the next of a row by a name that nobody knows, not the one before again."""
    value = reading.values[at]
    found = _ANOTHER.search(reading.folded, reading.values[at - 1].tail, value.start)
    if found is None or any(c.start < found.end("who") and found.start("who") < c.end for c in reading.names):
        return ()
    if not any(c.type == "company" and c.end <= found.start() for c in reading.names):
        return ()
    who = reading.scene.sentence.text[slice(*found.span("who"))]
    return (Subject(who, who, None, "other"),)


_ANOTHER = regex(
    r"(?:に対し(?:て)?、?|(?:で|だが|一方|[増減])、)(?P<who>[ァ-ヺ][ァ-ヺー・]{2,19})(?:\([^()0-9]{1,16}\))?[はがも](?:約)?$"
)


def _ranked(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """1位がカガリで、出荷台数は1460万台: of the one that has the rank."""
    if "位" not in reading.folded and "トップ" not in reading.folded:
        return ()
    names = [c for c in reading.names if c.end <= value.start and c.type in _NAMED]
    return next(
        (
            c.subjects for c in reversed(names)
            if _CLEFT.fullmatch(reading.folded, c.end, value.start) and _RANK.search(reading.folded, max(0, c.start - 20), c.start)
        ),
        (),
    )  # fmt: skip


def _latin(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Xbox Series Xは1200万台, 内訳はAndroidが79%: a name in Latin letters that nobody knows, right in front."""
    found = _LATIN.search(reading.folded, max(0, value.start - 56), value.start)
    if found is None or value.mention.type not in {"count", "percent"}:
        return ()
    start, end = found.span("who")
    if found["who"] in _WORDS or any(c.start < end and start < c.end for c in reading.names):
        return ()
    if measure.family == "quantity" and not (
        any(s.islower() for s in found["who"]) and value.mention.type == "percent"
    ):
        return ()  # GDPは3%増, CPUは3GHz: what is measured
    who = reading.scene.sentence.text[start:end]
    return (Subject(who, who, None, "product"),)
