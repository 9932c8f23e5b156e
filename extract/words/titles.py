"""Titles behind a name and offices before it: 岩井裕介[社長], [経済コンサルタントの]岩井氏 (lexicon/titles.yaml).

Everything takes folded text and offsets into it, in code points.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.morphology import Token
from jijitsu.extract.regex import regex

_TITLE_FILLER = regex(r"[一-鿿々ァ-ヴーA-Za-z・]*")
_MAX_TITLE = 20
STATE_OFFICE = regex(
    r"(?:[前元新副]|米)?(?:[A-Z]{2,5}|・[ァ-ヴー]{2,14}(?:州|連銀)?)?(?:大統領|首相|総裁|[一-鿿]{0,3}長官|議長|[外財国防務通商相農]{1,4}相|教授|報道官)(?![一-鿿])"
)


class Titles(msgspec.Struct, frozen=True):
    """What the lexicon knows of titles, as patterns."""

    honorific: re.Pattern[str]
    role: re.Pattern[str]
    """A whole title: words before its base, then the base (チーフFX + ストラテジスト)."""
    qualified: re.Pattern[str]
    """A title with what commonly stands before it: 主任研究員, 為替ストラテジスト, 打撃コーチ."""
    role_begins: frozenset[str]
    """The first signs of those."""
    role_end: re.Pattern[str]
    office: re.Pattern[str]
    """Anything that tells an office, wherever it ends."""
    of_persons: re.Pattern[str]
    """ズマ[委員長], カムイニロフ[情報局長]: no firm is called before it, so a word that no dictionary knows is a name."""
    nobody: frozenset[str]
    no_surname: frozenset[str]
    of_places: frozenset[str]
    prefectures: frozenset[str]
    houses: frozenset[str]
    no_org: frozenset[str]
    counted_surnames: tuple[str, ...]
    """Surnames that the dictionary takes for an hour or a count: [十時]裕樹社長."""
    trades: tuple[str, ...]
    """Trades of firms that end like an office: [投資顧問]."""
    firm_ends: tuple[str, ...]
    eastern: re.Pattern[str]
    """A Chinese or Korean name of three letters right before an office: [何立峰]副首相."""
    offices: tuple[str, ...]
    """Ends of public bodies: 欧州[中銀]のレーン専務理事."""


@cache
def titles_known() -> Titles:
    """Return the titles of the lexicon."""
    lexicon = words("titles")
    honorific = either(lexicon["honorifics"])
    role = either(lexicon["roles"])
    return Titles(
        honorific=regex(rf"(?:{honorific})(?!(?!本人|自身|率い|個人|名義|所有|保有|主導)[一-鿿])"),
        role=regex(rf"(?:{role})(?![一-鿿ァ-ヴーA-Za-z])"),
        qualified=regex(rf"(?:{either(lexicon['qualifiers'])}){{0,3}}(?:{role})(?![一-鿿ァ-ヴーA-Za-z])"),
        role_begins=frozenset(word[0] for word in (*lexicon["roles"], *lexicon["qualifiers"])),
        role_end=regex(rf"(?:{role})$"),
        office=regex(rf"{role}|{STATE_OFFICE.pattern}"),
        of_persons=regex(
            r"(?:[前元新現副]?(?:[A-Z]{2,5}|・[ァ-ヴー]{2,14}|第[0-9一二三]|[一-鿿]{1,6}・)?[一-鿿]{0,8}?"
            rf"(?:{either(lexicon['of_persons'])})|・(?:エネルギー|スポーツ|デジタル|インフラ)[一-鿿]{{0,4}}相)(?:兼[一-鿿ァ-ヴー]{{2,10}}相|(?![一-鿿ァ-ヴー]))"
        ),
        nobody=frozenset(lexicon["nobody"]),
        no_surname=frozenset(lexicon["no_surname"]),
        of_places=frozenset(lexicon["of_places"]),
        prefectures=frozenset(lexicon["prefectures"]),
        houses=frozenset(lexicon["houses"]),
        no_org=frozenset(lexicon["no_org"]),
        firm_ends=tuple(lexicon["firm_ends"]),
        counted_surnames=tuple(lexicon["counted_surnames"]),
        trades=tuple(lexicon["trades"]),
        eastern=regex(
            rf"[{lexicon['eastern_surnames']}](?:(?![市区町村都道府県州国省庁党局部課室署会社院校委係])[一-鿿]){{2}}(?=(?:前|元|副|党|国家|国務院|行政|商務|国防|朝鮮労働党|共産党){{0,3}}(?:{either(lexicon['eastern_offices'])}))"
        ),
        offices=tuple(
            word for word in lexicon["bodies"] if word[-1] != "社" and (len(word) > 1 or word in "省庁局党委部軍")
        ),
    )


def is_title(word: str) -> bool:
    """True for a word that ends in a title: 官房副長官, 社長; みなと投資顧問 is a firm."""
    known = titles_known()
    return known.role_end.search(word) is not None and not word.endswith(known.trades)


def role_end(text: str, start: int, line: tuple[Token, ...]) -> int | None:
    """Return the end of the title that begins at `start` (官房副長官, チーフFXストラテジスト), or None.

    A surname ends it: ミドリ工機・長瀬社長 is no ミドリ with a title.
    """
    named = next((token.start for token in line if token.start >= start and "人名-姓" in token.detail), len(text))
    filler = _TITLE_FILLER.match(text, start, max(start, min(start + _MAX_TITLE, named)))
    assert filler is not None
    best = None
    for match in titles_known().role.finditer(
        text, start, filler.end() + 1 if filler.end() < len(text) else filler.end()
    ):
        if match.end() <= filler.end():
            best = match.end()
    return best


def ends_in_title(words: str, start: int, line: tuple[Token, ...]) -> bool:
    """True if one kanji that begins no title stands before one: 博社長, not 副社長, 都知事, 病院長."""
    role = titles_known().role
    begins = role.fullmatch(words) or words[:1] in _BEGINS or re.match(r"[一-鿿]{3}", words) is None
    alone = any(word.start == start and word.end == start + 1 and word.pos != "接頭辞" for word in line)
    return not begins and alone and role.fullmatch(words, 1) is not None


_BEGINS = frozenset(
    "副元前現新旧総准助両次主首正本支全各同代女若初名大小中米英独仏伊豪都道府県市区町村州国軍党省庁局部課署権協学議分校園社団組"
)
_NO_TITLE = regex(
    r"(?:館|賞|杯|事件|内閣|政権|記念|財団|展|邸|像|版|作品|問題|体制|新体制|時代|事務所|選手権|両|ら|逮捕|宅|側|死去|夫妻|社|店|会|戦|派|系|株)$"
)


def unknown_title(text: str, line: tuple[Token, ...], start: int) -> int | None:
    """Return the end of a common noun right behind a full name that a particle follows: 早見慎吾[世話役]は."""
    end = start
    for token in line:
        if token.start == end and token.end > start and token.pos in {"名詞", "接尾辞"}:
            if "普通名詞" not in token.detail and token.pos == "名詞":
                return None
            end = token.end
        elif token.start >= end:
            break
    found = text[start:end]
    if (
        found[:1] in set("岳山川島湖港駅町市村区郡岬橋")
        or not 2 <= len(found) <= 8
        or _NO_TITLE.search(found)
        or text[end : end + 1] not in {"は", "が", "も"}
    ):
        return None
    return end


def introduced_by(text: str, start: int, line: tuple[Token, ...] = ()) -> tuple[str | None, str | None]:
    """Return (role, org) that the words before the name give: A社の最高経営責任者のB氏, A証券のアナリスト、B氏."""
    before = text[max(0, start - 40) : start]
    tail = before.rstrip("、の 　")
    if tail.endswith("である"):
        tail = tail.removesuffix("である")
    match = re.search(r"([一-鿿々ァ-ヴーA-Za-z&・]{1,24}(?:\([^()]{1,12}\))?)$", tail)
    if match is None or match.group(1) in titles_known().no_org:
        return None, None
    words_before = match.group(1)
    plain = re.sub(r"\([^()]*\)$", "", words_before)
    if is_title(plain):
        return words_before, _employer(tail[: match.start(1)])
    if before.endswith("の") and not tail[: match.start(1)].endswith(_DIGITS):  # 58キロ級の伊東選手: no house
        end = start - len(before) + match.start(1) + len(plain)  # FIFA(国際サッカー連盟)の: FIFA
        return None, _whole(plain.lstrip("・"), end, text, line)
    return None, None


_DIGITS = tuple("0123456789０１２３４５６７８９")
_EMPLOYER = regex(r"([一-鿿々ァ-ヴーA-Za-z0-9&・\-]{2,24})(?:の|で)$")


def _employer(before: str) -> str | None:
    """Who is named before a title: [カガリ]の; [カガリ]の共同創業者で, whose other title is no body."""
    org = _EMPLOYER.search(before)
    if org is not None and before.endswith("で") and is_title(org.group(1)):
        org = _EMPLOYER.search(before, 0, org.start())
    if org is None or is_title(org.group(1)) or _OCCASION.search(org.group(1)):
        return None
    return org.group(1).lstrip("・")


_OCCASION = regex(r"(?:会見|説明会|総会|会合|番組|講演|取材|インタビュー|セミナー|イベント|会議|声明|ブログ|リポート)$")
"""決算会見で最高財務責任者の: where it was said."""


def _whole(org: str, end: int, text: str, line: tuple[Token, ...]) -> str:
    """The organisation with kana that belong to its name: [みなと]証券, [ひかり]総合研究所."""
    first = end - len(org)
    first = next(
        (token.start for token in line if token.start < first < token.end <= end), first
    )  # みずほ銀行 is one word
    for token in reversed([token for token in line if token.end <= first]):
        if token.end != first or token.pos != "名詞" or not re.fullmatch(r"[ぁ-ん]{2,6}", token.text):
            break
        first = token.start
    return text[first:end]
