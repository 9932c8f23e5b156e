"""Coins: ビットコイン, イーサリアム (イーサ, ETH), XRP, and 暗号資産 as a whole.

Takes the forms of lexicon/coins.yaml. Leaves 暗号資産交換業 and other words that only begin like a coin."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the coins named in the sentence."""
    yield from named(sentence, setting, "crypto", "crypto")


RECOGNISER = Recogniser(
    find,
    about="coins and tokens",
    takes={
        "ビットコインは一時9万ドルを割った。": "ビットコイン = crypto",
        "ＥＴＨが5%下げた。": "ＥＴＨ = イーサリアム",
        "ソラナ（SOL）も安い。": "ソラナ（SOL） = ソラナ",
    },
    leaves={"暗号資産交換業者が届け出た。": "a trade", "METHODを見直す。": "inside a longer word"},
)
