"""What strategists and chiefs say of markets: aims for an index, levels that may hold, bids, results beside forecasts; whose words they are."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

TOLD = date(2026, 3, 13)


def figures(text: str) -> dict[str, Claim]:
    """The claims of a text that have a value, by their evidence."""
    return {c.evidence.text: c for c in extract_text(text, TOLD) if c.value is not None}


OWNED = {
    "an aim is of the index, whoever foresees it": (
        "野村証券は日経平均の26年末見通しを5万5000円から6万円に引き上げた。",
        {"5万5000円": "日経平均株価 index", "6万円": "日経平均株価 index"},
    ),
    "so it is in a clause of its own": (
        "岬証券は顧客向けリポートで、S&P500の年末目標を7600に据え置くとともに、利益の伸びが相場を支えると指摘した。",
        {"7600": "S&P500種株価指数 index"},
    ),
    "a firm's own forecast is the firm's": (
        "野村証券は純利益の見通しを3000億円から3500億円に引き上げた。",
        {"3500億円": "野村証券 net_profit"},
    ),
    "a level that may hold is a price of what is quoted": (
        "日経平均は反落した。大野氏は「5万3000円が下値支持線になる」とみる。節目の5万円を試す展開もある。",
        {"5万3000円": "日経平均株価 index", "5万円": "日経平均株価 index"},
    ),
    "but no fee is": ("日経平均は反落した。岬証券は節目の年に記念品代として5万円を支払う。", {"5万円": "岬証券 other"}),
    "what is bid for each share is of the firm bid for": (
        "アマゾンがリビアンの買収を提案した。対抗して1株31ドルを提示したマイクロソフトは、16日に返答を待つ。",
        {"31ドル": "Rivian share_price"},
    ),
    "the thing that was brought to market has the price": (
        "メタは昨年9月に発売した「ルミナ」について、英国での発売を延期する。価格は799ドル。",
        {"799ドル": "ルミナ commodity"},
    ),
    "who releases stocks has them, be it a body that else only tells": (
        "WTI先物は83ドルで引けた。国際エネルギー機関は4億バレルの備蓄放出を加盟国に提案した。",
        {"4億バレル": "国際エネルギー機関 バレル"},
    ),
}


@pytest.mark.parametrize("case", OWNED)
def test_whose_level_it_is(case: str) -> None:
    text, wanted = OWNED[case]
    told = {figure: f"{c.subject and c.subject.name} {c.measure}" for figure, c in figures(text).items()}
    assert {figure: told.get(figure) for figure in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("アドビの1株利益は6.06ドルで、予想は5.87ドルだった。", ["asserted", "forecast"]),
        ("オムロンの売上高は64億円で市場予想の平均値は62億円だった。", ["asserted", "forecast"]),
        ("オムロンは売上高64億円、純利益6億円を予想する。", ["forecast", "forecast"]),
    ],
)
def test_what_came_stands_beside_what_was_expected(text: str, modalities: list[str]) -> None:
    assert [c.modality for c in figures(text).values()] == modalities


def test_this_day_is_the_session_though_the_day_before_was_named() -> None:
    text = "［東京　12日　ロイター］ - FRBは前日、利上げを見送った。日銀はこの日、政策金利を0.75%に据え置いた。"
    rate = figures(text)["0.75%"]
    assert rate.time is not None and rate.time.start == date(2026, 3, 12)


def test_what_was_done_on_a_day_before_opens_no_session() -> None:
    text = (
        "【ニューヨーク時事】10日の原油先物相場は続伸した。産油国の会合は5日、増産で合意したが、市場では疑う声が多い。\n\n"
        "金先物は反落。12月物は32ドル安の1オンス=4684ドルで引けた。"
    )
    gold = figures(text)["4684ドル"]
    assert gold.time is not None and gold.time.start == date(2026, 3, 10)


SAID = [
    ("小鵬汽車の何小鵬・最高経営責任者は「海外が伸びる」と強調した。", "何小鵬"),
    ("BYDの王伝福・董事長兼総裁は、価格競争は終わると述べた。", "王伝福"),
    ("外務省の毛寧・報道官は断固反対すると述べた。", "毛寧"),
    ("工業会の陳士華・副秘書長は、回復は4月以降になると述べた。", "陳士華"),
    ("全国銀行協会・会長の半沢直人氏は歓迎すると述べた。", "半沢直人"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_a_name_stands_before_a_dot_and_an_office(text: str, speaker: str) -> None:
    assert [c.attribution.speaker for c in extract_text(text) if c.kind == "quote" and c.attribution] == [speaker]


def test_the_hour_of_a_land_is_no_part_of_the_words() -> None:
    text = "オムロンは米国時間3月10日、会員が1億人を超えたと発表した。"
    assert [c.evidence.text for c in extract_text(text, TOLD) if c.kind == "quote"] == ["会員が1億人を超えた"]
