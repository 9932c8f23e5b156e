"""The parser: the same heads and labels as the stock pipeline, offsets that hold, order that stays."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jijitsu.extract import parsing
from jijitsu.extract.parsing import ParserMissingError, trees

SENTENCES = [
    "東都自動車は3%安、北海電機は2%高で取引を終えた。",
    "東都自動車が5月に発表した新型車の販売台数は12万台に達した。",
    "北海電機を抜いて首位に立った東都自動車の時価総額は約3兆円に膨らんだ。",
    "米テスラの株価は前日比5.2%下落し、エヌビディアも3%超下げた。",
    "売上高は前年同期比8％増の1兆2000億円、営業利益は同15％減の900億円だった。",
    "同社の山田太郎社長は「需要は底堅い。投資は続ける」と述べた。",
    "アナリストの一人は、来期の純利益が過去最高の500億円になると予想している。",
    "日経平均株価は３日続落し、終値は前日比２３８円５０銭安の３万８１２３円１０銭だった。",
    "ドルは対円で一時161円49銭まで上昇した。",
    "円相場は1ドル=150円台前半で推移している。",
    "欧州では、フォルクスワーゲンが10万台、BMWが4万台をそれぞれ納車した。",
    "ビットコインは6万ドルを割り込み、イーサリアムは8％下落した。",
    "南洋銀行が保有する東都自動車株の評価額は1200億円に上る。",
    "買収額は27億ドルで、北海電機にとって過去最大となる。",
    "2026年3月期の連結純利益は前期比12%減の340億円となる見通しだと発表した。",
    "取引終了後に決算を発表した南洋半導体は時間外で7%上昇した。",
    "調査会社の東西リサーチによると、世界出荷台数は前年比3.1%増の3億3200万台だった。",
    "これに対し東都自動車の広報担当者はコメントを控えた。",
    "「もう限界だ。助けてほしい」と話した店主もいる。",
    "利益率が高いのは北海電機で、18%だった。",
    "コストは1台あたり約300ドル下がり、2万ドルを下回った。",
    "株価は年初来で2倍以上になったが、市場では「割高だ」との声も聞かれる。",
    "政府は、少なくとも4000億円の補助金を出す方針を固めた。",
    "工場は2027年に稼働し、年間50万個の電池を生産する計画だ。",
    "東証株価指数(TOPIX)は12.34ポイント安い2,712.10。",
    "S&P 500種は 0.3 %高、ナスダック総合 は 横ばい。",
    "　前引けにかけては、  買い戻しが入った 。",
    "長期金利の指標となる新発10年物国債の利回りは0.02％上昇(価格は下落)し、1.57％をつけた。",
    "オラクル、デル、スーパー・マイクロも8.7％以上下げた…。",
    "【決算】東都自動車、営業最高益　7〜9月期",
    "・北海電機: 4,120円 (+2.5%)",
    "首位は東都自動車の18.2%、2位は北海電機の15.7%、3位は南洋工業の9.9%だった。",
    "同氏が保有する株式の価値は、発表前に比べて40億ドル減った。",
    "発電所から半径20キロの住民約7万8000人に避難を指示した。",
    "配当は1株当たり45円とし、前期から5円増やす。",
    "負債が資産を120億円上回る債務超過に陥った。",
    "北米でのEV販売が鈍った北海電機とは対照的に、東都自動車の利益は3割増えた。",
    "赤字幅は前の期の80億円から25億円に縮まった。",
    "ロンドン株は反発し、FTSE100種総合指数は41.5ポイント高の8234.1で終えた。",
    "𠮷野運輸は👨‍👩‍👧向けに㌔単価を見直し、1㌔200円とした。",
]


@pytest.fixture(scope="module")
def ours():
    return trees(SENTENCES)


def test_heads_and_labels_are_those_of_the_stock_pipeline(ours):
    import spacy

    stock = spacy.load("ja_ginza", exclude=["ner"])
    stock.add_pipe("disable_sentencizer", before="parser")  # one text, one sentence
    for sentence, tree in zip(SENTENCES, ours, strict=True):
        theirs = [(t.idx, t.text, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i) for t in stock(sentence)]
        assert [(n.start, n.text, n.pos, n.tag, n.lemma, n.dep, n.head) for n in tree.nodes] == theirs


def test_offsets_are_code_points_of_the_text_given(ours):
    for sentence, tree in zip(SENTENCES, ours, strict=True):
        assert all(sentence[node.start : node.end] == node.text for node in tree.nodes)


def test_one_text_has_one_root(ours):
    assert all(sum(node.head == i for i, node in enumerate(tree.nodes)) == 1 for tree in ours)


def test_order_and_batches_change_nothing(ours):
    assert trees(SENTENCES[::-1])[::-1] == ours
    assert [trees([sentence])[0] for sentence in SENTENCES[:5]] == ours[:5]


def test_batches_are_bounded_by_words():
    long = "東都自動車は" + "上がって下がって" * 300 + "終えた。"
    layouts = [parsing.words_of(text) for text in ["短い。", long, "短い。", *["短い。"] * 100]]
    batches = list(parsing._batches(layouts))
    assert [len(batch) for batch in batches] == [1, 1, 64, 37]
    assert [layout for batch in batches for layout in batch] == layouts


def test_blank_texts_keep_their_place():
    assert [len(tree.nodes) for tree in trees(["", "上がった。", " ", ""])] == [0, 3, 1, 0]


def test_memory_is_flat_over_new_words():
    before = len(parsing._model().vocab.strings)
    trees([f"北海{chr(0x4E00 + i)}{chr(0x5E00 + i)}は{i}円高。" for i in range(50)])
    assert len(parsing._model().vocab.strings) == before


def test_a_missing_model_is_named_in_one_line(monkeypatch):
    monkeypatch.setattr(parsing, "find_spec", lambda name: None)
    with pytest.raises(ParserMissingError, match=r"^the parser's model ja_ginza is not installed\. pip .*\.$"):
        parsing._home()


def test_importing_the_module_imports_no_parser():
    code = "import sys, jijitsu.extract.parsing; sys.exit(any(m in sys.modules for m in ('spacy', 'thinc', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
