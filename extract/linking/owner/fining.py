"""Whose a fine is: who pays it, not who imposes it. 連盟は選手に罰金10万円を科した is the player's.

`fined` takes a reading, a value and the names of the sentence, and returns whom the fine falls on: whom the words aim at
(に対し, について, には), who stands beside the one that imposes it, or whom the text speaks of. It leaves what is no fine and
fines whose payer is the plain topic (男性は罰金6000円を納めた).
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.entity.shortening import ends_as_house
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FINES = "罰金|制裁金|反則金|課徴金|過料"
_BEFORE = regex(rf"(?:{_FINES})(?:\((?:{_FINES})\))?(?:として|を|は|が|の(?:合計|総額)は)?(?:約|計|総額)?$")
_BEHIND = regex(
    rf"(?:以上|以下)?(?:(?:の|を)?(?:{_FINES})|の(?:損害)?(?:支払い?|納付|賠償)(?:の支払い?)?(?:を?(?:命じ|命令)|が(?:命じら|請求さ)れ)|を(?:支払|払|賠償す|納付す|納付させ)[うる]?よう(?:に)?(?:[^、。]{{0,12}}勧告|命)|を追徴(?:課税)?(?:し|す|され))"
)
# 連盟は…罰金を科した, 委員会が科した罰金
_IMPOSES = regex(
    r"(?:科|課)(?:し|す)(?!よう求)|処分を?(?:下し|下す|決め)|(?:命令|判決)を(?:下し|出し|言い渡し)|言い渡し(?!を)"
)
_IMPOSED_AHEAD = regex(r"(?:科|課)し(?:た|ている)(?:総額|計|約)?$")
_AT = regex(
    r"[」』]?(?:氏|さん|選手|投手|監督|容疑者|被告|側|社)?(?:\([^()]{0,20}\))?(?:<[^<>]{1,12}>)?(?:に対し(?:て)?|について|に(?:は|も)(?!かかわ)|を[^、。を]{0,12}略式起訴)"
)
_AT_NAME = regex(
    r"(?:氏|さん|選手|投手|監督|容疑者|被告|側|社|球団)?(?:\([^()]{0,20}\))?(?:<[^<>]{1,12}>)?(?:に(?!よ|おい|関|お|つ|基|向)|へ(?!の))"
)
_AT_ONCE = regex(
    rf"(?:側|ら)?に(?:対し、?)?(?:(?:{_FINES}|[一-鿿]{{2,6}}(?:税|金))(?:など)?(?:として|を含[むめ]て?)?、?)?(?:計|合計|総額|合わせて|約|慰謝料など|それぞれ)*"
)
"""学校法人に計2200万円を支払うよう命じた: right in front of the sum stands who owes it."""
# 男性が岬出版に1100万円の賠償を求めた訴訟で、地裁は110万円の支払いを命じた
_SUED_FOR = regex(
    r"(?:側|ら|など)?(?:\([^()]{1,24}\))?に(?:対し(?:て)?、?)?(?:計|合計|総額|約|およそ|1人当たり|慰謝料など)*[0-9][0-9.,億万兆千]{0,14}(?:円|ドル|ユーロ|ポンド|元|ウォン)"
    r"[^、。はが]{0,24}(?:求め|請求し)(?!られ)"
)
_TREASURY = regex(r"(?:^国|[一-鿿ァ-ヺ][都道府県市区町村])$")
"""東京都に3万円の賠償を命じた: a land or town owes as a firm does."""
_EACH = regex(r"に(?:対し、?)?(?:1人|ひとり|1世帯|1戸|1社)(?:当たり|あたり|につき)(?:約|計)?")
_JUDGES = regex(r"(?:[省庁]|委員会|当局|連盟|機構)$")
_PERSON = regex(r"(?:氏|さん|選手|投手|監督|調教師|容疑者|被告|球団|社員|職員|会社|店|業者|協会)$")
_FINE_WORD = regex(_FINES)
_AGAINST = regex(r"(?:社)?に対する(?:総額|約)?")
# 大手銀行5行に対し57億ドルの制裁金を科した
_SO_MANY = regex(
    r"(?P<who>(?:大手|主要)?[一-鿿ァ-ヺー]{2,8}[0-9]{1,3}[行社])(?:に対し|に(?=それぞれ|総額|計|合計|合わせて|約?[0-9])|へ)"
)
_TRIED = regex(r"(?:罪|違反)(?:など)?に問われた")
_ON_TRIAL = regex(
    r"(?:[^、。はがをの「」0-9]{1,12}の)?「?(?P<who>[^、。はがをの「」0-9()]{2,14})」?(?:被告)?(?:\([^()]{1,20}\))?(?:の(?:控訴審|上告審|差し戻し審|裁判|判決|公判)|に対)"
)
_PAYERS = frozenset({"company", "person", "other", "country", "product"})


def fined(reading: Reading, value: Value, names: Sequence[Candidate]) -> tuple[Subject, ...]:
    """Return whom the fine of this value falls on; () for what is none, or where the topic pays."""
    folded = reading.folded
    tried = _TRIED.search(folded, 0, value.start) if value.mention.type == "money" else None
    if tried is not None and _BEFORE.search(folded, max(0, value.start - 16), value.start):
        accused = (c for c in names if tried.end() <= c.start < value.start and c.type in {"company", "person"})
        if (one := next(accused, None)) is not None:
            return one.subjects[:1]
        if unknown := _ON_TRIAL.match(folded, tried.end()):
            who = reading.scene.sentence.text[slice(*unknown.span("who"))]
            return (Subject(who, who, None, "other"),)  # 独禁法違反の罪に問われた朝通の判決があり、罰金3億円とした
    if value.mention.type == "money" and _FINE_WORD.search(folded):
        # 過去最高だった米インテルに対する10億ユーロを上回る制裁金
        owed = (c for c in names if c.type in _PAYERS and _AGAINST.fullmatch(folded, c.end, value.start))
        if (against := next(owed, None)) is not None:
            return against.subjects[-1:]
    if value.mention.type != "money" or not (
        _BEHIND.match(folded, value.tail) or _BEFORE.search(folded, max(0, value.start - 16), value.start)
    ):
        return ()
    return _aimed_at(reading, value, names) or _beside_judge(reading, value, names)


def _aimed_at(reading: Reading, value: Value, names: Sequence[Candidate]) -> tuple[Subject, ...]:
    """The nearest in front of the value that the fine is aimed at: by name, or by an ordinary noun."""
    folded, text = reading.folded, reading.scene.sentence.text
    aimed = [
        (c.end, c.subjects) for c in names
        if c.type in _PAYERS and c.end <= value.start and not AUTHORITY.search(c.text) and not _JUDGES.search(c.text)
        and (_AT.match(folded, c.end) or _AT_NAME.match(folded, c.end)) and not _in_words(reading, value, c.start)
    ]  # fmt: skip
    aimed += [
        (p.end, (Subject(p.text, p.text, None, "other"),)) for p in phrases(text)
        if (p.thing or ends_as_house(p.text) or _TREASURY.search(p.text)) and p.end <= value.start
        and not AUTHORITY.search(p.text) and not _JUDGES.search(p.text)
        and (_AT.match(folded, p.end) or (_PERSON.search(p.text) and _AT_NAME.match(folded, p.end))
             or _AT_ONCE.fullmatch(folded, p.end, value.start)
             or (_TREASURY.search(p.text) and _EACH.fullmatch(folded, p.end, value.start)) or _SUED_FOR.match(folded, p.end))
        and not _in_words(reading, value, p.start)
        and not any(c.start < p.end and p.start < c.end for c in names)
    ]  # fmt: skip
    aimed += [
        (many.end("who"), (Subject(text[slice(*many.span("who"))], many["who"], None, "group"),))
        for many in _SO_MANY.finditer(folded, 0, value.start)
    ]  # fmt: skip
    return max(aimed, key=lambda found: found[0])[1] if aimed else ()


def _in_words(reading: Reading, value: Value, at: int) -> bool:
    """裁判長は「体制には不備があった」と述べ、法人に3200万円の支払いを命じた: what somebody's words speak of ends with them."""
    at += reading.scene.sentence.start
    return any(
        s.type == "direct" and s.start <= at < s.end and not s.span.holds(value.mention.span) for s in reading.speeches
    )


def _beside_judge(reading: Reading, value: Value, names: Sequence[Candidate]) -> tuple[Subject, ...]:
    """委員会は、カガリが違反したとして罰金を科した: who is named beside the one that imposes it, else whom the text is about."""
    folded, discourse = reading.folded, reading.discourse
    ahead = _IMPOSED_AHEAD.search(folded, 0, value.start)
    behind = _IMPOSES.search(folded, value.tail, value.tail + 60)
    acting = [c for c in names if c.strength >= STRONG and c.end <= value.start and c.type in _PAYERS]
    if ahead or behind:
        judges = [c for c in acting if c.type != "person"]
        judge = (judges[-1] if ahead else judges[0]) if judges else None
        others = [c for c in acting if judge is None or c.subjects != judge.subjects]
        if others:
            return others[-1].subjects
        about = (discourse.person, discourse.company)
        return next(((s,) for s in about if s and (judge is None or s.name != judge.subjects[0].name)), ())
    topics = any(p.particle[:1] in {"は", "も"} for p in phrases(reading.scene.sentence.text) if p.end <= value.start)
    person = discourse.person
    if person is not None and ON_THE_BENCH.search(person.text):
        person = next((other for other in reversed(discourse.persons) if not ON_THE_BENCH.search(other.text)), None)
    return (person,) if person is not None and not topics and not tells_of_others(person.name) else ()


ON_THE_BENCH = regex(r"(?:裁判長|裁判官|判事|検事|検察官|弁護士)$")
"""Who sits in court over others: no fine is theirs."""
