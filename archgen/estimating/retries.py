"""How much can arrive where attempts fail: every retry makes one more of what it repeats, and of all behind that."""

from dataclasses import replace

from archgen.dsl.connection import Connection
from archgen.dsl.readable import number
from archgen.estimating.again import carry_again, grown
from archgen.estimating.entry import sent
from archgen.estimating.known import Found, Known
from archgen.estimating.load import Load
from archgen.estimating.peaks import at_most
from archgen.model.estimate import Quantity
from archgen.model.way_limits import let_through
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction

NAME = "rate if every attempt fails"


def storms(load: Load, known: Known) -> Found:
    """What arrives at each component at the most, on average load, where retries bring more; nothing where one never ends."""
    tried = {one: attempts(one) for one in load.architecture.connections()}
    if all(count == 1 for count in tried.values()):
        return {}
    entering = {one: _repeated(load.rates[one], tried[one]) for one in sent(load.architecture) if one in load.rates}

    def change(connection: Connection, carried: Quantity | None) -> Quantity | None:
        base = load.rates.get(connection) if _is_of_others(load, connection) else carried
        repeated = entering.get(connection) or (_repeated(base, tried[connection]) if base else None)
        return _let_through(load, connection, repeated) if repeated else None

    worst = carry_again(load, entering, change, NAME)
    more = {one for one, quantity in worst.rates.items() if quantity is not load.rates.get(one)}
    found: Found = {}
    for component in load.architecture.components():
        if more.isdisjoint(load.architecture.into(component)):
            continue
        usual = known.of(component, "requests")
        most = worst.arriving(component, name="requests if every attempt fails") if usual else None
        if usual and most and most.value > usual.value and not most.partial:
            found[component, "worst_requests"] = most.at_most()
    return found


def _let_through(load: Load, connection: Connection, repeated: Quantity) -> Quantity:
    """Of what is tried no more than the limits on its way let through: attempts count like all else."""
    limit = let_through(load.architecture, connection)
    if limit is None:
        return repeated
    return at_most(limit, f"the {number(limit)}/s that are let through", repeated, load.rates.get(connection))


def _is_of_others(load: Load, connection: Connection) -> bool:
    """Whether a system of others sends it of itself, as often as is stated: what is tried with that system changes nothing."""
    stated = getattr(connection, "rate", None) is not None
    return stated and all(isinstance(one, ExternalSystem) for one in load.architecture.members(connection.origin))


def attempts(connection: Connection) -> int | None:
    """How often one of them is made at the most; None where nothing ends it."""
    if isinstance(connection, Consumes) and isinstance(connection.target, Queue) and connection.target.max_receives:
        most = connection.target.max_receives
        return None if most == "unlimited" else most
    retry = connection.retry if isinstance(connection, Interaction) else None
    if not retry or retry.attempts is None:
        return 1
    return None if retry.attempts == "unlimited" else retry.attempts


def _repeated(rate: Quantity, count: int | None) -> Quantity:
    """Of what is repeated without end it is only known that it is no less."""
    if count is None:
        return replace(rate, partial=True)
    return rate if count == 1 else grown(rate, count, "attempts at the most") or rate
