"""Who still has the word: the one a sentence before told of or quoted, where the words name nobody who could have it."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import MASSES, NAMED, NEVER, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase
from jijitsu.extract.linking.speech.turning import runs_on
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story


def left_out(
    story: Story, line: Sequence[Unit], named: Sequence[Phrase], report: Report, voices: Voices, number: int
) -> bool:
    """米国進出については「急がない」と慎重な姿勢を崩さない: no verb of saying and nobody else, but somebody had the word."""
    if report.topical:
        return voices.topic is not None and not voices.topic.body
    told = report.type == "direct" and report.cue is not None and report.cue.lemma == "いう" and report.said == (0,)
    if told:  # X氏は追加投資も検討すると付け加えた。「時期は未定だ」という。
        goes_on = voices.spoke == number - 1 and voices.last is not None and voices.last == voices.topic
        return goes_on or _announced(story, number, voices)
    if report.type == "indirect" and report.cue is not None and report.cue.lemma in _GOES_ON_THINKING:
        person = voices.last is not None and voices.last.person and voices.spoke == number - 1
        return person and not any(p.particle in {"は", "では"} for p in named)
    if report.type != "direct" or report.cue is not None or not report.said:
        return False
    if report.stop >= len(line) or line[report.stop].text != "と":
        return False
    if voices.topic is None or voices.topic.body or voices.topic.press:
        return False
    return not any(p.particle in {"は", "が", "も", "から", "では"} and p.last <= report.said[0] for p in named)


_GOES_ON_THINKING = frozenset(["読む", "想定", "みる", "見る"])
"""岡氏は強気だ。「割安だ」と話す。夏に高値を試すと[読む]。"""


def _announced(story: Story, number: int, voices: Voices) -> bool:
    """政府高官は、調整していることを明らかにした。「日程は最終段階だ」という。 somebody has just told something."""
    topic, scenes = voices.topic, story.scenes
    if number < 1 or topic is None or topic.press:
        return False
    before, here = scenes[number - 1].sentence, scenes[number].sentence
    human = topic.person or topic.text.endswith(speakers_lexicon().humans + speakers_lexicon().titles)
    return human and before.paragraph == here.paragraph and _TOLD.search(before.folded) is not None


_TOLD = regex(
    r"(?:(?:ことを|と)明らかにし|表明し|(?:方針|考え|意向|認識|見通し|見方|姿勢)を示し|(?:こと|非)を認め|発表し|説明し|強調し|取材に応じ|会見し|会見を開い|明かし|打ち明け|振り返っ)(?:た|ました)。?$"
)


def told_of_own(
    line: Sequence[Unit], phrase: Phrase, report: Report, voice: Voice, voices: Voices, number: int
) -> Voice | None:
    """買収した会社は黒字になる見通しで、「実を結んだ」と語る: of a firm its head goes on telling, who had the word just before."""
    last = voices.last
    if last is None or not last.person or number - voices.spoke > 1 or voice.person or voice.name == last.name:
        return None
    if report.type != "direct" or report.cue is None or phrase.particle not in {"は", "も"} or not report.said:
        return None
    personal = report.cue.sort == "feel" or report.cue.lemma in _BY_MOUTH
    stop = report.said[0] - 1
    if not personal or stop - phrase.last < _CLAUSE or line[stop].text != "、" or not _firm(line, phrase, voice):
        return None
    return last if line[stop - 1].text in {"で", "が", "て"} or runs_on(line[stop - 1]) else None


def tells_of_thing(
    line: Sequence[Unit], phrase: Phrase, report: Report, current: Voice | None, voices: Voices, number: int
) -> Voice | None:
    """工具類は「買って用意した」と述べた, 消費の戻りは「まだら模様だ」と指摘した: what it is about; who told was named before."""
    if report.type != "direct" or phrase.mention is not None or phrase.particle != "は":
        return None
    wares = line[phrase.last - 1].text.endswith(_WARES)
    if not wares and (phrase.rank != NEVER or phrase.proper):
        return None
    if current is not None:
        return current  # 総裁は…としつつ、物価の上昇圧力は「なお強い」と語った
    spoke = voices.last is not None and voices.last == voices.topic and number - voices.spoke <= 1
    if wares and spoke:
        return voices.last  # トヨタは増産すると発表した。中国事業は「厳しい」と説明した
    plainly = spoke or line[phrase.last - 1].text[-1] in _THINGS
    return voices.topic if plainly and _person(voices.topic) else None


_WARES = (
    "向け", "製", "産", "車", "事業", "部門", "需要", "販売", "販売台数", "売上高", "業績", "影響", "計画", "輸出", "生産",
)  # fmt: skip
"""X社は増収だとしたが、中国[向け]は「減る」とした: told of, whatever name stands in front."""
_THINGS = frozenset("類策税金代費車刀丁器銃物品路書図案値率額量数点性罪件時期賃料薬酒服")
"""What these letters end speaks for nobody: 包[丁], 現[金], 再発防止[策]."""


def _person(voice: Voice | None) -> bool:
    known = speakers_lexicon()
    return voice is not None and (voice.person or voice.text.endswith(known.humans + known.titles))


def goes_on_about(
    folded: str, line: Sequence[Unit], phrase: Phrase, report: Report, voice: Voice, voices: Voices, number: int
) -> Voice | None:
    """ただ、[輸出については]中国側が約束を破ったと批判した, [影響を受けた利用者]は34万人に上るとしている: whoever spoke just before tells of others."""
    last = voices.last if number - voices.spoke <= 1 else None
    if report.type != "indirect" or report.cue is None or report.received or phrase.rank == NAMED:
        return None
    if phrase.particle == "は" and line[phrase.last - 1].text in MASSES:
        office = last or (voices.topic if voices.topic is not None and voices.topic.body else None)
        own = office is not None and not office.press and office.name != voice.name
        return office if own and _counted_by_others(line, phrase, report) else None
    if last is None or voice.person or last.name == voice.name or phrase.particle != "が":
        return None
    if not (last.person or last.text.endswith(speakers_lexicon().titles)):
        return None
    if report.cue.lemma not in _BY_SOMEBODY or line[phrase.last + 1].text == "、":
        return None
    opening = folded[: line[phrase.first].start]
    return last if _ADDS.match(opening) or _OF_THIS.search(opening) else None


_ADDS = regex(r"(?:また|ただし?|さらに|更に|その(?:うえ|上)で|加えて|このほか|あわせて|併せて|なお)、?$")
_OF_THIS = regex(r"^[^。「」]{2,60}(?:については|に関しては|を巡っては|をめぐっては)、?$")
_BY_SOMEBODY = frozenset([
    "述べる", "語る", "話す", "言う", "説明", "強調", "批判", "非難", "指摘", "主張", "明らかに", "明かす", "警告", "懸念", "訴える", "答える",
    "付け加える", "不満を", "懸念を示", "不満を述べる", "反論", "釈明", "断言", "明言",
])  # fmt: skip
"""What somebody does who is speaking; a body announces, decides and forecasts of itself."""


def _counted_by_others(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """利用者は[34万人に上る]としている, 患者は[2000人]いると推計している: people at large count nobody."""
    assert report.cue is not None
    if report.cue.lemma in _RECKONED:
        return True
    told = line[phrase.last + 1 : report.stop]
    return report.cue.sort == "hold" and any("数詞" in unit.detail or unit.text[0].isdigit() for unit in told)


_RECKONED = frozenset(["発表", "公表", "推計", "推定", "試算", "見込む", "予測", "集計"])


def _firm(line: Sequence[Unit], phrase: Phrase, voice: Voice) -> bool:
    """True for a firm or what it owns: 製パン会社, 子会社, 事業; not for an office, which tells things itself."""
    return (voice.id is not None) or line[phrase.last - 1].text.endswith(_OWNED)


_CLAUSE = 5
"""So many words a clause has at least."""
_OWNED = (
    "会社", "企業", "社", "工場", "店", "事業", "部門", "ブランド", "メーカー", "商品", "新製品", "製品", "売上高", "出荷量",
)  # fmt: skip
_BY_MOUTH = frozenset(["語る", "話す", "言う", "笑う", "振り返る", "打ち明ける", "胸を張る", "意気込む", "手応え"])
