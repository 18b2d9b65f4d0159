"""Batch notifications: the states of a campaign."""

from archgen import State, StateMachine, Transition, days, hours

from . import campaigns, sending

life_of_a_campaign = StateMachine(
    "Life of a campaign",
    [
        State("planned", visible=True, timeout=days(90)),
        State("unfolding", visible=True, timeout=hours(12)),
        State("sending", visible=True, timeout=hours(12)),
        State("stopped", visible=True, timeout=days(2)),
        State("done", visible=True, terminal=True),
        State("ended early", visible=True, terminal=True, failure=True),
    ],
    [
        Transition("planned", "unfolding", "its time has come", by="timer", along=campaigns.begin),
        Transition("unfolding", "sending", "the last piece is unfolded", by="worker", along=campaigns.unfolded, verified=True),
        Transition("sending", "done", "the last message has left", by="worker", along=sending.claim, verified=True),
        Transition("unfolding", "stopped", "the marketer has seen a mistake", by="client", along=sending.stop),
        Transition("sending", "stopped", "the marketer has seen a mistake", by="client", along=sending.stop),
        Transition("stopped", "unfolding", "it goes on with those who have none yet", by="client"),
        Transition("stopped", "ended early", "two days are over", by="timer"),
        Transition("sending", "ended early", "it is too late for the rest", by="timer"),
        Transition("planned", "ended early", "it was taken back", by="client"),
    ],
    summary="A campaign can be stopped at any moment, and goes on without writing to anybody twice.",
    of=campaigns.campaigns,
    swept_by=campaigns.starter,
)

behaviours = (life_of_a_campaign,)
