"""How strong an earthquake was: the word or letter stands before the number, as a unit does behind others (マグニチュード7.1, M7.1).

Steps of intensity (震度5弱) and alert levels name a class and are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jijitsu.extract.gates import gate
from jijitsu.extract.linking.value.measures import MAGNITUDE
from jijitsu.extract.numbers.figures import Figure, mentions
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.approximators import frame
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_MAGNITUDE = regex(
    r"(?:マグニチュード|(?<![A-Za-z0-9])M[wj]?) ?(?:\((?:M[wj]?|暫定値|速報値)\) ?)?(?P<size>[0-9](?:\.[0-9])?)(?![0-9.A-Za-z])"
)
_THEN = regex(r"(?:から|を)(?P<size>[0-9]\.[0-9])(?=[にへ])")
"""マグニチュード6.8から7.0に改めた: the word stands before both."""


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the magnitudes of a sentence."""
    yield from mentions(sentence, "count", _magnitudes(sentence.folded))


def _magnitudes(text: str) -> Iterator[Figure]:
    for match in _MAGNITUDE.finditer(text):
        if match["size"].isdecimal() and text.startswith("M", match.start()):
            continue  # M1, M4: chips, and motorways
        framed = frame(text, *match.span())
        yield Figure(framed.start, framed.end, Amount(Decimal(match["size"]), MAGNITUDE, framed.relation))
        if then := _THEN.match(text, match.end()):
            yield Figure(*then.span("size"), Amount(Decimal(then["size"]), MAGNITUDE, "eq"))


RECOGNISER = Recogniser(
    find,
    "The magnitude of an earthquake, as a count whose unit is マグニチュード.",
    takes={
        "三陸沖でマグニチュード6.4の地震があった。": "マグニチュード6.4 = 6.4",
        "規模はM7.1と推定される。": "M7.1 = 7.1",
        "マグニチュード(M)7.0に引き上げた。": "マグニチュード(M)7.0 = 7.0",
        "マグニチュード6.8から7.0に改めた。": "マグニチュード6.8 = 6.8 | 7.0 = 7.0",
        "マグニチュード5以上の余震が続く。": "マグニチュード5以上 = 5",
    },
    leaves={
        "M4を積む機種を出した。": "a chip",
        "マグニチュードは7.4だった。": "a number that stands apart from its word",
        "震度5弱を観測した。": "a step of intensity",
        "GTM6.2を配った。": "a version",
    },
    needs=gate(_MAGNITUDE),
)
