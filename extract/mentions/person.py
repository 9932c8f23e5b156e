"""People: a name with a title or honorific (岩井裕介氏, トム・グレイCEO), or a full name that a title introduces.

Takes names by their words (Sudachi's 人名), katakana names with ・, and names that no dictionary knows where 氏, 容疑者
and the like stand right behind them. The value is the name without the honorific; a title becomes the role.
Leaves companies with titles (ミナト自動車社長 names an office), cabinets (早見内閣), places and brands.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.extract.morphology import Token, is_given, tokens
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.incumbents import incumbent
from jijitsu.extract.words.latin_names import latin_names
from jijitsu.extract.words.personal_names import (
    KATAKANA,
    eastern_name,
    is_kana,
    may_name,
    name_at,
    run_start,
    surname_with_role,
)
from jijitsu.extract.words.rare_names import whole_names
from jijitsu.extract.words.titles import (
    STATE_OFFICE,
    ends_in_title,
    introduced_by,
    is_title,
    role_end,
    titles_known,
    unknown_title,
)
from jijitsu.schemas.mention import Entity, Mention
from jijitsu.schemas.sentence import Sentence

_READING = regex(r"\((?:[ァ-ヴーぁ-ん・=\s]{2,20}|(?:[a-z]{2}:)?[A-Za-zÀ-ž .'=-]{3,40}|[一-鿿]{2,5})\)")
_AGE = regex(r"\([1-9][0-9]\)")
"""ジョルジ・シウバ(25): only people have an age."""
_CLERIC = regex("師(?![一-鿿])")
_ABBREVIATION = regex(r"\((?:[A-Z]{2,5}|[^()]{2,12}責任者)\)")
# 馬化騰氏, 会見した王伝福氏: between a border and 氏 the letters are a name, whatever words Sudachi sees in them.
_HONOURED = regex(r"(?:^|(?<=[、。・(「『=のはがもをとにで)」』 \n,たる]))(?P<name>[一-鿿々]{2,4})氏(?![一-鿿])")


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield every person, in order.

    Of furniture only lines that hold a title are read: all that is wanted of them is a person's office.
    """
    if sentence.role == "furniture" and not titles_known().office.search(sentence.folded):
        return
    found = [_with_surname(_with_hour(person, sentence), sentence) for person in _by_words(sentence, setting)]
    for match in _HONOURED.finditer(sentence.folded) if "氏" in sentence.folded else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        known = [person for person in found if person.start < end and start < person.end]
        if (
            any(person.start <= start for person in known)
            or match["name"][0] in "同両各前元現新"
            or sentence.folded.endswith(("その後", "この後"), 0, match.start("name") + 1)
            or (known and match["name"].startswith(("一方", "その後", "当時", "今回", "結局", "翌日", "前日", "同日")))
            or is_title(match["name"])
        ):
            continue
        name = sentence.text[match.start("name") : match.end("name")]
        role = next((person.value for person in known if isinstance(person.value, Entity)), None)
        entity = Entity(name, "person", None, role.role, role.org) if role else Entity(name, "person")
        found = [person for person in found if person not in known]
        found.append(Mention("person", start, end, sentence.text[match.start() : match.end()], entity))
    for whole in whole_names(sentence):
        found = [person for person in found if person.start >= whole.end or whole.start >= person.end]
        found.append(whole)
    for latin in latin_names(sentence, setting):
        found = [person for person in found if person.start >= latin.end or latin.start >= person.end]
        found.append(latin)
    yield from sorted(found, key=lambda person: person.start)


def _with_hour(person: Mention, sentence: Sentence) -> Mention:
    """十時裕樹社長, 三部敏宏社長: a surname that the dictionary takes for an hour or a count, right in front of a given name."""
    at, named = person.start - sentence.start, person.value
    cut = next(
        (n for n in (2, 1) if n <= at and sentence.folded.startswith(titles_known().counted_surnames, at - n)), 0
    )
    if not isinstance(named, Entity) or not cut:
        return person
    full = msgspec.structs.replace(named, name=sentence.folded[at - cut : at] + named.name)
    return Mention(
        "person", person.start - cut, person.end, sentence.text[at - cut : person.end - sentence.start], full
    )


def _with_surname(person: Mention, sentence: Sentence) -> Mention:
    """寺川(てらかわ)稔さん: the surname whose reading stands between it and the given name."""
    at, named = person.start - sentence.start, person.value
    read = _SURNAME_READ.search(sentence.folded, max(0, at - _FAR), at)
    if read is None or not isinstance(named, Entity) or len(named.name) > _GIVEN:
        return person
    whole = read.start("run") if read["border"] or read.start() == 0 else -1
    line = tokens(sentence.folded)
    first = next((t.start for t in line if t.end in {at, read.end("run")} and "人名" in t.detail), whole)
    if first < 0:
        return person
    full = msgspec.structs.replace(named, name=sentence.folded[first : read.end("run")] + named.name)
    start = sentence.start + first
    return Mention("person", start, person.end, sentence.text[first : person.end - sentence.start], full)


_GIVEN = 3
_SURNAME_READ = regex(r"(?P<border>[^一-鿿々]?)(?P<run>[一-鿿々ヶケ]{1,3})\([ぁ-ん]{2,8}\)\Z")
_NOUNS = frozenset({"名詞", "副詞"})


def _by_words(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield every person whom Sudachi's words show, in order."""
    text, base = sentence.folded, sentence.start
    line = tokens(text)
    honoured = titles_known().honorific.search(text) is not None
    at = 0
    while at < len(line):
        token = line[at]
        noun = token.pos in _NOUNS or token.oov
        if not noun and token.text < "ァ":
            at += 1  # hiragana, letters and signs: more than half of all words
            continue
        eastern = eastern_name(text, line, at) is not None
        if not eastern and (holder := incumbent(text, line, at)) is not None:
            close, stop = holder
            _, org = introduced_by(text, token.start, line)
            role = None if titles_known().honorific.match(text, close) else text[close:stop].lstrip("・")
            entity = Entity(text[token.start : close], "person", None, role, org)
            yield Mention("person", base + token.start, base + stop, sentence.text[token.start : stop], entity)
            while at < len(line) and line[at].start < stop:
                at += 1
            continue
        if (pair := _two_signs(text, line, at, setting)) is not None:
            stop, entity = pair
            yield Mention("person", base + token.start, base + stop, sentence.text[token.start : stop], entity)
            while at < len(line) and line[at].start < stop:
                at += 1
            continue
        if not noun or not (honoured or eastern or may_name(token) or surname_with_role(text, token)):
            at += 1
            continue
        name = name_at(text, line, at)
        if name is None:
            at += 1
            continue
        last, full = name
        start, end = line[at].start, _short_of_former(text, line, last)
        seen = _titled(text, line, at, start, end, full) or _owned(text, line, at, end, setting)
        if seen is not None:
            stop, entity = seen
            if (whole := run_start(text, line, at)) < start:
                entity = msgspec.structs.replace(entity, name=text[whole:start] + entity.name)
                start = whole
            yield Mention("person", base + start, base + stop, sentence.text[start:stop], entity)
            while at < len(line) and line[at].start < stop:
                at += 1
        else:
            at += 1


def _short_of_former(text: str, line: tuple[Token, ...], last: int) -> int:
    """The end of a name whose last letter makes the office behind it a former one: 早見[隆]元社長, where there is a 隆元 too."""
    word = line[last]
    former = len(word.text) == 2 and word.text[1] in "元前" and "人名-名" in word.detail
    return word.end - (former and is_given(word.text[0]) and titles_known().role.match(text, word.end) is not None)


def _unknown_or_name(token: Token) -> bool:
    return token.oov or "人名" in token.detail


def _titled(text: str, line: tuple[Token, ...], at: int, start: int, end: int, full: bool) -> tuple[int, Entity] | None:
    """Return (end of the mention, entity) if a title or honorific vouches for the name."""
    name, titles = text[start:end].partition("(")[0], titles_known()
    after = end
    reading = _READING.match(text, after)
    if reading:
        after = reading.end()
    honorific = titles.honorific.match(text, after)
    if full and not honorific and len(name) > 3 and name.endswith("氏"):
        role, org = introduced_by(text, start, line)  # 二井関成氏: the dictionary has a 成氏
        return end, Entity(name[:-1], "person", None, role, org)
    if honorific is None and _CLERIC.match(text, after) and KATAKANA.fullmatch(name) and _unknown_or_name(line[at]):
        honorific = _CLERIC.match(text, after)  # ハメネイ師; not マッサージ師
    if honorific:
        role, org = introduced_by(text, start, line)
        return honorific.end(), Entity(name, "person", None, role, org)
    house = _of_house(text, after) if full and role_end(text, after, line) is None else None
    if house is not None:
        org, close = house
        return close, Entity(name, "person", None, text[after + 1 + len(org) : close], org)
    common = not any("人名" in token.detail for token in line if start <= token.start < end)
    company = name.endswith(titles.firm_ends)
    stop = None if common and (not full or company) else role_end(text, after, line)
    if stop is None and (end == line[at].end):
        stop = surname_with_role(text, line[at])
    if stop is None and common and not full and "地名" not in line[at].detail and line[at].text not in titles.houses:
        office = (titles.of_persons if line[at].oov else STATE_OFFICE).match(text, after)  # ベルモンド総裁
        stop = office.end() if office and KATAKANA.fullmatch(name) and len(name) > (not line[at].oov) + 1 else None
    if stop is not None:
        if full and not is_kana(line[at]) and ends_in_title(text[after:stop], after, line):
            after, name = after + 1, name + text[after]  # 西牧世博社長: the dictionary ends the name at 世
        abbreviation = _ABBREVIATION.match(text, stop)
        _, org = introduced_by(text, start, line)
        return (abbreviation.end() if abbreviation else stop), Entity(
            name, "person", None, text[after:stop].lstrip("・"), org
        )
    if full and not company and "人名" in line[at].detail and not KATAKANA.match(name):
        unknown = unknown_title(text, line, after)
        if unknown is not None:
            _, org = introduced_by(text, start, line)
            return unknown, Entity(name, "person", None, text[after:unknown], org)
    if not full or company or not _boundary_after(text, after):
        return None
    role, org = introduced_by(text, start, line)
    surname = "人名" in line[at].detail and not KATAKANA.match(name)
    aged = "・" in name and _AGE.match(text, after) is not None
    if role or surname or aged:
        return end, Entity(name, "person", None, role, org)
    return None


def _of_house(text: str, after: int) -> tuple[str, int] | None:
    """(house, end) of 早見慎吾・[北浜大学教授], 早見慎吾・浦北製糖所長: a house named like a family, and an office in it, behind a full name."""
    if text[after : after + 1] != "・":
        return None
    for match in titles_known().role.finditer(text, after + 3, after + _FAR):
        house = text[after + 1 : match.start()]
        if _HOUSE.fullmatch(house):
            return house, match.end()
    return None


_FAR = 28
_HOUSE = regex(
    r"[一-鿿々ァ-ヺーA-Za-z]{1,14}(?:大学|大|大学院|研究所|研究院|総研|総合研究所|銀行|証券|信金|信用金庫|保険|生命|損保|協会|連盟|連合会|組合|機構|病院|センター|新聞社?"
    r"|放送|電力|製[一-鿿]|工業|建設|食品|化学|電機|電鉄|鉄道|不動産|商事|物産|酒造|観光|印刷|運輸|海運|汽船|農協|漁協|会議所|商工会|財団|学園|高校|[都道府県市町村省庁党局])"
    r"[一-鿿]{0,8}"
)


def _owned(text: str, line: tuple[Token, ...], at: int, end: int, setting: Setting) -> tuple[int, Entity] | None:
    """日産の[エスピノーサ]社長: behind the name of a firm or office, a katakana word with a title is a person.

    Whatever the dictionary makes of it (テスラのマスクCEO); not behind a common noun (子会社のノヴァセル社長).
    """
    name = text[line[at].start : end]
    if (
        at < 2
        or len(name) < 2
        or line[at - 1].text != "の"
        or text[end : end + 1] == "・"
        or not KATAKANA.fullmatch(name)
        or setting.names.form(name)
    ):
        return None
    stop = role_end(text, end, line)
    if stop is None or not _firm_before(text, line, at - 1, setting):
        return None
    _, org = introduced_by(text, line[at].start, line)
    abbreviation = _ABBREVIATION.match(text, stop)
    return (abbreviation.end() if abbreviation else stop), Entity(name, "person", None, text[end:stop], org)


def _two_signs(text: str, line: tuple[Token, ...], at: int, setting: Setting) -> tuple[int, Entity] | None:
    """ノヴァ社の[雷軍]CEO: two signs, each a word by itself, between a firm and a head's title make a Chinese name."""
    if at < 2 or at + 2 >= len(line) or line[at - 1].text != "の":
        return None
    pair = line[at : at + 2]
    end = pair[1].end
    if end - pair[0].start != 2 or any(not word.detail.startswith("普通名詞-一般") for word in pair):
        return None
    stop = role_end(text, end, line) if _HEAD.match(text, end) else None
    if stop is None or not _firm_before(text, line, at - 1, setting):
        return None
    _, org = introduced_by(text, pair[0].start, line)
    abbreviation = _ABBREVIATION.match(text, stop)
    entity = Entity(text[pair[0].start : end], "person", None, text[end:stop], org)
    return (abbreviation.end() if abbreviation else stop), entity


_HEAD = regex("C[EFTO]O|最高[一-鿿]{2,4}責任者|会長|社長|董事長|総裁")


def _firm_before(text: str, line: tuple[Token, ...], stop: int, setting: Setting) -> bool:
    """True if a name of a firm or public body ends before the token `stop`."""
    last, end = line[stop - 1], line[stop].start
    named = last.oov or last.detail.startswith("固有名詞-一般")
    if named or last.text.endswith(titles_known().offices):
        return True
    for first in range(stop - 1, max(-1, stop - 8), -1):
        if line[first].pos not in {"名詞", "接頭辞", "接尾辞", "副詞"} and line[first].text not in {"・", "&"}:
            return False
        form = setting.names.form(text[line[first].start : end])
        if form is not None and form.entity is not None and form.entity.type in {"company", "other"}:
            return True
    return False


def _boundary_after(text: str, end: int) -> bool:
    return (
        end >= len(text)
        or text[end] in "、。・()はがもをとにのらへで「」』】: \n"
        or text.startswith(("より", "から"), end)
    )


RECOGNISER = Recogniser(
    find,
    about="people with a title, an honorific or an introduction",
    everywhere=True,
    takes={
        "経済コンサルタントの岩井裕介氏は言う。": "岩井裕介氏 = 岩井裕介 経済コンサルタント",
        "トム・グレイCEOが登壇した。": "トム・グレイCEO = トム・グレイ CEO",
        "トム・グレイ最高経営責任者（CEO）は述べた。": "トム・グレイ最高経営責任者（CEO） = トム・グレイ",
        "東都証券の関口真理チーフFXストラテジストは指摘した。": "関口真理チーフFXストラテジスト = 関口真理 東都証券",
        "みなと証券の佐伯圭アナリスト。": "佐伯圭アナリスト = 佐伯圭 みなと証券",
        "ベルモンド総裁は据え置いた。": "ベルモンド総裁 = ベルモンド 総裁",
        "東国外務省のカムイニロフ情報局長が述べた。": "カムイニロフ情報局長 = カムイニロフ 情報局長 東国外務省",
        "尹昌洙(ユン・チャンス)事務総長が答えた。": "尹昌洙(ユン・チャンス)事務総長 = 尹昌洙 事務総長",
        "運用責任者の中里誠はこう語る。": "中里誠 = 中里誠 運用責任者",
        "米東証券のアナリスト、クレア・ウォン氏は評した。": "クレア・ウォン氏 = クレア・ウォン アナリスト",
        "共同創業者で社長のトム・グレイ氏は評した。": "トム・グレイ氏 = トム・グレイ 社長",
        "ノヴァセルの創業者で社長のトム・グレイ氏。": "トム・グレイ氏 = トム・グレイ 社長 ノヴァセル",
        "早見大容疑者と、無職林(はやし)稔さんと佐土原(さどわら)守さん。": "早見大容疑者 = 早見大 | 林(はやし)稔さん = 林稔 | 佐土原(さどわら)守さん = 佐土原守",
        "早見大容疑者と早見文月(ふづき)知事。": "早見大容疑者 = 早見大 | 早見文月(ふづき)知事 = 早見文月 知事",
        "会見した十時圭最高財務責任者は話した。": "十時圭最高財務責任者 = 十時圭 最高財務責任者",
        "石群直樹会長は話した。父の林直樹会長も話した。": "石群直樹会長 = 石群直樹 会長 | 林直樹会長 = 林直樹 会長",
        "西牧世博社長は話した。": "西牧世博社長 = 西牧世博 社長",
        "早見慎吾都知事が答えた。": "早見慎吾都知事 = 早見慎吾 都知事",
        "松ヶ枝美穂さんに聞いた。": "松ヶ枝美穂さん = 松ヶ枝美穂",
        "早見慎吾容疑者と岩井氏。": "早見慎吾容疑者 = 早見慎吾 | 岩井氏 = 岩井",
        "その際佐伯容疑者が来た。": "佐伯容疑者 = 佐伯",
        "その後田中元社長とこの後藤田氏。その後村上氏。": "田中元社長 = 田中 元社長 | 藤田氏 = 藤田 | 村上氏 = 村上",
        "早見隆元社長と佐伯正前市長。": "早見隆元社長 = 早見隆 元社長 | 佐伯正前市長 = 佐伯正 前市長",
        "毛利隆元氏と後藤元社長。": "毛利隆元氏 = 毛利隆元 | 後藤元社長 = 後藤 元社長",
        "ジャイアンツ・トム・グレイ選手が出た。": "トム・グレイ選手 = トム・グレイ 選手",
        "カガリFCはFWジョルジ・シウバ（25）を獲得した。トム・グレイ（1）は続く。": "ジョルジ・シウバ = ジョルジ・シウバ FW",
        "テスラのグレイCEOと日産のアモノーサ社長が会談した。": "グレイCEO = グレイ CEO テスラ | アモノーサ社長 = アモノーサ 社長 日産",
        "ニューサム・カリフォルニア州知事とノバク・エネルギー相が会談した。": "ニューサム・カリフォルニア州知事 = ニューサム | ノバク・エネルギー相 = ノバク",
        "ジョージ・W・グレイ大統領は述べた。": "ジョージ・W・グレイ大統領 = ジョージ・W・グレイ 大統領",
        "金根植(キム・グンシク)教授は述べた。": "金根植(キム・グンシク)教授 = 金根植 教授",
        "小池東京都知事と上川総務副大臣が会談した。": "小池東京都知事 = 小池 東京都知事 | 上川総務副大臣 = 上川 総務副大臣",
        "トランプ大統領は述べた。": "トランプ大統領 = トランプ 大統領",
        "東国外務省の林剣副報道局長が答えた。": "林剣副報道局長 = 林剣 副報道局長",
        "電機大手の王伝福会長とボーイングのオルトバーグCEOが会談した。": "王伝福会長 = 王伝福 会長 | オルトバーグCEO = オルトバーグ CEO ボーイング",
        "サッカー=グレイ氏が引退した。": "グレイ氏 = グレイ",
        "マーリンズ・イチロー選手が出た。": "イチロー選手 = イチロー 選手",
        "岩井市の早見大作市長と南国の朴根恵大統領が会談した。": "早見大作市長 = 早見大作 市長 岩井市 | 朴根恵大統領 = 朴根恵 大統領 南国",
        "東国の早見成文知事が言い、佐伯政治裁判長も述べた。": "早見成文知事 = 早見成文 知事 東国 | 佐伯政治裁判長 = 佐伯政治 裁判長",
        "早見慎吾・北浜大学教授が答えた。": "早見慎吾・北浜大学教授 = 早見慎吾 教授 北浜大学",
        "岩井裕介・三宅市企画部長が答えた。": "岩井裕介・三宅市企画部長 = 岩井裕介 三宅市企画部長",
        "佐伯一長・岐阜県知事が言った。": "佐伯一長・岐阜県知事 = 佐伯一長 岐阜県知事",
        "南国のジョン・トランプ大統領が述べた。": "ジョン・トランプ大統領 = ジョン・トランプ 大統領 南国",
        "トム・ワ・グレイ大統領。": "トム・ワ・グレイ大統領 = トム・ワ・グレイ 大統領",
        "ヘレンルイーズ・グレイ選手。": "ヘレンルイーズ・グレイ選手 = ヘレンルイーズ・グレイ 選手",
        "会見でオ・ミンス教授は述べた。": "オ・ミンス教授 = オ・ミンス 教授",
        "早見博横浜市長が言った。": "早見博横浜市長 = 早見博 横浜市長",
        "三宅アナウンサーと三宅裁判官が言った。": "三宅アナウンサー = 三宅 アナウンサー | 三宅裁判官 = 三宅 裁判官",
        "乾選手と原容疑者。": "乾選手 = 乾 選手 | 原容疑者 = 原",
        "シャオミの雷軍CEOが登壇した。": "雷軍CEO = 雷軍 CEO シャオミ",
        "トム・クック最高経営責任者は述べた。": "トム・クック最高経営責任者 = トム・クック 最高経営責任者",
    },
    leaves={
        "ミナト自動車社長に聞く。": "an office without a name",
        "早見内閣が動き出す。": "a cabinet",
        "福島の桃を買う。": "a place",
        "ノヴァセル社長は会見した。": "an unknown word before a firm's office may be the firm",
        "福島知事に聞いた。石川県金沢市長は述べた。": "offices of places",
        "小田原市長と北九州市長と石川県知事と甲南大教授が集まった。": "offices of places and a university's",
        "子会社のノヴァセル社長は会見した。": "a common noun before it: the firm's office",
        "銃乱射容疑者は語った。": "a deed, not a name",
        "同氏は答えなかった。": "points back: linking/speech/people.py",
        "グリーンベイ・キャピタルが買った。": "a firm",
        "トヨタ自動車は増産する。": "a firm that bears a name",
    },
)
