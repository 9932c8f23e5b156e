"""Articles bent in many ways, and what must hold of the claims of each: grounding, order, determinism.

`MUTATIONS`: name -> a function of a text and a chance. What comes out is still a text that could be met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from random import Random

from jijitsu.extract import extract_text
from jijitsu.extract.fold import fold
from jijitsu.extract.pipeline import Options
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.record import decode_line, encode_line

QUICK = Options(parse="none")
_SENTENCE = re.compile(r"[^。\n]*[。\n]")
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}
_ODD = (
    "\u0301",
    "\u3099",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffd",
    "𠮷",
    "😀",
    "\U000e0100",
    "\x0b",
    "\x1b[31m",
    "\ud83d",
)
Mutation = Callable[[str, Random], str]


def _pieces(text: str) -> list[str]:
    return _SENTENCE.findall(text) or [text]


def shuffled(text: str, chance: Random) -> str:
    """Its sentences in another order."""
    pieces = _pieces(text)
    chance.shuffle(pieces)
    return "".join(pieces)


def cut(text: str, chance: Random) -> str:
    """A stretch of it, cut anywhere."""
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[start:end]


def doubled(text: str, chance: Random) -> str:
    """Some sentences twice."""
    return "".join(piece * chance.choice((1, 1, 2)) for piece in _pieces(text))


def digits(text: str, chance: Random) -> str:
    """Other digits."""
    return re.sub(r"[0-9]", lambda _: str(chance.randrange(10)), text)


def brackets(text: str, chance: Random) -> str:
    """Brackets taken away, and put where none belong."""
    kept = [sign for sign in text if sign not in "「」『』（）()“”" or chance.random() < 0.6]
    for _ in range(6):
        kept.insert(chance.randrange(len(kept) + 1), chance.choice("「」『』（）()“”【】"))
    return "".join(kept)


def line_ends(text: str, chance: Random) -> str:
    """Line ends of all sorts, and more of them."""
    ends = ("\n", "\r\n", "\r", "\u2028", "\x85", "\n\n")
    return re.sub(r"\n|(?<=。)", lambda match: chance.choice(ends) if match[0] or chance.random() < 0.3 else "", text)


def odd(text: str, chance: Random) -> str:
    """Signs that combine, steer or take two units, anywhere in it."""
    signs = list(text)
    for _ in range(max(5, len(text) // 60)):
        signs.insert(chance.randrange(len(signs) + 1), chance.choice(_ODD[:-1]))
    return "".join(signs)


def widths(text: str, chance: Random) -> str:
    """ASCII at random in full width and in half width."""
    return "".join(chance.choice((sign.translate(_WIDE), sign.translate(_NARROW))) for sign in text)


def noise(text: str, chance: Random) -> str:
    """Signs exchanged, lost and doubled."""
    signs = list(text)
    for _ in range(max(5, len(text) // 40)):
        at = chance.randrange(len(signs))
        signs[at] = chance.choice(
            ("", signs[at] * 2, chance.choice(text), "NUL", "\n", "、", "。", "「", "1", "億", "%")
        )
    return "".join(signs)


MUTATIONS: dict[str, Mutation] = {
    one.__name__: one for one in (shuffled, cut, doubled, digits, brackets, line_ends, odd, widths, noise)
}


def claims_of(text: str, published: date | None, options: Options = QUICK) -> list[Claim]:
    """The claims of a text that is no file; front matter is blanked, since what it says is no matter here."""
    return list(extract_text(text if not text.startswith("---") else f"\n{text}", published, options=options))


def sound(text: str, claims: Sequence[Claim]) -> None:
    """Fail unless each claim is grounded, they stand in order, have ids of their own, and are written as they are."""
    places = [(claim.evidence.start, claim.evidence.end) for claim in claims]
    assert places == sorted(places)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        evidence = claim.evidence
        assert 0 <= evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end <= len(text)
        assert text[evidence.start : evidence.end] == evidence.text
        for part in (claim.subject, claim.value, claim.equivalent, claim.time, claim.quote):
            assert part is None or part.text in text
        assert claim.attribution is None or (claim.attribution.speaker_text or "") in text
        assert decode_line(encode_line(claim)) == claim


def values(claims: Sequence[Claim]) -> list[tuple[str, str, Decimal | None, str | None, int, int]]:
    """What claims say in numbers, and where."""
    return [
        (
            claim.kind, fold(claim.measure or ""), claim.value.amount if claim.value else None, claim.value.unit if claim.value else None,
            claim.evidence.start, claim.evidence.end,
        )
        for claim in claims
    ]  # fmt: skip


def widened(text: str) -> str:
    """Every ASCII sign but line ends in full width."""
    return text.translate(_WIDE)


def narrowed(text: str) -> str:
    """Every full-width form of ASCII in half width."""
    return text.translate(_NARROW)
