from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen.figures.ring import Ring, RingKey, RingNode


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Ring([RingNode("A", [0])]), "at least two nodes"),
        (lambda: Ring([RingNode("A", [0]), RingNode("A", [1])]), "a name of its own"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [0])]), "a place on the ring that no other has"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [])]), "a place on the ring"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [1])], coming="C"), "no node is called 'C'; there are A, B"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [1])], coming="A", going="B"), "one change at a time"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [360])]), "less than 360"),
    ],
)
def test_what_is_no_ring_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_ring_is_told_by_shares_owners_and_what_moves() -> None:
    ring = Ring([RingNode("A", [90]), RingNode("B", [180]), RingNode("C", [0])], [RingKey("k", 100), RingKey("l", 10)], going="B")
    assert ring.told() == (
        "A has one place and owns 25 % of the ring. B has one place and owns 25 % of the ring. "
        "C has one place and owns 50 % of the ring. "
        "k belongs to B, and now to C. l belongs to A. B is just lost; what is left is owned by A 25 %, C 75 %."
    )
