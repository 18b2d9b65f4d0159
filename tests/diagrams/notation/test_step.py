"""What the box of a step says."""

import pytest

from archgen import Calls, Client, Compensation, Design, Group, Service, Wait, WorkflowStep, days, minutes
from archgen.diagrams.notation.step import remarks, step_box, undoing_box, waiting, who
from archgen.model.drawing import Box
from archgen.model.link import link

EDGE = Group("Edge")
API = Service("API", group=EDGE)
APP = Client("App")
CALL, TO_ALL = Calls(APP, API), Calls(APP, EDGE)
DESIGN = link(Design("D", [CALL, TO_ALL]))


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (Wait(), "waits"),
        (Wait("signal"), "waits for a signal"),
        (Wait("timer", timeout=minutes(5)), "waits 5 min"),
        (Wait("human", timeout=days(3), on_timeout="remind"), "waits for a person at most 3 d, then it reminds"),
    ],
)
def test_a_wait_says_for_what_and_how_long(wait: Wait, said: str) -> None:
    assert waiting(wait) == said


def test_a_step_is_done_by_what_it_runs_on_else_at_the_end_of_its_connection() -> None:
    other = Service("Worker")
    assert who(WorkflowStep("s", runs_on=other, along=CALL)) is other
    assert who(WorkflowStep("s", along=CALL)) is API
    assert who(WorkflowStep("s")) is None


def test_a_step_says_what_it_does_and_what_it_needs() -> None:
    step = WorkflowStep("s", effect="irreversible", join="any", loops=True, pivot=True)
    assert remarks(step) == "cannot be taken back, when one before it is done, again and again, no way back from here"


def test_a_step_looks_like_what_does_it() -> None:
    assert step_box(DESIGN, WorkflowStep("s", along=CALL)) == Box("step:s", "s", "API", "server", "compute")
    assert step_box(DESIGN, WorkflowStep("s", along=TO_ALL)) == Box("step:s", "s", "Edge", "", "compute")
    assert step_box(DESIGN, WorkflowStep("s", wait=Wait())) == Box("step:s", "s", "waits", "hourglass", "neutral")


def test_what_undoes_a_step_without_a_name_of_its_own_is_called_after_it() -> None:
    undoing = Compensation(along=CALL, notifies=True)
    assert undoing_box(DESIGN, WorkflowStep("s"), undoing) == Box(
        "undoing:s", "undo: s", "API, only tells of it", "server", "bad"
    )
