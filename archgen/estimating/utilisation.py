"""Which share of what a component can serve is taken."""

from collections.abc import Iterator, Mapping

from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.estimating.rates import plain
from archgen.model.estimate import Derivation, Formula, Measure, Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store


def utilisation(component: Component, known: Mapping[Measure, Quantity]) -> Quantity | None:
    """The most used of the component's limits, from what is known of it; None where no limit or no load is known."""
    return max(_shares(component, known), key=lambda share: share.value, default=None)


def _shares(component: Component, known: Mapping[Measure, Quantity]) -> Iterator[Quantity]:
    requests, capacity = known.get("requests"), known.get("capacity")
    if requests and capacity and capacity.value:
        yield _share(_Over(requests, capacity), requests.value / capacity.value, requests, capacity)
    if isinstance(component, Store):
        yield from _of_limit(known.get("reads"), component.max_read_rate, "reads")
        yield from _of_limit(known.get("writes"), component.max_write_rate, "writes")
    if isinstance(component, Broker):
        yield from _of_limit(requests, component.max_publish_rate, "messages")
    held = known.get("connections_per_replica")
    if isinstance(component, Service) and component.max_connections and held:
        formula = f"{plain(held)} / {number(component.max_connections)} a replica"
        yield _share(formula, held.value / component.max_connections, held)


def _of_limit(load: Quantity | None, limit: Rate | None, what: str) -> Iterator[Quantity]:
    if load and limit:
        yield _share(lambda: f"{plain(load)} {what} / {readable(limit)}", load.value / limit, load)


class _Over:
    """The formula of a share, which hardly anybody reads of the many that there are."""

    __slots__ = ("limit", "load")

    def __init__(self, load: Quantity, limit: Quantity) -> None:
        self.load, self.limit = load, limit

    def __call__(self) -> str:
        return f"{plain(self.load)} / {plain(self.limit)}"


def _share(formula: Formula, value: float, *inputs: Quantity) -> Quantity:
    assumptions = dict.fromkeys(text for part in inputs for text in part.derivation.assumptions)
    partial = inputs[0].partial
    return Quantity("utilisation", value, "share", Derivation(formula, inputs, tuple(assumptions)), partial)
