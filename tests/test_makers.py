"""Whose the figures of an industry are: its makers one by one, all of them together, what they make, where it is sold."""

from __future__ import annotations

import pytest
from whose import owners_of

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
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_whose_it_is(text: str, told: dict[str, str]) -> None:
    """Each figure with its owner."""
    assert owners_of(text, told) == told
