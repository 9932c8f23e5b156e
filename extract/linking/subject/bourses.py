"""How the shares of a place fared: 上海は0.8%安, インドネシアは反落し0.3%安, in a report on shares.

`markets_of` finds the places whose name stands for their market; `fared` tells whether what stands behind a percentage is
how shares go; `on_shares` whether the text reports on them. Elsewhere (出荷は上海が0.8%減) a place is no index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.regex import regex

_WAYS = r"(?:超|強|弱|近く|余り)?の?(?:[高安](?![値い])|[上下]げ|続[伸落]|反[発落]|上昇|下落)"
_FARED = regex(_WAYS)
_PLACE = regex(
    r"(?<![一-鿿ァ-ヺー])(?:上海|深セン|深圳|香港|ソウル|台北|ムンバイ|シドニー|ロンドン|パリ|フランクフルト|シンガポール|バンコク|ジャカルタ|マニラ"
    rf"|クアラルンプール|ホーチミン|ハノイ|モスクワ)(?=[はがも]、?[^、。0-9はがも]{{0,8}}[0-9.]{{1,5}}%{_WAYS})"
)
_ON_SHARES = regex(r"[ぁ-ゖァ-ヺ一-鿿](?:株(?:式)?(?:相場|市場|・引け)?[はがも・、]|株式[はが・]|の株(?:価|式))")


def markets_of(folded: str) -> Iterator[re.Match[str]]:
    """Yield the places that a sentence says went up or down."""
    yield from _PLACE.finditer(folded)


def fared(folded: str, tail: int) -> bool:
    """True if what stands at `tail`, behind a percentage, is how shares go."""
    return _FARED.match(folded, tail) is not None


def on_shares(folded: str, discourse: Discourse) -> bool:
    """True if the sentence, those right before it or the headline report on the shares of a market: アジア株は反落した."""
    told = (folded, discourse.headline, *(scene.sentence.folded for scene in discourse.lately))
    return any(_ON_SHARES.search(text) for text in told)
