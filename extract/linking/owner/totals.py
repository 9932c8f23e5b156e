"""Whose a sum is that is said of many: of those who spent it, of a kind of firms, of all again behind a list, of each.

`many` takes a reading, a value and its measure, and returns an ordinary noun of the sentence or of those before, else ().
It is asked where no name of the sentence owns the figure, before whom the text speaks of.
"""

from __future__ import annotations

from jijitsu.extract.linking.entity.endings import OF_PERIOD
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def many(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return whose the sum of `measure` is, by how the sentence says it."""
    if measure.family not in {"financial", "quantity"}:
        return ()
    return again(reading, value) or (
        spenders(reading, value)
        or so_many(reading, measure)
        or ranked(reading, value)
        or kind_of_firms(reading, value, measure)
        or each_of(reading, value)
        if measure.family == "financial"
        else ()
    )


def again(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """去年1年間の累計は4268万人 behind 国別では、韓国が: of all that were counted before the list."""
    if any(c.end <= value.start for c in reading.names) or not _ALL.search(reading.folded, 0, value.start):
        return ()
    key = "money" if value.mention.type == "money" else value.amount.unit
    return tuple(subject for unit, subject in reading.discourse.wholes if unit == key)[:1]


def so_many(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """2社の2025年3月期の売上高は合計で84億円: of so many, whom the sentence before named."""
    found = _SO_MANY.search(reading.folded, 0, measure.start) if measure.start > 0 else None
    return (Subject(found["who"], found["who"], None, "group"),) if found is not None else ()


def together(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """5市を合わせた予算規模は1200億円: of all of them."""
    found = _TOGETHER.search(reading.folded, 0, value.start)
    if found is None:
        return ()
    written = reading.scene.sentence.text[slice(*found.span("who"))]
    return (Subject(written, found["who"], None, "group"),)


_TOGETHER = regex(
    r"(?:^|[、。はがも])(?P<who>(?:上位|大手|主要|県内|国内外?|周辺|沿線)?(?:[2-9]|[1-9][0-9]|[二三四五六七八九])"
    r"(?:社|行|市|町|村|県|人|局|クラブ|球団|[カか]国|団体|チーム|校|店|組合|銀行|信金|信用金庫|路線|施設|空港|大学|病院))(?:を|の)?"
    r"(?:合わせた|合せた|合計した|合算した|足した|合わせると|合計すると)[^。はがも0-9]{0,14}(?:は|が|、)[^、。はがも]{0,14}$"
)


_SO_MANY = regex(
    rf"(?:^|(?<=[。、]))[ 　]?(?P<who>(?:[2-9]|[1-9][0-9]|[二三四五六])(?:社|行)){OF_PERIOD}の(?:連結|合計|合算|単純)*$"
)
_ALL = regex(
    r"(?:^|[、。])(?:[^、。はがも「」]{0,12}(?:年|間|月|期|年度|まで|から)の)?(?:累計|合計|総計|総数|総額)(?:は|では|も)"
    r"[^、。はが]{0,8}(?:[0-9][^、。]{0,16}で、(?:初めて)?)?$"
)


def spenders(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """外国人旅行者が国内で使った金額は9兆円: who spent, earned or paid it."""
    spent = _SPENT.search(reading.folded, 0, value.start)
    if spent is None:
        return ()
    return _noun(next((p for p in _things(reading) if p.end == spent.start()), None))


_SPENT = regex(
    r"(?:\\([^()]{1,20}\\))?(?:ら|など|側)?が[^、。はが]{0,16}?(?:使っ|払っ|支払っ|稼い|納め|受け取っ|費やし|負担し|支出し|落とし|消費し|出費し|もらっ)[ただ]"
    r"(?:金額|額|お金|総額|費用|代金)(?:は|が|も)"
)


def ranked(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """首位は北海道の白糠町で、211億円を集めた; 首位は「青い丘」で、; 2位は月輪(京都市)の28億円: who holds the place."""
    held = _HOLDS_PLACE.search(reading.folded, max(0, value.start - 60), value.start)
    if held is not None and not any(held.start() <= c.start and c.end <= held.end() for c in reading.names):
        written = reading.scene.sentence.text[slice(*held.span("who"))]
        return (Subject(written, written, None, "other"),)
    placed = _PLACED.search(reading.folded, 0, value.start)
    if placed is None or any(
        placed.start() <= c.start and c.end <= placed.end() for c in reading.names if c.type != "product"
    ):
        return ()
    if placed["title"]:
        written = reading.scene.sentence.text[slice(*placed.span("title"))]
        return (Subject(written, written, None, "other"),)
    return _noun(next((p for p in _things(reading) if p.end == placed.end("who")), None))


# 首位は浜の家(今治市)の286億円, 2位は月輪の28億円
_HOLDS_PLACE = regex(
    r"(?:首位|トップ|最多|最下位|(?<![0-9])[0-9]{1,2}位)は、?(?!前|昨|同|国内|海外|世界|従来|全体)(?P<who>(?:[一-鿿々]{1,4}の)?[一-鿿々ァ-ヺーA-Za-z]{2,14})(?:\([^()]{1,16}\))?の(?:約)?$"
)
_PLACED = regex(
    r"(?:首位|トップ|最多|最下位|(?<![0-9])[0-9]位)は、?(?:[^、。はがも「」]{0,20}「(?P<title>[^「」]{1,24})」|(?P<who>[^、。はがも「」]{1,30}))(?:\([^()]{1,20}\))?で、[^。はが]{0,30}$"
)


def kind_of_firms(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """設立3年未満の企業の調達額は640億円, 働く人がいる世帯の実収入は: of all of a kind."""
    if measure.start < 0 or measure.start > value.start:
        return ()
    survey = _SURVEY.search(reading.folded, 0, measure.start)
    told = survey.end() if survey is not None else len(reading.folded)
    found = next((p for p in phrases(reading.scene.sentence.text) if (
        _KIND.search(p.text) or (p.thing and p.start >= told)) and _OWNS.fullmatch(reading.folded, p.end, measure.start)
    ), None)  # fmt: skip
    return _noun(found)


# 日本洋菓子協会によると、洋菓子店の9月の売上高は: a body that counts for a trade
_SURVEY = regex(
    r"(?:協会|連盟|連合会|組合|統計局|産業省|総研|データバンク|リサーチ)(?:\([^()]{1,12}\))?(?:[^、。はがも]{0,14}(?:によると|によれば)、?|が[^、。はがも]{0,14}(?:発表し|公表し|まとめ)た)"
)


_KIND = regex(
    r"(?:(?<!同)企業|世帯|家庭|農家|自治体|(?<!利用)(?<!当)(?<!関係)(?<!同)(?<!両)業者|事業者|メーカー各社|小売店|飲食店|病院|大学生|高齢者|若者|(?<!同)球団|クラブ|リーグ)$"
)
_OWNS = regex(r"(?:など)?の(?:[0-9年月度間~期]{1,12}の)?[^、。はがもをにで「」]{0,8}")


def each_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """1人当たりの支出は22万円 of whom the sum before was; 1世帯当たりの消費支出は30万円: of the household."""
    if piece := _PIECE.search(reading.folded, max(0, value.start - 12), value.start):
        return (
            () if reading.names else (Subject(piece["one"], piece["one"], None, "other"),)
        )  # 更新には1戸当たり300万円かかる
    each = _EACH.search(reading.folded, 0, value.start)
    if each is None or any(c.end <= value.start for c in reading.names):
        return ()
    if each["one"] != "人":
        return (Subject(each["one"], each["one"], None, "other"),)
    told, subject = reading.discourse.last or (-9, None)
    if subject is None or subject.name.endswith("賃金"):
        return ()  # 実質賃金は1%増えた。1人当たりの現金給与総額は30万円: no wage has another
    near = reading.scene.sentence.index - told == 1 and subject.type in {"other", "group"}
    return (subject,) if near else ()


_PIECE = regex(r"(?P<one>1(?:戸|世帯|家庭|農家))(?:当たり|あたり|につき)(?:約)?$")
_EACH = regex(
    r"(?:^|[、。])[^、。はがも]{0,12}?1(?P<one>世帯|人|戸|家庭)(?:当たり|あたり)の[^、。はがも0-9]{1,10}(?:は|が|も)[^。はが]{0,40}$"
)


def _things(reading: Reading) -> list[Phrase]:
    return [p for p in phrases(reading.scene.sentence.text) if p.thing]


def _noun(phrase: Phrase | None) -> tuple[Subject, ...]:
    return (Subject(phrase.text, phrase.text, None, "other"),) if phrase is not None else ()
