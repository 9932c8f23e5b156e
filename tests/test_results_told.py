"""Results and what stands beside them: segments, stakes, losses of their own, cents, chiefs in headlines, aims of unknown brokers."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

TOLD = date(2026, 3, 24)


def figures(text: str) -> dict[str, Claim]:
    """The claims of a text that have a value, by their evidence."""
    return {c.evidence.text: c for c in extract_text(text, TOLD) if c.value is not None}


TOLD_OF = {
    "a line of business is no other firm": (
        "スズキが発表した決算は、営業利益が8%減の915億円だった。二輪事業は64億円の営業赤字に転落した。四輪は販売台数が43万台だった。"
        "二輪の世界販売見通しは34万台を据え置いた。",
        {"64億円": "スズキ operating_profit", "34万台": "スズキ sales"},
    ),
    "what a segment came to behind sales and profit is its sales": (
        "オムロンの決算は、売上高が4%減の137億円、純利益が6億円だった。電池部門は9%増の47億円と好調だった。",
        {"9%": "オムロン revenue", "47億円": "オムロン revenue"},
    ),
    "behind profits alone it is its profit": (
        "オムロンの決算は、営業利益が4%減の137億円だった。電池部門は9%増の47億円と好調だった。",
        {"47億円": "オムロン operating_profit"},
    ),
    "a stake that is written down is of who holds it": (
        "オムロンの純利益は2%減った。出資する任天堂などの評価損45億円を計上した。手元資金は373億円だった。",
        {"45億円": "オムロン loss", "373億円": "オムロン cash"},
    ),
    "a loss of its own in a headline": (
        "オムロン、営業利益48%減　電池関連損失67億円\n\nオムロンは増産する。",
        {"48%": "オムロン operating_profit", "67億円": "オムロン loss"},
    ),
    "cents are of a share": (
        "インテルの見通しは、売上高が117億ドル。市場予想はそれぞれ125億ドル、5セントだった。",
        {"125億ドル": "Intel revenue", "5セント": "Intel eps"},
    ),
    "cents of a land are its money": (
        "オムロンは1株23豪セントの配当を行う。年間では1株41ユーロセントの配当となる。",
        {"23豪セント": "オムロン dividend", "41ユーロセント": "オムロン dividend"},
    ),
    "what a round puts a firm at": (
        "オムロンは3億ドルを調達した。ポストマネー評価額は26億ドル。",
        {"26億ドル": "オムロン market_cap"},
    ),
    "a headline's chief holds nothing of what his firm has": (
        "オムロン、早見CEOが初の書簡　手元資金37億円\n\nオムロンは増産する。",
        {"37億円": "オムロン cash"},
    ),
    "a broker that no list has sets another's target": (
        "インテル株は17%下げた。TDゴートンは目標株価を50ドルから48ドルに下げ、判断は据え置いた。",
        {"50ドル": "Intel share_price", "48ドル": "Intel share_price"},
    ),
    "what is bought in has the price": (
        "オムロンは値上げする。原料の吸水性樹脂の調達価格は2月末から4割上がった。",
        {"4割": "吸水性樹脂 commodity"},
    ),
    "the year before a rate is no part of it": (
        "日本の26年成長率目標、5%に\n\n首相が表明した。",
        {"5%": "日本 成長率"},
    ),
}


@pytest.mark.parametrize("case", TOLD_OF)
def test_whose_result_it_is(case: str) -> None:
    text, wanted = TOLD_OF[case]
    told = {figure: f"{c.subject and c.subject.name} {c.measure}" for figure, c in figures(text).items()}
    assert {figure: told.get(figure) for figure in wanted} == wanted


EXPORTS = {
    "BYDの輸出は10万台と初めて国内販売を上回った。": "BYD shipments",
    "BYDは国内で10万台を販売し、輸出を上回った。": "BYD sales",
}


@pytest.mark.parametrize("text", EXPORTS)
def test_what_was_passed_is_not_what_was_counted(text: str) -> None:
    count = figures(text)["10万台"]
    assert f"{count.subject and count.subject.name} {count.measure}" == EXPORTS[text]


def test_what_is_put_in_besides_grows_nothing() -> None:
    text = "オムロンは20億円の追加投資を行った。募集中の300超の職種は取りやめる。設備投資は3億円増えた。"
    found = figures(text)
    assert [found[f].direction for f in ("20億円", "3億円")] == [None, "up"]
    assert all(c.subject is None or c.subject.name != "募集中" for c in found.values())


def test_what_others_words_hedge_is_theirs() -> None:
    text = "オムロンは純利益80億円を見込むが、早見慎吾社長は「見直しもあり得る」と述べた。"
    assert figures(text)["80億円"].modality == "forecast"


def test_a_loss_between_two_sums_is_negative_at_both_ends() -> None:
    loss = figures("オムロンは、26年3月期の最終損益が20億~30億円の赤字になりそうだと発表した。")["20億~30億円"]
    assert loss.value is not None
    assert (loss.value.amount, loss.value.amount_max) == (-3_000_000_000, -2_000_000_000)


def test_what_was_the_year_before_is_no_forecast() -> None:
    text = "オムロンの従来予想は30億円の黒字、前期は83億円の黒字だった。"
    assert {f: c.modality for f, c in figures(text).items()} == {"30億円": "forecast", "83億円": "asserted"}


def test_a_surname_that_looks_like_a_count() -> None:
    text = "ホンダの三部敏宏社長は会見した。三部社長は「残念だ」と述べた。三部作の社長は去った。"
    assert [c.attribution.speaker for c in extract_text(text) if c.attribution] == ["三部敏宏"]
