"""What a design makes of a tree's advice."""

import pytest

from archgen import Ask, Choose, Decision, DecisionTree, Requirements
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided

OPEN = Ask("Lag?", lambda need: None, {}, [])
TREE = Entry(
    "cache", "caching", "Cache", "", DecisionTree("Cache", Ask("Any?", lambda need: "yes", {"yes": Choose("aside", "so")}, []))
)
UNSURE = Entry("cache", "caching", "Cache", "", DecisionTree("Cache", OPEN))


def decided(entry: Entry[DecisionTree], decision: Decision | None = None) -> tuple[str | None, str | None, bool]:
    made = Decided(entry, entry.value.decide(Requirements()), decision)
    return made.advice, made.choice, made.departs


@pytest.mark.parametrize(
    ("entry", "decision", "outcome"),
    [
        (TREE, None, ("aside", "aside", False)),
        (TREE, Decision("cache"), ("aside", "aside", False)),
        (TREE, Decision("cache", choice="aside"), ("aside", "aside", False)),
        (TREE, Decision("cache", choice="through", reason="fresh"), ("aside", "through", True)),
        (UNSURE, None, (None, None, False)),
        (UNSURE, Decision("cache", choice="through"), (None, "through", False)),
    ],
)
def test_a_design_follows_or_departs(
    entry: Entry[DecisionTree], decision: Decision | None, outcome: tuple[str | None, str | None, bool]
) -> None:
    assert decided(entry, decision) == outcome
