from hypothesis import given
from hypothesis import strategies as st

from archgen.figures import Card, Cards
from archgen.layout.panels.cards import GAP, NARROWEST, place_cards
from archgen.model.picture import Line, Rect, Text
from tests.layout.panels.laws import check

TEXTS = st.sampled_from(
    ["", "fast", "one more hop on each request", "Redis or a table, read on each request, wherever it comes from."]
)
POINTS = st.lists(TEXTS.filter(bool), max_size=3)
CARDS = st.builds(
    Card,
    name=st.sampled_from(["Store", "In a signed token that the client carries"]),
    text=TEXTS,
    value=st.sampled_from(["", "12,000/s"]),
    points=POINTS,
    pros=POINTS,
    cons=POINTS,
    code=st.lists(st.just("SET seat:12 me NX EX 600"), max_size=2),
    note=TEXTS,
)
PANELS = st.builds(
    lambda cards, columns, ordered: Cards(cards, columns=columns, ordered=ordered),
    st.lists(CARDS, min_size=1, max_size=7),
    st.sampled_from([None, 1, 2, 4]),
    st.booleans(),
)


@given(PANELS, st.integers(200, 912))
def test_texts_stay_in_their_cards_and_cards_in_the_room(panel: Cards, room: int) -> None:
    block = place_cards(panel, room)
    tiles = [shape for shape in block.shapes if isinstance(shape, Rect) and shape.role == "tile"]

    check(block)
    assert block.width <= room + 0.5
    assert len(tiles) == len(panel.cards)
    assert len({round(tile.width) for tile in tiles}) == 1


@given(PANELS, st.integers(200, 912))
def test_only_cards_that_follow_one_another_are_joined(panel: Cards, room: int) -> None:
    arrows = [shape for shape in place_cards(panel, room).shapes if isinstance(shape, Line) and shape.role == "arrow"]
    assert len(arrows) == (len(panel.cards) - 1 if panel.ordered else 0)


def test_cards_stand_beside_one_another_where_there_is_room() -> None:
    two = Cards([Card("One"), Card("Two")])
    assert place_cards(two, 2 * NARROWEST + GAP).height < place_cards(two, 2 * NARROWEST).height


def test_a_card_as_broad_as_the_figure_has_its_details_beside_what_it_is() -> None:
    cards = [Card("Application", "what programs say", points=["HTTP", "WebSocket"], note="chosen here"), Card("Network")]
    broad, narrow = place_cards(Cards(cards, columns=1), 900), place_cards(Cards(cards, columns=1), 400)
    check(broad)
    place = {shape.text: shape for shape in broad.shapes if isinstance(shape, Text)}
    assert place["Application"].x < place["HTTP"].x < place["chosen here"].x
    assert broad.height < narrow.height


def test_code_is_set_as_code() -> None:
    block = place_cards(Cards([Card("Lock", code=["SET seat:12 me NX EX 600"])]), 400)
    assert [shape.role for shape in block.shapes if isinstance(shape, Text)] == ["title", "verbatim"]


def test_the_feet_of_a_row_begin_in_one_line_however_long_they_are() -> None:
    cards = [Card("One", note="short"), Card("Two", note="a note that takes more than a single line of its card")]
    block = place_cards(Cards(cards, columns=2), 400)
    check(block)
    assert len({shape.points[0].y for shape in block.shapes if isinstance(shape, Line) and shape.role == "rule"}) == 1


def test_three_cards_never_leave_one_alone_below_two() -> None:
    tiles = [shape for shape in place_cards(Cards([Card(name) for name in "ABC"]), 400).shapes if isinstance(shape, Rect)]
    assert len({tile.x for tile in tiles}) == 1


def test_rows_stand_a_little_further_apart_to_end_where_a_neighbour_does() -> None:
    column = Cards([Card(name, "a few words") for name in ("One", "Two", "Three")], columns=1)
    close = place_cards(column, 300).height
    assert place_cards(column, 300, close + 30).height == close + 30
    assert place_cards(column, 300, close + 300).height == close
