"""Callers that need the result of work in the answer to their request, though that work is put on a queue.

It is taken to be that work which they ask for where they submit it, or where the service does nothing else: a mail that is put on
a queue is not what an order waits for.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.requirements import Requirements
from archgen.model.architecture import Architecture, remembered
from archgen.model.live_updates import looks
from archgen.model.waiting import waits
from archgen.values import dataclass
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.publishes import Publishes

ACCEPTED = 202
LIMITS = ("latency_p99", "latency_p95", "latency_p50", "latency_budget")


@dataclass(frozen=True)
class NeededResult:
    """The call that waits, the service that it waits for, and what requires the result in its answer.

    `within` is the most patient of the times in which that has to come, with what says so; None where none is stated.
    """

    call: Calls
    service: Service
    needs: Requirements
    within: tuple[timedelta, Requirements, str] | None


def needed_results(architecture: Architecture, queue: Queue) -> Sequence[NeededResult]:
    """Of each service that puts work on the queue, the caller that needs the result soonest."""
    services = [end for way in architecture.into(queue, Publishes) for end in architecture.members(way.source)]
    return [_needed(architecture)[one] for one in dict.fromkeys(services) if one in _needed(architecture)]


@remembered
def _needed(architecture: Architecture) -> Mapping[Component, NeededResult]:
    found: dict[Component, NeededResult] = {}
    for service in architecture.components(Service):
        if any(architecture.out_of(service, Publishes)):
            needed = list(_of(architecture, service))
            if needed:
                found[service] = min(needed, key=lambda one: one.within[0] if one.within else timedelta.max)
    return found


def _of(architecture: Architecture, service: Service) -> Iterator[NeededResult]:
    only = all(isinstance(one, Publishes) or looks(one) for one in architecture.out_of(service, Interaction))
    for call in architecture.into(service, Calls):
        submits = only or call.purpose == "submit" or call.response_status == ACCEPTED or service.returns_job_id
        if not waits(call) or looks(call) or not submits:
            continue
        callers = [one.requirements for one in architecture.members(call.source)]
        near = [call.requirements, *callers, service.requirements, architecture.design.requirements]
        said = [one for one in near if one is not None]
        needs = next((one for one in said if one.result_in_response is not None), None)
        if needs and needs.result_in_response:
            yield NeededResult(call, service, needs, next(_limits(said), None))


def _limits(said: Sequence[Requirements]) -> Iterator[tuple[timedelta, Requirements, str]]:
    """Of each of them the longest time."""
    for needs in said:
        stated = [(value, needs, name) for name in LIMITS if (value := getattr(needs, name)) is not None]
        if stated:
            yield max(stated, key=lambda one: one[0])
