"""An article as it is read: without what stands between a figure and its words.

`condensed` takes an article and leaves out of the copy that is read

- the blanks that some houses set around figures and Latin letters: 売上高は 15 億ドル, 3 ％ 増. Leaves single ones, which part
  columns and headlines (日経平均 3%高);
- the ends of lines that are set to one width, as letters and pages in print are, inside a sentence;
- the clause between a topic and its figure that tells only why: 日経平均は[米国株高を受けて、]3%上げた. Leaves what holds figures,
  words in brackets, somebody's name or a topic of its own (Aは減り、Bは3%増), and what tells from whom (調べによると、);
- what a count holds too or leaves out: 新車は[、軽自動車を含めて]40万台;
- the hour before a share's code in front of its item: ([13時35分、]コード1234)アオバが反落した.

`expanded` takes what was linked in the copy and gives it back in the places of the article, which stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from jijitsu.extract.copies.moving import figure_in, scene_in, speech_in
from jijitsu.extract.fold import fold, places_of
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking import Linked
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Subject, Time

_WORD = "[一-鿿ぁ-ゖァ-ヺー]"
_BLANK = regex(rf"(?<={_WORD}|[、。「(]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?={_WORD}|[%、。」)])")
_UNIT = "[兆億万千円銭人台件社店年月日時分割倍株本枚個歳回%]|ドル|ユーロ|ポイント|キロ|トン|カ月"
_TIGHT = regex(rf"(?<=[0-9])(?={_UNIT})")
_APART = regex(rf"(?<=[0-9]) (?={_UNIT})")
_FEW = 4
"""Fewer blanks are no habit of the house."""
_REACH = 48
"""No clause that only tells why is longer, in code points."""
_BEFORE = regex(r"[、。「」『』()\n0-9]")
_TOPIC = regex(r"(?<=[一-鿿ァ-ヺーA-Za-z)])[はも]")
_FIGURE_NEXT = regex(r"[^。\nは「」『』]{0,40}?[0-9]")
_TELLS_MORE = regex(r"(?:これ|それ)(?:ら)?[をに]|氏|さん|容疑者|被告|[ァ-ヺー]・[ァ-ヺー]")
_PAUSED = regex(r"[一-鿿ァ-ヺーA-Za-z)](?:[はがも]|では)、\Z")


_Said = TypeVar("_Said", Subject, Time)


class Copy(msgspec.Struct, frozen=True):
    """An article and the copy of it that is read. `kept`: where each code point of the copy stands in the article."""

    article: Article
    read: Article
    kept: Sequence[int]
    named: Article
    """In which names are looked for: what is left out as a reason may be the one place that tells a name in full."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def lines(self) -> int:
        """The copy has no sentence in front of the article's."""
        return 0

    @property
    def whole(self) -> bool:
        """True if nothing was left out."""
        return self.read is self.article

    def start(self, at: int) -> int:
        """The place in the article of what begins at `at` in the copy."""
        return self.kept[at] if at < len(self.kept) else len(self.article.text)

    def end(self, at: int) -> int:
        """The place in the article of what ends at `at` in the copy."""
        return self.kept[at - 1] + 1 if at else 0

    def cut(self, start: int, end: int) -> str:
        """What stands in the article where [start, end) stands in the copy."""
        return self.article.text[self.start(start) : self.end(end)]


def condensed(article: Article) -> Copy:
    """Return the article with the copy of it that is read: the same object where nothing is left out."""
    folded = fold(article.text)
    blanks = [*_blanks(folded, article.body_start), *_wraps(article.text, article.body_start)]
    left_out = sorted(
        [
            *blanks,
            *_reasons(folded, article.body_start),
            *_stamps(folded, article.body_start),
            *_contents(folded, article.body_start),
        ]
    )
    if not left_out:
        return Copy(article, article, (), article)
    kept: list[int] = []
    at = 0
    for start, end in left_out:
        if start >= at:
            kept += range(at, start)
            at = end
    kept += range(at, len(folded))
    asides = tuple((bisect_left(kept, first), bisect_left(kept, last)) for first, last in article.asides)
    text = article.text
    read = msgspec.structs.replace(article, text="".join([text[place] for place in kept]), asides=asides)
    return Copy(article, read, kept, read if blanks else article)


def _blanks(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """The blanks around figures and letters, where the article sets them as a habit."""
    spaced = sum(1 for _ in _APART.finditer(folded, start)) if " " in folded else 0
    if spaced >= _FEW and spaced >= sum(1 for _ in _TIGHT.finditer(folded, start)):
        yield from (match.span() for match in _BLANK.finditer(folded, start))


def _wraps(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The line ends inside sentences, where most lines are as wide as the widest."""
    pairs = [match for match in _LINE_END.finditer(text, start) if not _closed(text, start, match.start())]
    if len(pairs) < _SOME:
        return
    widths = [_width(text[max(start, text.rfind("\n", start, end.start()) + 1) : end.start()]) for end in pairs]
    usual = sorted(widths)[len(widths) * 3 // 4]
    full = [end for end, width in zip(pairs, widths, strict=True) if abs(width - usual) <= _LOOSE]
    if usual >= _NARROW and len(full) >= _MOSTLY * len(pairs):
        yield from (end.span() for end in full)


def _closed(text: str, start: int, end: int) -> bool:
    """True if what stands before `end` is over: a sentence, a heading, an empty line."""
    while end > start and text[end - 1] in " \u3000\t\r":
        end -= 1
    return end == start or text[end - 1] in _CLOSING


def _width(line: str) -> int:
    """How many half-width columns a line takes."""
    return sum(1 if sign < "\u2000" else 2 for sign in line)


_LINE_END = regex(r"\r?\n(?=[^\s・■□◆◇●○▼▽【《〈<*#-])")
_CLOSING = frozenset("。!?！？」』】》〉:：\n")
_SOME = 4
_NARROW = 36
_LOOSE = 3
_MOSTLY = 0.7


def _stamps(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """What stands before a share's code in front of its item: ([13時35分、]コード1234)アオバが反落した."""
    if "コード" in folded:
        yield from (match.span("when") for match in _STAMPED.finditer(folded, start))


_STAMPED = regex(r"(?:^|\n)[ 　]?\((?P<when>(?:[^()、\n]{1,12}、){1,3})(?=コード ?[0-9][0-9A-Z]{3}\))")


def _contents(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """What a count holds too or leaves out: 新車は[、軽自動車を含めて]40万台."""
    if "含め" in folded or "除い" in folded:
        yield from (match.span() for match in _HOLDS_TOO.finditer(folded, start))


_HOLDS_TOO = regex(
    r"(?<=[はがも])、[^、。はがも0-9「」()\n]{1,16}[をも](?:含め(?:て|ると)?|除い(?:て|た数は))、?(?=(?:約|およそ|合わせて|あわせて|全部で)?[0-9])"
)


def _reasons(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """The clauses that stand between a topic and its figure."""
    why = _why()
    for pause in places_of("、", folded):
        if pause < start or not folded.endswith(why, start, pause) or not _FIGURE_NEXT.match(folded, pause + 1):
            continue
        first = max(start, pause - _REACH)
        stops = [stop.end() for stop in _BEFORE.finditer(folded, first, pause)]
        if not stops and first > start:
            continue
        opens = stops[-1] if stops else first
        if _TELLS_MORE.search(folded, opens, pause):
            continue
        if _PAUSED.search(folded, max(start, opens - 4), opens):
            yield opens, pause + 1  # 日経平均は、[米国株高を受けて、]3%上げた
            continue
        close = pause - max(len(word) for word in why if folded.endswith(word, start, pause))
        topic = _TOPIC.search(folded, opens, close)
        if topic is not None and not _TOPIC.search(folded, topic.end(), close):
            yield topic.end(), pause + 1


@cache
def _why() -> tuple[str, ...]:
    return tuple(entry["word"] for entry in words("reasons"))


def expanded(linked: Linked, copy: Copy) -> Linked:
    """What was linked in the copy, in the places of the article."""
    if copy.whole:
        return linked
    scenes = linked.story.scenes
    return Linked(
        Story(copy.article, tuple(scene_in(scene, copy) for scene in scenes), linked.story.setting),
        tuple(_speech(speech, copy) for speech in linked.speeches),
        tuple(_figure(figure, scenes[figure.sentence], copy) for figure in linked.figures),
    )


def _speech(speech: Speech, copy: Copy) -> Speech:
    moved = speech_in(speech, copy)
    if speech.type == "direct":
        return moved
    # 同社は[人手不足を理由に、]再稼働を28年度に先送りすると発表した: the reason is part of what is said
    said = copy.article.text[copy.end(speech.start) : moved.end]
    return msgspec.structs.replace(moved, start=moved.end - len(said.lstrip()))


def _figure(figure: Figure, scene: Scene, copy: Copy) -> Figure:
    subject, time = _written(figure.subject, scene, copy), _written(figure.time, scene, copy)
    return msgspec.structs.replace(figure_in(figure, copy), subject=subject, time=time)


def _written(said: _Said | None, scene: Scene, copy: Copy) -> _Said | None:
    """What names a thing or a day, as the article writes it: 12 月 22 日."""
    if said is None or said.text in copy.article.text:
        return said
    at = scene.sentence.folded.find(fold(said.text))
    if at < 0:
        return said
    start = scene.sentence.start + at
    return msgspec.structs.replace(said, text=copy.cut(start, start + len(said.text)))
