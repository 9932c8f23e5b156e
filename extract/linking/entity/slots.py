"""Names told by the slot they fill: nothing but a firm has a 株価 or is 世界首位を走る, whatever its name looks like.

`slot_names` takes the folded text of an article and yields the words that stand where news puts a firm: before its
share price (`カガリの株価`), in focus (`急落したのはカガリ。`), in a ranking (`3位にはカガリ(時価総額4兆円)`), behind what a firm did
(`昨年上場したカガリは`), before its head (`カガリの山野最高経営責任者`). Leaves common nouns (`半導体株の株価`, `増えたのは輸入車だ`), places
and articles that do not speak of firms at all. Every pattern looks at a bounded stretch; the words are those of
lexicon/slots.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.entity.borders import script
from jijitsu.extract.linking.entity.endings import KATAKANA, OF_PERIOD, OFFICE, endings, without_lead
from jijitsu.extract.linking.entity.letters import is_of_time_or_money
from jijitsu.extract.linking.entity.wordhood import bodied, body_points, is_count, short_firm
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.words.anchors import Anchored

_LETTER = r"ァ-ヺー一-鿿々ヶA-Za-z0-9&・"
_KANA = r"[ぁ-ゖ]{2,5}[一-鿿ァ-ヺー]{1,8}?"
NAME = rf"(?P<name>(?<![{_LETTER}])[{_LETTER}]{{2,16}}?|(?<![{_LETTER}ぁ-ゖ]){_KANA})"
_OTHER = NAME.replace("<name>", "<other>")
# The same where what stands before says that a name begins.
FOLLOWING = rf"(?P<name>[{_LETTER}]{{2,16}}?|{_KANA})"
_CALLED = r"(?:\([^()]{1,20}\)|<[^<>]{1,10}>)?(?:だ(?=[。、])|で、|。|である|でした|です|の株|だった|だが)"
_RELEASED = r"(?:が(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?に?(?:発表|公表|開示)した|は[0-9]{1,2}日、)"
_LATIN = regex(r"[A-Z][A-Za-z]{2,}")
# Blue Leafは10億ドルを調達した: two Latin words and what only a firm does
_LATIN_FIRM = regex(
    r"(?:^|(?<=[。、\n「]))(?:[米英仏独印])?(?P<name>[A-Z][A-Za-z]{1,15}(?: [A-Z][A-Za-z]{1,15}){1,2})[はがも](?=[^。はがも]{0,30}?"
    r"(?:を(?:新たに)?調達|(?:売上高|純利益|営業利益|評価額|時価総額|販売台数|出荷台数)[がはも]|台を(?:販売|出荷|納車|生産)|の(?:増収|減収|増益|減益|赤字|黒字)))"
)
_GRAMMAR = ("助詞", "助動詞", "動詞", "副詞", "接続詞", "連体詞", "感動詞", "代名詞", "形容詞")


class _Slots(msgspec.Struct, frozen=True):
    """Where a firm's name stands. Each pattern has a group `name` (or `other`)."""

    firms: re.Pattern[str]
    """An article without any speaks of no firm."""
    sure: tuple[re.Pattern[str] | Anchored, ...]
    """Nothing but a firm stands there."""
    bound: tuple[re.Pattern[str] | Anchored, ...]
    """Other things stand there too: the name must be one by its look."""
    traded: Anchored
    """Only what is traded stands there, shares or goods."""
    announced: Anchored
    coded: Anchored
    flashed: Anchored
    ticker: Anchored
    counted: re.Pattern[str]
    kinded: re.Pattern[str]
    ahead: re.Pattern[str]
    """What stands before a name in the same letters."""
    generic: re.Pattern[str]
    coined: tuple[str, ...]
    wares: tuple[str, ...]
    bodies: tuple[str, ...]
    """What a body, an office or a club ends in, which announces too."""


def _sure(of: dict[str, str], sort: str) -> tuple[re.Pattern[str] | Anchored, ...]:
    """Where nothing but a firm stands. `of`: the words of lexicon/slots.yaml by their key; `sort`: what kind of firm follows."""
    listed = rf"\((?:{of['listings']}|[0-9][0-9A-Z]{{3}}[・、/ ](?:{of['boards']}))"
    return (
        # 北辰航空が15日発表した2026年3月期連結決算は
        _anchored(rf"{NAME}{_RELEASED}(?=[^。]{{0,40}}?(?:{of['reported']}))", _RELEASED),
        # カガリの株価は
        _anchored(
            rf"{NAME}(?:社|側)?の(?:株価(?!指数)|時価総額|初値|投資判断|投資評価|レーティング|株(?=[はがもを、])|株式(?=[はがもを]))|{_OTHER}株(?=[はが])",
            "の(?:株|時価総額|初値|投資|レーティング)|株[はが]",
        ),
        # カガリの4~6月期の純利益
        _anchored(
            rf"{NAME}(?:社|側)?(?:{OF_PERIOD}の(?:{of['results']})|が決算を発表|は決算を発表|を(?:完全)?子会社化|に(?:対する)?TOB)",
            rf"の(?:{of['results']})|決算を発表|を(?:完全)?子会社化|に(?:対する)?TOB",
        ),
        # カガリ(時価総額4兆円)
        _anchored(rf"{NAME}{listed}", listed),
        # カガリは逆に4%上げ、時価総額は400億円: nothing else has one
        _anchored(
            rf"(?:^|(?<=[。、のる\n])){FOLLOWING}[はがも](?=[^。はがも「」]{{0,24}}時価総額[はがも]?約?[0-9])",
            r"時価総額[はがも]?約?[0-9]",
        ),
        # 昨年上場したカガリは, このうちカガリの販売は
        regex(
            rf"(?:(?:東証|ナスダック|市場|取引所)?[にへ]?(?:新規)?上場(?:した|する|している)|{of['deeds']})"
            rf"{FOLLOWING}(?:社)?(?=[はがもを、(]|の(?:{of['owned']}))"
        ),
        # カガリの山野最高経営責任者, カガリのジョン・ミラーCEO
        _anchored(rf"{NAME}の(?:{KATAKANA}|[一-鿿]{{1,6}}[ぁ-ゖ一-鿿]{{0,4}}?)?(?:{of['heads']})", of["heads"]),
        # 急落したのはカガリ。 only shares and what they are of do so.
        regex(rf"(?:{of['moves']})[^、。はが]{{0,8}}(?:のは|のが)、?{sort}{FOLLOWING}{_CALLED}"),
    )


def _bound(of: dict[str, str], sort: str) -> tuple[re.Pattern[str] | Anchored, ...]:
    """Where other things stand, too."""
    return (
        # 世界首位を走るのは電池大手のカガリだ。 中でも目を引くのがカガリで、
        regex(rf"(?:[たるいく](?:のは|のが)|(?:[0-9]位|{of['places']})[はが])、?{sort}{FOLLOWING}{_CALLED}"),
        # 3位にはカガリ(時価総額4兆円)が入った。
        regex(rf"[0-9]位(?:に|には|は|が){FOLLOWING}(?=[(がだで]|の[0-9])"),
        # 個別ではトラステラが5.2%下げた, 半面、トラステラは3%高
        regex(
            rf"(?:^|[。、]|では|半面|一方|ほか|続き){FOLLOWING}(?:株)?[はがも](?:一時|前日比)?(?:約)?[0-9.]+(?:%|円|ドル|ポイント)"
            rf"[0-9銭台]{{0,3}}(?:ほど|超|強|弱|近く|以上)?(?:それぞれ)?の?(?:{of['verdicts']})",
            re.M,
        ),
        # トラステラの売上高は, トラステラでは営業利益が: things sell too
        _anchored(
            rf"{NAME}(?:社|側)?(?:{OF_PERIOD}の(?:{of['lines']})|で[はも](?=(?:{of['lines']}|{of['results']})))",
            rf"の(?:{of['lines']})|で[はも](?:{of['lines']}|{of['results']})",
        ),
        # トラステラを30億円で買収する, トラステラと資本提携する: land and business are bought too
        _anchored(
            rf"{NAME}(?:社)?(?:を(?:[^、。はがも]{{0,14}}で)?買収(?:する|した|し[、て]|へ)|と(?:資本|業務|資本業務)提携)",
            r"買収(?:する|した|し[、て]|へ)|と(?:資本|業務|資本業務)提携",
        ),
        # 一方、トラステラは売上高が3億円に増えた
        _anchored(
            rf"(?:^|[。、]|半面|一方){FOLLOWING}[はも](?=(?:連結)?(?:{of['lines']}|{of['results']})[がはも])",
            rf"[はも](?:連結)?(?:{of['lines']}|{of['results']})[がはも]",
        ),
    )


@cache
def _slots() -> _Slots:
    of = {key: either(found) for key, found in words("slots").items()}
    sort = (
        rf"(?:(?:[^、。のはが]{{0,12}}の)?(?:[^、。はが]{{0,14}}?(?:{of['sorts']})(?:の|、)?)?[米英仏独韓伊豪加蘭印]?)?"
    )
    return _Slots(
        firms=regex(rf"{of['of_firms']}|[兆億]|[0-9]台|[0-9][%円][高安]"),
        sure=_sure(of, sort),
        bound=_bound(of, sort),
        # カガリは買い気配で始まった, カガリが公開価格を下回る初値を付けた: nothing but shares does so.
        traded=_anchored(
            rf"{NAME}[はがも](?:[^。はがもを]{{0,16}}?(?:(?:{of['quoted']})|[0-9]円で寄り付)|[^。はがも「」]{{0,48}}?初値を)",
            rf"{of['quoted']}|円で寄り付|初値を",
        ),
        # 東洋石油開発は8日、…の権益を取得すると発表した。: first in its sentence, with money or shares behind it
        announced=_anchored(
            r"(?:^|(?<=[。\n]))[ 　]?(?P<name>[ァ-ヺー一-鿿々ヶA-Z&・]{3,14})は(?:[0-9]{1,2}月)?[0-9]{1,2}日、"
            r"(?=[^。「」]{0,90}?(?:[0-9兆億万][円%]|ドル|株|買収|工場))(?=[^。]{4,160}(?:と|を)(?:発表|公表|開示)した)",
            r"は(?:[0-9]{1,2}月)?[0-9]{1,2}日、",
        ),
        # あさひなネット<472B>: whatever bears a code is listed, ordinary words and all.
        coded=Anchored(
            regex(rf"(?:^|(?<=[、。」】=◇◆○● \nたるの])){FOLLOWING}(?=<[0-9][0-9A-Z]{{3}}(?:\.[A-Z]{{1,2}})?>)", re.M),
            regex("<[0-9]"),
        ),
        # (9時45分、コード472B)あさひなネットが反落した
        flashed=Anchored(
            regex(rf"コード ?[0-9][0-9A-Z]{{3}}\){FOLLOWING}(?=[はがも])"), regex(r"コード ?[0-9][0-9A-Z]{3}\)")
        ),
        # ステラックス(STLX)が急落; not 国際通貨基金(IMF)
        ticker=_anchored(
            rf"(?<![{_LETTER}])(?P<name>{KATAKANA}|[A-Z][a-z]{{2,14}})(?=\([A-Z]{{2,5}}(?:\.[A-Z])?\)(?:株)?[はがもを、])",
            r"\([A-Z]{2}",
        ),
        # 飛雲汽車は1万9800台: what ends like a firm's name, right before its count.
        counted=regex(
            rf"(?:^|[。、]|では)(?:(?:中国|韓国|台湾|米国|英国|ドイツ|フランス|インド|イタリア|スペイン|スウェーデン|チェコ)の|[米英独仏韓伊印](?=[ァ-ヺA-Z]))?{FOLLOWING}[はがも](?=(?:[0-9.]+(?:%|割|倍)(?:近く|強|弱|超)?[増減]?の)?[0-9][0-9,.]{{0,8}}万?[0-9]{{0,4}}(?:台|億|万))",
            re.M,
        ),
        # 自動車大手カガリは
        kinded=regex(
            rf"(?:{of['callings']})(?:の|、)?[米英仏独韓中伊豪加蘭印]?{FOLLOWING}(?:社)?"
            r"(?=[はがもを、(]|の(?:株|販売|売上|純利|営業|時価|業績|決算))"
        ),
        ahead=regex(rf"^(?:銀行(?=[ァ-ヺー]{{2,}}・)|{of['ahead']}|[0-9]+位)"),
        generic=regex(rf"(?:{of['generic_ends']}|(?<![ァ-ヺー])ベース)$|^(?:{of['generic_heads']})|[0-9%]|指数"),
        coined=tuple(words("slots")["coined"]),
        wares=tuple(words("slots")["wares"]),
        bodies=tuple(words("slots")["bodies"]),
    )


def _anchored(pattern: str, anchor: str) -> Anchored:
    return Anchored(regex(pattern), regex(anchor))


def speaks_of_firms(folded: str) -> bool:
    """True if the article has a word of shares or results, or a sum such as firms have."""
    return _slots().firms.search(folded) is not None


def slot_names(folded: str) -> Iterator[str]:
    """Yield each word of the folded article text that stands where a firm's name stands."""
    if not speaks_of_firms(folded):
        return
    slots = _slots()
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in slots.sure):
        groups = match.groupdict()
        name = bare(groups.get("name") or groups.get("other") or "")
        if name and _may_own(name):
            yield name
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in slots.bound):
        name = bare(match["name"])
        if name and is_new(name):
            yield name
    for match in slots.traded.finditer(folded):
        if (name := bare(match["name"])) and (_may_own(name) or _is_traded(name)):
            yield name
    for match in slots.announced.finditer(folded):
        if (name := bare(match["name"])) and _announces(name):
            yield name
    for match in chain(slots.coded.finditer(folded), slots.flashed.finditer(folded)):
        if (name := bare(match["name"])) and name not in endings().stop and not name.endswith("コード"):
            yield name
    for match in slots.ticker.finditer(folded):
        if not match["name"].endswith(slots.coined) and match["name"] not in endings().stop:
            yield match["name"]
    for match in slots.counted.finditer(folded):
        name = bare(match["name"])
        if name and (is_new(name) or (_LATIN.fullmatch(name) and "調達" in folded[match.end() : match.end() + 24])):
            yield name  # Chimeは7億ドルを調達した
    for match in _LATIN_FIRM.finditer(folded):
        yield match["name"]
    yield from _counted_up(folded)
    for match in slots.kinded.finditer(folded):
        name = bare(match["name"])
        if name and (is_new(name) or (_may_own(name) and _bears_a_name(name))):
            yield name


_COUNTED_UP = Anchored(
    regex(
        rf"(?<![{_LETTER}])(?P<list>[{_LETTER}ぁ-ん()]{{2,24}}(?:(?:、|と)[{_LETTER}の()]{{2,24}}){{1,4}})の[2-6二三四五六]社(?=[はがをにで、])"
    ),
    regex("の[2-6二三四五六]社[はがをにで、]"),
)


def _counted_up(folded: str) -> Iterator[str]:
    """カガリ高原開発と関連のカガリホテルズ、若狭リネンの3社は: firms all, by their number; not 大手と中堅の2社."""
    for match in _COUNTED_UP.finditer(folded):
        for part in re.split("[、と]", match["list"])[1:]:
            name = bare(part.rpartition("の")[2].partition("(")[0])
            if name and not is_generic(name) and (_may_own(name) or (len(name) > 3 and _mixed(name))):
                yield name


def _mixed(name: str) -> bool:
    """True for 若坂ホテルズ: kanji and then katakana, and no deed's (中古マンション has one word for each)."""
    seen, scripts = tokens(name), [script(char) for char in name]
    return (
        scripts[0] == "kanji"
        and scripts[-1] == "katakana"
        and (len(seen) > 2 or seen[0].detail.startswith("固有名詞"))
        and all(word.pos != "動詞" and "サ変" not in word.detail for word in seen)
    )


def bare(found: str) -> str | None:
    """A name as found, without 大手の, このうち and the like; None if nothing is left."""
    found = _slots().ahead.sub("", found)
    lead = endings().leads.match(found)
    found = found[lead.end() :] if lead else found
    if len(found) == 2:
        return found
    return without_lead(found)


@lru_cache(maxsize=4096)
def _may_own(name: str) -> bool:
    """True if the word can be a firm where a share price is said to be its: カガリ, 丸越, 三ツ葉; not 半導体, 銀行."""
    if is_generic(name):
        return False
    seen = tokens(name)
    scripts = {script(char) for char in name if char not in "・ー"}
    if _fresh(seen) or _ends_like_firm(name):
        return True
    if "hiragana" in scripts:
        return False
    if len(seen) == 1:
        place = "地名-一般" in seen[0].detail or "人名" in seen[0].detail
        return place or scripts == {"katakana", "kanji"} or (scripts == {"katakana"} and not _wares(name))
    if scripts == {"katakana"}:
        return not _wares(name)
    if scripts == {"katakana", "kanji"}:
        return not any("サ変" in word.detail for word in seen) and len(name) <= 5
    return scripts == {"kanji"} and all(len(word.text) == 1 for word in seen) and len(name) <= 3


@lru_cache(maxsize=4096)
def is_new(name: str) -> bool:
    """True if the word can only be a name: a place or a noun in focus is itself what is spoken of."""
    if is_generic(name):
        return False
    seen = tokens(name)
    if _ends_like_firm(name) or any(word.oov for word in seen):
        return True
    if any("地名" in word.detail or "人名" in word.detail for word in seen):
        return False
    return _fresh(seen)


def _fresh(seen: tuple[Token, ...]) -> bool:
    """True if a word of the name is in no dictionary, or a name of a thing there."""
    return any(word.oov or word.detail.startswith("固有名詞-一般") for word in seen) and not any(
        word.pos in _GRAMMAR for word in seen
    )


def _is_traded(name: str) -> bool:
    """True for 鶴ヶ谷ハイドロ, ミズホノ製作: a name of its own with any word behind it; not 東京ゴム先物, 個別銘柄, トウモロコシ."""
    seen = tokens(name)
    own = len(seen) > 1 and (seen[0].oov or "固有名詞" in seen[0].detail) and "地名-国" not in seen[0].detail
    traded = len(name) > 4 and all(word.pos in ("名詞", "接頭辞", "接尾辞") for word in seen)
    return (
        own and traded and not name.endswith("先物") and not _slots().generic.search(name) and not OFFICE.search(name)
    )


@lru_cache(maxsize=4096)
def _announces(name: str) -> bool:
    """True for 東洋石油開発, サクラ珈琲, ヤマセ: nouns of which the first is no deed, and the last no body's and no name."""
    if is_generic(name) or name.endswith(_slots().bodies):
        return False
    seen = tokens(name)
    head, last = seen[0], seen[-1]
    own = head.oov or re.search("固有名詞-地名-国|人名|サ変|副詞|助数詞", head.detail) is None
    if len(seen) == 1:
        return head.oov
    return (
        own
        and all(word.pos in ("名詞", "接頭辞", "接尾辞") for word in seen)
        and (last.oov or not last.detail.startswith("固有名詞"))
    )


def _ends_like_firm(name: str) -> bool:
    """True for ヒビキ工業, 北斗化成, アストラルAI: in such a slot the ending is enough."""
    if short_firm(name):
        return True
    if endings().company.fullmatch(name) is None and endings().kana.fullmatch(name) is None:
        return False
    return (
        body_points(name) > 0
        or bodied(name)
        or (name.endswith("AI") and script(name[0]) == "katakana" and len(name) > 4)
    )


def compound(name: str) -> bool:
    """True for ノースレイク: katakana of two words that no trade bears."""
    return (
        len(tokens(name)) > 1
        and len(name) > 4
        and all(script(char) == "katakana" for char in name)
        and not _wares(name)
    )


def _bears_a_name(name: str) -> bool:
    """True for ミナト, ノースレイク, 丸越: a name of its own, two words in one, kanji that make no word."""
    seen = tokens(name)
    return "固有名詞" in seen[0].detail or compound(name) or (len(seen) > 1 and all(len(w.text) == 1 for w in seen))


def is_generic(name: str) -> bool:
    """True for what is no firm's name wherever it stands: 国内企業, 上位10, 同社, ハイテク."""
    return (
        len(name) < 2
        or name in endings().stop
        or (name.endswith(_not_tails()) and not endings().company.fullmatch(name) and not short_firm(name))
        or bool((_slots().generic.search(name) and not _is_bank(name)) or OFFICE.search(name))
        or (script(name[0]) == "hiragana" and tokens(name)[0].pos in _GRAMMAR)
        or is_count(tokens(name))
        or is_of_time_or_money(name)
    )


@cache
def _not_tails() -> tuple[str, ...]:
    return tuple(words("introductions")["not_tails"])


def _is_bank(name: str) -> bool:
    """True for カイト証券: a bank or broker by a name of its own, which 大手銀行 has not."""
    return name.endswith(("銀行", "証券")) and len(name) > 3 and body_points(name) > 0


def _wares(name: str) -> bool:
    """True for katakana that goods or trades bear: ゲームの株価 is none's, カガリの株価 one's."""
    return len(name) < 3 or name.endswith(_slots().wares)
