"""News of firms: houses behind other houses, why a line moved, closing days, what is owed, new cars of a kind."""

from __future__ import annotations

from datetime import date

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

TOLD = date(2025, 6, 11)

WHOSE: dict[str, tuple[str, dict[str, str]]] = {
    "a fund of some house is not that house": (
        "衛星開発のオービタ(福岡市)は、三菱商事系のファンドを引受先とする増資で9億円を集めた。累計の調達額は14億円になる。",
        {"9億円": "オービタ", "14億円": "オービタ"},
    ),
    "nor is who came from it": (
        "測量機器のカルナは、ソニーグループ出身の技術者が2016年に設立した。売上高は7億円。",
        {"7億円": "カルナ"},
    ),
    "a house named by its own house keeps its figures": (
        "日立製作所系のビル管理会社、ニチビの売上高は320億円だった。",
        {"320億円": "ニチビ"},
    ),
    "why a line moved has no line": (
        "製粉のニップは、小麦が値下がりし、営業利益が12%増の40億円となった。",
        {"12%": "ニップ", "40億円": "ニップ"},
    ),
    "nor has what sold well": (
        "回転ずしの魚べい亭は、値下げしたウニが人気を呼び、売上高が8%増となった。",
        {"8%": "魚べい亭"},
    ),
    "goods keep their own price": ("ウニが人気を呼び、1キロ2万円となった。", {"2万円": "ウニ"}),
    "what an unlisted firm turns over makes it a firm": (
        "ニシキ食品は年商が60億円だった。借入金は18億円だった。",
        {"60億円": "ニシキ食品", "18億円": "ニシキ食品"},
    ),
    "new cars of a kind": (
        "5月の軽自動車の新車販売台数は12万台だった。トラックの新車販売は8%増えた。",
        {"12万台": "軽自動車", "8%": "トラック"},
    ),
    "new cars of no kind": ("5月の新車販売台数は40万台だった。", {"40万台": "新車"}),
}  # fmt: skip


@pytest.mark.parametrize("why", WHOSE)
def test_whose_it_is_in_company_news(why: str) -> None:
    text, wanted = WHOSE[why]
    assert owners_of(text, wanted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("カガリの24年9月期末の借入金は8億円だった。", ("2024-09-30", "2024-09-30")),
        ("カガリの今年1月期末の借入金は8億円だった。", ("2025-01-31", "2025-01-31")),
        ("カガリは2015年の9月期に8億円を売り上げた。", ("2014-10-01", "2015-09-30")),
        ("カガリの24年9月期の売上高は8億円だった。", ("2023-10-01", "2024-09-30")),
    ],
)
def test_the_closing_day_is_one_day(text: str, wanted: tuple[str, str]) -> None:
    (time,) = [c.time for c in extract_text(text, TOLD) if c.evidence.text == "8億円"]
    assert time is not None
    assert (str(time.start), str(time.end)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("旅館の清風閣が破産した。負債総額は21億円に上る見込み。", "estimated"),
        ("カガリの有利子負債は来期末に21億円まで減る見込み。", "forecast"),
    ],
)
def test_what_is_owed_already_is_reckoned(text: str, wanted: str) -> None:
    assert [c.modality for c in extract_text(text, TOLD) if c.value and c.value.unit == "JPY"] == [wanted]


def test_a_line_behind_more_than_a_sum() -> None:
    text = "百貨店の丸富は売上高が61億円に減り、2億円を超す経常赤字となった。"
    assert [(c.measure, c.value.amount) for c in extract_text(text, TOLD) if c.value][1:] == [
        ("ordinary_profit", -200000000)
    ]
