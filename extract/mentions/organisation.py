"""Public bodies, markets, associations, the press: organisations that are no companies (Entity.type other).

Takes the registry's bodies with their short forms (経産省, 自販連) and those that the article introduces.
Leaves 東証 where it only begins the name of an index (東証株価指数).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the organisations named in the sentence."""
    yield from named(sentence, setting, "other", "organisation")


RECOGNISER = Recogniser(
    find,
    about="public bodies, associations and markets",
    everywhere=True,
    takes={
        "経産省が7日まとめた。": "経産省 = 経済産業省 other",
        "日銀は利上げを決めた。": "日銀 = 日本銀行",
        "日本自動車販売協会連合会（自販連）の統計だ。": "日本自動車販売協会連合会 | 自販連 = 日本自動車販売協会連合会",
    },
    leaves={"東証株価指数は反発した。": "an index", "銀行は決めた。": "no body of its own"},
)
