"""Polls for the state of jobs: who asks again and again how far work is, what answers, and who does that work."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice

from archgen.dsl.component import Component
from archgen.dsl.connection import End
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_reach import onward_calls
from archgen.model.live_updates import is_poll, looks_after_a_job
from archgen.model.spoken_of import dead_letters
from archgen.model.taken_work import DURATIONS, TakenWork
from archgen.values import dataclass
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.monitoring import Monitoring
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.scheduler import Scheduler
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes

# Of so many answering components and workers of one poll is looked at what they are.
MOST = 100
Said = tuple[timedelta, Worker, str]


@dataclass(frozen=True)
class JobPoll:
    """A call by which somebody asks again and again how far work is; `workers` do that work, as far as the design shows it."""

    call: Calls
    answering: Sequence[Component]
    workers: Sequence[Worker]

    @property
    def shortest(self) -> Said | None:
        """The usual length of the shortest of the work, and what states it; None where one of the workers states nothing."""
        each = [_usual(one) for one in self.workers]
        known = [one for one in each if one]
        return min(known, key=lambda one: one[0]) if known and len(known) == len(each) else None

    @property
    def longest(self) -> Said | None:
        """How long the longest of it takes, as far as that is stated."""
        return max((said for one in self.workers for said in _said(one)), key=lambda one: one[0], default=None)


@dataclass(frozen=True)
class Asked:
    """What calls to one end in one protocol come to: who answers, whether that hands out ids of jobs, and who does these."""

    answering: Sequence[Component]
    gives_ids: bool
    workers: Sequence[Worker]


@remembered
def job_polls(architecture: Architecture) -> Sequence[JobPoll]:
    """All of them: what is stated to ask for a state or progress, and polls of what hands out ids of jobs; none of watchers."""
    found = list[JobPoll]()
    for call in architecture.connections(Calls):
        if (is_poll(call) or call.purpose == "poll") and not all(
            isinstance(one, (Monitoring, Scheduler)) for one in architecture.members(call.source)
        ):
            asked = _known(architecture).of(call)
            if looks_after_a_job(call) or (call.purpose in (None, "poll") and asked.gives_ids and asked.workers):
                found.append(JobPoll(call, asked.answering, asked.workers))
    return found


def polled(architecture: Architecture, call: Calls) -> Sequence[Component]:
    """What answers a call, behind whatever passes it on; the first hundred."""
    return _known(architecture).of(call).answering


@remembered
def _known(architecture: Architecture) -> "_Work":
    return _Work(architecture)


class _Work:
    """What is asked, and who does the work behind it: each looked for once."""

    def __init__(self, architecture: Architecture) -> None:
        self._architecture = architecture
        dead = dead_letters(architecture)
        self._queues = {queue: each for queue, each in TakenWork.by_queue(architecture).items() if queue not in dead}
        self._takers = {taken.worker for each in self._queues.values() for taken in each}
        self._asked: dict[tuple[End, str | None], Asked] = {}
        self._behind: dict[Component, Sequence[Worker]] = {}
        self._writing: dict[Component, Sequence[Worker]] = {}

    def of(self, call: Calls) -> Asked:
        """What the call comes to."""
        key = (call.target, call.protocol)
        if key not in self._asked:
            answering = self._answering(call)
            workers = dict.fromkeys(one for end in answering for one in self._doing(end))
            ids = any(isinstance(end, Service) and end.returns_job_id for end in answering)
            self._asked[key] = Asked(answering, ids, list(islice(workers, MOST)))
        return self._asked[key]

    def _answering(self, call: Calls) -> Sequence[Component]:
        onwards, seen = onward_calls(self._architecture), dict[Component, bool]()
        waiting = [*reversed(self._architecture.members(call.target)[:MOST])]
        while waiting and len(seen) < MOST:
            end = waiting.pop()
            if end not in seen:
                ahead = onwards.behind(end, call.protocol)[:MOST]
                seen[end] = not ahead
                waiting += [one for way in reversed(ahead) for one in self._architecture.members(way.target)[:MOST]]
        return [end for end, answers in seen.items() if answers]

    def _doing(self, end: Component) -> Sequence[Worker]:
        """Those who take what it puts on queues, and those who write what it reads."""
        if end not in self._behind:
            self._behind[end] = list(islice(dict.fromkeys(self._found(end)), MOST)) if self._takers else []
        return self._behind[end]

    def _found(self, end: Component) -> Iterator[Worker]:
        for way in self._architecture.out_of(end, Publishes):
            for queue in self._architecture.members(way.target):
                if isinstance(queue, Queue):
                    yield from (taken.worker for taken in self._queues.get(queue, ())[:MOST])
        for read in self._architecture.out_of(end, Reads):
            for store in self._architecture.members(read.target):
                if isinstance(store, (Store, Cache)):
                    yield from self._writers(store)

    def _writers(self, store: Component) -> Sequence[Worker]:
        if store not in self._writing:
            ways = self._architecture.into(store, Writes)
            ends = (one for way in ways for one in self._architecture.members(way.source))
            self._writing[store] = [one for one in islice(ends, MOST) if isinstance(one, Worker) and one in self._takers]
        return self._writing[store]


def _usual(worker: Worker) -> Said | None:
    """How long it works as a rule; where it does not say so, at the most."""
    if worker.task_duration is not None:
        return worker.task_duration, worker, "task_duration"
    return max(_said(worker), key=lambda one: one[0], default=None)


def _said(worker: Worker) -> Iterator[Said]:
    for name in DURATIONS:
        value = getattr(worker, name)
        if value is not None:
            yield value, worker, name
