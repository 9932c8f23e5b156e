"""Words that say what a figure measures: 株価, 時価総額, 納車, 純利益. An inner type: `jijitsu mentions` does not print it.

The word's `means` is "family:measure" (`financial:net_profit`); the vocabulary stands in lexicon/measures.yaml.
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
    for entry in words("measures"):
        for word in entry["words"]:
            yield (
                word,
                f"{entry['family']}:{entry.get('measure', word)}"
                + "".join(f":{trait}" for trait in ("ratio", "money") if entry.get(trait)),
            )
        for word in entry.get("unless", ()):
            yield word, None


_words_in = finder(_vocabulary)


# Nouns that say by their last part that they measure: 配合率, 入場者数, 取得額, 制作費.
_NOUN = regex(
    r"(?:空き[一-龠々ァ-ヶー]{0,6}?|[一-龠々ァ-ヶー]{1,8}?)(?P<head>率|割合|者数|件数|人数|回数|個数|倍率|総額|金額|額|費|料|価格)(?=[はがもをのでと、(]|$)"
)
_HEADS = {
    "総額": "financial:other",
    "金額": "financial:other",
    "額": "financial:other",
    "費": "financial:cost",
    "料": "price:commodity",
    "価格": "price:commodity",
}
_NO_MEASURE = regex(
    r"(?:下落率|上昇率|増加率|減少率|増収率|減収率|増益率|減益率|伸び率|低下率|増加数|減少数|増加額|"
    r"減少額|下落幅|材料|資料|原料|燃料|飲料|食料|肥料|塗料|給料|衣料|史料|試料|無料|有料|香料|顔料|染料|"
    r"弁護料|調味料|飼料|甘味料|着色料|保存料|添加料|慰謝料|^総額|^金額|効率|能率|引率|統率|軽率|消費|浪費|出費|会費|巨額|高額|低額|少額|多額|"
    r"全額|半額|減額|増額|定額|同額|差額|残額|自費|国費)$"
)


_MONEY = frozenset("円ドユ")
_AMOUNT = frozenset("0123456789兆億万千百")


# 梅干し製造、カガリ本舗は: a trade before the name of the house
_TRADE = regex(r"(?<=[一-鿿ァ-ヺーし品物])(?:製造|製造販売|製造・販売|生産・販売)、[一-鿿ァ-ヺA-Z]")


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield each measure word; the longest at a place, so that 営業利益 is no 利益."""
    found = [*setting.own.find(sentence.folded), *_words_in(sentence.folded)]
    for match in _NOUN.finditer(sentence.folded):
        if not _NO_MEASURE.search(match.group()) and not any(
            s < match.end() and match.start() < e for s, e, _ in found
        ):
            found.append((*match.span(), _HEADS.get(match.group("head"), f"quantity:{match.group()}")))
    for start, end, means in found:
        if start and sentence.folded[start] in _MONEY and sentence.folded[start - 1] in _AMOUNT:
            continue  # 2100円に対して1割安い
        if _TRADE.match(sentence.folded, start):
            continue
        yield Mention("measure", sentence.start + start, sentence.start + end, sentence.text[start:end], Word(means))


RECOGNISER = Recogniser(
    find,
    "Words that say what a figure measures.",
    takes={
        "株価は下がり、時価総額が縮んだ。": "株価 = price:share_price | 時価総額 = cap:market_cap",
        "連結の営業利益は12億円だった。": "営業利益 = financial:operating_profit",
        "ＥＶ販売は10万台。": "ＥＶ販売 = delivery:sales",
    },
    leaves={
        "販売店の前に列ができた。": "販売 belongs to 販売店",
        "投資家は様子を見ている。": "投資 belongs to 投資家",
    },
)
