"""What the first sentence finds: the discourse of an article that has said nothing yet."""

from __future__ import annotations

from jijitsu.extract.linking.subject.charts import is_chart
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story
from jijitsu.schemas.claim import Subject

_MARKET = regex(r"(?:東証)?プライム(?:市場)?|東証[1１一]部|東証")
_PRIME = regex(r"東証プライム(?:市場)?")
"""An article that names it counts its issues, though 東証グロース市場250指数 stands before."""


def start_of(story: Story) -> Discourse:
    """The discourse before the first sentence: the market that the article names, if any, and whether it is a sales chart."""
    text = story.article.text
    match = _PRIME.search(text) or _MARKET.search(text)
    market = None
    if match:
        name = {"プ": "東証プライム"}.get(match.group()[0], match.group().removesuffix("市場"))
        market = Subject(match.group(), name, None, "group")
    return Discourse(market=market, scenes=story.scenes, charts=is_chart(text))
