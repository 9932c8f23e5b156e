"""People whose names are written in letters: Jonas Weber氏, 岬社のHana Kim上級副社長; also a surname alone before 氏.

Leaves firms with an office (Kagari Games社長), which only their endings and the lists tell from people, and products.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.titles import introduced_by, role_end
from jijitsu.schemas.mention import Entity, Mention
from jijitsu.schemas.sentence import Sentence

_WORD = r"[A-ZÀ-Ž][a-zà-ž’'][A-Za-zÀ-ž’']{0,14}(?:-[A-Z][a-zà-ž]{1,12})?"
_PARTICLE = r"(?: (?:de|van|von|bin|al|da|di|la|le|del|der|El|Al)){0,2}"
_FULL = rf"{_WORD}(?: [A-Z]\.)?{_PARTICLE}(?: {_WORD}){{1,2}}"
_SURNAME = r"(?<![一-鿿々ァ-ヺー])[A-ZÀ-Ž][a-zà-ž’']{1,15}(?= ?(?:氏|さん))"
_NAME = regex(rf"(?<![A-Za-z0-9À-ž&.’'-])(?<![A-Za-z0-9&,] )(?P<name>{_FULL}|{_SURNAME})")
_HONORIFIC = regex(r" ?(?:氏|さん)(?![一-鿿])")
_READING = regex(r" ?\([ァ-ヴー][ァ-ヴー・= ]{2,24}\)")
_FIRM = regex(
    r"^(?:The|New|Bank|Goldman|Morgan|Wells|General|American|National|United) "
    r"| (?:Games|Inc|Corp|Co|Ltd|Labs?|Systems|Group|Technolog(?:y|ies)|Capital|Bank|Partners|Motors?|Energy|Research|Studios?|Software|Networks?|Robotics|Securities"
    r"|Data|Health|Media|Solutions|Holdings|Ventures|Pharma|Therapeutics|Semiconductor|Electronics|Interactive|Entertainment|Sachs|Stanley|Chase|Fargo|Japan|America"
    r"|Cloud|Services?|Search|Web|Air|Airlines|Space|One|Pro|Max|Ultra)$"
)


def latin_names(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the people of a sentence whose names are in letters, in order."""
    text = sentence.folded
    if "氏" not in text and "さん" not in text and not _OFFICE.search(text):
        return
    line = tokens(text)
    for match in _NAME.finditer(text):
        name, start, end = match["name"], match.start("name"), match.end("name")
        if _FIRM.search(name) or setting.names.form(name) is not None:
            continue
        read = _READING.match(text, end)  # Jonas Weber(ヨナス・ウェーバー)氏
        end = read.end() if read is not None else end
        honorific = _HONORIFIC.match(text, end)
        stop = honorific.end() if honorific else role_end(text, end + text.startswith(" ", end), line)
        if stop is None or (not honorific and not _introduced(text, start)):
            continue
        if not honorific and (text.startswith(("の", "で", "、"), stop) or setting.names.form(name.split(" ")[0])):
            continue  # Kagari CloudのCEO: of a house, Google Cloud CEOの森田氏
        role, org = introduced_by(text, start, line)
        title = role if honorific else text[end:stop].strip(" ・")
        written = sentence.text[start:stop]
        yield Mention(
            "person", sentence.start + start, sentence.start + stop, written, Entity(name, "person", None, title, org)
        )


_OFFICE = regex(
    r"[A-Za-zÀ-ž] ?(?:[一-鿿]{0,8}(?:社長|会長|責任者|部長|教授|博士|代表|担当|本部長|長官|大統領|首相)|C[EFTOIM]O|[ァ-ヺー]{3,14})"
)


def _introduced(text: str, start: int) -> bool:
    """True behind の, a comma or a bracket: 同社のHana Kim副社長; Kagari Works社長 at the start of a sentence may be an office."""
    return text[max(0, start - 1) : start] in {"の", "、", "」", "当", "者"}
