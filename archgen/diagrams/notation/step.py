"""A step of a workflow as a box: what does it, what it does to the world, and what it waits for."""

from collections.abc import Iterator, Mapping

from archgen import Compensation, Component, Group, Tone, Wait, WorkflowStep
from archgen.diagrams.notation.card import glyph, group_tone
from archgen.plugin import Architecture, Box, readable

EFFECTS: Mapping[str, str] = {
    "none": "changes nothing",
    "read": "reads",
    "write": "writes",
    "reserve": "reserves",
    "authorise": "authorises",
    "charge": "charges",
    "notify": "notifies",
    "irreversible": "cannot be taken back",
}
WAITS = "hourglass"
AWAITED: Mapping[str | None, str] = {"human": "a person", "signal": "a signal", "webhook": "a webhook", "timer": "a time"}
JOINS: Mapping[str, str] = {"all": "when all before it are done", "any": "when one before it is done"}
FOLLOWS: Mapping[str, str] = {
    "fail": "then it fails",
    "compensate": "then all is undone",
    "escalate": "then somebody else is asked",
    "remind": "then it reminds",
    "reassign": "then somebody else gets it",
    "retry": "then it tries again",
    "proceed": "then it goes on",
}


def step_box(architecture: Architecture, step: WorkflowStep) -> Box:
    """A step, in the colour of what does it."""
    icon, tone = _look(architecture, who(step))
    return Box(step_id(step), step.name, remarks(step), icon or (WAITS if step.wait else ""), tone)


def undoing_box(architecture: Architecture, step: WorkflowStep, undoing: Compensation) -> Box:
    """What undoes a step."""
    done_by = undoing.along.destination if undoing.along else None
    told = [done_by.name if done_by else "", "only tells of it" if undoing.notifies else ""]
    icon, _ = _look(architecture, done_by)
    return Box(undoing_id(step), undoing.name or f"undo: {step.name}", ", ".join(filter(None, told)), icon, "bad")


def step_id(step: WorkflowStep) -> str:
    """The id of its box."""
    return f"step:{step.name}"


def undoing_id(step: WorkflowStep) -> str:
    """The id of the box of what undoes it."""
    return f"undoing:{step.name}"


def who(step: WorkflowStep) -> Component | Group | None:
    """What does it, else what it is done at; None where neither is stated."""
    return step.runs_on or (step.along.destination if step.along else None)


def remarks(step: WorkflowStep) -> str:
    """Who does it and what it does, in one line."""
    return ", ".join(_facts(step))


def _facts(step: WorkflowStep) -> Iterator[str]:
    done_by = who(step)
    if done_by:
        yield done_by.name
    if step.effect:
        yield EFFECTS[step.effect]
    if step.join:
        yield JOINS[step.join]
    if step.wait:
        yield waiting(step.wait)
    if step.loops:
        yield "again and again"
    if step.pivot:
        yield "no way back from here"


def waiting(wait: Wait) -> str:
    """What a step waits for, for how long, and what follows then."""
    words = f"waits for {AWAITED[wait.awaits]}" if wait.awaits else "waits"
    if wait.timeout is not None:
        words = f"waits {readable(wait.timeout)}" if wait.awaits == "timer" else f"{words} at most {readable(wait.timeout)}"
    return f"{words}, {FOLLOWS[wait.on_timeout]}" if wait.on_timeout else words


def _look(architecture: Architecture, end: Component | Group | None) -> tuple[str, Tone]:
    if isinstance(end, Group):
        return "", group_tone(architecture, end)
    return (str(glyph(end)), end.tone) if end else ("", "neutral")
