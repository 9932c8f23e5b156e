"""A price, index or rate stood at a level.

With its mark (close, high, target ...) where the sentence says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure of the story that is one."""
    for figure in linked.figures:
        if figure.family == "price" and not figure.change:
            yield draft_of(figure, KIND.name, mark=figure.mark)


KIND = Kind(
    "price_level",
    read,
    "A price, index or rate stood at a level.",
    takes={
        "みやこ信金は普通預金の金利を8月から最大0.2%引き上げて0.25%とする。": "普通預金の金利: 0.25% yield",
        "トヨタ自動車の株価の終値は1200円だった。": "トヨタ自動車: 1200円 close",
        "ソニーグループ株は2%高の3000円、任天堂株は1%安の1万円で取引を終えた。": "ソニーグループ: 3000円 close | 任天堂: 1万円 close",
        "野村証券はソニーグループ株の目標株価を4000円に引き上げた。大和証券は4200円とした。": "ソニーグループ: 4000円 target | ソニーグループ: 4200円 target",
        "スーパーでは「みなと麦」が6本で607円だ。別の店では980円(税込み)で売る。": "みなと麦: 607円 | みなと麦: 980円",
        "この個室は9時間あたり1000円だ。": "個室: 1000円",
        "トヨタ自動車は自社株買いを発表したことが支えとなり、一時4.2%高の1512円まで上伸した。": "トヨタ自動車: 1512円 intraday",
        "日本郵便は62円だったはがきを85円に値上げした。": "はがき: 62円 | はがき: 85円",
        "動画配信の広告付きプランは月890円だ。": "広告付きプラン: 890円",
        "東証グロース市場250指数は続落した。前日比6.12ポイント安の748.20だった。": "東証グロース市場250指数: 748.20",
        "日経平均株価の終値は、3日続けて値を下げ、前の日より120円安い3万8000円だった。": "日経平均株価: 3万8000円 close",
        "金は3円高の2501円で寄り付いた後、大引けにかけて伸び悩んだ。": "金: 2501円 open",
        "シカゴ市場のコーンは続落し、3月限は前日比2セント安の410セントで終了した。": "トウモロコシ: 410セント close",
        "東京市場の金はドル安などの支援材料により、12月限は5円高の2600円で終えた。": "金: 2600円 close",
        "テザーは1USDT=0.97ドルまで急落した。": "テザー: 0.97ドル intraday",
        "現在のイーサリアム価格は130ドル付近だ。": "イーサリアム: 130ドル付近",
        "ドル円は反発した。17時時点では134.60円と15時時点(134.40円)と比べて20銭程度のドル高水準だった。": "円: 134.60円 | 円: 134.40円",
        "為替は109円台半ばで推移した。": "円: 109円台半ば",
        "任天堂株の高値は9時50分の8100円、安値は14時12分の7900円だった。": "任天堂: 8100円 high | 任天堂: 7900円 low",
        "ソニーグループは初値比9%高の2000円まで買われた。": "ソニーグループ: 2000円 intraday",
        "漁協の入札会で、昆布の取扱量は40トンだった。平均単価は1キロ820円。前年から60円上がった。": "昆布: 820円",
    },
    leaves={
        "トヨタ自動車の株価は80円下落した。": "a move",
        "ダウ平均は最高値まで120ドルに迫っている。": "how far it still is",
        "ビットコインは5%安だった。24日は12億ドル相当の建玉が清算された。": "no coin costs that",
        "トップ10入れ替えで、大和証券は4200億円を投じた。": "no price",
    },
)
