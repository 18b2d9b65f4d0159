"""The heaviest chain from each part, for any graph and any weights."""

from hypothesis import given

from archgen import Calls, Component, Connection, Database, Design, Group, Reads, Service
from archgen.model.heaviest_chain import Link, heaviest_chains
from archgen.model.link import link
from tests.estimating.systems import systems


def weigh(*parts: Connection | Component, **weights: float) -> tuple[list[Component], object]:
    architecture = link(Design("D", list(parts)))
    chains = heaviest_chains(
        architecture,
        architecture.components(),
        architecture.leaving(set(architecture.connections())),
        lambda part: weights.get(part.name, 0) if isinstance(part, Component) else 0,
    )
    start = architecture.all_components[0]
    return [part for part in chains.along(start) if isinstance(part, Component)], chains.weights[start]


ONE, TWO, THREE = Service("One"), Service("Two"), Service("Three")


def test_the_heavier_of_two_branches_is_taken() -> None:
    assert weigh(Calls(ONE, TWO), Calls(ONE, THREE), One=1, Two=2, Three=3) == ([ONE, THREE], 4)


def test_weights_add_up_along_the_chain_and_a_long_light_one_loses() -> None:
    store = Database("Store")
    assert weigh(Calls(ONE, TWO), Reads(TWO, store), Calls(ONE, THREE), Two=1, Store=1, Three=3) == ([ONE, THREE], 3)


def test_no_chain_goes_round() -> None:
    assert weigh(Calls(ONE, TWO), Calls(TWO, ONE), One=1, Two=1) == ([ONE, TWO], 2)


def test_a_group_leads_to_each_of_its_members() -> None:
    tier = Group("Tier")
    heavy, light = Service("Heavy", group=tier), Service("Light", group=tier)
    assert weigh(ONE, Calls(ONE, tier), heavy, light, Heavy=2, Light=1) == ([ONE, heavy], 2)


@given(systems())
def test_every_chain_is_simple_and_weighs_what_stands_on_it(parts: list[Connection | Component]) -> None:
    architecture = link(Design("Any", parts))
    links: list[Link] = [*architecture.components(), *architecture.connections()]
    order = {part: index for index, part in enumerate(links)}
    chains = heaviest_chains(
        architecture,
        architecture.components(),
        architecture.leaving(set(architecture.connections())),
        lambda part: float(order[part]),
    )
    for component in architecture.components():
        chain = list(chains.along(component))
        assert len(set(chain)) == len(chain)
        assert chains.weights[component] == sum(order[part] for part in chain)
