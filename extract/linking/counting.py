"""Whose a count is: the noun that it counts, whoever has that or is measured, else what was counted last.

Taken in this order, surest first: a place where something was measured; the noun glued to the figure (見物客4人, 9頭の競走馬);
the rest of what was counted before (うち3人); the subject of the figure's clause (渋滞は24キロ); what befell the dead and hurt
(事故で4人が死亡); the place (佐倉市では2人); what was counted last in the same unit; whom the text speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.directions import Course
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.modality import CLAUSE
from jijitsu.extract.linking.nouns import Noun, is_attribute, is_event, is_held, is_place, is_public, nouns_of
from jijitsu.extract.linking.owners import types_of
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.rivals import named_owner
from jijitsu.extract.linking.subjects import spread
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject

Owners = tuple[Subject, ...]
Counted = Mapping[str, Owners]
"""Whose the last count of each unit was."""

COUNTS = frozenset({"count", "percent", "multiple", "duration"})
"""The types of figures that are read here; points only where they are percentage points."""
_FIRM = frozenset({"company", "product", "crypto", "index"})
_GLUE = re.compile(
    r"[」』]?(?:\([^()]{0,30}\))?(?:ら|など|等|たち)*(?P<of>の(?:うち|中で)?(?:、|の)?)?"
    r"(?:計|合計|合わせて|およそ|延べ|約|少なくとも)*"
)
_RELATIVE = re.compile(
    r"[%減増安高倍]$|(?:国内|国内外|海外|世界|全国|従来|前年|想定|通常|平均|残り|合計|当初|過去|先|次|以下|以上|上記|上述|別|目標|同種|"
    r"[一二三四五六七八九十0-9]つ|最後|最初|最新|主要|主力)$|並み$"
)
_REACHING = re.compile(
    r"(?:の|に(?:及ぶ|わたる|上る|達する|のぼる|およぶ)|を(?:超える|超す|上回る)|もの|以上の|ほどの|余りの)"
)
_REST = re.compile(r"(?:うち|残り(?:の)?|ほか(?:に|の)?|他(?:に|の)?|別の|もう|同じ)(?:、|約)?$")
_HURT = re.compile(
    r"(?:余り)?(?:もの)?(?:が|の|は|も|を|、)?[^、。]{0,14}?(?:死亡|死者|死傷|負傷|けが|怪我|ケガ|重傷|軽傷|重軽傷|重体|不明|"
    r"亡くな|犠牲|避難|被害|搬送|救助|生き埋め|閉じ込め|下敷き|感染|巻き込まれ|殺害|死ぬ|殺され|流され)"
)
_AUTHORITY = re.compile(
    r"(?:庁|省|署|局|警察|県警|府警|消防|当局|政府|委員会|地検|裁判所|特捜部|本部|保健所|機関|協会|WHO|国連|研究所|気象台|通信|新聞|"
    r"放送|テレビ|審議会|評議会|連盟|機構|学会|日銀|議会)$"
)
_BROKEN = re.compile(
    r"(?:した|された|する|される|いる|った|んだ|れた|ある|なる|きた|いた|えた|ない)(?=[一-鿿ァ-ヶA-Z「])"
)
_POSSESSIVE = frozenset({"の", "への", "からの"})
_RELATIVE_VERB = re.compile(
    r"(?:[一-鿿々][たるうくすつむ]|[しっいきりけえげべめれせち](?:た|る)|いる|された|される|している|していた|んだ|ない|含む|含めた|った)$"
)
_HAVING = re.compile(
    r"(?:保有|所有|運営|展開|雇用|管理)(?:する|している|していた)$|(?:抱える|手がける|持つ|持っている)$"
)
_HELD_BY = re.compile(r"を(?:保有|所有|出資|取得)(?:する|している|していた|した)|を(?:持つ|握る|占める|抱える)")
# 3社の国内シェアは7割, 2社が占める割合は44%
_SEVERAL = re.compile(
    r"(?P<who>(?<![0-9,.])(?:[0-9]{1,2}|[二三四五六])(?:社|行|カ国|か国|人|党|県|市))(?:の|が[^、。]{0,8}に占める)(?:[一-鿿]{2})?$"
)
_PER = re.compile(r"(?P<one>1(?:人分|個|本|杯|枚|皿|食|台|人|世帯|件))(?:当たり|あたり)?は(?:約|およそ)?$")
_OF_WHOLE = re.compile(r"の(?:うち)?(?:約|およそ|ほぼ|実に)?")
_DONE = re.compile(r"[しさすせ]")
_TURN = re.compile(r"(?:と|れば|たら|なら|たところ)、")
# Counters that are nouns of what a firm has.
_PERSONS = frozenset({"人", "名"})
_DESCRIBED_UNITS = frozenset(
    {"人", "名", "社", "校", "団体", "世帯", "カ国", "か国", "ヶ国", "店", "家", "行", "自治体", "県"}
)
_HELD_UNITS = frozenset(
    {
        "店舗",
        "店",
        "拠点",
        "工場",
        "商品",
        "製品",
        "品目",
        "車種",
        "機種",
        "路線",
        "事業所",
        "株",
        "支店",
        "営業所",
        "便",
    }
)
_PERSONAL = frozenset({"試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト"})
_OWN_SHARE = re.compile(r"(?:家|者|人|株主|団体|組合|側|筋|党|派|層|世代|客|員|生)$")
_PARTS = frozenset({"人分", "日分", "年分", "カ月分", "回"})
_MEANS = frozenset({"は", "が", "も", "を"})
_TOPICS = frozenset({"は", "も"})
_WHERE = frozenset({"では", "には", "でも", "にも"})
_ACTS = frozenset({"は", "が", "も"})
_LINK = re.compile(r"の(?:うち|中で)?、?$|(?:など|ほか)?(?:の)?(?:計|合計|約|およそ)+$")
_EDGE = re.compile(r"[、。「」()]|は(?=[^、。]{2})|では|には|(?:うち|より)(?=[一-鿿ァ-ヶ])")
_ONLY_COUNTS = re.compile(r"(?<=.)(?:総数|人数|戸数|件数|台数|個数|数)$")


def count_owners(reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> Owners:
    """Return whose the count, share or multiple number `at` is, () if nothing tells."""
    sight = _Sight(reading, at, measure, course, counted)
    return (
        sight.bound()
        or sight.rest()
        or sight.one()
        or sight.governed()
        or sight.told()
        or sight.befallen()
        or sight.had()
        or sight.there()
        or sight.spoken_of()
        or sight.last()
        or sight.nearest()
    )


class _Sight:
    """A count in its sentence, and the nouns in front of it that are in its reach."""

    def __init__(self, reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> None:
        self.reading, self.at, self.measure, self.course, self.counted = reading, at, measure, course, counted
        self.value, self.folded = reading.values[at], reading.folded
        self.nouns = nouns_of(reading)
        self.before = _before(reading, self.value, self.nouns)
        self.measured = self.value.amount.unit in words("counted")["measured"]
        self.hurt = self.value.amount.unit in _PERSONS and bool(_HURT.match(self.folded, self.value.tail))

    def bound(self) -> Owners:
        """The noun that the figure is glued to: 作業員6人, レイ・ユ容疑者ら3人, 9頭の競走馬, 労働力の12%."""
        value, folded = self.value, self.folded
        if value.amount.unit in _PERSONAL | _PARTS:
            return ()
        if folded[value.start - 1 : value.start] == "(":
            if described := _described(self.nouns, value.start, folded):
                return self.owner(described)
            if self.at and self.reading.values[self.at - 1].end == value.start - 1:
                return self.counted.get("", ())  # 2棟(600平方メートル)
        if _HELD_BY.match(folded, value.tail) and (holder := self.behind()):
            return self.owner(holder)
        if self.measured and (
            place := next(
                (
                    n
                    for n in reversed(self.before)
                    if n.particle in _WHERE or (n.particle == "で" and n.behind == value.start)
                ),
                None,
            )
        ):
            return self.owner(place)
        behind = self.behind()
        last = self.before[-1] if self.before else None
        glue = _GLUE.fullmatch(folded, last.end, value.start) if last else None
        if last is None or glue is None or value.mention.type == "multiple" or _RELATIVE.search(last.text):
            return self.owner(behind) if behind else ()
        if behind and (is_event(last) or not last.thing or last.type == "person"):
            return self.owner(behind)
        if last.type == "person" and glue["of"]:
            return ()
        if glue["of"] and behind and last.type not in _FIRM:
            return self.owner(behind)  # 大阪府と東京都の2組のカップル
        if value.amount.unit in _HELD_UNITS and last.type not in _FIRM:
            return self.named() or self.firm() or self.owner(last)
        return self.owner(last) if glue["of"] or is_held(last) or is_attribute(last) else self.owner(last, glued=True)

    def behind(self) -> Noun | None:
        """The noun that the figure describes or is a share of: 9頭の競走馬, 9割の銘柄が, 36%を保有する新日鉄."""
        value, folded = self.value, self.folded
        if held := _HELD_BY.match(folded, value.tail):
            chain = _chain([n for n in self.nouns if n.start >= held.end()])
            return next((n for n in chain if n.subjects), chain[-1] if chain else None)
        found = _behind(self.nouns, value, folded) if value.mention.type != "multiple" else None
        if (
            found is not None
            and value.mention.type == "percent"
            and (is_attribute(found) or found.particle not in _ACTS)
        ):
            return None
        return found

    def rest(self) -> Owners:
        """うち3人, 残りの2人; 6人が流されて1人が: of what was counted before."""
        value, folded = self.value, self.folded
        if self.at and value.mention.type in {"percent", "multiple"}:
            whole = self.reading.values[self.at - 1]
            if whole.mention.type == "count" and _OF_WHOLE.fullmatch(folded, whole.tail, value.start):
                return self.counted.get(_unit(whole), ())
        again = not (self.hurt and self.befallen()) and folded[value.tail : value.tail + 1] in _ACTS and any(
            v.amount.unit == value.amount.unit and v.mention.type == "count"
            and folded[v.tail : v.tail + 1] in _ACTS | {"の"} for v in self.reading.values[: self.at]
        )  # fmt: skip
        if again or _REST.search(folded, max(0, value.start - 6), value.start):
            return self.last()
        return ()

    def one(self) -> Owners:
        """1人分は150キロカロリー: of one of them."""
        per = _PER.search(self.folded, 0, self.value.start)
        return (Subject(per["one"], per["one"], None, "other"),) if per else ()

    def told(self) -> Owners:
        """Those whom a clause describes and no noun names: 地下で作業していた6人."""
        value = self.value
        start = max((m.end() for m in _EDGE.finditer(self.folded, 0, value.start)), default=0)
        front = self.folded[start : value.start]
        if value.amount.unit not in _DESCRIBED_UNITS or len(front) < 4 or not _RELATIVE_VERB.search(front):
            return ()
        text = self.reading.scene.sentence.text
        return (Subject(text[start : value.end], text[value.start : value.end], None, "group"),)

    def last(self) -> Owners:
        """Whose the last count of this unit was."""
        return self.counted.get(_unit(self.value), ())

    def governed(self) -> Owners:
        """The subject or topic of the figure's clause, or its object if nobody acts."""
        value, folded = self.value, self.folded
        ends = [m.end() for end in (CLAUSE, _TURN) for m in end.finditer(folded, 0, value.start)]
        near = [
            n for n in self.before
            if n.start >= max(ends, default=0) and n.particle in _MEANS and not folded.startswith("含", n.behind)
            and (n.particle in _TOPICS or not _BROKEN.search(folded, n.behind, value.start))
        ]  # fmt: skip
        topics = [
            n
            for n in self.before
            if n.particle in _TOPICS or (n.topical and n.particle not in {"の", "が", "や", "と"})
        ]
        if value.amount.unit == "回" and topics:
            near = [n for n in near if n.particle != "を"]
        chosen = near[-1] if near else topics[-1] if topics else None
        if near and near[-1].particle == "を":
            agents = [n for n in near[:-1] + topics if n.particle in {"は", "が", "も", "、"} and n.type in _FIRM]
            chosen = agents[-1] if agents else chosen
        if chosen is not None and topics and topics[-1].type in _FIRM and _HAVING.search(folded, 0, chosen.start):
            chosen = topics[-1]  # 同社は保有するビットコインが1450枚
        if chosen is None or (self.hurt and chosen.type in _FIRM) or _tells(chosen):
            return ()
        if chosen.type == "person" and value.amount.unit not in _PERSONAL and self.reading.discourse.company:
            return ()
        plain = not (chosen.subjects or is_public(chosen) or is_held(chosen) or is_attribute(chosen))
        plain = plain and not _OWN_SHARE.search(chosen.name) and not folded.endswith("うち", 0, chosen.start)
        if plain and value.mention.type in {"percent", "multiple"}:
            return self.named() or self.firm() or self.owner(chosen)  # 純金利マージンは2.94%
        return self.owner(chosen)

    def befallen(self) -> Owners:
        """The accident that killed or hurt people."""
        if not self.hurt:
            return ()
        tail = self.value.tail
        behind = [n for n in self.nouns if tail <= n.start < tail + 12 and is_event(n) and n.particle != ""]
        before = [n for n in self.before if is_event(n) and not _DONE.match(self.folded, n.end)]
        if events := behind[:1] or before[-1:]:
            return (self.subject(events[0]),)
        event = self.reading.discourse.event
        return (event,) if event is not None else ()

    def had(self) -> Owners:
        """Whose the shops, goods or shares are that only their counter names: 9月の上場では4500株を公募."""
        return (self.named() or self.firm()) if self.value.amount.unit in _HELD_UNITS else ()

    def there(self) -> Owners:
        """Where it was: 佐倉市では, 定時株主総会には, 東北道で."""
        for noun in reversed(self.before):
            if not _tells(noun) and (
                noun.particle in _WHERE
                or (noun.particle in {"で", "に"} and (is_place(noun) or is_event(noun)))
                or (noun.particle == "で" and self.measured and noun.thing)
            ):
                return noun.subjects or (self.subject(noun),)
        return ()

    def spoken_of(self) -> Owners:
        """Whom the text speaks of; the dead and hurt are no firm's."""
        discourse = self.reading.discourse
        order = (discourse.company, discourse.product, discourse.subject, discourse.main)
        if self.hurt:
            return ()
        if self.value.amount.unit in _PERSONAL and discourse.person is not None:
            return (discourse.person,)
        types = types_of(self.measure, discourse)
        return next(((s,) for s in order if s and s.type in types and not _AUTHORITY.search(s.name)), ())

    def nearest(self) -> Owners:
        """A headline's topic (都市の明かり、10年で2割増), where there is (世界に1億人いる), or whose the last figure was."""
        ahead = [n for n in self.before if n.end < self.value.start]
        if ahead and self.reading.scene.sentence.role == "headline":
            return self.owner(next((n for n in ahead if n.particle == "、"), ahead[0]))
        there = [n for n in self.before if n.particle == "に" and n.thing]
        if there and re.match(r"(?:が)?[いあ][るっり]|住|存在", self.folded[self.value.tail :]):
            return self.owner(there[-1])
        share = self.value.mention.type in {"percent", "multiple", "points"}
        return self.counted.get("", ()) if share else ()

    def owner(self, noun: Noun, depth: int = 0, *, glued: bool = False) -> Owners:
        """Whose the figure of this noun is: its own, or the owner's of what is held or measured."""
        if noun.subjects:
            candidate = next((c for c in self.reading.names if c.start == noun.start), None)
            return spread(candidate, self.at, self.reading.values, self.folded) if candidate else noun.subjects
        holder = self.possessor(noun)
        if holder is not None and holder.type in _FIRM and not glued:
            return holder.subjects[:1]
        if glued:
            return (self.subject(noun, self.value.start),)
        if is_held(noun) or is_attribute(noun):
            return self.holder_of(noun, holder, depth) or (self.subject(noun),)
        return (self.subject(noun),)

    def holder_of(self, noun: Noun, holder: Noun | None, depth: int) -> Owners:
        """Who has what is held or measured: its possessor, what its bracket describes, the topic, the firm of the text."""
        if holder is not None and depth < 3 and (holder.type != "person" or is_attribute(noun)):
            if holder.type == "country" and not is_public(noun) and (firm := self.firm()):
                return firm  # 米国の在庫
            if not (holder.subjects or holder.thing or is_held(holder) or self.possessor(holder)):
                return (self.subject(holder),)  # 同装置の受注台数
            return self.owner(holder, depth + 1)
        if several := _SEVERAL.search(self.folded, max(0, noun.start - 12), noun.start):
            return (Subject(several["who"], several["who"], None, "group"),)
        described = _described(self.nouns, noun.start, self.folded)
        if described is not None:
            return self.owner(described, depth + 1)
        public = is_public(noun)
        if not public and (named := self.named()):
            return named
        if public:
            return self.there()
        topics = [
            n for n in self.before
            if n.start < noun.start and n.particle in {"は", "も", "が"} and not is_attribute(n)
        ]  # fmt: skip
        telling = noun.particle not in _ACTS  # 日本政府観光局は訪日客数が…と発表した tells of others
        topics = [n for n in topics if not _tells(n)] or (topics if telling else [])
        if firm := self.firm():
            topics = [n for n in topics if n.type != "person"]
        if topics:
            return self.owner(topics[-1], 3)
        return firm or self.there()

    def firm(self) -> Owners:
        """The firm that the text speaks of, else its product."""
        discourse = self.reading.discourse
        firm = discourse.company or discourse.product
        return (firm,) if firm is not None else ()

    def named(self) -> Owners:
        """The firm or body that the sentence names for the figure."""
        names = [n for n in self.reading.names if not _AUTHORITY.search(n.subjects[0].name)]
        types = types_of(self.measure, self.reading.discourse)
        return named_owner(self.at, self.reading.values, names, types, self.course, self.folded, self.reading.tree)

    def possessor(self, noun: Noun) -> Noun | None:
        """The noun before の: トヨタ自動車の従業員."""
        return next((n for n in self.nouns if n.particle in _POSSESSIVE and n.behind == noun.start), None)

    def subject(self, noun: Noun, end: int = 0) -> Subject:
        """The noun itself: as written with all that it belongs to (up to `end`), named by its head."""
        if noun.subjects:
            return noun.subjects[0]
        first, holder = noun, self.possessor(noun)
        while holder is not None:
            first, holder = holder, self.possessor(holder)
        if end and (other := next((n for n in self.nouns if n.particle == "や" and n.behind == first.start), None)):
            first = other  # 苦情や相談1300件
        if first.bare:
            return Subject(self.clause(first), first.text, None, "other")
        written = _LINK.sub("", self.reading.scene.sentence.text[first.start : max(noun.end, end)])
        return Subject(written, _ONLY_COUNTS.sub("", noun.name), None, "other")

    def clause(self, noun: Noun) -> str:
        """The noun with the clause that says who it is: 大型二種免許を持つ人."""
        start = max((m.end() for m in _EDGE.finditer(self.folded, 0, noun.start)), default=0)
        return self.reading.scene.sentence.text[start : noun.end]


def _unit(value: Value) -> str:
    """People are people, 人 or 名."""
    return "人" if value.amount.unit == "名" else value.amount.unit


def _before(reading: Reading, value: Value, nouns: Sequence[Noun]) -> list[Noun]:
    """The nouns in front of the value: inside its own words if somebody says it, not in brackets that have closed."""
    base = reading.scene.sentence.start
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    floor = speech.start - base if speech else 0
    return [n for n in nouns if floor <= n.start and n.end <= value.start and not _shut(n, value, reading.folded)]


def _shut(noun: Noun, value: Value, folded: str) -> bool:
    between = folded[noun.end : value.start].lstrip("」』")
    return any(between.count(closing) > between.count(opening) for opening, closing in (("(", ")"), ("「", "」")))


def _behind(nouns: Sequence[Noun], value: Value, folded: str) -> Noun | None:
    """9頭の競走馬, 3.2ミリの新種の巻貝: the head of what the figure describes."""
    match = _REACHING.match(folded, value.tail)
    found = next((n for n in nouns if match and n.start in {match.end(), match.end() + 1}), None)
    if match and found is not None and match.group() not in {"の", "もの"} and found.particle == "を":
        return None  # 3万平方メートルに及ぶ張り替えを行う
    while found is not None and found.particle == "の":
        following = next((n for n in nouns if found is not None and n.start == found.behind), None)
        if following is None or following.subjects:
            break
        found = following
    return found if found is not None and (found.thing or found.subjects) else None


def _chain(nouns: Sequence[Noun]) -> list[Noun]:
    """第2位株主の塩野義製薬: nouns joined by の."""
    found: list[Noun] = []
    for noun in nouns:
        if found and found[-1].particle != "の":
            break
        found.append(noun)
    return found


def _described(nouns: Sequence[Noun], at: int, folded: str) -> Noun | None:
    """手すり(高さ70センチ): what the bracket around `at` is said of."""
    opened = folded.rfind("(", 0, at)
    if opened < 0 or folded.find(")", opened, at) >= 0:
        return None
    return next((n for n in nouns if n.end == opened or (n.end + 1 == opened and folded[n.end] in "」』")), None)


def _tells(noun: Noun) -> bool:
    """True for a body that counts others: 気象庁, 県警."""
    return _AUTHORITY.search(noun.subjects[0].name if noun.subjects else noun.name) is not None
