import pytest
from pydantic import ValidationError

from archgen.figures.cards import Card, Cards


def test_cards_need_a_card() -> None:
    with pytest.raises(ValidationError, match="at least one card"):
        Cards([])


def test_a_card_tells_all_that_it_says() -> None:
    card = Card(
        "Store",
        "Kept in Redis.",
        value="1 ms",
        points=["fast"],
        pros=["shared"],
        cons=["a hop"],
        code=["GET s"],
        note="Begin here",
    )
    assert card.told() == "Store: 1 ms; Kept in Redis; fast; for it: shared; against it: a hop; GET s; Begin here."
    assert Card("Alone").told() == "Alone: no more is said."


def test_cards_that_follow_one_another_are_numbered_where_they_are_told() -> None:
    assert Cards([Card("Ask", "why"), Card("Do", "it")], ordered=True).told() == "1. Ask: why. 2. Do: it."
