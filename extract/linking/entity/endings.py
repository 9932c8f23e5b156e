"""The outward shape of names: their letters, the endings that firms and bodies bear, the words that stand before them.

Takes the folded text or a stretch of it; `without_lead` and `without_verdict` cut off what is no part of a name. The
words are those of lexicon/introductions.yaml; whether a stretch can be a name is wordhood's question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex

KATAKANA = r"[ァ-ヺー]{2,20}(?:[・=][ァ-ヺー]{2,20}){0,4}"
LATIN = r"[A-Z][A-Za-z0-9&'-]{1,20}(?: (?!Inc|Corp)[A-Z][A-Za-z0-9&'-]{1,20}){0,3}"
RUN = r"[ァ-ヺー一-鿿々A-Za-z0-9&・]"
WORD = rf"(?:{KATAKANA}(?:AI|IT|EV|HD)?|{LATIN})"
MIXED = rf"(?:{WORD}|[A-Z]{{1,4}}[ァ-ヺー]{{3,12}}|[一-鿿]{{1,4}}[ァ-ヺー]{{2,12}}|[一二三四五六七八九][ツノ][一-鿿]{{1,3}}[ァ-ヺー]{{2,12}})"
EDGE = r"(?![ァ-ヺーA-Za-z])"
BEFORE = r"(?<![ァ-ヺーA-Za-z・=])(?!(?<=新)興)"
# カガリの4~6月期の: the period of a figure may stand between the firm and its figure.
_PART = r"第[1-4一二三]・?四半期(?:の?累計(?:期間)?)?"
_WHICH_YEAR = "(?:再?来年|今年|ことし|昨年|去年)?の?"
OF_PERIOD = (
    rf"(?:の(?:{_WHICH_YEAR}[0-9][0-9~/年月-]{{0,10}}(?:期|月|年度?|四半期)(?:の?(?:{_PART}|[通上下中]間?期))?"
    rf"|{_PART}|[通前今来上下]期|直近)(?:\([^()]{{1,16}}\))?)?"
)
"""の4~6月期, の26年3月期第3四半期累計(4~12月), の上期."""
OFFICE = regex(
    r"社長|会長|容疑者|同社|代表|取締役|大統領|首相|教授|リリース$|^[0-9]+[一-鿿ァ-ヺ]|[0-9][時分日月年人]|死亡|[0-9同翌前当毎先昨本半数][年月日]$|氏|[0-9][名件円回]"
)


class Endings(msgspec.Struct, frozen=True):
    company: re.Pattern[str]
    kana: re.Pattern[str]
    """A name that begins in hiragana, or in a place and hiragana: みなと銀行, ひな・プロダクツ, 越路みのり農協."""
    body: re.Pattern[str]
    company_end: re.Pattern[str]
    """What `company`, `kana` and `body` end in: looked for first, since it stands in few places."""
    body_end: re.Pattern[str]
    longest: int
    """Letters that the longest ending has."""
    leads: re.Pattern[str]
    introducers: re.Pattern[str]
    stop: frozenset[str]


@cache
def endings() -> Endings:
    data = words("introductions")

    of = {key: either(found) for key, found in data.items() if isinstance(found, list)}
    # 自動車大手みのり食品, 子会社のみのり食品: kana behind these begin a name.
    behind = "|".join(f"(?<={re.escape(lead)})" for lead in data["leads"])
    return Endings(
        company=regex(rf"(?P<name>{RUN}{{2,24}}?(?:{of['company_endings']}|・(?:{of['dotted_endings']})))(?!{RUN})"),
        kana=regex(
            rf"(?:(?<![ぁ-ゖ一-鿿々0-9])|(?<=[一-鿿々ァ-ヺーA-Za-z]の)|(?<=[一-鿿]する)|(?<=営む)|(?<=のうち)|(?:{behind})(?![のはがもをにでと]))"
            rf"(?P<name>(?:(?<![ぁ-ゖ一-鿿々])[一-鿿]{{2,4}}(?!の))?[ぁ-ゖ]{{2,6}}"
            rf"(?:[一-鿿]{{2,4}}?|(?:・[ァ-ヺー]{{2,20}}){{0,3}})・?(?:{of['company_endings']}|・(?:{of['dotted_endings']})))(?!{RUN})"
        ),
        body=regex(rf"(?P<name>{RUN}{{2,24}}?(?:{of['body_endings']}))(?!{RUN})"),
        company_end=regex(rf"(?:{of['company_endings']}|・(?:{of['dotted_endings']}))(?!{RUN})"),
        body_end=regex(rf"(?:{of['body_endings']})(?!{RUN})"),
        longest=1
        + max(len(word) for key in ("company_endings", "dotted_endings", "body_endings") for word in data[key]),
        leads=regex(rf"^.*(?:{of['leads']})[の・]?(?=.{{2}})"),
        introducers=regex(
            rf"(?:{of['leads']})(?:の|「|・|、)?(?P<name>{MIXED})(?![ァ-ヺーA-Za-z]|(?![社株側製系])[一-鿿])"
        ),
        stop=frozenset(data["stop"]),
    )


_BEFORE_END, _BEFORE_DOTTED_END = 24, 75
"""Letters that the patterns take before the ending, and `kana` with three words behind dots."""


def names_ending(folded: str) -> Iterator[re.Match[str]]:
    """Yield the names that end as firms do: those of `company`, then those of `kana`."""
    known = endings()
    stops = [hit.end() for hit in known.company_end.finditer(folded)]
    near = [(stop - _BEFORE_END - known.longest, stop) for stop in stops]
    far = [(stop - _BEFORE_DOTTED_END - known.longest, stop) for stop in stops]
    yield from _within(near, known.company, folded)
    dotted = ["・" in folded[max(0, start) : stop] for start, stop in far]
    yield from _within([far[at] if dotted[at] else near[at] for at in range(len(stops))], known.kana, folded)


def bodies_ending(folded: str) -> Iterator[re.Match[str]]:
    """Yield the names that end as public bodies do."""
    known = endings()
    stops = (hit.end() for hit in known.body_end.finditer(folded))
    yield from _within([(stop - _BEFORE_END - known.longest, stop) for stop in stops], known.body, folded)


def _within(stretches: Sequence[tuple[int, int]], whole: re.Pattern[str], folded: str) -> Iterator[re.Match[str]]:
    """Yield what `whole.finditer(folded)` yields, in a fifth of the time: it is tried only in front of its endings."""
    done = 0
    for start, stop in stretches:
        while (match := whole.search(folded, max(done, start), stop)) is not None:
            yield match
            done = match.end()


_ADVERB = regex(
    r"^(?:今後|当初|現在|今回|当時|同日|先日|昨年|今年|来年|去年|以前|以降|結局|一方)(?=.{3})|^(?:このうち|そのうち|さらに|このほか)"
)


_OF_LAND = regex(r"(?:韓国|台湾|米国|英国|中国|香港|仏|独)(?=[ァ-ヺーA-Za-z]{4,}$)")


def without_lead(name: str) -> str | None:
    """`半導体大手アオバ精機` -> `アオバ精機`; None where nothing but a lead is left, or what is left is no name."""
    name = _MOVED.sub("", name)
    lead = endings().leads.match(name)
    name = name[lead.end() :] if lead else name
    name = re.sub(r"^(?:株式|有限|合同)会社|(?:株式|有限|合同)会社$", "", name)
    # A middle dot between kanji makes a list: 産経新聞・アオバ新聞.
    name = re.sub(r"^.*[一-鿿]・|^.*・(?=[一-鿿])", "", name)
    name = _ADVERB.sub("", name)
    name = re.sub(r"^.{2,12}(?:社|協会|連盟)(?=(?:日本|全国|国際))", "", name)
    if len(name) > 4 and tokens(name)[0].text in ("元", "対", "現", "後", "日"):
        name = name[1:]
    name = _of_land_and_trade().sub("", name)
    name = re.sub(r"^(?:[米英仏独韓印伊豪加蘭](?=[ァ-ヺA-Z])|[・&])+", "", name)
    if len(name) > 4 and name[0] in "米英仏独韓伊豪加" and tokens(name)[0].text == name[0]:
        # 米青葉製薬; not 英進館
        name = name[1:] if endings().company.fullmatch(name, 1) else name
    if (abroad := _OF_LAND.match(name)) and tokens(name[abroad.end() :])[0].oov:
        name = name[abroad.end() :]  # 韓国エヌテックス; not 台湾セメント
    return None if len(name) < 3 or OFFICE.search(name) else name


@cache
def _of_land_and_trade() -> re.Pattern[str]:
    """英保険ビーズリー -> ビーズリー: a land's letter and a trade."""
    return regex(rf"^{land_and_trade()}(?=[ァ-ヺ][ァ-ヺー・=]{{2,}}$)")


@cache
def land_and_trade() -> str:
    """英保険, 米製薬, 独自動車: a pattern for a land's letter and a trade right before a name."""
    trades = either(word for word in words("trades")["trades"] if len(word) > 1)
    return rf"[米英仏独韓中印伊豪加蘭](?:{trades})"


_MOVED = regex(
    r"(?<=[一-鿿ァ-ヺーA-Za-z]{2})(?:株)?(?:大幅|小幅)?(?:[一二三四五]?日?(?:急落|急伸|急騰|急反発|急反落|続落|続伸|反落|反発)|(?:大幅|小幅)[高安]|ストップ[高安])$"
)
"""アオバ精機[急落]、9%安: in headlines the way of a share stands right behind its name."""
_OF_BODIES = frozenset(["同盟", "連合", "共同", "協同", "合同", "総合", "スポーツ"])


def without_deed(name: str) -> str:
    """`虚偽報道ハルノ新聞社` -> `ハルノ新聞社`: a deed before a name of its own is no part of it, in headlines without blanks."""
    seen = tokens(name)
    first = next((at for at, word in enumerate(seen) if word.detail.startswith("固有名詞")), 0)
    ahead = seen[:first]
    if not ahead or any(word.oov or not word.detail.startswith("普通名詞") for word in ahead):
        return name
    # 解放同盟ハルノ連合会, スポーツハルノ新聞: a body's own first words.
    deed = "サ変" in ahead[-1].detail and ahead[-1].text not in _OF_BODIES
    return name[seen[first].start :] if deed else name


_COURT = regex(r"(?:地裁|高裁|地検|高検|県警|府警|道警|警察署|裁判所|県庁|市役所|消防本部|消防局)$")


def without_verdict(name: str) -> str | None:
    """`有罪判決松江地裁` -> `松江地裁`: in headlines without blanks the court stands right behind what it did."""
    if name.startswith("第") and re.match(r"第[0-9一二三四五六七八九十]+回", name):
        return None
    if not _COURT.search(name):
        return without_deed(name)
    seen = tokens(name)
    places = ["地名" in word.detail or word.text == "最高" for word in seen]
    if True not in places:
        return name
    first = len(places) - 1 - places[::-1].index(True)
    while first and places[first - 1]:
        first -= 1
    return name[seen[first].start :]
