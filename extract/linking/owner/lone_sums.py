"""Whose a sum is that has nothing but a noun of its own: 総工事費は140億円, and what stands before that noun."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.entity.endings import OF_PERIOD
from jijitsu.extract.linking.owner.carried import is_sum
from jijitsu.extract.linking.owner.focus import led_by_headline
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.buildings import building_of
from jijitsu.extract.linking.subject.nobody import is_no_payer, is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.things import NUMERALS, item_owner, measured_owner, reports
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_its_word(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """What the measure's word is of; 全国百貨店売上高は、既存店ベースで1.8%減: of what the word before is, if it is only a basis."""
    text, folded = reading.scene.sentence.text, reading.folded
    if folded.startswith(_BASES, max(0, measure.start)):
        before = [m for m in reading.measures if m.name == measure.name and 0 <= m.end <= measure.start]
        measure = before[0] if before else measure
    own = measured_owner(measure, text, folded)
    if not own or not _LINE.search(own[0].name) or measure.start < 0:
        return own
    whose = _reporter(phrases(text), measure.start, reading)
    return tuple(Subject(p.text, p.text, None, "other") for p in whose[:1]) or own


_BASES = ("既存店ベース", "全店ベース")


def of_its_topic(reading: Reading, value: Value, measure: Measure, meant: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """中国が2割増えた。内需は1%増: of the topic right before a figure without a word of its own; else `meant`."""
    if measure.name == "debt" and (failed := _of_failures(reading, measure)):
        return failed
    far = meant and meant[0].type in {"country", "other"} and meant[0].name not in reading.folded
    if far and measure.start >= 0 and meant[0].type == "other" and PAY.search(meant[0].name):
        return last_noun(reading, value, measure) or meant  # 実質賃金は1%減った。所定内給与は26万円だった
    if not far or measure.start >= 0 or measure.name == "yield":
        return meant
    own = item_owner(value, reading.scene.sentence.text, reading.measures)
    return own if own and not is_sum(own[0].name) and not _NO_ITEM.search(own[0].name) else meant


def _of_failures(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """県内の企業倒産は118件、負債総額は163億円: of all that failed, not of the firm that the text told of."""
    told = _FAILED.search(reading.folded, 0, max(0, measure.start))
    if told is None:
        return _failed_before(reading, measure)
    found = [p for p in phrases(reading.scene.sentence.text) if p.end <= told.end("what")]
    if not found or found[-1].end != told.end("what"):
        return ()
    noun = found[-1]
    if _BARE_FAILURES.fullmatch(noun.text) and len(found) > 1 and found[-2].end + 1 == noun.start and found[-2].thing:
        noun = found[-2]  # 飲食店の倒産は1002件
    return (Subject(noun.text, noun.text, None, "other"),)


def classes(folded: str, value: Value) -> bool:
    """True for what only says which failures are counted: 企業倒産(負債1000万円以上)は819件."""
    least = value.mention.type == "money" and value.amount.relation == "ge" and folded.startswith(")", value.end)
    return least and _CLASSED.search(folded, max(0, value.start - 24), value.start) is not None


_CLASSED = regex(r"(?:倒産|件数)\((?:[^()]{0,10}の)?負債(?:総?額)?(?:が)?$")


def _failed_before(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """全国の企業倒産は819件だった。負債総額は1397億円: of those that the sentence before counted."""
    last = reading.discourse.lately[-1:]
    if not last or not _DEBTS.fullmatch(reading.folded, 0, max(0, measure.start)):
        return ()
    text = last[0].sentence.text
    failed = next((p for p in phrases(text) if _FAILURES.search(p.text) and _COUNTED.search(text, p.end)), None)
    return (Subject(failed.text, _NUMBERS.sub("", failed.text), None, "other"),) if failed is not None else ()


_DEBTS = regex(r"[ 　]?(?:また、?|一方、?|なお、?)?")
_FAILURES = regex(r"倒産(?:件数)?$")
_NUMBERS = regex(r"件数$")
_COUNTED = regex(r"[0-9０-９]件")
_FAILED = regex(r"(?P<what>倒産(?:件数)?)(?:\([^()]{1,24}\))?[はがも][^。]{0,40}[0-9]件[^。はがも]{0,24}$")
_BARE_FAILURES = regex(r"倒産(?:件数)?")
PAY = regex(r"(?:賃金|給与(?:総額)?|手当|賞与|所得|支出)\Z")
"""Sums that a text of statistics speaks of as its subjects: none of them is had by another."""
_NO_ITEM = regex(r"(?:[額率高数]|自体|自身|手法|方法)\Z")


def of_its_holder(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """議員の政務調査費約340万円が支出された, 職員の出張費計120万円: of whom the money right in front of its figure is."""
    told = _PURSE.search(reading.folded, max(0, value.start - 12), value.start)
    found = phrases(reading.scene.sentence.text)
    money = next((p for p in found if told is not None and p.start <= told.start() < p.end), None)
    holder = next((p for p in found if money is not None and p.end + 1 == money.start and p.particle == "の"), None)
    if holder is None or not holder.thing or is_nobody(holder.text) or is_no_payer(holder.text):
        return ()
    if AUTHORITY.search(holder.text) or _A_TIME.search(holder.text):
        return ()
    return (Subject(holder.text, holder.text, None, "other"),)


_A_TIME = regex(r"[年月日期度分季]$|^(?:今回|従来|当初|過去|一部|多額|総額)")
_PURSE = regex(r"(?:費|代|料|手当|報酬|給与|年金|積立金|謝礼|公金|預金|財産|資金)(?:など)?(?:計|合計|総額|約|およそ)*$")


def last_noun(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The measure's own noun, or the topic, where nobody is spoken of: 総工事費は140億円, 農業関係は41億円."""
    text = reading.scene.sentence.text
    found = [
        p for p in phrases(text)
        if len(p.text) > 1 and text[p.start - 1 : p.start] not in NUMERALS and not _BY_TIME.fullmatch(p.text)
    ]  # fmt: skip
    whole = [p for p in found if 0 <= measure.start < value.end and p.start <= measure.start and p.end >= measure.end
             and not p.text.endswith("ベース")]  # fmt: skip
    if whole and any(whole[0].end <= v.start and v.end < value.start for v in reading.values):
        whole = []
        if led := _LED_BY_TOWN.search(reading.folded, 0, value.start):
            return (Subject(led["who"], led["who"], None, "other"),)
    topics = [p for p in found if p.end <= value.start and p.particle[:1] in {"は", "が", "も"}
              and not is_no_payer(p.text) and not reports(p, reading.folded)]  # fmt: skip
    held = _HOLDS.match(reading.folded, value.tail)  # 約2000円が入った募金箱
    behind = [p for p in found if held and p.start == held.end()]
    chosen = behind or whole[:1] or topics[-1:]
    if chosen and (is_sum(chosen[0].text) or _MEAN.fullmatch(chosen[0].text)):  # ふるさと納税の寄付額は
        chosen = _holders(found, chosen[0], text) or _goes_into(found, chosen[0], reading) or chosen
    if chosen and _LINE.search(chosen[0].text):
        chosen = _reporter(found, chosen[0].start, reading) or chosen
    if chosen and SUM.search(chosen[0].text) and chosen[0] in whole[:1] and (lead := led_by_headline(reading)):
        return lead  # 負債金額は84億円: no sum owns itself
    if (
        chosen == whole[:1]
        and chosen
        and (built := building_of(chosen[0].text, reading.scene, reading.discourse.scenes))
    ):
        return built  # 温泉施設が再開する。改装費は3億円
    written = [_ABOUT.sub("", p.text) for p in chosen]
    return tuple(Subject(text, text, None, "other") for text in written if not AUTHORITY.search(text))


_BY_TIME = regex(r"[月年日]額|月々|毎[年月日]")
"""月額200ドル: how it is counted, and nobody."""


def _goes_into(found: list[Phrase], noun: Phrase, reading: Reading) -> list[Phrase]:
    """計画に要した費用は10万ユーロ, 駅舎の建て替えにかかる経費: what the money goes into."""
    spent = _GOES_INTO.search(reading.folded, max(0, noun.start - _REACH), noun.start)
    if spent is None:
        return []
    return [p for p in found if p.end == spent.end("what") and not is_no_payer(p.text) and not _IT.match(p.text)]


def _reporter(found: Sequence[Phrase], line: int, reading: Reading) -> list[Phrase]:
    """三ツ輪軸受が10日発表した上期決算は、純利益が8億円; 三ツ輪軸受の今期の純利益: whoever reports; no line of accounts is its own."""
    told = _REPORTER.search(reading.folded, 0, line)
    if told is None:
        return []
    return [
        p for p in found if p.end == told.end("who") and (p.thing or len(p.text) > _SHORT) and not is_nobody(p.text)
    ]


_SHORT = 2
BARE_LINE = regex(
    r"(?:単独|連結|単体|通期|年間|期末|中間)*(?:純利益|純損益|純損失|税引き利益|(?:営業|経常|最終|当期)(?:利益|損益|損失|赤字|黒字)|売上高|売上収益|営業収益|完成工事高|配当)"
)
_LINE = regex(
    r"(?:純利益|純損益|純損失|税引き利益|(?:営業|経常|最終)(?:利益|損益|損失|赤字|黒字)|売上高|売上収益|営業収益|年間配当)\Z"
)
_REPORTER = regex(
    rf"(?:^|(?<=[。、の]))(?P<who>[^、。はがもの「」()0-9]{{2,20}})(?:が(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?に?(?:発表|公表|開示)した[^。、「」はがも]{{0,40}}|{OF_PERIOD[:-1]}|(?=は))"
    r"(?:は、?|の)(?:[^、。はがも]{1,16}の)?(?:連結|単独|単体|既存店)?$"
)
SUM = regex(r"(?:金額|総額|[一-鿿]額|費用?|経費)\Z")
_MEAN = regex(r"(?:全国|県内|国内|世界)?平均額?|(?:全国)?中央値")
_REACH = 30
_GOES_INTO = regex(
    r"(?P<what>[一-鿿ァ-ヺー])(?:のため)?に(?:かか[るっ]た?|要する|要した|必要な|必要となる)[一-鿿]{0,4}\Z"
)
_IT = regex(r"これ|それ|同|当|この")


def _holders(found: list[Phrase], noun: Phrase, text: str) -> list[Phrase]:
    """補正予算案の一般会計の歳出総額: what stands before の, past accounts."""
    for phrase in reversed([p for p in found if p.end < noun.start]):
        if phrase.end + 1 != noun.start or text[phrase.end] != "の":
            return []
        if phrase.thing and not _ACCOUNTS.search(phrase.text):
            return [phrase]
        noun = phrase
    return []


_ACCOUNTS = regex(r"会計$|歳[出入]$")
# 市民病院、赤字14億円 美波市、一般会計から6億円
_LED_BY_TOWN = regex(r"[ 　](?P<who>[一-鿿ァ-ヺーぁ-ん]{1,7}[市県町村区])、[^ 　。]{0,30}$")
_ABOUT = regex(r"(?<=.)(?<![契予条規])約$")
_HOLDS = regex(r"(?:が|の)?(?:入った|入りの|入っていた|相当の|を入れた)")


def summed(reading: Reading, measure: Measure, owner: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """2025年の調達額は8612億円, in a text on 国内新興の調達額: no sum owns itself; nor a line of accounts (売上高は30億円)."""
    if measure.family == "financial" and owner and BARE_LINE.fullmatch(owner[0].name):
        lines = [s for name, s in reading.discourse.sums if name in _LINES and not BARE_LINE.fullmatch(s.name)]
        return tuple(lines[-1:]) or owner
    if measure.family != "financial" or not owner or not is_sum(owner[0].name):
        return owner
    return tuple(subject for name, subject in reading.discourse.sums if name == measure.name) or owner


_LINES = frozenset({"revenue", "operating_profit", "ordinary_profit", "net_profit", "dividend", "eps"})
