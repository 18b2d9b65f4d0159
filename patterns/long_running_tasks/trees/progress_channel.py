"""A bar that may be two seconds old is polled; one that people watch is streamed; only who steers the job needs a socket.

## How it decides
First by how old the bar may be. At two seconds or more, polls show it as well as anything, and any replica answers them.

Where it has to follow at once, a connection stays open. What runs on it decides the rest. Progress goes one way, and an event
stream is made for that: plain HTTP, and the browser comes back by itself. Commands that have to arrive within a moment, such as
pause, go on, change this, need the way up as well. A single "cancel" does not; that is an ordinary request.

## Numbers
- **Polls of 2 s for a job of 30 s: 15 requests**, of which ten say nothing new. A stream is one.
- **A bar of 300 pixels shows no more than one or two changes a second.**
- **An open stream for 10 kB of memory**; a socket for the same, with balancing by connections, and a drain at each release.

## What shorter answers get wrong
- **"Progress is live, so WebSocket."** Nothing is said upwards.
- **Asking whether it is live.** Everybody says yes. Ask how many seconds old it may be.
"""

from archgen import Ask, Choose, DecisionTree, Requirements, seconds


def old_enough(need: Requirements) -> str | None:
    if need.freshness is None:
        return None
    return "yes" if need.freshness >= seconds(2) else "no"


def steers(need: Requirements) -> str | None:
    if need.client_sends is None:
        return None
    return "yes" if need.client_sends == "often" else "no"


tree = DecisionTree(
    "How does progress come to the screen?",
    Ask(
        "May what people see be 2 s old?",
        old_enough,
        {
            "yes": Choose("polling-notification", "a read of one row every few seconds, from any replica"),
            "no": Ask(
                "Does the client steer the job while it runs?",
                steers,
                {
                    "yes": Choose("websocket-progress", "progress down and commands up, on one connection"),
                    "no": Choose("sse-progress", "one way is enough, over plain HTTP"),
                },
                needs=["client_sends"],
            ),
        },
        needs=["freshness"],
    ),
)
