"""What other figures are held against, what flows go on with, and what a page's title and a market's release say."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

OWNERS: dict[str, tuple[str, dict[str, str]]] = {
    "the peers have the figure that a firm's is above": (
        "カガリ電池の粗利率は31%と、国内同業の12%前後を大きく引き離す。",
        {"31%": "カガリ電池", "12%前後": "国内同業"},
    ),
    "and the average of a trade": (
        "岬薬局の離職率は9%で、小売業界の平均20%より低い。",
        {"9%": "岬薬局", "20%": "小売業界"},
    ),
    "a share of them is no figure of theirs": (
        "カガリ電池のシェアは業界の4割に達する。",
        {"4割": "カガリ電池"},
    ),
    "the parts of a flow": (
        "ビットコイン現物ETFは10日、3億ドルの純流入。岬投信のMBTが2億ドルで首位、カガリのKBTは8000万ドルだった。",
        {"3億ドル": "ビットコイン現物ETF", "2億ドル": "岬投信のMBT", "8000万ドル": "カガリのKBT"},
    ),
    "which side of a market had to close": (
        "過去24時間の強制ロスカットは4億ドルで、うちロングが3億ドル、ショートが1億ドルだった。",
        {"3億ドル": "ロング", "1億ドル": "ショート"},
    ),
    "what is raised meanwhile is no flow": (
        "ビットコイン現物ETFは10日、3億ドルの純流入。一方、青葉証券は5億ドルを調達した。",
        {"5億ドル": "青葉証券"},
    ),
    "goods are registered, not the word for new": (
        "組合が6日発表した9月の外国車新規登録台数は、前年同月比3%減の2万台だった。",
        {"3%": "外国車", "2万台": "外国車"},
    ),
    "where new ones are all that is told": (
        "自動車工業会が6日発表した9月の新車登録台数は、前年同月比3%減の2万台だった。",
        {"3%": "新車", "2万台": "新車"},
    ),
    "an association foresees what the market does": (
        "9月の普通トラック新規登録台数は1割減の6200台だった。自販連合会は通期の見通しを7万台から6万台に下方修正した。",
        {"7万台": "普通トラック", "6万台": "普通トラック"},
    ),
}


@pytest.mark.parametrize(("text", "told"), OWNERS.values(), ids=list(OWNERS))
def test_whose_it_is(text: str, told: dict[str, str]) -> None:
    claims = extract_text(text)
    found = {c.evidence.text: c.subject.name for c in claims if c.value is not None and c.subject is not None}
    assert {words: found.get(words) for words in told} == told


MEASURES: dict[str, tuple[str, dict[str, tuple[str, str | None, str | None]]]] = {
    "what was closed by force": (
        "ソラナ急落でロング3億ドルが強制決済された。",
        {"3億ドル": ("quantity", "強制決済", None)},
    ),
    "a debt that is settled is none": (
        "岬商会は債務2億円を決済した。",
        {"2億円": ("financial", "debt", None)},
    ),
    "a page's title with the column behind it": (
        "ソラナ150ドル割れ、売りが続く｜市況\n\nソラナは12日に下げた。",
        {"150ドル": ("price_level", "crypto", None)},
    ),
    "a trail of links is no title": (
        "ホーム｜経済、3面｜岬新聞\n\nソラナは12日に下げた。",
        {},
    ),
    "a headline's part is of what the lead counts": (
        "バス9月登録、1割減　EVは3.1倍\n\n9月のバス新規登録台数は前年同月比1割減の900台だった。EVは3.1倍の88台にとどまる。",
        {"3.1倍": ("delivery", "registrations", "up"), "1割": ("delivery", "registrations", "down")},
    ),
    "nearly three times the number of a year ago": (
        "9月の登録台数はカガリ自動車が前年の3倍近い780台だった。",
        {"3倍近い": ("delivery", "registrations", "up")},
    ),
}


@pytest.mark.parametrize(("text", "told"), MEASURES.values(), ids=list(MEASURES))
def test_what_it_measures(text: str, told: dict[str, tuple[str, str | None, str | None]]) -> None:
    claims = [c for c in extract_text(text) if c.value is not None]
    found = {c.evidence.text: (c.kind, c.measure, c.direction) for c in claims}
    assert {words: found.get(words) for words in told} == told
    assert found or not told
