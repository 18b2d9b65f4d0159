"""Payment webhooks: the states of a delivery."""

from archgen import State, StateMachine, Transition, days, seconds

from . import care, delivery, intake

life_of_a_delivery = StateMachine(
    "Life of a delivery",
    [
        State("due", visible=True, timeout=days(1)),
        State("sending", timeout=seconds(45)),
        State("waiting", visible=True, timeout=days(3)),
        State("delivered", visible=True, terminal=True),
        State("given up", visible=True, failure=True, timeout=days(30)),
        State("dropped", visible=True, terminal=True, failure=True),
    ],
    [
        Transition("due", "sending", "a sender takes it", by="worker", along=delivery.take_first),
        Transition("sending", "delivered", "the shop answers 2xx", by="worker", along=delivery.outcome, verified=True),
        Transition("sending", "waiting", "no answer, or one that may change", by="worker", along=delivery.outcome, attempts=16),
        Transition("sending", "due", "the sender died", by="timer"),
        Transition("waiting", "due", "its time has come", by="timer", along=delivery.again),
        Transition("waiting", "given up", "three days are over", by="timer"),
        Transition("waiting", "dropped", "the shop took its address away, or says 410", by="worker"),
        Transition("given up", "due", "somebody has it sent again", by="client", along=care.send_again),
        Transition("given up", "dropped", "30 days are over", by="timer"),
    ],
    summary="A delivery ends in one of two ways, and from each other state something leads on.",
    of=intake.deliveries,
    swept_by=delivery.clock,
)

behaviours = (life_of_a_delivery,)
