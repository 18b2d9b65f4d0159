"""Names of variables."""

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.exporters.python_form.names import LONGEST, RESERVED, Names, variable

ids = st.from_regex(r"[\w.-]{1,50}", fullmatch=True) | st.sampled_from(
    ["class", "list", "design", "Queue", "seconds", "match", "ﬁ", "fi", "_", "-"]
)


@given(st.lists(ids, min_size=1, max_size=8))
def test_names_are_names_of_python_and_given_once(some: list[str]) -> None:
    names = Names()
    given_names = [names.give(id, "component") for id in some]
    assert len(set(given_names)) == len(given_names)
    assert not set(given_names) & RESERVED
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in given_names)
    exec("\n".join(f"{name} = 1" for name in given_names), scope := dict[str, object]())
    assert set(given_names) <= set(scope)


@pytest.mark.parametrize(
    ("id", "name"),
    [("edge_lb", "edge_lb"), ("a-calls-b", "a_calls_b"), ("API", "api"), ("2nd", "part_2nd"), ("-", "part"), ("größe", "größe")],
)
def test_an_id_becomes_a_name(id: str, name: str) -> None:
    assert variable(id) == name


def test_a_name_that_is_taken_says_what_sort_of_part_it_is() -> None:
    names = Names()
    assert [names.give("edge", sort) for sort in ("component", "group", "group")] == ["edge", "edge_group", "edge_group_2"]
    assert names.give("edge", "component", within="billing_") == "billing_edge"


def test_a_long_id_is_cut() -> None:
    assert variable("a" * 500) == "a" * LONGEST
