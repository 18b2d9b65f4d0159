"""Headings of numbers."""

from typing import get_args

from archgen.documents.measures import OTHERS, PLACES, by_heading
from archgen.model.estimate import Measure

OF_WALKTHROUGHS = ("latency", "duration", "budget", "availability", "downtime")


def test_every_measure_of_parts_has_its_place() -> None:
    assert {one for one in get_args(Measure) if not one.startswith(OF_WALKTHROUGHS)} == set(PLACES)


def test_what_has_no_place_stands_last() -> None:
    assert list(by_heading(["unheard of", "rate"], str)) == ["Load", OTHERS]
