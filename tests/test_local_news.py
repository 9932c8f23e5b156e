"""Statistics of trade, budgets, pay and shops as newspapers tell them: what a figure measures and whose it is, and what it leaves."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES = {
    "goods and partners of trade are told by value": (
        "税関によると、5月の輸出額は2%減の8兆円だった。自動車が25%減り、鉄鋼は2割減となった。米国向けは11%減少した。",
        {"25%": "financial 日本", "2割": "financial 鉄鋼", "11%": "financial 日本"},
    ),
    "by how many where it says so": (
        "輸出額は8兆円だった。うち米国は11%減った。自転車の台数は3%減の9万台にとどまった。欧州連合は6%増えた。",
        {"3%": "delivery 自転車", "9万台": "delivery 自転車", "6%": "financial 欧州連合"},
    ),
    "but not what another survey counts": (
        "5月の輸出額は8兆円だった。家計調査では消費支出が増えた。自動車の購入は23%増となった。",
        {"23%": "quantity 自動車"},
    ),
    "nor what firms sold": (
        "5月の輸出額は8兆円だった。スズキの米国販売は7%増、マツダは9%減った。",
        {"9%": "delivery マツダ"},
    ),
    "a sentence that opens with what it is measured against goes on": (
        "県は12日、総額7824億円の予算案を発表した。前年度当初比2.9%増で、過去最大を更新した。",
        {"2.9%": "financial 県"},
    ),
    "with the sum, not with who published it": (
        "財務省は、昨年度の税収が80兆円になったと発表した。前年度より4.2%増えた。",
        {"4.2%": "financial 日本"},
    ),
    "with whatever the sum was of": (
        "寄付額は12億円に達した。前の年度の1.6倍に増えた。",
        {"1.6倍": "financial 寄付額"},
    ),
    "with a count in its own unit": (
        "大会には1200人が参加した。前年より70人増えた。",
        {"70人": "quantity 大会"},
    ),
    "but not where it leads to another noun": (
        "大会には1200人が参加した。前年比5%増の売り上げを見込む。",
        {"5%": "financial None"},
    ),
    "what a sum is compared with owns nothing": (
        "長野県の新年度予算案は1兆120億円となり、今年度の当初予算を1.4%上回りました。",
        {"1.4%": "financial 長野県"},
    ),
    "pay that is settled is no price of shares": (
        "三菱重工業は1万6000円で、賃上げ率は6.2%となる。マツダは1万円にとどまった。",
        {"1万6000円": "financial 三菱重工業", "1万円": "financial マツダ"},
    ),
    "months of pay are of the firm of their sentence": (
        "カプコンは1万円で妥結した。\n\n任天堂は満額回答で、年間一時金は7.3カ月分とした。",
        {"7.3カ月分": "quantity 任天堂"},
    ),
    "a firm whose head had the word is spoken of": (
        "スズキは生産を再開した。\n\n自動車部品の川上製作所(浜松市)の川上明社長は「賃上げは4%は必要」と話す。従業員は120人だ。",
        {"120人": "quantity 川上製作所"},
    ),
    "a shop whose keeper had the word too": (
        "スズキは工場を閉める。\n\n近くで食堂を営む渡辺一男さん(70)は「客の半分は工場の人だ」と話す。店の売り上げは3割減った。電気代は月8万円に上がった。",
        {"3割": "financial 食堂", "8万円": "financial 食堂"},
    ),
    "by its name where it has one": (
        "スズキは工場を閉める。居酒屋「浜風」の店主、田村勝さんは「寂しい」と話す。仕入れ額は年1200万円に減った。",
        {"1200万円": "financial 浜風"},
    ),
    "but not what only firms have": (
        "スズキは工場を閉める。近くで食堂を営む渡辺一男さんは「寂しい」と話す。今期の純利益は3億円を見込む。",
        {"3億円": "financial スズキ"},
    ),
    "nor the next paragraph": (
        "スズキは工場を閉める。近くで食堂を営む渡辺一男さんは「寂しい」と話す。\n\n従業員は900人いる。",
        {"900人": "quantity スズキ"},
    ),
    "goods right in front of so much of them, in a headline": (
        "コメ5キロ4215円、灯油18リットル2288円　生サンマ1匹180円\n\n県は3日、価格を調べた。",
        {"4215円": "price_level コメ", "2288円": "price_level 灯油", "180円": "price_level 生サンマ"},
    ),
    "a mean over the land": (
        "レギュラーガソリン 全国平均172円40銭\n\n値上がりした。",
        {"172円40銭": "price_level レギュラーガソリン"},
    ),
    "but no pay": (
        "最低賃金 全国平均1121円\n\n引き上げられる。",
        {"1121円": "financial 最低賃金"},
    ),
    "the highest price of so much is of the goods told of": (
        "サンマの水揚げ量は4210トンだった。この日の最高値は1キロ1250円だった。",
        {"1250円": "price_level サンマ"},
    ),
    "and a bare price on the quay": (
        "スルメイカの漁獲量は80トンだ。浜値は1箱9000円と高い。",
        {"9000円": "price_level スルメイカ"},
    ),
    "what one of so many costs is of them": (
        "牛1頭あたりの取引価格は75万円だった。",
        {"75万円": "price_level 牛"},
    ),
    "a fee is not of who pays it": (
        "入館料は一般1200円、大学生800円。料金は平日が1泊1万2000円、土日は1万8000円。岬水族館の入場料は、大人2800円となる。",
        {
            "1200円": "price_level 入館料",
            "800円": "price_level 入館料",
            "1万8000円": "price_level 料金",
            "2800円": "price_level 岬水族館",
        },
    ),
    "unions are counted": (
        "金属労協によると、回答を受けた52組合のうち、満額は39組合だった。連合は結成から30年の労組だ。",
        {"52組合": "quantity 回答", "39組合": "quantity 満額"},
    ),
    "what a baker uses is not shipped": (
        "養鶏場では1日に18万個の卵を出荷している。洋菓子店の店主は「卵は毎日500個使うので困る」と話した。",
        {"18万個": "delivery 卵", "500個": "quantity 卵"},
    ),
    "what a ministry counts of all is not of the firm before": (
        "スズキは3日、増産を発表した。\n\n厚生労働省によると、働く人1人あたりの現金給与総額は31万円だった。",
        {"31万円": "financial 現金給与総額"},
    ),
    "but a credit bureau tells of the firm": (
        "スズキは3日、増産を発表した。\n\n帝国データバンクによると、負債総額は12億円。",
        {"12億円": "financial スズキ"},
    ),
    "and so does a ministry that points back to it": (
        "スズキは3日、増産を発表した。\n\n国土交通省によると、同社の従業員は全国に900人いる。",
        {"900人": "quantity スズキ"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_it_measures_and_whose_it_is(case: str) -> None:
    text, wanted = CASES[case]
    read = {
        c.value.text: f"{c.kind} {c.subject.name if c.subject else None}"
        for c in extract_text(text)
        if c.value is not None
    }
    assert {figure: read.get(figure) for figure in wanted} == wanted
