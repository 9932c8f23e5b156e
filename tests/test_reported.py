"""Reports of speech: which clauses are somebody's words, where they begin and end, and whose they are."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speeches import speeches
from jijitsu.extract.pipeline import see

LEAD = "これは前置きである。\n"

SPOKEN = [
    # Verbs that the dictionary writes with ずる or takes apart, and those of parliaments and courts.
    "岩井裕介氏は〔経営陣の責任は重い〕と断じた。",
    "岸川首相は衆院予算委員会で、〔増税は考えていない〕と答弁した。",
    "高裁は〔説明義務に反する〕と判示した。",
    # と and the word of saying apart.
    "両気象台は30日、〔沖縄地方が梅雨入りした〕とそれぞれ発表した。",
    "府警は〔11人を書類送検した〕と、11月22日に発表した。",
    # Bodies, also in brackets as broadcasters write them.
    "大手電機メーカーの「ミカゲ電機」は、〔利益が8億円に落ち込む〕という見通しを明らかにしました。",
    "国立天文台は、〔彗星が肉眼で見える〕としている。",
    "アメリカ海軍台風情報センターでは、〔九州が警戒区域に含まれる〕とみている。",
    "ジー社は〔200教室で再開する〕としており、教室は減る。",
    "専門家の多くは、〔後任の指名は難しい〕とみている。",
    "大森氏は、〔為替が動くと利益が5億円変わる〕とも説明した。",
    "同省は、〔成長率は3.2%〕と予測した。",
    "井川社長は、〔円安の影響は読みにくい〕とした。",
    "県警は〔同じ車が使われた可能性もある〕とみて確認を急いでいる。",
    # What stands before the content: another verb of judging, an asker; not the target of a deed.
    "カーター氏は技術革新を評価しつつも、〔需要は今後増加する〕と予想している。",
    "大森氏は、増配の可能性について問われ、〔選択肢として排除しない〕と答えた。",
    "市は批判に対し、〔対応は適切だった〕と反論した。",
    "ソラ産業は8日、〔10月1日に実施する改定で寝台車を廃止する〕と発表した。",
    "ソラ産業は8日、〔ポンプ大手のアキヅキ製作所に対し、公開買い付けを実施する〕と発表した。",
    # Translated prose, agencies.
    "「〔人々は急いでいました〕」、同社の責任者、カレン・ウィット氏は電話会議で語った。",
    "首相は、記者会見でこの解散を「〔郵政解散〕」と呼んだ。",
    "ソラ産業＜０００１＞が反発。〔5月の取扱高が1割増えた〕と発表した。",
    "大山修社長は、〔来期の受注は横ばい〕との見通しを示した。",
    "会社側は「〔対策を進めている〕」とする。",
    "岩井裕介氏は「〔想定の範囲内〕」としている。",
    "大森氏は〔責任は自分にある〕と率直に認めた。",
    # Papers that hold the words.
    "精神科医は「〔訴訟能力は失われていない〕」とする鑑定書を提出した。",
    "与党内からは「〔拙速だ〕」との慎重論も漏れる。",
    "橋下さんは「〔立候補も考えていた〕」ことも示唆した。",
    # Whoever was asked, not whoever asked.
    "本紙が別の関係者にインタビューしたところ「〔資金は残っている〕」としている。",
    "県警は、〔男が地理に詳しい〕とみて行方を追っている。",
]

WHOSE = [
    ("社長は記者に問われ「知らない」と答えた。", "社長"),
    ("男は店に電話し、「爆弾を仕掛けた」と脅した。", "男"),
    ("アリソン・グラント女史は、借り手たちは「粘り強い」ままだと主張した。", "アリソン・グラント"),
    ("越中信金と氷見中央信金は合併する。職員560人は残る。両信金は、経費を圧縮できると試算している。", "両信金"),
    ("総合指令室に車掌から、「猫の声が聞こえる」と連絡が入った。", "車掌"),
    ("ノヴァセルは新工場を開いた。同社は来春に量産を始めるという。", "ノヴァセル"),
    ("ノヴァセルの公式アカウントは「出荷を再開しました」とポストした。", "ノヴァセル"),
    ("タイムズ紙は、1万人が拘束されたとしている。", "タイムズ紙"),
    ("大リーグのマリナーズは7月23日に、イチロー外野手が移籍したと発表した。", "マリナーズ"),
    ("被告の男性は訴追されているが、東国のアロンソ内相は、引き渡しを求めると発表した。", "アロンソ"),
    ("各社が22日までに伝えたところによると、柏レイソルは21日、石崎さんが就任すると発表した。", "柏レイソル"),
    ("わたらせ交通は謝罪した。運転士の早見慎吾氏は休んでいる。同鉄道では、「再発を防ぐ」としている。", "同鉄道"),
    ("ダナ・ホルトは語った。ホルトは、会社は来年も雇用を続けるだろうと付け加えた。", "ダナ・ホルト"),
    ("このため主催者は「短期間では直せない」と説明した。", "主催者"),
    ("ある証券アナリストは、利益率が下がると予想する。", "証券アナリスト"),
    ("吉田氏は「考えられなかったこと」と世界から実績を認められたことに驚きを見せた。", "吉田"),
    ("東国外務省のカムイニロフ情報局長は「対抗策を取る」と警告した。", "カムイニロフ"),
    ("岩井裕介氏が声明を出した。それによれば、200万スイスフランが支払われ、「申告している」とした。", "岩井裕介"),
]

SILENT = [
    "「割安感がある」と見る向きもある。",
    "山本被告は「協会の信頼を傷つけた」として既に協会を解雇されている。",
    "ハルニレ精機は「町のために働いた」ことを評価された。",
    "作詞家として「どうにもとまらない」(山本リンダさん)や「せんせい」などの名曲を生んだ。",
    "市教委が名を公表した。「逮捕が新聞に出ている」と匿名の通報があり、市教委が調べると、男性は事実を認めた。",
    "井川社長は減産するとの見方を否定した。",
    "人手が不足していると答えた企業は6割だった。",
    "調査では「反対だ」とする意見が8割を占めた。",
    "会は「ひまわり会」としている。",
    "住民は谷に残る雪を「雪渓」と呼ぶ。",
    "社員89人のうち59人も自宅待機とし、募集を続けるとしている。",
]


def said(text: str) -> list[tuple[str, str | None]]:
    """(words, speaker) of every quote in `text`, read behind another line."""
    story = see(article(LEAD + text))
    return [(story.article.text[s.start : s.end], s.attribution.speaker) for s in speeches(story)]


@pytest.mark.parametrize("marked", SPOKEN)
def test_words(marked: str) -> None:
    text = marked.replace("〔", "").replace("〕", "")
    expected = marked[marked.index("〔") + 1 : marked.index("〕")]
    assert [words for words, _ in said(text)] == [expected]


@pytest.mark.parametrize(("text", "speaker"), WHOSE)
def test_whose(text: str, speaker: str) -> None:
    assert {who for _, who in said(text)} == {speaker}


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_quoted(text: str) -> None:
    assert said(text) == []


def test_what_a_suspect_is_said_to_have_done_is_no_quote() -> None:
    text = "男は「爆弾を持っている」と書いた紙を見せた。男は現金を奪ったという。"
    assert said(text) == [("爆弾を持っている", "男")]


def test_the_speaker_goes_on_though_a_paper_is_the_source() -> None:
    text = "『ワールド・ニュース』によれば、フサール枢機卿は、移転は攻撃ではないと語る一方、認可は要らないとしている。"
    assert said(text) == [("移転は攻撃ではない", "フサール"), ("認可は要らない", "フサール")]
