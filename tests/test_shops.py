"""Shops, households and what is sold: lists told in items, prices on a shelf, reasons between a topic and its figure."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES = {
    "items of one sentence, a line each, share its verb and what it measures": (
        "先月の外食全体の売り上げは6.8%増えました。\n業態別では、\n▽焼き肉店が7.9%、\n▽居酒屋が2.0%それぞれ減少したのに対し、\n▽喫茶店は1.5%増加しました。",
        [
            "revenue 外食全体 6.8% up",
            "revenue 焼き肉店 7.9% down",
            "revenue 居酒屋 2.0% down",
            "revenue 喫茶店 1.5% up",
        ],
    ),
    "an item that ends its line goes on in the next one": (
        "1キロ当たりの平均価格は、\n▽キャベツが400円、\n▽ねぎが960円で、\n▽だいこんは168円でした。",
        ["commodity キャベツ 400円", "commodity ネギ 960円", "commodity ダイコン 168円"],
    ),
    "a reason is neither measured nor owns": (
        "先月の全国の映画館の売り上げは、外国人向けの関連品の販売が落ち込んだことなどから、前の年の同じ月を1.8%下回りました。",
        ["revenue 映画館 1.8% down"],
    ),
    "however often it counts": (
        "県内のコンビニエンスストアの12月の売り上げは、来店客の数が減ったことなどから、去年の同じ月を0.9%下回りました。",
        ["revenue コンビニエンスストア 0.9% down"],
    ),
    "a firm in it, too": (
        "国内の去年の新車の販売台数は、岬工場の生産が止まった影響で、前の年を3.1%下回る440万台でした。",
        ["sales 新車 3.1% down", "sales 新車 440万台"],
    ),
    "but it has its own figures": (
        "ミナト電機は、部品が不足したため、売上高が3%減った。",
        ["revenue ミナト電機 3% down"],
    ),
    "whose sales of a year they are": (
        "家電量販店の去年1年間の売り上げは4兆8200億円となった。外食チェーンの1月の売上高は7.2%増えた。",
        ["revenue 家電量販店 4兆8200億円", "revenue 外食チェーン 7.2% up"],
    ),
    "what one piece is sold for": (
        "店では、ブロッコリー1株を税込み258円で販売しています。青果店は、卵1パックを298円で売る。直売所ではトマト1袋が250円で並ぶ。",
        ["commodity ブロッコリー 258円", "commodity 卵 298円", "commodity トマト 250円"],
    ),
    "a part of one": ("青果店では、はくさい4分の1カットを198円で売る。", ["commodity はくさい 198円"]),
    "not what somebody sells as a lot": ("同社は子会社を32億円で売却した。", ["other 同社 32億円"]),
    "many are counted": ("山田園は苗3000本を販売した。", ["sales 苗 3000本"]),
    "what a ware costs, in its brackets": (
        "看板の海鮮丼(1800円)が人気だ。限定パッケージ(税込み540円)は好評だ。炊飯器「まどか」(3万9800円)を発売した。",
        ["commodity 海鮮丼 1800円", "commodity 限定パッケージ 540円", "commodity まどか 3万9800円"],
    ),
    "who pays it": (
        "入園料(大人1800円、子ども900円)を改定する。",
        ["commodity 入園料 1800円", "commodity 入園料 900円"],
    ),
    "but not what is paid out": ("日当(8000円)を支給する。", ["other 日当 8000円"]),
    "dearer than in other years": (
        "ねぎは1キロ当たり812円で、平年の1.5倍でした。",
        ["commodity ネギ 812円", "commodity ネギ 1.5倍 up"],
    ),
    "but so much snow is no change": ("町の積雪量は平年の1.9倍となった。", ["積雪量 町 1.9倍"]),
    "pay is its own, not the one that was told before": (
        "実質賃金は前年同月を0.4%下回った。このうち基本給にあたる所定内給与は26万9千円で2.1%増えた。",
        ["other 実質賃金 0.4% down", "other 所定内給与 26万9千円", "other 所定内給与 2.1% up"],
    ),
    "whatever the headline began with": (
        "実質賃金、去年は1.3%減\n\n実質賃金は減りました。このうち基本給にあたる所定内給与は26万6560円でした。",
        ["other 実質賃金 1.3% down", "other 所定内給与 26万6560円"],
    ),
    "those who work so have it": (
        "現金給与の総額は、正社員などフルタイムで働く人が45万8202円で2.9%の増加、パートタイムで働く人が11万4021円で2.3%の増加でした。",
        [
            "other フルタイムで働く人 45万8202円",
            "other フルタイムで働く人 2.9% up",
            "other パートタイムで働く人 11万4021円",
            "other パートタイムで働く人 2.3% up",
        ],
    ),
    "what all that failed owe is not of the firm told of": (
        "カガリ製作所が破産した。負債総額は8億円。昨年の県内の企業倒産は前年より14件多い118件、負債総額は31%増の163億円だった。",
        [
            "debt カガリ製作所 8億円",
            "倒産 県内 14件 up",
            "倒産 県内 118件",
            "debt 企業倒産 31% up",
            "debt 企業倒産 163億円",
        ],
    ),
    "a peak is no firm": (
        "カガリ製作所が破産した。ピークの2008年2月期の売上高は60億円だった。",
        ["revenue カガリ製作所 60億円"],
    ),
    "guests are no firm that is spoken of": (
        "観光庁が27日に発表した統計によると、県内に泊まった外国人は延べ52万人だった。台湾が21万人で最多だった。客室稼働率は58.2%だった。",
        ["延べ 外国人 52万人", "延べ 台湾 21万人", "稼働率 客室稼働率 58.2%"],
    ),
    "all of so many firms alike": (
        "大手百貨店4社が2日発表した2月の売上高は、三越伊勢丹が3.1%増だった。免税売上高は4社とも2割前後減った。",
        ["大手百貨店 大手百貨店 4社", "revenue 三越伊勢丹 3.1% up", "revenue 4社 2割前後 down"],
    ),
    "what pay is raised by is no price": ("会社側は月額1万4000円の賃上げに満額回答した。", ["other 会社側 1万4000円"]),
    "a first owns nothing": ("海外旅行客、初の100万人割れ\n\n県は喜ぶ。", ["人数 海外旅行客 100万人"]),
    "what a headline says has been reached": (
        "「砂の帝国」500万本突破　シリーズ最速\n\n岬社は喜ぶ。",
        ["sales 砂の帝国 500万本"],
    ),
    "but what is planted is not sold": ("植樹30万本突破　県森林組合\n\n県は喜ぶ。", ["本 植樹 30万本"]),
}


@pytest.mark.parametrize("case", CASES)
def test_in_shops(case: str) -> None:
    text, wanted = CASES[case]
    told = [c for c in extract_text(text) if c.value is not None]
    assert [
        " ".join(filter(None, [c.measure, c.subject.name if c.subject else "?", c.value.text, c.direction]))
        for c in told
        if c.value is not None
    ] == wanted
