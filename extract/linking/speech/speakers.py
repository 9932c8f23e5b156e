"""Who speaks: the noun phrases of a sentence that may, and which of them a report belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jijitsu.extract.linking.sentence.ranks import (
    KNOWN,
    MAYBE,
    NAMED,
    NEVER,
    TIME_HEAD,
    able_of,
    bare_surname,
    proper_in,
    rank_of,
    sounds_like_press,
    speakers_lexicon,
)
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.bracketed import called, stands_alone
from jijitsu.extract.linking.speech.given_names import described_surname
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Mention


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase before a particle: units `first` to `last` (exclusive), `rank` as in ranks.py."""

    first: int
    last: int
    particle: str
    rank: int
    mention: Mention | None = None
    """The person or company that it ends in."""
    proper: bool = False
    """A proper name is in its last part, and it ends in nothing that is known to be a thing."""
    able: bool = False
    """It may be somebody, for all that is known: neither a time nor a count nor a known thing."""


FULL_KATAKANA = regex(r"(?<![ァ-ヴー・=])[ァ-ヴー]{2,12}(?:[・=][ァ-ヴー]{2,12}){1,3}(?![ァ-ヴー・=])")
"""ヘレン・マーシュ: most often somebody, in translated prose without any title."""
FIRMS = (
    "キャピタル", "パートナーズ", "ホールディングス", "グループ", "データ", "モーターズ", "エナジー", "ジャパン", "テクノロジー", "テクノロジーズ",
    "バンク", "ブラザーズ", "システムズ", "エレクトロニクス", "サービス", "サービシズ", "インターナショナル", "ソリューションズ", "タイムズ", "ポスト",
    "ニュース", "ユナイテッド", "シティ", "センター", "クラブ", "チェース", "スタンレー", "コーラ", "ファーマ", "フーズ", "マート", "メディア",
)  # fmt: skip
_MAX_PHRASE = 40  # no noun phrase has more words: hostile text of の alone stays linear
_MARKS = frozenset(["は", "が", "も", "から", "より", "に", "へ", "で", "を", "と"])
_ACCOUNTS = {"話": "の話では", "談話": "の話では", "説明": "の説明では", "証言": "の説明では"} | dict.fromkeys([
    "見解", "発言", "コメント", "予想", "予報", "情報", "発表", "分析", "まとめ", "推計", "試算", "予測", "見立て", "調べ", "見方", "報告",
    "調査結果", "調査",
], "の発表では")  # fmt: skip
"""文化庁の話では, 同協会の説明によると, 警察からの情報によると: what follows is theirs."""
_PAGES = frozenset([
    "ホームページ", "HP", "ウェブサイト", "サイト", "公式", "ウェブ", "プレスリリース", "リリース", "プレス", "ブログ", "ツイッター",
])  # fmt: skip
_BOTH = frozenset(["両社", "両者", "両国", "両党", "両氏", "両行", "両県", "両市", "双方"])
"""A社、B社[両社]とも「…」と答えた."""
_INSIDE = frozenset(["の", "・", "/", "-", "=", "&", "ー", "―"])


def phrases(scene: Scene, line: Sequence[Unit]) -> tuple[Phrase, ...]:
    """Return the noun phrases before は, が, も, では, から, に, を, によると and の話では, in order."""
    return tuple(_phrases(scene, line))


def _phrases(scene: Scene, line: Sequence[Unit]) -> Iterator[Phrase]:
    for at, unit in enumerate(line):
        both = unit.text == "とも" and at > 0 and line[at - 1].text in _BOTH
        both = both and any(behind.sort == "said" for behind in line[at + 1 : at + 3])
        if (unit.pos != "助詞" or unit.text not in _MARKS or "接続助詞" in unit.detail) and not both:
            continue
        last, particle = at, "も" if both else "から" if unit.text == "より" else unit.text
        if unit.text in {"は", "も"} and at and line[at - 1].text in {"で", "に", "と", "から", "を", "へ"}:
            if at + 1 < len(line) and line[at + 1].lemma in {"ない", "ある", "なく", "ござる"}:
                continue  # 株主ではなく
            if line[at - 1].text != "で" or line[at - 1].pos not in {"助詞", "助動詞"}:
                if line[at - 1].text == "から" and unit.text == "は":
                    last, particle = at - 1, "から"
                elif line[at - 1].text == "に" and at > 2 and line[at - 2].text == "中" and line[at - 3].text == "の":
                    last, particle = at - 3, "は"  # 運用者の中には
                elif line[at - 1].text == "に":
                    last, particle = at - 1, "には"  # 業界には「…」との声がある
                else:
                    continue
            else:
                last, particle = at - 1, "では"
        if unit.text == "で" and not (at + 1 < len(line) and line[at + 1].pos not in {"助詞", "助動詞"}):
            continue
        by = unit.text == "に" and at + 2 < len(line) and line[at + 1].lemma in {"よる", "依る"}
        if by and line[at + 2].text in {"と", "ば", "ます"}:
            particle = "によると"
        last -= (
            particle == "によると" and last > 3 and line[last - 1].sort == "aside" and line[last - 2].text in _ACCOUNTS
        )
        account = last > 2 and line[last - 1].text in _ACCOUNTS and line[last - 2].text == "の"
        if (
            account
            and particle in {"では", "によると", "で"}
            and not ((particle == "で" or unit.text == "も") and line[last - 1].text in {"調べ", "調査"})
        ):
            last, particle = last - 2, _ACCOUNTS[line[last - 1].text]
            last -= last > 1 and line[last - 1].text == "から"
            last -= 3 * (last > 3 and line[last - 1].text == "日" and line[last - 3].text == "の")  # 気象庁の14日の発表
        if particle == "によると":
            while last > 1 and line[last - 1].text in _PAGES:
                last -= 1  # 同社ホームページによると, 同社の公式サイトによると
            last -= last > 1 and line[last - 1].text == "の"
        whose = account and (
            "副詞可能" not in line[last - 3].detail or line[last - 4].text == "の"
        )  # not 今後の見方として
        if whose and unit.text == "と" and at + 1 < len(line) and line[at + 1].text == "し":
            last, particle = last - 2, "の話として"
        elif unit.text == "と":
            continue
        if last > 1 and line[last - 1].text in {"など", "等"}:
            last -= 1  # 商店街などから
        first = _first(line, last)
        if last and called(line, last - 1):
            yield Phrase(last - 1, last, particle, KNOWN, None, True, True)
        elif particle == "によると" and stands_alone(line, last - 1):
            yield Phrase(last - 1, last, particle, KNOWN, None, True, True)  # 「水を守る会」によると
        elif _kana_name(line, last):
            yield Phrase(0, last, particle, KNOWN, None, True, True)
        elif first < last:
            yield phrase_of(scene, line, first, last, particle)


def _kana_name(line: Sequence[Unit], last: int) -> bool:
    """やのめは「…」: kana at the head of a sentence that no grammar explains, right before words in brackets."""
    if not 1 < last < 6 or last + 1 >= len(line) or line[last].text not in {"は", "も"}:
        return False
    behind = line[last + 2] if line[last + 1].text == "、" and last + 2 < len(line) else line[last + 1]
    written = "".join(unit.text for unit in line[:last])
    return behind.sort == "said" and len(line[0].text) == 1 and re.fullmatch(r"[ぁ-んー]{3,8}", written) is not None


def phrase_before(scene: Scene, line: Sequence[Unit], last: int, particle: str = "") -> Phrase | None:
    """Return the noun phrase that ends before unit `last`, or None."""
    first = _first(line, last)
    return phrase_of(scene, line, first, last, particle) if first < last else None


def phrase_after(scene: Scene, line: Sequence[Unit], first: int) -> Phrase | None:
    """Return the noun phrase that begins at unit `first`, or None; 「…」=首相: a dash in front is no part of it."""
    first += first < len(line) and line[first].text in {"=", "-", "―", "ー"}
    last = first
    while (
        last < len(line)
        and last - first < _MAX_PHRASE
        and (_nominal(line[last]) or (line[last].text in _INSIDE and not _apart(line, last)))
    ):
        last += 1
    while last > first and line[last - 1].text in _INSIDE:
        last -= 1
    return phrase_of(scene, line, first, last, "") if first < last else None


def _nominal(unit: Unit) -> bool:
    if unit.sort != "word":
        return True
    if unit.pos in {"副詞", "形状詞"} and re.fullmatch("[ァ-ヴー]{2,}", unit.text):
        return True  # ジー社, ハッピーランド
    if unit.text in {"高等", "特別", "緊急", "主要", "有力"}:
        return True  # 国連高等難民弁務官事務所, 主要7カ国の外相
    return unit.pos in {"名詞", "接頭辞", "接尾辞", "代名詞"} or (
        unit.pos == "連体詞" and unit.text in {"ある", "その", "この"}
    )


def _first(line: Sequence[Unit], last: int) -> int:
    first = last
    while first > 0 and last - first < _MAX_PHRASE:
        unit = line[first - 1]
        named = first == last and first > 1 and _nominal(line[first - 2]) and len(unit.text) <= 24
        if unit.sort == "said" and (first == last or line[first].text == "の") and not named:
            break  # 「…」が: not a name; but 団体「X」が is read through the noun before it
        if _nominal(unit) or (unit.text in _INSIDE and not _apart(line, first - 1)):
            first -= 1
            continue
        break
    while first < last and (line[first].text in _INSIDE or line[first].sort in {"aside", "said"}):
        first += 1
    return first


def _apart(line: Sequence[Unit], at: int) -> bool:
    """…と紹介-大使館が抗議: a dash between words that are no letters parts a headline."""
    if line[at].text not in {"-", "―"} or at == 0 or at + 1 >= len(line):
        return False
    return not line[at - 1].text.isascii() and not line[at + 1].text.isascii()


def phrase_of(scene: Scene, line: Sequence[Unit], first: int, last: int, particle: str) -> Phrase:
    """Return the phrase with what it names and how well it can speak."""
    base = scene.sentence.start
    head = last - 1
    while head > first and (
        line[head].sort != "word"
        or line[head].text in {"ら", "たち", "など", "等", "側", "達", "自身", "本体", "本人", "みずから"}
    ):
        head -= 1
    if (
        head > first + 1
        and line[head].text in {"一人", "ひとり", "1人", "方", "ほう", "多く", "一部", "大半", "間"}
        and line[head - 1].text == "の"
    ):
        head -= 2  # 商店主の一人
    stop = base + line[head].end
    start, mention = base + line[first].start, None
    for one in scene.mentions:
        if one.start >= stop:
            break
        if one.end == stop and one.type in _FIGURES:
            return Phrase(first, last, particle, NEVER)  # 報酬の200万フランは
        if mention is None and one.end >= max(start, stop) and one.type in _NAMES:
            mention = one
    text = scene.sentence.folded[line[first].start : line[head].end]
    # 台湾積体電路製造(TSMC)は: the name ends with its short form
    glossed = base + line[last - 1].end
    if mention is not None and (mention.end in (stop, glossed) or mention.type == "person"):
        rank = NAMED if mention.type == "person" else KNOWN
        return Phrase(first, last, particle, rank, mention, True, True)
    counted = head > first and "数詞" in line[head - 1].detail and "助数詞" not in line[head - 1].detail
    part = line[_tail_of(line, first, head) : head + 1]
    alone = _LEAD.sub("", text) if particle in {"は", "も"} else ""  # その後2人は
    rank = rank_of(alone or text, line[head], proper_in(part), counted)
    if text == "毎日" and particle in {"は", "も"}:
        rank = KNOWN  # 毎日は、…としている: the paper
    side = scene.sentence.folded[line[first].start : line[last - 1].end]
    if _ONE_OF.search(side) and any(unit.sort == "said" for unit in line[last : last + 30]):
        rank = KNOWN  # うち1人は、市職員に「…」
    if rank == NEVER and side.endswith("側") and not _PLACED.search(side):
        rank = KNOWN  # 原告側, 経営側
    if rank == MAYBE and FULL_KATAKANA.fullmatch(text.rsplit("の", 1)[-1]) and "地名" not in line[head].detail:
        rank = KNOWN
    if (
        text in {"人", "人々", "人達"} and first > 0 and line[first - 1].pos in {"動詞", "助動詞"}
        and (particle == "から" or _quoted_next(line, last))
    ):  # fmt: skip
        rank = KNOWN  # 集まった人からは, 乗り合わせた人は「…」
    named = rank < KNOWN and particle in {"は", "も", "が"} and bare_surname(text)
    if named and ((rank == NEVER and _quoted_next(line, last)) or described_surname(text)):
        return Phrase(first, last, particle, KNOWN, None, True, True)  # 40歳の朝山は「…」, ベテラン左腕の鍵谷は
    able = rank >= MAYBE or able_of(text, line[head])
    return Phrase(first, last, particle, rank, None, able and proper_in(part), able)


def _quoted_next(line: Sequence[Unit], last: int) -> bool:
    """True if words in brackets stand right behind the particle at `last`."""
    behind = [unit for unit in line[last + 1 : last + 3] if unit.text != "、"]
    return bool(behind) and behind[0].sort == "said"


_NAMES = frozenset({"person", "company", "organisation"})
_FIGURES = frozenset({"money", "percent", "date"})
_ONE_OF = regex("(?:うち|中|なか|ほか|他|残り)の?(?:1人|一人|ひとり)$")
_PLACED = regex(
    r"(?:[東西南北左右上下内外前後片両裏表向手口海山川湖塁]|レフト|ライト|線路|道路|車道|サイド|スタンド)側$"
)
"""Where something is, and nobody's side."""


def _tail_of(line: Sequence[Unit], first: int, head: int) -> int:
    """First unit of the last part of the phrase: 子会社の[北斗電力]."""
    at = head
    while at > first and line[at - 1].text not in {"の"} and line[at - 1].sort == "word":
        at -= 1
    return at


_LEAD = regex("^(?:このため|そのため|このほか|そのほか|その後|その際|今後|一方)、?(?!の)")
"""[このため]主催者は."""
_AFTER = frozenset(["後", "際", "直後", "直前"])
SELF = frozenset(["本人", "自身", "みずから", "自ら"])
"""松井[本人]は:松井."""
_MANY = frozenset(["少数", "多数", "一部", "大半", "多く", "全員"])


def shown(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> tuple[int, int]:
    """Return where the phrase stands (code points into the sentence), without a time before it."""
    start, last = line[phrase.first].start, phrase.last
    while last - 1 > phrase.first and (line[last - 1].sort == "aside" or line[last - 1].text in SELF):
        last -= 1
    end = line[last - 1].end
    first = phrase.first
    while first + 1 < last and (
        (
            "副詞可能" in line[first].detail
            and line[first].text not in _MANY
            and not (line[first].text == "毎日" and line[first + 1].text in {"新聞", "放送", "JP", "jp"})
            and line[first + 1].text not in {"の", "・"}
        )
        or (line[first].text in {"その", "一方"} and line[first + 1].text != "の")
    ):
        first += 1  # 当初東都重工は, その一方北社は
        start = line[first].start
    for at in range(first + 2, last):  # 表彰式の[後]乾選手は: when, and then who
        if line[at - 1].text in _AFTER and line[at - 2].text == "の" and line[at].text not in {"の", "・"}:
            first, start = at, line[at].start
    while first == 0 and last > 1 and line[0].text in {"A", "Q"} and line[0].end < line[1].start:
        first += 1  # A 専門家は: the answer's label
        start = line[first].start
    text = scene.sentence.folded[start:end]
    if (lead := _LEAD.match(text)) and lead.end() < len(text):
        start += lead.end()
        text = text[lead.end() :]
    if time := TIME_HEAD.match(text):
        start += time.end() if time.end() < len(text) else 0
    if stance := _STANCE.match(scene.sentence.folded, start, end):
        start = stance.end()
    return (_together(line, first, start) if _COUNTED.search(text) else start), end


_STANCE = regex(
    r"(?:訪問|来日|訪米|訪日|訪中|訪韓|訪欧|滞在|外遊|出張|休暇|入院|療養|遠征|視察|勾留|収監|服役)中の(?=..)|(?:(?:もう)?一方|他方|当|肝心|強気|弱気|渦中|注目|話題)の(?!当事者|[0-9])(?=..)|(?:このうち|うち|対する)(?=[一-鿿ァ-ヺーA-Z]{2})"
)
"""[一方の]同社は, [強気の]会社側は, [このうち]同社は: a contrast or a stance, no part of who speaks."""
_COUNTED = regex(
    r".(?:双方|両(?:社|者|国|党|氏|行|県|市))$|"
    r".の(?:[2-9二三四五六七八九]|両)(?:社|者|党|カ国|か国|ヵ国|ヶ国|団体|省庁|大学|行|労組|[県市町村区人氏])$"
)


def _together(line: Sequence[Unit], first: int, start: int) -> int:
    """[東都電力と北星電力、]南海電力の3社は: where the list begins that the number counts."""
    while first > 1 and line[first - 1].text in {"と", "、", "や", "・"} and _nominal(line[first - 2]):
        at = _first(line, first - 1)
        before = "".join(unit.text for unit in line[at : first - 1])
        if at >= first - 1 or line[at].sort == "said" or TIME_HEAD.fullmatch(before):
            break
        first, start = at, line[at].start
    return start


def is_press(text: str, code: str | None = None) -> bool:
    """True for the name of a paper or agency (読売新聞, 時事通信, NHK)."""
    return not sounds_like_press(text, code) and any(
        text.endswith(word) or text == word for word in speakers_lexicon().press
    )


def person_like(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if the phrase means people and not a body: a name, a title, 担当者, 男性."""
    if phrase.mention is not None:
        return phrase.mention.type == "person"
    if phrase.rank < KNOWN:
        return False
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    known = speakers_lexicon()
    return text.endswith(known.humans + known.titles) or text in known.back_person or described_surname(text)


_BODY_TAIL = (
    "省", "庁", "社", "党", "会", "署", "局", "県警", "府警", "当局", "側", "機構", "グループ", "市", "県", "政府",
    "地検", "特捜部", "組合", "連盟", "政界", "リポート", "レポート", "証券", "銀行", "総研", "メーカー", "大手",
    "財団", "部", "課", "委", "センター", "警察", "検察", "裁判所", "チーム", "球団", "大学", "大", "高校", "研究所", "連合", "団体", "機関",
    "水族館", "動物園", "美術館", "博物館", "図書館", "病院", "校", "院", "台", "連", "団", "隊", "軍", "労組", "企業", "政権", "陣営",
    "検", "基金", "組織", "メディア", "事務所", "本部", "司令部", "判決", "社説", "答申", "決議", "白書", "意見書", "訴状", "議長声明",
)  # fmt: skip


def body(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if X in Xでは is somebody and not a place: 同社では, but not 夜の放送では, 南国では."""
    head = line[phrase.last - 1]
    if "地名" in head.detail:
        return False
    tail = "".join(unit.text for unit in line[max(phrase.first, phrase.last - 2) : phrase.last])  # 県|警
    return (phrase.mention is not None and phrase.mention.type != "person") or tail.endswith(_BODY_TAIL)
