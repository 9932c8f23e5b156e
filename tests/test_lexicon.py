"""The words as data: every entry is seen in its own sentence, and no key is written twice in a file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import pytest
import yaml
from conftest import ROOT

FILES = sorted((ROOT / "extract" / "lexicon").glob("*.yaml"))


class Strict(yaml.SafeLoader):
    """Refuses a mapping in which a key stands twice: the second would win silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As the safe loader does, but strict."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]  # type: ignore[no-untyped-call]
        double = {key for key in keys if keys.count(key) > 1}
        if double:
            raise yaml.constructor.ConstructorError(None, None, f"written twice: {double}", node.start_mark)
        return super().construct_mapping(node, deep=deep)


def entries(content: Any) -> Iterator[dict[str, Any]]:
    """Every mapping, however deep."""
    if isinstance(content, dict):
        yield content
        for inner in content.values():
            yield from entries(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from entries(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_stands_in_the_sentence_that_shows_it(path: Any) -> None:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=Strict)
    for entry in entries(content):
        if "seen" not in entry:
            continue
        words = [str(word) for word in [entry.get("word"), *entry.get("words", ()), *entry.get("cents", ())] if word]
        assert not words or any(word in entry["seen"] for word in words), entry


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_listed_twice_in_one_entry(path: Any) -> None:
    for entry in entries(yaml.safe_load(path.read_text(encoding="utf-8"))):
        for key in ("words", "forms", "unless"):
            words = entry.get(key, [])
            assert isinstance(words, str) or len(words) == len(set(map(str, words))), (key, entry)
