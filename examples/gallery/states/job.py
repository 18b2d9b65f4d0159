"""The states of a job that may fail, and be tried again."""

from archgen import State, StateMachine, Transition, minutes
from archgen.figures import Figure

figure = Figure(
    "The life of a job",
    [
        StateMachine(
            "The life of a job",
            [
                State("queued"),
                State("running", timeout=minutes(5)),
                State("done", terminal=True, failure=False),
                State("dead", terminal=True, failure=True),
            ],
            [
                Transition("queued", "running", when="a worker takes the lease"),
                Transition("running", "done", when="result stored, then acknowledged"),
                Transition("running", "queued", by="timer"),
                Transition("running", "dead", when="fifth failure"),
            ],
        )
    ],
    subtitle="The lease is longer than the longest job, or is renewed while it runs.",
    takeaway="A worker that dies gives its job back after five minutes: what it did until then is done again.",
)
