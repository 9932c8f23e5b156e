"""Counts of what is held and who comes, of races and scores, and what only names a race or a throw."""

from __future__ import annotations

import pytest
from whose import owners_in, owners_of

from jijitsu.extract import extract_text

OWNERS = {
    # who came to what was held
    "衝突で40人が負傷した。夜には大統領の辞任を求める集会が開かれ、3万人が参加した。": {"40人": "衝突", "3万人": "集会"},
    "事故で5人が死亡した。10日には追悼式が営まれ、約300人が参列した。": {"5人": "事故", "約300人": "追悼式"},
    "会場では展示会が始まり、初日は6000人が来場した。": {"6000人": "展示会"},
    "知事の辞職を求める集会が開かれ、主催者発表で8万人が参加した。": {"8万人": "集会"},
    "市内では抗議行進が行われ、2000人が加わった。": {"2000人": "抗議行進"},
    "前日の衝突で12人が死亡し、葬儀には4000人が参列した。": {"12人": "衝突", "4000人": "葬儀"},
    "エア・ウォーターなど各社が関心を示し、入札には3社が参加した。": {"3社": "入札"},
    "体育館で卒業式が行われ、卒業生120人が出席した。": {"120人": "卒業生"},
    "式典には遺族ら約500人が参列した。": {"約500人": "遺族"},
    # what so many suffer from, who is among them, the accident of so many
    "調査団15人が着いた。政府によると、約30万人が洪水の影響を受けた。": {"15人": "調査団", "約30万人": "洪水"},
    "校庭で落雷があり、7人が被害を受けた。": {"7人": "落雷"},
    "10日、早見道の上り線で、トレーラーを含む8台が次々に追突した。": {"8台": "トレーラー"},
    "会場には国宝を中心とする30点が並ぶ。登山隊は学生を含む9人だ。": {"30点": "国宝", "9人": "登山隊"},
    "早見道で7台が絡む事故があり、一時通行止めになった。": {"7台": "事故"},
    # who plays, though the sentence names nobody
    "青葉国際大会で本田選手が2点を決めた。日本が決勝に進むのは2大会ぶりで、通算成績は5勝3分け6敗。": {
        "5勝": "日本", "6敗": "日本",
    },
    "元投手の大谷一郎さんが死去した。通算成績は15年間1500試合、打率.280、1400安打、800打点。ベストナイン5回受賞。": {
        "1500試合": "大谷一郎", "1400安打": "大谷一郎", "800打点": "大谷一郎", "5回": "大谷一郎",
    },
    "森田社長が退任する。同社は技術賞を5回受賞している。": {"5回": "技術賞"},
    # what went on for so long
    "高校生が1週間続いたストを広げた。停電は約4時間続いた。": {"1週間": "スト", "約4時間": "停電"},
    "減給の期間は3か月間だった。": {"3か月間": "減給"},
    "停職期間はいずれも6か月だった。": {"6か月": "停職期間"},
    # what the sentence before was about has what is measured
    "風力発電所が沖合で稼働した。出力は14万キロワットだ。": {"14万キロワット": "風力発電所"},
    "貯蔵タンクが爆発した。容量は18万キロリットルだった。": {"18万キロリットル": "貯蔵タンク"},
    "防災庁が会見した。出力は14万キロワットだ。": {"14万キロワット": "出力"},
    "港を高さ12メートルにも達する波が襲った。": {"12メートル": "波"},
    "登山者が雪崩に遭い、テントごと約150メートル流された。": {"約150メートル": "登山者"},
    # how high above the ground, and at what o'clock, is nobody
    "南岳で噴火が発生し、噴煙が上空2500メートルに達した。": {"2500メートル": "噴煙"},
    "8日12時5分にも爆発が起き、噴石が約900メートル飛んだ。": {"約900メートル": "噴石"},
    "地震により、津波が高さ4メートルに達した。": {"4メートル": "津波"},
}  # fmt: skip


@pytest.mark.parametrize("text", OWNERS)
def test_whose_a_count_is(text: str) -> None:
    assert owners_of(text, OWNERS[text]) == OWNERS[text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("佐藤選手は100m平泳ぎで優勝し、200mでも2位に入った。", set()),
        ("昨年の大会でやったこと(1500 m・3000 mとも優勝)は偶然ではない。", set()),
        ("男子100メートルで早見選手が9秒58を出した。", set()),
        ("選手は10000メートルで2位、5000メートルで4位だった。", set()),
        ("彼女は10キロの部で優勝した。", set()),
        ("現場から100メートルで車が止まった。橋は200メートルある。", {"100メートル", "200メートル"}),
        ("走り高跳びで2メートル45の世界記録を出した。", {"2メートル45"}),
        ("全長10キロの道の部分開通を祝う。", {"10キロ"}),
        ("森田は3ポイントシュートを決め、3点シュートも放った。", set()),
        ("相手に3点を奪われた。", {"3点"}),
        ("3年続いた赤字を脱した。下落は5日続落まで続いた。半年前に始めた。", set()),
        ("交渉は1年2カ月かかった。", set()),
    ],
)
def test_what_names_a_race_is_not_measured(text: str, read: set[str]) -> None:
    assert set(owners_in(text)) == read


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("残りを全勝しても、青葉FCの勝ち点は45ポイントにとどまる。", "ポイント"),
        ("首位のチームとの差は8ポイントとなった。", "ポイント"),
        ("カードには500ポイントがたまる。", "ポイント"),
        ("首位の青葉党の支持率は45%で、2位の海鳴党とは8ポイントの差がある。", "percentage_point"),
        ("利用率は前年から8ポイント上がった。", "percentage_point"),
    ],
)
def test_points_of_a_game_and_of_a_share(text: str, unit: str) -> None:
    values = [claim.value for claim in extract_text(text) if claim.value is not None and "ポイント" in claim.value.text]
    assert [value.unit for value in values] == [unit]


def test_half_a_year() -> None:
    value = next(claim.value for claim in extract_text("改修は半年ほどかかる。") if claim.value is not None)
    assert (float(value.amount), value.unit, value.relation) == (0.5, "年", "approx")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("青葉市で4000人超の個人情報が流出 USBメモリー紛失で", None),
        ("山火事で住宅32棟が焼失した。", None),
        ("地権者3人が名乗りを上げた。", None),
        ("同社は従業員12人を失った。", "down"),
        ("交通事故の件数は、1970年の72万件以降減少を続けている。", None),
        ("患者数は4月の210人をピークに減っている。", None),
    ],
)
def test_what_is_lost_or_raised_in_a_word(text: str, way: str | None) -> None:
    assert [claim.direction for claim in extract_text(text) if claim.value is not None] == [way]
