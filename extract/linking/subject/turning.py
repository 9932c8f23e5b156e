"""To which firm the text turned without a は, so that 同社 means it: 買い手には菓子大手のカガリが浮上している。同社の売上高は…

`turned_to` takes the scene with 同社 and the discourse before it, and returns the one firm of the sentence before, or None.
It leaves a sentence with two firms, one of another paragraph, brokers and whoever only tells of others.
"""

from __future__ import annotations

from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import Candidate, is_broker, tells_of_others
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

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
    if told is None or told.sentence.paragraph != scene.sentence.paragraph or len(firms) != 1:
        return None
    folded, firm = told.sentence.folded, firms[0]
    if _MEANS_FOR.match(folded, firm.end) or _LED.match(folded, firm.end) or _IS_SHARES.match(folded, firm.end):
        return firm.subjects[0]
    held = _HELD.search(folded, max(0, firm.start - 24), firm.start) is not None
    acts = _ACTS_LAST.match(folded, firm.end) is not None
    return firm.subjects[0] if acts and (held or _is_new(firm, told, discourse)) else None


def _is_new(firm: Candidate, told: Scene, discourse: Discourse) -> bool:
    """True for a firm that no sentence before named, and that does something itself; a broker only helps."""
    name = firm.subjects[0].name
    if len(firm.subjects) > 1 or is_broker(name) or tells_of_others(name):
        return False
    earlier = discourse.scenes[: told.sentence.index]
    return not any(firm.text in back.sentence.folded or name in back.sentence.folded for back in earlier)
