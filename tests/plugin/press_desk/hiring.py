"""People whom a company takes on or means to: 300人を採用する.

Takes counts of people with a word of hiring right behind them. Leaves staff as such (従業員は300人だ).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind

_HIRED = re.compile(r"(?:程度|ほど)?(?:を|の)?(?:新たに|新規に)?(?:採用|雇用|雇い入れ|中途採用)")


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure of people that are hired."""
    text = linked.story.article.text
    for figure in linked.figures:
        if figure.amount.unit in {"人", "名"} and _HIRED.match(text, figure.mention.end):
            draft = draft_of(figure, KIND.name, direction=figure.direction)
            yield msgspec.structs.replace(draft, measure="hires")


KIND = Kind(
    "x-hiring",
    read,
    "People whom a company takes on or means to.",
    takes={"みほん自動車は来春、300人を採用する。": "みほん自動車: 300人 hires 300"},
    leaves={"みほん自動車の従業員は300人だ。": "staff, and nobody is hired"},
)
