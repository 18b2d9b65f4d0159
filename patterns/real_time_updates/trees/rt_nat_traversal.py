"""Two peers try the direct way first; the relay is for those who cannot, and there are always some.

## How it decides
Behind a NAT a browser does not know its own address. A STUN server tells it, both sides exchange what they learned, and each
sends to the address of the other at the same time, so that both NATs take the packets for answers. With ordinary NATs that
works, and media flows directly.

A NAT that gives every destination another port defeats it: the address that STUN saw is not the one that the peer would have to
use. Company firewalls that block UDP do the same. What remains is a TURN relay that both can reach.

## Numbers
- **Roughly four of five pairs connect directly**, more at home and on mobile networks, fewer between offices. Plan for one in
  five.
- **A relayed call of 1.5 Mbit/s each way costs the relay 3 Mbit/s in and 3 out.** A thousand such calls are 3 Gbit/s out, all
  day.

## What it does not ask
It is no choice for a whole system: clients find out for each call, by trying candidates in the order of their worth. The design
needs both, and a size for the relay. Groups above four or so are another matter: every peer would send to every other one, and
a media server takes that over.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def direct(need: Requirements) -> str | None:
    if need.direct_peers is None:
        return None
    return "yes" if need.direct_peers else "no"


tree = DecisionTree(
    "Which way does media take between two peers?",
    Ask(
        "Do addresses found through STUN let the peers reach one another?",
        direct,
        {
            "yes": Choose("stun", "media flows directly, and the server only told addresses"),
            "no": Choose("turn", "a relay carries every packet, and is paid for by the gigabyte"),
        },
        needs=["direct_peers"],
    ),
)
