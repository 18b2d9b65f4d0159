"""Ask how late an update may be, then what each connection remembers; the number of servers decides least of all.

## How it decides
An update has to find the server that holds its client's connection. If it may be two seconds late, servers can simply look:
each reads the store every second or two. As for the client's protocol, the tighter of latency budget and staleness counts where
both are stated, and either one where only one is. Both hops draw on the same budget, so a design that polls on both must halve
it.

Looking stays cheap while few servers do it. Below ten, at one query a second and server, the store answers fewer than ten
queries a second for each scope that is polled. The bound is a habit, not a law: the load is pollers times scopes over interval,
and a server that polls for every open room separately reaches a database's limit with far fewer than ten replicas.

Where the budget is tighter or the servers are more, the state of a connection decides. A gateway that holds a socket and a user
id can be any gateway, and a broker brings it what its clients follow. A server that has loaded a document, and orders its
edits, must be the one server for that document, so updates are routed to it by a hash. Clients that talk to each other directly
need neither: only their setup messages pass through a server.

## What shorter trees get wrong
- **Counting servers first.** A chat with three gateways and a 200 ms budget has fewer than ten servers and still cannot poll.
  Asked first, the count sends every small system to polling, whatever it promised its users.
- **One query a second and server as "too much" at a hundred servers.** A hundred queries a second are nothing to a database.
  What hurts is a query per room or user, and the delay, which no database can shorten.
- **No place for peers.** A call between two browsers has no fan-out at all; its signaling is a small exchange of its own.
- **Hashing users when the state belongs to something else.** Hash what owns the state: the document, the match, the auction.

## What it does not ask
Whether delivery must survive a broker's restart. That is a property of the topic, not of the route: state `durable` on it, or
keep the messages in a store and let clients resume by number.
"""

from archgen import Ask, Choose, DecisionTree, Requirements, seconds


def patience(need: Requirements) -> str | None:
    stated = [bound for bound in (need.latency_budget, need.staleness) if bound is not None]
    if not stated:
        return None
    return "yes" if min(stated) >= seconds(2) else "no"


def few_servers(need: Requirements) -> str | None:
    if need.endpoint_servers is None:
        return None
    return "yes" if need.endpoint_servers < 10 else "no"


def heavy(need: Requirements) -> str | None:
    if need.connection_state is None:
        return None
    return "yes" if need.connection_state == "heavy" else "no"


def peers(need: Requirements) -> str | None:
    if need.media is None:
        return None
    return "yes" if need.media else "no"


state = Ask(
    "Does a server keep much for each connection?",
    heavy,
    {
        "yes": Choose("consistent-hash-routing", "state has one home, and updates are sent there"),
        "no": Ask(
            "Do people hear or see each other live?",
            peers,
            {
                "yes": Choose("webrtc-signaling", "media goes between peers; servers pass on only the setup"),
                "no": Choose("pub-sub-broadcast", "any server can hold any client, and a broker reaches them all"),
            },
            needs=["media"],
        ),
    },
    needs=["connection_state"],
)

tree = DecisionTree(
    "How should updates reach the servers that hold connections?",
    Ask(
        "May an update be 2 s late?",
        patience,
        {
            "yes": Ask(
                "Do fewer than ten servers hold connections?",
                few_servers,
                {
                    "yes": Choose("pull-polling", "a query each every second or two, and nothing new to run"),
                    "no": state,
                },
                needs=["endpoint_servers"],
            ),
            "no": state,
        },
        needs=["latency_budget", "staleness"],
    ),
    also=["rt-hop2-reconciled", "rt-hop2-text", "rt-hop2-figure"],
)
