"""Which basis a change has: the one named before it in its clause, or, behind 同 (同5.2%増), the last one named.

Reads mentions of type `basis` (see mentions/basis.py).
"""

from __future__ import annotations

import re

from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story

_SAME = regex(r"同(?:約|ほぼ)?$")
_YEAR_BEFORE = frozenset({"前年同期", "前年同月", "前の期", "前期"})
# 12月のピークから, 昨年7月の最高値時から600億ドル
_PEAK = regex(
    r"(?P<basis>(?:(?:昨年|今年|[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|年初来|直近|過去|上場来)の?(?:に付けた)?(?:史上|過去)?(?:最高値|高値|ピーク|最安値|安値)時?)(?:から|に比べ|比)[^、。0-9]{0,8}$"
)
_APART = regex(r"[。、][^。、]{0,40}(?:は|が|も)[^。、]{0,12}$")
"""A new topic between the basis and the figure: 前年同期比5%増、純利益は8億円."""


def basis_for(story: Story, sentence: int, start: int, end: int) -> str | None:
    """Return the basis of the change at `start` to `end` (code points into the article), as the article writes it.

    A figure right behind 同 takes the last basis named before it, in this sentence or an earlier one; another figure
    only the one in its own clause, if no other figure stands between.
    """
    scene = story.scenes[sentence]
    folded, offset = scene.sentence.folded, scene.sentence.start
    before = folded[: start - offset]
    named = [mention for mention in scene.of("basis") if mention.end <= start]
    if _SAME.search(before):
        for earlier in reversed(story.scenes[: sentence + 1]):
            found = [mention for mention in earlier.of("basis") if mention.end <= start]
            if found:
                text = found[-1].text
                return f"{text}比" if text in _YEAR_BEFORE else text  # 前年同期の2倍、営業利益が同23.8%増
        return None
    if peak := _PEAK.search(before):
        return peak["basis"]
    if not named:
        return None
    between = before[named[-1].end - offset :]
    figures = scene.of("percent", "money", "points", "multiple", "count")
    blocked = [one for one in figures if named[-1].end <= one.start and one.end <= start]
    # 前日比318円47銭(0.71%)安: both figures are one change.
    if _APART.search(between) or "。" in between or (blocked and not re.search(r"\($", between)):
        return None
    return named[-1].text
