"""A count in its sentence: the nouns in its reach, what was counted and spoken of before, where it was and what befell.

`Reach` is built for one figure; sight.py reads on it whose the figure of a noun is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.owner.focus import is_fresh
from jijitsu.extract.linking.owner.owners import types_of
from jijitsu.extract.linking.owner.rivals import named_owner
from jijitsu.extract.linking.sentence.brackets import shut_between
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.subject.nouns import (
    Noun,
    is_event,
    is_nobody,
    is_place,
    measured_word,
    nouns_of,
    numbered,
)
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.topics import MEDIA
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

Owners = tuple[Subject, ...]
Counted = Mapping[str, Owners]
"""Whose the last count of each unit was."""
FIRM = frozenset({"company", "product", "crypto", "index"})
_HURT = regex(
    r"(?:余り)?(?:もの)?(?:が|の|は|も|を|、)?[^、。]{0,14}?(?:死亡|死者|死傷|負傷|けが|怪我|ケガ|重傷|軽傷|重軽傷|重体|不明|"
    r"亡くな|息を引き取|犠牲|避難|被害|搬送|手当てを|救助|生き埋め|閉じ込め|下敷き|感染|巻き込まれ|殺害|死ぬ|殺され|流され|行方[がは](?:まだ|なお|依然|いまだ)?[分わつ]か)"
)
_HURT_BEFORE = regex(
    r"(?:死亡|負傷|けがを|ケガを|被災|搬送|運ばれ|救助|避難|閉じ込め|巻き込まれ)[^、。はがも0-9]{0,6}[ただ]のは(?:計|合わせて|約)?$"
)
"""病院に搬送されたのは18人だ."""
_NATURAL = ("台風", "ハリケーン", "サイクロン", "地震", "豪雨", "大雨", "大雪", "暴風雪", "洪水", "津波")
_VICTIMS = tuple(
    (regex(rf"(?:余り)?(?:もの)?(?:が|の|は|も|を|、)?[^、。]{{0,14}}?(?P<word>{word})"), name)
    for word, name in (
        ("死傷", "死傷者"), ("死亡|死者|亡くな|息を引き取|犠牲|死ぬ|死ん|殺さ|殺害", "死者"), ("けが|怪我|ケガ|負傷|重傷|軽傷|重軽傷|搬送さ|手当て", "負傷者"),
        ("救助さ|救出さ", "救助者"),
        ("行方不明|不明|行方(?=[がは](?:まだ|なお|依然|いまだ)?[分わつ]か)", "行方不明者"),
    )
)  # fmt: skip
_SORTS_OF_VICTIMS = frozenset(name for _, name in _VICTIMS)
_MONEY_LINE = regex(
    r"(?:売上高?|売り上げ高?|利益|収入|損益|損失|赤字|黒字|費用?|金額|総額|[^金]額|価格|株価|負債|予算)$"
)
AUTHORITY = regex(
    r"(?:庁|省|署|局|警察|県警|府警|消防|当局|政府|委員会|地検|裁判所|特捜部|本部|保健所|機関|協会|WHO|国連|研究所|気象台|(?<!・)(?<!情報)(?<!移動)(?<!データ)通信|新聞|"
    r"放送|テレビ|天文台|(?:対策|予防|管理|情報|分析|支援|消費者|生活)センター|研究チーム|研究グループ|審議会|評議会|連盟|機構|学会|日銀|議会)$"
)
_POSSESSIVE = frozenset({"の", "への", "からの", "での"})
# Counters that are nouns of what a firm has.
_PERSONS = frozenset({"人", "名"})
HELD_UNITS = frozenset({
    "店舗", "店", "拠点", "工場", "商品", "製品", "品目", "市場", "車種", "機種", "路線", "事業所", "株", "支店", "営業所", "便",
})  # fmt: skip
PERSONAL = frozenset(
    {
        "試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト", "ホールド", "奪三振", "失点", "戦",
        "三振", "トライ", "バーディー", "ボギー",
    }
)  # fmt: skip
WHERE = frozenset({"では", "には", "でも", "にも"})
ACTS = frozenset({"は", "が", "も"})
_TERM = regex(
    r"[0-9.]{1,8}(?:年|カ月|日|時間|歳以上の?|歳未満の?)"
    r"|(?:(?:[0-9]{2,4}|今|昨|前|同|去)年)?(?:[0-9]{1,2}(?:[~-][0-9]{1,2})?月(?:期|末)?|第[1-4]・?四半期|[上下]半期|通期|通年)?の"
)
"""膵臓がんの5年生存率, ボーイングの1月の受注: the term stands between."""
_OFFICE = regex(
    r"(?:庁|省|署|警察|県警|府警|消防|当局|政府|地検|裁判所|地裁|高裁|保健所|気象台|天文台|研究チーム|研究グループ)$"
)
"""What counts others, though the text has made it its topic."""
_SPOKESMAN = regex(r"(?:担当者|広報|専門家|アナリスト|エコノミスト|関係者)$")
_DONE = regex(r"[しさすせ]")
_LINK = regex(r"の(?:うち|中で)?、?$|(?:など|ほか)?(?:の)?(?:計|合計|合わせて|総勢|延べ|約|およそ)+$")
EDGE = regex(r"[、。「」()]|によると|によれば|は(?=[^、。]{2})|では|には|(?:うち|より)(?=[一-鿿ァ-ヶ])")
_ONLY_COUNTS = regex(
    r"(?<=.)(?:総数|人数|(?:発売|着工|供給)?戸数|件数|(?:(?<=..)(?:受注|輸入|輸出|普及|保有))?台数|個数|(?<![指関係複多算定])数)$"
)


class Reach:
    """A count in its sentence, and the nouns in front of it that are in its reach."""

    def __init__(self, reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> None:
        self.reading, self.at, self.measure, self.course, self.counted = reading, at, measure, course, counted
        self.value, self.folded = reading.values[at], reading.folded
        self.nouns = nouns_of(reading)
        self.before = _before(reading, self.value, self.nouns)
        self.measured = self.value.amount.unit in words("counted")["measured"]
        self.hurt = self.value.amount.unit in _PERSONS and bool(
            _HURT.match(self.folded, self.value.tail)
            or _HURT_BEFORE.search(self.folded, max(0, self.value.start - 20), self.value.start)
        )

    def teller(self) -> str | None:
        """Who says the clause that holds the figure."""
        span = self.value.mention.span
        found = next((s for s in self.reading.speeches if s.type == "indirect" and s.span.holds(span)), None)
        return found.attribution.speaker if found else None

    def last(self) -> Owners:
        """Whose the last count of this unit was."""
        found = self.counted.get(unit_of(self.value), ())
        own = self.casualties() if found and found[0].name in _SORTS_OF_VICTIMS else ()
        return own or found  # 29人が死亡し、60人が行方不明: the missing are not the dead

    def there(self) -> Owners:
        """Where it was: 佐倉市では, 定時株主総会には, 東北道で."""
        for noun in reversed(self.before):
            if noun.particle == "に" and TAKEN_TO.match(self.folded, noun.behind):
                continue  # 病院に運ばれたのは8人だった
            if not tells(noun) and (
                noun.particle in WHERE
                or (noun.particle in {"で", "に"} and (is_place(noun) or (is_event(noun) and self.hurt)))
                or (noun.particle == "で" and self.measured and noun.thing)
            ):
                return noun.subjects or (self.subject(noun),)
        return ()

    def happened(self) -> Owners:
        """What befell the dead and hurt, where their own sentence tells: 下り線で23台が絡む事故があり、2人が死亡."""
        told = any(is_event(n) and not n.name.endswith(_NATURAL) for n in self.before)
        return self.befallen() if told else ()  # この台風の影響で、フィリピンで388人が死亡

    def befallen(self) -> Owners:
        """The accident that killed or hurt people; of a storm, which has no end and no place, they are its dead and hurt."""
        if not self.hurt:
            return ()
        tail = self.value.tail
        behind = [n for n in self.nouns if tail <= n.start < tail + 12 and is_event(n) and n.particle != ""]
        before = [n for n in self.before if is_event(n) and not _DONE.match(self.folded, n.end)]
        events = behind[:1] or before[-1:]
        event = self.subject(events[0]) if events else self.reading.discourse.event
        if event is None or event.name.endswith("停電"):
            return ()
        return self.victims() if event.name.endswith(_NATURAL) else (event,)

    def cut_off(self) -> Owners:
        """What befell so many homes that no place is told of: 電力会社によると、約2万戸が停電した."""
        what = _CUT_OFF.match(self.folded, self.value.tail) if self.value.amount.unit in {"戸", "世帯", "軒"} else None
        return (Subject(what["what"], what["what"], None, "other"),) if what is not None else ()

    def victims(self) -> Owners:
        """The dead, the hurt or the missing by their word; those who fled are of the land that the headline names."""
        found = self.reading.discourse.land or self.reading.discourse.event
        return self.casualties() or ((found,) if found is not None else ())

    def casualties(self) -> Owners:
        """The dead, the hurt or the missing by their word: 10万人以上が死亡した."""
        for word, name in _VICTIMS if self.hurt else ():
            if said := word.match(self.folded, self.value.tail):
                written = self.reading.scene.sentence.text[slice(*said.span("word"))]
                return (Subject(written, name, None, "group"),)
        return ()

    def main(self, noun: Noun) -> Owners:
        """The club or show that the article set out with: 平均観客数は6412人."""
        main = self.reading.discourse.main
        counted = main is not None and main.type == "other" and not noun.subjects and noun.name.endswith(("数", "動員"))
        return (main,) if counted and main is not None and not AUTHORITY.search(main.name) else ()

    def defined(self, noun: Noun) -> Owners:
        """What the clause in front calls it: 逃げたのはカンガルーの雄で、体長約1メートル."""
        found = [n for n in self.before if n.end <= noun.start and n.particle == "で" and n.thing and not n.subjects]
        return (
            (self.subject(found[-1]),) if found and self.folded[found[-1].behind : found[-1].behind + 1] == "、" else ()
        )

    def doer(self) -> Owners:
        """日本政府は8000万バレルの備蓄を放出すると発表した: who does so with goods, be it a body that else only tells."""
        if self.value.mention.type != "count" or not _DEED.match(self.folded, self.value.tail):
            return ()
        acting = [n for n in self.nouns if n.particle == "は" and n.end <= self.value.start]
        acting = [n for n in acting if n.subjects or n.name.endswith(("政府", "省", "当局"))]
        return (self.subject(acting[-1]),) if acting else ()

    def lately(self) -> Owners:
        """What the sentences before were about: 橋は全長50メートルだ。幅は6メートルある。"""
        if cut := self.cut_off():
            return cut
        for scene in reversed(self.reading.discourse.lately):
            noun = _topic_of(scene.sentence.text) if scene.sentence.role == "body" else None
            if (
                noun is not None and _MONEY_LINE.search(noun) is None
            ):  # 売上高は2億円だった。入場者数は: no sum has visitors
                return (Subject(noun, noun, None, "other"),)
        return ()

    def firm(self) -> Owners:
        """The firm that the text speaks of, else its product."""
        discourse = self.reading.discourse
        thing = discourse.product
        firm = discourse.company or (thing if thing is not None and is_fresh(self.reading, thing) else None)
        speech = next((s for s in self.reading.speeches if s.span.holds(self.value.mention.span)), None)
        if speech is not None and speech.attribution.org and speech.attribution.org.endswith(("大", "大学", "大学院")):
            return ()  # 桐生大の矢部教授は「部屋数は15%増える」とみる: of the field, not of the firm
        return (firm,) if firm is not None and not _OFFICE.search(firm.name) else ()

    def named(self) -> Owners:
        """The firm or body that the sentence names for the figure."""
        names = [n for n in self.reading.names if not AUTHORITY.search(n.subjects[0].name)]
        types = types_of(self.measure, self.reading.discourse)
        return named_owner(self.at, self.reading.values, names, types, self.course, self.folded, self.reading.tree)

    def possessor(self, noun: Noun) -> Noun | None:
        """The noun before の: トヨタ自動車の従業員."""
        for n in self.nouns:
            if _THEN.fullmatch(n.name) or _SO_MANY.fullmatch(n.name):
                continue  # 期末の店舗数, 店舗全体の客数, 12人の職員
            if n.name == "収容" and n.start == self.value.tail:
                continue  # 5万人収容のスタジアム
            if n.particle == "での" and not n.name.endswith(("業", "業界")):
                continue  # 満充電での航続距離; but 土木工事業での倒産件数
            if n.particle in _POSSESSIVE and (n.behind == noun.start or (
                n.behind < noun.start <= n.behind + 12 and _TERM.fullmatch(self.folded, n.behind, noun.start)
            )):  # fmt: skip
                return n
        return None

    def subject(self, noun: Noun, end: int = 0) -> Subject:
        """The noun itself: as written with all that it belongs to (up to `end`), named by its head."""
        if noun.subjects:
            return noun.subjects[0]
        first, holder = noun, self.possessor(noun)
        while holder is not None:
            first, holder = holder, self.possessor(holder)
        if other := next((n for n in self.nouns if n.particle == "や" and n.behind == first.start), None):
            first = other  # 苦情や相談1300件
        if first is noun and not noun.thing:  # 学校での発生は58人
            first = next((n for n in self.nouns if n.particle == "での" and n.behind == noun.start), noun)
        if first.bare:
            return Subject(self.clause(first), first.text, None, "other")
        text = self.reading.scene.sentence.text
        written = text[first.start : noun.end] + _LINK.sub("", text[noun.end : max(noun.end, end)])
        name = written if len(noun.name) == 1 and len(written) > 2 else _ONLY_COUNTS.sub("", noun.name)
        return Subject(written, name, None, "other")  # 未来の会

    def clause(self, noun: Noun) -> str:
        """The noun with the clause that says who it is: 大型二種免許を持つ人."""
        start = max((m.end() for m in EDGE.finditer(self.folded, 0, noun.start)), default=0)
        return self.reading.scene.sentence.text[start : noun.end]


TAKEN_TO = regex(r"(?:救急)?(?:搬送|運ばれ|運び|入院|収容さ|流さ|転落|落ち|飛び込)")
_DEED = regex(
    r"(?:余り|以上|超|相当|分|規模)*(?:の[^、。はがも0-9]{0,14}を|を|の[^、。はがを0-9]{0,10}(?=放出|供給|購入))[^、。はがも0-9]{0,14}?"
    r"(?:放出|供給|購入|買い(?:付け|入れ|上げ|戻)|輸入|輸出|配備|提供|貸し出|寄贈|備蓄|積み増|調達)"
)
_THEN = regex(
    r"(?:今|当|前|来|翌)?(?:期|年度|年|月|週|四半期|上期|下期|通期)末(?:時点)?|(?:直営店|店舗|全店|会社|グループ)全体"
)


def _topic_of(text: str) -> str | None:
    """The thing that a sentence makes its topic, else its first subject."""
    found = [
        (numbered(text, p.start, p.end), p)
        for p in phrases(text)
        if p.thing
        and not is_nobody(p.text)
        and not _IN_OFFICE.search(p.text)
        and not AUTHORITY.search(p.text)
        and not measured_word(p.text)
    ]
    for particle in ("は", "には", "では", "が"):
        for name, phrase in found:
            if text.startswith(particle, phrase.start + len(name)):
                return name
    return None


_CUT_OFF = regex(r"(?:余り|以上|ほど)?[がで](?:一時|一斉に|広く)?(?P<what>停電|断水)")
_IN_OFFICE = regex(
    r"(?:知事|市長|町長|村長|区長|社長|会長|首相|大統領|大臣|長官|総裁|理事長|監督|容疑者|被告|議員|弁護士|教授)$"
)
"""麻田知事は派遣を要請した。2万戸が停電した: who holds an office owns no count of what befell others."""


def unit_of(value: Value) -> str:
    """People are people, 人 or 名."""
    return "人" if value.amount.unit == "名" else value.amount.unit


_SO_MANY = regex(r"[0-9０-９][0-9０-９.,万億]{0,8}(?:[人床台店校棟戸本隻便頭社]|か所|カ所|施設|路線|学級)")


def _before(reading: Reading, value: Value, nouns: Sequence[Noun]) -> list[Noun]:
    """The nouns in front of the value: inside its own words if somebody says it, not in brackets that have closed."""
    base = reading.scene.sentence.start
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    floor = speech.start - base if speech else 0
    return [
        n
        for n in nouns
        if floor <= n.start
        and n.end <= value.start
        and not shut_between(reading.folded, n.end, value.start)
        and not (n.particle in {"も", "が"} and not n.subjects and _GROUND.match(reading.folded, n.behind))
        and not (n.particle == "が" and _WEATHER.search(n.name) and _WHY.match(reading.folded, n.behind))
    ]


# ことしは海水温が低めに推移していることから、平年並みの1300トンになる
_WEATHER = regex(r"(?:水温|気温|雨|雨量|雪|雪量|日照|日照時間|天候|波|しけ|台風|猛暑|寒波|円安|物価|燃料代|不足|需要)$")
_WHY = regex(r"[^。、はが0-9]{1,24}(?:こと(?:など)?(?:から|で|により|を受けて?|もあり)|ため|影響で)、")


# 緑茶は猛暑の反動もあって1割減だった, 新店が寄与し: why it went so, not what did
_GROUND = regex(
    r"(?<=も)(?:あって|あり、|手伝[っい]|加わ[っり])|(?:響い|響き|重な[っり]|影響し|作用し|奏功し|寄与し|貢献し|追い風と|逆風と|重荷と)"
)


def described_by(nouns: Sequence[Noun], at: int, folded: str) -> Noun | None:
    """手すり(高さ70センチ): what the bracket around `at` is said of."""
    opened = folded.rfind("(", 0, at)
    if opened < 0 or folded.find(")", opened, at) >= 0:
        return None
    return next((n for n in nouns if n.end == opened or (n.end + 1 == opened and folded[n.end] in "」』")), None)


def tells(noun: Noun) -> bool:
    """True for a body that counts others: 気象庁, 県警."""
    name = noun.subjects[0].name if noun.subjects else noun.name
    return any(pattern.search(name) for pattern in (AUTHORITY, MEDIA, _SPOKESMAN))


def only_tells(noun: Noun, teller: str | None, folded: str, *, acting: bool = False) -> bool:
    """保健相は、210人が死亡したと述べた, 沿岸警備隊は29人の死亡を確認し: a title that no list has, and who finds the dead.

    `acting`: people do or suffer something (監視団は、35人が死亡したと明らかにした), who are no body's that tells it.
    """
    if noun.particle in {"は", "が", "も"} and _FINDS.match(folded, noun.behind):
        return True
    if teller is not None and not noun.particle and teller.startswith(noun.text) and teller != noun.text:
        return True  # 国連難民高等弁務官事務所は、12万人が逃れたと報告した: part of a longer name
    if noun.subjects:
        body = acting and noun.type == "other" and teller is not None and teller.endswith(noun.subjects[0].name)
        return body or (noun.type == "person" and noun.subjects[0].name == teller)
    if acting and teller is not None and teller.endswith(noun.name):
        return True
    known = speakers_lexicon()
    tail = teller is not None and (teller == noun.name or teller.endswith("の" + noun.name))
    return tail and noun.name.endswith(known.titles + known.humans)  # 防災庁の報道官は、


_FINDS = regex(
    r"[^。はが]{0,40}?[0-9]人(?:余り|以上)?(?:の[^、。はがを]{0,8})?の?(?:死亡|遺体|生存|身元|無事|感染|陽性)(?:者)?(?:の[^、。はがを]{1,6})?を"
    r"(?:[^、。はがを0-9]{0,6}で)?(?:新たに)?(?:確認|発見|収容|回収|発表|公表)"
)
