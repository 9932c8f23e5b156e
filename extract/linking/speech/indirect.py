"""Reports of a clause: what stands before と and a word of saying, outside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.afterwards import paused, told_behind
from jijitsu.extract.linking.speech.clauses import is_all_figure
from jijitsu.extract.linking.speech.cues import Cue, cue_at, hold_form, shown_at, view_at
from jijitsu.extract.linking.speech.objects import governed
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex

NOMINAL = frozenset([
    "ため", "必要", "不可欠", "困難", "重要", "可能", "確実", "当然", "予定", "方針", "見込み", "見通し", "考え",
    "はず", "つもり", "慎重", "適切", "妥当", "不要", "無理", "必至", "必須", "好調", "堅調", "限定的", "明らか",
    "不可能", "時期尚早", "急務", "課題", "要因", "原因", "もの", "わけ", "有効", "有益", "不透明", "一時的",
])  # fmt: skip
"""Nouns that end a clause without だ: 増産が必要と判断した."""
_STATING = frozenset([
    "発表", "公表", "主張", "説明", "強調", "判断", "分析", "語る", "話す", "述べる", "指摘", "証言", "報告",
    "明かす", "結論づけ",
])  # fmt: skip
"""Words of saying before which だ may be left out behind any noun, if a subject shows the clause."""
_GUESSING = frozenset(["推定", "推計", "予想", "予測", "見込む", "見る", "みる", "試算", "見積もる", "考える", "想定"])
"""The same, where the one who guesses has a topic of his own: 同社は、成長率は3%と予測した."""
_OWN_MIND = frozenset(["思う", "感じる", "信じる", "考える", "想定", "認識", "読む", "祈る", "願う"])
"""Without a subject the writer's own: 難しいと思います."""
_CHARGED = regex(r"として[^。]{0,80}(?:逮捕|起訴|書類送検|告発|提訴|摘発|検挙|有罪)")


def indirect(folded: str, line: Sequence[Unit], before: int, at: int) -> Report | None:
    """A clause before と and a word of saying."""
    predicate = _is_predicate(line, before)
    if at + 1 >= len(line) or _no_words(folded, line, before, at, predicate=predicate):
        return None
    if (raised := _raised(line, at + 1)) is not None:
        return Report(type="indirect", stop=at, cue=raised, needs_speaker=True, received=True)
    following = line[at + 1]
    if following.text == "の" or (following.lemma in {"いう"} and at + 2 < len(line) and line[at + 2].pos == "名詞"):
        cue = view_at(line, at + 2)
        return Report(type="indirect", stop=at, cue=cue) if cue and not cue.passive else None  # not との見方が持たれた
    if following.lemma == "する":
        return _held(line, at, predicate=predicate)
    if (end := _hearsay_end(folded, line, at)) is not None:
        told = end > at + 2  # といっている, not という
        said = told or end >= len(line) or line[end].text in {"。", "、"}
        cue = Cue(at + 1, end, "いう", "say" if told else "hearsay", False)
        return Report(type="indirect", stop=at, cue=cue, needs_speaker=True) if said else None
    cue = told_behind(folded, line, at)
    cue = cue or _near_cue(folded, line, at + 2 if paused(folded, line, before, at) else at + 1)
    if cue is None and predicate:
        cue = governed(folded, line, before, at + 1)
    if cue is None or _is_no_saying(folded, line, cue):
        return None
    return Report(type="indirect", stop=at, cue=cue, needs_speaker=cue.sort == "feel" or cue.lemma in _OWN_MIND)


def _is_predicate(line: Sequence[Unit], before: int) -> bool:
    """True if the clause ends in a verb or an adjective, or in a particle that ends one: 読みにくい, 行くか."""
    ends = line[before]
    described = "形状詞可能" in ends.detail and before > 0 and line[before - 1].text not in {"を", "に", "の"}
    return (
        described
        or _under_way(line, before)
        or ends.pos in {"動詞", "形容詞", "助動詞", "形状詞"}
        or (ends.pos == "接尾辞" and ends.detail.startswith(("形容詞的", "動詞的", "形状詞的")))
        or (ends.pos == "助詞" and ends.text in {"か", "から", "よ", "ね", "のみ", "では", "は"})
    )


def _under_way(line: Sequence[Unit], before: int) -> bool:
    """原因は[調査中]と説明した, 写真展を[開催中]としている; not 世界中."""
    ends = line[before]
    if ends.pos not in {"名詞", "接尾辞"} or not ends.text.endswith("中"):
        return False
    doing = tokens(ends.text[:-1])[-1] if len(ends.text) > 1 else line[before - 1] if before else ends
    return "サ変" in doing.detail


def _no_words(folded: str, line: Sequence[Unit], before: int, at: int, *, predicate: bool) -> bool:
    """True for what stands before と and is nobody's words: 店を開こうとした, 新聞によると, 呆然と, 電力を必要とした."""
    ends, behind = line[before], line[at + 1 : at + 2]
    if (
        predicate
        and ends.text != ends.lemma
        and _volitional(folded[: ends.end])
        and behind
        and behind[0].lemma == "する"
    ):
        return True  # 店を開こうとした, 壇上に登ろうとした
    by = ends.lemma == "よる" and line[before - 1].text == "に" and not cue_at(folded, line, at + 1)
    if by or "タリ" in ends.detail or ends.text == "じ":
        return True  # 新聞によると阪神は…, 呆然としていた, 負けじと打ち返した
    if ends.text in NOMINAL and before > 0 and line[before - 1].text in {"を", "に"}:
        return True  # 電力を必要とした
    bare = not predicate and not (ends.pos == "名詞" and ends.text in NOMINAL)
    return bare and not _verbless(folded, line, before, at) and not _set_off(line, before, at)


def _held(line: Sequence[Unit], at: int, *, predicate: bool) -> Report | None:
    """需要は底堅いとする見方を示した, 需要は底堅いとしている, 需要は底堅いとした."""
    form, end = hold_form(line, at + 1)
    if form == "past" and line[at - 1].text in _SETTLED:
        return None
    if form == "attributive" and (cue := view_at(line, end)):
        return Report(type="indirect", stop=at, cue=cue)
    behind = line[end].text if end < len(line) else ""
    if form == "present" and predicate and behind == "。":
        return Report(type="indirect", stop=at, cue=Cue(at + 1, end, "とする", "hold", False), needs_speaker=True)
    aside = form in {"attributive", "present"} and (
        behind in {"一方", "とともに", "ほか", "うえ", "上", "ものの"}
        or "".join(unit.text for unit in line[end : end + 2]) in {"ものの", "ととも", "と共に", "と同時"}
    )
    goes_on = line[at + 1].text == "し" and end == at + 2 and behind in {"、", "つつ", "ながら"}
    if not (aside or goes_on or form in {"continuing", "past"}):
        return None
    while end < len(line) and line[end].text in {"つつ", "ながら", "も"}:
        end += 1
    return Report(type="indirect", stop=at, cue=Cue(at + 1, end, "とする", "hold", False))


_SETTLED = frozenset(["方針", "未定", "据え置き", "無配"])
"""60円に増配する方針とした, 業績予想は未定とした: what is settled so, and no words."""


def _hearsay_end(folded: str, line: Sequence[Unit], at: int) -> int | None:
    """Where という, といっている ends, as the number of the unit behind it; None for other words."""
    following = line[at + 1]
    said = [unit.text for unit in line[at + 1 : at + 3]] == ["いっ", "て"] and at + 3 < len(line)
    if following.lemma == "いう" and said and line[at + 3].lemma in {"いる", "おる"}:
        return at + 4
    passed = following.text == "言う" and ("によると" in folded or "によれば" in folded)
    if following.lemma in {"いう", "言う"} and (following.text in {"いう", "いい"} or passed):
        return at + 2
    return None


def _is_no_saying(folded: str, line: Sequence[Unit], cue: Cue) -> bool:
    """True for a word that tells nobody's words here: と呼ばれる, と確認できた量は, 店を襲うと書いたとして捕まった."""
    if cue.passive or cue.lemma in {"呼ぶ", "歌う"}:
        return True
    if line[cue.at + 1 : cue.at + 2] and line[cue.at + 1].lemma in {"できる", "出来る"}:
        return True  # 海に沈んだと確認できた量は62トン: what can be told, and nobody tells it
    if cue.sort in {"relay", "name"} and cue.lemma != "伝える":
        return True
    if cue.lemma in {"みる", "見る"} and not _sees(line, cue):
        return True
    return _CHARGED.match(folded, line[cue.end].start if cue.end < len(line) else len(folded)) is not None


_SENT = frozenset([
    "提言", "提案", "連絡", "回答", "申し出", "通報", "説明", "報告", "要請", "通告", "要望", "助言", "忠告", "返答", "返事", "証言", "申し入れ",
    "申告", "届け出", "発言", "反論",
])  # fmt: skip


def _raised(line: Sequence[Unit], at: int) -> Cue | None:
    """騎手からは長い距離が向くと[提言があり], 裁判所から刑を執行するとの[連絡があった]: whoever it came from said it."""
    at += line[at].text == "の"
    if at + 2 >= len(line) or line[at].text not in _SENT or line[at + 1].text not in {"が", "も"}:
        return None
    if line[at + 2].lemma not in {"ある", "入る", "寄せる", "届く"}:
        return None
    return Cue(at, at + 3, line[at].text, "say", passive=False)


def _verbless(folded: str, line: Sequence[Unit], before: int, at: int) -> bool:
    """定員は40人と語った, 話し合いが先と主張した: the copula is left out, but a subject tells a clause."""
    if line[at + 1 : at + 2] and line[at + 1].text == "の" and view_at(line, at + 2):
        return line[before].pos in {"名詞", "接尾辞"} and _claused(line, before)  # 来期の受注は横ばいとの見通しを示した
    cue = cue_at(folded, line, at + 1)
    if cue is not None and cue.lemma in {"みる", "見る"} and _made_out(line, before, cue):
        return True
    if line[at + 1].lemma == "する":  # 死者は59人、行方不明者は16人などとしている; not ポイントとして挙げている
        holds = len(line) > at + 3 and line[at + 2].text == "て" and line[at + 3].lemma in {"いる", "おる"}
        counted = line[before].pos in {"名詞", "接尾辞"} and line[before].text != "こと" and _sized(line, before)
        return holds and counted and (_claused(line, before) or is_all_figure(line, before, at))
    if cue is None and _sized(line, before):  # 買収額は20億円程度と市場関係者は見ている
        cue = _near_cue(folded, line, at + 1)
        topical = any(unit.text in {"は", "が"} and unit.pos == "助詞" for unit in line[1:before])
        if cue is None or any(unit.text == "を" for unit in line[at + 1 : cue.at]):
            return False  # 大臣に15人の死亡と40人の拘束を報告した
        return topical and cue.lemma in _STATING | _GUESSING and line[before].pos in {"名詞", "接尾辞"}
    if cue is None or cue.lemma not in _STATING | _GUESSING or line[before].pos not in {"名詞", "接尾辞", "形状詞"}:
        return False
    if any(unit.text == "を" for unit in line[max(0, before - 4) : before]):
        return False  # 犯人を4人組と発表した
    if (
        _sized(line, before)
        and cue.lemma in _STATING
        and any(unit.text in {"は", "も", "が"} and unit.pos == "助詞" for unit in line[1:before])
    ):
        return line[before].pos != "動詞"  # 当局は死者60人、不明者38人と発表した
    return _claused(line, before) or (ends_part(line, cue.end) and _headed(line, before))


def _sized(line: Sequence[Unit], before: int) -> bool:
    """True for a noun with a number: 死者は[60人]."""
    return any("数詞" in unit.detail or unit.text[0].isdigit() for unit in line[max(0, before - 3) : before + 1])


def _made_out(line: Sequence[Unit], before: int, cue: Cue) -> bool:
    """署は[連絡が取れない88歳の男性]とみて身元の確認を急いでいる: whom or what they take it to be, told in a clause of its own."""
    if line[before].pos not in {"名詞", "接尾辞"} or not _sees(line, cue):
        return False
    topic = next((at for at in range(before - 1, 0, -1) if line[at].text == "は" and line[at].pos == "助詞"), 0)
    told = line[topic + 1 : before]
    if not topic or any(unit.text == "を" for unit in line[max(topic, before - 4) : before]):
        return False  # 逃げた男を同じ男とみて
    return any(unit.pos in {"動詞", "助動詞"} for unit in told) or any(unit.text == "の" for unit in told)


def ends_part(line: Sequence[Unit], at: int) -> bool:
    """True if a part of a headline ends before unit `at`: …と予測, …と主張-参院選, …と予想 新工場が寄与."""
    return at >= len(line) or line[at].text in {"-", "―", "─", "--", "——"} or line[at].start > line[at - 1].end


def _set_off(line: Sequence[Unit], before: int, at: int) -> bool:
    """40万台の達成は史上初[、と]している: a comma sets the と apart from its clause, which has a topic."""
    if line[at - 1].text != "、" or line[before].pos not in {"名詞", "接尾辞"} or at + 1 >= len(line):
        return False
    form, _ = hold_form(line, at + 1) if line[at + 1].lemma == "する" else ("", at)
    return form == "continuing" and any(unit.text == "は" and unit.pos == "助詞" for unit in line[1:before])


def _headed(line: Sequence[Unit], before: int) -> bool:
    """北星商事、来期は増益と予想: in a headline a comma sets the one who tells before the clause."""
    topic = next((at for at in range(before - 1, 0, -1) if line[at].text == "は"), 0)
    first = next((at for at in range(1, topic) if line[at].text in {"、", "は", "が"}), 0)
    return first > 0 and line[first].text == "、" and before - topic <= 12


def _claused(line: Sequence[Unit], before: int) -> bool:
    """True if a subject of its own stands before the noun, behind another topic."""
    for back in range(before - 1, max(-1, before - 30), -1):
        if line[back].pos == "動詞" or line[back].sort == "said":
            return False
        if line[back].pos == "助詞" and line[back].text in {"は", "が", "も"}:
            return back > 0 and before - back <= 12 and any(line[k].text in {"は", "も", "が"} for k in range(back))
    return False


def _volitional(text: str) -> bool:
    if re.search("[かわ分]かろう$", text):
        return True  # 襲いかかろうとした
    return text.endswith("う") and not text.endswith(
        ("だろう", "であろう", "でしょう", "かろう", "いう", "言う", "思う", "違う", "行う")
    )


def _sees(line: Sequence[Unit], cue: Cue) -> bool:
    """とみる。, と見ている, とみて調べている; not と見て取る."""
    if line[cue.at].text in {"みる", "見る"}:
        return cue.end >= len(line) or line[cue.end].text in {"。", "、", "が"}
    if line[cue.end : cue.end + 1] and line[cue.end].text in {"つつ", "ながら"}:
        return True  # X氏は、市況は底を打ったと見つつ、…と指摘した
    if any(unit.lemma in {"いる", "おる"} for unit in line[cue.at : cue.end]):
        return True
    topical = any(unit.text == "は" and unit.pos == "助詞" for unit in line[: cue.at])
    if topical and any(unit.lemma in {"いる", "おる", "急ぐ"} for unit in line[cue.end : cue.end + 24]):
        return True  # 署は同じ車とみて確認を急いでいる
    rated = "".join(unit.text for unit in line[cue.end : cue.end + 3]).startswith(
        ("目標株価", "投資判断", "レーティング")
    )
    closes = line[cue.end - 1].text == "て" and cue.end < len(line) and (line[cue.end].text == "、" or rated)
    if closes and topical and not any(unit.text in _MADE_KNOWN for unit in line[cue.end :]):
        return True  # X氏は…とみて、目標株価を上げた; not 国産とみて、買い取ったと発表した
    return any(unit.text in _PURSUED or unit.lemma in _PURSUED for unit in line[cue.end : cue.end + 24])


_MADE_KNOWN = frozenset(["発表", "公表", "明らか", "明かし", "報告", "説明"])
"""What was seen and done is told as one: とみて、営業を停止したと[発表]した."""
_PURSUED = frozenset([
    "捜査", "調べ", "調べる", "調査", "捜索", "追及", "行方", "捜す", "追う", "解明", "警戒", "裏付け", "特定", "分析", "聴取", "事情", "経緯", "動機",
    "全容", "実態",
])  # fmt: skip
"""と見て[捜査]している, とみて[行方]を追っている."""


_EXPLAINED = frozenset([
    "理由", "背景", "経緯", "狙い", "意義", "意図", "事情", "心境", "胸中", "実情", "実態", "現状", "手応え", "印象", "抱負", "決意", "期待", "懸念",
    "不安", "不満", "感想", "状況", "見通し", "考え", "喜び", "思い", "苦労", "魅力", "効果",
    "内", "危機感", "怒り", "悔しさ", "驚き", "本音", "持論", "見方", "見解", "認識", "方針", "立場", "根拠",
])  # fmt: skip
"""…見込みはないと[理由]を説明した."""


def _described(line: Sequence[Unit], at: int) -> int:
    """The noun behind words that describe it: と[苦しい][胸の]内を明かした, と[率直な]思いを語った."""
    for _ in range(3):
        if at + 1 >= len(line):
            break
        unit, behind = line[at], line[at + 1].text
        quality = unit.pos == "形状詞" or "形状詞可能" in unit.detail
        if unit.pos == "形容詞" and unit.text == unit.lemma:
            at += 1
        elif (quality and behind == "な") or (unit.text in _WHOSE and behind == "の"):
            at += 2
        else:
            break
    return min(at, len(line) - 1)


_WHOSE = frozenset(["胸", "心", "現在", "自身", "自ら", "今", "当時"])


def _towards(line: Sequence[Unit], at: int) -> int:
    """Where the verb begins behind に対し, に対して; 0 for anything else."""
    if line[at].text != "に" or at + 2 >= len(line) or line[at + 1].lemma != "対する":
        return 0
    behind = at + 2
    while behind < len(line) and line[behind].text in {"て", "は", "も", "、", "改めて", "繰り返し"}:
        behind += 1
    return behind


def _near_cue(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """A word of saying right behind と, or behind a short Xに, Xで, Xは."""
    if cue := cue_at(folded, line, at) or shown_at(line, at):
        return cue
    told = _described(line, at)
    if (
        line[told].text in _EXPLAINED
        and line[told + 1 : told + 2]
        and line[told + 1].text == "を"
        and (cue := cue_at(folded, line, told + 2) or shown_at(line, told))
    ):
        return cue if cue.sort == "say" else None
    for next_ in range(at, min(at + 12, len(line))):
        unit = line[next_]
        if unit.text in {"に", "で", "へ", "は", "が", "も"} and unit.pos == "助詞":
            if towards := _towards(line, next_):
                return cue_at(folded, line, towards)  # と記者団に対し説明した
            if (cue := cue_at(folded, line, next_ + 1)) and (
                cue.sort != "feel" or next_ == at or cue.lemma == "伝える"
            ):
                return cue  # 名を告げると男は驚き is no report
        elif (
            (unit.pos == "副詞" or "副詞可能" in unit.detail or (unit.pos == "形容詞" and unit.text.endswith("く")))
            and (cue := cue_at(folded, line, next_ + 1))
            and cue.sort != "feel"
        ):
            return cue  # と改めて表明した, とそれぞれ発表した, と詳しく説明した
        elif (
            (unit.pos == "形状詞" or "形状詞可能" in unit.detail)
            and line[next_ + 1 : next_ + 2]
            and line[next_ + 1].text == "に"
        ):
            cue = cue_at(folded, line, next_ + 2)
            return cue if cue and cue.sort != "feel" else None  # と率直に認めた
        elif (
            next_ > at
            and "数詞" in line[next_ - 1].detail + line[at].detail
            and (cue := cue_at(folded, line, next_ + 1))
        ):
            return cue  # と9月16日発表した
        elif unit.pos not in {"名詞", "接尾辞", "接頭辞", "副詞", "代名詞"} and unit.text not in {"の", "・"}:
            if unit.sort == "aside" or (
                unit.text == "と" and line[next_ + 1 : next_ + 2] and line[next_ + 1].text == "の"
            ):
                continue
            return None
    return None


def needed(folded: str, line: Sequence[Unit]) -> Iterator[Report]:
    """…する必要性を指摘した: the clause with its 必要性 is what is said."""
    for at in range(1, len(line) - 2):
        if (
            line[at].text in {"必要性", "重要性", "危険性"}
            and line[at + 1].text == "を"
            and line[at - 1].pos in {"動詞", "助動詞"}
        ):
            cue = cue_at(folded, line, at + 2)
            if cue is not None and cue.lemma in {"指摘", "強調", "主張", "訴える", "説く"} and not cue.passive:
                yield Report(type="indirect", stop=at + 1, cue=cue)
        if line[at].text == "性" and line[at + 1].text == "を" and line[at - 1].text in {"必要", "重要", "危険"}:
            cue = cue_at(folded, line, at + 2)
            if (
                cue is not None
                and cue.lemma in {"指摘", "強調", "主張", "訴える"}
                and line[at - 2].pos in {"動詞", "助動詞"}
            ):
                yield Report(type="indirect", stop=at + 1, cue=cue)
