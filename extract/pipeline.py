"""The straight line: article -> sentences -> mentions -> linked -> claims. Nothing else happens here."""

from __future__ import annotations

from jijitsu.extract.linking.names import names
from jijitsu.extract.seeing import look
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting, Story
from jijitsu.schemas.article import Article


def see(article: Article) -> Story:
    """Article in, story out: every sentence with its mentions."""
    setting = Setting(article.published, names())
    return Story(article, tuple(look(sentence, setting) for sentence in sentences(article)), setting)
