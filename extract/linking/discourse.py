"""Whom the article speaks of so far: what 同社 means, and whom a sentence without a subject means.

One frozen object is handed from sentence to sentence; nothing else looks back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.subjects import NAME_TYPES, SOURCE, STRONG, Candidate, subject_of_mention, tells_of_others
from jijitsu.extract.linking.topics import (
    MEDIA,
    buyer_of,
    event,
    first_topic,
    held_in,
    of_one_house,
    target_of,
    topic,
    unknown_firm,
)
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Mark, Subject
from jijitsu.schemas.mention import Entity, EntityType, Mention, Word

_TELLS = re.compile(r"によると|によれば|によりますと|報じ|報道|伝え|取材|調査|調べ|社説")
_PRICED_NAME = re.compile(r"株|の株価|の時価総額|の売上高|の純利益|の営業利益")
_THE_INDEX = re.compile(r"同指数|指数自体|(?<![一-龠ァ-ヶーA-Za-z0-9])指数(?=は|も)")
_SAME = re.compile(
    r"(?<![一-龠ァ-ヶーA-Za-z])会社側?(?=は|が|も)|同(?:社|行|グループ|証券|信金|信組|クラブ|球団|組合|"
    r"チェーン|百貨店|ファンド(?!マ)|ホテル)|その(?:[一-鿿ァ-ヺー]{2,10})?(?:メーカー|業者|企業|大手|チェーン|銀行)(?=は|が|も|の株)|(?:当|弊)社|当行|わが社|我が社|私たちの会社"
)
# ドル売り予約 is about orders, not about the dollar's rate.
_TRADED = re.compile(r"売り|買い|建て|換算|ベース|預金|資金|札|紙幣")
# フェリー会社の「あわじライン」, 百貨店「丸井今井」: what stands before the bracket says that it is a firm.
_FIRM_BEFORE = re.compile(
    r"(?:会社|メーカー|企業|大手|銀行|商社|百貨店|スーパー|チェーン|グループ|法人|業者|球団|クラブ|新聞社|出版社|代理店|ファンド)(?:の|・)?$"
)
_BRAND = re.compile(r"「?[^ぁ-ん。、「」]{2,20}」?[^ぁ-ん。、]{0,8}")
_FUND = re.compile(r"[当本]ファンド")
_BOND = re.compile(
    r"(?P<prefix>新発|米国?|独|英国?|仏|伊|日本)?(?:国債)?(?P<years>[0-9]{1,2}|[一二三五十]{1,3})年(?:物)?(?:国)?債(?:の)?(?:利回り)?|(?:米)?長期金利|超長期金利"
    r"|(?P<term>[0-9]{1,2})年物(?=は|が|も|、|の利回り)"
)
_YEN = re.compile(r"(?<![0-9一二三四五六七八九十百千万億兆])円(?=相場|は|が|を|、|も)|円相場|(?:対ドルの)円")


class Frame(msgspec.Struct, frozen=True):
    """A measure that a later figure of one of its units may be said of without a word: 登録車は23万台."""

    family: str
    measure: str
    units: frozenset[str]
    sentence: int


_FRAMES = 4
_UNITS = 8
_PERSONS = 40
_REACH = 6
"""How many sentences on a measure is still in the reader's mind."""


def _frames(before: tuple[Frame, ...], figures: Sequence[Figure], scene: Scene) -> tuple[Frame, ...]:
    frames, sentence = list(before), scene.sentence.index
    if not figures and (topic := _announced(scene)):
        frames.append(topic)
    for figure in figures:
        if (figure.family, figure.measure) == ("financial", "other") and not figure.worded:
            continue  # said of money for want of a better word
        same = next((f for f in frames if (f.family, f.measure) == (figure.family, figure.measure)), None)
        units = frozenset({figure.amount.unit}) | (same.units if same else frozenset())
        if same:
            frames.remove(same)
        frames.append(Frame(figure.family, figure.measure, units, sentence))
    kept = [frame for frame in frames if frame.measure != "other"][-_FRAMES:]
    return tuple(f for f in frames if (f in kept or f.measure == "other") and sentence - f.sentence < _REACH)


def _field(before: Discourse, figures: Sequence[Figure]) -> Subject | None:
    """The market that the first deliveries of an article are counted for, if no firm was spoken of before."""
    first = next((f.subject for f in figures if f.family == "delivery"), None)
    return first if first is not None and first.type in {"other", "group"} and before.company is None else None


def _counted(
    before: tuple[tuple[str, tuple[Subject, ...]], ...], figures: Sequence[Figure]
) -> tuple[tuple[str, tuple[Subject, ...]], ...]:
    counted = dict(before)
    for figure in figures:
        if figure.family == "quantity" and figure.subject:
            unit = "人" if figure.amount.unit == "名" else figure.amount.unit
            for key in (unit, "") if figure.mention.type == "count" else ("",):
                counted.pop(key, None)
                counted[key] = (figure.subject,)
    return tuple(counted.items())[-_UNITS:]


def _levels(
    before: tuple[tuple[Subject, Decimal, str], ...], figures: Sequence[Figure]
) -> tuple[tuple[Subject, Decimal, str], ...]:
    levels = {subject.name: (subject, amount, unit) for subject, amount, unit in before}
    for figure in figures:
        if figure.family == "price" and not figure.change and figure.subject and figure.amount.amount > 0:
            levels[figure.subject.name] = (figure.subject, figure.amount.amount, figure.amount.unit)
    return tuple(levels.values())


def _quoted(scene: Scene, figures: Sequence[Figure]) -> tuple[int, Mark] | None:
    """The mark of the last index level of the sentence, if it was quoted at the close or during trading."""
    marks = [f.mark for f in figures if f.measure == "index" and not f.change and f.mark in {"close", "intraday"}]
    return (scene.sentence.index, marks[-1]) if marks and marks[-1] else None


def _only_quoted(figures: Sequence[Figure]) -> Subject | None:
    """The firm whose share price the sentence gives, if it gives no other's."""
    quoted = {f.subject for f in figures if f.measure == "share_price" and f.subject and f.subject.type == "company"}
    return quoted.pop() if len({subject.name for subject in quoted}) == 1 else None


def _announced(scene: Scene) -> Frame | None:
    """11月の既存店売上高が出そろった: a sentence without figures that says what the next ones measure."""
    for mention in scene.of("measure"):
        behind = scene.sentence.folded[mention.end - scene.sentence.start :][:1]
        if isinstance(mention.value, Word) and (behind in {"が", "は", "を"} or len(scene.sentence.text) <= 40):
            family, name, *_ = mention.value.means.split(":")
            if family in {"financial", "delivery", "cap"} and name != "other":
                return Frame(family, name, frozenset({"台"} if family == "delivery" else {"JPY"}), scene.sentence.index)
    return None


class Discourse(msgspec.Struct, frozen=True, kw_only=True):
    """What the sentences so far leave behind."""

    company: Subject | None = None
    """The company last spoken of as a topic."""
    persons: tuple[Subject, ...] = ()
    """Who was named so far: 高市氏 is the one of them with that surname."""
    firms: tuple[Subject, ...] = ()
    """The first two firms that the article names, in whatever part: the only one may be meant where none is a topic."""
    product: Subject | None = None
    levels: tuple[tuple[Subject, Decimal, str], ...] = ()
    """The last level of each price, to tell whose a price without a name is: 8万ドル is the bitcoin's."""
    target: Subject | None = None
    """Whose shares somebody bids for: 丸越に対しTOBを実施する."""
    rated: tuple[int, Subject] | None = None
    """The sentence that gave the last target price, and whose."""
    quoting: Subject | None = None
    """The one firm whose shares the sentence before quoted: what its 時価総額 in the next is of."""
    held: frozenset[str] = frozenset()
    """Firms that the article calls somebody's subsidiaries."""
    paragraph: int = -1
    """The paragraph of the last sentence."""
    buyer: Subject | None = None
    """Who buys a firm or shares: スカイ通信が宇宙放送を買収する."""
    main: Subject | None = None
    """Whom the article set out to speak of: the first topic that is a firm, a body or a person."""
    field: Subject | None = None
    """What an article about a whole market counts first (国内新車): whom it means where it names no firm."""
    price: Subject | None = None
    """Whose price was said last: a share, an index, a currency, a coin."""
    quoted: tuple[int, Mark] | None = None
    """Where the last index level with a mark stood (index of its sentence), and the mark."""
    index: Subject | None = None
    """The index named last: what 指数自体 means."""
    subject: Subject | None = None
    """Whose figure was said last, of whatever kind."""
    frames: tuple[Frame, ...] = ()
    """What was measured lately, the last one last."""
    counted: tuple[tuple[str, tuple[Subject, ...]], ...] = ()
    """Whose the last count of each unit was, under "" of all: うち3人 is of what was counted before."""
    anybody: Subject | None = None
    """The person named last, in whatever part."""
    person: Subject | None = None
    """The person last spoken of as a topic."""
    land: Subject | None = None
    """The country that the headline names: whose taxes and exports they are, where nothing else tells."""
    event: Subject | None = None
    """What befell people, named last: 事故, 地震."""
    lately: tuple[Scene, ...] = ()
    """The last two sentences: what they were about is what a sentence without a subject is about."""
    market: Subject | None = None
    """The market section that turnover and advances belong to (東証プライム)."""

    def opening(self, scene: Scene, names: Sequence[Candidate]) -> Discourse:
        """The discourse in which a paragraph begins: where it names no firm, it is about the article's own.

        ソニー銀行の預金は4兆円だった。 and in the next paragraph 通期の純利益は820億円を見込む: the group's.
        """
        if self.quoting is not None and scene.sentence.paragraph != self.paragraph:
            return msgspec.structs.replace(self, quoting=None).opening(scene, names)
        new = scene.sentence.role == "body" and scene.sentence.paragraph != self.paragraph
        if not new or self.main is None or self.company is None or any(c.type == "company" for c in names):
            return self
        held = self.main.type == "company" and (
            self.company.name in self.held or of_one_house(self.company.name, self.main.name)
        )
        return msgspec.structs.replace(self, company=self.main) if held else self

    def after(self, scene: Scene, names: Sequence[Candidate], figures: Sequence[Figure]) -> Discourse:
        """The discourse behind a sentence with these names and figures."""
        priced = next((f.subject for f in reversed(figures) if f.family == "price" and f.subject), None)
        company = topic(scene, names, figures, self.company)
        # ◇カガリ<1234>=3日続落: a flash goes on to another firm, and so do its prices.
        moved = company not in {None, self.company} and self.price is not None and self.price.type == "company"
        return msgspec.structs.replace(
            self,
            company=company or self.company or unknown_firm(scene),
            persons=self._with_persons(names),
            firms=self._with_firms(names),
            product=next((c.subjects[0] for c in names if self._is_product(c, scene)), None) or self.product,
            price=priced or (company if moved else self.price),
            quoted=_quoted(scene, figures) or self.quoted,
            index=next((c.subjects[0] for c in reversed(names) if c.type == "index"), None) or self.index,
            subject=next((f.subject for f in reversed(figures) if f.subject and f.subject.type != "other"), None)
            or self.subject,
            target=target_of(names, scene.sentence.folded) or self.target,
            buyer=buyer_of(names, scene.sentence.folded) or self.buyer,
            main=self.main or first_topic(names),
            field=self.field or _field(self, figures),
            levels=_levels(self.levels, figures),
            frames=_frames(self.frames, figures, scene),
            counted=_counted(self.counted, figures),
            anybody=next((c.subjects[-1] for c in reversed(names) if c.type == "person"), None) or self.anybody,
            person=next((c.subjects[0] for c in names if c.type == "person" and c.strength >= STRONG), None)
            or self.person,
            land=self.land or (_land(scene, names) if scene.sentence.role == "headline" else None),
            event=self._befell(event(scene)),
            paragraph=scene.sentence.paragraph,
            lately=(*self.lately[-1:], scene),
            quoting=_only_quoted(figures),
            rated=next(
                ((f.sentence, f.subject) for f in reversed(figures) if f.mark == "target" and f.subject), self.rated
            ),
            held=self.held | held_in(names, scene.sentence.folded),
        )

    def _with_persons(self, names: Sequence[Candidate]) -> tuple[Subject, ...]:
        new = [s for c in names if c.type == "person" for s in c.subjects if s not in self.persons]
        return (*self.persons, *new)[-_PERSONS:] if new else self.persons

    def in_full(self, subject: Subject) -> Subject:
        """The person with the name that the article gave first: 高市氏 is 高市早苗, マスク氏 イーロン・マスク."""
        if subject.type != "person":
            return subject
        short = subject.name
        full = next((s for s in reversed(self.persons) if _is_short(short, s.name)), None)
        return subject if full is None else msgspec.structs.replace(subject, name=full.name, id=full.id)

    def _with_firms(self, names: Sequence[Candidate]) -> tuple[Subject, ...]:
        if len(self.firms) > 1:
            return self.firms
        found = {s.name: s for s in self.firms}
        for candidate in names:
            if candidate.type == "company" and candidate.strength and not tells_of_others(candidate.subjects[0].name):
                found.setdefault(candidate.subjects[0].name, candidate.subjects[0])
        return tuple(found.values())[:2]

    def _befell(self, event: Subject | None) -> Subject | None:
        """What befell people: a power cut or a fallen house comes of what was named before."""
        follows = event is not None and self.event is not None and event.name.endswith(("停電", "倒壊", "崩落"))
        return self.event if event is None or follows else event

    def _is_product(self, candidate: Candidate, scene: Scene) -> bool:
        """True for the thing that a sentence speaks of. 「3強」が is a word in brackets where another is the topic."""
        bracketed = scene.sentence.folded[candidate.end : candidate.end + 1] in {"」", "』"}
        if candidate.type != "product":
            return False
        if (
            bracketed
            and scene.sentence.role == "headline"
            and self.product is None
            and _BRAND.fullmatch(candidate.text)
        ):
            return True  # 衣類折りたたみ機「ランドロイド」の予約受付がはじまった
        if candidate.strength < STRONG or (
            bracketed and candidate.particle == "の" and not _BRAND.fullmatch(candidate.text)
        ):
            return False  # 「残り1つ」の自治体も
        return not bracketed or self.product is None or candidate.particle in {"は", "も", "では", "でも", "株は"}


def _is_short(short: str, full: str) -> bool:
    return len(short) < len(full) and (full.endswith(f"・{short}") if "・" in full else full.startswith(short))


def _land(scene: Scene, names: Sequence[Candidate]) -> Subject | None:
    """The only country or town of a headline: 米貿易赤字, 横浜市の税収."""
    lands = [c.subjects[0] for c in names if c.type == "country"]
    if lands:
        return lands[0] if len(lands) == 1 else None
    if short := _SHORT_LAND.match(scene.sentence.folded):
        return Subject(short.group(), _SHORT_LANDS[short.group()], None, "country")
    towns = [p for p in phrases(scene.sentence.text) if _TOWN.search(p.text)]
    return Subject(towns[0].text, towns[0].text, None, "other") if len(towns) == 1 else None


_SHORT_LANDS = {
    "米": "米国", "英": "英国", "独": "ドイツ", "仏": "フランス", "伊": "イタリア", "中": "中国", "韓": "韓国",
    "豪": "オーストラリア", "印": "インド", "ロ": "ロシア",
}  # fmt: skip
# 米貿易赤字; not 米価, 中学校, 伊勢
_SHORT_LAND = re.compile(
    r"[米英独仏伊中韓豪印ロ](?=の?(?:[0-9]{1,2}月|[0-9]{4}年|[一-鿿]{0,4})(?:貿易|輸出|輸入|経常|財政|税収|GDP|国内総生産|予算))"
)
_TOWN = re.compile(r"..[市町村県府都区州]$")


def start_of(story: Story) -> Discourse:
    """The discourse before the first sentence: the market that the article names, if any."""
    text = story.article.text
    match = re.search(r"(?:東証)?プライム(?:市場)?|東証[1１一]部|東証", text)
    market = None
    if match:
        name = {"プ": "東証プライム"}.get(match.group()[0], match.group().removesuffix("市場"))
        market = Subject(match.group(), name, None, "group")
    return Discourse(market=market)


def resolve_names(scene: Scene, discourse: Discourse, speeches: Sequence[Speech]) -> list[tuple[Mention, Subject]]:
    """The names of a scene with the subjects they stand for, in order; 同社 stands for the company last spoken of."""
    folded, base, text = scene.sentence.folded, scene.sentence.start, scene.sentence.text
    found = [
        (mention, discourse.in_full(subject_of_mention(mention))) for mention in scene.of(*NAME_TYPES)
        if (mention.type != "currency" or not _TRADED.match(folded, mention.end - base))
        and (mention.type == "index" or not MEDIA.search(mention.text) or _PRICED_NAME.match(folded, mention.end - base) or _earns(scene, mention))
    ]  # fmt: skip
    taken = [mention.span for mention, _ in found]

    def add(match: re.Match[str], subject: Subject) -> None:
        mention = Mention(
            "organisation", base + match.start(), base + match.end(), text[match.start() : match.end()],
            Entity(subject.name, subject.type, subject.id),
        )  # fmt: skip
        if not any(span.overlaps(mention.span) for span in taken):
            found.append((mention, subject))
            taken.append(mention.span)

    if discourse.index is not None:
        for match in _THE_INDEX.finditer(folded):
            add(match, discourse.index)
    for match in _SAME.finditer(folded):
        if (subject := _same(match, scene, found, discourse, speeches)) is not None:
            add(match, subject)
    for match in _BOND.finditer(folded):
        # 10年物は1bp上がって1.525%: a bond's term by itself, where yields are spoken of.
        if not match.group("term") or (discourse.price is not None and discourse.price.name.endswith("利回り")):
            add(match, _bond(match, text))
    for mention in scene.of("utterance"):
        # 「ドラ・マールと猫」が8500万ドル: what stands in brackets and is nobody's words may be a thing's name.
        spoken = any(speech.type == "direct" and speech.span.overlaps(mention.span) for speech in speeches)
        if len(mention.text) <= 24 and not spoken and not any(span.overlaps(mention.span) for span in taken):
            sort: EntityType = "company" if _FIRM_BEFORE.search(folded, 0, mention.start - base - 1) else "product"
            found.append((mention, Subject(_whole(mention, scene), mention.text, None, sort)))
            taken.append(mention.span)
    for match in _FUND.finditer(folded):
        add(match, Subject(text[match.start() : match.end()], match.group(), None, "product"))
    for match in _YEN.finditer(folded):
        add(match, Subject("円", "円", None, "currency"))
    return sorted(found, key=lambda pair: pair[0].start)


def _whole(mention: Mention, scene: Scene) -> str:
    """A thing's name with its bracket and the noun behind it: 「ふわとろ」だし巻き."""
    text, end = scene.sentence.text, mention.end - scene.sentence.start + 1
    noun = next((p for p in phrases(text) if p.start == end and p.thing), None)
    return text[mention.start - scene.sentence.start - 1 : noun.end] if noun else mention.text


def _earns(scene: Scene, mention: Mention) -> bool:
    """True for a station or paper that is spoken of itself: フジテレビは345億円の損失を計上した."""
    folded, behind = scene.sentence.folded, mention.end - scene.sentence.start
    return folded[behind : behind + 1] in {"は", "が", "も"} and bool(scene.of("measure")) and not _TELLS.search(folded)


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
    firms = [(m, s) for m, s in found if m.end <= at and s.type == "company"]
    base, folded = scene.sentence.start, scene.sentence.folded
    before = [s for m, s in firms if not (tells_of_others(s.name) or SOURCE.match(folded, m.end - base))]
    if discourse.company is None:
        before = before or [s for _, s in firms]  # 帝国データバンク富山支店によると、同社は: of whom it tells
    return before[0] if before else discourse.company


def _bond(match: re.Match[str], text: str) -> Subject:
    written = text[match.start() : match.end()]
    if term := match.group("term"):
        return Subject(written, f"{term}年債利回り", None, "other")
    if not match.group("years"):
        return Subject(written, match.group(), None, "other")
    prefix = {"米国": "米", "英国": "英", "日本": ""}.get(match.group("prefix") or "", match.group("prefix") or "")
    return Subject(written, f"{prefix}{match.group('years')}年債利回り", None, "other")
