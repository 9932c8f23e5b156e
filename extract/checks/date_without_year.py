"""A month and a day without a year, in an article without a publication date.

## What it checks
The first such date of an article that bears no publication date, neither in its metadata nor in a date line of its own.
Dates that recur (`毎年4月1日`) and fiscal terms (`3月期`) are left alone; so are articles that have written a date with its
year before.

## Why it matters
Nobody can tell later which year was meant, and no date of the article's claims resolves.

## How to mend
Write the year, or give the article its date: front matter, `NAME.meta.json`, a date line, or `--published`.

## What it needs
The article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault, Place
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Story
from jijitsu.schemas.mention import Timex

_RECURS = regex(r"(?:毎年|例年|毎|各年)(?:の|は)?$|年\s?$")
_SLASH = regex(
    r"(?<![\d/.,])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/.])(?=[の(に付は、発締かま\s時])"
)


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the first date of each undated article that cannot be resolved."""
    for dossier in desk.dossiers:
        if dossier.story is None or dossier.article is None or dossier.article.published is not None:
            continue
        place = _first(dossier.story)
        if place is not None:
            words = dossier.article.text[place[0] : place[1]]
            yield Fault(
                place=Place(dossier.path, *place),
                message=(
                    f"「{words}」の年が分かりません（年が書かれておらず、記事に発行日もありません）",
                    f"the year of {words} is unknown: it is not written, and the article bears no publication date",
                ),
            )


def _first(story: Story) -> tuple[int, int] | None:
    """The place of the first date without a year, unless a date with its year comes before."""
    for scene in story.scenes:
        if scene.sentence.role == "furniture":
            continue
        for start, end, dated in sorted(_dates(scene)):
            if dated:
                return None
            if not _RECURS.search(scene.sentence.folded[: start - scene.sentence.start]):
                return start, end
    return None


def _dates(scene: Scene) -> Iterator[tuple[int, int, bool]]:
    """Start and end of month-and-day dates, and whether the year is known."""
    for mention in scene.of("date", "period"):
        if isinstance(mention.value, Timex):
            if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", mention.value.timex):
                yield mention.start, mention.end, True
            elif re.match(r"XXXX-\d\d-\d\d", mention.value.timex):
                yield mention.start, mention.end, False
    base = scene.sentence.start
    for match in _SLASH.finditer(scene.sentence.folded):
        # 1/3の is a third; a day beyond the twelfth, or a month beyond the day, is no fraction.
        if int(match["month"]) > int(match["day"]) or int(match["day"]) > 12:
            yield base + match.start(), base + match.end(), False


CHECK = Check(
    code="T301",
    severity="warning",
    find=find,
    title=("年の分からない日付", "a date that cannot be resolved: no year, and no publication date"),
    needs="text",
    fires=["1月29日の米国市場で株価は11%下げた。", "公表は9/18の引け後だった。", "１１月７日付で格付けを引き上げた。"],
    silent=[
        "published: 2026-01-30\n1月29日の米国市場で株価は11%下げた。",
        "2026年1月29日の米国市場で株価は11%下げた。",
        "毎年4月1日に給与を見直す。",
        "3月期の営業利益は64億円だった。",
        "全体の1/3の店を閉じた。",
        "2025年11月6日 18時30分 配信\n\n11月4日に開いた取締役会で決めた。",
    ],
)
