"""人員を3割減らす, 店舗は1割減った: what there is so much more or less of is what the figure measures, not what was measured before.

Leaves what a measure's word says (費用を2割減らす), a name (北米を2割減らす), and what goes on with the line (見通しを2割引き上げた).
"""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_OBJECT = regex(r"を(?:約|およそ|さらに|最大で?|合計で|平均で?|今後|一律)?$")
_DONE = regex(
    r"(?:ほど|程度|近く|以上|超|余り|弱|強)?に?(?:減(?:ら|ず|じ)|増や|抑え|抑制|削減|削っ|短縮|圧縮|縮小|縮め|カット|拡充|増強|節約|節減|高速|軽く|軽量)"
)
# 店舗は1割減った, 問い合わせは前年の5倍に増えた
_COUNTED = regex(
    r"(?P<what>[一-鿿ァ-ヺー]{0,6}(?:店舗|人員|社員|従業員|職員|会員|加入者|契約者|利用者|来店客|来場者|顧客数|便数|本数|拠点|不良品|廃棄物|問い合わせ|苦情|相談|応募|申し込み|予約(?!販売)|残業|事故))(?:は|が|も)"
    r"(?:[^、。はがも0-9]{0,8}(?:比(?:べて?)?(?:で)?|の)、?)?(?:約|およそ|ほぼ)?$"
)
# 見通しを2割減らす, 北米向けを2割減らす: the line that was told of goes on
_GOES_ON = regex(
    r"予想|見通し|計画|目標|想定|水準|額|金|費|代|ペース|規模|収益|業績|利回り|値|価格|比率|構成|枠|全体|分$|うち|向け$|[一-鿿]業$|事業|部門|分野|地域|配当|給与|賃金|報酬|損|益|赤字|黒字|負債|債務|資産|融資|投資|予算|税|生産|販売|出荷|輸出|輸入|供給|受注"
)


def by_own_object(reading: Reading, value: Value) -> Measure | None:
    """The quantity of the noun before を, or of what is counted before は, that a percentage or a multiple says grew or shrank."""
    if value.mention.type not in {"percent", "multiple"}:
        return None
    counted = _COUNTED.search(reading.folded, max(0, value.start - 30), value.start)
    if counted is not None and not any(c.end == counted.end("what") for c in reading.names):
        return Measure("quantity", counted["what"])
    if not _DONE.match(reading.folded, value.tail):
        return None
    ahead = _OBJECT.search(reading.folded, max(0, value.start - 8), value.start)
    if ahead is None or any(c.end == ahead.start() for c in reading.names):
        return None
    if any(m.start < ahead.start() <= m.end for m in reading.measures):
        return None
    what = next((p for p in phrases(reading.scene.sentence.text) if p.end == ahead.start()), None)
    return None if what is None or _GOES_ON.search(what.text) else Measure("quantity", what.text)
