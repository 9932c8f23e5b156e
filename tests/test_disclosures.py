"""What firms make known: whose lines they are, over which months, how many firms fared so, who keeps a stake."""

from __future__ import annotations

from datetime import date

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

TOLD = date(2026, 2, 10)

WHOSE: dict[str, tuple[str, dict[str, str | None]]] = {
    "whoever made the results known, whatever its name is made of": (
        "駿河軸受が9日発表した2025年12月期の連結決算は、純利益が前の期比2割増の8億円だった。",
        {"2割": "駿河軸受", "8億円": "駿河軸受"},
    ),
    "whose year is the topic": ("カワセ研磨の26年3月期は純利益が8億円となった。", {"8億円": "カワセ研磨"}),
    "whose months stand in a bracket": (
        "カワセ研磨の第3四半期累計(4-12月)の純利益は8億円だった。",
        {"8億円": "カワセ研磨"},
    ),
    "whose half year it is": ("駿河ゴム機器の上期の営業利益は8億円だった。", {"8億円": "駿河ゴム機器"}),
    "no way of reckoning is a firm": (
        "楽天グループは携帯事業のNon-GAAP営業損益が60億円の赤字だった。",
        {"60億円": "楽天グループ"},
    ),
    "nor what firms are measured by": (
        "楽天グループは増収だった。GMVは5兆円、EBITDAは3200億円、ROEは12%だった。",
        {"5兆円": "楽天グループ", "3200億円": "楽天グループ", "12%": "楽天グループ"},
    ),
    "a group's people are the firm's": (
        "イオンは5日、グループの従業員数が60万人になったと発表した。",
        {"60万人": "イオン"},
    ),
    "what is raised has no ships": (
        "日本郵船は倉庫を売却する。資金は船の建造に充て、現在の90隻から120隻に増やす。",
        {"90隻": "日本郵船", "120隻": "日本郵船"},
    ),
    "the shop that is opened is the firm's": (
        "良品計画は不採算店を閉める。一方で大型店を125店新たに出す。",
        {"125店": "良品計画"},
    ),
    "who pays the coupon": (
        "楽天グループは個人向けに500億円の社債を発行する。利率は年2.4%。ヤマハ発動機は5年債の利率を年1.8%に決めた。",
        {"2.4%": "楽天グループ", "1.8%": "ヤマハ発動機"},
    ),
    "but a loan's rate is its own": (
        "楽天グループは増収だった。住宅ローンの利率は年1.2%だ。",
        {"1.2%": "住宅ローンの利率"},
    ),
    "what one has taken hold of, and then says so": (
        "任天堂は株式約40万株を取得したと明らかにした。",
        {"約40万株": "任天堂"},
    ),
    "what follows a firm that nobody knows": (
        "駿河ゴム機器の純利益は8億円だった。売上高は30億円。配当は40円とする。",
        {"8億円": "駿河ゴム機器", "30億円": "駿河ゴム機器", "40円": "駿河ゴム機器"},
    ),
    "or that is but a topic": (
        "中堅ゼネコンの駿河建築は、26年3月期の単独税引き利益が24億円になったもようだ。完成工事高は880億円強。",
        {"24億円": "駿河建築", "880億円強": "駿河建築"},
    ),
    "those to whom it is sold have no sales": (
        "曙ブレーキ工業は再建中だ。日産自動車とマツダへの売上高が全体の6割を占める。トヨタ自動車向けの売上高は12億円だった。",
        {"6割": "曙ブレーキ工業", "12億円": "曙ブレーキ工業"},
    ),
    "a daughter's clause is over where the house's business begins": (
        "コーセーは増益だった。傘下の米タルトの売上高は2%減ったが、国内の事業が7%伸びた。為替差益18億円も利益を押し上げた。",
        {"2%": "タルト", "7%": "コーセー", "18億円": "コーセー"},
    ),
    "goods in brackets, one behind the other": (
        "塩野義製薬は増収だった。抗菌薬「ソラミン」の売上高は2.2倍の42億円、鎮痛剤「ノドレス」は2.1倍の74億円。",
        {"42億円": "ソラミン", "2.1倍": "ノドレス", "74億円": "ノドレス"},
    ),
    "so many firms have theirs together": (
        "JR九州は家電量販2社を子会社化する。2社の2025年3月期の売上高は合計で84億円だった。",
        {"84億円": "2社"},
    ),
    "whose line stands before has the people, too": (
        "KKRはデータセンター運営のサクラデータを買収する。サクラデータの前期の売上高は60億円で、従業員は210人だ。",
        {"60億円": "サクラデータ", "210人": "サクラデータ"},
    ),
    "a report by the month has no customers": (
        "外食のモコアは9日続伸した。1月の月次は、予約人数が22%増の645万人だった。",
        {"645万人": "モコア"},
    ),
    "cash that flows is no firm": (
        "オムロンの期末配当は54円。フリーキャッシュフローは28%減の40億円となった。",
        {"28%": "オムロン", "40億円": "オムロン"},
    ),
    "whose shares are held has not the loss on them": (
        "オムロンは最終赤字だった。保有するニコン株の評価方法の変更に伴う93億円の損失が響いた。売上高は300億円。",
        {"93億円": "オムロン", "300億円": "オムロン"},
    ),
    "who keeps the rest": (
        "任天堂は株式の41%を追加で取得する。残る20%は創業家が保有する。同業の株の35%を楽天グループが握る。",
        {"20%": "創業家", "35%": "楽天グループ"},
    ),
}


@pytest.mark.parametrize("case", WHOSE)
def test_whose_it_is(case: str) -> None:
    text, wanted = WHOSE[case]
    assert owners_of(text, wanted) == wanted


@pytest.mark.parametrize(
    "text",
    ["県が9日発表した決算は、歳入が8億円増えた。", "業界団体が9日発表した会員企業の純利益は8億円だった。"],
)
def test_who_else_makes_results_known_is_no_firm(text: str) -> None:
    assert [c for c in extract_text(text, TOLD) if c.subject and c.subject.type == "company"] == []


WHEN = {
    "オムロンの26年3月期第3四半期累計の純利益は8億円だった。": "2025-04-01/2025-12-31",
    "オムロンの1〜12月期の純利益は8億円だった。": "2025-01-01/2025-12-31",
    "オムロンの2025年12月通期の純利益は8億円だった。": "2025-01-01/2025-12-31",
    "オムロンの1〜3月期の純利益は8億円になりそうだ。": "2026-01-01/2026-03-31",
    "オムロンの26年3月期第3四半期の純利益は8億円だった。": "2025-10-01/2025-12-31",
    "オムロンの2025年度第2四半期累計の純利益は8億円だった。": "2025-04-01/2025-09-30",
    "26年9月期のオムロンの第1四半期累計期間の純利益は8億円だった。": "2025-10-01/2025-12-31",
    "オムロンの2025年12月期第3四半期累計(1〜9月)の純利益は8億円だった。": "2025-01-01/2025-09-30",
}


@pytest.mark.parametrize("text", WHEN)
def test_the_year_up_to_a_quarter(text: str) -> None:
    found = [c.time for c in extract_text(text, TOLD) if c.evidence.text == "8億円"]
    assert [f"{time.start}/{time.end}" for time in found if time is not None] == [WHEN[text]]


FARED: dict[str, list[tuple[str, str, str | None]]] = {
    "上場する地銀73行のうち58行が増益だった。": [("quantity", "73行", None), ("quantity", "58行", None)],
    "加盟企業のうち6割が増収だった。": [("quantity", "6割", None)],
    "今期は7割の企業が増益を見込む。": [("quantity", "7割", None)],
    "オムロンの26年3月期は8%の増収だった。": [("financial", "8%", "up")],
    "オムロンの純利益は前の期比3割の減益だった。": [("financial", "3割", "down")],
}


@pytest.mark.parametrize("text", FARED)
def test_how_many_fared_so_is_a_count(text: str) -> None:
    found = [(c.kind, c.evidence.text, c.direction) for c in extract_text(text, TOLD) if c.kind != "quote"]
    assert found == FARED[text]


FIRM = {
    "買収は4月に完了する見込みで、タカラトミーの従業員は210人だ。": {"210人": "asserted"},
    "新工場は2028年に稼働する予定だ。総工費は120億円を見込み、敷地面積は5万平方メートル。": {
        "120億円": "forecast",
        "5万平方メートル": "asserted",
    },
    "オムロンの今期は売上高が4億円の見通しで、純利益は1億円となる。": {"4億円": "forecast", "1億円": "forecast"},
}


@pytest.mark.parametrize("text", FIRM)
def test_a_plan_ends_with_its_clause(text: str) -> None:
    found = {c.evidence.text: c.modality for c in extract_text(text, TOLD)}
    assert {figure: found.get(figure) for figure in FIRM[text]} == FIRM[text]


MEANT = {
    "オムロンの既存店売上高は6.8%増と市場予想の5.4%を上回った。": ("financial", "5.4%"),
    "ローソンの1日当たり売上高は59万円で、セブンイレブンの70万円との差を縮めた。": ("financial", "70万円"),
    "オムロンは年間配当を60円とした。半導体市場は9%成長する見込みだ。": ("quantity", "9%"),
    "オムロンは年間配当を60円とした。株価は9%上昇した。": ("price_move", "9%"),
    "スズキの販売は1万6102台だった。2位に212台差をつけた。": ("quantity", "212台"),
    "スズキの販売は1万6102台だった。ホンダの販売は1万5890台。": ("delivery", "1万5890台"),
}


@pytest.mark.parametrize("text", MEANT)
def test_what_kind_of_figure_it_is(text: str) -> None:
    assert MEANT[text] in [(c.kind, c.evidence.text) for c in extract_text(text, TOLD)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("オムロンは減益だった。半導体市場は来年も8%伸びるとの見方を示した。", "オムロン"),
        ("債券市場は年内の利上げがあるとみる。", "債券市場"),
    ],
)
def test_what_things_are_sold_in_foresees_nothing(text: str, speaker: str) -> None:
    assert [c.attribution.speaker for c in extract_text(text) if c.kind == "quote" and c.attribution] == [speaker]


def test_three_times_as_much_as_now_is_not_of_today() -> None:
    text = "オムロンは生産能力を現在の3倍の年6000枚に高める。今は現在の900店を1200店に増やす。"
    found = {c.evidence.text: c.time for c in extract_text(text, TOLD)}
    assert found["6000枚"] is None and found["900店"] is not None
