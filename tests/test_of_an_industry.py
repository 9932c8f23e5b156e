"""Whose a figure is in stories of an industry: lines of goods, markets, those who survey them, several firms together."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES = {
    "a line of goods owns its figure, not what sold well or badly in it": (
        "全国百貨店売上高は2%減の4000億円だった。食料品は恵方巻きが好調で1.1%増えた。衣料品は寒波で冬物が動き、1.6%増。家電は買い替えの需要が伸びず、4.2%減の90億円だった。",
        {"1.1%": "食料品", "1.6%": "衣料品", "4.2%": "家電", "90億円": "家電"},
    ),
    "a topic owns the figure right behind it, not the land that was named before": (
        "工作機械受注額は12%増の1400億円だった。外需は16%増の1000億円。中国が21%増、北米が13%増だった。内需は1.9%増の390億円にとどまった。",
        {"1000億円": "外需", "1.9%": "内需", "390億円": "内需"},
    ),
    "a firm keeps its figure behind what sold well": (
        "オムロンは北米が好調で3%増の80万台を販売した。カプコンは中国の販売が落ち込み、5%減の30万台だった。",
        {"80万台": "オムロン", "30万台": "カプコン"},
    ),
    "the wards of the capital are one place": (
        "首都圏のマンション発売戸数は8%減の1500戸だった。平均価格は9200万円。東京23区は1億3400万円と1割上がった。",
        {"9200万円": "首都圏", "1億3400万円": "東京23区", "1割": "東京23区"},
    ),
    "a market as surveyors see it": (
        "オムロンは新工場を建てる。投資額は900億円。世界の蓄電池市場は米調査会社オムディアによると、30年に24年比3倍の1兆円に拡大する見込みだ。",
        {"900億円": "オムロン", "3倍": "蓄電池市場", "1兆円": "蓄電池市場"},
    ),
    "a body tells of its field, on whatever basis": (
        "日本百貨店協会が24日発表した2月の全国百貨店売上高は、既存店ベースで1.8%減の4123億円だった。",
        {"1.8%": "全国百貨店", "4123億円": "全国百貨店"},
    ),
    "who asked them all owns nothing": (
        "上場企業、純利益8%増\n\n決算発表が13日、出そろった。日本経済新聞が約1030社を対象に集計したところ、純利益は7.8%増の43兆円となった。",
        {"7.8%": "上場企業", "43兆円": "上場企業"},
    ),
    "firms told of together, by their sort and number": (
        "ビール大手4社、2月の販売5%増\n\nビール大手4社の決算が出そろった。",
        {"5%": "ビール大手4社"},
    ),
    "a headline that goes on to name one of them": (
        "ビール大手4社、オムロンの売上高は5億円",
        {"5億円": "オムロン"},
    ),
    "those who were asked": (
        "全国百貨店売上高は4123億円だった。名古屋は0.9%伸びた。調査対象は70社176店。",
        {"70社": "調査対象", "176店": "調査対象"},
    ),
    "a body in brackets counts what is not its own": (
        "日本半導体製造装置協会（SEAJ）は31日、2026年度の日本製半導体製造装置の販売額が12%増の5兆5000億円になるとの予測を発表した。",
        {"12%": "日本製半導体製造装置", "5兆5000億円": "日本製半導体製造装置"},
    ),
    "what stands at this moment is nobody": (
        "カプコンは減益だった。中国向けの比率は足元の4割から3割程度に下がる。",
        {"4割": "中国向け", "3割程度": "中国向け"},
    ),
    "what analysts foresaw is of the house, not of the firm of it that was named last": (
        "楽天グループ、最終赤字348億円\n\n楽天グループの最終損益は348億円の赤字だった。楽天カードの取扱高は12%増えた。\nQUICKがまとめた市場予想の平均（最終損益で290億円の赤字）より赤字幅は大きかった。",
        {"12%": "楽天カード", "290億円": "楽天グループ"},
    ),
    "so is a dividend": (
        "NTTは純利益が5%増の1兆円だった。NTTデータの受注高は3割増えた。年間配当は5.3円とする。",
        {"3割": "NTTデータグループ", "5.3円": "NTT"},
    ),
    "lines of goods and measures in katakana are no firms": (
        "資生堂の純損益は406億円の赤字だった。米スキンケアブランド「ボルトラ」で468億円の減損損失を計上した。売上高は2%減の9699億円。コア営業利益は55%増の690億円を目標とする。年間配当は60円を予定する。",
        {"468億円": "資生堂", "9699億円": "資生堂", "690億円": "資生堂", "60円": "資生堂"},
    ),
    "nor do they take over where they are told of": (
        "資生堂の純損益は406億円の赤字だった。トラベルリテールが3%減の2410億円だった。年間配当は60円とする。",
        {"60円": "資生堂"},
    ),
    "who buys two firms": (
        "カプコンは増益だった。同社は23年に米ボルトラを約1700億円、24年にオムロンを約2200億円で買収した。",
        {"約1700億円": "カプコン", "約2200億円": "カプコン"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_it_is(case: str) -> None:
    text, wanted = CASES[case]
    assert owners_of(text, wanted) == wanted


LED = {
    "the same change in more digits": (
        "工作機械受注、4月は12%増\n\n日本工作機械工業会が19日発表した4月の工作機械受注額は前年同月比12.4%増の1462億円だった。",
        ("financial", "other"),
    ),
    "the same change of a sum": (
        "国内半導体装置、26年度は12%増\n\n2026年度の日本製半導体製造装置の販売額は前年度比12%増の5兆5000億円になる。",
        ("financial", "revenue"),
    ),
    "tenths of the bottom line": (
        "オムロン、今期2割増益に\n\nオムロンは31日、2027年3月期の純利益が前期比19%増の300億円になると発表した。",
        ("financial", "net_profit"),
    ),
    "another change": (
        "首都圏マンション、2月は8%増\n\nオムロンの売上高は12%増の3億円だった。",
        ("quantity", "割合"),
    ),
    "another way": (
        "首都圏マンション、2月は12%減\n\nオムロンの売上高は12%増の3億円だった。",
        ("quantity", "割合"),
    ),
}


@pytest.mark.parametrize("why", LED)
def test_a_bare_change_in_a_headline_is_of_what_the_lead_measures(why: str) -> None:
    text, wanted = LED[why]
    first = next(claim for claim in extract_text(text) if claim.value is not None)
    assert (first.kind, first.measure) == wanted


def test_what_a_firm_halves_is_no_price() -> None:
    text = "ソニーグループは本社の会議時間を2年で半減する。オムロンは精鉱の処理を2026年度末までに半減すると発表した。カプコンは発表を受けて3%下げた。"
    assert [claim.kind for claim in extract_text(text) if claim.value is not None] == [
        "quantity",
        "quantity",
        "price_move",
    ]
