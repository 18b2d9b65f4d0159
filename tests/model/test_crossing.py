"""What crosses a border."""

import pytest

from archgen import Calls, Client, Component, Connection, Design, Entity, ExternalSystem, Group, Reads, Service
from archgen.model.crossing import borders, crossing, delicate, draws_borders, only_region, standing_in
from archgen.model.link import link

INSIDE, EDGE = Group("Inside", boundary="trust_boundary"), Group("Edge", boundary="network")
TIER = Group("Tier", boundary="tier", group=INSIDE)
SHOP, ORDERS, WEB = Service("Shop", group=INSIDE), Service("Orders", group=TIER), Service("Web", group=EDGE)


def crossed(connection: Connection, *parts: Component) -> tuple[bool, bool, bool] | None:
    found = crossing(link(Design("D", [*parts, connection])), connection)
    return (found.public, found.certain, found.inbound) if found else None


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (Client("App"), (True, False, True)),
        (Client("App", trusted=False), (True, True, True)),
        (Client("App", platform="mobile"), (True, True, True)),
        (Client("App", platform="desktop"), (True, False, True)),
        (Client("App", trusted=True), None),
    ],
)
def test_a_client_is_outside_unless_it_is_trusted(client: Client, expected: tuple[bool, bool, bool] | None) -> None:
    assert crossed(Calls(client, Service("API"))) == expected


def test_a_system_of_others_is_outside_in_both_directions() -> None:
    bank = ExternalSystem("Bank")
    assert crossed(Calls(Service("API"), bank)) == (True, True, False)
    assert crossed(Calls(bank, Service("API"))) == (True, True, True)


def test_a_border_between_the_ends_is_crossed_from_either_side() -> None:
    assert crossed(Calls(WEB, SHOP)) == (False, True, True)
    assert crossed(Calls(SHOP, Service("Other"))) == (False, True, True)


def test_within_one_border_nothing_is_crossed_and_tiers_are_no_borders() -> None:
    assert crossed(Calls(SHOP, ORDERS)) is None
    assert crossed(Reads(Service("A"), Service("B"))) is None
    assert list(borders(ORDERS)) == [INSIDE]


def test_a_group_crosses_where_one_of_its_members_does() -> None:
    mixed = Group("Mixed")
    ours, theirs = Service("Ours", group=mixed), ExternalSystem("Theirs", group=mixed)
    assert crossed(Calls(Service("API"), mixed), ours, theirs) == (True, True, False)


def test_a_design_draws_borders_where_something_stands_within_one() -> None:
    assert draws_borders(link(Design("D", [ORDERS])))
    assert not draws_borders(link(Design("D", [Service("API", group=Group("Tier", boundary="tier"))])))


def test_what_strangers_must_not_have_is_delicate() -> None:
    cards, prices, unsaid = Entity("Cards", sensitivity="payment_card"), Entity("Prices", sensitivity="public"), Entity("Notes")
    assert delicate(Calls(SHOP, ORDERS, data=[prices, cards, unsaid])) == [cards]
    assert delicate(Calls(SHOP, ORDERS)) == []


def test_places_are_told_by_the_innermost_group_of_their_sort() -> None:
    region = Group("EU", boundary="region")
    zone = Group("EU a", boundary="zone", group=region)
    here, there = Service("A", group=zone), Service("B", group=region)
    assert standing_in(here, "zone", "region") is zone
    assert standing_in(here, "region") is region
    assert standing_in(there, "zone") is None
    assert only_region([here, there]) is region
    assert only_region([here, Service("C")]) is None
