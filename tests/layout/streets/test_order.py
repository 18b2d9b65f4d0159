from archgen.layout.ranks import longest_paths
from archgen.layout.streets.chains import Strata, stratify
from archgen.layout.streets.order import arrange_rows
from archgen.model.drawing import Arrow, Box, Drawing, Frame


def ordered(drawing: Drawing) -> list[list[str]]:
    """The names in each row, a side of a frame as what it bounds."""
    ranks = longest_paths([box.id for box in drawing.boxes], [(arrow.source, arrow.target) for arrow in drawing.arrows])
    strata: Strata = stratify(drawing, ranks)
    return [[strata.items[item].name for item in row] for row in arrange_rows(strata)]


def drawn(names: str, *pairs: str, frames: dict[str, str] | None = None) -> Drawing:
    homes = {name: frame for frame, held in (frames or {}).items() for name in held}
    boxes = tuple(Box(name, name, frame=homes.get(name)) for name in names)
    return Drawing("d", "D", "", boxes, tuple(Arrow(*pair) for pair in pairs), tuple(Frame(name, name) for name in frames or {}))


def test_what_crosses_no_other_keeps_the_order_of_the_specification() -> None:
    assert ordered(drawn("abcd", "ac", "bd")) == [["a", "b"], ["c", "d"]]


def test_neighbours_trade_places_where_their_lines_cross() -> None:
    assert ordered(drawn("abcd", "ad", "bc")) == [["a", "b"], ["d", "c"]]


def test_a_frame_stays_in_one_piece() -> None:
    (upper, lower) = ordered(drawn("abcdef", "ad", "be", "cf", frames={"F": "df"}))
    assert sorted(upper) == ["a", "b", "c"]
    first, last = lower.index("F"), len(lower) - 1 - lower[::-1].index("F")
    assert set(lower[first + 1 : last]) == {"d", "f"}


def test_frames_side_by_side_stand_in_the_same_order_in_every_row() -> None:
    rows = ordered(drawn("abcdef", "ab", "bc", "de", "ef", frames={"F": "abc", "G": "def"}))
    assert len({row.index("F") < row.index("G") for row in rows}) == 1
