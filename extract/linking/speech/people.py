"""Who is who in an article: short forms (岩井氏, マスク) to the fullest form it gives, with role and organisation."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from jijitsu.extract.fold import fold, places_of
from jijitsu.extract.linking.sentence.ranks import sounds_like_press, speakers_lexicon
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story
from jijitsu.extract.words.titles import titles_known
from jijitsu.schemas.mention import Entity

_PARTS = regex(r"[・=]")
_KATAKANA = regex(r"(?<![ァ-ヴー・])[ァ-ヴー]{2,12}(?:・[ァ-ヴー]{2,12}){1,3}(?![ァ-ヴー・])")
_CITED = regex(r"(?:^|(?<=[。、\n]))([一-鿿ァ-ヴーA-Za-z・]{4,16})に(?:よると|よれば|よりますと)")
_PAPERS = (
    "関係者", "資料", "発表", "調べ", "報告書", "リポート", "レポート", "統計", "推計", "調査", "速報", "文書", "声明",
)  # fmt: skip
"""発表資料によると: whoever made it, 同社 is not the paper."""
_REACH = 200
"""How many mentions back a word that points back is resolved."""
_REACH_TEXT = 2000
"""How far back (code points) the body that 同省 points to is looked for."""


_INSIDE = frozenset(["県警", "府警", "道警", "署"])
"""Bodies that the text may only name within longer words."""


PARTIES = ("政党", "与党", "野党", "新党")
"""What 同党 never points back to: 政党の北の風は…。同党は."""


class Person(msgspec.Struct, frozen=True):
    """Somebody the article names. `name` is the fullest form; role and organisation as given anywhere."""

    name: str
    role: str | None
    org: str | None
    place: int
    """Where the article names them first (code points)."""


class People(msgspec.Struct, frozen=True):
    """Everybody the article names, in order of appearance, and the bodies it names."""

    persons: tuple[Person, ...]
    short: dict[str, Person]
    """Full and short names -> the person they mean."""
    places: tuple[int, ...]
    """Where somebody is named (code points), in order; `order` tells who."""
    order: tuple[Person, ...]
    held: tuple[str, ...]
    """The office that each of these places gives, or "": グレイ判事 is 大統領候補のグレイ氏 elsewhere."""
    text: str
    """The article, widths folded: what 同省 points back to is looked for in it."""
    bodies: tuple[tuple[int, str, str | None, str], ...]
    """Where companies and organisations stand, with name, identifier and what is written there, in order."""

    abbreviations: dict[str, str]
    """Short forms given in brackets behind a name -> the name: 中石 -> 中瀬石油, from 中瀬石油(中石)."""
    bracketed: frozenset[str]
    """Bodies whose names stand in brackets behind what they are: 日曜紙「オブザーバー」, 市民団体「水を守る会」."""
    katakana: dict[str, str]
    """The last part of each name with ・ -> the name: ナイル -> プリヤ・ナイル."""

    def place_of(self, person: Person, before: int) -> int:
        """Return where the person was named last before an offset, or -1."""
        end = bisect_left(self.places, before)
        back = range(end - 1, max(-1, end - 1 - _REACH), -1)
        return next((self.places[at] for at in back if self.order[at] == person), -1)

    def body(self, before: int, ending: str) -> tuple[str, str | None, str] | None:
        """Return (name, id, as written) of the body last named before an offset whose name ends so (同省: 省; 同社: any)."""
        anyone, press = ending in {"社", "行", "グループ"}, speakers_lexicon().press
        end = bisect_left(self.bodies, (before, "", None, ""))
        for _, name, id_, written in reversed(self.bodies[max(0, end - _REACH) : end]):
            if name.endswith(ending) or (anyone and (sounds_like_press(name, id_) or not name.endswith(press))):
                return name, id_, written
        if anyone:
            found = _CITED.findall(self.text[max(0, before - _REACH_TEXT) : before])
            return (found[-1], None, found[-1]) if found and not found[-1].endswith((*press, *_PAPERS)) else None
        found = re.findall(
            rf"(?<![一-鿿ァ-ヴーA-Za-z0-9])([一-鿿ァ-ヴーA-Za-z]{{1,14}}{re.escape(ending)})(?:「([^「」]{{2,24}})」(?!と))?(?![一-鿿ァ-ヴー])",
            self.text[max(0, before - _REACH_TEXT) : before],
        )
        # 気象機関「ソラミ気候局」: what stands in brackets is its name
        if not found and ending in _INSIDE:  # 兵庫県警生活環境課, 軽井沢署員
            inside = re.findall(
                rf"(?:[一-鿿]+[警・])?([一-鿿]{{1,4}}{ending})", self.text[max(0, before - _REACH_TEXT) : before]
            )
            found = [(name, "") for name in inside]
        bare = speakers_lexicon().bodies
        names = [
            inner or kind for kind, inner in found
            if not kind.startswith(("同", "当", "各", "全")) and (inner or kind not in (*bare, *PARTIES))
        ]  # fmt: skip
        return (names[-1], None, names[-1]) if names else None

    def quoted_firm(self, before: int) -> str | None:
        """Return the firm whose name stands in brackets last before an offset: 和服店・「X」, 「X」という食品会社."""
        found = _QUOTED_FIRM.findall(self.text[max(0, before - _REACH_TEXT) : before])
        return found[-1][0] or found[-1][1] if found else None

    def named(self, name: str) -> Person | None:
        """Return who is meant by a full or short name (without honorific), or None."""
        return self.short.get(name)

    def latest(self, before: int, role: str | None = None) -> Person | None:
        """Return who was named last before an offset; with `role`, the last whose role ends so (社長, 教授)."""
        end = bisect_left(self.places, before)
        back = range(end - 1, max(-1, end - 1 - _REACH), -1)
        holds = (
            at for at in back
            if not role or self.held[at].endswith(role) or (self.order[at].role or "").endswith(role)
        )  # fmt: skip
        return next((self.order[at] for at in holds), None)


def people(story: Story) -> People:
    """Gather the persons of all scenes; a short form joins the full form that it shortens, wherever that stands."""
    seen: list[tuple[int, Entity]] = []
    bodies: list[tuple[int, str, str | None, str]] = []
    for scene in story.scenes:
        for mention in scene.of("person", "company", "organisation"):
            if not isinstance(mention.value, Entity):
                continue
            if mention.type == "person":
                seen.append((mention.start, mention.value))
            else:
                bodies.append((mention.start, mention.value.name, mention.value.id, mention.text))
    names = list(dict.fromkeys(entity.name for _, entity in seen))
    longer: dict[str, str] = {}
    for name in names:
        for form in _shorts(name):
            longer.setdefault(form, name)
    text = fold(story.article.text)
    longer |= _spelled_out(text, [name for name in names if name not in longer])
    abroad = list(dict.fromkeys(_KATAKANA.findall(text)))
    longer |= _given_abroad(abroad, [name for name in names if name not in longer])
    gathered: dict[str, list[tuple[int, Entity]]] = {}
    for place, entity in seen:
        gathered.setdefault(longer.get(entity.name, entity.name), []).append((place, entity))
    persons = {name: _person(name, found) for name, found in gathered.items()}
    short = {form: persons[name] for form, name in longer.items() if name in persons} | persons
    order = sorted((place, name, one.role or "") for name, found in gathered.items() for place, one in found)
    return People(
        tuple(persons.values()), short, tuple(place for place, _, _ in order),
        tuple(persons[name] for _, name, _ in order), tuple(role for _, _, role in order),
        text, tuple(bodies), _abbreviations(text), frozenset(_NAMED_BODY.findall(text)), _last_parts(abroad),
    )  # fmt: skip


def _last_parts(abroad: list[str]) -> dict[str, str]:
    """ナイル -> プリヤ・ナイル; トルコ is the land, though the article has エンデル・ユルマズ・トルコ首相."""
    last = {name.rsplit("・", 1)[1]: name for name in reversed(abroad)}
    return {part: name for part, name in last.items() if "地名-国" not in tokens(part)[0].detail}


def _spelled_out(text: str, names: list[str]) -> dict[str, str]:
    """伊藤 -> 伊藤美誠, where the article writes 伊藤美誠選手 once and the dictionary knows no such given name."""
    titles = titles_known()
    found: dict[str, str] = {}
    for name in [name for name in names if _SURNAME.fullmatch(name)][:_SURNAMES]:
        full = {
            name + match["given"]
            for at in places_of(name, text) if (match := _GIVEN_BEHIND.match(text, at + len(name)))
            and match["given"][0] not in _NO_GIVEN
            and not "一" <= text[at - 1 : at] <= "鿿"
            and titles.role.match(text, match.start("given")) is None
            and titles.honorific.match(text, match.start("given")) is None
            and not titles.role_end.search(match["given"])
        }  # fmt: skip
        if len(full) == 1:
            found[name] = full.pop()
    return found


def _given_abroad(wholes: list[str], names: list[str]) -> dict[str, str]:
    """グレイ -> トム・グレイ, where no office stands behind the whole name; not マーリンズ・グレイ, アメリカ・グレイ."""
    found: dict[str, str] = {}
    for name in [name for name in names if _ABROAD.fullmatch(name)][:_SURNAMES]:
        full = [whole for whole in wholes if whole.endswith(f"・{name}")]
        first = tokens(full[0])[0] if len(full) == 1 else None
        if first is not None and full[0].startswith("・", first.end) and ("人名" in first.detail or first.oov):
            found[name] = full[0]
    return found


_ABROAD = regex("[ァ-ヴー]{2,12}")
_SURNAME = regex("[一-鿿々]{1,3}")
_GIVEN_BEHIND = regex(
    r"(?:\([ぁ-んァ-ヴー]{2,8}\))?(?P<given>[一-鿿々]{1,3}?)(?=氏|さん|選手|投手|騎手|容疑者|被告|監督|議員|\()"
)
_SURNAMES = 60
"""So many surnames are looked for: hostile text stays linear."""
_NO_GIVEN = frozenset("両元前新現各同故副総全球代国県市議名准助主")
"""早見[両]容疑者, 早見[元]監督: no given name."""
_NAMED_BODY = regex(
    r"(?:[紙誌社]|新聞|雑誌|会社|企業|団体|組織|メーカー|チェーン|事務所|グループ|法人|大手|通信|放送局|テレビ局|ニュースサイト|店|病院|学校|大学|政党|会派|協会|財団)"
    r"(?:・|の|である)?[「『]([^「」『』]{2,24})[」』](?!と|を|という)"
)
_QUOTED_FIRM = regex(
    r"(?:会社|企業|メーカー|チェーン|大手|店)(?:・|の|である)?[「『]([^「」『』]{2,24})[」』](?!と|を|という)"
    r"|[「『]([^「」『』()]{2,24})(?:\([^()]{0,20}\))?[」』]という[^、。「」]{0,10}(?:会社|企業|メーカー|業者)"
)
_BRACKETED = regex(r"([一-鿿々ァ-ヴーA-Za-z・]{3,24})\((?:以下、?)?「?([一-鿿々ァ-ヴーA-Za-z]{2,8}?)(?:[」)、,]|本社)")


def _abbreviations(text: str) -> dict[str, str]:
    """Short forms whose characters stand in the name before the bracket, in order, and letters behind a body's name."""
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        name, short = match.groups()
        if short.isascii() and short[:2].isupper() and name.endswith(speakers_lexicon().bodies):
            found.setdefault(short, name)  # 海域研究機構(MRO)
        rest = iter(name)
        if len(short) < len(name) and all(character in rest for character in short):
            first = name.rfind(short[0], 0, len(name) - len(short) + 1) if len(name) > 14 else 0
            found.setdefault(short, name[max(first, 0) :])
    return found


def _shorts(full: str) -> set[str]:
    """Forms that shorten a name: 岩井 and 裕介 of 岩井裕介, マスク of イーロン・マスク."""
    parts = _PARTS.split(full)
    if len(parts) > 1:
        return {part for part in parts if part} | {full[full.index("・") + 1 :] if "・" in full else full} - {full}
    heads = {full[:length] for length in range(1, len(full))}
    return heads | {full[-length:] for length in range(2, len(full))}


def _person(name: str, found: list[tuple[int, Entity]]) -> Person:
    role = next((entity.role for _, entity in found if entity.role), None)
    org = next((entity.org for _, entity in found if entity.org), None)
    return Person(name, role, org, found[0][0])
