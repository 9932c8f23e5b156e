"""The mark of a price level: close, open, high, low, intraday, record high or low, target."""

from __future__ import annotations

import re

from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Mark

_SIGNS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    ("intraday", regex(r"前場|前引け|午前の?終値|午前は[^、。]{0,12}$|午前の取引を終")),
    ("target", regex(r"目標株価|目標価格")),
    (
        "record_high",
        regex(
            r"上場来高値|(?:史上|過去)?(?<!日中の)(?<!直近の)(?<!場中の)(?<!この日の)(?<!当日の)最高値|[史過][上去]最高|(?:以降|以来|これまで|過去)で最も高|(?:開始|算出|統計|導入|上場|発足)[^、。]{0,8}以来の最高を"
        ),
    ),
    (
        "record_low",
        regex(
            r"上場来安値|(?:史上|過去)?(?<!日中の)(?<!直近の)(?<!場中の)最安値|[史過][上去]最安|(?:以降|以来|これまで|過去)で最も安"
        ),
    ),
    ("high", regex(r"(?<!番目の)高値(?!警戒|感|づかみ|掴み|波乱|が続|止まり)")),
    ("low", regex(r"安値|円安(?:・?ドル高)?水準")),
    (
        "close",
        regex(
            r"(?<!前日の)(?<!前週末の)(?<!前営業日の)(?<!前日)終値(?!から|より|に比べ|比|を(?:約?[0-9.]+%)?(?:上回|下回))|大引け(?!にかけ|に掛け|間際|直前|後|前)|引け値|清算値(?!から|より|に比べ)|で引け|で比例配分|で閉じ|で清算(?:し|され)|で取引を終|で終え|で終わ|で終了|取引を終え|曜日を終え|引けた|で終値"
        ),
    ),
    (
        "open",
        regex(
            r"初値(?!(?:\([^()]{1,12}\))?(?:比|より|から)|を(?:約?[0-9.]{1,6}%)?(?:上回|下回|超え|割)|形成|に比べ)|始値|寄り付き(?!直後|後)|寄り付い|(?:と|で)(?:[^、。0-9]{0,6}[してく]て?)?始ま"
        ),
    ),
    (
        "intraday",
        regex(
            r"一時|場面|(?<![0-9])(?!5時)(?:[0-9]|1[0-6])時(?:半|[0-9]{1,2}分)?(?:ごろ|頃)?(?:\([^()]{0,14}\))?(?:時点|現在)(?!の(?:公表|発表))|寄り付き直?後|後場に入|取引終盤|大引けにかけ|時間外取引|(?:朝|昼|午前|午後|序盤)の取引|足元では|前引け|前場|午前(?!(?:に|中に|[0-9]{1,2}時に)?(?:公表|発表)した)|取引時間中|朝方|日朝|(?<!一)日中|で取引され|ザラ場|途中"
        ),
    ),
)
_LABELS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    ("open", regex(r"(?:初値|始値)(?:は|が|も)$|寄り付きの[^、。]{1,20}は[^、。]{0,30}$")),
    ("close", regex(r"(?<!午前の)(?<!前日の)終値(?:は|が|も)$")),
    ("high", regex(r"(?:この日|当日)の最高値(?:は|が|も)(?:約)?$")),
    ("high", regex(r"(?<![最来])高値(?:は|が|も)(?:約)?$")),
    ("low", regex(r"(?<![最来])安値(?:は|が|も)(?:約)?$")),  # 円の安値は158円45銭、高値は157円30銭
    ("close", regex(r"清算値(?:は|が|も)[^、。]{0,24}$")),
    ("close", regex(r"前(?:日|週末|営業日)の?(?:終値|清算値)(?:は|が|の|\()(?:約)?$")),
)
_FROM_EXTREME = regex(r"^(?:台)?(?:前半|後半|半ば)?の[^、。0-9]{0,6}[高安]値から")
_OPENED = regex(
    r"(?:ちょうど|前後|近辺|付近)?(?:と[^、。0-9]{1,10}して|で)(?:寄り付|取引を(?:開始|始め|スタート)|取引が始ま)"
)
_REACHED = regex(
    r"^まで(?:[^、。]{0,4})(?:買われ|売られ|上昇|下落|急騰|急落|上げ|下げ|値を|上値|下値|沈|伸ば|伸び|突っ込|押し戻|値上がり|値下がり)"
)
_RENEWED = r"を(?:更新|塗り替え)"
_MADE = r"(?:[をにとく]|値)?(?:更新|塗り替え|付け|つけ|記録|達し|なっ|なり)"
# 上場来高値を更新した, 以降で最も高くなった, 最高値(12万3205ドル)を塗り替えた
_REACHES: tuple[tuple[Mark, re.Pattern[str]], ...] = tuple(
    (mark, regex(rf"(?:{sign.pattern})(?:\([^()]{{0,30}}\))?{_MADE if mark.startswith('record') else _RENEWED}"))
    for mark, sign in _SIGNS
    if mark in {"record_high", "record_low", "high", "low"}
)
_HIGH_STOP = regex(r"ストップ高")


def mark_of(before: str, after: str, later: str) -> Mark | None:
    """Return the mark said by the words of the figure's own clause, `before` and `after` it.

    `later` reaches past the clause: 上値を伸ばし、年初来高値を更新した.
    """
    if _OPENED.match(after):
        return "open"  # 2546円で寄り付いた後、大引けにかけて
    before = _FROM_EXTREME.sub("", before)  # 151円台の安値から146円台まで
    for mark, word in _LABELS:
        if word.search(before):
            return mark  # 初値は855円、終値は828円
    said = next((mark for mark, sign in _SIGNS if sign.search(before) or sign.search(after)), None)
    if said not in {None, "intraday"}:
        return said
    # 一時4530円まで上昇し、上場来高値を更新した: the highest tells more than that it did not last.
    reached = next((mark for mark, sign in _REACHES if sign.search(later)), None)
    if reached is not None:
        return reached
    if said or _REACHED.match(after):
        return "intraday"  # 688円まで買われた
    return "high" if _HIGH_STOP.search(before + after) else None
