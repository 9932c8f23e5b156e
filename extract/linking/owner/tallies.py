"""What a ministry or a union tells of all: 厚生労働省によると、給与総額は31万円だった is not of the firm of the paragraph before.

The rest of such a paragraph goes on about all, until it names a firm. Leaves bodies that tell of one firm (帝国データバンク,
the police, a court) and sentences that point back to one (同社).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene


def of_all(discourse: Discourse, scene: Scene, names: Sequence[Candidate]) -> Discourse:
    """The discourse in which a sentence of a paragraph is read that opens with what a body counted of all."""
    if discourse.company is None or scene.sentence.role != "body" or _names_firm(scene, names):
        return discourse
    paragraph = [(s, n) for s, n in discourse.before if s.sentence.paragraph == scene.sentence.paragraph]
    first = paragraph[0][0] if paragraph else scene
    opens = discourse.before and discourse.before[-len(paragraph) - 1 :][0][0] is not first
    if not opens or not _COUNTS_ALL.match(first.sentence.folded) or any(_names_firm(s, n) for s, n in paragraph):
        return discourse
    subject, main = discourse.subject, discourse.main
    return msgspec.structs.replace(
        discourse,
        company=None,
        firms=(),
        subject=None if subject is not None and subject.type == "company" else subject,
        main=None if main is not None and main.type == "company" else main,
    )


def _names_firm(scene: Scene, names: Sequence[Candidate]) -> bool:
    return any(c.type == "company" for c in names) or _BACK.search(scene.sentence.folded) is not None


_BACK = regex(r"同[社行店局]|両[社行]|会社|当社|自社")
_COUNTS_ALL = regex(
    r"[\s　]{0,2}(?:一方、?|なお、?|また、?)?(?:厚生労働省|厚労省|総務省|経済産業省|経産省|国土交通省|国交省|農林水産省|農水省|内閣府|国税庁|観光庁|連合|経団連|金属労協"
    r"|日本商工会議所|日商|[一-鿿]{2,12}(?:労働局|労連|労協|連合会|工業会|商工会議所))(?:\([^()]{1,12}\))?"
    r"(?:[がの][^、。0-9]{0,24}(?:調査|集計|統計|まとめ|調べ))?(?:による?と|によれば|によりますと|では)、?(?=[^。]{0,60}(?:平均|全国|全体|総額|組合|世帯|[1１一]人|業界|中小))"
)
