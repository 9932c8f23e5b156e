"""What a figure can only be by its unit, and the noun that a count is called by, where no word and no sentence before tells."""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.measure.versions import version_at
from jijitsu.extract.linking.sentence.routes import route
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.things import phrase_owner
from jijitsu.extract.linking.value.measures import PRICE, Measure, plausible
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def by_unit(reading: Reading, value: Value) -> Measure | None:
    """What a value can only be, told by its unit alone."""
    sort = value.mention.type
    if sort == "money":
        if (aimed := _foretold_price(reading, value)) is not None:
            return aimed
        before = reading.folded[max(0, value.start - 20) : value.start]
        tagged = _TAGGED.search(reading.folded, max(0, value.start - 32), value.start) and plausible(PRICE, value)
        if (
            (UNIT_PRICE.search(before) and not handed(reading, value))
            or (_PLAN_FEE.search(reading.folded, 0, value.start) and abs(value.amount.amount) < _DEAR)
            or (tagged and _TAG_ENDS.match(reading.folded, value.end))
            or _tagged_noun(reading, value)
            or _averaged(reading, value)
            or _asked(reading, value)
            or _asked_there(reading, value)
            or _repriced(reading, value)
            or _of_version(reading, value)
            or (abs(value.amount.amount) < _DEAR and OF_SORTS.match(reading.folded, value.end))
        ):
            return Measure("price", "commodity")
        return Measure("financial", "other")
    if sort == "number":
        if _POINTS.search(reading.folded, max(0, value.start - 5), value.start):
            return Measure("quantity", "勝ち点")
        if (rate := _RATE.search(reading.folded, max(0, value.start - 6), value.start)) is not None:
            return Measure("quantity", rate["rate"])  # 打率0.287, 視力1.2
        if named := counted_noun(reading, value):
            return Measure("quantity", named)
        return Measure("quantity", "") if _COUNTED.search(reading.folded[: value.start]) else None
    return Measure("quantity", noun(reading, value))


def handed(reading: Reading, value: Value) -> bool:
    """遺族に1人当たり20万円を支給する, 市の補助は1食100円: money for each that somebody is given is no price."""
    before = reading.folded[max(0, value.start - 24) : value.start]
    return bool(_HANDED.match(reading.folded, value.tail) or _HANDED_AHEAD.search(before))


def _foretold_price(reading: Reading, value: Value) -> Measure | None:
    """金は5180ドル。B氏は「5500ドルが次の目標だ」と語った: where the price that was told last will go, as somebody says."""
    price, amount = reading.discourse.price, abs(value.amount.amount)
    said = any(s.span.holds(value.mention.span) for s in reading.speeches)
    if (
        price is None
        or price.type not in {"commodity", "crypto"}
        or not said
        or not _GOES.match(reading.folded, value.tail)
    ):
        return None
    near = (
        level for subject, level, unit in reading.discourse.levels if subject == price and unit == value.amount.unit
    )
    last = next(near, None)
    alike = last is not None and amount and max(last, amount) / min(last, amount) < _FAR
    return Measure("price", price.type) if alike else None


_FAR = 3
_GOES = regex(
    r"(?:台|近辺|付近|前後)?(?:(?:が|は|も)、?(?:当面の|次の|心理的な)?(?:目標|節目|視野|めど|メド|上値|下値|支持|抵抗)|(?:に|へ|まで)(?:達す|達し|上が|下が|上昇|下落|値上がり|値下がり|届|迫|向か|跳ね|急騰|急落|戻)"
    r"|を(?:試|超え|割|回復|目指|突破|上回|下回))"
)


def counted_noun(reading: Reading, value: Value) -> str:
    """値下げした車種は68に上った: the noun that a number without a counter counts, as written; "" if none does."""
    if _VOTE.search(reading.folded, max(0, value.start - 2), value.start):
        return "票"
    before = _noun_before().search(reading.folded, max(0, value.start - 16), value.start)
    if before and _REACHES.match(reading.folded, value.tail):
        return before["what"]
    named = _OF_NAME.search(reading.folded, max(0, value.start - 2), value.start)  # S&P500の企業
    few = value.amount.amount < _SEVERAL_DOZEN or named
    behind = None if few else _noun_behind().match(reading.folded, value.tail)
    if behind is None and value.amount.amount >= _A_FEW and not named:
        ranked = _RANKED.search(reading.folded, max(0, value.start - 4), value.start)
        behind = _joined_noun().match(reading.folded, value.tail) if ranked is None else None  # 18の自治体
    return behind["what"] if behind else ""


_RATE = regex(r"(?P<rate>打率|防御率|出塁率|長打率|勝率|守備率|阻止率|視力|偏差値|出生率|実効再生産数)$")
_VOTE = regex(r"(?:賛成|反対|棄権|無効|白票)$")
_SEVERAL_DOZEN = 20
_A_FEW = 3
_RANKED = regex(r"(?:第|上位|下位|トップ|ビッグ|世界|ナンバー|No\.|[A-Za-z0-9.-]|[度級号型類表図問震条項位])$")
_OF_NAME = regex(r"[A-Za-z&ァ-ヺー] ?$")


@cache
def _nouns() -> str:
    return either(words("counted")["bare"])


@cache
def _noun_before() -> re.Pattern[str]:
    return regex(rf"(?P<what>{_nouns()}|校|社|党)(?:は|が|も)(?:合わせて|計|約|およそ|全国で)*$")


@cache
def _joined_noun() -> re.Pattern[str]:
    """18の自治体."""
    return regex(rf"の(?P<what>{_nouns()})(?![一-鿿ァ-ヺー])")


@cache
def _noun_behind() -> re.Pattern[str]:
    """世界の170を超える国, 50以上の市場, 330万超の票."""
    link = "(?:を(?:超える|超す|上回る|数える)|もの|近い|近くの|余りの|以上の|超の|の)?"
    return regex(rf"{link}(?P<what>{_nouns()})(?:数)?(?![一-鿿ァ-ヺー])")


_REACHES = regex(
    r"(?:近く|余り)?(?:に(?:上[るっり]|達|のぼ|増|減|及)|を(?:超|上回|数え)|だった|となっ|となる|から[0-9])"
)


def _averaged(reading: Reading, value: Value) -> bool:
    """True for レギュラーガソリン 全国平均172円40銭: what goods cost over a whole land; not pay, nor what a household has."""
    if abs(value.amount.amount) >= _DEAR or not _OVER_ALL.search(reading.folded, 0, value.start):
        return False
    return _PAID_OR_HELD.search(reading.folded) is None


_OVER_ALL = regex(r"[一-鿿ァ-ヺー][ 　、]{1,2}(?:全国|全道|都内|[道県府]内)平均(?:で|は)?(?:約|およそ)?$")
_PAID_OR_HELD = regex(r"賃|給|所得|年収|月収|支出|消費|貯蓄|残高|負担|額|費|予算|小遣い|ボーナス|一時金|仕送り|寄付")


def _tagged_noun(reading: Reading, value: Value) -> bool:
    """True for 看板の海鮮丼(1800円)が人気だ: what a ware that is a mere noun costs, in its brackets."""
    if abs(value.amount.amount) >= _DEAR or not _TAG_SHUTS.match(reading.folded, value.end):
        return False
    ware = _TAGGED_NOUN.search(reading.folded, max(0, value.start - 32), value.start)
    if ware is None or _NO_WARE.search(ware["what"]):
        return False
    return not any(c.end == ware.end("what") and c.type not in {"product", "commodity"} for c in reading.names)


def _asked(reading: Reading, value: Value) -> bool:
    """True for what goods are offered at: 6本で624円, 980円(税込み), 150円という価格設定, 1万8000円に値下げする."""
    folded = reading.folded
    if abs(value.amount.amount) >= _DEAR:
        return False
    return bool(
        _SEVERAL.search(folded, max(0, value.start - 16), value.start) or _WITH_TAX.match(folded, value.end)
        or _AS_PRICE.match(folded, value.tail)
    )  # fmt: skip


def _asked_there(reading: Reading, value: Value) -> bool:
    """True for 価格は2万円。米国では200ドルで発売する: the price goes on, elsewhere."""
    told = reading.discourse.frames[-1:]
    return (
        bool(told) and told[0].measure == "commodity" and reading.discourse.product is not None
        and abs(value.amount.amount) < _DEAR
        and _THERE.search(reading.folded, max(0, value.start - 14), value.start) is not None
    )  # fmt: skip


def _of_version(reading: Reading, value: Value) -> bool:
    """True for ガソリンモデルが185万円、ハイブリッドモデルが225万円; not 海原出版は1200円."""
    found = version_at(reading.folded, value)
    return found is not None and not any(c.type == "company" and c.end == found.end("what") for c in reading.names)


def _repriced(reading: Reading, value: Value) -> bool:
    """菓子を値上げする。「まる丸」は300円から320円となる: from one price to another, where something is made dearer."""
    folded = reading.folded
    if abs(value.amount.amount) >= _DEAR:
        return False
    told = (folded, *(scene.sentence.folded for scene in reading.discourse.lately))
    if value.amount.unit == "JPY" and route(folded, value.start):  # 長野駅―松代は680円が760円になる
        return any(_FARES.search(text) for text in told)
    if not (_FROM_IT.match(folded, value.end) or _TO_IT.search(folded, max(0, value.start - 8), value.start)):
        return False
    return any(_DEARER.search(text) for text in told)


_FARES = regex(r"運賃|料金|乗車券|特急券|切符|きっぷ|片道")
_FROM_IT = regex(r"から(?:約)?[0-9][0-9.,万]{0,8}円(?:に|へ|と|、)")
_TO_IT = regex(r"[0-9]円から(?:約)?$")
_DEARER = regex(r"値[上下]げ|(?:料金|価格|運賃|料)(?:を|の)?(?:改定|引き[上下]げ|見直)|増税|消費税率")
OF_SORTS = regex(
    r"(?:[、と・][0-9][0-9.,万千]{0,8}円){0,5}の(?:[0-9]|[二三四五])(?:種類|種|タイプ|サイズ|券種|コース|プラン)(?!以)"
)
"""乗車カードは1000円、[3000円、5000円の3種類]: goods come at so many prices."""
_THERE = regex(r"(?:^|[、。])(?:また、?|なお、?)?[一-鿿ァ-ヺー]{2,8}で(?:は|も)(?:約)?$")
_PLAN_FEE = regex(
    r"(?:プラン|コース|見放題|使い放題|乗り放題|食べ放題|定期券|1日券|フリーパス|パスポート)(?:は|が|も|なら)(?:月々|月|年|1[カか]月|1日|大人)?(?:約)?$"
)
"""広告付きプランは月890円: what one pays for it."""
_DEAR = 100_000
"""Above that it is a lot's price, or no price: 3台で450万円."""
# 6本で624円, 350ml缶141円, 9時間あたり1000円; not 2人で, 3年で
_SEVERAL = regex(
    r"[0-9] ?(?:個|枚|本|杯|皿|缶|袋|冊|食|箱|パック|錠|切れ|玉|束|ml|ミリリットル|リットル|グラム|g)(?:入り|セット|缶|瓶|パック)?(?:で|が|は)?(?:約|およそ)?$"
    r"|[0-9](?:時間|分|秒|泊|枚|個|本|キロ|グラム|リットル|g|kg|文字|ページ)(?:当たり|あたり|につき)(?:の?平均)?(?:約|およそ)?$"
)
_WITH_TAX = regex(r"(?:程度|前後)?\((?:消費)?税?(?:込み?|別|抜き|サ込)")
_AS_PRICE = regex(
    r"(?:という|の)[^、。をはが0-9]{0,4}(?:価格|料金|値段|定価)|(?:(?:から[0-9][0-9.,万]*円)?(?:に|へ)(?:[0-9][0-9.]*円)?)(?:値[上下]げ|値引き)"
)


def noun(reading: Reading, value: Value) -> str:
    """The head noun of a quantity, as written."""
    owner = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
    if owner:
        return owner[0].text
    if value.mention.type in {"percent", "multiple", "points"}:
        return "割合"
    return {"人": "人数", "名": "人数", "社": "社数", "件": "件数"}.get(value.amount.unit, value.amount.unit or "数")


# 「海鳴り」(岬書房、1800円), 「青の実」(120グラム、税込み480円): what a thing in its brackets costs.
_TAGGED = regex(r"[」』]\((?:[^()]{0,24}、)?(?:税込み?|税別|本体|定価|各|1[個本枚箱杯袋冊])?$")
_TAG_ENDS = regex(r"(?:税込み?|税別|\+税|、税込み?|、税別|から|~)?\)")
# 海鮮丼(1800円)が, 追加シナリオ(税込み1980円)も; not 日当(8000円), 岬製作所(1200円)
_TAGGED_NOUN = regex(
    r"(?P<what>[一-鿿ァ-ヺーA-Za-z]{2,14})\((?:[^()0-9、]{0,10}、)?(?:税込み?|税抜き|税別|本体|定価|各|1[個本枚箱杯袋冊])?$"
)
_TAG_SHUTS = regex(r"(?:税込み?|税別|\+税|、税込み?|、税別|から|~|前後)?\)(?:を|が|は|も|に|で|と|や|など|の|、)")
_NO_WARE = regex(
    r"(?:[高額益金株債損税給賃費値価年月日円元人者氏社枠権]|手当|日当|補助|予算|資産|収入|支出|利益|配当|コスト|所得|ドル|ユーロ|ポンド|ウォン|さん|銀行|証券|製作所|ホールディングス|HD|グループ)$"
)
WEIGHED = regex(r"(?<![0-9.])[0-9]{1,3}(?:キロ|グラム|箱|匹|尾|玉|束|俵|頭|パック|袋)(?:当たり|あたり)?(?:約|およそ)?$")
UNIT_PRICE = regex(
    r"(?:1|一|5|五|10|十|100)(?:個|枚|本|口|台|人|株|匹|頭|玉|房|尾|束|箱|冊|食|杯|缶|袋|リットル|キロ|月|回|バレル|ブッシェル|ポンド|俵|トロイオンス|グラム|トン|足|泊|着|席|時間|日|食|皿|貫|膳|機|基|棟|戸|隻|両|組|脚|巻|瓶|樽|鉢|斤|反|升|坪|羽|丁|ダース|ケース|セット|パック|メートル|平方メートル|立方メートル)(?:\([^()]{1,10}\))?(?:当たり|あたり|につき|=)?(?:の?平均)?(?:約|およそ|税込み)?$|[0-9万](?:トークン|キロワット時|kWh|ギガバイト|GB|文字|回線)(?:当たり|あたり|につき)(?:約|およそ)?$|チケット(?:は|が)$|(?:なら|だと|(?:素泊まり|大人|子ども|子供|小学生|中学生|高校生|一般|当日|前売り)(?:は|が|で|、|1人)*)$"
)
# 遺族に1人当たり20万ルピーを支給する, 1人当たり1000万円を請求した: what each gets or claims is no price.
_HANDED = regex(
    r"(?:以上|程度|ほど)?(?:ずつ)?(?:分)?(?:の[^、。はがを0-9]{1,10})?[をが](?:一律|一律で|毎月|一時金として|現金で)?(?:保障|保証|支給|給付|交付|補助|助成|配[るっりら布]|贈|寄付|補償|賠償|拠出|請求|求め|要求|支払う(?:ことで|よう|べき))"
    r"|(?:ほど|程度|余り|足らず)?で(?:の)?(?:暮ら|生活|生計)|で、?[^、。はがを0-9]{1,8}を(?:賄|しの[いぐ])"
    r"|(?:以上|程度|ほど)?の(?:損害)?(?:賠償|補償|慰謝料|和解金|解決金|見舞金|弔慰金|支払い|補助(?!席)|助成|手当|給付|支給|奨励金|報奨金|協力金|支援)"
)
# 市の補助は1食100円, 手当を1日2000円に上げる
_HANDED_AHEAD = regex(r"(?:補助|助成|手当|給付|支給|支援)(?:金|額)?(?:は|が|も|を)[^、。はがも]{0,12}$")
_COUNTED = regex(r"(?:数|値上がり|値下がり|横ばい|変わらず|銘柄)(?:は|が)?$")
_POINTS = regex(r"勝ち?点(?:は|が|を|も)?$")
