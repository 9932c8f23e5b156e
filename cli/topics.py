"""The topics of `jijitsu help`: the pages of `manual/`, found by listing the folder."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec


class Topic(msgspec.Struct, frozen=True):
    """A page of the manual: its name (of the file), its title (of the first line), and the Markdown."""

    name: str
    title: str
    page: str


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, in order of their names. Raises ValueError for a page without a title."""
    pages = resources.files("jijitsu.cli.manual").iterdir()
    found = (_topic(page.name.removesuffix(".md"), page.read_text("utf-8")) for page in pages if _is_page(page.name))
    return tuple(sorted(found, key=lambda topic: topic.name))


def _is_page(name: str) -> bool:
    return name.endswith(".md")


def _topic(name: str, page: str) -> Topic:
    head = page.partition("\n")[0]
    if not head.startswith("# "):
        raise ValueError(f"manual/{name}.md must begin with `# ` and its title")
    return Topic(name, head.removeprefix("# ").strip(), page)
