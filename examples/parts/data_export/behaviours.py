"""Data export: the states of an export."""

from archgen import State, StateMachine, Transition, days, hours

from . import collecting, handing_out, orders

life_of_an_export = StateMachine(
    "Life of an export",
    [
        State("ordered", visible=True, timeout=hours(1)),
        State("collecting", visible=True, timeout=days(14)),
        State("sealing", visible=True, timeout=hours(4)),
        State("ready", visible=True, timeout=days(7)),
        State("failed", visible=True, failure=True, timeout=days(14)),
        State("given up", visible=True, terminal=True, failure=True),
        State("gone", visible=True, terminal=True),
    ],
    [
        Transition("ordered", "collecting", "it is cut into slices", by="service", along=orders.plan),
        Transition("ordered", "gone", "it was not the member who ordered", by="client"),
        Transition("collecting", "sealing", "no slice is left", by="worker", along=collecting.last, verified=True),
        Transition("sealing", "ready", "the list is there", by="worker", along=handing_out.ready, verified=True),
        Transition("collecting", "failed", "a slice failed five times", by="worker", attempts=5),
        Transition("sealing", "failed", "a sum is wrong", by="worker", attempts=5),
        Transition("failed", "collecting", "the fault is mended", by="person", along=handing_out.send_back, attempts=3),
        Transition("failed", "given up", "two weeks are over, or a new one was ordered", by="timer"),
        Transition("ready", "gone", "seven days are over", by="timer", along=handing_out.forget),
    ],
    summary="What is ready is there for a week, and then nobody has a copy but the member.",
    of=orders.exports,
    swept_by=orders.planner,
)

behaviours = (life_of_an_export,)
