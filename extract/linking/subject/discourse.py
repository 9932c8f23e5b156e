"""Whom the article speaks of so far: whom a sentence without a subject means.

One frozen object is handed from sentence to sentence; nothing else looks back.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.subject.besides import held_in, of_one_house
from jijitsu.extract.linking.subject.deals import buyer_of, target_of
from jijitsu.extract.linking.subject.frames import Frame, frames_after
from jijitsu.extract.linking.subject.goods import goods_of, goods_told
from jijitsu.extract.linking.subject.grounds import land, later_town
from jijitsu.extract.linking.subject.subjects import FUND_NAME, STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.subject.topics import (
    event,
    first_topic,
    merging,
    topic,
    unknown_firm,
)
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Mark, Subject

# 楽天カードの取扱高は… 年間配当は, 通期の純利益は, 27年3月期は: of the house that the article is about, not of one of its firms
_OF_THE_HOUSE = regex(
    r"[ 　]?(?:(?:なお|また|一方|同時に)、?)?(?:(?:通期|今期|来期|連結|(?:20)?[0-9]{2}年[0-9]{1,2}月期)|(?:年間|期末|中間|1株)(?:当たり)?配当|グループ全体)"
)
_FIGURE = regex(r"[0-9][0-9.,]{0,20}(?:%|[兆億万]|円|ドル|倍)")
_CLAUSE = regex(r".[がを].{0,40}[いただるうくすつむぬ]$|への[一-鿿]{2,4}$")
_BRAND = regex(r"「?[^ぁ-ん。、「」]{2,20}」?[^ぁ-ん。、]{0,8}")
_ANSWERED = regex(
    r"」(?:\([0-9.]{1,5}%\)|(?:と(?:し|答え|回答し)た[^、。0-9]{0,8})?[がはも](?:約|合わせて)?[0-9.]{1,5}[%割](?!(?:近く|ほど|超|余り|以上|強|弱|程度)?[増減高安の上下落伸縮急値成]))"
)
_UNITS = 8
_GOODS_LAST = 2
_PERSONS = 40
_BEFORE = 5


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


def _spoken(figures: Sequence[Figure], before: Subject | None) -> Subject | None:
    """Whose figure was said last; 国別では、日本が2%増えたが、中国は4%減った: a row of partners takes nobody's place."""
    told = [f.subject for f in figures if f.subject and f.subject.type != "other"]
    if before is not None and before.type == "country" and len({s.name for s in told if s.type == "country"}) > 1:
        return before
    return told[-1] if told else before


def _levels(
    before: tuple[tuple[Subject, Decimal, str], ...], figures: Sequence[Figure]
) -> tuple[tuple[Subject, Decimal, str], ...]:
    levels = {subject.name: (subject, amount, unit) for subject, amount, unit in before}
    for figure in figures:
        if figure.family == "price" and not figure.change and figure.subject and figure.amount.amount > 0:
            levels[figure.subject.name] = (figure.subject, figure.amount.amount, figure.amount.unit)
    return tuple(levels.values())


def _quoted(scene: Scene, figures: Sequence[Figure], before: tuple[int, Mark] | None) -> tuple[int, Mark] | None:
    """The sentence of the last index level that was quoted at the close or during trading, and which; else `before`.

    A low within the day does not end the talk of its close (日経平均は4万円で終えた。一時は3万9000円。TOPIXは3000だった).
    """
    number = scene.sentence.index
    marks = [f.mark for f in figures if f.measure == "index" and not f.change and f.mark in {"close", "intraday"}]
    if not marks or marks[-1] is None:
        return (number, "close") if scene.sentence.role == "headline" and "大引け" in scene.sentence.folded else before
    closed = before is not None and before[1] == "close" and number - before[0] <= 1
    return before if marks[-1] == "intraday" and closed else (number, marks[-1])


def _named(names: Sequence[Candidate]) -> tuple[Subject, ...]:
    return tuple(subject for c in names if c.strength for subject in c.subjects)


def _wholes(before: tuple[tuple[str, Subject], ...], figures: Sequence[Figure]) -> tuple[tuple[str, Subject], ...]:
    found = dict(before)
    for figure in figures:
        key = "money" if figure.mention.type == "money" and figure.family == "financial" else figure.amount.unit
        counted = figure.family == "quantity" and figure.mention.type == "count"
        if figure.subject is not None and (counted or key == "money") and not _is_sum(figure.subject):
            found.setdefault(key, figure.subject)
    return tuple(found.items())[:_UNITS]


def _sums(before: tuple[tuple[str, Subject], ...], figures: Sequence[Figure]) -> tuple[tuple[str, Subject], ...]:
    found = dict(before)
    for figure in figures:
        owner = figure.subject if figure.family == "financial" else None
        if owner is not None and owner.type in {"other", "group", "country"} and not _is_sum(owner):
            found.setdefault(figure.measure, owner)
    return tuple(found.items())[:_UNITS]


def _is_sum(subject: Subject) -> bool:
    return _SUM_NOUN.search(subject.name) is not None


_SUM_NOUN = regex(r"(?:額|残高|代金|首位|収入|支出|収支|台数|人数|件数|率|比)$")


def _only_quoted(figures: Sequence[Figure]) -> Subject | None:
    """The firm whose share price the sentence gives, if it gives no other's."""
    quoted = {f.subject for f in figures if f.measure == "share_price" and f.subject and f.subject.type == "company"}
    return quoted.pop() if len({subject.name for subject in quoted}) == 1 else None


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
    opened: Subject | None = None
    """The firm that the first sentence of the paragraph left as the topic."""
    buyer: Subject | None = None
    """Who buys a firm or shares: スカイ通信が宇宙放送を買収する."""
    pair: Subject | None = None
    """The firms that merge, as one: 岬銀行と青井銀行が合併する."""
    main: Subject | None = None
    """Whom the article set out to speak of: the first topic that is a firm, a body or a person."""
    field: Subject | None = None
    """What an article about a whole market counts first (国内新車): whom it means where it names no firm."""
    price: Subject | None = None
    """Whose price was said last: a share, an index, a currency, a coin."""
    wholes: tuple[tuple[str, Subject], ...] = ()
    """What was counted first in each unit by an ordinary noun: whose 累計は is, behind a list of parts."""
    last: tuple[int, Subject] | None = None
    """The last figure's sentence, and whose it was, of whatever sort."""
    sums: tuple[tuple[str, Subject], ...] = ()
    """Whose each sum was that no firm had (国内新興の調達額): whose a bare 調達額は is later on."""
    goods: Subject | None = None
    """What was counted or priced last that is sold: whose a bare 平均単価 or 金額 in the next sentences is."""
    goods_told: int = 0
    """The sentence that told of them."""
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
    town: Subject | None = None
    """The town or prefecture last spoken of as a topic: 町は, and whose budget the sums are of."""
    event: Subject | None = None
    """What befell people, named last: 事故, 地震."""
    lately: tuple[Scene, ...] = ()
    """The last two sentences: what they were about is what a sentence without a subject is about."""
    before: tuple[tuple[Scene, tuple[Candidate, ...]], ...] = ()
    """The last sentences with the names of each: what money without an owner goes on about."""
    headline: str = ""
    """The headline, folded."""
    heads: tuple[Subject, ...] = ()
    """Whom the headline names, in whatever part."""
    scenes: tuple[Scene, ...] = ()
    """All of the article, for names that are written in full only once."""
    charts: bool = False
    """The article says what sold best: its counts are sales."""
    market: Subject | None = None
    """The market section that turnover and advances belong to (東証プライム)."""

    def opening(self, scene: Scene, names: Sequence[Candidate]) -> Discourse:
        """The discourse in which a paragraph begins: where it names no firm, it is about the article's own.

        ソニー銀行の預金は4兆円だった。 and in the next paragraph 通期の純利益は820億円を見込む: the group's.
        """
        if (section := _SECTION.match(scene.sentence.folded)) and self.market is not None:
            name = f"東証{section['name']}"
            if self.market.name != name:
                market = Subject(section["name"], name, None, "group")
                return msgspec.structs.replace(self, market=market).opening(scene, names)
        if self.quoting is not None and scene.sentence.paragraph != self.paragraph:
            return msgspec.structs.replace(self, quoting=None).opening(scene, names)
        whole = scene.sentence.paragraph != self.paragraph or _OF_THE_HOUSE.match(scene.sentence.folded) is not None
        new = scene.sentence.role == "body" and whole
        first = _FIGURE.search(scene.sentence.folded)
        named = any(c.type == "company" and c.strength and (first is None or c.start < first.start()) for c in names)
        if not new or self.main is None or self.company is None or named:
            return self
        held = self.main.type == "company" and (
            self.company.name in self.held or of_one_house(self.company.name, self.main.name) or self._strayed(scene)
        )
        if not held:
            return self
        price = self.main if self.price is not None and self.price.name == self.company.name else self.price
        return msgspec.structs.replace(self, company=self.main, price=price)

    def _strayed(self, scene: Scene) -> bool:
        """True where the paragraph before set out with the article's own firm, and ended with one told of besides.

        カガリは増益だった。半導体が伸びた。納入先のアオバも上げた。 and in the next paragraph 研究開発費は3億円: the firm's own.
        """
        if (
            self.main is None
            or self.opened is None
            or self.company is None
            or scene.sentence.paragraph == self.paragraph
        ):
            return False
        leads = self.main in self.heads if self.heads else not self.headline
        return leads and self.opened.name == self.main.name and self.company not in self.heads

    def after(self, scene: Scene, names: Sequence[Candidate], figures: Sequence[Figure]) -> Discourse:
        """The discourse behind a sentence with these names and figures; 「費用」(21%) is what some answered, and no name."""
        names = [c for c in names if c.type != "product" or not _ANSWERED.match(scene.sentence.folded, c.end)]
        priced = next((f.subject for f in reversed(figures) if f.family == "price" and f.subject), None)
        company = topic(scene, names, figures, self.company)
        # ◇カガリ<1234>=3日続落: a flash goes on to another firm, and so do its prices.
        kept = company or self._firm_kept(scene) or unknown_firm(scene)
        moved = company not in {None, self.company} and self.price is not None and self.price.type == "company"
        return msgspec.structs.replace(
            self,
            company=kept,
            persons=self._with_persons(names),
            firms=self._with_firms(names),
            product=next((c.subjects[0] for c in names if self._is_product(c, scene)), None) or self.product,
            price=priced or (company if moved else goods_told(scene, names) or self.price),
            wholes=_wholes(self.wholes, figures),
            last=next(((f.sentence, f.subject) for f in reversed(figures) if f.subject is not None), self.last),
            sums=_sums(self.sums, figures),
            **self._goods(scene, figures),
            quoted=_quoted(scene, figures, self.quoted),
            index=next((c.subjects[0] for c in reversed(names) if c.type == "index"), None) or self.index,
            subject=_spoken(figures, self.subject),
            target=target_of(names, scene.sentence.folded) or self.target,
            buyer=self._buying(buyer_of(names, scene.sentence.folded)),
            pair=self.pair or merging(names, scene.sentence.folded),
            main=self.main or first_topic(names),
            field=self.field or _field(self, figures),
            levels=_levels(self.levels, figures),
            frames=frames_after(self.frames, figures, scene),
            counted=_counted(self.counted, figures),
            anybody=next((c.subjects[-1] for c in reversed(names) if c.type == "person"), None) or self.anybody,
            person=next((c.subjects[0] for c in names if c.type == "person" and c.strength >= STRONG), None)
            or self.person,
            land=self.land or (land(scene, names) if scene.sentence.role == "headline" else None),
            town=later_town(scene, self.town),
            event=self._befell(event(scene)),
            paragraph=scene.sentence.paragraph,
            opened=kept if scene.sentence.paragraph != self.paragraph else self.opened,
            lately=(*self.lately[-1:], scene),
            headline=self.headline or (scene.sentence.folded if scene.sentence.role == "headline" else ""),
            heads=self.heads or (_named(names) if scene.sentence.role == "headline" else ()),
            before=(*self.before[1 - _BEFORE :], (scene, tuple(names))),
            quoting=_only_quoted(figures),
            rated=next(
                ((f.sentence, f.subject) for f in reversed(figures) if f.mark == "target" and f.subject), self.rated
            ),
            held=self.held | held_in(names, scene.sentence.folded),
        )

    def _firm_kept(self, scene: Scene) -> Subject | None:
        """The firm spoken of so far; not a headline's where the text opens with what a body counts of a whole market.

        ホンダ、2位に浮上 and then 自動車販売連合会が上半期の新車販売台数を発表。5%増の165万台だった: all makers'.
        """
        opens = scene.sentence.role == "body" and all(s.sentence.role != "body" for s, _ in self.before)
        return (
            None
            if opens and self.company in self.heads and _COUNTED_ALL.search(scene.sentence.folded)
            else self.company
        )

    def _goods(self, scene: Scene, figures: Sequence[Figure]) -> dict[str, Any]:
        """The goods told of last, forgotten after a few sentences without any."""
        number, new = scene.sentence.index, goods_of(figures)
        if new is not None:
            return {"goods": new, "goods_told": number}
        return {"goods": self.goods if number - self.goods_told <= _GOODS_LAST else None}

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

    def _buying(self, new: Subject | None) -> Subject | None:
        """Who buys; A社の山野社長は「良い買収だ」と語った: a chief who speaks of it is no buyer where a firm is one."""
        chief = new is not None and new.type == "person" and self.buyer is not None and self.buyer.type == "company"
        return self.buyer if new is None or chief else new

    def _befell(self, event: Subject | None) -> Subject | None:
        """What befell people: a power cut or a fallen house comes of what was named before."""
        follows = event is not None and self.event is not None and event.name.endswith(("停電", "倒壊", "崩落"))
        return self.event if event is None or follows else event

    def _is_product(self, candidate: Candidate, scene: Scene) -> bool:
        """True for the thing that a sentence speaks of. 「3強」が is a word in brackets where another is the topic."""
        bracketed = scene.sentence.folded[candidate.end : candidate.end + 1] in {"」", "』"}
        if candidate.type != "product":
            return False
        folded = scene.sentence.folded
        said = candidate.particle == "と" or folded[max(0, candidate.start - 2) : candidate.start - 1] in {"は", "も"}
        if bracketed and said and scene.sentence.role == "headline":
            return False  # 結果を捏造し「正常」と報告, 負担金は「有効」: words, no thing
        if bracketed and scene.sentence.role == "body" and FUND_NAME.search(candidate.text):
            return True  # 「eMAXIS Slim 全世界株式」には1兆円が流入した。基準価額は
        if (
            bracketed
            and scene.sentence.role == "headline"
            and self.product is None
            and _BRAND.fullmatch(candidate.text)
        ):
            return True  # 衣類折りたたみ機「ランドロイド」の予約受付がはじまった
        if candidate.strength < STRONG or (
            bracketed
            and (
                (candidate.particle == "の" and not _BRAND.fullmatch(candidate.text)) or _CLAUSE.search(candidate.text)
            )
        ):
            return False  # 「残り1つ」の自治体も, 「政策が悪い」が41%
        return not bracketed or self.product is None or candidate.particle in {"は", "も", "では", "でも", "株は"}


_COUNTED_ALL = regex(
    r"(?:連合会|協会|連盟|工業会|協議会|省|庁|調査会社[^、。]{1,16}|IDC|ガートナー|オムディア)(?:\([^()]{1,20}\))?(?:は|が|によ)[^。]{0,40}"
    r"(?:台数|販売|出荷|生産|登録|需要|市場)[^。]{0,24}(?:発表|公表|まとめ|よる|よれ)"
)


def _is_short(short: str, full: str) -> bool:
    return len(short) < len(full) and (full.endswith(f"・{short}") if "・" in full else full.startswith(short))


_SECTION = regex(r"[ 　]?[【<◆■](?:東証)?(?P<name>プライム|スタンダード|グロース)(?:市場)?[】>]?")
