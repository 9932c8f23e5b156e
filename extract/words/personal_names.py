"""Where a person's name begins and ends, by its words: 岩井裕介, トム・グレイ, コンドリーザ・ライス, 松ヶ枝美穂.

Offsets are code points into the sentence's folded text.
"""

from __future__ import annotations

from jijitsu.extract.morphology import Token, is_surname
from jijitsu.extract.regex import regex
from jijitsu.extract.words.titles import STATE_OFFICE, is_title, titles_known

KATAKANA = regex(r"[ァ-ヴー・=]{0,40}[ァ-ヴー]")
_KANJI = regex(r"[一-鿿々]{1,3}")
_GIVEN = regex(r"[一-鿿々ぁ-ん]{1,3}")
_NAME_CHARS = regex(r"[一-鿿々ァ-ヶーぁ-ん・=]+")
_SPELT = regex(r"[一-鿿]{2,4}(?=\([ァ-ヴー]{1,6}・[ァ-ヴー]{1,8}\))")
_SPELT_OUT = regex(r"[一-鿿々]{1,3}\([ぁ-ん]{2,8}\)")
"""One word to Sudachi: 元(はじめ)."""
_BEFORE_HONORIFIC = frozenset("両前元現新旧同各被副故")
"""早見[前]氏, 早見、佐伯[両]被告: not a given name."""
_KIN = frozenset("父母夫妻兄弟姉妹娘孫甥姪祖師長役主")
_OF_LAND = regex(
    r"[ァ-ヴー]{2,12}(?P<office>州知事|連銀総裁|地区連銀総裁)|(?:エネルギー|スポーツ|デジタル|インフラ)[一-鿿]{0,4}相(?![一-鿿])"
)
_GIVEN_LANDS = frozenset(["マリ", "チャド", "ヨルダン", "ジョージア", "ケニア", "キューバ"])
"""Lands that are given names too."""


_SYLLABLE = regex(r"(?<![ァ-ヴー・])[ァ-ヴ]・$")
"""[オ]・グホ講師: a surname of one syllable."""


def run_start(text: str, line: tuple[Token, ...], at: int) -> int:
    """Where a name begins that the dictionary takes apart: [シャス]トラン委員長, [コンド]リーザ・ライス長官, [火]群直樹会長."""
    if _halved(text, line, at):
        return line[at - 1].start
    while at > 0 and line[at - 1].end == line[at].start and KATAKANA.fullmatch(line[at].text[:1] + "ア"):
        before = line[at - 1]
        known = not before.oov and (len(before.text) > 3 or "地名" in before.detail)
        if not KATAKANA.fullmatch(before.text) or known or before.text in titles_known().houses:
            break  # [ロシア]プーチン大統領, [クラブ]マイヤー会長
        at -= 1
    if (first := _initials_before(text, line[at].start)) is not None:
        return first
    particle = text[max(0, line[at].start - 2) : line[at].start]
    return line[at].start - 2 * (particle in {"ド・", "デ・"} or _SYLLABLE.search(text, 0, line[at].start) is not None)


def _initials_before(text: str, start: int) -> int | None:
    """Where the initials in front of a surname begin: [RJ・]スカリンジ, [J・J・]ジョーンズ."""
    found = _INITIALS.search(text, max(0, start - 9), start)
    return found.start() if found else None


_INITIALS = regex(r"(?<![A-Za-z0-9・.])(?:[A-Z]{1,2}・|[A-Z]\.[A-Z]\.・?|(?:[A-Z]・){2})$")


def _halved(text: str, line: tuple[Token, ...], at: int) -> bool:
    """火|群|直樹: of a rare surname the dictionary takes the second letter for one; not 妻|原|恵子."""
    if not at or at + 1 >= len(line) or len(line[at].text) != 1 or "人名-姓" not in line[at].detail:
        return False
    before = line[at - 1]
    return (
        "人名-名" in line[at + 1].detail
        and before.end == line[at].start
        and before.detail.startswith("普通名詞-一般")
        and len(before.text) == 1
        and before.text not in _KIN | _BEFORE_HONORIFIC
        and _KANJI.fullmatch(before.text) is not None
        and _boundary(text, before.start)
    )


def name_at(text: str, line: tuple[Token, ...], at: int) -> tuple[int, bool] | None:
    """Return (last token of the name that begins at `at`, whether it is a full name)."""
    token = line[at]
    if joined := _joined_surname(line, at) or _spelt(text, line, at) or eastern_name(text, line, at):
        return joined
    if (
        at >= 2
        and line[at - 1].text in "・="
        and is_kana(token)
        and is_kana(line[at - 2])
        and not _is_home(line, at - 2)
    ):
        return None  # inside a katakana name
    if token.text in titles_known().nobody or not _NAME_CHARS.fullmatch(token.text):
        return None
    if (is_kana(token) and len(token.text) > 1) or ("人名" in token.detail and KATAKANA.fullmatch(token.text)):
        return _katakana_name(text, line, at)
    if "人名" in token.detail or "地名" in token.detail or (token.oov and _NAME_CHARS.fullmatch(token.text)):
        last = at
        while last + 1 < len(line) and last - at < 2 and _given(text, line[last + 1], token):
            last += 1
        full = last > at or ("人名-一般" in token.detail and len(token.text) >= 3)
        return last, full
    if (
        token.pos == "名詞"
        and "副詞可能" not in token.detail  # その際倉岡容疑者は
        and _KANJI.fullmatch(token.text)
        and _boundary(text, token.start)
    ):
        # A rare surname that the dictionary holds for a common noun; only an honorific right behind it tells.
        last = at
        while (
            last + 1 < len(line)
            and line[last + 1].end - token.start <= 5
            and _KANJI.fullmatch(line[last + 1].text)
            and not titles_known().honorific.match(text, line[last].end)
        ):
            last += 1  # 馬化騰氏: whatever Sudachi makes of the letters
        if titles_known().honorific.match(text, line[last].end):
            return None if last > at and "サ変" in line[last].detail else (last, False)  # 銃乱射容疑者: a deed
        return (at, False) if surname_with_role(text, token) else None
    return None


def _joined_surname(line: tuple[Token, ...], at: int) -> tuple[int, bool] | None:
    """松ヶ枝美穂: a surname with ヶ that the dictionary takes apart, where a given name follows."""
    if (
        at + 3 >= len(line)
        or line[at + 1].text not in {"ヶ", "ケ"}
        or line[at + 3].start != line[at].end + 1 + len(line[at + 2].text)
    ):
        return None
    kanji = _KANJI.fullmatch(line[at].text) and _KANJI.fullmatch(line[at + 2].text)
    return (at + 3, True) if kanji and "人名-名" in line[at + 3].detail else None


def _spelt(text: str, line: tuple[Token, ...], at: int) -> tuple[int, bool] | None:
    """金根植(キム・グンシク)教授: two parts in katakana spell a name, whatever the dictionary makes of its letters."""
    if not _boundary(text, line[at].start) or "(" not in text:
        return None
    spelt = _SPELT.match(text, line[at].start)
    last = at
    while spelt and last + 1 < len(line) and line[last].end < spelt.end():
        last += 1
    return (last, True) if spelt and line[last].end == spelt.end() else None


def eastern_name(text: str, line: tuple[Token, ...], at: int) -> tuple[int, bool] | None:
    """[何立峰]副首相, [金正恩]総書記: two letters that no dictionary takes for a name, between a surname of one letter and an office of state.

    Not 林[総務]部長: a word by itself, which tells the office.
    """
    start = line[at].start
    if not _boundary(text, start) or not titles_known().eastern.match(text, start):
        return None
    last = at
    while last + 1 < len(line) and line[last].end < start + 3:
        last += 1
    if line[last].end != start + 3 or any(
        word.detail.startswith("固有名詞-人名-姓") and len(word.text) > 1 for word in line[at:last]
    ):
        return None
    word = line[last]
    return (
        None
        if last == at + 1 and word.detail.startswith("普通名詞") and not word.oov and len(word.text) == 2
        else (last, True)
    )


def may_name(token: Token) -> bool:
    """False for a common noun that only an honorific behind it makes a name."""
    return token.oov or token.detail.startswith("固有名詞") or KATAKANA.fullmatch(token.text) is not None


def surname_with_role(text: str, token: Token) -> int | None:
    """The end of the title right behind a word that is a surname too: [山中]社長, [松本]主任研究員; not [福島]知事."""
    if text[token.end : token.end + 1] not in titles_known().role_begins:
        return None
    if token.pos != "名詞" or not _KANJI.fullmatch(token.text) or not _boundary(text, token.start):
        return None
    if token.text in titles_known().no_surname or "人名" in token.detail:
        return None
    role = titles_known().qualified.match(text, token.end)
    if role is None or len(role.group()) < 2:
        return None
    if (
        "地名" in token.detail
        and role.group() in titles_known().of_places
        and not _held_there(text, token, role.group())
    ):
        return None
    return role.end() if is_surname(token.text) else None


def _held_there(text: str, token: Token, office: str) -> bool:
    """県立博物館の[石川]館長, 同署の[松本]署長: the body whose head it is stands in front."""
    before = text[max(0, token.start - 2) : token.start]
    return (
        len(before) == 2 and before[1] == "の" and (before[0] == office[-2] or (before[0] == "大" and office == "学長"))
    )


def is_kana(token: Token) -> bool:
    """True for katakana: クック is an adverb in the dictionary, オーイ a cry, リッチ a quality."""
    return token.pos in {"名詞", "副詞", "感動詞", "形状詞"} and KATAKANA.fullmatch(token.text) is not None


_NO_GIVEN = ("一軍", "二軍", "三軍", "学部", "学長", "学芸", "参院", "衆院", "助教")
"""佐々木[二軍]監督, 森田[学部]長: what a title begins with."""


def _given(text: str, token: Token, surname: Token) -> bool:
    """True for a given name behind a surname: a 人名, or kanji or kana that is no title.

    A common word is one where its reading or an honorific stands right behind it (早見[元](はじめ)オーナー, 早見[大]容疑者;
    not 早見[両]容疑者).
    """
    if text.startswith(_NO_GIVEN, token.start):
        return False
    if "人名" in token.detail:
        return True
    if token.start != surname.end or "人名" not in surname.detail:
        return False
    titles = titles_known()
    ranked = "数詞" in token.detail and text.startswith("段", token.end)  # 岩井[九段]
    if ranked or titles.role_end.search(token.text) or titles.honorific.match(token.text):
        return False
    if _SPELT_OUT.fullmatch(token.text):
        return True
    if _KANJI.fullmatch(token.text) and token.text not in _BEFORE_HONORIFIC and titles.honorific.match(text, token.end):
        return True
    return token.pos == "名詞" and token.oov and _GIVEN.fullmatch(token.text) is not None


def _katakana_name(text: str, line: tuple[Token, ...], at: int) -> tuple[int, bool] | None:
    if _is_home(line, at):
        return None
    last = at + _doubled(line, at)
    while (
        last + 2 < len(line)
        and line[last + 1].text in "・="
        and (is_kana(line[last + 2]) or _initial(line, last + 2) or _particle(line, last + 2))
    ):
        last += 2
        while last + 1 < len(line) and is_kana(line[last + 1]) and not _ranks(line[last + 1].text):
            last += 1
    if last == at:
        last = _joined_kana(text, line, at)
        if last > at:
            return last, False
    full = last > at or _initials_before(text, line[at].start) is not None
    state = full and "地名-国" in line[last].detail and line[last - 1].text in "・="
    if state and (last - at > 3 or STATE_OFFICE.match(text, line[last].end)):
        last -= 2  # エルドアン・[トルコ]首相, ヤエル・ハーマン・[イスラエル]軍大佐; but トム・クック最高経営責任者 is no head of the Cook Islands
    of_land = full and line[last - 1].text in "・=" and _OF_LAND.match(text, line[last].start)
    if of_land and (of_land["office"] is None or "地名" in line[last].detail):
        last -= 2  # ニューサム・[カリフォルニア]州知事, ノバク・[エネルギー]相
        full = last > at
    return last, full


def _ranks(word: str) -> bool:
    """True for a title and for what one begins with: [チーフ]エコノミスト."""
    return is_title(word) or word in {
        "チーフ", "シニア", "エグゼクティブ", "マネージング", "ゼネラル", "アソシエイト", "グローバル", "プリンシパル",
    }  # fmt: skip


def _joined_kana(text: str, line: tuple[Token, ...], at: int) -> int:
    """The last word of オルト|バーグ before CEO: a name of two words that are no title."""
    last = at
    while last + 1 < len(line) and is_kana(line[last + 1]) and line[last + 1].start == line[last].end:
        last += 1
        if _ranks(line[last].text):
            return at
    return last if last > at and titles_known().role.match(text, line[last].end) else at


def _initial(line: tuple[Token, ...], at: int) -> bool:
    """ジョージ・[W]・ブッシュ."""
    capital = len(line[at].text) == 1 and "A" <= line[at].text <= "Z"
    return capital and at + 2 < len(line) and line[at + 1].text in "・=" and is_kana(line[at + 2])


def _doubled(line: tuple[Token, ...], at: int) -> bool:
    """[メアリジェーン]・グレイ: two given names in one, in front of the surname."""
    if at + 3 >= len(line) or line[at + 2].text != "・" or line[at + 1].start != line[at].end:
        return False
    return "人名" in line[at].detail and "人名" in line[at + 1].detail and is_kana(line[at + 1])


def _particle(line: tuple[Token, ...], at: int) -> bool:
    """ジョン・[ワ]・グレイ: one sign between two parts of a name, whatever word the dictionary sees in it."""
    one = len(line[at].text) == 1 and KATAKANA.fullmatch(line[at].text) is not None
    return one and at + 2 < len(line) and line[at + 1].text == "・" and is_kana(line[at + 2])


def _is_home(line: tuple[Token, ...], at: int) -> bool:
    """[ジャイアンツ]・トム・グレイ: a common noun before a full name says whose man he is."""
    if "地名-国" in line[at].detail and line[at].text not in _GIVEN_LANDS:
        return line[at + 1 : at + 2] != () and line[at + 1].text == "・"  # [アメリカ]・ブラウン国務長官
    team = "固有名詞-一般" in line[at].detail or (line[at].oov and len(line[at].text) > 6)
    if team and line[at].text[-1] in "スズツ" and line[at + 1 : at + 2] != () and line[at + 1].text == "・":
        return "人名" in line[at + 2].detail if at + 2 < len(line) else False  # [マーリンズ]・イチロー選手
    if "普通名詞" in line[at].detail and line[at + 1 : at + 2] != () and line[at + 1].text == "=":
        return True  # [サッカー]=グレイ氏が引退: what a wire's headline is about
    named = [word for word in line[at + 1 : at + 5] if "人名" in word.detail]
    return "普通名詞" in line[at].detail and not line[at].oov and len(line[at].text) > 3 and len(named) == 2


def _boundary(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "、。・(「『=のはがもをとにでるた)」』 \n,／/"
