"""An order as a saga: forward, and back again."""

from archgen import State, StateMachine, Transition
from archgen.figures import Figure

figure = Figure(
    "An order, forward and back",
    [
        StateMachine(
            "An order",
            [
                State("placed"),
                State("stock reserved"),
                State("paid"),
                State("shipped", terminal=True, failure=False),
                State("stock released"),
                State("cancelled", terminal=True, failure=True),
            ],
            [
                Transition("placed", "stock reserved", when="all items are there"),
                Transition("placed", "cancelled", when="something is sold out"),
                Transition("stock reserved", "paid", when="card charged"),
                Transition("stock reserved", "stock released", when="card refused"),
                Transition("paid", "shipped", when="parcel handed over"),
                Transition("paid", "stock released", when="cannot be shipped: refund"),
                Transition("stock released", "cancelled", when="customer told"),
            ],
        )
    ],
    subtitle="Every step forward has one that undoes it. Between two steps the world sees an order that is half done.",
    takeaway="Put the step that cannot be undone last.",
)
