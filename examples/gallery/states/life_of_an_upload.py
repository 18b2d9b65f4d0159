"""The states of an upload that may stop and go on."""

from archgen import State, StateMachine, Transition, hours
from archgen.figures import Figure

figure = Figure(
    "The life of an upload",
    [
        StateMachine(
            "The life of an upload",
            [
                State("pending", timeout=hours(24)),
                State("uploading"),
                State("processing"),
                State("ready", terminal=True, failure=False),
                State("failed", terminal=True, failure=True),
            ],
            [
                Transition("pending", "uploading", when="first part arrives"),
                Transition("uploading", "uploading", when="a part fails", attempts=3),
                Transition("uploading", "processing", when="the storage says that all is there"),
                Transition("processing", "ready", when="checked and scanned"),
                Transition("processing", "failed", when="the content is not what it claims to be"),
                Transition("pending", "failed", by="timer"),
            ],
        )
    ],
    subtitle="The client's word that it has finished is not enough: an event of the storage moves the upload on.",
    takeaway="Every state that waits has a timer that ends the wait.",
)
