"""Durations that measure something: 2カ月で訓練した, 工期は3年. Other durations (2年前, 10年後, 3年連続) measure nothing."""

from __future__ import annotations

from decimal import Decimal

from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Amount, Mention, Relation

_DONE = regex(
    r"(?:足らず|未満|以内|弱|強|ほど|程度)?で[^、。]{0,10}"
    r"(?:訓練|学習|開発|回復|完成|稼働|建設|生産|達し|達成|到達|構築|終わ|終え|充電|拡大|実現|製造|設置|回収|売り切|完売|完了|組み立て)"
)
# 復旧に2日かかる, 確定が40分遅れた, 16分から21分に延びた
_TOOK = regex(
    r"(?:足らず|以上|余り|近く|弱|強|ほど|程度)?(?:も|は|を|の)?(?:かか[るっりら]|かけ[てるずた](?!い)|要[しす]|遅れ|(?:も)?遅く)"
    # 停電は4時間続いた, 発掘は半年ほど続く見込み; 3年続いた is a run
    r"|(?:(?<![0-9一二三四五六七八九十]年)(?<!年間)|(?=余り|近く|ほど))(?:間)?(?:以上|余り|近く|弱|強|ほど|程度)?(?:も|は)?続[いくき](?!伸|落)"
    # 7時間にわたり運休した, 3週間に及ぶ審理; 10年にわたって会長を務めた measures nothing
    r"|(?:(?<=半年)|(?<!年)(?<!年間)(?<!年半))(?:も|もの間)?に(?:わたり|わたって|わたった|わたる|渡り|渡って|渡る|及[ぶびん])(?!、?[0-9])"
    r"|(?:から(?:約)?[0-9.]{1,5}(?:秒|分|時間|日|週間|カ月|か月|年))?(?:に|へ|まで)?(?:延び[たるて]|短縮|縮ま|縮め|短くな|延ばし)"
)
# 平均閲覧時間は10分31秒, 1.4倍の8分15秒に伸びた, 2時間8分12秒で優勝した; not 前半12分30秒に得点した
_COMPOUND = regex(
    r"(?:(?P<hours>[0-9]{1,3})時間(?P<minutes>[0-9]{1,2})分(?:(?P<seconds>[0-9]{1,2})秒)?|(?P<short>[0-9]{1,3})分(?P<rest>[0-9]{1,2})秒)"
)
_TIME_OF = regex(
    r"(?:時間|タイム|記録)(?:は|が|も|を|で|の)(?:[^、。はがも]{0,12}(?:倍|%|秒|分)(?:の|増の|減の|長い|短い))?(?:平均)?(?:約|およそ)?$"
)
_RUN = regex(
    r"(?:の(?:[^、。はがを0-9]{0,8})?(?:新|記録|ベスト|タイム|好記録)|で(?:[^、。はがを]{0,12})?(?:優勝|完走|[0-9]位|ゴール|走|制し|1着|2着|連覇|首位|トップ)|を(?:マーク|記録|出し)|間?続)"
)
# 年間153日間開催する, 夜間営業を45日間(7月20日から)設ける; not 8日から3日間開催する, which is a date
_HELD = regex(
    r"(?:間)?(?:以上|ほど|程度|余り)?(?:\([^()]{1,24}\))?(?:開催|開園|開館|営業(?!停止|中|を(?:停止|休|取りやめ|やめ))|操業|設け)"
)
_FROM = regex(r"(?:から|より|今後|この|同)(?:の)?(?:約|およそ|最長で?|計)?$")
_NOUN = regex(
    r"(?:期間|会期|操業|航海|滞在|サイクル|工期|寿命|納期|時間|日数|年数|充電|保証|任期|刑期|懲役|訓練|残業|開発)(?:は|が|も)"
    r"、?(?:いずれも|ともに|それぞれ|原則|通常|平均して|平均で?|最長|最短|最大|わずか|(?:1|一)(?:日|週間|か月|カ月|ヶ月|年)(?:あたり|当たり)?(?:平均)?)?(?:で)?(?:約|およそ)?$"
)
# 週5日で働く, 生後18日で: how often, how old.
_SINCE = regex(r"(?:週|生後|創業|設立|結婚|就任|勤続|毎月|月に|年に|没後|戦後|震災)$")
_TIMEX = regex(r"PT?(\d+(?:\.\d+)?)[YMWDHS](?P<half>6M)?(?:/PT?(\d+(?:\.\d+)?)[YMWDHS])?")
_YEARS = regex(r"[0-9]年$")
_MONTHS = regex(r"[0-9]{1,2}[ヶケヵカか箇]?月(?!間?後)")
_HALF_YEAR = regex(r"^(?:約|およそ|最大|最長)?半年")
_UNIT = regex(
    r"(?:(?<!半)年|[ヶケかカヵ]月|ヵ月|週間?|日|時間|分|秒)(?=間?半?(?:足らず|未満|以内|以上|弱|強|ほど|程度)?$)"
)


def lasting(mention: Mention, folded: str, start: int, end: int) -> Amount | None:
    """Return the amount of a duration that stands from `start` to `end` of the folded sentence, None if it measures nothing."""
    if mention.type != "duration":
        return None
    if _SINCE.search(folded, max(0, start - 4), start):
        return None
    if _YEARS.search(folded, max(0, start - 3), start) or _MONTHS.match(folded, end):
        return None  # 3年2カ月に及んだ: neither is all of it
    took = _DONE.match(folded, end) or _TOOK.match(folded, end)
    dated = "から" in folded[start:end] or "より" in folded[start:end]
    held = _HELD.match(folded, end) and not dated and not _FROM.search(folded, max(0, start - 10), start)
    if _COMPOUND.fullmatch(folded, start, end) and (took or _lasted(folded, start, end)):
        return _in_all(folded[start:end])
    if not took and not held and not _NOUN.search(folded[max(0, start - 24) : start]):
        return None
    timex = _TIMEX.fullmatch(getattr(mention.value, "timex", ""))
    if timex is not None and _HALF_YEAR.search(folded[start:end]):
        return Amount(Decimal("0.5"), "年")
    unit = _UNIT.search(folded[start:end])
    if timex is None or unit is None:
        return None
    top = timex.group(3)
    relation: Relation = "range" if top else "lt" if folded.startswith(("足らず", "未満"), end) else "eq"
    amount = Decimal(timex.group(1)) + (Decimal("0.5") if timex["half"] else 0)
    return Amount(amount, unit.group(), relation, Decimal(top) if top else None)


def _lasted(folded: str, start: int, end: int) -> bool:
    """平均閲覧時間は10分31秒, 2時間8分12秒で優勝した: how long it took is told."""
    return bool(_TIME_OF.search(folded, max(0, start - 30), start) or _RUN.match(folded, end))


def _in_all(written: str) -> Amount | None:
    """10分31秒 is 631 seconds, 2時間5分 125 minutes."""
    found = _COMPOUND.fullmatch(written)
    if found is None:
        return None
    hours, minutes = int(found["hours"] or 0), int(found["minutes"] or found["short"])
    seconds = found["seconds"] or found["rest"]
    if seconds is None:
        return Amount(Decimal(hours * 60 + minutes), "分")
    return Amount(Decimal(hours * 3600 + minutes * 60 + int(seconds)), "秒")
