"""What was measured lately: the measures that a figure without a word of its own goes on with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Word


class Frame(msgspec.Struct, frozen=True):
    """A measure that a later figure of one of its units may be said of without a word: 登録車は23万台."""

    family: str
    measure: str
    units: frozenset[str]
    sentence: int


_FRAMES = 4
_REACH = 6
"""How many sentences on a measure is still in the reader's mind."""


def frames_after(before: tuple[Frame, ...], figures: Sequence[Figure], scene: Scene) -> tuple[Frame, ...]:
    """Return what was measured lately behind a sentence, the last one last; the figures are the sentence's."""
    frames, sentence = list(before), scene.sentence.index
    if all(figure.family == "quantity" for figure in figures) and (topic := _announced(scene)):
        frames.append(topic)
    for figure in figures:
        if (figure.family, figure.measure) == ("financial", "other") and not figure.worded:
            continue  # said of money for want of a better word
        same = next((f for f in frames if (f.family, f.measure) == (figure.family, figure.measure)), None)
        units = frozenset({figure.amount.unit}) | (same.units if same else frozenset())
        if same:
            frames.remove(same)
        frames.append(Frame(figure.family, figure.measure, units, sentence))
    kept = lately(reversed(frames))
    kept += [frame for frame in frames if frame.family == "delivery"][
        -1:
    ]  # 国別ではインドが9%減少: a change goes on with it
    return tuple(f for f in frames if (f in kept or f.measure == "other") and sentence - f.sentence < _REACH)


def lately(frames: Iterable[Frame]) -> list[Frame]:
    """Of frames, the last one first, those that any figure may go on with."""
    return [frame for frame in frames if frame.measure != "other"][:_FRAMES]


def _announced(scene: Scene) -> Frame | None:
    """11月の既存店売上高が出そろった: a sentence without figures (but counts) that says what the next ones measure."""
    for mention in scene.of("measure"):
        end = mention.end - scene.sentence.start
        behind = scene.sentence.folded[end : end + 1]
        if _IN_PASSING.match(scene.sentence.folded, end):
            continue
        if isinstance(mention.value, Word) and (
            behind in {"が", "は", "を"}
            or len(scene.sentence.text) <= 40
            or _SURVEYED.match(scene.sentence.folded, end)
        ):
            family, name, *_ = mention.value.means.split(":")
            if family in {"financial", "delivery", "cap"} and name != "other":
                return Frame(family, name, frozenset({"台"} if family == "delivery" else {"JPY"}), scene.sentence.index)
    return None


# 世界のスマートフォン出荷台数の調査結果を発表した
_SURVEYED = regex(r"(?:台数|数|量)?(?:の|に関する)(?:調査|統計|速報|データ|集計|報告|推計)[^、。はが]{0,6}を")
# 評価損を計上した反動で, 新車販売が寄与した機械部門も: what describes another noun, or gives a reason.
_IN_PASSING = regex(
    r"[がを][^、。はがを]{1,16}?(?:した|する|った|いた|いる|れた)(?=[一-鿿ァ-ヺ])|を[^、。はがを]{0,8}計上し"
)
