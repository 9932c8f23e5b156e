"""What somebody is charged with, and what a paper passes on: words that make figures hearsay through all clauses joined to theirs."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.regex import regex

# 現金をだまし取ったとして、元社員を逮捕した; not 町に貢献したとして表彰した
_CHARGED = regex(
    r"[ただ](?:などと?|と)して(?=、?[^。「」]{0,80}?(?:逮捕|送検|起訴|告訴|告発|提訴|摘発|検挙|指名手配|立件|家宅捜索))"
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


def charges_with(folded: str, end: int, at: int, stop: int) -> bool:
    """True for a figure (it ends at `end`) of those who are seized, and not of what they did: 男[3人]を詐欺の疑いで逮捕した."""
    whom = _PERSONS.search(folded, max(0, end - 3), end) is not None and _WHOM.match(folded, end) is not None
    return whom and at >= end and _SEIZED.match(folded, stop) is not None


def told_by_paper(folded: str, start: int, at: int) -> bool:
    """True if all from the paper's name on is what it tells, up to the verb at `at`."""
    return _PASSED_ON.search(folded, max(0, at - 4)) is not None and _PAPER.search(folded, 0, start) is not None
