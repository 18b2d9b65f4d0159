"""What follows when a component is away, by how the design is connected: who stands still, who goes on, what waits where."""

from collections.abc import Iterable, Iterator, Sequence

from archgen.documents.agreement import agreeing, names
from archgen.documents.facts import joined
from archgen.documents.held_up import held_up, is_work
from archgen.documents.queued import waits_in
from archgen.documents.rounded import rounded
from archgen.dsl.component import Component
from archgen.dsl.connection import End
from archgen.dsl.readable import often
from archgen.model.architecture import Architecture
from archgen.model.cached_read import stores_behind
from archgen.model.client_path import Passing
from archgen.model.dossier import Dossier
from archgen.model.waiting import relying
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.monitoring import Monitoring
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.scheduler import Scheduler
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.components.workflow_engine import WorkflowEngine
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.notifies import Notifies
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.transfer import Transfer
from archgen.vocabulary.connections.uploads import Uploads

# What those do who go on all the same, of one and of several.
SOFT = {
    "fallback": ("falls back on something else", "fall back on something else"),
    "ignore": ("goes on without it", "go on without it"),
    "queue": ("keeps what it has for it", "keep what they have for it"),
    "shed": ("drops what it has for it", "drop what they have for it"),
}
# So much of what somebody asks is told by its label.
FEW = 2


def incoming(architecture: Architecture, part: Component) -> list[Interaction]:
    """Whatever somebody does with it: calls, reads, writes, takes from it, hands over to it."""
    found = (one for one in architecture.connections(Interaction) if part in architecture.members(one.target))
    return [one for one in found if not isinstance(one.source, Monitoring)]


def consequences(dossier: Dossier, part: Component) -> Iterator[str]:
    """Everything that follows, a sentence each, the worst first."""
    architecture = dossier.architecture
    yield from _stopped(architecture, part)
    yield from _softened(architecture, part)
    yield from _without_cache(dossier, part)
    yield from _unsaid(architecture, part)
    yield from waits_in(dossier, part)
    yield from _waited_for(architecture, part)
    yield from _starved(architecture, part)
    yield from _untold(architecture, part)
    yield from _late(architecture, part)
    yield from held_up(architecture, part)


def _stopped(architecture: Architecture, part: Component) -> Iterator[str]:
    along = relying(architecture)
    needing = [
        one for one in incoming(architecture, part) if one in along and one.source is not part and one.on_failure not in SOFT
    ]
    yield from _without_files(needing)
    sources = [one.source for one in needing if not (isinstance(one, Transfer) and isinstance(one.source, Client))]
    outside = [one.name for one in sources if _all(architecture, one, (ExternalSystem,))]
    clients = [one for one in sources if _all(architecture, one, (Client, ExternalSystem)) and one.name not in outside]
    shut_out = [one.name for one in clients if _has_no_other(architecture, one, part)]
    passing = [one.name for one in sources if isinstance(one, Passing) and not isinstance(one, Cdn)]
    copying = [one.name for one in sources if isinstance(one, Cdn)]
    others = [one.name for one in sources if one.name not in {*outside, *shut_out, *passing, *copying}]
    if copying:
        yield f"What {names(copying)} has no copy of is not answered"
    if passing:
        yield f"What comes to it through {names(passing)} is not answered"
    if shut_out:
        yield agreeing(shut_out, "is shut out", "are shut out")
    if outside:
        yield agreeing(outside, "gets no answer", "get no answer")
    if others:
        yield f"{names(others)} can hand nothing over" if isinstance(part, Broker) else _asked(needing, others)
    if isinstance(part, Broker) and part.durable is False:
        yield "What it holds at that moment is lost"
    if any(one.dead_letter is part for one in architecture.components(Queue)):
        yield "What fails for good cannot be put aside"
    else:
        yield from _failing_work(architecture, part)


def _has_no_other(architecture: Architecture, end: End, part: Component) -> bool:
    """Whether all that clients ask for, files aside, they ask of this part."""
    along, members = relying(architecture), set(architecture.members(end))
    asking = (one for one in architecture.connections(Interaction) if members & set(architecture.members(one.source)))
    return not any(
        one in along and not isinstance(one, Transfer) and part not in architecture.members(one.target) for one in asking
    )


def _asked(needing: Sequence[Interaction], sources: Sequence[str]) -> str:
    """What fails of those who ask; of one also by its own words, where these are few."""
    labels = list(dict.fromkeys(one.label for one in needing if one.source.name in sources and one.label))
    told = f" ({'; '.join(labels)})" if len(set(sources)) == 1 and 0 < len(labels) <= FEW else ""
    return f"What {agreeing(sources, 'asks', 'ask')} of it{told} fails"


def _without_files(needing: Sequence[Interaction]) -> Iterator[str]:
    """Clients that fetch or send files can do all else without what keeps them."""
    files = [one for one in needing if isinstance(one, Downloads | Uploads) and isinstance(one.source, Client)]
    fetching, sending = ({one.source.name: None for one in files if isinstance(one, sort)} for sort in (Downloads, Uploads))
    both = [one for one in fetching if one in sending]
    if both:
        yield f"{names(both)} can neither fetch from it nor send to it"
    for clients, doing in ((fetching, "can fetch nothing from it"), (sending, "can send nothing to it")):
        alone = [one for one in clients if one not in both]
        if alone:
            yield f"{names(alone)} {doing}"


def _all(architecture: Architecture, end: End, sorts: tuple[type[Component], ...]) -> bool:
    return all(isinstance(one, sorts) for one in architecture.members(end))


def _softened(architecture: Architecture, part: Component) -> Iterator[str]:
    ways: dict[str, dict[str, None]] = {}
    labels: dict[str, dict[str, None]] = {}
    for one in incoming(architecture, part):
        if one.on_failure in SOFT:
            ways.setdefault(one.source.name, {})[one.on_failure] = None
            labels.setdefault(one.source.name, {}).update({f'"{one.label}"': None} if one.label else {})
    along = relying(architecture)
    stopping = {one.source.name for one in incoming(architecture, part) if one in along and one.on_failure not in SOFT}
    alike: dict[tuple[str, ...], list[str]] = {}
    for source, hows in ways.items():
        if source in stopping:
            asked = f"For {joined([*labels[source]])}" if labels[source] else "In other cases"
            yield f"{asked}, {_done_without([source], hows)}"
        else:
            alike.setdefault(tuple(hows), []).append(source)
    yield from (_done_without(sources, hows) for hows, sources in alike.items())


def _done_without(sources: Sequence[str], hows: Iterable[str]) -> str:
    ways = [SOFT[how] for how in hows]
    return agreeing(sources, joined([one for one, _ in ways]), joined([several for _, several in ways]))


def _without_cache(dossier: Dossier, part: Component) -> Iterator[str]:
    """What comes to the stores behind a cache, and whether the only one bears it."""
    if not isinstance(part, Cache):
        return
    stores, id = stores_behind(dossier.architecture, part), dossier.architecture.id(part)
    reads = dossier.estimate.of(id, "peak_reads") or dossier.estimate.of(id, "reads")
    if not stores:
        return
    # Of several it is not stated which of them a read would have come from.
    text = f"All its reads go to {stores[0].name}" if len(stores) == 1 else f"Its reads go to {_either(stores)} instead"
    limit = stores[0].max_read_rate
    if reads and len(stores) > 1:
        text += f", {often(reads.value)} in all"
    elif reads and isinstance(limit, float):
        text += f": {often(reads.value)}, {'more than' if reads.value > limit else 'of'} the {often(limit)} that it serves"
    yield rounded(text)


def _either(stores: Sequence[Store]) -> str:
    *most, last = (one.name for one in stores)
    return f"{', '.join(most)} or {last}"


def _unsaid(architecture: Architecture, part: Component) -> Iterator[str]:
    """A cache may be away; what its readers do then is known where it stands before a store, or where they say it."""
    if isinstance(part, Cache) and not stores_behind(architecture, part):
        along = relying(architecture)
        open_ended = [one.source.name for one in incoming(architecture, part) if one not in along and not one.on_failure]
        if open_ended:
            yield agreeing(open_ended, "has to do without it", "have to do without it") + ", and how is not stated"


def _waited_for(architecture: Architecture, part: Component) -> Iterator[str]:
    """What a worker is to do waits where it comes from: in a store of whose changes it learns, or with who hands it out."""
    if isinstance(part, Worker):
        out = [one for one in architecture.connections(Consumes) if part in architecture.members(one.source)]
        stores = [one.target.name for one in out if isinstance(one.target, Store)]
        if stores:
            yield f"What changes in {names(stores)} waits for it"
        asking = [one.source.name for one in incoming(architecture, part) if isinstance(one, Calls) and one.mode == "async"]
        if asking:
            yield f"What {agreeing(asking, 'asks', 'ask')} of it waits"
    if isinstance(part, WorkflowEngine):
        starting = [one.source.name for one in incoming(architecture, part) if isinstance(one, Calls) and one.mode == "async"]
        if starting:
            yield f"{names(starting)} can hand nothing over"


def _starved(architecture: Architecture, part: Component) -> Iterator[str]:
    if isinstance(part, Broker | Store):
        takers = [one.source.name for one in incoming(architecture, part) if isinstance(one, Consumes)]
        if takers:
            yield f"Nothing new reaches {names(takers)}"


def _failing_work(architecture: Architecture, part: Component) -> Iterator[str]:
    """What becomes of the work of those who take it from a queue and cannot do it: it waits, or is put aside."""
    along = relying(architecture)
    needing = [one for one in incoming(architecture, part) if one in along or is_work(architecture, one)]
    callers = [end for one in needing for end in architecture.members(one.source)]
    waiting, failing = dict[str, list[str]](), dict[tuple[int, str], list[str]]()
    for worker, queue in _working_on(architecture, callers):
        if queue is part:
            continue
        if worker.pauses_on_failure:
            waiting.setdefault(queue.name, []).append(worker.name)
        elif isinstance(queue.dead_letter, Queue) and isinstance(queue.max_receives, int):
            failing.setdefault((queue.max_receives, queue.dead_letter.name), []).append(queue.name)
    for (attempts, dead), queues in failing.items():
        yield f"Work from {names(queues)} fails, and after {attempts} attempts it is in {dead}"
    if waiting:
        workers = [name for names_of in waiting.values() for name in names_of]
        yield f"{agreeing(workers, 'stops', 'stop')} taking work, which waits in {names(waiting)}"


def _working_on(architecture: Architecture, callers: Sequence[Component]) -> Iterator[tuple[Worker, Queue]]:
    for worker in dict.fromkeys(one for one in callers if isinstance(one, Worker)):
        for one in architecture.connections(Consumes):
            if worker in architecture.members(one.source) and isinstance(one.target, Queue):
                yield worker, one.target


def _untold(architecture: Architecture, part: Component) -> Iterator[str]:
    """What is sent without waiting stays in an outbox, or ends in a queue of dead letters."""
    along, unheard = relying(architecture), list[str]()
    for one in incoming(architecture, part):
        source = one.source
        if one in along or one.on_failure:
            continue
        if isinstance(one, Publishes) and isinstance(source, Service) and source.outbox:
            yield f"What {source.name} has to tell stays in its outbox until then"
        elif isinstance(one, Notifies) and one.dead_letter:
            yield f"What cannot be delivered ends in {one.dead_letter.name}"
        elif isinstance(one, Notifies):
            unheard.append(source.name)
    if unheard:
        yield f"What {agreeing(unheard, 'has', 'have')} to tell does not arrive"


def _late(architecture: Architecture, part: Component) -> Iterator[str]:
    """What nobody calls still does something."""
    outside = isinstance(part, Client | ExternalSystem | Monitoring | Broker | Store)
    if isinstance(part, Scheduler) or (not incoming(architecture, part) and not outside):
        done = [one for one in architecture.out_of(part) if not one.reversed]
        if done and not any(isinstance(one, Consumes) and one.source is part for one in architecture.connections()):
            targets = names(one.target.name for one in done)
            looks = any(isinstance(one, Reads | Calls) and one.poll_interval for one in done)
            late = isinstance(part, Scheduler | Worker) or looks or getattr(part, "leader_election", None)
            yield "Its work is late" if late else f"Nothing comes from it to {targets}"
    if isinstance(part, Monitoring):
        yield "Everything works, and nobody is told when it does not"
