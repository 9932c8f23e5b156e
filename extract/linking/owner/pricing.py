"""What a price is of where no name says it: goods, a currency by its unit, the firm that somebody bids for."""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.owner.auctions import auctioned, goods_before
from jijitsu.extract.linking.owner.fees import besides, billed, fee_of, on_average
from jijitsu.extract.linking.owner.launching import MODEL, SIZE, launched, model_of
from jijitsu.extract.linking.owner.owners import weak_owner
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.subject.things import goods_owner, whole_noun
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_price(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a price is of that no name owns: goods, or a currency by its unit."""
    price = reading.discourse.price
    if measure.name == "price" and (group := _sellers(reading, value) or billed(reading)):
        return group
    if measure.name == "commodity":
        sold = frozenset({"commodity", "product"} if _SOLD.match(reading.folded, value.tail) else {"commodity"})
        if _SOLD_OFF.match(reading.folded, value.tail) and any(c.particle == "が" for c in reading.names):
            sold |= {"company"}  # 1964年製フェラーリが3488万ユーロで落札された
        if (of := _per_unit(reading, measure)) is not None:
            return (of,)
        if raised := on_average(reading, value):
            return raised
        if fee := besides(reading, value, measure) or fee_of(reading, value):
            return fee
        if charged := _charges(reading, value, measure_less=measure.start < 0):
            return charged
        if _BARE_WIDTH.search(reading.folded, 0, value.start) and (dearer := _raised(reading)):
            return dearer
        if goods := weak_owner(value, reading.names, sold):
            return goods
        if won := auctioned(reading, value):
            return won
        if fee := _by_the_month(reading, value, measure):
            return fee
        if own := _in_row(reading, value, measure):
            return _of_thing(reading, value, own)
        if price is not None and _BARE_WIDTH.search(reading.folded, 0, value.start):
            return (price,)  # 棚を2490円に値下げする。値下げ幅は12%となる
        if old := _once(reading, value):
            return old
        if dish := _by_the_piece(reading, value, priced=measure.start >= 0):
            return dish
        if price is not None and price.type == "commodity" and _OF_THE_SAME.search(reading.folded, 0, measure.end):
            return (price,)  # 岬証券は年末の価格を56ドルと予想する
        if measure.start < 0 and (other := _by_width(reading, value) or _next_goods(reading, value)):
            return other
        if measure.start < 0 and price is not None and (
            price.type in {"commodity", "product"} or (price == reading.discourse.goods and _since_then(reading, value))
        ):  # fmt: skip
            return (price,)
        text = reading.scene.sentence.text
        owner = _within(reading, value, measure) or goods_owner(value, measure, text, reading.folded, reading.measures)
        return _of_thing(reading, value, owner)
    if measure.name == "fx_rate":
        if spoken := _money_name().search(reading.folded[: value.start]):
            return (Subject(spoken["name"], spoken["name"], None, "currency"),)  # ペソは対ドルで4%下げた
        if (quoted := _PER_COIN.search(reading.folded, 0, value.start)) and value.amount.unit != "JPY":
            return (Subject(quoted["of"], quoted["of"], None, "currency"),)  # 1ユーロ=1.16ドル
        if value.amount.unit == "USD" and (moved := _NAMED_MOVE.match(reading.folded, value.tail)) is not None:
            return (Subject(moved["of"], moved["of"], None, "currency"),)  # 0.0097ドルのユーロ安・ドル高
        unit = _CURRENCY.sub("", value.mention.text)
        if (
            value.amount.unit == "USD"
            and price is not None
            and price.type == "currency"
            and price.name not in {"ドル", "円"}
        ):
            return (price,)  # ユーロドルは反発した。1.1084ドルまで上げた
        return (YEN,) if value.amount.unit == "JPY" or not unit else (Subject(unit, unit, None, "currency"),)
    return ()


def _per_unit(reading: Reading, measure: Measure) -> Subject | None:
    """コメ5キロあたりの平均価格, レギュラーガソリン1リットル当たりの小売価格: what so much of costs so much."""
    unit = _PER_UNIT.search(reading.folded, 0, measure.end) if measure.start >= 0 else None
    if unit is None:
        return None
    named = next((c for c in reading.names if c.end == unit.start() and c.type in {"commodity", "product"}), None)
    if named is not None:
        return named.subjects[0]
    noun = next((p for p in phrases(reading.scene.sentence.text) if p.end == unit.start() and p.thing), None)
    return Subject(noun.text, noun.text, None, "other") if noun is not None else None


_PER_UNIT = regex(
    r"[」』]?の?[0-9]{1,3}(?:キロ|リットル|グラム|トン|個|本|玉|パック|枚|箱|束|袋|杯|俵|頭|匹|羽|尾|戸|室|台|食|冊|足|着|杯|皿|バレル|平方メートル|立方メートル)(?:・グラム)?(?:入り)?(?:\([^()]{1,16}\))?(?:当たり|あたり|につき)?の[^、。はが0-9]{0,8}(?:価格|単価|値段)$"
)


def _charges(reading: Reading, value: Value, *, measure_less: bool) -> tuple[Subject, ...]:
    """岬電力と浜電力が各26円高, 都市ガス4社も17円高くなる: who charges it, one by one or as a group."""
    each = next((c for c in reading.names if c.type == "company" and c.strength >= STRONG and c.end < value.start
                 and _EACH.fullmatch(reading.folded, c.end, value.start)), None)  # fmt: skip
    if each is not None:
        return each.subjects
    if measure_less and (where := _WHERE.search(reading.folded, 0, value.start)) is not None:
        place = next((p for p in phrases(reading.scene.sentence.text) if p.end == where.end("where")), None)
        return (Subject(place.text, place.text, None, "other"),) if place is not None and place.thing else ()
    return _sellers(reading, value)


def _sellers(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """一方、都市ガス4社も今月分が17円高くなる: several that are one group, and not named."""
    group = _SELLERS.search(reading.folded, 0, value.start)
    if group is None or any(
        c.strength >= STRONG and c.type == "company" and group.end() < c.start < value.start for c in reading.names
    ):
        return ()
    written = reading.scene.sentence.text[slice(*group.span("who"))]
    return (Subject(written, group["who"], None, "group"),)


_EACH = regex(r"(?:が|は|も)、?(?:それぞれ|各|ともに|そろって)(?:約)?")
# 最も下げたのは奈良の1円30銭
_WHERE = regex(r"たのは(?P<where>[^、。はがの0-9]{2,10})の(?:約)?$")
_SELLERS = regex(
    r"(?:^|[、。]|など)(?P<who>[一-鿿ァ-ヺーA-Z]{2,10}(?<![約計全他各])[0-9]{1,2}社)(?:は|も|が)[^。は]{0,40}$"
)


def _by_the_month(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """部屋の家賃は月額8万円: the fee, not how it is counted."""
    if measure.start < 0 or not _MONTHLY.fullmatch(reading.folded, measure.start, measure.end):
        return ()
    fees = [p for p in phrases(reading.scene.sentence.text) if p.end <= value.start and _FEE.search(p.text)]
    fees = [p for p in fees if p.particle in {"は", "が", "も", "を"}]
    return (Subject(fees[-1].text, fees[-1].text, None, "other"),) if fees else ()


_MONTHLY = regex(r"月額|年額|日額|月々")
_FEE = regex(r".(?:費|料|代|賃|金|料金)$")


def _since_then(reading: Reading, value: Value) -> bool:
    """True for 前回から1円15銭下がった in a sentence without names or a topic: what the price before was of."""
    return not reading.names and _THAN_BEFORE.match(reading.folded, 0, value.start) is not None


def _in_row(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """運賃は地下鉄が160円から170円に、都営バスは200円から210円に: each noun right in front of its price."""
    folded, text = reading.folded, reading.scene.sentence.text
    found = [
        p for p in phrases(text)
        if p.thing and p.start > measure.end and p.end < value.start and not _PRICE_WORD.search(p.text)
        and _OWN_PRICE.fullmatch(folded, p.end, value.start) and not _PERSONS.search(p.text)
    ]  # fmt: skip
    told = any(v.mention.type == "money" and v.end < value.start - 2 for v in reading.values) if found else False
    if not found or not (told or measure.start >= 0):
        return ()
    start = SIZE.search(text, 0, found[-1].start)
    name = text[start.start() if start else found[-1].start : found[-1].end]
    return (Subject(name, name, None, "other"),)


_OWN_PRICE = regex(
    r"[はがをも]、?(?:(?:1人|1泊|1回|1日|1枚|1個|1杯|1台|税込み?|税別)(?:当たり|あたり)?)?(?:約|およそ)?(?:[0-9][0-9.,万]*(?:円|ドル|ユーロ|元)から(?:約)?)?"
)
_THAN_BEFORE = regex(
    r"(?:これは|いずれも)?、?(?:前[回年週月日季期]|前の[年週月日]|先[週月]|昨[年季]|去年|1年前)[^、。はがも]{0,12}(?:から|より|に比べ|と比べ|比)"
)


def _once(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """62円だったはがきを85円に値上げした: what both prices are of."""
    goods = _ONCE.match(reading.folded, value.tail) or _ONCE_AHEAD.search(reading.folded, 0, value.start)
    found = next((p for p in phrases(reading.scene.sentence.text) if goods and p.end == goods.end("what")), None)
    return (Subject(found.text, found.text, None, "other"),) if found is not None else ()


_ONCE = regex(r"だった(?P<what>[^、。はが0-9を]{1,16}|はがき)を")
_ONCE_AHEAD = regex(r"[0-9](?:円|ドル|ユーロ|元)だった(?P<what>[^、。はが0-9を]{1,16}|はがき)を(?:約)?$")


def _raised(reading: Reading) -> tuple[Subject, ...]:
    """運賃の値上げを検討する。値上げ幅は20円となる: what the sentences before make dearer."""
    for scene in reversed(reading.discourse.lately):
        found = _RAISED.search(scene.sentence.folded)
        if found is not None and not _NO_GOODS.fullmatch(found["what"]):
            written = scene.sentence.text[slice(*found.span("what"))]
            return (Subject(written, found["what"], None, "other"),)
    return ()


_NO_GOODS = regex(r"価格|値段|今回|従来|商品|一部|大幅|小幅|一律")
_RAISED = regex(
    r"(?P<what>[一-鿿ァ-ヺーA-Za-z]{2,14}(?<!年度)(?<![社店月日年回]))(?:の|を|が)(?:平均|一律|一斉に|大幅に|それぞれ|相次いで|[今来]?[0-9年春夏秋冬月日]{1,6}(?:から|に)|来[年月](?:から|に))?値[上下]げ(?!幅|率)"
)
_BARE_WIDTH = regex(r"(?:^|[、。]|する|した)(?:値[上下]げ|引き?[上下]げ|値[上下]がり)幅(?:は|が|も)[^、。]{0,10}$")


def _next_goods(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """キャベツは82円。はくさいは64円で、37%の値下がりとなった: the clause's own topic, right in front of its price."""
    topics = [
        p for p in phrases(reading.scene.sentence.text)
        if p.thing and p.end <= value.start and p.particle[:1] == "は" and not _PRICE_WORD.search(p.text)
    ]  # fmt: skip
    if not topics or not _JUST_BEHIND.fullmatch(reading.folded, topics[-1].end, value.start):
        return ()
    return (Subject(topics[-1].text, topics[-1].text, None, "other"),)


def _by_width(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """リフト券の値上げ幅は20円: what becomes dearer by so much."""
    width = _WIDTH.search(reading.folded, max(0, value.start - 40), value.start)
    found = next(
        (p for p in phrases(reading.scene.sentence.text) if width and p.end == width.start() and p.thing), None
    )
    return (Subject(found.text, found.text, None, "other"),) if found is not None else ()


_WIDTH = regex(
    r"の(?:1[^、。はが]{1,3}(?:当たり|あたり)の)?(?:値[上下]げ|値[上下]がり|引き?[上下]げ|[上下]げ)幅(?:は|が|も)[^、。]{0,10}$"
)
_OF_THE_SAME = regex(
    r"(?:^|[はがも、])(?:[0-9]*年?末|[0-9]{1,2}月|今年|来年|年内|[0-9]{4}年|年平均|平均|先行き|当面)の(?:価格|相場)$"
)
_PRICE_WORD = regex(
    r"価格|値段|料金|運賃|単価|相場|値$|費$|代$|額$|率$|比$|円$|[年月週日季期]$|市場|全国|平均|県$|都$|府$|市$|町$|税込み|定価|今回|従来|国内|海外"
)
_JUST_BEHIND = regex(
    r"は、?(?:1(?:キロ|個|本|パック|玉|束|袋|箱|リットル|グラム|トン|匹|枚|切れ)(?:当たり|あたり)?(?:平均)?)?(?:約|およそ|平均で?)?(?:[0-9][0-9.,]*(?:円|ドル)(?:ほど)?で、)?(?:[^、。0-9はが]{0,10}(?:より|と比べて?|に比べ|比))?"
)


def _by_the_piece(reading: Reading, value: Value, *, priced: bool) -> tuple[Subject, ...]:
    """What one piece of is sold for: ラーメン1杯420円, 1皿319円のギョーザ."""
    folded, text = reading.folded, reading.scene.sentence.text
    piece = _PIECE.search(folded, max(0, value.start - 12), value.start)
    piece = piece or _PIECE_SOLD.search(folded, max(0, value.start - 16), value.start)
    if piece is None or (priced and "あたり" in piece[0].replace("当たり", "あたり")):
        return ()  # 運賃はコンテナ1個あたり1950ドル
    if named := next((c for c in reading.names if c.end == piece.start() and c.type == "commodity"), None):
        return named.subjects[:1]
    found = next((p for p in phrases(text) if p.end == piece.start() and p.thing), None)
    if found is None and folded.startswith("の", value.tail):
        found = next((p for p in phrases(text) if p.start == value.tail + 1 and p.thing), None)
    return (Subject(found.text, found.text, None, "other"),) if found is not None else ()


# ラーメン1杯, コメ5キロ, 灯油18リットル, 卵10個入り, はくさい4分の1カット
_ONE_PIECE = (
    r"(?<![0-9.万千百十])[ 　]?(?:(?:1|一)(?:個|枚|本|杯|皿|缶|袋|冊|食|箱|足|着|貫|膳|房|玉|切れ|斤|台|機|匹|尾|羽|束|パック|株|俵)|"
    r"[0-9]{1,3}(?:キロ|グラム|リットル|トン)|[0-9]{1,2}個入り)"
)
_PIECE = regex(
    rf"{_ONE_PIECE}(?:当たり|あたり)?(?:約|およそ)?$"
    r"|[ 　、]{1,2}(?:全国|全道|都内|[道県府]内)平均(?:で|は)?(?:約|およそ)?$"
)
# 卵1パックを税込み298円で販売する
_PIECE_SOLD = regex(
    rf"(?:{_ONE_PIECE}|[2-8]分の1(?:カット|個|玉|本)?)[をが](?:税込み?|税抜き|税別|特価)?(?:約|およそ)?$"
)


def _so_sold(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """サンマの水揚げは4210トンだった。最高値は1キロ1250円: of the goods told of last."""
    goods = reading.discourse.goods
    if goods is None or goods.name.endswith(("代", "料", "費")) or not _PIECE.search(reading.folded, 0, value.start):
        return ()
    return (goods,)


def _within(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a price said in somebody's words is of: 大学生は「バスなら2500円で済む」と話した."""
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    if speech is None:
        return ()
    floor = speech.start - reading.scene.sentence.start
    near = [
        p for p in phrases(reading.scene.sentence.text)
        if floor <= p.start and p.end <= value.start and _PRICED_AS.match(reading.folded, p.end) and p.thing
        and not (p.start <= measure.start < p.end and reading.folded.endswith("の", 0, p.start))  # 「サバの卸値は430円」
    ]  # fmt: skip
    return (Subject(near[-1].text, near[-1].text, None, "other"),) if near else ()


def if_it_is(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """炭素の除去は高いが、森林のクレジット[なら]12ドルで買える: what the price right behind it is of."""
    if value.mention.type != "money" or not _IF.search(reading.folded, max(0, value.start - 4), value.start):
        return ()
    end = reading.folded.rfind("なら", 0, value.start)
    thing = next((p for p in phrases(reading.scene.sentence.text) if p.end == end and p.thing), None)
    if thing is None or _PERSONS.search(thing.text):
        return ()
    return (Subject(thing.text, thing.text, None, "other"),)


_IF = regex(r"なら(?:約)?$")


def priced(reading: Reading, measure: Measure, value: Value) -> tuple[Subject, ...]:
    """What the price is of where nothing else says it: バスなら2500円, 料金は素泊まりで6500円."""
    text = reading.scene.sentence.text
    had = _HAD_FOR.match(reading.folded, value.tail)
    if (
        had is not None
        and (goods := next((p for p in phrases(text) if p.start == had.end() and p.thing), None)) is not None
    ):
        return (Subject(goods.text, goods.text, None, "other"),)  # 1年前に15万円で買えた入門機
    sold = _AUCTIONED.match(reading.folded, value.tail)
    near = [
        p for p in phrases(text)
        if p.end <= value.start and not p.text.endswith("幅") and not is_nobody(p.text) and (_PRICED_AS.fullmatch(reading.folded, p.end, value.start)
                                     or (sold and p.thing and reading.folded[p.end : value.start] == "、"))
    ]  # fmt: skip
    if near and (model := MODEL.search(text, max(0, near[-1].start - 6), near[-1].end)) is not None:
        product = reading.discourse.product  # 価格は16ギガバイトモデルで6万円から
        known = product is not None and MODEL.search(product.name) is None
        return (product if product and known else Subject(model["name"], model["name"], None, "product"),)
    if near and not _PERSONS.search(near[-1].text):
        return _of_thing(reading, value, model_of(reading, near[-1]))
    whole = whole_noun(measure, value, text, reading.measures) if measure.start >= 0 else ()
    return _of_thing(reading, value, whole) or (_so_sold(reading, value) if measure.start >= 0 else ())


def _of_thing(reading: Reading, value: Value, owner: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """想定価格は185万円, 日本では1万円: of the thing that the text speaks of, where only the price or the land is named."""
    if owner and _PAID_EACH.fullmatch(owner[0].name) and (held := _coin_before(reading)) is not None:
        return (held,)  # ビットコイン2932枚を購入した。平均購入単価は9万61ドルだった
    if owner and _AVERAGE.fullmatch(owner[0].name) and (goods := goods_before(reading)) is not None:
        return (goods,)  # 販売量は40トンだった。平均単価は1キロ820円
    if (
        owner
        and _AVERAGE.fullmatch(owner[0].name)
        and reading.discourse.company is not None
        and value.mention.type == "money"
        and owner[0].name != "価格"
    ):
        return (reading.discourse.company,)  # 住友林業は住宅を1万戸販売した。平均販売価格は52万ドルだった
    thing = reading.discourse.product if value.mention.type == "money" else None
    if not owner or not (_BARE_PRICE.search(owner[0].name) or _is_land(reading, owner[0])):
        return owner
    if thing is not None:
        return (thing,)
    if value.mention.type != "money":
        return owner
    firm = reading.discourse.company  # ロボットを量産する。1台当たりの価格は3万ドルだ: whoever makes them asks it
    bare = owner[0].name in _NO_THING or _is_land(reading, owner[0])
    return launched(reading) or ((firm,) if firm is not None and bare else owner)


def _is_land(reading: Reading, owner: Subject) -> bool:
    """価格は北米で299ドル、中国で1999元: where it costs so much is no goods."""
    lands = (c for c in reading.names if c.type == "country")
    return _REGION.fullmatch(owner.name) is not None or any(owner.text == c.text for c in lands)


_REGION = regex(r"[東西南北中]?(?:アジア|欧州?|米|ヨーロッパ|アフリカ)|海外|国内|日本|アメリカ|中東|豪州|EU|ユーロ圏")
_NO_THING = frozenset({"価格", "販売価格", "本体価格", "売価", "値段"})


@cache
def _money_name() -> re.Pattern[str]:
    return regex(
        rf"(?<![ァ-ヺー])(?P<name>[ァ-ヺー]{{0,8}}・?(?:{either(words('pricing')['moneys'])}))(?:は|が|も|の)[^。0-9]{{0,20}}$"
    )


def _coin_before(reading: Reading) -> Subject | None:
    """The coin that the sentence, or the one before, says was bought."""
    named = (*(names for _, names in reading.discourse.before[-1:]), reading.names)
    return next((c.subjects[0] for names in reversed(named) for c in reversed(names) if c.type == "crypto"), None)


_PAID_EACH = regex(r"(?:加重)?(?:平均)?(?:の)?(?:取得|購入|買い付け|仕入れ)(?:平均)?(?:単価|価格|価額|コスト)")
_NAMED_MOVE = regex(r"(?:ほど|近く|程度|強|弱)*の?(?P<of>ユーロ|ポンド|豪ドル|NZドル|スイスフラン)[安高]")
_PER_COIN = regex(r"1(?P<of>ユーロ|英?ポンド|豪ドル|NZドル|スイスフラン|人民元)=(?:約)?$")
PER_COIN = regex(
    r"(?<![0-9.])1 ?(?P<coin>[A-Z]{3,5}|[ァ-ヺー・]{2,12})(?:=|当たり|あたり|につき)(?:の?(?:取得|平均)*(?:単価|価格)?は?)?(?:約)?$"
)
_CURRENCY = regex(r"^[^ァ-ヶー元]*|[^ァ-ヶー・ドル元]+$")
YEN = Subject("円", "円", None, "currency")
_BARE_PRICE = regex(r"(?:価格|定価|予価|値段|売価|本体価格|税込み|税別)$")
_AVERAGE = regex(
    r"(?:(?:平均|落札|取引|販売|卸|競り|1[^、。]{1,3}当たりの)*(?:単価|価格|値段|相場|取引額)|浜値|競り値|卸値)"
)
_HAD_FOR = regex(
    r"(?:ほど|程度|前後)?で(?:買え|買っ|手に入っ|購入でき|購入し|借りられ|泊まれ|食べられ|売られてい|売ってい)[たる](?=[^ぁ-ゖ])"
)
_AUCTIONED = regex(r"で(?:落札|競り落と)")
_SOLD_OFF = regex(r"で(?:落札|競り落と)され")
_SOLD = regex(r"(?:ほど|程度|余り)?で(?:落札|競り落と|売却|売れ|売られ|取引|販売)")
_PRICED_AS = regex(
    r"(?:なら|だと|では|は|で|が)(?:(?:1人|1泊|1回|1日|1時間|1枚|1個)|[0-9]{1,3}(?:秒|分|時間|泊|日|人|個|本|枚|杯|キロ|グラム|リットル)(?:当たり|あたり|につき))?(?:約|およそ)?"
)
_PERSONS = regex(r"者|人$|側$|^(?:ほとんど|大半|多く)$")
