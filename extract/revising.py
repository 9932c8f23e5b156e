"""A draft read again after an edit: only the sentences that the edit touched are looked at and parsed anew.

What a recogniser sees hangs on the words of the sentence, its role, the publication date and the names known for the
article; so a scene is taken over, moved to its new place, where none of these changed. A name that the edit introduces
(or takes away) touches every sentence in which its letters stand. A tree hangs on the words of its sentence alone. What
looks wider than a sentence (who, when, which facts are one) is linked anew each time: it is a small part of the work.

The claims are those of a fresh reading, byte for byte; tests/test_revising.py holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from jijitsu.extract import pipeline
from jijitsu.extract.checking import Dossier
from jijitsu.extract.copies.condensed import condensed, expanded
from jijitsu.extract.desk import dossier_of
from jijitsu.extract.linking.entity.names import names
from jijitsu.extract.linking.entity.tables import Form
from jijitsu.extract.seeing import look
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Scene, Setting, Story
from jijitsu.schemas.article import Article
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Role, Sentence
from jijitsu.schemas.tree import Tree

_Key = tuple[str, Role]


class Known(msgspec.Struct, frozen=True, eq=False):
    """What is kept of the last reading of a draft: its setting, its scenes by words and role, its trees by words."""

    setting: Setting
    own: Mapping[str, Form]
    scenes: Mapping[_Key, Scene]
    trees: Mapping[str, Tree]
    seen: int
    """How many sentences this reading looked at; the others were taken over."""


def reread(
    article: Article, before: Known | None = None, options: pipeline.Options = pipeline.DEFAULTS
) -> tuple[Dossier, Known]:
    """Article in, with what is known of its last reading (by the same options); out its dossier, and what to keep."""
    copy = condensed(article)
    setting = pipeline.setting(copy.named, options)
    own = _own(setting, options)
    kept = _untouched(before, setting, own) if before else {}
    scenes = tuple(_scene(sentence, setting, kept) for sentence in sentences(copy.read))
    story = Story(copy.read, scenes, setting)
    trees = pipeline.askable(story, options, before.trees if before else {})
    (linked,) = pipeline.linked([story], options, [trees])
    known = Known(
        setting=setting,
        own=own,
        scenes={_key(scene.sentence): scene for scene in scenes},
        trees={scenes[index].sentence.text: tree for index, tree in trees.items()},
        seen=sum(_key(scene.sentence) not in kept for scene in scenes),
    )
    return dossier_of(expanded(linked, copy)), known


def _key(sentence: Sentence) -> _Key:
    return sentence.text, sentence.role


def _own(setting: Setting, options: pipeline.Options) -> Mapping[str, Form]:
    """The forms that the article itself introduces."""
    common = len(names(options.lexicon).tables)
    return {form: meant for table in setting.names.tables[common:] for form, meant in table.forms.items()}


def _untouched(before: Known, setting: Setting, own: Mapping[str, Form]) -> Mapping[_Key, Scene]:
    """The scenes that hold under a new setting: none of another date or lexicon, nor any in which a form stands that changed."""
    if (before.setting.published, before.setting.own) != (setting.published, setting.own):
        return {}
    turned = {form for form in own.keys() | before.own.keys() if own.get(form) != before.own.get(form)}
    turned |= setting.names.trusted ^ before.setting.names.trusted
    return {key: scene for key, scene in before.scenes.items() if not _holds(scene.sentence.folded, turned)}


def _holds(folded: str, forms: Iterable[str]) -> bool:
    return any(form in folded for form in forms)


def _scene(sentence: Sentence, setting: Setting, kept: Mapping[_Key, Scene]) -> Scene:
    scene = kept.get(_key(sentence))
    if scene is None:
        return look(sentence, setting)
    by = sentence.start - scene.sentence.start
    mentions = scene.mentions if not by else tuple(_moved(mention, by) for mention in scene.mentions)
    return Scene(sentence, mentions)


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(mention.type, mention.start + by, mention.end + by, mention.text, mention.value)
