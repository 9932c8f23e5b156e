"""What a land trades is told in money where nobody says how many: trade statistics by goods and by partners."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

Told = dict[str, tuple[str, str | None]]
CASES: dict[str, tuple[str, Told]] = {
    "of goods and of partners, once the trade of a land is spoken of": (
        "財務省が発表した3月の貿易統計によると、船舶の輸出は前年同月比8.2%減だった。\n輸出を品目別にみると、鉄鋼が6.5%減、医薬品は11.0%増えた。",
        {"8.2%": ("financial", "日本"), "6.5%": ("financial", "鉄鋼"), "11.0%": ("financial", "医薬品")},
    ),
    "of the land whose customs tell it": (
        "中国税関総署が発表した3月の貿易統計によると、ドル建ての輸出は前年同月比6.2%増、輸入は2.0%減だった。",
        {"6.2%": ("financial", "中国"), "2.0%": ("financial", "中国")},
    ),
    "with a land, whatever stands around": ("対米輸出、3月は4.1%減。", {"4.1%": ("financial", "日本")}),
    "behind a sum in money": (
        "韓国の3月の輸出は4.8%増の587億ドルだった。半導体の輸出が28.3%増えた。自動車は1.2%減。",
        {"28.3%": ("financial", "韓国"), "1.2%": ("financial", "自動車")},
    ),
    "goods behind 輸入では": (
        "2月の貿易収支は黒字だった。輸出は4%増の9兆円だった。輸入では石炭が3.1%減、小麦が6.0%減。",
        {"3.1%": ("financial", "石炭"), "6.0%": ("financial", "小麦")},
    ),
    "but not what is counted": (
        "財務省の貿易統計によると、輸出額は9兆円だった。レアアースの輸出量は5800トンと14.0%減った。鋼材の輸出は数量で7.0%増えた。",
        {"14.0%": ("delivery", "レアアース"), "7.0%": ("delivery", "鋼材")},
    ),
    "nor what a firm ships": (
        "スズキの3月の輸出は前年同月比12.1%増の2万1000台だった。欧州向けが15%増えた。",
        {"12.1%": ("delivery", "スズキ"), "15%": ("delivery", "スズキ")},
    ),
    "nor where no trade in money is spoken of": (
        "農協によると、牛肉の輸出は前年比12%増えた。",
        {"12%": ("delivery", "牛肉")},
    ),
}


@pytest.mark.parametrize("said", CASES)
def test_what_a_land_trades(said: str) -> None:
    """Each figure with its kind and its owner."""
    text, told = CASES[said]
    claims = extract_text(text)
    got = {c.evidence.text: (c.kind, c.subject.name if c.subject else None) for c in claims}
    assert {figure: got.get(figure) for figure in told} == told
