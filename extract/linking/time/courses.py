"""Dates without a year by the course of their sentence: what it has told of a year long gone goes on in it, and what it tells as
done lies behind."""

from __future__ import annotations

import re
from datetime import date

from jijitsu.extract.linking.time.dates import Anchor
from jijitsu.extract.regex import regex

_LONG_AGO = 300
"""Days: a date so far from publication keeps its year for those that go on from it."""
_SHORT = 31
_SOON = 25
"""Days: an article may be younger than the day that it is filed under."""

# 2006年8月6日、契約を結び、8月29日までに; 2004年10月21日から12月20日まで; not 2006年8月6日に設立されたA社は新型を出し、
_GOES_ON = regex(
    r"(?:から|~|-|と|や|、|・|および|及び)|(?:、|(?:に|の|から|ごろ|頃|午[前後])(?![^、。]{0,60}[たるい](?=[一-鿿ァ-ヶA-Z「])))[^。「」]{1,160}"
    r"(?:[しりきちびみいえけせてねべめれげ]|って|んで|[たるいだ]が|た後|たのち)、(?:その後|さらに|また|続いて|次いで|翌)?"
)
# 2月下旬に財布を3000円で売った疑い, told in December; not 2月に発売する新型の価格を発表した
_CLAUSE = regex(
    r"(?:上旬|中旬|下旬|末|初め)?(?:早朝|朝|昼|夕方?|夜|深夜|未明|(?:午前|午後)(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?)?)?(?:ごろ|頃|過ぎ)?(?:に(?:は|も)?|、|から)(?=[^。「」]{0,80}(?P<done>[しっいきりちびみえけげせてべめれじ]た|んだ|いだ)(?:[。、と疑容がこ]|$|[一-鿿ァ-ヶA-Z「]))"
)
_STILL = regex(
    r"(?<![いあ])[るうくすつむぶぐ](?=[。、]|と|予定|計画|方針|見通|見込|考え|ため|こと|の[がはを]|[一-鿿ァ-ヶA-Z「])"
    r"|予定|計画|方針|見通し|見込|目指|目標|向け|控え|迫|決ま|決め|決定|合意|延期|内定|延び|ずれ|繰り|定め|設定|発表|公表|表明|明らか|求め"
)


def carried_year(match: re.Match[str], month: int, anchor: Anchor) -> int | None:
    """The year of a date long gone that the sentence goes on from, for the one that `match` reads."""
    if anchor.previous is None or anchor.published is None or match.group().startswith("翌"):
        return None
    first, last = anchor.previous
    if (anchor.published - last).days < _LONG_AGO or (last - first).days > _SHORT:
        return None
    if not _GOES_ON.fullmatch(match.string, anchor.at, match.start()):
        return None
    return first.year + (month < first.month)


def is_done(match: re.Match[str], first: date, published: date) -> bool:
    """True if the clause of the date that `match` reads tells what has been done: 2月に財布を売った."""
    return (first - published).days >= _SOON and tells_of_past(match)


def tells_of_past(match: re.Match[str]) -> bool:
    """1日に開業し、初日に3千人が訪れた; not 1日に発売する新型の価格を発表した."""
    clause = _CLAUSE.match(match.string, match.end())
    return clause is not None and _STILL.search(match.string, match.end(), clause.start("done")) is None
