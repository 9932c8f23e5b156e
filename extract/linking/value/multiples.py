"""How often as much: 前年同期の1.7倍となった grew, 営業利益は計画の2倍だ and 3倍の大きさ tell of no change."""

from __future__ import annotations

from jijitsu.extract.linking.value.course import LEVEL, UP, Course, Place
from jijitsu.extract.regex import regex

# 前年同期(5兆2000億円)に比べほぼ3倍で
_BESIDE_THEN = regex(
    r"(?:前の?(?:[年期月]|四半期)|昨年|去年|1年前)(?:の?(?:同[期月]|同時期|同じ(?:時期|期間|月))|度)?(?:\([^()]{0,20}\))?(?:に|と)比べ(?:て)?、?(?:約|ほぼ|およそ)?$"
)
_SINCE = regex(
    r"(?:前の?[年月期]|前週|前の?四半期|昨年|去年|一昨年|前回|年前|同期|同月|同時期|同じ時期|期間|平年|例年|(?<![0-9])[0-9]{2,4}年)(?:度)?(?:実績)?の(?:約|およそ|ほぼ)?$"
)
# 降雪量は平年の2倍となった, 例年の3倍の花粉が飛ぶ: how much there is; the prices of vegetables rise so
_NORMAL = regex(r"(?:平年|例年)の(?:約|およそ|ほぼ)?$")
_PRICED = regex(r"価格|[卸高安]値|値段|相場|単価|[0-9]円|値上が")
_GROWS = regex(r"(?:近く|以上|余り|ほど)?(?:に|へ|まで)(?:まで)?[^、。はが]{0,6}(?:増|伸び|膨|拡大|急|跳ね|上昇)")
_HELD_AGAINST = regex(
    r"[(、](?:同|(?:前年|前期|前月|前週|前の[年期月週])(?:同期|同月|同週|同日)?(?:比|の))(?:約|およそ)?$"
)
_TIMES = regex(
    r"(?:利益|純益|業益|終益|常益|売上高?|収入|収益|納車|販売|出荷|受注|配当|株価|台数)(?:は|が|、)?(?:約)?$"
)
# 営業利益は計画の2倍だ, 売上高は国内が海外の3倍だ: a plan and another's are no time before. 株価は4倍となった
_LINE_AHEAD = regex(
    r"(?:利益|純益|業益|終益|常益|売上高?|売り上げ|収入|収益|販売額|配当|株価|[一-鿿]株|価格|相場|値段|地価)(?:は|が|も)(?:[^、。はがの]{1,16}(?:比で?|まで)(?:に)?)?(?:約|およそ)?$"
)
# 売上高は前年同期比2倍、純利益は同3.5倍だった
_LINE_BESIDE = regex(
    r"(?:利益|純益|業益|終益|常益|売上高?|売り上げ|収入|収益|販売額|配当|台数|本数|個数)(?:は|が|も)?(?:(?:前の?[年期月]|前四半期|同)(?:度|同?[期月])?比で?|同)(?:約|およそ|ほぼ)?$"
)
_THE_SAME = regex(r"(?<=[はがも、])同(?:約)?$")
_AND_NEXT = regex(r"(?:近く|弱|強|以上|余り|超)?(?:、|。|だった|でした|$|\)|の[約0-9])")
_GREW = regex(
    r"(?:近く|弱|強|以上|余り|超)?(?:だった|でした|で、|。|と(?=なっ|なり|なる|伸び|増え|急増|急伸|大幅|大きく|好調|、))"
)
# 金は2倍になり、銀は3倍となった
_AND_ANOTHER = regex(
    r"(?:近く|弱|強|以上|余り|超)?(?:に|へ|と)(?:なり|なって|上昇し|値上がりし|膨らみ|増え)、[^、。はがもの]{1,16}[はがも](?:約|ほぼ|およそ)?"
)
# 1兆円余りで2倍以上となり; not 1兆円でB社の2倍となり
_AND_BY = regex(r"(?:余り|あまり|超|強|弱|程度)?(?:\([^()]{0,20}\))?(?:で|と)、?(?:約|ほぼ|およそ)?")
# 3.5倍となる782億円, 2倍を超える1兆円
_LEADS_ON = regex(r"(?:近く|以上|余り|強|弱)?(?:となる|にあたる|を(?:大きく)?(?:超える|上回る))(?:約|およそ)?(?=[0-9])")
# 株価が3倍近くまで急騰した
_UP_TO = regex(
    r"(?:近く|弱|強|以上|余り)?まで(?:に)?(?:大幅に|一気に)?(?:急騰|急伸|急増|上昇|拡大|増え|増加|伸び|膨らん|値上がり)"
)
_OF_ANOTHER = regex(r"の(?:約|およそ|ほぼ)?$")
"""計画の2倍となる100億円: of a plan or another, no time before."""
_PART = regex(r"[ \u3000=]|$|、(?![0-9])|でも")
_REACHES_THEN = regex(
    r"(?:近く|弱|強|以上|余り)?(?:に(?!届か)|へ|の|と|、|。|だ|で|[ \u3000]|$|を(?:大きく)?(?:超え|上回)|(?:近い)?(?=[0-9]))"
)
_REACHES = regex(
    r"(?:近く|弱|強|以上)?(?:に(?!比べ|あた|当た|相当|及|匹敵|達|届か|上[るっり]|のぼ)|へ|の(?=年?[約およ0-9一二三四五六七八九]))(?!規模|水準|速|大き|価格|値段|高さ|距離|面積|広さ|性能|長さ|重さ|"
    r"料金|力|人|強さ)"
)


_RATIO = regex(r"(?:倍率|PER|PBR|収益率)(?:\([A-Z]{3}\))?[はがも、]?[^。はが]{0,20}$")
"""応札倍率は2.83倍と前回の3.66倍に見劣りする: how often the offers cover the sum, and no growth."""


def times_as_much(place: Place) -> Course | None:
    """前年同期の1.7倍となった, 3倍に, 純利益は2.4倍となった, 3.5倍となる782億円, 5万1000台(同2.1倍)を納車した."""
    if not place.sort("multiple"):
        return None
    if place.ahead(_RATIO, 28):
        return LEVEL
    since = place.ahead(_SINCE, 12) or place.ahead(_BESIDE_THEN, 36)
    normal = place.ahead(_NORMAL, 12) and _PRICED.search(place.folded) is None
    if normal and not place.behind(_GROWS):
        return LEVEL
    if (since and place.behind(_REACHES_THEN)) or place.behind(_REACHES) or place.behind(_UP_TO):
        return UP
    if place.behind(_GREW) and place.ahead(_LINE_AHEAD, 40):
        return UP
    if place.behind(_AND_NEXT) and place.ahead(_LINE_BESIDE, 36):
        return UP
    row = place.at and place.values[place.at - 1].mention.type in {"percent", "multiple"}
    if row and place.value.amount.amount >= 1 and place.behind(_AND_NEXT) and place.ahead(_THE_SAME, 4):
        return UP  # 新車は前年同月比2.1倍、軽自動車は同1.3倍だった
    if place.behind(_LEADS_ON) and not place.ahead(_OF_ANOTHER, 4):
        return UP
    if (
        place.at
        and place.behind(_GREW)
        and (_AND_BY.fullmatch(place.gap) or (row and _AND_ANOTHER.fullmatch(place.gap)))
    ):
        return UP
    return UP if place.folded.startswith(")", place.value.tail) and place.ahead(_HELD_AGAINST) else None


def in_headline(place: Place) -> Course | None:
    """純利益2.3倍 北米が回復."""
    return UP if place.sort("multiple") and place.ahead(_TIMES) and place.behind(_PART) else None
