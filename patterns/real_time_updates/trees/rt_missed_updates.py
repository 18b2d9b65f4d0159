"""Whoever was away asks for what comes after the last it saw; the question is who brings the number, and what keeps the rest.

## How it decides
A client that only listens has an event stream, and there the browser keeps the id of the last event by itself and sends it when
it connects again. The server owes the buffer alone.

On a socket the application does the same by hand: the client's first message names the last number that it has. What is kept
depends on who reads. Messages that many read, as in a room, are kept once, in a stream by number, and each reader brings its
own place in it. Messages for one person alone, such as notices or direct messages, can wait in a queue of that person, which is
emptied when it connects.

## Numbers
- **Keep as much as people are away.** Tunnels last a minute, commutes an hour, nights eight. 24 h covers nearly all; beyond
  that it is cheaper to load everything anew.
- **A queue for each reader multiplies.** A message to a room of 1,000 is one entry in a stream, and 1,000 in queues.

## What goes wrong
- **A buffer in the memory of one server.** The client comes back to another one. Keep it where all of them read.
- **A gap that nobody notices.** If what follows the client's number is gone, say so; it then loads the state.
- **Replay at full speed to everybody at once**, after a restart. Clients wait a random moment first.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def listens_only(need: Requirements) -> str | None:
    if need.client_sends is None:
        return None
    return "no" if need.client_sends == "often" else "yes"


def many_readers(need: Requirements) -> str | None:
    if need.max_fanout is None:
        return None
    return "yes" if need.max_fanout > 1 else "no"


tree = DecisionTree(
    "How does a client get what it missed?",
    Ask(
        "Do clients mostly listen, so that an event stream serves them?",
        listens_only,
        {
            "yes": Choose("sse-last-event-id", "the browser brings the last id by itself; the server keeps the events"),
            "no": Ask(
                "Do several people read the same messages?",
                many_readers,
                {
                    "yes": Choose("sequence-resume", "kept once, by number, and each reader names its own place"),
                    "no": Choose("per-user-queue", "waits for its one reader, and is emptied when that one connects"),
                },
                needs=["max_fanout"],
            ),
        },
        needs=["client_sends"],
    ),
)
