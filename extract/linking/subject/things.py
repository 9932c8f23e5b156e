"""Whose a figure is that no name owns: the noun beside it, the place, what a measure is of, who pays and who is paid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.sentence.brackets import said_before, shut_between
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.grounded import by_topic, item
from jijitsu.extract.linking.subject.nobody import is_no_payer, is_nobody
from jijitsu.extract.linking.subject.subjects import RELEASED, SOURCE, STRONG, Candidate, counts_others, tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY, MEDIA
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

NUMERALS = frozenset("0123456789０１２３４５６７８９万億兆千百")


@lru_cache(maxsize=16)
def _things(text: str, measures: tuple[Measure, ...]) -> tuple[Phrase, ...]:
    """The noun phrases that a figure may be of: no plan or time, no bare measure word, nobody who only tells it.

    Every value of a sentence asks for the same.
    """
    folded = fold(text)  # （ＥＩＡ）が発表した as well as (EIA)が発表した
    return tuple([
        _in_brackets(p, text) for p in phrases(text)
        if p.thing and not is_nobody(p.text) and not any(
            m.start < p.end <= m.end and (m.family != "quantity" or m.start <= p.start) for m in measures
        )  # 男性社員 is somebody, 社員 a count
        and not (p.start and text[p.start - 1] in NUMERALS)  # 円 of 120万円 is nobody
        and not (p.particle == "が" and _DESCRIBES.match(folded, p.end))
        and not SOURCE.match(folded, p.end) and not RELEASED.match(folded, p.end)
        and not (p.particle[:1] == "は" and counts_others(p.text, folded, p.end)) and not (tells_of_others(p.text) and p.particle[:1] in {"は", "が"})
    ])  # fmt: skip


def _in_brackets(phrase: Phrase, text: str) -> Phrase:
    """「海鳴りの[城]」は: the whole title, where the noun is the last of it."""
    if text[phrase.end : phrase.end + 1] not in {"」", "』"} or phrase.particle[:1] not in {"は", "が", "も", "の"}:
        return phrase
    opened = max(text.rfind("「", 0, phrase.start), text.rfind("『", 0, phrase.start)) + 1
    whole = text[opened : phrase.end]
    if not opened or phrase.start == opened or len(whole) > _TITLE or _SENTENCE.search(whole):
        return phrase
    return Phrase(opened, phrase.end, whole, phrase.particle)


# 使用量が平均的な家庭では, 糖度が高いミカンは: only what the noun behind it is like
_DESCRIBES = regex(
    r"が(?:[^、。はがを0-9]{1,6}的な|(?:特に|最も|やや)?(?:多い|少ない|高い|低い|大きい|小さい|深刻な|豊富な|盛んな))(?=[一-鿿ァ-ヺ])"
)
_TITLE = 20
_SENTENCE = regex(r"[。、はがを」』]")
REPORTS = regex(r"伝え|報じ|報道|よると|よれば|としている|紹介し")
_ENDS_SO = regex(r"は、[^。]{1,160}という(?:。|$)")
"""岬新聞は、…に抑えられたという."""


def reports(phrase: Phrase, folded: str) -> bool:
    """True for a paper that only tells: 日経が伝えた銀行の話によると."""
    return bool(
        MEDIA.search(phrase.text) and (REPORTS.search(folded, phrase.end) or _ENDS_SO.match(folded, phrase.end))
    )


_MONEY_ITSELF = regex(  # 1000万円の収益, 建設費用は3400万ユーロ
    r"(?:収益|利益|利子|売り?上げ?|収入|支出|支援|援助|融資|予算|報酬|手当|借金|負債|債務|損害|賠償|契約|寄付|投資|資金|年金|給与|価値|被害|赤字|黒字|含み損|代金|罰金|現金|"
    r"(?:経費|費用|コスト|支出|歳出)?(?:削減|節減|節約|縮減|圧縮)|賞金|奨励金|義援金|積立金|奨学金|身代金|懸賞金|費用?|(?:売上|販売|発売)金額|[^金]額)$"
)


def phrase_owner(
    value: Value, text: str, folded: str, measures: tuple[Measure, ...] = (), *, money: bool = False, sold: bool = False
) -> tuple[Subject, ...]:
    """The noun phrase that a count belongs to: 見物客4人, 9頭の競走馬, 従業員は260人; a bare measure word is nobody."""
    found = [
        p
        for p in _things(text, measures)
        if not (money and (is_no_payer(p.text) or AUTHORITY.search(p.text) or reports(p, folded)))
    ]
    if owner := bound_owner(value, text, folded, measures):
        return owner
    topics = [
        p for p in found
        if p.end <= value.start and p.particle[:1] in {"は", "が", "も", "を"} and not _IN_ADDITION.match(folded, p.end)
        and not said_before(folded, p.end, value.start)
        and not (money and not sold and p.particle[:1] == "を"
                 and (_DONE_WITH.search(folded, p.end, value.start) or _SPENT_ON.search(folded, p.end, value.start)))
    ]  # fmt: skip
    if not topics:
        return ()
    acting = [p for p in topics if p.particle[:1] != "を"]
    if acting and topics[-1] is acting[-1]:
        topics = by_topic(acting, folded, value.start)
    if (
        acting
        and topics[-1].particle[:1] == "を"
        and value.start in {topics[-1].end + 1, topics[-1].end}
        and value.bracketed
    ):
        return (_subject(acting[-1]),)  # 岬置地が社債の利払い(62億円)を見送った
    holder = next((p for p in found if p.end + 1 == topics[-1].start and p.particle.startswith("の")), None)
    if money and holder is not None and _MONEY_ITSELF.search(topics[-1].text):
        return (_subject(holder),)
    return (_subject(holder if holder and _BALANCE.search(topics[-1].text) else topics[-1]),)


def bound_owner(value: Value, text: str, folded: str, measures: tuple[Measure, ...]) -> tuple[Subject, ...]:
    """The noun that a count is glued to: 見物客4人, 9頭の競走馬."""
    money = value.mention.type == "money"
    found = [p for p in _things(text, measures) if not (money and is_no_payer(p.text))]
    bound = next((p for p in found if p.end == value.start), None)
    if bound is not None and bound.end - bound.start == 1:
        # 台湾の男2人: one character says too little of who it was.
        chain = next((p for p in found if p.end == bound.start - 1 and folded[p.end] == "の"), None)
        bound = Phrase(chain.start, bound.end, text[chain.start : bound.end], bound.particle) if chain else bound
    if bound is None and value.start and folded[value.start - 1] == "の":
        held = next((p for p in found if p.end == value.start - 1), None)
        bound = held if held and not _RELATIVE_NOUN.search(held.text) else None  # 川村厩舎の4頭
    if bound is None and folded[value.tail : value.tail + 1] == "の":
        bound = next((p for p in found if p.start == value.tail + 1), None)
        bound = None if money and bound is not None and _MONEY_ITSELF.search(bound.text) else bound
    return (_subject(bound),) if bound is not None else ()


_IN_ADDITION = regex(r"(?:など)?を(?:中心に|はじめ|始め|除|軸に|皮切り|通じ|経て|問わず|背景|示す|表す|受け(?:て|、))")
"""北米を中心に累計500台を出荷した, 払い戻しを受け、15万円を着服した: what stands beside a figure, and owns none."""
_DONE_WITH = regex(
    r"を[^、。はがを]{0,14}(?:(?:[しりちみぎ]|(?<!と)き)|[いっん][てで]|[えけげせてねべめれ]て?|ながら|つつ)、"
)
"""動画を投稿し、100万円の収益を得た: what the clause before is about."""
_SPENT_ON = regex(
    r"を[^、。はが0-9]{0,14}[うくぐすつぬむるた](?:ための?)?(?:費用?|経費|事業費?|資金|財源|予算|補助金?|対策費?|工事費?|制度|取り組み)(?:など)?(?:に|として)"
)
"""クーポンを配る費用に27億円を充てる: what the money is put to."""
_BALANCE = regex(r"(?:残高|収入|支出|予算|残額|負担|公定価格|統制価格|単価)$")
"""市債の残高: the figure is of what the noun is of."""
_RELATIVE_NOUN = regex(
    r"[%減増安高]|基準|目標|定員|規定|平年|国内|海外|世界|全国|従来|足元|現在|現状|現行|直近|前年|想定|通常|平均|残り|合計|当初|最大|最低|うち|過去|先|次|[一-鿿]{2}中$"
)


def place_owner(value: Value, text: str, folded: str) -> tuple[Subject, ...]:
    """Where something was measured: 大子町で73.5ミリ; what a bracket describes: 千畳敷カール(標高2612メートル)."""
    found = phrases(text)
    if value.amount.unit in words("counted")["measured"]:
        place = next((p for p in found if p.end + 1 == value.start and folded[p.end] == "で"), None)
        opened = folded.rfind("(", 0, value.start)
        if place is None and opened > 0 and folded.find(")", opened, value.start) < 0:
            place = next((p for p in found if p.end == opened), None)
        if place is not None:
            return (_subject(place),)
    return ()


def topic_owner(value: Value, text: str, measures: tuple[Measure, ...], behind: int = 0) -> tuple[Subject, ...]:
    """The noun phrase that the sentence makes its topic before the value: 建設業の倒産は."""
    found = [p for p in _things(text, measures) if behind <= p.start and p.end <= value.start]
    told = [p for p in found if p.particle[:1] in {"は", "が", "も"} and not said_before(text, p.end, value.start)]
    topics = by_topic(told, fold(text), value.start)
    return (_subject(topics[-1]),) if topics else ()


def item_owner(value: Value, text: str, measures: tuple[Measure, ...]) -> tuple[Subject, ...]:
    """The topic that is told right before the value: 内需は1.9%増, not of the country that the sentence before named."""
    found = item(_things(text, measures), fold(text), value.start)
    return (_subject(found),) if found is not None else ()


_AWARD = regex(r"(?:と[^、。]{1,12})?の?[^、。]{0,10}?(?:支払|賠償|納付|罰金|課徴金|追徴|贈|授与|支給|交付|返還|贈呈)")
_PAYS = regex(r"(?:の[^、。]{0,8})?を?支払(?:う|い、|った|って|うこと)")
_PAYEES = frozenset({"company", "person", "other", "country", "product"})


def payee_of(value: Value, names: Sequence[Candidate], folded: str) -> tuple[Subject, ...]:
    """Who pays what was ordered, or gets what was given: 国に対し580万円の支払いを命じた, 選手には賞金200万円が贈られた."""
    if not _AWARD.match(folded, value.tail):
        return ()
    if _PAYS.match(folded, value.tail) and any(
        c.end <= value.start and c.particle in {"は", "が"} and c.strength >= STRONG for c in names
    ):
        return ()  # A社はB社に28億ドルの違約金を支払う: A's money
    held = [c for c in names if c.end <= value.start and c.particle in {"に", "には", "へ"} and c.type in _PAYEES]
    return held[-1].subjects[:1] if held and not shut_between(folded, held[-1].end, value.start) else ()


def paying(value: Value, names: Sequence[Candidate], text: str, folded: str) -> tuple[Subject, ...]:
    """Who does it with the money behind it: 20億円を市が負担する, 5000万円は岐阜県が支払う."""
    match = _BEARS.match(folded, value.tail) if value.mention.type == "money" else None
    phrase = next((p for p in phrases(text) if match and p.end == match.end("who")), None)
    if match is None or phrase is None or is_nobody(phrase.text):
        return ()
    known = next((c for c in names if c.end == phrase.end), None)
    return known.subjects[:1] if known is not None else (_subject(phrase),)


def extreme_of(value: Value, names: Sequence[Candidate], folded: str) -> tuple[Subject, ...]:
    """Whose the greatest or least is: 最高額は東京都の907円で、最低額は高知県、宮崎県の693円."""
    match = _EXTREME_OF.search(folded, 0, value.start)
    if match is None or _A_TIME.search(match["who"].strip("「」")):
        return ()  # 最高額は前年の9億円だった
    found: list[Subject] = []
    at = match.start("who") + match["who"].startswith("「")
    for who in match["who"].strip("「」").split("、"):
        known = next((c for c in names if c.start == at and c.text == who), None)
        found += known.subjects if known is not None else [Subject(who, who, None, "other")]
        at += len(who) + 1
    return tuple(found)


_A_TIME = regex(r"[年月日回期度季代]$|^(?:前|昨|今|過去|従来|史上|当時)")
_EXTREME_OF = regex(
    r"(?:最(?:高|低|多|少|大|小)(?:額|値|賃金|記録|(?:当[せ選籤]ん?|配当|払戻)金額?|配当額?)?|一番(?:高い|多い|低い)の|最も(?:高い|多い|低い|少ない)の|(?:多|高|大き|少な|低|小さ)かったの)は、?(?P<who>「[^「」]{1,16}」|[^。、はがをのに0-9「」]{2,12}[0-9]?(?:、[^。、はがをのに0-9「」]{2,12}){0,6})の(?:約)?$"
)


def paid_by(value: Value, text: str, folded: str) -> tuple[Subject, ...]:
    """男は免職になり、家族が3千万円を町に弁済した: who pays in the value's own clause."""
    if value.mention.type != "money" or not _PAYS_BACK.match(folded, value.tail):
        return ()
    found = [p for p in phrases(text) if p.end <= value.start and p.particle[:1] == "が" and p.thing]
    if not found or is_nobody(found[-1].text) or not _PAYERS.search(found[-1].text):
        return ()
    last = found[-1]
    own = folded[: last.start].rstrip().endswith(("、", "。")) and "、" not in folded[last.end : value.start]
    return (_subject(last),) if own else ()


_PAYERS = regex(r"(?:家族|遺族|両親|父親|母親|父|母|妻|夫|親族|息子|娘|保証人|上司|会社|本人|議員|職員|住民|組合)$")
_PAYS_BACK = regex(
    r"(?:余り|全額)?(?:を|は)[^、。はが0-9]{0,10}?(?:弁済|返済|返還|返納|返金|弁償|補填|穴埋め|立て替え|支払|納付|寄付|肩代わり)"
)


def receiving(value: Value, names: Sequence[Candidate], folded: str) -> tuple[Subject, ...]:
    """Who gets the money: 山田CEOが受け取る配当金は1億7500万ドル; not the firm that pays it."""
    held = [c for c in names if c.end < value.start and c.type in _PAYEES]
    match = _RECEIVES.match(folded, held[-1].end) if held else None
    return held[-1].subjects[:1] if match is not None and match.end() <= value.start else ()


_RECEIVES = regex(
    r"が(?:[^、。はがも0-9]{0,10}[にで])?(?:受け取る|手にする|受け取った|手にした)[^、。はがも0-9]{1,16}[はがも]"
)
_BEARS = regex(
    r"(?:程度|ほど|余り)?(?:[はをも]|については)、?(?P<who>[^、。はがをもに0-9]{1,16})(?:\([^()]{0,20}\))?が[^、。はが]{0,10}?"
    r"(?:負担|支払|拠出|出資|出し|出す|投じ|寄付|融資|引き出|着服|横領|受け取|肩代わり|補助|補填|穴埋め|持ち逃げ|立て替え)"
)


def awarded(value: Value, names: Sequence[Candidate], text: str, folded: str) -> tuple[Subject, ...]:
    """Each of several who are given something: 優勝チームには賞金5000万円、準優勝チームにも3000万円が贈られた."""
    if not _GIVEN.search(folded, value.tail):
        return ()
    for phrase in reversed(phrases(text)):
        if phrase.end <= value.start and phrase.thing and _TO_EACH.fullmatch(folded, phrase.end, value.start):
            known = next((c for c in names if c.end == phrase.end and c.type in _PAYEES), None)
            return known.subjects[:1] if known else () if is_nobody(phrase.text) else (_subject(phrase),)
    return ()


_GIVEN = regex(r"(?:贈ら|贈呈さ|授与さ|支給さ|支払わ|与えら|渡さ|交付さ|進呈さ)れ")
_TO_EACH = regex(
    r"」?(?:\([^()]{0,20}\))?に(?:は|も)、?(?:[^、。はがを0-9]{0,4}(?:賞金|金|ボーナス))?(?:として)?(?:それぞれ|各|計|総額|約|最大)?"
)


def goods_owner(
    value: Value, measure: Measure, text: str, folded: str, measures: tuple[Measure, ...]
) -> tuple[Subject, ...]:
    """What the price is of: レギュラーガソリンの小売価格, チケット料金, 月額利用料."""
    if owner := measured_owner(measure, text, folded):
        return owner
    return phrase_owner(value, text, folded, measures, money=True, sold=True)


_DONE_TO = regex(r"(?:し|され)た(?=[^、。ぁ-ん])")


def measured_owner(measure: Measure, text: str, folded: str) -> tuple[Subject, ...]:
    """What the measure word itself is of: 国内新車販売台数, レギュラーガソリンの小売価格."""
    found = phrases(text)
    if measure.start >= 0 and not folded.startswith(_BASES, measure.start):
        if measure.family == "delivery" and (done := _DONE_TO.match(folded, measure.end)) is not None:
            made = next((p for p in found if p.start == done.end() and p.thing), None)
            return (_subject(made),) if made is not None else ()  # 昨年販売した自転車は3万台
        if measure.family == "delivery" and (field := _field(measure, found, text)):
            return (field,)
        holder = next((p for p in found if p.end == measure.start - 1 and folded[p.end] == "の"), None)
        if holder is not None and _EACH_DAY.fullmatch(holder.text):  # 卵の1日の販売数
            holder = next((p for p in found if p.end == holder.start - 1 and folded[p.end] == "の"), None)
        when = _WHEN.search(folded, 0, measure.start) or _WHERE.search(folded, 0, measure.start)
        if when is not None:  # コンビニの12月の売り上げ, ワインの欧州での売上高
            holder = next((p for p in found if p.end == when.start() and p.thing), holder)
        whole = next((p for p in found if p.start < measure.start and p.end == measure.end), None)
        if holder is not None and holder.start and text[holder.start - 1] in NUMERALS:
            holder = None  # 300億円超の融資
        if whole is not None and whole.start and text[whole.start - 1] in NUMERALS:
            whole = None  # 3億円支払い
        if holder is None and whole is not None and _SUMMING.fullmatch(text, whole.start, measure.start):
            # 今回の宝くじの総売り上げ
            holder = next((p for p in found if p.end == whole.start - 1 and folded[p.end] == "の" and p.thing), None)
            if holder is not None and (is_nobody(holder.text) or text[holder.start - 1 : holder.start] in NUMERALS):
                holder = None
        if whole is not None and _PRICES.fullmatch(whole.text):
            holder = next(
                (p for p in found if p.end == whole.start - 1 and folded[p.end] == "の" and not is_nobody(p.text)),
                holder,
            )
        if (best := holder or whole) is not None and not is_nobody(best.text):
            bare = text[whole.start : measure.start] if best is whole and whole is not None else ""
            if measure.name == "revenue" and len(bare) > 2 and not _SUMMING.fullmatch(bare):
                return (Subject(best.text, bare, None, "other"),)  # 全国百貨店売上高
            return (_subject(best),)
    return ()


_BASES = ("金額ベース", "数量ベース")
"""How it is reckoned, and of nothing."""
_EACH_DAY = regex(r"[1一]?(?:日|週|月|年|カ月|か月|週間|シーズン)(?:間)?")


_WHERE = regex(r"の[^、。はがをも「」の0-9]{1,12}(?:での|における|向けの?|部門の|事業の)[一-鿿]{0,4}$")
_WHEN = regex(
    r"の(?:(?:先月|前月|今月|先週|去年|昨年|おととし|ことし|今年|来年度?|翌年|前年|[0-9]{4}年度?|[0-9]{2}年度?|(?:[0-9]{1,2}[~-])?[0-9]{1,2}月期?|[上下]半?期|1年間?|年間|年末|度|第[1-4]四半期|[0-9]{1,2}日|[今来昨]?[春夏秋冬])の?){1,3}の$"
)


def shop_of(value: Value, text: str) -> tuple[Subject, ...]:
    """市内のスーパーでは、1日に380パックが売れた: where it is sold or made, if nothing else tells."""
    shops = [p for p in phrases(text) if p.end <= value.start and p.particle in {"では", "は"} and _SHOP.search(p.text)]
    return (_subject(shops[-1]),) if shops else ()


_SHOP = regex(
    r"(?:スーパー|コンビニ|百貨店|書店|商店|専門店|販売店|菓子店|量販店|飲食店|直売所|農園|農場|牧場|工場|工房|酒蔵)$"
)
_SUMMING = regex(
    r"(?:獲得|国内|世界|全世界|海外|月間|週間|推定|総|年間|累計|全|純|単純合計|初年度|平均|一日平均|店頭|店頭現金|小売|販売)+"
)
# カカオ豆の国際価格: a price of nothing, so that it is what stands before it.
_PRICES = regex(
    r"(?:国際|国内|公定|統制|基準|市場|平均|相対|取引|小売り?|販売|買い取り|店頭|卸売?|輸入|輸出|先物|現物|取引|実勢|足元の?|全国平均|スポット|調達|仕入れ)+(?:取引)?(?:価格|相場)"
)


def whole_noun(measure: Measure, value: Value, text: str, measures: tuple[Measure, ...]) -> tuple[Subject, ...]:
    """The measure's own noun, whole: のべ入場者数, 平均分配金利回り. It owns its figure where nobody else is named.

    A topic nearer to the figure is somebody else: 着工戸数は6万戸。持ち家が1万8300戸.
    """
    topic = topic_owner(value, text, measures, behind=measure.end)
    if topic or text[measure.start : measure.end] == "落札":
        return topic  # 16億円で落札: a deed is nobody
    whole = next((p for p in phrases(text) if p.start <= measure.start and p.end >= measure.end), None)
    if whole is None or (whole.start < value.end and whole.end > value.start):
        return ()  # 4200万ドル流出: the noun begins within the sum
    written = _OF_YEAR.sub("", whole.text) if text[whole.start - 1 : whole.start] in NUMERALS else whole.text
    return (Subject(written, _COUNTED.sub("", written), None, "other"),)


_OF_YEAR = regex(r"^[年月](?=..)")
_COUNTED = regex(r"(?<=.)(?:人数|(?:発売|着工|供給)?戸数|件数|台数|(?<![指関係複多算定変])数)$")
_TRADE = regex(
    r"(?:の)?(?:世界|国内|全国)?(?:総|累計|年間|週間|推定){0,2}(?:(?<=..)(?<!国内|海外|世界|全国|北米|欧州|中国|米国|日本|英国)(?:新規|新車))?(?:小売り?|卸売り?)?(?:販売|出荷|生産|納車|輸出|登録)?(?:[台枚本件個冊部戸機]数|数量|量|実績|数)?(?:の?(?:見通し|予想|予測|計画|目標))?$"
)
_SCOPE = regex(r"国内|海外|世界|全国|国内外|北米|欧州|中国|米国|アジア|グローバル|全体|四輪|二輪")
"""国内生産は: where, and whose it is stands elsewhere."""
_CHAIN = regex(r"(?:世界|国内|全国|日本|欧州|米国|中国|北米)の$")


_NEW_CARS = regex(r"(?:国内)?新車")
_VEHICLES = regex(r"(?:車|トラック|バス|バイク|スクーター|トラクター|EV|PHV|PHEV|HV)$")
"""軽自動車の新車販売台数: new ones of that kind, not new cars as such."""


def _field(measure: Measure, found: Sequence[Phrase], text: str) -> Subject | None:
    """世界のスマートフォン出荷台数: what is traded, without the words that count it."""
    whole = next(
        (p for p in found if p.start < measure.start + 3 and p.start <= measure.start and p.end >= measure.end), None
    )
    if whole is None or (len(whole.text) < 4 and text[whole.start - 1 : whole.start] in NUMERALS):
        return None  # 195万台出荷されている
    goods = _TRADE.sub("", whole.text)
    if _NEW_CARS.fullmatch(goods):
        kind = next((p for p in found if p.end == whole.start - 1 and text[p.end] == "の" and p.thing), None)
        if kind is not None and _VEHICLES.search(kind.text):
            return _subject(kind)
    chain = _CHAIN.search(text[: whole.start])
    name = (chain.group() if chain else "") + goods
    return Subject(name, name, None, "other") if goods and not _SCOPE.fullmatch(goods) else None


def _subject(phrase: Phrase) -> Subject:
    text = _OF_THEM.sub("", phrase.text)  # うち軽自動車は13万台
    return Subject(text, _OF_LAND.sub("", text), None, "other")


# 米オムニビジョン: the land that news puts before a name is no part of it
_OF_LAND = regex(r"^[米英独仏伊韓豪加印](?=[ァ-ヺ]{4,}|[A-Z][A-Za-z]{2,})")
_OF_THEM = regex(r"^うち(?=[一-鿿ァ-ヺA-Z]{2})")
