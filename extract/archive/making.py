"""A part made: its articles read, their claims written beside, a receipt put down last.

Whoever makes a part makes the same bytes, so that a part made twice is made once. What stands there already and fits
its receipt is left as it is.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import gettempdir
from threading import Lock
from typing import TYPE_CHECKING, Literal

import msgspec

from jijitsu.extract.archive import alone, stores
from jijitsu.extract.archive.inputs import articles
from jijitsu.extract.archive.manifest import ERRORS, RECEIPTS, SUFFIXES, Receipt, Refused
from jijitsu.extract.archive.planning import Part
from jijitsu.extract.archive.program import must_be
from jijitsu.extract.bounding import HINT, OverdueError, overdue, within
from jijitsu.extract.reading import Reading
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.pipeline import Options

_ONE_AT_A_TIME = Lock()
"""The pipeline is one for each process, also where an engine gives a process several threads."""
_AT_ONCE = 64


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How all parts of a run are made. `lexicon` is the content of the user's file, which other machines lack.

    `base` is the folder that paths are relative to: workers may have been started in another.
    """

    output: str
    base: str = ""
    form: str = "ndjson"
    reading: Reading = Reading()
    lexicon: bytes | None = None
    parse: Literal["none", "auto", "all"] = "auto"
    kinds: tuple[str, ...] = ()
    program: bytes = b""
    """A digest of the program that is to read."""


class Made(msgspec.Struct, frozen=True):
    """A part's receipt; `anew` is false where the part was there already."""

    receipt: Receipt
    anew: bool


def made_by(job: Job) -> str:
    """Return a digest of all that decides what is read in an article."""
    lexicon = sha256(job.lexicon).hexdigest() if job.lexicon is not None else None
    reading = msgspec.structs.replace(job.reading, piped="", seconds=0)
    way = (job.form, reading, lexicon, job.parse, job.kinds, job.program.hex())
    return sha256(msgspec.json.encode(way)).hexdigest()


def make(job: Job, part: Part, *, careful: bool = False, sure: bool = False) -> Made:
    """Make a part, or leave it as it is where it is whole.

    `careful`: in a process of its own, so that an article that kills is named. `sure`: what is missing is missing
    everywhere. Raises UnfitError where this machine cannot do it, JijitsuError where nobody can.
    """
    must_be(job.program)
    with _ONE_AT_A_TIME:
        before = _receipt(job, part)
        if careful or (before is not None and before.lost):
            return _made_carefully(job, part, sure=sure)
        found = list(articles(part.pieces, job.reading, job.base, sure=sure))
        digest = _digest(job, found)
        if before is not None and before.input == digest and _whole(job, before):
            return Made(before, anew=False)
        return Made(_written(job, part, digest, found, _claims(job, found)), anew=True)


def _made_carefully(job: Job, part: Part, *, sure: bool) -> Made:
    """Read and extract each article in a child, which may die of it."""
    read = partial(_read, job, sure)
    found: list[Article | JijitsuError] = []
    for piece, answer in zip(part.pieces, alone.each(read, part.pieces, _nothing), strict=True):
        if answer is None:
            found.append(_killer(piece.name))
        elif isinstance(answer, stores.UnfitError):
            raise answer
        else:
            found += answer
    digest = _digest(job, found)
    sound = [one for one in found if isinstance(one, Article)]
    answers = iter(list(alone.each(partial(_lines_of, job), sound, _nothing)))
    lines = ((next(answers) if isinstance(one, Article) else one) for one in found)
    told = [
        _killer(one.name if isinstance(one, Article) else None) if line is None else line
        for one, line in zip(found, lines, strict=True)
    ]
    return Made(_written(job, part, digest, found, told), anew=True)


def _read(job: Job, sure: bool, piece: object) -> list[Article | JijitsuError] | stores.UnfitError:
    try:
        return list(articles([piece], job.reading, job.base, sure=sure))  # type: ignore[list-item]  # a Piece of the part
    except stores.UnfitError as fault:
        return fault


def _nothing(item: object) -> None:
    """What became of an item whose process died."""


class KillerError(JijitsuError):
    """An article that kills the process that reads it, or holds it up; the next run tries it again."""


def _killer(where: str | None) -> JijitsuError:
    hint = "It may need more memory than a worker has; please report it otherwise"
    return KillerError("the process that read this article died, each time", where=where, hint=hint)


def _lines_of(job: Job, article: Article) -> bytes | JijitsuError:
    return next(iter(_claims(job, [article])))


def _claims(job: Job, found: Iterable[Article | JijitsuError]) -> Iterator[bytes | JijitsuError]:
    """The claims of each article as lines, or why there are none. Faults of one article leave the others alone."""
    stream = iter(found)
    how = _options(job)
    while some := list(islice(stream, _AT_ONCE)):
        sound = [one for one in some if isinstance(one, Article)]
        lines = iter(_extracted(sound, how, job.kinds, job.reading.seconds))
        yield from (next(lines) if isinstance(one, Article) else one for one in some)


def _extracted(
    some: Sequence[Article], how: Options, kinds: Sequence[str], seconds: float
) -> list[bytes | JijitsuError]:
    from jijitsu.extract.pipeline import extract_articles
    from jijitsu.schemas.record import encode_line

    try:
        with within(seconds):
            return [
                b"".join(encode_line(claim) for claim in claims if not kinds or claim.kind in kinds)
                for claims in extract_articles(some, how)
            ]
    except OverdueError:
        if len(some) == 1:
            return [KillerError(overdue(seconds), where=some[0].name, hint=HINT)]
    except JijitsuError as fault:
        if len(some) == 1:
            return [fault]
    except Exception as fault:
        if os.environ.get("JIJITSU_DEBUG"):
            raise
        if len(some) == 1:
            what = f"a fault of jijitsu itself: {type(fault).__name__}: {fault}".rstrip(".")
            return [JijitsuError(what, where=some[0].name, hint="Please report it")]
    return [line for one in some for line in _extracted([one], how, kinds, seconds)]


def _options(job: Job) -> Options:
    return _loaded(job.lexicon, job.parse)


@cache
def _loaded(lexicon: bytes | None, parse: Literal["none", "auto", "all"]) -> Options:
    """The pipeline, loaded once for each process."""
    from jijitsu.extract.pipeline import Options, warm

    path = None
    if lexicon is not None:
        path = Path(gettempdir()) / f"jijitsu-{sha256(lexicon).hexdigest()}.yaml"
        stores.put(str(path), lexicon)
    options = Options(lexicon=path, parse=parse)
    warm(options)
    return options


def _digest(job: Job, found: Iterable[Article | JijitsuError]) -> str:
    """A digest of what was read, and of how claims are made of it."""
    made = sha256(made_by(job).encode())
    for one in found:
        told = [msgspec.structs.replace(one, text="")] if isinstance(one, Article) else [one.where, one.what, one.hint]
        made.update(msgspec.json.encode(told))
    return made.hexdigest()


def _written(
    job: Job,
    part: Part,
    digest: str,
    found: Sequence[Article | JijitsuError],
    told: Iterable[bytes | JijitsuError],
) -> Receipt:
    """Write claims, errors, and then the receipt."""
    lines: list[bytes] = []
    refused: list[JijitsuError] = []
    for one in told:
        if isinstance(one, JijitsuError):
            refused.append(one)
        else:
            lines.append(one)
    claims = b"".join(lines)
    data = _as_parquet(claims) if job.form == "parquet" else claims
    errors = b"".join(msgspec.json.encode(Refused(one.what, one.where or None, one.hint)) + b"\n" for one in refused)
    receipt = Receipt(
        part=part.name,
        articles=len(found) - len(refused),
        claims=claims.count(b"\n"),
        errors=len(refused),
        lost=sum(isinstance(one, KillerError) for one in refused),
        bytes=len(data),
        sha256=sha256(data).hexdigest(),
        errors_sha256=sha256(errors).hexdigest(),
        input=digest,
    )
    stores.put(_place(job, part.name), data)
    stores.put(_place(job, part.name, ERRORS), errors)
    stores.put(_place(job, part.name, RECEIPTS), msgspec.json.encode(receipt) + b"\n")
    return receipt


def _as_parquet(lines: bytes) -> bytes:
    from jijitsu.extract.arrow import batches, schema
    from jijitsu.schemas.record import decode_own

    schema()  # says what to install, where it is missing
    from pyarrow import parquet

    out = io.BytesIO()
    with parquet.ParquetWriter(out, schema(), compression="zstd") as file:
        for batch in batches(decode_own(lines)):
            file.write_batch(batch)
    return out.getvalue()


def _place(job: Job, name: str, folder: str | None = None) -> str:
    suffix = {None: SUFFIXES[job.form], ERRORS: ".ndjson", RECEIPTS: ".json"}[folder]
    return stores.join(job.output, *([folder] if folder else []), name + suffix)


def _receipt(job: Job, part: Part) -> Receipt | None:
    try:
        return msgspec.json.decode(stores.get(_place(job, part.name, RECEIPTS)), type=Receipt)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def _whole(job: Job, receipt: Receipt) -> bool:
    """True if what stands there is what the receipt says, byte for byte."""
    wanted = ((None, receipt.sha256), (ERRORS, receipt.errors_sha256))
    try:
        return all(
            sha256(stores.get(_place(job, receipt.part, folder))).hexdigest() == digest for folder, digest in wanted
        )
    except FileNotFoundError:
        return False
