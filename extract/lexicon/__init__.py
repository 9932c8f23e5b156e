"""Words as data: one YAML file a subject, each entry with the sentence in which it is seen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The C loader reads the same YAML about eight times faster; wheels of PyYAML carry it, some platforms do not.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words(name: str) -> Any:
    """Return the content of `lexicon/NAME.yaml`: plain lists and dicts, read once."""
    return yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Loader)
