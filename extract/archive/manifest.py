"""What is told of parts: a receipt for each, and the manifest of all. Both are the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jijitsu.extract.archive import stores
from jijitsu.schemas.errors import JijitsuError

FILE = "manifest.json"
RECEIPTS, ERRORS = "receipts", "errors"
SUFFIXES = {"ndjson": ".ndjson", "parquet": ".parquet"}
_FORM = "1.0"


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a part holds. It is written last: where it is, and fits, the part is done.

    `input` is a digest of the articles as they were read, and of how; `lost` are articles that killed who read them.
    """

    part: str
    articles: int
    claims: int
    errors: int
    lost: int = 0
    bytes: int
    sha256: str
    errors_sha256: str
    input: str


class Refused(msgspec.Struct, frozen=True):
    """A line of a part's file of errors: what was not read, and why."""

    what: str
    where: str | None = None
    hint: str | None = None


class Failed(msgspec.Struct, frozen=True):
    """A part that could not be made."""

    part: str
    inputs: tuple[str, ...]
    why: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """All parts of a folder, in the order of the input. `complete` is false while they are made, and where one failed."""

    manifest: str = _FORM
    complete: bool = False
    names: tuple[str, ...]
    way: str
    """How the articles were read, as `made_by` of the job tells it."""
    form: str
    articles: int = 0
    claims: int = 0
    errors: int = 0
    lost: int = 0
    bytes: int = 0
    unread: tuple[Refused, ...] = ()
    """Names that stand for nothing."""
    failed: tuple[Failed, ...] = ()
    parts: tuple[Receipt, ...] = ()


def filled(manifest: Manifest, receipts: Iterable[Receipt], failed: Iterable[Failed]) -> Manifest:
    """Return the manifest with its parts, and what they hold together."""
    parts, broken = tuple(receipts), tuple(failed)
    return msgspec.structs.replace(
        manifest,
        complete=not broken,
        articles=sum(one.articles for one in parts),
        claims=sum(one.claims for one in parts),
        errors=sum(one.errors for one in parts) + len(manifest.unread),
        lost=sum(one.lost for one in parts),
        bytes=sum(one.bytes for one in parts),
        failed=broken,
        parts=parts,
    )


def write(folder: str, manifest: Manifest) -> None:
    """Write the manifest of a folder. Raises UnfitError."""
    head = msgspec.to_builtins(manifest)
    rows = b",\n".join(b"  " + msgspec.json.encode(part) for part in head.pop("parts"))
    body = b",\n".join(b" " + msgspec.json.encode(key) + b": " + msgspec.json.encode(head[key]) for key in head)
    stores.put(stores.join(folder, FILE), b"{\n" + body + b',\n "parts": [\n' + rows + b"\n ]\n}\n")


def read(folder: str) -> Manifest | None:
    """Return the manifest of a folder; None where there is none. Raises JijitsuError for one that cannot be read."""
    name = stores.join(folder, FILE)
    try:
        return msgspec.json.decode(stores.get(name), type=Manifest)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except msgspec.MsgspecError as fault:
        hint = "Name another folder, or remove this file"
        raise JijitsuError(f"this is no manifest of claims ({fault})", where=name, hint=hint) from None


def files_of(manifest: Manifest) -> list[str]:
    """Return the files of claims in the folder of a manifest, in the order of the input."""
    return [part.part + SUFFIXES[manifest.form] for part in manifest.parts]
