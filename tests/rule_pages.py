"""The catalogue of lint rules for the README, made from the checks."""

from __future__ import annotations

from jijitsu.cli.rulepages import name_of
from jijitsu.extract.linting import checks

_NEEDS = {"claims": "claims", "text": "the article"}


def catalogue() -> str:
    """A table of all rules, in order of their codes."""
    lines = ["| code | severity | finding | | needs |", "|---|---|---|---|---|"]
    for check in checks():
        japanese, english = check.title
        told = f"{english[:1].upper()}{english[1:]} (`{name_of(check)}`)"
        lines.append(f"| {check.code} | {check.severity} | {told} | {japanese} | {_NEEDS[check.needs]} |")
    return "\n".join(lines) + "\n"
