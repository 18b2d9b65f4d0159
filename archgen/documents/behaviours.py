"""State machines, workflows and migrations as rows of tables."""

from collections.abc import Iterator, Sequence

from archgen.documents.course_clauses import course_clauses
from archgen.documents.facts import facts, joined, value
from archgen.documents.protocols import passing
from archgen.documents.rounded import rounded
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.readable import named
from archgen.model.dossier import Course
from archgen.vocabulary.behaviours.migration import Migration
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.behaviours.transition import Transition
from archgen.vocabulary.behaviours.workflow import Workflow
from archgen.vocabulary.behaviours.workflow_step import WorkflowStep
from archgen.vocabulary.policies.compensation import Compensation

Row = tuple[str, ...]
HEADINGS = ((StateMachine, "States"), (Workflow, "Workflows"), (Migration, "Migrations"))
BY = {"person": "a person", "timer": "a timer", "storage_event": "an event of the storage"}
INNER = ("states", "transitions", "steps", "along")


def under_headings(courses: Sequence[Course]) -> Sequence[tuple[str, Sequence[Course]]]:
    """Behaviours under the headings of their sorts."""
    groups = [(title, [course for course in courses if isinstance(course.behaviour, word)]) for word, title in HEADINGS]
    return [(title, several) for title, several in groups if several]


def behaviour_facts(behaviour: Behaviour) -> str:
    """What is stated of it as a whole."""
    if isinstance(behaviour, StateMachine):
        of = f"the state of {behaviour.of.name}" if behaviour.of else ""
        swept = f"{behaviour.swept_by.name} finds what is stuck" if behaviour.swept_by else ""
        return "; ".join(filter(None, (of, swept, facts(behaviour, (*INNER, "of", "swept_by")))))
    ends = (
        f"{word} {value(behaviour, name)}"
        for name, word in (("source", "from"), ("target", "to"))
        if getattr(behaviour, name, None)
    )
    stated = facts(behaviour, INNER)
    return "; ".join(filter(None, (*ends, course_clauses(stated) if isinstance(behaviour, Workflow) else stated)))


def state_sentences(machine: StateMachine) -> Iterator[str]:
    """What is stated of the states: where it begins and ends, what fails, how long it stays, what users see."""
    begins = f"It begins as {machine.states[0].name}" if machine.states else ""
    ends = [one.name for one in machine.states if one.terminal]
    yield f"{begins}{f' and ends as {_either(ends)}' if ends else ''}"
    failing = [one.name for one in machine.states if one.failure]
    if failing:
        yield f"Something went wrong when it is {_either(failing)}"
    stays = [f"{one.name} for {value(one, 'timeout')}" for one in machine.states if one.timeout]
    if stays:
        yield rounded(f"It stays {joined(stays)} at the most")
    seen = [one.name for one in machine.states if one.visible]
    if seen:
        yield f"Users see it {_either(seen)}" if len(seen) < len(machine.states) else "Users see each state"


def transition_rows(machine: StateMachine) -> Iterator[Row]:
    """From which state to which, what sets it off, and what else is stated."""
    for one in machine.transitions:
        stated = "; ".join(filter(None, (_tried(one), "checked" if one.verified else "")))
        yield one.source, one.target, _set_off(one), stated


def _tried(transition: Transition) -> str:
    if isinstance(transition.attempts, int):
        often = {1: "once", 2: "twice"}.get(transition.attempts, f"{transition.attempts:,} times")
        return f"{often} at the most"
    return "as often as it takes" if transition.attempts else ""


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def step_rows(workflow: Workflow) -> Iterator[Row]:
    """Each step: what does it, what undoes it, and what else is stated."""
    for step in workflow.steps:
        stated = course_clauses(facts(step, ("name", "runs_on", "along", "compensation")))
        yield step.name, _done_by(step), _undone_by(step), stated


def migration_rows(migration: Migration) -> Iterator[Row]:
    """Each step, and what is stated of it."""
    for step in migration.steps:
        yield value(step, "action") or "a step", facts(step, ("action",))


def _set_off(transition: Transition) -> str:
    by = f"by {BY.get(transition.by, f'the {transition.by}')}" if transition.by and not transition.along else ""
    along = f"{named(transition.along)}: {passing(transition.along)}" if transition.along else ""
    return "; ".join(filter(None, (transition.when or "", by, along)))


def _done_by(step: WorkflowStep) -> str:
    along = f"{named(step.along)}: {passing(step.along)}" if step.along else ""
    alone = step.runs_on.name if step.runs_on and not (step.along and step.along.source is step.runs_on) else ""
    return "; ".join(filter(None, (alone, along)))


def _undone_by(step: WorkflowStep) -> str:
    if not isinstance(step.compensation, Compensation):
        return "nothing" if step.compensation is False else ""
    undoing = step.compensation
    along = f"{named(undoing.along)}: {passing(undoing.along)}" if undoing.along else ""
    return (
        "; ".join(filter(None, (undoing.name or "", along, course_clauses(facts(undoing, ("name", "along"))))))
        or "an undoing step"
    )
