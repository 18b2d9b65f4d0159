"""Steps wait for one another in a circle, and none of them can begin.

## Why it matters
A step begins when all that it waits for are done. In a circle each waits for one that waits for it, in the end, so that none
is ever the first. No error is raised: the run stands in "waiting" until somebody asks why the video is not there after a day,
and each new run joins it. Such a circle seldom comes in one piece: one team adds "captions wait for the audio", another one
"the audio is cut where the captions say".

## What to do
Take out the edge that carries no data. Where both sides do need something of the other, split one of them: the part that the
other waits for, and the part that waits for it. Whoever takes the graph in refuses it when it has a circle, before anything
runs.

## When it does not apply
- One of those that a step waits for is enough (`join` is any), and another one can begin.
- Steps that are gone through again are not drawn as a circle: the step, or the whole, `loops`.
- For how many of several a step waits is not stated, or it comes after the one before it only because nothing else is stated: a
  warning.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    DependsOn,
    Design,
    Group,
    Service,
    Worker,
    Workflow,
    WorkflowStep,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Rule,
    Severity,
    Task,
    TaskGraph,
    Word,
    agreeing,
    does,
    listed,
    stated,
    task_graphs,
)

# So many steps of a circle are named.
SHOWN = 5


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for graph in task_graphs(architecture):
        stuck = graph.never_begun(at_best=False)
        surely = graph.never_begun(at_best=True) if stuck else ()
        told = set[Task]()
        for circle in graph.circles(surely):
            told.update(circle)
            yield _problem(graph, circle, surely, sure=True)
        for circle in graph.circles(stuck):
            if told.isdisjoint(circle):
                yield _problem(graph, circle, stuck, sure=False)


def _problem(graph: TaskGraph, circle: Sequence[Task], stuck: Collection[object], *, sure: bool) -> Problem:
    names = [one.name for one in circle[:SHOWN]] + ([f"{len(circle) - SHOWN} more"] if len(circle) > SHOWN else [])
    waits = f"{listed(names)} wait for one another: none of them ever begins" if len(circle) > 1 else _for_itself(names[0])
    behind = sum(one in stuck and one not in circle for one in graph.tasks)
    more = (
        f", nor do {behind} more that wait for that"
        if behind > 1
        else ", nor does one more that waits for that"
        if behind
        else ""
    )
    doubt = "" if sure else ", unless one of several is enough or the order is another than that of the list"
    parts = dict.fromkeys(end for one in circle if (end := graph.runs_on(one)))
    subject: Word = graph.workflow or next(iter(parts))
    return Problem(
        subject,
        f"{waits}{more}{doubt}",
        [
            *(fact for one in circle for fact in graph.says(one)),
            *(stated(said, "join") for one in circle if len(graph.before(one)) > 1 for said in graph.said_of(one)),
        ],
        "take out of the circle the dependency that carries no data, or split the step that both need"
        if sure
        else "state after which steps each comes, and of one that waits for several whether all or any are needed",
        also=[part for part in parts if part is not subject],
        severity=None if sure else Severity.WARNING,
    )


def _for_itself(name: str) -> str:
    return f"{does(name, 'waits')} for {agreeing(name, 'itself')}: {agreeing(name, 'it never')} {agreeing(name, 'begins')}"


def captions(*ways: DependsOn) -> Design:
    coordinator = Service("Coordinator")
    calls = [Calls(coordinator, one, timeout=seconds(5), idempotent=True) for one in dict.fromkeys(way.source for way in ways)]
    return Design("Captions", [*calls, *ways])


def workers(*pairs: tuple[str, str], join: Literal["all", "any"] | None = None) -> Design:
    known = {name: Worker(name) for pair in pairs for name in pair}
    return captions(*(DependsOn(known[one], known[other], join=join) for one, other in pairs))


def video(*steps: WorkflowStep) -> Design:
    coordinator, encoder = Service("Coordinator"), Worker("Encoder")
    work = Workflow("Video", list(steps), coordinator=coordinator, dag=True)
    return Design("Video", [Calls(coordinator, encoder, timeout=seconds(5), idempotent=True)], behaviours=[work])


def review(join: Literal["all", "any"] | None, *, loops: bool | None = None) -> Design:
    return video(
        WorkflowStep("draft", after=[]),
        WorkflowStep("review", after=["draft", "mend"], join=join, loops=loops, atomic_count=True),
        WorkflowStep("mend", after=["review"]),
        WorkflowStep("print", after=["review"]),
    )


def pool() -> Design:
    encoders = Group("Encoders")
    large, small, cut = Worker("Large", group=encoders), Worker("Small", group=encoders), Worker("Cut")
    return captions(
        DependsOn(encoders, cut),
        DependsOn(Worker("Publish"), encoders, join="all", atomic_count=True),
        DependsOn(large, cut),
        DependsOn(small, cut),
    )


rule = Rule(
    "LT077",
    Severity.ERROR,
    check,
    flagged=[
        lambda: workers(("Audio", "Captions"), ("Captions", "Audio")),
        lambda: workers(("Audio", "Cut"), ("Cut", "Captions"), ("Captions", "Audio"), ("Publish", "Captions")),
        lambda: review("all"),
        lambda: video(WorkflowStep("encode", after=["encode"])),
        lambda: review(None),
        lambda: video(WorkflowStep("encode", after=["publish"]), WorkflowStep("publish")),
    ],
    accepted=[
        lambda: workers(("Captions", "Audio"), ("Publish", "Captions")),
        lambda: review("any"),
        lambda: review(None, loops=True),
        lambda: video(WorkflowStep("publish", after=["encode"]), WorkflowStep("encode", after=[])),
        pool,
    ],
    see=["job-dag", "dag-scheduler", "circle-of-waiting-calls"],
)
