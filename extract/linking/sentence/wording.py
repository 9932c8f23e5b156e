"""How much the words between brackets look like speech: a sentence, a clause, or a bare term."""

from __future__ import annotations

from typing import Literal

from jijitsu.extract.morphology import tokens

Strength = Literal["strong", "clause", "weak"]

_TRAIL = " 　。、…!?！？―—─\n"
_REASONS = ("ため", "から", "ので", "けど", "のに", "もの", "こと", "とおり", "はず", "つもり", "わけ")


def strength(words: str) -> Strength:
    """`strong`: ends like a sentence (言い訳だ). `clause`: has a verb or a subject inside. `weak`: a term."""
    bare = words.strip(_TRAIL)
    if bare.endswith(")") and "(" in bare:
        bare = bare[: bare.rindex("(")].strip(_TRAIL) or bare
    if not bare or len(words) > 4000:
        return "weak"
    found = [token for token in tokens(bare) if token.text.strip()]
    if not found:
        return "weak"
    last = found[-1]
    if any(sign in words for sign in "。！？!?") and len(found) > 1:
        return "strong"
    if last.pos in {"動詞", "助動詞", "形容詞"} or "終助詞" in last.detail or "接続助詞" in last.detail:
        return "strong" if len(found) > 1 else "weak"
    if last.text in {"そう", "よう", "みたい"} and len(found) > 1:
        return "strong"  # ならば出そう
    if bare.endswith(_REASONS) and len(found) > 2:
        return "strong"
    inside = any(token.pos in {"動詞", "形容詞", "助動詞"} for token in found)
    marked = any(token.pos == "助詞" and token.text in {"は", "が", "を", "も", "に"} for token in found)
    said = any(token.pos == "助詞" and token.text in {"は", "が"} for token in found[1:])
    if said and len(bare) >= 5 and "形状詞可能" in last.detail:
        return "clause"  # 在庫は適正
    if (inside and len(bare) >= 8) or (marked and len(bare) >= 6) or (inside and marked):
        return "clause"
    return "weak"
