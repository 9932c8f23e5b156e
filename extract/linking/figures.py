"""Scenes in, figures out: each value with its measure, subject, direction, basis, time and modality.

The reading goes through the article in order and hands on the discourse: whom the text speaks of, what was measured last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from jijitsu.extract.linking.amounts import amount_of, is_loss
from jijitsu.extract.linking.bases import basis_for
from jijitsu.extract.linking.course import DOWN, LEVEL, Course, turns_of
from jijitsu.extract.linking.directions import course_of, paired
from jijitsu.extract.linking.discourse import start_of
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.hedging import modality_at
from jijitsu.extract.linking.marks import mark_of
from jijitsu.extract.linking.measures import PRICE, PROFITS, Measure, measures_of, plausible
from jijitsu.extract.linking.measuring import measure_at
from jijitsu.extract.linking.modality import CLAUSE, hedges_of
from jijitsu.extract.linking.owning import owners_of
from jijitsu.extract.linking.reading import MARKET, Reading
from jijitsu.extract.linking.refining import borne, idle, refined
from jijitsu.extract.linking.resolving import resolve_names
from jijitsu.extract.linking.rows import share_marks
from jijitsu.extract.linking.same import named_in_full
from jijitsu.extract.linking.spans import carry_span
from jijitsu.extract.linking.subjects import NAME_TYPES, candidates
from jijitsu.extract.linking.targets import aimed_at, goes_on_rating
from jijitsu.extract.linking.times import Family, Times
from jijitsu.extract.linking.timing import time_for
from jijitsu.extract.linking.values import VALUE_TYPES, Value, values_of
from jijitsu.extract.story import Speech, Story
from jijitsu.schemas.claim import Mark, Subject, Time
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
        measures = measures_of(scene)
        names = candidates(scene, resolve_names(scene, discourse, speeches), measures)
        discourse = discourse.opening(scene, names)
        rating = goes_on_rating(scene, names, discourse)
        if rating and discourse.rated is not None:
            names, discourse = (), msgspec.structs.replace(discourse, company=discourse.rated[1], quoting=None)
        reading = Reading(
            scene=scene, folded=scene.sentence.folded, values=values_of(scene), measures=measures, names=names,
            discourse=discourse, speeches=tuple(s for s in speeches if s.sentence == scene.sentence.index), tree=partial(trees.get, scene.sentence.index),
        )  # fmt: skip
        read = share_marks(tuple(_read(story, reading, speeches, times, found[-1:], rating=rating)), scene)
        read, span = carry_span(read, scene, span, times.pins[scene.sentence.index])
        found.extend(read)
        discourse = discourse.after(scene, names, read)
    return tuple(found)


def _read(
    story: Story, reading: Reading, speeches: Sequence[Speech], times: Times, before: Sequence[Figure], *, rating: bool
) -> Iterable[Figure]:
    if not reading.values:
        return
    folded = reading.folded
    turns = turns_of(reading.scene.mentions, reading.scene.sentence.start)
    names = [m.span for m in reading.scene.mentions if m.type in NAME_TYPES]
    base = reading.scene.sentence.start
    hedges = tuple(
        hedge
        for hedge in hedges_of(folded)
        if not any(span.start <= base + hedge.start and base + hedge.end <= span.end for span in names)
    )  # 計画 in 良品計画 is no plan
    said: Measure | None = None
    outer: Measure | None = None
    paid: tuple[Measure, Value, Course] | None = None
    money: tuple[Measure, tuple[Subject, ...]] | None = None
    foreseen: Value | None = None
    floor = 0
    counted = dict(reading.discourse.counted)
    planned: tuple[str, int] | None = None
    moved: tuple[Subject, ...] = ()
    for at, value in enumerate(reading.values):
        course = LEVEL if value.mention.type == "number" else course_of(at, reading.values, turns, folded)
        if borne(folded, value):
            continue
        if at and said is not outer and _is_inside(folded, reading.values[at - 1]) and not _is_inside(folded, value):
            said = outer  # 920万台(シェア10%)、前年同期比で21%減: what the bracket measures ends with it
        follows = _followed(before, reading, value)
        if follows is not None:
            course = Course(follows.direction, "price")
        measure = Measure("price", follows.measure) if follows else measure_at(reading, at, course, said)
        if measure is not None and measure.family == "price" and _TAKEN.match(reading.folded, value.tail):
            measure = _BARE_MONEY  # 会費約1300万円を横領した: no fee
        if measure == _BARE_MONEY and (_of_household(reading, value) or _KNOCKED_DOWN.match(reading.folded, value.end)):
            measure = _GOODS
        if measure is not None and _priced_alike(measure, value, paid) and not _TAX.search(folded, 0, value.tail + 2):
            measure = _GOODS
            if paid is not None and _WIDTH.search(folded, 0, value.start):
                course = paid[2]  # 値上げ幅は41銘柄で30円、20銘柄で25円
        if measure is None or (measure.family == "quantity" and idle(reading, value)):
            continue
        beside = money if at and _changes(folded, reading.values[at - 1], value, course) else None
        if beside is not None:
            measure, subjects = beside  # 非食品809億円(4.6%減)
        else:
            subjects = owners_of(reading, at, measure, course, counted)
        subjects = named_in_full(subjects, reading.discourse.scenes, reading.scene, value.start)
        if moved and measure.family == "price" and _STEPPED.fullmatch(folded, reading.values[at - 1].tail, value.start):
            subjects = moved  # 東京ガスが33円上がって5812円
        moved = subjects if measure.family == "price" and course is not LEVEL else ()
        measure = refined(reading, measure, subjects, value)
        if measure is None or (measure.family == "quantity" and idle(reading, value)):
            continue
        said = measure
        sum_said = value.mention.type == "money" and measure.family == "financial" and course is LEVEL
        money = (measure, subjects) if sum_said and subjects else None
        outer = outer if _is_inside(folded, value) else measure
        if subjects:
            counted["("] = subjects
        paid = (measure, value, course) if value.mention.type == "money" else paid
        if measure.family == "quantity" and subjects:
            counted[""] = subjects
        if measure.family == "quantity" and value.mention.type == "count" and subjects:
            counted["人" if value.amount.unit == "名" else value.amount.unit] = subjects
        if measure.name == "loss" and course.turn is not None and folded.startswith("失", course.turn.start):
            course = LEVEL
        if measure.name in PROFITS and _TURNED.match(folded, value.tail):
            course = LEVEL  # 6億円の黒字予想から一転、11億円の赤字に下方修正した
        if value.mention.type == "money" and _SIGNED.match(folded, value.tail):
            course = LEVEL  # 現金収支は1200億円のプラスだった
        if measure.name == "net_worth" and folded.startswith("の損失", value.tail):
            course = DOWN
        if measure.name == "fx_rate" and course is not LEVEL and len(subjects) == 1:
            course = paired(course, folded, value.tail, subjects[0])
        change = course is not LEVEL
        mark = _mark(reading, at, floor, measure) if measure.family == "price" and not change else None
        if measure.family == "price" and not change and (rating or aimed_at(folded, value.start)):
            mark = "target"
        floor = floor if change else value.tail
        speech = next((s for s in speeches if s.span.holds(value.mention.span)), None)
        place = reading.scene.sentence.index, value.mention.start, value.mention.end
        time, period = time_for(times, *place, _time_family(measure, mark, subjects))
        if speech is not None and speech.type == "direct" and time is not None and measure.family == "price":
            time = (
                time if time.text in story.article.text[speech.start : speech.end] else None
            )  # 「次の節目は6万ドルだ」
        modality = modality_at(value, folded, hedges, speech, reading, mark, measure)
        if modality == "asserted" and planned is not None and planned[0] == measure.name and _PLAN_GOES_ON.fullmatch(
            folded, planned[1], value.start
        ):  # fmt: skip
            modality = "forecast"  # 純利益予想を240億円から280億円に、B社は80億円から94億円に引き上げた
        if modality in {"asserted", "reported"} and _is_due(story, time, folded, value):
            modality = "forecast"  # 来春までに200人を採る
        if modality == "forecast" and not change and _is_past(story, time, measure) and _WAS.match(folded, value.tail):
            clause = folded[max((m.end() for m in CLAUSE.finditer(folded, 0, value.start)), default=0) : value.start]
            modality = modality if _FORESEEN.search(clause) else "asserted"  # 前年の409億ドルを上回る計画だ
        if modality == "asserted" and foreseen is not None and _aside_of(folded, foreseen, value):
            modality = "forecast"  # 純利益は236億円(同53%減)に引き下げた, 6700億円(実力ベース7800億円)を見込む
        elif value.mention.type == "money":
            foreseen = value if modality == "forecast" and measure.family == "financial" else None
        planned = (measure.name, value.tail) if modality == "forecast" and measure.family == "financial" else None
        goods = measure.name == "commodity" and not (subjects and subjects[0].type == "commodity")
        if mark == "intraday" and goods and "一時" not in folded:
            mark = None  # 主力機を590万円まで下げた: no market
        if mark == "intraday" and modality in {"conditional", "forecast"}:
            mark = None  # 7万5000ドルまで下げる可能性がある
        for subject in subjects or (None,):
            figure = Figure(
                mention=value.mention, amount=amount_of(reading, value, measure, course), sentence=reading.scene.sentence.index,
                family=measure.family, measure=measure.name, worded=measure.start >= 0, subject=subject, direction=course.direction, change=change,
                negative=not change and is_loss(reading, at, measure) and (subject is None or subject.type != "country"),
                basis=basis_for(story, *place) if change else None, equivalent=value.equivalent, mark=mark, time=time,
                period=period, modality=modality,
                attribution=speech.attribution if speech else None,
            )  # fmt: skip
            before = (figure,)
            yield figure


def _is_inside(folded: str, value: Value) -> bool:
    """True within a bracket that opens before the value and has not shut."""
    return folded.rfind("(", 0, value.start) > folded.rfind(")", 0, value.start)


def _is_due(story: Story, time: Time | None, folded: str, value: Value) -> bool:
    """True for what is to be reached by a day to come, and is not told as done."""
    published, last = story.setting.published, time.end if time is not None else None
    if published is None or last is None or last <= published:
        return False
    return _BY_THEN.search(folded, max(0, value.start - 60), value.start) is not None and not _BY_NOW.match(
        folded, value.tail
    )


_BY_THEN = re.compile(r"(?:年|月|期|[末春夏秋冬内日]|度|前半|後半|半ば)までに(?!は?(?:既に|すでに))[^。「」]{0,50}$")
_BY_NOW = re.compile(
    r"[^。]{0,60}?(?:[しいきっれえけげめべ]た(?![いらりっ])|だった|(?:て|で)(?:いる|おり|いて)|済み(?:[。、と]|$))"
)


_GOODS = Measure("price", "commodity")


def _priced_alike(measure: Measure, value: Value, paid: tuple[Measure, Value, Course] | None) -> bool:
    """True for 価格は8GBモデルが599ドル、4GBモデルが499ドル: another price in a row, though a count stands between."""
    if measure != _BARE_MONEY or value.mention.type != "money" or paid is None or paid[0].name != "commodity":
        return False
    one, other = abs(value.amount.amount), abs(paid[1].amount.amount)
    return paid[1].amount.unit == value.amount.unit and 0 < one < other * _NEAR and other < one * _NEAR


def _followed(before: Sequence[Figure], reading: Reading, value: Value) -> Figure | None:
    """上げ幅は南県の1円10銭が最大。北県の70銭、西県の60銭が続いた。: the move that a row goes on with."""
    last = before[-1] if before else None
    if last is None or not (last.change and last.family == "price") or value.mention.type != "money":
        return None
    if last.amount.unit != value.amount.unit or not _NEXT_ARE.match(reading.folded, value.tail):
        return None
    return last if reading.scene.sentence.index - last.sentence <= 1 else None


def _of_household(reading: Reading, value: Value) -> bool:
    """標準家庭では8871円となる: what a household pays is a price."""
    if value.mention.type != "money" or not plausible(PRICE, value):
        return False
    return _HOUSEHOLD.search(reading.folded) is not None and any(
        _CHARGED.search(text) for text in (reading.folded, *(s.sentence.folded for s in reading.discourse.lately))
    )


_TAKEN = re.compile(
    r"(?:相当|分|余り|以上)?を[^、。はが]{0,14}?(?:横領|着服|詐取|だまし取|騙し取|盗[みんま]|奪[いっ]|脅し取|流用|不正に(?:受給|引き出))"
)
# 絵画が1億5720万ドル(約172億円)と、競売の最高額で落札された
_KNOCKED_DOWN = re.compile(
    r"(?:余り|超|強|弱)?(?:\([^()]{0,30}\))?(?:で|という|と、?)[^。0-9はが]{0,24}(?:落札|競り落と)(?:さ|し)|の(?:最高)?値段?(?:が|を)(?:つ[いきけ]|付)"
)
_NEXT_ARE = re.compile(
    r"(?:ちょうど)?(?:、[^、。はがも0-9]{1,12}の[0-9]{1,3}(?:円[0-9]{0,2})?銭?)*(?:が|と|で)続(?:いた|く|き|いて)"
)
_HOUSEHOLD = re.compile(r"(?:標準|平均|一般|モデル)(?:的な)?(?:家庭|世帯|ケース)")
_CHARGED = re.compile(r"料金|電気代|ガス代|水道代")
_BARE_MONEY = Measure("financial", "other")
_NEAR = 4
_TAX = re.compile(r"[増減国]税")
_WIDTH = re.compile(r"(?:値|引き?)[上下]げ幅")


def _is_past(story: Story, time: Time | None, measure: Measure) -> bool:
    published = story.setting.published
    last = time.end if time is not None else None
    return measure.family in {"financial", "delivery", "cap"} and bool(published and last and last < published)


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


def _mark(reading: Reading, at: int, floor: int, measure: Measure) -> Mark | None:
    """The mark said by the words from the level before (at `floor`) to the value behind, as far as the clause goes."""
    value, folded = reading.values[at], reading.folded
    if folded.startswith(("目標株価", "目標価格"), measure.start) and measure.start >= 0:
        return "target"
    if _ISSUED.search(folded, max(0, value.start - 12), value.start):
        return None  # 公開価格の1200円を40%上回る1680円
    before = folded[floor : value.start]
    for stop in CLAUSE.finditer(before):
        before = before[stop.end() - len(before) :] if stop.end() < len(before) else before
    # 1万395円18銭(前日比72円20銭高)で取引を終え: what stands in the bracket is passed over.
    limit = next((v.start for v in reading.values[at + 1 :] if v.start >= value.tail), len(folded))
    behind = folded[value.tail : limit]
    end = CLAUSE.search(behind) or _NEXT.match(behind)
    mark = mark_of(before, behind[: end.end()] if end else behind, behind)
    if mark is None and (label := _LABELLED.search(folded, 0, value.start)) is not None:
        return "open" if label["what"] in {"初値", "始値"} else "close"  # 初値は公開価格(1500円)を4割上回る2100円だった
    if mark is None and _CLOSED.search(folded, 0, value.start):
        return "close"
    if mark is None and _LISTED.search(folded, 0, value.start):
        return "close"
    if mark is None and (extreme := _EXTREME.search(folded, max(0, value.start - 40), value.start)):
        return "record_high" if extreme["what"] == "高" else "record_low"
    quoted = reading.discourse.quoted
    if mark is None and measure.name == "index" and quoted and reading.scene.sentence.index - quoted[0] <= 2:
        return (
            quoted[1] if _QUOTED.match(behind) and not _TO_BE.match(behind) else None
        )  # TOPIXは3.12ポイント高の3171.45だった
    return mark


# 買い付け価格は2850円で、5日の終値に42%を上乗せした: what follows is said of another level.
_NEXT = re.compile(r"で、")
_LABELLED = re.compile(
    r"(?:^|[、。 ])(?P<what>初値|始値|終値)(?:は|が)(?:公開価格|公募価格|売り出し価格)(?:の)?\([^()]{2,16}\)[^、。]{0,16}(?:高い|安い|上回る|下回る|[高安]の|と同じ)$"
)
# 終値は、6日続けて値を下げ、前日より439円安い3万9154円だった
_CLOSED = re.compile(
    r"(?<!前日の)(?<!前週末の)(?<!営業日の)終値は、[^。「」0-9]{0,3}[0-9]{0,3}[^。「」0-9]{0,24}、前(?:日|の日|週末|営業日)[^、。はが]{1,24}(?:高|安)(?:い|の)、?(?:約)?$"
)
_ISSUED = re.compile(r"(?:公開価格|公募価格|売り出し価格|想定価格)(?:の|は|が|\()?(?:1株)?(?:約)?$")
# 終値はトヨタが0.3%高の4652円、ホンダが0.8%安の3420円
_LISTED = re.compile(
    r"(?:^|[、。 の])(?:終値|大引け)は[^、。はが]{1,16}が[^、。が]{1,24}円(?:、[^、。はが]{1,16}が[^、。が]{1,24}円)*、[^、。はが]{1,16}が[^、。はが]{0,14}$"
)
# トルコリラは最安値を更新し、1ドル=45.60リラ近辺で推移している
_EXTREME = re.compile(
    r"(?:最|上場来)(?P<what>高|安)値を(?:更新|付け|塗り替え)(?:し|て|え)?、[^、。0-9はが]{0,8}(?:1[^、。0-9はが]{1,6}=?)?(?:約)?$"
)
_PLAN_GOES_ON = re.compile(
    r"から(?:約)?|と(?:し|して)、(?:従来|前回|当初|これまで)(?:予想|計画)?の?(?:約)?|(?:に|へ)、[^。、0-9]{1,24}(?:は|も)(?:従来の)?(?:約)?"
)
_WAS = re.compile(r"から|を(?:大きく|大幅に|わずかに)?(?:上回|下回|超え|割り込|抜)|に比べ|と比べ")
_FORESEEN = re.compile(r"予想|計画|見通し|目標|想定|見込み|予測")


def _changes(folded: str, before: Value, value: Value, course: Course) -> bool:
    """True for a change in the bracket right behind its sum: 非食品809億円(4.6%減)."""
    changed = value.mention.type in {"percent", "multiple"} and course.direction is not None
    return changed and _CHANGE_OF.fullmatch(folded, before.end, value.start) is not None


def _aside_of(folded: str, foreseen: Value, value: Value) -> bool:
    """True for what stands in the bracket right behind a sum that is foreseen, and is not said to have been."""
    return _ASIDE.fullmatch(folded, foreseen.end, value.start) is not None


_ASIDE = re.compile(r"\((?!(?:前|従来|昨|去|同期)(?!年(?:同期|度)?比|期比|[年期]同期比))[^()0-9、]{0,10}")
_CHANGE_OF = re.compile(r"\((?:(?:同|〃|前[年期月](?:同?[期月])?比?)で?)?(?:プラス|マイナス)?[+▲△▼-]?(?:約)?")
_SIGNED = re.compile(r"の(?:プラス|マイナス)(?!幅)")
_STEPPED = re.compile(
    r"(?:ほど|程度|余り|あまり)?(?:高い|安い|高の|安の|増の|減の)(?:約)?|(?:ほど|程度|近く|余り)?(?:値)?[上下]が(?:って|り)、?(?:約)?"
)
_TURNED = re.compile(r"の(?:純|最終|営業|経常)?(?:赤字|黒字|損失)(?:に|へ|から|と(?!比べ))")
_TO_BE = re.compile(r"[^。]{0,16}(?:そう|だろう|予想|見通し|見込|との見方|とみ)")
_QUOTED = re.compile(r"(?:だった|となった|となっ|。|、|で|と|$)")
_FAMILIES: dict[str, Family] = {
    "price": "market", "cap": "cap", "delivery": "delivery", "financial": "financial", "quantity": "quantity",
}  # fmt: skip
