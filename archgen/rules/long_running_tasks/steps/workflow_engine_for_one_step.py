"""A workflow engine carries on work of a single step.

## Why it matters
An engine keeps the state of runs over many steps: what is done, what comes next, what is undone after a failure, what waits
for days. Of one step there is nothing to keep that a queue does not keep already: it hands the job out again after a crash,
counts attempts and puts aside what fails. For that an engine costs a cluster and a database to run and to upgrade, 10 to 50
ms and some writes for each step, and rules for code that is replayed.

## What to do
Put the job into a queue, let a worker take it, and write its state into a table; what runs by the clock, a scheduler puts there.
Take an engine from the third step that depends on another, or for what waits for hours or for people.

## When it does not apply
- What it carries on has steps that come one after another, or waits for a person, a time or a message, or goes round.
- It carries on three steps or more, be it in several workflows.
- Nothing that it sets off is drawn, or two things are, of which it is not said whether one needs the other.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    Calls,
    Component,
    Connection,
    Consumes,
    DependsOn,
    Design,
    ExternalSystem,
    Publishes,
    Queue,
    Service,
    System,
    Wait,
    Worker,
    Workflow,
    WorkflowEngine,
    WorkflowStep,
    days,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    driven_by,
    listed,
    named,
    remembered,
    stated,
)

# More steps than a queue and a worker do as well.
FEW = 2
TASKS = (Worker, Service, ExternalSystem, System)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for engine in architecture.components(WorkflowEngine):
        workflows = _carried(architecture).get(engine, ())
        if workflows:
            steps = [step for one in workflows for step in one.steps]
            if len(steps) <= FEW and not any(_needs_an_engine(one) for one in workflows):
                yield _of_steps(engine, workflows, steps)
        else:
            tasks = [one for one in driven_by(architecture, engine) if isinstance(one, TASKS)]
            if len(tasks) == 1 and not any(architecture.out_of(tasks[0], DependsOn)):
                yield _of_one(engine, tasks[0])


@remembered
def _carried(architecture: Architecture) -> dict[Component, list[Workflow]]:
    found: dict[Component, list[Workflow]] = {}
    for one in architecture.design.behaviours:
        if isinstance(one, Workflow) and one.coordinator and one.steps:
            found.setdefault(one.coordinator, []).append(one)
    return found


def _needs_an_engine(workflow: Workflow) -> bool:
    """Whether a step follows another one, or the work waits or goes round."""
    steps = workflow.steps
    follows = any(step.after or (step.after is None and place) for place, step in enumerate(steps))
    waits = any(step.wait or step.loops for step in steps) or bool(workflow.loops)
    return bool(follows or waits or workflow.user_duration or workflow.user_duration_p95 or workflow.continue_as_new)


def _of_steps(engine: WorkflowEngine, workflows: Sequence[Workflow], steps: Sequence[WorkflowStep]) -> Problem:
    names = listed([step.name for step in steps])
    apart = ", which do not need one another" if len(steps) > 1 else ""
    return Problem(
        engine,
        f"{does(engine.name, 'carries')} on nothing but {names}{apart}: a queue and a worker do as much",
        [
            *(Fact(f"{does(one.name, 'is')} carried on by {engine.name}", one, "coordinator") for one in workflows),
            *(
                Fact(
                    f"{one.name}: {len(one.steps)} steps, none after another" if len(one.steps) > 1 else f"{one.name}: one step",
                    one,
                    "steps",
                )
                for one in workflows
            ),
        ],
        f"put the work into a queue that a worker takes from, and leave {engine.name} out",
        also=workflows,
    )


def _of_one(engine: WorkflowEngine, task: Component) -> Problem:
    return Problem(
        engine,
        f"{does(engine.name, 'sets')} off nothing but {task.name}: a queue and a worker do as much",
        [Fact(f"{named(engine)}: nothing else is set off by {agreeing(engine.name, 'it')}", engine), stated(engine, "engine")],
        f"put the work of {task.name} into a queue that {agreeing(task.name, 'it takes')} from, "
        f"or state the steps that {does(engine.name, 'carries')} on",
        also=[task],
    )


def reports(*workers: str, steps: Sequence[WorkflowStep] = (), queued: bool = False) -> Design:
    engine, dead = WorkflowEngine("Engine", engine="Temporal"), Queue("Dead tasks")
    parts: list[Connection] = [Calls(Service("API"), engine, "start", timeout=seconds(5), idempotent=True)]
    for name in workers:
        worker, queue = Worker(name), Queue(f"{name} tasks", dead_letter=dead, max_receives=5)
        direct = Calls(engine, worker, timeout=seconds(5), idempotent=True)
        parts += [Publishes(engine, queue), Consumes(worker, queue)] if queued else [direct]
    return Design("Reports", parts, behaviours=[Workflow("Report", list(steps), coordinator=engine)] if steps else [])


def approval() -> WorkflowStep:
    return WorkflowStep("approve", wait=Wait("human", timeout=days(3), on_timeout="fail"))


rule = Rule(
    "LT082",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports("Renderer", steps=[WorkflowStep("render")]),
        lambda: reports("Renderer", "Counter", steps=[WorkflowStep("render"), WorkflowStep("count", after=[])]),
        lambda: reports("Renderer", queued=True),
    ],
    accepted=[
        lambda: reports("Renderer", "Mailer", steps=[WorkflowStep("render"), WorkflowStep("mail", after=["render"])]),
        lambda: reports("Renderer", steps=[approval()]),
        lambda: reports("Renderer", "Mailer", queued=True),
        reports,
    ],
    see=["dag-scheduler", "message-queue", "job-dag"],
)
