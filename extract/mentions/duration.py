"""Durations: a number of seconds to years that something takes or lasts.

Takes 19日で, 11ヶ月, 3〜5年, 5年から6年後, 10年後, 117分, 1時間30分, 過去5年. Leaves runs and ranks (3日続伸,
5年連続, 2年目), ages, ～ぶり,
数年, years of the calendar (2025年, 26年3月), bonds (10年債), clock times (5時30分), sport clocks (前半9分).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jijitsu.extract.linking.time.dates import NUM, Anchor, Form, number, reader
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention, Timex
from jijitsu.schemas.sentence import Sentence

_CODES = {"年": "P{}Y", "月": "P{}M", "週間": "P{}W", "日": "P{}D", "時間": "PT{}H", "分": "PT{}M", "秒": "PT{}S"}
_EDGE = r"(?<![\d.,/〇零一二三四五六七八九十百・第数毎':])"
_AMOUNT = r"(?:\d{1,4}(?:\.\d{1,3})?|[一二三四五六七八九十百]{1,4})"
_MONTH_MARK = r"[ヶケヵカか箇個ヵｹ]月"
# Behind any of them the number ranks, recurs or compares; it does not last.
_NONE = r"(?!ぶり|振り|連続|続[伸落騰急き]|目|おき|ごと|[国物]債|債|物|もの[^で]|生|来の?[高安]|ローン|ルール|無敗)"
_CUE = (
    r"(?:(?:間|半)(?!高|安)|以内|以上|未満|後(?!半)|前(?!半|年|期|提)|で(?!は?(?:最|初|一番))"
    r"|ほど|程度|余り|近く|足らず|超|かけ|かか|に及|にわた|越し|越え|待ち|待て|の(?:歳月|期間|歴史|任期|刑|契約|猶予|計画|キャリア|経験|実刑)|走)"
)


def _one(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del anchor
    return Timex(_code(match.group("amount"), match.group("unit"), bool(match.groupdict().get("half"))))


def _code(amount: str, unit: str, half: bool = False) -> str:
    unit = "月" if unit.endswith("月") else unit
    value = amount if "." in amount else str(number(amount))
    if half and unit == "年":
        return f"P{value}Y6M"
    return _CODES[unit].format(f"{value}.5" if half else value)


def _range(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del anchor
    unit = match.group("unit")
    return Timex(f"{_code(match.group('amount'), unit)}/{_code(match.group('other'), unit)}")


def _clock(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del anchor
    if match.group("short"):
        return Timex(f"PT{int(match.group('short'))}M{int(match.group('rest'))}S")
    seconds = f"{int(match.group('seconds'))}S" if match.group("seconds") else ""
    return Timex(f"PT{int(match.group('hours'))}H{int(match.group('minutes'))}M{seconds}")


def _day_long(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del match, anchor
    return Timex("P1D")


def _half_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del match, anchor
    return Timex("P6M")


_FORMS = (
    # 3〜5年, 5年から6年後, 2~3週間; 25〜26年 would be years of the calendar, and so is 18日、2025年(1〜12月)の.
    Form(
        regex(
            rf"{_EDGE}(?<!\d月)(?!(?:19|20)\d\d年)(?P<amount>{_AMOUNT})(?:年|{_MONTH_MARK}|週間|日|時間|分|秒)?(?:間)?(?:~|-|から|ないし|、)(?!(?:19|20)\d\d年)(?P<other>{_AMOUNT})"
            rf"(?P<unit>年(?!度|\d|{NUM}月|代|[同前]|末|[のはにも](?!間))|{_MONTH_MARK}|週間|日(?=間|で|後|程度|ほど|以内|か)|時間"
            rf"|分(?!の|科)|秒){_NONE}(?:間)?(?:後)?"
        ),
        _range,
    ),
    Form(
        regex(
            rf"{_EDGE}(?P<amount>\d{{1,2}}(?:\.\d)?|[一二三四五六七八九十]{{1,3}})(?P<unit>{_MONTH_MARK})(?P<half>半)?"
            rf"(?!半){_NONE}(?:間(?!ぶり|連続))?(?:以内)?(?:後)?"
        ),
        _one,
    ),
    Form(
        regex(
            rf"{_EDGE}(?P<amount>{_AMOUNT})(?P<unit>年)(?P<half>半)?(?!半)(?={_CUE}){_NONE}(?!以上前|間?(?:ぶり"
            rf"|連続|で(?:初|最)))(?:間(?!ぶり|連続|高|安))?(?:以内)?(?:後(?!半))?"
        ),
        _one,
    ),
    Form(
        regex(
            rf"(?:(?<=過去)|(?<=この)|(?<=今後)|(?<=およそ)|(?<=わずか)|(?<=最長)|(?<=最大)|(?<=最短)|(?<=通常)|(?<=直近)|(?<=懲役)|(?<=少なくとも)|(?<=工期は)|(?<=寿命は)|(?<=任期は)|(?<=工期は約)|(?<=寿命は約))"
            rf"(?P<amount>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?P<unit>年|日(?!本))(?P<half>半)?(?!半)(?!度|{NUM}月|代){_NONE}(?:間)?"
        ),
        _one,
    ),
    Form(regex(rf"{_EDGE}(?P<amount>{_AMOUNT})(?P<unit>週間)(?P<half>半)?(?!半){_NONE}(?:以内)?(?:後)?"), _one),
    Form(
        regex(
            rf"{_EDGE}(?<!月)(?P<amount>{_AMOUNT})(?P<unit>日)(?=間|以内|以上|未満|超|後(?!場|半)|ほど|程度|余り|足らず|近く|前後"
            rf"|弱(?!含)|前(?!場|引|週|年|日|月|半|夜|々)|あたり|当たり|平均|かけ|かか|がかり|で(?!終了|終え|満|閉|あ|の|は|も|、|す|し|締"
            rf"|引)){_NONE}"
            rf"(?!間(?:ぶり|連続))(?:間)?(?:以内)?(?:後)?"
        ),
        _one,
    ),
    Form(
        regex(
            r"(?<![一-龠\d])半年(?=間|で|後|以内|ほど|程度|余り|にわた|に及|続|前(?!半))(?!ぶり|間?連続)(?:間)?(?:後)?"
        ),
        _half_year,
    ),
    # 史上最大の1日の損失, 一日の売り上げ: one day long.
    Form(
        regex(
            r"(?:(?<![\d十二三第月])一日(?=の|中|に\d)|(?<=[のなるい])一日(?=だ|で|と|を)|(?<![\d.,月])1日(?=の(?:損失|下げ|下落|上げ|上昇|減少"
            r"|増加|値|取引時間|変動)|中|\d|あたり|当たり|平均))"
        ),
        _day_long,
    ),
    Form(
        regex(
            r"(?<![\d.,:時後前])(?:(?P<hours>\d{1,3})時間(?P<minutes>\d{1,2})分(?:(?P<seconds>\d{1,2})秒)?"
            r"|(?P<short>\d{1,3})分(?P<rest>\d{1,2})秒)(?!\d)"
        ),
        _clock,
    ),
    Form(
        regex(
            rf"{_EDGE}(?P<amount>{_AMOUNT})(?P<unit>時間)(?P<half>半)?(?!半){_NONE}(?!帯|テレビ|営業|体制|レース)(?:以内)?(?:後)?"
        ),
        _one,
    ),
    Form(
        regex(
            rf"{_EDGE}(?<![時割秒後])(?<!前半)(?<!後半)(?<!延長)(?P<amount>\d{{1,4}})(?P<unit>分)(?P<half>半)?(?!半)(?!の\d|科"
            rf"|野|配|譲|割|類|析|間隔|ごと|おき|頃|ごろ|現在|時点|に(?:起|発)){_NONE}(?:間)?(?:以内)?(?:後)?"
        ),
        _one,
    ),
    Form(
        regex(rf"{_EDGE}(?<!分)(?P<amount>\d{{1,4}}(?:\.\d{{1,3}})?)(?P<unit>秒)(?!\d){_NONE}(?:間)?(?:以内)?(?:後)?"),
        _one,
    ),
)

_read = reader(_FORMS, "duration")


def find(sentence: Sentence, setting: Setting) -> Iterable[Mention]:
    """Durations in the order of the sentence."""
    return _read(sentence, setting.published)


RECOGNISER = Recogniser(
    find,
    "how long something takes or lasts",
    takes={
        "工事は19日で終わった。": "19日 = P19D",
        "試作に１１ヶ月かかった。": "１１ヶ月 = P11M",
        "開発には通常3〜5年かかる。": "3〜5年 = P3Y/P5Y",
        "差が出るのは5年から6年後だ。": "5年から6年後 = P5Y/P6Y",
        "10年後の姿を描く。": "10年後 = P10Y",
        "総会は117分で閉じた。": "117分 = PT117M",
        "完走は2時間5分12秒だった。": "2時間5分12秒 = PT2H5M12S",
        "過去5年の平均を上回る。": "5年 = P5Y",
        "1年半で倍になった。": "1年半 = P1Y6M",
        "史上最大の1日の損失となった。": "1日 = P1D",
    },
    leaves={
        "3日続伸し、5年連続の増益となった。": "runs",
        "数年かかるとの声がある。": "no number",
        "10年債の利回りは低い。": "a bond",
        "午後5時30分に閉まる。": "a time of day",
        "2025年に始まり、26年3月に終わる。": "years of the calendar",
        "3分の1が残る。": "a fraction",
        "2年ぶりに勝った。": "～ぶり",
    },
)
