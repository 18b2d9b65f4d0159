"""Which share of the time each component has to answer."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Worker,
)
from archgen.model.availability_need import availability_needs, away, relied_on, walked
from archgen.model.link import link

APP, API, STORE = Client("App"), Service("API"), Database("Store")


def needs(design: Design) -> dict[str, float]:
    return {component.name: relied.need.share for component, relied in relied_on(link(design)).items()}


def test_what_the_design_requires_holds_for_all_that_its_clients_cannot_do_without() -> None:
    queue, worker = Queue("Jobs"), Worker("Worker")
    parts = [Calls(APP, API), Reads(API, STORE), Publishes(API, queue), Consumes(worker, queue)]
    found = needs(Design("D", parts, requirements=Requirements(availability=0.999)))
    assert found == {"App": 0.999, "API": 0.999, "Store": 0.999, "Jobs": 0.999}


def test_a_design_without_clients_begins_at_what_nothing_flows_into() -> None:
    design = Design("D", [Reads(API, STORE)], requirements=Requirements(availability=0.99))
    assert needs(design) == {"API": 0.99, "Store": 0.99}


def test_of_several_needs_the_strictest_counts_and_the_others_go_on_behind_it() -> None:
    strict = Service("Strict", requirements=Requirements(availability=0.9999))
    own, shared = Database("Own"), Service("Shared")
    parts = [Calls(APP, shared), Calls(shared, strict), Reads(strict, own), Reads(shared, STORE)]
    design = Design("D", parts, requirements=Requirements(availability=0.99))
    assert [need.share for need in availability_needs(link(design))] == [0.9999, 0.99]
    assert needs(design) == {"Strict": 0.9999, "Own": 0.9999, "App": 0.99, "Shared": 0.99, "Store": 0.99}


def test_what_a_walkthrough_requires_holds_for_its_own_steps_and_stops_no_other_need() -> None:
    ask, look, hint = Calls(APP, API), Reads(API, STORE), Calls(API, Service("Hints"))
    walk = Walkthrough("Look up", [Step(ask), Step(look)], requirements=Requirements(availability=0.9999))
    design = Design("D", [ask, look, hint], requirements=Requirements(availability=0.99), walkthroughs=[walk])
    assert needs(design) == {"App": 0.9999, "API": 0.9999, "Store": 0.9999, "Hints": 0.99}
    assert relied_on(link(design))[STORE].over is look


def test_a_walkthrough_needs_what_it_waits_for_and_not_what_goes_on_behind_a_broker() -> None:
    queue, worker = Queue("Jobs"), Worker("Worker")
    ask, put, take, look = Calls(APP, API), Publishes(API, queue), Consumes(worker, queue), Reads(worker, STORE)
    walk = Walkthrough("Do", [Step(ask), Step(put), Step(ask, back=True), Step(take), Step(look)])
    found = walked(link(Design("D", [ask, put, take, look], walkthroughs=[walk])), walk)
    assert found == {APP: None, API: ask, queue: put}


def test_a_share_is_told_as_time_away_in_a_month() -> None:
    assert [away(share) for share in (0.99, 0.9999, 1, 0)] == ["7.2 h a month", "4.32 min a month", "0 s a month", "30 d a month"]
