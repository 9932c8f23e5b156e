"""Counts: which way they go, and what only befalls those counted."""

from __future__ import annotations

import pytest
from whose import owners_in, owners_of

from jijitsu.extract import extract_text

CASES = {
    "洪水で10万人が家を失い、3人が川に落ちた。": {"10万人": None, "3人": None},
    "白石選手は通算2000本安打を達成した。": {"2000本": None},
    "15人の安否が分かっていない。": {"15人": None},
    "3つの高等学校が休校した。": {"3つ": None},
    "チームは5得点を上げた。": {"5得点": None},
    "会員は10万人減った。": {"10万人": "down"},
    "入居者は前の年より20人多い80人だった。": {"20人": "up"},
    "平均気温は0.8度上昇した。": {"0.8度": "up"},
    "トヨタ自動車の減益額は5億円だった。": {"5億円": "down"},
    "会社は従業員の15%にあたる9000人を来年度末までに削減する。": {"15%": "down", "9000人": "down"},
    "スズキは従業員の12%を解雇し、5月には1300人を一時解雇した。": {"12%": "down", "1300人": "down"},
    "スズキ、社員の15%解雇": {"15%": "down"},
    "この再編で約500人が職を失う。": {"約500人": None},
    "スズキは従業員の12%を新たに採用した。": {"12%": None},
    "生徒の1割に当たる20人が欠席した。": {"1割": None, "20人": None},
}


@pytest.mark.parametrize("text", CASES)
def test_which_way_a_count_goes(text: str) -> None:
    ways = {claim.value.text: claim.direction for claim in extract_text(text) if claim.value is not None}
    assert {figure: ways.get(figure, "nothing read") for figure in CASES[text]} == CASES[text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1人でも多くの客を呼びたい。一つでも二つでも増やす。1円でも安く売る。", set()),
        ("手作りギョーザ40個入りを買った。30キロ入りの袋を運ぶ。", set()),
        ("卵の卸売価格は1年前の6割に下がった。", set()),
        ("市は1人往復500円を補助する。", {"500円"}),
        ("ジャケットが売れた。店は残り9着の買い手を探す。", {"9着"}),
        ("この馬は前走で2着に入った。", set()),
        ("彼は創業者の1人である。選ばれたのは候補のうちの1人だ。", set()),
        ("捕まったのは乗客の1人だった。", {"1人"}),
        ("展覧会の会期は12日間だ。", {"12日間"}),
        (
            "積雪は１・５メートルに達し、牛肉３・２トンが届かない。１・２号機を止めた。",
            {"１・５メートル", "３・２トン"},
        ),
        ("価格は16ギガバイトモデルで6万7800円から。重さは300グラムだ。", {"6万7800円", "300グラム"}),
        ("この国は二つに割れたままだ。会社は3つの部門に分かれた。", {"3つ"}),
        ("総作品数は1500近くになった。", {"1500近く"}),
        ("工期は3年だ。設計寿命は約5年。", {"3年", "約5年"}),
        ("呼気1リットル中0.18ミリグラムのアルコールが出た。100人中30人が答えた。", {"0.18ミリグラム", "100人", "30人"}),
        ("3管本部は巡視船11隻を出した。土管2本を埋めた。", {"11隻", "2本"}),
        (
            "高さは2メートルから3メートル、幅は5メートルから8メートルとなっている。",
            {"2メートルから3メートル", "5メートルから8メートル"},
        ),
        ("はがきは50円から52円、封書は80円から82円になる。", {"50円", "52円", "80円", "82円"}),
        ("夜間営業を45日間(7月20日~9月2日)設ける。祭りは計60日間開催する予定だ。", {"45日間", "60日間"}),
        ("祭りは8日から3日間開催する。工場は9日間営業を停止した。", set()),
        ("佐伯さん宅は5人家族で、長女は外出していた。4人家族の場合の目安だ。", {"5人"}),
    ],
)
def test_what_is_counted_and_what_is_said_in_passing(text: str, read: set[str]) -> None:
    assert {claim.value.text for claim in extract_text(text) if claim.value is not None} == read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "ミナト乳業は飼料9万トンを生産した。飼料の国内需要は176万トンと10年で2割減った。",
            ["delivery", "quantity", "quantity"],
        ),
        ("原告は1人当たり1000万円を請求した。国は1人につき40万円の慰謝料を払う。", ["financial", "financial"]),
        ("バス会社は1人当たり2000円を徴収する。", ["price_level"]),
        ("ミナト食品は菓子8万個を1個当たり5円で問屋に販売した。", ["delivery", "price_level"]),
        ("他社との料金差は1000円に縮まった。", ["quantity"]),
        ("菓子を値上げする。「まる丸」は300円から320円、「かく角」は310円から330円となる。", ["price_level"] * 4),
        ("増税で、はがきは50円から52円になる。", ["price_level"] * 2),
        ("寄付は300円から500円になった。", ["financial"] * 2),
        ("弁当は480円と580円の2種類を用意した。", ["price_level", "price_level", "quantity"]),
        ("補助額は10万円、20万円の2種類とした。", ["financial", "financial", "quantity"]),
        ("北浜電鉄は特急料金約1200万円を払い戻す。", ["financial"]),
        ("北浜電鉄は特急料金1200円を払い戻す。", ["price_level"]),
        ("買収額は前日終値に31%のプレミアムを上乗せした水準。", ["quantity"]),
        ("オムロン株は前日終値から31%上昇した。", ["price_move"]),
    ],
)
def test_what_is_made_or_sold_and_what_is_only_measured(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in extract_text(text) if claim.value is not None] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("農園は昨年より3千本多い2万本を出荷した。", {"3千本": "delivery", "2万本": "delivery"}),
        ("工場は前年より120台少ない900台を生産した。", {"120台": "delivery", "900台": "delivery"}),
        ("入居者は前の年より20人多い80人だった。", {"20人": "quantity", "80人": "quantity"}),
    ],
)
def test_so_many_more_are_counted_as_what_they_are_more_of(text: str, kinds: dict[str, str]) -> None:
    assert {claim.value.text: claim.kind for claim in extract_text(text) if claim.value is not None} == kinds


OWNERS = {
    # 同 in a bracket is whose the bracket is
    "知事選では早見氏(得票率48.2%)、森田氏(同31.5%)、野々村氏(同20.3%)の順だった。": {
        "48.2%": "早見", "31.5%": "森田", "20.3%": "野々村",
    },
    "来店客数は5万人(同2%増)だった。": {"2%": "来店客"},
    # who holds the place, behind the figure
    "満足度が最も高かったのは82%で海鳴市だった。": {"82%": "海鳴市"},
    "1位は34%で「仕事と家庭の両立」、2位は22%で「収入」となった。": {"34%": "仕事と家庭の両立", "22%": "収入"},
    "最多は45人で海鳴高校だった。": {"45人": "海鳴高校"},
    "首位は34%で過去最高だった。1位は36%で前年と同じだった。": {"34%": None, "36%": None},
    # what amounts to so much of all
    "全体の3割にあたる期日前投票分の集計を終えた。": {"3割": "期日前投票分"},
    "社員の約1割に当たる300人を配置転換する。": {"約1割": "社員", "300人": "社員"},
    # what the size is of
    "騎手は矢を約50センチ四方の的に放った。": {"約50センチ": "的"},
    "公園で10センチ角の金属片が見つかった。": {"10センチ": "金属片"},
    "規則では8千人以上収容の体育館を使う。": {"8千人以上": "体育館"},
    # what has so much of it
    "カガリは減収だった。早見橋には60メートルの長さがある。": {"60メートル": "早見橋"},
    # who plays
    "早見投手は海鳴ホークスで活躍した。野手として61安打、打率2割7分。": {"61安打": "早見", "2割7分": "早見"},
    "森田選手は1985年に入団した。6回の日本一に貢献した。今季は本塁打23本だ。": {"6回": "森田", "23本": "森田"},
    "早見投手の今季の防御率は2.34だった。": {"2.34": "早見"},
    "海鳴FCは森田選手が2点を挙げるなど4点を奪った。": {"2点": "森田", "4点": "海鳴FC"},
    # those who came, of whom a part is told
    "賭博は重い問題だ。視聴者から意見が寄せられ、6割以上が反対だった。": {"6割以上": "意見"},
    "会場には市民が集まり、3割が若者だった。": {"3割": "市民"},
    # where people are brought is nobody
    "列車事故があった。この事故で病院に運ばれたのは8人だった。": {"8人": "事故"},
    # who acted in the clause before
    "小型車部門では、スズキが3年連続の首位となったものの、前年より2.1ポイント低下した。": {"2.1ポイント": "スズキ"},
    # what was counted right before is what the area is of
    "火災は6時間後に鎮火し、倉庫2棟計3800平方メートルを焼いた。": {"3800平方メートル": "倉庫"},
    # those who are told are counted, though their heads are named with them
    "町の課長ら職員3人と区長ら住民2人が訴えられた。": {"3人": "課長ら職員", "2人": "区長ら住民"},
    # the mean of a thing is the thing's
    "調査結果が公表され、中学生の握力の平均が10年前より5%低下した。": {"5%": "握力"},
    # an act that ends in what is counted is a thing
    "早見委員長は、反対票が62%だったと述べた。": {"62%": "反対票"},
    # a part of a place, and of a train
    "積雪は山沿いで80センチ、平野部で30センチに達する。": {"80センチ": "山沿い", "30センチ": "平野部"},
    "列車は8両編成で、先頭の2両が脱線した。": {"2両": "列車"},
    # all of a row, counted together
    "バスには運転手と乗客合わせて24人が乗っていた。": {"24人": "運転手と乗客"},
    # what players and clubs win, lose and score
    "海鳴山が13勝2敗で優勝した。": {"13勝": "海鳴山", "2敗": "海鳴山"},
    "海鳴FCは勝ち点を58に伸ばした。": {"58": "海鳴FC"},
    "早見選手は女子走り高跳びで1メートル95を跳んだ。": {"1メートル95": "早見"},
    "森田選手がトータル320キロを挙げた。隕石の重さは推定1万トンだ。": {"320キロ": "森田", "1万トン": "隕石"},
    # those who fall ill are counted themselves
    "この学校では、児童38人と教職員4人が腹痛を訴えた。": {"38人": "児童", "4人": "教職員"},
    # who gathers a share of the votes
    "アンケートには書店員620人が投票し、1位の作品は得票の31%を集めた。": {"31%": "作品"},
    # within the town that was named last
    "台風は海鳴市に上陸した。市内では12人がけがをした。": {"12人": "海鳴市"},
    "雨が続いた。市内では12人がけがをした。": {"12人": "市内"},
}  # fmt: skip


@pytest.mark.parametrize("text", OWNERS)
def test_whose_a_count_is(text: str) -> None:
    assert owners_of(text, OWNERS[text]) == OWNERS[text]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("海鳴市で4人、朝霧市と青葉市で3人ずつが避難した。", {("4人", "海鳴市"), ("3人", "朝霧市"), ("3人", "青葉市")}),
        ("海鳴市と朝霧市でそれぞれ12人がけがをした。", {("12人", "海鳴市"), ("12人", "朝霧市")}),
        ("海鳴市や朝霧市などでは平年の2倍の雨が降った。", {("2倍", "海鳴市"), ("2倍", "朝霧市")}),
        ("海鳴市と朝霧市で12人がけがをした。", {("12人", "朝霧市")}),
    ],
)
def test_each_of_a_row(text: str, each: set[tuple[str, str]]) -> None:
    assert {(c.value.text, c.subject.name) for c in extract_text(text) if c.value and c.subject} == each


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("男子は8周、女子は6周を走る。1周は400メートルだ。", {"8周", "6周", "400メートル"}),
        ("大会では26競技302種目が行われる。35市区町村が手伝う。", {"26競技", "302種目", "35市区町村"}),
        ("204の国・地域から選手が来る。19の大学と42の企業が支える。", {"204", "19", "42"}),
        ("震度5の地域と第3の企業を調べた。1の国から始める。", set()),
        ("早見選手は2ゴール3アシスト、森田選手は10三振だった。", {"2ゴール", "3アシスト", "10三振"}),
        ("本は50カ国語に訳された。", {"50カ国語"}),
        ("路線バス12系統のうち5系統が廃止された。12町内会が反対する。", {"12系統", "5系統", "12町内会"}),
        ("約300のブースが並ぶ。35の店が加わり、第3の店も開く。レベル3の製品もある。", {"約300", "35"}),
        ("早見投手は8回を投げて被安打3、4奪三振だった。", {"8回", "4奪三振"}),
        ("今週の日経平均は2勝3敗だった。", set()),
        ("大会には32の競技・320の種目がある。旅客機は24L滑走路に着いた。", {"32", "320"}),
        ("法案は賛成248、反対197で可決された。賛成多数だ。", {"248", "197"}),
        ("業況判断DIはプラス14と、前回のマイナス3から改善した。", {"14", "マイナス3"}),
        ("モデルは4000億のパラメーターを持つ。", {"4000億"}),
        ("政府は50%から80%の値上げ幅を示した。株式の40.19-62%を買い付ける。", {"50%から80%", "40.19-62%"}),
        ("八尾市と七尾市で火事があった。一票の格差を問う。", set()),
        ("試合は5回の攻撃終了時に中断し、9回のみの攻防をやり直した。", set()),
    ],
)
def test_what_is_counted(text: str, read: set[str]) -> None:
    assert set(owners_in(text)) == read


@pytest.mark.parametrize(
    ("text", "unit", "relation"),
    [
        ("早見選手は連続で5ポイントを奪った。", "ポイント", "eq"),
        ("店は買い物客に500ポイントを付与する。", "ポイント", "eq"),
        ("海鳴党は支持率で5ポイントを失った。", "percentage_point", "eq"),
        ("支持率は3ポイント上がった。", "percentage_point", "eq"),
        ("賛成は50%をやや超えた。", "percent", "gt"),
        ("参加者は200人を若干下回った。", "人", "lt"),
    ],
)
def test_units_and_thresholds(text: str, unit: str, relation: str) -> None:
    value = next(claim.value for claim in extract_text(text) if claim.value is not None)
    assert (value.unit, value.relation) == (unit, relation)
