"""What is told of numbers is what archgen calculates and judges with."""

import re
from importlib import import_module

import pytest

from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.estimating.defaults.figures import FIGURES, Usual
from archgen.loading import library
from archgen.loading.known_numbers import known_numbers
from archgen.model.known_number import OPTION, KnownNumber
from archgen.model.rule_options import rule_options
from archgen.pipeline.numbers_used import numbers

TOLD = [one for group in known_numbers() for one in group.numbers]
HELD = [(one, place) for one in TOLD for place in one.held_by]
YEAR = 365 * 86_400
SPANS = {"d": 86_400, "h": 3_600, "min": 60, "s": 1}


def usual(place: str) -> Usual:
    """The usual capacity that a place names: kind, load, and an engine where it is only that one's."""
    _, kind, load, *engine = place.split()
    return next(
        one
        for one in FIGURES
        if one.load == load
        and re.sub(r"(?<=[a-z])(?=[A-Z])", "_", one.kind.__name__).lower() == kind
        and [*one.engines[:1]] == engine
    )


def held(place: str) -> object:
    """The value that stands in the code."""
    option = OPTION.fullmatch(place)
    if option:
        return {one.name: one.default for one in rule_options(library.rules().get(option[1]).value)}[option[2]]
    if place.startswith("usual "):
        return Rate(usual(place).rate)
    module, _, name = place.rpartition(".")
    return getattr(import_module(module), name)


def said(value: object) -> set[str]:
    """The ways in which a value may be told: with its unit, or plainly as a number, a second where it is a rate."""
    plain = {number(value), f"{number(value)}/s"} if isinstance(value, int | float) else set()
    return {readable(value), *plain}


@pytest.mark.parametrize(("one", "place"), HELD, ids=[place for _, place in HELD])
def test_what_archgen_is_said_to_take_stands_in_the_code(one: KnownNumber, place: str) -> None:
    assert one.takes in said(held(place))


def test_what_is_said_to_be_taken_is_taken_somewhere() -> None:
    assert [one.id for one in TOLD if bool(one.takes) != bool(one.held_by)] == []


def test_every_usual_capacity_is_told_with_its_range() -> None:
    places = {id(usual(place)): one for one, place in HELD if place.startswith("usual ")}
    assert [one for one in FIGURES if id(one) not in places] == []
    ranged = [one for one in FIGURES if (one.low, one.high) != (one.rate, one.rate) and one.low < one.rate]
    assert [one for one in ranged if number(one.high) not in places[id(one)].value] == []


def test_every_option_of_a_rule_is_told() -> None:
    options = {f"{entry.code}.{one.name}" for entry in library.rules() for one in rule_options(entry.value)}
    assert options == {place for group in numbers() for one in group.numbers for place in one.held_by if OPTION.fullmatch(place)}


def test_every_rule_that_is_named_exists() -> None:
    known = {entry.code for entry in library.rules()}
    assert {code for group in numbers() for one in group.numbers for code in one.codes} - known == set()


def test_the_time_away_is_what_a_share_allows() -> None:
    for one in TOLD:
        if one.share is not None:
            found = re.findall(r"([\d.]+) (d|h|min|s) a (year|month|day)", f"{one.value}. {one.means}")
            times = [float(count) * SPANS[unit] for count, unit, _ in found]
            assert times == pytest.approx([YEAR * (1 - one.share) / part for part in (1, 12, 365)], rel=0.005)
