"""Changing attributes of a design: what is made anew, and what stays."""

from archgen import Cache, CacheAside, Calls, Client, Database, Design, Reads, Service, Step, System, Walkthrough
from archgen.errors import Position
from archgen.model.changing import changed
from archgen.model.link import link
from archgen.model.spec import Spec

app, api, store = Client("App", devices=10), Service("API", replicas=2), Database("Store")
CALL, READ = Calls(app, api), Reads(api, store)
DESIGN = Design("Shop", [CALL, READ], walkthroughs=[Walkthrough("Look", [Step(CALL), Step(READ)])])


def test_what_speaks_of_a_changed_part_speaks_of_the_new_one() -> None:
    made = changed(Spec(DESIGN), link(DESIGN), {api: {"replicas": 5}})
    architecture = link(made)
    new = architecture.part("api")
    assert isinstance(new, Service)
    assert new.replicas == 5
    call, read = architecture.connections()
    assert (call.target, read.source) == (new, new)
    assert [step.along for step in made.design.walkthroughs[0].steps] == [call, read]


def test_the_design_that_it_is_made_from_stays_as_it_is_and_shares_what_does_not_change() -> None:
    made = changed(Spec(DESIGN), link(DESIGN), {api: {"replicas": 5}})
    assert api.replicas == 2
    assert link(DESIGN).part("api") is api
    assert link(made).part("store") is store
    assert link(made).part("app") is app


def test_nothing_changed_is_the_same_design_with_the_same_ids() -> None:
    made = changed(Spec(DESIGN), link(DESIGN), {})
    assert link(made).ids == link(DESIGN).ids


def test_requirements_can_change() -> None:
    made = changed(Spec(DESIGN), link(DESIGN), {DESIGN.requirements: {"peak_factor": 4.0}})
    assert made.design.requirements.peak_factor == 4
    assert DESIGN.requirements.peak_factor is None


def test_places_follow_the_words() -> None:
    place = Position("shop.yaml", 7)
    made = changed(Spec(DESIGN, "shop.yaml", {(api, None): place}), link(DESIGN), {api: {"replicas": 5}})
    assert made.locate(link(made).part("api")) == place


def test_a_changed_connection_of_a_pattern_stands_in_its_place() -> None:
    web, cache, database = Service("Web"), Cache("Cache"), Database("Rows")
    pattern = CacheAside(web, cache, database)
    design = Design("Shop", [pattern])
    before = link(design)
    connection = pattern.connections[0]
    after = link(changed(Spec(design), before, {connection: {"per_request": 3.0}, cache: {"hit_rate": 0.5}}))
    assert list(after.ids.values()) == list(before.ids.values())
    assert after.all_connections[0].per_request == 3
    assert [one.hit_rate for one in after.components(Cache)] == [0.5]


def test_the_design_in_a_box_stays_as_it_is() -> None:
    box = System("Pay", design=DESIGN, entry=api)
    design = Design("Shop", [Calls(Client("Web", devices=1), box)])
    after = link(changed(Spec(design), link(design), {box: {"availability": 0.5}}))
    assert [(one.design, one.availability) for one in after.components(System)] == [(DESIGN, 0.5)]


def test_unrounded_values_are_held_as_they_are() -> None:
    made = changed(Spec(DESIGN), link(DESIGN), {app: {"devices": 10}}, {app: {"devices": 12.5}})
    assert [one.devices for one in link(made).components(Client)] == [12.5]
