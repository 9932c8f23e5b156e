"""What somebody says that they will do: 8億円をかけて照明を取り替えるとしている, 残る7製品も販売を取りやめると発表した.

Japanese has no future: a clause of a deed in its plain form tells of one to come, a clause of a state (空き家が830戸ある) or of a
habit (毎日4万個を作る) of what is.
"""

from __future__ import annotations

from jijitsu.extract.regex import regex

_STATES = (
    "存在|相当|該当|関係|影響|依存|位置|由来|共通|類似|不足|意味|生息|居住|在籍|勤務|所属|加盟|利用|使用|消費|生産|発生|死亡|通用|匹敵|分布|流入|流出|継続|一致"
    "|矛盾|違反|抵触|対応|比例|機能|成立|寄与|貢献|関与|従事|適合|対立|共存|存続|滞在|推移|生活|通勤|通学|感染|発症|確認|想像|推測|承知|理解|要求|要請|主張|期待|希望|懸念|評価|歓迎"
)
_DEED = regex(
    rf"(?:(?<!と)(?!(?:{_STATES})する)[一-鿿]{{2}}する|[をも]する|[ァ-ヺー]する"
    r"|行なう|行う|開く|やめる|替える|換える|充てる|設ける|置く|出す|招く|集める|加える|改める|進める|始める|移す|渡す|売る|買う|続ける|見送る|立てる|植える|造る|作る"
    r"|引き取る|受け入れる|見直す|戻す|下げる|上げる|絞る|貸す|借りる|組む|結ぶ|打ち切る|振り向ける|割り当てる|延ばす|早める|付ける|外す|閉じる|閉める|送り込む|届ける|取り入れる|乗り出す"
    r"|踏み切る|講じる|募る|雇う|雇い入れる|埋める|育てる|調べる|尋ねる|聞く|整える|繰り[上下]げる|(?:ストライキ|スト|準備|工事|作業|交渉|調査|運用|手続き)に入る|(?:連絡|措置|対応|態勢|体制|対策)を[取と]る|(?:して|[いしけめせべげえれ]て|んで|って)いく|てもらう)$"
)
# what is done again and again, and what is so already
_HABIT = regex(
    r"毎[年日月週朝晩回]|年間|[1一]?年に|[1一][日人週月]|日に|常に|普段|ふだん|通常|現在|すでに|既に|平均|例年|これまで"
)
# 去年5人が死亡した交差点に信号機を置く, 空き家が830戸あるため、条例を作る: the figure is of what led to it
_LED_TO_IT = regex(
    r"[しっいちりきえけげせてねべめれじ]た(?:[一-鿿ァ-ヺA-Z「]|が、|こと|ため)|[たるいだ]が、|ため、?|ことから|ので|ており|ていて|として、|[あい]る[一-鿿ァ-ヺ]|[をも]占める|に上る[一-鿿ァ-ヺ]|(?<!と)なる[一-鿿ァ-ヺ]"
)
# …3割下がると説明した: a clause that ends in a verb of change, not in た or ている, lies ahead.
_AHEAD = regex(
    r"(?:(?:す|な|下が|上が|減|縮|増え|伸び|超え|達す|落ち着く|広が|高め|引き上げ|引き下げ|始ま|膨ら|落ち込|割り込|戻|募|採|建て|増や|減ら|倍増す|半減す|節約す|削減す|買収す|出資す|実施す|投じ|投資す|開始す|発売す|"
    r"売り出|見込|試|支給す|給付す|補助す|助成す|寄付す|寄贈す|拠出す|提供す|供与す|派遣す|増派す|配布す|配備す|廃止す|閉鎖す|撤退す|返済す|返金す|返還す|補償す|賠償す|処分す|接種す|贈|送|配|払い戻|取り壊)"
    r"(?:る|む|す)|(?<![取言使])払う|だろう|でしょう)$"
)
_STATE = regex(rf"(?:{_STATES})する$")
_EVERY = regex(r"毎[日月週朝晩回]")
# 亡くなった5人の遺族に見舞金を渡す
_BEFALLEN = regex(r"[しっいちりきえけげせてねべめれじ]た(?:約|計)?$")


def undertaken(said: str, start: int, end: int) -> bool:
    """True for a figure from `start` to `end` of what the clause `said` says will be done, or will come."""
    if _LED_TO_IT.search(said, end) or _BEFALLEN.search(said, 0, start) or _EVERY.search(said) or _STATE.search(said):
        return False
    return _AHEAD.search(said) is not None or (_DEED.search(said) is not None and not _HABIT.search(said))
