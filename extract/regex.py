"""Patterns that are compiled when they are first used.

The recognisers hold some 1,400 patterns of Japanese words; a class of kanji alone (`[一-鿿]`) costs Python 0.1 ms to compile, all of them 0.37 s of
a start of 0.77. A short article needs one in ten.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, as far as its methods go; a fault in the pattern shows at its first use.

    `flags` do not stand in the pattern itself as `(?i)`: gates ask for them before it is compiled.
    """
    return cast("re.Pattern[str]", Uncompiled(pattern, flags))


class Regex:
    """A pattern that has been used: its methods are those of the compiled one, found as fast."""

    pattern: str
    flags: int


class Uncompiled(Regex):
    """One that has not."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags | re.UNICODE

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet, so once: compile, and become one that looks nothing up here any more."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        self.__class__ = Regex  # type: ignore[assignment]
        return getattr(self, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex")
