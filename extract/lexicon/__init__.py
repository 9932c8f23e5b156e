"""Words as data: one YAML file a subject, each entry with the sentence in which it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str) -> Any:
    """Return the content of `lexicon/NAME.yaml`: plain lists and dicts, read once."""
    import yaml  # here, since a run that finds all it needs in the cache reads no word

    # The C loader reads the same YAML about eight times faster; wheels of PyYAML carry it, some platforms do not.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)


def either(found: Iterable[str]) -> str:
    """Return a pattern that takes any of the words, the longest first: for a group, `(?:{either(words)})`."""
    return "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word)))
