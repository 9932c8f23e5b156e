"""Counts and measures: a number with a counter behind it (163万台, 3人, 600万セル, 45-watt), and ゼロ.

Takes the counters of lexicon/counters.yaml, and any other noun directly behind a number that is plainly its counter;
the unit is the word as written. Leaves times and dates (duration.py and date.py have them), ages, ranks and ordinals
(2番目, 3位, 第2章), names (レベル4, H100), denominators (1機あたり) and idioms (もう一つ, 一人ひとり).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.numbers.figures import Figure, Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral, read
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_ZERO = regex(
    r"(?:(?P<who>[者人員客])数?(?:[がはも]|(?=ゼロ))|(?P<what>[台件社戸店校便])数?[がはも]?|[がはも数])"
    r"(?P<zero>ゼロ)(?=だ|で|に(?!近)|と|、|。|の(?!ま)|$|(?<=[者人員客台件社戸店校便]ゼロ)[はをが])"
)
_ENGLISH = regex(r"(?<![\w.-])(\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)-([a-z]{2,20})(?![a-z])")
_ENGLISH_TIME = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "old", "star", "on", "up", "in"))
_ONE_COUNTS = frozenset(
    ("社", "名", "台", "株", "校", "機", "頭", "隻", "個", "票", "回", "店", "店舗", "議席", "工場")
)
"""Behind 一 alone only these count: 一つ, 一度, 一本, 一面 and 精一杯 are idioms too often."""
_INDEX = regex(r"(?:日経平均|平均株価|指数|ダウ|ナスダック|TOPIX|先物)[^。、()]{0,14}$")
# SENSEXは前日比1.9%安の7万9300台まで下げた: a level of an index, and no machines
_SHARES = regex(r"(?:指数|平均|総合|TOPIX|KOSPI|SENSEX|センセックス|VIX|DAX|CAC40|FTSE100|S&P ?500|ハンセン|先物)")
_STANDS = regex(
    r"(?:前半|半ば|後半)?(?:まで(?:[上下]げ|上昇|下落|急[騰落伸]|値を|買われ|売られ|上値|下値|戻)|を(?:回復|割|突破|付け|つけ|維持|下回|上回|試)|に(?:乗せ|乗っ|下落|上昇|急[騰落]|沈|突入|下が|上が|接近)|へ(?:下落|上昇|下げ|上げ|急[騰落])|で(?:推移|取引を終|引け|もみ合|始ま|寄り付))"
)
_NAMED = regex(
    r"(?:(?<![A-Za-z])(?:[A-Z] ?|CO|NO|SO|CH|NH|PM)|レベル|ステージ|フェーズ|バージョン|タイプ|クラス|ランク|カテゴリー?|ベスト|東京|\d:)$"
)
"""G7カ国, J 2リーグ, CO2濃度, レベル4自動運転: the number belongs to what stands before it."""
_ONE_OF = regex(
    r"(?:関係者|当局者|高官|幹部|アナリスト|ストラテジスト|エコノミスト|トレーダー|創業者|創設者|専門家|発起人|立役者|考案者|候補者?)の(?:1|一|うちの?1)人"
)
_IN_ORDER = regex(r"第[0-9]{1,3}(?:[-~・、][0-9]{1,3}){0,3}[-~・、]$")
_PLACED = regex(r"(?:[北南]緯|[東西]経)(?:約)?(?:\d{1,3}度)?$")
"""北緯36度: where something is, not how much of it."""
_FLIGHT = regex(r"(?:[A-Z]{2,3} ?|航空|行き|日航|全日空)$")
_STOPPED = regex(r"(?:以上|余り)?(?:が|を|の)?(?:欠航|運休|減|増|遅)")
"""ANA624便, ニューヨーク行き292便: a flight's number; 日航132便が欠航 counts them."""
_EVENT = regex(
    r"(?:(?:・|と|、|や|,)[0-9]{2,5} ?(?:メートル|キロ|km|m)){0,3}"
    r"(?:走(?![っらりるれ行])|リレー|ハードル|障害|自由形|平泳ぎ|背泳ぎ|バタフライ|個人メドレー|メドレー|[男女]子|競走|競歩|スプリント|クラシカル|マススタート|タイムトライアル"
    r"|(?:準々?)?決勝|予選|の部(?!分)|を[0-9]{1,2}[分秒]|に出場|には出場|を欠場|(?:で|でも|では|とも|の)(?:[^、。はがを0-9]{0,8}(?:優勝|世界記録|世界新|日本記録|日本新|大会記録|入賞|予選|準?決勝|[金銀銅]メダル|種目)|[1-8](?:位|着|種目)))"
)
"""100メートル走, 1500メートルで優勝し, 100 m・200 mとも当時の世界記録: the name of a race."""
_RACES = frozenset(
    map(Decimal, (50, 60, 100, 110, 200, 400, 500, 800, 1000, 1500, 3000, 5000, 10000, 5, 10, 15, 20, 30, 35))
)
"""How long races are: 2メートル45の世界記録 is none."""
_RACERS = regex(r"(?:(?<![一-鿿])[男女]|[男女]子|競泳|個人|団体|一般)(?:の)? ?$")
"""男子100メートル: so is this."""
_CALLED = regex(r"「[一-鿿]{0,2}$")
_WON = regex(r"(?:\d{1,4}|全)(?:勝|敗)")
_COPIES = 100
_PUPIL = regex(r"(?<![一-鿿])[小中高]$")
_MORE = regex(r"(?P<number>\d[\d,]{0,9}[万千百]?)余(?P<unit>[人名件戸隻台基本社頭校年]|カ所|か所|世帯)(?!り)")
_METRES = frozenset(("メートル", "m"))
_RUN = frozenset(("メートル", "m", "キロ", "km"))
_WORD_GOES_ON = regex(r"[ァ-ヺー]{2}")
_CENTIMETRES = regex(r" ?(?P<digits>\d{1,2})(?:(?:センチ|cm)(?:メートル)?|(?<=\d\d)(?=[をでのとはがに、。」)]|$))")
"""1メートル60センチ, 8メートル12: one length."""
_KANJI = regex(r"[一-鿿]")
_LICENCE = regex(r"[a-z]-$")
_YEAR = regex(r"(?:19|20)\d\d$")
_BIG_ENOUGH_FOR_LATIN = Decimal(10_000)
# 平均年齢は58.3歳, 平均寿命は男性81歳、女性87歳; not 65歳以上, (42歳)
_YEARS_OLD = regex(r"歳(?!以[上下]|未満|代|児|の(?!高齢|若さ)|から|[)」]|(?:男|女)性?)")
_MEAN_AGE = regex(r"(?:平均年齢|平均寿命|平均余命|健康寿命|年齢の(?:平均|中央値))[^。()]{0,40}$")
_VERSIONS = 100
_LATIN = regex(r"[A-Za-z] ?$")
_LATIN_NOUN = regex(r" ?([A-Z]{2,6})(?![A-Za-z0-9-])")


class _Counter(msgspec.Struct, frozen=True):
    unless: tuple[str, ...]
    kanji: bool
    latin: bool
    points: bool


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the counts of a sentence."""
    text = sentence.folded
    own = setting.own.counter
    yield from mentions(sentence, "count", figures(text, partial(_count_with, own) if own else count))
    yield from mentions(sentence, "count", _zeros(text))
    yield from mentions(sentence, "count", _english(text))
    yield from mentions(sentence, "count", _leading(text))
    yield from mentions(sentence, "count", _and_more(text))


def _count_with(own: re.Pattern[str], text: str, numeral: Numeral) -> Reading | None:
    """Read the counter behind `numeral`, those of the user's lexicon first."""
    match = own.match(text, numeral.end)
    return Reading(match.end(), numeral.amount, match[1]) if match else count(text, numeral)


def count(text: str, numeral: Numeral) -> Reading | None:
    """Read the counter behind `numeral`: a known one, else the noun that stands there."""
    dotted = "・" in numeral.text and not numeral.kanji and numeral.scale == 1
    if dotted and not _has_points(text, numeral.end):
        return None  # 1・2号機 is two of them
    if text.startswith("余", numeral.end) or text.startswith(_idioms(), numeral.start):
        return None
    if _PLACED.search(text, max(0, numeral.start - 10), numeral.start):
        return None
    if _PUPIL.search(text, max(0, numeral.start - 2), numeral.start) and re.match(r"[男女の生]", text[numeral.end :]):
        return None  # 小3男児
    if numeral.amount == 1 and _ONE_OF.search(text, max(0, numeral.start - 6), numeral.end + 1):
        return None  # 関係者の1人は: one of those who speak, no count
    if not numeral.kanji and _IN_ORDER.search(text, max(0, numeral.start - 8), numeral.start):
        return None  # 第4-6試合: which of them
    if not numeral.kanji and _NAMED.search(text, max(0, numeral.start - 8), numeral.start):
        return None
    if _YEARS_OLD.match(text, numeral.end):
        mean = _MEAN_AGE.search(text, max(0, numeral.start - 50), numeral.start)
        return Reading(numeral.end + 1, numeral.amount, "歳") if mean else None
    if _known_counters()[0].match(text, numeral.end):
        return _known(text, numeral)  # 2本体 is no 2本, and no 本体 either
    return None if _other_units().match(text, numeral.end) else _noun(text, numeral)


@cache
def _known_counters() -> tuple[re.Pattern[str], dict[str, tuple[_Counter, ...]]]:
    data: Any = words("counters")
    by_word: dict[str, tuple[_Counter, ...]] = {}
    for entry in data["known"]:
        counter = _Counter(
            tuple(entry.get("unless", ())),
            entry.get("kanji", True),
            entry.get("latin", False),
            entry.get("points", False),
        )
        for word in entry["words"]:
            by_word[word] = (*by_word.get(word, ()), counter)
    return regex(f" ?({either(by_word)})"), by_word


def _has_points(text: str, at: int) -> bool:
    """True for what is measured and not counted: 6・8トン is 6.8."""
    pattern, by_word = _known_counters()
    match = pattern.match(text, at)
    return match is not None and any(counter.points for counter in by_word[match[1]])


@cache
def _other_units() -> re.Pattern[str]:
    """What makes a number something else than a count: currencies and shares have recognisers of their own."""
    currencies = [word for entry in words("units")["currencies"] for word in (*entry["words"], *entry["cents"])]
    return regex(f" ?(?:{either(currencies)}|%|パーセント|ポイント|ベーシス|割|倍|分の)")


def _known(text: str, numeral: Numeral) -> Reading | None:
    pattern, by_word = _known_counters()
    match = pattern.match(text, numeral.end)
    if match is None:
        return None
    word, end = match[1], match.end()
    if not any(_holds(counter, text, numeral, end) for counter in by_word[word]) or _idiom(text, numeral, word, end):
        return None
    if text[numeral.end] == " " and _WORD_GOES_ON.match(text, end - 1):
        return None  # PS5 ボルトスター: a game's name
    if word in _METRES and (rest := _CENTIMETRES.match(text, end)) is not None:
        return Reading(rest.end(), numeral.amount + Decimal(rest["digits"]) / 100, word)
    return Reading(end, numeral.amount, word)


def _holds(counter: _Counter, text: str, numeral: Numeral, end: int) -> bool:
    if numeral.kanji and not counter.kanji:
        return False
    if counter.latin and re.match(r"[A-Za-z0-9]", text[end : end + 1]):
        return False
    return not any(text.startswith(other, end) for other in counter.unless)


def _idiom(text: str, numeral: Numeral, word: str, end: int) -> bool:
    """一つ, 一人ひとり, もう一本, 八戸: small kanji numerals that count nothing."""
    if numeral.amount == 1 and word == "つ":
        return True
    if numeral.amount == 1 and word == "人" and text.startswith(("ひとり", "1人", "一人", "暮らし", "ぼっち"), end):
        return True
    if numeral.text == "一" and text.endswith("もう", 0, numeral.start):
        return True  # もう一台のフロントロー: the other one
    if numeral.kanji and text.startswith("」", end) and _CALLED.search(text, max(0, numeral.start - 3), numeral.start):
        return True  # 「三通」, 「小三通」: a name
    if numeral.text == "一" and word not in _ONE_COUNTS:
        return not (word == "人" and _KANJI.match(text[numeral.start - 1 : numeral.start]))  # 男性一人
    if word == "台" and (
        _INDEX.search(text, max(0, numeral.start - 20), numeral.start)
        or (_SHARES.search(text, 0, numeral.start) and _STANDS.match(text, end))
    ):
        return True  # 日経平均は3万9000台, KOSPIは5000台を回復した
    if (
        word == "便"
        and _FLIGHT.search(text, max(0, numeral.start - 4), numeral.start)
        and not _STOPPED.match(text, end)
    ):
        return True
    if word in _RUN and numeral.amount in _RACES and (
        _EVENT.match(text, end) or _RACERS.search(text, max(0, numeral.start - 4), numeral.start)
    ):  # fmt: skip
        return True
    if word == "つ" and text[numeral.start - 1 : numeral.start] in {"(", "時", "同"} and text.startswith(")", end):
        return True  # 拓夢君(3つ): an age
    if word in {"W", "V", "t"} and _YEAR.match(numeral.text):
        return True  # 2010 W杯
    if word == "年分" and _YEAR.match(numeral.text):
        return True  # 2006年分の輸出割り当て: a year
    if text[numeral.start - 1 : numeral.start] == "-" and _LICENCE.search(text, 0, numeral.start):
        return True  # CC-by-sa-4.0本馬場
    if word == "戦" and not _WON.match(text, end):
        return True  # 次の3戦で; 16戦6勝 counts them
    if word == "部" and numeral.amount < _COPIES:
        return True  # the parts of a court, a league, an exchange
    if word in {"戸", "尾"} and numeral.kanji and len(numeral.text) == 1:
        return True  # 八戸 and 七尾 are towns
    if (numeral.text, word) in (("十", "両"), ("六", "大学")):
        return True  # a rank of wrestlers, a league
    return numeral.kanji and text.endswith(("統", "唯", "第", "随", "同", "単"), 0, numeral.start)


def _noun(text: str, numeral: Numeral) -> Reading | None:
    """600万セル, 8商品: a noun that stands right behind a number in digits."""
    if text[numeral.start - 1 : numeral.start] == "-" and numeral.start:
        return None  # MPEG-4オーディオ, 2006-07シーズン
    if numeral.amount < _VERSIONS and _LATIN.search(text, max(0, numeral.start - 2), numeral.start):
        return None  # Th 2細胞, Windows 7端末
    if numeral.kanji or numeral.amount < 2 or _YEAR.match(numeral.text):  # 2010参院選
        return None
    if numeral.amount >= _BIG_ENOUGH_FOR_LATIN and (latin := _LATIN_NOUN.match(text, numeral.end)) is not None:
        return Reading(latin.end(), numeral.amount, latin[1])
    if not re.match(r"[一-鿿ァ-ヶ]", text[numeral.end : numeral.end + 1]) or (
        numeral.scale == 1 and "." in numeral.text
    ):
        return None
    if text[numeral.end] in "年月日時分秒歳才位号章番級等世期次条項版週":
        return None
    word = _word_at(text, numeral.end)
    if word is None or word.text in _never():
        return None
    if word.text.endswith("目") or (word.pos == "接尾辞" and "助数詞" not in word.detail):
        return None
    if word.pos == "接尾辞":
        return Reading(word.end + numeral.end, numeral.amount, word.text)
    if word.pos != "名詞" or not word.detail.startswith("普通名詞") or "形状詞" in word.detail or "サ変" in word.detail:
        return None
    return Reading(numeral.end + len(word.text), numeral.amount, word.text)


@cache
def _never() -> frozenset[str]:
    return frozenset(words("counters")["never"])


def _word_at(text: str, at: int) -> Token | None:
    """The word that starts at `at`. Only the few signs behind the number are read, so that it costs little."""
    found = tokens(text[at : at + 12])
    return found[0] if found else None


@cache
def _idioms() -> tuple[str, ...]:
    return tuple(words("counters")["idioms"])


def _and_more(text: str) -> Iterator[Figure]:
    """80余人: eighty and some."""
    for match in _MORE.finditer(text):
        amount = read(match["number"].replace(",", ""))
        if amount is not None:
            yield Figure(match.start(), match.end(), Amount(amount, match["unit"], "approx"))


def _zeros(text: str) -> Iterator[Figure]:
    """合格者がゼロ is 0人, 件数はゼロ 0件; where no counter can be told, the unit is empty."""
    for match in _ZERO.finditer(text) if "ゼロ" in text else ():
        unit = "人" if match["who"] else match["what"] or ""
        yield Figure(match.start("zero"), match.end("zero"), Amount(Decimal(0), unit))


def _english(text: str) -> Iterator[Figure]:
    for match in _ENGLISH.finditer(text) if "-" in text else ():
        if match[2] not in _ENGLISH_TIME:
            yield Figure(match.start(), match.end(), Amount(Decimal(match[1].replace(",", "")), match[2]))


@cache
def _leaders() -> re.Pattern[str]:
    return regex(rf"({'|'.join(words('counters')['leading'])})(\d{{1,3}}(?:\.\d)?)(?!\d|/)")


def _leading(text: str) -> Iterator[Figure]:
    for match in _leaders().finditer(text):
        yield Figure(match.start(), match.end(), Amount(Decimal(match[2]), match[1]))


RECOGNISER = Recogniser(
    find,
    "A number with its counter or physical unit.",
    takes={
        "約163.6万台を納車した。": "約163.6万台 = 1636000",
        "100万台以上のH100 GPUを使う。": "100万台以上 = 1000000",
        "生産は四百五十万台程度だ。": "四百五十万台程度 = 4500000",
        "客は2、3人だ。": "2、3人 = 2",
        "年産は600万セルだ。": "600万セル = 6000000",
        "新しい商品は8商品ある。": "8商品 = 8",
        "1,000から1,500食程度を配る。": "1,000から1,500食程度 = 1000",
        "気温は氷点下24度だった。": "氷点下24度 = -24",
        "今月の28万〜30万台を1500万台から1900万台に増やす。": "28万〜30万台 | 1500万台 | 1900万台",
        "合格者がゼロになった。": "ゼロ = 0",
        "45-watt chip。": "45-watt = 45",
        "死傷者は80余人に上る。": "80余人 = 80",
        "高さ1メートル60センチの柵を跳んだ。": "1メートル60センチ = 1.6",
        "走り幅跳びで8メートル12を跳んだ。": "8メートル12 = 8.12",
        "みりん大さじ1を入れる。": "大さじ1 = 1",
        "畑で６・８トンが取れた。": "６・８トン = 6.8",
    },
    leaves={
        "第2章を読む。": "a chapter",
        "1・2号機を止めた。": "two of them",
        "レベル4を目指す。": "a grade",
        "CO2排出量を減らす。": "the name of a gas",
        "レベル4自動運転を試す。": "a grade",
        "J 2リーグに上がる。": "the name of a league",
        "東京23区に雨が降る。": "the name of an area",
        "新型はSwitch2本体に付く。": "本 begins 本体",
        "2番目に大きい。": "a rank",
        "今季は3位だった。": "a rank",
        "2025年に始める。": "a year",
        "男(26歳)を捕らえた。": "an age",
        "1株当たりで示す。": "a denominator",
        "もう一つの案がある。": "an idiom",
        "一人ひとりに配る。": "an idiom",
        "2回目の会議だ。": "an ordinal",
        "数百万台を売る。": "no amount can be told",
        "3日続落した。": "days are durations",
        "午前9時30分に始まる。": "a time of day",
        "ゼロから始める。": "counts nothing",
        "震源は北緯36度付近だ。": "a place on the map",
        "小3男児がけがをした。": "a pupil's year",
        "これで2つめだ。": "an ordinal",
        "MPEG-4オーディオを使う。": "the name of a format",
        "Th 1抗体が増えた。": "the name of a kind of cell",
        "6カ国協議が開かれた。": "the name of a conference",
        "ニューヨーク行き292便に乗る。": "the number of a flight",
        "初のベスト8入りを果たす。": "a round of a contest",
        "4トントラックが止まる。": "a size of lorry",
        "男子100メートル走に出る。": "the name of a race",
        "太郎君(3つ)が入園した。": "an age",
        "東証1部に上場する。": "a section of the exchange",
        "十人十色の答えがある。": "an idiom",
        "八戸で地震があった。": "a town",
        "もう一台の先頭はホンダだ。": "the other one",
        "「三通」を認める。": "a name",
    },
)
