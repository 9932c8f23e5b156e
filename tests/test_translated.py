"""News in translation: who tells behind the clause, so many sources, bodies that count others, founders with a purse of their own."""

from __future__ import annotations

import pytest
from test_who_says import INDIRECT, said
from whose import owners_of

from jijitsu.extract import extract_text

SPOKEN = [
    # The clause has its own topic, and who tells stands behind it and a comma.
    ("新工場は来春動き出すと、事情に詳しい関係者が語った。", ("新工場は来春動き出す", "関係者")),
    ("アオバ精機は値上げする計画だと、関係者2人が明らかにした。", ("アオバ精機は値上げする計画だ", "関係者2人")),
    (
        "アオバ精機は値上げを検討していると、この件に詳しい人物が匿名を条件に述べた。",
        ("アオバ精機は値上げを検討している", "人物"),
    ),
    ("米国は支援を続けると、ルビオ国務長官はX(旧ツイッター)に投稿した。", ("米国は支援を続ける", "ルビオ")),
    (
        "同社は国内で事業を続けると、広報担当のジーン・カリー氏は電子メールで説明した。",
        ("同社は国内で事業を続ける", "ジーン・カリー"),
    ),
    (
        "情勢は落ち着くとみられると、海原証券のアナリスト、ビアン・ソルド氏は述べている。",
        ("情勢は落ち着くとみられる", "ビアン・ソルド"),
    ),
    (
        "銅は値上がりする可能性があると、海原証券のアナリストらはリポートで指摘した。",
        ("銅は値上がりする可能性がある", "海原証券のアナリストら"),
    ),
    (
        "デモで544人が死亡したと、米国を拠点とする人権団体ハランが11日発表した。",
        ("デモで544人が死亡した", "ハラン"),
    ),
    # A medium with a の of its own stands before the verb.
    (
        "ゼレンスキー大統領は、交渉は進んでいると、フランスの放送局とのインタビューで明らかにした。",
        ("交渉は進んでいる", "ゼレンスキー"),
    ),
    # What tells how it was told is over; what describes who tells is another's sentence.
    ("森田首相は自身のXにこう書き込み、輸入品に関税を課すと表明した。", ("輸入品に関税を課す", "森田")),
    ("アオバ精機は、不良品でけがをしたと訴えた女性2人に300万円を支払った。", ("不良品でけがをした", "女性2人")),
]

SILENT = [
    # と ends a condition, and somebody does something.
    "新工場が動き出すと、社長は従業員に感謝を述べた。",
    "新型機が発売されると、専門家の評価は割れた。",
    "発表が終わると、首相は不満を語った。",
    "会議が始まると、議長は開会を宣言した。",
    "年が明けると、幹部は投資家に語り始めた。",
]

OWNERS = {
    "so many sources are themselves": (
        "トヨタ自動車は工場を閉じる計画だと、関係者3人が語った。別の2人の情報筋も認めた。交渉に近い4人によると、決定は近い。",
        {"3人": "関係者", "2人": "情報筋", "4人": "関係者"},
    ),
    "a body counts others": (
        "国連は、スーダンで2100万人以上が食料不足に直面していると警告した。海鳴監視団は、少なくとも35人が死亡したと明らかにした。",
        {"2100万人以上": "スーダン", "少なくとも35人": "死者"},
    ),
    "but firms and bodies send people of their own": (
        "海鳴県は25人態勢で捜した。トヨタ自動車は300人が退職すると発表した。",
        {"25人": "海鳴県", "300人": "トヨタ自動車"},
    ),
    "a month stands between the firm and what it has": (
        "エアバスは1月に19機を引き渡した。ボーイングの1月の受注は103機だった。ボーイングの4〜6月期の受注残は6000機だった。",
        {"103機": "Boeing", "6000機": "Boeing"},
    ),
    "who founded a firm spends his own": (
        "アマゾン創業者のジェフ・ベゾス氏は、島の邸宅を8700万ドルで購入した。",
        {"8700万ドル": "ジェフ・ベゾス"},
    ),
    "also where he tells of it himself": (
        "マイクロソフト共同創業者ビル・ゲイツ氏は、途上国の保健事業に16億ドルを拠出すると発表した。",
        {"16億ドル": "ビル・ゲイツ"},
    ),
    "a rich man's money is not his land's": (
        "ナイジェリアの実業家アリコ・ダンゴテ氏は、製油所の拡張に50億ドルを投じる計画だと語った。",
        {"50億ドル": "アリコ・ダンゴテ"},
    ),
    "nor is a fund's": (
        "ノルウェーの政府系ファンドは2025年の運用益が2兆3600億クローネだったと発表した。",
        {"2兆3600億クローネ": "政府系ファンド"},
    ),
    "who speaks for a firm spends its money": (
        "アオバ精機の広報担当、マリア・ロペス氏は、工場に3億ドルを投じると述べた。",
        {"3億ドル": "アオバ精機"},
    ),
    "a fund by its trade, and what its funds are worth": (
        "英ヘッジファンドのマーカム・ウェイルは約50人を削減する。同社の運用資産は710億ドル。",
        {"約50人": "マーカム・ウェイル", "710億ドル": "マーカム・ウェイル"},
    ),
    "what a film cost": (
        "映画『海鳴りの塔』の世界興収は1億ドルに達した。製作費は約9000万ドル。",
        {"1億ドル": "海鳴りの塔", "約9000万ドル": "海鳴りの塔"},
    ),
}

OWNERS |= {
    "the figure of another that one's own is measured against": (
        "日本の市場シェアは12%で、韓国の9%を上回る。株価の上昇率は24%に達し、S&P総合500種指数の15%を上回る。",
        {"12%": "日本", "9%": "韓国", "15%": "S&P500種株価指数"},
    ),
    "growth is of what grows, a day's amount too": (
        "国際エネルギー機関(IEA)は、世界石油需要の伸びを日量85万バレルと予想した。供給は日量240万バレル増える。",
        {"85万バレル": "世界石油需要", "240万バレル": "供給"},
    ),
    "what somebody tells of is his firm's, not his own": (
        "アオバ精機は増収だった。森田真社長は、需要は来年に2倍に増えるとの見方を示した。",
        {"2倍": "アオバ精機"},
    ),
    "those among the dead are counted with them": (
        "銃撃では容疑者1人を含む16人が死亡、20人が病院で手当てを受けている。",
        {"16人": "銃撃", "20人": "銃撃"},
    ),
    "a regulator's land is not fined": (
        "アイルランドのデータ保護委員会は、TikTokに5億3000万ユーロの制裁金を科した。",
        {"5億3000万ユーロ": "TikTok"},
    ),
}

CALLED = {
    "国防省は、7人が死亡し、30人以上が負傷したと発表した。": {"7人": "死者", "30人以上": "負傷者"},
    "トヨタ自動車は300人を削減する。": {"300人": "従業員"},
    "トヨタ自動車は300人を新たに採用した。": {"300人": "従業員"},
    "トヨタ自動車の期間従業員は300人だ。": {"300人": "従業員"},
    "ユニセフは、子ども5万人が栄養失調だと発表した。": {"5万人": "子ども"},
    "トヨタ自動車は工場を閉じると、関係者3人が語った。": {"3人": "関係者"},
    "デモで544人が死亡した。拘束者は1万600人を超える。": {"544人": "死者", "1万600人": "拘束者"},
}


def test_when_somebody_took_office_is_not_when_he_speaks() -> None:
    text = "9月に就任したばかりのマルコ・ベラCEOは「順調だ」と述べた。2025年10月15日、ソロ氏は「順調だ」と述べた。"
    assert [claim.time and claim.time.text for claim in extract_text(text)] == [None, "2025年10月15日"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("ケニアの紅茶の輸出額は1800億シリングだった。", "KES"),
        ("タンザニア政府は2000億シリングの国債を発行した。", "TZS"),
        ("イラク政府は2000億ディナールを支払った。", "IQD"),
    ],
)
def test_money_of_several_lands(text: str, currency: str) -> None:
    assert [claim.value.unit for claim in extract_text(text) if claim.value is not None] == [currency]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_who_tells_behind_the_clause(text: str, expected: tuple[str, str]) -> None:
    words, speaker = expected
    assert said(text) == [(words, INDIRECT, speaker)]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_follows_a_condition(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("name", OWNERS)
def test_whose(name: str) -> None:
    text, figures = OWNERS[name]
    assert owners_of(text, figures) == figures


@pytest.mark.parametrize("text", CALLED)
def test_what_a_count_is_called(text: str) -> None:
    called = {claim.value.text: claim.measure for claim in extract_text(text) if claim.value is not None}
    assert {figure: called.get(figure) for figure in CALLED[text]} == CALLED[text]
