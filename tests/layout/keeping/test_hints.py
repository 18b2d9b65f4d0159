"""Hints: each is followed by what is drawn, or it is said that it is not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.layout.keeping.hints import SAID, unmet
from archgen.layout.place import place
from archgen.layout.placement import Area
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.kept import Hint, Kept, Wish
from tests.layout.keeping.kept import boxes

ENDS = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (1, 5)]
TREE = Drawing(
    "t", "T", "", tuple(Box(f"b{n}", f"Box {n}") for n in range(6)), tuple(Arrow(f"b{one}", f"b{other}") for one, other in ENDS)
)
PARTS = st.sampled_from([box.id for box in TREE.boxes])


def asked(*hints: Hint) -> Drawing:
    return replace(TREE, kept=Kept(hints=hints))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(PARTS, st.sampled_from(list(SAID)), PARTS)
def test_any_hint_is_followed_where_nothing_stands_against_it(part: str, wish: Wish, other: str) -> None:
    notes: list[str] = []
    place(asked(Hint(part, wish, other)), note=notes.append)
    assert notes == []


@pytest.mark.parametrize(("end", "sign"), [("first", 1), ("last", -1)])
def test_a_part_comes_to_the_first_or_the_last_row(end: str, sign: int) -> None:
    found = boxes(asked(Hint("b3", "row", end)))
    assert found["b3"].centre.y * sign == min(area.centre.y * sign for area in found.values())


def test_sides_are_those_that_are_named() -> None:
    found = boxes(asked(Hint("b1", "right_of", "b2"), Hint("b5", "above", "b0")))
    assert found["b1"].left > found["b2"].right
    assert found["b5"].bottom < found["b0"].top


def test_the_later_of_two_hints_is_followed_and_the_other_said() -> None:
    notes: list[str] = []
    place(asked(Hint("b1", "row", "first"), Hint("b1", "row", "last")), note=notes.append)
    assert notes == ['"T": Box 1 is not in the first row: other hints, or groups, stand against it']


def test_near_is_beside_with_nothing_between() -> None:
    areas = {"a": Area(0, 0, 100, 50), "b": Area(140, 0, 240, 50), "c": Area(280, 0, 380, 50)}
    assert list(unmet([Hint("a", "near", "b")], areas, {})) == []
    assert list(unmet([Hint("a", "near", "c")], areas, {"a": "A"})) == [
        "A is not near c: other hints, or groups, stand against it"
    ]
