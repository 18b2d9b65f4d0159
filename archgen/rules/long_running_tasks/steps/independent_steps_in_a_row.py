"""A step waits for another one of which it needs nothing.

## Why it matters
How long a run takes is the length of its longest way, not the sum of its steps. An edge that carries nothing makes that way
longer: thumbnails of a minute that wait for a transcription of six are there after seven. With the edge gone they are there
after one, and the run ends when the transcription does. Such edges come from lists: steps are written down one after another,
and run so. They also couple failures: no thumbnails while the transcription is down.

## What to do
Draw an edge only for what is handed on. Let the step begin after those whose results it reads, and let the two run side by
side.

## When it does not apply
- The later step reads what the earlier one writes, or both change the same thing, or one changes what the other reads.
- The order has another reason: the earlier one can be refused, decides, charges, reserves or waits (a scan before a release, a
  payment before a parcel), or the later one acts on the world, as a notice does.
- One worker does both, one piece at a time; or the longest way is no shorter without the edge.
- What the later one needs or what the earlier one leaves is not stated.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Literal

from archgen import (
    Calls,
    Component,
    DependsOn,
    Design,
    Downloads,
    File,
    ObjectStore,
    Service,
    Uploads,
    Worker,
    Workflow,
    WorkflowStep,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    Task,
    TaskGraph,
    Word,
    agreeing,
    does,
    listed,
    readable,
    task_graphs,
)

Edge = tuple[Task, Task]
# What an order has no other reason for than what is handed on.
QUIET = (None, "none", "read", "write")
QUIET_WORK = (None, "none", "reversible")
GATES = ("scan", "moderate")
# Of so many needless edges the reasons are told.
SHOWN = 5


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for graph in task_graphs(architecture):
        loose = [(one, task) for task in graph.tasks for one in graph.before(task) if _is_needless(graph, one, task)]
        if loose and not any(graph.circles(graph.needs)):
            now, then = _length(graph, graph.before), _length(graph, partial(_needed, graph))
            if now is None or then is None or then < now:
                yield _problem(graph, loose, now, then)


def _is_needless(graph: TaskGraph, first: Task, second: Task) -> bool:
    """Whether the second needs nothing of the first, and nothing else puts them in this order."""
    taken, left = graph.takes(second), graph.leaves(first)
    if taken is None or left is None or set(taken) & set(left):
        return False
    changed = set(graph.leaves(second) or ())
    if changed & (set(left) | set(graph.takes(first) or ())):
        return False
    return not (_is_gate(first) or _waits_for_more(second) or _is_one_at_a_time(graph.runs_on(first), graph.runs_on(second)))


def _is_gate(task: Task) -> bool:
    """Whether what comes after it may hang on how it ends."""
    if isinstance(task, WorkflowStep):
        return bool(task.wait or task.can_fail or task.pivot or task.compensation or task.hold) or task.effect not in QUIET
    if not isinstance(task, Server):
        return True
    return task.task in GATES or (isinstance(task, Worker) and task.side_effect not in QUIET_WORK)


def _waits_for_more(task: Task) -> bool:
    """Whether it has a reason of its own to come late: it acts on the world, or on a condition."""
    if isinstance(task, WorkflowStep):
        return bool(task.wait or task.pivot) or task.effect not in QUIET
    return not isinstance(task, Worker) or bool(task.condition) or task.side_effect not in QUIET_WORK


def _is_one_at_a_time(first: Component | None, second: Component | None) -> bool:
    return first is second and isinstance(first, Server) and first.replicas == 1 and first.concurrency == 1


def _needed(graph: TaskGraph, task: Task) -> Sequence[Task]:
    """What it has to wait for: those before it that it needs, and behind those that it does not, further back."""
    found, seen, waiting = dict[Task, None](), set[Task](), [*graph.before(task)]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if _is_needless(graph, one, task):
            waiting += graph.before(one)
        else:
            found[one] = None
    return list(found)


def _length(graph: TaskGraph, before: Callable[[Task], Sequence[Task]]) -> timedelta | None:
    """How long the longest way takes; None where it is not stated of all how long they last. The graph has no circle."""
    lasts = {task: _lasts(graph, task) for task in graph.tasks}
    if None in lasts.values():
        return None
    earlier = {task: before(task) for task in graph.tasks}
    ends: dict[Task, timedelta] = {}
    waiting = list(graph.tasks)
    while waiting:
        open_still = [one for one in earlier[waiting[-1]] if one not in ends]
        waiting += open_still
        if not open_still:
            task = waiting.pop()
            ends[task] = max((ends[one] for one in earlier[task]), default=timedelta(0)) + (lasts[task] or timedelta(0))
    return max(ends.values())


def _lasts(graph: TaskGraph, task: Task) -> timedelta | None:
    end = graph.runs_on(task)
    return end.task_duration if isinstance(end, Server) else None


def _problem(graph: TaskGraph, loose: Sequence[Edge], now: timedelta | None, then: timedelta | None) -> Problem:
    (first, second), *others = loose
    more = f"; so it is with {len(others)} more" if others else ""
    gain = f": side by side all is done after {readable(then)}, not {readable(now)}" if now and then is not None else ""
    shown = loose[:SHOWN]
    parts = dict.fromkeys(end for edge in shown for task in edge if (end := graph.runs_on(task)))
    ways = [way for way in graph.said_of(second) if isinstance(way, DependsOn) and way.target is first]
    subject: Word = graph.workflow or (ways[0] if ways else next(iter(parts)))
    after = listed([one.name for one in _needed(graph, second)[:SHOWN]])
    them = agreeing(first.name, "it")
    return Problem(
        subject,
        f"{does(second.name, 'waits')} for {first.name} and {agreeing(second.name, 'needs')} nothing of {them}{gain}{more}",
        list(dict.fromkeys(fact for edge in shown for fact in _facts(graph, *edge))),
        f"let {second.name} begin after {after}" if after else f"let {second.name} begin at once, beside {first.name}",
        also=[part for part in parts if part is not subject],
    )


def _facts(graph: TaskGraph, first: Task, second: Task) -> Iterator[Fact]:
    yield from graph.says(second)
    for task, names, verb, attribute in (
        (second, graph.takes(second), "needs", "reads"),
        (first, graph.leaves(first), "leaves", "writes"),
    ):
        said = task if isinstance(task, WorkflowStep) else None
        yield Fact(f"{does(task.name, verb)} {', '.join(names or ()) or 'nothing'}", said, attribute if said else None)


Effect = Literal["read", "write", "notify"]


def video(
    taken: str,
    *,
    effect: Effect | None = "write",
    can_fail: bool | None = None,
    after: Sequence[str] = ("transcribe",),
    lasts: Mapping[str, timedelta] | None = None,
    alone: bool = False,
) -> Design:
    coordinator = Service("Coordinator")
    one = Worker("Worker", replicas=1, concurrency=1)
    known = {name: one if alone else Worker(name.title(), task_duration=(lasts or {}).get(name)) for name in NAMES}
    steps = [
        WorkflowStep("cut", runs_on=known["cut"], after=[], reads=["upload"], writes=["audio"]),
        WorkflowStep(
            "transcribe", runs_on=known["transcribe"], after=["cut"], reads=["audio"], writes=["text"], can_fail=can_fail
        ),
        WorkflowStep(
            "thumbnails", runs_on=known["thumbnails"], after=list(after), reads=[taken], writes=["pictures"], effect=effect
        ),
    ]
    calls = [Calls(coordinator, end, timeout=seconds(5), idempotent=True) for end in dict.fromkeys(known.values())]
    return Design("Video", calls, behaviours=[Workflow("Video", steps, coordinator=coordinator, dag=True)])


NAMES = ("cut", "transcribe", "thumbnails")


def pictures(*, needs_sound: bool = False, states: bool = True) -> Design:
    sound, upload, store = File("Sound"), File("Upload"), ObjectStore("Files")
    cutter, painter = Worker("Cutter"), Worker("Painter")
    parts = [
        Downloads(cutter, store, data=[upload], tls=True),
        Uploads(cutter, store, data=[sound], tls=True),
        Downloads(painter, store, data=([sound] if needs_sound else [upload]) if states else None, tls=True),
        DependsOn(painter, cutter),
    ]
    return Design("Pictures", parts)


rule = Rule(
    "LT079",
    Severity.INFO,
    check,
    flagged=[
        lambda: video("upload"),
        lambda: video("upload", lasts={"cut": minutes(1), "transcribe": minutes(6), "thumbnails": minutes(1)}),
        pictures,
    ],
    accepted=[
        lambda: video("upload", after=[]),
        lambda: video("text"),
        lambda: video("upload", effect="notify"),
        lambda: video("upload", can_fail=True),
        lambda: video("upload", alone=True),
        lambda: pictures(needs_sound=True),
        lambda: pictures(states=False),
    ],
    see=["job-dag", "fan-out-fan-in", "step-that-may-begin-before-its-input"],
)
