from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen.figures.graph import Graph, Link, Node


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Graph([]), "a graph needs nodes"),
        (lambda: Graph(["A", Node("A")]), "a name of its own"),
        (lambda: Graph(["A"], [Link("A", "B")]), "no node is called 'B'; there are A"),
    ],
)
def test_what_is_no_graph_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_graph_is_told() -> None:
    assert Graph([Node("A", "first"), "B"], [Link("A", "B", "then")]).told() == "A: first. B. A to B: then."
