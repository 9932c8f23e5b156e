"""Where the content of an indirect quote begins: behind its speaker and the adverbials of time, medium and occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import SELF
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_LEAD = regex(
    r"(?:(?:つつ|ながら)も?(?=、)|もの?の(?=、)|(?:上|うえ)で|と(?:とも|同時)に|ほか(?=、)|当時(?:は|、)|その後は?(?!の)|また|一方(?:で(?:は)?)?|ただし|ただ|もっとも|なお|しかし|さらに|更に|加えて|このほか|併せて|あわせて|同時に|それでも|そのうえで|その上で|その一方で?|"
    r"[^、。「」はが]{0,30}(?:「[^「」]{1,24}」[^、。「」はが]{0,6})?こう(?:述べ|語り|話し|書き込み|書き|投稿し|強調し|訴え|指摘し|説明し)(?=、)|"
    r"これに対し(?:て)?|これを受け(?:て)?|このため|今後は|終了後|改めて|あらためて|まだ|既に|すでに|最後に|いずれも|一義的には)、?"
)
_THUS = regex(
    "(?:こう|そう|このように|次のように)(?:語|述べ|話し|言|訴え|説明し|明かし|振り返|強調し|指摘し|主張し|切り出し)(?:り|い|って|て)?(?:た上で|たうえで)?、"
)
"""「…」。会長は[こう語り、]法の整備が必要だと訴える."""
_AFTER = regex(
    r"[^、。「」はがを]{0,16}(?:会見|会談|会議|会合|講演|試合|視察|面会|協議|総会|閉会|開票|判決|公判|閉廷|閣議|出廷|面談|訪問|帰国|就任|到着|収録|公演|レース|練習|登板|取組|対局)(?:の)?(?:直)?(?:後|前)(?:に)?、"
)
"""ウィリアムズ総裁は[マイアミでの講演後、]…との考えを示した."""
_RECIPIENT = regex(
    r"[^、。「」はがを]{0,20}(?:幹部|社員|職員|議員|閣僚|国民|首相|大統領|外相|長官|大臣|氏|さん|選手|ファン|遺族|支援者|聴衆|市民|住民|株主|従業員|首脳|代表団|大使|社長|会長|知人|家族|母親|父親|同僚|友人|部下|上司|被告|裁判官|裁判員|学生|生徒|保護者|アナリスト|投資家)ら?"
    r"に(?:対し(?:て)?(?:は)?|は|向け(?:て)?)?、"
)
_TOLD_TO = frozenset([
    "伝える", "語る", "話す", "述べる", "説明", "明かす", "答える", "告げる", "打ち明ける", "言う", "訴える", "語りかける",
])  # fmt: skip
"""長官は[制服組の幹部に対し、]処分すると伝えた."""
_BY_MEANS = regex(
    r"[^、。「」はがを]{0,12}(?:電話|オンライン|メッセージ|ビデオ|通知|案内|新著|本の中|手紙|書状|掲示板|チャット|電報)(?:の中)?で(?:は)?、"
)
"""マクロン氏は[電話で、]…と伝えた, アマゾンは[従業員へのメッセージで、]…と明らかにした."""
_TIME = regex(
    r"(?:(?:\d{1,4}|[一二三四五六七八九十〇]{1,4})(?:年|月|日)|同日|同月|この日|きょう|きのう|昨日|本日|前日|翌日|午前|午後|夜|早?朝|夕方?|昼|正午|未明|深夜|"
    r"(?:現地|米国|米東部|日本|欧州|英国|中央欧州|太平洋)時間|(?:大)?引け後|取引終了後|[月火水木金土日]曜日?|先々?月|今月|先週|今週|昨年|今年|(?:上旬|中旬|下旬|初め|末)|付(?:け)?で?|\d{1,2}時(?:\d{1,2}分)?|ごろ|頃|まで|に|\([^()]{1,12}\)|の)+、?"
)
_SOURCE = regex(
    r"(?:記者団|報道陣|取材陣|本紙|同紙|記者ら?)に(?!よ)(?:は|対し(?:て)?)?、?|"
    r"(?:[^、。「」はがを]{1,16}、){0,5}[^、。「」]{1,40}(?:によると|によりますと|によれば)、?|"
    r"[^、。「」]{1,40}(?:を受けて(?!い)|のあと|(?<!そ)の後(?![一-鿿])|の中で)、?|"
    r"[^、。「」]{0,30}(?:記者団?|記者ら|報道陣|取材陣?|調べ|当局|[紙誌局]|新聞|通信|ロイター|ブルームバーグ|放送|テレビ|NHK|[BC]NN|BBC|メディア|番組|スポーツ|フォーブス|ガーディアン|ジャーナル|タイムズ|ポスト|Insider|WIRED|Forbes|CNBC|NPR|WSJ|Times|Post|TechCrunch|Verge|Axios|Politico|(?<![A-Z])A[F]?P|"
    r"インタビュー|質問|批判|指摘|要求|懸念|訴え|問い|主張|疑問|これ|それ|疑惑|報道|発言|動き|決定|措置|警察|警視庁|[県府道]警|関係者|株主|従業員|社員|人事|照会|打診|申し入れ|要請|抗議|追及)に対し(?:て)?(?:は)?、?|"
    r"[^、。「」はがを]{0,12}(?:調べ|(?:調査|検査|分析|鑑定|確認|点検|試算|集計|精査|測定|検証)(?:を(?:行っ|実施し)|し))たところ、|"
    r"[^。「」]{0,40}(?:(?:取材|質問|照会|確認)し|問い合わせ|尋ね|聞い|(?:話|事情|説明)を(?:聴い|伺っ|うかがっ))た(?:ところ|所)、|"
    r"[^。「」]{1,40}(?:問われ|聞かれ|尋ねられ|質問され|聞く|尋ねる|問う)(?:る?と|て|た際に?|たのに対し)?、|"
    r"(?:匿名|記事にしないこと)を条件に、|"
    r"[^、。「」はが]{0,12}(?:代理人|弁護士|弁護人|広報|報道官|事務所|所属事務所|大使館|仲介者|球団|クラブ|SNS|サイト)を(?:通じ|介し)て?、"
)


_ACCOUNT = regex(
    r"(?:から)?の?(?:話|発言|コメント|談話|説明|証言|見解|情報|発表|分析|まとめ|推計|試算|予測|予想|予報|見立て|調べ|見方|報告|調査結果)(?:では|として|による?と|によりますと|によれば)(?:[^、。「」]{0,6}(?:ところによると|ところでは|ところ))?、?"
)
"""文化庁の[話では、], 関係者の[話として伝えたところによると、]"""
_ACCORDING = regex("に?よ(?:ると|れば|りますと)、?")
_JUDGED = regex(
    r"[^。「」]{1,60}?(?:を|に|と)(?:高く|改めて|強く)?(?:(?:評価し|認め|歓迎し|否定し|批判し|指摘し|示し|強調し|説明し|述べ|挙げ|触れ|言及し|前置きし|表明し)"
    r"(?:つつも?|ながらも?|た(?:(?:上|うえ)で(?:は)?|ほか|一方で?))"
    r"|(?:(?:評価|歓迎|否定|批判|指摘|強調|説明|表明|言及)する|示す|述べる|挙げる|触れる|認める)と(?:とも|同時)に"
    r"|挙げ|触れ|言及し|繰り返し)、"
    r"|[^。「」]{1,60}?(?:考え|意向|方針|姿勢|認識|見方|見解|立場|態度)を(?:示し(?:て(?:おり|いるが))?|表明し|明らかにし|強調し|崩さず|変えず|維持し|据え置き|改め)、"
)
"""[技術革新を評価しつつも、]需要は増加すると予想している: what was said before, with a verb of its own."""
_DEED = regex(
    r"[^、。「」はがも]{1,40}を(?:(?:改めて|強く|厳しく|正式に)?(?:謝罪|陳謝|非難|批判|歓迎|否定|表明|称賛|評価|報告|発表|強調|説明|明言|訂正)し|つづり|述べ|語り|明かし|認め|わび|詫び|訴え|示し|伝え)、"
)
"""大統領は[攻撃を非難し、]報復は避けられないと語った: a deed of words right behind who does it, told to its end."""
_MEETING = regex(
    r"[^、。「」はが]{0,20}(?:(?:会見|質問|問い|集会|総会|会合|講演|発表会|説明会|演説|答弁|取材|声明|談話|コメント|証言|投稿|文書|書面)"
    r"(?:を(?:行い|行って|開き|開いて|開催し|し|して|出し|出して|発表し|発表して|公表し|公表して|更新し)|し|して|に応じ|に応じて|に答え|に答えて)|(?:自身の)?[A-Za-zァ-ヴーの]{1,16}を更新し)、"
)
"""[7日記者会見を行い、]選挙は…"""

_OUTLOOK = regex(
    r"[^、。「」はがを]{0,12}(?:最新|直近|改定|公表|発表)し?た?の?[^、。「」はがを]{0,8}(?:見通し|予測|展望|推計|試算|評価)で(?:は)?、"
)
"""[最新の見通しで、]成長率は3.1%になると予測した; not 増収の見通しで、増配すると発表した."""


_DATELINE = regex(
    r"[\s\u3000]{0,2}(?:【[^【】]{0,20}(?:AFP|CNN|BBC|ロイター|時事|新華社|聯合ニュース|共同|AP)[^【】]{0,16}】|\[[^\[\]]{0,20}(?:AFP|CNN|ロイター|時事|AP)\](?:\s?[-─―ー]+\s?)?"
    r"|\((?:CNN|BBC|ブルームバーグ|AP|CNN\.co\.jp)\):?\s?)"
)
"""[【3月16日 CNN】]昨年の気温は観測史上3番目だったと、: where and when it was written."""


def content_start(scene: Scene, line: Sequence[Unit], voice: Voice, report: Report, before: int) -> int:
    """Return where the content begins (code points into the sentence)."""
    folded, base = scene.sentence.folded, scene.sentence.start
    stop = line[report.stop - 1].end
    at = line[before].start if before < len(line) else 0
    if not at and (dateline := _DATELINE.match(folded, 0, stop)) is not None:
        at = dateline.end()
    written = {unit.start: unit.text for unit in line}
    while at < stop and (folded[at] in "、。 " or written.get(at) in {"が", "も"}):  # not もし
        at += 1
    if voice.span is not None and base + at <= voice.span.start and voice.span.end <= base + stop:
        unit = next((i for i, u in enumerate(line) if base + u.start >= voice.span.end), None)
        if unit is not None and line[unit].text in SELF:
            unit += 1
        if unit is not None and unit < len(line) and line[unit].text == "、":
            at = line[unit].end  # 総務省、通信の遮断を選べるようにすると発表
        while unit is not None and unit < len(line) and _of_speaker(line[unit]):
            at = line[unit].end
            unit += 1
        if account := _ACCOUNT.match(folded, at, stop) or _ACCORDING.match(folded, at, stop):
            at = account.end()
    if before and (rest := _REST.match(folded, at, stop)) is not None and at == line[min(before, len(line) - 1)].start:
        at = rest.end()
    behind = voice.span is not None and voice.span.start >= base + stop
    if behind and _describes_teller(line, voice, report, base) and (outer := _OUTER.match(folded, at, stop)):
        at = outer.end()
    at = _past_judgement(line, at, report.stop)
    told_to = _RECIPIENT.match(folded, at, stop) if report.cue is not None and report.cue.lemma in _TOLD_TO else None
    at = told_to.end() if told_to is not None else at
    if (
        (not at or folded[at - 1] != "、")
        and (deed := _DEED.match(folded, at, stop)) is not None
        and deed.end() < stop - 3
    ):
        at = deed.end()
    return _past_adverbials(folded, at, stop, dated=not behind, within=_leaning(line))


def _describes_teller(line: Sequence[Unit], voice: Voice, report: Report, base: int) -> bool:
    """アオバ社は、[薬で病気になったと訴えた女性に]支払う: the clause describes who tells, and the first topic is another's."""
    if voice.span is None or report.cue is None or report.cue.end >= len(line):
        return False
    first = line[report.cue.end]
    return base + first.start <= voice.span.start <= base + first.end and first.pos not in {"助詞", "補助記号"}


_OUTER = regex(r"[^、。「」]{2,40}は、")
_REST = regex(r"[^、。「」はがもを]{0,12}[しせげべえりいきみてつ]、")
"""「…」と不信感を[あらわにし、]提訴も辞さないと話す: the end of what was told before."""


_CHARGED = regex("(?<!不)(?:逮捕|起訴|送検|告訴|告発|提訴|摘発|検挙|懲戒|停職|減給|免職|戒告|解雇)")
"""盗みを重ねたとして、男を[逮捕]したと発表した: what somebody is charged with is part of what is said."""


def _past_judgement(line: Sequence[Unit], at: int, stop: int) -> int:
    """目標には遠いとして、[利下げは早いと述べた]: a part that its own として closes stays outside."""
    for unit in range(stop - 4, 0, -1):
        if line[unit].start <= at:
            break
        held = [word.text for word in line[unit : unit + 4]] == ["と", "し", "て", "、"]
        if held and line[unit - 1].pos in {"動詞", "助動詞", "形容詞"}:
            charged = _CHARGED.search("".join(word.text for word in line[unit + 4 : stop]))
            return at if charged else line[unit + 3].end
    return at


def _leaning(line: Sequence[Unit]) -> frozenset[int]:
    """Where words begin that lean on the one before: サイトで[の]説明では, よると[した]上で, 述べた[こと]から."""
    return frozenset(unit.start for at, unit in enumerate(line) if at and _leans(unit, line[at - 1]))


def _leans(unit: Unit, before: Unit) -> bool:
    if unit.sort != "word" or unit.start != before.end or before.text == "、":
        return False
    does = unit.lemma == "する" and unit.pos == "動詞" and before.text == "と"
    return does or unit.pos in {"助詞", "助動詞", "接尾辞"} or unit.text in {"こと", "ため", "もの", "ところ"}


def _past_adverbials(folded: str, at: int, stop: int, *, dated: bool, within: frozenset[int]) -> int:
    """Skip commas, conjunctions, days and occasions.

    No days where the speaker stands behind the words, and nothing whose end is `within` a phrase (a word that leans on it
    follows).
    """
    for _ in range(8):
        while at < stop and folded[at] in "、 　":
            at += 1
        match = (
            _LEAD.match(folded, at, stop)
            or (_dated(folded, at, stop) if dated else None)
            or _SOURCE.match(folded, at, stop)
            or _THUS.match(folded, at, stop)
            or _BY_MEANS.match(folded, at, stop)
            or _AFTER.match(folded, at, stop)
            or _MEETING.match(folded, at, stop)
            or _OUTLOOK.match(folded, at, stop)
            or _JUDGED.match(folded, at, stop)
        )
        end = match.end() if match else _occasion(folded, at, stop)
        if end is None or end >= stop - 3 or end in within:
            break
        at = end
    return at


_EVENT = regex("予定|行われ|行う|開か|開催|発売|施行|始ま|始め|実施|開業|公開|投開票|締め切|発足|起き|発生し")


def _dated(folded: str, at: int, stop: int) -> re.Match[str] | None:
    match = _TIME.match(folded, at, stop)
    if (
        match is None
        or not match.group().endswith(("、", "に"))
        or folded.startswith(("は", "も", "かけて", "わたっ", "及"), match.end())
    ):
        return None  # 12日にはAが、13日にはBが: what happened when
    if match.group().endswith(("年に", "月に", "までに")):
        return None  # 2027年に100万台を目指すとした, 2045年までに先進国になるとした: the year is part of what was said
    if match.group().endswith("に") and _EVENT.match(folded, match.end()):
        return None  # 10月1日に予定される総会は: when it is, not when it was said
    earlier = folded[max(0, at - 2) : at]
    # 8日、2005年10月に実施すると発表した: the second date is what was announced
    return None if not match.group().endswith("、") and earlier.endswith(("日、", "日に")) else match


def _occasion(folded: str, at: int, stop: int) -> int | None:
    """同日の記者会見で、: ends behind で or に and the comma, if the noun before is an occasion."""
    for match in re.finditer(
        r"(?:の(?:中|なか|うち))?(?:では?|に[お於]いて(?:は|も)?|にて(?:は|も)?|に(?!つい|よ|対))(?!の)、?",
        folded[at : min(stop, at + 40)],
    ):
        head = folded[at : at + match.start()]
        if re.search(r"[はがを、]", head):
            return None
        if match.group() in {"に", "にて"} and not head.endswith(_ADDRESSED):
            continue  # 会議に出席しない: where one goes is part of what is said
        if head.endswith(speakers_lexicon().occasions):
            return at + match.end()
    return None


_ADDRESSED = (
    "取材", "インタビュー", "X", "SNS", "ブログ", "ツイッター", "Twitter", "フェイスブック", "Facebook", "インスタグラム", "ホームページ", "サイト",
    "調べ", "取調べ", "電話", "質問", "問い",
)  # fmt: skip
"""取材[に], 自身のX[に]: what is spoken to or written on."""


def _of_speaker(unit: Unit) -> bool:
    """は, (CEO), 側 behind the speaker's name."""
    return unit.pos in {"助詞", "接尾辞"} or unit.sort == "aside" or unit.text in {"側", "など", "ら"}


def is_all_figure(line: Sequence[Unit], before: int, at: int) -> bool:
    """[駆動時間は最大30時間]としている。: a topic and its figure are the whole clause.

    Not 新型は定員を8人としている, 当初は5億円としていた, nor people who are counted.
    """
    if line[at + 4 : at + 5] and line[at + 4].text != "。":
        return False
    for back in range(before - 1, max(0, before - 8), -1):
        if line[back].pos in {"動詞", "助詞"} or line[back].text == "、":
            told = not line[back - 1].text.endswith(_NO_TOPIC)
            return line[back].text == "は" and told and not any(unit.text in {"は", "が"} for unit in line[:back])
    return False


_NO_TOPIC = ("者", "客", "人", "員", "生", "ユーザー", "当初", "従来", "回")
