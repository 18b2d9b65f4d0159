from archgen.layout.streets.chains import Item, Strata
from archgen.layout.streets.parting import part
from archgen.layout.streets.ports import Port, Ports, Side

BOXES = [Item("box", 0, (), "a"), Item("box", 0, (), "b"), Item("box", 1, (), "c"), Item("box", 1, (), "d")]
STRATA = Strata(BOXES, rows=[[0, 1], [2, 3]], links=[[(0, 2, 0), (1, 3, 1)], []], turns=[[], []])
SIDES: dict[tuple[int, Side], list[int]] = {(0, "bottom"): [0], (1, "bottom"): [1], (2, "top"): [0], (3, "top"): [1]}
PORTS = Ports(
    {(0, 0, "bottom"): 0.0, (1, 1, "bottom"): 0.0, (0, 2, "top"): 0.0, (1, 3, "top"): 0.0},
    dict.fromkeys(range(4), 100.0),
    dict.fromkeys(range(4), 40.0),
    dict.fromkeys(range(4), 0.0),
    SIDES,
)
PLACES = [0.0, 204.0, 200.0, 400.0]  # one line leaves four pixels from where the other comes down


def test_lines_that_cross_no_more_than_they_must_stay() -> None:
    assert part(STRATA, PORTS, PLACES, {}).offsets == PORTS.offsets


def test_ends_that_labels_need_room_at_stay() -> None:
    fixed: dict[Port, float] = {(1, 1, "bottom"): 80.0, (0, 2, "top"): 80.0}
    assert part(STRATA, PORTS, PLACES, fixed).offsets == PORTS.offsets
