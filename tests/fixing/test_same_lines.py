"""Lines that are the same: in order, each once, all that are easy to see; and found soon in texts of any kind."""

from difflib import SequenceMatcher
from itertools import pairwise
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.fixing import same_lines as module
from archgen.fixing.same_lines import same_lines

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(LINES, LINES)
def test_pairs_are_of_the_same_lines_in_order(old: list[str], new: list[str]) -> None:
    pairs = same_lines(old, new)
    assert all(old[first] == new[second] for first, second in pairs)
    assert all(first < later and second < behind for (first, second), (later, behind) in pairwise(pairs))


@given(LINES, LINES)
def test_the_same_holds_where_lines_are_not_compared_one_by_one(old: list[str], new: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FEW", 3)
        test_pairs_are_of_the_same_lines_in_order.hypothesis.inner_test(old, new)  # type: ignore[attr-defined]


@given(LINES)
def test_a_text_is_the_same_as_itself(lines: list[str]) -> None:
    assert same_lines(lines, lines) == [(at, at) for at in range(len(lines))]


@given(LINES, LINES, LINES)
def test_what_both_begin_and_end_with_is_found(start: list[str], new: list[str], end: list[str]) -> None:
    assert len(same_lines([*start, *end], [*start, *new, *end])) == len(start) + len(end)


def text(lines: int) -> list[str]:
    return [f"  - {{kind: calls, from: a{at}}}" if at % 3 else "    protocol: http" for at in range(lines)]


def test_as_many_are_found_as_by_comparing_all_with_all() -> None:
    old = text(1500)
    new = [line for at, line in enumerate(old) if at % 40] + ["a new line"] * 3
    new[700:700] = old[100:120]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    assert len(same_lines(old, new)) == sum(block.size for block in matcher.get_matching_blocks())


@pytest.mark.parametrize("kind", ["changed here and there", "in another order", "of two kinds of lines", "all changed"])
def test_twenty_times_the_lines_take_not_much_more_than_twenty_times_as_long(kind: str) -> None:
    def seconds(lines: int) -> float:
        random = Random(1)
        old = random.choices("ab", k=lines) if kind == "of two kinds of lines" else text(lines)
        new = {
            "changed here and there": [line if at % 50 else "changed" for at, line in enumerate(old)],
            "in another order": random.sample(old, lines),
            "of two kinds of lines": random.choices("ab", k=lines),
            "all changed": [f"  {line}" for line in old],
        }[kind]
        start = perf_counter()
        same_lines(old, new)
        return perf_counter() - start

    assert seconds(60_000) < 20 * 8 * max(seconds(3_000), 0.005)
