"""What a tree tells of a figure's owner: the [figure], the names in question, whose it is ("" for no answer)."""

from __future__ import annotations

import pytest

from jijitsu.extract.linking.asking import Grown
from jijitsu.extract.linking.sentence.branches import head_of, path_to_root, subjects
from jijitsu.extract.linking.sentence.questions import prefer
from jijitsu.extract.parsing import trees
from jijitsu.extract.pipeline import link, see
from jijitsu.schemas.article import Article
from jijitsu.schemas.span import Span

CASES = [
    # The name that stands nearest is in a relative clause that has ended.
    ("東都自動車は、北海電機が保有していた株式の[12%]を取得した。", "東都自動車 北海電機", "東都自動車"),
    ("前日に[5%]上げた東都自動車は反落し、北海電機も安い。", "東都自動車 北海電機", "東都自動車"),
    ("BYDは[59万台]を販売し、41万台だったテスラを抜いた。", "BYD テスラ", "BYD"),
    # ... or in a clause of cause.
    ("東都自動車は、北海電機が減産を発表したことを受けて[3%]安で始まった。", "東都自動車 北海電機", "東都自動車"),
    ("村田製作所は、アップルが部品の調達を減らすと伝わったことで[6%]下落した。", "村田製作所 アップル", "村田製作所"),
    ("東都自動車は、電池を作る北海電機の生産が滞ったため、販売が[12%]減った。", "東都自動車 北海電機", "東都自動車"),
    ("インテルの株価は、エヌビディアが出資すると発表したことで[23%]急騰した。", "インテル エヌビディア", "インテル"),
    ("北海電機は、東都自動車が売る車種に電池を供給しており、利益は[3割]増えた。", "北海電機 東都自動車", "北海電機"),
    # ... or is a party to what the subject does.
    ("エヌビディアの時価総額はアップルを抜いて[4兆ドル]に達した。", "エヌビディア アップル", "エヌビディア"),
    ("三菱商事の純利益は伊藤忠商事を[1000億円]下回った。", "三菱商事 伊藤忠商事", "三菱商事"),
    ("日産はホンダとの統合協議が破談となり、今期は[7500億円]の最終赤字に陥る。", "日産 ホンダ", "日産"),
    ("北海電機は、東都自動車向けの出荷が落ち込み、売上高が[8%]減の1兆円となった。", "北海電機 東都自動車", "北海電機"),
    # The figure stands in the owner's relative clause, before it.
    ("[7%]下落した北海電機に対し、東都自動車は小幅高にとどまった。", "北海電機 東都自動車", "北海電機"),
    ("時価総額が[3兆円]を超えた東都自動車は、北海電機を上回った。", "東都自動車 北海電機", "東都自動車"),
    ("BYDは59万台を販売し、[41万台]だったテスラを抜いた。", "BYD テスラ", "テスラ"),
    ("値上がりしたのは、21%高となったIHI、[14%]上昇したメイコーの2銘柄。", "IHI メイコー", "メイコー"),
    ("オープンAIに[300億ドル]を出資するソフトバンクの株価は上昇した。", "オープンAI ソフトバンク", "ソフトバンク"),
    ("東都自動車は、株価が[5%]上昇した北海電機の株式を買い増した。", "東都自動車 北海電機", "北海電機"),
    ("東都自動車は、最終赤字が[50億ドル]に拡大した北海電機の筆頭株主だ。", "東都自動車 北海電機", "北海電機"),
    ("年金基金は、1〜3月期に株価が[14%]下落したデンマークの北海電機を買い増している。", "北海電機", "北海電機"),
    # ... but what was paid for does not own the money.
    ("ソフトバンクは、[400億ドル]を投じたオープンAIの上場に備える。", "ソフトバンク オープンAI", ""),
    ("東都自動車は、[3000億円]で買収した北海電機を上場させる。", "東都自動車 北海電機", ""),
    # The nearest it is: a name before の, a subject of its own, brackets.
    ("首位は東都自動車の[18.2%]、2位は北海電機の15.7%だった。", "東都自動車 北海電機", "東都自動車"),
    ("首位は東都自動車の18.2%、2位は北海電機の[15.7%]だった。", "東都自動車 北海電機", "北海電機"),
    ("北海電機の決算が嫌気され、東都自動車も[3%]下げた。", "北海電機 東都自動車", "東都自動車"),
    ("ソフトバンクが出資するオープンAIの評価額は[5000億ドル]に膨らんだ。", "ソフトバンク オープンAI", "オープンAI"),
    ("評価額で、オープンAIはJPモルガン([8600億ドル])にほぼ並ぶ。", "オープンAI JPモルガン", "JPモルガン"),
    # Who speaks is not who earns.
    ("南洋証券は、北海電機の株価が[4200円]まで上がると予想している。", "南洋証券 北海電機", "北海電機"),
    ("北海電機は、純利益が[340億円]になると発表した。", "北海電機", "北海電機"),
    ("国内では、南洋総研が7〜9月期の出荷を前年同期比5%減の約[760万台]と推計した。", "南洋総研", ""),
    # No answer: the nearer name is part of the figure's own clause, or there is nothing to tell by.
    ("南洋証券は北海電機の目標株価を[4200円]に引き上げた。", "南洋証券 北海電機", ""),
    ("東都自動車によると、北海電機への支払いは[30億円]に上る。", "東都自動車 北海電機", ""),
    ("ホンダは二輪の販売がヤマハの3倍の[2000万台]に達した。", "ホンダ ヤマハ", ""),
    ("[3%]高。", "", ""),
]  # fmt: skip


def _asked(text: str, names: str) -> tuple[str, Span, list[Span]]:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    return plain, Span(start, end), [Span(plain.index(name), plain.index(name) + len(name)) for name in names.split()]


@pytest.fixture(scope="module")
def forest():
    texts = [_asked(text, names)[0] for text, names, _ in CASES]
    return dict(zip(texts, trees(texts), strict=True))


@pytest.mark.parametrize(("text", "names", "owner"), CASES)
def test_prefer(forest, text, names, owner):
    plain, figure, spans = _asked(text, names)
    found = prefer(forest[plain], figure, spans)
    assert ("" if found is None else names.split()[found]) == owner


def test_lists_without_verbs_are_never_crossed():
    """The tree may hang 東都自動車's figure on 北海電機: then silence, not the wrong name."""
    for pattern in (
        "{}は{}、{}は{}それぞれ下げた。",
        "{}が{}高、{}が{}安。",
        "{}は{}減の9万台、{}は{}増の8万台だった。",
    ):
        text = pattern.format("東都自動車", "3%", "北海電機", "5%")
        spans = [Span(0, 5), Span(text.index("北"), text.index("北") + 4)]
        parsed = trees([text])[0]
        for turn, figure in enumerate(("3%", "5%")):
            at = text.index(figure)
            assert prefer(parsed, Span(at, at + 2), spans) in {turn, None}


def test_walking():
    text = "東都自動車の株価は前日比5.2%下落した。"
    parsed = trees([text])[0]

    def words(indices):
        return [parsed.nodes[i].text for i in indices]

    figure = Span(text.index("5.2"), text.index("下"))
    at = head_of(parsed, figure)
    way = list(path_to_root(parsed, at))
    assert words(way) == ["%", "下落"]
    assert words(subjects(parsed, way[-1])) == ["株価"]
    assert head_of(parsed, Span(len(text), len(text) + 3)) is None
    assert prefer(trees([""])[0], Span(0, 1), [Span(0, 1)]) is None


def test_deep_trees_are_no_trouble():
    """A chain of の as long as a sentence may be: no deep recursion, no time that grows with the square."""
    text = "社の" * 1900 + "3%が" * 50
    parsed = trees([text])[0]
    spans = [Span(at, at + 1) for at in range(0, 3800, 2)]
    for at in range(3800, len(text) - 2, 3):
        prefer(parsed, Span(at, at + 2), spans)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ホンダは6兆円の負債を抱える三菱自動車を支援する。", True),  # whose are 6兆円?
        (
            "ホンダは時価総額が6兆円を超えた三菱自動車を追う。",
            False,
        ),  # word order tells: a が of its own, a verb of reaching
        ("ホンダの時価総額は6兆円に届かず、部品不足に見舞われた三菱自動車は下げた。", False),  # a clause of its own
        ("トヨタ自動車は、ホンダが新型車を売り出し、売上高が1兆円に達した。", True),
        ("トヨタ自動車は、ホンダが設計した新型車の売上高が1兆円に達した。", False),  # who designs is in a clause
        ("トヨタ自動車は、ホンダを抜いて3%安で始まった。", False),  # ホンダ is nobody's rival behind を
        ("トヨタ自動車は3%安で始まった。", False),
    ],
)
def test_the_parser_is_asked_only_where_its_answer_could_matter(text, asks):
    story = see(Article(text=text, sha256=""))
    grown = Grown({scene.sentence.index for scene in story.scenes})
    link(story, grown)
    assert bool(grown.missed) == asks
