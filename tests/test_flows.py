"""What flows into funds and out, what is ordered, what a firm is held to be worth, how far an index swings: each with its counterexample."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 3, 11)

CASES = {
    # Funds: a verb of flowing tells, and the sentence after goes on about the same fund.
    "オムロン株が上がった。青空株ファンドから今週、87億ドルが引き揚げられた。前の週は14億ドルの純流入だった。": {
        "87億ドル": "青空株ファンド 流出",
        "14億ドル": "青空株ファンド 流入",
    },
    "債券ファンドには120億円の資金が流れ込んだ。": {"120億円": "債券ファンド 流入"},
    "男はファンドを装い、口座から300万円が引き出された。": {"300万円": "男 other"},
    "バイナンスの24時間の取引高は220億ドルに達した。": {"220億ドル": "Binance 取引高"},
    # Coins that are bought, and what each cost.
    "ビットコインが下げた。カガリはビットコイン2932枚を2億ドルで購入した。平均購入単価は9万ドルだった。": {
        "2億ドル": "カガリ other",
        "9万ドル": "ビットコイン crypto",
    },
    # Worth in a round of funding; money is raised for other ends too.
    "AI新興のノビアは、企業価値を300億ドルと評価する資金調達を協議している。調達額は25億ドルとなる。": {
        "300億ドル": "ノビア market_cap",
        "25億ドル": "ノビア funding",
    },
    "カガリは企業価値を高める資金として300億円を調達した。": {"300億円": "カガリ funding"},
    # Orders grew, whatever was sold.
    "オムロンは販売台数が15%減った。大型機は受注が1.8倍に膨らんだ。": {"15%": "オムロン sales", "1.8倍": "大型機 受注"},
    "オムロンは受注が振るわず、売上高が3割減った。": {"3割": "オムロン revenue"},
    # An index swings by hundreds, no currency does; a firm's shares swing by themselves.
    "日経平均は反落した。ドルが151円台に下げたことを嫌気し、下げ幅は一時900円を超えた。": {"900円": "日経平均株価 index"},
    "日経平均は反落した。円は買われ、上げ幅は一時2円を超えた。": {"2円": "円 fx_rate"},
    "日経平均は反落した。オムロンは円高を嫌気し、下げ幅は一時120円に達した。": {"120円": "オムロン share_price"},
    # The issues are the prime section's, though another section's index stands before.
    "東証グロース市場250指数は1%高だった。東証プライム市場の売買代金は5兆円。値下がりは797銘柄だった。": {
        "797銘柄": "東証プライム 銘柄",
    },
    # Nobody is called a mean.
    "オムロンは純利益が98億円になる見通しだと発表した。IBESがまとめたアナリスト8人の予想の平均値は101億円だった。": {
        "101億円": "オムロン net_profit",
    },
    # What a house counts is its field, not the firm's; a firm's own is.
    "オムロンは新型機を示した。カナリスは、折り畳みスマートフォンの世界出荷台数が3割増えると見込む。": {
        "3割": "折り畳みスマートフォン shipments",
    },
    "カナリスは、アップルの世界出荷台数が6%増えたと発表した。": {"6%": "Apple shipments"},
    # Lands produce oil.
    "サウジアラビアの産油量は日量1010万バレルに達した。ロシアは日量50万バレル減産する。": {
        "1010万バレル": "サウジアラビア production",
        "50万バレル": "ロシア production",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_whose_it_is_and_what_it_measures(text: str) -> None:
    told = {c.evidence.text: f"{c.subject and c.subject.name} {c.measure}" for c in extract_text(text, TOLD) if c.value}
    assert {figure: told.get(figure) for figure in CASES[text]} == CASES[text]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("同社は昨年9月までに店の12%を閉めた。", date(2025, 9, 30)),
    ],
)
def test_what_is_expected_by_a_month_is_to_come(text: str, start: date) -> None:
    share = next(c for c in extract_text(text, TOLD) if c.value and c.value.unit == "percent")
    assert share.time is not None and share.time.start == start


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("オムロンの手元資金は9兆円と過去最大に膨らんだ。", None),
        ("オムロンの手元資金は2兆円膨らんだ。", "up"),
    ],
)
def test_a_record_is_where_it_stands(text: str, way: str | None) -> None:
    assert [c.direction for c in extract_text(text, TOLD)] == [way]


def test_what_came_is_no_forecast_though_it_is_held_against_one() -> None:
    text = "原油在庫は前週比310万バレル減と、90万バレル増を見込んだ市場予想に反して減少した。"
    assert [c.modality for c in extract_text(text, TOLD)] == ["asserted", "forecast"]


@pytest.mark.parametrize("thing", ["1体当たりの製造コスト", "新型モデル", "工場の稼働スケジュール", "ステーブルコイン"])
def test_a_thing_that_is_told_of_says_nothing(thing: str) -> None:
    text = f"カガリの水野光一社長は増産すると述べた。{thing}は今後の課題になると指摘した。"
    said = [c.attribution.speaker for c in extract_text(text, TOLD) if c.kind == "quote" and c.attribution]
    assert said == ["水野光一", "水野光一"]
