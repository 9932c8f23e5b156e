"""Who tells it where the verb of saying stands far off, the words are passed on, or the sentence names nobody."""

from __future__ import annotations

import pytest
from test_who_says import DIRECT, INDIRECT, said

SPOKEN = [
    # To whom it was said stands between the clause and the verb.
    ("早見慎吾総裁は、原因は3両目にあると記者団に対し説明した。", [("原因は3両目にある", INDIRECT, "早見慎吾")]),
    ("首相は、解散は考えていないと本紙の取材に対して語った。", [("解散は考えていない", INDIRECT, "首相")]),
    ("高裁は、前社長を訴追することはできないと判断を下した。", [("前社長を訴追することはできない", INDIRECT, "高裁")]),
    ("買収額は20億円程度と市場関係者は見ている。", [("買収額は20億円程度", INDIRECT, "市場関係者")]),
    (
        "みずほ証券では、回復が続くとみて目標株価を2000円に引き上げた。",
        [("回復が続く", INDIRECT, "みずほ証券")],
    ),
    # Words that another reads out, passes on or answers.
    ("司会者は「会えてうれしい」という早見さんの手紙を代読した。", [("会えてうれしい", DIRECT, "早見")]),
    ("「反対に遭った」と説明した北大教授の発言に対し、遺族は反発した。", [("反対に遭った", DIRECT, "北大教授")]),
    ("「問題はない」と答えた社長の説明に、株主は納得しなかった。", [("問題はない", DIRECT, "社長")]),
    ("早見被告は「倉庫に隠した」とする上申書を出した。", [("倉庫に隠した", DIRECT, "早見")]),
    ("政権内には「帰国は混乱を招く」との懸念がくすぶる。", [("帰国は混乱を招く", DIRECT, "政権内")]),
    # A judgement of one word, by somebody and not by a thing that bears a name.
    (
        "外務省の報道官は、「極めて遺憾」とし、会談の延期もあり得ると述べた。",
        [("極めて遺憾", DIRECT, "外務省の報道官"), ("会談の延期もあり得る", INDIRECT, "外務省の報道官")],
    ),
    # The source of the sentence before, though people meet there; no site for news.
    (
        "みなと市教育委員会によると、市内の2つの小学校が見学先を変えた。「児童の安全を考えた」としている。",
        [("児童の安全を考えた", DIRECT, "みなと市教育委員会")],
    ),
    (
        "コニカミノルタは増産する。CNETによると、需要は増えている。同社では、回復が続くと見ている。",
        [("回復が続く", INDIRECT, "コニカミノルタ")],
    ),
    # Ring names that no dictionary knows.
    ("幕内の豪ノ山は「集中できた」と話した。", [("集中できた", DIRECT, "豪ノ山")]),
    ("若ノ鵬容疑者は「もらった」と説明した。", [("もらった", DIRECT, "若ノ鵬")]),
]

SPOKEN += [
    # Who was asked; who found somebody; who was arrested, though kin of somebody else.
    (
        "北署は缶を調べている。女性が負傷した。本紙が北署へ取材したところ、缶が破裂したのではないかと見ている。",
        [("缶が破裂したのではないか", INDIRECT, "北署")],
    ),
    ("本紙が同社へ取材したところ、「回答は差し控える」と述べた。", [("回答は差し控える", DIRECT, "同社")]),
    ("男性の妻が倒れている男性を発見し、「倒れている」と通報した。", [("倒れている", DIRECT, "男性の妻")]),
    (
        "県警は会社員の実弟を器物損壊の容疑で逮捕した。調べに対して「店で盗んだ」と、窃盗についても認めている。",
        [("店で盗んだ", DIRECT, "会社員の実弟")],
    ),
    ("社長が発表した計画について、「聞いていない」と部長は語った。", [("聞いていない", DIRECT, "部長")]),
]

SPOKEN += [
    # An account right before the words; who made it known; a body behind what somebody else is.
    (
        "早見さんは年金も受給しており、みなと年金機構の説明では「台帳がないので不明だ」と指摘している。",
        [("台帳がないので不明だ", DIRECT, "みなと年金機構")],
    ),
    (
        "これは早見慎吾代表が明らかにしたもので、「展望が見えない」としている。",
        [("展望が見えない", DIRECT, "早見慎吾")],
    ),
    ("首相が発表したもので、「遺憾だ」と野党は述べた。", [("遺憾だ", DIRECT, "野党")]),
    (
        "3人の船員は無事であり、運航センターでは航海は成功したと考えている。",
        [("航海は成功した", INDIRECT, "運航センター")],
    ),
    (
        "コニカミノルタは増便を続けており、国内では需要が戻ったとみている。",
        [("増便を続けており、国内では需要が戻った", INDIRECT, "コニカミノルタ")],
    ),
]

SPOKEN += [
    # Whom the arrest stands next to, and not who suffered; whoever was arrested in the passive.
    (
        "北署は、女性を殺害した疑いで会社員の男を逮捕した。調べに対し「腹が立った」と容疑を認めている。",
        [("腹が立った", DIRECT, "会社員の男")],
    ),
    (
        "金を着服したとして、元経理担当の女が逮捕されました。調べに対し「生活費に使った」と供述しています。",
        [("生活費に使った", DIRECT, "元経理担当の女")],
    ),
    ("学校は「いじめは確認できなかった」と説明していた。", [("いじめは確認できなかった", DIRECT, "学校")]),
    ("首相は2031年に廃止すると述べた。", [("2031年に廃止する", INDIRECT, "首相")]),
    ("官邸筋は「想定内」と平静を装う。", [("想定内", DIRECT, "官邸筋")]),
    ("元社員は法廷での証言で、上司の指示だったと述べた。", [("上司の指示だった", INDIRECT, "元社員")]),
    ("ホンダは関係者に確認したところ、記事は事実だったと発表した。", [("記事は事実だった", INDIRECT, "ホンダ")]),
]

SPOKEN += [
    # Whoever spoke just before tells of others: what they do stands in が behind what it is about, or is counted.
    (
        "早見官房長官は「見直さない」と述べた。臨時の調査については、農林水産省が今月中に結果をまとめると説明した。",
        [
            ("見直さない", DIRECT, "早見"),
            ("臨時の調査については、農林水産省が今月中に結果をまとめる", INDIRECT, "早見"),
        ],
    ),
    (
        "早見官房長官は「見直さない」と述べた。これに対し、野党が不十分だと批判した。",
        [("見直さない", DIRECT, "早見"), ("不十分だ", INDIRECT, "野党")],
    ),
    (
        "早見官房長官は「見直さない」と述べた。この問題については、環境省が来月に結果を公表すると発表した。",
        [("見直さない", DIRECT, "早見"), ("来月に結果を公表する", INDIRECT, "環境省")],
    ),
    (
        "コニカミノルタは、原因は設定の誤りだったと公表した。影響を受けた利用者は最大で34万人に上るとしている。",
        [
            ("原因は設定の誤りだった", INDIRECT, "コニカミノルタ"),
            ("影響を受けた利用者は最大で34万人に上る", INDIRECT, "コニカミノルタ"),
        ],
    ),
    ("便数が減った。利用者は、病院に通えなくなったと訴える。", [("病院に通えなくなった", INDIRECT, "利用者")]),
    # What is told, whatever it is called; not what happens whenever something else does.
    ("男は、交際を断られて腹が立ったと動機を語った。", [("交際を断られて腹が立った", INDIRECT, "男")]),
    ("早見監督は、選手を信じるだけだと信条を語る。", [("選手を信じるだけだ", INDIRECT, "早見")]),
    ("早見部長は電源が入ると操作の手順を説明した。", []),
    # Papers that are read out or handed in, and the newest of their kind.
    ("政府は、国会への答弁書で、対象は限られると説明した。", [("対象は限られる", INDIRECT, "政府")]),
    (
        "国際通貨基金は最新の見通しで、成長率は3.1%になると予測した。",
        [("成長率は3.1%になる", INDIRECT, "国際通貨基金")],
    ),
    # Words that somebody else told the one who tells of it; words on goods; a talk in words.
    (
        "容疑者の男はSNSで「楽に稼げる仕事がある」と誘われたと供述している。",
        [("「楽に稼げる仕事がある」と誘われた", INDIRECT, "容疑者の男")],
    ),
    ("消費者庁は、「飲むだけで痩せる」などとうたった広告には根拠がなかったとして、販売会社に課徴金を命じた。", []),
    ("男性会社員は「信号を見落とした」という趣旨の話をしている。", [("信号を見落とした", DIRECT, "男性会社員")]),
]

SPOKEN += [
    # What it is about stands right before the words, and somebody had the word: a thing says nothing.
    (
        "早見総裁は、利下げもあり得るとしつつ、物価の上昇圧力は「なお強い」と語った。",
        [("利下げもあり得る", INDIRECT, "早見"), ("物価の上昇圧力は「なお強い」", INDIRECT, "早見")],
    ),
    (
        "岡田氏は景気は良いと述べた。個人消費の戻りは「まだら模様だ」と指摘した。",
        [("景気は良い", INDIRECT, "岡田"), ("個人消費の戻りは「まだら模様だ」", INDIRECT, "岡田")],
    ),
    (
        "岡田社長は「順調だ」と述べた。北米の販売が「想定以上に伸びた」と説明した。",
        [("順調だ", DIRECT, "岡田"), ("想定以上に伸びた", DIRECT, "岡田")],
    ),
    ("岡田氏は増税に反対した。女将は「困る」と話した。", [("困る", DIRECT, "女将")]),
    (
        "首相は対話を続けるとしながらも、外相は「受け入れがたい」と非難した。",
        [
            ("対話を続ける", INDIRECT, "首相"),
            ("受け入れがたい", DIRECT, "外相"),
        ],
    ),
    # A deed of words right behind who does it is told to its end; by when something will be is part of what is said.
    ("大統領は攻撃を非難し、報復は避けられないと語った。", [("報復は避けられない", INDIRECT, "大統領")]),
    (
        "報道官は、政府が攻撃を非難し、対話を求めていると述べた。",
        [("政府が攻撃を非難し、対話を求めている", INDIRECT, "報道官")],
    ),
    (
        "早見書記長は、2045年までに先進国になるには改革が欠かせないと力説した。",
        [("2045年までに先進国になるには改革が欠かせない", INDIRECT, "早見")],
    ),
    # Offices of several parts behind names that no dictionary knows, and clerics.
    ("フランスのレスキュール経済・財務相は、赤字は減ると述べた。", [("赤字は減る", INDIRECT, "レスキュール")]),
    (
        "サウジアラビアのアブドルアジズ・エネルギー相は「均衡している」と述べた。",
        [("均衡している", DIRECT, "アブドルアジズ")],
    ),
    ("フェドロフ第1副首相兼デジタル転換相は「増やす」と述べた。", [("増やす", DIRECT, "フェドロフ")]),
    ("イランのバルザン師は、対話を望むと述べた。", [("対話を望む", INDIRECT, "バルザン")]),
    ("マッサージ師は「客が戻った」と話した。", [("客が戻った", DIRECT, "マッサージ師")]),
]

SPOKEN += [
    # So somebody spoke; what was said is somebody's; papers are told of by whoever speaks.
    (
        "「流れを止めるな」。早見会長はこう語り、法の整備が必要だと訴える。",
        [("流れを止めるな", DIRECT, "早見"), ("法の整備が必要だ", INDIRECT, "早見")],
    ),
    ("「責任は私にある」とは、敗戦後の早見監督の弁。", [("責任は私にある", DIRECT, "早見")]),
    (
        "警察当局者は、爆発物は車両にあったと語り、犯行声明は出ていないと付け加えた。",
        [("爆発物は車両にあった", INDIRECT, "警察当局者"), ("犯行声明は出ていない", INDIRECT, "警察当局者")],
    ),
    ("学長は入学式の式辞で、技術は鏡だと語りかけた。", [("技術は鏡だ", INDIRECT, "学長")]),
    ("カガリ電機の保有目的は「純投資」としている。", []),
]

SPOKEN += [
    # How many there are is told of them; how and where it was told is no part of it.
    (
        "早見副首相は、協議は建設的だったと評価し、貿易戦争に勝者はいないと改めて強調した。",
        [("協議は建設的だった", INDIRECT, "早見"), ("貿易戦争に勝者はいない", INDIRECT, "早見")],
    ),
    ("早見氏は新著の中で、説得すべきだったと後悔の念をつづっている。", [("説得すべきだった", INDIRECT, "早見")]),
    ("早見大統領は電話で、入植地の拡大は許されないと首相に伝えた。", [("入植地の拡大は許されない", INDIRECT, "早見")]),
    # Heads of firms by a surname that no dictionary knows; not a firm that the article tells of.
    ("同社のバーラCEOは、投資を増やすと説明した。", [("投資を増やす", INDIRECT, "バーラ")]),
    (
        "トリニグマCEOは「需要は強い」と述べた。トリニグマの売上高は10億円だった。",
        [("需要は強い", DIRECT, "トリニグマCEO")],
    ),
    ("米GMは、費用を計上すると明らかにした。", [("費用を計上する", INDIRECT, "General Motors")]),
]

SPOKEN += [
    # Surnames that are places too, before a title with what commonly stands in front of it; whose body is named before.
    ("みずほ証券の松本チーフストラテジストは、株は底堅いと話した。", [("株は底堅い", INDIRECT, "松本")]),
    ("阪神の小松打撃コーチは「振れている」と話した。", [("振れている", DIRECT, "小松")]),
    ("県立博物館の石川館長は「順調だ」と述べた。", [("順調だ", DIRECT, "石川")]),
    ("松本署長は「順調だ」と述べた。", [("順調だ", DIRECT, "松本署長")]),
    ("経済同友会の森田代表幹事は「順調だ」と述べた。", [("順調だ", DIRECT, "森田")]),
    ("米商工会議所のブラッドリー政策部長は、関税は重いと述べた。", [("関税は重い", INDIRECT, "ブラッドリー")]),
    ("同社のネット販売部長は「順調だ」と述べた。", [("順調だ", DIRECT, "同社のネット販売部長")]),
    # What somebody does not think, or should not say, is said as a whole.
    (
        "長官は、統計に問題があったとは考えていないと証言した。",
        [("統計に問題があったとは考えていない", INDIRECT, "長官")],
    ),
    ("早見氏は、危機が去ったと考えるのは早いと指摘した。", [("危機が去ったと考えるのは早い", INDIRECT, "早見")]),
    ("市長は「安全だ」と言うべきではなかったと謝罪した。", [("「安全だ」と言うべきではなかった", INDIRECT, "市長")]),
    ("会長は、来年も同じ水準になると考えていると述べた。", [("来年も同じ水準になる", INDIRECT, "会長")]),
    # Behind what it was said.
    ("早見総裁は島での講演後、記者団に対し、急がないとの考えを示唆した。", [("急がない", INDIRECT, "早見")]),
]

SPOKEN += [
    # To whom it was told; what is done to a land is told.
    ("国防長官は制服組の幹部に対し、漏らした者は処分すると伝えた。", [("漏らした者は処分する", INDIRECT, "国防長官")]),
    ("首相は中国に対し、追加関税を課すと述べた。", [("中国に対し、追加関税を課す", INDIRECT, "首相")]),
    # Wares and trades of somebody who had the word, whatever name stands in front.
    (
        "コニカミノルタは、売上高は増えるとの見通しを示したが、中国向けは「大幅に減少する」とした。",
        [("売上高は増える", INDIRECT, "コニカミノルタ"), ("大幅に減少する", DIRECT, "コニカミノルタ")],
    ),
    (
        "運営会社は、来週終わるとしていたが、「完了時期は未定」と訂正した。",
        [
            ("来週終わる", INDIRECT, "運営会社"),
            ("完了時期は未定", DIRECT, "運営会社"),
        ],
    ),
    ("電話の相手は、口座が不正に使われていると告げた。", [("口座が不正に使われている", INDIRECT, "電話の相手")]),
]

SPOKEN += [
    # What somebody will take it for is part of what is said; what is taken for it already is a judgement.
    (
        "早見報道官は、資産を流用すれば「窃盗」とみなすと警告した。",
        [("資産を流用すれば「窃盗」とみなす", INDIRECT, "早見")],
    ),
    (
        "大統領は攻撃を「戦争行為」とみなし、反撃すると述べた。",
        [("戦争行為", DIRECT, "大統領"), ("反撃する", INDIRECT, "大統領")],
    ),
    (
        "早見氏は、投資は過熱気味だとの見方を認めながら、計算資源は足りていないと語った。",
        [("投資は過熱気味だ", INDIRECT, "早見"), ("計算資源は足りていない", INDIRECT, "早見")],
    ),
    (
        "店長は「2倍になった」と言い、飼うのを諦める客も多いと明かす。",
        [("2倍になった", DIRECT, "店長"), ("飼うのを諦める客も多い", INDIRECT, "店長")],
    ),
    (
        "店長は「2倍になった」と言い、客も「高い」と話した。",
        [("2倍になった", DIRECT, "店長"), ("高い", DIRECT, "客")],
    ),
    (
        "早見総裁は、9月に利下げする必要はなかったとの考えを示した。",
        [("9月に利下げする必要はなかった", INDIRECT, "早見")],
    ),
]

SILENT = [
    "みなと総研の調査では、回答した企業の62%が関税の影響を「マイナス」と答えた。",
    "北の国は12日、「観測気球」とうたった飛行船の打ち上げを強行した。",
    "早見慎吾氏は、1970年の『見えるかな』と1985年の『乱』では美術を担当した。",
    "早見大臣は16日に開かれた「貨幣の発行に関する会合」(第2回)にて、発行を続けたい考えを示している。",
    "商店街では、人手の確保につながるという期待も持たれた。",
    "北署は男を逮捕した。調べによると、早見容疑者の逮捕容疑は、無言電話をかけ続けたとしている。",
    "新会社は「ミナト物産株式会社」とし、来春に発足する。",
    "早見局長は大臣に15人の死亡と40人の拘束を報告した。",
    "部員らは「遅刻はしない」、「欠席なら連絡する」などといったルールを決めていた。",
    "買収額は20億円程度とみられている。",
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_teller(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nobody_tells(text: str) -> None:
    assert said(text) == []
