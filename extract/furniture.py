"""Page furniture told from text: navigation, share counters, tickers, image markup, links, bylines.

Furniture stays in the line (its numbers are still mentions), but no claim is read from it.
"""

from __future__ import annotations

import re

from jijitsu.extract.regex import regex
from jijitsu.schemas.sentence import Role

_FURNITURE = regex(
    r"""^\s*(?:
      !\[.*                                             # ![](https://…): an image
    | (?:https?://|www\.)\S+.*                          # a line that is a link
    | \W{0,3}(?:シェア|ポスト|リポスト|ツイート|いいね|はてブ|ブックマーク|コメント|トラックバック|報酬|共有|保存|ピン)[\s!！]*
        [\d\s,()/・]*(?:(?:シェア|ポスト|いいね|はてブ|保存|ブックマーク|コメント)[\s!！\d,()/]*)*$   # share counters: コメント 0/400
    | \d+\s*/\s*\d+                                     # 0/400
    | [A-Z]{2,8}\s?[+-]?\d+(?:\.\d+)?%                   # a ticker stuck to its figure: XAI3.52%
    | (?:この記事をシェア|記事をシェア|関連記事|あわせて読みたい|人気記事|アクセスランキング|おすすめ記事|【人気記事】|〈PR〉|<PR>|PR:).*
    | (?:©|\(c\)|Copyright|All\ Rights).*
    | (?:Source|出典|出所|From|引用|参照元)\s*[::].{0,60}
    | \(?(?:文|取材|構成|聞き手|翻訳|写真|画像|撮影)\s*[=::・/].{0,40}$   # (文=BUSINESS JOURNAL編集部)
    | (?:写真|画像|図\d*|表\d+)\s*[::].*
    | (?![^<]{0,40}<(?:[0-9A-Z.:]{2,10}             # a > b > c: a trail of links; カガリ<472A>, <米国株>, <香港> ハンセン指数 16100.50 are none
        |[^<>]{0,12}(?:株|動向|市況|決算|速報|為替|債券|訂正|焦点|材料|相場|個別|企業)[^<>]{0,12})>
        |<[^<>]{1,12}>[^<>]{0,40}[0-9])
      [^。]{0,40}(?:>|＞|›|»|｜|\|)[^。]{0,60}$
    | .{0,40}Cookie.{0,60}
    | [^。]{0,24}(?:有料会員|会員|有料)限定(?:の?(?:記事|コンテンツ)|です).*   # この記事は有料会員限定です。残り1,234文字
    | .{0,40}残り\s?[\d,]+\s?(?:文字|字)\W{0,4}
    | (?:月額|年額)[\d,]+円.{0,20}(?:読み放題|お読みいただけます|購読).*
    | 1等[-‐―–ー−:： ]?[^。]{1,60}組[^。]{0,12}[0-9]{5,6}番?.*   # 1等 2億円 83組 136917番 …: the numbers drawn
    | (?:(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\([月火水木金土日]\):[^。]{4,80}?){2,}.*   # earlier headlines, each behind its day
    | (?:原文表示|コメントなし|もっと見る|続きを読む|会員登録|ログイン|目次)\s*
    )\s*$""",
    re.X,
)
# 岬鉱業が3割減益、通期も下方修正｜市況: the title of a page, and the column or the paper behind it
_TITLED = regex(r"^(?=[^｜|]{0,80}[、「0-9])[^｜|>＞›»]{10,80}[｜|][^｜|>＞›»。0-9]{1,24}$")
# The list of sources under an article: 朝日新聞『…』。 and 朝日新聞社、2011年4月22日。
SOURCE_TITLE = regex(r"^[^。「」]{0,40}(?:『[^』]{4,}』|[“\"][^”\"]{4,}[”\"])。?$")
SOURCE_DATE = regex(r"^[^。「」]{1,40}、(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
_SOURCE = regex(
    r"^[^。「」]{0,40}『[^』]{4,}』。?$|^[^。「」、]{1,24}、(?:19|"
    r"20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日。?$|"
    # 駅が開業トンネルで火災6人けが海鳴新聞『特急が運休』。: earlier headlines run together, and the source behind them
    r"^(?![^『]*(?:によ[るれ]|は、|\d票))[^。「」]{41,400}『[^』]{4,}』。$|^(?:外部リンク|関連ニュース|出典|情報源|関連記事)[^。]*$"
)
_FOREIGN = regex(r"^[\x20-\x7e’‘“”–—…é]{12,}$")
_TICKER_LINE = regex(r"(?:[A-Z]{3}/?[A-Z]{3}|[A-Z]{2,6}\d{0,3}|日経平均)\s?[\d,]+(?:\.\d+)?")
_BULLET = regex(r"^\s*(?:[・•●○■◆▼▽★☆※*\-]|\d{1,2}[.)]\s)")
_DATELINE = regex(
    r"^\s*[(\[]?(?:(?:\d{4}|令和\d+)\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?\s*[)\]]?\s*(?:\([月火水木金土日]\))?"
    r"\s*(?:\d{1,2}[::時]\d{2}分?)?\s*){1,2}\S{0,8}\s*$"
)


def role_of(block: str, *, first: bool, last: bool) -> Role:
    """Return the role of a block of lines (widths folded). `first`, `last`: it opens or closes the article."""
    # Runs of white space as one: a line of 100,000 spaces would be split among the patterns' gaps in every way.
    line = "\n".join(" ".join(part.split()) for part in block.strip().splitlines())
    if _FOREIGN.match(line) and " " in line.strip():
        return "furniture"  # a line without a Japanese letter: the title of a source
    titled = first and _TITLED.match(line) is not None
    if (
        (_FURNITURE.match(line) and not titled)
        or _SOURCE.match(line)
        or _DATELINE.match(line)
        or (len(_TICKER_LINE.findall(line)) >= 2 and "。" not in line)
    ):
        return "furniture"
    if _BULLET.match(line):
        return "bullet"
    if not line.endswith(("。", "」", "」)", "』", "!", "?", ")")) and "。" not in line and len(line) <= 90:
        return "headline"
    return "body"
