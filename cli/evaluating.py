"""A gold file held against what is read: articles found, claims made, figures told, gates kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jijitsu.cli import claimfile, console
from jijitsu.cli.answering import Way
from jijitsu.cli.extracting import answers
from jijitsu.cli.telling import counted
from jijitsu.extract.grading.gold import by_document, read_gold
from jijitsu.extract.grading.scoring import Score, Tally, compare
from jijitsu.extract.reading import read
from jijitsu.extract.reading.walking import SUFFIXES, walk
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Claim


_encode = msgspec.json.Encoder(decimal_format="number").encode


class Asked(msgspec.Struct, frozen=True):
    """What to hold against what. `claims` is a file of claims, read in place of the articles."""

    gold: str
    articles: tuple[str, ...]
    way: Way
    claims: str | None = None
    marked_only: bool = False
    jobs: int | None = None
    cached: bool = True


class Document(msgspec.Struct, frozen=True):
    """An article that gold speaks of: where it lies, and its text as decoded."""

    path: Path
    text: str


class Evaluation(msgspec.Struct, frozen=True):
    """What came out: the figures, the articles by name, how many claims' evidence stands at its place, of how many."""

    score: Score
    documents: Mapping[str, Document]
    grounded: tuple[int, int]


def evaluate(asked: Asked) -> tuple[Evaluation | None, list[JijitsuError]]:
    """Return the figures, or every fault of gold and articles; faults are all of them, not the first."""
    documents, faults = _documents(asked)
    texts = {name: document.text for name, document in documents.items()}
    gold, wrong = read_gold(claimfile.every_line(asked.gold), asked.gold, texts)
    if not gold and not wrong:
        wrong = [JijitsuError("there is no gold in this file", where=asked.gold, hint="`jijitsu annotate` makes some")]
    if faults or wrong:
        return None, [*faults, *wrong]
    by_name = by_document(gold, documents)
    unmarked = [name for name, lines in by_name.items() if not lines]
    if asked.marked_only:
        by_name = {name: lines for name, lines in by_name.items() if lines}
    elif unmarked:
        told = f"{counted(len(unmarked), 'article')} without a line of gold; whatever is found there counts as extra"
        console.say(f"{told} (--marked-only leaves them out)")
    claims, faults = _claims(asked, {name: documents[name] for name in by_name})
    if faults:
        return None, faults
    right = sum(
        documents[name].text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        for name, some in claims.items()
        for claim in some
    )
    score = compare(by_name, claims)
    return Evaluation(score, documents, (right, sum(map(len, claims.values())))), []


def _documents(asked: Asked) -> tuple[dict[str, Document], list[JijitsuError]]:
    """The articles by name, that of the file without .txt or .md; the gold's own folder where none is named."""
    found: dict[str, Document] = {}
    faults: list[JijitsuError] = []
    for file in walk(asked.articles or [str(Path(asked.gold).parent)]):
        if isinstance(file, Path) and file.suffix.lower() not in SUFFIXES and str(file) not in asked.articles:
            continue  # tables and archives hold many articles: gold knows none of them by name
        try:
            if isinstance(file, JijitsuError):
                raise file
            name = name_of(str(file))
            if name in found:
                hint = "Gold knows articles by their file's name: give one of them another"
                raise JijitsuError(f"{found[name].path} is called {name} too", where=str(file), hint=hint)
            found[name] = Document(file, read(file, asked.way.reading).text)
        except JijitsuError as fault:
            faults.append(fault)
    return found, faults


def name_of(path: str) -> str:
    """Return what gold calls the article of a path."""
    name = Path(path).name
    return next((name.removesuffix(suffix) for suffix in sorted(SUFFIXES) if name.endswith(suffix)), name)


def _claims(asked: Asked, documents: Mapping[str, Document]) -> tuple[dict[str, list[Claim]], list[JijitsuError]]:
    """The claims of every document, read from the articles or from a file of claims."""
    if asked.claims is not None:
        found: dict[str, list[Claim]] = {name: [] for name in documents}
        elsewhere = 0
        for claim in claimfile.claims(asked.claims):
            some = found.get(name_of(claim.article.path or ""))
            elsewhere += some is None
            if some is not None:
                some.append(claim)
        if elsewhere:
            console.say(f"{asked.claims}: {counted(elsewhere)} of other articles left out")
        return found, []
    return _extracted(asked, documents)


def _extracted(asked: Asked, documents: Mapping[str, Document]) -> tuple[dict[str, list[Claim]], list[JijitsuError]]:
    from jijitsu.schemas.record import decode_own

    found: dict[str, list[Claim]] = {}
    faults = []
    files = [document.path for document in documents.values()]
    with closing(answers(files, asked.way, jobs=asked.jobs, cached=asked.cached)) as every:
        for name, answer in zip(documents, console.track(list(every), "Reading"), strict=True):
            if (fault := answer.error()) is not None:
                faults.append(fault)
            found[name] = decode_own(answer.lines)
    return found, faults


# ---- what is told


def table(score: Score) -> Iterator[bytes]:
    """Yield the figures as text: a line a kind, then the slots."""
    heads = f"{'P':>7}{'R':>7}{'F1':>7}{'exactP':>8}{'exactR':>8}{'exactF1':>9}"
    yield f"{'kind':18}{'gold':>6}{'found':>7}{heads}\n".encode()
    for name, one in score.rows().items():
        figures = f"{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}"
        exact = f"{one.exact_precision:8.3f}{one.exact_recall:8.3f}{one.exact_f1:9.3f}"
        yield f"{name:18}{one.gold:6}{one.found:7}{figures}{exact}\n".encode()
    yield b"\n"
    for slot, (right, every) in sorted(score.slots.items()):
        yield f"{slot:18}{right:6} of {every:6}{right / every:7.3f}\n".encode()


def data(found: Evaluation, errors: Sequence[Mapping[str, object]] | None, below: Sequence[str]) -> bytes:
    """Return the figures as JSON."""
    told: dict[str, object] = {
        "kinds": {name: _figures(one) for name, one in found.score.rows().items()},
        "slots": {slot: tuple(counts) for slot, counts in sorted(found.score.slots.items())},
        "grounded": found.grounded,
        "below": list(below),
    }
    if errors is not None:
        told["errors"] = list(errors)
    return msgspec.json.format(_encode(told)) + b"\n"


def _figures(one: Tally) -> dict[str, float]:
    return {
        "gold": one.gold, "predicted": one.found, "precision": one.precision, "recall": one.recall, "f1": one.f1,
        "exact_precision": one.exact_precision, "exact_recall": one.exact_recall, "exact_f1": one.exact_f1,
    }  # fmt: skip
