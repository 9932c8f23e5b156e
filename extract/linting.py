"""The linter's straight line: desk -> every check -> faults -> findings with line, column and fingerprint."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Literal, Protocol, get_args

import msgspec

from jijitsu.extract import plugins
from jijitsu.extract.checking import Check, Desk, Fault, Mending, Place
from jijitsu.extract.collect import collect
from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Edit, Finding, Mend, Severity, Spot

Language = Literal["ja", "en"]
_SEVERITIES: tuple[str, ...] = get_args(Severity)
_AROUND = 16
"""How many code points of the line on either side go into a fingerprint."""
_LINE_END = regex(r"\r\n|\n|\r")


def checks() -> tuple[Check, ...]:
    """All checks, those of plug-ins too, in order of their codes."""
    return tuple(sorted((*_ours(), *(plugin.part for plugin in brought())), key=lambda check: check.code))


def _ours() -> tuple[Check, ...]:
    return collect("jijitsu.extract.checks", "CHECK")


@cache
def brought() -> tuple[plugins.Plugin, ...]:
    """The checks of plug-ins. Warns of those that are of no use, when first asked."""
    taken = {check.code: "jijitsu's own" for check in _ours()}

    def wrong(check: Check) -> str | None:
        if not re.fullmatch(r"[A-Z]{1,4}[0-9]{3}", check.code):
            return f"gives its check the code {check.code!r}: capitals and three digits are wanted, as PD101"
        if check.code in taken:
            return f"gives its check the code {check.code}, which is {taken[check.code]}"
        if check.severity not in _SEVERITIES:
            return f"gives its check the severity {check.severity!r}: one of {', '.join(_SEVERITIES)} is wanted"
        taken[check.code] = "another plug-in's"
        return None

    return plugins.plugged(plugins.CHECKS, Check, wrong)


def chosen(every: Iterable[Check], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks whose code begins with a prefix of `select` (none is all) and with none of `ignore`."""
    return tuple(check for check in every if picks(check.code, select, ignore))


def picks(code: str, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> bool:
    """True if `select` (none is all) names the code and `ignore` does not; the longer prefix wins, `ignore` at a tie."""
    wanted = max((len(prefix) for prefix in select if code.startswith(prefix)), default=-1 if select else 0)
    unwanted = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=-1)
    return wanted > unwanted


class Text(msgspec.Struct, frozen=True):
    """A text with the offsets at which its lines begin."""

    text: str
    starts: tuple[int, ...]

    def line_of(self, offset: int) -> int:
        """Number of the line that an offset stands in, from 1."""
        return bisect_right(self.starts, offset)

    def line(self, number: int) -> str:
        """A line without its line end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def holds(self, number: int) -> bool:
        """True if there is a line of this number."""
        return 0 < number <= len(self.starts)

    def begin(self, number: int) -> int:
        """Offset at which a line begins."""
        return self.starts[number - 1]

    def part(self, start: int, end: int) -> str:
        """What stands from one offset to another."""
        return self.text[start:end]


def text_of(text: str) -> Text:
    """Return a text with the offsets of its lines."""
    return Text(text, (0, *(match.end() for match in _LINE_END.finditer(text))))


class Lines(Protocol):
    """What findings ask of a text; line numbers from 1, offsets in code points. A claim file is not held whole."""

    def line_of(self, offset: int) -> int: ...
    def line(self, number: int) -> str: ...
    def holds(self, number: int) -> bool: ...
    def begin(self, number: int) -> int: ...
    def part(self, start: int, end: int) -> str: ...


Look = Callable[[str], Lines | None]
"""Path -> its text, where it is known."""
Found = tuple[Check, list[Fault]]
"""A check, and what it found."""


def lint(desk: Desk, among: Sequence[Check], look: Look, language: Language = "en") -> Iterator[Finding | JijitsuError]:
    """Yield what the checks find, check by check; a check that breaks is an error, and the others go on."""
    return told(faults(desk, among), look, language)


def faults(desk: Desk, among: Sequence[Check]) -> Iterator[Found | JijitsuError]:
    """Yield what each check finds as it found it, which `told` puts into words of a language."""
    for check in among:
        try:
            yield check, list(check.find(desk))
        except Exception as fault:
            yield _broken(check, fault)


def told(every: Iterable[Found | JijitsuError], look: Look, language: Language) -> Iterator[Finding | JijitsuError]:
    """Yield faults as findings, with line, column and fingerprint; errors as they are."""
    seen: Counter[str] = Counter()
    for one in every:
        if isinstance(one, JijitsuError):
            yield one
            continue
        check, found = one
        try:
            findings = [_finding(check, fault, look, language, seen) for fault in found]
        except Exception as fault:
            yield _broken(check, fault)
        else:
            yield from findings


def _broken(check: Check, fault: Exception) -> JijitsuError:
    if os.environ.get("JIJITSU_DEBUG"):
        raise fault
    plugin = next((plugin for plugin in brought() if plugin.part is check), None)
    if plugin is not None:
        return JijitsuError(f"{plugin.label} {plugins.broke(fault, None, f'{check.code} found nothing')}")
    what = f"the check {check.code} broke: {type(fault).__name__}: {fault}".rstrip(".")
    return JijitsuError(what, hint="Please report it; JIJITSU_DEBUG=1 shows where it was raised")


def in_order(found: Iterable[Finding], paths: Mapping[str, int]) -> list[Finding]:
    """Findings in order of the paths given, then of their place, then of their code."""
    last = len(paths)
    return sorted(
        found,
        key=lambda one: (paths.get(one.spot.path, last), one.spot.path, one.spot.start, one.spot.end, one.code),
    )


def _finding(check: Check, fault: Fault, look: Look, language: Language, seen: Counter[str]) -> Finding:
    spot = _spot(fault.place, look, language)
    print_of = _fingerprint(check.code, fault.place, look)
    number = seen[f"{spot.path}\0{print_of}"]
    seen[f"{spot.path}\0{print_of}"] += 1
    if number:
        print_of = sha256(f"{print_of}#{number}".encode()).hexdigest()[:32]
    return Finding(
        code=check.code,
        severity=check.severity,
        message=_one_line(_said(fault.message, language)),
        spot=spot,
        related=tuple(_spot(place, look, language) for place in fault.related),
        fingerprint=print_of,
        mends=tuple(_mend(one, language) for one in fault.mends),
    )


def _mend(mending: Mending, language: Language) -> Mend:
    edits = tuple(Edit(place.path, place.start, place.end, text) for place, text in mending.edits)
    return Mend(_one_line(_said(mending.title, language)), edits)


def _said(message: tuple[str, str], language: Language) -> str:
    return message[0 if language == "ja" else 1]


def _one_line(message: str) -> str:
    return message.replace("\r", "").replace("\n", "⏎")


def _spot(place: Place, look: Look, language: Language) -> Spot:
    text = look(place.path)
    note = _one_line(_said(place.note, language))
    if text is None:
        return Spot(
            path=place.path, start=place.start, end=place.end, line=1, column=1, end_line=1, end_column=1, text="",
            note=note,
        )  # fmt: skip
    line, last = text.line_of(place.start), text.line_of(max(place.start, place.end))
    return Spot(
        path=place.path, start=place.start, end=place.end, line=line, column=place.start - text.begin(line) + 1,
        end_line=last, end_column=place.end - text.begin(last) + 1, text=text.part(place.start, place.end),
        note=note,
    )  # fmt: skip


def _fingerprint(code: str, place: Place, look: Look) -> str:
    """A digest of what the finding rests on: code, words, and the words around them in their line."""
    text = look(place.path)
    parts = [code, str(place)]
    if text is not None:
        start = text.begin(text.line_of(place.start))
        before = text.part(max(start, place.start - _AROUND), place.start)
        after = _LINE_END.split(text.part(place.end, place.end + _AROUND), maxsplit=1)[0]
        parts = [code, text.part(place.start, place.end), before, after]
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
