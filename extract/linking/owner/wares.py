"""Goods that own a count or a sum where nobody does: what a survey is about, what was counted before, the item of a list."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.owner.takers import maker_of
from jijitsu.extract.linking.owner.tellers import BARE_SUM
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.things import measured_owner
from jijitsu.extract.linking.value.measures import Measure, measures_of
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_BY_ITEM = regex(
    r"(?:品目|商品|製品|産品|種類|用途|費目|業種|価格帯|車種|形態|年代|国|国・地域|地域|地区|州|県|都道府県|[輸出入]{2}先|販売先|仕向け地)別(?:で|に)は(?![^。]{0,80}別で)"
)
_ITEM = regex(
    r"(?:別[でに]は|[、)])(?P<what>[^、。はがも0-9%()]{2,14}?)(?:(?:だけ|のみ)?が|は|も)(?:約)?(?:[0-9.・]{1,6}[%割倍][増減]の(?:約)?)?$"
)
_SURVEY_OUT = regex(
    r"(?:出荷|販売|生産|納車|登録|輸出)(?:台数|数|量)?(?:の|に関する)?(?:調査|統計|速報|データ|集計|報告|推計|実績|状況|動向)[^、。はが]{0,8}を(?:発表|公表|公開|まとめ)"
)
_WHOLE = regex(
    r"[ 　]?(?:(?:これ|それ|同調査|調査|発表)に(?:よる|より)|全体(?:で|と)|[0-9前]|総|(?:出荷|販売|生産|登録|輸出)(?:台数|数量?|金額|額)[はが])"
)
_GLOSSED = regex(
    r"(?P<what>(?:世界の|国内の|中国の|米国の)?[ァ-ヺー一-鿿]{2,14})\([A-Za-z]{1,6}\)の?(?:世界|国内|新車|総)?$"
)
_BARE_COUNT = regex(
    r"(?:総|累計|月間|年間)*(?:生産|販売|出荷|登録|輸出|納車)?(?:台|本|個|枚|総)?[数量]|数量|数字|(?:生産|販売|出荷|登録|輸出|納車)(?:状況|実績|動向|統計|速報値?)"
)


def by_item(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """品目別では緑茶が24%増加した, 県別では宮城が5%減の4万台、秋田だけが1%増えた: the item, not whom the text goes on about."""
    told = _BY_ITEM.search(reading.folded, 0, value.start) if "別" in reading.folded else None
    item = _ITEM.search(reading.folded, max(told.start(), value.start - 40), value.start) if told is not None else None
    if item is None:
        return ()
    known = next((c for c in reading.names if c.start == item.start("what") and c.end >= item.end("what")), None)
    if known is not None:
        return known.subjects[:1]
    noun = next(
        (p for p in phrases(reading.scene.sentence.text) if item.start("what") < p.start and p.end == item.end("what")),
        None,
    )
    if noun is not None:
        return (Subject(noun.text, noun.text, None, "other"),)  # 3000円(税別)を超す高級機が
    return (Subject(reading.scene.sentence.text[slice(*item.span("what"))], item["what"], None, "other"),)


def of_goods(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The goods that the sentences before counted, of a bare 金額は104億円 or 枚数は1.3倍; the maker of what is made."""
    if measure.family == "delivery" and measure.start >= value.end and (maker := maker_of(reading, value)):
        return maker
    bare = measure.family in {"financial", "delivery"} and BARE_SUM.search(reading.folded, 0, value.start)
    if not bare:
        return ()
    if own := _goods_in(reading.scene, reading.measures, bare.start()):
        return own  # 茶の出荷量は4%減の80トンとなり、金額は2%増の9億円だった
    goods = reading.discourse.goods or (_sum_before(reading) if measure.family == "delivery" else None)
    return (goods,) if goods is not None else ()


def in_number(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """自動車の台数は9万台, 鉄鋼の数量は3%減の8万トン: the goods whose number it is, whoever was spoken of before."""
    told = _IN_NUMBER.search(reading.folded, 0, value.start)
    if told is not None and any(c.end == told.end("what") for c in reading.names):
        return ()
    goods = next(
        (p for p in phrases(reading.scene.sentence.text) if told and p.end == told.end("what") and p.thing), None
    )
    return (Subject(goods.text, goods.text, None, "other"),) if goods is not None else ()


_IN_NUMBER = regex(
    r"(?:^|[、。])(?P<what>[^、。はがもの0-9]{2,14})の(?:[台本個枚頭隻]数|数量)[はがも][^、。はがも]{0,16}$"
)


def _sum_before(reading: Reading) -> Subject | None:
    """スイスの時計輸出額は19億フラン。数量は121万本だった: whose the sum right before was, if no firm's."""
    told, whose = reading.discourse.last or (-9, None)
    near = whose is not None and reading.scene.sentence.index - told <= 1
    return whose if near and whose is not None and whose.type in {"other", "country", "group"} else None


def of_wares(reading: Reading, measure: Measure, owner: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """A bare count goes on about the goods before: 新エネ車の生産量は9万台で、販売量は8万台だった."""
    if measure.family != "delivery":
        return owner
    if measure.start < 0 and (found := surveyed(reading)):
        return found
    if owner and not _BARE_COUNT.fullmatch(owner[0].name):
        return owner
    if measure.start >= 0 and (found := _goods_in(reading.scene, reading.measures, measure.end)):
        return found
    if owner and owner[0].name == "数量" and (before := _sum_before(reading)) is not None:
        return (before,)
    if owner or reading.discourse.company is not None:
        return owner
    for scene in reversed(reading.discourse.lately):
        if found := _goods_in(scene, measures_of(scene), len(scene.sentence.folded)):
            return found  # スマホの世界出荷台数の調査結果を発表した。9%減の320万台だった
    return owner


def surveyed(reading: Reading) -> tuple[Subject, ...]:
    """世界PC出荷の速報値を公開した。これによると、8%減の8750万台となった: what the survey right before is about."""
    before = reading.discourse.lately[-1:]
    if not before or not _SURVEY_OUT.search(before[0].sentence.folded) or not _WHOLE.match(reading.folded):
        return ()
    return _goods_in(before[0], measures_of(before[0]), len(before[0].sentence.folded))


def _goods_in(scene: Scene, measures: Sequence[Measure], limit: int) -> tuple[Subject, ...]:
    """What the last measure word of goods before `limit` is of, if it is of anything: パソコン(PC)出荷台数."""
    text, folded = scene.sentence.text, scene.sentence.folded
    for said in reversed([m for m in measures if m.family == "delivery" and m.end <= limit]):
        if glossed := _GLOSSED.search(folded, 0, said.start):
            return (Subject(text[slice(*glossed.span("what"))], glossed["what"], None, "other"),)
        found = measured_owner(said, text, folded)
        if found and not _BARE_COUNT.fullmatch(found[0].name):
            return found
        at = folded.rfind(found[0].name, 0, said.end + 4) if found else said.start
        goods = next((p for p in phrases(text) if p.end + 1 == at and folded[p.end] == "の" and p.thing), None)
        if goods is not None:
            return (Subject(goods.text, goods.text, None, "other"),)  # タブレット端末の出荷状況
    return ()
