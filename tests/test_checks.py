"""The examples beside the checks: what each must find, and sound texts in which it must find nothing."""

from __future__ import annotations

import hashlib
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from test_examples import modules

from jijitsu.extract import linting
from jijitsu.extract.checking import Check, Desk
from jijitsu.extract.desk import dossiers
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding

CHECKS = "jijitsu.extract.checks"
FILES_ALONE = {"S001", "S002", "E101", "E102"}
"""Checks of claim files: no article makes them fire."""
GIVEN = {"R601", "R602"}
"""Checks of what the user gives: tests of their own."""
ALL = [getattr(import_module(f"{CHECKS}.{module}"), "CHECK", None) for module in modules(CHECKS)]


def read(text: str, number: int) -> Article:
    """An article of an example, with its optional first line `published: 2026-01-07`."""
    published = None
    first, _, rest = text.partition("\n")
    if first.startswith("published: "):
        published, text = date.fromisoformat(first.removeprefix("published: ").strip()), rest
    elif "\n\n" in text:
        from jijitsu.extract.reading import article_of

        return article_of(text, path=f"a{number}.txt")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text=text, path=f"a{number}.txt", sha256=digest, published=published)


def found(check: Check, example: str) -> list[Finding]:
    """What a check finds in an example."""
    articles = [read(text.strip("\n"), number) for number, text in enumerate(example.split("\n----\n"), 1)]
    desk = Desk(tuple(dossiers(articles)))
    texts = {article.path: linting.text_of(article.text) for article in articles}
    results = list(linting.lint(desk, [check], texts.get))
    for one in results:
        assert not isinstance(one, JijitsuError), one
        text = texts[one.spot.path]
        assert text is not None
        assert text.text[one.spot.start : one.spot.end] == one.spot.text
    return [one for one in results if isinstance(one, Finding)]


def examples(field: str) -> list[Any]:
    return [
        pytest.param(check, text, id=f"{check.code}: {text[:40]}")
        for check in ALL
        if check is not None and check.code not in GIVEN
        for text in getattr(check, field)
    ]


@pytest.mark.parametrize("module", modules(CHECKS))
def test_every_module_ends_in_its_check(module: str) -> None:
    loaded = import_module(f"{CHECKS}.{module}")
    check = loaded.CHECK
    assert check.severity in {"error", "warning", "note"}
    assert all(check.title)
    assert check.needs in {"claims", "text"}
    assert check.silent or check.code in GIVEN
    assert check.fires or check.code in FILES_ALONE | GIVEN
    page = loaded.__doc__
    for heading in ("## What it checks", "## Why it matters", "## How to mend"):
        assert heading in page, f"{module} lacks {heading}"


def test_codes_are_all_different() -> None:
    codes = [check.code for check in ALL]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("check", "text"), examples("fires"))
def test_check_fires(check: Check, text: str) -> None:
    assert found(check, text)


@pytest.mark.parametrize(("check", "text"), examples("silent"))
def test_check_is_silent(check: Check, text: str) -> None:
    assert not [one.message for one in found(check, text)]
