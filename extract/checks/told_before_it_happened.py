"""An event is told as past, and dated after the publication of the article.

## What it checks
A day later than the publication date whose predicate is in the past (`2日付の記事: 4日に火災が起きた`). Plans and dates of
effect are left alone (`4月1日付で`, `6日に開く予定だ`, `来月1日に始めると発表した`). Where only a claim file is read: a move of a
price that is asserted for a day after the publication.

## Why it matters
Either the date of the event or the date of the article is wrong, and everything that is reckoned from it too.

## How to mend
Look up both dates. If the article was updated later, give it the date of the update.

## What it needs
Claims; with the article's text it sees events that are no claims, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from jijitsu.extract.checking import Check, Desk, Dossier, Fault, Place
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Mention, Timex

_AHEAD = {"full": 36600, "month": 60, "day": 7}
"""How many days after the publication a date may lie to be taken at its word, by what is written of it: a date without
a year, told as past, is last year's if it lies far ahead; a bare day, last month's.
"""
_LISTED = regex(r"(?:\([^()]*\))?\s?(?:[、,・/~〜～-]|および|及び|と)\s?(?:\d{1,2}月)?\d{1,2}日")
"""One of several days: 18日、19日、20日に."""
_EFFECT = regex(
    r"(?:\([^()]*\))?\s?(?:付|号|まで|からの|以降|より|時点|をめど|を目途|を期限|ごろ|頃|予定|締|以前|前|の予定|に予定|とし)"
)
_FUTURE = regex(r"予定|見込|見通し|場合|だろう|でしょう|予想|とみられ|と見られ|方針|かもしれ|はず(?:だ|です)")
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)年")
_NAMED = regex(
    r"の(?:(?!まで|から|に|へ|を)[^、。]){1,20}?(?:で(?!き)|は|も|が)|の(?:取引|市場|引け|相場)[^、。]{0,4}[後前]"
)
"""12日の東京市場で; not 8日の総選挙に向けて."""
_IS = regex(r"(?:\([^()]*\))?\s?(?:午前|午後)?[\d:時分半]{0,7}(?:だった|でした|となった|となりました|になった)")
"""締め切りは20日だった: the day is what is told."""
_BEGINS = regex(
    r"(?:開幕|開催|開始|発売|公開|施行|投開票|投票|公示|告示|締め?切り?|実施|適用|発効|放送|出発|開業|開店|スタート|発足)(?:の|予定|で|に|と|、)"
    r"|から(?:\d|約|半)"
)
"""27日開幕の大会, 15日から1週間の停止: the day of a thing, not of what was done."""
_LAST_YEAR = regex(r"昨年|去年|一昨年|おととし|前年の")
_SPAN_BEFORE = regex(r"(?:年間|より|平年|昨年|前年|約|計|最大|延べ|各|毎|週|生後|わずか|まる|丸|第|残り|あと)$")
_SPAN_BEHIND = regex(r"早|遅|間|ぶり|分|目|連続|前|後|長|短|以上|以内|ほど|程度|余り|足らず|単位|休み")
_DECIDED = regex(
    r"決め|決定|決ま|発表|公表|公開|公示|告示|明らか|示し|述べ|語っ|話し|伝え|報じ|打ち出|まとめ|固め|盛り込|可決|承認|合意|"
    r"通知|申請|要請|求め|予告|告知|表明|約束|内定|延期|延び|設定|変更|控え|迎え|迫っ|指定|呼び(?:掛|か)け|促し|予約|招待|誘"
)
_MONTH = regex(r"(?<!\d)(\d{1,2})月(?!間)")


def find(desk: Desk) -> Iterator[Fault]:
    """Yield what is told as past of days that were yet to come, each day once an article."""
    for dossier in desk.dossiers:
        published = dossier.article.published if dossier.article else None
        if dossier.story is not None and published is not None:
            before, told = "", set[date]()
            for scene in dossier.story.scenes:
                for day, fault in _in_scene(dossier.path, scene, published, before):
                    if day not in told:
                        told.add(day)
                        yield fault
                before = scene.sentence.folded
        elif dossier.story is None:
            yield from _in_claims(dossier)


def _in_scene(path: str, scene: Scene, published: date, before: str) -> Iterator[tuple[date, Fault]]:
    sentence = scene.sentence
    if sentence.role in {"furniture", "headline"}:
        return
    dates = [mention for mention in scene.of("date") if _single(mention)]
    for mention in dates:
        assert isinstance(mention.value, Timex)
        day = mention.value.start
        if day is None or not 0 < (day - published).days <= _reach(mention, scene, before, published):
            continue
        if any(said.start <= mention.start < said.end for said in scene.of("utterance")):
            continue
        if _past(scene, mention, dates, published):
            yield day, Fault(place=Place(path, mention.start, mention.end), message=_message(day, published))


def _single(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Timex) and value.start is not None and value.start == value.end and "日" in mention.text


def _reach(mention: Mention, scene: Scene, before: str, published: date) -> int:
    folded = scene.sentence.folded
    if "年" in mention.text:
        return _AHEAD["full"]
    years = {int(year) for year in _YEAR.findall(before + folded)}
    if (years and published.year not in years) or _LAST_YEAR.search(folded):
        return 0  # told of another year
    if "月" in mention.text:
        return _AHEAD["month"]
    if not mention.text[:1].isdecimal():
        return 0  # 翌日, 当日: the day of something else
    first, last = mention.start - scene.sentence.start, mention.end - scene.sentence.start
    if _SPAN_BEFORE.search(folded[:first]) or _SPAN_BEHIND.match(folded[last:]):
        return 0  # 平年より6日早い: a stretch of days
    if "より" in folded and re.search(r"[早遅](?:い|く|か|ま)", folded):
        return 0
    months = {int(month) for month in _MONTH.findall(before + folded)}
    if _day(mention).month != published.month:
        return 0  # on 29 December, what is told of 2日 was on 2 December
    return _AHEAD["day"] if not months or published.month in months else 0


def _past(scene: Scene, mention: Mention, dates: Sequence[Mention], published: date) -> bool:
    """True if the predicate that the date belongs to is past."""
    from jijitsu.extract.words.tenses import predicates

    sentence = scene.sentence
    after = mention.end - sentence.start
    rest = sentence.folded[after:]
    if (
        _BEGINS.match(rest)
        or _EFFECT.match(rest)
        or _LISTED.match(rest)
        or _IS.match(rest)
        or (rest.startswith("の") and not _NAMED.match(rest))
    ):
        return False
    if (
        _aside(sentence.folded, mention.start - sentence.start)
        or _FUTURE.search(rest)
        or not rest.rstrip("。 」)").endswith(("た", "だ"))
    ):
        return False
    told = [one for one in predicates(sentence.folded) if one.start >= after and not _quoted(scene, one.start)]
    if not told:
        return False
    last = told[-1]
    announced = _DECIDED.search(sentence.folded[last.start : last.end]) is not None
    whole = re.match(r"(?:\([^()]*\))?(?:、|には|は|では|の|も|,)", rest) is not None
    comma = rest.startswith(("、", ",")) or re.match(r"\([^()]*\)、", rest) is not None
    near = told[0]
    bare = re.sub(r"\([^()]*\)", "", sentence.folded[after : near.start])
    if len(bare) <= 2 and _DECIDED.search(sentence.folded[near.start : near.end]):
        return False  # 28日に決まった, 9日に延期された
    before = sentence.folded[: mention.start - sentence.start]
    if bare in {"", "に", "から", "より"} and near.ending == "past":
        return True  # 13日に開かれた総会
    if before.endswith(("更新:", "追記:", "訂正:", "更新", "追記")):
        return False
    if announced and before.endswith(("では", "を", "を、", "では、", "日程は", "時期は", "日は", "日が")):
        return False  # 発売日を、日本では9月13日、米国では19日と発表した
    for one in told[:-1]:
        if one.ending == "past":
            # 4日に中止された試合を再開すると決めた: what is past there may be the match.
            noun = one.after not in {"", "。", "、", "と", "が", "ため", "こと", "という", "として"}
            return (one.after != "と" or not comma) and not (noun and (announced or not whole))
        if one.ending == "on" or (one.lemma.endswith("い") and one.after not in {"と", "こと"}):
            continue  # 2日に新しい靴を発売した: no day hangs on 新しい
        if one.after in {"と", "よう", "こと", "方針", "計画", "考え"} or not whole:
            # 4日、…を設けると発表した: the comma hangs the day on the last verb; 4日に設けると発表した: on the first.
            return (
                one.after == "と" and comma and announced and len(dates) == 1 and (_day(mention) - published).days <= 14
            )
    if len(told) > 1 and announced and not comma:
        return False  # 4月1日に本社を移し、社名も変えると決めた
    others = any(other.start < mention.start and _day(other) <= published for other in dates)
    return last.ending == "past" and not (announced and others)


def _aside(folded: str, at: int) -> bool:
    """True within brackets: 総選挙(30日), 0歳(生後18日)."""
    return folded.rfind("(", 0, at) > folded.rfind(")", 0, at)


def _day(mention: Mention) -> date:
    assert isinstance(mention.value, Timex)
    assert mention.value.start is not None
    return mention.value.start


def _quoted(scene: Scene, at: int) -> bool:
    place = scene.sentence.start + at
    return any(said.start <= place < said.end for said in scene.of("utterance"))


def _in_claims(dossier: Dossier) -> Iterator[Fault]:
    """Moves that are asserted for a day after the publication, the first of each day."""
    seen: set[date] = set()
    for claim in dossier.claims:
        time, published = claim.time, claim.article.published
        if time is None or published is None or claim.kind not in {"price_move", "market_cap_move"}:
            continue
        if claim.modality != "asserted" or time.start != time.end or time.start in seen:
            continue
        if 0 < (time.start - published).days <= _AHEAD["day"]:
            seen.add(time.start)
            place = Place(dossier.path, claim.evidence.start, claim.evidence.end)
            yield Fault(place=place, message=_message(time.start, published))


def _message(day: date, published: date) -> tuple[str, str]:
    ahead = (day - published).days
    return (
        f"{day.year}年{day.month}月{day.day}日は記事の日付（{published.year}年{published.month}月{published.day}日）より"
        f"{ahead}日後ですが、過去のこととして書かれています",
        f"{day} lies {ahead} day{'s' if ahead > 1 else ''} after the publication ({published}), but is told as past",
    )


CHECK = Check(
    code="T304",
    severity="error",
    find=find,
    title=("発行日より後の出来事が過去として書かれている", "a past event is dated after the article's publication"),
    needs="claims",
    fires=[
        "published: 2026-01-14\n16日には倉庫で火災が起き、出荷を止めた。",
        "published: 2026-01-14\nあさひ食品は1月16日、値上げすると発表した。",
        "published: 2026-01-14\n15日の東京市場で株価は前日比3%安で取引を終えた。",
        "published: 2026-01-14\n16日に開かれた総会では、選任案が承認された。",
        "published: 2026-01-14\n同社は1月16日の取引終了後、決算を発表した。",
        "published: 2026-01-14\n同社は2026年3月2日に新しい靴を発売した。",
    ],
    silent=[
        "published: 2026-01-14\nあさひ食品は13日、1月16日に新店を開くと発表した。",
        "published: 2026-01-14\n同社は4月1日付で山田氏が社長に就く人事を決めた。",
        "published: 2026-01-14\n6月26日に開く総会を経て、取締役を減らした体制に移る。",
        "published: 2026-01-14\n市は18日、19日、20日に給水車を置くことを決めた。",
        "published: 2026-01-14\n梅雨入りは昨年より16日、平年より19日早かった。",
        "published: 2026-01-14\n県は20日、市は18日から受け付けを始めることを発表した。",
        "published: 2026-01-14\n締め切りは、1月20日午後3時だった。",
        "published: 2026-01-14\n総選挙の日程を1月30日公示、2月8日投票と決めた。",
        "published: 2026-01-14\n球団は1月27日開幕の大会に進出を決めた。",
        "published: 2026-01-14\n代理店に1月20日から1週間の停止命令を出した。",
        "published: 2026-01-14\n昨年の台風は1月20日に上陸した。",
        "published: 2026-01-14\n次の審理は1月28日に決まった。",
        "published: 2026-01-14\n政党は1月25日の総選挙に向けて集会を開いた。",
        "published: 2026-01-14\n発売日を、日本では1月23日、米国では2月9日と発表した。",
        "published: 2026-01-14\n機体は2005年の秋に出発し、1月20日に燃料が漏れた。",
        "published: 2026-01-14\n1月20日に本社を移し、社名も変えると決めた。",
        "published: 2026-01-14\n12月22日に17%安く引けた。",
        "published: 2026-03-03\n27日に発売した美容液が売れた。",
        "published: 2026-01-14\n社長は「16日に始めた」と述べた。",
    ],
)
