"""What stands between 「」 or “ ”: words that may be somebody's, a term or a title (linking tells which).

The span leaves the brackets out; a 『』 or 「」 inside stays inside. A bracket without its partner opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.gates import gate
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Bracketed, Mention
from jijitsu.schemas.sentence import Sentence

_PAIRS = {"「": "」", "“": "”"}
_OPENING = regex("[「“]")


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the outermost pairs, in order."""
    text, at = sentence.folded, 0
    while (opening := _OPENING.search(text, at)) is not None:
        at = opening.start()
        end = _closing(text, at, text[at], _PAIRS[text[at]])
        if end > at + 1:
            start = sentence.start + at + 1
            yield Mention(
                "utterance", start, sentence.start + end, sentence.text[at + 1 : end], Bracketed(sentence.text[at])
            )
        at = end + 1 if end > at else at + 1


def _closing(text: str, at: int, opening: str, closing: str) -> int:
    """Return the index of the bracket that closes the one at `at`, or -1.

    Where 「 are more than 」 the first 」 closes: a stray opening bracket swallows no more than its own words.
    """
    first = text.find(closing, at)
    if first < 0 or opening not in text[at + 1 : first]:
        return first
    depth = 0
    for index in range(at, len(text)):
        if text[index] == opening:
            depth += 1
        elif text[index] == closing:
            depth -= 1
            if depth == 0:
                return index
    return first


RECOGNISER = Recogniser(
    find,
    about="words between 「」 or “ ”",
    takes={
        "社長は「『逃げた』と思われたくない」と話した。": "『逃げた』と思われたくない = 「",
        "「もう限界だ。助けて」と叫んだ。": "もう限界だ。助けて",
        "この割り切りを“引き算”と呼ぶ。": "引き算 = “",
        "「『A』と「B」の差」が問われる。": "『A』と「B」の差",
    },
    leaves={
        "『充電する経営』を著した。": "『』 by itself holds a title",
        "「」と書かれた紙。": "nothing stands in it",
        "「閉じない。": "an opening bracket alone opens nothing",
    },
    needs=gate(_OPENING),
)
