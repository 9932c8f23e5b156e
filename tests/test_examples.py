"""The examples beside the code: what every recogniser and every kind takes and leaves, read at a non-zero offset."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import pytest
from conftest import article
from reading import claim_differs, mention_differs, parts_of

from jijitsu.extract import pipeline
from jijitsu.extract.linking.entity.names import names
from jijitsu.extract.parts import Kind, Recogniser
from jijitsu.extract.seeing import settle
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.mention import Mention

LEAD = "これは前置きである。\n"
"""Stands before every example, so that offsets which forget the article's beginning come out wrong."""


def modules(package: str) -> list[str]:
    """Names of the modules of a folder of parts."""
    return sorted(module.name for module in pkgutil.iter_modules(import_module(package).__path__))


def parts(package: str, name: str) -> Iterator[tuple[str, Any]]:
    """(module, part) of every module that loads and has its part; test_every_module tells of the others."""
    for module in modules(package):
        try:
            part = getattr(import_module(f"{package}.{module}"), name, None)
        except Exception:  # reported by test_every_module, and must not hide the examples of the other modules
            continue
        if part is not None:
            yield module, part


MENTIONS, CLAIMS = "jijitsu.extract.mentions", "jijitsu.extract.claims"
RECOGNISERS = dict(parts(MENTIONS, "RECOGNISER"))
KINDS = dict(parts(CLAIMS, "KIND"))


def taken(found: Mapping[str, Any]) -> list[Any]:
    """One test case for every (part, sentence, expectation)."""
    return [
        pytest.param(part, text, expected, id=f"{module}: {text[:40]}")
        for module, part in found.items()
        for text, expected in part.takes.items()
    ]


def left(found: Mapping[str, Any]) -> list[Any]:
    """One test case for every (part, sentence in which nothing may be seen, reason)."""
    return [
        pytest.param(part, text, why, id=f"{module}: {text[:40]}")
        for module, part in found.items()
        for text, why in reasons(part.leaves).items()
    ]


def reasons(leaves: Sequence[str] | Mapping[str, str]) -> Mapping[str, str]:
    """`leaves` as sentence -> reason, the reason empty where none is given."""
    return leaves if isinstance(leaves, Mapping) else dict.fromkeys(leaves, "")


def seen(part: Recogniser, text: str) -> list[Mention]:
    """What the recogniser alone sees in `text`, overlaps settled."""
    read = article(LEAD + text)
    setting = Setting(read.published, names())
    found = settle(mention for sentence in sentences(read)[1:] for mention in part.find(sentence, setting))
    for mention in found:
        assert read.text[mention.start : mention.end] == mention.text, f"offsets of {mention} miss their text"
    return found


def claimed(kind: Kind, text: str) -> list[Claim]:
    """The claims of this kind that come out of the whole line."""
    read = article(LEAD + text)
    found = [claim for claim in pipeline.extract_article(read) if claim.kind == kind.name]
    for claim in found:
        place = claim.evidence
        assert read.text[place.start : place.end] == place.text, f"offsets of {place} miss their text"
    return found


def hold(found: Sequence[Any], expected: str, differs: Any, told: Sequence[str]) -> None:
    """Fail unless `found` are the expected ones, in order, and no others."""
    wanted = parts_of(expected)
    assert len(found) == len(wanted), f"wanted {wanted}, found {told}"
    for one, want in zip(found, wanted, strict=True):
        problem = differs(one, want)
        assert not problem, f"wanted {want!r}: {problem}"


@pytest.mark.parametrize(
    ("package", "module", "name"),
    [(MENTIONS, module, "RECOGNISER") for module in modules(MENTIONS)]
    + [(CLAIMS, module, "KIND") for module in modules(CLAIMS)],
)
def test_every_module_ends_in_its_part(package: str, module: str, name: str) -> None:
    part = getattr(import_module(f"{package}.{module}"), name)
    assert part.about.strip()
    assert part.takes, f"{module} shows nothing that it takes"
    assert part.leaves, f"{module} shows nothing that it leaves"


def test_there_are_parts() -> None:
    assert RECOGNISERS, "no recogniser at all"
    assert KINDS, "no kind at all"


@pytest.mark.parametrize(("part", "text", "expected"), taken(RECOGNISERS))
def test_recogniser_takes(part: Recogniser, text: str, expected: str) -> None:
    found = seen(part, text)
    hold(found, expected, mention_differs, [f"{mention.text} = {mention.value}" for mention in found])


@pytest.mark.parametrize(("part", "text", "why"), left(RECOGNISERS))
def test_recogniser_leaves(part: Recogniser, text: str, why: str) -> None:
    assert not seen(part, text), why


@pytest.mark.parametrize(("kind", "text", "expected"), taken(KINDS))
def test_kind_takes(kind: Kind, text: str, expected: str) -> None:
    found = claimed(kind, text)
    told = [f"{claim.subject.text if claim.subject else None}: {claim.evidence.text}" for claim in found]
    hold(found, expected, claim_differs, told)


@pytest.mark.parametrize(("kind", "text", "why"), left(KINDS))
def test_kind_leaves(kind: Kind, text: str, why: str) -> None:
    assert not [claim.evidence.text for claim in claimed(kind, text)], why
