"""What is drawn of a workflow, as whole values."""

from archgen import (
    Calls,
    Client,
    Compensation,
    Design,
    Group,
    Publishes,
    Queue,
    Service,
    Wait,
    Workflow,
    WorkflowStep,
    days,
)
from archgen.diagrams.workflows import draw
from archgen.model.drawing import Arrow, Box, Drawing, LegendEntry
from archgen.model.link import link

orders, stock, mails = Service("Orders"), Service("Stock", group=Group("Back")), Queue("Mails")
reserve, tell = Calls(orders, stock, "reserve"), Publishes(orders, mails)
free = Calls(orders, stock, "free")


def drawn(*workflows: Workflow) -> list[Drawing]:
    return list(draw(link(Design("Shop", [Calls(Client("App"), orders), reserve, tell, free], behaviours=workflows))))


def ways(drawing: Drawing) -> list[tuple[str, str]]:
    """The dashed arrows."""
    return [(arrow.source, arrow.target) for arrow in drawing.arrows if arrow.style == "dashed"]


def step(name: str, *, undone: bool = False, fails: bool | None = None, pivot: bool | None = None) -> WorkflowStep:
    return WorkflowStep(name, compensation=Compensation(name=f"undo {name}") if undone else None, can_fail=fails, pivot=pivot)


def test_steps_say_what_does_them_and_a_failure_leads_back() -> None:
    saga = Workflow(
        "Order",
        summary="From the basket to the mail.",
        steps=[
            WorkflowStep("hold", along=reserve, effect="reserve", compensation=Compensation(along=free)),
            WorkflowStep(
                "ask", wait=Wait("human", timeout=days(3), on_timeout="escalate"), compensation=Compensation(notifies=True)
            ),
            WorkflowStep("tell", runs_on=orders, effect="notify", can_fail=True, pivot=True),
        ],
    )
    assert drawn(saga) == [
        Drawing(
            "workflow-order",
            "Shop: Order",
            "From the basket to the mail. 1. hold (Stock, reserves). 2. ask (waits for a person at most 3 d, then somebody else "
            "is asked). 3. tell (Orders, notifies, no way back from here). undo: hold undoes hold. undo: ask undoes ask. "
            "If tell fails, ask is undone first.",
            (
                Box("step:hold", "hold", "Stock, reserves", "server", "compute"),
                Box("step:ask", "ask", "waits for a person at most 3 d, then somebody else is asked", "hourglass", "neutral"),
                Box("step:tell", "tell", "Orders, notifies, no way back from here", "server", "compute"),
                Box("undoing:hold", "undo: hold", "Stock", "server", "bad"),
                Box("undoing:ask", "undo: ask", "only tells of it", "", "bad"),
            ),
            (
                Arrow("step:hold", "step:ask"),
                Arrow("step:ask", "step:tell"),
                Arrow("step:tell", "undoing:ask", "", "dashed", back=True),
                Arrow("undoing:ask", "undoing:hold", "", "dashed", back=True),
            ),
            legend=(LegendEntry("solid", "then"), LegendEntry("dashed", "after a failure")),
        )
    ]


def test_a_step_stands_after_those_that_it_names() -> None:
    steps = [WorkflowStep("a"), WorkflowStep("b", after=[]), WorkflowStep("c", after=["a", "b"], join="all"), WorkflowStep("d")]
    (drawing,) = drawn(Workflow("Build", steps=steps))
    assert drawing.arrows == (Arrow("step:a", "step:c"), Arrow("step:b", "step:c"), Arrow("step:c", "step:d"))
    assert drawing.boxes[2].subtitle == "when all before it are done"
    assert (drawing.direction, drawing.legend) == ("right", ())


def test_where_no_step_says_whether_it_fails_each_one_leads_back() -> None:
    (drawing,) = drawn(Workflow("Order", steps=[step("a", undone=True), step("b", undone=True), step("c")]))
    assert ways(drawing) == [("step:b", "undoing:a"), ("step:c", "undoing:b"), ("undoing:b", "undoing:a")]


def test_where_steps_say_so_only_those_lead_back() -> None:
    (drawing,) = drawn(Workflow("Order", steps=[step("a", undone=True), step("b", undone=True), step("c", fails=True)]))
    assert ways(drawing) == [("step:c", "undoing:b"), ("undoing:b", "undoing:a")]


def test_after_a_step_that_cannot_be_undone_nothing_leads_back() -> None:
    (drawing,) = drawn(Workflow("Order", steps=[step("a", undone=True), step("b", pivot=True), step("c")]))
    assert ways(drawing) == [("step:b", "undoing:a")]


def test_steps_may_be_undone_in_the_order_in_which_they_were_done() -> None:
    steps = [step("a", undone=True), step("b", undone=True), step("c")]
    (drawing,) = drawn(Workflow("Order", steps=steps, compensation_order="forward"))
    assert ways(drawing) == [("step:b", "undoing:a"), ("step:c", "undoing:a"), ("undoing:a", "undoing:b")]


def test_a_workflow_without_steps_is_no_figure() -> None:
    assert drawn(Workflow("Order", steps=[])) == []
