"""Which of the dates about a value can be its time: no day that something was told on, no day that is only compared with."""

from __future__ import annotations

import re

from jijitsu.extract.linking.time.clocks import is_hour
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.times import RELATIVE, Family
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

# 12日の朝日新聞によれば, 20日の声明によると: a day that somebody told it.
_BY_PAPER = regex(
    r"(?:付け?|夜|朝|夕)?の?[^、。0-9]{0,16}(?:新聞|[紙誌]|ポスト|タイムズ|ジャーナル|記事|夕刊|朝刊|通信|放送|テレビ|ニュース|声明|発表|報告書?|アピール|会見)[^、。]{0,6}(?:によ[るれり]|では、)"
)
# A day that something was announced, held or told on is not the time of a result.
_TOLD = regex(
    r"^(?:に|には|、|付で|付けで|までに|夜|朝|夕|午前|午後|深夜|未明|の[^、。]{0,16}で|\([^)]{0,12}\)|に開[^、。]{0,12}で)*[^。]{0,80}?"
    r"(?:発表|公表|明らか|開示|まとめ|報じ|伝え|述べ|語っ|話し|説明|出そろ|会見|強調|指摘|集計|報道)"
    r"|^の?(?:取引終了後|大引け後|引け後|取引時間中|昼休み|立会終了後)"
)
# 14日の騒乱では80人が死亡したという発表を伝えた, 店の前には19日、約千人が集まったと報じた: when it was, not when it was told
_EVENT_THEN = regex(
    r"の[^、。はが0-9]{0,10}(?:騒乱|暴動|衝突|事故|地震|火災|爆発|噴火|攻撃|空爆|戦闘|デモ|集会|選挙|投票|事件|豪雨|台風|試合|大会|レース)で(?:は|も)?"
)
_WHERE = regex(r"(?:前|内|上|中|側|場|所|庁|館|駅|店|園|市|県|町|村|区|国|都|島|港)[にで]は$")
_TOLD_IN = regex(
    r"、[^。]{2,80}(?:た|る|い|だ)と(?:の[^、。]{1,8}を)?(?:発表|公表|明らかに|表明|述べ|語|話|報じ|伝え|指摘|説明)"
)
_AFTERMATH = regex(
    r"^(?:の|まで)[^、。]{0,30}(?:を受け|を背景|に対する|に続|を好感|を嫌気|の反動|の流れ|を引き継|につれ|を手掛かり|を眺め|が追い風|が重荷|が支え|が波及|が好感|が嫌気)"
)
_OPEN_WORDS = ("通期", "今期", "来期", "前期", "当期", "現在")


def near(pins: tuple[Pin, ...], start: int) -> tuple[Pin, ...]:
    """The pins about a place, so that a sentence of a thousand dates is read as fast as another."""
    at = sum(pin.end <= start for pin in pins)
    return pins[max(0, at - 8) : at + 2]


def reaches(folded: str, pin: Pin, offset: int, start: int) -> bool:
    """False if the pin stands in a bracket that closes before the value, or in a relative clause of its own."""
    named = pin.grain not in ("day", "year") and (
        _MONTHS_OF.search(folded, 0, pin.start - offset)  # 第2四半期累計(1~6月)の
        or (_WHEN_NAMED.search(folded, 0, pin.start - offset) and _ALONE.match(folded, pin.end - offset))
    )
    held = (
        pin.grain == "day" and _HELD_ON.search(folded, 0, pin.start - offset) and _HELD.match(folded, pin.end - offset)
    )
    depth = int(bool(named or held))
    for sign in folded[pin.end - offset : max(start - offset, pin.end - offset)]:
        depth += (sign in "(「『") - (sign in ")」』")
        if depth < 0:
            return False
    return True


# 年末年始(12月27日~1月4日)に: the days of what is named in front of them
_WHEN_NAMED = regex(r"(?<!前年同期)(?<!昨年同期)(?<!前回)[一-鿿ァ-ヺー](?<![年期度月日週])\((?:期間は?)?$")
_ALONE = regex(r"(?:の[0-9]{1,3}(?:日|カ月)間|、[0-9]{1,3}(?:日|カ月)間|期)?\)(?:[のにはもで、]|中|期間)")
# 準決勝(14日、横浜)で2本塁打, 大会第2日(現地8月25日ネバダ州)において: the day of what stands before the bracket
_HELD_ON = regex(r"(?:[一-鿿ァ-ヺー」』]|第?[0-9]{1,2}[日戦回節])\((?:現地(?:時間)?|日本時間|当地)?$")
_HELD = regex(
    r"(?:(?:(?:現地|日本|米国)時間|まで)?(?:[、・][^()]{1,20})?|(?!上場|発売|設立|創業|発表|付|生まれ|締め?切|開業|公開|施行|発効|発足)[^()、。0-9はがをした]{1,24})\)(?:において|で(?!ある|す)|に(?:は|も)?)"
)
# 前日と変わらずの1.01%, 前日の同時刻比3.7%高: what is compared with.
_ONLY_COMPARED = regex(r"(?:の)?(?:終値|同時刻|同時点)?(?:を挟|と変わ|と同[じ水額率]|並み|と横ばい|比|に比べ|と比べ)")
# 前日終値より48円安い, ことしより5%少ない, おととしを40グラム上回る: a figure of how far from then, not of then.
_THAN = regex(
    r"(?:の)?(?:(?:同じ?)?(?:日|月|時期|(?:いま|今)(?:ごろ|頃)|時刻|時点|期間)|終値|清算値|基準値|実績|水準|それ|調査|選挙|最[高安]値|最高|最多)?(?:に比べ(?:て)?|と比べ(?:て|ても)?|との比(?:較)?では|よりも?|を)、?(?:約|およそ|さらに)?"
    r"[0-9][0-9.,兆億万千]*[^、。0-9はが]{1,8}?(?:安|高|少な|多|低|短|長|軽|重|上回|下回|増|減|上昇|下落|値上がり|値下がり)"
)
# 前日に予想を引き下げたオリンパスは7.8%安: a clause that tells who it is.
_CLAUSE_OF = regex(
    r"(?:夕方?|夜|朝|引け後|の?大引け後|の?取引終了後)?に(?![^、。]{0,24}(?:付けた|記録した|終えた|始まった|ぶりに))[^、。は]{2,32}(?<=[しいけげえめれっん])(?<!だっ)[ただ](?=[ァ-ヺ一-鿿A-Z][^、。はがも]{0,20}[はがも])"
)
# 20日に新規上場したA社の初値は: of that day
_LISTED_THEN = regex(r"に(?:[^、。はが]{0,16}に)?(?:新規)?(?:株式)?上場した[^、。はが]{1,24}の(?:初値|公開価格|初日)")
# 2004年に開設された同大の合格者は3名, 1991年から続いた8チーム体制: a clause that tells which one it is.
_DESCRIBED = regex(
    r"(?:に|から)[^、。はがでも0-9]{0,16}(?:開設|設立|創業|創設|発足|結成|開業|開校|発売|配信|投入|出版|刊行|公開|公表|発表|放送|放映|建設|建造|建て|製造|竣工|完成|就航|導入|制定|施行|公布|続い|続く)"
    r"(?:された|した|られた|ている|た)?(?=[ァ-ヺ一-鿿A-Z0-9「『][^、。はがも]{0,20}[はも、])"
    # 今年秋に予定されるドラフト会議, 3月に放映予定のドラマ; not 10月に予定される消費税10%への引き上げ
    r"|に[^、。0-9]{0,16}予定(?:される|された|されている|されていた|だった|の)(?=[一-鿿ァ-ヺ「『][^0-9。]{10})"
    # 来年4月に開業する新アリーナは、年間60万人の来場を見込む
    r"|に[^、。はがでも0-9]{0,12}(?:開設|設立|開業|開校|開館|開園|発売|配信|投入|公開|放送|完成|稼働|就航|導入|施行|始ま|始め|開か)(?:する|され?る|れる|る)(?=[ァ-ヺ一-鿿A-Z「『][^、。はがも]{0,20}[はも]、?[^、。0-9]{0,12}(?:年間?|月間?|1日))"
    # 2001年発売のウィンドウズXP, 2008年4月施行の条例で
    r"|(?:開設|設立|創業|創設|発足|開業|開校|発売|出版|刊行|公開|建造|製造|竣工|完成|就航|制定|施行|公布|公表|策定|投入|(?:[0-9]{1,2}時(?:[0-9]{1,2}分)?)?[発着]|入社|生まれ)の(?!(?:売上|販売|出荷|利益|時価))"
    # 1934年の創業で、シェアは9%; 2019年の設立以来の調達額
    r"|の(?:創業|設立|創設|開業|開設|発足)(?:で|以[来降](?!、))"
    # 2005年2月に設立され、従業員は67人; not 2001年に開業し、初年度の売上高は5億円だった
    r"|に[^、。はがも0-9]{0,16}(?:デビュー|入社|入団|移住|創業|創立|創設|設立|結成|設置|開業|開店|開設|開学|開校|開園|開館|竣工|完成|建造|建て|始ま|スタート|開始)(?:し|され|られ|り|した会社で)?て?、"
    r"(?!初|同年|その年|当[初時])(?:1日の)?[^、。はがも0-9]{1,16}[はがも](?:約|およそ|計|現在)?[0-9]"
)
# 昨年初めて首位に立った米国向けは3.7%増; 6月に改装した十日町店は費用3億円: a clause that tells whose the money is; not 昨年調達した資金は.
_OWNER_CLAUSE = regex(
    r"に?[^、。はが0-9「」]{1,20}(?<=[しいけげえめれっん])(?<!だっ)[ただ](?!(?:ため|ほか|時点?|後|際|結果|分|数|うち|こと|もの|場合|の)[^ァ-ヺ一-鿿])"
    r"(?=(?P<owner>[ァ-ヺ一-鿿A-Z][^、。はがも0-9]{1,20})[はが])"
)
# 去年1年間に確認された特殊詐欺の被害額は: what was counted, and when
_HAPPENED = regex(
    r"(?:(?:確認|発生|認知|摘発|検挙|報告|申告|請求|支給|支出|寄付|輸出|輸入|販売|出荷|取引|売買|利用|消費|廃棄|回収|処理|実施)(?:さ?れ|し)た"
    r"|(?:寄せられ|納められ|支払われ|支払っ|集まっ|集め|受け取っ|受け入れ|使っ|使われ|売っ|売れ|起き|失っ|失われ|生じ)た)$"
)
_A_WHOLE = ("年間", "通年", "まで")
_MONEY_NOUN = regex(
    r"(?:資金|金額?|額|益|利益|売上高?|売り上げ|収入|支出|費用?|配当|予算|税収?|損失?|赤字|黒字|債券?|融資|料金?|代金?|報酬|資産|負債|株式?|計画|予想|見通し|決算|期間?|年度?|分)$"
)
# 3月に出した新型の「セトラ」が寄与して12%増: when it came out, not when they were sold
_LAUNCHED = regex(
    r"に?[^、。はが0-9]{0,12}(?:出し|投入し|発売し|売り出し|立ち上げ|刷新し|改良し|全面改良し)た[^、。0-9]{1,24}が[^、。0-9]{1,12}(?:し(?:て|、)?|く|り|で|て)、?"
)
# 1985年の1万4200人から約8千人まで減った, 9月上旬から1割減った, 2007年の61.90%を6.24ポイント上回った
_SINCE_LEVEL = regex(
    r"(?:の[0-9][0-9.,兆億万千]*[^、。0-9はが]{1,8}?)?(?:から|を|の?(?:前回の?)?(?:調査|選挙)(?:\([^()]{1,16}\))?(?:から|を|より|に比べ|と比べ))(?:約|およそ|さらに)?(?P<to>[0-9][0-9.,兆億万千]*)[^、。0-9はが]{1,8}?"
    r"(?:減|増|上昇|低下|下落|下が|上が|上回|下回|落ち込|拡大|縮小|伸び|膨ら|改善|悪化)"
)
# 去年の1.6倍, 前の週の2.3倍, 一昨年度の同じ時期の1.7倍, 9月1カ月分の1.6倍
_TIMES_THEN = regex(
    r"(?:\([^()]{1,16}\))?(?:の(?:同じ[時期日月]{1,2}|同期|同月|初日|[1一][カかヵ]月分)|[1一][カかヵ]月分)?の(?:約|およそ|ほぼ)?"
)
# 61万人で、ピークだった1996年度の3割弱, ピークだった1958年の57万トンの5%足らず
_PEAK_WAS = regex(r"(?:ピーク|最多|最高|最大|最少|最も多)(?:だった|の|時の|かった)$")
_SAME_THEN = regex(r"の?同(?:期|月|時期|じ(?:時期|月|期間|日))の(?:約|およそ|ほぼ)?")
_OF_PEAK = regex(r"の(?:[0-9][0-9.,兆億万千]{0,12}[^、。0-9はが]{1,6}の)?(?:約|およそ|ほぼ)?")
# 昨年(13校)の3倍に増え、様子見も82校, 1991年度(43万8千人)の4分の1: the year is of the bracket alone
_BASE_OF = regex(r"\([^()]{1,16}\)の(?:約|およそ|ほぼ)?[0-9.]{1,5}(?:倍|分の|割|%)")


# 2005年の選挙での投票者・67万人から比べて1.6倍に増えた
_HELD_AGAINST = regex(
    r"(?:\([^()]{1,12}\)|\))?の[^。はがも]{1,60}(?:に|と|から)比べ(?:て|ると)?、?(?:約|およそ)?(?:[0-9][0-9.,]*[%倍割]\()?-?"
)
_ANOTHER_TIME = regex(r"前年|昨年|前期|前月|同期|同月|前回")


def held_against(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True for a figure that is held against what was then: 2005年の選挙での67万人に比べて[1.6倍]."""
    at = pin.end - offset
    if start - offset - at > 80 or not _HELD_AGAINST.fullmatch(folded, at, max(at, start - offset)):
        return False
    return _ANOTHER_TIME.search(folded, at, start - offset) is None


def compared(pin: Pin, folded: str, offset: int, start: int, end: int) -> bool:
    """True if a count tells how far something is from what it was then, not how much it was."""
    if start > pin.end + 1 and _BASE_OF.match(folded, pin.end - offset):
        return True
    since = _SINCE_LEVEL.match(folded, pin.end - offset)
    if since is not None and since.start("to") <= start - offset:
        return True
    between = folded[pin.end - offset : start - offset] if pin.end <= start else ""
    text = folded[start - offset : end - offset].rstrip("近く弱強余りほど足らず程度")
    share = text.endswith(("割", "%", "半分", "倍"))
    if share and (
        _SAME_THEN.fullmatch(between)
        or (pin.text == "同期" and folded[pin.start - offset - 1] in "年度" and len(between) < 3)
    ):
        return True  # 2018年度同期の98%まで回復した
    if share and _PEAK_WAS.search(folded, 0, pin.start - offset):
        level = text.endswith("%") and start - pin.end < len("の約0")  # 2020年の23.1%から
        return not level and _OF_PEAK.fullmatch(folded, pin.end - offset, start - offset) is not None
    return (
        text.endswith("倍")
        and pin.end <= start
        and _TIMES_THEN.fullmatch(folded, pin.end - offset, start - offset) is not None
    )


# 現在の38%から60%に, 生産能力を現在の3倍の年2400台に: now is of the figure behind it, and of no other
# 現在の校舎を市に売り、新しい法人に2億円を出す: what there is now is done with
_DONE_WITH = regex(
    r"の[^、。はが]{1,16}[をも](?!含|入れ|合わせ|加え)[^。は0-9]{1,40}?(?:[しりけえきべめちい]|[てで])、"
)
_OF_NOW = regex(r"の(?:約|およそ)?[0-9][0-9.,兆億万千]{0,12}[^、。0-9]{1,12}")


def only_now(pin: Pin, folded: str, offset: int, start: int, end: int) -> bool:
    """True if 現在 belongs to another figure, or to so many times of it."""
    if pin.text != "現在" or pin.end > start:
        return False
    several = folded[start - offset : end - offset].rstrip("近く弱強余り以上").endswith(("倍", "割"))
    at, stop = pin.end - offset, start - offset
    return several or bool(_OF_NOW.match(folded, at, stop) or _DONE_WITH.match(folded, at, stop))


# 6月までに利下げが行われる確率は38%: when it may happen, not when it is so likely
_CHANCE = regex(
    r"(?:まで|の|に)[^、。0-9はが]{0,24}(?:が[^、。0-9はが]{1,16}|利[上下]げ[^、。0-9はが]{0,8})?(?:確率|可能性|公算)[はがを](?:約|およそ)?$"
)


def likely(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True for the day of what is likely: 4月の会合での利上げの確率は[62%]."""
    return pin.end <= start and _CHANCE.match(folded[pin.end - offset : start - offset]) is not None


# 通年目標(55万台)の48%, 年間目標の25万台に対する進捗は45%: the year is of the goal alone
_GOAL = regex(r"(?:目標|計画|予想|見通し)[^0-9。]{0,8}[0-9]")


def of_goal(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True for the year of a goal that stands before another figure."""
    whole = pin.text in ("通年", "年間") and pin.end <= start
    return whole and _GOAL.match(folded[pin.end - offset : start - offset]) is not None


# 通期計画に対する進捗率は82%: how far by the end of the period before it
_PROGRESS = regex(
    r"(?:の|予想|計画|見通し|目標|会社)[^、。]{0,32}(?:に対する|に対して|に対し、?)[^、。]{0,8}(?:進捗率?|達成率)[はがも](?:約|およそ)?$"
)


def of_progress(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True for the year that a rate of progress is reckoned against: 通期計画18億円に対する進捗率は[82.2%]."""
    return (
        pin.grain in ("period", "year")
        and pin.end <= start
        and bool(_PROGRESS.match(folded[pin.end - offset : start - offset]))
    )


# 2025年の売上高は19億ユーロで、従業員は約6200人
_ITS_SALES = regex(
    r"(?:の|に)[^、。はが]{0,12}(?:売上高?|売り上げ|収入|利益|収益|決算)[^。]{2,40}[、で](?:[^、。はが]{0,12}の)?(?:従業員数?|社員数?|職員数?|店舗数?|拠点数?|顧客数?)[はがも](?:約|およそ|計)?$"
)


def of_sales(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True for the year of the sales that stand before how many work there."""
    return (
        pin.grain in ("period", "year")
        and pin.end <= start
        and bool(_ITS_SALES.match(folded[pin.end - offset : start - offset]))
    )


# 運転は午前11時に再開されたが、46本が運休した: the hour is of what is over
_OVER_THEN = regex(r"[^。0-9]{0,40}[ただ]が、")
_COMPARING = frozenset("のにとよを同終清実水調選")
_IN_A_DAY = regex(r"に(?:約|およそ)?[0-9]")
_CARRIED = ("前期", "前年", "前年度", "昨年度")
_AS_BEFORE = regex(r"(?:から|実績|と)?(?:の)?(?:据え置き|同額|同じ|並み|比)")
_MONTHS_OF = regex(r"(?:四半期|累計(?:期間)?|上期|上半期|中間期|期間)(?:の?(?:連結)?(?:決算|業績))?\($")


# 昨秋、営業利益が4割減った不二越から: the day is of what is done with the firm, the figure tells which one it is.
_OTHER_FIRM = regex(
    r"(?:に|へ|も|を|の[^、。はがを0-9]{1,8}[にをへ])?[^、。はがを0-9]{0,8}[しいけげえめれっんび][ただ](?=[ァ-ヺ一-鿿A-Z])"
    r"(?!こと|ため|ほか|一方|時|後|際|結果|模様|背景|理由|要因|原因|月|年|日|期|分|額|数|半面|反面|上で|公算|形|計算|格好|勢い|見込|場合)"
)


def tells_which(pin: Pin, folded: str, offset: int, start: int, end: int) -> bool:
    """True if the pin belongs to the sentence's own verb and the figure to a clause that describes a name."""
    if pin.grain == "year" or pin.end > start or folded[pin.end - offset : pin.end - offset + 1] != "、":
        return False
    between = folded[pin.end - offset + 1 : start - offset]
    return "が" in between and not re.search(r"[、。は]", between) and bool(_OTHER_FIRM.match(folded, end - offset))


def fits(pin: Pin, folded: str, offset: int, family: Family, another: bool = False) -> bool:
    """True if a pin of this kind can be the time of such a value; `another` day is that on which it was told."""
    behind = folded[pin.end - offset :]
    if is_hour(pin) and (family in ("market", "cap") or _OVER_THEN.match(behind)):
        return False
    if family == "quantity" and pin.text == "当日" and behind.startswith(("有権者", "の有権者")):
        return False
    if behind[:1] in _COMPARING and _THAN.match(behind) and (pin.grain == "day" or family not in ("market", "cap")):
        return False
    if pin.grain == "day" and _ONLY_COMPARED.match(behind):
        return family in ("market", "cap") and pin.text.endswith("末")  # 1月末比2兆円増: a stretch
    if family in ("market", "cap") and pin.text == "1日" and _IN_A_DAY.match(behind):
        return False  # 時価総額は1日に1760億ドル増えた
    if family in ("market", "cap"):
        if pin.grain in {"day", "month"} and _CLAUSE_OF.match(behind):
            return _LISTED_THEN.match(behind) is not None
        return not (RELATIVE.match(behind) or _AFTERMATH.match(behind) or pin.text in _OPEN_WORDS)
    if pin.grain in ("month", "span") and _TOLD_IN.match(behind) and folded[max(0, pin.start - offset - 1)] in "はがも":
        return False  # A社は10月、7~9月期の売上高が3%増えたと発表した
    if pin.grain == "month" and behind.startswith("比"):
        return False  # 11月比では2.5%減
    if pin.text in _CARRIED and _AS_BEFORE.match(behind):
        return False  # 年間配当は前期据え置きの80円
    if pin.text == "現在":
        return family in ("quantity", "financial")
    if _DESCRIBED.match(behind) or (family == "delivery" and _LAUNCHED.match(behind)):
        return False
    owned = _OWNER_CLAUSE.match(behind) if family == "financial" else None
    if (
        owned is not None
        and not _HAPPENED.search(owned.group())
        and not pin.text.endswith(_A_WHOLE)
        and not _MONEY_NOUN.search(owned["owner"].partition("の")[0])
    ):
        return False
    if (
        pin.grain != "day"
        or (pin.text.endswith(("末", "年内")) and not pin.text.endswith("週末"))
        or re.match(r"(?:まで|時点|現在)", behind)
    ):
        return True
    if another or _EVENT_THEN.match(behind) or _WHERE.search(folded, 0, pin.start - offset):
        return True
    return not (_TOLD.match(behind) or _BY_PAPER.match(behind))


def in_bracket(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """A period in a bracket right behind the value: 12億円(2025年3月期)."""
    for pin in pins:
        closed = folded[pin.end - offset : pin.end - offset + 1] == ")"
        if closed and pin.start >= end and re.fullmatch(r"[^、。(]{0,4}\(", folded[end - offset : pin.start - offset]):
            return pin.time()
        if (
            pin.start > end
            and _AS_OF.match(folded, pin.end - offset)
            and _ITS_NOUN.fullmatch(folded, end - offset, pin.start - offset)
        ):
            return pin.time()  # 450人の住民(7月末現在)
    return None


_AS_OF = regex(r"(?:の?時点|現在)\)")
_ITS_NOUN = regex(r"[^、。()はがをも0-9]{0,20}\(")


def in_headline(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """A period alone behind the figure of a headline: 純利益14%減 4~9月期, 世界生産5%減、7月."""
    for pin in pins:
        if (
            pin.start >= end
            and pin.grain != "day"
            and _LEADS_TO_PERIOD.fullmatch(folded, end - offset, pin.start - offset)
        ):
            return pin.time() if _PERIOD_ALONE.match(folded, pin.end - offset) else None
    return None


def at_end(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """純利益2.1倍=引き渡し増-4~12月期; 営業利益最高の44兆ウォン=25年: the period that an agency sets at the end of its headline."""
    if not pins or pins[-1].start < end or pins[-1].grain == "day":
        return None
    last = pins[-1]
    alone = _LAST_WORD.fullmatch(folded, last.end - offset) and folded[last.start - offset - 1] in "=-―—‐–ー"
    return last.time() if alone else None


_LAST_WORD = regex(r"(?:期|決算|累計)?[ )]{0,2}")


def behind_it(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """費用180億円を7~9月期に計上する; 総額7824億円の26年度予算案; 86人は19日付で解雇された: a time that follows its figure."""
    pin = next((one for one in pins if one.start >= end), None)
    if pin is None or is_hour(pin):
        return None
    gap, behind = folded[end - offset : pin.start - offset], folded[pin.end - offset :]
    if pin.grain in ("period", "year") and gap == "の" and _BUDGET.match(behind):
        return pin.time()
    if (
        _NEXT_FIGURE.match(behind)
        or not _LEADS_TO_DATE.fullmatch(gap)
        or not _DATES_VERB.match(behind)
        or _RELATIVE_CLAUSE.match(behind)
    ):
        return None
    if pin.grain == "day" and (_TOLD.match(behind) or RELATIVE.match(behind)):
        return None
    return pin.time()


# 240人の従業員は年末までに400人へ増やす: of the figure that follows
_NEXT_FIGURE = regex(r"(?:\([^()]{1,16}\))?[^、。(0-9]{0,24}[0-9]")
_BUDGET = regex(r"[^、。はがを]{0,12}予算")
# 400万円の支払いを求める訴訟を10日付で起こした, 3億円の賠償を求め、15日に提訴した, 補助金の返還を求める通知を1月に送った
_LEADS_TO_DATE = regex(
    r"(?:超|強|弱|余り|近く|ほど|程度|以上)?(?:の[^、。はがをもに0-9]{1,12})?(?:を|が|は)(?:[^、。はがを0-9]{1,14}[にでへ])?"
    r"|(?:など)?(?:の[^、。はがを]{1,24})?を求め(?:て?、?|る[^、。はがを0-9]{1,12}を、?)"
)
_DATES_VERB = regex(
    r"(?:末)?(?:\([^()]{1,16}\))?(?:(?:早朝|朝|昼|夕方?|夜|深夜|未明|午前|午後)(?:中)?までに|の?(?:当初|補正|本)?予算(?:案)?に(?![はも])|、[^。]{0,16}(?:提訴|訴え|申し立て)|付で|付けで|に(?![はも]|かけ|よ[りるっ]|比べ|入|向け|続|次|備え|予定|控え|迫|なって)|中に|までに)"
)
_RELATIVE_CLAUSE = regex(
    r"[^、。0-9]{1,24}?(?<=[しいけげえめれっんび])[ただ](?=[ァ-ヺ一-鿿A-Z「『])|[^、。]{1,16}(?:予定の|される|する)(?=[ァ-ヺ一-鿿A-Z「『])"
)


_LEADS_TO_PERIOD = regex(r"[^ 、。0-9]{0,8}[ 、]+")
_PERIOD_ALONE = regex(r"(?:期|累計|決算)?(?:[ 、]|$)")
