"""Counts: which way they go, and what only befalls those counted."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES = {
    "洪水で10万人が家を失い、3人が川に落ちた。": {"10万人": None, "3人": None},
    "白石選手は通算2000本安打を達成した。": {"2000本": None},
    "15人の安否が分かっていない。": {"15人": None},
    "3つの高等学校が休校した。": {"3つ": None},
    "チームは5得点を上げた。": {"5得点": None},
    "会員は10万人減った。": {"10万人": "down"},
    "入居者は前の年より20人多い80人だった。": {"20人": "up"},
    "平均気温は0.8度上昇した。": {"0.8度": "up"},
    "トヨタ自動車の減益額は5億円だった。": {"5億円": "down"},
    "会社は従業員の15%にあたる9000人を来年度末までに削減する。": {"15%": "down", "9000人": "down"},
    "スズキは従業員の12%を解雇し、5月には1300人を一時解雇した。": {"12%": "down", "1300人": "down"},
    "スズキ、社員の15%解雇": {"15%": "down"},
    "この再編で約500人が職を失う。": {"約500人": None},
    "スズキは従業員の12%を新たに採用した。": {"12%": None},
    "生徒の1割に当たる20人が欠席した。": {"1割": None, "20人": None},
}


@pytest.mark.parametrize("text", CASES)
def test_which_way_a_count_goes(text: str) -> None:
    ways = {claim.value.text: claim.direction for claim in extract_text(text) if claim.value is not None}
    assert {figure: ways.get(figure, "nothing read") for figure in CASES[text]} == CASES[text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1人でも多くの客を呼びたい。一つでも二つでも増やす。1円でも安く売る。", set()),
        ("手作りギョーザ40個入りを買った。30キロ入りの袋を運ぶ。", set()),
        ("卵の卸売価格は1年前の6割に下がった。", set()),
        ("市は1人往復500円を補助する。", {"500円"}),
        ("ジャケットが売れた。店は残り9着の買い手を探す。", {"9着"}),
        ("この馬は前走で2着に入った。", set()),
        ("彼は創業者の1人である。選ばれたのは候補のうちの1人だ。", set()),
        ("捕まったのは乗客の1人だった。", {"1人"}),
        ("展覧会の会期は12日間だ。", {"12日間"}),
        (
            "積雪は１・５メートルに達し、牛肉３・２トンが届かない。１・２号機を止めた。",
            {"１・５メートル", "３・２トン"},
        ),
        ("価格は16ギガバイトモデルで6万7800円から。重さは300グラムだ。", {"6万7800円", "300グラム"}),
        ("この国は二つに割れたままだ。会社は3つの部門に分かれた。", {"3つ"}),
        ("総作品数は1500近くになった。", {"1500近く"}),
        ("工期は3年だ。設計寿命は約5年。", {"3年", "約5年"}),
        ("呼気1リットル中0.18ミリグラムのアルコールが出た。100人中30人が答えた。", {"0.18ミリグラム", "100人", "30人"}),
        ("3管本部は巡視船11隻を出した。土管2本を埋めた。", {"11隻", "2本"}),
        (
            "高さは2メートルから3メートル、幅は5メートルから8メートルとなっている。",
            {"2メートルから3メートル", "5メートルから8メートル"},
        ),
        ("はがきは50円から52円、封書は80円から82円になる。", {"50円", "52円", "80円", "82円"}),
        ("夜間営業を45日間(7月20日~9月2日)設ける。祭りは計60日間開催する予定だ。", {"45日間", "60日間"}),
        ("祭りは8日から3日間開催する。工場は9日間営業を停止した。", set()),
        ("佐伯さん宅は5人家族で、長女は外出していた。4人家族の場合の目安だ。", {"5人"}),
    ],
)
def test_what_is_counted_and_what_is_said_in_passing(text: str, read: set[str]) -> None:
    assert {claim.value.text for claim in extract_text(text) if claim.value is not None} == read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "ミナト乳業は飼料9万トンを生産した。飼料の国内需要は176万トンと10年で2割減った。",
            ["delivery", "quantity", "quantity"],
        ),
        ("原告は1人当たり1000万円を請求した。国は1人につき40万円の慰謝料を払う。", ["financial", "financial"]),
        ("バス会社は1人当たり2000円を徴収する。", ["price_level"]),
        ("ミナト食品は菓子8万個を1個当たり5円で問屋に販売した。", ["delivery", "price_level"]),
        ("他社との料金差は1000円に縮まった。", ["quantity"]),
        ("菓子を値上げする。「まる丸」は300円から320円、「かく角」は310円から330円となる。", ["price_level"] * 4),
        ("増税で、はがきは50円から52円になる。", ["price_level"] * 2),
        ("寄付は300円から500円になった。", ["financial"] * 2),
        ("弁当は480円と580円の2種類を用意した。", ["price_level", "price_level", "quantity"]),
        ("補助額は10万円、20万円の2種類とした。", ["financial", "financial", "quantity"]),
        ("北浜電鉄は特急料金約1200万円を払い戻す。", ["financial"]),
        ("北浜電鉄は特急料金1200円を払い戻す。", ["price_level"]),
        ("買収額は前日終値に31%のプレミアムを上乗せした水準。", ["quantity"]),
        ("オムロン株は前日終値から31%上昇した。", ["price_move"]),
    ],
)
def test_what_is_made_or_sold_and_what_is_only_measured(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in extract_text(text) if claim.value is not None] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("農園は昨年より3千本多い2万本を出荷した。", {"3千本": "delivery", "2万本": "delivery"}),
        ("工場は前年より120台少ない900台を生産した。", {"120台": "delivery", "900台": "delivery"}),
        ("入居者は前の年より20人多い80人だった。", {"20人": "quantity", "80人": "quantity"}),
    ],
)
def test_so_many_more_are_counted_as_what_they_are_more_of(text: str, kinds: dict[str, str]) -> None:
    assert {claim.value.text: claim.kind for claim in extract_text(text) if claim.value is not None} == kinds
