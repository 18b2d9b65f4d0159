"""What waits in queues while what takes from them is away: for how long, and how soon it is worked off afterwards."""

from collections.abc import Iterator

from archgen.documents.facts import joined, value
from archgen.documents.rounded import rounded
from archgen.dsl.component import Component
from archgen.dsl.readable import span
from archgen.model.dossier import Dossier
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.consumes import Consumes

AN_HOUR = 3_600.0
LOST = {
    "reject": "then it refuses more",
    "block": "then publishers have to wait",
    "drop_oldest": "then the oldest are dropped",
    "drop_newest": "then what comes is dropped",
    "drop_low_priority": "then the least important are dropped",
    "spill": "then it spills to disk",
}


def taken_from(dossier: Dossier, part: Component) -> list[tuple[Broker, Consumes]]:
    """The brokers that it takes from, and how."""
    return [
        (one.target, one)
        for one in dossier.architecture.connections(Consumes)
        if part in dossier.architecture.members(one.source) and isinstance(one.target, Broker)
    ]


def waits_in(dossier: Dossier, part: Component) -> Iterator[str]:
    """Where its work waits, for how long at the most, and how long it takes to work off an hour of it."""
    brokers = list(dict.fromkeys(broker for broker, _ in taken_from(dossier, part)))
    forgetting = [one.name for one in brokers if one.durable is False]
    holding = [one for one in brokers if one.durable or (one.durable is None and isinstance(one, Queue | Log))]
    if forgetting:
        yield f"What comes through {joined(forgetting)} meanwhile is lost to it"
    if holding:
        held = [f"{one.name}{_held(dossier, one)}" for one in holding]
        yield rounded(f"Work waits in {joined(held)}")
        yield from _caught_up(dossier, part)


def handed_out_again(dossier: Dossier, part: Component) -> Iterator[str]:
    """What becomes of the work that it had in hand."""
    for broker, taking in taken_from(dossier, part):
        if taking.acknowledge == "before":
            yield f"What was in hand from {broker.name} is lost, as it confirms before it works"
        elif isinstance(broker, Queue) and taking.acknowledge == "after":
            hidden = value(broker, "visibility_timeout")
            after = f" {hidden} after it was taken" if hidden else ""
            yield rounded(f"What was in hand comes again from {broker.name}{after}{_put_aside(broker)}")
        elif taking.commit in ("after_write", "with_write"):
            yield f"It goes on in {broker.name} behind what it has written"


def _held(dossier: Dossier, broker: Broker) -> str:
    """For how long, by its room and by its time."""
    told = []
    coming = dossier.estimate.busiest(dossier.architecture.id(broker), "requests")
    if broker.max_depth and coming and coming.value > 0:
        full = f", {LOST[broker.overflow]}" if broker.overflow else ""
        told.append(f"has room for {span(broker.max_depth / coming.value)} of it{full}")
    if broker.retention:
        told.append(f"keeps it for {value(broker, 'retention')}")
    return f", which {' and '.join(told)}" if told else ""


def _caught_up(dossier: Dossier, part: Component) -> Iterator[str]:
    id = dossier.architecture.id(part)
    capacity = dossier.estimate.of(id, "peak_capacity") or dossier.estimate.of(id, "capacity")
    coming = dossier.estimate.of(id, "requests")
    if capacity and coming and coming.value > 0:
        spare = capacity.value - coming.value
        if spare <= 0:
            yield "It never catches up afterwards, as more comes than it can do"
        else:
            yield rounded(f"After an hour away it has caught up in {span(AN_HOUR * coming.value / spare)}")


def _put_aside(queue: Queue) -> str:
    times = f"{queue.max_receives} times at the most" if isinstance(queue.max_receives, int) else ""
    dead = f"{'then' if times else 'in the end'} it goes to {queue.dead_letter.name}" if queue.dead_letter else ""
    return "".join(f", {text}" for text in (times, dead) if text)
