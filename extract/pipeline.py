"""The straight line: article -> sentences -> mentions -> linked -> claims. Nothing else happens here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

import msgspec

from jijitsu.extract import plugins
from jijitsu.extract.copies.condensed import Copy, condensed, expanded
from jijitsu.extract.copies.titled import entitled, untitled
from jijitsu.extract.finish import finish
from jijitsu.extract.fold import fold
from jijitsu.extract.kinds import brought, drafts, kinds
from jijitsu.extract.linking import Linked
from jijitsu.extract.linking.asking import Grown, Parse, asked
from jijitsu.extract.linking.entity.names import introduced, names
from jijitsu.extract.linking.figures import figures
from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.linking.time.times import times
from jijitsu.extract.morphology import tokens
from jijitsu.extract.ownwords import own_words
from jijitsu.extract.resolve import resolve
from jijitsu.extract.seeing import look
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting, Story
from jijitsu.extract.words.lands import coins_of
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.tree import Tree

_AT_ONCE = 64
"""How many articles are seen before the parser is asked about all their sentences at once."""
_AHEAD = 2048
"""So many sentences are read ahead: half of what `tokens` keeps."""


class Options(msgspec.Struct, frozen=True):
    """How to read. `lexicon`: the user's own names; `parse`: which sentences the dependency parser sees."""

    lexicon: Path | None = None
    parse: Parse = "auto"


DEFAULTS = Options()


def extract_article(article: Article, options: Options = DEFAULTS, tell: plugins.Tell = plugins.tell) -> list[Claim]:
    """Article in, claims out, in order of their evidence."""
    return next(extract_articles([article], options, tell))


def extract_articles(
    articles: Iterable[Article], options: Options = DEFAULTS, tell: plugins.Tell = plugins.tell
) -> Iterator[list[Claim]]:
    """Articles in, the claims of each out, in the same order. The parser is asked once for many articles.

    `tell` hears of plug-ins that fail; they are warned of, else.
    """
    stream = iter(articles)
    while batch := list(islice(stream, _AT_ONCE)):
        yield from (claims_of(one, tell) for one in read_through(batch, options))


def read_through(articles: Sequence[Article], options: Options = DEFAULTS) -> Iterator[Linked]:
    """Articles in, what is linked in each out. A title beside the text is read in front of it (see titled.py).

    What stands between a figure and its words is left out of what is read (see condensed.py).
    """
    copies = [condensed(entitled(article)) for article in articles]
    found = linked(_all_seen(copies, options), options)
    yield from map(untitled, map(expanded, found, copies), articles)


def warm(options: Options = DEFAULTS) -> None:
    """Load what every article needs: words, names and the dictionary; the parser only if all sentences are parsed.

    `auto` asks it of a sentence in hundreds of articles: a second for nothing, mostly.
    """
    linked([see(Article(text="", sha256=""), options)], options)
    kinds(), brought()
    tokens("")
    if options.parse == "all":
        from jijitsu.extract.parsing import ParserMissingError, trees

        with suppress(ParserMissingError):  # told by the article that needs it
            trees(["。"])


def see(article: Article, options: Options = DEFAULTS, *, furniture: bool = False) -> Story:
    """Article in, story out: every sentence with its mentions; all of furniture's too, if wanted."""
    known = setting(article, options)
    scenes = (look(sentence, known, furniture=furniture) for sentence in sentences(article))
    return Story(article, tuple(scenes), known)


def _all_seen(copies: Sequence[Copy], options: Options) -> list[Story]:
    """As `see` of each, but one step is taken for all of them before the next, in a seventh less time.

    What a step reads stays in the processor's cache then, Sudachi's tables above all; `tokens` keeps the words.
    """
    cut = [sentences(copy.read) for copy in copies]
    for text in islice((one.folded for one in chain.from_iterable(cut) if one.role != "furniture"), _AHEAD):
        tokens(text)
    known = [setting(copy.named, options) for copy in copies]
    return [
        Story(copy.read, tuple(look(sentence, its) for sentence in found), its)
        for copy, found, its in zip(copies, cut, known, strict=True)
    ]


def setting(article: Article, options: Options = DEFAULTS) -> Setting:
    """Article in, out what its recognisers may know besides the sentence."""
    known = introduced(article.text, fold(article.text), names(options.lexicon))
    return Setting(article.published, known, own_words(options.lexicon), coins_of(article.text))


def askable(story: Story, options: Options = DEFAULTS, known: Mapping[str, Tree] = {}) -> Grown:
    """The trees of a story before any is asked for: those of `known`, by the text of the sentence."""
    may = {scene.sentence.index: scene.sentence.text for scene in story.scenes if asked(scene, options.parse)}
    return Grown(may.keys(), {index: known[text] for index, text in may.items() if text in known})


def linked(
    stories: Sequence[Story], options: Options = DEFAULTS, known: Sequence[Grown] | None = None
) -> list[Linked]:  # fmt: skip
    """Stories in, what is linked in each out. The parser is asked for all of them at once, and only where it matters.

    `known`: for each story the trees that are there already (`askable`); those that are parsed are added.
    """
    grown = known or [askable(story, options) for story in stories]
    if options.parse == "all":
        for trees in grown:
            trees.missed.update(dict.fromkeys(sorted(trees.askable - trees.keys())))
        _grow(stories, grown)
    found = [link(story, trees) for story, trees in zip(stories, grown, strict=True)]
    while lacking := [number for number, trees in enumerate(grown) if trees.missed]:
        _grow([stories[number] for number in lacking], [grown[number] for number in lacking])
        for number in lacking:
            found[number] = link(stories[number], grown[number])
    return found


def _grow(stories: Sequence[Story], grown: Sequence[Grown]) -> None:
    """Parse the sentences whose trees were missed."""
    if not any(trees.missed for trees in grown):
        return
    wanted = [
        [story.scenes[index].sentence for index in trees.missed] for story, trees in zip(stories, grown, strict=True)
    ]
    from jijitsu.extract.parsing import trees as parse

    made = iter(parse([sentence.text for asking in wanted for sentence in asking]))
    for asking, trees in zip(wanted, grown, strict=True):
        trees.update((sentence.index, next(made)) for sentence in asking)
        trees.missed.clear()


def link(story: Story, trees: Mapping[int, Tree]) -> Linked:
    """Story in, utterances and figures linked."""
    dates = times(story)
    said = speeches(story, dates)
    return Linked(story, said, figures(story, said, dates, trees))


def claims_of(linked: Linked, tell: plugins.Tell = plugins.tell) -> list[Claim]:
    """What was linked in, claims out."""
    sentences = [scene.sentence for scene in linked.story.scenes]
    return finish(linked.story.article, sentences, resolve(drafts(linked, tell)))
