"""What a change is measured against: 前年同期比, 前の年の同じ月と比べて, 13日と比べて, 想定の3倍, 年初来.

The mention covers the noun as written, without に比べ, から or より, and 比 where it stands there. Leaves
年初来高値 (a mark), 前日 and
前年 that compare nothing (前日に発表した), and 同5.2%増: whose basis that is, linking/value/bases.py tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from jijitsu.extract.gates import Gate, gate, signs_of
from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.time.dates import NUM
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention, Word
from jijitsu.schemas.sentence import Sentence

_FIGURE = r"(?:約|およそ|ほぼ|わずか|さらに|一段と|最大)?(?:で)?[\d一二三四五六七八九十百千]"
# に比べ and the like compare by themselves; から, より and を only where a figure or a verdict follows at once.
_COMPARES = (
    rf"(?=に比べ|と比べ|に対し(?!て(?:の|は))|と比較|と同[じ水額率]|から(?:の)?(?:は|ほぼ|横ばい|やや|大きく|大幅|急|倍|半|{_FIGURE})|より(?:も)?"
    rf"(?:は|やや|大き|大幅|高|低|多|少な|安|{_FIGURE})"
    rf"|を(?:{_FIGURE}[^、。]{{0,10}})?(?:大きく|大幅に|わずかに|やや)?(?:上回|下回|超え|超す)|の(?:{_FIGURE}[^、。]{{0,5}}(?:倍|割|%)|半分|倍))"
    # 1年前の7兆円から倍増した; 前年同期の33億円から is read as the year before, see linking/time/timing.py.
)
_MORE = r"(?=に比べ|と比べ|と比較して)"


def _noun(text: str) -> str:
    return "".join(NUM if part == "{n}" else re.escape(part) for part in re.split(r"(\{n\})", text))


@cache
def _pattern() -> re.Pattern[str]:
    lexicon = words("bases")
    stems = either(lexicon["stems"])
    nouns = "|".join(_noun(noun) for noun in sorted(lexicon["nouns"], key=len, reverse=True))
    # What every branch begins with is looked at first: most places are passed over seven times as fast.
    first = "".join(sorted({re.escape(word[0]) for word in (*lexicon["stems"], *lexicon["nouns"]) if word[0] != "{"}))
    return regex(
        rf"(?=[{first}年過直コ\d〇零一二三四五六七八九十百])(?:(?:{stems})比(?!率|較|例|重)|年初来(?!の?(?:最?高値|最?安値))(?:比)?(?=[で、のは]|\d|の上昇|の下落)"
        rf"|(?<![一-龠\d])(?:{nouns}){_COMPARES}|(?<!\d)(?:(?:20)?\d\d|コロナ禍前の?\d{{4}})年比"
        rf"|(?<![\d月年])(?:\d{{1,4}}年)?(?:{NUM}月)?{NUM}日(?:の同時刻|の終値|時点)?{_MORE}|(?<![\d年])(?:\d{{1,4}}年)?{NUM}月{_MORE}"
        rf"|(?<!\d){NUM}年前(?=の約?[\d一-龠兆億万]{{1,14}}[^\d、。]{{1,4}}から)"
        rf"|(?:過去|直近)\d{{1,3}}(?:時間|日間)(?=で))"
    )


@cache
def _opens() -> Gate:
    return gate(_pattern())


def find(sentence: Sentence, setting: Setting) -> Iterable[Mention]:
    """Bases in the order of the sentence."""
    del setting
    if not _opens()(signs_of(sentence.folded)):
        return
    for match in _pattern().finditer(sentence.folded):
        start, end = match.span()
        text = sentence.text[start:end]
        yield Mention("basis", sentence.start + start, sentence.start + end, text, Word(text))


RECOGNISER = Recogniser(
    find,
    "what a change is measured against",
    takes={
        "売上高は前年同期比5%増えた。": "前年同期比 = 前年同期比",
        "前の年の同じ月と比べて5%増えた。": "前の年の同じ月 = 前の年の同じ月",
        "株価は前週末比で80円安い。": "前週末比 = 前週末比",
        "円相場は13日と比べて35銭の円高だった。": "13日 = 13日",
        "費用は想定の3倍に膨らんだ。": "想定 = 想定",
        "純利益を従来予想から35億円引き上げた。": "従来予想 = 従来予想",
        "前年同月を約8%下回った。": "前年同月 = 前年同月",
        "指数は年初来で3割上げた。": "年初来 = 年初来",
        "前日17時時点に比べ40銭の円安だ。": "前日17時時点 = 前日17時時点",
        "配当は前期より4円多い。": "前期 = 前期",
    },
    leaves={
        "株価は年初来高値を付けた。": "a mark",
        "前日に発表した。": "compares nothing",
        "前年から続く工事が終わった。": "から without a figure",
        "想定の範囲に収まる。": "の without a multiple",
        "その比率は高い。": "比率",
    },
)
