"""What waits in queues while what takes from them is away: for how long, and how soon it is worked off afterwards."""

from collections.abc import Iterator, Sequence

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
    "reject": "it refuses more",
    "block": "publishers have to wait",
    "drop_oldest": "the oldest are dropped",
    "drop_newest": "what comes is dropped",
    "drop_low_priority": "the least important are dropped",
    "spill": "it spills to disk",
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
        yield rounded(f"Work waits in {_waiting(dossier, holding)}")
        yield from _caught_up(dossier, part, holding)


def handed_out_again(dossier: Dossier, part: Component) -> Iterator[str]:
    """What becomes of the work that it had in hand."""
    again, behind = dict[str, list[str]](), list[str]()
    for broker, taking in taken_from(dossier, part):
        if taking.acknowledge == "before":
            yield f"What was in hand from {broker.name} is lost, as it confirms before it works"
        elif isinstance(broker, Queue) and taking.acknowledge == "after":
            hidden = value(broker, "visibility_timeout")
            again.setdefault(f" after {hidden}" if hidden else "", []).append(broker.name)
        elif taking.commit in ("after_write", "with_write"):
            behind.append(broker.name)
    if behind:
        yield f"It goes on in {joined(behind)} behind what it has written"
    for how, brokers in again.items():
        yield rounded(f"What was in hand comes again from {joined(brokers)}{how}")


def _waiting(dossier: Dossier, brokers: Sequence[Broker]) -> str:
    """The brokers with how long each holds it; of those that are alike that is said once."""
    alike: dict[str, list[str]] = {}
    for one in brokers:
        alike.setdefault(_held(dossier, one), []).append(one.name)
    told = [f"{joined(several)}{_of_several(how) if len(several) > 1 else how}" for how, several in alike.items()]
    return "; and in ".join(told)


def _of_several(how: str) -> str:
    return how.replace("which keeps", "which keep", 1).replace("which has", "which have", 1)


def _held(dossier: Dossier, broker: Broker) -> str:
    """For how long: by its room, if that is full before its time is over, else by its time."""
    room = _room(dossier, broker)
    if room is not None and (broker.retention is None or room < broker.retention.total_seconds()):
        full = f", after which {LOST[broker.overflow]}" if broker.overflow else ""
        return f", which has room for {span(room)} of it{full}"
    return f", which keeps it for {value(broker, 'retention')}" if broker.retention else ""


def _room(dossier: Dossier, broker: Broker) -> float | None:
    """For how many seconds there is room, at the pace of the busiest time."""
    coming = dossier.estimate.busiest(dossier.architecture.id(broker), "requests")
    return broker.max_depth / coming.value if broker.max_depth and coming and coming.value > 0 else None


def _caught_up(dossier: Dossier, part: Component, brokers: Sequence[Broker]) -> Iterator[str]:
    id = dossier.architecture.id(part)
    coming, done = dossier.estimate.of(id, "requests"), _done(dossier, part, brokers)
    if done is None or coming is None or coming.value <= 0:
        return
    spare, alone = done - coming.value, brokers[0] if len(brokers) == 1 else None
    room = _room(dossier, alone) if alone else None
    if spare <= 0:
        yield "It never catches up, as more comes than can be done"
    elif alone and alone.max_depth and room is not None and room < AN_HOUR:
        yield rounded(f"Once it is full, catching up takes {span(alone.max_depth / spare)}")
    else:
        yield rounded(f"After an hour of that, catching up takes {span(AN_HOUR * coming.value / spare)}")


def _done(dossier: Dossier, part: Component, brokers: Sequence[Broker]) -> float | None:
    """How much can be done a second: all that it is able to, or what limits let through where it alone takes from a queue."""
    architecture, id = dossier.architecture, dossier.architecture.id(part)
    able = dossier.estimate.of(id, "peak_capacity") or dossier.estimate.of(id, "capacity")
    if able is None:
        return None
    alone = len(brokers) == 1 and len(list(architecture.out_of(brokers[0], Consumes))) == 1
    through = dossier.estimate.of(architecture.id(brokers[0]), "let_through") if alone else None
    return min(able.value, through.value) if through else able.value
