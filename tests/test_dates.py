"""Dates, trading days and the time of a value, on sentences of our own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import article

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.names import names
from jijitsu.extract.linking.time import calendars, dates
from jijitsu.extract.linking.time.times import Family, times
from jijitsu.extract.linking.time.timing import time_for
from jijitsu.extract.linking.value.bases import basis_for
from jijitsu.extract.mentions import basis, duration, percent, period
from jijitsu.extract.mentions import date as dates_seen
from jijitsu.extract.seeing import settle
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Scene, Setting, Story

NONE = "-"
PARTS = [module.RECOGNISER for module in (dates_seen, period, duration, basis, percent)]


def story(text: str, published: date | None) -> Story:
    """The article with its times seen, and nothing else."""
    read = article(text, published)
    setting = Setting(published, names())
    scenes = tuple(
        Scene(one, tuple(settle(mention for part in PARTS for mention in part.find(one, setting))))
        for one in sentences(read)
    )
    return Story(read, scenes, setting)


def told(marked: str, published: date | None, family: Family) -> list[str]:
    """The times of the values in ⟦ ⟧, as start/end, one day as itself, none as a dash."""
    found, text, at = [], "", 0
    for match in re.finditer(r"⟦([^⟧]*)⟧", marked):
        text += marked[at : match.start()]
        found.append((len(text), len(text) + len(match.group(1))))
        text, at = text + match.group(1), match.end()
    text += marked[at:]
    read = story(text, published)
    known = times(read)
    out = []
    for start, end in found:
        index = next(s.sentence.index for s in read.scenes if s.sentence.start <= start < s.sentence.end)
        shown, _ = time_for(known, index, start, end, family)
        out.append(NONE if shown is None else "/".join(dict.fromkeys((f"{shown.start}", f"{shown.end}"))))
    return out


WRAP = (
    "大引け、日経平均は⟦80円⟧安\n16日の東京株式市場で日経平均株価は⟦80円⟧安の⟦4万円⟧で終えた。\n"
    "前日の米株安を受け、一時⟦300円⟧下げた。ホンダが⟦2%⟧下げた。45000円を超えれば買いだと話した。"
)
RESULT = (
    "青葉電機が31日発表した2025年4〜9月期決算は純利益が⟦30億円⟧（前年同期は⟦20億円⟧）だった。売上高は⟦90億円⟧。\n"
    "26年3月期の純利益は⟦50億円⟧を見込む。通期の配当は⟦40円⟧。27年度までに⟦99億円⟧を投じる。"
)


@pytest.mark.parametrize(
    ("family", "published", "text", "expected"),
    [
        ("market", date(2026, 1, 16), WRAP, [NONE, "2026-01-16", "2026-01-16", "2026-01-16", "2026-01-16"]),
        (
            "financial",
            date(2025, 11, 1),
            RESULT,
            [
                "2025-04-01/2025-09-30",
                "2024-04-01/2024-09-30",
                NONE,
                "2025-04-01/2026-03-31",
                "2025-04-01/2026-03-31",
                "2028-03-31",
            ],
        ),
        ("market", None, "16日の株価は⟦2%⟧安だった。", [NONE]),
        (
            "market",
            date(2026, 1, 16),
            "青葉電機の株価が急落2026年1月16日 12:30\n青葉電機は株価が⟦7%⟧下落した。",
            [NONE],
        ),
        ("target", date(2026, 1, 16), "16日、証券会社は目標株価を⟦900円⟧に上げた。", [NONE]),
        ("quote", date(2026, 1, 16), "社長は14日の会見で「⟦まだ足りない⟧」と述べた。", ["2026-01-14"]),
        ("quote", date(2026, 1, 16), "3日に公表した計画について「⟦まだ足りない⟧」と述べた。", [NONE]),
        ("cap", date(2026, 1, 16), "15日の米株式市場で時価総額は1年で⟦3割⟧増えた。", ["2025-01-15/2026-01-15"]),
        ("cap", date(2026, 1, 16), "15日の米株式市場で時価総額は昨年末から⟦3割⟧増えた。", ["2025-12-31/2026-01-15"]),
        ("delivery", date(2026, 1, 16), "去年1年間の販売は⟦80万台⟧だった。", ["2025-01-01/2025-12-31"]),
        ("delivery", date(2026, 1, 16), "昨年6月に発売した新型の販売は⟦80万台⟧だった。", [NONE]),
        (
            "delivery",
            date(2026, 1, 16),
            "26年の販売は⟦90万台⟧で、25年実績(⟦80万台⟧)を上回る。",
            ["2026-01-01/2026-12-31", "2025-01-01/2025-12-31"],
        ),
        ("quantity", date(2026, 1, 16), "2025年末時点の店は⟦80店⟧だった。", ["2025-12-31"]),
    ],
)
def test_time_of_a_value(family: Family, published: date | None, text: str, expected: list[str]) -> None:
    assert told(text, published, family) == expected


def test_the_reader_keeps_the_period_in_mind() -> None:
    read = story("2025年4〜9月期の純利益は30億円だった。売上高は90億円。", date(2025, 11, 1))
    place = read.article.text.index("90億円")
    shown, meant = time_for(times(read), 1, place, place + 4, "financial")
    assert shown is None
    assert meant is not None and (meant.start, meant.end) == (date(2025, 4, 1), date(2025, 9, 30))


def test_same_takes_the_last_basis() -> None:
    read = story("売上高は前年同期比8%増えた。営業利益は同5%増、店は3%増だった。", date(2025, 11, 1))
    found = []
    for index, text in ((0, "8%"), (1, "5%"), (1, "3%")):
        at = read.article.text.index(text)
        found.append(basis_for(read, index, at, at + 2))
    assert found == ["前年同期比", "前年同期比", None]


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二五", 2025), ("二十九", 29), ("二九", 29), ("十", 10), ("百十七", 117), ("元", 1), ("7", 7)],
)
def test_numerals(text: str, value: int) -> None:
    assert dates.number(text) == value


def test_nearest_day_looks_both_ways() -> None:
    assert dates.nearest_day(date(2026, 1, 7), 12, 22) == date(2025, 12, 22)
    assert dates.nearest_day(date(2026, 1, 11), None, 12) == date(2026, 1, 12)
    assert dates.nearest_day(date(2026, 3, 3), None, 27) == date(2026, 2, 27)
    assert dates.nearest_day(date(2026, 3, 3), 2, 30) is None


def test_holidays() -> None:
    assert calendars.is_open("XTKS", date(2026, 1, 1)) is False
    assert calendars.is_open("XNYS", date(2026, 1, 2)) is True
    assert calendars.is_open("XTKS", date(1999, 1, 4)) is None
    assert calendars.previous_session("XTKS", date(2026, 1, 5)) == date(2025, 12, 30)
    assert calendars.exchange_of("3日の米株式市場で") == "XNYS"


def test_the_table_of_holidays_is_the_library_s() -> None:
    pytest.importorskip("exchange_calendars")
    from exchange_days import MICS, closed

    assert set(words("exchange_days")) == set(MICS)
    for mic in MICS:
        _, last, years = closed(mic)
        row = words("exchange_days")[mic]
        assert row["last"] == f"{last}"
        assert {year: days.split() for year, days in row["closed"].items()} == years


def test_text_of_nothing_but_dates_is_read() -> None:
    text = ("2025年1月1日" * 300 + "一二三四五六七八九十年" * 300 + "から" * 500)[:4000]
    read = story(text, date(2026, 1, 16))
    assert times(read)
