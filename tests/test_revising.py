"""Drafts read again: whatever was edited, what comes out is what a fresh reading gives, and little is looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st

from jijitsu.extract.checking import Dossier
from jijitsu.extract.desk import dossiers
from jijitsu.extract.revising import Known, reread
from jijitsu.extract.story import Scene
from jijitsu.schemas.article import Article

DRAFT = (
    "南海テックと北星電機、決算を発表\n\n"
    "トヨタ自動車の株価は13日、前日比3%超下落し、時価総額が約1兆5000億円減った。"
    "南海テック株式会社の売上高は前年同期比12%増の340億円だった。同社の営業利益は21億円にとどまった。\n"
    "山野誠アナリストは「需要は底堅い。ただ在庫は重い」と述べた。\n"
    "・北星電機（以下、北星）の2025年の出荷は4万8200台だった。\n"
    "ソニーグループがアップルを上回り、エヌビディアは5%上昇した任天堂を2%下回った。🎌𠮷田社長は13日(金)に会見した。\n"
)
PIECES = (
    "あ", "。", "\n", "「", "」", "3%", "1億円", "13日", "トヨタ", "株式会社", "北星", "🎌", "𠮷", "（以下、", "）", "が", "を",
    "上昇した", "前日比", "メタ", "メタ株", " ", "\r\n", "・", "と述べた", "",
)  # fmt: skip


def fresh(draft: Article) -> Any:
    (dossier,) = dossiers([draft])
    return dossier


def scenes_of(dossier: Dossier) -> tuple[Scene, ...]:
    assert dossier.story is not None
    return dossier.story.scenes


def assert_same(draft: Article, known: Known | None) -> Known:
    """Read a draft again, and hold it against a fresh reading; return what is kept."""
    dossier, kept = reread(draft, known)
    other = fresh(draft)
    assert msgspec.json.encode(dossier.claims) == msgspec.json.encode(other.claims)
    assert dossier.speeches == other.speeches
    assert dossier.story is not None
    assert dossier.story.scenes == other.story.scenes
    return kept


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=6))
def test_edits_give_what_a_fresh_reading_gives(edits: list[tuple[int, int, str]]) -> None:
    text, known = DRAFT, None
    for at, length, piece in [(0, 0, ""), *edits]:
        at = min(at, len(text))
        text = text[:at] + piece + text[at + length :]
        known = assert_same(article(text), known)


def test_only_the_sentence_that_changed_is_looked_at() -> None:
    _, known = reread(article(DRAFT))
    assert known.seen == len(fresh(article(DRAFT)).story.scenes)
    for piece in ("の国内", "で", "は"):
        at = DRAFT.index("売上高")
        text = DRAFT[:at] + piece + DRAFT[at:]
        _, after = reread(article(text), known)
        assert after.seen == 1


def test_a_name_that_the_edit_introduces_is_seen_everywhere() -> None:
    draft = "青海精機の受注は30億円だった。\n会見は14日に開かれた。\nBMSは5%安となった。\n"
    before, known = reread(article(draft))
    edited = article(draft.replace("青海精機の", "青海精機（以下、BMS）の"))
    after, kept = reread(edited, known)
    named = [
        [getattr(mention.value, "name", "") for mention in scenes_of(one)[-1].of("company")] for one in (before, after)
    ]
    assert named == [["BMS"], ["青海精機"]]
    assert kept.seen == 2  # the sentence, and the one in which the short form stands
    assert_same(edited, known)


def test_another_publication_date_is_another_reading() -> None:
    draft = "任天堂の株価は13日、3%下落した。\n"
    _, known = reread(article(draft))
    assert_same(article(draft, date(2025, 3, 14)), known)


def test_one_sentence_twice_is_found_twice() -> None:
    once = "任天堂の株価は3%下落した。\n"
    _, known = reread(article(once))
    known = assert_same(article(once * 3), known)
    assert known.seen == 0
