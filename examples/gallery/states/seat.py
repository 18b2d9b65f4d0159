"""The states of a seat that is held for a buyer for ten minutes."""

from archgen import State, StateMachine, Transition, minutes
from archgen.figures import Figure

figure = Figure(
    "A seat between two clicks",
    [
        StateMachine(
            "A seat",
            [State("free"), State("held", timeout=minutes(10)), State("sold", terminal=True, failure=False)],
            [
                Transition("free", "held", when="chosen, if it is still free"),
                Transition("held", "sold", when="payment confirmed"),
                Transition("held", "free", by="timer"),
                Transition("held", "free", when="given back"),
            ],
        )
    ],
    subtitle="A hold is a row with an expiry, set by one conditional update: nothing is locked while a card number is typed.",
    takeaway="Whoever confirms a payment checks the hold again: it may have run out a second ago.",
)
