"""Prices and sums of everyday life as papers and stations tell them: tariffs, pump prices, budgets, fees, awards."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

Told = dict[str, tuple[str, str | None, str | None, str | None] | None]
CASES: dict[str, tuple[str, Told]] = {
    "what households pay is no share price": (
        "電気料金が上がる。東京電力の平均的な家庭では、先月より65円高い8132円となる。",
        {"65円": ("price_move", "commodity", "東京電力ホールディングス", "up"),
         "8132円": ("price_level", "commodity", "東京電力ホールディングス", None)},
    ),
    "but a share is": (
        "東京電力は電気料金を上げる。株価は20円高い640円だった。",
        {"640円": ("price_level", "share_price", "東京電力ホールディングス", None)},
    ),
    "one verb for two that stand alike": (
        "標準家庭の電気料金は東京電力では306円、中部電力では260円上昇する。",
        {"306円": ("price_move", "commodity", "東京電力ホールディングス", "up"),
         "260円": ("price_move", "commodity", "中部電力", "up")},
    ),
    "a group that is not named": (
        "ガス料金も上がる。一方、都市ガス4社も今月分が17円高くなる。",
        {"17円": ("price_move", "commodity", "都市ガス4社", "up")},
    ),
    "the highest of several is a level": (
        "灯油の店頭価格は南県が179円と最も高く、北県が150円と最も安い。",
        {"179円": ("price_level", "commodity", "灯油", None), "150円": ("price_level", "commodity", "灯油", None)},
    ),
    "but the greatest rise is a move, and so is what follows it": (
        "灯油の店頭価格は100円だった。上げ幅は南県の1円10銭が最大。北県の70銭、西県の60銭が続いた。",
        {"1円10銭": ("price_move", "commodity", "灯油", "up"), "70銭": ("price_move", "commodity", "灯油", "up"),
         "60銭": ("price_move", "commodity", "灯油", "up")},
    ),
    "a budget is its prefecture's, whatever its lines are called": (
        "県は5日、当初予算案を決めた。一般会計の総額は90億円で、前年度より約1.3%、2億円増えた。県税収入は0.2%減の30億円。",
        {"90億円": ("financial", "other", "県", None), "約1.3%": ("financial", "other", "県", "up"),
         "2億円": ("financial", "other", "県", "up"), "0.2%": ("financial", "other", "県", "down"),
         "30億円": ("financial", "other", "県", None)},
    ),
    "and a town that announces one is no firm": (
        "福山市は7日、当初予算案を発表した。一般会計の規模は16億円だった。",
        {"16億円": ("financial", "other", "福山市", None)},
    ),
    "but the state's is the state's": (
        "岬市は予算案を決めた。政府の一般会計は90兆円に上る。",
        {"90兆円": ("financial", "other", "政府", None)},
    ),
    "box office is its film's": (
        "映画『海鳴り』が首位に立った。土日の成績は動員3万人、興行収入4000万円。公開30日間の累計興収は5億円となった。"
        "『霧の城』(最終興収9億円)を抜くのは時間の問題だ。",
        {"4000万円": ("financial", "revenue", "海鳴り", None),
         "5億円": ("financial", "revenue", "海鳴り", None), "9億円": ("financial", "revenue", "霧の城", None)},
    ),
    "trade is the country's, not its partner's": (
        "アメリカ向けの輸出額は13%減った。輸出金額は9兆円、貿易収支は2425億円の赤字だった。",
        {"13%": ("financial", "other", "日本", "down"), "9兆円": ("financial", "other", "日本", None),
         "2425億円": ("financial", "other", "日本", None)},
    ),
    "what is knocked down is a price": (
        "競売で、画家の裸体画が予想をはるかに超える1億5000万ドル(約172億円)と、過去最高額で落札された。",
        {"1億5000万ドル": ("price_level", "commodity", "裸体画", None)},
    ),
    "a player whose name no dictionary knows": (
        "西武の平良海鳴投手は年俸1億円で更改した。最も下がったのは楽天の田中和基外野手。今季の4億円から年俸2億円となった。",
        {"1億円": ("financial", "other", "平良海鳴", None), "4億円": ("financial", "other", "田中和基", None),
         "2億円": ("financial", "other", "田中和基", None)},
    ),
    "so much of it is no count": (
        "灯油は18リットル(タンク1個分)当たり1403円だった。",
        {"18リットル": None, "1403円": ("price_level", "commodity", "灯油", None)},
    ),
    "what so much of costs so much": (
        "全国で売られたコメ5キロあたりの平均価格は、前の週より45円安い4073円だった。",
        {"5キロ": None, "45円": ("price_move", "commodity", "コメ", "down"),
         "4073円": ("price_level", "commodity", "コメ", None)},
    ),
    "a figure in brackets is a figure": (
        "コメの平均価格は4321円となった。前の週より「14円」下がった。",
        {"14円": ("price_move", "commodity", "コメ", "down")},
    ),
    "nobody's who stood in a row": (
        "国別の消費額は、中国が14万円、香港が9万円、台湾が7万円、韓国が6万円だった。訪日客の1人当たりの旅行支出は12万円だった。",
        {"6万円": ("financial", "other", "韓国", None), "12万円": ("financial", "cost", "訪日客", None)},
    ),
    "a fish knocked down": (
        "大間産の本マグロが5億円で競り落とされました。",
        {"5億円": ("price_level", "commodity", "本マグロ", None)},
    ),
    "what somebody is charged with taking": (
        "「競馬に使うため」と横領した元職員を逮捕\n\n北浜署は29日、会費約1300万円を横領したとして、元職員の男(46)を逮捕した。"
        "逮捕容疑は5年間に複数回にわたって計約1200万円を横領した疑い。村は21年、同容疑者を免職とし、公金約3282万円を横領したとして告訴していた。",
        {"約1300万円": ("financial", "loss", "元職員の男", None), "約1200万円": ("financial", "loss", "元職員の男", None),
         "約3282万円": ("financial", "loss", "元職員の男", None)},
    ),
    "whose the greatest is": (
        "厚生労働省は2日、最低賃金の答申状況を発表した。引き上げ額の平均は18円だった。最高額は東京都の907円で、最低額は南県、北県の693円。",
        {"907円": ("financial", "other", "東京都", None), "693円": ("financial", "other", "北県", None)},
    ),
    "who pays it back": (
        "早見太郎容疑者は昨年3月に免職になり、家族が7月に3千万円を町に弁済した。",
        {"3千万円": ("financial", "other", "家族", None)},
    ),
    "goods of a country's trade": (
        "農産物の輸出額は前年より5%多い90億円だった。最も多かったのは米国で24億円、次いで香港が22億円だった。品目別では緑茶が24%増加した。"
        "輸出額が最も増えたのはホタテ貝で10億円増えた。輸出額が大きかったのは、サバの26億円だった。",
        {"90億円": ("financial", "other", "日本", None), "24億円": ("financial", "other", "米国", None),
         "24%": ("financial", "other", "緑茶", "up"), "10億円": ("financial", "other", "ホタテ貝", "up"),
         "26億円": ("financial", "other", "サバ", None)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_it_reads(text: str, told: Told) -> None:
    """Kind, measure, subject and direction of each figure."""
    found = {
        c.evidence.text: (c.kind, c.measure, c.subject.name if c.subject else None, c.direction)
        for c in extract_text(text)
    }
    assert {figure: found.get(figure) for figure in told} == told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("海原電機は会費として合計50万円を支払った。", ("financial", "cost", "海原電機")),
        ("海原電機は使用料として年間2億円を支払う。", ("financial", "cost", "海原電機")),
        ("入場料は大人500円を支払う。", ("price_level", "commodity", "入場料")),
        (
            "日本たばこ産業は値上げする。海原市の市たばこ税が約15億円の増収となる。",
            ("financial", "revenue", "市たばこ税"),
        ),
        ("海原電機は増税が響き、3億円の減収となった。", ("financial", "revenue", "海原電機")),
        ("ルピア急落、1ドル10397.4ルピアに。", ("price_level", "fx_rate", "ルピア")),
        ("円は1ドル=150円で2時間ほど動かなかった。", ("price_level", "fx_rate", "円")),
        ("野菜14品目の価格は平年より16%高い。", ("price_move", "commodity", "野菜")),
        ("野菜の価格は平年より16%高い。", ("price_move", "commodity", "野菜")),
    ],
)
def test_what_is_paid_in_all_is_a_cost_and_goods_have_the_price(text: str, wanted: tuple[str, str, str]) -> None:
    found = [(c.kind, c.measure, c.subject.name if c.subject else None) for c in extract_text(text) if c.value]
    assert wanted in found


def test_a_sum_said_again_at_a_rate_is_one_claim() -> None:
    found = [c for c in extract_text("純利益は3億ドル(1ドル=150円で約450億円)だった。") if c.value]
    assert [(c.kind, c.equivalent is not None) for c in found] == [("financial", True)]


VERSIONS = {
    "models of a car, though the word for price is not said": (
        "海原自動車は新型車「ナギ」を発売した。ガソリンモデルが185万円、ハイブリッドモデルが225万円から。",
        {"185万円": "ガソリンモデル", "225万円": "ハイブリッドモデル"},
    ),
    "models by their size, with a space in it": (
        "海原電機は音楽プレーヤー「ソラ」を発売する。価格は4 GBモデルが2万3800円、8 GBモデルは2万7800円。",
        {"2万3800円": "4 GBモデル", "2万7800円": "8 GBモデル"},
    ),
    "editions": (
        "通常版が6,800円、限定版が9,800円で、9月18日に発売される。",
        {"6,800円": "通常版", "9,800円": "限定版"},
    ),
    "what is only もの is the ware": (
        "海原電機は新しいパソコン「ハヤテ」を発表した。価格は、メモリーが8GBのものが12万円、16GBのものが15万円。",
        {"12万円": "ハヤテ", "15万円": "ハヤテ"},
    ),
    "or the topic": ("同店の弁当は、肉の入ったものが680円、魚のものが640円だ。", {"680円": "弁当", "640円": "弁当"}),
    "and for whom it is": ("切符は大人用が500円、子供用が250円。", {"500円": "切符", "250円": "切符"}),
}


@pytest.mark.parametrize(("text", "owners"), VERSIONS.values(), ids=VERSIONS)
def test_versions_of_a_ware_have_their_price(text: str, owners: dict[str, str]) -> None:
    """Each is a price, of the version or of the ware."""
    found = {c.evidence.text: c for c in extract_text(text)}
    assert {figure: (found[figure].measure, found[figure].subject.name) for figure in owners} == {
        figure: ("commodity", owner) for figure, owner in owners.items()
    }


@pytest.mark.parametrize(
    "text", ["補助額は上位モデルが10万円となる。", "歳出は教育用が30万円だった。", "海原出版は1200円だった。"]
)
def test_money_that_somebody_gets_is_no_price(text: str) -> None:
    assert all(c.measure != "commodity" for c in extract_text(text))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("海原食品は弁当5000食とおにぎり8000個を販売した。", {"5000食": "sales", "8000個": "sales"}),
        ("海原自動車は乗用車3万台とトラック5000台を輸出した。", {"3万台": "shipments", "5000台": "shipments"}),
        ("男は拳銃2丁と実弾20発を暴力団員に売り渡した。", {"2丁": "sales", "20発": "sales"}),
        ("問屋は偽のバッグ5点を小売店に卸した。", {"5点": "sales"}),
        ("店には商品300点とレジ2台があり、年間5000個を販売する。", {"300点": "商品", "2台": "レジ", "5000個": "sales"}),
        ("機械3台と部品200個が盗まれた。", {"3台": "機械", "200個": "部品"}),
    ],
)
def test_goods_in_a_row_are_sold_together(text: str, measures: dict[str, str]) -> None:
    """By the verb at the end of the row, and only goods that it reaches."""
    assert {c.evidence.text: c.measure for c in extract_text(text) if c.evidence.text in measures} == measures


BUDGETS: dict[str, tuple[str, dict[str, str | None]]] = {
    "of the town whose assembly passes it, and not of what the money is put to": (
        "県議会は18日、総額221億円の補正予算案を可決した。電子クーポンを配る費用に27億円、料金の補助に8億4千万円を充てる。",
        {"221億円": "県", "27億円": "県", "8億4千万円": "県"},
    ),
    "but the assembly has its own": ("県議会は議員の海外視察に3千万円を使った。", {"3千万円": "県議会"}),
    "each of those who follow the first": (
        "寄付額は海鳴市が256億円で首位、白波町の211億円、朝霧市の181億円が続いた。",
        {"256億円": "海鳴市", "211億円": "白波町", "181億円": "朝霧市"},
    ),
    "a film that has its place": (
        "映画「岬の塔」が首位に立ち、8120万ドルを稼いだ。2位は前週首位の「浜の城」で2450万ドルだった。",
        {"8120万ドル": "岬の塔", "2450万ドル": "浜の城"},
    ),
    "no mean owns itself": ("最低賃金の全国平均は1121円となった。", {"1121円": "最低賃金"}),
    "who saves it, not the saving": (
        "海鳴市はごみの収集を減らす。対象は約1800世帯で、年間3億円の経費削減を見込む。",
        {"3億円": "海鳴市"},
    ),
    "what it is needed for, past the years": (
        "橋の復旧には3年、費用は約2600億円がかかると州政府は試算している。",
        {"約2600億円": "橋"},
    ),
    "who stands before the court for it": (
        "津地裁は、寄付金700万円を着服したとして業務上横領罪に問われた元秘書の男(46)に懲役2年を言い渡した。",
        {"700万円": "元秘書の男"},
    ),
    "who took a bribe": (
        "業者から賄賂200万円を受け取ったとして収賄罪に問われた前市長が控訴した。",
        {"200万円": "前市長"},
    ),
    "who is accused by name": (
        "会社の資金9億円を流用したとして、元会長の山口誠被告が特別背任の罪に問われている。",
        {"9億円": "山口誠"},
    ),
    "but not who sued for it": ("市は、工事代金4000万円が支払われなかったとして業者を訴えた。", {"4000万円": "市"}),
    "a line from here to there": ("空中鉄道は成田―釜山線の運賃を9800円とする。", {"9800円": "成田―釜山線"}),
    "the fare, not who pays it": (
        "海鳴市は、市バスの運賃について、市民は200円にする。入館料を、市民は300円、市民以外は800円に改める。",
        {"200円": "市バス", "300円": "入館料", "800円": "入館料"},
    ),
}


@pytest.mark.parametrize(("text", "owners"), BUDGETS.values(), ids=BUDGETS)
def test_whose_public_money_is(text: str, owners: dict[str, str | None]) -> None:
    assert owners_of(text, owners) == owners


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("松坂食品は新作の宣伝に12億円を投じた。", "cost"),
        ("松坂食品は製作費に年間8億円を投じた。", "cost"),
        ("松坂食品は新薬の研究開発に90億円を投じた。", "rnd"),
        ("松坂食品は研究棟の建設に40億円を投じた。", "capex"),
        ("松坂食品は駅前の再開発に60億円を投じた。", "capex"),
        ("架空の請求書で研究費1800万円を詐取したとして、元教授が逮捕された。", "loss"),
    ],
)
def test_what_is_gone_when_it_is_spent_is_no_plant(text: str, measure: str) -> None:
    assert [claim.measure for claim in extract_text(text) if claim.kind == "financial"] == [measure]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("札幌市は税の流出が約21億円に上った。", "financial"),
        ("海原塾の情報流出で、同社の負担は4億円に膨らんだ。", "financial"),
        ("人口流出が続く海原町は、子育て支援に2億円を充てる。", "financial"),
        ("新興国の株式ファンドから資金流出が続き、流出額は87億ドルに上った。", "quantity"),
    ],
)
def test_what_runs_out_is_money_or_it_is_no_flow(text: str, kind: str) -> None:
    assert [claim.kind for claim in extract_text(text) if claim.value] == [kind]
