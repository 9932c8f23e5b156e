"""The land whose trade, taxes, product or deficit a sum is."""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_state(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The country whose trade, taxes or product it is; Japan where none is named."""
    word = reading.folded[measure.start : measure.end] if measure.start >= 0 else ""
    if not NATIONAL.search(word) and (measure.family != "financial" or word not in _TRADE):
        return ()
    if _OF_TOWN.search(reading.folded[: measure.start]):
        return ()
    if item := _item(reading, value, _GOODS_LED if word in _TRADE else _ITEM_LED, measure.end):
        return item
    lands = [
        c for c in reading.names
        if c.type == "country" and c.particle != "に" and c.end <= value.start and not _PARTNER.match(reading.folded, c.end)
    ]  # fmt: skip
    if len(lands) == 1:
        return lands[-1].subjects[:1]
    body = _land_in().search(reading.folded, 0, measure.start)
    if body and not _PARTNER.match(reading.folded, body.end()):
        return (Subject(body.group(), body.group(), None, "country"),)  # 中国国家統計局, スイス時計協会
    if (office := _OFFICE_OF.search(reading.folded, 0, measure.start)) is not None:
        return (Subject(office["land"], _LETTERS[office["land"]], None, "country"),)  # 米議会予算局は、財政赤字が
    said = reading.discourse.subject
    if said is not None and said.name in _REGIONS and reading.discourse.land is None:
        told = (c.subjects[0] for _, names in reading.discourse.before for c in names if c.type == "country")
        said = next(told, said)  # インドの輸出は…。欧州連合は8%減った。輸入額は
    if said is not None and said.type == "country":
        return (said,)
    budget = reading.folded.startswith("財政", measure.start)
    land = reading.discourse.land or _trading(reading) or (_only_land(reading) if budget else None)
    # No word of the text says 日本: what stands for it is 貿易収支, a Japanese paper's word for Japan's.
    written = reading.scene.sentence.text[measure.start : measure.end]
    return (land or Subject(written, "日本", None, "country"),)


def land_of_teller(reading: Reading) -> tuple[Subject, ...]:
    """コロンビアの生産者連合会によると、2月の生産量は87万袋: of the land whose body counts it, where nothing nearer tells."""
    for told in reading.names[:1]:
        if told.type == "country" and told.start <= 1 and _COUNTS_FOR.match(reading.folded, told.end):
            return told.subjects[:1]
    return ()


_COUNTS_FOR = regex(r"の?[^、。はがも「」]{2,28}(?:によると|によれば|によりますと)、")
_OFFICE_OF = regex(
    r"(?<![一-鿿])(?P<land>[米英独仏伊豪加韓])(?=(?:議会|財務|商務|労働|政府|統計|国勢|国家|中央銀|連邦|貿易|国税|歳入|経済|予算))"
)
_LETTERS = {
    "米": "米国", "英": "英国", "独": "ドイツ", "仏": "フランス", "伊": "イタリア", "豪": "オーストラリア", "加": "カナダ", "韓": "韓国",
}  # fmt: skip
_TRADE = frozenset({"輸出", "輸入"})


def _trading(reading: Reading) -> Subject | None:
    """海苔は韓国の水産物輸出で首位だ。昨年の輸出額は6億ドル: the one land whose trade the sentences before spoke of."""
    lands = {
        c.subjects[0].name: c.subjects[0] for scene, names in reading.discourse.before for c in names
        if c.type == "country" and _ITS_TRADE.match(scene.sentence.folded, c.end)
    }  # fmt: skip
    return next(iter(lands.values())) if len(lands) == 1 else None


_ITS_TRADE = regex(r"[ので][^、。はがをに0-9]{0,8}(?:輸出|輸入|貿易)(?!規制|制限|禁止|停止|関税|先|業者|企業)")


def _only_land(reading: Reading) -> Subject | None:
    """オランダの物価が上がった。財政赤字は2兆ユーロに達した: the one land that the sentences before named."""
    lands = {
        c.subjects[0].name: c.subjects[0] for _, names in reading.discourse.before for c in names if c.type == "country"
    }
    return next(iter(lands.values())) if len(lands) == 1 else None


_REGIONS = frozenset({"欧州連合", "ユーロ圏", "東南アジア諸国連合"})


def _item(reading: Reading, value: Value, leads: re.Pattern[str], since: int) -> tuple[Subject, ...]:
    """輸出額が最も増えたのはホタテ貝で109億円, 牛肉が12億円増えた: the goods in front of the value, behind the measure's word."""
    led = leads.search(reading.folded, max(0, since), value.start)
    found = next((p for p in phrases(reading.scene.sentence.text) if led and p.end == led.end("what")), None)
    if found is None or not found.thing or any(c.end == found.end and c.type == "country" for c in reading.names):
        return ()
    return (Subject(found.text, found.text, None, "other"),)


_ITEM_LED = regex(r"(?:たのは|。|、|では)(?P<what>[^、。はがもをに0-9%]{2,12})(?:で|が|も)(?:約)?$")
# 輸出を品目別にみると、鉄鋼が6%減、医薬品は11%増
_GOODS_LED = regex(
    r"(?:たのは|。|、|では)(?P<what>(?!輸[出入]|前[年月]|全体)[^、。はがもをに0-9%]{2,12})(?:で|が|も|は)(?:同)?(?:約)?$"
)
NATIONAL = regex(
    r"輸出金額|輸入金額|輸出総額|輸入総額|差引金?額|輸出額|輸入額|貿易収支|経常収支|貿易赤字|貿易黒字|財政赤字|財政収支|国内総生産|GDP|税収"
)


@cache
def _land_in() -> re.Pattern[str]:
    return regex(either(land["name"] for land in words("countries")))


# アメリカ向けの輸出額, 中国からの輸入額: whom a country trades with
_PARTNER = regex(r"(?:など|や[^、。はが]{1,12})?(?:向け|からの|への|との|に対する)")
# 市たばこ税の税収: a town's, not the state's.
_OF_TOWN = regex(r"(?:市|町|村|県|府|都|道|区)(?:[一-龠ァ-ヶー]{1,6}税)?(?:の|は、?)?$")
