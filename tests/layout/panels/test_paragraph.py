from archgen.layout.panels.block import Block, beside, stacked
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.model.picture import Rect
from tests.layout.panels.laws import check

SQUARE = Block(10, 10, (Rect(0, 0, 10, 10),))


def test_a_text_takes_as_many_lines_as_it_needs() -> None:
    block = paragraph("one more hop on each request, wherever it comes from", "body", 120)
    assert block.height == 4 * line_height("body")
    assert block.width <= 120
    check(block)


def test_a_text_without_words_takes_no_room() -> None:
    assert paragraph(" ", "body", 120).height == 0


def test_blocks_one_below_another_leave_gaps_between_them_only() -> None:
    assert stacked([SQUARE, Block(0, 0), SQUARE], 5) == Block(10, 25, (Rect(0, 0, 10, 10), Rect(0, 15, 10, 10)))


def test_blocks_side_by_side_are_as_high_as_the_highest() -> None:
    assert beside([SQUARE, Block(4, 20)], 3) == Block(17, 20, (Rect(0, 0, 10, 10),))
