"""Sums and counts as general news tells them: what goes on from the sentence before, who only judges or reports, whose it is at last."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jijitsu.extract import extract_text

Told = dict[str, tuple[str, str | None, str, str]]

CASES: dict[str, tuple[str, Told]] = {
    "what is handed over goes on with no cost of the sentence before": (
        "カガリ橋の工費は3億円だった。市は基金から2億円を受け取った。",
        {"3億円": ("cost", "カガリ橋", "300000000", "eq"), "2億円": ("other", "市", "200000000", "eq")},
    ),
    "nor has money that its own sentence names": (
        "くじの売り上げは6億円だった。次回への繰越金は1億円となった。",
        {"6億円": ("revenue", "くじ", "600000000", "eq"), "1億円": ("other", "繰越金", "100000000", "eq")},
    ),
    "a part of a debt is debt": (
        "青葉工業の負債は8億円に上る。うち2億円を借り換えた。",
        {"8億円": ("debt", "青葉工業", "800000000", "eq"), "2億円": ("debt", "青葉工業", "200000000", "eq")},
    ),
    "a cost goes on where nothing else is done with it": (
        "改修費は本館が3億円だ。別館は1億円だ。",
        {"3億円": ("cost", "本館", "300000000", "eq"), "1億円": ("cost", "別館", "100000000", "eq")},
    ),
    "a part that is counted in is not what is told": (
        "全国での被害額は駆除や補修の費用を合わせて年間150億円に及んだ。",
        {"150億円": ("loss", "被害額", "15000000000", "eq")},
    ),
    "but a cost that holds another is one": (
        "カガリ商事の工事費は設計費を含めて3億円だった。",
        {"3億円": ("cost", "カガリ商事", "300000000", "eq")},
    ),
    "no fine is of the judge": (
        "最高裁(森田良子裁判長)は早見太郎被告の上告を棄却した。これにより、罰金150万円とした一審判決が確定する。",
        {"150万円": ("cost", "早見太郎", "1500000", "eq")},
    ),
    "a year that was passed had so much itself": (
        "早見和也選手の今年の賞金は4億円で、2004年の3億9527万円を上回った。",
        {
            "4億円": ("other", "早見和也", "400000000", "eq"),
            "3億9527万円": ("other", "早見和也", "395270000", "eq"),
        },
    ),
    "a mark that is passed is a mark": (
        "カガリ商事の2004年の売上高は3億円を上回った。",
        {"3億円": ("revenue", "カガリ商事", "300000000", "gt")},
    ),
    "who gives a sum for something": (
        "森田さんの公演が中止になった。主催のミナトライブは、森田さんに2000万円の前金を払っていたうえ、準備に1億円程度を投入していたという。",
        {
            "2000万円": ("other", "ミナトライブ", "20000000", "eq"),
            "1億円程度": ("other", "ミナトライブ", "100000000", "approx"),
        },
    ),
    "a land that the sentence before speaks of": (
        "会議で早見和也局長が対策を求めた。\n隣国のオーストラリアでは、渡り鳥による感染を警戒している。新たに対策費として1000万ドルの予算を計上した。",
        {"1000万ドル": ("other", "オーストラリア", "10000000", "eq")},
    ),
    "what money goes in and out of": (
        "府警によると、男は偽名を使った。この口座には、約2億円に及ぶ出入金があったという。",
        {"約2億円": ("other", "口座", "200000000", "approx")},
    ),
    "those counted as topic": (
        "大阪地裁で訴訟の判決があった。2社は「3億円は会社から借りたもので請求権はない」と主張していた。",
        {"3億円": ("other", "2社", "300000000", "eq")},
    ),
    "what money is put to": (
        "早見大統領は3日、非常事態を宣言した。復興支援には合わせて10億ユーロが投入される。",
        {"10億ユーロ": ("other", "復興支援", "1000000000", "eq")},
    ),
    "and by its work": (
        "選挙管理委員会によると、投票所の設置に3億円が使われた。",
        {"3億円": ("other", "投票所", "300000000", "eq")},
    ),
    "the nearest of those whom a court orders": (
        "地裁は、カガリ県とカガリ県教育委員会に処分を禁じ、カガリ県に1人あたり3万円の損害賠償を命じた。",
        {"3万円": ("other", "カガリ県", "30000", "eq")},
    ),
    "no land in which it sells": (
        "「岬ガイド」は1900年に創刊された。現在世界90カ国で1900万部が販売されている。",
        {"1900万部": ("sales", "岬ガイド", "19000000", "eq")},
    ),
    "a rate that was read the day before": (
        "インドネシア中央銀行は利上げした。ルピアは前日の1米ドル1万783.8ルピアから反騰した。",
        {"1万783.8ルピア": ("fx_rate", "インドネシアルピア", "10783.8", "eq")},
    ),
    "whoever the article is about sold it": (
        "作家の早見和也氏が死去した。80歳だった。\n早見氏の小説は版を重ねた。\n400万部を売り上げるベストセラーとなった。",
        {"400万部": ("sales", "早見和也", "4000000", "eq")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_reads(case: str) -> None:
    text, told = CASES[case]
    found = {
        c.evidence.text: (c.measure, c.subject.name if c.subject else None, c.value.amount, c.value.relation)
        for c in extract_text(text)
        if c.value is not None
    }
    for words, (measure, whose, amount, relation) in told.items():
        assert words in found, f"{words} is no claim of {text}"
        assert found[words] == (measure, whose, Decimal(amount), relation), words


@pytest.mark.parametrize(
    "text",
    ["岬新聞は、27億円の経費がこの衛星に投入されたが、他国の半分の額に抑えられたという。"],
)
def test_a_paper_that_only_tells_spent_nothing(text: str) -> None:
    assert "岬新聞" not in {c.subject.name for c in extract_text(text) if c.value is not None and c.subject}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("カガリ酒造は240万ケース(大瓶1ケース20本相当として)の販売を目指す。", "20本"),
        ("日本郵政は普通切手(50円、80円)のデザインを改める。", "80円"),
        ("海鳴銀行は、300万円未満の6カ月もの定期預金の金利を0.1%引き上げる。", "300万円未満"),
        ("海鳴銀行は、1000万円以上の預金残高の場合は金利を0.25%とする。", "1000万円以上"),
    ],
)
def test_what_only_names_a_sort_is_no_claim(text: str, words: str) -> None:
    assert words not in {c.evidence.text for c in extract_text(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("カガリ酒造は2024年に1箱の缶を3万本販売した。", "3万本"),
        ("海鳴銀行は300万円以上の損失を出した。", "300万円以上"),
        ("森田さんは財布(50円、80円)を落とした。", "80円"),
    ],
)
def test_what_is_had_is_one(text: str, words: str) -> None:
    assert words in {c.evidence.text for c in extract_text(text)}


@pytest.mark.parametrize("text", ["教員組合と政府との合意では月額208ドルが保障されていた。"])
def test_what_is_paid_by_the_month_is_no_price(text: str) -> None:
    claims = [c for c in extract_text(text) if c.value is not None]
    assert [(c.kind, c.measure) for c in claims] == [("financial", "other")]
    assert all(c.subject is None or c.subject.name != "月額" for c in claims)
