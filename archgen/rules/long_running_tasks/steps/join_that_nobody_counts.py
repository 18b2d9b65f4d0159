"""A step waits for several others, and nothing tells for certain when the last of them is done.

## Why it matters
Each of three steps says "I am done" when it is. Somebody has to notice that this was the third. Two that finish in the same
moment both read "one is left", and both write "none": the video is published twice. Or both read "two" and write "one": it is
published never. A message that is delivered twice is counted twice, and a rendition is missing. Where the three end at any
time within a minute, and to read and write takes 2 ms, that is one run in 5,000: no test shows it.

## What to do
- Count in one command that says what is left, as an atomic decrement does, and go on where it says zero. Better, keep the set
  of those that are done, so that a second message of the same step changes nothing. State `join` all and `atomic_count`.
- Or let a workflow engine release the step: that is what it is for.

## When it does not apply
- It is counted without losing any (`atomic_count`), or all before it write their end atomically into a store.
- A workflow engine carries it on, or one server or one transaction has all of it.
- One of several is enough (`join` is any).
- How they are counted is not stated: a warning where nobody could, since no store is written and nobody is called; else that is
  asked.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import (
    Component,
    Consumes,
    Counter,
    DependsOn,
    Design,
    KeyValueStore,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Workflow,
    WorkflowEngine,
    WorkflowStep,
    Writes,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    Task,
    TaskGraph,
    Word,
    does,
    driven_by,
    listed,
    remembered,
    stated,
    task_graphs,
)

# Where one process or one transaction has all steps, it need not count what others say.
IN_ONE_PLACE = ("single_server", "transaction", "two_phase_commit", "workflow_engine")
BY_MESSAGES = ("none", "queue", "event_log")
COUNTS = ("increment", "decrement", "read_then_write")
SHOWN = 5


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    told = set[Component]()
    for graph in reversed(task_graphs(architecture)):
        if graph.workflow and _is_in_one_place(graph.workflow):
            told.update(end for one in graph.tasks if (end := graph.runs_on(one)))
            continue
        for task in graph.tasks:
            end = graph.runs_on(task)
            if _joins(graph, task) and not (graph.workflow is None and end in told):
                told.update([end] if end else [])
                yield from _judged(graph, task)


def _is_in_one_place(workflow: Workflow) -> bool:
    return workflow.coordination in IN_ONE_PLACE or isinstance(workflow.coordinator, WorkflowEngine)


def _joins(graph: TaskGraph, task: Task) -> bool:
    """Whether it waits for all of several, or for all pieces of one that says so."""
    return graph.is_any(task) is not True and (
        len(graph.before(task)) > 1 or (bool(graph.before(task)) and graph.is_any(task) is False)
    )


def _judged(graph: TaskGraph, task: Task) -> Iterator[Problem]:
    counted = [one.atomic_count for one in graph.said_of(task)]
    lossy = [stated(one, "atomic_count") for one in graph.said_of(task) if one.atomic_count is False]
    writes = [list(_written(graph, one)) for one in graph.before(task)]
    shared = set.intersection(*({way.target for way in ways} for ways in writes))
    careless = [way for ways in writes for way in ways if way.target in shared and _is_careless(way)]
    if lossy or (careless and True not in counted):
        yield _problem(graph, task, [*lossy, *(stated(way, name) for way in careless for name in ("operation_kind", "atomic"))])
    elif not (True in counted or _is_driven(graph, task) or all(any(way.atomic for way in ways) for ways in writes)):
        yield _unsaid(graph, task, asks=_could_be_counted(graph, task, writes))


def _written(graph: TaskGraph, task: Task) -> Iterator[Writes]:
    end = graph.runs_on(task)
    return (way for way in graph.architecture.out_of(end, Writes)) if end else iter(())


def _is_careless(way: Writes) -> bool:
    """Whether it changes a number such that two that write at the same time lose one."""
    guarded = way.lock or way.version_check or way.transaction or way.guarded or isinstance(way.target, Counter)
    lossy = way.atomic is False or (way.operation_kind == "read_then_write" and way.atomic is None)
    return lossy and way.operation_kind in COUNTS and not guarded


def _is_driven(graph: TaskGraph, task: Task) -> bool:
    return graph.runs_on(task) in _driven(graph.architecture)


@remembered
def _driven(architecture: Architecture) -> Collection[Component]:
    """What workflow engines have do something."""
    return {one for engine in architecture.components(WorkflowEngine) for one in driven_by(architecture, engine)}


def _could_be_counted(graph: TaskGraph, task: Task, writes: Sequence[Sequence[Writes]]) -> bool:
    """Whether something is there that may count: a store that the earlier ones write, or somebody who hears of their end."""
    workflow = graph.workflow
    if workflow:
        return workflow.coordination not in BY_MESSAGES or bool(workflow.coordinator or workflow.state_store)
    ends = [one for one in graph.before(task) if isinstance(one, Component)]
    heard = (way for end in ends for way in graph.architecture.out_of(end, Interaction))
    return any(writes) or any(not isinstance(way, (Publishes, DependsOn)) for way in heard)


def _facts(graph: TaskGraph, task: Task) -> Iterator[Fact]:
    yield from graph.says(task)
    yield from (stated(one, name) for one in graph.said_of(task)[:1] for name in ("join", "atomic_count"))
    if graph.workflow:
        yield stated(graph.workflow, "coordination")


def _names(graph: TaskGraph, task: Task) -> str:
    before = [one.name for one in graph.before(task)]
    more = [f"{len(before) - SHOWN} more"] if len(before) > SHOWN else []
    return listed([*before[:SHOWN], *more]) if len(before) > 1 else f"all pieces of {before[0]}"


def _subject(graph: TaskGraph, task: Task) -> Word:
    return graph.workflow or task


def _also(graph: TaskGraph, task: Task) -> Sequence[Component]:
    ends = (graph.runs_on(one) for one in (task, *graph.before(task)))
    return [end for end in dict.fromkeys(ends) if end and end is not _subject(graph, task)]


def _problem(graph: TaskGraph, task: Task, facts: Sequence[Fact]) -> Problem:
    return Problem(
        _subject(graph, task),
        f"{task.name} may begin twice or never: {_names(graph, task)} are counted such that two that end at once lose one",
        [*graph.says(task), *facts],
        "count those that are done in one command that says what is left, or let a workflow engine do so",
        also=_also(graph, task),
    )


def _unsaid(graph: TaskGraph, task: Task, *, asks: bool) -> Problem:
    how = "it is not said what tells" if asks else "nothing tells"
    return Problem(
        _subject(graph, task),
        f"{does(task.name, 'waits')} for {_names(graph, task)}, and {how} when the last of them is done",
        list(_facts(graph, task)),
        f"state of {task.name} whether those that are done are counted atomically, as atomic_count"
        if asks
        else "keep a count of those that are done in a store, changed by atomic commands, or let a workflow engine do so",
        also=_also(graph, task),
        asks=asks,
    )


Count = Literal["atomic", "careless", "plain"]


def video(
    count: Count | None = None,
    *,
    atomic: bool | None = None,
    join: Literal["all", "any"] | None = None,
    engine: bool = False,
    before: tuple[str, ...] = ("Audio", "Thumbnails"),
) -> Design:
    queue, publish = Queue("To publish", dead_letter=Queue("Dead videos"), max_receives=5), Worker("Publish")
    done, driver = KeyValueStore("Done"), WorkflowEngine("Engine")
    parts = [Consumes(publish, queue), *([Publishes(driver, queue)] if engine else [])]
    for name in before:
        worker = Worker(name)
        waits = DependsOn(publish, worker, join=join, atomic_count=atomic)
        write = Writes(
            worker,
            done,
            operation_kind="read_then_write" if count == "careless" else "decrement" if count == "atomic" else None,
            atomic=True if count == "atomic" else None,
            idempotent=True,
        )
        parts += [Publishes(worker, queue), waits, *([write] if count else [])]
    return Design("Video", [*parts, *([Reads(Service("API"), done)] if count else [])])


def run(
    coordination: Literal["queue", "workflow_engine", "single_server", "saga"] | None, *, atomic: bool | None = None
) -> Design:
    last = WorkflowStep("publish", after=["audio", "thumbnails"], join="all", atomic_count=atomic)
    steps = [WorkflowStep("audio", after=[]), WorkflowStep("thumbnails", after=[]), last]
    queue, worker = Queue("Steps", dead_letter=Queue("Dead steps"), max_receives=5), Worker("Worker")
    parts = [Publishes(Service("API"), queue), Consumes(worker, queue)]
    return Design("Video", parts, behaviours=[Workflow("Video", steps, coordination=coordination)])


rule = Rule(
    "LT078",
    Severity.WARNING,
    check,
    flagged=[
        lambda: video(atomic=False, join="all"),
        lambda: video("careless", join="all"),
        video,
        lambda: run("queue"),
        lambda: video("plain"),
        lambda: run("saga"),
        lambda: video("plain", join="all", before=("Pieces",)),
    ],
    accepted=[
        lambda: video(atomic=True, join="all"),
        lambda: video("atomic"),
        lambda: video(join="any"),
        lambda: video(engine=True),
        lambda: video(before=("Audio",)),
        lambda: run("workflow_engine"),
        lambda: run("single_server"),
        lambda: run("queue", atomic=True),
    ],
    see=["job-dag", "fan-out-fan-in", "dag-scheduler"],
)
