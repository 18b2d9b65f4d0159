"""The states of a client's connection, and how it comes back."""

from archgen import State, StateMachine, Transition, seconds
from archgen.figures import Figure

figure = Figure(
    "A connection that comes back",
    [
        StateMachine(
            "A connection",
            [
                State("connecting", timeout=seconds(10)),
                State("open", timeout=seconds(45)),
                State("catching up"),
                State("waiting"),
            ],
            [
                Transition("connecting", "catching up", when="ask what was missed"),
                Transition("catching up", "open", when="nothing is missing"),
                Transition("open", "waiting", by="timer"),
                Transition("open", "waiting", when="closed by the server"),
                Transition("connecting", "waiting", by="timer"),
                Transition("waiting", "connecting", when="1, 2, 4 ... 30 s later"),
            ],
        )
    ],
    subtitle="A heartbeat every 20 s; after 45 s without one, either side takes it for dead. Each wait has jitter.",
    takeaway="Coming back without asking for what was missed loses messages in every tunnel.",
)
