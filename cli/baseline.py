"""The baseline: findings that are known and wait, keyed on their fingerprints, so that edits elsewhere leave them known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from jijitsu.cli import console
from jijitsu.cli.telling import counted
from jijitsu.cli.wishes import Wishes
from jijitsu.schemas.config import Config
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding

DEFAULT = Path("jijitsu-baseline.json")


class Known(msgspec.Struct, frozen=True, order=True):
    """A finding that is known. The fingerprint is the key; the rest is for people."""

    path: str
    code: str
    text: str
    fingerprint: str


class _File(msgspec.Struct, frozen=True, kw_only=True):
    version: int
    findings: tuple[Known, ...]


def read(path: Path) -> tuple[Known, ...]:
    """Return the findings in a baseline. Raises JijitsuError."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as fault:
        hint = "Write it with --write-baseline"
        raise JijitsuError(f"cannot be read ({fault.strerror or fault})", where=str(path), hint=hint) from None
    except msgspec.DecodeError as fault:
        raise JijitsuError(f"this is no baseline ({fault})", where=str(path), hint="Write it anew") from None
    if file.version != 1:
        raise JijitsuError(f"version {file.version} is not known", where=str(path), hint="Write it anew")
    return file.findings


def write(path: Path, known: Iterable[Known]) -> None:
    """Write a baseline, sorted, one finding a line, so that its changes read well."""
    lines = [msgspec.json.encode(one).decode() for one in sorted(known)]
    body = ",\n".join(f"  {line}" for line in lines)
    text = f'{{"version": 1, "findings": [\n{body}\n]}}\n' if lines else '{"version": 1, "findings": []}\n'
    with console.output(path) as put:
        put(text.encode())


def known_of(findings: Iterable[Finding]) -> list[Known]:
    """Findings as a baseline keeps them."""
    return [Known(one.spot.path, one.code, one.spot.text[:80], one.fingerprint) for one in findings]


def unknown(findings: Sequence[Finding], known: Sequence[Known]) -> tuple[list[Finding], list[Known]]:
    """Return the findings that are not known, and the known ones that were not found (stale, or of other files)."""
    left = Counter(one.fingerprint for one in known)
    new = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            new.append(finding)
    gone = []
    for one in reversed(known):
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            gone.append(one)
    return new, gone[::-1]


def without_known(found: list[Finding], settings: Config, wishes: Wishes, paths: Sequence[str]) -> list[Finding]:
    """The findings that the baseline does not know. Writes or prunes it where that is asked for."""
    path = settings.baseline or (DEFAULT if wishes.write_baseline or wishes.prune_baseline else None)
    if path is None:
        return found
    if wishes.write_baseline:
        write(path, known_of(found))
        console.say(f"{path}: {counted(len(found), 'finding')} written")
        return []
    known = read(path)
    new, gone = unknown(found, known)
    here = frozenset(paths)
    stale = [one for one in gone if one.path in here or not _there(one.path)]
    if stale and wishes.prune_baseline:
        left = Counter(known)
        left.subtract(Counter(stale))
        write(path, left.elements())
        console.say(f"{path}: {counted(len(stale), 'stale entry', 'stale entries')} taken out")
    elif stale:
        for one in stale:
            console.say(console.visible(f"{path}: stale: {one.code} {one.path}: {one.text}"))
        console.say(f"{path}: {counted(len(stale), 'stale entry', 'stale entries')}; --prune-baseline takes them out")
    return new


def _there(name: str) -> bool:
    """True if the file that an article was read from exists: itself, or the table or archive that it is in."""
    path = Path(re.sub(r" row \d+\Z", "", name))
    return path.exists() or any(folder.is_file() for folder in path.parents)
