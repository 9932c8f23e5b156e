"""Whom 彼 and 彼女 mean: who has the word, or where the paragraph has just made somebody its topic: ソニは動じない。「…」と、[彼]は語った.

Takes names in katakana that the article writes in full (デヴァング・ソニ) and that no list knows. Leaves firms, and whoever
was named before the one who spoke last.
"""

from __future__ import annotations

from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.people import People
from jijitsu.extract.linking.speech.speakers import FIRMS, FULL_KATAKANA
from jijitsu.extract.regex import regex

_CLOSE = 40
"""So many code points before the sentence a topic is still the one spoken of."""
_TOPIC = regex(r"(?<![ァ-ヴー・=])(?P<name>[ァ-ヴー]{2,12}(?:[・=][ァ-ヴー]{2,12}){0,3})[はも]")


def just_named(people: People, sentence: int, place: int, last: Voice | None) -> str | None:
    """Return the full name of the last topic before `place`, behind who spoke `last`, within the paragraph; None if none is."""
    spoken = last.span.end if last is not None and last.span is not None else 0
    paragraph = people.text[max(0, sentence - _CLOSE, spoken) : place].rsplit("\n", 1)[-1]
    full = set(people.katakana.values())
    named = [name if name in full else people.katakana.get(name) for name in _TOPIC.findall(paragraph)]
    return named[-1] if named and named[-1] is not None and not named[-1].endswith(FIRMS) else None


def meant_by_pronoun(people: People, voices: Voices, before: int) -> Voice | None:
    """Whom 彼女 means, though no title introduces her: the last person so far, or the first that follows."""
    if voices.persons:
        latest = voices.persons[-1]
        introduced = latest.role or latest.text.endswith(("氏", "さん"))
        return voices.told if voices.told is not None and not introduced else latest
    if voices.last is not None and not voices.last.body:
        return voices.last
    ahead = FULL_KATAKANA.search(people.text, before, before + 300)
    return Voice(ahead.group(), ahead.group(), person=True) if ahead else None
