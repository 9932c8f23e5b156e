"""Flashes on single shares and the results behind them: signs since the day before, old and new forecasts, rows of shares."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 3, 20)

FIGURES: dict[str, list[str]] = {
    # What was expected before and what is now are two figures, whatever the rise is told with.
    "オムロンは急伸。営業利益は従来予想の41億円から53億円、前期比36.8%増にまで引き上げている。": [
        "operating_profit 4100000000 eq None forecast",
        "operating_profit 5300000000 eq None forecast",
        "operating_profit 36.8 eq up forecast",
    ],
    "オムロンの配当は期初予想の30円から35円とする。": [
        "dividend 30 eq None forecast",
        "dividend 35 eq None forecast",
    ],
    "オムロンは今期の売上高について100億円から110億円を見込む。": ["revenue 10000000000 range None forecast"],
    "オムロンは1株当たり12円から2円増配し、14円とする。": [
        "dividend 12 eq None forecast",
        "dividend 2 eq up forecast",
        "dividend 14 eq None forecast",
    ],
    # A sign behind 前日比 is a price's way.
    "オムロンが前日比▲120円(▲4.3%)の2670円。": [
        "share_price 120 eq down asserted",
        "share_price 4.3 eq down asserted",
        "share_price 2670 eq None asserted",
    ],
    "オムロンは前日比+120円(+4.7%)の2670円で取引を終えた。": [
        "share_price 120 eq up asserted",
        "share_price 4.7 eq up asserted",
        "share_price 2670 eq None asserted",
    ],
    "オムロンの株価は前日比マイナス120円の2670円。": [
        "share_price 120 eq down asserted",
        "share_price 2670 eq None asserted",
    ],
    "日経平均株価は前日比▲320円の3万8120円。": ["index 320 eq down asserted", "index 38120 eq None asserted"],
    "オムロンの売上高は12億円、営業損益は▲3億円。": [
        "revenue 1200000000 eq None asserted",
        "operating_profit -300000000 eq None asserted",
    ],
    # The most that is bought back, in shares and in money.
    "オムロンの営業利益は20億円だった。自社株を40万株、5億円を上限に取得する。": [
        "operating_profit 2000000000 eq None asserted",
        "株 400000 le None asserted",
        "other 500000000 le None asserted",
    ],
    "オムロンの純利益は20億円だった。上限を300万株、90億円とする自社株の取得枠を設ける。": [
        "net_profit 2000000000 eq None asserted",
        "株 3000000 le None asserted",
        "other 9000000000 le None asserted",
    ],
    "オムロンの自社株買いは200万株、50億円が上限。": [
        "株 2000000 le None asserted",
        "other 5000000000 le None asserted",
    ],
    # How far the year has come is no plan; what came is no forecast of what comes.
    "オムロンの経常利益は15億円と、通期計画18億円に対する進捗率は82.2%に達した。": [
        "ordinary_profit 1500000000 eq None asserted",
        "ordinary_profit 1800000000 eq None forecast",
        "進捗率 82.2 eq None asserted",
    ],
    "オムロンの25年12月期の経常利益は51億円に伸び、26年12月期も57億円に拡大する見通しとなった。": [
        "ordinary_profit 5100000000 eq None asserted",
        "ordinary_profit 5700000000 eq None forecast",
    ],
    # Takings as so many percent of the year before's; people who came are a count.
    "オムロンの既存店売上高は前年同月比103.4%、客数は同101.2%だった。全店売上高は106.8%。": [
        "revenue 103.4 eq None asserted",
        "客数 101.2 eq None asserted",
        "revenue 106.8 eq None asserted",
    ],
    "オムロンの既存店売上高は前年同月比3.4%増だった。": ["revenue 3.4 eq up asserted"],
    "首都圏(1都3県)の新築マンション発売戸数は1612戸だった。": ["新築マンション発売戸数 1612 eq None asserted"],
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_a_flash(text: str) -> None:
    found = [
        f"{c.measure} {c.value.amount} {c.value.relation} {c.direction} {c.modality}"
        for c in extract_text(text, TOLD)
        if c.value
    ]
    assert found == FIGURES[text]


TERMS = {
    "三友倉庫の27年3月期の連結営業利益は前期推定比14%増の260億円になりそうだ。": "2026-04-01",
    "三友倉庫の27年3月期の純利益は前期見込み比14%増の260億円とみる。": "2026-04-01",
}


@pytest.mark.parametrize("text", TERMS)
def test_a_year_still_guessed_at_is_what_the_next_is_held_against(text: str) -> None:
    assert {str(c.time.start) for c in extract_text(text, TOLD) if c.value and c.time} == {TERMS[text]}


RESULTS = "米半導体大手のアルファテックが12日に発表した決算は、純利益が19億ドルだった。"


@pytest.mark.parametrize(
    "between",
    [
        "売上高は72億ドルと、LSEGがまとめた市場予想(70億ドル)を超えた。",
        "売上高は72億ドルと、ブルームバーグがまとめたアナリスト予想の平均(70億ドル)を超えた。",
        "ファクトセット集計の市場予想(70億ドル)を超えた。",
        "",
    ],
)
def test_who_gathers_forecasts_is_no_firm_of_the_results(between: str) -> None:
    found = extract_text(f"{RESULTS}{between}同社は四半期配当を1株0.30ドルに引き上げた。", TOLD)
    assert [c.subject.name for c in found if c.measure == "dividend" and c.subject] == ["アルファテック"]


SHARE_LINES = [
    "<7422> ヨドバ　889　-61\n減益の要因は改装だと説明した。\n<2299> ハルカ　1550　+23\n新工場を建てると発表。",
    "ヨドバ電機<7422>:889円(-61円)\n減益の要因は改装だと説明した。\nハルカ製菓<2299>:1550円(+23円)\n新工場を建てると発表した。",
]


@pytest.mark.parametrize("text", SHARE_LINES)
def test_the_line_of_a_share_says_who_speaks_below_it(text: str) -> None:
    said = [c.attribution for c in extract_text(text, TOLD) if c.kind == "quote"]
    assert len({a.speaker for a in said if a}) == 2


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("ハルカ製菓は今期の年間配当を5円増の60円に増配する方針とした。", 0),
        ("ハルカ製菓は今期の業績予想は未定とした。", 0),
        ("ハルカ製菓は業績予想を「合理的な算定が困難」として取り下げ、未定とした。", 1),
        ("ハルカ製菓は減益の要因は一時的だとした。", 1),
    ],
)
def test_what_is_settled_so_is_no_quote(text: str, quotes: int) -> None:
    assert sum(c.kind == "quote" for c in extract_text(text, TOLD)) == quotes


OWNERS: dict[str, dict[str, str]] = {
    # Each of a row has its own change, though no list knows its name.
    "オムロンは1月の売上高を発表した。ブランド別ではグローバルワークが同3.8%減、ニコラストが同7.1%減となった一方、ラコリは同12.5%増と伸びた。": {
        "3.8%": "グローバルワーク",
        "7.1%": "ニコラスト",
        "12.5%": "ラコリ",
    },
    # Who was bought is why the figure grew; of himself he tells himself.
    "オムロンの業績が好調だ。店舗事業は、カプコンの連結化で営業利益が2.1倍の41億円に膨らんだ。量販事業は16億円の赤字だった。": {
        "2.1倍": "オムロン",
        "41億円": "オムロン",
        "16億円": "オムロン",
    },
    "オムロンの業績が好調だ。カプコンの売上高は20億円だった。": {"20億円": "カプコン"},
    # What sold well says why customers came, and has none itself.
    "オムロンの純利益は3億円だった。アウター衣料の販売が堅調で、客単価は2.4%上昇した。": {"2.4%": "オムロン"},
    "オムロンの純利益は3億円だった。弁当の販売が伸び、平日の来店客数は2.5%増えた。": {"2.5%": "オムロン"},
    "オムロンの純利益は3億円だった。期末の店舗数は2248店を計画する。": {"2248店": "オムロン"},
    "オムロンの純利益は3億円だった。今期は「ハルノ食堂」など12店舗を閉める。": {"12店舗": "オムロン"},
    "オムロンは続落した。同社が保有する3万5102枚のビットコインは値下がりした。": {"3万5102枚": "オムロン"},
    "オムロンは18日、2028年3月までに高炉1基を休止すると決めた。粗鋼生産は年40万トン減る。": {"1基": "高炉"},
}


@pytest.mark.parametrize("text", OWNERS)
def test_whose_a_figure_of_results_is(text: str) -> None:
    found = {c.evidence.text: c.subject.name for c in extract_text(text, TOLD) if c.value and c.subject}
    assert {figure: found.get(figure) for figure in OWNERS[text]} == OWNERS[text]


def test_a_chairman_behind_a_dot_speaks() -> None:
    found = extract_text("TSMCの魏哲家・董事長兼最高経営責任者(CEO)は「需要は本物だ」と強調した。", TOLD)
    assert [c.attribution.speaker for c in found if c.kind == "quote" and c.attribution] == ["魏哲家"]


def test_what_a_unit_means_is_no_figure() -> None:
    found = extract_text("回路線幅3ナノ(ナノは10億分の1)メートル品の売上高は20億円だった。", TOLD)
    assert [c.evidence.text for c in found] == ["20億円"]


def test_a_yen_more_or_less_goes_a_way() -> None:
    found = extract_text("オムロンは為替を見直した。1円の円安は営業利益を50億円押し上げる。", TOLD)
    assert [(c.evidence.text, c.direction) for c in found if c.measure == "fx_rate"] == [("1円", "down")]


ITEMS = (
    "(13時20分、コード6645)オムロンが大幅反発している。前日比612円高の7810円を付けた。\n"
    "(13時35分、コード6920)レーザーテックが反落した。一時1290円安の3万4310円まで下落した。"
)


def test_an_item_behind_its_hour_and_code_is_of_its_own_share() -> None:
    found = {c.evidence.text: c.subject.name for c in extract_text(ITEMS, TOLD) if c.value and c.subject}
    assert found == {
        "612円": "オムロン",
        "7810円": "オムロン",
        "1290円": "レーザーテック",
        "3万4310円": "レーザーテック",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ハルカ製菓続落、3%安 需要減を嫌気\n\nハルカ製菓株が続落した。", "ハルカ製菓"),
        ("ノードライト急落、9%安 減益予想で\n\n12日の東京市場でノードライトが急落した。", "ノードライト"),
        ("ノードライト大幅安、一時9%下落\n\nノードライト株が急落した。", "ノードライト"),
    ],
)
def test_the_way_of_a_share_is_no_part_of_its_name(text: str, name: str) -> None:
    moves = [c for c in extract_text(text, TOLD) if c.kind == "price_move"]
    assert [c.subject.name for c in moves if c.subject] == [name]


YIELDS = {
    "新発10年物国債利回りは一時2.28%と0.045%上昇した。": [("2.28%", None), ("0.045%", "up")],
    "長期金利は2.28%と前日比0.045%低下した。": [("2.28%", None), ("0.045%", "down")],
}


@pytest.mark.parametrize("text", YIELDS)
def test_where_a_yield_went_and_by_how_much(text: str) -> None:
    assert [(c.evidence.text, c.direction) for c in extract_text(text, TOLD) if c.value] == YIELDS[text]


@pytest.mark.parametrize(
    "text",
    [
        "オムロンの純利益は312億円と、QUICKコンセンサス(9日時点、13社)の298億円を上回った。",
        "オムロンの純利益は312億円と、IBESがまとめたアナリスト11人の予想平均298億円を上回った。",
    ],
)
def test_how_many_a_forecast_is_of_is_no_figure(text: str) -> None:
    assert [c.evidence.text for c in extract_text(text, TOLD) if c.value] == ["312億円", "298億円"]


JUDGED: dict[str, dict[str, str]] = {
    "23日の東京株式市場でニデックの株価が反落した。野村証券は22日付のリポートで「割高だ」と評した。午前の終値は86円安の2117円。": {
        "86円": "ニデック",
        "2117円": "ニデック",
    },
    "ニデックは純利益が3億円だったと発表した。野村証券は「想定通り」と評した。26年3月期の純利益は8億円を見込む。": {
        "8億円": "ニデック"
    },
    "ニデックの純利益は3億円だった。大和証券グループ本社の株価は続伸した。終値は3%高の1300円。": {
        "1300円": "大和証券グループ本社"
    },
    # Who came and what they spent, where a whole trade is told of.
    "12月のコンビニエンスストアの売上高は1兆601億円だった。客単価は2.2%上がり、来店客数は0.6%減の13億人だった。": {
        "2.2%": "コンビニエンスストア",
        "13億人": "コンビニエンスストア",
    },
}


@pytest.mark.parametrize("text", JUDGED)
def test_a_broker_judges_and_owns_nothing_behind_it(text: str) -> None:
    found = {c.evidence.text: c.subject.name for c in extract_text(text, TOLD) if c.value and c.subject}
    assert {figure: found.get(figure) for figure in JUDGED[text]} == JUDGED[text]
