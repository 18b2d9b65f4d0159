"""Numbers below headings."""

from archgen.cli.terminal.part_numbers import LEGEND, legend, part_tables
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


def test_what_is_over_what_can_be_taken_is_marked_and_the_mark_explained() -> None:
    full, just = derived("utilisation", 1.88, "share", "5/s / 2.67/s"), derived("utilisation", 1, "share", "5/s / 5/s")
    fraction = derived("capacity", 1.5, "per second", "stated")
    tables = part_tables([("a", "utilisation", full), ("b", "utilisation", just), ("c", "capacity", fraction)])
    [table] = tables
    marked = [line.split() for line in table.splitlines() if line.endswith("!")]
    assert marked == [["a", "utilisation", str(full), "!"]]
    assert (legend(tables), legend(part_tables([("b", "utilisation", just)]))) == ([LEGEND], [])
