from archgen.layout.anatomy import measure
from archgen.layout.ranks import names
from archgen.layout.streets.across import place_across
from archgen.layout.streets.chains import stratify
from archgen.layout.streets.order import least_crossed
from archgen.layout.streets.ports import assign_ports
from archgen.model.drawing import Arrow, Box, Drawing

SIDE_BY_SIDE = [f"b{at}" for at in range(5)]
ROW = tuple(Box(name, "Some service") for name in SIDE_BY_SIDE)
ABOVE = Box("a", "Another")


def across(room: float) -> tuple[float, float]:
    """How wide five boxes in a row are, from middle to middle, and the least distance of two neighbours."""
    drawing = Drawing("d", "D", "", (ABOVE, *ROW), tuple(Arrow("a", name) for name in SIDE_BY_SIDE))
    strata = stratify(drawing, {name: int(name != "a") for name in names(drawing)})
    order, _ = least_crossed(strata, 1)
    ports = assign_ports(drawing, strata, order, {box.id: measure(box) for box in drawing.boxes}, {})
    places, gaps = place_across(strata, order, ports, {}, {}, 40.0, room)
    row = sorted(places[strata.boxes[name]] for name in SIDE_BY_SIDE)
    return row[-1] - row[0], min(gaps.values())


def test_what_nearly_fits_stands_closer_and_fits() -> None:
    loose, apart = across(room=1e6)
    tight, closer = across(room=loose - 20.0)
    assert closer == apart - 10.0
    assert tight == loose - 4 * 10.0


def test_what_would_not_fit_all_the_same_is_left_as_it_is() -> None:
    assert across(room=300.0) == across(room=1e6)
