"""Who knows the ring can go straight to its owner; everybody else is sent there by whichever server it meets first.

## How it decides
A tier that is addressed by a hash has one right server for each document, room or user. A client that knows the hash function
and the current list of servers computes that server and connects, with no detour. That fits services and apps of one's own,
which can be updated together with the ring.

Browsers and old apps know neither, and should not: the list changes with every deployment. They connect to any server behind an
ordinary name; that one computes the owner and answers with a redirect. It costs a round trip, once for each connection, 50 to
100 ms.

## What goes wrong
- **Clients with an old list** connect to a server that is no longer the owner. Let every server check, and redirect, also where
  clients know the ring.
- **Least connections in front of the tier** undoes the hash: the balancer sends clients where there is room. Only the first
  contact may be balanced; the owner is reached by a name of its own.
- **Two lists at once**, while servers are added. Have one coordination service that all read, and a version on the list.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def ring_known(need: Requirements) -> str | None:
    if need.clients_know_servers is None:
        return None
    return "yes" if need.clients_know_servers else "no"


tree = DecisionTree(
    "How does a client find its server in a tier that is addressed by a hash?",
    Ask(
        "Do clients know the hash function and the list of servers?",
        ring_known,
        {
            "yes": Choose("consistent-hash-routing", "the client computes the owner and connects to it at once"),
            "no": Choose("connect-redirect", "any server names the owner, for one more round trip"),
        },
        needs=["clients_know_servers"],
    ),
)
