"""Who says it: offices, firms named like films, foreign heads of firms, occasions; and what nobody says."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speeches import speeches
from jijitsu.extract.pipeline import see

LEAD = "これは前置きである。\n"
DIRECT, INDIRECT = "direct", "indirect"

SPOKEN = [
    # What it is about stands between the one who tells and the words; people there tell themselves.
    (
        "早見慎吾氏は中国勢の脅威は「過小評価されている」との認識を示した。",
        [("過小評価されている", DIRECT, "早見慎吾")],
    ),
    ("早見慎吾氏は会見した。男は「順調だ」と述べた。", [("順調だ", DIRECT, "男")]),
    # Several that a number counts speak together; the day before them is no part of the list.
    (
        "15日、東都電力と北星電力、南海電力の3社は、統合の効果は大きいと説明した。",
        [("統合の効果は大きい", INDIRECT, "東都電力と北星電力、南海電力の3社")],
    ),
    ("日米韓の3カ国は、実験は容認できないとの認識で一致した。", [("実験は容認できない", INDIRECT, "日米韓の3カ国")]),
    # Who has the second clause speaks; a topic before a comma has the whole sentence.
    (
        "西アフリカ連合は監視団を派遣し、団長のアブドゥライ・サル氏は、投票は平穏に行われたと評価した。",
        [("投票は平穏に行われた", INDIRECT, "アブドゥライ・サル")],
    ),
    # Somebody whose doing is announced announces nothing; a minister who resigns does.
    (
        "コニカミノルタは人事を決めた。社長に山本太郎副社長が就任すると発表した。",
        [("社長に山本太郎副社長が就任する", INDIRECT, "コニカミノルタ")],
    ),
    ("山本太郎大臣が辞任すると表明した。", [("辞任する", INDIRECT, "山本太郎")]),
    (
        "ホンダはもし売れない場合は建設を見合わせると述べた。",
        [("もし売れない場合は建設を見合わせる", INDIRECT, "ホンダ")],
    ),
    # Who has just been quoted goes on thinking.
    (
        "楽天証券の香川睦氏は「下値は限られる」と分析。夏場にかけて高値を試すと読む。",
        [("下値は限られる", DIRECT, "香川睦"), ("夏場にかけて高値を試す", INDIRECT, "香川睦")],
    ),
    # A firm whose name looks like a place or a film.
    (
        "黒姫の里は8日、通期の営業利益が12%増になりそうだと発表した。",
        [("通期の営業利益が12%増になりそうだ", INDIRECT, "黒姫の里")],
    ),
    # Foreign heads of firms, whatever the dictionary makes of their names.
    ("テスラのグレイCEOは「順調だ」と述べた。", [("順調だ", DIRECT, "グレイ")]),
    (
        "日産のアモノーサ社長は、工場の閉鎖は避けられないと述べた。",
        [("工場の閉鎖は避けられない", INDIRECT, "アモノーサ")],
    ),
    ("ノヴァセルのトム・クック最高経営責任者は「順調だ」と述べた。", [("順調だ", DIRECT, "トム・クック")]),
    # The occasion is not what is said; where one goes is.
    ("同機構は月報で、来年は供給が余ると予測した。", [("来年は供給が余る", INDIRECT, "同機構")]),
    ("早見慎吾知事は定例会見において、予算を改めると述べた。", [("予算を改める", INDIRECT, "早見慎吾")]),
    ("早見慎吾知事は会議に出席しないと述べた。", [("会議に出席しない", INDIRECT, "早見慎吾")]),
    # Papers that hold what is said.
    ("諮問会議は、利用料は妥当だとする報告書をまとめた。", [("利用料は妥当だ", INDIRECT, "諮問会議")]),
    ("研究所は、切迫度が高いとの調査結果を公表した。", [("切迫度が高い", INDIRECT, "研究所")]),
    ("各国の代表は、制裁は違法だとする共同声明を発表した。", [("制裁は違法だ", INDIRECT, "各国の代表")]),
    ("弁護士会は、手続きを見直すべきだとする意見書を提出した。", [("手続きを見直すべきだ", INDIRECT, "弁護士会")]),
    # Brackets behind the words, whatever goes on behind them.
    ("資金は細る。「半年で底をつく」(商社)計算だ。", [("半年で底をつく", DIRECT, "商社")]),
    ("相場は小動きだ。「需給は締まっている」(商社)ためだ。", [("需給は締まっている", DIRECT, "商社")]),
    ("「上値は重い」(外銀)とあって、円は小動きだった。", [("上値は重い", DIRECT, "外銀")]),
    ("「買いが入った」(貴金属トレーダー)もよう。", [("買いが入った", DIRECT, "貴金属トレーダー")]),
    # Labels.
    ("早見慎吾社長の話「需要は底堅い」", [("需要は底堅い", DIRECT, "早見慎吾")]),
    ("市教委の話「事実を確認中だ」", [("事実を確認中だ", DIRECT, "市教委")]),
    ("◇早見慎吾教授（防災学）の話「備えが足りなかった」", [("備えが足りなかった", DIRECT, "早見慎吾")]),
    ("発表資料によると、同社は対象は3万台に上ると届け出た。", [("対象は3万台に上る", INDIRECT, "同社")]),
    (
        "早見慎吾氏は追加投資も検討すると付け加えた。「時期は未定だ」という。",
        [("追加投資も検討する", INDIRECT, "早見慎吾"), ("時期は未定だ", DIRECT, "早見慎吾")],
    ),
    ("早見慎吾選手は「悔しい」と一言。", [("悔しい", DIRECT, "早見慎吾")]),
    ("組織的な余罪の疑いがあると県警ではみている。", [("組織的な余罪の疑いがある", INDIRECT, "県警")]),
    # Who tells.
    ("早見慎吾氏は会見で、同社は「正しい道にいる」と語った。", [("正しい道にいる", DIRECT, "早見慎吾")]),
    ("早見社長が辞任し、市は「影響はない」とコメントした。", [("影響はない", DIRECT, "市")]),
    ("来春に特急を増発すると、北斗電鉄が8日発表した。", [("来春に特急を増発する", INDIRECT, "北斗電鉄")]),
    (
        "東の早見知事が、県内の感染者は減少傾向にあるとの認識を示した。",
        [("県内の感染者は減少傾向にある", INDIRECT, "早見")],
    ),
    (
        "北署は現場を調べた。通行人の男性が炎を見つけた。放火の疑いは薄いとしている。",
        [("放火の疑いは薄い", INDIRECT, "北署")],
    ),
    (
        "早見容疑者は容疑を認めている。包丁は「自宅にあった」と話している。",
        [("自宅にあった", DIRECT, "早見")],
    ),
    ("経営陣は説明会で、工場の閉鎖は計画していないと伝えた。", [("工場の閉鎖は計画していない", INDIRECT, "経営陣")]),
    (
        "商工会議所の会頭は、賃上げは限界に近いと苦しい胸の内を明かした。",
        [("賃上げは限界に近い", INDIRECT, "商工会議所の会頭")],
    ),
    (
        "組合の幹部は「説明がない」と不信感をあらわにし、提訴も辞さない構えだと話す。",
        [("説明がない", DIRECT, "組合の幹部"), ("提訴も辞さない構えだ", INDIRECT, "組合の幹部")],
    ),
    (
        "早見慎吾氏によれば、競合は3社しかない。「先行者の利益は大きい」と笑う。",
        [("先行者の利益は大きい", DIRECT, "早見慎吾")],
    ),
    (
        "大東リサーチの調べでは、出荷は来年3%減る見通しだという。同社は部品高が重荷になると分析する。",
        [("部品高が重荷になる", INDIRECT, "大東リサーチ")],
    ),
    ("早見慎吾選手は「乾いたマウンドで投げたい」といっていた。", [("乾いたマウンドで投げたい", DIRECT, "早見慎吾")]),
    ("保健省では、患者は日々増えているといっている。", [("患者は日々増えている", INDIRECT, "保健省")]),
    ("男児は治療を受けていたが、県警は、死亡を確認したと発表した。", [("死亡を確認した", INDIRECT, "県警")]),
    (
        "東の諸国は政権を承認しているが、先進国の多くは領有権は係争中であるとみている。",
        [("領有権は係争中である", INDIRECT, "先進国の多く")],
    ),
    ("ヴェルディでは来月に会見を行うとしている。", [("来月に会見を行う", INDIRECT, "ヴェルディ")]),
    ("オアシスは、取締役会は株主を無視していると批判した。", [("取締役会は株主を無視している", INDIRECT, "オアシス")]),
    ("同じ部屋にいた男性1人が「足がむくんだ」と訴えた。", [("足がむくんだ", DIRECT, "男性1人")]),
    ("ハッピーランドは「安全を優先する」として休園を決めた。", [("安全を優先する", DIRECT, "ハッピーランド")]),
    ("早見首相は議会で、増税は避けられないとの認識をにじませた。", [("増税は避けられない", INDIRECT, "早見")]),
    (
        "早見氏は「用意がある」と強調しつつ、条件は変わらないとの立場を崩さなかった。",
        [("用意がある", DIRECT, "早見"), ("条件は変わらない", INDIRECT, "早見")],
    ),
    (
        "北斗電鉄によると、復旧のめどは立っていないという。運賃は全額を返すとしている。",
        [("運賃は全額を返す", INDIRECT, "北斗電鉄")],
    ),
    ("早見首相は電話会談で、支援を続けると伝えた。", [("支援を続ける", INDIRECT, "早見")]),
    ("東社は売却を否定した。3社はいずれも調査に協力するとしている。", [("調査に協力する", INDIRECT, "3社")]),
    (
        "両党の幹事長は、早期の解散は避けるべきだとの認識で一致した。",
        [("早期の解散は避けるべきだ", INDIRECT, "両党の幹事長")],
    ),
    (
        "「番人として責任を果たす」と題した講演で、早見慎吾委員は利上げを急ぐ状況にはないとの認識を示した。",
        [("利上げを急ぐ状況にはない", INDIRECT, "早見慎吾")],
    ),
    # An office behind a name that the article spells out elsewhere, in words that no dictionary takes for a name.
    (
        "扇谷千景参議院議長が参列した。扇谷参議院議長は「忘れない」と述べた。",
        [("忘れない", DIRECT, "扇谷千景")],
    ),
    (
        "湯元寺の森清範執事長が字を書いた。森執事長は「疲れる年だった」と述べた。",
        [("疲れる年だった", DIRECT, "森清範")],
    ),
    ("石川遼選手が来た。石川県知事は「うれしい」と述べた。", [("うれしい", DIRECT, "石川県知事")]),
    # A subject holds beyond a clause that runs on, though a nearer one stands in the words about.
    (
        "市瀬被告が起訴された。公判には早見さんが出廷し、飲酒が罪とならなかったことについて「納得できない」と訴えた。",
        [("納得できない", DIRECT, "早見")],
    ),
    (
        "港湾通信は、東国の早見開発相が状況に強い懸念を示し「ありえない」と語ったと伝えた。",
        [("ありえない", DIRECT, "早見")],
    ),
    ("毎日新聞が報じた。居合わせた人は「変な音がした」と話している。", [("変な音がした", DIRECT, "人")]),
    # Who is asked answers; what leans on an occasion is part of the words.
    (
        "早見慎吾氏が倒れた。審判が「動けるか」と問いかけると「動けない」と返答した。",
        [("動けるか", DIRECT, "審判"), ("動けない", DIRECT, "早見慎吾")],
    ),
    ("早見慎吾氏は自身のブログにて、大会には出ないと述べた。", [("大会には出ない", INDIRECT, "早見慎吾")]),
    (
        "今後みなと連盟は、東国の当局に対しても説明を行うとしている。",
        [("東国の当局に対しても説明を行う", INDIRECT, "みなと連盟")],
    ),
    # A name without the trade that stands before it or the office behind it, and with the family's name.
    ("代理人・パク・ドンスは「冬に出る」と説明した。", [("冬に出る", DIRECT, "パク・ドンス")]),
    ("プロ野球・みなとホエールズは「残念だ」と述べた。", [("残念だ", DIRECT, "みなとホエールズ")]),
    ("早見保夫・同市教育長は「申し訳ない」と述べた。", [("申し訳ない", DIRECT, "早見保夫")]),
    ("親族・知己の者は「悲しい」と語った。", [("悲しい", DIRECT, "親族・知己の者")]),
    ("園児の成田幸満ちゃんがいない。幸満ちゃんは「遊びに行く」と言い残した。", [("遊びに行く", DIRECT, "成田幸満")]),
    ("サッカー=ジーオ氏が出馬へ\nジーオ氏は「変えたい」と述べた。", [("変えたい", DIRECT, "ジーオ")]),
    (
        "港湾通信は、早見外相の「容認しない」とする発言を伝えた。",
        [("容認しない", DIRECT, "早見")],
    ),
    # A whole name in front of an office that no list has; the short form behind it; whom an office alone means.
    ("組合の酒井俊幸副管理者は「中止する」と述べた。", [("中止する", DIRECT, "酒井俊幸")]),
    (
        "国連のヤン・エゲルト緊急支援調整官は「急ぐ」と述べた。エゲルト緊急支援調整官は「足りない」と語った。",
        [("急ぐ", DIRECT, "ヤン・エゲルト"), ("足りない", DIRECT, "ヤン・エゲルト")],
    ),
    (
        "早見慎吾容疑者は「知らない」と述べた。県警が調べた。容疑者は「脇見した」と話した。",
        [("知らない", DIRECT, "早見慎吾"), ("脇見した", DIRECT, "早見慎吾")],
    ),
    # What a ruling holds is no word of who is judged.
    (
        "早見慎吾被告が控訴した。一審判決では、被告は家に押し入り金を奪ったとして、「更生は難しい」として死刑を言い渡した。",
        [("更生は難しい", DIRECT, "一審判決")],
    ),
    # Abroad a word in katakana before a minister's office is a name; in front of a firm's it may be the firm.
    ("クロアチアのコバル監督は「残念だ」と述べた。", [("残念だ", DIRECT, "コバル")]),
    ("フランスのボルローエネルギー相は「高い」と述べた。", [("高い", DIRECT, "ボルロー")]),
    ("ヨルダンのアリ王子は「変えたい」と述べた。", [("変えたい", DIRECT, "アリ王子")]),
    (
        "県警は壱崎(いちざき)寿彦容疑者を捕らえた。壱崎容疑者は「一人でやった」と述べた。",
        [("一人でやった", DIRECT, "壱崎寿彦")],
    ),
    ("早見市長が怒鳴った。うち1人は、市職員に対し「明日から働く」と語った。", [("明日から働く", DIRECT, "1人")]),
    (
        "みなと省は、酒に酔って客を殴ったとして、男性職員を停職4カ月の懲戒処分にしたと発表した。",
        [("酒に酔って客を殴ったとして、男性職員を停職4カ月の懲戒処分にした", INDIRECT, "みなと省")],
    ),
]

SPOKEN += [
    # Where, when or to whom stands before words whose verb is left out.
    ("早見慎吾社長は会見で「回復は遅れている」。", [("回復は遅れている", DIRECT, "早見慎吾")]),
    ("近所の男性は取材に対し「地鳴りがした」。", [("地鳴りがした", DIRECT, "近所の男性")]),
    ("早見慎吾弁護士は会見で、「失った方もいる」。", [("失った方もいる", DIRECT, "早見慎吾")]),
    ("早見慎吾氏は23日、「何も決まっていない」。", [("何も決まっていない", DIRECT, "早見慎吾")]),
    # A contrast or a stance is no part of who speaks; one of two parties is.
    ("一方の東都重工は増産すると説明した。", [("増産する", INDIRECT, "東都重工")]),
    ("肝心の教授は「理解できない」と語った。", [("理解できない", DIRECT, "教授")]),
    ("このうち消費者庁は調査を続けるとしている。", [("調査を続ける", INDIRECT, "消費者庁")]),
    # 同社 and 会社側 are neither a bank of issue nor a chamber of commerce.
    (
        "コニカミノルタは増産する。日銀は物価を注視している。同社は採用も増やすと説明した。",
        [("採用も増やす", INDIRECT, "コニカミノルタ")],
    ),
    (
        "コニカミノルタは増産する。地元の商工会も協力する。会社側は採用も増やすと説明した。",
        [("採用も増やす", INDIRECT, "コニカミノルタ")],
    ),
    # Where a line was written and by whom, and the mark of an item, stand before words of their own.
    ("【東京共同】「苦情の電話が来た」。早見慎吾さんは振り返る。", [("苦情の電話が来た", DIRECT, "早見慎吾")]),
    ("・「増産の決断は早くて来春だ」。早見慎吾さんは振り返る。", [("増産の決断は早くて来春だ", DIRECT, "早見慎吾")]),
    ("一方の当事者は「聞いていない」と語った。", [("聞いていない", DIRECT, "一方の当事者")]),
]

SILENT = [
    "食堂で「本日は休みます」。",
    "商店街は15日、「春を呼ぶ市」。",
    "アンゴラでは、児童の半数が栄養失調にあるとしている。",
    "イベントでは、同じ写真が飾られているとしている。",
    "ミナト通信は、海軍の話として、衝突は避けられなかったと伝えた。",
    "電源を入れると、北斗電鉄が8日発表した表が出る。",
    "市民団体は、計画の中止を求める要望書を提出した。",
    "会場では絵本の話「雪の女王が来る」を読んだ。",
    "水道の断水は8日、すべて解消したと発表した。",
    "早見慎吾氏は若手を使うという考えで臨んだ。",
    "日本も負けじと70分に3点目を決めた。",
]


def said(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, speaker) of every quote in `text`, read behind another line."""
    story = see(article(LEAD + text))
    return [(story.article.text[s.start : s.end], s.type, s.attribution.speaker) for s in speeches(story)]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_voice(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_voice(text: str) -> None:
    assert said(text) == []
