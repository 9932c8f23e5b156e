"""The publication date as it stands in the text: the last resort, where no metadata give one.

Taken: a line of its own (`2025年01月28日 12:30`, `公開日：2025/11/22 09:15`, `令和7年1月28日`), the end of a headline
with a time of day or a gap before it (`…を発売2025.12.27 06:14`), a date in brackets that opens a line
(`【2008年3月5日】`).
Left: dates in running prose, dates without a year, days that do not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.regex import regex

_LINES = 8
"""How many lines from the top are looked at: ticker, trail of links, share counters and headline may stand before."""
_REACH = 4000
_LONGEST = 150
"""A line longer than this is a paragraph."""

_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d|(?:令和|平成)\s?(?:\d{1,2}|元))"
_DAY = rf"{_YEAR}\s?[年./-]\s?(?P<month>\d{{1,2}})\s?[月./-]\s?(?P<day>\d{{1,2}})(?!\d)日?"
_WEEKDAY = r"(?:\s?\([月火水木金土日](?:曜日?)?\)|\s?[月火水木金土日]曜日?)?"
_ZONE = r"(?:\s?(?:JST|[+-]\d\d:?\d\d|Z)(?![A-Za-z]))?"
_TIME = rf"(?:[\sT,]{{0,3}}(?:午前|午後)?\s?\d{{1,2}}(?::\d\d(?::\d\d)?|時\d{{1,2}}分){_ZONE})"
_STAMP = regex(rf"{_DAY}{_WEEKDAY}(?P<time>{_TIME})?")
_LABEL = regex(
    r"""[\s\W]*(?:公開|配信|掲載|発行|発表|投稿|更新|最終更新|作成|記事公開|published|updated|posted|date)?
    (?:日時|日付|日)?[\s\W]*""",
    re.I | re.X,
)
_TAIL = regex(r"\W*(?:公開|配信|掲載|発行|投稿|更新|最終更新|付け?|現在)?(?:\s?\([^()]{1,12}\))?\W*")
_BYLINE = regex(r"[^ぁ-ん。][^。]{0,24}")
"""What may stand behind a date with a time of day: `12:30 配信 ロイター`, not `12時30分に発表`."""
_REVISED = regex(r"更新|updated|訂正|改訂", re.I)
_PROSE = regex(r"[はがをにでともやへの、,~-]\s?$")
_ERAS = {"令和": 2018, "平成": 1988}


class Dateline(msgspec.Struct, frozen=True):
    """A date of publication found in the text; `start` is where it begins, in code points."""

    day: date
    start: int
    revised: bool


def find_dateline(text: str, body_start: int = 0) -> Dateline | None:
    """Return the dateline in the first lines behind `body_start`: the first that is not of a revision."""
    found = list(_datelines(text, body_start))
    return next((line for line in found if not line.revised), found[0] if found else None)


def parse_day(written: str) -> date | None:
    """Return the day that a metadata field names, as written there (`2025-01-28T09:00:00+09:00`, `2025年1月28日`)."""
    compact = re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)\s*", written)
    if compact:
        return _valid(*map(int, compact.groups()))
    match = regex(rf"\s*{_DAY}(?=[\sT(日]|$)").match(fold(written))
    return _day_of(match) if match else None


def _datelines(text: str, body_start: int) -> Iterator[Dateline]:
    start, seen = body_start, 0
    folded = fold(text[body_start : body_start + _REACH])
    for line in folded.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            seen += 1
            match = _stamp_of(stripped)
            day = _day_of(match) if match else None
            if match and day:
                before, after = stripped[: match.start()], stripped[match.end() :]
                revised = _REVISED.search(before[-12:] + (after if _TAIL.fullmatch(after) else "")) is not None
                offset = start + line.index(stripped) + match.start()
                yield Dateline(day, offset, revised)
        if seen == _LINES:
            return
        start += len(line)


def _stamp_of(line: str) -> re.Match[str] | None:
    """The date of publication in a line, if there is one."""
    opening = re.match(r"[【\[(]", line)
    if opening:
        match = _STAMP.match(line, 1)
        if match and line[match.end() : match.end() + 1] in tuple("】])"):
            return match
    if len(line) > _LONGEST:
        return None
    for match in _STAMP.finditer(line):
        before, after = line[: match.start()], line[match.end() :]
        if not (_closes(match, after) or _STAMP.search(after)):
            continue
        if _LABEL.fullmatch(before) or _glued(match, before):
            return match
    return None


def _closes(match: re.Match[str], after: str) -> bool:
    """True if nothing but a label, or behind a time of day a byline, follows the date in its line."""
    if len(after) > 40:
        return False
    return _TAIL.fullmatch(after) is not None or (match["time"] is not None and _BYLINE.fullmatch(after) is not None)


def _glued(match: re.Match[str], before: str) -> bool:
    """A date behind a headline: `…を発売2025.12.27 06:14`, `…に復帰　2025/11/22`, not `発売は2025年12月27日`."""
    if "。" in before or _PROSE.search(before):
        return False
    return match["time"] is not None or before[-1:].isspace() or before[-1:] in tuple("([|・/】")


def _day_of(match: re.Match[str]) -> date | None:
    year = match["year"]
    era = _ERAS.get(year[:2])
    number = year[2:].strip() if era else year
    return _valid((era or 0) + (1 if number == "元" else int(number)), int(match["month"]), int(match["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
