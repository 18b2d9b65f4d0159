"""A phone or browser asks a database itself, and no server of ours stands between them.

## Why it matters
A database believes whoever has its key. A key that is in an app is in the hands of everybody who installs it, and it opens the
same tables for all of them. Nothing counts what one of them asks for, so that a single query without an index takes the time of
all. A connection that stays open costs a database some megabytes, and it holds a few hundred: 10,000 phones ask for 10,000. And
the names of its columns have become an interface: apps that nobody updates go on asking for them for years.

## What to do
- Put a service between the two that knows who asks, gives what they may see, limits how often, and keeps few connections.
- Or take a store that is made for it, which asks each person for a token of their own and checks every row against that; state
  the `auth` of the connection as `token` or `session`.

## When it does not apply
- The client is one of our own machines (`trusted`), such as the screen of an operator.
- The database asks who comes, by a token, a session, a certificate or a signature.
- What everybody may read: the `auth` of the reads is `public`.
- Nobody is asked for anything at all: `unauthenticated-crossing` says so. It also asks where the design draws borders, or where
  the data are delicate.
- It is not stated how the database knows who asks: that is asked.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Database, Design, Group, ObjectStore, Reads, Service, Writes, per_second
from archgen.plugin import (
    Architecture,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    delicate,
    does,
    draws_borders,
    noun,
    stated,
)

SHARED = ("api_key", "public")
Auth = Literal["none", "token", "api_key", "public"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    drawn = draws_borders(architecture)
    unsaid: list[Interaction] = []
    for way in architecture.connections(Interaction):
        if not _is_direct(architecture, way):
            continue
        if way.auth in SHARED and not (way.auth == "public" and isinstance(way, Reads)):
            yield _problem(way)
        elif way.auth is None and not (drawn or delicate(way)):
            unsaid.append(way)
    if unsaid:
        yield _question(unsaid)


def _is_direct(architecture: Architecture, way: Interaction) -> bool:
    if not isinstance(way, (Reads, Writes)) or way.signed in ("hmac", "asymmetric"):
        return False
    clients = (end for end in architecture.members(way.source) if isinstance(end, Client) and not end.trusted)
    return any(clients) and any(isinstance(end, Database) for end in architecture.members(way.target))


def _problem(way: Interaction) -> Problem:
    client, store = way.source.name, way.target.name
    who = "anybody" if way.auth == "public" else f"whoever takes {agreeing(client, 'its')} key out of {client}"
    return Problem(
        way,
        f"{_reaching(client, store)}: {who} can do there what {does(client, 'does')}, and nothing limits or records it",
        [stated(way, "auth")],
        f"put a service between {client} and {store}, or let {store} ask each for a token of their own",
        also=[way.source, way.target],
    )


def _question(ways: Sequence[Interaction]) -> Problem:
    first, *others = ways
    client, store = first.source.name, first.target.name
    more = f", and {len(others)} more such ways" if others else ""
    own = "they are your own" if agreeing(client, "is") == "are" else "it is one of your own"
    return Problem(
        first,
        f"{_reaching(client, store)}{more}, and it is not said how {does(store, 'knows')} who asks",
        [stated(way, "auth") for way in ways],
        f"state the auth of {noun(first)}, put a service between the two, or state {client} as trusted if {own}",
        also=others,
        asks=True,
    )


def _reaching(client: str, store: str) -> str:
    return f"{does(client, 'reaches')} {store} {agreeing(client, 'itself')}"


def notes(auth: Auth | None, *, trusted: bool | None = None, writes: bool = False, bordered: bool = False) -> Design:
    app = Client("App", devices=10_000, trusted=trusted)
    store = Database("Notes", replicas=2, group=Group("Ours", boundary="trust_boundary") if bordered else None)
    keep = Writes(app, store, auth=auth, tls=True, rate=per_second(1))
    look = Reads(app, store, auth=auth, tls=True, rate=per_second(10))
    fill = Writes(Service("Editors"), store, rate=per_second(0.1))
    return Design("Notes", [keep, look] if writes else [look, fill])


def served() -> Design:
    api, store = Service("API"), Database("Notes", replicas=2)
    ask = Calls(Client("App"), api, auth="token", tls=True, rate=per_second(10))
    return Design("Notes", [ask, Reads(api, store), Writes(api, store, per_request=0.1)])


def pictures() -> Design:
    store = ObjectStore("Pictures")
    return Design("Pictures", [Reads(Client("App"), store, tls=True), Writes(Service("Editors"), store, rate=per_second(1))])


rule = Rule(
    "AR052",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notes("api_key"),
        lambda: notes("public", writes=True),
        lambda: notes(None),
    ],
    accepted=[
        lambda: notes("token"),
        lambda: notes("token", writes=True),
        lambda: notes("public"),
        lambda: notes("none"),
        lambda: notes("api_key", trusted=True),
        lambda: notes(None, trusted=True),
        lambda: notes(None, bordered=True),
        served,
        pictures,
    ],
    see=["unauthenticated-crossing", "unencrypted-crossing", "client-that-reaches-behind-the-api"],
)
