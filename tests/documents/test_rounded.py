import pytest

from archgen.documents.rounded import of_it, rates_in_words, rounded, said
from archgen.model.estimate import Derivation, Quantity, Unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33.3%", "33%"),
        ("4.33% of 1,234/s", "4.3% of 1,230/s"),
        ("3.55 h and 6.25%", "3.6 h and 6.3%"),
        ("0.0123 s", "0.012 s"),
        ("17,666 connections", "17,700 connections"),
        ("12,345,678 messages", "12.3 million messages"),
        ("1 d", "1 day"),
        ("730 d", "2 years"),
        ("365 d and 45 d", "1 year and 45 days"),
        ("2.5 d", "2.5 days"),
    ],
)
def test_numbers_are_said_as_people_say_them(text: str, expected: str) -> None:
    assert rounded(text) == expected


@pytest.mark.parametrize("text", ["Protocol 1.25", "v2.55", "PostgreSQL 16.25 keeps it", "route 12,345 of all", "id d 3"])
def test_what_is_no_measured_number_stays_as_it_is(text: str) -> None:
    assert rounded(text) == text


def share(value: float, unit: Unit = "share") -> Quantity:
    return Quantity("utilisation", value, unit, Derivation("1,200/s / 3,600/s"))


def test_a_share_is_never_rounded_over_or_under_the_whole() -> None:
    assert [said(share(one)) for one in (1 / 3, 0.997, 1.003, 1.2)] == ["33%", "99.7%", "just over 100%", "120%"]


def test_a_share_of_the_time_keeps_its_places() -> None:
    assert said(share(0.99951, "share of the time")) == "99.951%"


def test_a_share_is_told_as_a_part_of_what_there_is() -> None:
    assert of_it(share(1 / 3)) == "1,200/s of 3,600/s"


def test_rates_of_one_period_share_its_name() -> None:
    assert rates_in_words([("1/s", "writes")]) == "1 write a second"
    assert rates_in_words([("200/s", "reads"), ("3/h", "writes")]) == "200 reads a second and 3 writes an hour"
    assert (
        rates_in_words([("about 200/s", "reads"), ("2/s to 3/s", "writes")])
        == "about 200 reads a second and writes at 2/s to 3/s"
    )


def test_millions_a_second_are_told_like_other_rates() -> None:
    assert rates_in_words([("150/s", "reads"), ("2 million/s", "writes")]) == "150 reads and 2 million writes a second"
