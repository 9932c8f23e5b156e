"""Which way market value went: 1兆ドルの時価総額を奪った, 時価総額1500億ドルが失われた, 株主価値を3億ドル毀損した; not 時価総額5兆ドルの企業を失った."""

from __future__ import annotations

from jijitsu.extract.linking.value.course import DOWN, LEVEL, UP, Course, Place
from jijitsu.extract.regex import regex

_WORTH = r"(?:株式)?(?:時価総額|市場価値|株主価値|企業価値|株式価値)"
_SIZE = r"(?:相当|規模|近く|余り|あまり|以上|超|強|ほど|程度|分){0,2}"
_LOSE = r"失|奪|消|吹き飛|飛ん|飛ば|蒸発|削|毀損|目減り|溶"
_GAIN = r"生み|生まれ|創出|加わ|加え|上乗せ|上積み|積み増|積み上|増や"
# 2320億ドル相当の株主価値が失われた
_THE_VALUE = regex(rf"{_SIZE}の{_WORTH}(?:を|が)[^。、はがを]{{0,12}}?(?:(?P<down>{_LOSE})|(?P<up>{_GAIN}))")
# 時価総額1500億ドルが1日で失われた
_VALUED = regex(rf"{_WORTH}(?:の)?(?:うち)?(?:約|およそ)?$")
_IS_GONE = regex(rf"{_SIZE}(?:が|を)[^。、はがを]{{0,12}}?(?:{_LOSE})")
# 時価総額をおよそ1500億ドル削った, 企業価値が3億ドルほど毀損した
_OF_VALUE = regex(rf"{_WORTH}(?:を|は|が)[^。、はがを]{{0,12}}$")
_CUT = regex(rf"{_SIZE}(?:{_LOSE}|小さく)")
# 時価総額500億円以下の銘柄が消えた, 時価総額1兆円の企業が増えた: how large they are
_OF_FIRMS = regex(r"(?:超|以上|以下|未満|規模|台|クラス){0,2}の[^、。はがを]{0,8}?(?:企業|会社|銘柄|スタートアップ)")
# 上昇分は時価総額にして1500億ドルに相当する
_CHANGE = regex(
    rf"(?:(?P<up>上昇|増加|値上がり|上げ|急騰)|(?P<down>下落|減少|値下がり|下げ|急落))(?:分|幅)?(?:は|が)、?{_WORTH}(?:にして|で|換算で|ベースで|に換算して)(?:約|およそ)?$"
)


def of_market_value(place: Place) -> Course | None:
    """The way that words of losing and gaining tell, where market value is what is lost or gained."""
    if not place.sort("money"):
        return None
    if change := place.ahead(_CHANGE, 30):
        return UP if change["up"] else DOWN
    if place.ahead(_VALUED, 14) and place.behind(_OF_FIRMS):
        return LEVEL
    if moved := place.behind(_THE_VALUE):
        return UP if moved["up"] else DOWN
    gone = (place.ahead(_VALUED, 14) and place.behind(_IS_GONE)) or (place.ahead(_OF_VALUE, 24) and place.behind(_CUT))
    return DOWN if gone else None
