"""A balancer in front of sockets passes connections on, unless it has to look into them, and then it must be told to keep them.

## How it decides
Sockets come first. A connection that lives for hours is balanced once, when it begins, and after that any balancer only carries
it. One that works at layer 4 does no more than that: it keeps a connection on its server, costs little for each byte, and
cannot drop an upgrade that it never sees.

Where paths, headers or cookies decide which service a socket belongs to, something has to read them, and layer 7 it is. Current
balancers of that kind carry WebSockets well, if three things are set on purpose: the upgrade is allowed, the idle timeout is
longer than the heartbeat, and a restart drains connections before it ends them.

Without sockets, what counts is each request. HTTP has all that a layer 7 balancer wants: it spreads the polls of one client
over all servers, repeats what failed, ends TLS, and limits who asks too often. Protocols that are no HTTP leave only layer 4.

## What shorter answers get wrong
- **"WebSockets need layer 4."** They need an upgrade that passes and a patient timeout. nginx, HAProxy, Envoy and the balancers
  of clouds give both.
- **"Event streams need layer 4."** They are ordinary HTTP responses that do not end: layer 7 suits them, with buffering off.
- **Counting requests for connections.** Whatever the layer, spread sockets by how many are open.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def sockets(need: Requirements) -> str | None:
    if need.open_sockets is None:
        return None
    return "yes" if need.open_sockets else "no"


def by_content(need: Requirements) -> str | None:
    if need.content_routing is None:
        return None
    return "yes" if need.content_routing else "no"


def plain_http(need: Requirements) -> str | None:
    if need.http_only is None:
        return None
    return "yes" if need.http_only else "no"


tree = DecisionTree(
    "Which layer should the load balancer work at?",
    Ask(
        "Do clients hold WebSockets through it?",
        sockets,
        {
            "yes": Ask(
                "Must it look at paths, headers or cookies?",
                by_content,
                {
                    "yes": Choose("l7-load-balancer", "with the upgrade allowed and an idle timeout above the heartbeat"),
                    "no": Choose("l4-load-balancer", "passes each connection on, and keeps it on its server"),
                },
                needs=["content_routing"],
            ),
            "no": Ask(
                "Is all of it HTTP?",
                plain_http,
                {
                    "yes": Choose("l7-load-balancer", "places each request by itself, and can repeat it"),
                    "no": Choose("l4-load-balancer", "knows no protocol, and so carries any"),
                },
                needs=["http_only"],
            ),
        },
        needs=["open_sockets"],
    ),
)
