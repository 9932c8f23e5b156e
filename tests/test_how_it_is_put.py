"""How what is said is put: views told of in many words, parts that the same speaker holds, papers that print what others said."""

from __future__ import annotations

import pytest
from conftest import article
from test_who_says import DIRECT, INDIRECT, said

from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see

SPOKEN = [
    # Words between a clause and its view tell how the view is.
    ("党首は、協定には戻らないとの強硬な姿勢を示した。", [("協定には戻らない", INDIRECT, "党首")]),
    ("早見慎吾会長は、雇用は増えるとの明るい見通しを語った。", [("雇用は増える", INDIRECT, "早見慎吾")]),
    (
        "総務省は、世帯数は年に1%減るとの新たな推計結果をまとめた。",
        [("世帯数は年に1%減る", INDIRECT, "総務省")],
    ),
    ("会長は「合併も辞さない」との一段と踏み込んだ発言をした。", [("合併も辞さない", DIRECT, "会長")]),
    ("遺族会は「誠意が見えない」との声明を読み上げた。", [("誠意が見えない", DIRECT, "遺族会")]),
    ("連盟は「安全が第一だ」との見解とともに、大会を中止すると発表した。",
     [("安全が第一だ", DIRECT, "連盟"), ("大会を中止する", INDIRECT, "連盟")]),
    # A part that its own とする or とみる closes, and the rest.
    (
        "白書は、空き家が増えたとするとともに、活用は進んでいないと指摘した。",
        [("空き家が増えた", INDIRECT, "白書"), ("活用は進んでいない", INDIRECT, "白書")],
    ),
    (
        "検査院は、積立金が余ったとすると同時に、使途も不明だと批判した。",
        [("積立金が余った", INDIRECT, "検査院"), ("使途も不明だ", INDIRECT, "検査院")],
    ),
    (
        "中銀は、需要が細るとみて、金利を下げる余地が生まれると指摘した。",
        [("需要が細る", INDIRECT, "中銀"), ("金利を下げる余地が生まれる", INDIRECT, "中銀")],
    ),
    (
        "同省は、産地を偽ったとみて、店の名を公表したと発表した。",
        [("産地を偽ったとみて、店の名を公表した", INDIRECT, "同省")],
    ),
    # One word in brackets that somebody grants, before what he says himself.
    (
        "協会は「軽微」としつつも、来季の収入は減ると説明した。",
        [("軽微", DIRECT, "協会"), ("来季の収入は減る", INDIRECT, "協会")],
    ),
    # Behind what was told first, the words in brackets are what a topic is said to be.
    (
        "社長は「客足は戻った」とし、人手も足りており、値上げは「当面ない」と述べた。",
        [("客足は戻った", DIRECT, "社長"), ("人手も足りており、値上げは「当面ない」", INDIRECT, "社長")],
    ),
    ("店長は「2倍になった」と言い、客は「高い」と話した。", [("2倍になった", DIRECT, "店長"), ("高い", DIRECT, "客")]),
    # What somebody else did is told by the person in front of the comma; a body does not speak for its head.
    (
        "町内会の坂口会長は、早見さんが清掃を続け、「頭の下がる思いだった」と振り返った。",
        [("頭の下がる思いだった", DIRECT, "坂口")],
    ),
    ("大会は、地元の早見選手が宣誓し、「全力で戦う」と誓った。", [("全力で戦う", DIRECT, "早見")]),
    # A paper prints what others said; whoever passes on words to speak of them speaks.
    (
        "岬放送は早見慎吾監督の引退時の談話を紹介し、「悔いはない」と心境を語っている。",
        [("悔いはない", DIRECT, "早見慎吾")],
    ),
    ("週刊「みなと」は元秘書の証言を掲載し、「指示は上から出た」と明かした。", [("指示は上から出た", DIRECT, "元秘書")]),
    ("社長は顧客の手紙を紹介し、「改善を急ぐ」と述べた。", [("改善を急ぐ", DIRECT, "社長")]),
    # Who tells stands behind the clause and a comma; what follows on a condition is told by nobody.
    ("銅の需要は年に2割増えると、トルノ銀行は予想する。", [("銅の需要は年に2割増える", INDIRECT, "トルノ銀行")]),
    ("復旧には3カ月かかると、会社側は説明している。", [("復旧には3カ月かかる", INDIRECT, "会社側")]),
    ("出荷は1割減ると、業界団体は見込んでいる。", [("出荷は1割減る", INDIRECT, "業界団体")]),
    # A note in brackets is no part of who speaks; whom a firm has for a land is named with the firm.
    ("みなと病院(大阪市)の看護師は「人手が足りない」と訴える。", [("人手が足りない", DIRECT, "みなと病院の看護師")]),
    (
        "キャピタル・サイトの中国担当エコノミストは、物価は下がると指摘する。",
        [("物価は下がる", INDIRECT, "キャピタル・サイトの中国担当エコノミスト")],
    ),
]  # fmt: skip

SILENT = [
    "市は「歩いて楽しい街」との新しい構想を打ち出した。",
    "「実質破産」との厳しい評価が定着した。",
    "外相は、撤収には応じるとの明るい見方を変えた。",
    "水位が上がると、担当者は住民に避難を呼びかけた。",
    "選挙が終わると、政府は方針を説明した。",
    "家賃が上がると、借り手は減ると説明した。",
]

SIGNED = [
    ("利下げを急ぐ必要はない=ボストン連銀総裁", [("利下げを急ぐ必要はない", INDIRECT, "ボストン連銀総裁")]),
    ("家計への影響は限定的=早見日銀理事", [("家計への影響は限定的", INDIRECT, "早見")]),
    ("北星工業、人員削減を検討している=関係筋", []),
    ("新型車の販売が好調だ=ミナト自動車", []),
    ("代表、8強入り=早見監督", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_put(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_not_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "expected"), SIGNED, ids=[text for text, _ in SIGNED])
def test_signed_headline(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    story = see(article(text + "\n\n市場の話題を伝える。\n"))
    assert [(story.article.text[s.start : s.end], s.type, s.attribution.speaker) for s in speeches(story)] == expected
