"""Choose the weakest protocol that meets the latency, then let the direction of traffic decide.

## How it decides
The first question is about time, because it is the only one that can make all others moot. Two requirements bear on it: the
latency budget, which is the time from an event to the person who must see it, and staleness, which is how old the screen may
be. A poll must keep both, so the tree takes the tighter of the two where both are stated, and either one where only one is. Two
seconds is the bound: polling faster than that costs more in empty answers than an open connection costs in state.

Media comes second. Audio and video tolerate loss but no queueing behind a lost packet, which rules out everything that runs
over TCP. Then direction: a client that sends often wants a socket in both directions; one that sends now and then does not.

The path is asked about last but one. A proxy that collects responses before it passes them on breaks event streams silently,
and long polling is what remains. It comes after the question for two-way traffic on purpose: a path that cannot carry an open
response can often still carry an upgraded connection, which proxies treat as opaque bytes.

## What shorter trees get wrong
- **"The client must send, so WebSocket."** Almost every client sends something. What counts is how often: a comment a minute is
  a POST, and an event stream beside it keeps balancing, authentication and caching ordinary. Only frequent traffic both ways
  pays for a socket.
- **Media asked only of clients that need two-way traffic.** A viewer of a live call sends next to nothing and still needs a
  media transport. Media has to be asked before direction.
- **Long polling as a footnote, or not at all.** It is the answer whenever some hop will not stream, which is a property of the
  path and belongs in the tree.
- **"Real time: yes or no" as the first question.** It has no number in it, so every team answers yes. Ask how many seconds.

## What it does not ask
A live broadcast that may lag by five seconds ends at polling, and that is right: segmented video over HTTP is polling. A
payment page that waits for one result is served by a long poll even where streams would pass; take that as a choice with a
reason.
"""

from archgen import Ask, Choose, DecisionTree, Requirements, seconds


def patience(need: Requirements) -> str | None:
    stated = [bound for bound in (need.latency_budget, need.staleness) if bound is not None]
    if not stated:
        return None
    return "yes" if min(stated) >= seconds(2) else "no"


def media(need: Requirements) -> str | None:
    if need.media is None:
        return None
    return "yes" if need.media else "no"


def both_ways(need: Requirements) -> str | None:
    if need.client_sends is None:
        return None
    return "yes" if need.client_sends == "often" else "no"


def streams(need: Requirements) -> str | None:
    if need.streaming_path is None:
        return None
    return "yes" if need.streaming_path else "no"


def writes(need: Requirements) -> str | None:
    if need.client_sends is None:
        return None
    return "no" if need.client_sends == "never" else "yes"


tree = DecisionTree(
    "How should clients receive updates?",
    Ask(
        "May what users see be 2 s old?",
        patience,
        {
            "yes": Choose("simple-polling", "a request every few seconds is enough, and keeps no state"),
            "no": Ask(
                "Do people hear or see each other live?",
                media,
                {
                    "yes": Choose("webrtc", "media must skip what is lost, not wait for it"),
                    "no": Ask(
                        "Does each client send often?",
                        both_ways,
                        {
                            "yes": Choose("websocket", "both directions are busy on one connection"),
                            "no": Ask(
                                "Does every proxy on the way pass on an open response?",
                                streams,
                                {
                                    "no": Choose("long-polling", "each answer ends, so that nothing can hold it back"),
                                    "yes": Ask(
                                        "Does the client send at all?",
                                        writes,
                                        {
                                            "yes": Choose("sse-plus-http-post", "a stream down, plain requests up"),
                                            "no": Choose("server-sent-events", "one open response carries everything"),
                                        },
                                        needs=["client_sends"],
                                    ),
                                },
                                needs=["streaming_path"],
                            ),
                        },
                        needs=["client_sends"],
                    ),
                },
                needs=["media"],
            ),
        },
        needs=["latency_budget", "staleness"],
    ),
    also=["real-time-protocol", "rt-protocol-reconciled", "rt-protocol-text", "rt-protocol-figure"],
)
