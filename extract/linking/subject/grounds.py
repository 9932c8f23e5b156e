"""The land of a headline and the town that a sentence makes its topic: whose taxes, exports and budgets the sums are."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def land(scene: Scene, names: Sequence[Candidate]) -> Subject | None:
    """The only country or town of a headline: 米貿易赤字, 横浜市の税収."""
    lands = [c.subjects[0] for c in names if c.type == "country"]
    if lands:
        return lands[0] if len(lands) == 1 else None
    if short := _SHORT_LAND.match(scene.sentence.folded):
        return Subject(short.group(), _SHORT_LANDS[short.group()], None, "country")
    towns = [p for p in phrases(scene.sentence.text) if _TOWN.search(p.text)]
    return Subject(towns[0].text, towns[0].text, None, "other") if len(towns) == 1 else None


def later_town(scene: Scene, before: Subject | None) -> Subject | None:
    """The town that the text speaks of after a sentence; 県 alone is the one that was named."""
    found = town(scene)
    if found is None or (before is not None and before.name.endswith(found.name)):
        return before
    return found


def town(scene: Scene) -> Subject | None:
    """岩手県遠和町は予算案をまとめた: the first that is a topic."""
    told = scene.sentence.role in {"body", "bullet"} and _TOWN_TOPIC.search(scene.sentence.folded)
    if told and (own := _OF_BUDGET.search(scene.sentence.folded)):
        return Subject(own["name"], own["name"], None, "other")  # 県の新年度の一般会計予算案は
    for phrase in phrases(scene.sentence.text) if told else ():
        if phrase.particle[:1] in {"は", "が"} and (
            place := _PUBLIC.fullmatch(phrase.text) or _BARE.fullmatch(phrase.text)
        ):
            return Subject(phrase.text, place["name"], None, "other")
    return None


_TOWN_TOPIC = regex(
    r"[県市区町村都府道](?:議会)?(?:[はが]|(?:の[^、。はが]{0,20}|当初|補正)?(?:予算|一般会計|特別会計|決算))"
)
_BARE = regex(r"(?P<name>[県市町村都府])")
_OF_BUDGET = regex(
    r"(?:^|[、。 の]|年度)(?P<name>(?!年度|同|昨|今|来)[一-鿿]{0,5}[県市町村都府])"
    r"(?:(?:の[^、。はが]{0,20}|(?:当初|補正)?)(?:予算|一般会計|特別会計|決算)|議会[はが][^。]{0,60}予算)"
)
# 岩手県遠和町, 福山市, 長野県; 町 alone is of whom the text speaks
_PUBLIC = regex(
    r"(?:[一-鿿]{2,3}[都道府県])?(?P<name>[一-鿿ぁ-ゖァ-ヺー]{1,6}[県市区町村]|東京都|大阪府|京都府|北海道)"
)
_SHORT_LANDS = {
    "米": "米国", "英": "英国", "独": "ドイツ", "仏": "フランス", "伊": "イタリア", "中": "中国", "韓": "韓国",
    "豪": "オーストラリア", "印": "インド", "ロ": "ロシア",
}  # fmt: skip
# 米貿易赤字; not 米価, 中学校, 伊勢
_SHORT_LAND = regex(
    r"[米英独仏伊中韓豪印ロ](?=の?(?:[0-9]{1,2}月|[0-9]{4}年|[一-鿿]{0,4})(?:貿易|輸出|輸入|経常|財政|税収|GDP|国内総生産|予算))"
)
_TOWN = regex(r"..[市町村県府都区州]$")
