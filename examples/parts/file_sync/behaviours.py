"""File sync: the states of a version."""

from archgen import State, StateMachine, Transition, days, hours, minutes

from . import files, processing, syncing

life_of_a_version = StateMachine(
    "Life of a version",
    [
        State("pending", timeout=days(1)),
        State("scanning", visible=True, timeout=minutes(30)),
        State("working", visible=True, timeout=hours(6)),
        State("available", visible=True),
        State("rejected", visible=True, terminal=True, failure=True),
        State("without preview", visible=True, failure=True, timeout=days(14)),
        State("deleted", terminal=True),
    ],
    [
        Transition("pending", "scanning", "all chunks are there", by="client", along=syncing.commit, verified=True),
        Transition("pending", "deleted", "they never came", by="timer"),
        Transition("scanning", "working", "nothing was found", by="worker", along=processing.tell, verified=True),
        Transition("scanning", "rejected", "it is harmful", by="worker", along=processing.tell),
        Transition("working", "available", "preview and text are there", by="worker", along=processing.tell, verified=True),
        Transition("working", "without preview", "it failed four times", by="worker", attempts=4),
        Transition("without preview", "working", "the fault is mended", by="person", along=processing.send_back, attempts=3),
        Transition("without preview", "available", "two weeks are over", by="timer"),
        Transition("available", "deleted", "30 days after a newer one", by="timer"),
    ],
    summary="Devices sync a version from the commit on; links to strangers wait for the scan.",
    of=files.versions,
    swept_by=files.relay,
)

behaviours = (life_of_a_version,)
