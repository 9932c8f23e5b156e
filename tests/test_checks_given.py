"""Checks against what the user gives, with the tables beside their examples; and checks of claims without any article."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import msgspec
import pytest
from test_checks import CHECKS, read

from jijitsu.extract.checking import Check, Desk, Dossier
from jijitsu.extract.desk import dossiers

GIVEN = [
    import_module(f"{CHECKS}.{name}").CHECK for name in ("price_table_says_otherwise", "house_facts_say_otherwise")
]
ALONE = [
    import_module(f"{CHECKS}.{name}").CHECK
    for name in (
        "percentage_does_not_fit_levels", "exchange_rate_is_off", "change_does_not_fit_level", "parts_do_not_add_up",
        "two_values_in_one_article", "two_articles_disagree",
    )
]  # fmt: skip


def desk(check: Check, example: str, *, texts: bool = True) -> Desk:
    """The desk of an example, with the tables of its check; without `texts` as a claim file alone would give it."""
    articles = [read(text.strip("\n"), number) for number, text in enumerate(example.split("\n----\n"), 1)]
    found = tuple(dossiers(articles))
    if not texts:
        found = tuple(Dossier(one.path, None, one.claims) for one in found)
    return Desk(found, {(row.symbol, row.day): row for row in check.prices}, check.house)


def examples(checks: list[Check], field: str) -> list[Any]:
    return [
        pytest.param(check, text, id=f"{check.code}: {text[:40]}") for check in checks for text in getattr(check, field)
    ]


@pytest.mark.parametrize(("check", "text"), examples(GIVEN, "fires"))
def test_a_table_contradicts(check: Check, text: str) -> None:
    assert list(check.find(desk(check, text)))


@pytest.mark.parametrize(("check", "text"), examples(GIVEN, "silent"))
def test_a_table_agrees_or_says_nothing(check: Check, text: str) -> None:
    assert not [fault.message for fault in check.find(desk(check, text))]


@pytest.mark.parametrize("check", GIVEN, ids=lambda check: check.code)
def test_without_a_table_nothing_is_said(check: Check) -> None:
    bare = msgspec.structs.replace(check, prices=(), house=())
    assert not [fault for text in check.fires for fault in check.find(desk(bare, text))]


@pytest.mark.parametrize(("check", "text"), examples(ALONE, "fires"))
def test_claims_alone_are_enough(check: Check, text: str) -> None:
    assert check.needs == "claims"
    assert list(check.find(desk(check, text, texts=False)))


@pytest.mark.parametrize(("check", "text"), examples(ALONE, "silent"))
def test_claims_alone_say_no_more_than_the_article(check: Check, text: str) -> None:
    assert not list(check.find(desk(check, text, texts=False)))
