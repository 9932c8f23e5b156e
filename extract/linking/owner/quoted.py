"""Prices that a name stands for: the coin itself in ビットコイン価格, the goods in 野菜14品目の価格."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_DEALER = regex(
    r"貴金属|^(?:公表|店頭|小売|店頭小売|販売|店頭販売|買い取り|国際|国内|(?:[ドルユロ円]{1,3}建て)?現物)価格$"
)
_SETTLED = regex(r"^(?:月物|限月)?清算値$")


def quoted_alone(
    owners: tuple[Subject, ...], names: tuple[Candidate, ...], price: Subject | None
) -> tuple[Subject, ...]:
    """ビットコイン価格: the coin itself has the price."""
    if len(owners) != 1 or owners[0].type not in {"other", "company"}:
        return owners
    if _DEALER.search(owners[0].name):  # 金の小売価格の指標となる青葉貴金属の販売価格
        goods = next((c.subjects for c in reversed(names) if c.type == "commodity"), ())
        return goods or ((price,) if price is not None and price.type == "commodity" else owners)
    if price is not None and price.type in {"index", "commodity"} and _SETTLED.search(owners[0].name):
        return (price,)  # 日経平均先物は下落した。12月物は前日の清算値に比べ120円安の3万2530円
    if owners[0].type != "other" or not owners[0].name.endswith(("価格", "相場")):
        return owners
    stem = owners[0].name[:-2]
    return next((c.subjects for c in names if c.type in {"crypto", "commodity", "index"} and c.text == stem), owners)


def of_so_many(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """野菜14品目の価格は16%上昇した: the goods, of which so many are counted, and not their price."""
    if len(owners) != 1 or not owners[0].name.endswith(("価格", "値段", "相場")):
        return owners
    found = _SO_MANY.search(reading.folded, 0, value.start)
    if found is None or not reading.folded.startswith(owners[0].text, found.end()):
        return owners
    name = reading.scene.sentence.text[slice(*found.span("goods"))]
    return (Subject(name, name, None, "commodity"),)


_SO_MANY = regex(
    r"(?<![一-鿿ァ-ヺー])(?P<goods>[一-鿿ァ-ヺー]{1,10}類?)[0-9]{1,4}(?:品目|品種|商品|銘柄|種類?|点)の(?=(?:平均|店頭|小売|販売|卸売?|取引)?(?:価格|値段|相場))"
)
