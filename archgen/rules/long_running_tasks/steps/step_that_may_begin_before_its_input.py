"""A step reads what another one makes, and nothing has it wait for that.

## Why it matters
The transcription reads the audio, and only the upload stands before it. As long as cutting the audio takes a second and the
workers of the transcription are busy, all goes well. The day on which they are idle, the step begins first: it finds no file
and fails, or it finds the one of an earlier run and makes wrong captions, which nobody notices. What is not in the graph is
kept by chance.

## What to do
State the dependency: let the step come after the one that writes what it reads (`after` of a step, or that it depends on it).

## When it does not apply
- It comes after one that writes it, however far back; or those that write it all come after, and change what was there
  before.
- It makes the thing itself.
- Nobody in the graph makes it: it comes from outside.
- The order of a step is only that of the list, as it does not say after which it comes, or it is not said of one before it
  what it leaves: a warning. So it is with components, of which only what they read and write is known, and where one alone
  makes the thing.
- The one that makes it sets off the other, by a message or a call.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from archgen import (
    Calls,
    Component,
    Connection,
    Consumes,
    DependsOn,
    Design,
    Downloads,
    File,
    Notifies,
    ObjectStore,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Service,
    Uploads,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Part,
    Problem,
    Rule,
    Severity,
    TaskGraph,
    agreeing,
    does,
    named,
    task_graphs,
)

SETS_OFF = (Publishes, Consumes, Calls, Notifies, Pushes)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for graph in task_graphs(architecture):
        yield from _of_steps(graph, graph.workflow) if graph.workflow else _of_components(architecture, graph)


def _of_steps(graph: TaskGraph, workflow: Workflow) -> Iterator[Problem]:
    writers: dict[str, list[WorkflowStep]] = {}
    for step in workflow.steps:
        for name in step.writes or ():
            writers.setdefault(name, []).append(step)
    for step in workflow.steps:
        for name in step.reads or ():
            makers = writers.get(name, ())
            if makers and step not in makers and not graph.waits_for_one(step, makers):
                maker = next((one for one in makers if not graph.waits_for_one(one, [step])), None)
                if maker:
                    yield _step(graph, workflow, step, maker, name)


def _step(graph: TaskGraph, workflow: Workflow, step: WorkflowStep, maker: WorkflowStep, name: str) -> Problem:
    earlier = graph.all_before(step)
    known = all(one.writes is not None for one in earlier if isinstance(one, WorkflowStep))
    sure = known and not any(one in graph.unstated for one in (step, maker, *earlier, *graph.all_before(maker)))
    ends = dict.fromkeys(end for one in (step, maker) if (end := graph.runs_on(one)))
    return Problem(
        workflow,
        _early(step.name, name, maker.name),
        [
            Fact(f"{does(step.name, 'reads')} {', '.join(step.reads or ())}", step, "reads"),
            Fact(f"{does(maker.name, 'writes')} {', '.join(maker.writes or ())}", maker, "writes"),
            *graph.says(step),
        ],
        f"let {step.name} come after {maker.name}",
        also=list(ends),
        severity=None if sure else Severity.WARNING,
    )


def _early(task: str, thing: str, maker: str) -> str:
    waits = f"{agreeing(task, 'it does')} not wait for {maker}"
    them = agreeing(thing, "it")
    return f"{task} may begin before {does(thing, 'is')} there: {waits}, which {agreeing(maker, 'makes')} {them}"


def _of_components(architecture: Architecture, graph: TaskGraph) -> Iterator[Problem]:
    tasks, makers = set(graph.tasks), _made_by(architecture)
    for task in (one for one in graph.tasks if isinstance(one, Component)):
        ways = (way for way in architecture.out_of(task, Interaction) if isinstance(way, (Reads, Downloads)))
        for way, thing in ((one, thing) for one in ways for thing in one.data or ()):
            made = makers.get(thing, ())
            if len(made) == 1 and made[0] in tasks and not _is_ordered(architecture, graph, made[0], task):
                yield _component(graph, task, made[0], thing, way)


def _is_ordered(architecture: Architecture, graph: TaskGraph, maker: Component, task: Component) -> bool:
    waits = maker is task or graph.waits_for_one(task, [maker]) or graph.waits_for_one(maker, [task])
    return waits or _sets_off(architecture, maker, task)


def _made_by(architecture: Architecture) -> Mapping[Part, Sequence[Component]]:
    found: dict[Part, dict[Component, None]] = {}
    for way in (one for one in architecture.connections(Interaction) if isinstance(one, (Writes, Uploads, Publishes))):
        for thing in way.data or ():
            found.setdefault(thing, {}).update(dict.fromkeys(architecture.members(way.source)))
    return {thing: list(makers) for thing, makers in found.items()}


def _sets_off(architecture: Architecture, maker: Component, task: Component) -> bool:
    """Whether messages or calls lead from the one to the other."""
    reached, waiting = {maker}, [maker]
    while waiting and task not in reached:
        ways = (way for way in architecture.out_of(waiting.pop()) if isinstance(way, SETS_OFF))
        fresh = {end for way in ways for end in architecture.members(way.destination)} - reached
        reached |= fresh
        waiting += fresh
    return task in reached


def _component(graph: TaskGraph, task: Component, maker: Component, thing: Part, way: Interaction) -> Problem:
    return Problem(
        task,
        _early(task.name, thing.name, maker.name),
        [Fact(f"{named(way)}: {thing.name}", way, "data"), *graph.says(task)],
        f"let {task.name} depend on {maker.name}",
        also=[maker, way],
        severity=Severity.WARNING,
    )


After = Collection[str] | None


def video(after: After, *, reads: str = "audio", cut: After = (), makes: bool = True, thumbnails: bool = True) -> Design:
    coordinator, worker = Service("Coordinator"), Worker("Worker")
    steps = [
        WorkflowStep("cut", runs_on=worker, after=None if cut is None else [*cut], writes=["audio"]),
        WorkflowStep("thumbnails", runs_on=worker, after=[], writes=["pictures"] if makes else None),
        WorkflowStep("transcribe", runs_on=worker, after=None if after is None else [*after], reads=[reads], writes=["text"]),
    ]
    calls = [Calls(coordinator, worker, timeout=seconds(5), idempotent=True)]
    work = Workflow("Video", steps if thumbnails else [steps[0], steps[2]], coordinator=coordinator, dag=True)
    return Design("Video", calls, behaviours=[work])


def sound(how: Literal["nothing", "dependency", "message"]) -> Design:
    audio, text, store = File("Audio"), File("Text"), ObjectStore("Files")
    cutter, writer, last = Worker("Cutter"), Worker("Writer"), Worker("Publish")
    queue = Queue("Cut", dead_letter=Queue("Dead"), max_receives=5)
    message: list[Connection] = [Publishes(cutter, queue), Consumes(writer, queue)]
    ways: dict[str, list[Connection]] = {"dependency": [DependsOn(writer, cutter)], "message": message}
    parts = [
        Uploads(cutter, store, data=[audio], tls=True),
        Downloads(writer, store, data=[audio], tls=True),
        Uploads(writer, store, data=[text], tls=True),
        DependsOn(last, writer, join="all", atomic_count=True),
        DependsOn(last, cutter, join="all", atomic_count=True),
    ]
    return Design("Video", [*parts, *ways.get(how, ())])


rule = Rule(
    "LT080",
    Severity.ERROR,
    check,
    flagged=[
        lambda: video(["thumbnails"]),
        lambda: video([]),
        lambda: video(None),
        lambda: video(["thumbnails"], makes=False),
        lambda: sound("nothing"),
    ],
    accepted=[
        lambda: video(["cut"]),
        lambda: video(["cut", "thumbnails"]),
        lambda: video([], reads="upload"),
        lambda: video([], cut=["transcribe"]),
        lambda: video(None, thumbnails=False),
        lambda: sound("dependency"),
        lambda: sound("message"),
    ],
    see=["job-dag", "dag-scheduler", "independent-steps-in-a-row"],
)
