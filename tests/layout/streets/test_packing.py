from hypothesis import given

from archgen.layout.ranks import flow, names, outermost
from archgen.layout.streets.packing import packed
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from tests.layout.drawings import drawings

SALE = Drawing(
    "d",
    "D",
    "",
    (
        Box("client", "Client"),
        Box("door", "Door", frame="wait"),
        Box("places", "Places", frame="wait"),
        Box("sale", "Sale", frame="sell"),
        Box("topic", "Topic", frame="sell"),
        Box("plan", "Plan", frame="sell"),
        Box("provider", "Provider"),
        *(Box(f"s{number}", "Store", frame="data") for number in range(4)),
    ),
    (
        *(Arrow("client", target) for target in ("door", "sale")),
        Arrow("door", "places"),
        Arrow("sale", "topic"),
        Arrow("topic", "plan"),
        Arrow("sale", "provider"),
        *(Arrow("plan", f"s{number}") for number in range(4)),
    ),
    (Frame("wait", "Wait"), Frame("sell", "Sell"), Frame("data", "Data")),
)
WIDTHS = dict.fromkeys(names(SALE), 100.0)


def test_groups_stand_beside_one_another_where_there_is_room() -> None:
    ranks = packed(SALE, WIDTHS, 600)
    assert (ranks["door"], ranks["places"]) == (ranks["sale"], ranks["topic"]) == (1, 2)


def test_a_box_stands_as_soon_as_what_leads_to_it_is_above() -> None:
    assert packed(SALE, WIDTHS, 600)["provider"] == 2


def test_a_group_takes_as_few_rows_as_can_be_and_these_are_even() -> None:
    assert {packed(SALE, WIDTHS, 600)[f"s{number}"] for number in range(4)} == {4}
    rows = sorted(packed(SALE, WIDTHS, 350)[f"s{number}"] for number in range(4))
    assert rows == [rows[0]] * 2 + [rows[0] + 1] * 2


def test_nothing_stands_beside_something_else_where_there_is_no_room() -> None:
    ranks = packed(SALE, WIDTHS, 150)
    homes = outermost(SALE)
    assert all(homes[one] == homes[other] for one in ranks for other in ranks if ranks[one] == ranks[other])


@given(drawings())
def test_within_a_group_the_flow_leads_down(drawing: Drawing) -> None:
    ranks = packed(drawing, dict.fromkeys(names(drawing), 100.0), 250)
    homes = outermost(drawing)
    assert set(ranks) == set(names(drawing))
    assert min(ranks.values()) == 0
    assert all(ranks[source] < ranks[target] for source, target in flow(drawing) if homes[source] == homes[target])
