"""Names in full whose given name the dictionary takes for common words: 早見[成文]知事, 朴[根恵]大統領, 岩井[大作]市長.

Only right in front of an office that nothing but a whole name stands before: 早見経営企画部長 has a department there, and
so has no name in full. Takes folded text; leaves offices of places (石川県知事, 早見東川町長) and of several (両市長).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.morphology import Token, is_surname, tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.words.titles import introduced_by
from jijitsu.schemas.mention import Entity, Mention
from jijitsu.schemas.sentence import Sentence

_WHOLE = regex(
    r"(?:^|(?<=[、。・(「」)のはがもをとやで \n\u3000]))(?P<name>[一-鿿々]{3,5}?)"
    r"(?P<role>・[一-鿿]{1,4}(?:[都道府県]知事|[市区町村]長)"
    r"|知事|市長|町長|村長|首相|大統領|裁判長|裁判官|議長|(?:准|助)?教授|校長|騎手|内野手|外野手|投手|捕手|選手)(?![一-鿿])"
)
# 何小鵬・最高経営責任者, 王伝福・董事長: what stands before an office of a firm is somebody's name, whatever words it holds
_OFFICED = regex(
    r"(?:^|(?<=[、。(「」)のはがもをとやで \n\u3000]))(?:(?P<name>(?![両同各前元現新旧])[一-鿿々]{2,4})"
    r"(?P<role>・(?:最高(?:経営|財務|執行|技術|業務)責任者|董事長|会長|社長|総裁|CEO)(?:兼[一-鿿]{2,8}|\([A-Z]{2,4}\))?)"
    r"|(?P<other>(?![両同各前元現新旧])[一-鿿々]{3})(?P<office>・(?:副|前|元|首席|上級)?(?:会長|秘書長|事務局長|局長|部長|所長|院長|報道官|次官|書記|エコノミスト|アナリスト|研究員)))(?=[はがもにのと、。「(])"
)
_BODY = regex("[社行省庁部局会党団県市区銀証券協]$")
_ENDS = ("知事", "長", "総裁", "責任者", "CEO", "首相", "大統領", "裁判官", "教授", "手")
_NO_GIVEN = regex(
    "[県市町村区府都国省庁局部課署学校院会議裁党団副新現旧両同各代助准最第]|[道州社元前]$|^[前元次名客特終主女初]"
)
_NO_SURNAME = frozenset("前元現新旧同各両米韓仏独英露伊")


def whole_names(sentence: Sentence) -> Iterator[Mention]:
    """Yield each such person of a sentence, in order."""
    text = sentence.folded
    if not any(end in text for end in _ENDS):
        return
    for match in _WHOLE.finditer(text):
        line = tokens(text)
        if match["role"].endswith("教授") and match["name"].endswith("大"):
            continue  # 山口大教授: a university's
        if not _is_whole(match["name"], match.start(), line):
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        _, org = introduced_by(text, match.start(), line)
        entity = Entity(match["name"], "person", None, match["role"].lstrip("・"), org)
        yield Mention("person", start, end, sentence.text[match.start() : match.end()], entity)
    for match in _OFFICED.finditer(text) if "・" in text else ():
        name, role = match["name"] or match["other"], match["role"] or match["office"]
        if _BODY.search(name):
            continue
        _, org = introduced_by(text, match.start(), tokens(text))
        entity = Entity(name, "person", None, role.lstrip("・"), org)
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield Mention("person", start, end, sentence.text[match.start() : match.end()], entity)


def _is_whole(name: str, start: int, line: tuple[Token, ...]) -> bool:
    """True if a surname and words that are no place and no part of an office make up the name."""
    words = [token for token in line if start <= token.start < start + len(name)]
    ends = {word.end - start for word in words}
    if len(name) not in ends or any("地名" in word.detail for word in words[1:]) or words[0].start != start:
        return False
    known = (length for length in (2, 3, 1) if length < len(name) and length in ends and is_surname(name[:length]))
    length = next(known, 0)
    given = name[length:]
    return length > 0 and len(given) < 4 and name[:length] not in _NO_SURNAME and not _NO_GIVEN.search(given)
