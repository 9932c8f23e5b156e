"""Whom a sentence makes its topic: marked by は, in focus, at the head of a flash, led by its president, or unknown so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.judged import is_reasoned
from jijitsu.extract.linking.subject.rating import rated_here
from jijitsu.extract.linking.subject.subjects import OWN_TOPIC, STRONG, Candidate, tells_of_others, total_of
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

# Papers, stations and agencies tell; what they tell is of others.
MEDIA = regex(
    r"新聞|(?<!・)(?<!情報)(?<!移動)(?<!データ)通信社?$|放送|テレビ|ニュース|^(?:NHK|ロイター|AP|AFP|CNN|BBC|TBS|ITmedia|産経|毎日|朝日|読売|"
    r"日経|時事|共同|ブルームバーグ|Bloomberg|Reuters|スポーツニッポン|サンスポ|日刊スポーツ|ウィキ.*|"
    r"CNBC|WSJ|KBS|CBS|NBC|スプートニク.*|フォーブス.*|Forbes|TechCrunch|テッククランチ|ガーディアン|エコノミスト|WIRED|ワイアード|"
    r"Engadget|エンガジェット|ギズモード|Gizmodo|The Verge|Business Insider|ビジネスインサイダー|Electrek|ポリティコ|アクシオス|新華社|人民網)$|"
    r"スポーツ$|ジャーナル$|タイムズ$|日報$|新報$|時報$|各紙$|同[紙誌]$|(?:[ァ-ヺーA-Za-z]|週刊|月刊|専門|科学|経済|業界|写真|総合)誌$|"
    r"(?:[ァ-ヺーA-Za-z]|地元|[英米仏独伊中韓]|スペイン|有力|経済|大衆|全国|一般|夕刊|日刊|専門|政府系)紙$|"
    r"^(?:[英米仏独伊中韓加豪露]|[ァ-ヺー]{2,8}|地元|有力)[紙誌]・?[ァ-ヺーA-Za-z・]+$|"
    r"(?:ワシントン|ニューヨーク|ハフ|週刊|バンコク)・?ポスト$|(?:ロイター|共同|時事|中央|聯合|新華社|タス|インタファクス|AP|AFP)通信$"
)
_ENDS = regex(r"(?:\([^()]{0,30}\))?(?:だ|です|である)?。?")
_FLASH = regex(
    r"反発|反落|続伸|続落|急伸|急落|急騰|上昇|下落|値[上下]がり|堅調|軟調|値を[上飛消]|高値|安値|買われ|売られ|"
    r"上場(?:した|する|を果た)|ストップ[高安]|冴えない|さえない|しっかり|小動き|もみ合い|大幅[高安]|[売買]い(?:一色|優勢|先行)|下げ足|上げ足|全面[高安]"
)
_QUOTED_SORTS = frozenset({"index", "crypto", "currency", "commodity"})
_MOOD = regex(
    r"底堅|下げ(?:が|止ま|渋|幅を|た。|ている)|上げ(?:が|幅を|た。|ている)|上値[はがも]?重|下値[はがも]?[堅固]|[売買]り?い?(?:戻し?)?が[^、。]{0,8}(?:入|出|波及|膨ら|広が|集ま|続|先行|かさ)|"
    r"[売買]りに押され|買いを集め|値を(?:[崩戻保]|切り[上下])|値動き|強[いく含]|弱[いく含]|伸び悩|まちまち|方向感|一服|崩れ|軟化|軟らか|横ばい|一進一退|荒い|じり[高安]|下落基調|上昇基調"
)
"""Moods of a price that say no figure: 銅は底堅い, ビットコインは下げがきつい, イーサリアムにも売りが波及した."""
_TOPICAL = frozenset({"は", "が", "も", "には", "にも"})


def quoted_topic(scene: Scene, names: Sequence[Candidate]) -> Subject | None:
    """日経平均株価は3日ぶりに反発した, 銅は底堅い: whose the prices of the next sentence are, where this one gives none."""
    folded = scene.sentence.folded
    told = [c for c in names if c.particle in _TOPICAL and (c.strength >= STRONG or c.particle[0] == "に")]
    if (
        scene.sentence.role != "body"
        or not told
        or not (told[-1].type in _QUOTED_SORTS or told[-1].subjects[0].name.endswith(("金利", "利回り")))
    ):
        return None
    if any(c.type == "company" for c in names) or not (
        _FLASH.search(folded, told[-1].end) or _MOOD.search(folded, told[-1].end, told[-1].end + 30)
    ):
        return None
    return told[-1].subjects[0] if len(told[-1].subjects) == 1 else None


ASIDE = regex(
    r"(?:子会社|傘下|同業|競合|ライバル|親会社|取引先|提携先|[出投]資先|融資先|納入先|仕入れ先|主要顧客|グループ会社|孫会社|関連会社|販売会社)(?:の|で|である|だった)$|(?:子会社|傘下|孫会社|[出投融]資先|納入先|主要顧客)の[米英独仏伊韓中豪加印蘭]$|(?:子会社|孫会社)$|(?:子会社化|子会社に|買収|統合)した$"
)
_FIRM_TALK = regex(r"発表した|決算|売上高|純利益|営業利益|上場|調達した|株価|自社株|希望退職")
# A court or the police order payments; they do not make them.
AUTHORITY = regex(
    r"裁判官|簡裁|区検|検事|最高検|家裁|地裁|高裁|最高裁|裁判所|裁判長|県警|府警|警視庁|警察|特捜部|地検|検察|国税局|規制当局|州当局|司法省|先物取引委員会|証券取引委員会|連邦取引委員会|行動監視機構|金融サービス局|公正取引委員会|監視委員会|税務署|捜査|検査院|監査委員|気象庁|警察庁|消費者庁|国民生活センター"
)
NO_FIRM = regex(
    r"市場|相場|日|月|年|円|ドル|株|利益|売上高|予想|関係者|政府|大臣|首相|氏|さん|社長|会見|声明|決算|"
    r"見通し|計画|目標|予測|結果|内容|対象|理由|価格|統計|額|高|数|率|省|庁|協会|連盟|連合会|委員会|値|総生産|指数|輸出|輸入|投資|消費|賃金|雇用|物価|金利|人口|業種|業界|課題|死因|被害|見直し|収支$|残高$|支出$|収入$|需要$|供給$|動向$|ベース$|赤字$|黒字$|勢$|事業$|部門$|収益|損益|損失|配当$|[資預賞]金$|既存店|全店|原動力|要因|主因|背景|けん引役|立役者|企業$|^会社$|各社$|[一-鿿ー]用"
    r"|大統領|知事|[市町村区]長|議員|議長|教授|容疑者|被告|選手|監督|教皇|国王|男性|女性|住民|国民|世帯|警察|警視庁|裁判所|地裁|高裁|地検"
    r"|(?:[客者人]|農家|若者|学生|家庭|隊|課|署|気象台|リーグ|賞|本部|会場|目的|経済界|大会|[ァ-ヺー]=[ァ-ヺー]{2,12})$"
)


OF_YEAR = regex(
    r"(?:^|[、。はがもの 　])(?P<firm>[一-鿿々ァ-ヺーA-Za-z&・]{2,14}(?<!部門)(?<!事業)(?<!企業)(?<!各社)(?<!全体)(?<!大手)(?<!業界)(?<!同社)(?<!会社)"
    r"(?<!ピーク)(?<!最盛期)(?<!直近))"
    r"の(?:20)?[0-9]{2}年[0-9]{1,2}月期の?(?:連結|単体|通期|国内)?(?:の|$)"
)
"""岬物流の25年12月期の売上高は: only firms have a business year that is named by its last month."""


def unknown_firm(scene: Scene) -> Subject | None:
    """ソラマメは2日、…と発表した: a topic that nobody knows, in a sentence of the kind that speaks of firms."""
    folded, text = scene.sentence.folded, scene.sentence.text
    if scene.sentence.role != "body" or not _FIRM_TALK.search(folded):
        return None
    if "月期" in folded and (told := OF_YEAR.search(folded)) and not any(m.type == "company" for m in scene.mentions):
        written = text[slice(*told.span("firm"))]
        return Subject(written, written, None, "company")
    bodies = [mention for mention in scene.mentions if mention.type in {"organisation", "person", "country"}]
    for phrase in phrases(text):
        if any(body.start - scene.sentence.start <= phrase.start < body.end - scene.sentence.start for body in bodies):
            continue  # 国際連合は…と発表した
        front = _LATIN_FRONT.search(folded, max(0, phrase.start - 24), phrase.start)  # IDC Japanは
        teller = (
            tells_of_others((front.group() if front else "") + phrase.text)
            or MEDIA.search(phrase.text)
            or NO_FIRM.search(phrase.text)
            or phrase.text in _NO_HOUSE
        )
        if phrase.particle[:1] == "は" and phrase.thing and len(phrase.text) > 1 and not teller:
            return Subject(phrase.text, phrase.text, None, "company")
    return None


_NO_HOUSE = frozenset({"伸び", "伸び率", "増勢", "上昇率", "下落率", "増加率", "減少率"})
_LATIN_FRONT = regex(r"(?<![A-Za-z .&-])[A-Za-z][A-Za-z .&-]{0,40} $")
_JUDGES_SHARES = regex(r"アナリスト|ストラテジスト|エコノミスト")
JUDGE = regex(r"裁判長|裁判官|判事|検事")


def first_topic(names: Sequence[Candidate]) -> Subject | None:
    """The first firm, body or person that a sentence makes its topic; a judge only decides."""
    return next(
        (
            c.subjects[0] for c in names
            if c.strength >= STRONG and c.particle[:1] in {"は", "が", "も", "、"} and c.type in {"company", "other", "person"}
            and not JUDGE.search(c.text) and not (c.type == "other" and tells_of_others(c.text))
        ),
        None,
    )  # fmt: skip


@cache
def _events() -> re.Pattern[str]:
    return regex(either(words("counted")["events"]))


def event(scene: Scene) -> Subject | None:
    """The first event of a sentence: 玉突き事故."""
    folded = scene.sentence.folded
    if not _events().search(folded):
        return None
    ends = tuple(words("counted")["events"])
    found = next(
        (p for p in phrases(folded) if p.text.endswith(ends) and folded[p.end : p.end + 1] not in set("しさすせ")), None
    )
    return Subject(found.text, found.text, None, "other") if found is not None else None


_MERGE = regex(r"合併|経営統合|統合へ|統合する|統合で|持ち株会社")


def merging(names: Sequence[Candidate], folded: str) -> Subject | None:
    """The firms that a sentence says merge, as one subject: 岬銀行と青井銀行が合併する."""
    if not _MERGE.search(folded):
        return None
    pair = next((c for c in names if c.type == "company" and len(c.subjects) > 1 and c.strength), None)
    return total_of(pair) if pair is not None else None


def _beside(candidate: Candidate, folded: str) -> bool:
    """True for 子会社のA社は: the article goes on about the parent; コマツ子会社のA社は2日、…と発表した is about A itself."""
    if _REPORTED.match(folded, candidate.end):
        return True
    aside = ASIDE.search(folded, max(0, candidate.start - 12), candidate.start)
    if aside is None:
        return False
    told = candidate.particle == "は" and aside.start() and folded[aside.start() - 1] not in "、。の"
    if candidate.particle == "は" and _RIVAL.search(folded, 0, candidate.start):
        return False  # 一方、競合の南海電機は同日、…: the paragraph is the rival's
    return not (told and _TELLS.match(folded, candidate.end))


# 株価は3%安。トヨタが減産すると報じられ、部品が売れなくなるとの見方が広がった: what came in from outside moves the topic
_REPORTED = regex(
    r"が[^。「」]{2,60}?(?:と(?:報じられ|伝わ(?:り|った(?:ほか|ため|こと))|伝えられ)|との(?:報道|観測|一部報道)[^。、はが]{0,6})[^。、はが]{0,4}、"
)
_RIVAL = regex(
    r"\A[ 　]*(?:(?:一方|これに対し|対照的に|半面|反対に|逆に)(?:で|、|して、?|に、?)*)(?:[^、。はがも]{1,8}の)?(?:同業|競合|ライバル)(?:他社)?(?:の|である|だった)?\Z"
)
_RIVALS_FIRST = regex(r"[ 　]?(?:なお|一方|ただ|これに対し)?、?(?:ライバル|競合|同業)(?:他社|各社|企業|勢)?の")
# 同業では青葉マートが5%の増収だった: told beside the firm that the text speaks of
_PEERS = regex(
    r"[ 　]?(?:なお|一方|ただ|これに対し|半面)?、?(?:同業|競合|ライバル|国内他社|他社)(?:他社|各社|企業|勢|大手)?では(?!な)"
)
_TELLS = regex(r"(?:\([^()]{1,20}\))?は(?:[0-9]{1,2}月)?[0-9]{1,2}日、[^。]{0,120}(?:発表した|明らかにした)")
LED = regex(
    r"(?:\([^()0-9]{1,20}\))?(?:の(?:[ァ-ヺー・=]{2,30}|[一-鿿]{1,6}[ぁ-ゖ一-鿿]{0,4}?)?)?(?:最高(?:経営|財務|執行|技術)責任者|CEO|CFO|COO|代表取締役|(?:上級)?副?社長|副?会長|創業者)"
    r"(?:(?:\([A-Z]{2,5}\))?、[^、。はがを]{2,20}氏)?[^、。]{0,14}?[はが]"
)
# A社が40億円、B社が15億円を出資した: the article goes on about whom they gave it to.
# ファンドが株式の5%を取得した: whose shares they are.
_LENDS = regex(
    r"[0-9]%(?:超|余り|強|弱|以上)?を(?:追加)?(?:取得|保有|買い増|買い集め)|円を(?:出資|融資|拠出)|ドルを(?:出資|融資|拠出)|引き受け[るた]|出資した。"
)
# ラウンドはミサキ投信が主導し、カガリも加わった: one more, no topic.
_JOINED = regex(r"は[^。]{1,40}(?:し|り|て|で|き|ち|い|み)、\Z")
# ■カガリ(1234) 4日ぶり反落: the heading of an item, no sentence.
HEADING = regex(r"[ 　]?[■◆◇●▼▽△▲○◎★☆▶【<][^。\n]{2,50}(?<![。、])\Z")
_PARENT = regex(
    r"(?:傘下|子会社|系列)の|系(?:の|(?=[ァ-ヺA-Z])|(?=[一-鿿]{2,12}(?:会社|メーカー|銀行|商社|ファンド|企業|大手|、)))"
)
_RANKED = regex(r"(?:の[0-9]{1,4}位|(?:が|の|で)?(?:首位|トップ|最大|最多|筆頭)|だ|で、|だった|だが)")


def _placed(candidate: Candidate, folded: str) -> bool:
    """True for 日本勢の最高位はトヨタ自動車の51位: the predicate is whom the text goes on about."""
    return folded[candidate.start - 1 : candidate.start] == "は" and _RANKED.match(folded, candidate.end) is not None


_HEAD = regex(
    r"[」』]?(?:\([^()]{0,20}\))?の(?:[0-9一二三四五六七八九十]{1,3}代目|代表(?:取締役)?(?:社長)?|取締役社長|社長|店主|当主|経営者|オーナー|女将|創業者)[、・]?"
)


def _house(names: Sequence[Candidate], folded: str) -> Subject | None:
    """The firm of the person that an article without a firm is about: 織物会社「カガリ」の6代目、山野佳乃さんは."""
    for firm, person in pairwise(names):
        head = _HEAD.match(folded, firm.end) if firm.type == "company" and person.type == "person" else None
        if head is not None and head.end() == person.start and person.strength >= STRONG:
            return firm.subjects[0]
    return None


def _opens_item(folded: str, candidate: Candidate) -> bool:
    """■カガリ(1234) 4日ぶり反落, ■カガリ(1234) 岬証券、「買い」継続。, <1234> カガリ 1650 +45"""
    if _CODE_FIRST.fullmatch(folded, 0, candidate.start):
        return True
    if candidate.start > 3:
        return False
    if _MARK.fullmatch(folded, 0, candidate.start) and folded[candidate.end : candidate.end + 1] == " ":
        return True  # ▽カガリ薬品 4~6月期の売上収益は
    return HEADING.match(folded) is not None or _ITEM.match(folded, candidate.end) is not None


_MARK = regex(r"[ 　]?[■◆◇●▼▽△▲○◎★☆▶・][ 　]?")
_COUNTS = regex(
    r"(?:出荷|販売|生産|納車|登録|契約|普及)(?:台数|本数|量|額|数|実績)?|シェア|市場(?:規模)?|調査|統計|予測|集計|ランキング"
)
"""What a firm that tells of others tells."""
_CODE_FIRST = regex(r"[ 　]?(?:[■◆◇●▼▽△▲○◎★☆▶][ 　]?)?[<(【][0-9A-Z.]{2,9}[>)】][ 　]?")
_ITEM = regex(r"\((?:[0-9][0-9A-Z]{3}|[A-Z]{1,5}(?:\.[A-Z])?)\)[ 　]|[<(][0-9][0-9A-Z]{3}[>)](?:[―—─]{1,2}|…{1,2}|:)")


def _among_peers(figures: Sequence[Figure], before: Subject) -> bool:
    """True for ブロードコムは3%、マイクロンは2%下げた: how others fared says nothing of whom the text speaks of.

    Nor does 負債はカガリが51億円、ホテルズが24億円、リネンは2億円: one line of several firms, the text's own among them.
    """
    firms = [f for f in figures if f.subject is not None and f.subject.type == "company"]
    owners = {f.subject.name for f in firms if f.subject is not None}
    alike = len(owners) >= _A_ROW and len({f.measure for f in firms if f.family != "quantity"}) == 1
    return len(owners) > 1 and (before.name not in owners or alike) and not any(f.family == "cap" for f in figures)


def _beside_one(names: Sequence[Candidate], figures: Sequence[Figure], folded: str) -> bool:
    """True for カガリの純利益は3億円で、アオバの2億円を上回る: one is spoken of, the other only stands beside it."""
    told = [
        c for c in names if c.type == "company" and len(c.subjects) == 1 and (
            c.particle in {"は", "が", "も", "では", "株は", "株が"} or (c.particle == "の" and OWN_TOPIC.match(folded, c.end + 1))
        )
    ]  # fmt: skip
    owners = [f.subject.name for f in figures if f.subject is not None and f.subject.type == "company"]
    return len(told) == 1 and told[0].start <= _LEADS and owners[:1] == [told[0].subjects[0].name]


_LEADS = 12
_A_ROW = 3


# テンセントとアリババ集団も参加した: more of those who joined in
_JOINS = regex(r"も(?:新たに|共同で)?(?:参加|加わ|参画|出資|採用|名を連ね|協力|賛同)")


def _aside(candidate: Candidate, scene: Scene, figures: Sequence[Figure], before: Subject) -> bool:
    """True for who only joins in, a brand in brackets, and whoever is named when the figures of the topic are given."""
    folded = scene.sentence.folded
    if candidate.particle == "も" and _JOINS.match(folded, candidate.end):
        return True
    if scene.sentence.role == "body" and folded[candidate.start - 1 : candidate.start] == "「" and not _OF_FIRM.search(
        folded, 0, candidate.start - 1
    ):  # fmt: skip
        return True  # 高級EV「ジーカー」の納車は8万台
    first = figures[0] if figures else None
    return (
        first is not None and first.subject is not None and first.subject.name == before.name != candidate.subjects[0].name
        and first.mention.end - scene.sentence.start <= candidate.start
    )  # fmt: skip


def _weighs(candidate: Candidate, folded: str) -> bool:
    """True for 傘下に収めたカガリの赤字4億円が重荷となった: whose figure is only why the topic fares as it does."""
    return candidate.particle == "の" and _WEIGHS.match(folded, candidate.end) is not None


_WEIGHS = regex(
    r"(?:\([^()]{1,20}\))?の[^、。はがも]{1,30}[がも][^、。はがも]{0,10}(?:重荷|重し|響い|響く|寄与|貢献|押し[上下]げ|足を引っ張|圧迫|上乗せ|下支え)"
)


def _buys_into(names: Sequence[Candidate], folded: str, before: Subject) -> bool:
    """True for エヌビディアはコアウィーブ株を20億ドル分取得した: the text goes on about whose shares they are."""
    return any(
        c.type == "company" and c.subjects[-1].name == before.name and _SHARES_OF.match(folded, c.end) for c in names
    )


_OWN_CHAIN = regex(r"[^、。はがもをにでの「」]{1,12}の[^、。はがもをにでの「」]{1,12}(?:は|も)")
_SHARES_OF = regex(r"(?:の)?株式?(?:を|の(?:約)?[0-9])[^。]{0,40}(?:取得|保有|売却|買い増|購入|持つ|持ち)")
_OF_FIRM = regex(r"(?:会社|メーカー|企業|大手|銀行|商社|百貨店|スーパー|チェーン|グループ|業者|店|業|運営|販売)の?$")


def topic(
    scene: Scene, names: Sequence[Candidate], figures: Sequence[Figure], before: Subject | None
) -> Subject | None:
    """The company that the sentence makes its topic: marked by は, or the owner of its first figure."""
    folded = scene.sentence.folded
    if (rated := rated_here(names, folded)) is not None:
        return rated
    if before is not None and (
        _PEERS.match(folded) or (_among_peers(figures, before) and not _beside_one(names, figures, folded))
    ):
        return None
    if before is not None and _buys_into(names, folded, before):
        return None
    names = [
        c for c in names
        if before is None or not (_beside(c, folded) or _aside(c, scene, figures, before) or _weighs(c, folded))
    ]  # fmt: skip
    fronted = scene.sentence.role == "headline" and any(_PARENT.match(folded, c.end) and c.start <= 2 for c in names)
    for candidate in names:
        if _PARENT.match(folded, candidate.end):
            continue  # コマツ傘下のギガフォトン、
        if candidate.type == "company" and tells_of_others(candidate.subjects[0].name) and _COUNTS.search(folded):
            continue  # IDC、世界PC出荷を発表
        if scene.sentence.role == "headline" and candidate.type == "company" and (candidate.start <= 2 or fronted):
            return candidate.subjects[0]
        if candidate.type == "company" and candidate.start <= 12 and _opens_item(folded, candidate):
            return candidate.subjects[0]
        if candidate.type == "company" and _ENDS.fullmatch(folded, candidate.end):
            return candidate.subjects[-1]  # 搬送ロボットを手がけるミドリ工機(浜松市)。
        if (
            candidate.strength >= STRONG
            and candidate.type == "company"
            and (candidate.particle in {"は", "も", "、", "株は"} or _placed(candidate, folded))
            and not (candidate.particle == "も" and _JOINED.search(folded, 0, candidate.start))
        ):
            return candidate.subjects[0]
        if candidate.type == "company" and candidate.particle == "の" and OWN_TOPIC.match(folded, candidate.end + 1):
            man = next((c for c in names if c.start == candidate.end + 1 and c.type == "person"), None)
            if man is not None and (
                _JUDGES_SHARES.search(man.text) or (before and not LED.match(folded, candidate.end))
            ):
                continue  # 岬証券の山田アナリストは, 岬パートナーズの山田氏は
            if before is not None and _RIVALS_FIRST.match(folded):
                continue  # ライバルのスズキとホンダの数字はまだ出ていない
            return candidate.subjects[0]  # スカイマークの国内線は
        if before is None and candidate.type == "company" and candidate.particle == "の" and candidate.start <= 2 and (
            _OWN_CHAIN.match(folded, candidate.end + 1) and not tells_of_others(candidate.subjects[0].name)
        ):  # fmt: skip
            return candidate.subjects[0]  # 楽天グループの携帯電話の契約数は
        if (
            candidate.type == "company"
            and candidate.particle == "が"
            and is_reasoned(folded, candidate.start, candidate.end)
        ):
            return candidate.subjects[0]  # カガリが統合を急ぐのは、特許が切れるためだ。
        opens = candidate.start <= 12 and candidate.type == "company" and candidate.particle in {"が", "株が"}
        if opens and not figures and _FLASH.search(folded, candidate.end, candidate.end + 30):
            return candidate.subjects[0]  # 丸井グループ<8252>が3日ぶり反発。
    if before is None and (house := _house(names, folded)) is not None:
        return house
    owners = {f.subject.name for f in figures if f.subject}
    counted = {f.subject.name for f in figures if f.subject and f.family == "quantity"}
    lends = before is not None and _LENDS.search(folded) is not None
    led = next((c for c in names if c.type == "company" and LED.match(folded, c.end)), None)
    own = [f for f in figures if f.attribution is None]  # カガリの山野社長は「4%は必要だ」と話す
    if led is not None and not own and not tells_of_others(led.subjects[0].name):
        return led.subjects[0]  # カガリの山野社長は強気だ。
    return next(
        (
            c.subjects[0] for c in names
            if c.strength >= STRONG and c.type == "company" and not tells_of_others(c.subjects[0].name)
            and not (not c.particle and before and c.subjects[0].name in counted)  # A社やB社など6社と取引がある
            and (before is None or (c.subjects[0].name in owners and (c.particle != "が" or (c.start <= 12 and not lends))))
        ),
        None,
    )  # fmt: skip
