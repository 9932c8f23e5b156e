"""What somebody is charged with, and what a paper passes on: words that make figures hearsay through all clauses joined to theirs."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.regex import regex

# 現金をだまし取ったとして、元社員を逮捕した; not 町に貢献したとして表彰した
_CHARGED = regex(
    r"[ただ](?:などと?|と)して(?=、?[^。]{0,80}?(?:逮捕|送検|起訴|告訴|告発|提訴|摘発|検挙|指名手配|立件|家宅捜索|言い渡|有罪|実刑|求刑))"
    # 7億円を送金したことについて捜査を受けている
    r"|[ただ]こと(?:について|に関して|を巡って|をめぐって)(?=[もは、]{0,2}[^。「」、]{0,24}?(?:捜査|調べられ|調べを受け|調査を受け|調査され|聴取|取り調べ))"
    # 45%が反対しているとの世論調査の結果を伝えた, 35人が行方不明になったとする州知事の発表を報じた
    r"|と(?:の|いう|する)(?=[^、。「」]{0,24}(?:結果|発表|話|談話|情報|証言|声|見方|分析|報告|説明|統計|速報)を[^、。「」]{0,12}(?:伝え|報じ|紹介し))"
    # 約3割が転職を考えていると北陸新聞は報じている
    r"|[ただるい]と(?=、?(?:[^、。「」はがを]{1,14}、){0,4}[^、。「」はがを]{0,16}(?:新聞|通信|放送|テレビ|ニュース|メディア|[紙誌局]|NHK|ロイター|CNN|BBC|AFP)(?:社|各社)?(?:など)?[はがも](?:、?[0-9]{1,2}日(?:に|、))?(?:報じ|伝え|報道し))"
)
# この事件は、売上金1800万円を着服した、というもの
_CASE = regex(
    r"(?:事件|容疑|疑い|起訴内容|起訴事実|手口|公訴事実)は、?[^。「」]{1,200}?(?P<told>[ただ]、?という(?:もの|内容|疑い|容疑))(?:だ|である|です|だった|であった)?。?$"
)
# 男3人を詐欺の疑いで逮捕した: whom, and not what with; 3人を脅した疑いで男を逮捕した tells what with
_WHOM = regex(r"(?:ら|余り|以上)?を")
_SEIZED = regex(r"で?、?[^。をが]{0,8}?(?:逮捕|送検|起訴|告訴|告発|摘発|検挙|指名手配)(?!され)")
_PERSONS = regex(r"(?:人|名|社|容疑者|被告)$")
# ロイター通信は、死者が120人を超え、4000人が家を失ったと伝えた
_PAPER = regex(
    r"(?:新聞|通信|放送|テレビ|ニュース|電子版|メディア|[各米英仏独中韓]紙|NHK|ロイター|CNN|BBC|AFP|AP|ブルームバーグ)(?:社)?(?:\([^()]{1,16}\))?(?:など)?は"
)
_PASSED_ON = regex(
    r"(?:と|との?(?:速報|情報|報道)を)?、?(?:[0-9]{1,2}日、?)?(?:報じ|伝え|報道し|速報し)(?:た|ている|ていた)。?$"
)


def charges_of(folded: str) -> Iterator[tuple[int, int]]:
    """Where a sentence says what somebody is charged with: だまし取った[として]逮捕した."""
    for match in _CHARGED.finditer(folded):
        yield match.start(), match.end()
    if case := _CASE.search(folded):
        yield case.span("told")


def charges_with(folded: str, end: int, at: int, stop: int) -> bool:
    """True for a figure (it ends at `end`) of those who are seized, and not of what they did: 男[3人]を詐欺の疑いで逮捕した."""
    whom = _PERSONS.search(folded, max(0, end - 3), end) is not None and _WHOM.match(folded, end) is not None
    return whom and at >= end and _SEIZED.match(folded, stop) is not None


def told_by_paper(folded: str, start: int, at: int) -> bool:
    """True if all from the paper's name on is what it tells, up to the verb at `at`."""
    return _PASSED_ON.search(folded, max(0, at - 4)) is not None and _PAPER.search(folded, 0, start) is not None
