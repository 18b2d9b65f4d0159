"""The states of a job that may fail, and be tried again."""

from archgen import State, StateMachine, Transition, minutes
from archgen.figures import Figure

figure = Figure(
    "The life of a job",
    [
        StateMachine(
            "The life of a job",
            [
                State("pending", timeout=minutes(1)),
                State("queued"),
                State("processing", timeout=minutes(5)),
                State("complete", terminal=True, failure=False),
                State("failed"),
                State("dead", terminal=True, failure=True),
                State("cancelled", terminal=True),
            ],
            [
                Transition("pending", "queued", when="the queue has it"),
                Transition("queued", "processing", when="a worker takes it"),
                Transition("processing", "complete", when="result stored, then acknowledged"),
                Transition("processing", "queued", by="timer"),
                Transition("processing", "failed", when="an error"),
                Transition("failed", "queued", when="fewer than 5 attempts, after a wait"),
                Transition("failed", "dead", when="fifth attempt, or never will work"),
                Transition("queued", "cancelled", when="nobody wants it any more"),
            ],
        )
    ],
    subtitle="Every change is stored: clients see it, retries go by it. A lease outlasts the longest job or is renewed.",
    takeaway="A worker that dies gives its job back after five minutes: what it did until then is done again.",
)
