"""What a shell offers at TAB for values that Typer cannot tell by itself; each with a word about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Offer = tuple[str, str]


def codes(incomplete: str) -> Iterator[Offer]:
    """Codes of rules."""
    from jijitsu.extract.linting import checks

    yield from _begin(((check.code, check.title[1]) for check in checks()), incomplete.upper())


def formats(incomplete: str) -> Iterator[Offer]:
    """Formats of findings."""
    from jijitsu.extract.collect import collect

    yield from _begin(((form.name, form.about) for form in collect("jijitsu.cli.formats", "FORMAT")), incomplete)


def exports(incomplete: str) -> Iterator[Offer]:
    """Formats of claims."""
    from jijitsu.extract.collect import collect

    yield from _begin(((export.name, export.about) for export in collect("jijitsu.cli.exports", "EXPORT")), incomplete)


def kinds(incomplete: str) -> Iterator[Offer]:
    """Kinds of claim."""
    from jijitsu.schemas.claim import KINDS

    yield from _begin(((kind, "") for kind in KINDS), incomplete)


def pages(incomplete: str) -> Iterator[Offer]:
    """Topics of the manual."""
    from jijitsu.cli.topics import topics

    yield from _begin(((topic.name, topic.title) for topic in topics()), incomplete)


def _begin(offers: Iterable[Offer], incomplete: str) -> Iterator[Offer]:
    return ((word, about) for word, about in offers if word.startswith(incomplete))
