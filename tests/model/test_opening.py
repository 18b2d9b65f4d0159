"""Opening a design's systems: what holds of any design, and what becomes of one that is known."""

from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archgen import (
    Broadcast,
    Cache,
    CacheAside,
    Calls,
    Client,
    Database,
    Design,
    Group,
    Queue,
    Service,
    System,
    Topic,
    View,
    Waiver,
)
from archgen.dsl.component import Component
from archgen.dsl.word import Word
from archgen.errors import Position, UnknownNameError
from archgen.model.architecture import Architecture, around
from archgen.model.link import link
from archgen.model.opening import ALL, Known, opened, systems
from archgen.model.spec import Spec
from tests.model.nested import nests, shop

SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=40)


def open_all(design: Design, *names: str) -> Architecture:
    return link(opened(Spec(design), names or [ALL]))


def said(architecture: Architecture) -> list[str]:
    """Connections by their ids, each with the ids of its ends."""
    ids = architecture.ids
    return [f"{ids[one]}: {ids[one.source]} to {ids[one.target]}" for one in architecture.connections()]


def everything(design: Design) -> tuple[int, int, int, int]:
    """How many connections, components, walkthroughs and behaviours a design has, with all that are in its systems."""
    architecture = link(design)
    inner = [everything(box.design) for box in architecture.components(System)]
    empty = sum(not counts[1] for counts in inner)
    own = (
        len(architecture.all_connections),
        sum(not isinstance(one, System) for one in architecture.components()) + empty,
        len(design.walkthroughs),
        len(design.behaviours),
    )
    return tuple(map(sum, zip(own, *inner, strict=True)))  # type: ignore[return-value]


@given(nests())
@SLOW
def test_opening_nothing_changes_nothing(design: Design) -> None:
    spec = Spec(design, "x.yaml")
    assert opened(spec, []) is spec


@given(nests())
@SLOW
def test_opening_all_leaves_no_system_and_loses_nothing(design: Design) -> None:
    if not list(systems(design)):
        return
    architecture = open_all(design)
    assert list(architecture.components(System)) == []
    found = architecture.design
    counts = (len(architecture.all_connections), len(architecture.all_components), len(found.walkthroughs), len(found.behaviours))
    assert counts == everything(design)


@given(nests(), st.data())
@SLOW
def test_opening_one_after_another_is_opening_both(design: Design, data: st.DataObject) -> None:
    outermost = [one.id for one in systems(design) if "." not in one.id]
    if not outermost:
        return
    first = data.draw(st.sampled_from(outermost))
    once = link(opened(Spec(design), outermost))
    twice = link(opened(opened(Spec(design), [first]), [name for name in outermost if name != first]))
    assert sorted(said(once)) == sorted(said(twice))


def test_a_box_becomes_a_group_with_its_content_in_it() -> None:
    architecture = open_all(shop(), "payments")
    homes = {architecture.ids[one]: [architecture.ids[group] for group in around(one)] for one in architecture.components()}
    assert homes == {
        "app": [],
        "api": [],
        "payments.api": ["payments.core", "payments", "partners"],
        "payments.recent": ["payments", "partners"],
        "payments.cards": ["payments", "partners"],
        "payments.ledger": ["payments.back_office", "payments", "partners"],
    }
    frame = next(group for group in architecture.groups if group.name == "Payments")
    assert (frame.note, frame.notes) == ("of another team", "Asked *weekly*.")


def test_a_connection_to_a_box_ends_at_its_entry() -> None:
    assert said(open_all(shop(), "payments"))[1] == "settle: api to payments.api"


def test_without_an_entry_it_ends_at_the_group() -> None:
    assert said(open_all(shop(entry=False), "payments"))[1] == "settle: api to payments"


def test_a_system_within_another_opens_with_it() -> None:
    architecture = open_all(shop(), "payments.ledger")
    assert said(architecture)[-2:] == [
        "payments.charge: payments.api to payments.ledger",
        "payments.ledger.api-writes-payments.ledger.books: payments.ledger.api to payments.ledger.books",
    ]


def test_walkthroughs_behaviours_data_and_waivers_come_along() -> None:
    architecture = open_all(shop())
    design = architecture.design
    assert [one.name for one in design.walkthroughs] == ["Buy", "Payments: Charge", "Payments: Ledger: Book"]
    assert [architecture.ids[one] for one in design.behaviours] == ["payments.refund", "payments.charge"]
    assert [architecture.ids[one] for one in architecture.data()] == ["payments.refund"]
    assert [(one.rule, architecture.ids[one.subject]) for one in design.waivers if one.subject] == [
        ("XX002", "settle"),
        ("XX001", "payments.api"),
    ]


def test_the_steps_of_walkthroughs_go_along_the_connections_that_there_are_now() -> None:
    architecture = open_all(shop())
    steps = chain.from_iterable(one.steps for one in architecture.design.walkthroughs)
    assert all(step.along in architecture.ids for step in steps)


def test_what_only_a_component_can_be_is_left_out_where_a_box_has_no_entry() -> None:
    charge = open_all(shop()).design.behaviours[1]
    assert charge.steps[0].runs_on is None  # type: ignore[attr-defined]


def test_a_pattern_with_a_box_in_a_role_goes_on_with_the_entry_or_as_its_connections() -> None:
    api, cache, store = Service("API"), Cache("Copies"), Database("Store")
    for entry, sorts in ((api, ["CacheAside"]), (None, ["Reads", "Reads", "Writes", "Writes", "Writes"])):
        box = System("Shop", design=Design("Shop", [api]), entry=entry)
        found = open_all(Design("D", [CacheAside(box, cache, store)]))
        assert [type(part).__name__ for part in found.design.parts if not isinstance(part, Component)] == sorts
        assert len(found.all_connections) == 5


def test_a_pattern_in_a_box_is_put_to_use_by_the_components_of_the_group() -> None:
    news, gateways = Topic("News"), Service("Gateways")
    inner = Design("Feeds", [Broadcast(Service("Desk"), news, gateways)])
    assert said(open_all(Design("D", [System("Feeds", design=inner)]))) == [
        "feeds.desk-publishes-feeds.news: feeds.desk to feeds.news",
        "feeds.gateways-consumes-feeds.news: feeds.gateways to feeds.news",
    ]


def test_two_boxes_of_one_design_are_opened_apart() -> None:
    inner = Design("Region", [Calls(Service("API", id="api"), Database("Store", id="store"), id="ask")])
    boxes = [System(name, design=inner) for name in ("East", "West")]
    assert said(open_all(Design("World", boxes))) == [
        "east.ask: east.api to east.store",
        "west.ask: west.api to west.store",
    ]


def test_a_box_and_a_group_of_one_name_keep_ids_of_their_own() -> None:
    box = System("Payments", design=Design("P", [Service("API")]), group=Group("Payments"))
    architecture = open_all(Design("D", [box]))
    assert [architecture.ids[group] for group in architecture.groups] == ["payments-2", "payments"]


def test_a_box_with_nothing_in_it_becomes_a_plain_component() -> None:
    box = System("Later", design=Design("Later", []))
    architecture = open_all(Design("D", [Calls(Client("App"), box)]))
    assert [(type(one), architecture.ids[one]) for one in architecture.components()] == [(Client, "app"), (Component, "later")]


def test_what_both_designs_speak_of_is_in_the_box() -> None:
    inside = Service("API")
    inner = Design("Inner", [Calls(inside, Database("Store"))])
    architecture = open_all(Design("Outer", [System("Box", design=inner), Calls(Client("App"), inside)]))
    assert "app-calls-box.api: app to box.api" in said(architecture)
    assert len(list(architecture.components(Service))) == 1


def test_ids_at_their_longest_are_cut_and_kept_apart() -> None:
    long = "x" * 495
    inner = Design("Inner", [Service("A", id=f"{long}a"), Service("B", id=f"b{long}")])
    architecture = open_all(Design("D", [System("Box", design=inner)]))
    assert len({architecture.ids[one] for one in architecture.components()}) == 2


def test_rows_of_parts_that_speak_of_one_another_may_be_long() -> None:
    last = Queue("Q0")
    for number in range(1, 1500):
        last = Queue(f"Q{number}", dead_letter=last)
    assert len(open_all(Design("D", [System("Box", design=Design("Inner", [last]))])).all_components) == 1500


def test_what_comes_along_is_written_where_it_was() -> None:
    design = shop()
    box = next(link(design).components(System))
    call = next(part for part in link(box.design).connections() if part.id == "charge")
    places: dict[tuple[Word, str | None], Position] = {
        (box, None): Position("shop.yaml", 9),
        (call, "label"): Position("pay.yaml", 4),
    }
    spec = opened(Spec(design, "shop.yaml", places), ["payments"])
    architecture = link(spec)
    moved = architecture.part("payments.charge")
    group = next(group for group in architecture.groups if architecture.ids[group] == "payments")
    assert (spec.locate(moved, "label"), spec.locate(group)) == (Position("pay.yaml", 4), Position("shop.yaml", 9))


def test_an_unknown_system_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UnknownNameError, match=r'there is no system "paymants"; did you mean "payments"\?'):
        opened(Spec(shop()), ["paymants"])


def test_a_system_may_be_called_by_its_name() -> None:
    assert said(open_all(shop(), "Payments")) == said(open_all(shop(), "payments"))
    assert said(open_all(shop(), "Ledger")) == said(open_all(shop(), "payments.ledger"))


def test_systems_are_known_by_their_ids_and_names() -> None:
    assert list(systems(shop())) == [Known("payments", "Payments"), Known("payments.ledger", "Ledger")]


def test_where_there_is_no_system_none_is_offered() -> None:
    with pytest.raises(UnknownNameError, match=r'^there is no system "x"$'):
        opened(Spec(Design("D", [Service("API")])), ["x"])


def test_all_of_no_system_is_the_design_as_it_is() -> None:
    spec = Spec(Design("D", [Service("API")]))
    assert opened(spec, [ALL]).design is spec.design


def test_a_waiver_for_a_box_is_left_out_and_one_for_all_stays() -> None:
    box = System("Box", design=Design("Inner", [Service("API")]))
    waivers = [
        Waiver("XX001", subject=box, reason="the team answers for it"),
        Waiver("XX002", reason="it is tried by hand every week"),
    ]
    assert [one.rule for one in open_all(Design("D", [box], waivers=waivers)).design.waivers] == ["XX002"]


def test_views_come_along_and_show_what_there_is_now() -> None:
    api = Service("API")
    inner = Design("Inner", [api], views=[View("Core", focus=api)])
    box = System("Box", design=inner)
    design = opened(Spec(Design("Outer", [box], views=[View("All", only=[box])])), [ALL]).design
    architecture = link(design)
    shown = [(one.name, [part.name for part in one.only], one.focus and architecture.id(one.focus)) for one in design.views]
    assert shown == [("All", ["Box"], None), ("Box: Core", [], "box.api")]
