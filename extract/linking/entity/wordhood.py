"""What may be a name, by its words: ヒノデ食品 may, 冷凍食品 may not, ソラマメ may where much speaks for it.

Takes stretches that introductions.py found; asks Sudachi whether a word is unknown or a name of its own. `needed` says
how many points of evidence (signs.py) a word needs, `body_points` how many its ending gives it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.borders import script
from jijitsu.extract.linking.entity.endings import OFFICE, endings
from jijitsu.extract.linking.entity.letters import are_letters, is_unread
from jijitsu.extract.morphology import Token, is_surname, tokens
from jijitsu.extract.regex import regex

NEVER = 99
"""Points that no name can reach."""
_NOMINAL = ("名詞", "接頭辞", "接尾辞")


_HOUSES = ("屋", "堂", "本店", "本舗", "庵", "軒", "組", "塾", "亭", "閣")
"""What houses and shops are called behind a surname or a place."""


_PLACE_OF = regex(r"[ぁ-ゖ]{2,5}の[郷里丘森杜湯宿苑荘園家]")
"""あさひの郷: what homes and inns are called."""
_KANA_FIRST = regex(r"[ぁ-ゖ]{1,4}[ぁ-ゖ](?<![のがはをにへとでもやたるくいて])[ァ-ヺー]{2,10}")
_BASIS = regex(r"(?<![ァ-ヺー])ベース$")
"""実質ベース; not リンクベース."""


@lru_cache(maxsize=4096)
def needed(name: str) -> int:
    """How many points of evidence the word needs to be a name: 1 if no dictionary has it, NEVER if it cannot be one."""
    if re.fullmatch(r"[A-Z]社", name):
        return 1
    if _is_no_name(name):
        return NEVER
    seen = tokens(name)
    if len(name) > 2 and name[-1] == "社" and script(name[-2]) == "kanji":
        return 2 if _plain_body(name[:-1], tokens(name[:-1])) else NEVER
    if all(script(char) == "hiragana" or char == "ー" for char in name):
        if name.endswith(tuple(words("introductions")["formal_ends"])):
            return NEVER
        if len(seen) == 2 and seen[0].pos == "名詞" and not seen[0].oov and seen[1].pos in {"助詞", "助動詞"}:
            return NEVER  # まとめで(は)
        return _needed_hiragana(seen[0]) if len(seen) == 1 else 3
    if any(script(char) == "hiragana" for char in re.sub(r"^[ぁ-ゖ]+・", "", name)):
        return _needed_mixed(name, seen)
    if len(seen) == 1:
        return _needed_word(seen[0])
    if is_unread(name):
        return 1 if len(name) > 3 else 2  # 曲暁蘊 may be somebody of China
    return _needed_proper(name, seen) or _needed_ordinary(name, seen)


def _is_no_name(name: str) -> bool:
    """True for what is none by its letters or its end: 指数, EV, 山田社長, 実質ベース, 国分寺駅, 三棟."""
    return (
        "指数" in name
        or name in endings().stop
        or len(name) < 2
        or re.fullmatch(r"[A-Z]{2}|[A-Z][0-9]*|[0-9]+", name) is not None
        or OFFICE.search(name) is not None
        or (len(name) > 2 and name[-1] == "株")
        or _BASIS.search(name) is not None
        or (name.endswith(tuple(words("introductions")["not_tails"])) and not name.endswith(("本店", "商店")))
        or is_count(tokens(name))
    )


def _needed_mixed(name: str, seen: Sequence[Token]) -> int:
    """What words with hiragana among them need: 10年前から and 秋の味覚 are none, くらしの窓口 needs its ending besides."""
    if len(seen) == 1 and not seen[0].oov and not seen[0].detail.startswith("固有名詞"):
        return NEVER  # 品ぞろえ
    if _KANA_FIRST.fullmatch(name) and seen[0].pos == "動詞":
        return 4  # よつばケア: the dictionary sees a verb in the flower
    if all(word.pos in _NOMINAL or word.text == "の" for word in seen) and len(name) <= 8 and seen[-1].text != "の":
        # 牛の蔵, where very much speaks for it; あさひの郷 ends as houses do.
        return 5 if any(word.text == "の" for word in seen) and not _PLACE_OF.fullmatch(name) else 3
    # フレッシュみつば: an adjective in katakana is but a word of the name.
    rest = seen[1:] if seen[0].pos == "形状詞" and script(name[0]) == "katakana" else seen
    return NEVER if any(word.pos not in _NOMINAL for word in rest) else 3


def _needed_proper(name: str, seen: Sequence[Token]) -> int:
    """What several words need of which one is a name or in no dictionary; 0 if none is."""
    stop, heads = endings().stop, words("introductions")["place_heads"]
    if all(word.pos == "名詞" and "人名" in word.detail and script(word.text[0]) == "kanji" for word in seen):
        return 2 if seen[-1].text in _HOUSES else NEVER  # 栗林堂; 山田太郎
    if seen[-1].text in stop:
        fresh = any(word.oov or word.detail.startswith(("固有名詞-一般", "固有名詞-人名")) for word in seen)
        return 3 if fresh else 4  # ミヤコビルサービス; 国内チーム
    new = [word.oov or word.detail.startswith("固有名詞-一般") for word in seen]
    if all(
        fresh or word.text in "・=&-." or (at == 0 and word.text in heads)
        for at, (fresh, word) in enumerate(zip(new, seen, strict=True))
    ):
        return 1
    proper = [word for word in seen if word.detail.startswith("固有名詞") and "地名-国" not in word.detail]
    if any(new) or any("地名" not in word.detail for word in proper):
        # 開発薬エボラ: a deed first, in the letters of words.
        return 4 if "サ変" in seen[0].detail and script(name[0]) == "kanji" else 2
    if proper:
        house = seen[-1].text in _HOUSES and len(name) > 2
        return 4 if all(script(char) == "kanji" for char in name) and not house else 2
    return 0


def _needed_ordinary(name: str, seen: Sequence[Token]) -> int:
    """What several ordinary words need: グランフォート, 北斗パネル, 冷凍フライ."""
    scripts = {script(char) for char in name}
    if "・" in name:
        return 2
    if any(word.pos not in (*_NOMINAL, "補助記号") and not _foreign_adjective(word) for word in seen):
        return NEVER
    if scripts <= {"katakana", "latin"}:
        return 3
    if "katakana" in scripts:
        if seen[0].text in ("日本", "東京"):
            return 2
        return 3 if len(seen[0].text) == 2 and set(seen[0].text) <= _name_kanji() else 4
    if all(len(word.text) == 1 for word in seen) and len(name) <= 3:
        return 3
    # 中航時代: words of which none is a deed, where very much speaks for it.
    return 5 if len(name) <= 4 and not any("サ変" in word.detail for word in seen) else NEVER


def _foreign_adjective(word: Token) -> bool:
    """True for [スマート]ファクト, [アルファ]テック: in katakana an adjective or a letter is but a word of the name."""
    return word.pos in {"形状詞", "記号"} and script(word.text[0]) == "katakana"


@cache
def _name_kanji() -> frozenset[str]:
    return frozenset(words("introductions")["name_kanji"])


_COOPERATIVES = ("農協", "漁協", "農業協同組合", "漁業協同組合")
_NO_FIRM = regex(r"(?:線|駅|工場|事故|事件|社長|会長|大学|本社|支店)$")


@lru_cache(maxsize=4096)
def may_be_registered(name: str) -> bool:
    """True if `株式会社` beside it is enough for the word to be a name: nouns that are no deeds (not 株式会社設立)."""
    seen = tokens(name)
    if name in endings().stop or (len(seen) == 1 and "地名" in seen[0].detail) or _NO_FIRM.search(name):
        return False
    return all(word.pos in (*_NOMINAL, "補助記号") for word in seen) and not (
        len(seen) == 1 and "サ変" in seen[0].detail and not seen[0].oov
    )


@lru_cache(maxsize=4096)
def is_coined(name: str) -> bool:
    """True if a word of the name is in no dictionary or a name of its own there, no place and nobody's: 東亜パネル."""
    return any(word.oov or word.detail.startswith("固有名詞-一般") for word in tokens(name))


def is_count(seen: Sequence[Token]) -> bool:
    """True for 三棟: a numeral and its counter."""
    return len(seen) == 2 and seen[0].detail.startswith("数詞") and "助数詞" in seen[1].detail


@lru_cache(maxsize=4096)
def is_stem(stem: str) -> bool:
    """True if the article may call a firm by what stands before its ending: アオバ, ミナト; not 秋田, 緑川, 石油."""
    scripts = {script(char) for char in stem}
    if stem in endings().stop or any("地名" in word.detail or "人名" in word.detail for word in tokens(stem)):
        return False
    if scripts == {"katakana"}:
        return len(stem) >= 3
    return (
        scripts == {"kanji"} and len(stem) == 2 and all(char in words("introductions")["name_kanji"] for char in stem)
    )


@lru_cache(maxsize=4096)
def is_rare(stem: str) -> bool:
    """True if the kanji make no everyday word, so that a firm's figures behind them show a firm: 嵐駒, 雲鷹."""
    if stem in endings().stop or len(stem) not in (2, 3) or any(script(char) != "kanji" for char in stem):
        return False
    seen = tokens(stem)
    if is_count(seen):
        return False
    if len(seen) == 1:
        return seen[0].detail.startswith("固有名詞-一般")
    return len(seen) == len(stem) and seen[0].pos == "名詞" and all(word.pos in ("名詞", "接尾辞") for word in seen)


def _needed_word(word: Token) -> int:
    """What one word of the dictionary needs."""
    if word.oov or word.detail.startswith("固有名詞-一般"):
        return 1
    kanji = script(word.text[0]) == "kanji"
    if "人名" in word.detail:
        return 3 if kanji else NEVER
    if "地名" in word.detail or word.pos != "名詞":
        return NEVER
    return NEVER if kanji else 4


def _needed_hiragana(word: Token) -> int:
    """What one word in hiragana needs: はなまる is a name, ほとんど never."""
    if word.oov or word.detail.startswith("固有名詞-一般"):
        return 2
    return 4 if word.detail.startswith("普通名詞-一般") else NEVER


def _ends_by_chance(whole: Sequence[Token], cut: int) -> bool:
    """True if the ending that begins at `cut` is the end of one word in katakana: ド|ローン, シ|リーズ."""
    return any(
        word.start < cut <= word.start + 2 < word.end
        and cut < word.end
        and script(word.text[0]) == "katakana"
        and word.detail.startswith("普通名詞")
        and not word.oov
        for word in whole
    )


@lru_cache(maxsize=4096)
def body_points(name: str) -> int:
    """How surely what stands before the ending names something: 2 ヒノデ食品, 1 岬銀行 (in doubt), 0 冷凍食品."""
    data = words("introductions")
    fitting = [end for end in data["company_endings"] + data["dotted_endings"] if name.endswith(end)]
    ending = max(fitting, key=len)
    body = name[: -len(ending)].rstrip("・")
    stop = endings().stop
    if len(body) < 2 or len(body) > 16 or body in stop or name in stop or OFFICE.search(body):
        return 0
    if _ends_plain(body) or body.startswith(tuple(data["stop_heads"])):
        return 0
    whole = tokens(name)
    if len(whole) == 1 and not whole[0].oov:
        # アスリート ends in リート by chance.
        return 2 if whole[0].detail.startswith("固有名詞-一般") else 0
    if _ends_by_chance(whole, len(name) - len(ending)):
        return 0  # 産業用ドローン ends in ローン
    seen = tokens(body)
    if 2 <= len(body) <= 4 and are_letters(body, seen):
        return 2  # 遠達航運
    mixed = script(body[0]) == "hiragana" and any(
        script(char) in ("kanji", "katakana") and char != "ー" for char in body
    )
    if mixed and "・" not in body and len(seen) > 1 and not seen[0].detail.startswith(("普通名詞-一般", "固有名詞")):
        return 0  # さらに地方銀行, うち日本郵便
    if script(body[0]) == "kanji" and any(script(char) == "hiragana" for char in body):
        # 越路みのり農協, not 東京から鉄道.
        noun = all(word.pos == "名詞" for word in seen) and seen[0].detail.startswith("固有名詞")
        if len(seen) == 1:
            return int(noun)  # 丸の内商会
        return 1 + (ending not in data["place_endings"] or ending in _COOPERATIVES) if noun else 0
    if ending in ("建設", "開発") and not (len(seen) == 1 and seen[0].detail.startswith("固有名詞")):
        return 1  # リニアモーターカー建設
    places = all("地名" in word.detail for word in seen)
    if places and ending in data["place_endings"]:
        return 0 if len(seen) == 1 and ending in ("工業", "産業", "興業") else 1  # 鳴門工業 is a school more often
    if any(word.oov or (word.detail.startswith("固有名詞") and "地名-国" not in word.detail) for word in seen):
        return 2
    if "・" in name:
        return 2
    scripts = {script(char) for char in body}
    if ending in data["goods_endings"] and len(seen) == 1 and "katakana" in scripts:
        return 1
    if ending not in data["soft_endings"] and (
        scripts <= {"katakana", "latin"} or (ending in data["solid_endings"] and len(body) <= 4)
    ):
        return 2
    points = _kana_body(body, seen) if script(body[0]) == "hiragana" else _plain_body(body, seen)
    points = min(points, 1) if ending in data["weak_endings"] else points
    return 0 if points == 1 and ending in data["group_endings"] else points


def _ends_plain(body: str) -> bool:
    """True if the body ends in a word of no name's: 北の地方, but not 越中 (ends in 中 by chance), 氷見中央."""
    fitting = [word for word in words("introductions")["stop_bodies"] if body.endswith(word)]
    if not fitting:
        return False
    seen = tokens(body)
    if seen[0].detail.startswith("固有名詞-地名-一般") and fitting in (["中"], ["中央"]):
        return seen[-1].text != "中央" and len(seen) > 1
    return True


def _kana_body(body: str, seen: tuple[Token, ...]) -> int:
    """Points of a body that begins in hiragana: 2 a noun (みなと), 1 what no grammar ends (いそまる), 0 すべて, おいしい."""
    if any(script(char) != "hiragana" and char != "ー" for char in body):
        return _plain_body(body, seen)
    if len(seen) == 1 and seen[0].pos == "名詞":
        return _plain_body(body, seen)
    if seen[0].pos in ("副詞", "接続詞", "連体詞", "感動詞", "代名詞", "助詞", "助動詞") or len(body) < 3:
        return 0
    if body[-1] == "な" and len(seen) == 2:
        return int(seen[0].pos == "名詞" and "形状詞可能" not in seen[0].detail)  # あさひな電工, not きれいな食品
    return 0 if body[-1] in "のなたてにでをはがもとくずればいうす" else 1


def _plain_body(body: str, seen: tuple[Token, ...]) -> int:
    """Points of a body of ordinary words: 2 for letters of which names are made (北陵), 1 for others, 0 for deeds."""
    plain = ("普通名詞-一般", "数詞", "固有名詞-地名-国")
    if any(word.pos not in _NOMINAL or (word.pos == "名詞" and not word.detail.startswith(plain)) for word in seen):
        return 0  # 輸入木材, 冷凍倉庫
    if len(body) <= 3 and all(char in words("introductions")["name_kanji"] for char in body):
        return 2
    if re.match(r"第[一二三四五六七八九十]", body) and len(body) <= 4:
        return 2
    if script(body[0]) == "hiragana" and len(seen) == 1:
        return 2
    return 1 if len(body) <= 6 else 0


@lru_cache(maxsize=4096)
def fits_body(name: str) -> bool:
    """True if a body's name says whose or where: 日本自動車販売協会連合会, not 業界団体連合会."""
    if name in endings().stop or re.search(r"[0-9]球団|野球団$|(?:大学|高校)対", name):
        return False
    seen = tokens(name)
    head = seen[0]
    if head.text in words("introductions")["stop_bodies"]:
        return False
    if any(word.oov or word.detail.startswith("固有名詞") for word in seen):
        return True
    return name[0] in "全国米欧英" and len(name) >= 6


def bodied(name: str) -> bool:
    """True for 北辰航空: two or three kanji before the ending that make no trade (地方銀行)."""
    data = words("introductions")
    endings_here = [end for end in data["company_endings"] if name.endswith(end)]
    body = name[: -len(max(endings_here, key=len))] if endings_here else ""
    plain = body in data["stop_bodies"] or body.endswith("用") or name.startswith(tuple(data["stop_heads"]))
    kinds = [word.detail for word in tokens(body)] if body else []
    return (
        2 <= len(body) <= 3
        and not plain
        and all(script(char) == "kanji" for char in body)
        and not any("サ変" in kind or "地名-国" in kind for kind in kinds)
    )


def short_firm(name: str) -> bool:
    """True for 辻製油, 岬電機: a surname of one letter and a firm's ending; not 米自動車, 都交通, nor 水産業, a word."""
    return (
        name[0] not in _NO_SHORT_NAME
        and len(name) > 2
        and name[1:] in words("introductions")["company_endings"]
        and is_surname(name[0])
        and len(tokens(name)) > 1
    )


_NO_SHORT_NAME = frozenset("米新都金東西南北仏")
