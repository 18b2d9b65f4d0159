from archgen.figures import Card, Cards, Panel
from archgen.layout.panels.compose import ROOM, compose
from archgen.model.drawing import Drawn, Panels, Part
from archgen.model.picture import MAX_WIDTH, Picture, Rect, Text

SMALL = Cards([Card("One", "a word or two")])
LARGE = Cards([Card(f"Alternative {number}", "what it is, what it costs, and when to take it") for number in range(6)])


def composed(*panels: Panel, takeaway: str = "") -> Picture:
    def none(drawn: Drawn) -> Picture:
        raise AssertionError(drawn)

    return compose(
        Panels("any", "A headline", "Told.", tuple(Part(panel, panel.title) for panel in panels), takeaway=takeaway), none
    )


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
