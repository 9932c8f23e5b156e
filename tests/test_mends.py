"""Mends: each that a check offers, once made, leaves nothing of that fault to find."""

from __future__ import annotations

from typing import Any

import pytest
from test_checks import ALL, read
from test_checks_given import desk

from jijitsu.extract.checking import Check, Desk, Fault, Mending
from jijitsu.extract.desk import dossiers

MENDING = {"T302", "N401", "N402", "N403", "N404", "C501", "C502", "C503", "R601", "R602"}
"""The checks that know words to offer."""


def made(articles: dict[str, str], mending: Mending) -> dict[str, str]:
    """The articles with the edits of a mend made, the last first."""
    texts = dict(articles)
    for place, words in sorted(mending.edits, key=lambda edit: -edit[0].start):
        text = texts[place.path]
        texts[place.path] = text[: place.start] + words + text[place.end :]
    return texts


def faults(check: Check, articles: list[Any]) -> list[Fault]:
    found = Desk(tuple(dossiers(articles)), {(row.symbol, row.day): row for row in check.prices}, check.house)
    return list(check.find(found))


def examples() -> list[Any]:
    return [
        pytest.param(check, text, id=f"{check.code}: {text[:40]}")
        for check in ALL
        if check.code in MENDING
        for text in check.fires
    ]


@pytest.mark.parametrize(("check", "example"), examples())
def test_a_mend_mends(check: Check, example: str) -> None:
    articles = [read(text.strip("\n"), number) for number, text in enumerate(example.split("\n----\n"), 1)]
    before = faults(check, articles)
    texts = {str(one.path): one.text for one in articles}
    for fault in before:
        for mending in fault.mends:
            after = made(texts, mending)
            assert after != texts
            again = [one for one in articles if one.path]
            mended = [type(one)(**{**_fields(one), "text": after[str(one.path)]}) for one in again]
            left = [one.message[1] for one in faults(check, mended)]
            assert len(left) < len(before), (mending.title, left)


def _fields(article: Any) -> dict[str, Any]:
    return {name: getattr(article, name) for name in article.__struct_fields__}


def test_the_checks_that_offer_mends() -> None:
    found = {
        check.code for check in ALL if check.fires and any(f.mends for text in check.fires for f in check.find(desk(check, text)))
    }  # fmt: skip
    assert found == MENDING


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("2026年1月6日(水)に発表した。", ["2026年1月6日(火)", "2026年1月7日(水)"]),
        ("2026年１月０６日（水曜日）に発表した。", ["2026年１月０６日（火曜日）", "2026年１月０７日（水曜日）"]),
        # The nearest Wednesday lies in the month before: only the weekday is offered.
        ("2026年2月1日(土)に発表した。", ["2026年2月1日(日)"]),
    ],
)
def test_weekdays_and_dates_keep_their_looks(text: str, mended: list[str]) -> None:
    check = next(one for one in ALL if one.code == "T302")
    (fault,) = faults(check, [read(text, 1)])
    assert [words for mending in fault.mends for _, words in mending.edits] == mended
    assert fault.mends[0].title[0] == f"「{text[: text.index('に')]}」を「{mended[0]}」に直す"
