"""Whose the figures of an industry are: its makers one by one, all of them together, what they make, where it is sold."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES = {
    "several that are told of together, though one was named last": (
        "ビール大手4社の2月の販売実績が出そろった。キリンビールは9%減、サッポロビールは2%増だった。4社の今年の販売計画は3億ケースで、前年実績を1%上回る。",
        {"9%": "キリンビール", "3億ケース": "4社", "1%": "4社"},
    ),
    "and their profit": (
        "大手3グループの決算が出そろった。オムロンは2割増益だった。3グループの純利益は4兆5000億円となった。",
        {"4兆5000億円": "3グループ"},
    ),
    "but not where each has its own": (
        "大手3社の決算が出そろった。3社の純利益は任天堂が5億円、オムロンは3億円だった。",
        {"5億円": "任天堂", "3億円": "オムロン"},
    ),
    "the wards of the capital, by their number": (
        "地域別の供給は東京23区が612戸、千葉県が210戸だった。23区の平均価格は1億3240万円で、前年同月を15.1%上回った。",
        {"1億3240万円": "23区", "15.1%": "23区"},
    ),
    "homes, not how many were put on sale": (
        "2月の新築マンション発売戸数は前年同月比21.4%減の1583戸だった。平均価格は9120万円だった。",
        {"21.4%": "新築マンション", "1583戸": "新築マンション", "9120万円": "新築マンション"},
    ),
    "who only watches rents owns none": (
        "三鬼商事が発表した2月の東京都心のオフィス空室率は3.4%だった。",
        {"3.4%": "東京都心"},
    ),
    "what workers are paid in all is told of itself, behind what it is worth": (
        "景気は良い。実質賃金は1.4%増えた。名目賃金を示す現金給与総額は3.0%増の30万1314円だった。",
        {"1.4%": "実質賃金", "3.0%": "現金給与総額", "30万1314円": "現金給与総額"},
    ),
    "nor does whoever speaks for a watcher own what he foretells": (
        "IDCが発表した2025年の世界のスマートフォン出荷台数は12億台だった。IDCの担当者は「26年の出荷は0.9%減に転じる」と予想する。",
        {"12億台": "世界のスマートフォン", "0.9%": "世界のスマートフォン"},
    ),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_whose_it_is(text: str, told: dict[str, str]) -> None:
    """Each figure with its owner."""
    assert owners_of(text, told) == told


def test_a_basis_says_what_is_measured_and_of_nobody() -> None:
    """金額ベース is of money, 数量ベース of what was sold."""
    text = "2月のビール類の販売は、金額ベースでアサヒビールが9%減、数量ベースのサントリーは11%減だった。金額ベースでは2%増えた。"
    found = {c.evidence.text: (c.kind, c.subject.name if c.subject else None) for c in extract_text(text)}
    assert found["9%"] == ("financial", "アサヒビール")
    assert found["11%"] == ("delivery", "サントリーホールディングス")
    assert found["2%"][0] == "financial"
    assert "ベース" not in str(found["2%"][1])
