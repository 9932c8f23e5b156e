"""Reports of words in 「」: by と and a word of saying, by brackets with a speaker, by a noun of utterance."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.brackets import ends_at, listed_at
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.sentence.wording import Strength, strength
from jijitsu.extract.linking.speech.cues import Cue, cue_at, lexicon, shown_at, view_at
from jijitsu.extract.linking.speech.holding import holding
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.uttered import called_in, uttered
from jijitsu.extract.regex import regex


def direct(folded: str, line: Sequence[Unit], said: int, at: int) -> Report | None:
    """「…」と with what follows."""
    power = strength(folded[slice(*line[said].inner)])
    listed = listed_at(line, said)
    report = _followed(folded, line, said, at, power)
    if report is not None or power == "weak" or folded[: line[said].end - 1].endswith(_TITLES):
        return report
    return uttered(line, listed, at)


_TITLES = ("について", "に関して", "のお知らせ", "に向けて")
"""「国旗の掲揚について」とする通達: the heading of a paper."""


def _followed(folded: str, line: Sequence[Unit], said: int, at: int, power: Strength) -> Report | None:
    listed = listed_at(line, said)
    if at + 1 >= len(line) or line[at + 1].text == "。":
        return Report(type="direct", said=listed, stop=at, cue=None) if power == "strong" else None
    following = line[at + 1]
    if following.text == "は" and at + 2 < len(line):
        return Report(type="direct", said=listed, stop=at, cue=None, needs_speaker=True) if power != "weak" else None
    if following.text == "の":
        return _noun(folded, line, listed, at, at + 2, power)
    if following.lemma in {"いう", "云う"} or (following.lemma == "言う" and following.text == "いう"):
        return _said_iu(folded, line, listed, at, power)
    if following.lemma == "する":
        return holding(folded, line, listed, at, power)
    if following.lemma == "聞く" and at + 2 < len(line) and line[at + 2].lemma == "れる" and power != "weak":
        heard = Cue(at + 1, at + 3, "聞く", "say", passive=True)  # 記者から「…」と聞かれると
        return Report(type="direct", said=listed, stop=at, cue=heard, needs_speaker=True, received=True)
    if following.lemma in _ENTITLED:
        return None  # 「…」と題した講演で、X氏は…と述べた
    cue, near = cue_after(folded, line, at + 1)
    if cue is not None and power != "weak" and (raised := _voiced_in(line, listed, at, cue)) is not None:
        return raised
    if not near and power == "weak" and (shown := shown_at(line, at + 1)):
        cue, near = shown, True
    held = uttered(line, listed, at) if cue is not None and not near and power != "weak" else None
    if held is not None and line[held.end].text in {"が", "も"}:
        return held  # 「…」と匿名の通報があり、調べたところ…と認めた
    if cue is None:
        return _verbless(line, listed, said, at, power)
    if (
        (not near and _told_on(line, at, cue))
        or _advertised(line, cue)
        or (power == "weak" and _deems(folded, line, cue))
    ):
        return None
    if _calls(line, said, cue) and power == "weak":
        return Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=True)
    if cue.sort in {"name", "relay"} or (line[cue.at].lemma in lexicon().naming and power == "weak"):
        return None
    if cue.passive and any(unit.text == "を" for unit in line[at + 1 : cue.at]):
        return _verbless(line, listed, said, at, power)  # 「…」と実績を認められたことを喜んだ
    if cue.passive:
        given = power != "weak" and line[cue.at].lemma not in lexicon().naming
        return (
            Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=True, received=True) if given else None
        )
    if power == "weak" and (not near or _labels(line, cue) or cue.lemma in {"位置づけ", "位置付け"}):
        return None
    return Report(
        type="direct",
        said=listed,
        stop=at,
        cue=cue,
        needs_speaker=power == "weak" and not _told(folded, line[said], cue),
    )


def _told_on(line: Sequence[Unit], at: int, cue: Cue) -> bool:
    """「稼げる」と誘われ[た]と供述した: what was done to somebody in those words is all that is told, in one clause."""
    last = cue.at - 1
    if last - 1 <= at or line[last].text != "と" or line[last - 1].pos != "助動詞":
        return False
    between = line[at + 1 : last]
    passive = any(unit.lemma in {"れる", "られる"} for unit in between)
    return passive and all(unit.text != "、" for unit in between)


def _deems(folded: str, line: Sequence[Unit], cue: Cue) -> bool:
    """流用すれば「窃盗」とみなす[と警告した]: what somebody will take it for is part of what is said."""
    if cue.sort not in {"feel", "judge"} or cue.passive or cue.end + 1 >= len(line) or line[cue.end].text != "と":
        return False
    plain = line[cue.end - 1].text == line[cue.end - 1].lemma and line[cue.end - 1].pos == "動詞"
    outer = cue_at(folded, line, cue.end + 1)
    return plain and outer is not None and outer.sort == "say" and not outer.passive


def _advertised(line: Sequence[Unit], cue: Cue) -> bool:
    """「飲むだけで痩せる」とうたった[広告]には根拠がない: what the goods say of themselves, and not who judges them; not とうたい販売した."""
    last = line[cue.end - 1]
    sings = cue.lemma in {"うたう", "謳う", "宣伝"} and last.text in {"た", "する", "いる", cue.lemma}
    return sings and cue.end < len(line) and line[cue.end].pos == "名詞"


def _told(folded: str, said: Unit, cue: Cue) -> bool:
    """ファンに「ありがとう!」とコメントした, 「3割減」と試算している: more than a term, whoever is left out."""
    words = folded[slice(*said.inner)]
    exclaimed = words.endswith(("!", "?")) and len(words) > 4 and cue.lemma in _VOICED
    return exclaimed or (cue.sort in {"judge", "forecast"} and _SIZED.search(words) is not None)


_VOICED = frozenset(
    ["コメント", "語る", "話す", "述べる", "叫ぶ", "答える", "投稿", "ツイート", "つぶやく", "書き込む", "呼びかける"]
)
_SIZED = regex(r"[0-9](?:割|%|倍|[万億兆]?(?:円|ドル|ユーロ|元|人|台|件))")


_COMES = frozenset([
    "ある", "出る", "上がる", "聞く", "寄せる", "届く", "相次ぐ", "殺到", "多い", "強い", "根強い", "漏れる", "くすぶる", "広がる", "目立つ",
])  # fmt: skip


def _voiced_in(line: Sequence[Unit], listed: tuple[int, ...], at: int, cue: Cue) -> Report | None:
    """早見氏から「…」と認める[発言があった], 「…」と不安を訴える[声が上がった]: whoever it came from said it."""
    noun = cue.end
    if (
        noun + 2 >= len(line)
        or line[noun].text not in lexicon().utterances
        or line[noun - 1].text not in {"な", line[noun - 1].lemma}  # 否定的な声
    ):
        return None
    if line[noun + 1].text not in {"が", "も"} or line[noun + 2].lemma not in _COMES:
        return None
    if any(unit.text == "、" for unit in line[at + 2 : cue.at]):
        return None  # 野党は「…」と反発を強めており、辞任を求める声も上がっている: another voice
    return Report(
        type="direct", said=listed, stop=at, cue=Cue(noun, noun + 1, line[noun].text, "say", False), needs_speaker=True,
        received=True,
    )  # fmt: skip


_ENTITLED = frozenset(["題する", "銘打つ", "名付ける", "名づける"])


def _calls(line: Sequence[Unit], said: int, cue: Cue) -> bool:
    """それを「裏切り」と呼んだ, と呼び、…と警告した: a judgement passed once; not 雪を「雪渓」と呼ぶ, 呼んでいる."""
    if cue.lemma != "呼ぶ" or cue.passive or not said or line[said - 1].text != "を":
        return False
    once = line[cue.end - 1].text in {"だ", "た"} and ends_at(line, cue.end)
    return once or (line[cue.end - 1].text == "呼び" and cue.end < len(line) and line[cue.end].text == "、")


def _labels(line: Sequence[Unit], cue: Cue) -> bool:
    """「泣ける」と書いたポスター, 「観測気球」とうたった飛行船: what bears the words; not とうたって肉を売った."""
    written = line[cue.at].lemma in {"書く", "記す", "うたう", "謳う"} and line[cue.end - 1].text not in {"て", "で"}
    return written and cue.end < len(line) and line[cue.end].pos == "名詞"


def _verbless(line: Sequence[Unit], listed: tuple[int, ...], said: int, at: int, power: Strength) -> Report | None:
    """「…」と with no word of saying behind: somebody's words if they are a sentence, or a clause behind its topic."""
    before_it = line[said - 1] if said else None
    topical = before_it is not None and (
        before_it.text in {"は", "も"}
        or (line[said - 2 : said - 1] and before_it.text == "、" and line[said - 2].text == "は")
    )
    if _names(line, at + 1):
        return None
    if held := uttered(line, listed, at) if power != "weak" else None:
        return held
    if not topical and power != "weak" and (held := called_in(line, listed, at)):
        return held
    if power == "strong" or (power == "clause" and topical):
        return Report(type="direct", said=listed, stop=at, cue=None, needs_speaker=True)
    return None


def _names(line: Sequence[Unit], at: int) -> bool:
    """True if the verb behind と names a thing: 「…」と題した, 「…」と書かれた."""
    for unit in line[at : at + 4]:
        if unit.lemma in lexicon().naming or unit.text in lexicon().naming:
            return True
        if unit.pos == "動詞":
            return False
        if unit.sort == "said":
            return unit is line[at]  # 「A」と「B」; not 「…」と、「脱炭素」を目指す考えを
    return False


def cue_after(folded: str, line: Sequence[Unit], at: int) -> tuple[Cue | None, bool]:
    """The first word of saying from unit `at` on, and whether it stands near (behind と, or behind Xに, Xは)."""
    near = True
    for next_ in range(at, len(line)):
        unit = line[next_]
        if unit.sort == "said":
            return None, False
        cue = cue_at(folded, line, next_)
        if cue is not None and (cue.sort != "relay" or near):
            return cue, near
        if unit.text == "。":
            break
        if unit.pos == "名詞" and (view := view_at(line, next_)) and not near:
            return view, True
        adverb = unit.pos == "形容詞" and unit.text.endswith("く")  # と詳しく説明した
        if next_ > at + 14 or (unit.pos in {"動詞", "形容詞"} and not adverb) or (unit.text == "、" and next_ > at):
            near = False
        if next_ > at + 40:
            break
    return None, False


def _noun(
    folded: str, line: Sequence[Unit], listed: tuple[int, ...], stop: int, at: int, power: Strength
) -> Report | None:
    """「…」との見方を示した, 「…」とのコメントを出した, 「…」とのこと."""
    if at < len(line) and line[at].text == "こと":
        return Report(type="direct", said=listed, stop=stop, cue=None, reported=True) if power != "weak" else None
    cue = view_at(line, at)
    if cue is not None and (power != "weak" or cue.end > cue.at + 1):
        return Report(type="direct", said=listed, stop=stop, cue=cue, needs_speaker=power == "weak")
    return None


def _keeps_saying(line: Sequence[Unit], at: int) -> bool:
    """True for いっている, いっていた in kana; not for いった."""
    return (
        [unit.text for unit in line[at : at + 2]] == ["いっ", "て"]
        and at + 2 < len(line)
        and line[at + 2].lemma in {"いる", "おる"}
    )


def _said_iu(folded: str, line: Sequence[Unit], listed: tuple[int, ...], at: int, power: str) -> Report | None:
    """「…」という: a name or hearsay, but for 「…」という考えを示した, 「…」といい、, 「…」という。"""
    following = line[at + 2] if at + 2 < len(line) else None
    if following is not None and _keeps_saying(line, at + 1):
        return Report(type="direct", said=listed, stop=at, cue=Cue(at + 1, at + 4, "いう", "say", False))
    if following is None or following.text in {"。", "、", "が"}:
        return (
            Report(
                type="direct", said=listed, stop=at, cue=Cue(at + 1, at + 2, "いう", "say", False), needs_speaker=True
            )
            if power != "weak"
            else None
        )
    cue = view_at(line, at + 2)
    return Report(type="direct", said=listed, stop=at, cue=cue) if cue is not None and power != "weak" else None
