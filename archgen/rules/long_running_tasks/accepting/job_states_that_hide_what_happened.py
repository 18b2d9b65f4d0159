"""The states of a job leave out what can become of it, so that nobody can be told the truth about it.

## Why it matters
*Processing* and *done*. A job that has waited for 20 minutes looks like one that is being worked on, and like one whose worker
crashed 20 minutes ago; one that failed for good looks the same for ever. The client asks again and again, support cannot tell
either, and the job is submitted a second time. And where a failed job goes back into the queue with no last state to go to, it
does so without an end.

## What to do
Six states are enough: pending, queued, processing, complete, failed and dead. Failed is passing: from there a job goes back to
queued while attempts are left, and else to dead. Complete and dead end it; cancelled and expired do too, where there are such.
Write at the way back how many attempts there are.

## When it does not apply
- What waits and what is worked on have states of their own, an end that is well and a failure have one each, and attempts that
  failed for good have a last state. What they are called does not matter, where it is stated which end a job (`terminal`) and
  which are a failure (`failure`).
- Jobs that fail are not tried again: then a failure may be the end. Or a way leads from it to any end.
- The states are not those of work: no worker and no queue changes them, and none is called as such a state is.
- How many attempts there are is asked where it is stated neither at the way back nor by a queue.
"""

from collections.abc import Collection, Iterator, Sequence

from archgen import Consumes, Design, Publishes, Queue, Service, State, StateMachine, Transition, Worker
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, TakenWork, agreeing, listed

WORKING = {"queued", "processing", "in progress", "running", "working"}
ENDED = ("done", "complete", "finish", "succe", "ready", "cancel", "expire")
FAILED = ("fail", "error", "dead", "reject", "abort", "gave up", "given up")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for machine in architecture.design.behaviours:
        if isinstance(machine, StateMachine) and _is_of_jobs(machine):
            states = Sorted(machine)
            lacking = list(_lacking(states))
            if lacking:
                yield _problem(machine, states, lacking)
            yield from _attempts(architecture, machine, states)


def _is_of_jobs(machine: StateMachine) -> bool:
    """Whether workers change these states, or they are called as those of jobs are."""
    moved = any(one.by == "worker" or isinstance(one.along, Consumes) for one in machine.transitions)
    return moved or any(_plain(one.name) in WORKING for one in machine.states)


class Sorted:
    """The states of a machine by what they are to a job."""

    def __init__(self, machine: StateMachine) -> None:
        left = {one.source for one in machine.transitions}
        self.names = [one.name for one in machine.states]
        self.ends = {one.name for one in machine.states if _ends(one, left, known=bool(machine.transitions))}
        self.failed = {one.name for one in machine.states if _is_failure(one)}
        self.under_way = [name for name in self.names if name not in self.ends | self.failed]
        out = [one for one in machine.transitions if one.source in self.failed - self.ends]
        self.again = [one for one in out if one.target in self.under_way]
        self.comes_to_an_end = bool(self.ends & self.failed) or any(one.target in self.ends for one in out)


def _ends(state: State, left: Collection[str], *, known: bool) -> bool:
    """By what is stated, else by the ways out of it; where no ways are stated at all, by its name."""
    if state.terminal is not None:
        return state.terminal
    return state.name not in left if known else any(word in _plain(state.name) for word in (*ENDED, "dead"))


def _is_failure(state: State) -> bool:
    return state.failure if state.failure is not None else any(word in _plain(state.name) for word in FAILED)


def _plain(name: str) -> str:
    return name.lower().replace("_", " ").replace("-", " ")


def _lacking(states: Sorted) -> Iterator[str]:
    if len(states.under_way) < 2:
        yield "a job that waits looks like one that is worked on"
    if not states.ends - states.failed:
        yield "none says that a job is done"
    if not states.failed:
        yield "none says that a job failed"
    elif states.again and not states.comes_to_an_end:
        yield "one that fails again and again has no last state"


def _problem(machine: StateMachine, states: Sorted, lacking: Sequence[str]) -> Problem:
    return Problem(
        machine,
        f"the states of {machine.name} hide what happened: {listed(lacking)}",
        [Fact(f"{machine.name}: states = {', '.join(states.names)}", machine, "states")],
        "tell queued, processing, complete, failed and, for jobs without attempts left, dead apart; state which are terminal, "
        "and which a failure",
    )


def _attempts(architecture: Architecture, machine: StateMachine, states: Sorted) -> Iterator[Problem]:
    """The ways back from a failure that nothing bounds."""
    bounded = any(isinstance(one.max_receives, int) for one in TakenWork.by_queue(architecture))
    for again in states.again:
        endless = again.attempts == "unlimited"
        if endless or (again.attempts is None and not bounded):
            said = again.attempts or "not stated"
            goes = agreeing(machine.name, "goes")
            way = f"{machine.name} {goes} from {again.source} back to {again.target}"
            yield Problem(
                machine,
                f"{way} without an end" if endless else f"{way}, and it is not said how often",
                [Fact(f"{machine.name}: attempts from {again.source} to {again.target} = {said}", again, "attempts")],
                f"state as attempts how often a job goes from {again.source} to {again.target}: 3 to 5 times, then to its last "
                "state",
                asks=not endless,
            )


QUEUED, PROCESSING, DONE = State("queued"), State("processing"), State("complete", terminal=True)
FAILED_STATE, DEAD = State("failed", failure=True), State("dead", terminal=True, failure=True)
TAKEN, WELL = Transition("queued", "processing", "picked up", by="worker"), Transition("processing", "complete", "success")
BADLY, GIVEN_UP = Transition("processing", "failed", "error"), Transition("failed", "dead", "no attempts left")


def again(attempts: int | None = 4) -> Transition:
    return Transition("failed", "queued", "attempts left", attempts=attempts)


def job(states: Sequence[State], *transitions: Transition, receives: int | None = 5, name: str = "Job") -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=receives)
    machine = StateMachine(name, list(states), list(transitions))
    return Design("Reports", [Publishes(Service("API"), queue), Consumes(Worker("Renderer"), queue)], behaviours=[machine])


SIX = (State("pending"), QUEUED, PROCESSING, DONE, FAILED_STATE, DEAD)
WAYS = (Transition("pending", "queued", "confirmed"), TAKEN, WELL, BADLY, GIVEN_UP)
BREAKER = (State("closed"), State("open", failure=True))

rule = Rule(
    "LT014",
    Severity.WARNING,
    check,
    flagged=[
        lambda: job([PROCESSING, State("done", terminal=True)], Transition("processing", "done", "success", by="worker")),
        lambda: job([QUEUED, PROCESSING, DONE, FAILED_STATE], TAKEN, WELL, BADLY, again()),
        lambda: job(SIX, *WAYS, Transition("failed", "queued", "again", attempts="unlimited")),
        lambda: job([PROCESSING, State("done")]),
        lambda: job(SIX, *WAYS, again(None), receives=None),
    ],
    accepted=[
        lambda: job(SIX, *WAYS, again()),
        lambda: job(SIX, *WAYS, again(None)),
        lambda: job([QUEUED, PROCESSING, DONE, State("failed", terminal=True, failure=True)], TAKEN, WELL, BADLY),
        lambda: job(BREAKER, Transition("closed", "open", "too many failures"), Transition("open", "closed", "a minute later")),
        lambda: job(
            [State("asked"), State("being made"), State("ready"), State("could not be made", failure=True)],
            Transition("asked", "being made", by="worker"),
            Transition("being made", "ready"),
            Transition("being made", "could not be made"),
        ),
    ],
    see=["job-state-machine", "job-record", "retry-limit", "status-store"],
)
