"""What sums are of, how much and whose: pay and prices, ranges of changes, losses beside other lines, wares in brackets, suits."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

Told = dict[str, tuple[str, str, str | None, str] | None]

CASES: dict[str, tuple[str, Told]] = {
    "pay by the month is no price": (
        "児童手当は1人当たり月額1万円が支給される。",
        {"1万円": ("financial", "other", "児童手当", "10000 JPY")},
    ),
    "nor a grant that stands behind its sum": (
        "県は新規就農者に月額10万円の給付金を支給する。",
        {"10万円": ("financial", "other", "県", "100000 JPY")},
    ),
    "nor what one lives on": (
        "住民は1日1.9ドル未満での生活を強いられている。",
        {"1.9ドル未満": ("financial", "other", "住民", "1.9 USD")},
    ),
    "nor a grant for each": (
        "国は1人当たり5万円の補助を出す。霧沢市は手当を1日2000円に上げる。",
        {"5万円": ("financial", "other", "国", "50000 JPY"), "2000円": ("financial", "other", "霧沢市", "2000 JPY")},
    ),
    "what is built pays for its own building": (
        "温泉施設が15日に再開する。改装費は3億2千万円だった。",
        {"3億2千万円": ("financial", "cost", "温泉施設", "320000000 JPY")},
    ),
    "its visitors pay nothing of it": (
        "霧沢市は新体育館の計画を公表した。年間利用者は11万人、維持管理費は年9400万円を見込む。",
        {"9400万円": ("financial", "cost", "新体育館", "94000000 JPY")},
    ),
    "who gave out the figures owns none of them": (
        "昨年の酒の輸出額は1337億円だった。国税庁が4日まとめたもので、このうち清酒は435億円だった。国別では台湾が最多で90億円となった。",
        {
            "435億円": ("financial", "other", "清酒", "43500000000 JPY"),
            "90億円": ("financial", "other", "台湾", "9000000000 JPY"),
        },
    ),
    "what somebody makes less of is no profit told before": (
        "トヨタ自動車の純利益は35億円だった。工場の人員を3割減らす。",
        {"3割": ("quantity", "人員", "トヨタ自動車", "30 percent down")},
    ),
    "nor what is counted": (
        "トヨタ自動車の純利益は35億円だった。販売店への問い合わせは5倍に増えた。",
        {"5倍": ("quantity", "問い合わせ", "販売店", "5 times up")},
    ),
    "but its parts go on with it": (
        "トヨタ自動車の純利益は35億円だった。北米では2割増えた。広告宣伝費を1割減らす。",
        {
            "2割": ("financial", "net_profit", "トヨタ自動車", "20 percent up"),
            "1割": ("financial", "cost", "トヨタ自動車", "10 percent down"),
        },
    ),
    "what a house makes is its trade": (
        "梅干し製造、カガリ本舗は、仕入れ値を1樽(10キロ)9800円と前年の2倍に引き上げた。",
        {"10キロ": None, "2倍": ("price_move", "commodity", "カガリ本舗", "2 times up")},
    ),
    "whose losses are counted by cases": (
        "昨年の特殊詐欺は認知件数が2万件を超え、被害額は過去最悪の700億円だった。",
        {
            "2万件": ("quantity", "件数", "特殊詐欺", "20000 件"),
            "700億円": ("financial", "loss", "特殊詐欺", "70000000000 JPY"),
        },
    ),
    "stock is no revenue that was told before": (
        "レスタは今期に売上高6100億円を計画する。電池の在庫は1年前の2倍の140億円に膨らんだ。",
        {"140億円": ("financial", "other", "レスタ", "14000000000 JPY")},
    ),
    "how much is sold at a price is no count": (
        "上海発の運賃は40フィート1468ドルだった。コシヒカリ(60キロ)は3万円となり、卵(10個)は298円だった。",
        {"40フィート": None, "60キロ": None, "10個": None, "298円": ("price_level", "commodity", "鶏卵", "298 JPY")},
    ),
    "but a boat's length is": (
        "ヨットは全長40フィートだ。",
        {"40フィート": ("quantity", "全長", "ヨット", "40 フィート")},
    ),
    "a fee by the month is one": (
        "スポーツクラブの会費は月額8800円だ。",
        {"8800円": ("price_level", "commodity", "会費", "8800 JPY")},
    ),
    "rent is one": (
        "市は空き家を月額2万円で貸し出す。",
        {"2万円": ("price_level", "commodity", "空き家", "20000 JPY")},
    ),
    "net liabilities beside a loss": (
        "山川興産は2024年3月期決算で30億円の営業赤字に陥り、15億円の債務超過となった。",
        {
            "30億円": ("financial", "operating_profit", "山川興産", "-3000000000 JPY"),
            "15億円": ("financial", "other", "山川興産", "1500000000 JPY"),
        },
    ),
    "a loss of the year": (
        "山川興産は前期に12億円の当期赤字となった。",
        {"12億円": ("financial", "net_profit", "山川興産", "-1200000000 JPY")},
    ),
    "what a tariff did is no revenue": (
        "海鳴自動車の売上高は3兆円だった。関税の影響は2860億円に上った。",
        {
            "3兆円": ("financial", "revenue", "海鳴自動車", "3000000000000 JPY"),
            "2860億円": ("financial", "other", "海鳴自動車", "286000000000 JPY"),
        },
    ),
    "the change beside a count is of the count": (
        "投資セミナーの開催は120回(前年同期比3割増)だった。",
        {"3割": ("quantity", "回", "投資セミナー", "30 percent up")},
    ),
    "since when is nobody": (
        "海鳴の創業以来の調達額は120億円に達した。",
        {"120億円": ("financial", "funding", "海鳴", "12000000000 JPY")},
    ),
    "whom a firm dismisses, told before and now": (
        "海鳴電機の社長が会見した。人員削減は、すでに公表した900人に1100人を加え、計2000人とする。",
        {
            "900人": ("quantity", "人員削減", "海鳴電機", "900 人"),
            "2000人": ("quantity", "人員削減", "海鳴電機", "2000 人"),
        },
    ),
    "how much dearer, from the least to the most": (
        "岬食品は即席麺を12月から値上げする。値上げ幅は5%から12%となる。",
        {"5%から12%": ("price_move", "commodity", "即席麺", "5-12 percent up")},
    ),
    "said by the deed": (
        "岬製菓は板チョコを10%から15%値上げする。",
        {"10%から15%": ("price_move", "commodity", "板チョコ", "10-15 percent up")},
    ),
    "growth foreseen": (
        "海山食品は来期に5%から8%の増収を見込む。",
        {"5%から8%": ("financial", "revenue", "海山食品", "5-8 percent up")},
    ),
    "a rate that went from one to the other": (
        "海山食品は来期の増収率を5%から8%に引き上げた。",
        {
            "5%": ("financial", "revenue", "海山食品", "5 percent up"),
            "8%": ("financial", "revenue", "海山食品", "8 percent up"),
        },
    ),
    "a width that grew": (
        "岬食品は即席麺を来春から値上げする。値上げ幅は5%から12%に広がる。",
        {
            "5%": ("price_move", "commodity", "即席麺", "5 percent up"),
            "12%": ("price_move", "commodity", "即席麺", "12 percent up"),
        },
    ),
    "pay that is cut": (
        "経営陣は4割の報酬カットを受け入れた。",
        {"4割": ("financial", "other", "経営陣", "40 percent down")},
    ),
    "what a ware keeps out is no pay": (
        "新しい窓ガラスは紫外線を9割カットする。",
        {"9割": ("quantity", "紫外線", "紫外線", "90 percent down")},
    ),
    "what so many of a ware cost": (
        "男は高級時計1点(販売価格120万円)を盗んだ疑いが持たれている。",
        {"120万円": ("price_level", "commodity", "高級時計", "1200000 JPY")},
    ),
    "about so many": (
        "畑から出荷前のキャベツ約800玉(時価約16万円)がなくなった。",
        {"約16万円": ("price_level", "commodity", "キャベツ", "160000 JPY")},
    ),
    "what a firm's equipment costs is the firm's": (
        "カガリ町は中学校の教室にエアコン30台(計2400万円)を設置する。",
        {"2400万円": ("financial", "other", "カガリ町", "24000000 JPY")},
    ),
    "money on somebody is that one's": (
        "警察によると、男の所持金は200円だった。",
        {"200円": ("financial", "other", "男", "200 JPY")},
    ),
    "a day is no goods": (
        "レギュラーガソリンの店頭価格は全国平均で4円下がった。31日は148円10銭だった小売価格が、1日に144円30銭となった。",
        {
            "148円10銭": ("price_level", "commodity", "レギュラーガソリン", "148.1 JPY"),
            "144円30銭": ("price_level", "commodity", "レギュラーガソリン", "144.3 JPY"),
        },
    ),
    "nor what comes after a cut": (
        "岬電話は値下げ後の料金を1分当たり16.8円に改定する。",
        {"16.8円": ("price_level", "commodity", "料金", "16.8 JPY")},
    ),
    "a line of accounts is of its sentence's topic, whatever it is called": (
        "岬交通は2022年3月期決算で売上高9億円に対して営業赤字が2億円に上った。",
        {
            "9億円": ("financial", "revenue", "岬交通", "900000000 JPY"),
            "2億円": ("financial", "operating_profit", "岬交通", "-200000000 JPY"),
        },
    ),
    "or of the topic before": (
        "岬交通は経営難が続いている。2022年3月期は営業赤字が2億円に上った。",
        {"2億円": ("financial", "operating_profit", "岬交通", "-200000000 JPY")},
    ),
    "firms that are many have no line": (
        "各社は苦境にある。前期は純利益が2億円に減った。",
        {"2億円": ("financial", "net_profit", "純利益", "200000000 JPY")},
    ),
    "the same line again, though somebody helped in between": (
        "岬交通は前期に3億円の最終赤字を出し、筆頭株主の海山鉄道が増資を引き受けたが、今期も売上高7億円に対し5億円の最終赤字となった。",
        {
            "3億円": ("financial", "net_profit", "岬交通", "-300000000 JPY"),
            "7億円": ("financial", "revenue", "岬交通", "700000000 JPY"),
            "5億円": ("financial", "net_profit", "岬交通", "-500000000 JPY"),
        },
    ),
    "who only acts with it has its own": (
        "岬交通は3億円の最終赤字を出したが、親会社の海山鉄道は今期も5億円の最終黒字となった。",
        {
            "3億円": ("financial", "net_profit", "岬交通", "-300000000 JPY"),
            "5億円": ("financial", "net_profit", "海山鉄道", "500000000 JPY"),
        },
    ),
    "a can has a price by its size": (
        "北海ビールによると、350ml缶は141円程度、500 ml缶は197円程度で販売される。",
        {
            "141円程度": ("price_level", "commodity", "350ml缶", "141 JPY"),
            "197円程度": ("price_level", "commodity", "500 ml缶", "197 JPY"),
            "350ml": None,
        },
    ),
    "who is only cited lost nothing": (
        "南方日報は、リー市長の談話として、先週の断水による経済損失は1日3億ドルと伝えている。",
        {"3億ドル": ("financial", "loss", "断水", "300000000 USD")},
    ),
    "nor did who reckons it": (
        "美波県は台風15号による農業被害額を12億円と試算した。",
        {"12億円": ("financial", "loss", "台風15号", "1200000000 JPY")},
    ),
    "a firm that reckons its own did": (
        "岬電機は火災による損失を3億円と見積もる。",
        {"3億円": ("financial", "loss", "岬電機", "300000000 JPY")},
    ),
    "what grew less did it": (
        "浜総合研究所は、訪日客の減少による経済損失が1兆7900億円に上ると試算した。",
        {"1兆7900億円": ("financial", "loss", "訪日客の減少", "1790000000000 JPY")},
    ),
    "who has it did": (
        "レン知事の資産は2億ドルに上る。",
        {"2億ドル": ("financial", "net_worth", "レン", "200000000 USD")},
    ),
    "what a storm did is the storm's": (
        "岬商工会議所は、台風による損失は1億ドルに達したとみている。",
        {"1億ドル": ("financial", "loss", "台風", "100000000 USD")},
    ),
    "what a firm lost is the firm's": (
        "オムロンは10日、地震による損失が3億円に上ると発表した。",
        {"3億円": ("financial", "loss", "オムロン", "300000000 JPY")},
    ),
    "what is no disaster has no losses": (
        "町の観光協会は、キャンセルによる損失が3億円に上ったと説明した。",
        {"3億円": ("financial", "loss", "観光協会", "300000000 JPY")},
    ),
    "so much dearer a litre": (
        "ガソリンは前日までの価格に比べ4.3円/Lの値上げとなった。",
        {"4.3円": ("price_move", "commodity", "ガソリン", "4.3 JPY up")},
    ),
    "so much a litre": (
        "ガソリンの小売価格は165円/Lだった。",
        {"165円": ("price_level", "commodity", "ガソリン", "165 JPY")},
    ),
    "from one price to the other, of the same thing": (
        "岬遊園地の1日券は5500円から6000円に値上げされた。入園料は、大人が900円から1000円に上がる。",
        {
            "5500円": ("price_level", "commodity", "1日券", "5500 JPY"),
            "6000円": ("price_level", "commodity", "1日券", "6000 JPY"),
            "900円": ("price_level", "commodity", "入園料", "900 JPY"),
            "1000円": ("price_level", "commodity", "入園料", "1000 JPY"),
        },
    ),
    "two goods are two": (
        "はがきは63円から85円、封書は84円から110円に値上げされる。",
        {
            "85円": ("price_level", "commodity", "はがき", "85 JPY"),
            "110円": ("price_level", "commodity", "封書", "110 JPY"),
        },
    ),
    "who sues": (
        "男性の遺族が、病院を運営する県に約8000万円の損害賠償を求めた訴訟で、岬地裁は県に5000万円の支払いを命じた。",
        {
            "約8000万円": ("financial", "other", "遺族", "80000000 JPY"),
            "5000万円": ("financial", "other", "県", "50000000 JPY"),
        },
    ),
    "what it is sued for lies between": (
        "遺族が、運転手が居眠りしていたとして、海山バスに5000万円の損害賠償を求めて提訴した。",
        {"5000万円": ("financial", "other", "遺族", "50000000 JPY")},
    ),
    "or before": (
        "会社側が説明を怠ったとして、顧客ら12人が同社に総額3億円の賠償を求める訴えを起こした。",
        {"3億円": ("financial", "other", "顧客ら", "300000000 JPY")},
    ),
    "several sue together": (
        "火事で自宅が全焼した岬市の男性(47)と家族の計4人が、電池メーカーに約3200万円の損害賠償を求めて提訴した。",
        {"約3200万円": ("financial", "other", "男性", "32000000 JPY")},
    ),
    "who is sued, where nobody else is named": (
        "海山電子は、カガリ製作所から20億円の損害賠償を求められた。",
        {"20億円": ("financial", "other", "海山電子", "2000000000 JPY")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_reads(case: str) -> None:
    text, told = CASES[case]
    found = {
        c.evidence.text: (c.kind, c.measure, c.subject.name if c.subject else None, _amount(c))
        for c in extract_text(text)
        if c.value is not None
    }
    assert {figure: found.get(figure) for figure in told} == told


def _amount(claim: Claim) -> str:
    value = claim.value
    assert value is not None
    most = f"-{value.amount_max:g}" if value.amount_max is not None else ""
    return f"{_plain(value.amount)}{most} {value.unit}{' ' + claim.direction if claim.direction else ''}"


def _plain(amount: float) -> str:
    return f"{amount:.2f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("北海ブレント先物は、先月12日に80ドルに突入した。", "gt"),
        ("ビットコインは7万ドル台に突入した。", "approx"),
        ("オムロンの投資額は、見込んでいた100億円を超えた。", "eq"),
        ("町が限度としていた80億円を上回る。", "eq"),
        ("オムロンの投資額は100億円を超えた。", "gt"),
    ],
)
def test_entering_a_level_is_crossing_it(text: str, relation: str) -> None:
    assert [c.value.relation for c in extract_text(text) if c.value] == [relation]


@pytest.mark.parametrize(
    "text",
    ["オムロンの販売は5万台と、目標としていた4万台を上回った。", "来場者は5万人で、見込んでいた4万人を超えた。"],
)
def test_what_was_aimed_at_is_the_other_figure(text: str) -> None:
    claims = [c for c in extract_text(text) if c.value]
    assert [(c.value.relation, c.modality) for c in claims[:1] if c.value] == [("eq", "asserted")]
