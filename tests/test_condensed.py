"""What stands between a figure and its words is left out of what is read, and nothing of the article is lost by it."""

from __future__ import annotations

import re
from random import Random

import pytest
from conftest import PUBLISHED, ROOT, article
from mutating import claims_of, sound

from jijitsu.extract import extract_text
from jijitsu.extract.copies.condensed import condensed
from jijitsu.extract.lexicon import words
from jijitsu.extract.pipeline import read_through
from jijitsu.extract.revising import reread

SPACED = "精機、最高益\n若坂精機 の 純利益は 15 億 3000 万円 だった。12 月 22 日 の株価は 3 ％ 高 の 1200 円 だった。"
WRAPPED = (
    "若坂精機が最高益\n\n若坂精機が22日に発表した2025年4～9月期の連結決算は、純利益が前年\n同期比15%増の30億5000万円だった。売上高は8%増の420億円。米国で産\n"
    "業用の機械が伸びた。同社の早見慎吾社長は会見で「足元の受注は想定を上\n回っている」と述べた。22日の株価は前日比3%高の1200円で取引を終え\nた。\n"
)
ARTICLES = sorted((ROOT / "tests" / "articles").glob("*.txt"))


def told(text: str) -> dict[str, str | None]:
    claims = extract_text(text, published=PUBLISHED)
    sound(text, claims)
    return {c.value.text: c.subject.name if c.subject else None for c in claims if c.value is not None}


def test_blanks_around_figures_are_not_read() -> None:
    assert told(SPACED) == {"15 億 3000 万円": "若坂精機", "3 ％": "若坂精機", "1200 円": "若坂精機"}
    assert {c.time.text for c in extract_text(SPACED, published=PUBLISHED) if c.time} == {"12 月 22 日"}


@pytest.mark.parametrize(
    "text", ["日経平均 3万8000円 前日比 120円高\n", "PS5 ボルトラッシュ 1万9340本\nPS4 ボルトラッシュ 9866本\n"]
)
def test_blanks_that_part_columns_stay(text: str) -> None:
    assert condensed(article(text)).whole


def test_lines_of_one_width_run_on() -> None:
    assert told(WRAPPED) == {
        "15%": "若坂精機", "30億5000万円": "若坂精機", "8%": "若坂精機", "420億円": "若坂精機", "3%": "若坂精機", "1200円": "若坂精機",
    }  # fmt: skip
    (quote,) = (c for c in extract_text(WRAPPED, published=PUBLISHED) if c.quote is not None)
    assert quote.evidence.text == "足元の受注は想定を上\n回っている"


def test_lines_of_a_list_stay_apart() -> None:
    listed = "".join(
        f"{name}の株価は前日に比べて大きく動いた{'ー' * number}\n" for number, name in enumerate("甲乙丙丁戊己")
    )
    assert condensed(article(listed * 2)).whole


@pytest.mark.parametrize("entry", words("reasons"), ids=lambda entry: str(entry["word"]))
def test_a_reason_between_a_topic_and_its_figure_is_left_out(entry: dict[str, str]) -> None:
    copy = condensed(article(entry["seen"]))
    assert entry["word"] not in copy.read.text
    assert copy.read.text[0] == entry["seen"][0] and copy.read.text[-1] == "。"


@pytest.mark.parametrize(
    "text",
    [
        "調査会社によると、出荷は3%増えた。",
        "A社は減益を受けて、B社は3%下げた。",
        "日経平均は4%の円安を受けて、3%上げた。",
        "日経平均は「利上げ」を受けて、3%上げた。",
        "日経平均は早見氏の発言を受けて、3%上げた。",
        "日経平均は米国株高を受けて、反発した。",
        "需要が伸びたことから、3%増えた。",
    ],
)
def test_what_may_tell_more_is_read(text: str) -> None:
    assert condensed(article(text)).whole


def test_a_reason_that_names_others_owns_nothing() -> None:
    text = "TOPIXは、日銀の利上げを見越して、0.4%下げた。トヨタ自動車は、テスラとの競争が激しくなる中、純利益が3億円だった。"
    assert told(text) == {"0.4%": "東証株価指数", "3億円": "トヨタ自動車"}


def test_who_says_it_says_the_reason_too() -> None:
    text = "トヨタ自動車は人手不足を理由に、再稼働を28年度に先送りすると発表した。"
    (quote,) = (c for c in extract_text(text, published=PUBLISHED) if c.quote is not None)
    assert quote.evidence.text == "人手不足を理由に、再稼働を28年度に先送りする"


def test_everything_stands_in_its_place() -> None:
    for text in (SPACED, WRAPPED):
        read = article(text)
        (linked,) = read_through([read])
        assert linked.story.article is read
        for scene in linked.story.scenes:
            assert text[scene.sentence.start : scene.sentence.end] == scene.sentence.text
            assert all(text[m.start : m.end] == m.text for m in scene.mentions)
        again, _ = reread(read)
        assert [claim.id for claim in again.claims] == [c.id for c in extract_text(text, published=PUBLISHED)]


def test_a_habit_of_blanks_changes_no_claim() -> None:
    for path in Random(5).sample(ARTICLES, 30):
        text = path.read_text(encoding="utf-8")
        if " " in text or "　" in text or len(re.findall(r"[一-鿿ぁ-ん][0-9]", text)) < 6:
            continue
        spaced = re.sub(r"(?<=[一-鿿ァ-ヺぁ-ん])(?=[0-9])|(?<=[0-9])(?=[一-鿿ァ-ヺぁ-ん])", " ", text)
        flat = [(c.kind, c.subject and c.subject.name.replace(" ", ""), c.value) for c in claims_of(text, PUBLISHED)]
        wide = [(c.kind, c.subject and c.subject.name.replace(" ", ""), c.value) for c in claims_of(spaced, PUBLISHED)]
        assert [(k, s, v and (v.amount, v.unit)) for k, s, v in wide] == [
            (k, s, v and (v.amount, v.unit)) for k, s, v in flat
        ], path.name
