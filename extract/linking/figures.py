"""Scenes in, figures out: each value with its measure, subject, direction, basis, time and modality.

The reading goes through the article in order and hands on the discourse: whom the text speaks of, what was measured last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from jijitsu.extract.linking.bases import basis_for
from jijitsu.extract.linking.directions import DOWN, LEVEL, Course, course_of, turns_of
from jijitsu.extract.linking.discourse import Discourse, Frame, resolve_names, start_of
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.marks import mark_of
from jijitsu.extract.linking.measures import PROFITS, Measure, fits, measure_of, measures_of, plausible
from jijitsu.extract.linking.modality import CLAUSE, Hedge, hedges_of, modality_of
from jijitsu.extract.linking.owners import bound_owner, goods_owner, measured_owner, named_owner, omitted_owner, payee_of, phrase_owner, place_owner, topic_owner, types_of, weak_owner, whole_noun
from jijitsu.extract.linking.subjects import NAME_TYPES, STRONG, Candidate, candidates
from jijitsu.extract.linking.thresholds import threshold_of
from jijitsu.extract.linking.times import Family, Times, time_for
from jijitsu.extract.linking.values import Value, values_of
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Mark, Modality, Subject
from jijitsu.schemas.mention import Amount
from jijitsu.schemas.tree import Tree


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence laid open: what the questions about its values are asked of."""

    scene: Scene
    folded: str
    values: tuple[Value, ...]
    measures: tuple[Measure, ...]
    names: tuple[Candidate, ...]
    discourse: Discourse
    speeches: tuple[Speech, ...]
    tree: Tree | None


def figures(
    story: Story, speeches: Sequence[Speech], times: Times, trees: Mapping[int, Tree]
) -> tuple[Figure, ...]:
    """Return the figures of an article in order of their values. `trees`: those sentences' that were parsed, by index."""
    found: list[Figure] = []
    discourse = start_of(story)
    for scene in story.scenes:
        if scene.sentence.role == "furniture":
            continue
        measures = measures_of(scene)
        names = candidates(scene, resolve_names(scene, discourse, speeches), measures)
        reading = Reading(
            scene=scene, folded=scene.sentence.folded, values=values_of(scene), measures=measures, names=names,
            discourse=discourse, speeches=tuple(s for s in speeches if s.sentence == scene.sentence.index), tree=trees.get(scene.sentence.index),
        )  # fmt: skip
        read = tuple(_read(story, reading, speeches, times))
        found.extend(read)
        discourse = discourse.after(scene, names, read)
    return tuple(found)


def _read(story: Story, reading: Reading, speeches: Sequence[Speech], times: Times) -> Iterable[Figure]:
    folded = reading.folded
    turns = turns_of(reading.scene.mentions, reading.scene.sentence.start)
    names = [m.span for m in reading.scene.mentions if m.type in NAME_TYPES]
    base = reading.scene.sentence.start
    hedges = tuple(
        hedge for hedge in hedges_of(folded)
        if not any(span.start <= base + hedge.start and base + hedge.end <= span.end for span in names)
    )  # 計画 in 良品計画 is no plan
    said: Measure | None = None
    floor = 0
    for at, value in enumerate(reading.values):
        course = LEVEL if value.mention.type == "number" else course_of(at, reading.values, turns, folded)
        measure = _measure(reading, at, course, said)
        subjects = _owners(reading, at, measure, course) if measure else ()
        measure = _refined(reading, measure, subjects, value) if measure else None
        if measure is None or (measure.family == "quantity" and _idle(reading, value)):
            continue
        said = measure
        if measure.name == "loss" and course.turn is not None and folded.startswith("失", course.turn.start):
            course = LEVEL
        if measure.name == "net_worth" and folded.startswith("の損失", value.tail):
            course = DOWN
        change = course is not LEVEL
        mark = _mark(reading, at, floor, measure) if measure.family == "price" and not change else None
        floor = floor if change else value.tail
        speech = next((s for s in speeches if s.span.holds(value.mention.span)), None)
        place = reading.scene.sentence.index, value.mention.start, value.mention.end
        time, period = time_for(times, *place, _time_family(measure, mark))
        for subject in subjects or (None,):
            yield Figure(
                mention=value.mention, amount=_amount(reading, value, measure, course), sentence=reading.scene.sentence.index,
                family=measure.family, measure=measure.name, subject=subject, direction=course.direction, change=change,
                negative=not change and _loss(reading, at, measure) and (subject is None or subject.type != "country"), basis=basis_for(story, *place) if change else None, equivalent=value.equivalent, mark=mark, time=time,
                period=period, modality=_modality(value, folded, hedges, speech, reading, mark, measure),
                attribution=speech.attribution if speech else None,
            )  # fmt: skip


def _idle(reading: Reading, value: Value) -> bool:
    """True for a count that says nothing new: of what was just listed, of a label, or asked of the reader."""
    folded = reading.folded
    if _LABEL.search(value.amount.unit) or _ASKED.search(folded):
        return True
    if value.mention.type == "percent" and (folded[: value.start].endswith("最後の") or _RHETORIC.match(folded, value.tail)):
        return True
    if value.amount.unit in {"社", "行", "紙"} and value.amount.amount < 10 and value.amount.relation == "eq":
        if _BACK.search(folded[: value.start]) and _BACK_BEHIND.match(folded, value.tail):
            return True
    if value.amount.unit in {"人", "名"} and value.amount.amount < 5 and folded.startswith(("は", "とも"), value.tail):
        if _BACK.search(folded[: value.start]):
            return True
    listed = any(len(c.subjects) > 1 and folded[c.end : value.start] in {"の", "、"} for c in reading.names)
    return listed and value.amount.unit in _LISTED


def _measure(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    """What value number `at` measures: its own sentence's word, the sort of its direction, or what was measured last."""
    value, discourse = reading.values[at], reading.discourse
    limit = reading.values[at + 1].start if at + 1 < len(reading.values) else len(reading.folded)
    if value.companion and said is not None:
        return said
    floor = reading.values[at - 1].end if at else 0
    if value.mention.type == "money" and (loss := _lost(reading, at, course)) is not None:
        return loss
    found = measure_of(value, floor, limit, reading.measures, course, reading.folded)
    if value.mention.type == "money" and (found is None or found.name in {"commodity", "cash"}):
        if _PER_SHARE.search(reading.folded[max(0, value.start - 14) : value.start]):
            return Measure("price", "share_price")
    if found is not None and found.family in {"price", "delivery"} and _compared(reading, found, value, course):
        return Measure("quantity", "差")
    if found is not None and found.family == "financial" and found.name == "other" and not found.ratio:
        found = _line_before(reading, found)
    if found is not None and found.family == "delivery" and _IN_USE.search(reading.folded[: value.start]):
        return Measure("quantity", _noun(reading, value))
    if found is not None:
        return Measure("price", "price") if _overtaken(reading, found, floor, value) else found
    if value.mention.type == "money" and _UNIT_PRICE.search(reading.folded[max(0, value.start - 12) : value.start]):
        return Measure("price", "commodity")
    if value.mention.type == "money" and _FIELD.search(reading.folded[: value.start]):
        return Measure("financial", "other")
    if (shared := _shared_measure(reading, at, course)) is not None:
        return shared
    if said is not None and fits(said, value, course) and _goes_on(said, value, reading, at) and (said.name != "commodity" or _another(reading, at)):
        return said
    if course.turn is not None and _REPRICED.match(reading.folded, course.turn.start):
        return Measure("price", "commodity")
    nearest = next((c for c in reversed(reading.names) if c.end <= value.start and c.strength >= STRONG), None)
    if course.of == "fx":
        return Measure("price", "fx_rate")
    if course.of == "price" and plausible(_PRICE, value) and value.mention.type in {"money", "percent", "points"}:
        return Measure("price", "price")
    if nearest is not None and nearest.type in _PRICED and value.mention.type in {"money", "percent", "points", "number"}:
        if value.mention.type == "money" and not plausible(_PRICE, value):
            return Measure("cap", "market_cap")  # 暗号資産全体では4兆1700億ドル
        return Measure("price", "price")
    if nearest is not None and nearest.type in _PRICED | {"company"} and course is LEVEL and value.mention.type == "money":
        if _QUOTED.match(reading.folded, value.tail):
            return Measure("price", "price")
    if value.mention.type == "money" and _DEAL.match(reading.folded, value.tail):
        return Measure("financial", "other")
    if value.mention.type == "money" and _MADE.match(reading.folded, value.tail):
        return Measure("financial", "cost")
    core_first = sorted(reversed(discourse.frames), key=_rank_of(value, course, reading.folded))
    for frame in core_first if nearest is not None else reversed(discourse.frames):
        last = Measure(frame.family, frame.measure)
        if not fits(last, value, course) or (last.name == "commodity" and (nearest is not None or not _near(value, discourse))):
            continue
        if nearest is not None and frame.measure in _OF_OWNER:
            last = Measure("price", "price")
        if frame.family == "quantity":
            if value.amount.unit in frame.units and value.mention.type != "money":
                own = bound_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
                return Measure("quantity", own[0].text) if own else last
        elif _like(value, frame) or (course is not LEVEL and value.mention.type in {"percent", "multiple"}):
            return last
    if nearest is not None and nearest.type == "company" and course.of == "any" and course is not LEVEL:
        if value.mention.type == "percent":
            return Measure("price", "price")
    return _by_unit(reading, value)


def _rank_of(value: Value, course: Course, folded: str) -> Callable[[Frame], int]:
    """Frames of counts come last; a percentage that fell or rose is sooner said of a price than of a market value."""
    moved = value.mention.type == "percent" and course.of == "any"
    slid = course.turn is not None and _SLIDES.match(folded, course.turn.start) is not None

    def rank(frame: Frame) -> int:
        if frame.family == "quantity":
            return 2
        return 1 if moved and (frame.family == "cap" or (slid and frame.family != "price")) else 0

    return rank


def _like(value: Value, frame: Frame) -> bool:
    """True if the value's unit was used of this measure; money is money in whatever currency."""
    return value.amount.unit in frame.units or (value.mention.type == "money" and any(len(u) == 3 and u.isupper() for u in frame.units))


def _near(value: Value, discourse: Discourse) -> bool:
    """True if a price of goods said before lies near this one: 4196円, then 3540円, but not a jackpot of 2億円."""
    if value.mention.type != "money":
        return True
    amount = abs(value.amount.amount)
    return any(unit == value.amount.unit and level / 5 < amount < level * 5 for _, level, unit in discourse.levels)


def _goes_on(said: Measure, value: Value, reading: Reading, at: int) -> bool:
    """True if what the value before measures can be said of this one too; a count of people says nothing of money."""
    return said.family != "quantity" or value.amount.unit == reading.values[at - 1].amount.unit or value.mention.type in {"percent", "multiple", "points"}


def _compared(reading: Reading, found: Measure, value: Value, course: Course) -> bool:
    """終値より14万円高い: how far two things lie apart is no move; 前日より14万円高い is one."""
    if reading.folded.startswith(("引き離", "を引き離", "の差", "差を"), value.tail):
        return True
    if course.turn is None:
        return False
    if found.family == "price" and reading.folded.startswith(("上回", "下回"), course.turn.start) and value.mention.type in {"percent", "money"}:
        return True
    if not reading.folded[: value.start].endswith(("より", "よりも")):
        return False
    base = reading.scene.sentence.start
    return not any(value.start - 12 <= m.start - base < value.start for m in reading.scene.of("basis", "date"))


def _line_before(reading: Reading, found: Measure) -> Measure:
    """農薬は9%の増益: the profit line that the sentences before speak of."""
    if not _VAGUE_LINE.fullmatch(reading.folded, found.start, found.end):
        return found
    lines = (frame for frame in reversed(reading.discourse.frames) if frame.measure in PROFITS)
    line = next(lines, None)
    return msgspec.structs.replace(found, name=line.measure) if line else found


def _overtaken(reading: Reading, found: Measure, floor: int, value: Value) -> bool:
    """True if an index or coin has been named since the measure word: 市場価値は87兆円失われ、ナスダックも5%下落."""
    return found.end <= floor and any(
        c.type in _PRICED and c.strength >= STRONG and floor <= c.start and c.end <= value.start for c in reading.names
    )


def _shared_measure(reading: Reading, at: int, course: Course) -> Measure | None:
    """A本体は2000億円、Bも1200億円を出資する: the act behind the last of a row is said of all."""
    if at + 1 >= len(reading.values):
        return None
    value, following = reading.values[at], reading.values[at + 1]
    gap = reading.folded[value.tail : following.start]
    if value.mention.type != following.mention.type or not _ROW.fullmatch(gap):
        return None
    limit = reading.values[at + 2].start if at + 2 < len(reading.values) else len(reading.folded)
    measure = measure_of(following, value.end, limit, reading.measures, course, reading.folded)
    return measure if measure is not None and measure.start >= following.end else None


def _lost(reading: Reading, at: int, course: Course) -> Measure | None:
    """関税だけで620億円を失う: money lost that is nobody's market value or fortune."""
    if course.turn is None or not reading.folded.startswith("失", course.turn.start):
        return None
    nouns = {measure.family for measure in reading.measures} | {frame.family for frame in reading.discourse.frames}
    wealth = any(measure.name == "net_worth" for measure in reading.measures)
    return None if "cap" in nouns or wealth else Measure("financial", "loss")


def _another(reading: Reading, at: int) -> bool:
    """True if this price stands in a row with the one before it; a total (総計95億円) does not."""
    before = reading.values[at - 1]
    between = reading.folded[before.tail : reading.values[at].start]
    if re.search(r"[上下]が", reading.folded[reading.values[at].tail :][:4]):
        return True
    near = before.amount.amount and Decimal("0.01") < reading.values[at].amount.amount / before.amount.amount < 100
    return bool(near) and not re.search(r"計|総額|合わせ", between)


def _by_unit(reading: Reading, value: Value) -> Measure | None:
    """What a value can only be, told by its unit alone."""
    sort = value.mention.type
    if sort == "money":
        before = reading.folded[max(0, value.start - 12) : value.start]
        if _UNIT_PRICE.search(before):
            return Measure("price", "commodity")
        return Measure("financial", "other")
    if sort == "number":
        return Measure("quantity", "") if _COUNTED.search(reading.folded[: value.start]) else None
    return Measure("quantity", _noun(reading, value))


def _noun(reading: Reading, value: Value) -> str:
    """The head noun of a quantity, as written."""
    owner = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
    if owner:
        return owner[0].text
    if value.mention.type in {"percent", "multiple", "points"}:
        return "割合"
    return {"人": "人数", "名": "人数", "社": "社数", "件": "件数"}.get(value.amount.unit, value.amount.unit or "数")


def _owners(reading: Reading, at: int, measure: Measure, course: Course) -> tuple[Subject, ...]:
    value, text = reading.values[at], reading.scene.sentence.text
    if course.of == "fx":
        return (_YEN,)
    told = _teller(reading, value)
    names = tuple(c for c in reading.names if told is None or c.type != "other" or c.subjects[0].name != told)
    if measure.family == "quantity" and (place := place_owner(value, text, reading.folded)):
        return place
    if measure.family in {"cap", "financial", "delivery"} and (whole := _collective(reading, measure, value)):
        return whole
    if reading.folded[measure.start : measure.end] in _FUNDS and reading.discourse.product is not None:
        return (reading.discourse.product,)
    if measure.family == "financial":
        if payee := payee_of(value, names, reading.folded):
            return payee
        names = tuple(c for c in names if not _AUTHORITY.search(c.subjects[0].name))
    named = named_owner(at, reading.values, names, types_of(measure, reading.discourse), course, reading.folded, reading.tree)
    if named:
        return named
    if measure.family == "quantity":
        if measure.name in _MARKET and reading.discourse.market is not None:
            return (reading.discourse.market,)
        if phrase := bound_owner(value, text, reading.folded, reading.measures):
            return phrase
        if measure.name in _FUNDS and reading.discourse.product is not None:
            return (reading.discourse.product,)
        if not reading.discourse.company and measure.start >= 0 and (noun := whole_noun(measure, value, text, reading.measures)):
            return noun
        if not reading.discourse.company and (phrase := phrase_owner(value, text, reading.folded, reading.measures)):
            return phrase
    if measure.name == "commodity" and (goods := weak_owner(value, reading.names, frozenset({"commodity"}))):
        return goods
    if measure.name == "commodity" and measure.start < 0 and reading.discourse.price is not None:
        if reading.discourse.price.type in {"commodity", "product"}:
            return (reading.discourse.price,)
    if measure.name == "commodity" and (phrase := goods_owner(value, measure, text, reading.folded, reading.measures)):
        return phrase
    if measure.name == "fx_rate":
        unit = _CURRENCY.sub("", value.mention.text)
        return (_YEN,) if value.amount.unit == "JPY" or not unit else (Subject(unit, unit, None, "currency"),)
    if measure.start >= 0 and _NATIONAL.search(reading.folded[measure.start : measure.end]):
        lands = [c for c in reading.names if c.type == "country" and c.particle != "に" and c.end <= value.start]
        return lands[-1].subjects[:1] if len(lands) == 1 else (_JAPAN,)
    if measure.family == "quantity" and measure.start >= 0 and _SURVEY.search(reading.folded[: value.start]):
        if noun := whole_noun(measure, value, text, reading.measures):
            return noun
    if measure.family in {"delivery", "financial", "quantity"} and _SURVEY.search(reading.folded[: value.start]):
        if phrase := measured_owner(measure, text, reading.folded) or topic_owner(value, text, reading.measures):
            return phrase
    if measure.family == "delivery" and reading.discourse.field is not None:
        return topic_owner(value, text, reading.measures) or (reading.discourse.field,)
    return (
        omitted_owner(value, measure, reading.discourse)
        or weak_owner(value, reading.names, types_of(measure, reading.discourse))
        or (measured_owner(measure, text, reading.folded) if measure.family == "delivery" else ())
        or (phrase_owner(value, text, reading.folded, reading.measures) if measure.family in {"delivery", "quantity", "financial", "cap"} else ())
    )


def _collective(reading: Reading, measure: Measure, value: Value) -> tuple[Subject, ...]:
    """A figure of a whole field or of several firms together: 業界全体の設備投資, 3社合算の時価総額."""
    text, folded = reading.scene.sentence.text, reading.folded
    if match := _TOGETHER.search(folded, max(0, value.start - 40), value.start):
        return (Subject(text[match.start() : match.end("firms")], match.group("firms"), None, "group"),)
    if _FIELD.search(folded[: value.start]):
        return topic_owner(value, text, reading.measures)
    owner = measured_owner(measure, text, folded) if measure.family != "delivery" else ()
    return owner if owner and _WHOLE.search(owner[0].name) else ()


def _teller(reading: Reading, value: Value) -> str | None:
    """Who says the clause that the value stands in: a public body that tells a figure is not whose it is."""
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    return speech.attribution.speaker if speech else None


def _refined(reading: Reading, measure: Measure, subjects: Sequence[Subject], value: Value) -> Measure | None:
    """The price of what: told by whose it is. A price of nothing is none."""
    if measure.family == "cap" and reading.folded.startswith("価値", max(0, measure.start)):
        firm = subjects and subjects[0].type in {"company", "crypto", "index", "group"}
        return measure if firm else msgspec.structs.replace(measure, family="financial", name="other")
    if measure.name in {"cash", "net_worth"}:
        firm = bool(subjects) and subjects[0].type in {"company", "product"}
        # Cash is a firm's at hand, a fortune a person's: money that somebody handed over is neither.
        return measure if firm == (measure.name == "cash") else msgspec.structs.replace(measure, name="other")
    if measure.name == "commodity" and subjects and subjects[0].type == "crypto":
        return msgspec.structs.replace(measure, name="crypto")
    if measure.family != "price" or measure.name in {"commodity", "fx_rate", "yield"}:
        return measure
    kind = subjects[0].type if subjects else None
    name = {"company": "share_price", "product": "share_price", "index": "index", "crypto": "crypto",
            "currency": "fx_rate", "commodity": "commodity"}.get(kind or "", measure.name)  # fmt: skip
    if kind == "other":
        name = "yield" if subjects[0].name.endswith(("利回り", "金利")) else "share_price"
    if name == "share_price" and measure.start < 0 and _GOODS.search(reading.folded) and not _STOCKS.search(reading.folded):
        name = "commodity"  # たばこ300円から330円に: what a firm charges is not what it costs
    if name == "index" and _SENTIMENT.search(subjects[0].name):
        return Measure("quantity", subjects[0].name)
    if name == "price" or (value.mention.type == "number" and name != "index"):
        return None
    return msgspec.structs.replace(measure, name=name)


def _amount(reading: Reading, value: Value, measure: Measure, course: Course) -> Amount:
    folded, amount = reading.folded, value.amount
    relation = amount.relation
    if course.turn is None or folded[course.turn.start : course.turn.end] not in {"上回", "下回"}:
        named = any(c.particle == "の" and c.end + 1 == value.start for c in reading.names)
        relation = threshold_of(folded, value.start, value.tail, relation, named=named)
    unit = amount.unit
    if unit == "points" and measure.name != "index":
        unit = "percentage_point"
    if value.mention.type == "number":
        unit = "points" if measure.name == "index" else _bare_unit(reading, value, measure)
    return msgspec.structs.replace(amount, relation=relation, unit=unit)


def _bare_unit(reading: Reading, value: Value, measure: Measure) -> str:
    """値上がり銘柄数は912: the unit of a bare number is the counter in its noun; an index of sentiment counts points."""
    before = reading.folded[max(0, value.start - 24) : value.start]
    if measure.name.endswith("指数") or re.search(r"指数[^、。]{0,14}$", before):
        return "points"
    if re.search(r"(?:値上がり|値下がり|変わらず|横ばい)(?:は|が)?$", before):
        return "銘柄"
    return "銘柄" if "銘柄" in reading.folded or measure.name in _MARKET else ""


def _loss(reading: Reading, at: int, measure: Measure) -> bool:
    """True for a loss in a profit line: 営業赤字1800億円, 85億円の赤字. A state's deficit stays positive."""
    if measure.name not in PROFITS | {"other"}:
        return False
    value, folded = reading.values[at], reading.folded
    before = folded[reading.values[at - 1].tail if at else 0 : value.start]
    if _DEFICIT_OF_STATE.search(before) or folded.startswith(("の黒字", "の利益"), value.tail):
        return False
    if measure.start >= 0 and _LOSS_LINE.search(folded[measure.start : measure.end]):
        return True
    return bool(_LOSS_BEHIND.match(folded, value.tail)) or bool(_LOSS_BEFORE.search(before))


def _time_family(measure: Measure, mark: Mark | None) -> Family:
    """Which rules of time a measure goes by: turnover and fortunes by the market's day, prices of goods by their own."""
    if mark == "target":
        return "target"
    if measure.name in _MARKET:
        return "market"
    if measure.name == "net_worth":
        return "cap"
    if measure.name == "commodity":
        return "quantity"
    return _FAMILIES[measure.family]


def _mark(reading: Reading, at: int, floor: int, measure: Measure) -> Mark | None:
    """The mark said by the words from the level before (at `floor`) to the value behind, as far as the clause goes."""
    value, folded = reading.values[at], reading.folded
    if folded.startswith(("目標株価", "目標価格"), measure.start) and measure.start >= 0:
        return "target"
    before = folded[floor : value.start]
    for stop in CLAUSE.finditer(before):
        before = before[stop.end() - len(before) :] if stop.end() < len(before) else before
    limit = reading.values[at + 1].start if at + 1 < len(reading.values) else len(folded)
    behind = folded[value.tail : limit]
    stop = CLAUSE.search(behind)
    return mark_of(before, behind[: stop.start()] if stop else behind, behind)


def _modality(
    value: Value, folded: str, hedges: tuple[Hedge, ...], speech: Speech | None, reading: Reading, mark: Mark | None,
    measure: Measure,
) -> Modality:
    """The modality of a figure; one in an indirect clause that alone vouches for it is at least reported."""
    if mark == "target":
        return "forecast"
    if folded.startswith("から", value.tail) and _NOW.search(folded[max(0, value.start - 12) : value.start]):
        return "asserted"  # 現在800隻から1200隻に増やす計画
    if speech is None:
        own = modality_of(value.start, value.end, folded, hedges)
        return "forecast" if own == "asserted" and _planned(value, measure, folded) else own
    base = reading.scene.sentence.start
    inside = tuple(h for h in hedges if speech.start - base <= h.start and h.end <= speech.end - base)
    own = modality_of(value.start, value.end, folded, inside)
    if speech.type == "direct" or own != "asserted":
        return own
    if re.search(r"推計|試算|推定", speech.attribution.cue or ""):
        return "estimated"
    said = folded[speech.start - base : speech.end - base]
    return "forecast" if speech.modality == "forecast" or _AHEAD.search(said) else "reported"


def _planned(value: Value, measure: Measure, folded: str) -> bool:
    """A dividend that is not said to have been paid is planned: 年間配当は48円とする."""
    if value.amount.unit in {"人", "名"} and re.match(r"(?:の[^、。]{1,8})?を?(?:削減|減ら|リストラ|切)(?!した|され)", folded[value.tail :]):
        return True  # 1200人を削減する
    return measure.name == "dividend" and not re.search(r"(?:だった|した|でした|なった|削って|支払われた)", folded[value.tail :])


_PER_SHARE = re.compile(r"(?:1|一)株(?:当たり|あたり|辺り|につき)?(?:約|およそ)?$")
_TOGETHER = re.compile(r"(?P<firms>(?:[0-9]|[二三四五])社)(?:合算|合計|の合計|で失われ|合わせた)")
_WHOLE = re.compile(r"(?:業界|市場|全体|全国|世界|家計)$")
_FIELD = re.compile(r"市場(?:規模)?(?:は|が|も)[^、。はが]{0,16}$")
_ROW = re.compile(r"、[^、。「」]{0,26}")
_DEAL = re.compile(r"(?:ほど|程度|前後)?で[^、。]{0,10}(?:取得|購入|買収|売却|譲渡|買い取|手に入れ)")
_MADE = re.compile(r"で[^、。]{0,14}(?:実現|開発|製造|訓練|建設|完成|作ら|造ら|整備)")
# A survey's sentence speaks of its own field, not of the company before.
_SURVEY = re.compile(r"(?:統計|集計|調査|調べ|推計|まとめ)(?:では|によると|によれば|によりますと)|が(?:集計|推計|調査)した|がまとめた|リサーチ(?:による|によれ)|協会(?:による|によれ|の集計|の統計)")
# …3割下がると説明した: a clause that ends in a verb of change, not in た or ている, lies ahead.
_AHEAD = re.compile(
    r"(?:(?:す|な|下が|上が|減|縮|増え|伸び|超え|達す|落ち着く|広が|高め|引き上げ|引き下げ|始ま|膨ら|落ち込|割り込|戻|募|採|建て|増や|減ら|倍増す|半減す|節約す|削減す|買収す|出資す|実施す|投じ|投資す|開始す|発売す|"
    r"売り出|見込)(?:る|む|す)|だろう|でしょう)$"
)
_NOW = re.compile(r"現在|足元|昨年|前年|前期|去年|今の")
_RHETORIC = re.compile(r"まで(?:到達|行く|行け|進)")
# What is said of a fund alone.
_FUNDS = frozenset({"純資産総額", "組入銘柄数", "現金比率", "基準価額"})
# 2社がKOSPI全体に占める, 3社合算の: whom the text has just named.
_BACK = re.compile(r"(?:^|[、。「( ]|この|その|両)$")
_BACK_BEHIND = re.compile(r"(?:合算|合計|で|の|は|が|とも)")
_VAGUE_LINE = re.compile(r"増益|減益|赤字|黒字|利益|損益|増益率|減益率")
_IN_USE = re.compile(r"(?:稼働|走行|走っ|保有|運行|普及|登録され)(?:する|している|中の|ている)?(?:約|およそ)?$")
_PRICE = Measure("price", "price")
_LABEL = re.compile(r"^(?:課|組|号機|号|型|号車|番|番地|丁目|章|節|条|版)$")
_ASKED = re.compile(r"(?:あなた|皆さん|みなさん)")
# A court or the police order payments; they do not make them.
_AUTHORITY = re.compile(r"地裁|高裁|最高裁|裁判所|裁判長|県警|府警|警視庁|警察|特捜部|地検|検察|国税局|公正取引委員会|監視委員会|税務署")
_LISTED = frozenset({"社", "人", "行", "銘柄", "つ", "カ国", "か国", "グループ", "チーム", "者", "県", "市", "校", "紙"})
_OF_OWNER = frozenset({"share_price", "index", "crypto", "commodity"})
# What shares do rather than profits.
_SLIDES = re.compile(r"滑|沈|登|跳ね|舞い|下落|急落|急騰|反発|続")
_REPRICED = re.compile(r"値上げ|値下げ")
_GOODS = re.compile(r"値上げ|値下げ|料金|運賃|定価|税込|税抜|税別|販売価格|小売|たばこ|1箱|1本")
_STOCKS = re.compile(r"株|終値|取引|相場|市場|上場")
_SENTIMENT = re.compile(r"信頼感|景況|業況|物価|景気|購買担当者|PMI")
_PRICED = frozenset({"index", "crypto", "currency", "commodity"})
_MARKET = frozenset({"売買代金", "売買代金総額", "出来高", "売買高", "値上がり銘柄数", "値下がり銘柄数", "銘柄数", "取引総額"})
# 1万3205円まで買われ, 3540円と年初来高値を付けた: only what is quoted goes so.
_QUOTED = re.compile(r"(?:まで|と|に|で)[^。益]{0,16}?(?:買われ|売られ|高値|安値|引け|取引を終|終え|上昇|下落|下げ|上げ|値上がり|値下がり|付け|続伸|続落|反発|反落|急騰|急落|ストップ)")
_UNIT_PRICE = re.compile(r"(?:1|一|5|五|10|十|100)(?:個|枚|本|口|台|人|株|冊|食|杯|缶|袋|リットル|キロ|月|回|バレル|ブッシェル|ポンド|俵|トロイオンス|グラム|トン|足|泊|着)(?:当たり|あたり|につき|=)?(?:約|税込み)?$|チケット(?:は|が)$")
_COUNTED = re.compile(r"(?:数|値上がり|値下がり|横ばい|変わらず|銘柄)(?:は|が)?$")
_LOSS_LINE = re.compile(r"純損失|最終損失|営業損失|経常損失|(?:営業|最終|経常|純)赤字")
_LOSS_BEHIND = re.compile(r"の?(?:最終|営業|経常|純|当期)?(?:赤字|損失)")
_LOSS_BEFORE = re.compile(r"(?:純損失|最終損失|営業損失|経常損失|(?:営業|最終|経常|純)?赤字)(?:は|が|も|を|、)?[^、。黒()]{0,8}$")
_DEFICIT_OF_STATE = re.compile(r"貿易|経常収支|財政")
_NATIONAL = re.compile(r"輸出額|輸入額|貿易収支|経常収支|貿易赤字|貿易黒字|国内総生産|GDP|税収")
_JAPAN = Subject("日本", "日本", None, "country")
_FAMILIES: dict[str, Family] = {
    "price": "market", "cap": "cap", "delivery": "delivery", "financial": "financial", "quantity": "quantity",
}  # fmt: skip
_CURRENCY = re.compile(r"^[^ァ-ヶー元]*|[^ァ-ヶー・ドル元]+$")
_YEN = Subject("円", "円", None, "currency")
