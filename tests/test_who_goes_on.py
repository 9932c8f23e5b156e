"""Who goes on to say it, and what a speaker is called: ministries abroad, bare surnames, answers without a verb, suspects."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see

DIRECT, INDIRECT = "direct", "indirect"

SPOKEN = [
    # A ministry behind another land's name is that land's.
    ("イラン外務省は「違法な措置だ」と非難した。", [("違法な措置だ", DIRECT, "イラン外務省")]),
    ("英外務省は「協議を続けている」と述べた。", [("協議を続けている", DIRECT, "英外務省")]),
    ("ロシア財務省は、歳出を抑えると説明した。", [("歳出を抑える", INDIRECT, "ロシア財務省")]),
    ("日本外務省は「極めて遺憾だ」と述べた。", [("極めて遺憾だ", DIRECT, "外務省")]),
    ("訪韓した外務省の局長は「意思疎通を続ける」と語った。", [("意思疎通を続ける", DIRECT, "外務省の局長")]),
    # A surname without a title, whatever words the dictionary sees in it.
    ("主将の辻村は「次は必ず勝つ」と誓った。", [("次は必ず勝つ", DIRECT, "辻村")]),
    ("捕手の金城は「要求通りに来た」とたたえた。", [("要求通りに来た", DIRECT, "金城")]),
    (
        "今季で退く40歳の朝山は「もう一度あの舞台に立ちたい」と前を向いた。",
        [("もう一度あの舞台に立ちたい", DIRECT, "朝山")],
    ),
    ("監督の父は「誇らしい気持ちだ」と笑った。", [("誇らしい気持ちだ", DIRECT, "監督の父")]),
    # Offices that stand behind a name.
    ("大潟県教委の水沢教育長は「心からおわびする」と謝罪した。", [("心からおわびする", DIRECT, "水沢")]),
    ("北川消防司令は「放火の可能性は低い」と説明した。", [("放火の可能性は低い", DIRECT, "北川")]),
    ("藤川九段は「途中は苦しかった」と振り返った。", [("途中は苦しかった", DIRECT, "藤川")]),
    ("訪問看護師は「人手が足りない」と話した。", [("人手が足りない", DIRECT, "訪問看護師")]),
    ("大潟県教育長は「把握が遅れた」と陳謝した。", [("把握が遅れた", DIRECT, "大潟県教育長")]),
    # Names of three letters in front of an office of state.
    ("何立峰副首相は「対話の扉は開いている」と述べた。", [("対話の扉は開いている", DIRECT, "何立峰")]),
    ("金正恩総書記は「血盟の間柄だ」と強調した。", [("血盟の間柄だ", DIRECT, "金正恩")]),
    ("林総務部長は「確認を急いでいる」と語った。", [("確認を急いでいる", DIRECT, "林")]),
    # Those of a list that a number counts, by their whole name.
    ("主要7カ国の外相は「現状の変更に反対する」と明記した。", [("現状の変更に反対する", DIRECT, "主要7カ国の外相")]),
    # An answer and a word to somebody, without any verb of saying.
    (
        "堂本投手が引退会見を開いた。一番の思い出を聞かれると「初勝利の日に母が泣いてくれたこと」。",
        [("初勝利の日に母が泣いてくれたこと", DIRECT, "堂本")],
    ),
    (
        "傍聴した女性は「息子は戻ってこない」と語った。被告に対しては「一生償ってほしい」。",
        [("息子は戻ってこない", DIRECT, "女性"), ("一生償ってほしい", DIRECT, "女性")],
    ),
    (
        "水野社長は「任期を全うする」と答えた。競合の参入には「受けて立ちたい」。",
        [("任期を全うする", DIRECT, "水野"), ("受けて立ちたい", DIRECT, "水野")],
    ),
    # Who has just told something goes on.
    (
        "政府高官は、首相の訪問を調整していることを明らかにした。「日程は最終段階にある」という。",
        [("日程は最終段階にある", DIRECT, "政府高官")],
    ),
    # Of a firm its head goes on telling.
    (
        "三枝亮介社長は「国内だけでは縮む」と語る。買収した製パン会社は今期、増収になる見通しで、「早く果実が取れた」と笑う。",
        [("国内だけでは縮む", DIRECT, "三枝亮介"), ("早く果実が取れた", DIRECT, "三枝亮介")],
    ),
    # Whom the first clause presents.
    ("通報したのは一緒に登っていた友人で、「足を滑らせて落ちた」と話した。", [("足を滑らせて落ちた", DIRECT, "友人")]),
    # Voices of a house.
    (
        "経済産業相は、補助を続けると表明した。財務省内には「きりがない」と否定的な声が多い。",
        [("補助を続ける", INDIRECT, "経済産業相"), ("きりがない", DIRECT, "財務省内")],
    ),
    ("業界には「対応が遅すぎる」との不満がくすぶる。", [("対応が遅すぎる", DIRECT, "業界")]),
    # What a suspect is held to have said, told behind the arrest.
    (
        "大潟県警は詐欺の疑いで林田容疑者を逮捕した。「息子が事故を起こした」とうそを言い、現金をだまし取った疑いがある。",
        [("息子が事故を起こした", DIRECT, "林田")],
    ),
    (
        "大潟県警は「息子をかたる電話は詐欺だ」と注意を呼びかけた。",
        [("息子をかたる電話は詐欺だ", DIRECT, "大潟県警")],
    ),
    # A headline's speaker behind a dash; 米高官 is nobody's name.
    (
        "「物価対策に全力を挙げる」=首相\n\n首相は記者団の取材に応じた。",
        [("物価対策に全力を挙げる", DIRECT, "首相")],
    ),
    (
        "米高官「協議は前進している」、再会談へ\n\n米政府高官は、再び会談すると述べた。",
        [("協議は前進している", DIRECT, "米高官"), ("再び会談する", INDIRECT, "米政府高官")],
    ),
    # The answer is not the asker's, whatever the voice falls.
    (
        "元課長は、修正を指示されたと証言した。検察官から「断れなかったのか」と問われると、「異動させられると思った」と声を落とした。",
        [
            ("修正を指示された", INDIRECT, "元課長"),
            ("断れなかったのか", DIRECT, "検察官"),
            ("異動させられると思った", DIRECT, "元課長"),
        ],
    ),
    (
        "社長は続投する考えを示した。記者から「責任はないのか」と聞かれると「再建が私の責任だ」と答えた。",
        [("責任はないのか", DIRECT, "記者"), ("再建が私の責任だ", DIRECT, "社長")],
    ),
    # People at large are told of by whoever has the word.
    (
        "主任科学者は「過度に恐れる必要はない」としつつ、高齢者は接種を検討すべきだとの考えを示した。",
        [
            ("過度に恐れる必要はない", DIRECT, "主任科学者"),
            ("高齢者は接種を検討すべきだ", INDIRECT, "主任科学者"),
        ],
    ),
    # Who leads a story is told behind the words; where somebody is just now is no part of the name.
    (
        "「最高の野球人生でした」。今季限りで退くベテラン左腕の鍵谷は、涙でファンに感謝した。",
        [("最高の野球人生でした", DIRECT, "鍵谷")],
    ),
    ("韓国を訪問中の首相は「率直な意見交換ができた」と語った。", [("率直な意見交換ができた", DIRECT, "首相")]),
    ("スノーボード女子の望月ひなたは「内定を学校で聞いた」と笑った。", [("内定を学校で聞いた", DIRECT, "望月ひなた")]),
    ("東国外務省の郭副報道局長は「是非を転倒させている」と批判した。", [("是非を転倒させている", DIRECT, "郭")]),
    (
        "外務省の報道官は、発言は遺憾だと述べた。「強烈な不満と断固たる反対」を表明した。",
        [("発言は遺憾だ", INDIRECT, "外務省の報道官"), ("強烈な不満と断固たる反対", DIRECT, "外務省の報道官")],
    ),
    # Through whom, asked what and on what terms: no part of what is said.
    ("遺族は代理人を通じ、説明に納得していないとのコメントを出した。", [("説明に納得していない", INDIRECT, "遺族")]),
    ("監督は勝因を問われ、守備の集中力に尽きると即答した。", [("守備の集中力に尽きる", INDIRECT, "監督")]),
    ("EU当局者は匿名を条件に、妥協案がまとまると述べた。", [("妥協案がまとまる", INDIRECT, "EU当局者")]),
    ("首相は、外交ルートを通じて抗議したと述べた。", [("外交ルートを通じて抗議した", INDIRECT, "首相")]),
    # A longer sentence behind the words, which ends in how they were said.
    (
        "「またここで朝日が見られるとは」。10日、7年ぶりに開いた山小屋で、登山歴50年の早見慎吾さん（76）は目を細めた。",
        [("またここで朝日が見られるとは", DIRECT, "早見慎吾")],
    ),
    # Verbs of judging and of bearing.
    (
        "野党の重鎮は「時期尚早」と酷評し、支持者は「力強い言葉に励まされた」と語った。",
        [("時期尚早", DIRECT, "野党の重鎮"), ("力強い言葉に励まされた", DIRECT, "支持者")],
    ),
    ("早見慎吾監督は、初回の失点が響いたと敗因を挙げた。", [("初回の失点が響いた", INDIRECT, "早見慎吾")]),
    ("早見慎吾氏は、結論を急ぎすぎたと戒めた。", [("結論を急ぎすぎた", INDIRECT, "早見慎吾")]),
    ("地元の有力者は「これ以上は待てない」と天を仰いだ。", [("これ以上は待てない", DIRECT, "地元の有力者")]),
    ("飯尾プロジェクトマネージャは「原因をつぶしたい」と話した。", [("原因をつぶしたい", DIRECT, "飯尾")]),
    # One of several, a charge, and whom 同社 cannot mean.
    (
        "早見慎吾容疑者は「頼まれただけだ」と否認し、ほかの1人は「弁護士が来るまで話さない」と口を閉ざしている。",
        [("頼まれただけだ", DIRECT, "早見慎吾"), ("弁護士が来るまで話さない", DIRECT, "ほかの1人")],
    ),
    (
        "コニカミノルタは工場を閉じる。労組CGTの支部長は「裏切りだ」と語った。同社は、損失が膨らんだと発表した。",
        [("裏切りだ", DIRECT, "労組CGTの支部長"), ("損失が膨らんだ", INDIRECT, "コニカミノルタ")],
    ),
    ("早見慎吾社長は当時、競争が厳しかったとの認識を示した。", [("競争が厳しかった", INDIRECT, "早見慎吾")]),
]

SILENT = [
    "大潟県警は早見慎吾容疑者を逮捕した。逮捕容疑は、民家に侵入し現金を盗んだとしている。",
    "費用の増加を敗因に挙げた。",
    "親方は弟子の背中を押した。",
    "早見慎吾氏は「春の海」を読む会で唇をかんだ。",
    "看板には「関係者以外立ち入り禁止」。",
    "主要7カ国の会合が開かれた。",
    "金沢市議長を選ぶ「臨時の議会」を開いた。",
]


def said(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, speaker) of every quote in `text`."""
    story = see(article(text))
    return [(story.article.text[s.start : s.end], s.type, s.attribution.speaker) for s in speeches(story)]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_voice(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    lead = "" if "\n" in text else "これは前置きである。\n"
    assert said(lead + text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_voice(text: str) -> None:
    assert said("これは前置きである。\n" + text) == []
