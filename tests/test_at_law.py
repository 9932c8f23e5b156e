"""Whose money is that is asked for at law, ordered, stolen, given or told of."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES: dict[str, tuple[str, dict[str, str | None]]] = {
    "who sues, not the thing that a clause between speaks of": (
        "妻らが、ドアを設計した海原製作(東京都港区)に約5400万円の損害賠償を求めた訴訟の判決が18日、札幌地裁であった。",
        {"約5400万円": "妻ら"},
    ),
    "nor whoever is asked": (
        "患者の遺族が、手術を担当した医師と病院を運営する医療法人北浜会に対し、約7300万円の賠償を求める訴えを神戸地裁に起こした。",
        {"約7300万円": "遺族"},
    ),
    "a firm that sues, with a reason between": (
        "海原電機は、特許を侵害されたとして浜工業に3億円の損害賠償を求める訴訟を大阪地裁に起こした。",
        {"3億円": "海原電機"},
    ),
    "so many, whom a bare sentence goes on about": (
        "住民120人が県を訴えていた。1人5万円の慰謝料などを求めていた。",
        {"5万円": "住民"},
    ),
    "who sued in the sentence before": (
        "遺族は昨年3月、国を相手に訴訟を起こした。1人あたり500万円の慰謝料を求めていた。",
        {"500万円": "遺族"},
    ),
    "what a court orders is of whom the suit was against": (
        "男性が、週刊誌を発行する海原出版に1100万円の損害賠償などを求めた訴訟で、東京地裁は110万円の支払いを命じた。",
        {"1100万円": "男性", "110万円": "海原出版"},
    ),
    "who is asked where the verb says so": (
        "海原商事は下請け業者から約1200万円の返還を求められている。",
        {"約1200万円": "海原商事"},
    ),
    "a giver, where nobody is told who gets it": (
        "有力な情報には、有志の「解決を願う会」から200万円が支払われる。",
        {"200万円": "解決を願う会"},
    ),
    "who gets it, and not the money itself": (
        "選手には連盟から報奨金300万円が支払われる。会社からは社員に50万円が支給された。",
        {"300万円": "選手", "50万円": "社員"},
    ),
    "a purse gives nothing": ("海原市の口座から300万円が引き出されていた。", {"300万円": None}),
    "the town that seeks a buyer": (
        "朝日新聞によると、前橋市では10月から、年間200万円で公園の命名権を募集している。",
        {"200万円": "前橋市"},
    ),
    "a part of the cost that was told": (
        "新駅の建設費用は約180億円。費用のほぼ9割にあたる約160億円は地元の負担となる。",
        {"約160億円": "新駅"},
    ),
    "a body of a land, and not the land": (
        "韓国の市民団体は500万ウォンを寄付した。中国の投資会社が120億円で同ホテルを買収する。",
        {"500万ウォン": "市民団体", "120億円": "投資会社"},
    ),
    "of what it is told, not of who tells it": (
        "会長は理事会で、協会の赤字が1億2000万円に達したことを報告した。佐野市長は会見で、新庁舎の建設費が80億円になると述べた。",
        {"1億2000万円": "協会", "80億円": "新庁舎"},
    ),
    "a firm's own line is its chief's to tell": (
        "海原電機の佐野健一社長は、医療事業の売上高が30億円になると述べた。",
        {"30億円": "海原電機"},
    ),
    "whose the money right in front of its figure is": (
        "議員の政務調査費約340万円が不正に支出されていた。会員の積立金約3000万円がなくなっていた。",
        {"約340万円": "議員", "約3000万円": "会員"},
    ),
    "who signs for so much a year, and not the club": (
        "海原球団は佐野投手と年俸8000万円の1年契約を結んだ。海原FCは早見選手を移籍金3億円で獲得した。",
        {"8000万円": "佐野", "3億円": "海原FC"},
    ),
    "the first prize, with those beside it": ("宝くじの1等当選金は前後賞合わせて3億円。", {"3億円": "1等"}),
    "what the money is needed for": (
        "市長は、清掃に10万ドルかかったと語った。体育館の改修には12億円かかる見込みだ。手術には300万円が必要で、両親は募金を始めた。",
        {"10万ドル": "清掃", "12億円": "体育館", "300万円": "手術"},
    ),
    "but a firm's is its own, and no time needs money": (
        "2010年に3億円が必要になる。海原電機は新工場の建設に50億円かかるとみている。",
        {"50億円": "海原電機", "3億円": None},
    ),
    "a charge is no suit": (
        "海原工業の虚偽記載に約16億円の課徴金を勧告した。",
        {"約16億円": "海原工業"},
    ),
    "whom a court sentences for it": (
        "札幌地裁は12日、組合の預金約8千万円を横領したとして業務上横領の罪に問われた元職員の早見健被告(55)に懲役4年を言い渡した。",
        {"約8千万円": "早見健"},
    ),
    "who is prosecuted for tax": (
        "大阪地検は11日、法人税約1億2千万円を脱税したとして、法人税法違反の罪で海原建設の早見勝社長(61)を在宅起訴した。",
        {"約1億2千万円": "早見勝"},
    ),
    "goods that are seized, by what they would fetch": (
        "税関は、覚醒剤約12キロ(末端価格約7億円)を押収した。",
        {"約12キロ": "覚醒剤", "約7億円": "覚醒剤"},
    ),
    "who was cheated, not of whom a clause tells": (
        "警察は、20代の男性会社員がSNSで知り合った女を名乗る人物から投資を持ちかけられ、約4300万円をだまし取られたと発表した。",
        {"約4300万円": "男性会社員"},
    ),
    "nor of who cheated": (
        "県内の70代の女性が、警察官をかたる男からの電話を信じ、現金1200万円をだまし取られた。",
        {"1200万円": "女性"},
    ),
    "nor of what was held in a hand": (
        "コンビニ店で男が店員に包丁を突きつけ、現金7万円を奪って逃げた。",
        {"7万円": "男"},
    ),
    "a firm on trial that nobody knows": (
        "談合事件で、独占禁止法違反の罪に問われた広告大手の朝通の控訴審判決が14日、東京高裁であり、罰金3億円とした一審判決を支持した。",
        {"3億円": "朝通"},
    ),
    "before 相当 too": (
        "県警は、大麻約3キロ(末端価格1800万円相当)を密輸したとして、男2人を逮捕した。",
        {"1800万円": "大麻", "2人": "男"},
    ),
}


@pytest.mark.parametrize(("text", "owners"), CASES.values(), ids=CASES)
def test_whose_it_is(text: str, owners: dict[str, str | None]) -> None:
    """Subjects of the figures."""
    assert owners_of(text, owners) == owners


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("店からバッグや財布など12点(50万円相当)が盗まれた。", "50万円", ("loss", "バッグや財布")),
        ("倉庫からたばこ332カートン(約91万円相当)が盗まれた。", "約91万円", ("loss", "たばこ")),
        ("社員は会社の金3000万円を着服していた。", "3000万円", ("loss", "社員")),
        ("男は店のレジから現金12万円をつかんで逃走した。", "12万円", ("loss", "男")),
        ("男は盗んだ金のうち5万円を返した。", "5万円", ("other", "男")),
        ("海原電機は市場シェアを奪われ、人件費は3億円だった。", "3億円", ("cost", "海原電機")),
    ],
)
def test_what_is_stolen_is_a_loss(text: str, figure: str, wanted: tuple[str, str]) -> None:
    """Of the things, by what they are worth, or told of who took it; what he gave back is none."""
    found = {c.evidence.text: (c.measure, c.subject.name if c.subject else None) for c in extract_text(text)}
    assert found[figure] == wanted
