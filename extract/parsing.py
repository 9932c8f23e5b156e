"""Sentences in, dependency trees out. The only module that knows spaCy and GiNZA; none of their objects leave it.

The model is ja_ginza, loaded lightly. Against `spacy.load("ja_ginza")`:

* named entities, the compound splitter and the bunsetu recogniser are left out; heads and labels do not hang on them
  (the recogniser takes the suffix `_bunsetu` off the labels: here that is done below);
* the string store (599,000 strings, 116 MB) is not read: the model looks words up by hash, and labels bring their own;
* words come from `morphology.tokens`, which the rest of the line has asked for already, and not from spaCy's tokenizer,
  which costs six times Sudachi itself; blanks are laid out as that one does;
* matrices are multiplied by numpy's BLAS and not by blis, which is slower by more than half.

None of this changes a head or a label: tests/test_parsing.py holds it to the stock pipeline. Sums may differ from those
of blis in their last bits, so two analyses that score the same to six digits could fall the other way. A check at load
would see a few sentences only, on every start; the test sees more, once, on every platform that runs it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jijitsu.extract.morphology import Token, tokens
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.tree import Node, Tree, tree

_BATCH, _BATCH_WORDS = 64, 800
"""At most so many sentences and, unless one alone has more, words to a batch: a word costs about 0.2 MB while it is
parsed, and past a few hundred words a batch brings no more speed."""
_PIPELINE = ["tok2vec", "parser", "morphologizer"]
_BLANK = "空白"


class ParserMissingError(JijitsuError):
    """The parser's model is not installed, or cannot be read by the spaCy that is."""


def trees(texts: Sequence[str]) -> list[Tree]:
    """Parse each text as one sentence and return the trees in the same order.

    A text is never split, whatever it holds; an empty one gives a tree without nodes. Offsets are code points into the
    text given. The first call loads the model. Raises ParserMissingError (one line) where there is none, and whatever
    Sudachi raises for a text of more than 49,149 bytes.
    """
    return [found for batch in _batches(words_of(text) for text in texts) for found in _parsed(batch)]


_Layout = tuple[list[Token], list[bool]]


def _batches(layouts: Iterable[_Layout]) -> Iterator[list[_Layout]]:
    batch: list[_Layout] = []
    size = 0
    for layout in layouts:
        if batch and (len(batch) == _BATCH or size + len(layout[0]) > _BATCH_WORDS):
            yield batch
            batch, size = [], 0
        batch.append(layout)
        size += len(layout[0])
    if batch:
        yield batch


def words_of(text: str) -> _Layout:
    """The words of `text`, and for each whether one blank follows that is part of it.

    As in spaCy's tokenizer: one ASCII blank behind a word belongs to that word; all other blanks between two words
    make a word of their own.
    """
    words: list[Token] = []
    spaced: list[bool] = []
    end = 0
    for token in tokens(text):
        if token.text.isspace():
            if token.text == " " and token.start == end and words and not spaced[-1]:
                spaced[-1], end = True, token.end
        elif token.text:  # Sudachi reads … as three dots, the last two of which are empty
            if token.start > end:
                words.append(_blank(text, end, token.start))
                spaced.append(False)
            words.append(token)
            spaced.append(False)
            end = token.end
    if end < len(text):
        words.append(_blank(text, end, len(text)))
        spaced.append(False)
    return words, spaced


def _blank(text: str, start: int, end: int) -> Token:
    return Token(start, end, text[start:end], _BLANK, "*-*-*", text[start:end], oov=False)


def _parsed(batch: list[_Layout]) -> Iterator[Tree]:
    model = _model()
    from spacy.tokens import Doc

    # Words that the store learns inside the zone are forgotten at its end; without it memory grows with every new word.
    with getattr(model, "memory_zone", nullcontext)():
        docs = (
            # A sentence start that is set (to False) keeps the parser from setting one.
            Doc(model.vocab, [word.text for word in words], spaced, sent_starts=[i == 0 for i in range(len(words))])
            for words, spaced in batch
        )
        for (words, _), doc in zip(batch, model.pipe(docs, batch_size=_BATCH), strict=True):
            yield tree(_node(word, token) for word, token in zip(words, doc, strict=True))


def _node(word: Token, parsed: Any) -> Node:
    return Node(
        start=word.start,
        end=word.end,
        text=word.text,
        pos=parsed.pos_,
        tag="-".join(part for part in (word.pos, *word.detail.split("-")) if part != "*"),
        lemma=word.lemma or word.text,
        dep=parsed.dep_.removesuffix("_bunsetu"),
        head=parsed.head.i,
    )


@cache
def _model() -> Any:
    """The parser, ready to run: 0.6 s and 290 MB, once a process (load before a fork, and the children share it)."""
    # One core: threads cost more than they give on matrices of this size. Read by OpenBLAS when numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from spacy.util import load_config, load_model_from_config
    from thinc.api import NumpyOps

    home = _home()
    config = load_config(home / "config.cfg", overrides={"nlp.pipeline": _PIPELINE, "nlp.disabled": []})
    config["components"] = {name: config["components"][name] for name in _PIPELINE}
    # The words come from Sudachi by way of `morphology`: spaCy need not open its dictionary a second time.
    config["nlp"]["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    model: Any
    try:
        model = load_model_from_config(config)
        model.from_disk(home, exclude=["strings", "tokenizer"])
    except (OSError, ValueError) as error:
        what = f"the parser's model ja_ginza cannot be read: {str(error).splitlines()[0]}"
        raise ParserMissingError(
            what, hint="Install spacy, ginza and ja-ginza of versions that fit together"
        ) from error
    ops = NumpyOps(use_blis=False)
    for _, pipe in model.pipeline:
        for node in pipe.model.walk():
            node.ops = ops
    return model


def _home() -> Path:
    """The folder of the model's data, found without importing the package (which would import spaCy)."""
    spec = find_spec("ja_ginza")
    places = sorted(Path(spec.origin).parent.glob("ja_ginza-*/config.cfg")) if spec and spec.origin else []
    if not places:
        raise ParserMissingError("the parser's model ja_ginza is not installed", hint="pip install ja-ginza")
    return places[-1].parent
