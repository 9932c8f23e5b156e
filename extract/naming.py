"""Names in a sentence as mentions of one type: what the recognisers of company, index, currency ... share."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import EntityType, Mention, MentionType
from jijitsu.schemas.sentence import Sentence


def named(sentence: Sentence, setting: Setting, entity: EntityType, mention: MentionType) -> Iterator[Mention]:
    """Yield a mention for each name of this entity type in the sentence, in order."""
    for start, end, found in setting.names.find(sentence.folded):
        if found.type == entity:
            yield Mention(mention, sentence.start + start, sentence.start + end, sentence.text[start:end], found)
