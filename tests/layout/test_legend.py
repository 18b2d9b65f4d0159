from archgen.layout.legend import legend_width, place_legend
from archgen.model.drawing import LegendEntry
from archgen.model.picture import Line, Text

ENTRIES = (LegendEntry("solid", "waits for the answer"), LegendEntry("dashed", "does not wait"))


def test_each_entry_shows_its_style_beside_its_meaning() -> None:
    shapes, _ = place_legend(ENTRIES, 16, 100, 900)
    assert [shape.style for shape in shapes if isinstance(shape, Line)] == ["solid", "dashed"]
    assert [shape.text for shape in shapes if isinstance(shape, Text)] == [entry.meaning for entry in ENTRIES]


def test_entries_that_do_not_fit_go_to_the_next_row() -> None:
    wide, low = place_legend(ENTRIES, 16, 100, 900)
    narrow, high = place_legend(ENTRIES, 16, 100, legend_width(ENTRIES))
    assert len({shape.y for shape in wide if isinstance(shape, Text)}) == 1
    assert len({shape.y for shape in narrow if isinstance(shape, Text)}) == 2
    assert high == 2 * low


def test_no_entries_take_no_room() -> None:
    assert (place_legend((), 16, 100, 900), legend_width(())) == (([], 0), 0)
