"""What reaches what, asked of several ends at once."""

from hypothesis import given

from archgen import Calls, Component, Connection, Database, Design, Group, Reads, Service
from archgen.model.link import link
from archgen.model.reaching import gathered, reaching
from tests.estimating.systems import systems

ONE, TWO, STORE, OTHER = Service("One"), Service("Two"), Database("Store"), Database("Other")


def names(start: Component, *parts: Connection | Component, ends: tuple[Component, ...] = (STORE, OTHER)) -> list[str]:
    reached = reaching(link(Design("D", list(parts))), [start], ends)
    return [end.name for end in reached.get(start, ())]


def test_what_flows_on_reaches_what_is_at_the_end() -> None:
    assert names(ONE, Calls(ONE, TWO), Reads(TWO, STORE), OTHER) == ["Store"]
    assert names(STORE, Calls(ONE, TWO), Reads(TWO, STORE), OTHER) == ["Store"]
    assert names(OTHER, Calls(ONE, TWO), Reads(TWO, STORE), OTHER, ends=(STORE,)) == []


def test_in_a_circle_each_reaches_the_same() -> None:
    parts = [Calls(ONE, TWO), Calls(TWO, ONE), Reads(TWO, STORE), Reads(ONE, OTHER)]
    reached = reaching(link(Design("D", parts)), [ONE], [STORE, OTHER])
    assert (list(reached[ONE]), reached[ONE] is reached[TWO]) == ([STORE, OTHER], True)


def test_a_group_leads_to_all_that_stand_in_it() -> None:
    tier = Group("Tier")
    assert names(ONE, Calls(ONE, tier), Database("Store", group=tier), ends=()) == []
    inner = Database("Inner", group=tier)
    assert names(ONE, Calls(ONE, tier), inner, ends=(inner,)) == ["Inner"]


@given(systems())
def test_it_is_as_if_each_was_asked_alone(parts: list[Connection | Component]) -> None:
    architecture = link(Design("Any", parts))
    components = architecture.all_components
    reached = reaching(architecture, components, components)
    assert {one: list(reached[one]) for one in components} == {
        one: [end for end in components if architecture.reaches(one, end)] for one in components
    }


def test_all_that_one_comes_to_is_gathered_step_by_step_and_once() -> None:
    one, two, three, apart = (Service(name) for name in ("A", "B", "C", "D"))
    ahead: dict[Component, list[Component]] = {one: [two], two: [three, one], three: [], apart: [one]}
    assert set(gathered([one], ahead.__getitem__)) == {one, two, three}
    assert not gathered([], ahead.__getitem__)
