"""Writes extract/lexicon/exchange_days.yaml from the library exchange_calendars: `python tests/exchange_days.py`.

The library imports pandas, which costs more than a whole article; at run time only the table is read.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "extract" / "lexicon" / "exchange_days.yaml"
FIRST, LAST = "2000-01-04", {"XSHG": "2026-12-31"}
"""The library knows Shanghai only as far as its holidays have been announced."""
MICS = ("XTKS", "XNYS", "XHKG", "XKRX", "XSHG", "XLON")
HEAD = """# Weekdays (Monday to Friday) on which an exchange is closed, as MMDD by year.
# On Saturdays and Sundays all are closed.
# Written by tests/exchange_days.py from the library exchange_calendars; a test holds the two equal.
"""


def closed(mic: str) -> tuple[dt.date, dt.date, dict[int, list[str]]]:
    """First and last day of the table, and the closed weekdays of each year."""
    import exchange_calendars

    last = LAST.get(mic, "2030-12-31")
    calendar = exchange_calendars.get_calendar(mic, start=FIRST, end=last)
    sessions = {session.date() for session in calendar.sessions}
    first, end = dt.date.fromisoformat(FIRST), dt.date.fromisoformat(last)
    years: dict[int, list[str]] = {}
    for number in range(first.toordinal(), end.toordinal() + 1):
        day = dt.date.fromordinal(number)
        if day.weekday() < 5 and day not in sessions:
            years.setdefault(day.year, []).append(f"{day:%m%d}")
    return first, end, years


def table() -> str:
    """The whole file."""
    lines = [HEAD]
    for mic in MICS:
        first, last, years = closed(mic)
        lines.append(f'{mic}:\n  first: "{first}"\n  last: "{last}"\n  closed:\n')
        lines.extend(f'    {year}: "{" ".join(days)}"\n' for year, days in sorted(years.items()))
    return "".join(lines)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
