"""Who is behind what is passed on: offices, forecasters, headlines, whoever called in, and whom he and she mean."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see

LEAD = "これは前置きである。\n"
DIRECT, INDIRECT = "direct", "indirect"

SPOKEN = [
    # Whose forecast it is holds what it says, whoever was named before.
    (
        "東都新聞によると、消費者庁のコメントとして、定期購入を巡る相談が増えているという。",
        [("定期購入を巡る相談が増えている", INDIRECT, "消費者庁")],
    ),
    (
        "同紙によると、気象台の見解として、火山活動は弱まっているという。",
        [("火山活動は弱まっている", INDIRECT, "気象台")],
    ),
    (
        "上津県は避難を指示した。気象庁の予想では、台風は8日に九州へ達するとしている。",
        [("台風は8日に九州へ達する", INDIRECT, "気象庁")],
    ),
    ("薩摩では約300人が避難したと地元当局が伝えた。", [("薩摩では約300人が避難した", INDIRECT, "地元当局")]),
    # Two firms that a word for both counts.
    (
        "みなと製菓、北星商事両社とも「工場が原因ではない」として販売を続けた。",
        [("工場が原因ではない", DIRECT, "みなと製菓、北星商事両社")],
    ),
    # What comes from somebody is theirs, whatever stands between.
    ("早見騎手からは長い距離が向くと提言があった。", [("長い距離が向く", INDIRECT, "早見")]),
    (
        "昨年秋、同園の園長から博物館に、化石が見つかったと連絡があった。",
        [("博物館に、化石が見つかった", INDIRECT, "同園の園長")],
    ),
    ("早見氏から取締役会で「背任行為だった」と認める発言があった。", [("背任行為だった", DIRECT, "早見")]),
    (
        "早見調教師からは集いについて「小さく続けたい」と意義を訴えた。",
        [("小さく続けたい", DIRECT, "早見")],
    ),
    # A market tells nothing.
    (
        "早見慎吾社長は「強い分野がある」と話す一方、法人向け市場は弱いと述べた。",
        [("強い分野がある", DIRECT, "早見慎吾"), ("法人向け市場は弱い", INDIRECT, "早見慎吾")],
    ),
    # つつ closes what was seen before it.
    (
        "アナリストらは、市況は底を打ったと見つつ、在庫の影響は残ると指摘する。",
        [("市況は底を打った", INDIRECT, "アナリストら"), ("在庫の影響は残る", INDIRECT, "アナリストら")],
    ),
    # Alone between the words and the word of saying, any name tells.
    ("「皆さん、おめでとう」とマスクは書いている。", [("皆さん、おめでとう", DIRECT, "マスク")]),
    # Who spoke in the sentence before has the word, not whom the words name.
    (
        "早見慎吾社長は、大山修氏から職を継いだと述べた。同氏は手紙で、人員を減らすと述べた。",
        [("大山修氏から職を継いだ", INDIRECT, "早見慎吾"), ("人員を減らす", INDIRECT, "早見慎吾")],
    ),
    # Who is told of within the words does not tell.
    (
        "早見氏は「元気になってほしい」としながらも、もし大山氏が戻れなければ後任を決めるとしていた。",
        [("元気になってほしい", DIRECT, "早見"), ("もし大山氏が戻れなければ後任を決める", INDIRECT, "早見")],
    ),
    (
        "被告の女は和解した。住民が注意しても、「引っ越せばいい」などと言い返した。",
        [("引っ越せばいい", DIRECT, "被告の女")],
    ),
    (
        "早見容疑者は先月、「会いたい」と手紙を送ったものの、少女の母親はこれを断っており、店の前で待った。",
        [("会いたい", DIRECT, "早見")],
    ),
    # What somebody is charged with is part of what the police announce; they find, not the suspect.
    (
        "北署は、盗みを重ねたとして、早見容疑者を逮捕したと発表した。",
        [("盗みを重ねたとして、早見容疑者を逮捕した", INDIRECT, "北署")],
    ),
    (
        "北署は周辺を調べていた。早見容疑者が火を付けたものと断定し、逮捕した。",
        [("早見容疑者が火を付けたもの", INDIRECT, "北署")],
    ),
    (
        "県警は捜査している。早見容疑者は大山さんを殴って殺害した可能性が強いとしている。",
        [("早見容疑者は大山さんを殴って殺害した可能性が強い", INDIRECT, "県警")],
    ),
    # Whose remark a paper gives; who is only counted; a body in brackets; whom 同 points back to.
    (
        "ロイターは専門家の同日の発言として、同じ組織の犯行であるとの観測を伝えた。",
        [("同じ組織の犯行である", INDIRECT, "専門家")],
    ),
    (
        "報道担当者は死者は40人だと語り、生存者は58人、不明が13人と語っていた。",
        [("死者は40人だ", INDIRECT, "報道担当者"), ("生存者は58人、不明が13人", INDIRECT, "報道担当者")],
    ),
    (
        "「アオバ被害対策全国会議」は、より強い規制が必要だとしている。",
        [("より強い規制が必要だ", INDIRECT, "アオバ被害対策全国会議")],
    ),
    ("北京テレビは謝罪した。同テレビ局は「調べる」とした。", [("調べる", DIRECT, "北京テレビ")]),
    (
        "泥棒が入り、上津県警生活課が調べた。同県警は「警戒する」と話した。",
        [("警戒する", DIRECT, "上津県警")],
    ),
    ("盗まれた品を下田署員が見つけた。同署は「調べる」と話した。", [("調べる", DIRECT, "下田署")]),
    ("上津府は調べた。府としては、悪用はないとしている。", [("府としては、悪用はない", INDIRECT, "上津府")]),
    (
        "早見容疑者は店に入った。駆けつけた警察官が助けた。「火を付けた」と供述した。",
        [("火を付けた", DIRECT, "早見")],
    ),
    (
        "和服の専門店・「愛織屋」が16日、破産を申請した。同社は、需要の低下が原因だとしている。",
        [("需要の低下が原因だ", INDIRECT, "愛織屋")],
    ),
    (
        "上津県は計画を作った。下田市は、削減を目指す。電気の使用量を4%減らすなどとしている。",
        [("電気の使用量を4%減らす", INDIRECT, "下田市")],
    ),
    # Signed in brackets; と set apart by a comma; words that lead a story.
    ("早見慎吾社長は会見した。受注は「過去最高水準」（同氏）だった。", [("過去最高水準", DIRECT, "早見慎吾")]),
    (
        "みなと自動車は計画を見直した。40万台の達成は、EVとしては史上初、としている。",
        [("40万台の達成は、EVとしては史上初", INDIRECT, "みなと自動車")],
    ),
    (
        "「新型車を投入する」――。\nみなと自動車は新型を見せた。社長の早見慎吾氏はこう宣言した。",
        [("新型車を投入する", DIRECT, "早見慎吾")],
    ),
    (
        "（ミナト通信）: 北見電機の今期の純利益は3割減になる見込みだ。5月時点では「少なくとも4割減」と試算していた。",
        [("少なくとも4割減", DIRECT, "北見電機")],
    ),
    # A full name that the dictionary does not know, where the article writes it once.
    (
        "勝ったのは早見莉旺選手だった。早見選手は「うれしい」と話した。",
        [("うれしい", DIRECT, "早見莉旺")],
    ),
    ("早見両容疑者が捕まった。早見容疑者は「やった」と話した。", [("やった", DIRECT, "早見")]),
    # Names that the dictionary takes apart, and what stands between a name and its title.
    ("ド・シャストラン委員長は「進んだ」と述べた。", [("進んだ", DIRECT, "ド・シャストラン")]),
    ("パク・トクフン（朴徳勲）国連次席大使は「権利だ」と述べた。", [("権利だ", DIRECT, "パク・トクフン")]),
    ("外交官リチャード・ホールは「裏切りだ」と述べた。", [("裏切りだ", DIRECT, "リチャード・ホール")]),
    ("早見慎吾選手は3本目を打った。ファンに「アリガトウ!」とコメントした。", [("アリガトウ!", DIRECT, "早見慎吾")]),
]

HEADLINES = [
    ("北見電算の早見慎吾CEO、需要は2倍の2兆円と予測", [("需要は2倍の2兆円", INDIRECT, "早見慎吾")]),
    ("総務省、遮断を利用者が選べるようにすると発表", [("遮断を利用者が選べるようにする", INDIRECT, "総務省")]),
    ("民主党、早見氏は辞職すべきだと主張-参院選", [("早見氏は辞職すべきだ", INDIRECT, "民主党")]),
    ("北星商事、来期は増益と予想　新工場が寄与", [("来期は増益", INDIRECT, "北星商事")]),
    (
        "社長「再就職を支援していく」\n北山製紙（岩手県）は17日、事業を止めた。早見慎吾社長は会見を開いた。",
        [("再就職を支援していく", DIRECT, "早見慎吾")],
    ),
]

SILENT = [
    "東都新聞によると、今後の見方として、金利は上がるという。",
    "薩摩では約300人が避難したと地元のテレビ局が伝えた。",
    "通信欄に「地震の義援金」と明記する。",
    "両社ともカメラで知られる。",
    "みなとテレビは演出を伝えた。ネット上でも「絶対に行きたいと思った」などと言った投稿が寄せられている。",
    "早見容疑者は容疑を認めており、使用した疑いもあるとみて調べている。",
    "不審な男がいるという通報があった。",
    "早見慎吾「党首、入閣を再考と表明」。 みなと新聞、2005年11月1日。",
    "みなと新聞によると、容疑者は公設秘書が捕まったため辞任すると言う。",
    "みなと航空では来春を「第二の創業」と位置づけ、路線を見直す。",
]


def said(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, speaker) of every quote in `text`."""
    story = see(article(text))
    return [(story.article.text[s.start : s.end], s.type, s.attribution.speaker) for s in speeches(story)]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_voice(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(LEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADLINES, ids=[text[:24] for text, _ in HEADLINES])
def test_headline(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_voice(text: str) -> None:
    assert said(LEAD + text) == []
