"""What a value measures where no word of its sentence says it: by how it moved, by what was done with it, by what was measured last, by its unit."""

from __future__ import annotations

from collections.abc import Callable

from jijitsu.extract.linking.measure.framing import SHARES
from jijitsu.extract.linking.measure.nearby import Answer, Nearby
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.measures import PRICE, Measure, plausible
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_GOODS, _YIELD, _NONE = Measure("price", "commodity"), Measure("price", "yield"), Answer(None)


def by_course(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What moves in this way, or what is quoted of the nearest name: 続落した, ドルは145円, 日経平均は3万円."""
    asked = Nearby(reading, value, course, nearest)
    rules = (*_BY_WAY, *(_BY_NO_NAME if nearest is None else _BY_NAME))
    return next((answer.measure for rule in rules if (answer := rule(asked)) is not None), None)


def _money(asked: Nearby) -> bool:
    """True for money that a price may be."""
    return asked.sort("money") and plausible(PRICE, asked.value)


def _part(asked: Nearby) -> Answer | None:
    """うちIBITが12億ドルを占めた: a part of the sum before."""
    return _NONE if asked.sort("money") and asked.follows("を占め") else None


def _repriced(asked: Nearby) -> Answer | None:
    turn = asked.course.turn
    if turn is not None and not asked.sort("count") and _REPRICED.match(asked.folded, turn.start):
        return Answer(_GOODS)
    return Answer(Measure("price", "fx_rate")) if asked.course.of == "fx" else None


def _since_then(asked: Nearby) -> Answer | None:
    """丸菱株の年初来の下落率は22%; トヨタが4日続落。下落率は一時7%に達した."""
    turn = asked.course.turn
    noun = turn is not None and turn.noun
    since = noun and turn is not None and _SINCE.search(asked.folded[max(0, turn.start - 16) : asked.value.start])
    told = [scene.sentence.folded for scene in asked.reading.discourse.lately[-1:]]
    mood = noun and asked.sort("percent") and asked.ahead(_RATE) and any(_MOOD.search(text) for text in told)
    return Answer(PRICE) if since or mood else None


# 下落率は一時7%に達した, behind トヨタが4日続落
_RATE = regex(r"^[ \u3000]?(?:一時、?)?(?:上昇|下落|値上がり|値下がり)率は[^はがも]{0,12}$")
_MOOD = regex(
    r"(?:株|株価|[ァ-ヺー一-鿿A-Za-z>)])(?:は|が|も)[^。]{0,16}(?:続[伸落]|反[発落]|急[騰落伸]|ストップ[高安]|[大小]幅[高安])"
)


def _stepped(asked: Nearby) -> Answer | None:
    """東京ガスが33円上がって5812円."""
    if not _money(asked) or not asked.behind(_STEP_TO):
        return None
    said = (asked.folded, *(scene.sentence.folded for scene in asked.reading.discourse.lately))
    dear = any(_FARES.search(text) for text in said) and not any(_STOCKS.search(text) for text in said)
    return Answer(_GOODS) if dear else None


def _dearer(asked: Nearby) -> Answer | None:
    turn = asked.course.turn
    dearer = turn is not None and _DEARER.match(asked.folded, turn.start)
    return Answer(_GOODS) if dearer and _goods(asked.reading, asked.value, asked.nearest) else None


def _lost(asked: Nearby) -> Answer | None:
    """ターゲットの株は今年に入って28%を失った."""
    turn, nearest, folded = asked.course.turn, asked.nearest, asked.folded
    if turn is None or nearest is None or not asked.near("company") or not asked.sort("percent"):
        return None
    lost = folded.startswith("失", turn.start) and folded.startswith(("株", "の株"), nearest.end)
    return Answer(PRICE) if lost else None


def _as_prices(asked: Nearby) -> Answer | None:
    moved = asked.course.of == "price" and plausible(PRICE, asked.value) and asked.sort("money", "percent", "points")
    return Answer(PRICE) if moved else None


def _retailed(asked: Nearby) -> Answer | None:
    retail = _money(asked) and not asked.near(*PRICED, "company") and asked.behind(_RETAILED)
    return Answer(_GOODS) if retail and not _PLANNED.search(asked.folded[: asked.value.start]) else None


def _of_index(asked: Nearby) -> Answer | None:
    """朝方に691近くまで買われた; なお、高値は645ポイント、安値は631ポイント."""
    if asked.told is None or asked.told.type != "index":
        return None
    if asked.sort("number") and asked.nearest is None:
        crossed = asked.behind(_CROSSED) and asked.ahead(_NO_TOPIC)
        return Answer(PRICE) if asked.behind(_QUOTED) or crossed else _NONE
    return Answer(PRICE) if asked.sort("points") and asked.ahead(_HIGH_OR_LOW) else None


def _from_extreme(asked: Nearby) -> Answer | None:
    """最高値(345.72ドル)からは57%下げていた; 一時3220円を付けた."""
    if asked.reading.discourse.company is None or not _money(asked):
        return None
    if asked.ahead(_OF_EXTREME):
        return Answer(PRICE)
    if not _AT_TIMES.match(asked.folded):
        return None
    return Answer(PRICE) if asked.behind(_REACHED) else _NONE


def _of_told(asked: Nearby) -> Answer | None:
    """ドル円は反発した。17時時点では134.67円; ゴムは反落した。10月物は249円80銭; 13日には4万8900円と年初来高値を付けた."""
    if asked.told is None or not _money(asked):
        return None
    rate = asked.told.type == "currency" and asked.value.amount.amount < _A_RATE and asked.ahead(_AT_HOUR)
    if (
        asked.nearest is None
        and _fits(asked.told.type, asked.value)
        and asked.behind(_WENT_TO)
        and not asked.ahead(_PRICED_BY)
    ):
        rate = rate or _IN_SESSION.match(asked.folded)
    return Answer(PRICE) if rate or asked.ahead(_OF_MONTH) or asked.behind(_TO_EXTREME) else None


def _fits(sort: str, value: Value) -> bool:
    """No rate of exchange stands at thousands, and no index at a few hundreds."""
    return {"currency": value.amount.amount < _A_RATE, "index": value.amount.amount > _A_RATE}.get(sort, sort in PRICED)


_PRICED_BY = regex(r"(?:を|値段が|価格が)(?:約|1個|1本)?$")
"""弁当を398円まで下げた: somebody's price, no quotation."""
_IN_SESSION = regex(
    r"[ \u3000]?(?:ただ|だが|もっとも|しかし|なお)?、?"
    r"(?:その後|一時|午前|午後|朝方|後場|前場|寄り付き|取引|昼|夕方|夜|引け|大引け|足元|日中|早朝|未明|[0-9]{1,2}時|東京時間|海外)[^、。]{0,14}(?:は|も|に|で|、)"
    r"|[ \u3000]?(?:心理的な|大台の|節目の|約?[0-9]{1,2}(?:カ月|週間|年|日)ぶりに)?[0-9][0-9万.,]{1,12}(?:円|ドル)"
)
"""午後3時前には158円70銭まで下げた, 5万4000円台を回復する場面もあった: a sentence that begins with when, or with the level itself."""
_WENT_TO = regex(
    r"(?:近辺|付近|前後|台(?:前半|半ば|後半)?)?(?:まで(?:買われ|売られ|上昇|下落|上げ|下げ|値を|水準を|[上下]げ幅|伸び|下押し|急落|急騰)"
    r"|を(?:回復|割り込|下回|上回|付け|つけ|突破|維持)[^。]{0,4}(?:場面|局面|た。|ている|水準))"
)


def _ended(asked: Nearby) -> Answer | None:
    """午前は1640円で終えた; 同日の通常取引では461.73ドルで終え."""
    if not _money(asked) or not asked.behind(_ENDED_AT):
        return None
    part = asked.reading.discourse.company is not None and _SESSION_PART.match(asked.folded) is not None
    return Answer(PRICE) if part or (asked.told is not None and asked.told.type == "company") else None


def _volumes(asked: Nearby) -> Answer | None:
    """NAND型フラッシュメモリーは2.7倍の50億ドル; 円安で旅行者の買いが続き、9.1%増で4位: no price shrinks or grows."""
    if asked.near("commodity") and asked.sort("multiple", "percent") and _leads_to_sum(asked.reading, asked.value):
        return _NONE
    grown = asked.near("currency", "commodity") and asked.course.of == "volume" and asked.sort("percent")
    return _NONE if grown else None


def _yields(asked: Nearby) -> Answer | None:
    """40年債は4.5bp上昇の2.800%."""
    nearest = asked.nearest
    if nearest is None or not nearest.subjects[0].name.endswith("利回り"):
        return None
    told = nearest.particle[:1] in {"は", "が", "も", "、"}
    changed = asked.sort("points") or (asked.sort("percent") and asked.ahead(_CHANGED_TO))
    return Answer(_YIELD) if told and changed else None


def _of_priced(asked: Nearby) -> Answer | None:
    """日経平均は3万円; 暗号資産全体では4兆1700億ドル: what all of it is worth."""
    moved = asked.sort("multiple") and asked.course is not LEVEL
    if not asked.near(*PRICED) or not (moved or asked.sort("money", "percent", "points", "number")):
        return None
    if not asked.sort("money") or plausible(PRICE, asked.value):
        return Answer(PRICE)
    if asked.behind(_HELD_COINS):
        return _NONE  # 約15億ドル相当の暗号資産が盗まれた
    if asked.behind(DEAL):
        return None  # ビットコイン2932枚を2億ドルで購入した: what was paid for them
    return Answer(Measure("cap", "market_cap")) if asked.near(*_WORTH) else _NONE


def _quoted(asked: Nearby) -> Answer | None:
    if asked.course is not LEVEL or not _money(asked) or not asked.near(*PRICED, "company"):
        return None
    return Answer(PRICE) if asked.ahead(_AT_EXTREME, 4) or asked.behind(_QUOTED) else None


_Rule = Callable[[Nearby], Answer | None]
_BY_WAY: tuple[_Rule, ...] = (
    _part, _repriced, _since_then, _stepped, _dearer, _lost, _as_prices, _retailed, _of_index,
)  # fmt: skip
_BY_NO_NAME: tuple[_Rule, ...] = (_from_extreme, _of_told, _ended)
_BY_NAME: tuple[_Rule, ...] = (_volumes, _yields, _of_priced, _quoted)


_CHANGED_TO = regex(
    r"(?:bp|ベーシスポイント|ベーシス|ポイント)(?:の?(?:上昇|低下|上げ|下げ)|[高低]い)(?:し|て|の|、)*$"
)
# 33円上がって5812円, 53円下がり7400円
_STEP_TO = regex(
    r"(?:ほど|程度|近く|余り)?(?:値)?[上下]が(?:って|り)、?(?:約)?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)"
)
_FARES = regex(r"料金|運賃|値[上下]がり|値[上下]げ|小売価格|店頭価格|物価|標準家庭|定価|郵便|家賃")
_STOCKS = regex(r"株|終値|相場|反発|続伸|反落|続落")
_OF_EXTREME = regex(r"(?:[高安]値|終値)(?:の|\()$")
_SESSION_PART = regex(r"(?:午前|午後|前場|後場|結局|この日|同日)(?:は|の取引は)?")
_TO_EXTREME = regex(r"(?:台)?(?:と|の)、?[^、。0-9]{0,14}[高安]値(?:を(?:付け|つけ|更新|記録)|圏)")
_HIGH_OR_LOW = regex(r"(?:高値|安値|終値|始値)(?:は|が)(?:約)?$")
_OF_MONTH = regex(r"(?:限月|期近|(?<![0-9])1?[0-9]月[物限])(?:は|が|も|の清算値は)、?[^、。はが]{0,20}$")
_A_RATE = 1000
_AT_HOUR = regex(r"(?:[0-9]時(?:[0-9]{1,2}分)?(?:時点|現在)|足元|寄り付き)(?:では|で|は|の)(?:約)?$")
_AT_TIMES = regex(
    r"(?:株価は|取引時間中に|朝方に?は?|午後に?は?|その後(?:は|も)?|時間外取引では)?、?(?:一時|時間外取引|後場に入って)"
)
_REACHED = regex(
    r"(?:台)?(?:を(?:付け|つけ|割|超え|上回|下回)|まで(?:買われ|売られ|上昇|下落|上げ|下げ|値)|で推移|で取引され)"
)
_ENDED_AT = regex(r"で(?:取引を)?(?:終え|終わ|引け|終了|閉じ)")


def _leads_to_sum(reading: Reading, value: Value) -> bool:
    """True if the value says how much a sum grew that is no price of anything."""
    following = next((v for v in reading.values if v.start >= value.tail), None)
    return (
        following is not None and following.mention.type == "money" and not plausible(PRICE, following)
        and reading.folded[value.tail : following.start] in {"の", "増の", "減の", "増の約", "減の約", "の約"}
    )  # fmt: skip


def _goods(reading: Reading, value: Value, nearest: Candidate | None) -> bool:
    """True if an ordinary noun, nearer than any name, is what became dearer: 原料の小豆が3割値上がりした."""
    topics = [
        p for p in phrases(reading.scene.sentence.text)
        if p.thing and p.particle[:1] in {"が", "は", "も"} and p.end <= value.start and (nearest is None or p.start >= nearest.end)
    ]  # fmt: skip
    return bool(topics) and not SHARES.search(topics[-1].text)


def by_object(reading: Reading, value: Value) -> Measure | None:
    """The price of what is made dearer or cheaper: 肥満症薬を月1350ドルから350ドルに引き下げる."""
    folded = reading.folded
    if value.mention.type != "money" or not plausible(PRICE, value):
        return None
    if _COST_ONCE.match(folded, value.tail):
        return Measure("price", "commodity")  # 62円だったはがきを85円に値上げした
    dearer = _DEARER_BY.search(folded, max(0, value.start - 40), value.start)
    if dearer and (_RAISED_BY.match(folded, value.tail) or _NEW_PRICE.match(folded, value.tail)):
        return None if _PLANNED.search(dearer[0]) else Measure("price", "commodity")
    if not _REPRICES.match(folded, value.tail):
        return None
    ahead = _PRICE_OF.search(folded, max(0, value.start - 40), value.start)
    if ahead is None:
        return None
    goods = next((p for p in phrases(reading.scene.sentence.text) if p.end == ahead.start() and p.thing), None)
    named = any(c.end == ahead.start() and c.type != "product" for c in reading.names)
    return None if goods is None or named or _PLANNED.search(goods.text) else Measure("price", "commodity")


_COST_ONCE = regex(
    r"だった(?:はがき|[^、。はが0-9]{1,16})を(?:約)?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)(?:に|へと?)(?:値[上下]げ|引き[上下]げ|改定)"
)
# 月1350ドルから350ドルに引き下げる
_REPRICES = regex(
    r"(?:から[^、。]{0,14}?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン))?(?:に|へと?)(?:引き下げ|引き上げ|値下げ|値上げ|下げ|上げ(?!る計画))"
)
# かけうどん(小)を30円引き上げ、360円とした
_DEARER_BY = regex(
    r"[一-鿿ァ-ヺーぁ-ゖ」』)]を(?:(?:約)?$|[0-9][0-9.,]*(?:円|ドル|元|ウォン|ユーロ)(?:ほど|程度)?(?:引き[上下]げ|[値]?[上下]げ)(?:て)?、(?:約)?$)"
)
_RAISED_BY = regex(r"(?:ほど|程度)?(?:引き[上下]げ|値[上下]げ)(?:、|し|た|る|て)")
_NEW_PRICE = regex(r"(?:と|に)(?:した|する|なる|なった)")
_PRICE_OF = regex(
    r"を(?:1?[月年日]|1(?:個|枚|本|錠|回|人|台|箱|袋)|1カ月)?(?:当たり)?(?:約)?(?:[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)から(?:約)?)?$"
)
_PLANNED = regex(r"予想|見通し|計画|目標|配当|想定|金利|株|枠|予算|給|賃|額|限度|上限|下限|水準|年俸|報酬|手当|税|負担")


def by_deed(reading: Reading, value: Value) -> Measure | None:
    """What is done with money: 30億円で取得した, 5億円で開発した."""
    if value.mention.type != "money":
        return None
    if DEAL.match(reading.folded, value.tail) or _GAVE.match(reading.folded, value.tail):
        return Measure("financial", "other")
    if _LIQUIDATED.match(reading.folded, value.tail):
        return Measure("quantity", "清算")  # 2億ドル相当のロングが強制清算された
    flow = _FLOWED.match(reading.folded, value.tail)
    if flow and _FUND.search(reading.folded, 0, value.start) and "口座" not in reading.folded:
        return Measure("quantity", "流入" if flow["into"] else "流出")  # 株式ファンドから87億ドルが引き揚げられた
    if _AGREED.match(reading.folded, value.tail):
        return Measure("financial", "other")  # 総額380億ドルの契約を結んだ
    if _PUT_INTO.match(reading.folded, value.tail):
        return Measure("financial", "other")  # 5億ドルを借入金の返済に充てる
    if valued := _VALUED.match(reading.folded, value.tail):
        return Measure("cap", "market_cap", *valued.span("worth" if valued["worth"] else "mark"))
    if _EARNS.match(reading.folded, value.tail):
        return Measure("financial", "revenue")  # 月3億ドルの収益を上げる
    if _SOLD_FOR.match(reading.folded, value.tail) and _IN_SO_LONG.search(reading.folded, 0, value.start):
        return Measure("financial", "revenue")  # 半年で9億円を売り
    if _RAISED.match(reading.folded, value.tail):
        return Measure("financial", "funding")
    if _BUILDS.match(reading.folded, value.tail):
        return Measure("financial", "capex")  # 30億円をかけて工場を建てる
    spent = _MADE.match(reading.folded, value.tail) or _SPENT.match(reading.folded, value.tail)
    return Measure("financial", "cost") if spent else None


DEAL = regex(r"(?:ほど|程度|前後)?で[^、。]{0,10}(?:取得|購入|買収|売却|譲渡|買い取|手に入れ|受注|落札)")
_GAVE = regex(r"(?:余り|相当|超|ずつ)?を[^、。はがも0-9]{0,14}?(?:寄付し|寄贈し|寄付す|献金)")
# 会社を19億ドルと評価する, 投資家から2億ドルを集めた
_VALUED = regex(r"(?:と|で)(?P<worth>評価)(?:す|し|さ)|の(?P<mark>評価)を(?:受け|得)")
_EARNS = regex(r"(?:余り|超|以上|近く|程度)?の(?:収益|売り上げ|売上高?|収入)を(?:上げ|あげ|稼|得|生み|もたら|記録)")
_IN_SO_LONG = regex(
    r"(?:半年|[0-9](?:日|週間?|[カか]月|年)|年間?|月間?|1日|毎月|週)(?:間)?(?:で|に|に約|で約|約|およそ)?$"
)
_SOLD_FOR = regex(r"(?:余り|超|以上|近く|程度)?を売(?:り上げ|り(?=[、。])|る(?![買]|って)|った(?!ん)|って)")
_AGREED = regex(r"(?:規模|相当|超|余り)?の[^、。はがも0-9]{0,10}(?:契約|受注|発注|注文|案件|合意)(?!金|料|者|数)")
_LIQUIDATED = regex(r"(?:相当|規模|余り|超|近く|以上)*の[^、。はがも0-9]{1,14}が(?:強制(?:的に)?)?(?:清算|ロスカット)")
_FLOWED = regex(
    r"(?:余り|程度|超|近く|以上)?(?:の(?:投資)?資金|相当)?(?:が|を)(?:[^、。はがも0-9]{0,6}(?:から|へ|に))?(?:(?:純|差し引き)?(?P<into>流れ込|流入|集ま)|引き揚げ|引き上げられ|引き出|流れ出|流出|純流出|償還)"
)
_FUND = regex(r"ファンド|ETF|投信|信託|REIT|リート|MMF")
_PUT_INTO = regex(r"(?:余り|程度|超|近く|分)?を[^、。はがも0-9]{1,16}に(?:充て|充当|回[しすさ]|振り向け)")
_RAISED = regex(r"(?:以上|超|近く)?を?(?:新たに|追加で)?集め(?:た|て|る|、)")
# 30億円をかけて工場を建てる, 2億円で新店を設ける
_BUILDS = regex(
    r"(?:を|も)?(?:かけて?|投じて?|で(?!、)|を投資し)[^。0-9]{0,30}?(?:工場|拠点|新店|施設|設備|ライン|データセンター|発電所|原発|店舗)[^。0-9]{0,12}?(?:建て|建設|新設|増設|設け|増や|再稼働|稼働|造る|造り|つくる)"
)
# 建て直すには1500万円かかる, 3億円かけ改修
_SPENT = regex(r"(?:も|を|が|ほど|以上)?(?:かけ(?!離)|かか[るっりら]|費や|充て)")
COSTS = regex(r"(?:ほど|以上|近く|余り|程度)?(?:も|が|は)?(?:かか[るっりら]|必要)")
"""1戸当たり300万円近くかかる: what is spent on one, not what one is sold for."""
_MADE = regex(r"で[^、。]{0,14}(?:実現|開発|製造|訓練|建設|完成|作ら|造ら|整備)")
_REPRICED = regex(r"値上げ|値下げ")
PRICED = frozenset({"index", "crypto", "currency", "commodity"})
_HELD_COINS = regex(r"(?:に)?(?:相当|分)|を[^、。]{0,12}(?:盗|窃取|流出|売却|購入|保有|取得|送金|奪)")
_WORTH = frozenset({"index", "crypto"})
# 1万3205円まで買われ, 3540円と年初来高値を付けた: only what is quoted goes so.
# 上場来高値の2万3000円を付けた
_AT_EXTREME = regex(r"[高安]値の$")
# 1万6000円で、賃上げ率は6%: neither pay nor rates are quoted.
_QUOTED = regex(
    r"(?:まで|と|に|で)[^。益]{0,16}?(?:買われ|売られ|高値|安値|引け|取引を終|終え|上昇|下落|(?<![賃利値きみ])(?:下げ|上げ)|値上がり|値下がり|付け|続伸|続落|反発|反落|急騰|急落|ストップ)"
    r"|(?:台)?を(?:付け|つけ)(?:た|る|、|て)|で清算(?:し|され)|(?:の大台)?(?:割れ|台?乗せ|台?回復)"
)
# 約7カ月ぶりに700を上回った
_CROSSED = regex(r"(?:の大台|の節目)?(?:を(?:上回|下回|回復|割り込|割っ|超え|突破)|に(?:乗せ|迫))")
_NO_TOPIC = regex(r"^[^はがも「」]{0,40}$")
_SINCE = regex(
    r"(?:年初来|年初から|年初以降|昨年末(?:比|から)|株価?|上場来)[^、。]{0,6}の?(?:下落率|上昇率|騰落率|値上がり率|値下がり率)"
)
# 卵は10個入りで298円と、前の週から8円上がった: both are prices, whatever the noun in front is called.
_RETAILED = regex(
    r"(?:ほど|程度|余り|近く)?(?:[上下]が[っり]|[高安]く[なで]|(?:で|と)、?(?:前の[週月日年]|先週|先月|去年|昨年|おととし|[^。]{0,16}?[0-9]円(?:ほど|余り)?(?:[上下]が|値[上下]が|[高安])))"
)
_DEARER = regex(r"値上がり|値下がり|高騰")
