"""Article in, sentences out: bracket-aware, line-aware, with page furniture set aside.

A 。 ends a sentence only outside brackets (「もう限界だ。助けて」と話した is one sentence), and a bracket that stays open at the
end of a line is looked for on the lines behind it, since some articles break the line after every 。 even inside 「」.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jijitsu.extract.fold import fold
from jijitsu.extract.furniture import SOURCE_DATE, SOURCE_TITLE, role_of
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.article import Article
from jijitsu.schemas.sentence import Role, Sentence
from jijitsu.schemas.span import Span

_OPEN = {"「": "」", "『": "』", "(": ")", "“": "”", "【": "】", "［": "］", "〈": "〉", "《": "》", "[": "]"}
_CLOSE = frozenset(_OPEN.values())
_END = frozenset("。！？!?")
_STOP = regex(r"[「『(“【［〈《\[」』)”】］〉》\]。！？!?\n]")
_LINE_END = regex(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM_NEXT = regex(r"\s{1,6}[▽▼◇]")
_ITEM_LAST = regex(r"(?:^|[\r\n])[ 　]?[▽▼◇][^\r\n]{1,200}、$")
_BREAK_REACH = 400
"""How far past a line's end the closing bracket of an utterance is looked for, in code points."""
_ASIDE_ENDS = regex(r"\r?\n[^()（）。\n]{1,80}\)")
_MAX_SENTENCE = 4000
"""No sentence is longer: Sudachi refuses more than 49,149 bytes, and nobody writes one."""


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return every non-blank stretch of the article as a sentence, in order, without overlaps."""
    text, folded = article.text, fold(article.text)
    found: list[Sentence] = []
    blocks = _without_banners(folded, _blocks(folded, article.body_start))
    blocks = _without_credits(folded, _without_sources(folded, _without_teasers(folded, blocks)))
    if article.asides:
        blocks = _without_asides(article.asides, blocks)
    for number, (block, role) in enumerate(blocks):
        for start, end in _split(folded, block, role):
            found.append(
                Sentence(
                    index=len(found), start=start, end=end, text=text[start:end], folded=folded[start:end], role=role,
                    paragraph=number,
                )
            )  # fmt: skip
    return tuple(found)


def _blocks(folded: str, body_start: int) -> Iterator[tuple[Span, Role]]:
    """Lines behind the front matter, joined where an utterance runs over the line's end."""
    lines = [line for line in _lines(folded, body_start) if folded[line.start : line.end].strip()]
    at = 0
    while at < len(lines):
        start, last = lines[at].start, at
        while last + 1 < len(lines) and _runs_on(folded, Span(start, lines[last].end)):
            last += 1
        block = Span(start, lines[last].end)
        yield block, role_of(folded[block.start : block.end], first=at == 0, last=last + 1 == len(lines))
        at = last + 1


def _without_asides(
    asides: Sequence[tuple[int, int]], blocks: Iterator[tuple[Span, Role]]
) -> Iterator[tuple[Span, Role]]:
    """What begins in code or in a comment is furniture."""
    starts = [start for start, _ in asides]
    for block, role in blocks:
        at = bisect_right(starts, block.start) - 1
        yield block, "furniture" if at >= 0 and block.start < asides[at][1] else role


def _without_sources(folded: str, blocks: Iterator[tuple[Span, Role]]) -> Iterator[tuple[Span, Role]]:
    """The list of sources that ends an article, and what stands behind it, is furniture."""
    listed, held = False, None
    for block, role in blocks:
        if held is not None:
            pair = SOURCE_TITLE.match(_line(folded, held[0])) and SOURCE_DATE.match(_line(folded, block))
            listed = listed or pair is not None
            yield held[0], "furniture" if listed else held[1]
        held = block, role
    if held is not None:
        yield held[0], "furniture" if listed else held[1]


_TEASERS = regex(
    r"[^。]{0,8}(?:おすすめ記事|お薦め記事|関連記事|関連ニュース|あわせて読みたい|合わせて読みたい|人気記事|人気の記事|よく読まれ"
    r"|(?:アクセス|記事|週間|デイリー)ランキング|この記事も読まれ|次の記事|最新ニュース)[^。]{0,12}"
)


def _without_teasers(folded: str, blocks: Iterator[tuple[Span, Role]]) -> Iterator[tuple[Span, Role]]:
    """The headlines listed under おすすめ記事 are furniture, up to the next whole sentence."""
    listed = False
    for block, role in blocks:
        line = _line(folded, block)
        listed = bool(_TEASERS.fullmatch(line)) or (listed and not line.endswith("。") and len(line) < 80)
        yield block, "furniture" if listed else role


_BANNER = regex(
    r"[^。、]{0,8}(?:19|20)\d\d年[^。、\d]{1,8}関連ニュース[^。]{20,600}?"
    r"(?=(?:[一-鿿]{2,6}(?:新聞|通信)|共同|スポニチ|NHK|時事ドットコム)[^。]{0,40}?によ(?:ると|れば))"
)


def _without_banners(folded: str, blocks: Iterator[tuple[Span, Role]]) -> Iterator[tuple[Span, Role]]:
    """Other articles' headlines that a page glues in front of its first sentence are furniture."""
    for block, role in blocks:
        banner = _BANNER.match(folded, block.start, block.end) if role != "furniture" else None
        if banner is not None:
            yield Span(block.start, banner.end()), "furniture"
            block = Span(banner.end(), block.end)
        yield block, role


_AGENCY = r"(?<![A-Za-z])(?:ロイター|AFP|AP|時事|共同|ブルームバーグ|Bloomberg|CNN|BBC|UPI|新華社|聯合ニュース|タス|DPA|ANSA|EFE)(?![A-Za-z])"
_CREDIT = regex(
    rf"\s{{0,4}}(?:\[[^\[\]\n]{{0,24}}{_AGENCY}[^\[\]\n]{{0,12}}\]|【[^【】\n]{{0,24}}{_AGENCY}】|【[^【】=\n0-9]{{1,12}}=(?P<writer>[^【】=\n0-9]{{2,8}})】"
    rf"|[一-鿿ァ-ヺー・]{{0,16}}\((?:{_AGENCY}|CNN[A-Za-z]{{1,8}})\)(?=\s?[-―—–:]|\s))(?:\s{{0,2}}[-―—–:]{{1,3}})?\s{{0,4}}(?=\S[^\n]{{12}})"
)


def _without_credits(folded: str, blocks: Iterator[tuple[Span, Role]]) -> Iterator[tuple[Span, Role]]:
    """[東京 22日 ロイター] - 日銀は, 【ニューヨーク=早見慎吾】: where a line was written and by whom is furniture, not whom it speaks of."""
    for block, role in blocks:
        credit = _CREDIT.match(folded, block.start, block.end) if role != "furniture" else None
        if credit is not None and credit["writer"] and not _is_somebody(credit["writer"]):
            credit = None  # 【ソニー=業績予想】 is a heading
        if credit is not None and "日" in credit.group() and folded[credit.end()] != "「":
            credit = None  # the day of [東京 22日 ロイター] is the session's
        if credit is not None:
            yield Span(block.start, credit.end()), "furniture"
            block = Span(credit.end(), block.end)
        yield block, role


def _is_somebody(name: str) -> bool:
    return any("人名" in word.detail for word in tokens(name))


def _line(folded: str, block: Span) -> str:
    return folded[block.start : block.end].strip()


def _lines(text: str, start: int) -> Iterator[Span]:
    for match in _LINE_END.finditer(text, start):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _runs_on(folded: str, block: Span) -> bool:
    """True if 「 stays open at the block's end and its 」 follows soon, on one of the next lines; ( only behind a 。.

    元大関(35歳。⏎現・竹縄親方)と判明した: the line is broken behind every 。, also of an aside. 商品別では、⏎▽衣料品が3%、⏎▽化粧品が5%減り:
    one sentence told in items.
    """
    line = folded[block.start : block.end]
    if line.endswith("、") and (_ITEM_NEXT.match(folded, block.end) or _ITEM_LAST.search(line)):
        return len(line) < _MAX_SENTENCE
    if line.endswith("。") and line.rfind("(") > line.rfind(")"):
        return _ASIDE_ENDS.match(folded, block.end) is not None
    for opening, closing in (("「", "」"), ("『", "』")):
        depth = line.count(opening) - line.count(closing)
        if depth > 0:
            ahead = folded[block.end : block.end + _BREAK_REACH]
            close, reopen = ahead.find(closing), ahead.find(opening)
            if close >= 0 and (reopen < 0 or close < reopen) and "\n\n" not in ahead[:close].replace("\r", ""):
                return True
    return False


def _split(folded: str, block: Span, role: Role) -> Iterator[tuple[int, int]]:
    """Sentences of a block, trimmed of white space."""
    start, closers = block.start, []
    at = block.start
    while at < block.end:
        match = _STOP.search(folded, at, block.end)
        if match is None:
            break
        at, sign = match.end(), match.group()
        if sign in _OPEN:
            # An opening bracket without its partner in the block opens nothing. No further than a sentence reaches: a
            # line of a million 「 would be searched a million times.
            if folded.find(_OPEN[sign], at, min(block.end, at + _MAX_SENTENCE)) >= 0:
                closers.append(_OPEN[sign])
        elif sign in _CLOSE:
            if sign in closers:
                while closers.pop() != sign:
                    pass
        elif sign in _END and not closers and role != "furniture" and _ends_here(folded, at, block.end, sign):
            while at < block.end and folded[at] in _END:
                at += 1
            yield from _trimmed(folded, start, at)
            start = at
        if at - start > _MAX_SENTENCE:
            yield from _trimmed(folded, start, at)
            start, closers = at, []
    while block.end - start > _MAX_SENTENCE:
        yield from _trimmed(folded, start, start + _MAX_SENTENCE)
        start += _MAX_SENTENCE
    yield from _trimmed(folded, start, block.end)


def _ends_here(folded: str, at: int, end: int, sign: str) -> bool:
    """。 always ends a sentence; ! and ? only before a space, a bracket or the end (Yahoo!ニュース, Yahoo!JAPAN)."""
    return sign in "。！？" or at >= end or folded[at] in " 「『!?" or (sign == "?" and not folded[at].isascii())


def _trimmed(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
