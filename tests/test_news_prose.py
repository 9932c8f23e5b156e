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
        "県内の農作物の被害額は、柵の修理費を含めて年40億円に上った。",
        {"40億円": ("loss", "農作物", "4000000000", "eq")},
    ),
    "but a cost that holds another is one": (
        "カガリ商事の工事費は設計費を含めて3億円だった。",
        {"3億円": ("cost", "カガリ商事", "300000000", "eq")},
    ),
    "no fine is of the judge": (
        "高裁(森田良子裁判長)は早見太郎被告の訴えを退けた。罰金80万円とした地裁の判断が固まった。",
        {"80万円": ("cost", "早見太郎", "800000", "eq")},
    ),
    "a year that was passed had so much itself": (
        "早見和也選手の今年の賞金は2億円で、2019年の1億8350万円を上回った。",
        {
            "2億円": ("other", "早見和也", "200000000", "eq"),
            "1億8350万円": ("other", "早見和也", "183500000", "eq"),
        },
    ),
    "a mark that is passed is a mark": (
        "カガリ商事の2004年の売上高は3億円を上回った。",
        {"3億円": ("revenue", "カガリ商事", "300000000", "gt")},
    ),
    "who gives a sum for something": (
        "森田さんの展示会が流れた。主催のミナト企画は、森田さんに800万円の前金を払っていたうえ、設営に3000万円程度を投入していたという。",
        {
            "800万円": ("other", "ミナト企画", "8000000", "eq"),
            "3000万円程度": ("other", "ミナト企画", "30000000", "approx"),
        },
    ),
    "a land that the sentence before speaks of": (
        "会議で早見和也局長が対策を求めた。\n隣国のノルウェーでは、害虫の広がりを警戒している。新たに対策費として700万クローネの予算を計上した。",
        {"700万クローネ": ("other", "ノルウェー", "7000000", "eq")},
    ),
    "what money goes in and out of": (
        "県警は男の部屋を調べた。この口座には、約3千万円の出し入れがあったという。",
        {"約3千万円": ("other", "口座", "30000000", "approx")},
    ),
    "those counted as topic": (
        "さいたま地裁で訴訟の判決があった。3社は「5千万円は返し終えている」と訴えていた。",
        {"5千万円": ("other", "3社", "50000000", "eq")},
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
        "高裁は、カガリ県とカガリ県教育委員会に取り立てを禁じ、カガリ県に1世帯あたり7万円の賠償を命じた。",
        {"7万円": ("other", "カガリ県", "70000", "eq")},
    ),
    "no land in which it sells": (
        "「岬ガイド」は戦前に生まれた。いまでは世界40カ国で600万部が販売されている。",
        {"600万部": ("sales", "岬ガイド", "6000000", "eq")},
    ),
    "a rate that was read the day before": (
        "インドネシア中央銀行は利下げを見送った。ルピアは前日の1米ドル1万5210.5ルピアから上げに転じた。",
        {"1万5210.5ルピア": ("fx_rate", "インドネシアルピア", "15210.5", "eq")},
    ),
    "whoever the article is about sold it": (
        "作家の早見和也氏が死去した。80歳だった。\n早見氏の随筆は広く読まれた。\n70万部を売り上げる当たり作になった。",
        {"70万部": ("sales", "早見和也", "700000", "eq")},
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
    ["岬新聞は、9億円の費用がこの橋に投じられたが、隣の県の橋より安く済んだという。"],
)
def test_a_paper_that_only_tells_spent_nothing(text: str) -> None:
    assert "岬新聞" not in {c.subject.name for c in extract_text(text) if c.value is not None and c.subject}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("カガリ醸造は90万ケース(1ケース12本で数える)の販売を目指す。", "12本"),
        ("海鳴郵便は記念切手(60円、90円)の絵柄を改める。", "90円"),
        ("海鳴銀行は、300万円未満の6カ月もの定期預金の金利を0.1%引き上げる。", "300万円未満"),
        ("海鳴銀行は、500万円以上を預ける場合は金利を0.3%とする。", "500万円以上"),
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
