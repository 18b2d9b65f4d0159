from archgen.layout.placement import Area, Placement
from archgen.layout.streets.burdens import AGAINST, COLUMN, SCREEN, SCROLLED, SPREAD, THROUGH, burdens
from archgen.model.drawing import Arrow, Box, Direction, Drawing, Frame
from archgen.model.picture import Point

BOXES = (Box("a", "A"), Box("b", "B", frame="inner"))
FRAMES = (Frame("outer", "Outer"), Frame("inner", "Inner", "outer"), Frame("other", "Other"))
AREAS = {"outer": Area(0, 100, 100, 300), "inner": Area(20, 150, 80, 300), "other": Area(200, 0, 300, 300)}
NOWHERE = Area(0, 0, 0, 0)


def burden(arrow: Arrow, *way: tuple[float, float], direction: Direction = "down", extent: Area = NOWHERE) -> float:
    drawing = Drawing("d", "D", "", BOXES, (arrow,), FRAMES, direction)
    return burdens(drawing, Placement({}, AREAS, {}), [[Point(*point) for point in way]], extent)


def test_a_line_is_a_burden_within_frames_that_do_not_hold_both_of_its_ends() -> None:
    assert burden(Arrow("a", "b"), (50, 0), (50, 200)) == THROUGH * (100 + 50)
    assert burden(Arrow("outer", "b"), (50, 100), (50, 200)) == THROUGH * 50
    assert burden(Arrow("a", "a"), (250, 0), (250, 100)) == THROUGH * 100


def test_a_line_that_leads_back_or_to_the_side_is_a_burden() -> None:
    assert burden(Arrow("a", "a"), (-10, 90), (-10, 10)) == AGAINST
    assert burden(Arrow("a", "a"), (-20, 10), (-10, 10)) == AGAINST
    assert burden(Arrow("a", "a"), (-20, 10), (-10, 10), direction="right") == 0


def test_size_is_a_burden_and_more_so_what_no_screen_holds() -> None:
    at_a_line = Arrow("a", "a"), (-10.0, 10.0), (-10.0, 20.0)
    assert burden(*at_a_line, extent=Area(0, 0, COLUMN, 500)) == SPREAD * COLUMN * 500 / 1e6
    assert burden(*at_a_line, extent=Area(0, 0, COLUMN, SCREEN + 100)) == SPREAD * COLUMN * (SCREEN + 100) / 1e6 + SCROLLED * 100
