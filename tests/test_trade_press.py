"""Figures as the trade press gives them: rates of vacant rooms, tonnes shipped, surveys and what was answered, towns called by a day."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

CASES = {
    "a rate of what is bad gets worse upwards": (
        "完全失業率は前月から0.2ポイント悪化した。",
        ["quantity 完全失業率 0.2ポイント up"],
    ),
    "and better downwards": (
        "青井市の平均空室率は8%だった。1年前に比べると1.5ポイントの改善になる。",
        ["quantity 青井市 8%", "quantity 青井市 1.5ポイント down"],
    ),
    "what a firm spends of its sales, too": (
        "カガリ電機の原価率は0.5ポイント改善した。",
        ["financial カガリ電機 0.5ポイント down"],
    ),
    "but of openings there is too little": (
        "有効求人倍率は0.02ポイント悪化した。",
        ["quantity 有効求人倍率 0.02ポイント down"],
    ),
    "空き stands in front of nouns": (
        "青井市の平均空き率は7.9%だった。",
        ["quantity 青井市 7.9%"],
    ),
    "tonnes by their letter are shipped": (
        "寒梅干しの出荷量は5%減の1,800tだった。",
        ["delivery 寒梅干し 5% down", "delivery 寒梅干し 1,800t"],
    ),
    "what a body counts is no one firm's": (
        "山際醸造は2日、支援を申請した。国税庁によると、清酒の国内出荷量は38万キロリットルに減った。",
        ["delivery 清酒 38万キロリットル"],
    ),
    "but the firm's where nobody counts others": (
        "カガリ電機は新工場を建てる。エアコンの国内出荷台数は38万台だった。",
        ["delivery カガリ電機 38万台"],
    ),
    "what a chart counts was sold": (
        "ゲームソフトの週間推定販売本数が発表された。首位は『海鳴りの城』で、前の週から6割落としながらも4万1280本を売った。"
        "2位の『ボルトスター』は1万9340本。2機種を足せば首位に迫る3万本になる。",
        [
            "delivery 海鳴りの城 6割 down",
            "delivery 海鳴りの城 4万1280本",
            "delivery ボルトスター 1万9340本",
            "quantity ボルトスター 2機種",
            "delivery ボルトスター 3万本",
        ],
    ),
    "the lines of a chart": (
        "店頭で最も売れたソフトは『海鳴りの城3』だった。\n\n1(1) NS 海鳴りの城3 41,280本\n2(-) PS5 ボルトスター 19,340本\n",
        ["delivery 海鳴りの城3 41,280本", "delivery ボルトスター 19,340本"],
    ),
    "a chart with the title in a line above": (
        "推定販売本数TOP10\n\n1位(初登場) Switch 海鳴りの城\n4万1280本/若葉ゲームズ\n2位(先週1位) PS4 ボルトスター\n3万9594本(累計:31万9915本)\n",
        ["delivery 海鳴りの城 4万1280本", "delivery ボルトスター 3万9594本", "delivery ボルトスター 31万9915本"],
    ),
    "but where nothing is ranked, a count is a count": (
        "『海鳴りの城』は3カ国で読まれ、棚に4万本のペンが並んだ。",
        ["quantity 海鳴りの城 3カ国", "quantity ペン 4万本"],
    ),
    "what one pack costs": ("緑茶は1パック(150g)78円だった。", ["price_level 緑茶 78円"]),
    "told beside the firm that the text speaks of": (
        "緑屋ホールディングスの営業収益は612億円だった。同業では青葉マートが5.5%の増収だった。通期は営業収益1255億円を見込む。",
        [
            "financial 緑屋ホールディングス 612億円",
            "financial 青葉マート 5.5% up",
            "financial 緑屋ホールディングス 1255億円",
        ],
    ),
    "goods grow in sales, not in customers": (
        "緑屋ホールディングスの営業収益は612億円だった。既存店は客数が0.8%減、客単価が2.9%増。惣菜が7.1%、冷凍食品が11%それぞれ伸びた。",
        [
            "financial 緑屋ホールディングス 612億円",
            "quantity 緑屋ホールディングス 0.8% down",
            "quantity 緑屋ホールディングス 2.9% up",
            "financial 惣菜 7.1% up",
            "financial 冷凍食品 11% up",
        ],
    ),
    "a part that the clause limits it to": (
        "賛成する人は34%だった。経理に限ると53%、20代に絞れば6割に上る。",
        ["quantity 人 34%", "quantity 経理 53%", "quantity 20代 6割"],
    ),
    "the next of a row by a name that nobody knows": (
        "二輪車の国内出荷ではハーレーダビッドソンが612台で、ロンドラは201台と倍増した。",
        ["delivery Harley-Davidson 612台", "delivery ロンドラ 201台", "delivery ロンドラ 倍増 up"],
    ),
    "floor space is what a house has, and autumn owns nothing": (
        "駅前のオフィスビル(延べ床500坪以上の86棟)の空き率は7%だった。秋には6%を割り込む可能性もある。",
        [
            "quantity オフィスビル 500坪以上",
            "quantity オフィスビル 86棟",
            "quantity オフィスビル 7%",
            "quantity オフィスビル 6%",
        ],
    ),
    "why it went so owns nothing": (
        "寒梅干しは猛暑の反動もあって11.8%減の3150万袋だった。",
        ["quantity 寒梅干し 11.8% down", "quantity 寒梅干し 3150万袋"],
    ),
    "nor does the yen that told on it": ("円安が響いて、客は3割減った。", ["quantity 客 3割 down"]),
    "what a shop sells in so long": ("霧沢店は開店から半年で9億円を売り、目標に届いた。", ["financial 霧沢店 9億円"]),
    "a bare sum goes on about the goods of its sentence": (
        "寒梅干しの出荷量は5%減の1884トンとなり、金額(工場出荷ベース)は逆に2%増の92億円だった。",
        [
            "delivery 寒梅干し 5% down",
            "delivery 寒梅干し 1884トン",
            "financial 寒梅干し 2% up",
            "financial 寒梅干し 92億円",
        ],
    ),
    "what all put into a field": (
        "カガリ電機は3億円を調達した。もっとも、国内のAI関連新興への投資額は31億円と前年から3割縮んでいる。",
        [
            "financial カガリ電機 3億円",
            "financial 国内のAI関連新興 31億円",
            "financial 国内のAI関連新興 3割 down",
        ],
    ),
    "同店 is the dealer whose keeper speaks": (
        "ホンダは1万台を出荷した。青井市の江南モータースの店主、佐野泰則さんは強気だ。同店の7月の販売は18台だった。",
        ["delivery ホンダ 1万台", "delivery 江南モータース 18台"],
    ),
    "the sales of the world in money": (
        "半導体製造装置の世界販売額は1090億ドルと3.4%増えた。",
        ["financial 半導体製造装置 1090億ドル", "financial 半導体製造装置 3.4% up"],
    ),
    "what a machine can do is no money": (
        "カガリ電機は増強に20億円を投じ、処理能力を従来の3倍に高める。電力消費は4割減る。",
        ["financial カガリ電機 20億円", "quantity カガリ電機 3倍 up", "quantity カガリ電機 4割 down"],
    ),
    "a town that is called by a day": (
        "6月に改装した十日町店は費用3億円が先に出た。",
        ["financial 十日町店 3億円"],
    ),
    "何倍の is the change of the count behind it": (
        "カガリ電機の純利益は5億円で、大手の「ナギサ」は登録社数が2倍の12万社になった。",
        ["financial カガリ電機 5億円", "quantity ナギサ 2倍 up", "quantity ナギサ 12万社"],
    ),
    "what is answered is no thing's name": (
        "出社「なお週1回以上」34%\n\n調査では、出社している人が34.2%いた。前回の58.7%からは下がった。",
        ["quantity 出社 1回以上", "quantity 出社 34%", "quantity 人 34.2%", "quantity 人 58.7%"],
    ),
    "nor does what some answered own what follows": (
        "理由では「費用がかさむ」(21%)が最も多かった。経費は37億円に上る。",
        ["quantity 費用がかさむ 21%", "financial 経費 37億円"],
    ),
    "同社 and 自社 are the firm that surveyed": (
        "菓子大手のナギサワ(青井市)が3日に公表した調査で、朝食を抜く人が34%いることが分かった。同社は売上高3億円を目指す。"
        "自社でも取引先180社を訪ねた。",
        ["quantity 人 34%", "financial ナギサワ 3億円", "quantity ナギサワ 180社"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_figures_of_the_trade_press(text: str, expected: list[str]) -> None:
    assert [_said(claim) for claim in extract_text(text) if claim.kind != "quote"] == expected


def _said(claim: Claim) -> str:
    """Kind, whose, how much and which way."""
    whose = claim.subject.name if claim.subject is not None else "-"
    return " ".join(filter(None, (claim.kind, whose, claim.evidence.text, claim.direction)))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("山科総合企画は電子書籍の国内市場が24年に264億円へ広がるとみている。", "山科総合企画"),
        ("債券市場は金利が3割上がるとみている。", "債券市場"),
    ],
)
def test_who_judges_a_market(text: str, speaker: str) -> None:
    (quote,) = [claim for claim in extract_text(text) if claim.kind == "quote"]
    assert quote.attribution is not None
    assert quote.attribution.speaker == speaker


def test_an_answer_in_brackets_foresees_nothing() -> None:
    text = "調査では「導入済み」が42%、「検討中」が23%で、「予定なし」は35%だった。"
    assert {claim.modality for claim in extract_text(text) if claim.value is not None} == {"asserted"}
