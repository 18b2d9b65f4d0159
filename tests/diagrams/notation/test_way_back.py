"""Where the way back of a workflow begins."""

from archgen import Compensation, Workflow, WorkflowStep
from archgen.diagrams.notation.way_back import failing, undone

HOLD, PAY = WorkflowStep("hold", compensation=Compensation()), WorkflowStep("pay", compensation=Compensation())
TELL = WorkflowStep("tell")


def ways(*steps: WorkflowStep) -> list[tuple[str, str]]:
    return [(step.name, first.name) for step, first in failing(Workflow("W", steps=steps))]


def test_only_steps_that_something_undoes_are_undone() -> None:
    step = WorkflowStep("send", compensation=False)
    assert [one.name for one, _ in undone(Workflow("W", steps=[HOLD, step, TELL, PAY]))] == ["hold", "pay"]


def test_a_failure_leads_to_the_last_step_before_it_that_can_be_undone() -> None:
    assert ways(HOLD, TELL, PAY) == [("tell", "hold"), ("pay", "hold")]


def test_what_follows_a_failure_otherwise_leads_not_back() -> None:
    steps = [WorkflowStep(name, on_failure=name) for name in ("retry", "alert", "ignore", "fail", "compensate")]
    assert ways(HOLD, *steps) == [("compensate", "hold")]


def test_before_anything_is_done_there_is_nothing_to_lead_back_to() -> None:
    assert ways(TELL, HOLD) == []
