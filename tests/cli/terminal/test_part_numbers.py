"""Numbers below headings."""

from typing import get_args

from archgen.cli.terminal.part_numbers import PLACES, part_tables
from archgen.estimating.sizes.found import derived
from archgen.model.estimate import Measure

OF_WALKTHROUGHS = ("latency", "duration", "budget", "availability", "downtime")


def test_numbers_that_answer_the_same_question_stand_together() -> None:
    rate = derived("rate", 5, "per second", "stated")
    peak, other = derived("rate at peak", 15, "per second", "5/s × 3"), derived("something", 1, "", "stated")
    assert part_tables([("a-calls-b", "peak_rate", peak), ("a-calls-b", "rate", rate), ("b", "unheard_of", other)]) == [
        "Load\n  a-calls-b  rate  5/s",
        "In the busiest time\n  a-calls-b  rate at peak  15/s",
        "Others\n  b  something  1",
    ]
    assert part_tables([]) == []


def test_every_measure_of_parts_has_its_place() -> None:
    assert {one for one in get_args(Measure) if not one.startswith(OF_WALKTHROUGHS)} == set(PLACES)
