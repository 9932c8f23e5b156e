"""Sales charts: what sold best by the week, of which only the first line says that it was sold.

首位は『海鳴りの城』で4万1280本, 2(-) PS5 ボルトスター 19,340本, 初週で13万枚: counts of games, discs and books in such a text are
sales, and of the work whose title stands before them. Leaves orders, prints (発行部数) and texts in which nothing is ranked.
"""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_CHART = regex(
    r"(?:販売|売り?上げ?|セールス|実売)(?:本数|台数|枚数|部数|数)?の?(?:週間|月間|年間)?(?:ランキング|TOP ?[0-9])|売れ筋ランキング"
    r"|推定(?:販売|売り?上げ?)(?:本|台|枚|部)?数|(?:最も|一番)(?:多く)?売れた(?:のは|ソフト|ゲーム|作品|本は|書籍|CD|アルバム|シングル)"
)
_SOLD = frozenset({"本", "台", "枚", "部", "冊"})
_LEAST = 100
"""So few are no week's sales: 2本, 4台."""
_NOT_SOLD = regex(r"(?:受注|予約|注文|発行|出荷|在庫|生産|入荷|初回|増刷|重版)[^、。]{0,12}$")
_SHORT = 24
_TITLE = regex(r"『(?P<name>[^『』]{1,50})』")
_OTHER = regex(r"(?:^|[、。])[^、。『』]{1,20}[^、。『』でにのと版](?:は|が)(?:約)?$")
# 2(-) PS5 ボルトスター 19,340本, 4位(先週3位) Switch みかんの島 9,866本: a line of the list itself
_LINE = regex(
    r"[ 　]?[0-9]{1,3}位?(?:\([^()]{1,10}\))?[ .、:]{1,2}(?:(?:NSw?|NS2|Nintendo Switch|Switch|PS[2-5V]|PSP|XSX|XB1|Xbox|3DS|DS|Wii|WiiU|PC)2? )?"
    r"(?P<name>[^0-9 (][^0-9(]{0,30}(?:[0-9][^0-9(]{1,20})?[0-9]?) (?:約)?\Z"
)
# 1位(初登場) Switch 海鳴りの城, and in the next line 4万1280本(累計:5万本)/若葉ゲームズ
_HEAD = regex(
    r"[ 　]?[0-9]{1,3}位(?:\([^()]{1,10}\))?[ .、:]{0,2}(?:(?:NSw?|NS2|Nintendo Switch|Switch|PS[2-5V]|PSP|XSX|XB1|Xbox|3DS|DS|Wii|WiiU|PC)2? )?"
    r"(?P<name>[^0-9 (][^。、]{0,50}?)[ 　]?"
)
_FIGURES = regex(r"[ 　]?(?:約)?[0-9][0-9.,万]{0,12}(?:本|枚|台|部|冊)?(?:\(累計:?(?:約)?)?")
_SUBJECT = regex(r"[一-鿿ァ-ヺA-Za-z0-9」』)](?:は|が|も)")
_BEFORE = regex(r"(?:前の?週|前の?月|前週|前月|初週|前作)[^、。]{0,6}(?:から|比で?|より|に比べて?)(?:約)?$")


def is_chart(text: str) -> bool:
    """True for an article that says what sold best."""
    return _CHART.search(text) is not None


def is_sale(folded: str, value: Value) -> bool:
    """True for a count that a chart can only mean as sold, and for its change: 前の週から6割落とした."""
    if value.mention.type == "percent":
        return _BEFORE.search(folded, max(0, value.start - 16), value.start) is not None
    if value.mention.type != "count" or value.amount.unit not in _SOLD or abs(value.amount.amount) < _LEAST:
        return False
    return _NOT_SOLD.search(folded, max(0, value.start - 20), value.start) is None


def is_milestone(reading: Reading, value: Value) -> bool:
    """True for the count of a headline that a work or ware has reached: 「砂の帝国」500万本突破, 「ミロ」、10万台を突破."""
    if reading.scene.sentence.role != "headline" or value.amount.unit not in _WARES:
        return False
    reached = abs(value.amount.amount) >= _MANY and _REACHED.match(reading.folded, value.tail) is not None
    named = _NAMED.search(reading.folded, max(0, value.start - 14), value.start) is not None
    return reached and named and _ORDERED.search(reading.folded) is None


_WARES = frozenset({"本", "台", "個", "枚", "食", "箱", "足", "缶", "袋", "杯", "機"})
_MANY = 10_000
_REACHED = regex(r"(?:超)?(?:を|に)?(?:突破|達成|到達|超え)")
_NAMED = regex(r"[」』](?:シリーズ)?[、がは 　]?(?:シリーズ|世界|国内|全世界)?(?:累計|販売)*(?:約)?$")
_ORDERED = regex(r"受注|予約|注文|発行|応募|回収|募金|署名|植樹|動画")


def of_chart(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Whose a sale of a chart is: of the work that is named for it, else of the last one where nothing else is spoken of."""
    folded, discourse = reading.folded, reading.discourse
    ahead = discourse.lately[-1].sentence.folded if discourse.lately else ""
    if work := _work(reading.scene.sentence.text, folded, value, ahead):
        return work
    if discourse.goods is None or reading.names or _SUBJECT.search(folded, 0, value.start):
        return ()
    return (discourse.goods,)  # 2機種を足せば首位に迫る3万本になる


def _work(text: str, folded: str, value: Value, ahead: str) -> tuple[Subject, ...]:
    """The work that the chart's line, the line `ahead` of it or the title before the count names; () where another stands between."""
    head = _HEAD.fullmatch(ahead) if value.start <= _SHORT and ahead else None
    if head is not None and (value.start <= 1 or _FIGURES.fullmatch(folded, 0, value.start)):
        return (Subject(head["name"], head["name"], None, "product"),)
    line = _LINE.match(folded, folded.rfind("\n", 0, value.start) + 1, value.start)
    found = line or next(iter(reversed(list(_TITLE.finditer(folded, 0, value.start)))), None)
    if found is None or (line is None and _OTHER.search(folded, found.end(), value.start)):
        return ()
    written = text[slice(*found.span("name"))]
    return (Subject(written, found["name"], None, "product"),)
