"""Whatever stands where only a firm stands is one, whatever its words; ordinary nouns that stand there too are none."""

from __future__ import annotations

import pytest

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.entity.names import introduced, names
from jijitsu.extract.linking.entity.standing import standing

MADE_UP = ("グランフォート", "スカイレール", "栗林堂", "青葉製薬", "ルモラ", "Kumoa")
"""Two ordinary words in katakana, a surname and a house, a word and an ending, words that no dictionary has."""
ORDINARY = ("半導体", "ハイテク", "原油", "銀行", "自動車", "ライバル", "製造業", "シンガポール", "主要企業", "中古車")


def firms(text: str) -> set[str]:
    """The words of `text` that the article alone shows to be a firm's name."""
    folded = fold(text)
    known = names()
    registered = {folded[start:end] for start, end, _ in known.find(folded)}
    hits = introduced(folded, folded, known).find(folded)
    return {folded[start:end] for start, end, entity in hits if entity.type == "company"} - registered


PLACES = [
    "▽{}　4〜6月期の事業損益が820億円の赤字となった。",
    "◇{}が急騰、上方修正と増配を好感。純利益は増える。",
    "　{}＝TOBで買い付ける株数は2130万株。",
    "■{}（6123）　続伸。",
    "■{}<59X1> 1311 +3。一時ストップ高まで買われた。",
    "{}の株価が9月の最高値から4割下げた。",
    "{}の目標株価を2000円から2300円に引き上げた。",
    "{}への投資判断を「売り」に下げた。株価は下がった。",
    "半面、{}は0.7%下げ、時価総額を1100億円減らした。",
    "TOPIXは0.41%安。{}が3.2%、トヨタ自動車が1.8%下落して足を引っ張った。",
    "トヨタ自動車と{}はともに2.6%上昇した。",
    "同業の{}は2.2%高だった。",
    "台湾の{}の12月の売上高は872億台湾ドルと12%増えた。",
    "営業利益が4割減った{}からも社外取締役の席を引き出している。",
    "10位の{}（17兆2000億円）との差は1兆円余りに開いた。時価総額の差である。",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", MADE_UP)
def test_what_stands_where_only_a_firm_stands_is_one(place: str, name: str) -> None:
    assert name in firms(place.format(name))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("noun", ORDINARY)
def test_an_ordinary_noun_there_is_none(place: str, noun: str) -> None:
    assert noun not in firms(place.format(noun))


@pytest.mark.parametrize(
    "text",
    [
        "高級ブランド株が軒並み売られた。",
        "国内コンビニの営業利益は545億円と11%減った。",
        "首位のセレスタ大阪が3連勝した。株価は動かない。",
        "大麻草25株がプランターで見つかった。株価は動かない。",
        "主要10社の時価総額は合計で480億ユーロを超えた。",
        "あさひヘルスネット<472A>の初値は公開価格を上回った。ヘルスネット業界は沸いた。",
        "国内大手の証券系アナリストは「買い」とみる。株価は上がった。",
        "CME先物清算値は5万9400円だった。",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    found = firms(text)
    assert found <= {"あさひヘルスネット"}


def test_a_place_says_what_it_is_once_for_each() -> None:
    said = [(sign.name, sign.label, sign.points) for sign in standing(fold("グランフォートの株価は3%高。"))]
    assert said == [("グランフォート", "share", 3)]


def test_the_land_before_a_name_is_no_part_of_it() -> None:
    assert "エヌテックス" in firms("韓国エヌテックス、営業利益12兆ウォン。韓国エヌテックスの純利益は増えた。")
    assert "青葉製薬" in firms("3位の米青葉製薬が2.7%増の1390万台だった。株価は上がった。")


def test_a_house_is_named_in_whole_where_its_faults_came_to_light() -> None:
    assert "あさひの郷" in firms(
        "不正請求が明らかになったあさひの郷について、国が聞き取りを始めた。同社の株価は下げた。"
    )


def test_what_joins_two_names_is_no_part_of_the_second() -> None:
    assert "つばき食品" in firms("エヌテックスとつばき食品もそれぞれ3%、1.6%上げた。エヌテックスの株価は安い。")


def test_kana_alone_is_a_name_where_only_a_firm_stands() -> None:
    assert "つむぎ" in firms("■つむぎ <5706>　3%高\n株価は上げた。")
    assert "ほたるび" in firms("ほたるび株は1.2%安の637円。株価は下げた。")
    assert not {"これら", "また"} & set(firms("これら株は売られた。また株は上げた。株価は安い。"))


def test_words_that_the_dictionary_takes_for_verbs_and_adjectives_may_be_names() -> None:
    text = "電気自動車メーカーの{}は、四半期の純利益が4億円だったと発表した。{}株は3%高。"
    for name in ("よつばケア", "スマートファクト"):
        assert name in firms(text.format(name, name))
    assert "すでにテスラ" not in firms("すでにテスラは純利益が4億円だったと発表した。すでにテスラ株は3%高。")
