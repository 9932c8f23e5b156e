"""Trading is claimed for a day on which that exchange was closed.

## What it checks
A day and the market that the sentence names (`12日の東京株式市場で`, `19日の米国市場は`); and the day of a share's or an
index's move or level, with the market that its sentence names or the share is listed on. Weekends and holidays come from
the exchanges' calendars. A New York close is the next day in Japan, so for New York the day before counts too, unless the
text says `19日の米国市場`. Currencies, crypto assets, futures, commodities and bonds trade otherwise and are left alone.

## Why it matters
There was no such session: the day, the holiday or the market is wrong.

## How to mend
The finding names the session before. Look up which one was meant.

## What it needs
Claims; with the article's text it reads the market from the sentence instead of from the words beside the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jijitsu.extract.checking import Check, Desk, Dossier, Fault, Place
from jijitsu.extract.linking.time.calendars import exchange_of, is_open, previous_session
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.mention import Mention, Timex

_MARKET = regex(r"株|市場|相場|東証|終値|前場|後場|大引け|日経平均|TOPIX|ダウ|ナスダック|NASDAQ|S&P|取引")
_HELD = regex(r"(?:市場|東証|取引所|株)で")
_BEFORE = regex(r"[^、。]{2,14}(?:市場|東証|取引所)で(?:は)?、?$")
"""東京株式市場で3日、: the market stands before the day."""
_ELSEWHERE = regex(
    r"為替|外為|債券|国債|金利|原油|先物|商品|仮想通貨|暗号|ビットコイン|PTS|夜間|時間外|ADR|オプション|金相場|NYMEX|COMEX"
)
_CLOSED = regex(r"休場|休み|休日|祝日(?:で|のため)|休業|休む|閉ま|休市|休会|取引(?:は|が)(?:な|行われな)")
_JAPAN_TIME = regex(r"日本時間|日本の|早朝|未明|明け方|[にのは]?朝")
_PRICES = frozenset({"price_move", "price_level"})
_ONE_DAY = regex(r"[\d０-９]\s?日")
_REACH = 16
"""How far behind a day its market is looked for, in code points."""
_NAMES = {
    "XTKS": ("東京", "Tokyo"), "XNYS": ("ニューヨーク", "New York"), "XHKG": ("香港", "Hong Kong"),
    "XKRX": ("韓国", "Korea"), "XSHG": ("上海", "Shanghai"), "XLON": ("ロンドン", "London"),
}  # fmt: skip
_LISTED = {"XNAS": "XNYS"}
"""Markets that keep the calendar of another."""
_WEEKDAYS = ("月月火水木金土日", ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def find(desk: Desk) -> Iterator[Fault]:
    """Yield, for each article, exchange and closed day, the first place that claims trading; the others beside it."""
    for dossier in desk.dossiers:
        places: dict[tuple[str, date], list[Place]] = {}
        for mic, day, place in _claimed(dossier):
            if all(place.end <= other.start or other.end <= place.start for other in places.get((mic, day), [])):
                places.setdefault((mic, day), []).append(place)
        for (mic, day), found in places.items():
            found.sort(key=lambda place: place.start)
            yield Fault(place=found[0], message=_message(mic, day), related=tuple(found[1:]))


def _claimed(dossier: Dossier) -> Iterator[tuple[str, date, Place]]:
    """Exchange, closed day and place."""
    for scene in dossier.story.scenes if dossier.story else ():
        if scene.sentence.role != "furniture":
            yield from _said(dossier.path, scene)
    text = dossier.article.text if dossier.article and dossier.story else None
    for claim in dossier.claims:
        if claim.kind in _PRICES and claim.time is not None and claim.time.start == claim.time.end:
            yield from _moved(dossier.path, claim, text)


def _said(path: str, scene: Scene) -> Iterator[tuple[str, date, Place]]:
    """12日の東京市場: a day with its market right behind it."""
    folded, base = scene.sentence.folded, scene.sentence.start
    if _CLOSED.search(folded):
        return
    for mention in scene.of("date"):
        day = _day(mention)
        behind = folded[mention.end - base : mention.end - base + _REACH]
        market = re.match(r"(?:\([^()]*\))?(?P<by>[の、])(?!\d)", behind)
        if day is None or market is None:
            continue
        words = re.split(r"[、。]", behind[market.end() :])[0]
        start, end = mention.start, min(mention.end + market.end() + len(words), scene.sentence.end)
        if market["by"] == "、" and not _HELD.search(words):
            named = _BEFORE.search(folded[max(0, mention.start - base - 20) : mention.start - base])
            words = named.group() if named else ""
            start, end = mention.start - len(words), mention.end
        mic = exchange_of(words)
        if mic is None or not _MARKET.search(words) or _ELSEWHERE.search(words):
            continue
        days = [day]
        if mic != "XTKS" and _JAPAN_TIME.search(folded[max(0, mention.start - base - 6) : mention.end - base + 6]):
            days.append(day - timedelta(days=1))
        if all(is_open(mic, one) is False for one in days):
            yield mic, day, Place(path, start, end)


def _day(mention: Mention) -> date | None:
    value = mention.value
    if isinstance(value, Timex) and value.start == value.end and re.search(r"\d\s?日", mention.text):
        return value.start
    return None


def _moved(path: str, claim: Claim, text: str | None) -> Iterator[tuple[str, date, Place]]:
    """The day of a share's or an index's move or level."""
    time, evidence = claim.time, claim.evidence
    if time is None or claim.measure not in {"share_price", "index"} or claim.mark == "target":
        return
    if claim.modality not in {"asserted", "reported"} or not _ONE_DAY.search(time.text):
        return
    listed = claim.subject.id.partition(":")[0] if claim.subject and claim.subject.id else None
    mic = _LISTED.get(listed or "", listed)
    if mic is not None and not _was_closed(mic, time.start):
        return  # of most claims no sentence need be read
    around = evidence.prefix + evidence.text + evidence.suffix
    if text is not None:
        around = text[evidence.sentence.start : evidence.sentence.end]
    if _CLOSED.search(around) or _ELSEWHERE.search(around):
        return
    named = exchange_of(around)
    mic = mic or named
    if mic is None or (named is not None and named != mic):
        return  # a share that the sentence sees on another market: cannot tell
    if _was_closed(mic, time.start):
        at = around.find(time.text) if text is not None else -1
        start = evidence.sentence.start + at if at >= 0 else evidence.start
        yield mic, time.start, Place(path, start, start + len(time.text) if at >= 0 else evidence.end)


def _was_closed(mic: str, day: date) -> bool:
    """True if the exchange was closed that day, and, seen from Japan, the day before."""
    days = [day] if mic == "XTKS" else [day, day - timedelta(days=1)]
    return all(is_open(mic, one) is False for one in days)


def _message(mic: str, day: date) -> tuple[str, str]:
    before = previous_session(mic, day)
    japanese, english = _NAMES.get(mic, (mic, mic))
    weekday = _WEEKDAYS[0][day.weekday() + 1], _WEEKDAYS[1][day.weekday()]
    return (
        f"{day.year}年{day.month}月{day.day}日（{weekday[0]}）は{japanese}市場の休場日です（直前の取引日は"
        f"{before.month}月{before.day}日）",
        f"{english} was closed on {day}, a {weekday[1]} (the session before was on {before})",
    )


CHECK = Check(
    code="T303",
    severity="error",
    find=find,
    title=("休場日の取引が書かれている", "trading is claimed for a day on which that exchange was closed"),
    needs="claims",
    fires=[
        "published: 2026-01-13\n12日の東京株式市場で日経平均株価は続落した。",
        "published: 2026-01-20\n19日の米株式市場でダウ工業株30種平均は反落した。",
        "published: 2026-01-05\n12月31日の東京市場でも商いを集めて3%上昇した。",
        "published: 2025-11-04\n東京株式市場で3日、日経平均株価は続伸した。",
        "published: 2025-11-04\n三連休最終日の3日、東京証券取引所であさひ食品の株は8%高で終えた。",
        "published: 2025-12-29\nトヨタ自動車の株価は28日、前日比3%安の2900円で取引を終えた。",
    ],
    silent=[
        "published: 2026-01-14\n13日の東京株式市場で日経平均株価は続落した。",
        "published: 2026-02-12\n11日の米株式市場でナスダック総合株価指数は続伸した。",
        "published: 2026-01-13\n12日の東京株式市場は祝日で休みだった。",
        "published: 2026-01-10\n日本時間の10日の米株式市場でダウ平均は続伸した。",
        "published: 2026-01-13\n12日の東京外国為替市場で円は1ドル=158円を付けた。",
        "published: 2026-01-12\n11日のビットコイン相場は3%下げた。",
    ],
)
