"""The pages of the rules: a check's docstring with its title, severity and examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from jijitsu.extract.checking import Check

NEEDS = {
    "claims": "Works on claim files alone.",
    "text": "Needs the article's text: give the article itself.",
}


def name_of(check: Check) -> str:
    """The rule's name: that of its module, with hyphens."""
    return check.find.__module__.rpartition(".")[2].replace("_", "-")


def body_of(check: Check) -> str:
    """The page as it stands in the module."""
    return (sys.modules[check.find.__module__].__doc__ or "").strip()


def markdown(check: Check) -> str:
    """The whole page."""
    return "\n".join(_lines(check)) + "\n"


def _lines(check: Check) -> Iterator[str]:
    yield f"# {check.code} {name_of(check)}"
    yield ""
    yield f"{check.title[0]} / {check.title[1]}"
    yield ""
    yield f"Severity: {check.severity}. {NEEDS.get(check.needs, '')}".rstrip()
    yield ""
    yield body_of(check)
    for title, texts in (("Fires on", check.fires), ("Silent on", check.silent)):
        if texts:
            yield from ("", f"## {title}")
            for text in texts:
                yield from ("", *(f"    {line}" for line in text.strip().splitlines()))


def plain(check: Check) -> dict[str, object]:
    """The page as data."""
    return {
        "code": check.code, "name": name_of(check), "severity": check.severity,
        "title": {"ja": check.title[0], "en": check.title[1]}, "needs": check.needs, "page": body_of(check),
        "fires": list(check.fires), "silent": list(check.silent),
    }  # fmt: skip
