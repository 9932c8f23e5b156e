"""What a bare 価格 is of: the thing that the sentences before bring to market (「ミクロ」を秋に発売する。価格は1万2000円)."""

from __future__ import annotations

import re

from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_SOLD = r"(?:発売|売り出|販売|市場に投入|市販|刊行|出版|リリース|配信を始|提供を始|追加発売)"
# 新端末「ルモ」を発表した: shown, and so to be had
_SHOWN = rf"(?:{_SOLD[3:-1]}|発表|公開|投入|お披露目)"
# ゲーム機「ミクロ」を秋に発売する, 写真集『海の町』が10日に発売される, 「ミクロ」の発売日
_BRANDED = regex(
    rf"[「『](?P<name>[^「」『』。]{{1,30}})[」』](?:\([^()]{{0,20}}\))?[^、。「」『』はがを0-9]{{0,8}}[をがはの][^。「」『』]{{0,30}}?{_SHOWN}"
)
# 昨年9月に発売した「ミクロ」について
_BRANDED_BEHIND = regex(
    rf"{_SOLD}(?:した|している|する|された|予定の)[^、。「」『』はがを0-9]{{0,16}}[「『](?P<name>[^「」『』。]{{1,30}})[」』]"
)
# 新型の携帯型ゲーム機ミクロの発売日を
_NEW_WARE = regex(r"(?:の発売日?を|を)[^。「」『』]{0,30}?(?:発表|公開|披露|投入)")
_NEW = regex(r"新(?:型|しい|製品|商品|モデル)[^、。はがを]{0,12}$")
# 新型の炊飯器を秋に発売する
_BARE = regex(rf"[をがは][^。、を「」『』]{{0,20}}?{_SOLD}(?!店|台数|数|額|会社|機)")


def launched(reading: Reading) -> tuple[Subject, ...]:
    """The thing last brought to market in the sentences right before; nothing where none is."""
    return next((found for scene in reversed(reading.discourse.lately) if (found := launched_in(scene))), ())


def launched_in(scene: Scene) -> tuple[Subject, ...]:
    """The thing that this sentence brings to market."""
    folded, text = scene.sentence.folded, scene.sentence.text
    if not re.search(_SHOWN, folded):
        return ()
    branded = list(_BRANDED.finditer(folded)) or list(_BRANDED_BEHIND.finditer(folded))
    if branded:
        written = text[slice(*branded[-1].span("name"))]
        return (Subject(written, branded[-1]["name"], None, "product"),)
    things = [
        p for p in phrases(text)
        if p.thing and not _NO_WARE.search(p.text)
        and (_BARE.match(folded, p.end) or (_NEW_WARE.match(folded, p.end) and _NEW.search(folded, 0, p.end)))
    ]  # fmt: skip
    return (Subject(things[-1].text, things[-1].text, None, "other"),) if things else ()


_NO_WARE = regex(r"社$|店$|者$|氏$|グループ$|[年月日季期秋春夏冬]$|予定|向け$|会社|メーカー|権$")


def model_of(reading: Reading, noun: Phrase) -> tuple[Subject, ...]:
    """価格は16ギガバイトモデルで6万円から: the thing that the text speaks of, else the model with its size or the noun."""
    text = reading.scene.sentence.text
    model = MODEL.search(text, max(0, noun.start - 6), noun.end)
    if model is None:
        return (Subject(noun.text, noun.text, None, "other"),)
    product = reading.discourse.product
    if product is not None and MODEL.search(product.name) is None:
        return (product,)
    return (Subject(model["name"], model["name"], None, "product"),)


SIZE = regex(r"[0-9０-９.．]{1,5}[ 　]?$")
"""4GBモデルが2万1800円, 8 GBモデルが599ドル: what stands before the noun and is of its name."""
MODEL = regex(
    r"(?P<name>[0-9０-９][0-9０-９.]{0,5} ?[ァ-ヺーA-Za-z]{1,10}(?:モデル|版|タイプ|仕様|プラン|缶|瓶|ボトル|パック))$"
)
