"""Many steps are tied together by queues alone, and nothing knows how far a run is.

## Why it matters
Worker one puts a message into the queue of worker two, and so on. Each piece is simple, and nobody has the whole: where run 7
stands is found by looking into four queues and four dead letter queues, how long a run takes is in no log, and a run that is
to be stopped has to be caught. The order of the steps is in the code of all of them; one more between the second and the
third is a change of two programs, released in the right order, while old messages are on their way.

## What to do
From about four steps on, let a workflow engine keep the order, the state of each run and its attempts: Temporal and Step
Functions for runs by request, Airflow for those by schedule. Or a coordinator of your own, with a row for each run: workers
tell it that they are done, and it sends the next one. Draw the steps as a workflow then, with what carries it on.

## When it does not apply
- A workflow engine, or a service that orchestrates, sets off some of the steps; or a workflow with a coordinator speaks of
  them.
- All steps write into one store, from which somebody reads how far each run is.
- Three steps or fewer, one after another.
- Notices at the end do not count, nor does what repairs dead letters, nor logs and topics, which are streams of events.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from archgen import (
    Calls,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Workflow,
    WorkflowEngine,
    WorkflowStep,
    Writes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    Whole,
    dead_letters,
    does,
    driven_by,
    heaviest_chains,
    only_tells,
    referred,
    remembered,
    taken_work,
)

SHOWN = 6


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most: Whole = 3
    """How many steps may follow one another over queues alone. Tool default: 3, whose queues one can still look into."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    dead = dead_letters(architecture)
    taken = [one for one in taken_work(architecture) if one.queue not in dead and not only_tells(one.worker)]
    workers = {one.worker for one in taken}
    if not taken:
        return
    passed = _passed_on(architecture, taken)
    along = {*passed, *(one.consumes for one in taken)}
    ways = architecture.leaving(along)
    chains = heaviest_chains(architecture, workers, ways, lambda link: float(link in workers))
    fed, told = {way.target for way in passed}, set[Component]()
    for first in dict.fromkeys(one.worker for one in taken if one.queue not in fed):
        if chains.weights[first] > options.most:
            chain = [one for one in takewhile(lambda link: link not in told, chains.along(first)) if isinstance(one, Component)]
            steps = [one for one in chain if one in workers]
            known = not _followed(architecture).isdisjoint(steps) or _is_written_down(architecture, steps)
            if len(steps) > options.most and not known:
                told.update(chain)
                yield _problem(steps, [one for one in chain if isinstance(one, Queue)])


def _passed_on(architecture: Architecture, taken: Sequence[TakenWork]) -> Sequence[Publishes]:
    """The connections by which one that takes from a queue puts something into the queue of another."""
    takers: dict[Queue, set[Component]] = {}
    for one in taken:
        takers.setdefault(one.queue, set()).add(one.worker)
    workers = {one.worker for one in taken}
    return [
        way
        for queue, own in takers.items()
        for way in architecture.into(queue, Publishes)
        if any(one in workers and one not in own for one in architecture.members(way.source))
    ]


@remembered
def _followed(architecture: Architecture) -> set[Component]:
    """What an engine or a service that orchestrates sets off, and what workflows speak of that somebody carries on."""
    drivers = [*architecture.components(WorkflowEngine)]
    orchestrators = (one for one in architecture.components(Service) if one.role == "orchestrator")
    found = {end for one in (*drivers, *orchestrators) for end in driven_by(architecture, one)}
    for one in architecture.design.behaviours:
        if isinstance(one, Workflow) and (one.coordinator or one.coordination == "workflow_engine"):
            found.update(part for part in referred(one) if isinstance(part, Component))
    return found


def _is_written_down(architecture: Architecture, steps: Sequence[Component]) -> bool:
    """Whether all write into a store, from which somebody reads how far a run is."""
    stores = set.intersection(*({way.target for way in architecture.out_of(one, Writes)} for one in steps))
    return any(any(architecture.into(store, Reads)) for store in stores)


def _problem(steps: Sequence[Component], queues: Sequence[Queue]) -> Problem:
    names = ", ".join(one.name for one in steps[:SHOWN]) + (f" and {len(steps) - SHOWN} more" if len(steps) > SHOWN else "")
    pairs = list(pairwise(steps))
    return Problem(
        steps[0],
        f"{len(steps)} steps follow one another over queues alone, and nothing knows how far a run is: {names}",
        [Fact(f"{does(one.name, 'hands')} on to {other.name} over a queue", one) for one, other in pairs],
        "let a workflow engine, or a coordinator with a row for each run, carry them on",
        also=[*steps[1:], *queues],
    )


def video(
    *names: str,
    by: Literal["engine", "orchestrator", "workflow"] | None = None,
    last: str | None = None,
    log: bool = False,
    states: bool = False,
) -> Design:
    dead, before = Queue("Dead steps"), Service("API")
    known = [Worker(name, side_effect="notification" if name == last else None, idempotent=True) for name in names]
    parts: list[Connection] = []
    source: Component = before
    for worker in known:
        queue = Log(f"{worker.name} steps") if log else Queue(f"{worker.name} steps", dead_letter=dead, max_receives=5)
        parts += [Publishes(source, queue, idempotent=True), Consumes(worker, queue)]
        source = worker
    driver = {"engine": WorkflowEngine("Engine"), "orchestrator": Service("Coordinator", role="orchestrator")}.get(by or "")
    parts += [Calls(driver, known[0], timeout=seconds(5), idempotent=True)] if driver else []
    runs = Database("Runs")
    parts += [*(Writes(one, runs, idempotent=True) for one in known), Reads(before, runs)] if states else []
    steps = [WorkflowStep(one.name, runs_on=one) for one in known]
    work = Workflow("Video", steps, coordinator=before) if by == "workflow" else None
    return Design("Video", parts, behaviours=[work] if work else [])


FOUR = ("Cut", "Encode", "Package", "Publish")
rule = Rule(
    "LT081",
    Severity.INFO,
    check,
    flagged=[lambda: video(*FOUR), lambda: video(*FOUR, "Index", "Tell", last="Tell")],
    accepted=[
        lambda: video(*FOUR[:3]),
        lambda: video(*FOUR[:3], "Tell", last="Tell"),
        lambda: video(*FOUR, by="engine"),
        lambda: video(*FOUR, by="orchestrator"),
        lambda: video(*FOUR, by="workflow"),
        lambda: video(*FOUR, log=True),
        lambda: video(*FOUR, states=True),
    ],
    see=["dag-scheduler", "job-dag", "workflow-engine-for-one-step"],
    options=Options,
)
