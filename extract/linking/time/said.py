"""When something was said: the day of an utterance, where its own sentence names it outside the words."""

from __future__ import annotations

from datetime import date

from jijitsu.extract.linking.time.apart import of_what_follows
from jijitsu.extract.linking.time.clocks import is_hour
from jijitsu.extract.linking.time.fitting import near
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.times import RELATIVE, Times
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

_SAID = regex(
    r"^\s?(?:の?(?:取引終了後|取引時間終了後|大引け後|引け後)|に|、|の|付|夜|早?朝|夕|昼|正午|午前|午後|深夜|未明|(?:現地|日本|米国|米東部|欧州)時間|\(|発表|公表|コメント|(?:記者|定例)?会見|この|(?:に)?(?:行われ|開かれ|行っ|開い)た[^、。]{0,12}(?:会見|会合|説明会|総会|取材))"
)
_ANOTHER = regex(
    r"といい、|(?:た|る|だ)(?:が|ため|ほか|一方|ので|もので|ばかりで|ことから)、|[てで]おり、[^、。]{1,14}によ(?:ると|れば)|。"
)
# 2008年3月に、「…」; 去年11月には知人に「…」; 10月に首相が; not 10月に就任した首相は
_AT_MONTH = regex(
    r"(?:ごろ|頃)?(?:に(?:は|も)?、?|、)(?![^、。「」]{0,24}[たるい][一-鿿ァ-ヶA-Z])(?:[「『]|[^、。「」0-9]{1,24}(?:[がは]、?[「『]?|[にで]、?[「『]))"
)
# 9月に就任したばかりのベラCEOは「…」と述べた: when something befell who speaks
_DESCRIBES = regex(
    r"(?:付け?)?に、?[^、。「」はがも0-9]{0,24}?(?:就任|就い|着任|加わ|加入|入社|入団|退任|退い|退社|辞任|引退|創業|設立|当選|就職|誕生|生まれ|亡くな|死去|結婚|卒業|来日|復帰|復職|昇格|移籍|買収さ|逮捕さ|起訴さ|解雇さ)"
    r"[^、。「」はがも0-9]{0,8}?(?:た|したばかりの|る|予定の)(?=[^ぁ-ゖ、。])[^。「」]{0,40}[はがも]"
)
# 11日夕方まで揺れは観測されず、気象庁は「…」と説明した: so long it was, and not then it was said
_TILL = regex(
    r"(?:早朝|朝|昼|夕方?|夜|深夜|未明|正午|(?:午前|午後)?(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?)?)(?:ごろ|頃|過ぎ)?まで"
)
_RIGHT_BEHIND = regex(r"[」』｣]?と、?")


def when_said(known: Times, sentence: int, start: int, end: int) -> Time | None:
    """The day on which an utterance was made, where its own sentence names it outside the utterance."""
    shown = known.story.scenes[sentence].sentence
    best: Pin | None = None
    published = known.story.setting.published
    for pin in near(known.pins[sentence], start) + near(known.pins[sentence], end)[-2:]:
        behind = shown.folded[pin.end - shown.start :]
        if (
            is_hour(pin)
            or pin.text.endswith(("末", "年内"))
            or start <= pin.start < end
            or pin.start >= end + 15
            or pin.text == "現在"
        ):
            continue
        if published is not None and (pin.days[0] - published).days > 1:
            continue  # 弁護側は30日に異議を申し立てるとしている: what is to come was not said then
        opens = (
            pin.grain == "month"
            and pin.start == shown.start
            and not _to_come(pin, published)
            and behind.startswith("に、")
        )
        occasion = pin.end <= start and _is_occasion(shown.folded, pin, shown.start, published)
        occasion = occasion or (not _to_come(pin, published) and _in_month(shown.folded, pin, shown.start, start))
        if pin.grain != "day" and not opens and not occasion and not (pin.end + 2 == start and behind.startswith("に")):
            continue
        if not occasion and (not _SAID.match(behind) or RELATIVE.match(behind) or _TILL.match(behind)):
            continue
        if (
            pin.start >= end
            and best
            and not _RIGHT_BEHIND.fullmatch(shown.folded, end - shown.start, pin.start - shown.start)
        ):
            continue  # 17日、「…」と語り、6日の選挙で; not 3月28日に起きた…について「…」と4月21日付で公表した
        if pin.end <= start and of_what_follows(pin, shown.folded, shown.start):
            continue  # 6月24日の議長選の前に「…」と持ち掛けた
        if pin.end <= start and _DESCRIBES.match(shown.folded, pin.end - shown.start, start - shown.start):
            continue
        if pin.end <= start and _ANOTHER.search(shown.folded[pin.end - shown.start : start - shown.start]):
            continue
        if best and best.start == shown.start and _AT_COURT.match(shown.folded, best.end - shown.start):
            break  # 昨年11月の判決では、2022年4月3日に押し入ったとして、「責任は重い」と述べた
        if shown.folded.startswith(("」など", "など"), end - shown.start) and pin.grain == "day":
            continue
        best = pin
    return best.time() if best else None


_AT_COURT = regex(r"の[^、。はが0-9]{0,10}(?:判決|公判|裁判|会見|総会|委員会|会議|国会|審議|答弁|演説|講演)では、")


def _is_occasion(folded: str, pin: Pin, base: int, published: date | None) -> bool:
    """岬社長は先月、値上げはしないと話した; 今月の説明会で; 5月に発表した論文で: when somebody spoke, and not of what."""
    if published is not None and pin.days[0] > published:
        return False
    if pin.text.endswith(("期", "年度")) and folded.startswith("、", pin.end - base):
        return False  # 製パン会社は今期、24%の増収になる見通しで、「…」と語った
    ahead = folded[max(0, pin.start - base - 1) : pin.start - base]
    if pin.grain in ("month", "span") and ahead in {"は", "も"} and folded.startswith("、", pin.end - base):
        return True  # 親会社は先月中旬、7~9月期の売上高が…と発表した
    return ahead in {"", "は", "も", "、"} and _OCCASION.match(folded, pin.end - base) is not None


def _in_month(folded: str, pin: Pin, base: int, start: int) -> bool:
    """True for the month that a quote stands right behind: 2008年3月に、「…」; 10月に首相が…."""
    if pin.grain not in ("month", "span") or pin.end > start:
        return False
    return _AT_MONTH.fullmatch(folded, pin.end - base, start - base) is not None


_OCCASION = regex(
    r"、(?![0-9第])|の[^、。はが]{0,12}(?:会見|会合|説明会|講演|インタビュー|取材|声明|報告書|リ?ポート|レポート|論文|ブログ|委員会|総会|議会|演説|番組|判決|公判)で"
    r"|に?(?:発表|公表|公開|まとめ|開|行)[^、。はが]{0,6}た[^、。はが]{1,12}で"
)


def _to_come(pin: Pin, published: date | None) -> bool:
    return published is not None and pin.days[1] > published
