"""What local papers and broadcasts tell of: bills, fares, fees, auctions, and the town and the firm that they call 市 and 同社."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

OWNERS = {
    "the goods of an auction": (
        "山形市の青果市場でサクランボの初競りがあり、500グラム入り1箱が50万円で落札された。落札額は去年より10万円高い。",
        {"50万円": "サクランボ", "10万円": "サクランボ"},
    ),
    "an auction told of before its price": (
        "八代市でい草の初競りが開かれました。最高値は1束5200円で、去年を300円上回りました。",
        {"5200円": "い草"},
    ),
    "an auction of what is caught": (
        "港にはアワビ2トンが水揚げされました。\nこのあと開かれた初競りでは、最も高いもので1キロ当たり8000円の値がつきました。",
        {"8000円": "アワビ"},
    ),
    "other goods near an auction keep their price": (
        "サクランボの初競りが開かれました。近くの店では、メロンが1玉980円で売られていました。",
        {"980円": "メロン"},
    ),
    "市 alone is the town of the text": (
        "美波市は4日、市民病院の見直し案をまとめた。市は現在352床の病床を300床に減らす。",
        {"352床": "美波市", "300床": "美波市"},
    ),
    "県 too": (
        "富山県は4日、対策をまとめた。県は病床を300床に減らす。",
        {"300床": "富山県"},
    ),
    "but not where no town was told of": ("市は病床を300床に減らす。", {"300床": "市"}),
    "a firm that asks leave to raise its fares": (
        "北信交通は19日、運賃の改定を申請した。申請が認められれば、年間1億8千万円の増収を見込む。同社は初任給を月2万円引き上げる方針。",
        {"1億8千万円": "北信交通", "2万円": "北信交通"},
    ),
    "a bill that was spoken of before": (
        "電力10社は27日、電気料金を発表しました。使用量が平均的な家庭では前の月より392円から478円高くなります。",
        {"392円から478円": "電気料金"},
    ),
    "from where to where a fare is paid": (
        "岬鉄道は20日、運賃を改めると発表した。高山―飛騨古川は240円が260円に、高山―猪谷間は990円から1080円になる。",
        {"240円": "高山―飛騨古川", "260円": "高山―飛騨古川", "1080円": "高山―猪谷"},
    ),
    "a route is no ticket": (
        "運賃は高い。切符は東京―大阪が4500円で売られた。",
        {"4500円": "東京―大阪"},
    ),
    "what the headline makes dearer": (
        "路線バス平均12%値上げ申請　来月から\n\n浜交通は19日、運賃の改定を申請した。",
        {"12%": "路線バス"},
    ),
    "a fee in a clause of its own": (
        "市は現在352床の病床を300床に減らすほか、選定療養費を7700円から1万1千円に引き上げる。",
        {"7700円": "選定療養費", "1万1千円": "選定療養費"},
    ),
    "the money of the town that a headline turns to": (
        "市民病院、赤字14億円の見通し　美波市、一般会計から6億円繰り入れ\n\n美波市は4日、病院の見通しを示した。",
        {"14億円": "市民病院", "6億円": "美波市"},
    ),
    "so many are no others' owner": (
        "上田市は今いる30人の職員を25人に減らす。",
        {"30人": "上田市", "25人": "上田市"},
    ),
    "what is sent out of a place": (
        "出水市で、特産のスナップエンドウの出荷が最盛期を迎えています。\nことしの出荷量は去年より1割ほど多い320トンを見込んでいます。",
        {"1割ほど": "スナップエンドウ", "320トン": "スナップエンドウ"},
    ),
    "but a firm's shipments stay the firm's": (
        "浜電子は2日、決算を発表した。倉庫では部品の出荷が始まった。今年の出荷量は320トンを見込む。",
        {"320トン": "浜電子"},
    ),
    "goods before a count of boxes": (
        "特産の二十世紀梨の出荷が始まりました。\n集荷場では、60戸の農家から900箱が持ち込まれました。\n4キロ入り1箱の卸値は3100円でした。",
        {"3100円": "二十世紀梨"},
    ),
    "a ticket for a day": (
        "1日券は去年より600円値上げして5300円としました。",
        {"600円": "1日券", "5300円": "1日券"},
    ),
    "homes are not the power that they use": (
        "5月請求分の電気料金は、使用量が平均的な家庭で前の月より120円から140円安くなります。",
        {"120円から140円": "電気料金"},
    ),
    "goods are not what they are rich in": (
        "この地域では糖度が高いミカンが1キロ480円で取引されている。",
        {"480円": "ミカン"},
    ),
}

FOUND = {
    "dearer by so much to so much": ("電気料金は前の月より310円から365円高くなります。", [(310, 365)]),
    "so much to so much or so": ("ガソリンの小売価格は3円から5円ほど上がる見通しです。", [(3, 5)]),
    "cheaper too": ("家庭の電気料金は1600円から1800円値下がりします。", [(1600, 1800)]),
    "warmer than usual": ("気温は平年より2度から3度高くなる見込みです。", [(2, 3)]),
    "from one price to another": ("キャベツの卸値は1箱1200円から1800円に上がった。", [(1200, None), (1800, None)]),
    "from one to another, raised": ("入館料を500円から800円に引き上げる。", [(500, None), (800, None)]),
    "once raised": ("平均株価は前日の2万5000円から2万5100円高の値を付けた。", [(25000, None), (25100, None)]),
    "what a lot goes for is no count": (
        "メロンの初競りで、最も高いものは2玉で300万円の値がつきました。",
        [(3000000, None)],
    ),
    "nor is what power is paid by": ("買い取り価格は1キロワットアワー当たり15円です。", [(15, None)]),
}


@pytest.mark.parametrize("case", OWNERS)
def test_whose_it_is(case: str) -> None:
    text, wanted = OWNERS[case]
    assert owners_of(text, wanted) == wanted


@pytest.mark.parametrize("case", FOUND)
def test_what_is_counted(case: str) -> None:
    text, wanted = FOUND[case]
    found = [(c.value.amount, c.value.amount_max) for c in extract_text(text) if c.value]
    assert found == wanted


def test_a_plan_to_raise_is_a_rise() -> None:
    found = [
        (c.value.amount, c.direction) for c in extract_text("浜交通は、初任給を月2万円引き上げる方針。") if c.value
    ]
    assert found == [(20000, "up")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("県立病院は選定療養費を5500円から7700円に引き上げる。", "price_level"),
        ("町は学校給食費を月4800円に改める。", "price_level"),
        ("町は給食費の無償化に2億円を計上した。", "financial"),
    ],
)
def test_what_everybody_pays_is_a_price(text: str, kind: str) -> None:
    assert {claim.kind for claim in extract_text(text) if claim.value} == {kind}
