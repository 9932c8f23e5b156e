"""A finding of the linter: what is wrong, where in the article, and what it is held against."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in an article; offsets and columns in code points, line and column from 1. `note` says what stands there."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    note: str = ""


class Edit(msgspec.Struct, frozen=True):
    """Words to write instead of those from `start` to `end`, code points of the article of `path`."""

    path: str
    start: int
    end: int
    text: str


class Mend(msgspec.Struct, frozen=True):
    """One way to mend what was found, for a person to choose: its title in the language asked for, and its edits."""

    title: str
    edits: tuple[Edit, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. `related` is the other side of a contradiction, the level that a percentage does not fit ..."""

    code: str
    severity: Severity
    message: str
    """In the language asked for, one line, with the recomputed figure where there is one."""
    spot: Spot
    related: tuple[Spot, ...] = ()
    fingerprint: str
    """Hex digest of what the finding rests on (code, evidence, words around it), never of offsets."""
    mends: tuple[Mend, ...] = ()


def flat(finding: Finding) -> dict[str, object]:
    """The finding as the JSON formats write it: the place beside code and message, keys in this order."""
    told: dict[str, object] = {"code": finding.code, "severity": finding.severity, "message": finding.message}
    return told | _place(finding.spot) | {
        "related": [_place(spot) | {"text": spot.text, "message": spot.note} for spot in finding.related],
        "fingerprint": finding.fingerprint,
    }  # fmt: skip


def _place(spot: Spot) -> dict[str, object]:
    return {
        "path": spot.path, "start": spot.start, "end": spot.end, "line": spot.line, "column": spot.column,
        "end_line": spot.end_line, "end_column": spot.end_column,
    }  # fmt: skip
