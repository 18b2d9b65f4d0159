"""Linking: every part with its id, and everything that a design refers to found among its parts."""

import pytest

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Entity,
    Group,
    Publishes,
    Queue,
    Reads,
    Service,
    Step,
    View,
    Waiver,
    Walkthrough,
    Worker,
)
from archgen.errors import Position, SpecError
from archgen.model.architecture import MAX_GROUPS, Architecture
from archgen.model.link import link
from archgen.model.spec import Places, Spec

APP, API, STORE = Client("App"), Service("API"), Database("Store")


def faults(design: Design | Spec) -> list[str]:
    with pytest.raises(SpecError) as caught:
        link(design)
    return str(caught.value).splitlines()


def ids(architecture: Architecture) -> list[str]:
    return list(architecture.ids.values())


def test_components_stand_in_the_order_in_which_they_are_first_spoken_of() -> None:
    assert link(Design("D", [Calls(APP, API), STORE, Reads(API, STORE)])).all_components == (APP, API, STORE)


def test_a_part_that_is_listed_twice_is_one() -> None:
    call = Calls(APP, API)
    architecture = link(Design("D", [call, APP, call]))
    assert (architecture.all_components, architecture.all_connections) == ((APP, API), (call,))


def test_a_dead_letter_queue_is_a_component_though_nothing_connects_to_it() -> None:
    last = Queue("Third try")
    dead = Queue("Dead jobs", dead_letter=last)
    jobs = Queue("Jobs", dead_letter=dead)
    assert link(Design("D", [Publishes(API, jobs), STORE])).all_components == (API, jobs, dead, last, STORE)


def test_a_row_of_dead_letter_queues_may_be_long() -> None:
    queue = Queue("Q0")
    for number in range(1, 3000):
        queue = Queue(f"Q{number}", dead_letter=queue)
    assert len(link(Design("D", [queue])).all_components) == 3000


def test_groups_stand_from_the_innermost_outwards() -> None:
    region = Group("Region")
    edge, data = Group("Edge", group=region), Group("Data", group=region)
    assert link(Design("D", [Service("A", group=edge), Service("B", group=data)])).groups == (edge, region, data)


def test_ids_come_from_names_unless_they_are_given() -> None:
    jobs = Queue("Jobs", id="work")
    parts = [Publishes(API, jobs), Consumes(Worker("Job runner"), jobs, id="take")]
    assert ids(link(Design("D", parts))) == ["api", "work", "job_runner", "api-publishes-work", "take"]


def test_connections_alike_are_numbered() -> None:
    parts = [Calls(APP, API), Calls(APP, API), Calls(APP, API), Reads(APP, API)]
    assert ids(link(Design("D", parts)))[2:] == ["app-calls-api", "app-calls-api-2", "app-calls-api-3", "app-reads-api"]


def test_a_number_that_another_connection_has_is_left_out() -> None:
    parts = [Calls(APP, API), Calls(APP, API), Calls(APP, API, id="app-calls-api-2")]
    assert ids(link(Design("D", parts)))[2:] == ["app-calls-api", "app-calls-api-3", "app-calls-api-2"]


def test_an_id_that_is_given_is_kept_from_those_that_are_made() -> None:
    parts = [Calls(APP, API), Calls(APP, API, id="app-calls-api")]
    assert ids(link(Design("D", parts)))[2:] == ["app-calls-api-2", "app-calls-api"]


def test_the_plainest_connection_has_an_id_without_a_space() -> None:
    assert ids(link(Design("D", [Connection(Component("A"), Component("B"))]))) == ["a", "b", "a-connects_to-b"]


def test_two_components_of_one_name_clash() -> None:
    assert faults(Design("D", [Service("Store"), Database("store")])) == [
        'two parts have the id "store"; give one of them an id of its own'
    ]


def test_a_clash_names_the_place_of_both() -> None:
    first, second = Service("Store"), Database("Store")
    places: Places = {(first, None): Position("d.py", 3, 1), (second, None): Position("d.py", 4, 1)}
    assert faults(Spec(Design("D", [first, second]), "d.py", places)) == [
        'd.py:4:1: two parts have the id "store" (the other: d.py:3:1); give one of them an id of its own'
    ]


def test_a_component_and_a_connection_of_one_id_clash() -> None:
    assert faults(Design("D", [Calls(APP, API, id="app")])) == ['two parts have the id "app"; give one of them an id of its own']


def test_two_groups_of_one_name_clash() -> None:
    parts = [Service("A", group=Group("Edge")), Service("B", group=Group("Edge"))]
    assert faults(Design("D", parts)) == ['two parts have the id "edge"; give one of them an id of its own']


def test_a_group_may_be_named_like_a_component() -> None:
    assert ids(link(Design("D", [Service("Edge", group=Group("Edge"))]))) == ["edge", "edge"]


def test_a_walkthrough_may_not_go_along_a_connection_of_elsewhere() -> None:
    design = Design("D", [Calls(APP, API)], walkthroughs=[Walkthrough("Send", [Step(Calls(APP, API))])])
    assert faults(design) == ['a step of "Send" goes along a connection that is not among the parts; add it']


def test_a_waiver_may_not_be_for_a_part_of_elsewhere() -> None:
    design = Design("D", [Calls(APP, API)], waivers=[Waiver("RT001", subject=STORE, reason="It is bought.")])
    assert faults(design) == ['the waiver of "RT001" is for a part that the design does not hold']


def test_a_view_shows_something_of_the_design() -> None:
    views = [View("Stores", only=[APP, STORE]), View("Nothing"), View("nothing", focus=APP)]
    design = Design("D", [Calls(APP, API)], views=views)
    assert sorted(faults(design)) == [
        'the view "Nothing" does not say what it shows; state `only` or `focus`',
        'the view "Stores" shows a component "Store" that is not among the parts; add it, or leave it out',
        'two views are called "nothing"; give one of them another name',
    ]


def test_all_that_is_wrong_is_said_at_once() -> None:
    design = Design(
        "D",
        [Service("Store"), Database("Store")],
        walkthroughs=[Walkthrough("Send", [Step(Calls(APP, API)), Step(Reads(API, STORE))])],
    )
    assert len(faults(design)) == 3


def test_groups_that_stand_in_one_another_end_in_a_message() -> None:
    inner, outer = Group("Inner"), Group("Outer")
    object.__setattr__(inner, "group", outer)
    object.__setattr__(outer, "group", inner)
    assert faults(Design("D", [Service("A", group=inner)])) == [
        '"A" stands in more than 20 groups, one in another; leave some of them out'
    ]


def test_twenty_groups_may_stand_in_one_another() -> None:
    group = Group("G0")
    for number in range(1, MAX_GROUPS):
        group = Group(f"G{number}", group=group)
    assert len(link(Design("D", [Service("A", group=group)])).groups) == MAX_GROUPS


def test_a_design_without_parts_is_an_architecture_without_any() -> None:
    architecture = link(Design("D", []))
    assert (architecture.name, architecture.all_components, architecture.all_connections) == ("D", (), ())


def test_two_walkthroughs_of_one_name_are_refused() -> None:
    call = Calls(APP, API)
    design = Design("D", [call], walkthroughs=[Walkthrough("Send it", [Step(call)]), Walkthrough("send it", [Step(call)])])
    assert faults(design) == ['two walkthroughs are called "send it"; give one of them another name']


def test_data_that_the_design_lists_come_first_and_in_that_order() -> None:
    first, second, third = Entity("First"), Entity("Second"), Entity("Third")
    parts: list[Component | Connection] = [Database("A", holds=[third, second]), Calls(APP, API, data=[first])]
    assert list(link(Design("D", parts)).data()) == [third, second, first]
    assert list(link(Design("D", parts, data=[second, first])).data()) == [second, first, third]
