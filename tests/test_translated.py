"""News in translation: who tells behind the clause, so many sources, bodies that count others, founders with a purse of their own."""

from __future__ import annotations

import pytest
from test_who_says import INDIRECT, said
from whose import owners_of

from jijitsu.extract import extract_text

SPOKEN = [
    # In what paper it is told, which may have a clause of its own; where it was written is no part of it.
    (
        "リンゴの産地は北へ移ると、国際果樹研究所が3日に公表した報告書で警告した。",
        ("リンゴの産地は北へ移る", "国際果樹研究所"),
    ),
    (
        "ガスの需要は増えていると、国際エネルギー機関（IEA）が4日の月報で指摘した。",
        ("ガスの需要は増えている", "国際エネルギー機関"),
    ),
    (
        "【3月4日 AFP】サメの数は減り続けていると、英国の研究チームが3日に科学誌に発表した。",
        ("サメの数は減り続けている", "研究チーム"),
    ),
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

SPOKEN += [
    (
        "投資家のビル・ハンター氏率いるコールマン・スクエアは減益だった。同氏は説明会で、株価は割安だと語った。",
        ("株価は割安だ", "ビル・ハンター"),
    ),
]

SILENT = [
    "利回りが下がると、投資家が調査で指摘した通り、金は上がる。",
    "社長が出席すると、研究所が公表した報告書で指摘されていた。",
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

OWNERS |= {
    "those who join a round are not valued": (
        "英スタートアップのアルビンは、シリーズDで12億ドルを調達した。日産自動車、ホンダなどが参加し、評価額は86億ドルとなった。",
        {"12億ドル": "アルビン", "86億ドル": "アルビン"},
    ),
    "a letter is the land of its office": (
        "米議会予算局は、2026会計年度の財政赤字が1兆8530億ドルになるとの見通しを示した。",
        {"1兆8530億ドル": "米国"},
    ),
    "what is sold is paid nothing": (
        "イラク石油省によると、2月の原油輸出量は日量平均347万バレルで、収入は61億ドルだった。",
        {"61億ドル": "収入"},
    ),
    "sales all over the world are the firm's": (
        "米マクドナルドの10〜12月期の世界の既存店売上高は5.7%増だった。",
        {"5.7%": "McDonald's"},
    ),
    "a land's letter and a trade stand before the name": (
        "チューリッヒ保険は、英保険ビーズリーの買収を検討する。ビーズリーの株価は8%上昇した。",
        {"8%": "ビーズリー"},
    ),
    "the first half of a name stands for the firm": (
        "アオバ精機は、米石油大手オキシデンタル・ペトロリアムの化学部門を買う。オキシデンタルはうち65億ドルを債務返済に充てる。",
        {"65億ドル": "Occidental Petroleum"},
    ),
    "whom the next sentence calls 同社 is a firm": (
        "インドの格安航空最大手インディゴは、2000便以上を欠航した。航空当局は同社に2億ルピーの罰金を科した。純利益は54億ルピー。",
        {"2億ルピー": "インディゴ", "54億ルピー": "インディゴ"},
    ),
    "a burden is borne": (
        "欧州委員会は、EU企業の関税負担が年間約40億ユーロ減ると試算している。",
        {"約40億ユーロ": "EU企業"},
    ),
    "posts are the firm's": ("トヨタ自動車は最大1800人の職をなくす。", {"最大1800人": "トヨタ自動車"}),
    "a land's growers count its harvest": (
        "コロンビアのコーヒー生産者連合会によると、2月の生産量は87万袋と前年同月比36%減少した。",
        {"87万袋": "コロンビア", "36%": "コロンビア"},
    ),
    "a pound of sugar is no currency": (
        "砂糖先物は1ポンド=13.67セントまで下げた。ポンドは1ポンド=1.34ドルに上昇した。",
        {"13.67セント": "砂糖", "1.34ドル": "ポンド"},
    ),
    "the next part of a film is the film": (
        "『海鳴りの塔』シリーズ第3作の世界興行収入が10億ドルを突破した。",
        {"10億ドル": "海鳴りの塔"},
    ),
}

OWNERS |= {
    "who leads a round is not valued": (
        "スタートアップのLumenlyは、シリーズAで1800万ドルを調達した。ラウンドはIndex Venturesが主導し、評価額は1億2000万ドルだ。",
        {"1億2000万ドル": "Lumenly"},
    ),
    "what shall be so much of a land's product": (
        "英国のキア・スターマー首相は、防衛費を2027年までに国内総生産(GDP)の2.5%に引き上げる方針を示した。",
        {"2.5%": "防衛費"},
    ),
    "who is ordered to pay each": (
        "ベルギーの裁判所は、化学大手3Mに対し、土地を汚染された住民に1人当たり最大1万5000ユーロを支払うよう命じた。",
        {"最大1万5000ユーロ": "3M"},
    ),
    "where a price will go, as somebody says": (
        "金相場は続伸し、1オンス=5180ドルを付けた。ボブ・ハント氏は「5500ドルが次の目標だ」と語った。",
        {"5500ドル": "金"},
    ),
    "a premier spends his land's money": (
        "イタリアのジョルジア・メローニ首相は、アフリカへの投資に55億ユーロを拠出すると約束した。",
        {"55億ユーロ": "イタリア"},
    ),
    "the missing are not the dead": (
        "死者は640人を超え、なお183人が行方不明だ。",
        {"640人": "死者", "183人": "行方不明者"},
    ),
    "the firm bought stands in front": (
        "データセンター運営会社アルビンを、米投資会社KKRなどの連合が66億ドルで買収する。企業価値は約138億ドル。",
        {"66億ドル": "KKR", "約138億ドル": "アルビン"},
    ),
    "a land's tariffs are no burden of its own": (
        "ホンダの純利益は43%減った。米国の関税負担が1246億円の減益要因となった。",
        {"1246億円": "ホンダ"},
    ),
}

OWNERS |= {
    "he is whoever was named last": (
        "検察によると、被害者にはルパート・マードック氏も含まれる。同氏は1億2500万ドルを投資していた。",
        {"1億2500万ドル": "ルパート・マードック"},
    ),
    "who foretells a rate does not grow": (
        "世界銀行は、25年の世界経済の成長率が2.7%だったと推計し、26年は2.6%に鈍化すると予測した。",
        {"2.7%": "世界経済", "2.6%": "世界経済"},
    ),
    "a share and as many": (
        "ルーマニアのボロジャン首相は、公務員の1割に当たる約1万3000人を削減する方針だ。財政赤字はGDPの9.3%だった。",
        {"1割": "公務員", "約1万3000人": "公務員", "9.3%": "財政赤字"},
    ),
    "who orders aircraft does not make them": (
        "トルコ航空は、ボーイング787型機を最大75機、737MAXを最大150機発注する。",
        {"最大75機": "トルコ航空", "最大150機": "トルコ航空"},
    ),
    "what is judged goes on": (
        "ゴールドマン・サックスは、26年の米企業の自社株買いが1兆2000億ドルになると予想する。25年は1兆1000億ドルだった。",
        {"1兆2000億ドル": "米企業", "1兆1000億ドル": "米企業"},
    ),
}

OWNERS |= {
    "what the body counted goes on": (
        "英国立統計局(ONS)が発表した1月の小売売上高は前月比1.8%増えた。前年同月比では4.5%増えた。",
        {"1.8%": "小売売上高", "4.5%": "小売売上高"},
    ),
    "the market goes on past the body that counts it": (
        "世界の半導体売上高は7917億ドルだった。米半導体工業会(SIA)が6日発表した。26年は1兆ドルに達する見通し。",
        {"7917億ドル": "世界の半導体", "1兆ドル": "世界の半導体"},
    ),
    "who is left of those counted": (
        "漁船が沈没し、乗組員23人のうち6人が救助された。海軍は残る17人の捜索を続けている。",
        {"23人": "乗組員", "6人": "乗組員", "17人": "乗組員"},
    ),
}

OWNERS |= {
    "growth goes on about what grew": (
        "中国の1〜2月の小売売上高は前年同期比2.8%増え、伸びは12月の0.9%から加速した。",
        {"2.8%": "中国", "0.9%": "中国"},
    ),
    "so does that of the sentence before": (
        "消費者物価指数は2.1%上昇した。伸びは前月の2.0%から加速した。",
        {"2.1%": "消費者物価指数", "2.0%": "消費者物価指数"},
    ),
    "a maker of chemicals is no average": (
        "米化学ダウは、約4500人を削減する計画だと明らかにした。",
        {"約4500人": "Dow"},
    ),
}

OWNERS |= {
    "so much above the close is offered for a share of the firm bought": (
        "英製薬GSKは、米バイオのラプト・セラピューティクスを22億ドルで買収する。1株当たり58ドルと、前週末の終値に65%上乗せした。",
        {"22億ドル": "GSK", "58ドル": "ラプト・セラピューティクス"},
    ),
}

CALLED = {
    "国防省は、7人が死亡し、30人以上が負傷したと発表した。": {"7人": "死者", "30人以上": "負傷者"},
    "トヨタ自動車は300人を削減する。": {"300人": "従業員"},
    "トヨタ自動車は300人を新たに採用した。": {"300人": "従業員"},
    "トヨタ自動車の期間従業員は300人だ。": {"300人": "従業員"},
    "ユニセフは、子ども5万人が栄養失調だと発表した。": {"5万人": "子ども"},
    "トヨタ自動車は工場を閉じると、関係者3人が語った。": {"3人": "関係者"},
    "トヨタ自動車は工場を閉じる。関係者2人が語った。同部門は2万2600人を雇用している。": {"2万2600人": "従業員"},
    "船が沈み、18人が死亡した。316人が救助された。": {"18人": "死者", "316人": "救助者"},
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


@pytest.mark.parametrize(
    ("text", "figure", "relation", "modality"),
    [
        ("営業利益は62億ドルと、アナリスト21人の予想平均59億ドルを上回った。", "62億ドル", "eq", "asserted"),
        ("営業利益は62億ドルと、アナリスト21人の予想平均59億ドルを上回った。", "59億ドル", "eq", "forecast"),
        ("黒字は151億ドルで、当初見込みの68億ドルを大幅に上回った。", "68億ドル", "eq", "forecast"),
        ("通航料収入は約80億ドルに回復した。", "約80億ドル", "approx", "asserted"),
        ("日経平均は4万円を回復した。", "4万円", "gt", "asserted"),
        ("カガリ商事の受注高は50億円と、会社予想の範囲内だった。", "50億円", "eq", "asserted"),
    ],
)
def test_what_it_is_held_against(text: str, figure: str, relation: str, modality: str) -> None:
    claims = {c.value.text: c for c in extract_text(text) if c.value is not None}
    assert (claims[figure].value.relation, claims[figure].modality) == (relation, modality)


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


def test_an_enterprise_is_worth_something_without_its_debts() -> None:
    claims = [c for c in extract_text("企業価値は負債を含まないベースで約40億ドルだ。") if c.value is not None]
    assert [(c.kind, c.value.text) for c in claims if c.value is not None] == [("market_cap_level", "約40億ドル")]


def test_what_several_lost() -> None:
    text = "時価総額が消えた。エヌビディアは3000億ドル、マイクロソフトは1000億ドルを失った。"
    claims = {c.value.text: (c.kind, c.direction) for c in extract_text(text) if c.value is not None}
    assert claims == {"3000億ドル": ("market_cap_move", "down"), "1000億ドル": ("market_cap_move", "down")}
