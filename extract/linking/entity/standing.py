"""Where only what issues shares, reports results or is quoted stands: what the place says of the word there, in points.

`standing` takes the folded text of an article and yields a `Sign` for each such place; what a place says is added to the
other signs (signs.py), and wordhood.needed says how many points the word itself needs. So グランフォートの目標株価 is a firm's,
of two ordinary words though the name is made, while 半導体の株価 stays one of chips. Every pattern looks at a bounded
stretch; the words are those of lexicon/slots.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.entity.endings import OF_PERIOD
from jijitsu.extract.linking.entity.signs import DATE, Sign
from jijitsu.extract.linking.entity.slots import FOLLOWING as ONE_WORD
from jijitsu.extract.linking.entity.slots import NAME as WORD
from jijitsu.extract.linking.entity.slots import bare, is_generic, speaks_of_firms
from jijitsu.extract.regex import regex
from jijitsu.extract.words.anchors import Anchored

_MARK = "▽▼◇◆■□●○◎★☆▲△・*"
_LANDS = (
    "米国|英国|中国|韓国|台湾|香港|タイ|インド|ドイツ|フランス|スイス|イタリア|スペイン|オランダ|スウェーデン|デンマーク|ノルウェー"
    "|フィンランド|ベルギー|カナダ|ブラジル|オーストラリア"
)
_AT_HEAD = rf"(?:^[ {_MARK}]{{0,3}}|(?<=[。、」\n]))"
_TOLD = r"(?:一時|前日比|前週末比|続けて|[0-9]{1,2}日(?:続けて|ぶりに)?|[0-9]カ?[月年](?:続けて|ぶりに)|[^、。はが0-9]{0,8}(?:市場|取引)で)"
_WORDS = r"[ァ-ヺー一-鿿々A-Za-z0-9&・ぁ-ゖ]{2,16}?"
# Lumen Labs, N-Works: Latin words with blanks and hyphens besides what slots.py takes for a name
_LATIN = r"[A-Z][A-Za-z0-9&']{0,16}(?:[ -][A-Z][A-Za-z0-9&']{1,16}){1,2}"
NAME = WORD.replace("(?P<name>", rf"(?P<name>(?<![A-Za-z0-9.-]){_LATIN}|", 1)
FOLLOWING = ONE_WORD.replace("(?P<name>", f"(?P<name>{_LATIN}|", 1)
_Kind = tuple[str, int, str, str]
"""Label, points, pattern, anchor."""
_ALIKE = "ともに|それぞれ|そろって|いずれも"
_MOVES = r"[はがも](?:[0-9約、大小続反急も]|一時|前|[^、。はが]{1,10}で)"
_PERCENT = r"約?[0-9.]{1,5}%(?:近く|超|強|弱|余り|前後)?"
_SUM = r"[0-9][0-9.,兆億万]{0,10}(?:[円銭元]|ドル|ユーロ|ウォン|セント|ペソ|ルピー)"
_TITLED = r"^(?:[【<\[][^】>\]\n]{1,20}[】>\]])? ?"
_GREW = r"(?:減っ|増え|伸び|膨らん|落ち込ん|下落し|上昇し|急落し|急騰し|拡大し|縮小し|伸ばし|減らし|増やし|下げ|上げ)た"
SURE = 9
"""Points of a place that makes a firm's name of any word."""
OF_FIRMS = frozenset({"share", "coded", "headed", "whose", "country", "listed", "ranked"})
"""Labels of places where a word that ends as firms do is one."""


class _Place(msgspec.Struct, frozen=True):
    """A kind of place. `points`: what it says of the word there."""

    label: str
    points: int
    pattern: Anchored


@cache
def _places() -> tuple[_Place, ...]:
    """All kinds of places; each with the pattern's anchor, what stands in few articles."""
    return tuple(
        _Place(label, points, Anchored(regex(pattern, re.M), regex(anchor, re.M)))
        for label, points, pattern, anchor in (
            *_of_shares(),
            *_of_moves(),
            *_of_accounts(),
            *_of_deliveries(),
            *_of_others(),
        )
    )


@cache
def _of() -> dict[str, str]:
    return {key: either(found) for key, found in words("slots").items()}


def _moved() -> str:
    """は3.5%上昇した, は6.1%、ルモラは4.9%それぞれ下落した, は2755円まで上げた, は3日続伸した."""
    verdicts = _of()["verdicts"]
    return (
        rf"(?:{_TOLD}|、)*(?:(?:{_PERCENT}|約?{_SUM})(?:、[^。]{{0,40}}?)?[^、。はが]{{0,8}}?(?:{verdicts})"
        rf"|約?{_SUM}(?:台)?まで[^、。はが]{{0,8}}?(?:{verdicts}|買われ|売られ|値を)"
        r"|(?:大幅|小幅)?(?:に|な)?(?:続伸|続落|反発|反落|急騰|急落|急伸)|もみ合)"
    )


def _of_shares() -> Iterator[_Kind]:
    """What only shares, or who issues them, have: a price that analysts expect, a code."""
    of = _of()
    # グランフォートの目標株価を2000円に引き上げた, グランフォート株を6%保有する
    owned = r"株(?:を(?=[^。]{0,24}(?:保有|取得|売却|買い|手放|売り))|[はが])"
    holds = rf"(?:の|に対する|への)(?:{of['holdings']})(?!指数)"
    yield "share", 3, rf"{NAME}(?:社|側)?(?:{holds}|{owned})", rf"(?:{of['holdings']})|株[をはが]"
    # グランフォート(6123)が後場急伸; (1998) alone is a year
    boarded = rf"[0-9][0-9A-Z]{{3}}[・、/. ](?:{of['boards']})[^()<>]{{0,8}}"
    code = rf"[(<](?:{boarded}|[0-9][0-9][0-9A-Z][A-Z0-9](?<![0-9]{{4}})|(?!19|20)[0-9]{{4}})[)>]"
    yield "coded", SURE, rf"{NAME}{code}(?=[はがも、の=:\n ]|株)", r"[(<][0-9][0-9A-Z]{3}"
    # ■つむぎ<5706>, つむぎ株は3%安: kana alone, where only a firm's name stands
    angle = r"<[0-9][0-9][0-9A-Z][0-9A-Z]>"
    yield "coded", SURE, rf"^ ?[{_MARK}]? ?(?P<name>[ぁ-ゖァ-ヺー一-鿿]{{2,12}}) ?{angle}", angle
    yield "share", 4, rf"(?:{_AT_HEAD}|では|大手)(?P<name>[ぁ-ゖ]{{3,6}})株(?=[はがもの])", r"[ぁ-ゖ]株[はがもの]"
    yield "coded", SURE, rf"会社名[ :]{{0,3}}{FOLLOWING}(?=[ \n])", "会社名"
    told = rf"(?:株)?[はがも、][^。]{{0,24}}(?:{of['verdicts']})"
    yield "ticker", 3, rf"{NAME}\([A-Z]{{2,5}}\)(?={told})", r"\([A-Z]{2,5}\)"
    # ▼グランフォート(GRFT) 4.9%安の297ドル
    yield "coded", SURE, rf"^ ?[{_MARK}] ?{FOLLOWING}\([A-Z]{{1,5}}\)", r"\([A-Z]{1,5}\)"
    yield (
        "coded",
        SURE,
        rf"[㈱㈲]{FOLLOWING}(?=[はがもをのに、。()]|社長)|{NAME.replace('<name>', '<other>')}[㈱㈲]",
        "[㈱㈲]",
    )
    # グランフォートを傘下に持つ, グランフォートに3億円を出資する
    taken = r"を(?:傘下に|子会社に|完全子会社|上場させ)"
    yield "owned", 2, rf"{NAME}(?:社)?(?:{taken}|に[^。、はが]{{0,12}}(?:出資|TOB))", rf"{taken}|出資|TOB"
    # 10位のグランフォート(17兆円)との差は, グランフォートは評価額750億ドルと
    land = rf"(?:(?:{_LANDS})の|[米英仏独韓中](?=[ァ-ヺA-Z一-鿿]{{2}})|[一-鿿]{{2}}・)?"
    counted = r"[はがも(][^。、)]{0,24}[0-9兆億万](?:台|円|ドル)|[はがも][^。、]{0,20}シェア"
    yield "ranked", 3, rf"[0-9首]位の{land}{FOLLOWING}(?={counted})", "[0-9首]位の"
    yield "ranked", 3, rf"{NAME}\(約?[0-9.]+兆", r"\(約?[0-9.]+兆"
    yield "valued", 2, rf"{NAME}(?:社)?(?:は|が|の)(?:企業)?評価額", "評価額"
    raised = rf"{FOLLOWING}(?:社)?[はがも][^。はが]{{0,16}}?{_SUM}を?(?:調達|集め)"
    yield "raised", 2, rf"(?:{_AT_HEAD}|では|このほか){raised}", "調達|集め"


def _of_moves() -> Iterator[_Kind]:
    """What goes up and down in a list of shares; goods do so too, so the word must look like a name."""
    verdicts, moved = _of()["verdicts"], _moved()
    # 半面、グランフォートは3.5%上昇した
    yield "listed", 3, rf"(?:{_AT_HEAD}|では|半面|一方|ほか){FOLLOWING}(?:株)?[はがも]{moved}", _MOVES
    # グランフォートとルモラはともに2.6%上昇, グランフォート、ルモラもそれぞれ2%、1.9%上げた
    alike = rf"{_PERCENT}[^。]{{0,24}}?(?:{verdicts})"
    first = rf"(?=(?:、|と){_WORDS}[はも](?:{_ALIKE}){alike})"
    yield "listed", 3, rf"(?:{_AT_HEAD}|半面|一方){FOLLOWING}{first}", _ALIKE
    last = rf"(?:、|と){FOLLOWING}[はも](?:{_ALIKE}|(?=[0-9]%台)){alike}"
    yield "listed", 3, rf"{_WORDS}{last}", rf"{_ALIKE}|[0-9]%台"
    # ・グランフォート -5.8%
    yield "listed", 3, rf"(?:^|[、 ・]){FOLLOWING} ?[-+▲△][0-9.]+%", r"[-+▲△][0-9.]+%"
    # スイスのグランフォートは1.5%上げた, 独グランフォートは2億ユーロを集めた, 台湾のグランフォートの12月の売上高
    land = rf"(?:(?:{_LANDS})の|(?<![一-鿿ァ-ヺ])[米英仏独韓豪加印](?!国))"
    has = rf"の(?:株価|時価総額|{_of()['results']}|売上高)"
    does = rf"[はがも](?:{moved}|[^。はが]{{0,12}}?{_SUM}を(?:調達|集め))|{OF_PERIOD}{has}"
    yield "country", 3, rf"{land}{FOLLOWING}(?={does})", land


def _of_accounts() -> Iterator[_Kind]:
    """What reports results: an item of a list of firms, a headline, whose profit it is."""
    of = _of()
    accounts, tidings, lines = of["accounts"], of["tidings"], rf"(?:{of['lines']}|{of['results']})"
    # ▽グランフォート 4~6月期の純利益は, ◇グランフォートが急騰, グランフォート=3日続落。
    item = rf"(?=(?:[ =:、はが]|[―—─]{{1,2}})(?![^\n]{{0,4}}[=:])[^\n]{{0,60}}?(?:{tidings}))"
    yield "headed", 3, rf"^ ?[{_MARK}] ?{FOLLOWING}{item}", rf"^ ?[{_MARK}]"
    yield "headed", 3, rf"^ ?{FOLLOWING}[=:](?=[^=:\n]{{0,60}}?(?:{tidings}))", tidings
    # 【決算】グランフォート、今期純利益15%増に上方修正
    told = rf"[^。\n]{{0,30}}?(?:{accounts})"
    yield "headed", 2, rf"{_TITLED}{FOLLOWING}、(?={told})", accounts
    yield "headed", 2, rf"{_TITLED}{FOLLOWING}、(?=[0-9.]+%(?:{of['verdicts']}))", r"、[0-9.]+%"
    # グランフォートは売上高が昨年3割増えた, 通期はグランフォートが純利益で6%増
    sort = r"(?:[^、。はがも]{0,12}?[のに])?(?:連結|海外|国内|既存店)?"
    topic = rf"(?:{_AT_HEAD}|は|では|半面|一方){FOLLOWING}(?:社)?[はがも]{sort}{lines}[がはもで]"
    yield "share", 2, topic, rf"{lines}[がはもで]"
    # グランフォートは上場初日に株価が2倍となった, グランフォートは11日の取引で株価が一時1割下げた
    quoted = r"、?[^、。はがも]{0,16}、?株価が"
    yield "share", 3, rf"(?:{_AT_HEAD}|半面|一方|では){FOLLOWING}(?:社)?[はも]{quoted}", "株価が"
    line = rf"の(?:連結|既存店)?(?:{lines}|減損|特別損失)"
    yield "share", 2, rf"{NAME}(?:社|側)?{OF_PERIOD}{line}", line
    booked = r"月期[^。「」はが]{0,30}?(?:損失|損|利益)を計上"
    yield "booked", 2, rf"{_AT_HEAD}{FOLLOWING}(?:社)?[はが][^。「」]{{0,60}}?{booked}", booked
    fared = r"(?:[増減]収[増減]益|最終[赤黒]字)"
    yield "accounts", 1, rf"{_AT_HEAD}{FOLLOWING}(?:社)?[はがも][^。はがも]{{0,24}}?{fared}", fared
    # 営業利益が4割減ったグランフォートからも, 決算を出したグランフォートは
    grown = rf"(?:{lines}|株価|販売|シェア|利益|台数|納車|契約)[がを][^。、はが]{{0,16}}?{_GREW}"
    end = r"(?:社)?(?=[はがもをに(]|の[一-鿿]|から|と[一-鿿])"
    yield "whose", 3, rf"{grown}{FOLLOWING}{end}", rf"{_GREW}[ァ-ヺ一-鿿A-Z]"
    # 9%余り値上がりしたグランフォートを追いかける形で
    rose = r"[0-9]%(?:余り|超|強|近く)?(?:値上がり|値下がり|上昇|下落|急落|急騰|急伸)した"
    yield "whose", 3, rf"{rose}{FOLLOWING}(?:社)?(?=[はがもをに(]|株|の株)", rose
    news = r"(?:決算|業績予想|増配|減配|上方修正|下方修正)を?(?:出|発表|公表|修正|開示)?した"
    yield "whose", 3, rf"{news}{FOLLOWING}(?:社)?(?=[はがもを(])", "した[ァ-ヺ一-鿿A-Z]"
    # 不正請求が明らかになったグランフォートについて
    came_out = r"(?:不正|不祥事|偽装|改ざん|粉飾|水増し|漏洩|流出|疑い|問題|破綻|延滞)[^、。]{0,8}?(?:明らかになっ|発覚し|見つかっ|浮上し|報じられ)た"
    yield "whose", 3, rf"{came_out}{FOLLOWING}(?=[はがもをに、]|の[一-鿿])", came_out
    # グランフォートの販売台数は8%減, グランフォートの終値は
    yield "sells", 3, rf"{NAME}(?:社)?{OF_PERIOD}の(?:{of['doings']})", rf"の(?:{of['doings']})"
    # グランフォートの26年3月期は純利益が8%増だった
    year = rf"{OF_PERIOD[:-1]}は、?(?:連結|単独)?(?:{lines})[がはも]"
    yield "share", 2, rf"{NAME}(?:社)?{year}", rf"期(?:\([^()]{{1,16}}\))?は、?(?:連結|単独)?(?:{lines})"
    # グランフォートが5日発表した2025年4~9月期の連結決算は
    released = rf"が(?:{DATE})?に?(?:発表|公表)した"
    yield "released", 4, rf"{NAME}{released}(?=[^。]{{0,40}}?(?:{of['reported']}))", released
    # 通期ではグランフォートは同2倍の1020億円, ルモラは7%減の1080億円
    grown = r"(?:同?[0-9.]{1,5}(?:%[増減]|割[増減]|倍)の)"
    yield "summed", 3, rf"(?:^|[。、]){FOLLOWING}[はがも]{grown}(?={_SUM})", grown


def _of_deliveries() -> Iterator[_Kind]:
    """What makes and delivers: グランフォートが13%増の1690万台, グランフォートは昨年の納入が600機と, 14,380台の車両を納車した."""
    count = r"(?:前年同?[月期]?の?)?(?:[0-9.]{1,5}(?:%[増減]?|割[増減]?|倍)の)?約?[0-9][0-9.,万千]{0,9}台"
    gloss = r"(?:\([^()]{1,16}\))?"
    yield "delivered", 3, rf"(?:{_AT_HEAD}|では|と){FOLLOWING}{gloss}[はがも]{count}", "[0-9万千]台"
    # グランフォートの「カナタ5」は3割減の91万台
    yield (
        "delivered",
        3,
        rf"{NAME}の「[^「」]{{1,20}}」[はが][^。、]{{0,16}}?[0-9万]台",
        "」[はが][^。、]{0,16}?[0-9万]台",
    )
    orders = "納入|納車|販売台数|出荷台数|新車販売|受注"
    yield "delivered", 3, rf"{_AT_HEAD}{FOLLOWING}[はも][^、。はがも]{{0,8}}(?:{orders})[がは]", rf"(?:{orders})[がは]"
    done = r"[0-9万千]台[^、。はが]{0,10}を(?:納車|出荷|販売|生産|納入)"
    yield "delivered", 3, rf"{_AT_HEAD}{FOLLOWING}[はがも][^。はが]{{0,24}}?{done}", done


def _of_others() -> Iterator[_Kind]:
    """What firms are told of beside: 同業のグランフォートは, 電鉄大手のグランフォート株, グランフォートなど5社は."""
    peers = _of()["peers"]
    yield (
        "trade",
        3,
        rf"(?:{peers})(?:の|、){FOLLOWING}(?:社)?(?=[はがもをに、(]|株|の[0-9]|の同|と[一-鿿ァ-ヺ])",
        peers,
    )
    yield "trade", 3, rf"(?:最?大手){FOLLOWING}(?:社)?(?=[はがもを(])", "大手"
    # 3日前場のグランフォートは買い先行で始まり
    yield "session", 2, rf"(?:前場|後場|寄り付き|取引)の{FOLLOWING}(?:株)?(?=[はが])", "(?:前場|後場|寄り付き|取引)の"
    # グランフォートは23日、2026年の設備投資を増やすと, グランフォートがルモラを買収する
    plans = "設備投資|自社株買い|希望退職|増資|業績予想|配当予想|資本提携|業務提携|新工場|公募増資|社債"
    yield "acts", 2, rf"{_AT_HEAD}{FOLLOWING}は{DATE}、(?=[^。]{{0,60}}?(?:{plans}))", rf"は{DATE}、"
    yield (
        "acts",
        2,
        rf"{NAME}(?:社)?が[^。、はが]{{2,16}}を(?:買収|子会社化|完全子会社)",
        "を(?:買収|子会社化|完全子会社)",
    )
    yield "acts", 2, rf"{NAME}(?:社)?[がの](?:有価証券報告書|虚偽記載)", "有価証券報告書|虚偽記載"
    # 最も落ち込んだのがグランフォートだ。
    focus = rf"(?:{_GREW}|[^。、]{{0,4}}だった)(?:のは|のが)、?"
    yield "focus", 2, rf"{focus}(?:[^、。はが]{{0,10}}の)?{FOLLOWING}(?=だ[。、]|で[、。]|である|です)", focus
    number = "など(?:大手)?[0-9一二三四五六七八九十]{1,2}社"
    yield "of them", 2, rf"{NAME}{number}", number


def standing(folded: str) -> Iterator[Sign]:
    """Yield what each place says of the word that stands there; `folded` is an article's text, widths folded."""
    moved = _MOVED.search(folded) is not None
    if not moved and "TOB" not in folded and not speaks_of_firms(folded):
        return
    trades = words("slots")["trades"]
    shares = _SHARES.search(folded) is not None
    for place in _places():
        if place.label in _OF_MOVES and not moved:
            continue
        points = place.points + (shares and place.label in _SURER)
        for match in place.pattern.finditer(folded):
            name = bare(match["name"] or match.groupdict().get("other") or "")
            if (
                name
                and not is_generic(name)
                and not name.endswith(_PRICES)
                and not name.startswith(_MONEY)
                and name not in trades
                and not any(f"{name}{part}" in folded for part in _PARTS)
                and not _is_cut(folded, match)
            ):
                yield Sign(name, place.label, points)


_OF_MOVES = ("listed", "country")
_SURER = frozenset({"listed", "headed", "country", "whose", "ranked"})
"""Labels of places that say more in an article on shares and results: there no goods stand among firms."""
_SHARES = regex(r"株価|株式市場|日経平均|TOPIX|ナスダック|純利益|営業利益|経常利益|時価総額|決算")
_MOVED = regex(
    r"[0-9%円銭ルトソ][^。]{0,8}?(?:[高安下上](?![、。])|値[上下]が)|[続反急][伸落発騰]|もみ合|の株価|時価総額|純利益|売上高"
)
_PARTS = ("事業", "部門")
"""四輪事業は赤字だった: what a firm has a line of business in is no other firm."""
_PRICES = ("先物", "清算値", "現物")
_MONEY = ("仮想", "暗号", "通貨")
_NO_KANA = regex(r"[ぁ-ゖ](?<![のがはをにへとでもやたるくい])[ァ-ヺー]")


def _is_cut(folded: str, match: re.Match[str]) -> bool:
    """True for the end of a longer name: あさひ[ヘルスネット]; not 大手の[ヘルスネット]."""
    at = match.start("name")
    return at > 0 and _NO_KANA.match(folded, at - 1) is not None
