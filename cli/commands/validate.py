"""`jijitsu validate`: are these lines claims, and do the articles say so?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console
from jijitsu.cli.options import Encoding
from jijitsu.schemas.errors import JijitsuError, UnreadableError

if TYPE_CHECKING:
    from jijitsu.schemas.claim import ArticleRef, Claim

EXAMPLE = "jijitsu validate claims.ndjson"


def run(
    files: Annotated[list[str], typer.Argument(help="Files of claims; - is standard input.", metavar="CLAIMS...")],
    encoding: Encoding = None,
) -> None:
    """Check lines of claims: JSON and schema (S001), double ids (S002), evidence (E101), articles (E102).

    Articles are looked for from the working directory, then from the folder of the file of claims.
    """
    found, trouble = 0, False
    for name in files:
        try:
            for number, code, message in _findings(name, encoding):
                found += 1
                console.write(f"{name}:{number}: {code} {console.visible(message)}\n".encode())
        except JijitsuError as fault:
            console.complain(fault)
            trouble = True
    console.end(findings=found > 0, trouble=trouble)


def _findings(name: str, encoding: str | None) -> Iterator[tuple[int, str, str]]:
    """Line, code and message of each finding in a file of claims."""
    from jijitsu.schemas.record import RecordError, decode_line

    find = claimfile.articles(claimfile.folder_of(name), encoding)
    first: dict[tuple[str | None, str, str], int] = {}
    unnamed = 0
    for number, line in claimfile.lines(name):
        try:
            claim = decode_line(line)
        except RecordError as fault:
            yield number, "S001", str(fault)
            continue
        # The same article at two places gives the same ids twice, and rightly so.
        key = claim.article.name, claim.article.sha256, claim.id
        if key in first:
            yield number, "S002", f"the id {claim.id} stands in line {first[key]} already"
        first.setdefault(key, number)
        if claim.article.path is None:
            unnamed += 1
            continue
        finding = _unfounded(claim, find)
        if finding:
            yield number, *finding
    if unnamed:
        console.say(f"{name}: {unnamed} claims name no article (standard input), so their evidence was not looked up")


def _unfounded(claim: Claim, find: Callable[[ArticleRef], str | None]) -> tuple[str, str] | None:
    """Code and message if the article does not say what the claim's evidence says."""
    try:
        text = find(claim.article)
    except UnreadableError as fault:
        return "E102", f"the article cannot be read: {fault.what}."
    if text is None:
        return "E102", f"there is no article {claim.article.name}"
    evidence = claim.evidence
    there = text[evidence.start : evidence.end]
    if there == evidence.text and evidence.start < evidence.end:
        return None
    moved = text.find(evidence.prefix + evidence.text + evidence.suffix)
    if moved >= 0:
        start = moved + len(evidence.prefix)
        more = f"; it has moved to {start}-{start + len(evidence.text)}"
    else:
        more = f"; there stands 「{_short(there)}」" if there else "; the article ends before"
    return "E101", f"the evidence 「{_short(evidence.text)}」 is not at {evidence.start}-{evidence.end}{more}"


def _short(text: str) -> str:
    return (text if len(text) <= 40 else f"{text[:20]}…{text[-19:]}").replace("\n", "⏎")
