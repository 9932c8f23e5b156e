"""What befell so many: 58行が増益だった leaves their number where it is, 600人を解雇した lowers it."""

from __future__ import annotations

from jijitsu.extract.linking.value.course import DOWN, LEVEL, Course, Place
from jijitsu.extract.regex import regex


def how_many_fared(place: Place) -> Course | None:
    """地銀73行のうち58行が増益だった, 7割の企業が増益を見込む: so many did so, and their number went nowhere."""
    firms = place.value.amount.unit in _FIRMS or place.sort("percent")
    return LEVEL if firms and place.behind(_FARED) else None


_FIRMS = frozenset({"社", "行", "グループ", "法人", "店", "金庫", "信金"})
_FARED = regex(
    r"(?:超|強|弱|近く|以上|余り)?(?:の[^、。はがを0-9]{1,8})?(?:が|は|で)、?(?:[^、。はが0-9]{0,8})(?:[増減][収益配]|最高益|[赤黒]字)"
)


def laid_off(place: Place) -> Course | None:
    """600人を解雇した, 希望退職を300人募る, 従業員の12%を解雇する."""
    if place.sort("percent") and place.ahead(_STAFF, 16):
        return DOWN if place.behind(_LAID_OFF) else None
    if place.value.amount.unit not in {"人", "名"}:
        return None
    return DOWN if place.behind(_LAID_OFF) or place.ahead(_LEAVING, 16) else None


# 600人を解雇した, 950人の希望退職を募る; 希望退職を300人募る
_LAID_OFF = regex(
    r"(?:程度|ほど|以上|規模)?(?:の(?:従業員を|社員を)?|を)?(?:新たに|追加で|一斉に|追加)?(?:(?:一時|整理)?解雇|レイオフ|リストラ|希望退職|早期退職|人員削減|人員整理|削減|減ら)"
    r"|(?:程度|ほど|以上|規模)?を[^、。はがをも]{1,12}(?:までに|中に|かけて)(?:新たに)?(?:削減|減ら|解雇|整理)"
)
_STAFF = regex(r"(?:従業員|社員|職員|人員|スタッフ|労働者)(?:全体)?の(?:うちの?)?(?:約|およそ|ほぼ)?$")
_LEAVING = regex(
    r"(?:解雇|希望退職|早期退職|人員削減|人員整理)(?:者|の募集)?(?:(?:は|を|で|が|に)[^、。0-9]{0,6}|約?)$"
)
