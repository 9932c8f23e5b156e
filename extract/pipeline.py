"""The straight line: article -> sentences -> mentions -> linked -> claims. Nothing else happens here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from jijitsu.extract.collect import collect
from jijitsu.extract.finish import finish
from jijitsu.extract.fold import fold
from jijitsu.extract.linking import Linked
from jijitsu.extract.linking.figures import figures
from jijitsu.extract.linking.names import introduced, names
from jijitsu.extract.linking.speeches import speeches
from jijitsu.extract.linking.times import times
from jijitsu.extract.parts import Kind
from jijitsu.extract.resolve import resolve
from jijitsu.extract.seeing import look
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting, Story
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Claim

Parse = Literal["none", "auto", "all"]


class Options(msgspec.Struct, frozen=True):
    """How to read. `lexicon`: the user's own names; `parse`: which sentences the dependency parser sees."""

    lexicon: Path | None = None
    parse: Parse = "auto"


def extract_article(article: Article, options: Options = Options()) -> list[Claim]:  # noqa: B008  (frozen)
    """Article in, claims out, in order of their evidence."""
    linked = link(see(article, options))
    drafts = (draft for kind in kinds() for draft in kind.read(linked))
    return finish(article, [scene.sentence for scene in linked.story.scenes], resolve(drafts))


def see(article: Article, options: Options = Options()) -> Story:  # noqa: B008  (frozen)
    """Article in, story out: every sentence with its mentions."""
    known = introduced(article.text, fold(article.text), names(options.lexicon))
    setting = Setting(article.published, known)
    return Story(article, tuple(look(sentence, setting) for sentence in sentences(article)), setting)


def link(story: Story) -> Linked:
    """Story in, utterances and figures linked."""
    said = speeches(story)
    return Linked(story, said, figures(story, said, times(story)))


def kinds() -> tuple[Kind, ...]:
    """All kinds of claim, in order of their modules' names."""
    return collect("jijitsu.extract.claims", "KIND")
