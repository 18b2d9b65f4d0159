from archgen.diagrams.notation.exchange import exchange
from archgen.figures import Card, Cards, Comparison, Message, Panel, Sequence
from archgen.layout.panels.block import Block
from archgen.layout.panels.compose import BESIDE_PANELS, ROOM, Row, Set, compose
from archgen.model.drawing import Drawn, Panels, Part
from archgen.model.picture import MAX_WIDTH, Picture, Rect, Text

SMALL = Cards([Card("One", "a word or two")])
LARGE = Cards([Card(f"Alternative {number}", "what it is, what it costs, and when to take it") for number in range(6)])


def composed(*panels: Panel, takeaway: str = "") -> Picture:
    def none(drawn: Drawn) -> Picture:
        raise AssertionError(drawn)

    return compose(Panels("any", "A headline", "Told.", tuple(part(panel) for panel in panels), takeaway=takeaway), none)


def part(panel: Panel) -> Part:
    return Part(exchange(panel) if isinstance(panel, Sequence) else panel, panel.title)


def tops(picture: Picture) -> list[float]:
    return sorted({shape.y for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "tile"})


def test_two_small_panels_stand_beside_one_another() -> None:
    assert len(tops(composed(SMALL, SMALL))) == 1


def test_panels_come_in_the_order_in_which_they_are_given() -> None:
    picture = composed(Cards([Card("First")]), LARGE, Cards([Card("Last")]))
    place = {shape.text: (shape.y, shape.x) for shape in picture.shapes if isinstance(shape, Text)}
    assert place["First"] < place["Alternative 0"] < place["Last"]


def test_a_figure_is_never_wider_than_it_can_be_read() -> None:
    assert composed(LARGE, LARGE, SMALL).width <= MAX_WIDTH == ROOM + 40


def test_the_takeaway_is_the_last_that_is_read() -> None:
    picture = composed(LARGE, takeaway="Begin with the first.")
    last = max((shape for shape in picture.shapes if isinstance(shape, Text)), key=lambda text: text.y)
    assert last.text == "Begin with the first."


def test_panels_beside_one_another_are_in_line_with_and_without_titles() -> None:
    long = Cards([Card("Two")], title="What this panel shows takes more than a single line above it")
    assert len(tops(composed(SMALL, long))) == 1
    assert len(tops(composed(Cards([Card("One")], title="Short"), long))) == 1


def test_a_sentence_below_a_small_panel_stays_in_one_line() -> None:
    sentence = "A lost node's keys all go to the next one, so give every node many places, and the database some air."
    picture = composed(SMALL, takeaway=sentence)
    assert [shape.text for shape in picture.shapes if isinstance(shape, Text)][-1] == sentence


def test_sequences_stand_closer_to_be_beside_one_another() -> None:
    wide = Sequence(["A", "B", "C"], [Message("A", "B", "ask"), Message("B", "C", "ask")])
    picture = composed(wide, wide)
    heads = [shape for shape in picture.shapes if isinstance(shape, Text) and shape.text == "A"]
    assert len({head.y for head in heads}) == 1
    assert len({head.x for head in heads}) == 2


def test_the_last_of_several_panels_ends_where_the_figure_does() -> None:
    table = Comparison(
        ["Place", "For"], [["memory", "little that is read often, by everybody who comes by on a usual day"], ["disk", "all"]]
    )
    cards = Cards([Card("One"), Card("Two")], columns=1)
    picture = composed(LARGE, table, cards)
    tiles = [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "tile"]
    assert max(tile.x + tile.width for tile in tiles[-2:]) == max(tile.x + tile.width for tile in tiles)


def test_a_titled_panel_that_is_narrower_stands_in_the_middle_under_its_title() -> None:
    narrow = Comparison(["Place", "For"], [["memory", "little"]], title="Narrow")
    picture = composed(LARGE, narrow)
    place = {shape.text: shape.x for shape in picture.shapes if isinstance(shape, Text)}
    assert place["Narrow"] < place["memory"] - 60


def test_two_small_panels_share_a_broad_figure_between_them() -> None:
    small = Comparison(["Place", "For"], [["memory", "little"]])
    picture = composed(LARGE, small, small)
    left, right = sorted(shape.x for shape in picture.shapes if isinstance(shape, Text) and shape.text == "memory")
    assert left > 60
    assert abs(right - left - ROOM / 2) < 40


def filled(width: float, _: float = 0) -> Block:
    return Block(width, 100, (Rect(0, 0, width, 100, "tile"),))


def test_what_fills_its_room_takes_what_is_left_beside_it() -> None:
    nothing = Block(0, 0, ())
    row = Row((Set(nothing, filled(300)), Set(nothing, filled(200), wider=filled)), 0)
    left, right = (shape for shape in row.block(600).shapes if isinstance(shape, Rect))
    assert (left.width, right.x, right.width) == (300, 300 + BESIDE_PANELS, 300 - BESIDE_PANELS)
