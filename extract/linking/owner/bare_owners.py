"""No price and no sum owns itself: 銀の28日の小売価格 is silver's, 一般会計の総額 the account's, 値決めは5218ドル what was priced last."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.subject.things import NUMERALS
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def past_the_bare(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return whose the price or sum is that `owners` names; `owners` itself where it is none, or where nothing tells."""
    if len(owners) != 1 or owners[0].type != "other" or not _BARE.fullmatch(owners[0].name):
        return owners
    at = reading.folded.rfind(owners[0].text, 0, value.start)
    held = _OF.search(reading.folded, 0, at) if at > 0 else None
    if held is not None:
        return _holder(reading, held.start()) or owners
    price = reading.discourse.price
    told = price is not None and price.type in {"commodity", "crypto"} and _PRICE.search(owners[0].name)
    return (price,) if told and price is not None else owners


def past_the_sum(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return who is spoken of where `owners` is but the word for a sum: 青葉町は寄付が増えた。受入額は12億円; 同馬は5勝し、獲得賞金額は3億円."""
    if len(owners) != 1 or owners[0].type != "other" or not _SUM_WORD.fullmatch(owners[0].name):
        return owners
    folded = reading.folded
    at = folded.rfind(owners[0].text, 0, value.start)
    if at < 0 or (at > 0 and folded[at - 1] not in "、。 　)"):
        return owners
    if own := _topic_of(reading.scene, reading.names, at):
        return own
    told, subject = reading.discourse.last or (-9, None)
    near = reading.scene.sentence.index - told == 1
    if subject is not None and near and not _SUM_WORD.fullmatch(subject.name) and not subject.name.endswith("率"):
        return (subject,)
    if not reading.discourse.before or reading.discourse.paragraph != reading.scene.sentence.paragraph:
        return owners
    scene, names = reading.discourse.before[-1]
    return _topic_of(scene, names, len(scene.sentence.folded)) or owners


def _topic_of(scene: Scene, names: Sequence[Candidate], end: int) -> tuple[Subject, ...]:
    """Who the sentence begins with, before `end`: 青葉町は, 北浜市の予算案が."""
    found = _TOPIC.match(scene.sentence.folded, 0, end)
    if found is None:
        return ()
    known = [c for c in names if found.start("who") <= c.start and c.end <= found.end("who")]
    if known:
        return known[-1].subjects[:1]
    texts = [p for p in phrases(scene.sentence.text) if p.end == found.end("who") and p.thing]
    return tuple(Subject(p.text, p.text, None, "other") for p in texts if not is_nobody(p.text))


_SUM_WORD = regex(r"[一-鿿]{0,8}(?<!被害)(?<!損害)(?<!賠償)(?:額|残高)")
_TOPIC = regex(r"(?:[^、。「」はが]{1,16}、)?(?P<who>[^、。「」はが]{1,24})[はが]")


def of_its_basis(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """コーヒー豆 in コーヒー豆の輸入は数量ベースで4%減、金額ベースでは21%増: a basis is nobody; alone, it goes on with what was told last."""
    if owners or (basis := _BASIS.search(reading.folded, 0, value.start)) is None:
        return owners
    if basis["topic"] is None:
        told, subject = reading.discourse.last or (-9, None)
        near = subject is not None and reading.scene.sentence.index - told == 1
        return (subject,) if near and subject is not None else owners
    return _holder(reading, basis.end("topic")) or owners


_BASIS = regex(
    r"(?:^|[、。]|[年月期]の)(?:(?P<topic>[^、。はが0-9]{2,20}?)(?:の(?:輸入|輸出|販売|出荷|生産))?は)?(?:[^、。はが]{1,6}、)?(?:数量|金額|台数)ベースで(?:は|も)?"
    r"(?:[^、。はが]{0,12}[増減]、(?:数量|金額|台数)ベースで(?:は|も)?)?(?:約)?\Z"
)


def of_goods_beside(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """ビール in 酒税が一本化され、ビールは約9円安く: what gets dearer or cheaper by so much, not the firm spoken of before."""
    beside = _BESIDE.search(reading.folded, 0, value.start) if owners and owners[0].type == "company" else None
    if beside is None or value.mention.type != "money" or not _DEARER.match(reading.folded, value.tail):
        return owners
    end = beside.start()
    if any(c.end == end for c in reading.names) or any(m.start < end <= m.end for m in reading.measures):
        return owners
    return _holder(reading, end) or owners


_BESIDE = regex(r"[はがも](?:約|およそ)?\Z")
_DEARER = regex(r"(?:ほど|程度|前後|余り)?(?:高く|安く|高い|安い|値上がり|値下がり)")


def _holder(reading: Reading, end: int) -> tuple[Subject, ...]:
    """The name, or else the noun, that ends there."""
    if known := next((c for c in reading.names if c.end == end), None):
        return known.subjects[:1]
    text = reading.scene.sentence.text
    found = (
        p
        for p in phrases(text)
        if p.end == end and text[p.start - 1 : p.start] not in NUMERALS and not is_nobody(p.text)
    )
    return tuple(Subject(p.text, p.text, None, "other") for p in found)


_PRICE = regex(r"(?:価格|値段|相場|卸値|値決め|単価|初競り|最高値|競り値)\Z")
_BARE = regex(
    r"(?:平均|店頭|小売|卸|国際|先物|現物|市場|販売|取引|希望|概算|成約|売り出し){0,3}(?:価格|値段|相場|卸値|値決め|単価|総額|金額|要求額|予算額)"
    r"|(?:販売|発売|供給|契約)戸数|落ち込み|伸び|輸入|輸出|初競り|最高値|ご祝儀相場|競り値"
)
_OF = regex(
    r"の(?:(?:[0-9]{2,4}年度?|[0-9]{1,2}月(?:期|末)?|[0-9]{1,2}日|[先今前来][月週年]末?|昨年|去年|前日|同日|今回|[今来昨]?[春夏秋冬])+の)?(?:[^、。はが0-9]{1,8}での)?\Z"
)
