"""What is drawn of a state machine, as whole values."""

from archgen import Calls, Client, Design, Service, State, StateMachine, Transition, minutes
from archgen.diagrams.state_machines import draw
from archgen.model.drawing import Arrow, Box, Drawing, LegendEntry
from archgen.model.link import link

call = Calls(Client("App"), Service("API"), "cancel")


def drawn(*machines: StateMachine) -> list[Drawing]:
    return list(draw(link(Design("Shop", [call], behaviours=machines))))


def test_states_tell_where_it_starts_and_where_it_ends() -> None:
    machine = StateMachine(
        "Order",
        states=[
            State("new", timeout=minutes(10)),
            State("packed", visible=False, timeout=minutes(90)),
            State("sent", terminal=True, failure=False),
            State("given up", terminal=True, failure=True),
            State("withdrawn", terminal=True),
        ],
        transitions=[
            Transition("new", "packed", "paid", by="service"),
            Transition("packed", "sent", by="worker"),
            Transition("new", "given up", by="timer"),
            Transition("new", "withdrawn", along=call),
            Transition("packed", "packed", "the printer is empty", attempts=3),
        ],
        summary="From the basket to the door.",
    )
    assert drawn(machine) == [
        Drawing(
            "states-order",
            "Shop: Order",
            "From the basket to the door. States: new (start), packed (users do not see it, at most 90 min), sent (end), "
            "given up (failure, end), withdrawn (end). From new to packed: paid. From packed to sent: the worker. "
            "From new to given up: after 10 min. From new to withdrawn: cancel. "
            "From packed to packed: the printer is empty (up to 3 times).",
            (
                Box("state:new", "new", "start", "flag", "compute"),
                Box("state:packed", "packed", "users do not see it, at most 90 min", "", "compute"),
                Box("state:sent", "sent", "end", "", "good", "answer"),
                Box("state:given up", "given up", "failure, end", "", "bad", "answer"),
                Box("state:withdrawn", "withdrawn", "end", "", "neutral", "answer"),
            ),
            (
                Arrow("state:new", "state:packed", "paid"),
                Arrow("state:packed", "state:sent", "the worker"),
                Arrow("state:new", "state:given up", "after 10 min", "dashed"),
                Arrow("state:new", "state:withdrawn", "cancel"),
                Arrow("state:packed", "state:packed", "the printer is empty (up to 3 times)"),
            ),
            direction="right",
            legend=(LegendEntry("solid", "something happens"), LegendEntry("dashed", "time runs out")),
        )
    ]


def test_machines_whose_ids_differ_in_marks_only_have_figures_of_their_own() -> None:
    machines = [StateMachine(name, id=id, states=[State("on")], transitions=[]) for name, id in (("One", "a_b"), ("Two", "a-b"))]
    assert [drawing.name for drawing in drawn(*machines)] == ["states-a-b", "states-a-b-2"]


def test_a_machine_without_states_is_no_figure() -> None:
    assert drawn(StateMachine("Order", states=[], transitions=[])) == []


def test_where_its_author_says_what_time_sets_off_the_state_says_how_long() -> None:
    states = [State("open", timeout=minutes(10)), State("shut", terminal=True)]
    (drawing,) = drawn(StateMachine("Door", states=states, transitions=[Transition("open", "shut", "nobody comes", by="timer")]))
    assert drawing.arrows == (Arrow("state:open", "state:shut", "nobody comes", "dashed"),)
    assert drawing.boxes[0].subtitle == "start, at most 10 min"
