"""State machines, workflows and migrations as rows of tables."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta

from archgen.documents.agreement import is_plural
from archgen.documents.course_clauses import course_clauses
from archgen.documents.facts import facts, joined, value
from archgen.documents.rounded import rounded
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named, readable
from archgen.dsl.word import attributes
from archgen.model.dossier import Course
from archgen.vocabulary.behaviours.migration import Migration
from archgen.vocabulary.behaviours.migration_step import MigrationStep
from archgen.vocabulary.behaviours.state_machine import StateMachine
from archgen.vocabulary.behaviours.transition import Transition
from archgen.vocabulary.behaviours.workflow import Workflow
from archgen.vocabulary.behaviours.workflow_step import WorkflowStep
from archgen.vocabulary.policies.compensation import Compensation
from archgen.vocabulary.policies.rate_limit import RateLimit

Row = tuple[str, ...]
# What is stated of a workflow, by what it is about.
ABOUT: Mapping[str, Collection[str]] = {
    "How it runs": (
        "coordinator", "coordination", "style", "state_store", "state_size", "claim", "dag", "versioning", "two_phase_commit",
    ),
    "How much of it there is": ("trigger", "rate", "workflow_id", "max_duration", "in_flight"),
}  # fmt: skip
HEADINGS = ((StateMachine, "States"), (Workflow, "Workflows"), (Migration, "Migrations"))
BY = {"person": "a person", "timer": "a timer", "storage_event": "an event of the storage"}
INNER = ("states", "transitions", "steps", "along")
# What the figure of a migration shows of a step; and what is stated of one, in words.
IN_FIGURE = ("mode", "rate", "lasts", "fallback")
MOVES: Mapping[str, Mapping[str, str]] = {
    "mode": {
        "insert_if_absent": "writes only what is not there yet",
        "compare_version": "writes only what is newer",
        "overwrite": "writes over what is there",
    },
    "rate_limit": {"False": "goes as fast as it can"},
    "checkpoint": {"True": "notes how far it is, and goes on from there", "False": "begins anew when it breaks off"},
    "fallback": {"True": "one can go back", "False": "there is no way back"},
}


def under_headings(courses: Sequence[Course]) -> Sequence[tuple[str, Sequence[Course]]]:
    """Behaviours under the headings of their sorts."""
    groups = [(title, [course for course in courses if isinstance(course.behaviour, word)]) for word, title in HEADINGS]
    return [(title, several) for title, several in groups if several]


def behaviour_facts(behaviour: Behaviour) -> Sequence[tuple[str, str]]:
    """What is stated of it as a whole, by what that is about; of migrations, sentences say that."""
    match behaviour:
        case Migration():
            return []
        case StateMachine():
            told = [("Stated", facts(behaviour, (*INNER, "of", "swept_by")))]
        case Workflow():
            told = [(lead, course_clauses(_only(behaviour, names))) for lead, names in ABOUT.items()]
            others = {name for names in ABOUT.values() for name in names}
            told.append(("What else is stated", course_clauses(facts(behaviour, (*INNER, *others)))))
        case _:
            told = [("Stated", facts(behaviour, INNER))]
    return [(lead, text) for lead, text in told if text]


def _only(workflow: Workflow, names: Collection[str]) -> str:
    return facts(workflow, [name for name in attributes(workflow) if name not in names])


def state_sentences(machine: StateMachine) -> Iterator[str]:
    """What is stated of the states: whose they are, where they begin and end, which fail, how long each stays, what users see."""
    whose = f"The state of {machine.of.name}" if machine.of else "It"
    begins = f"{whose} begins as {machine.states[0].name}" if machine.states else ""
    ends = [one.name for one in machine.states if one.terminal]
    yield f"{begins}{f' and ends as {_either(ends)}' if ends else ''}"
    failing = [one.name for one in machine.states if one.failure]
    if failing:
        yield f"Something went wrong when it is {_either(failing)}"
    stays = [f"{one.name} for {value(one, 'timeout')}" for one in machine.states if one.timeout]
    if stays:
        yield rounded(f"It stays {joined(stays)} at the most")
    if machine.swept_by:
        yield f"{machine.swept_by.name} {'find' if is_plural([machine.swept_by.name]) else 'finds'} what is stuck"
    seen = [one.name for one in machine.states if one.visible]
    if seen:
        yield f"Users see it {_either(seen)}" if len(seen) < len(machine.states) else "Users see each state"


def transition_rows(machine: StateMachine) -> Iterator[Row]:
    """From which state to which, what sets it off, and what else is stated."""
    for one in machine.transitions:
        stated = "; ".join(filter(None, (_tried(one), "only after a check" if one.verified else "")))
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


def migration_rows(migration: Migration, *, beside_figure: bool = False) -> Iterator[Row]:
    """Each step by its number, and what is stated of it; beside a figure only what that does not show."""
    for number, step in enumerate(migration.steps, 1):
        told = "; ".join(_moving(step, without=IN_FIGURE if beside_figure else ()))
        if told or not beside_figure:
            yield str(number), value(step, "action") or "a step", told


def migration_sentences(migration: Migration) -> Iterator[str]:
    """What moves from where to where, whether anything stands still for it, and how long it takes."""
    source, target, size = migration.source, migration.target, value(migration, "size")
    what = f"{size} move" if size else f"What {source.name} keeps moves" if source else "What is kept moves"
    ends = (f"from {source.name}" if size and source else "", f"to {target.name}" if target else "")
    still = {True: "while the system stands still", False: "while the system serves", None: ""}[migration.offline]
    if any((source, target, size, still)):
        yield " ".join(filter(None, (what, *ends, still)))
    stated = [step.lasts for step in migration.steps if step.lasts is not None]
    if len(stated) > 1:
        least = "" if len(stated) == len(migration.steps) else "at least "
        yield rounded(f"All steps together take {least}{readable(sum(stated, timedelta()))}")


def _moving(step: MigrationStep, without: Collection[str]) -> Iterator[str]:
    for name, held in attributes(step).items():
        if name in without or name == "action":
            continue
        if isinstance(held, RateLimit):
            rest = facts(held, ("rate",))
            yield from filter(None, (f"{value(held, 'rate')} at the most" if "rate" not in without else "", rest))
        else:
            yield MOVES.get(name, {}).get(str(held)) or f"takes {value(step, name)}"


def _set_off(transition: Transition) -> str:
    by = f"by {BY.get(transition.by, f'the {transition.by}')}" if transition.by and not transition.along else ""
    along = _way(transition.along) if transition.along else ""
    how = by or along
    return f"{transition.when} ({how})" if transition.when and how else transition.when or how


def _done_by(step: WorkflowStep) -> str:
    along = _way(step.along) if step.along else ""
    alone = step.runs_on.name if step.runs_on and not (step.along and step.along.source is step.runs_on) else ""
    return "; ".join(filter(None, (alone, along)))


def _undone_by(step: WorkflowStep) -> str:
    if not isinstance(step.compensation, Compensation):
        return "nothing" if step.compensation is False else ""
    undoing = step.compensation
    along = _way(undoing.along) if undoing.along else ""
    return (
        "; ".join(filter(None, (undoing.name or "", along, course_clauses(facts(undoing, ("name", "along"))))))
        or "an undoing step"
    )


def _way(along: Connection) -> str:
    """A connection with what passes, as far as somebody says that."""
    return f"{named(along)}: {along.label}" if along.label else named(along)
