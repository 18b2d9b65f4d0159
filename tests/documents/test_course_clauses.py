"""What is stated of workflows, in words."""

import pytest

from archgen.documents.course_clauses import NAMED, WHOLE, course_clauses


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("coordinator Engine; rate 2/s; workflow id lot id", "carried on by Engine; 2/s begin; one run for each lot id"),
        ("max duration 7 d; in flight 50,000", "7 d at the most; 50,000 run at the same time"),
        ("no after; join all", "begins at once; waits for all of these"),
        ("hold: ttl 7 d, verified", "hold: ttl 7 d, verified"),
        ("", ""),
    ],
)
def test_facts_are_told_in_words_as_far_as_there_are_some(facts: str, told: str) -> None:
    assert course_clauses(facts) == told


def test_no_fact_has_two_ways_to_be_told() -> None:
    assert [fact for fact in WHOLE for pattern, _ in NAMED if pattern.fullmatch(fact)] == []
