"""What a figure of trade statistics measures where its own sentence does not say it: 輸出額は8兆円。自動車が25%減った."""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.nearby import Answer, Nearby
from jijitsu.extract.linking.value.course import LEVEL
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex


def counted_in_trade(asked: Nearby) -> Answer | None:
    """4月の時計輸出額は19億フラン。数量は121万本; 自動車の台数は9万台: so many of what the sums before were for."""
    bare = asked.ahead(_BARE_COUNT) if asked.sort("count") else None
    if bare is None:
        return None
    said = asked.reading.discourse
    if any(f.family == "delivery" and asked.value.amount.unit in f.units for f in said.frames):
        return None
    scenes = [scene.sentence.folded for scene, _ in said.before]
    told = [act["act"] for text in scenes[-1:] for act in _TRADE_SUM.finditer(text)]
    told = told or [act["act"] for text in scenes for act in _ABROAD.finditer(text)]
    return Answer(Measure("delivery", _TRADED_AS[told[-1]])) if told else None


def part_of_trade(asked: Nearby) -> Answer | None:
    """輸出額は2%減の8兆円。自動車が25%減り、米国向けは11%減: sums of trade are told by goods and by partners."""
    if not asked.sort("percent", "multiple") or asked.course is LEVEL or asked.course.of not in {"volume", "any"}:
        return None
    part = asked.ahead(_PART, _REACH)
    if part is None or _NO_PART.search(part["what"]) or asked.near("company", "index", "currency", "crypto", "person"):
        return None
    said = [scene.sentence.folded for scene, _ in asked.reading.discourse.before]
    if not any(_TRADE.search(text) or _IN_MONEY.search(text) for text in said):
        return None
    moved_on = _OTHERWISE.search(said[-1]) and not _TRADES.search(said[-1])
    return None if moved_on or _COUNTED.search(said[-1]) else Answer(Measure("financial", "other"))


def is_sum_abroad(asked: Asked, found: Measure) -> bool:
    """貿易統計によると、自動車の輸出は8%減った; 対米輸出は4%減: what a land trades is told in money, where nobody says how many."""
    if found.family != "delivery" or not asked.sort("percent", "multiple") or asked.course is LEVEL:
        return False
    led = _BARE_TRADE.search(asked.folded, max(0, found.start), asked.value.start) if found.start >= 0 else None
    if led is None or led.start() != found.start or _SO_MANY.search(asked.folded, led.end(), asked.value.start):
        return False
    reading = asked.reading
    if any(c.type == "company" and c.end <= asked.value.start for c in reading.names):
        return False
    if _WITH_LAND.search(asked.folded, 0, led.end()):
        firm = reading.discourse.subject
        return firm is None or firm.type != "company"
    said = [scene.sentence.folded for scene, _ in reading.discourse.before]
    if said and _COUNTED.search(said[-1]):
        return False
    return any(_TRADE.search(text) or _IN_MONEY.search(text) for text in (asked.folded[: asked.value.start], *said))


# 輸出, 輸入; not 輸出台数, 輸出量
_BARE_TRADE = regex(r"輸[出入](?![台本枚頭隻個]数|数?量|先|業|企業|企画|規制)")
_SO_MANY = regex(r"[台本枚頭隻個]数|数量|量は|量が|トン")
_WITH_LAND = regex(r"対(?:米|中|韓|日|台|欧|独|英|ロ|EU|アジア)[^、。はがも0-9]{0,6}輸[出入]$")
# 輸出は4.8%増の587億ドル
_IN_MONEY = regex(r"輸[出入][はが][^。]{0,30}[0-9][億兆][0-9,億万]{0,8}(?:円|ドル|ユーロ|元|ウォン|ポンド|フラン)")
_BARE_COUNT = regex(r"(?:^|[、。ば])(?:[^、。はがも0-9]{1,12}の)?(?:[台枚本個部隻頭]数|数量)[はがも][^、。はが]{0,16}$")
_TRADE_SUM = regex(r"(?P<act>輸出|輸入|出荷|販売|生産)(?:総|金)?額")
_ABROAD = regex(r"(?P<act>輸出|輸入)(?:総)?額?[はが]")
_TRADED_AS = {"輸出": "shipments", "輸入": "shipments", "出荷": "shipments", "販売": "sales", "生産": "production"}
_TRADE = regex(r"貿易(?:統計|概況|収支|赤字|黒字)|(?:輸出|輸入)(?:総)?額[はが]")
_TRADES = regex(r"輸出|輸入|貿易|向け")
# 中国向けは15.5%増え, アジア全体では12.0%の伸び, 半導体製造装置が同11.5%
_PART = regex(
    r"(?:^|[、。]|別(?:で|に)(?:は、?|みると、?)|(?:^|[、。])輸[出入](?:は|では))(?:一方で?|半面|また|このうち|うち)?(?P<what>[^、。はがも0-9%]{1,20})(?:は|が|も|では|でも)"
    r"(?:[^、。はがも0-9%]{0,12}、)?(?:前年同月比|前年同期比|前の?年の?同じ[月時]期?(?:より|に比べて?)?|前年比|同)?(?:約|およそ)?$"
)
_REACH = 48
# 蔵元の数, 生産, 消費支出: nothing that is shipped
_NO_PART = regex(
    r"(?:者|客|人|率|比|数|量|力|感|度|業|生産|消費|投資|支出|受注|販売|購入|需要|出荷|在庫|収入|売上高?|売り上げ|利益|所得|賃金|給与|物価|指数|単価|価格|値段|相場|コスト|経費|額|高|GDP|成長|雇用|企業|会社|店|全店|メーカー|世帯|割合|赤字|黒字|回答|予想|株|株価|円|ドル)$"
)
_OTHERWISE = regex(r"消費|物価|生産|販売|売上|売り上げ|調査|GDP|国内総生産|受注|雇用|賃金|指数|株|利益")
# 自動車の輸出は2万1000台で: what follows may be of those
_COUNTED = regex(r"輸出(?:台数)?[はが][^、。]{0,12}[0-9](?:台|本|頭|トン|個|隻)")
