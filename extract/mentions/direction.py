"""Words that say which way a figure went: 安, 増, 下落, 上げ幅. `means` is "up", "down" or "flat", then what goes so.

`up:price`, `down:volume`, `down:fx`; a noun that announces the figure has `:noun` behind (`down:price:noun`, 下げ幅).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.lexicon import words
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.wordlist import finder
from jijitsu.schemas.mention import Mention, Word
from jijitsu.schemas.sentence import Sentence


def _vocabulary() -> Iterator[tuple[str, str | None]]:
    for entry in words("directions"):
        for word in entry["words"]:
            if entry["means"] == "none":
                yield word, None
            else:
                yield word, f"{entry['means']}:{entry['of']}" + (":noun" if entry.get("noun") else "")


_DIGITS = frozenset("0123456789万千百十億")
_words_in = finder(_vocabulary)


_NO_RATE = regex(
    r"(?<=[0-9万千百十])円(?P<way>[高安])(?=[にをが](?:比べ|対し|下げ幅|上げ幅|沈|なっ|な[るり]|迫|押|達|接近|突っ込|つけ|付け))"
)
"""昨日の170円安に比べ, 300円安に迫る: the 円 is the amount's, no 円安に."""


# 日経平均は1%超下げ: how headlines end
_CUT_SHORT = regex(r"(?<=[%円銭ルト])(?:超|強|弱|近く|余り)?(?P<way>[上下])げ(?=$|[ 　、」\n])")
# 3.3%下げ3526円83銭だった: and what it led to
_LEADS_ON = regex(r"(?<=[%円銭ルト])(?:超|強|弱|近く|余り)?(?P<way>[上下])げ(?=[0-9])")


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield each direction word; the longest at a place, so that 高値 is no 高."""
    for match in _NO_RATE.finditer(sentence.folded):
        at = match.start("way")
        way = Word("up:price" if match["way"] == "高" else "down:price")
        yield Mention("direction", sentence.start + at, sentence.start + at + 1, sentence.text[at : at + 1], way)
    short = _LEADS_ON if sentence.role == "body" else _CUT_SHORT
    for match in short.finditer(sentence.folded) if "げ" in sentence.folded else ():
        start, end = match.start("way"), match.end()
        way = Word("up:any" if match["way"] == "上" else "down:any")
        yield Mention("direction", sentence.start + start, sentence.start + end, sentence.text[start:end], way)
    for start, end, means in _words_in(sentence.folded):
        if means.endswith(":fx") and sentence.folded[start - 1 : start] in _DIGITS:
            # 170円安の2680円: the 円 is the amount's, and what stands behind it is 安.
            start, end, means = start + 1, start + 2, "up:price" if sentence.folded[start + 1] == "高" else "down:price"
        if sentence.folded.startswith("倍増", start) and sentence.folded[start - 1 : start] in _DIGITS:
            start += 1  # 2.4倍増益: the 倍 is the multiple's
        yield Mention("direction", sentence.start + start, sentence.start + end, sentence.text[start:end], Word(means))


RECOGNISER = Recogniser(
    find,
    "Words that say which way a figure went.",
    takes={
        "株価は2円安だった。": "安 = down:price",
        "販売は1割増の3万台。": "増 = up:volume",
        "株価は170円安だった。": "安 = down:price",
        "40銭の円安だった。": "円安 = down:fx",
        "昨日の170円安に比べ底堅い。": "安 = down:price",
        "下げ幅は一時500円。": "下げ幅 = down:price:noun",
        "経常は2.4倍増益で着地した。": "増 = up:volume",
    },
    leaves={
        "年初来高値を付けた。": "高 belongs to 高値",
        "安全を守る。": "安 belongs to 安全",
    },
)
