"""Names of a sentence in, the subjects that they stand for out: 同社 and 当社, the index, bonds, the yen, things in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jijitsu.extract.fold import fold, places_of
from jijitsu.extract.gates import gate, signs_of
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.sentence.ranks import sounds_like_press
from jijitsu.extract.linking.subject.bourses import markets_of, on_shares
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import (
    FUND_NAME,
    NAME_TYPES,
    RATES,
    SOURCE,
    STRONG,
    is_broker,
    subject_of_mention,
    tells_of_others,
)
from jijitsu.extract.linking.subject.topics import (
    MEDIA,
)
from jijitsu.extract.linking.subject.turning import parent_named, turned_to
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech
from jijitsu.extract.words.titles import titles_known
from jijitsu.schemas.claim import Subject
from jijitsu.schemas.mention import Entity, EntityType, Mention

_TELLS = regex(r"によると|によれば|によりますと|報じ|報道|伝え|取材|調査|調べ|社説")
_PRICED_NAME = regex(
    r"株|の株価|の時価総額|の売上高|の純利益|の営業利益"
    r"|(?:が[^、。]{0,10}発表した|の)[^、。はが]{0,16}(?:決算|業績|通期|中間期|四半期|月期)"
    r"|[はがも][^、。はがも]{0,8}(?:反発|反落|続伸|続落|急伸|急落|急騰|ストップ[高安]|[高安]値|買われ|売られ|値を)"
    r"|[<(](?:東証[^()<>]{0,10})?[0-9][0-9A-Z][0-9][0-9A-Z][>)]"
)
"""日本テレビの中間決算は, ミサキ通信が急騰, ミサキ放送<1234>: of the station itself."""
_THE_INDEX = regex(r"同指数|指数自体|(?<![一-龠ァ-ヶーA-Za-z0-9])指数(?=は|も)")
# エネルギー関連の指数が1.4%安となった: an index by the shares in it
_PART_INDEX = regex(
    r"(?P<name>[一-鿿ァ-ヺーA-Za-z・]{1,12}(?:関連(?:銘柄|株)?|銘柄|セクター|(?<![一-鿿]の)株)の?(?:株価)?指数)(?=は|が|も)"
)
_ABROAD = regex(
    r"ソウル|上海|香港|台北|ロンドン|フランクフルト|シンガポール|バンコク|ムンバイ|ジャカルタ|マニラ|モスクワ"
)
_SAME = regex(
    r"会社(?<![一-龠ァ-ヶーA-Za-z]会社)側?(?=は|が|も)|(?:前者|後者)(?=は|が|も|の)|同(?:社|行|グループ|証券|信金|信組|クラブ|球団|組合|"
    r"チェーン|百貨店|ファンド(?!マ)|ホテル|子会社(?=[はがもの])|店(?=[はがも]|の(?![一-鿿]{0,4}客)))|その(?:[一-鿿ァ-ヺー]{2,10})?(?:メーカー|業者|企業|大手|チェーン|銀行)(?=は|が|も|の株)|(?:当|弊)社|当行|わが社|我が社|私たちの会社|自社(?=で[はも])"
)
# 親会社の株価は: of whoever was said to hold the firm
_PARENT = regex(
    r"(?<![一-鿿ァ-ヺーの])親会社(?=は|も|が|の(?:[0-9]{2,4}年[0-9]{1,2}月期の)?(?:連結)?(?:株価|売上高|純利益|営業利益|最終|時価総額|業績|有利子負債|配当))"
)
# ドル売り予約 is about orders, not about the dollar's rate.
_TRADED = regex(r"売り|買い|建て|換算|ベース|預金|資金|札|紙幣")
# フェリー会社の「あわじライン」, 百貨店「丸井今井」: what stands before the bracket says that it is a firm.
_FIRM_BEFORE = regex(
    r"(?:会社|メーカー|企業|大手|銀行|商社|百貨店|スーパー|チェーン|グループ|法人|業者|球団|クラブ|新聞社|出版社|代理店|ファンド)(?:の|・)?$"
)
_FUND = regex(r"[当本]ファンド")
_HE = regex(r"同氏(?=の(?:純?資産|個人資産|保有|資産|年収|報酬|役員報酬))")
_BOND = regex(
    r"(?P<prefix>新発|米国?|独|英国?|仏|伊|日本)?(?:国債)?(?P<years>[0-9]{1,2}|[一二三五十]{1,3})年(?:物)?(?:利付)?(?:国債|債(?!の(?:表面|発行|当初)?利率))(?:の?利回り)?(?!の?(?:利回り|金利)?(?:差|格差|スプレッド))|(?:米)?長期金利|超長期金利"
    r"|(?P<term>[0-9]{1,2})年物(?=は|が|も|、|の利回り)"
)
_OF_BONDS = gate(_BOND)
_YEN = regex(r"円(?<![0-9一二三四五六七八九十百千万億兆]円)(?=相場|は|が|を|、|も)|円相場|(?:対ドルの)円")


# 先物9月物は14銭安, in news of bonds
_FUTURES = regex(
    r"(?<![一-鿿ァ-ヺーA-Z0-9])先物(?:相場|中心限月|期近)?の?(?:1?[0-9]月[物限])?(?=は|が|も|で|の(?:終値|清算値|大引け|高値|安値))"
)
_BONDS = regex(r"債券|国債|長期金利|[0-9]年債|長期債")
# こちらは減益だ: whom the sentence before named last
_HERE = regex(r"^[ 　]?こちら(?=は|も)")


class _Found:
    """The names found so far, with what each stands for; none overlaps another."""

    def __init__(self, scene: Scene, pairs: Iterable[tuple[Mention, Subject]]) -> None:
        self.scene, self.pairs = scene, list(pairs)
        self.taken = [mention.span for mention, _ in self.pairs]

    def add(self, match: re.Match[str], subject: Subject) -> None:
        """Take what a pattern matched in the folded sentence, unless something stands there."""
        sentence = self.scene.sentence
        start, end = match.span()
        entity = Entity(subject.name, subject.type, subject.id)
        self.put(
            Mention("organisation", sentence.start + start, sentence.start + end, sentence.text[start:end], entity),
            subject,
        )

    def put(self, mention: Mention, subject: Subject) -> None:
        """Take a mention, unless something stands there."""
        if not any(span.overlaps(mention.span) for span in self.taken):
            self.pairs.append((mention, subject))
            self.taken.append(mention.span)

    def drop(self, start: int, end: int) -> None:
        """Leave out the names that begin between these places of the sentence."""
        base = self.scene.sentence.start
        self.pairs = [pair for pair in self.pairs if not base + start <= pair[0].start < base + end]
        self.taken = [mention.span for mention, _ in self.pairs]


def resolve_names(scene: Scene, discourse: Discourse, speeches: Sequence[Speech]) -> list[tuple[Mention, Subject]]:
    """The names of a scene with the subjects they stand for, in order; 同社 stands for the company last spoken of."""
    folded, text = scene.sentence.folded, scene.sentence.text
    found = _Found(scene, _named_here(scene, discourse))
    _add_indices(found, discourse)
    if (here := _HERE.match(folded)) is not None and (last := _named_last(discourse)) is not None:
        found.add(here, last)
    for match in markets_of(folded) if "%" in folded and on_shares(folded, discourse) else ():
        found.drop(match.start(), match.start() + 1)
        found.add(match, Subject(text[match.start() : match.end()], match.group(), None, "index"))
    for match in _SAME.finditer(folded):
        if (subject := _same(match, scene, found.pairs, discourse, speeches)) is not None:
            found.add(match, subject)
    for match in _PARENT.finditer(folded) if "親会社" in folded else ():
        if (parent := parent_named(scene, discourse)) is not None:
            found.add(match, parent)
    for match in _BOND.finditer(folded) if _OF_BONDS(signs_of(folded)) else ():
        # 10年物は1bp上がって1.525%: a bond's term by itself, where yields are spoken of.
        if not match.group("term") or (discourse.price is not None and discourse.price.name.endswith("利回り")):
            found.add(match, _bond(match, text))
    for mention in scene.of("utterance"):
        if (thing := _in_brackets(mention, scene, speeches)) is not None:
            found.put(mention, thing)
    _add_persons(found, discourse)
    for match in _FUND.finditer(folded):
        found.add(match, Subject(text[match.start() : match.end()], match.group(), None, "product"))
    for match in _YEN.finditer(folded):
        found.add(match, Subject("円", "円", None, "currency"))
    return sorted(found.pairs, key=lambda pair: pair[0].start)


def _named_here(scene: Scene, discourse: Discourse) -> list[tuple[Mention, Subject]]:
    """The names that the recognisers saw, but those that are none here."""
    folded, base = scene.sentence.folded, scene.sentence.start
    found = [
        (mention, discourse.in_full(subject_of_mention(mention))) for mention in scene.of(*NAME_TYPES)
        if (mention.type != "currency" or not _TRADED.match(folded, mention.end - base))
        and not (mention.type == "crypto" and mention.text.endswith("コイン") and folded.startswith("「", mention.end - base))
        and (mention.type == "index" or not _is_press(mention) or _PRICED_NAME.match(folded, mention.end - base) or _earns(scene, mention))
    ]  # fmt: skip
    funds = [m.span for m in scene.of("utterance") if FUND_NAME.search(m.text)] if "」" in folded else []
    # 「日経平均高配当株50指数連動型上場投信」: the index in a fund's name is not meant
    found = [pair for pair in found if not any(span.holds(pair[0].span) and span != pair[0].span for span in funds)]
    if "平均株価" in folded:
        found = [(m, _AVERAGE if m.text == "平均株価" and _is_abroad(m, found, scene) else s) for m, s in found]
    return found


def _is_press(mention: Mention) -> bool:
    """True for who tells of others: 時事通信, テレビ朝日; not for a firm with a code that only sounds so: 光通信."""
    return MEDIA.search(mention.text) is not None and not sounds_like_press(
        mention.text, subject_of_mention(mention).id
    )


def _add_indices(found: _Found, discourse: Discourse) -> None:
    """同指数, a part of an index by its name, and futures in news of bonds."""
    folded, text = found.scene.sentence.folded, found.scene.sentence.text
    if discourse.index is not None:
        for match in _THE_INDEX.finditer(folded):
            found.add(match, discourse.index)
    for match in _PART_INDEX.finditer(folded) if "指数" in folded else ():
        found.drop(*match.span())
        found.add(match, Subject(text[match.start() : match.end()], match["name"], None, "index"))
    if "先物" in folded and (
        _BONDS.search(discourse.headline)
        or (discourse.price is not None and discourse.price.name.endswith(("金利", "利回り")))
    ):
        for match in _FUTURES.finditer(folded):
            found.add(match, Subject(text[match.start() : match.end()], "長期国債先物", None, "commodity"))


def _in_brackets(mention: Mention, scene: Scene, speeches: Sequence[Speech]) -> Subject | None:
    """「ドラ・マールと猫」が8500万ドル: what stands in brackets and is nobody's words may be a thing's name."""
    folded, base = scene.sentence.folded, scene.sentence.start
    spoken = any(speech.type == "direct" and speech.span.overlaps(mention.span) for speech in speeches)
    most = 60 if FUND_NAME.search(mention.text) else 24
    if spoken or len(mention.text) > most or _HOW_MUCH.search(fold(mention.text)):
        return None
    if _OF_THEM.search(folded, 0, mention.start - base) or _ANSWERED.match(folded, mention.end - base):
        return None
    sort: EntityType = "company" if _FIRM_BEFORE.search(folded, 0, mention.start - base - 1) else "product"
    return Subject(_whole(mention, scene), mention.text, None, sort)


def _add_persons(found: _Found, discourse: Discourse) -> None:
    """同氏, and persons by the name that they are called later on."""
    folded = found.scene.sentence.folded
    if discourse.anybody is not None and "同氏" in folded:
        for match in _HE.finditer(folded):
            found.add(match, discourse.anybody)
    for person in discourse.persons:
        short = _bare_name(person.name)
        for at in places_of(short, folded) if short else ():
            if (alone := _SHORT.match(folded, at, at + len(short))) and _BARE_BEHIND.match(folded, alone.end()):
                found.add(alone, person)


_HOW_MUCH = regex(r"[0-9](?:回|人|割|%|倍|年|日|歳|円|時間|[カか]月)(?:以上|以下|未満|超)")
"""出社「なお週1回以上」34%: what somebody answered, and no thing's name."""
_OF_THEM = regex(
    r"(?:[0-9一二三四五六七八九]割[0-9]?分?|[0-9]%|半数|[0-9二三四五]分の[0-9一二三])(?:超|強|弱|近く|余り|以上)?が?「$"
)
_ANSWERED = regex(r"」?との?(?:回答|答え|返答)")
"""10代の4割「AIに悩みを相談」, 「投資を始めたい」との回答: likewise."""
_AVERAGE = Subject("平均株価", "平均株価", None, "index")


def _is_abroad(average: Mention, found: Sequence[tuple[Mention, Subject]], scene: Scene) -> bool:
    """スリランカでは、平均株価が7%下落した: not the Tokyo average."""
    lands = any(
        m.type == "country" and s.name not in {"日本", "米国", "アメリカ"} and m.end <= average.start for m, s in found
    )
    folded, start = scene.sentence.folded, average.start - scene.sentence.start
    return (lands or _ABROAD.search(folded, 0, start) is not None) and not re.search(
        "東京|日経|東証|日本", folded[:start]
    )


def _bare_name(name: str) -> str:
    """What a person is called without a title later on: 小室哲哉 小室, ジェンスン・フアン フアン; "" for who has no such name."""
    if "・" in name:
        last = name.rpartition("・")[2]
        return last if len(last) > 1 and _KANA.fullmatch(last) else ""
    prefectures = {place[:2] for place in titles_known().prefectures}
    short = name[:2]
    return short if len(name) in {4, 5} and _KANJI_NAME.fullmatch(name) and short not in prefectures else ""


_SHORT = regex(r"(?<![一-鿿々ァ-ヺーA-Za-z・])[一-鿿々ァ-ヺー]+")
_BARE_BEHIND = regex(r"(?:は|が(?!い)|も|の(?:資産|純資産|年俸|報酬|年収|賞金|契約))")
_KANA = regex(r"[ァ-ヺー]+")
_KANJI_NAME = regex(r"[一-鿿々]+")


def _whole(mention: Mention, scene: Scene) -> str:
    """A thing's name with its bracket and the noun behind it: 「ふわとろ」だし巻き."""
    text, end = scene.sentence.text, mention.end - scene.sentence.start + 1
    noun = next((p for p in phrases(text) if p.start == end and p.thing), None)
    return text[mention.start - scene.sentence.start - 1 : noun.end] if noun else mention.text


def _earns(scene: Scene, mention: Mention) -> bool:
    """True for a station or paper that is spoken of itself: フジテレビは345億円の損失を計上した, 岬通信:35%減益."""
    folded, behind = scene.sentence.folded, mention.end - scene.sentence.start
    return (
        folded[behind : behind + 1] in {"は", "が", "も", ":"}
        and bool(scene.of("measure"))
        and not _TELLS.search(folded)
    )


def _same(
    match: re.Match[str], scene: Scene, found: Sequence[tuple[Mention, Subject]], discourse: Discourse,
    speeches: Sequence[Speech],
) -> Subject | None:  # fmt: skip
    """Whom 同社 or 当社 means: the speaker's company inside an utterance, else the company last named."""
    at = scene.sentence.start + match.start()
    if match.group()[0] in "当弊わ我私":
        speech = next((s for s in speeches if s.start <= at < s.end), None)
        if speech is not None and speech.attribution.org:
            return Subject(speech.attribution.org, speech.attribution.org, None, "company")
        return discourse.company
    if match.group() == "同店":
        return _dealer(discourse)
    if match.group() in _OF_TWO:
        return _of_two(match, scene, found, discourse)
    if match.group() == "同子会社":
        return _subsidiary(discourse)
    firms = [(m, s) for m, s in found if m.end <= at and s.type == "company"]
    base, folded = scene.sentence.start, scene.sentence.folded
    rating = RATES.search(folded) is not None  # 岬証券は同社の目標株価を引き上げた: not the broker's
    before = [
        s for m, s in firms
        if not (tells_of_others(s.name) or SOURCE.match(folded, m.end - base) or (rating and is_broker(s.name)))
    ]  # fmt: skip
    if _ANOTHERS.match(folded, match.end()):  # カガリは同社の株式を取得する, 岬基金は同社の企業価値を…と評価した
        doing = [s for m, s in firms if folded[m.end - base : m.end - base + 1] in {"は", "が", "も"}]
        if discourse.company in doing and discourse.target is not None:
            return discourse.target  # カガリは浜商事を買収する。カガリは同社の企業価値を…
        before = [s for s in before if s not in doing]
    if _DESCRIBED.search(folded, 0, match.start()):
        before = []  # ファンドが株を持つ同社は: whom the text spoke of
    if discourse.company is None:
        before = before or [s for _, s in firms]  # 帝国データバンク富山支店によると、同社は: of whom it tells
    turned = turned_to(scene, discourse) if match.group() != "同グループ" else None
    return before[0] if before else turned or discourse.company or _only_firm(scene, discourse)


_DESCRIBED = regex(r"[うくぐすつぬぶむるただい](?<!という)$|[^、。はがもを](?:上場|系|傘下|大手)の$")
_ANOTHERS = regex(
    r"の(?:企業価値|価値|評価額)を[^、。]{0,30}(?:評価|算定|見積も|査定)"
    r"|(?:の)?(?:発行済み)?(?:全)?(?:株式?|持ち分|経営権)(?:の[^、。を]{1,16})?を(?!分割|併合|上場)[^、。]{0,20}(?:取得|買|売却|手放|保有|譲渡|譲り)"
    r"|の[^、。はがも0-9]{0,20}(?:売上高|売り上げ|利益|業績|有利子負債|負債|債務|店舗数|生産能力)[^、。はが]{0,30}(?:引き[上継]|伸ば|高め|増や|倍増|改善|黒字化|肩代わり)"
    r"|を[^、。]{0,14}(?:買収|傘下に|子会社化|吸収)|(?:へ|に)(?:の)?(?:出資|融資|投資|TOB)"
)


def _named_last(discourse: Discourse) -> Subject | None:
    """The last firm of the sentence before that is spoken of there."""
    _, names = discourse.before[-1] if discourse.before else (None, ())
    return next((c.subjects[-1] for c in reversed(names) if c.type == "company" and c.strength >= STRONG), None)


_OF_TWO = {"前者": 0, "後者": 1}


def _of_two(
    match: re.Match[str], scene: Scene, found: Sequence[tuple[Mention, Subject]], discourse: Discourse
) -> Subject | None:
    """岬商事とカガリが上場した。吸収額は前者が18億円、後者が31億円: of the two firms that were named last, one beside the other."""
    at = scene.sentence.start + match.start()
    here = [s for m, s in found if m.end <= at and s.type == "company" and m.text not in _OF_TWO]
    told = [
        [s for c in names if c.type == "company" for s in c.subjects] for _, names in reversed(discourse.before[-3:])
    ]
    for firms in (here, *told):
        each = list({s.name: s for s in firms}.values())
        if len(each) == len(_OF_TWO):
            return each[_OF_TWO[match.group()]]
    return None


def _subsidiary(discourse: Discourse) -> Subject | None:
    """岬商事は子会社カガリの株を手放す。同子会社の売上高は: the subsidiary that was named last."""
    named = (c for _, names in reversed(discourse.before) for c in reversed(names))
    return next((c.subjects[0] for c in named if c.type == "company" and c.subjects[0].name in discourse.held), None)


def _dealer(discourse: Discourse) -> Subject | None:
    """朝霧モーターズの店主、山野氏は…。同店は: whose shop it is that the last sentences speak of."""
    for back, names in reversed(discourse.before[-2:]):
        for candidate in reversed(names):
            if candidate.type == "company" and _KEEPER.match(back.sentence.folded, candidate.end):
                return candidate.subjects[-1]
    return None


_KEEPER = regex(r"(?:\([^()]{1,16}\))?の(?:店[主長]|経営者|オーナー|店員|販売員|営業担当)")


def _only_firm(scene: Scene, discourse: Discourse) -> Subject | None:
    """カガリ(青井市)が2日に公表した調査では…。同社は: the one firm that was named lately, though it told of others."""
    number = scene.sentence.index
    lately = discourse.scenes[max(0, number - _LATELY) : number]
    firms = {
        s.name: s for back in lately for s, end in ((subject_of_mention(m), m.end - back.sentence.start) for m in back.of("company"))
        if not _GATHERS_FORECASTS.match(back.sentence.folded, end)
    }  # fmt: skip
    return next(iter(firms.values())) if len(firms) == 1 else None


_LATELY = 12
# LSEGがまとめた市場予想を超えた。同社は: the firm of the results, not who gathers what is expected of it.
_GATHERS_FORECASTS = regex(
    r"(?:\([^()]{1,16}\))?(?:が|の|に)?(?:まとめた|集計した|集計|調べ|調査|算出した|よる|まとめ)の?[^、。はがを]{0,20}(?:予想|予測|コンセンサス)"
)


def _bond(match: re.Match[str], text: str) -> Subject:
    written = text[match.start() : match.end()]
    if term := match.group("term"):
        return Subject(written, f"{term}年債利回り", None, "other")
    if not match.group("years"):
        return Subject(written, match.group(), None, "other")
    prefix = {"米国": "米", "英国": "英", "日本": ""}.get(match.group("prefix") or "", match.group("prefix") or "")
    return Subject(written, f"{prefix}{match.group('years')}年債利回り", None, "other")
