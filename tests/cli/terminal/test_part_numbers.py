"""Numbers below headings."""

from archgen.cli.terminal.part_numbers import part_tables
from archgen.estimating.sizes.found import derived


def test_numbers_that_answer_the_same_question_stand_together() -> None:
    rate = derived("rate", 5, "per second", "stated")
    peak, other = derived("rate at peak", 15, "per second", "5/s × 3"), derived("something", 1, "", "stated")
    assert part_tables([("a-calls-b", "peak_rate", peak), ("a-calls-b", "rate", rate), ("b", "unheard_of", other)]) == [
        "Load\n  a-calls-b  rate  5/s",
        "In the busiest time\n  a-calls-b  rate at peak  15/s",
        "Others\n  b  something  1",
    ]
    assert part_tables([]) == []
