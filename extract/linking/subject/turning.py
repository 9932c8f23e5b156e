"""To which firm the text turned without a は, so that 同社 means it: 買い手には菓子大手のカガリが浮上している。同社の売上高は…

`turned_to` takes the scene with 同社 and the discourse before it, and returns the one firm of the sentence before, or None.
It leaves a sentence with two firms, one of another paragraph, brokers and whoever only tells of others.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.subject.besides import is_beside
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate, is_broker, subject_of_mention, tells_of_others
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_REPORTS = regex(r"(?:発表|公表|開示)した。?$")
_MEANS_FOR = regex(r"に(?:は|も|とって)(?=[^。はが]{0,40}(?:だ|である|となる|となった|になる|になった|です)。)")
_HELD = regex(
    r"(?:子会社|孫会社|傘下)(?:の|である)?[米英仏独韓中台伊豪加蘭印]?$|買収した[^、。はがもを]{0,16}(?:会社|メーカー|大手|企業|の)$"
)
_ACTS_LAST = regex(r"(?:\([^()]{1,20}\))?(?:の[^、。はがもを]{1,12})?が[^、。]{2,60}(?:た|だ|る)(?:ため)?。?$")
# 化粧品大手カガリを率いる山野氏だった。同社の株価は: the firm of whoever was told of
_LED = regex(
    r"(?:を率いる|を創業した|(?:の共同|共同|の)?創業者(?:の|で)?)[^、。はがも0-9]{2,30}(?:は|が|も|だ|である|だった)"
)
# 資産の残りはカガリ株だ。同社の時価総額は
_IS_SHARES = regex(r"の?株式?(?:だ|である|だった|です)。?$")


def turned_to(scene: Scene, discourse: Discourse) -> Subject | None:
    """The one firm of the sentence before, where the text goes on about it: 値下がりは岬商事には逆風だ。同社は…

    What a subsidiary did (買収した菓子会社カガリが3億円を上乗せした。同社の利益率は…), and a firm that is named for the first time.
    """
    told, names = discourse.before[-1] if discourse.before else (None, ())
    firms = [c for c in names if c.type == "company" and c.strength]
    if told is None or told.sentence.paragraph != scene.sentence.paragraph:
        return None
    if (led := _led_by(names, told.sentence.folded)) is not None:
        return led
    topics = [c for c in firms if c.particle in {"は", "も"} and c.strength >= STRONG]
    if len(topics) == 1 and is_beside(topics[0], told.sentence.folded) and not _REPORTS.search(told.sentence.folded):
        return topics[0].subjects[0]  # 競合のカガリは値下げした。同社の売上高は
    if len(firms) != 1:
        return None
    folded, firm = told.sentence.folded, firms[0]
    if _MEANS_FOR.match(folded, firm.end) or _LED.match(folded, firm.end) or _IS_SHARES.match(folded, firm.end):
        return firm.subjects[0]
    held = _HELD.search(folded, max(0, firm.start - 24), firm.start) is not None
    acts = _ACTS_LAST.match(folded, firm.end) is not None
    return firm.subjects[0] if acts and (held or _is_new(firm, told, discourse)) else None


def _led_by(names: Sequence[Candidate], folded: str) -> Subject | None:
    """4位はカガリの青木会長(3億ドル)だった。同社の売上高は: the firm of the one person told of, who says nothing there."""
    people = [c for c in names if c.type == "person" and c.strength >= STRONG]
    if not people or _SAYS.search(folded):
        return None
    for firm in names:
        if firm.type == "company" and _OF_PERSON.fullmatch(folded, firm.end, people[-1].start):
            name = firm.subjects[-1].name
            return None if is_broker(name) or tells_of_others(name) else firm.subjects[-1]
    return None


_OF_PERSON = regex(
    r"(?:を率いる|を(?:創業|設立)した|を営む|(?:の?共同)?創業者の?|の創業者(?:、|で)|の)[^、。はがも0-9]{0,12}"
)
_SAYS = regex(
    r"(?:述べ|語っ|語る|話し|話す|答え|コメント|説明|指摘|訴え|強調|みる|みて|予想|予測|明かし|発表|明らかに|という)[^、。]{0,8}。?$"
)


def parent_named(scene: Scene, discourse: Discourse) -> Subject | None:
    """アヤメ商会傘下のカガリは増収だった。親会社の株価は…: the firm that was said to hold another, in one of the last sentences."""
    number = scene.sentence.index
    for back in reversed(discourse.scenes[max(0, number - _LATELY) : number]):
        folded, base = back.sentence.folded, back.sentence.start
        for mention in reversed(back.of("company")):
            start, end = mention.start - base, mention.end - base
            if _HOLDS.match(folded, end) or _PARENT.search(folded, max(0, start - 20), start):
                return subject_of_mention(mention)
    return None


_LATELY = 5
_HOLDS = regex(r"(?:グループ)?(?:傘下|系(?:の|列)|の?(?:完全|連結|上場)?子会社(?!を|に(?:す|し)|化))")
_PARENT = regex(
    r"親会社(?:の|は、?|である|で、?)(?:[^、。はが]{1,12}(?:大手|メーカー|会社)(?:の|、)?)?[米英仏独韓中台]?$"
)


def _is_new(firm: Candidate, told: Scene, discourse: Discourse) -> bool:
    """True for a firm that no sentence before named, and that does something itself; a broker only helps."""
    name = firm.subjects[0].name
    if len(firm.subjects) > 1 or is_broker(name) or tells_of_others(name):
        return False
    earlier = discourse.scenes[: told.sentence.index]
    return not any(firm.text in back.sentence.folded or name in back.sentence.folded for back in earlier)
