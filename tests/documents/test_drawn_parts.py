from archgen.documents.drawn_parts import best_views, homes, lines
from tests.documents.shown_shop import CARD, FADED, LINE, drawn

ONE = drawn("one", CARD.format("a"), FADED.format("b"), LINE.format("a-b"))
OTHER = drawn("other", CARD.format("b"), CARD.format("c &amp; d"), LINE.format("a-b"), LINE.format("b-c"))


def test_a_component_is_at_home_where_it_is_a_card_of_its_own() -> None:
    assert homes([ONE, OTHER]) == {"a": "one", "b": "other", "c & d": "other"}


def test_a_figure_knows_the_connections_that_it_draws() -> None:
    assert lines([ONE, OTHER]) == {"one": {"a-b"}, "other": {"a-b", "b-c"}}


def test_a_walkthrough_is_followed_in_as_few_figures_as_can_be() -> None:
    assert best_views(["a-b"], [ONE, OTHER]) == {"a-b": "one"}
    assert best_views(["a-b", "b-c", "c-d"], [ONE, OTHER]) == {"a-b": "other", "b-c": "other"}
