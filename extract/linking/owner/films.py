"""Whose box office it is: the film that the sentence, or the one before, has in its brackets.

興収 and 動員 belong to the work, not to 成績 or 累計: 『海鳴り』が首位に立った。累計動員は12万人、累計興収は2億円。
Leaves texts without box office, and works that are only passed: 『海鳴り』を超えて.
"""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_BOX_OFFICE = regex(r"興収|興行収入|動員|スクリーン|[製制]作費")
_WORK = regex(
    r"『(?P<name>[^『』]{1,50})』(?:シリーズ)?(?:(?:の)?(?:第[0-9一二三四五]{1,2}作目?|最新作|新作|続編))?(?:\([^()0-9]{1,30}\))?(?!を?(?:超え|抜|上回|下回|抑え|に並|に次|に迫))(?=[はがもの、。だ]|で|$|[0-9])"
)
_BRACKETED = regex(r"『(?P<name>[^『』]{1,50})』\((?:最終|累計)?(?:興行収入|興収)?(?:約)?$")
_GLUED = regex(r"『(?P<name>[^『』]{1,50})』(?:、|が)?(?:興行収入|興収)?$")
_UNITS = frozenset({"人", "スクリーン", "館", "本", "回"})


def film_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """The film of a sum or of those who saw it; () where the text is not of box office."""
    folded, discourse = _titled(reading.folded), reading.discourse
    if value.mention.type == "money" and (glued := _GLUED.search(folded, 0, value.start)) is not None:
        return (_film(glued["name"]),)  # 『海鳴り』50億円突破
    texts = (*(_titled(scene.sentence.folded) for scene in discourse.lately), folded)
    if not any("『" in text for text in texts) or not any(_BOX_OFFICE.search(text) for text in texts):
        return ()
    if value.mention.type != "money" and value.amount.unit not in _UNITS:
        return ()
    if (own := _BRACKETED.search(folded, 0, value.start)) is not None:
        return (_film(own["name"]),)
    if not _BOX_OFFICE.search(folded) and not folded.endswith("』", 0, value.start):
        return ()
    for text, end in ((folded, value.start), *((text, len(text)) for text in reversed(texts[:-1]))):
        works = list(_WORK.finditer(text, 0, end))
        if works:
            return (_film(works[-1]["name"]),)
    return ()


def _titled(folded: str) -> str:
    """映画「海鳴り」 as 映画『海鳴り』, each sign where it was."""
    return _FILM.sub(r"『\g<name>』", folded) if "「" in folded else folded


_FILM = regex(r"(?:(?<=[映洋邦]画)|(?<=アニメ))「(?P<name>[^「」『』]{1,50})」")


def _film(name: str) -> Subject:
    return Subject(name, name, None, "product")
