"""Which basis a change has: the one named before it in its clause, or, behind 同 (同5.2%増), the last one named.

Reads mentions of type `basis` (see mentions/basis.py).
"""

from __future__ import annotations

import re

from jijitsu.extract.story import Story

_SAME = re.compile(r"同(?:約|ほぼ)?$")
_APART = re.compile(r"[。、][^。、]{0,40}(?:は|が|も)[^。、]{0,12}$")
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
                return found[-1].text
        return None
    if not named:
        return None
    between = before[named[-1].end - offset :]
    figures = scene.of("percent", "money", "points", "multiple", "count")
    blocked = [one for one in figures if named[-1].end <= one.start and one.end <= start]
    # 前日比318円47銭(0.71%)安: both figures are one change.
    if _APART.search(between) or "。" in between or (blocked and not re.search(r"\($", between)):
        return None
    return named[-1].text
