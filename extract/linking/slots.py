"""Names told by the slot they fill: nothing but a firm has a 株価 or is 世界首位を走る, whatever its name looks like.

`slot_names` takes the folded text of an article and yields the words that stand where news puts a firm: before its
share price (`カガリの株価`), in focus (`急落したのはカガリ。`), in a ranking (`3位にはカガリ(時価総額4兆円)`), behind what a firm did
(`昨年上場したカガリは`), before its head (`カガリの山野最高経営責任者`). Leaves common nouns (`半導体株の株価`, `増えたのは輸入車だ`), places
and articles that do not speak of firms at all. Every pattern looks at a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.borders import script
from jijitsu.extract.linking.endings import KATAKANA, OFFICE, endings, without_lead
from jijitsu.extract.linking.wordhood import body_points
from jijitsu.extract.morphology import Token, tokens

_LETTER = r"ァ-ヺー一-鿿々ヶA-Za-z0-9&・"
_KANA = r"[ぁ-ゖ]{2,5}[一-鿿ァ-ヺー]{1,8}?"
_NAME = rf"(?P<name>(?<![{_LETTER}])[{_LETTER}]{{2,16}}?|(?<![{_LETTER}ぁ-ゖ]){_KANA})"
_OTHER = _NAME.replace("<name>", "<other>")
# The same where what stands before says that a name begins.
_FOLLOWING = rf"(?P<name>[{_LETTER}]{{2,16}}?|{_KANA})"
# An article with none of these words speaks of no firm.
_FIRMS = re.compile(
    r"株[価式は]|時価総額|純利益|営業利益|最終[赤黒]字|営業[赤黒]字|売上高|前日比|前期比|納車|上場|[兆億]|[0-9]台|[0-9][%円][高安]"
)

_PERIOD = r"(?:の(?:[0-9][0-9~/年月-]{0,10}(?:期|月|年度?|四半期)|第[1-4]四半期|通期|前期|今期|来期|直近))?"
# カガリの株価は, カガリの4~6月期の純利益
_PRICED = re.compile(
    rf"{_NAME}(?:社|側)?の(?:株価(?!指数)|時価総額|株(?=[はがもを、])|株式(?=[はがもを]))|{_OTHER}株(?=[はが])"
)
_EARNS = re.compile(
    rf"{_NAME}(?:社|側)?(?:{_PERIOD}の(?:純利益|純損失|営業利益|経常利益|最終損益|営業損益)|が決算を発表|は決算を発表|を(?:完全)?子会社化"
    r"|に(?:対する)?TOB)"
)
# カガリの山野最高経営責任者, カガリのジョン・ミラーCEO
_HEADED = re.compile(
    rf"{_NAME}の(?:{KATAKANA}|[一-鿿]{{1,6}}[ぁ-ゖ一-鿿]{{0,4}}?)?(?:最高(?:経営|財務|執行|技術)責任者|CEO|CFO|COO|代表取締役|社長|会長|創業者)"
)
_KIND = r"(?:[^、。のはが]{0,12}の)?(?:[^、。はが]{0,14}?(?:大手|最大手|メーカー|企業|会社|新興|首位|中堅|老舗)(?:の|、)?)?[米英仏独韓]?"
# 急落したのはカガリ。 世界首位を走るのは電池大手のカガリだ。 中でも目を引くのがカガリで、
_FOCUS = re.compile(
    rf"(?:[たるいく](?:のは|のが)|(?:首位|最大手|筆頭|トップ|[0-9]位|最高位|代表格|先頭|一角|火付け役|主役|ひとつ|一つ)[はが])、?(?:{_KIND})?"
    rf"{_FOLLOWING}(?:\([^()]{{1,20}}\)|<[^<>]{{1,10}}>)?(?:だ(?=[。、])|で、|。|である|でした|です|の株|だった|だが)"
)
# 急落したのはカガリ。 only shares and what they are of do so.
_MOVED = re.compile(
    rf"(?:急落|急騰|急伸|下落|上昇|値上がり|値下がり|続伸|続落|反発|反落|買われ|売られ|上場|安値を付け|高値を付け|ストップ[高安])[^、。はが]{{0,8}}(?:のは|のが)、?(?:{_KIND})?"
    rf"{_FOLLOWING}(?:\([^()]{{1,20}}\)|<[^<>]{{1,10}}>)?(?:だ(?=[。、])|で、|。|である|でした|です|の株|だった|だが)"
)
# 3位にはカガリ(時価総額4兆円)が入った。
_RANKED = re.compile(rf"[0-9]位(?:に|には|は|が){_FOLLOWING}(?=[(がだで]|の[0-9])")
# カガリ(時価総額4兆円)
_VALUED = re.compile(
    rf"{_NAME}\((?:時価総額|証券コード|東証|ナスダック|[0-9][0-9A-Z]{{3}}[・、/ ](?:東証|名証|札証|福証|プライム|グロース|スタンダード))"
)
# あさひなネット<472B>: whatever bears a code is listed, ordinary words and all.
_CODED = re.compile(
    rf"(?:^|(?<=[、。」】=◇◆○● \nたるの])){_FOLLOWING}(?=<[0-9][0-9A-Z]{{3}}(?:\.[A-Z]{{1,2}})?>)", re.M
)
# 昨年上場したカガリは, このうちカガリの販売は
_DONE = re.compile(
    r"(?:(?:東証|ナスダック|市場|取引所)?[にへ]?(?:新規)?上場(?:した|する|している)|設立された|買収された|創業した|を手がける|を手掛ける|を運営する|を展開する|を開発する|を率いる|このうち|うち|傘下の|同業の|ライバルの|競合の|新興の|競合する|提携する|出資する)"
    + _FOLLOWING
    + r"(?:社)?(?=[はがもを、(]|の(?:株|販売|売上|純利|営業|納車|出荷|時価|業績|決算))"
)  # fmt: skip
# 自動車大手カガリは
_KINDED = re.compile(
    rf"(?:大手|最大手|メーカー|新興企業|スタートアップ|スタートアップ企業|中堅|老舗|会社|企業|銀行|証券|チェーン)(?:の|、)?[米英仏独韓中]?{_FOLLOWING}(?:社)?(?=[はがもを、(]|の(?:株|販売|売上|純利|営業|時価|業績|決算))"
)
# 個別ではトラステラが5.2%下げた, 半面、トラステラは3%高
_TALLIED = re.compile(
    rf"(?:^|[。、]|では|半面|一方|ほか|続き){_FOLLOWING}(?:株)?[はがも](?:一時|前日比)?(?:約)?[0-9.]+(?:%|円|ドル|ポイント)[0-9銭台]{{0,3}}(?:ほど|超|強|弱|近く|以上)?(?:それぞれ)?の?(?:高|安|下げ|上げ|上昇|下落|値上がり|値下がり|急落|急騰|急伸|反発|反落|続伸|続落)",
    re.M,
)
# 飛雲汽車は1万9800台: what ends like a firm's name, right before its count.
_COUNTED = re.compile(
    rf"(?:^|[。、]|では){_FOLLOWING}[はがも](?=(?:[0-9.]+%[増減]の)?[0-9][0-9,.]{{0,8}}万?[0-9]{{0,4}}(?:台|億|万))",
    re.M,
)
# 北辰航空が15日発表した2026年3月期連結決算は
_REPORTED = re.compile(
    rf"{_NAME}(?:が(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?に?(?:発表|公表|開示)した|は[0-9]{{1,2}}日、)(?=[^。]{{0,40}}?(?:決算|純利益|営業利益|売上高|最終損益|業績))"
)
_SURE = (_REPORTED, _PRICED, _EARNS, _VALUED, _DONE, _HEADED, _MOVED)
# ステラックス(STLX)が急落; not 国際通貨基金(IMF)
_TICKER = re.compile(
    rf"(?<![{_LETTER}])(?P<name>{KATAKANA}|[A-Z][a-z]{{2,14}})(?=\([A-Z]{{2,5}}(?:\.[A-Z])?\)(?:株)?[はがもを、])"
)
_BOUND = (_FOCUS, _RANKED, _TALLIED)


def slot_names(folded: str) -> Iterator[str]:
    """Yield each word of the folded article text that stands where a firm's name stands."""
    if not _FIRMS.search(folded):
        return
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in _SURE):
        groups = match.groupdict()
        name = _bare(groups.get("name") or groups.get("other") or "")
        if name and _may_own(name):
            yield name
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in _BOUND):
        name = _bare(match["name"])
        if name and _is_new(name):
            yield name
    for match in _CODED.finditer(folded):
        if (name := _bare(match["name"])) and name not in endings().stop:
            yield name
    for match in _TICKER.finditer(folded):
        if not match["name"].endswith(_COINS) and match["name"] not in endings().stop:
            yield match["name"]
    for match in _COUNTED.finditer(folded):
        if (name := _bare(match["name"])) and _ends_like_firm(name):
            yield name
    for match in _KINDED.finditer(folded):
        name = _bare(match["name"])
        if name and (_is_new(name) or (_may_own(name) and ("固有名詞" in tokens(name)[0].detail or _compound(name)))):
            yield name


def _bare(found: str) -> str | None:
    """Without 大手の, このうち and the like; None if nothing is left."""
    found = _AHEAD.sub("", found)
    if len(found) == 2:
        return found
    return without_lead(found)


# What stands before a name in the same letters.
_AHEAD = re.compile(
    r"^(?:銀行(?=[ァ-ヺー]{2,}・)|このうち|うち|一方|同業|競合|現在|同日|前日|中でも|特に|米国株|[0-9]+位)"
)
_GENERIC = re.compile(
    r"(?:株|社|銘柄|指数|各社|業界|市場|企業|会社|メーカー|大手|銀行|証券|全体|合計|上位|平均|指数|関連|セクター|子会社|親会社|両者|部門|事業|製品|商品|新株|自社|他社|投資家|信託|リート|通貨|資産|経営|同国|政府|ベース|国内|海外|世界|全国|日本|米国|中国|韓国|欧州|東京|大阪|名古屋|京都|横浜|北海道|アジア)$"
    r"|^(?:同|両|各|当|自|他|全|親|前|現|新規|主要|上位|今|昨|来|毎)|[0-9]|[年月日時分円%]|指数|^(?:市場|業界|企業|会社|投資|個人|機関|外国人)"
)


@lru_cache(maxsize=4096)
def _may_own(name: str) -> bool:
    """True if the word can be a firm where a share price is said to be its: カガリ, 丸越, 三ツ葉; not 半導体, 銀行."""
    if _excluded(name):
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
def _is_new(name: str) -> bool:
    """True if the word can only be a name: a place or a noun in focus is itself what is spoken of."""
    if _excluded(name):
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


def _ends_like_firm(name: str) -> bool:
    """True for ヒビキ工業, 北斗化成, アストラルAI: in such a slot the ending is enough."""
    if endings().company.fullmatch(name) is None:
        return False
    return (
        body_points(name) > 0
        or _bodied(name)
        or (name.endswith("AI") and script(name[0]) == "katakana" and len(name) > 4)
    )


def _bodied(name: str) -> bool:
    """True for 北辰航空: two or three kanji before the ending that make no trade (地方銀行)."""
    data = words("introductions")
    endings_here = [end for end in data["company_endings"] if name.endswith(end)]
    body = name[: -len(max(endings_here, key=len))] if endings_here else ""
    plain = body in data["stop_bodies"] or name.startswith(tuple(data["stop_heads"]))
    kinds = [word.detail for word in tokens(body)] if body else []
    return (
        2 <= len(body) <= 3
        and not plain
        and all(script(char) == "kanji" for char in body)
        and not any("サ変" in kind or "地名-国" in kind for kind in kinds)
    )


def _compound(name: str) -> bool:
    """True for ノースレイク: katakana of two words that no trade bears."""
    return (
        len(tokens(name)) > 1
        and len(name) > 4
        and all(script(char) == "katakana" for char in name)
        and not _wares(name)
    )


def _excluded(name: str) -> bool:
    return (
        len(name) < 2
        or name in endings().stop
        or (name.endswith(tuple(words("introductions")["not_tails"])) and not endings().company.fullmatch(name))
        or bool(_GENERIC.search(name) or OFFICE.search(name))
        or (script(name[0]) == "hiragana" and tokens(name)[0].pos in _GRAMMAR)
    )


_COINS = ("コイン", "トークン", "ドル", "ユーロ", "コモンズ", "プロトコル", "ファンド", "ソフトウエア", "サービス")
_GRAMMAR = ("助詞", "助動詞", "動詞", "副詞", "接続詞", "連体詞", "感動詞", "代名詞", "形容詞")


def _wares(name: str) -> bool:
    """True for katakana that goods or trades bear: ゲームの株価 is none's, カガリの株価 one's."""
    return len(name) < 3 or name.endswith(_WARES)


_WARES = (
    "ゲーム", "ネット", "バイオ", "エネルギー", "ハイテク", "メーカー", "サービス", "ライバル", "グループ", "ベンチャー", "スタートアップ", "チェーン",
    "ソフト", "クラウド", "テック", "セクター", "バンク", "ファンド",
)  # fmt: skip
