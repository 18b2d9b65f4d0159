from hypothesis import given, settings

from archgen.layout.ranks import longest_paths
from archgen.layout.streets.chains import stratify
from archgen.layout.streets.crossings import crossings
from archgen.layout.streets.passing import pass_frames
from archgen.layout.streets.row_tree import RowTree
from archgen.layout.streets.sifting import gain, sift
from archgen.model.drawing import Drawing
from tests.layout.drawings import drawings


def tree(drawing: Drawing) -> RowTree:
    ranks = longest_paths([box.id for box in drawing.boxes], [(arrow.source, arrow.target) for arrow in drawing.arrows])
    return RowTree(stratify(drawing, {name: min(rank, 4) for name, rank in ranks.items()}))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawings(most=9).filter(lambda drawing: all(any(b.frame == f.id for b in drawing.boxes) for f in drawing.frames)))
def test_nothing_that_is_moved_makes_more_lines_cross_and_all_stay_in_their_rows(drawing: Drawing) -> None:
    rows = tree(drawing)
    before, stood = rows.count(), [sorted(row) for row in rows.flats]
    sift(rows)
    sifted = rows.count()
    pass_frames(rows)
    assert rows.count() <= sifted <= before
    assert [sorted(row) for row in rows.flats] == stood


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawings(most=9).filter(lambda drawing: all(any(b.frame == f.id for b in drawing.boxes) for f in drawing.frames)))
def test_an_order_that_was_copied_is_counted_as_it_was(drawing: Drawing) -> None:
    rows = tree(drawing)
    first, count = rows.copy(), rows.count()
    sift(rows)
    rows.restore(first)
    assert rows.count() == count
    assert count >= sum(
        crossings([(rows.place[upper], rows.place[lower]) for upper, lower, _ in row]) for row in rows.strata.links
    )


def test_two_neighbours_whose_lines_cross_gain_by_changing_places() -> None:
    assert gain(([3], []), ([1], [])) == 1
    assert gain(([1], [4, 5]), ([2], [0])) == 2 - 1


@settings(max_examples=40, deadline=None, derandomize=True)
@given(drawings(most=9).filter(lambda drawing: all(any(b.frame == f.id for b in drawing.boxes) for f in drawing.frames)))
def test_in_another_order_of_what_is_in_a_frame_that_is_not_tangled_no_fewer_lines_cross(drawing: Drawing) -> None:
    rows = tree(drawing)
    first = rows.copy()
    for frame, (begin, end) in rows.strata.spans.items():
        count = rows.count()
        if not rows.is_tangled(frame):
            for row in range(begin, end + 1):
                rows.rows[row][frame].reverse()
                rows.count_off(row)
            assert rows.count() >= count
            rows.restore(first)
