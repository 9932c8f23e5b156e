"""How well a noun phrase can speak: by its last noun, and by whether a proper name is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.morphology import is_surname
from jijitsu.extract.regex import regex
from jijitsu.extract.words.endings import Endings

NAMED, KNOWN, MAYBE, NEVER = 3, 2, 1, 0
"""A person or one pointed back to; a human noun or a body; an unknown name; a thing."""
_ALONE = frozenset([
    "男", "女", "娘", "父", "母", "妻", "夫", "兄", "弟", "姉", "妹", "国", "県", "市", "町", "村", "区", "都",
    "府", "軍", "党", "2人", "二人", "孫", "客", "親", "店", "僧", "姪", "甥", "嫁", "婿",
])  # fmt: skip
"""Speakers of one character."""
TIME_HEAD = regex(
    r"^(?:(?:\d{1,4}|[一二三四五六七八九十〇]{1,4})(?:年|月|日(?!町)|時|分|年度|年代)(?:ごろ|頃|夜|朝|午前|午後)?"
    r"|同日|同月|同年|今年|昨年|前日|翌日|今月|先月|午前|午後|きょう|あす|きのう|[月火水木金土日]曜日?)+の?"
)


_NUMBERED_OFFICE = regex(
    r"(?:(?:第|捜査)[0-9一二三四五六七八九十]{1,4}[課部局室係班]|[一-鿿][0-9一二三四五六七八九十]{1,4}課|(?<=.の)(?:2|二)人)$"
)
"""捜査1課, 人事1課, ゆずの2人."""
_NUMBERED_KING = regex(r"[ァ-ヴー]{2}(?:\d+|[一二三四五六七八九十]+)世$")


_JOINT = regex(
    r"(?:[^の]{1,24}の)?[2-9二三四五六七八九](?:社|者|党|カ国|か国|ヵ国|ヶ国|団体|省庁|大学|閣僚|行|労組|都県|府県|[県市町村区])"
    r"|[^の]{2,24}双方|(?:[^の]{1,24}の)?両(?:者|党|国|行|首脳|政府|団体|大学)"
)
"""4社, 日米韓の3カ国, 三者, 両党: several that speak together."""


MASSES = frozenset([
    "高齢者", "国民", "市民", "県民", "住民", "消費者", "利用者", "若者", "子ども", "子供", "患者", "有権者", "観光客", "労働者", "女性", "男性", "感染者",
])  # fmt: skip
"""X氏は「…」としつつ、[高齢者]は備えるべきだと述べた: people at large are told of."""


class _Words(msgspec.Struct, frozen=True):
    humans: tuple[str, ...]
    bodies: tuple[str, ...]
    industries: tuple[str, ...]
    titles: tuple[str, ...]
    never: frozenset[str]
    back_person: frozenset[str]
    back_body: frozenset[str]
    press: tuple[str, ...]
    tails: Endings
    """Humans, titles and bodies, in this order."""
    nobody: Endings
    """The same words as `never`."""
    things: Endings
    """What speaks for nobody, though a proper name stands before it."""
    occasions: tuple[str, ...]
    texts: frozenset[str]
    """手紙の内容は「…」と書かれ: topics that say nothing themselves."""
    complaints: frozenset[str]
    """店主から「…」として苦情を受けた: what comes from X."""


@cache
def speakers_lexicon() -> _Words:
    """titles.yaml and media.yaml, as this module asks for them."""
    titles, media = words("titles"), words("media")
    back = titles["back"]
    return _Words(
        tuple(titles["humans"]), tuple(titles["bodies"]), tuple(titles["industries"]), tuple(titles["roles"]),
        frozenset(titles["never"]), frozenset(back["person"]), frozenset(back["body"]), tuple(media["press"]),
        Endings((*titles["humans"], *titles["roles"], *titles["bodies"])), Endings(titles["never"]),
        Endings(titles["things"]), tuple(media["occasions"]),
        frozenset(titles["texts"]), frozenset(titles["complaints"]),
    )  # fmt: skip


_STATIONS = ("新聞", "新聞社", "放送", "放送網", "テレビ", "TBS", "テレ朝", "日テレ", "テレ東")


def sounds_like_press(name: str, code: str | None) -> bool:
    """True for a firm with a code that is named as an agency is: 光通信; not for stations, which tell of others too."""
    return code is not None and not name.endswith(_STATIONS) and not name.startswith(_STATIONS)


def proper_in(part: Sequence[Unit]) -> bool:
    """True if a proper name, an unknown word or a run of katakana or Latin words is in it."""
    if any("固有名詞" in unit.detail or unit.oov for unit in part):
        return True
    foreign = [unit for unit in part if re.fullmatch(r"[ァ-ヴーA-Za-z&]+", unit.text)]
    bare = [unit for unit in part if unit.pos not in {"連体詞", "接頭辞"}]  # この[プラント], 両[テキスト]
    return (
        len(foreign) > 1
        or (bool(foreign) and len(bare) > 1)
        or any(
            part[at - 1].text in {"会社", "企業", "大手", "メーカー"} and part[at] in foreign
            for at in range(1, len(part))
        )
    )


def able_of(text: str, head: Unit) -> bool:
    """True if nothing is known against a phrase as a speaker: no time, count, deed or thing."""
    known = speakers_lexicon()
    return (
        head.pos in {"名詞", "接尾辞"}
        and not any(sign in head.detail for sign in ("数詞", "副詞可能", "サ変", "形状詞可能", "助数詞"))
        and head.text not in known.never
        and not _thing(TIME_HEAD.sub("", text) or text, head)
    )


_COUNTERS = frozenset({"人", "社", "名", "2人"})
_TAILS = frozenset("本島山川港丸城湖湾海船橋道街論説薬性力式系型版産製機像塔曲病症株円車跡案額面系用品費税料代権")


def bare_surname(text: str) -> bool:
    """True for a surname of two letters and more, whatever words the dictionary sees in it: 捕手の[金城], 40歳の[朝山]."""
    name = text.rsplit("の", 1)[-1]
    if (given := _KANA_GIVEN.fullmatch(name)) is not None:
        name = given[1]  # 望月ひなた
    return 2 <= len(name) <= 4 and name not in _FELLOWS and is_surname(name)


_KANA_GIVEN = regex(
    "([一-鿿々]{2,3})(?!(?:など|ほか|ほど|たち|さん|くん|ちゃん|まで|だけ|より|から|ばかり|とも|こそ|さえ|しか|ぶり|ごと|ども|みたい|らしい|あて|ほう|よう|こと|もの|ため|ところ)$)[ぁ-ん]{2,4}"
)
_FELLOWS = frozenset(["仲間", "上司", "味方"])


def _thing(text: str, head: Unit) -> bool:
    return head.text in _TAILS or speakers_lexicon().things.first(text) is not None


def rank_of(text: str, head: Unit, proper: bool, counted: bool) -> int:
    """Return how well a phrase speaks: `proper` if its last part holds a name, `counted` if a number counts its noun."""
    known = speakers_lexicon()
    bare = TIME_HEAD.sub("", text)
    if bare in known.back_person or bare in known.back_body or bare in {"彼", "彼女", "彼ら"}:
        return NAMED
    if bare[:1] == "同" and bare[1:] in known.industries:
        return NAMED  # 同鉄道
    if _JOINT.fullmatch(bare):
        return KNOWN
    if bare.startswith("両") and bare[1:] in known.bodies + known.industries:
        return KNOWN  # 両社, 両信金
    if bare in _ALONE or _NUMBERED_KING.search(bare) or _NUMBERED_OFFICE.search(bare):
        return KNOWN
    if (head.text in known.never and bare == head.text) or not bare:
        return NEVER
    if head.pos == "名詞" and (
        ("助数詞" in head.detail and counted)
        or "名詞-数詞" in head.detail
        or head.detail.startswith("数詞")
        or "副詞可能" in head.detail
    ):
        many = bare.endswith(("人", "者", "社", "名")) and head.text in _COUNTERS and len(bare) > 2
        return KNOWN if many else NEVER
    tail = known.tails.first(bare)
    if tail is not None and not any(len(word) >= len(tail) and word != tail for word in known.nobody.all_of(bare)):
        # 出店 is a verb's noun, 記者 is not; a lone 家 or 手 is no speaker.
        deed = "サ変" in head.detail and not tail.endswith(head.text)  # 諮問[会議] is a body
        whole = head.text.endswith(tail) or (tail.endswith(head.text) and tail not in known.never)  # 商[店主]
        if whole and not deed and (len(bare) > 1 or head.pos == "接尾辞"):
            return KNOWN
    if bare.endswith(known.industries) and proper:
        return KNOWN
    if _thing(bare, head):
        return NEVER
    if head.text.isupper() and head.text in known.never:
        return NEVER  # 通期のEBITDA
    if "人名" in head.detail and re.fullmatch(r"[一-鿿]{2,}", text):
        return KNOWN
    if "固有名詞" in head.detail:
        return MAYBE
    if re.fullmatch(r"[ァ-ヴーA-Za-z&]+", head.text) and proper:
        return MAYBE
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9.&\-]+", head.text) or (head.oov and len(head.text) > 1):
        return MAYBE
    return NEVER
