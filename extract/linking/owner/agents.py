"""Whose money it is that no known name owns: who acts in its clause (オーストラリア政府は74万ドルを出す, 女性は9000円を支払った)."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.owner.others import gave_out
from jijitsu.extract.linking.owner.owners import DESCRIBES
from jijitsu.extract.linking.sentence.phrases import phrases as nouns
from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit, units
from jijitsu.extract.linking.speech.speakers import Phrase, is_press, person_like, phrase_before, phrases, shown
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import counts_others, tells_of_others
from jijitsu.extract.linking.subject.things import REPORTS
from jijitsu.extract.linking.subject.topics import AUTHORITY, MEDIA
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Speech
from jijitsu.schemas.claim import Subject

# Who judges others' money, and words that end like people: アナリストは33億ドルを見込んでいた, 逮捕容疑は.
_NOBODY = regex(
    r"アナリスト|エコノミスト|取締役会|株主総会|専門家|関係者|投資家|市場|業界|世論|報告書|判決|社説|(?:容疑|現場|声明|モデル|機|シーズン|年度|大会|レース|[0-9]人)$"
)
_SAME = regex(r"同[社行店校組]|会社|両[社行]")
_GOODS = regex(r"向け|用|版|関連|事業|部門")
_THRIVES = regex(r"[はもが][^、。0-9]{1,12}[でくし]、")
_ACTS = frozenset({"は", "が", "も"})
_ENDS = regex(r"(?:という|との|た|る)(?:こと|ため|とき|ところ)")


def agent_of(reading: Reading, value: Value, *, persons: bool) -> tuple[Subject, ...]:
    """Return who acts in the clause of the value by an ordinary noun, nobody who only tells or judges.

    `persons`: whether people may own it, and not only bodies.
    """
    scene, folded = reading.scene, reading.folded
    if persons and (ordered := _ORDERED.match(folded, value.tail)):
        return _named(reading, *ordered.span("who"))
    if _SANCTION.match(folded, value.tail):
        return ()
    line = units(folded)
    told = [s for s in reading.speeches if s.span.holds(value.mention.span)]
    tellers = {s.attribution.speaker for s in told}
    found: Phrase | None = None
    for phrase in phrases(scene, line):
        start, end = shown(scene, line, phrase)
        if end > value.start:
            break
        text = folded[start:end]
        if (
            (phrase.rank >= KNOWN or (persons and _OFFICER.search(text))
             or (reading.discourse.company is None and _unknown(phrase, line, folded)))
            and phrase.particle in _ACTS and not is_press(text) and not _passes_on(text, folded, end) and not tells_of_others(text)
            and not any(m.start < end <= m.end for m in reading.measures)
            and not AUTHORITY.search(text) and not _NOBODY.search(text) and not counts_others(text, folded, end)
            and not (phrase.particle == "が" and _closed(folded, end, value.start)) and not _NUMBERED.match(folded, end)
            and not gave_out(folded, end)
            and (persons or not person_like(scene, line, phrase))
            and not (tellers and _is_one_of(text, tellers) and not _tells_of_itself(told, text))
        ):  # fmt: skip
            found = phrase
    if found is None:
        return _leading(reading, value)
    return _named(reading, *shown(scene, line, found))


def offering(reading: Reading, value: Value) -> tuple[Subject, ...] | None:
    """球団は2億円の年俸を提示していた: who offers, pays or asks it, by an ordinary noun."""
    if (side := of_side(reading, value)) is not None:
        return side
    offered = value.mention.type == "money" and _OFFERS.match(reading.folded, value.tail)
    return (agent_of(reading, value, persons=False) or None) if offered else None


def of_side(reading: Reading, value: Value) -> tuple[Subject, ...] | None:
    """買い手側は320億円を示した: the side of a deal or a dispute that offers, pays or asks it."""
    if value.mention.type != "money" or not _OFFERS.match(reading.folded, value.tail):
        return None
    for side in reversed(list(_SIDE.finditer(reading.folded, 0, value.start))):
        start, end = side.span("who")
        if (
            _PLEADS.match(side["who"])
            or AUTHORITY.search(side["who"])
            or (side["as"] == "が" and _closed(reading.folded, side.end(), value.start))
        ):
            continue
        named = next((c for c in reading.names if start <= c.start and c.end == end - 1), None)
        return named.subjects[:1] if named is not None else _named(reading, start, end)
    return None


# 年間利用者は11万人、維持費は9400万円: so many they are, and no more is said of them
_NUMBERED = regex(
    r"[はがも](?:[^、。はがも]{1,14}の)?(?:約|計|およそ)?[0-9][0-9.,万千億]{0,8}(?:人|名|件|台|席|床|冊|[かカヶ]所|店|校|社|世帯|戸)(?:余り|超|程度)?(?:、|で、|だ)"
)
_PLEADS = regex("弁護|検察|捜査")
_SIDE = regex(
    r"(?:^|[、。])(?:[^、。はがも「」]{2,12}(?:によると|によれば))?(?P<who>[^、。はがも「」0-9]{1,14}側)(?P<as>[はがも])"
)
_OFFERS = regex(
    r"(?:以上|超|近く|程度)?(?:の[^、。はが「」]{1,10}|ずつ)?(?:で|を|まで)?[^、。はが「」]{0,10}?(?:提示|提案|示[しさす]|支払|払[いうっわ]|要求|求め|申し出|オファー|用意|請求|引き[上下]げ|増額|減額)"
)


def _passes_on(text: str, folded: str, end: int) -> bool:
    """ヘラルド紙は、費用が12億ドルに達すると報じた: a paper owes nothing of what it tells."""
    return MEDIA.search(text) is not None and REPORTS.search(folded, end) is not None


def _tells_of_itself(told: Sequence[Speech], text: str) -> bool:
    """豪政府は300万ドルを支援すると発表した: a public body that says in other words what it does."""
    return _PUBLIC.search(text) is not None and all(speech.type == "indirect" for speech in told)


_PUBLIC = regex(r"(?:政府|[都道府県市区町村州省庁])$")


def _leading(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """中国恒発、3000億円の債務再編案: the noun that leads a headline, or a part of it (逆風の夏 灘の酒造会社、売上高3倍)."""
    text = reading.scene.sentence.text
    if reading.scene.sentence.role != "headline":
        return ()
    lead = _LEAD.match(text, max(text.rfind(blank, 0, value.start) for blank in " \u3000") + 1, value.start)
    if lead is None:
        called = _NICKNAMED.match(text, 0, value.start)
        return (Subject(called["who"], called["who"], None, "other"),) if called is not None else ()
    if AUTHORITY.search(lead["who"]):
        return ()
    noun = next((p for p in nouns(text) if p.end == lead.end("who")), None)
    if noun is None or not (noun.thing or _SPENDING.search(noun.text)) or (noun.start and not _FIRM.search(noun.text)):
        return ()
    return _named(reading, lead.start("who"), noun.end)


_SPENDING = regex(r".(?:消費|投資|受注|輸出|輸入|支出)$")
"""訪日客消費、1～3月2兆円超: a deed that a headline tells the sum of."""
_FIRM = regex(
    r"(?:会社|メーカー|大手|企業|銀行|工房|チェーン|問屋|商社|スーパー|百貨店|店|農園|旅館|ホテル|酒造|酒蔵|蔵元|窯元|製作所)$"
)


def payee_among(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Who is ordered to pay, or gets what is given, by an ordinary noun: 被告に対し100万円を支払うよう命じた."""
    scene, folded = reading.scene, reading.folded
    if not _AWARDED.match(folded, value.tail):
        return ()
    line = units(folded)
    found = None
    for at, unit in enumerate(line):
        if unit.start >= value.start:
            break
        if unit.pos == "助詞" and unit.text == "に" and (phrase := phrase_before(scene, line, at, "に")):
            start, end = shown(scene, line, phrase)
            able = phrase.rank >= KNOWN or _unknown(phrase, line, folded)
            if able and not AUTHORITY.search(folded[start:end]) and _TO.match(folded, unit.start):
                found = start, end
    return _named(reading, *found) if found is not None else ()


def _named(reading: Reading, start: int, end: int) -> tuple[Subject, ...]:
    """The name that ends there, whom 同容疑者 points back to, else the noun as written."""
    written, discourse = reading.scene.sentence.text[start:end], reading.discourse
    known = next((c for c in reading.names if c.end == end), None)
    if known is not None:
        return known.subjects
    if _SAME.match(written):
        return ()  # 同社 that nobody named is one firm through the whole text
    if written in speakers_lexicon().back_person and (person := discourse.person or discourse.anybody) is not None:
        return (person,)
    town = discourse.town
    if len(written) == 1 and town is not None and town.name.endswith(written):
        return (town,)  # 町は2億円を計上した
    if _ASSEMBLY.search(written) and "予算" in reading.folded:
        return (Subject(written, written.removesuffix("議会"), None, "other"),)  # 県議会は3億円の補正予算案を可決した
    firm = discourse.company
    if firm is not None and len(written) > 2 and written in {firm.name[: len(written)], firm.text[: len(written)]}:
        return (firm,)  # ガイナーレ of ガイナーレ鳥取
    if called := _CALLED.search(written):
        return (Subject(written, called["name"], None, "other"),)  # 旅館「月の湯」
    head = _PART.sub("", written)  # 遺族の一部が
    last = _ASIDE.sub("", head).rsplit("の", 1)[-1]  # 早見法子(本名・高見法子=たかみ・のりこ)被告
    return (Subject(written, last or head, None, "other"),)


_CALLED = regex(r"[「『](?P<name>[^「」『』]{2,30})[」』]$")
_ASSEMBLY = regex(r"[都道府県市区町村]議会$")
_ASIDE = regex(r"\([^()]{1,40}\)")
_OFFICER = regex(r"(?:会長|社長|CEO|創業者|創設者|オーナー|相続人|[兄弟姉妹娘妻夫父母]|息子)の[ァ-ヺー・]{2,24}$")
"""副会長の[ロハン]も、資産を増やした: somebody, though no list has the name."""
_PART = regex(r"(?<=.)の(?:一部|多く|大半|大部分|ほとんど|1人|一人|ひとり)$")
_LEAD = regex(r"(?P<who>[^、。はがをに()「」0-9]{2,20})、")
# インドの「井戸ポンプ王」、資産が4倍に: no words that somebody says
_NICKNAMED = regex(r"(?:[一-鿿ァ-ヺー]{1,10}の)?「(?P<who>[一-鿿ァ-ヺーA-Za-z]{2,14})」、")
# 賠償の支払いを国に命じた
_ORDERED = regex(r"の[^、。]{0,8}?(?:支払い?|賠償|納付)を(?P<who>[^、。をにはが]{1,12})に(?:対し(?:て)?)?(?:命|求)")
_AWARDED = regex(
    r"(?:と[^、。]{1,12})?(?:の|を|が)?[^、。]{0,12}?(?:支払(?:い|う)[^、。]{0,8}(?:命|求)|言い渡|賠償|納付|罰金|過料|科[すしさせ]|課[すしさせ]|贈|授与|支給され|与えられ|返還)"
)
# 倫理委員会は10万フランの罰金の処分を下した: who punishes pays nothing.
_SANCTION = regex(
    r"(?:の|を)?(?:罰金|制裁金|過料|課徴金|追徴(?:課税|金))?(?:の|を)?(?:処分を?(?:[下科課言]|決)|科[すしさせ]|課[すしさせ]|言い渡)"
)
_TO = regex(r"に(?:は、?|も|対し|[^ぁ-ん])")


def _unknown(phrase: Phrase, line: Sequence[Unit], folded: str) -> bool:
    """True for a proper name that no list knows, and no place: 日野は, but not スマートフォン向け画像センサーも好調で、."""
    head, start = line[phrase.last - 1], line[phrase.first].start
    named = phrase.rank == MAYBE and phrase.proper and "地名" not in head.detail
    return named and not _GOODS.search(folded, start, head.end) and not _THRIVES.match(folded, head.end)


def _closed(folded: str, start: int, end: int) -> bool:
    """True if the clause of a が before `start` ends before `end`: 男が盗んだ車の, 父が死んだとき."""
    return any(sign.search(folded, start, end) for sign in (DESCRIBES, CLAUSE, _ENDS))


def _is_one_of(text: str, tellers: set[str | None]) -> bool:
    return text in speakers_lexicon().back_person or any(
        teller and (teller in text or text in teller) for teller in tellers
    )
