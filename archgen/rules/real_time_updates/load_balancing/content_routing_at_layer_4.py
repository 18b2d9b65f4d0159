"""A balancer of layer 4 is to choose by what stands in the request, which it does not read.

## Why it matters
At layer 4 a balancer forwards packets: it sees addresses and ports, and of an encrypted connection nothing else. A path, a
header or a cookie is inside. A rule that goes by one of these either cannot be set up, or stands in the documents and matches
nothing.

## What to do
Use a balancer of layer 7, which ends the connection and reads the request; or give each service a name or port of its own, which
is what a layer 4 balancer can tell apart.

## When it does not apply
- It goes by port, or by host: the name of the host is sent in the clear when an encrypted connection begins.
- Its layer, or what it goes by, is not stated.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Design, LoadBalancer, Service
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, does, listed, stated

INSIDE = ("path", "header", "cookie")
By = Literal["path", "header", "cookie", "host", "port"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for balancer in architecture.components(LoadBalancer):
        unseen = [one for one in balancer.routes_by or () if one in INSIDE]
        if balancer.layer == 4 and unseen:
            yield Problem(
                balancer,
                f"{does(balancer.name, 'is')} to choose by {listed(unseen)}, and at layer 4 "
                f"{agreeing(balancer.name, 'it does')} not read requests",
                [stated(balancer, "layer"), stated(balancer, "routes_by")],
                f"let {balancer.name} work at layer 7, or choose by host or port",
                edits=[Edit(balancer, "layer", 7)],
                unsafe=True,
            )


def shop(layer: Literal[4, 7] | None, by: Sequence[By] | None) -> Design:
    edge = LoadBalancer("Edge", layer=layer, routes_by=by)
    parts = [Calls(Client("Browser"), edge, protocol="http"), Calls(edge, Service("Shop")), Calls(edge, Service("Search"))]
    return Design("Shop", parts)


rule = Rule(
    "RT083",
    Severity.ERROR,
    check,
    flagged=[lambda: shop(4, ["path"]), lambda: shop(4, ["host", "header"])],
    accepted=[
        lambda: shop(7, ["path"]),
        lambda: shop(4, ["port"]),
        lambda: shop(4, ["host"]),
        lambda: shop(4, None),
        lambda: shop(None, ["path"]),
    ],
    see=["layered-network-model", "l4-load-balancer", "l7-load-balancer", "websocket-behind-layer-7"],
)
