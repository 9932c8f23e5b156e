"""Currencies as subjects of a rate of exchange: 円相場, 円は, 対ドル, 円安.

Takes a currency beside words of exchange. Leaves the unit of an amount (100円, 5ドル安)."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the currencies named in the sentence."""
    yield from named(sentence, setting, "currency", "currency")


RECOGNISER = Recogniser(
    find,
    about="currencies spoken of as such",
    takes={
        "円は対ドルで下落した。": "円 = JPY | ドル = USD",
        "35銭の円安だった。": "円",
        "豪ドルが対円で上昇した。": "豪ドル = AUD | 円",
        "円相場は1ドル＝155円台だった。": "円相場 = 円",
    },
    leaves={
        "前日比100円安で終えた。": "an amount",
        "5ドル高い価格だ。": "an amount",
        "円滑に進んだ。": "円 inside a word",
        "3ユーロの値上げだ。": "an amount",
    },
)
