"""A deployment ends connections, unless somebody builds what moves them; a short drop with a replay is nearly always enough.

## How it decides
If clients can be away for a second and then get what they missed, a server that is to restart says goodbye: it takes no new
connections, closes the open ones a few at a time, and clients connect elsewhere after a random pause. What arose in between is
replayed by number. The machinery is the one that every lost connection needs anyway.

Some connections may not blink: a running auction hammer, remote control, a game with an opponent. There the new process has to
take over open sockets from the old one, on the same machine, with all that is known about each. That is hard to write, harder
to test, and does not help when the machine itself goes.

## Numbers
- **10,000 connections closed at once come back at once.** Over 60 s they are 170 a second, which a tier of ten hardly notices.
- **Draining takes as long as the longest pause that is allowed**: 30 s to a few minutes. Set the orchestrator's patience above
  it.

## What shorter answers get wrong
- **Waiting for connections to end by themselves.** WebSockets last for hours; a deployment that waits for the last one never
  ends.
- **Draining without a replay.** It turns each deployment into lost messages, one server after the other.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def drops(need: Requirements) -> str | None:
    if need.brief_drops is None:
        return None
    return "yes" if need.brief_drops else "no"


tree = DecisionTree(
    "What becomes of open connections when servers restart?",
    Ask(
        "May a client be cut off for a moment, if it then gets what it missed?",
        drops,
        {
            "yes": Choose("drain-and-reconnect", "servers say goodbye, clients come back elsewhere and catch up by number"),
            "no": Choose("connection-handover", "the new process takes over the sockets, at a high price"),
        },
        needs=["brief_drops"],
    ),
)
