"""Report generation: the states of a report."""

from archgen import State, StateMachine, Transition, days, hours, minutes

from . import making, orders, results, waiting

life_of_a_report = StateMachine(
    "Life of a report",
    [
        State("queued", visible=True, timeout=hours(8)),
        State("making", visible=True, timeout=hours(1)),
        State("binding", visible=True, timeout=minutes(30)),
        State("ready", visible=True, timeout=days(90)),
        State("failed", visible=True, failure=True, timeout=days(14)),
        State("given up", visible=True, terminal=True, failure=True),
        State("called off", visible=True, terminal=True),
        State("gone", visible=True, terminal=True),
    ],
    [
        Transition("queued", "making", "the first chapter is taken", by="worker", along=making.take_ordered),
        Transition("making", "binding", "no chapter is left", by="worker", along=making.last, verified=True),
        Transition("binding", "ready", "the file is there", by="worker", along=results.finish, verified=True),
        Transition("making", "failed", "a chapter failed for good", by="worker", attempts=4),
        Transition("binding", "failed", "it cannot be bound", by="worker", attempts=4),
        Transition("failed", "making", "the fault is mended", by="person", along=waiting.send_back, attempts=3),
        Transition("failed", "given up", "two weeks are over", by="timer"),
        Transition("queued", "called off", "the analyst thinks better of it", by="client", along=orders.call_off),
        Transition("making", "called off", "the analyst thinks better of it", by="client", along=orders.call_off),
        Transition("ready", "gone", "90 days are over", by="timer"),
    ],
    summary="What was ordered is made, fails with a reason that can be read, or is called off; nothing stays half done.",
    of=orders.reports,
    swept_by=orders.dispatcher,
)

behaviours = (life_of_a_report,)
