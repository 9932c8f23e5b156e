"""Whose words they are where more than one could have said them, and words that are nobody's."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see

LEAD = "これは前置きである。\n"
DIRECT, INDIRECT = "direct", "indirect"


def said(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, speaker) of every quote in `text`, read behind another line."""
    story = see(article(LEAD + text))
    return [(story.article.text[s.start : s.end], s.type, s.attribution.speaker) for s in speeches(story)]


SPOKEN = [
    # What stands behind として is done to somebody, who has not said it.
    (
        "砂川地検は「証拠が足りない」として、当該の男性教諭を不起訴とする方針を固めた。",
        [("証拠が足りない", DIRECT, "砂川地検")],
    ),
    (
        "岸本泰三首相は、「気心が知れている」として堀内氏を支持する考えを示した。",
        [("気心が知れている", DIRECT, "岸本泰三")],
    ),
    ("「値上げは避けたい」と語った岸本泰三首相は席を立った。", [("値上げは避けたい", DIRECT, "岸本泰三")]),
    # A few people are somebody, a share of those asked is not.
    ("その後2人は「金に困っていた」と供述した。", [("金に困っていた", DIRECT, "2人")]),
    ("人気デュオ・ミズキの2人は「寂しくなる」と話した。", [("寂しくなる", DIRECT, "人気デュオ・ミズキの2人")]),
    ("同庁人事2課は「重く受け止める」と述べた。", [("重く受け止める", DIRECT, "同庁人事2課")]),
    # A clause that its own とする closes.
    (
        "政府は年内に結論を出すとしているものの、6団体はこれを信用できないと主張した。",
        [("年内に結論を出す", INDIRECT, "政府"), ("これを信用できない", INDIRECT, "6団体")],
    ),
    # What was said before, with a verb of its own, stays outside.
    (
        "岸本外相は対話の重要性を強調するとともに、制裁の可能性もあるとしている。",
        [("制裁の可能性もある", INDIRECT, "岸本")],
    ),
    (
        "岸本外相は、対話は続くとの認識を示すとともに、制裁の可能性もあるとしている。",
        [("対話は続く", INDIRECT, "岸本"), ("制裁の可能性もある", INDIRECT, "岸本")],
    ),
    (
        "岸本外相は決定を歓迎する意向を示し、国連も動くべきだと述べた。",
        [("国連も動くべきだ", INDIRECT, "岸本")],
    ),
    ("岸本外相は、需要が伸びるほか、価格も上がると述べた。", [("需要が伸びるほか、価格も上がる", INDIRECT, "岸本")]),
    # Two topics: the later one has the word where the first one's clause is told to its end.
    (
        "財務庁は90億ペソを復旧に充てる方針で、岸本政府も要請があれば援助隊を送るとしている。",
        [("要請があれば援助隊を送る", INDIRECT, "岸本政府")],
    ),
    (
        "乗客は腰を固定するが、ミナト航空は、この男性が大柄だったと説明した。",
        [("この男性が大柄だった", INDIRECT, "ミナト航空")],
    ),
    (
        "逮捕された5人は、客として訪れていたとされ、砂川県警は余罪もあるとみている。",
        [("余罪もある", INDIRECT, "砂川県警")],
    ),
    (
        "岸本首相は、景気は回復しているが、政府は対策を急ぐと述べた。",
        [("景気は回復しているが、政府は対策を急ぐ", INDIRECT, "岸本")],
    ),
    (
        "ミナト航空は来春に機材を増やす予定で、客も喜ぶとしている。",
        [("来春に機材を増やす予定で、客も喜ぶ", INDIRECT, "ミナト航空")],
    ),
    # Words that point back: to who began the sentence, to what stands in brackets, past bare nouns and branches.
    (
        "ミナト航空は赤字が続いており、同社は来春に機材を減らすとしている。",
        [("来春に機材を減らす", INDIRECT, "ミナト航空")],
    ),
    (
        "気象機関「ソラミ気候局」が14日発表した。同機関は、今後も暑くなるとの見通しを示した。",
        [("今後も暑くなる", INDIRECT, "ソラミ気候局")],
    ),
    (
        "ミドリ化成は増益だった。\n大阪支社は閉鎖中だ。\n同社は「原因を調べている」とコメントした。",
        [("原因を調べている", DIRECT, "ミドリ化成")],
    ),
    (
        "ミドリ化成は増益だった。企業は人手が足りない。同社は、採用を増やすとしている。",
        [("採用を増やす", INDIRECT, "ミドリ化成")],
    ),
    (
        "海域研究機構(MRO)が船を出した。海が荒れており、MROは週末までに戻るとしている。",
        [("週末までに戻る", INDIRECT, "海域研究機構")],
    ),
    # The one whose account a paper gives; the person himself; what was the last word.
    (
        "砂川新聞が早見氏の代理人の話として伝えたところでは、「表に出づらい事情がある」としており、早見氏本人も「申し訳ない」と語った。",
        [("表に出づらい事情がある", DIRECT, "早見氏の代理人"), ("申し訳ない", DIRECT, "早見")],
    ),
    ("教皇の最後の言葉は「父の家に行かせてください」だった。", [("父の家に行かせてください", DIRECT, "教皇")]),
    # A subject behind one whose own clause has ended.
    (
        "株式会社が作ったみなと大学が18日、来年度の学生募集を停止すると発表した。",
        [("来年度の学生募集を停止する", INDIRECT, "みなと大学")],
    ),
    # Not whose growth makes her glad; not the thing that the police look at.
    (
        "地域の老人は「歩いているのを見るのはうれしい」と男児が育つ様に喜びを語った。",
        [("歩いているのを見るのはうれしい", DIRECT, "地域の老人")],
    ),
    (
        "このヒューズは、ねじで固定されているため、砂川県警は、何者かが抜き取ったと判断した。",
        [("何者かが抜き取った", INDIRECT, "砂川県警")],
    ),
    # Tours, works and storms say nothing.
    (
        "日東レコードは出荷を止めた。楽曲を演奏する全国ツアーも開かれており、「別人の作とわかり、続行できない」として、残りを取りやめる。",
        [],
    ),
    # Lands before and behind a name.
    ("エルハン・トルコ首相は「遺憾だ」と述べた。", [("遺憾だ", DIRECT, "エルハン")]),
    ("アメリカ・ブラウン国務長官は「遺憾だ」と述べた。", [("遺憾だ", DIRECT, "ブラウン")]),
    ("マリ・スミス選手は「残念だ」と述べた。", [("残念だ", DIRECT, "マリ・スミス")]),
    ("石狩慎太郎都知事は「残念だ」と述べた。", [("残念だ", DIRECT, "石狩慎太郎")]),
    # How many people there are is not who speaks; who wrote the report is.
    (
        "藤沢佳乃さんは社長に就いた。「怖かった」と振り返る。昨年は社員は24人になった。「数字は騒音です」と笑う。",
        [("怖かった", DIRECT, "藤沢佳乃"), ("数字は騒音です", DIRECT, "藤沢佳乃")],
    ),
    (
        "東都銀行は金利を上げた。岸本頭取は「慎重に進める」と述べた。四半期の報告では、成長率を下方修正した。失業率は5%に上がると予測した。",
        [("慎重に進める", DIRECT, "岸本"), ("失業率は5%に上がる", INDIRECT, "東都銀行")],
    ),
    ("松井本人は、引退は早いと語った。", [("引退は早い", INDIRECT, "松井")]),
    ("松井氏は自身について、引退は早いと語った。", [("自身について、引退は早い", INDIRECT, "松井")]),
    ("現職の二井関成氏は「最後の一期」と語った。", [("最後の一期", DIRECT, "二井関成")]),
    ("井ヶ田治さんは「痛い」と訴えた。", [("痛い", DIRECT, "井ヶ田治")]),
    # Whom a paper passes on; whose page it is; whose name stood in brackets; a paper's own office.
    (
        "砂川通信は、岸本首相が、北側は対話を望んでいると語ったと伝えた。",
        [("北側は対話を望んでいる", INDIRECT, "岸本")],
    ),
    (
        "みなと電力が料金を上げる。岸本外相は値上げに反対だと述べた。同社ホームページによると、言及できる段階ではないとしている。",
        [("値上げに反対だ", INDIRECT, "岸本"), ("言及できる段階ではない", INDIRECT, "みなと電力")],
    ),
    (
        "日曜紙「ミカヅキ」が報じた。堀内氏の遺族は抗議した。「ミカヅキ」は、情報は正確だとする声明を出した。",
        [("情報は正確だ", INDIRECT, "ミカヅキ")],
    ),
    ("毎日新聞砂川支局は「規則に反した」と謝罪した。", [("規則に反した", DIRECT, "毎日新聞砂川支局")]),
    # The police look into what befell somebody.
    (
        "砂川署が調べた。加藤さんは既に死亡していたとされ、不正受給の疑いがあるとみて調べている。",
        [("加藤さんは既に死亡していたとされ、不正受給の疑いがある", INDIRECT, "砂川署")],
    ),
    # Where the words begin.
    (
        "なお『星の砂』は版元の許可を受けていない品なので保証しないと、ミナト出版は説明した。",
        [("『星の砂』は版元の許可を受けていない品なので保証しない", INDIRECT, "ミナト出版")],
    ),
    ("岸本泰三市長は、20日の市議会で、再建は難しいと述べた。", [("再建は難しい", INDIRECT, "岸本泰三")]),
    ("気象台は、その後は徐々に弱まると予測している。", [("徐々に弱まる", INDIRECT, "気象台")]),
    ("気象台は、その後の解析により、風は弱いと判断した。", [("その後の解析により、風は弱い", INDIRECT, "気象台")]),
    (
        "砂川社が会見した。また、12日には灯台を、13日には橋をそれぞれ直すと発表した。",
        [("12日には灯台を、13日には橋をそれぞれ直す", INDIRECT, "砂川社")],
    ),
    ("気象台は、7日にかけて寒気が流れ込むとしている。", [("7日にかけて寒気が流れ込む", INDIRECT, "気象台")]),
    ("砂川社が会見した。ただし、看板は残すとしている。", [("看板は残す", INDIRECT, "砂川社")]),
    (
        "男は「これで勘弁してほしい」と買収に出たが、周囲は驚きの声を上げた。",
        [("これで勘弁してほしい", DIRECT, "男")],
    ),
    # A country in brackets behind the title.
    (
        "2位に入ったニック・ハリス選手(イギリス)は、「彼は手本だ」と述べた。",
        [("彼は手本だ", DIRECT, "ニック・ハリス")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_voices(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ABF(国際弓術連盟)のニック・ハリス会長は「残念だ」と述べた。", ("ニック・ハリス", "会長", "ABF")),
        ("堀内信夫・西都大学教授は「残念だ」と述べた。", ("堀内信夫", "西都大学教授", None)),
        ("一方竹原氏は「残念だ」と述べた。", ("竹原", None, None)),
        ("「3月に始める」と、みなと総研(東京)の堀内信夫氏は述べた。", ("堀内信夫", None, "みなと総研")),
        ("みなと投資顧問の堀内信夫氏は「買いだ」と述べた。", ("堀内信夫", None, "みなと投資顧問")),
        ("経営顧問の堀内信夫氏は「残念だ」と述べた。", ("堀内信夫", "経営顧問", None)),
        ("58キロ級の堀内信夫選手は「残念だ」と述べた。", ("堀内信夫", "選手", None)),
    ],
)
def test_role_and_organisation(text: str, person: tuple[str, str | None, str | None]) -> None:
    told = speeches(see(article(LEAD + text)))[0].attribution
    assert (told.speaker, told.role, told.org) == person


@pytest.mark.parametrize(
    "text",
    [
        "西都生命の調査では、働き手の77.7%が「不安を感じない」と回答した。",
        "西都生命によると、約7割が「賃上げの実感がない」と答えた。",
        "西都生命の調べでは、80社が「人手が足りない」と回答した。",
        "西都生命は結果をまとめた。社員の3割が賃上げの実感がないと答えた。",
        "岸本首相が会見した。砂川市の住民投票条例では、投票が半分に満たない場合は開票をしないとしている。",
    ],
)
def test_shares_and_laws_are_nobody(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("岸本首相「遺憾だ」", "岸本"),
        ("ダム決壊、岸本首相「誠に遺憾」", "岸本"),
        ("気象台は「誤報」と断定", "気象台"),
        ("「賠償義務はない」とクレーン船所有の会社", "クレーン船所有の会社"),
        ("岸本首相、関税「3度目の試練」　支援は見送り", "岸本"),
        ("7月の集中豪雨「北部豪雨」と命名-気象庁", None),
        ("将棋の早見慎吾さん「永世名人」獲得", None),
        ("訃報早見慎吾氏-画家、「青い馬」など", None),
        ("「もったいない」の早見氏が知事選に勝利", None),
        ("診療所院長、ワクチンを孫に「優先接種」", None),
        ("アメリカの作家、「麦畑で見つけて」著者", None),
        ("早見氏ら「国民新党」旗揚げ", None),
    ],
)
def test_terms_in_headlines(headline: str, speaker: str | None) -> None:
    """A term in a headline is somebody's word only where its part of the headline ends with it."""
    story = see(article(headline + "\n本文は、前日の出来事を伝えるものである。早見慎吾氏は画家だ。"))
    assert [s.attribution.speaker for s in speeches(story) if s.sentence == 0] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "label",
    [
        "■代表取締役社長　織部千晴より\n「{}」",
        "代表取締役社長 織部千晴のコメント：\n「{}」",
        "代表取締役社長 織部千晴のコメント：「{}」",
        "【代表取締役社長　織部千晴からのコメント】\n「{}」",
        "「{}」\n（代表取締役社長　織部千晴）",
    ],
)
def test_statements_of_a_press_release(label: str) -> None:
    words = "ご心配をおかけしました。販売は再開いたしません。"
    found = speeches(see(article("自主回収のお知らせ\n\n対象は3月に作られた品です。\n\n" + label.format(words))))
    assert [(s.attribution.speaker, s.attribution.role) for s in found] == [("織部千晴", "代表取締役社長")]


@pytest.mark.parametrize("line", ["自主回収の手順は次のとおり。昨年より\n「青い缶」", "販売店のコメント欄\n「青い缶」"])
def test_lines_that_label_nothing(line: str) -> None:
    assert said(line) == []
