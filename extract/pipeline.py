"""The straight line: article -> sentences -> mentions -> linked -> claims. Nothing else happens here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from jijitsu.extract.finish import finish
from jijitsu.extract.linking.names import names
from jijitsu.extract.seeing import look
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting, Story
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Claim


class Options(msgspec.Struct, frozen=True):
    """How articles are read: the user's own names, and what the dependency parser is asked."""

    lexicon: Path | None = None
    parse: Literal["none", "auto", "all"] = "auto"


def see(article: Article, options: Options = Options()) -> Story:  # noqa: B008 (frozen)
    """Article in, story out: every sentence with its mentions."""
    setting = Setting(article.published, names(options.lexicon))
    return Story(article, tuple(look(sentence, setting) for sentence in sentences(article)), setting)


def extract_article(article: Article, options: Options = Options()) -> list[Claim]:  # noqa: B008 (frozen)
    """Article in, claims out."""
    story = see(article, options)
    return finish(article, [scene.sentence for scene in story.scenes], [])
