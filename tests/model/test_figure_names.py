from archgen import Design, Migration, MigrationStep, State, StateMachine, Workflow, WorkflowStep
from archgen.model.figure_names import figure_names
from archgen.model.link import link


def test_figures_of_behaviours_are_called_by_their_sort_and_id() -> None:
    behaviours = [
        StateMachine("Life of an order", states=[State("new")], transitions=[]),
        Workflow("Sell", steps=[WorkflowStep("pay")]),
        Migration("Move", id="to_new", steps=[MigrationStep("soak")]),
    ]
    names = figure_names(link(Design("D", [], behaviours=behaviours)))
    assert list(names.values()) == ["states-life-of-an-order", "workflow-sell", "migration-to-new"]


def test_two_that_would_be_called_the_same_are_told_apart() -> None:
    behaviours = [Workflow("Sell", id=id, steps=[WorkflowStep("pay")]) for id in ("a_b", "a-b", "a.b")]
    assert list(figure_names(link(Design("D", [], behaviours=behaviours))).values()) == [
        "workflow-a-b",
        "workflow-a-b-2",
        "workflow-a.b",
    ]
