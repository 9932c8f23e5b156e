"""Properties of numerals: write a number in several forms, read it back; odd input ends in no error, no wrong place."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.entity.names import names
from jijitsu.extract.mentions import count, money, multiple, number, percent, points
from jijitsu.extract.numbers.numerals import numerals, read
from jijitsu.extract.story import Setting
from jijitsu.extract.words.approximators import relation_words
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_RECOGNISERS = [part.RECOGNISER for part in (count, money, multiple, number, percent, points)]
_SETTING = Setting(None, names())
_KANJI = "〇一二三四五六七八九"
_BIG = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))
_WHOLE = st.integers(min_value=1, max_value=10**16 - 1)


def seen(text: str, part: object = money) -> list[Mention]:
    """The mentions that one recogniser sees in `text`, which stands 7 code points into an article."""
    sentence = Sentence(index=0, start=7, end=7 + len(text), text=text, folded=fold(text))
    return list(part.RECOGNISER.find(sentence, _SETTING))  # type: ignore[attr-defined]


def below_ten_thousand(value: int) -> str:
    """4321 as 四千三百二十一; 1 before 十百千 is left out."""
    written = ""
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            written += ("" if digit == 1 and sign else _KANJI[digit]) + sign
    return written


def grouped(value: int, digits: object) -> str:
    """Cut at 兆億万, and write each group with `digits`."""
    written = ""
    for size, sign in _BIG:
        group, value = divmod(value, size)
        if group:
            written += digits(group) + sign  # type: ignore[operator]
    return written


@given(_WHOLE)
def test_every_way_to_write_a_whole_number_reads_back(value: int) -> None:
    forms = {
        str(value), f"{value:,}", grouped(value, str), grouped(value, "{:,}".format),
        grouped(value, below_ten_thousand),
        "".join(_KANJI[int(digit)] for digit in str(value)),
    }  # fmt: skip
    assert {form: read(form) for form in forms} == dict.fromkeys(forms, Decimal(value))


@given(st.integers(0, 9999), st.integers(0, 999))
def test_decimals_read_back(whole: int, thousandths: int) -> None:
    exact = Decimal(whole) + Decimal(thousandths) / 1000
    kanji = "・".join("".join(_KANJI[int(digit)] for digit in part) for part in f"{whole}.{thousandths:03}".split("."))
    assert read(f"{whole:,}.{thousandths:03}") == exact
    assert read(kanji) == exact


@given(st.integers(1, 9999), st.integers(0, 99), st.sampled_from(["万", "億", "兆"]))
def test_a_decimal_before_a_big_unit_is_exact(whole: int, hundredths: int, unit: str) -> None:
    size = {sign: size for size, sign in _BIG}[unit]
    assert read(f"{whole}.{hundredths:02}{unit}") == (Decimal(whole) + Decimal(hundredths) / 100) * size


@given(_WHOLE)
def test_full_width_money_reads_as_half_width_does(value: int) -> None:
    wide = f"{value:,}円".translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789,"})
    (mention,) = seen(wide)
    assert (mention.start, mention.end, mention.text) == (7, 7 + len(wide), wide)
    assert mention.value == Amount(Decimal(value), "JPY")


@given(st.integers(2, 9_999), st.integers(1, 99))
def test_yen_and_sen(yen: int, sen: int) -> None:
    (mention,) = seen(f"{yen}円{sen}銭")
    assert isinstance(mention.value, Amount)
    assert mention.value.amount == Decimal(yen) + Decimal(sen) / 100


@given(st.integers(1, 4_999), st.integers(5_000, 9_999), st.sampled_from(["~", "〜", "～", "億~", "億円~", "億円から"]))
def test_both_ends_of_a_range_share_the_unit(low: int, high: int, sign: str) -> None:
    (mention,) = seen(f"{low}{sign}{high}億円の範囲")
    assert mention.value == Amount(Decimal(low) * 10**8, "JPY", "range", Decimal(high) * 10**8)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("1億416万80,00ドル", [104168000]),  # a slip seen in news: the comma stands two digits too late
        ("6万74件", [60074]),
        ("75万8千台", [758000]),
        ("3千発", [3000]),
        ("千百億円", [110000000000]),
        ("3,4人", [4]),  # no thousands: the comma parts two numbers
        ("数百万円、何十億円、十数人、数100億円", []),
        ("店舗数30店", [30]),
        ("万円、億円", []),
    ],
)
def test_forms_seen_in_news(text: str, read_as: list[int]) -> None:
    found = [mention for part in (money, count) for mention in seen(text, part)]
    amounts = [m.value.amount_max or m.value.amount for m in found if isinstance(m.value, Amount)]
    assert amounts == read_as


@pytest.mark.parametrize("place", ["before", "after", "behind", "apart", "band"])
def test_every_approximator_is_read_in_its_own_sentence(place: str) -> None:
    from jijitsu.extract.lexicon import words

    assert len(relation_words(place)) == len(words("approximators")[place])
    for entry in words("approximators")[place]:
        found = [mention for part in (money, count) for mention in seen(entry["seen"], part)]
        relations = [m.value.relation for m in found if isinstance(m.value, Amount)]
        assert relations == [entry["means"]], entry["seen"]
        inside = place in ("before", "after", "band")
        assert (entry["word"] in found[0].text) is inside, entry["seen"]


def test_every_currency_and_counter_is_read_in_its_own_sentence() -> None:
    from jijitsu.extract.lexicon import words

    for entry in [*words("units")["currencies"], *words("units")["signs"], *words("units")["latin"]]:
        (mention,) = seen(entry["seen"])
        assert isinstance(mention.value, Amount)
        assert mention.value.unit == entry["code"], entry["seen"]
    for entry in words("counters")["known"]:
        units = [m.value.unit for m in seen(entry["seen"], count) if isinstance(m.value, Amount)]
        assert len(units) == 1, entry["seen"]
        assert units[0] in entry["words"], entry["seen"]


@settings(max_examples=300)
@given(st.text(alphabet="0123,.一二十百千万億円銭%割分~から、・-約以上台人(ド)ルに ", max_size=60))
def test_nothing_breaks_and_places_are_right(text: str) -> None:
    for part in _RECOGNISERS:
        sentence = Sentence(index=0, start=7, end=7 + len(text), text=text, folded=fold(text))
        for mention in part.find(sentence, _SETTING):
            assert mention.text == text[mention.start - 7 : mention.end - 7]
            assert isinstance(mention.value, Amount)
            assert (mention.value.relation == "range") == (mention.value.amount_max is not None)
            assert "E" not in str(mention.value.amount)


@pytest.mark.parametrize("piece", ["1", "1,111", "1円", "1~", "一・", "十", "1、", "約", "1分の1", "数1"])
def test_hostile_input_takes_linear_time(piece: str) -> None:
    begun = time.process_time()
    list(numerals(piece * (100_000 // len(piece))))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("一円安の一〇五四円", "1円安の1054円"),
        ("二六年三月期は三・五％増", "26年3月期は3.5%増"),
        ("約一兆二四〇〇億円", "約1兆2400億円"),
        ("二〇二五年一二月一〇日", "2025年12月10日"),
        ("六月末の時点で", "6月末の時点で"),
        ("十二億円と三千万円", "十二億円と三千万円"),
        ("一部の二人三脚、関東一円の一人ひとり", "一部の二人三脚、関東一円の一人ひとり"),
        ("第二四半期の三井物産と五月晴れの二月堂", "第二四半期の三井物産と五月晴れの二月堂"),
        ("万一、三日坊主", "万一、三日坊主"),
        ("四万十川と高知県四万十町", "四万十川と高知県四万十町"),
    ],
)
def test_digits_one_by_one_before_a_unit_are_folded_place_by_place(written: str, folded: str) -> None:
    assert fold(written) == folded
