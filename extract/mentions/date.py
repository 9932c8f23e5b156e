"""Dates: days, months, years, weekdays and words like 昨日 and 昨年末, resolved against the publication date.

Takes the spellings of agencies and blogs (2026年1月6日(火), 二〇二五年, 令和7年, 25年1月, 2025.12.27 06:14, 29日,
同日). Leaves days that count (19日間, 3日続伸), ages, ～ぶり, times of day, 前年 and 前日 before 比 (see basis.py), 今回 and 現在.
`1月29日` without a year and `29日` without a month are the days nearest to publication.
"""

from __future__ import annotations

from collections.abc import Iterable

from jijitsu.extract.lexicon import either
from jijitsu.extract.linking.time.dates import EDGE, NUM, YEAR, Form, reader
from jijitsu.extract.linking.time.relative_dates import (
    DAYS,
    MONTHS,
    WEEKS,
    YEARS,
    of_play,
    same_day,
    same_fiscal_year,
    same_month,
    same_part,
    same_year,
    this_month,
    this_season,
    this_week,
    this_year,
    today,
    turn_of_year,
    weekday,
    weekend,
)
from jijitsu.extract.linking.time.written_dates import (
    bare_day,
    decade,
    full,
    month_alone,
    month_day,
    nineties,
    year_alone,
    year_month,
)
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

_MONTH = rf"(?P<month>{NUM})月"
_DAY = rf"(?P<day>{NUM})日"
_WEEKDAY = r"(?:\s?\((?:[月火水木金土日](?:曜日?)?(?:・?祝)?)\))?"
_PART = r"(?P<part>末|初め(?!て)|始め(?!る|た|て)|はじめ|初旬|初頭|上旬|中旬|下旬|半ば|中頃)?"
_SEASON = r"(?:(?P<part>末|初め(?!て)|始め(?!る|た|て)|はじめ|初頭|半ば|春(?![闘季節])|夏(?![目季休])|秋(?![田葉季])|冬(?!季)))?"
# What behind 日 makes it a count of days; 29日後場 and 10日前引け stay dates.
_NO_DAY = (
    r"(?!間|目|連続|続|ぶり|以内|以上|以下|未満|超|分[^科]|分$|後(?!場|半)|ほど|程度|余|足らず|近く|前(?!場|引|週|年|日|月|半|夜|々)|半|制"
    r"|あたり|当たり|当り|増(?![資収益産配員税])|減(?![資収益産配員税])|平均|ごと|おき|限り|がかり|齢|ずつ|[弱強](?![い含くま])|本(?:人|国|か|時間|側|銀|経|語|代表|円|株|の|一|市|政|航|郵))"
)
_COUNTED = r"(?<!約)(?<!およそ)(?<!わずか)(?<!過去)(?<!計)(?<!あと)(?<!残り)(?<!最長)(?<!最短)(?<!今後)(?<!延べ)(?<!たった)(?<!発売)(?<!公開)(?<!開始)(?<!配信)(?<!開業)"
# 19日で終えた is nineteen days, 14日で終了 a day; 史上最大の1日の損失 is one day long.
_NO_SPAN = r"(?!に[1一][回度](?![戦目]))(?!で(?!終了|終え|満|閉|あ|の|は|も|、|す|し|締|引))"
_ONE_DAY = (
    r"(?!(?<=1日)(?<!\d1日)(?:の(?:損失|下げ|下落|上げ|上昇|減少|増加|値|取引時間|変動|電力|利用|(?:動画)?再生|閲覧|アクセス|投稿|摂取|使用量|排出量|発電量|労働時間|睡眠時間|乗客|乗降|来場|来客|来店|入場|平均|生産|販売(?!開始)|出荷|消費|処理|輸送|通行|交通量|売り上げ|運行|騎乗|本数|便数)|につき|に付き|\d|中|(?:乗車)?券|乗り放題|フリー|リフト|パス|利用券|入場券|入園券|限定|体験|店長|署長|所長|駅長))"
    r"(?!(?<=1日)(?<!\d1日)に(?:平均|最大|約|およそ)?\d[\d,]*(?:件|回|本|便|往復|個|杯|食|箱|枚|通|トン|リットル|万|人|台|時間|キロ|グラム|玉|匹|羽|頭|隻)(?!が死|が亡|が負|が逮捕|が落))"
    r"(?!(?<=1日)(?<!\d1日)に[^、。0-9]{0,4}(?:搬入|搬送|使用|利用|消費|生産|処理|供給|出荷|摂取|運行|発着|通行)(?:され|でき)?する)"
    r"(?!(?<=1日)(?<!\d1日)に[^、。0-9]{0,4}(?:搬入|搬送|使用|利用|消費|生産|処理|供給|出荷|摂取|運行|発着|通行)され(?:る|ている))"
    r"(?<![のなるい]一日)(?!(?<=一日)(?<!十一日)の)"
)
# 十日町店, 四日市港, 三日月 are names.
_NO_TOWN = r"(?!(?<=[一二三四五六七八九十]日)(?:[町市](?!場)|月(?!曜)))"
# 2003年(平成15年)6月
_YEAR_TWICE = r"(?P<year>(?:19|20)\d\d)年\s?\((?:令和|平成|昭和|大正|明治)(?:元|\d{1,2})年\)"
_CLOCK = r"(?:[ T]{1,2}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
# 市場は30年に1兆円に拡大する見込みだ, 32年の量産開始を目指す: told of what is to come; 30年に及ぶ and 創業30年に are spans.
_AHEAD = (
    r"[^。]{0,60}?(?:計画|目標|目指|見込|見通|予測|予想|予定|方針|想定|試算|推計"
    r"|(?:拡大|成長|縮小|倍増|実用化|達)する|膨らむ|増える|減る|伸びる|なる|高める|[上下]げる)"
)
_OPENING = r"稼働|開業|完成|実用化|商用化|量産|発売|運行|打ち上げ|導入|上場|実現|達成|着工|供用"
_FORMS = (
    Form(regex(rf"{EDGE}{YEAR}\s?{_MONTH}\s?{_DAY}{_WEEKDAY}{_CLOCK}"), full),
    Form(
        regex(
            r"(?<![\w/.\-])(?P<year>(?:19|20)\d\d)(?P<sep>[./-])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)"
            rf"(?![\d/.-]){_WEEKDAY}{_CLOCK}"
        ),
        full,
    ),
    Form(regex(rf"{EDGE}{YEAR}\s?{_MONTH}(?![期号]){_PART}"), year_month),
    Form(regex(rf"{EDGE}{_YEAR_TWICE}\s?{_MONTH}\s?{_DAY}{_WEEKDAY}"), full),
    Form(regex(rf"{EDGE}{_YEAR_TWICE}\s?{_MONTH}(?![期号]){_PART}"), year_month),
    Form(regex(rf"{EDGE}{_MONTH}\s?{_DAY}{_NO_DAY}{_WEEKDAY}"), month_day),
    Form(
        regex(rf"翌?{EDGE}{_MONTH}(?!\s?{NUM}日|[期号間]|限|物|当|あた|ごと|連続|ぶり|払|蠅|雨){_PART}"),
        month_alone,
    ),
    Form(regex(rf"(?:翌)?{EDGE}{_COUNTED}{_DAY}{_NO_DAY}{_NO_SPAN}{_ONE_DAY}{_NO_TOWN}{_WEEKDAY}"), bare_day),
    Form(
        regex(
            rf"{EDGE}(?:(?P<era>令和|平成|昭和|大正|明治)(?P<era_year>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
            r"|(?P<year>(?:1\d|20|21)\d\d|[一二][〇一八九][〇零一二三四五六七八九]{2}))年"
            r"(?!度|間|代|[^。]{0,2}月期)(?:通年|通期|全体|中|の間)?" + _SEASON
        ),
        year_alone,
    ),
    Form(
        regex(
            rf"{EDGE}(?<![約計])(?<!この)(?<!およそ)(?<!過去)(?<!今後)(?P<year>'?2\d|0\d|1[1-9](?=年の(?:世界|国内|年間|販売|生産|出荷|売上|輸出|輸入|純|営業|経常)|年に?は|年から|年比)|二[〇一二三四五六七八九])年"
            r"(?:(?P<whole>通[年期])|(?=(?:世界|国内|年間|新車|海外)?(?:販売|生産|出荷|納車|輸出|納入|受注|売上高|純利|営業[利損])[^店網会員])|(?=[のはにも、]|から|まで|以降|末|初|度|[春夏秋冬]|実績|\((?:約)?[0-9])(?!に(?:一|\d)度|の(?:人生|生活|歳月|月日|ローン|契約|付き合い|歴史|刑|節目|キャリア|経験|実績|あいだ|間|期間|任期))(?!度))"
            + _SEASON
        ),
        year_alone,
    ),
    Form(
        regex(
            rf"{EDGE}(?<![約計])(?P<year>9\d)年(?=に(?:[はも]|[^、。0-9]{{2,40}}?[たる](?:[。、]|[一-鿿]))(?!わた|及|渡|届|達)|以[来降]|の(?:[^、。0-9はが]{{2,10}})(?:では|で、))"
        ),
        nineties,
    ),
    Form(
        regex(
            rf"{EDGE}(?<![約計])(?P<year>3[0-5])年(?=までに|ごろまで|頃まで|末までに|には[^。]{{2,30}}(?:計画|目標|目指))(?P<part>末)?"
        ),
        decade,
    ),
    Form(
        regex(
            rf"{EDGE}(?<![約計一-鿿ァ-ヺー])(?P<year>3\d|4[05]|50)年(?:ごろ|頃)?(?:に(?![なも及延渡当満達]|わた|かけ|近|短|[一1][度回])(?={_AHEAD})"
            rf"|の(?=(?:{_OPENING})(?:開始)?(?:を|に向け)))"
        ),
        decade,
    ),
    Form(
        regex(
            rf"(?P<word>{either(YEARS)})(?!度|比|来|同期|同月)(?:の?{_MONTH}(?:{_DAY})?(?![期間分号]))?(?:1年間|1年|通年)?{_SEASON}"
        ),
        this_year,
    ),
    Form(regex(r"(?P<word>[今昨来])(?P<season>[春夏秋冬])(?![闘季節目休田葉])"), this_season),
    Form(
        regex(
            r"(?P<word>[今昨来])(?:季|シーズン)(?=[^。]{0,70}?(?:[0-9](?:本塁打|安打|打点|セーブ|ホールド|盗塁|奪三振)|打率|防御率))"
        ),
        of_play,
    ),
    Form(regex(rf"(?P<word>{either(YEARS)})の(?P<season>[春夏秋冬])(?![闘季節目休田葉])"), this_season),
    Form(regex(rf"(?P<word>[同翌])年(?!度|同|比)(?:{_MONTH}(?:{_DAY})?(?!期))?{_PART}"), same_year),
    Form(regex(rf"(?P<word>前)年{_MONTH}(?:{_DAY})?(?!期){_PART}"), same_year),
    Form(
        regex(
            rf"(?P<word>{either(MONTHS)})(?!比|末比|から(?:は?約|およそ|さらに)?(?:[0-9]|横ばい|減|増|上|下)|より)(?:{_DAY})?{_PART}(?!比)"
        ),
        this_month,
    ),
    Form(regex(rf"(?<!年)(?P<word>[同翌])月(?:{_DAY})?(?!比)"), same_month),
    Form(regex(r"(?P<word>同)年度(?!比|末比|[上下]半?期)"), same_fiscal_year),
    Form(regex(r"同(?P<part>上旬|中旬|下旬)"), same_part),
    Form(
        regex(
            rf"(?<![一薬])(?:{either(DAYS)})(?!新聞)|一昨日|(?<![一-鿿かきくけこつとだれてわずむぶ])けさ(?![れせなんる])"
        ),
        today,
    ),
    Form(
        regex(
            r"(?<!前年)(?:同日(?!期間)|当日|翌日(?!物)|翌々日|前日)(?!比|同|の同|の?\d|時点|に比べ|と比べ|より|から)"
        ),
        same_day,
    ),
    Form(
        regex(
            rf"(?:(?P<week>{either(WEEKS)})の?)?(?<!毎週)(?<!祝日と)(?P<weekday>[月火水木金土日])曜(?:日|(?!日))(?!・|と(?:祝|休|[月火水木金土日]曜)|に限|ごと|や[月火水木金土日祝])"
        ),
        weekday,
    ),
    Form(regex(r"(?:来|今|先|前)?週末(?!比|時点比)"), weekend),
    Form(regex(rf"(?:{either(WEEKS)})(?!末|比|\w曜|の\w曜)"), this_week),
    Form(
        regex(
            r"(?<![前昨\d本来])(?:年初来(?!高値|安値|比)|年初(?!来)|年末(?!年始|比|調整|商戦)|年内)|(?<![\d十前先])月末(?!比)"
        ),
        turn_of_year,
    ),
)

_read = reader(_FORMS, "date")


def find(sentence: Sentence, setting: Setting) -> Iterable[Mention]:
    """Dates in the order of the sentence."""
    return _read(sentence, setting.published)


RECOGNISER = Recogniser(
    find,
    "days, months, years, weekdays and words for them",
    takes={
        "2026年1月6日(火)に売り出す。": "2026年1月6日(火) = 2026-01-06",
        "二〇二五年三月末までに閉める。": "二〇二五年三月末 = 2025-03",
        "令和7年4月1日から値上げする。": "令和7年4月1日 = 2025-04-01",
        "2025.12.27 06:14 更新": "2025.12.27 06:14 = 2025-12-27T06:14",
        "26年3月に開く店は、27年の売り上げを支える。": "26年3月 = 2026-03 | 27年 = 2027",
        "2025年末の在庫は2024年初めより多い。": "2025年末 = 2025-12 | 2024年初め = 2024-01",
        "2024年初めて増えた。": "2024年 = 2024",
        "2025年秋に始め、来春に終える。": "2025年秋 = 2025-FA | 来春 = 2027-SP",
        "平成20年の夏に始まった。": "平成20年 = 2008",
        "2011年3月11日に止まり、翌12日に動いた。": "2011年3月11日 = 2011-03-11 | 翌12日 = 2011-03-12",
        "14日の東京市場は続落した。": "14日 = 2026-01-14",
        "12月22日に高値を付け、1月2日に安値を付けた。": "12月22日 = 2025-12-22 | 1月2日 = 2026-01-02",
        "昨年末に比べ、先月は減った。": "昨年末 = 2025-12 | 先月 = 2025-12",
        "月曜日に下げ、昨日は上げた。": "月曜日 = 2026-01-12 | 昨日 = 2026-01-13",
        "前週末の値に戻った。": "前週末 = 2026-01-09",
        "2024年5月2日に配り、同日に売り切れた。": "2024年5月2日 = 2024-05-02 | 同日 = 2024-05-02",
        "2024年5月2日に発表し、翌日に配った。": "2024年5月2日 = 2024-05-02 | 翌日 = 2024-05-03",
    },
    leaves={
        "1日2往復に増やす。": "1日N is a rate",
        "最悪の一日だった。": "one day long",
        "1960年代に始まった。": "a decade",
        "19日間で8千人が来た。": "N日間 is a duration",
        "株価は3日続伸した。": "a run of days",
        "10日ぶりに晴れた。": "～ぶり",
        "前日比で80円安い。": "a basis",
        "工事は19日で終わった。": "N日で is a duration",
        "今回の発表は現在も続く。": "no day is named",
        "創業18年の店を、12年の契約で借りた。": "two digits that count years",
        "18歳で渡米し、10年の歴史を持つ店を継いだ。": "two digits without a publication year nearby",
        "午後5時に2番目の便が出る。": "a time of day",
        "十日町の店と四日市の工場を改装した。": "towns",
    },
)
