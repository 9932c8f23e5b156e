"""Names: the registry, borders, doubtful words, codes, names of the article itself, and the user's own."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.names import Names, introduced, names
from jijitsu.extract.linking.entity.userfile import LexiconError


def seen(text: str, known: Names | None = None) -> list[tuple[str, str, str | None]]:
    """(text, name, id) of every name in `text`."""
    return [(text[start:end], found.name, found.id) for start, end, found in (known or names()).find(fold(text))]


def own(text: str) -> dict[str, str]:
    """Surface -> name of every name in `text`, with those that it introduces itself."""
    folded = fold(text)
    return {folded[start:end]: found.name for start, end, found in introduced(text, folded).find(folded)}


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("トヨタが上げた。", "トヨタ自動車", "XTKS:7203"),
        ("ＳＵＢＡＲＵが上げた。", "SUBARU", "XTKS:7270"),
        ("三菱UFJが上げた。", "三菱UFJフィナンシャル・グループ", "XTKS:8306"),
        ("ソフトバンクGが上げた。", "ソフトバンクグループ", "XTKS:9984"),
        ("ソフトバンクが上げた。", "ソフトバンク", "XTKS:9434"),
        ("パナHDが上げた。", "パナソニックホールディングス", "XTKS:6752"),
        ("ニトリHDが上げた。", "ニトリホールディングス", "XTKS:9843"),
        ("キオクシアが上げた。", "キオクシアホールディングス", "XTKS:285A"),
        ("日本ビルファンド投資法人が上げた。", "日本ビルファンド投資法人", "XTKS:8951"),
        ("米エヌビディアが上げた。", "NVIDIA", "XNAS:NVDA"),
        ("TESLAが上げた。", "Tesla", "XNAS:TSLA"),
        ("韓国サムスン電子が上げた。", "Samsung Electronics", "XKRX:005930"),
        ("騰訊控股(0700.HK)が上げた。", "Tencent", "XHKG:0700"),
        ("オープンAIが発表した。", "OpenAI", None),
    ],
)
def test_registry_links_what_news_writes(text: str, name: str, identifier: str | None) -> None:
    assert (name, identifier) in [hit[1:] for hit in seen(text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("平和を願う。", "a registered name that is a common noun"),
        ("数々のヒットを飛ばした。", "a registered name that is a common noun"),
        ("福岡ソフトバンクが勝った。", "a team"),
        ("ヤクルト戦に敗れた。", "a team"),
        ("野村氏が話した。", "a person"),
        ("鹿島市で開いた。", "a town"),
        ("19日伝えた。", "no half of a word"),
        ("4900万米ドルを払う。", "an amount"),
        ("大手銀が上げた。", "銀 is a bank's short form here"),
        ("www.apple.comを見る。", "an address"),
    ],
)
def test_registry_leaves(text: str, why: str) -> None:
    assert not seen(text), why


def test_doubtful_names_are_taken_in_company() -> None:
    assert not seen("メタとは何か。")
    assert seen("アップル、メタが安い。")[1][1] == "Meta"
    assert [hit[1] for hit in seen("韓国ウォンと台湾ドルは下げた。")] == ["韓国ウォン", "台湾ドル"]


def test_article_vouches_for_its_doubtful_names() -> None:
    assert own("メタ・プラットフォームズが発表した。\nメタとは契約を結ばない。")["メタ"] == "Meta"
    assert own("日立株が買われた。\n日立を見る目が変わった。")["日立"] == "日立製作所"


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("アサギリ精機が1日発表した。", "アサギリ精機", "アサギリ精機"),
        ("北都重工業は赤字だった。北都重工は人を減らす。", "北都重工", "北都重工業"),
        ("北都重工業は赤字だ。子会社の北都マリンも赤字だ。", "北都マリン", "北都マリン"),
        ("カゲロウ・データが上場した。カゲロウは赤字だ。", "カゲロウ", "カゲロウ・データ"),
        ("ロボット開発のノリカナの創業者が話す。ノリカナは増やす。", "ノリカナ", "ノリカナ"),
        ("電池会社『ミドリナ』が届け出た。", "ミドリナ", "ミドリナ"),
        ("全日本たわし協会の話。日本竹製品連合会(竹連)は減ったとした。竹連の話。", "竹連", "日本竹製品連合会"),
        ("株式会社ソラトビが開いた。", "ソラトビ", "ソラトビ"),
        ("中国の比亜迪(BYD)が伸ばした。", "比亜迪(BYD)", "BYD"),
    ],
)
def test_article_introduces_names(text: str, surface: str, name: str) -> None:
    assert own(text).get(surface) == name


@pytest.mark.parametrize(
    "text",
    [
        "冷凍食品が伸びた。",
        "電気自動車が売れた。",
        "地方銀行が上げた。",
        "ハイテク株が売られた。",
        "米メディアが報じた。",
        "米クレイトン氏が語った。クレイトン氏は強気だ。",
        "大手メーカーが値上げした。",
        "同社が発表した。両社は争う。",
        "プレスリリースを出した。",
    ],
)
def test_article_introduces_no_common_nouns(text: str) -> None:
    assert not own(text)


def test_users_own_names(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    text = "- name: ミナモ電産\n  forms: [ミナモ]\n  id: XTKS:0001\n- {name: 鈴音硬貨, type: crypto}\n"
    file.write_text(text, encoding="utf-8")
    known = names(file)
    found = seen("ミナモと鈴音硬貨が上げた。", known)
    assert found == [("ミナモ", "ミナモ電産", "XTKS:0001"), ("鈴音硬貨", "鈴音硬貨", None)]
    assert seen("トヨタが上げた。", known)[0][2] == "XTKS:7203"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- name: あ\n  form: [い]\n", ":2: form: unknown key"),
        ("- name: あ\n  forms: い\n", ":2: forms: a list"),
        ("- name: あ\n  type: firm\n", ":2: type: firm is none of"),
        ("- forms: [い]\n", ":1: name: missing"),
        ("- name: あ\n  name: い\n", ":2: name: stands twice"),
        ("name: あ\n", "a list of entries"),
        ("- あ\n", ":1: an entry is a mapping"),
        ("- name: [\n", "own.yaml"),
    ],
)
def test_users_names_are_refused_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml") as caught:
        names(file)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "name", ["companies", "organisations", "countries", "indices", "currencies_names", "coins", "commodities"]
)
def test_lexicon_entries_are_words(name: str) -> None:
    """YAML reads an unquoted On as true and 500 as a number."""
    for entry in words(name):
        assert set(entry) <= {"name", "forms", "id", "type", "guard", "unless"}, entry
        assert all(isinstance(form, str) for form in (entry["name"], *entry.get("forms", ()))), entry
        assert ":" in entry.get("id", ":") or name == "currencies_names", entry


def test_names_of_a_hostile_text_take_linear_time() -> None:
    choose = random.Random(0)
    kana = "アイウエオカキクケコサシスセソタチツテト"
    text = "".join("".join(choose.choices(kana, k=4)) + "社は" for _ in range(16_000))
    start = time.process_time()
    introduced(text, text)
    introduced("銀行" * 50_000, "銀行" * 50_000)
    assert time.process_time() - start < 30
