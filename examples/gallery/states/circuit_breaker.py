"""The three states of a circuit breaker."""

from archgen import State, StateMachine, Transition, seconds
from archgen.figures import Figure

figure = Figure(
    "A circuit breaker",
    [
        StateMachine(
            "A circuit breaker",
            [State("closed"), State("open", timeout=seconds(30)), State("half open")],
            [
                Transition("closed", "open", when="half of the last 20 calls failed"),
                Transition("open", "half open", by="timer"),
                Transition("half open", "closed", when="a trial call works"),
                Transition("half open", "open", when="a trial call fails"),
            ],
        )
    ],
    subtitle="Closed lets calls through, open refuses them at once, half open lets one through to see.",
    takeaway="It protects the callee from retries and the caller from waiting. It does not make anything work.",
)
