"""Scenes in, figures out: each value with its measure, subject, direction, basis, time and modality.

The reading goes through the article in order and hands on the discourse: whom the text speaks of, what was measured last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from jijitsu.extract.linking.count.against import own_figures
from jijitsu.extract.linking.count.borne import borne
from jijitsu.extract.linking.count.idling import idle
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.measure.amounts import amount_of, is_loss
from jijitsu.extract.linking.measure.becauses import reasons, without, without_names, without_shown
from jijitsu.extract.linking.measure.following import move_goes_on, row_owner
from jijitsu.extract.linking.measure.foretelling import Plans, Told, foretold
from jijitsu.extract.linking.measure.hedging import modality_at
from jijitsu.extract.linking.measure.leading import as_the_lead_says
from jijitsu.extract.linking.measure.marking import mark_at
from jijitsu.extract.linking.measure.naming import called
from jijitsu.extract.linking.measure.onwards import again, changes, share_of, told_before
from jijitsu.extract.linking.measure.refining import refined
from jijitsu.extract.linking.measure.rows import measure_in_row, share_marks
from jijitsu.extract.linking.measure.targets import aimed_at, foresees_another, goes_on_rating
from jijitsu.extract.linking.owner.keepers import at_the_shop
from jijitsu.extract.linking.owner.lone_sums import classes
from jijitsu.extract.linking.owner.tallies import of_all
from jijitsu.extract.linking.owning import owners_of
from jijitsu.extract.linking.subject.opening import start_of
from jijitsu.extract.linking.subject.reading import MARKET, Reading
from jijitsu.extract.linking.subject.resolving import resolve_names
from jijitsu.extract.linking.subject.same import named_in_full
from jijitsu.extract.linking.subject.subjects import NAME_TYPES, candidates
from jijitsu.extract.linking.time.spans import carry_span
from jijitsu.extract.linking.time.times import Family, Times
from jijitsu.extract.linking.time.timing import time_for
from jijitsu.extract.linking.value.bases import basis_for
from jijitsu.extract.linking.value.course import DOWN, LEVEL, Course, turns_of
from jijitsu.extract.linking.value.directions import course_of
from jijitsu.extract.linking.value.measures import PRICE, PROFITS, Measure, measures_of, plausible
from jijitsu.extract.linking.value.modality import Hedge, hedges_of
from jijitsu.extract.linking.value.quotations import shown_way
from jijitsu.extract.linking.value.values import VALUE_TYPES, Value, values_of
from jijitsu.extract.linking.value.ways import of_ills, paired
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Speech, Story
from jijitsu.schemas.claim import Mark, Modality, Subject, Time
from jijitsu.schemas.tree import Tree


def figures(story: Story, speeches: Sequence[Speech], times: Times, trees: Mapping[int, Tree]) -> tuple[Figure, ...]:
    """Return the figures of an article in order of their values. `trees`: those sentences' that were parsed, by index."""
    found: list[Figure] = []
    # Behind the last value the discourse is handed on to nobody.
    last = max((number for number, scene in enumerate(story.scenes) if scene.of(*VALUE_TYPES)), default=-1)
    discourse, span = start_of(story), None
    for scene in story.scenes[: last + 1]:
        if scene.sentence.role == "furniture":
            continue
        measures = without_shown(scene.sentence.folded, measures_of(scene))
        names = candidates(scene, resolve_names(scene, discourse, speeches), measures)
        discourse = discourse.opening(scene, names)
        rating = goes_on_rating(scene, names, discourse)
        if rating and discourse.rated is not None:
            names, discourse = (), msgspec.structs.replace(discourse, company=discourse.rated[1], quoting=None)
        if foresees_another(scene, names, discourse):
            names = tuple(msgspec.structs.replace(c, strength=0) for c in names)
        values = values_of(scene)
        why = reasons(scene.sentence.folded, measures, values)
        reading = Reading(
            scene=scene, folded=scene.sentence.folded, values=values, measures=without(why, measures), names=without_names(why, names),
            discourse=of_all(at_the_shop(discourse, scene, names), scene, names), tree=partial(trees.get, scene.sentence.index),
            speeches=tuple(s for s in speeches if s.sentence == scene.sentence.index),
        )  # fmt: skip
        read = share_marks(tuple(_read(story, reading, speeches, times, found[-6:], rating=rating)), scene)
        read, span = carry_span(read, scene, span, times.pins[scene.sentence.index])
        found.extend(read)
        discourse = discourse.after(scene, names, own_figures(scene, read))
    return as_the_lead_says(story, found)


class _Run(msgspec.Struct):
    """What the values so far of a sentence leave to the next."""

    counted: dict[str, tuple[Subject, ...]]
    """Whose the last count was, by its unit; under the empty key the last of any, under a bracket what one may tell of."""
    before: Sequence[Figure]
    said: Measure | None = None
    outer: Measure | None = None
    """What is measured outside the bracket."""
    paid: tuple[Measure, Value, Course] | None = None
    money: tuple[Measure, tuple[Subject, ...]] | None = None
    """A sum that a change in the bracket behind it may be of, and whose it is."""
    moved: tuple[Subject, ...] = ()
    floor: int = 0
    """Where the last level ended."""
    plans: Plans = Plans()


def _read(
    story: Story, reading: Reading, speeches: Sequence[Speech], times: Times, before: Sequence[Figure], *, rating: bool
) -> Iterable[Figure]:
    if not reading.values:
        return
    turns = turns_of(reading.scene.mentions, reading.scene.sentence.start)
    hedges = _hedges(reading)
    run = _Run(dict(reading.discourse.counted), before)
    for at, value in enumerate(reading.values):
        level = value.mention.type == "number" and shown_way(reading.folded, value.start) is None
        course = LEVEL if level else course_of(at, reading.values, turns, reading.folded)
        measure, course = _measure(reading, at, course, run)
        if measure is None:
            continue
        measure, subjects = _owned(reading, at, measure, course, run)
        if measure is None:
            continue
        _hand_on(run, reading, value, measure, course, subjects)
        course = _meant(reading.folded, value, measure, course, subjects)
        change = course is not LEVEL
        mark = (
            _mark(reading, at, run.floor, measure, rating=rating) if measure.family == "price" and not change else None
        )
        run.floor = run.floor if change else value.tail
        speech = next((s for s in speeches if s.span.holds(value.mention.span)), None)
        place = reading.scene.sentence.index, value.mention.start, value.mention.end
        time, period = time_for(times, *place, _time_family(measure, mark, subjects))
        time = None if _is_of_saying(story, speech, time, measure) else time
        modality = modality_at(value, reading.folded, hedges, speech, reading, mark, measure)
        told = Told(story, reading.folded, value, measure, time, change, reading.scene.sentence.index)
        modality, run.plans = foretold(told, modality, run.plans)
        for subject in subjects or (None,):
            figure = Figure(
                mention=value.mention, amount=amount_of(reading, value, measure, course), sentence=reading.scene.sentence.index,
                family=measure.family, measure=called(reading, value, measure, subject), worded=measure.start >= 0, subject=subject,
                direction=course.direction, change=change,
                negative=not change and is_loss(reading, at, measure)
                and (subject is None or subject.type != "country" or measure.name in PROFITS),
                basis=basis_for(story, *place) if change else None, equivalent=value.equivalent,
                mark=_still_a_mark(mark, measure, subjects, modality, reading.folded), time=time,
                period=period, modality=modality,
                attribution=speech.attribution if speech else None,
            )  # fmt: skip
            run.before = (figure,)
            yield figure


def _hedges(reading: Reading) -> tuple[Hedge, ...]:
    """The words that qualify what is said; 計画 in 良品計画 is no plan."""
    names, base = [m.span for m in reading.scene.mentions if m.type in NAME_TYPES], reading.scene.sentence.start
    return tuple(
        hedge
        for hedge in hedges_of(reading.folded)
        if not any(span.start <= base + hedge.start and base + hedge.end <= span.end for span in names)
        and not _in_a_word(reading.folded, hedge)
    )


def _in_a_word(folded: str, hedge: Hedge) -> bool:
    """True for 予定 in 「予定なし」は35%だった: an answer in brackets without a figure foresees nothing."""
    opened = folded.rfind("「", max(0, hedge.start - _ANSWER), hedge.start)
    shut = folded.find("」", hedge.end, hedge.end + _ANSWER) if opened >= 0 else -1
    inside = folded[opened + 1 : shut]
    return shut > 0 and "」" not in inside and not _DIGIT.search(inside) and _SHARE.match(folded, shut + 1) is not None


_ANSWER = 12
_DIGIT = regex(r"[0-9]")
_SHARE = regex(r"(?:\(|(?:と(?:し|答え|回答し)た[^、。0-9]{0,8})?[がはも](?:約)?)[0-9.]{1,5}[%割]")


def _measure(reading: Reading, at: int, course: Course, run: _Run) -> tuple[Measure | None, Course]:
    """What the value measures, and the way it went as what is measured has it; no measure if it is no figure of its own."""
    value, folded = reading.values[at], reading.folded
    if borne(folded, value) or classes(folded, value):
        return None, course
    inside = _is_inside(folded, value)
    if at and run.said is not run.outer and _is_inside(folded, reading.values[at - 1]) and not inside:
        run.said = run.outer  # 920万台(シェア10%)、前年同期比で21%減: what the bracket measures ends with it
    follows = move_goes_on(run.before, reading, value, course)
    if follows is not None:
        measure: Measure | None = Measure("price", follows.measure)
        course = Course(follows.direction, "price")
    else:
        onwards = told_before(run.before, reading, value, course)
        measure = onwards[0] if onwards else measure_in_row(reading, at, course, run.said)
    if (
        measure is not None
        and measure.family == "price"
        and (_TAKEN.match(folded, value.tail) or _spent(folded, value))
    ):
        measure = _BARE_MONEY  # 会費約1300万円を横領した: no fee
    if measure is not None and measure.name == "commodity" and _paid_in_all(folded, value):
        measure = _PAID
    if measure == _BARE_MONEY and (_of_household(reading, value) or _KNOCKED_DOWN.match(folded, value.end)):
        measure = _GOODS
    if measure is not None and _priced_alike(measure, value, run.paid) and not _TAX.search(folded, 0, value.tail + 2):
        measure = _GOODS
        if run.paid is not None and _WIDTH.search(folded, 0, value.start):
            course = run.paid[2]  # 値上げ幅は41銘柄で30円、20銘柄で25円
    if measure is not None and measure.family == "quantity" and idle(reading, value):
        measure = None
    return measure, course


def _owned(
    reading: Reading, at: int, measure: Measure, course: Course, run: _Run
) -> tuple[Measure | None, tuple[Subject, ...]]:
    """Whose the value is, and its measure as the owner has it."""
    value, folded = reading.values[at], reading.folded
    beside = run.money if at and changes(folded, reading.values[at - 1], value, course) else None
    if beside is not None:
        measure, subjects = beside  # 非食品809億円(4.6%減)
    elif (
        at
        and run.money is not None
        and measure.family == "quantity"
        and share_of(folded, reading.values[at - 1], value)
    ):
        subjects = run.money[1]  # 累計は46万台で、年間予測の76万台の6割に達した
    elif (onwards := told_before(run.before, reading, value, course)) and onwards[1]:
        subjects = onwards[1]
    elif row := row_owner(reading, value):
        subjects = row
    elif same := again(run.before, reading, value, measure):
        subjects = same
    else:
        subjects = owners_of(reading, at, measure, course, run.counted)
    subjects = named_in_full(subjects, reading.discourse.scenes, reading.scene, value.start, reading.discourse.town)
    if run.moved and measure.family == "price" and _STEPPED.fullmatch(folded, reading.values[at - 1].tail, value.start):
        subjects = run.moved  # 東京ガスが33円上がって5812円
    run.moved = subjects if measure.family == "price" and course is not LEVEL else ()
    refitted = refined(reading, measure, subjects, value)
    if refitted is not None and refitted.family == "quantity" and idle(reading, value):
        refitted = None
    return refitted, subjects


def _hand_on(
    run: _Run, reading: Reading, value: Value, measure: Measure, course: Course, subjects: tuple[Subject, ...]
) -> None:
    """Leave to the next value what this one measures, and whose it is."""
    money = value.mention.type == "money"
    run.said = measure
    run.money = (
        (measure, subjects)
        if course is LEVEL and subjects and measure.family == ("financial" if money else "delivery")
        else None
    )
    run.outer = run.outer if _is_inside(reading.folded, value) else measure
    run.paid = (measure, value, course) if money else run.paid
    if subjects:
        run.counted["("] = subjects
    if measure.family == "quantity" and subjects:
        run.counted[""] = subjects
        if value.mention.type == "count":
            run.counted["人" if value.amount.unit == "名" else value.amount.unit] = subjects


_STANDS_AT = regex(r"(?:台|近辺|前後)?と、?[^、。0-9]{0,10}?(?:上昇|低下|上が|下が)")


def _meant(folded: str, value: Value, measure: Measure, course: Course, subjects: tuple[Subject, ...]) -> Course:
    """The way the value went, now that what it measures and whose it is are known."""
    if measure.name == "loss" and course.turn is not None and folded.startswith("失", course.turn.start):
        course = LEVEL
    if measure.name in PROFITS and _TURNED.match(folded, value.tail):
        course = LEVEL  # 6億円の黒字予想から一転、11億円の赤字に下方修正した
    if value.mention.type == "money" and _SIGNED.match(folded, value.tail):
        course = LEVEL  # 現金収支は1200億円のプラスだった
    if measure.name == "yield" and value.mention.type == "percent" and _STANDS_AT.match(folded, value.tail):
        course = LEVEL  # 2年債利回りは4.93%と小幅に上昇した
    if measure.name == "net_worth" and folded.startswith("の損失", value.tail):
        course = DOWN
    if measure.name == "fx_rate" and course is not LEVEL and len(subjects) == 1:
        course = paired(course, folded, value.tail, subjects[0])
    said = folded[measure.start : measure.end] if measure.start >= 0 else measure.name
    return of_ills(course, folded, said)


def _mark(reading: Reading, at: int, floor: int, measure: Measure, *, rating: bool) -> Mark | None:
    if rating or aimed_at(reading.folded, reading.values[at].start, reading.discourse):
        return "target"
    return mark_at(reading, at, floor, measure)


def _still_a_mark(
    mark: Mark | None, measure: Measure, subjects: Sequence[Subject], modality: Modality, folded: str
) -> Mark | None:
    """主力機を590万円まで下げた is no market's; 7万5000ドルまで下げる可能性がある has not been touched."""
    goods = measure.name == "commodity" and not (subjects and subjects[0].type == "commodity")
    no_market = goods and "一時" not in folded
    return None if mark == "intraday" and (no_market or modality in {"conditional", "forecast"}) else mark


def _is_of_saying(story: Story, speech: Speech | None, time: Time | None, measure: Measure) -> bool:
    """True for the day on which it was said, which is not the price's: 「次の節目は6万ドルだ」."""
    if speech is None or speech.type != "direct" or time is None or measure.family != "price":
        return False
    return time.text not in story.article.text[speech.start : speech.end]


def _is_inside(folded: str, value: Value) -> bool:
    """True within a bracket that opens before the value and has not shut."""
    return folded.rfind("(", 0, value.start) > folded.rfind(")", 0, value.start)


_GOODS = Measure("price", "commodity")


def _priced_alike(measure: Measure, value: Value, paid: tuple[Measure, Value, Course] | None) -> bool:
    """True for 価格は8GBモデルが599ドル、4GBモデルが499ドル: another price in a row, though a count stands between."""
    if measure != _BARE_MONEY or value.mention.type != "money" or paid is None or paid[0].name != "commodity":
        return False
    one, other = abs(value.amount.amount), abs(paid[1].amount.amount)
    return paid[1].amount.unit == value.amount.unit and 0 < one < other * _NEAR and other < one * _NEAR


def _of_household(reading: Reading, value: Value) -> bool:
    """標準家庭では8871円となる: what a household pays is a price."""
    if value.mention.type != "money" or not plausible(PRICE, value):
        return False
    return _HOUSEHOLD.search(reading.folded) is not None and any(
        _CHARGED.search(text) for text in (reading.folded, *(s.sentence.folded for s in reading.discourse.lately))
    )


def _spent(folded: str, value: Value) -> bool:
    """True for バスを1回100円で走らせる事業に1200万円: what a work is given, behind the price that it brings."""
    large = value.mention.type == "money" and value.amount.amount >= _BUDGETED
    return large and _WORK.search(folded, max(0, value.start - 12), value.start) is not None


def _paid_in_all(folded: str, value: Value) -> bool:
    """True for 家賃として3年間で1600万円を払っていた: what was spent on it, and not what it costs once."""
    if value.mention.type != "money" or not (_PAYS.match(folded, value.tail) or _REPAID.match(folded, value.tail)):
        return False
    ahead = max(0, value.start - 24)
    large = value.amount.amount >= _BUDGETED
    large = large and ("として" in folded[ahead : value.start] or _REPAID.match(folded, value.tail) is not None)
    return large or _IN_ALL.search(folded, ahead, value.start) is not None


_IN_ALL = regex(r"として[^。「」]{0,12}?(?:(?:合計|計|総額|累計)(?:で|して)?|[0-9]{1,3}年間で|年間|年)、?$")
_PAYS = regex(
    r"(?:相当|以上|余り)?(?:を[^、。はが]{0,12}(?:支払[いうっわ]|払[いうっわ]|納め)|が[^。]{0,24}(?:支払われ|払われ))"
)
# 特急料金約1200万円を払い戻す
_REPAID = regex(r"(?:相当|以上|余り)?を[^、。はが]{0,12}(?:払い戻|返金|返還|徴収|請求|免除|滞納|肩代わり)")
_PAID = Measure("financial", "cost")
_BUDGETED = 1_000_000
_WORK = regex(r"(?:事業|整備|建設|工事|改修|対策|支援|助成|補助)(?:費|など)?に(?:は)?、?(?:新たに)?(?:約|計|総額)?$")
_TAKEN = regex(
    r"(?:相当|分|余り|以上)?を[^、。はが]{0,14}?(?:横領|着服|詐取|だまし取|騙し取|盗[みんま]|奪[いっ]|脅し取|流用|不正に(?:受給|引き出))"
)
# 絵画が1億5720万ドル(約172億円)と、競売の最高額で落札された
_KNOCKED_DOWN = regex(
    r"(?:余り|超|強|弱)?(?:\([^()]{0,30}\))?(?:で|という|と、?)[^。0-9はが]{0,24}(?:落札|競り落と)(?:さ|し)|の(?:最高)?値段?(?:が|を)(?:つ[いきけ]|付)"
)
_HOUSEHOLD = regex(r"(?:標準|平均|一般|モデル)(?:的な)?(?:家庭|世帯|ケース)")
_CHARGED = regex(r"料金|電気代|ガス代|水道代")
_BARE_MONEY = Measure("financial", "other")
_NEAR = 4
_TAX = regex(r"[増減国]税")
_WIDTH = regex(r"(?:値|引き?)[上下]げ幅")


def _time_family(measure: Measure, mark: Mark | None, subjects: Sequence[Subject]) -> Family:
    """Which rules of time a measure goes by: turnover and fortunes by the market's day, prices of goods by their own."""
    if mark == "target":
        return "target"
    if measure.name in MARKET:
        return "market"
    if measure.name == "net_worth":
        return "cap"
    if measure.name == "commodity":
        return "market" if subjects and subjects[0].type == "commodity" else "quantity"
    return _FAMILIES[measure.family]


_SIGNED = regex(r"の(?:プラス|マイナス)(?!幅)")
_STEPPED = regex(
    r"(?:ほど|程度|余り|あまり)?(?:高い|安い|高の|安の|増の|減の)(?:約)?|(?:ほど|程度|近く|余り)?(?:値)?[上下]が(?:って|り)、?(?:約)?|(?:値[上下]げ|引き[上下]げ)(?:して|て|し)、?(?:約)?"
)
_TURNED = regex(r"の(?:純|最終|営業|経常|当期)?(?:赤字|黒字|損失)(?:に|へ|から|転落|転換|と(?!比べ))")


_FAMILIES: dict[str, Family] = {
    "price": "market", "cap": "cap", "delivery": "delivery", "financial": "financial", "quantity": "quantity",
}  # fmt: skip
