"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from jijitsu.extract.regex import Regex, Uncompiled, regex


def test_it_is_compiled_at_its_first_use_and_does_what_a_pattern_does() -> None:
    late, soon = regex(r"(?P<a>[一-鿿]+)株", re.M), re.compile(r"(?P<a>[一-鿿]+)株", re.M)
    assert type(late) is Uncompiled
    assert (late.pattern, late.flags) == (soon.pattern, soon.flags)
    assert type(late) is Uncompiled  # gates ask for these, and compile nothing
    match = late.search("東都株")
    assert match is not None and match["a"] == "東都"
    assert type(late) is Regex
    assert late.sub("x", "東都株") == soon.sub("x", "東都株")
    assert late.groups == 1


def test_a_fault_in_a_pattern_shows_at_its_first_use() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.match("a")
    with pytest.raises(AttributeError):
        _ = late._nothing  # type: ignore[attr-defined]
