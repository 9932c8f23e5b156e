"""Who puts money into another: 岬キャピタルが率いるシリーズA; what is only held: 出資する岬食品などの評価損45億円 is of the holder, not of 岬食品."""

from __future__ import annotations

from jijitsu.extract.regex import regex

LEADS_ROUND = regex(
    r"(?:共同で|新たに)?(?:率い|主導(?:[しす])?|リード(?:[しす])?|引受先となっ)(?:ている|[たる])(?:今回の|新たな)?(?:[^、。はがもを]{0,12}?(?:シリーズ|ラウンド|資金調達|増資|投資家|企業連合|コンソーシアム|投資グループ))"
)
"""Who leads those that put money into another."""
_STAKE = regex(
    r"(?:など)?(?:[^、。はがも0-9]{0,8})?(?:株式?)?の(?:株式の?)?(?:評価[損益]|減損|含み[損益]|売却[損益]|株式売却|投資損)"
)
_HELD_IN = regex(r"(?:出資|投資|保有|買収)(?:する|した|している|先の|先である)[^、。はがも0-9]{0,16}$")


def held_stake(folded: str, start: int, end: int) -> bool:
    """True if the name from `start` to `end` is that of a holding whose worth changes for its holder."""
    return _STAKE.match(folded, end) is not None and _HELD_IN.search(folded, max(0, start - 24), start) is not None
