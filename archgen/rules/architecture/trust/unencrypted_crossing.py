"""What leaves the machines that we trust is not encrypted on the way.

## Why it matters
Between a phone and a data centre lie networks that belong to others: a hotel, a provider, whoever stands between. Each of them
can read what passes unencrypted, keep it, and put something else in its place; a session that was read is a session that was
taken over. TLS costs one or two round trips when a connection begins, and next to nothing after that.

## What to do
Encrypt it, and state `tls`. Where TLS ends at a balancer or gateway, the way behind that is a connection of its own: encrypt it
too where it leaves the trusted network again.

## When it does not apply
- Both ends are ours and stand within the same borders; a border is a group whose `boundary` is a trust boundary or a network.
- The client is `trusted`. Where it neither says so nor is a browser or phone, the finding is a warning, as it is between
  networks of one's own.
- WebRTC always encrypts. WebSockets, and files on their way, are other rules' business. Names and addresses are looked up
  openly.
- Whether it is encrypted is not stated: that is asked once, of what crosses a border that the design draws, and of what carries
  data that is personal, about health, about cards or under regulation. A design that speaks of neither is not asked.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    Calls,
    Client,
    Connection,
    Design,
    Dns,
    Downloads,
    Entity,
    ExternalSystem,
    Group,
    Service,
    SignalingServer,
    StunServer,
    TurnServer,
    Uploads,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Crossing,
    Edit,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    crossing,
    delicate,
    draws_borders,
    listed,
    named,
    noun,
    stated,
)

# These have rules of their own, or cannot be used without encryption.
OTHERS_BUSINESS = ("websocket", "webrtc")
Crossed = tuple[Interaction, Crossing]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    drawn = draws_borders(architecture)
    unsaid: list[Crossed] = []
    for connection in architecture.connections(Interaction):
        crossed = crossing(architecture, connection) if connection.tls is not True and _is_concerned(connection) else None
        if crossed and connection.tls is False:
            yield _problem(connection, crossed)
        elif crossed and (drawn or delicate(connection)):
            unsaid.append((connection, crossed))
    if unsaid:
        yield _question(unsaid)


def _is_concerned(connection: Interaction) -> bool:
    looked_up = isinstance(connection.target, (Dns, StunServer, TurnServer))
    return not (looked_up or connection.protocol in OTHERS_BUSINESS or isinstance(connection, (Uploads, Downloads)))


def _facts(connection: Interaction, crossed: Crossing) -> Iterator[Fact]:
    yield stated(connection, "tls")
    yield Fact(crossed.text, crossed.by, crossed.attribute)
    yield from (stated(one, "sensitivity") for one in delicate(connection))


def _problem(connection: Interaction, crossed: Crossing) -> Problem:
    carried = [one.name for one in delicate(connection)]
    several = len(carried) > 1 or any(agreeing(one, "is") == "are" for one in carried)
    what = listed(carried) or f"where {named(connection)}, what passes"
    where = "networks that belong to others" if crossed.public else "a border between networks"
    return Problem(
        connection,
        f"{what} {'cross' if several else 'crosses'} {where} unencrypted, for everybody on the way to read and change",
        list(_facts(connection, crossed)),
        f"encrypt {'them' if several else 'it'}, and state tls of {noun(connection)}",
        severity=None if crossed.public and crossed.certain else Severity.WARNING,
        edits=[Edit(connection, "tls", True)],
        unsafe=True,
    )


def _question(unsaid: Sequence[Crossed]) -> Problem:
    (first, _), *others = unsaid
    more = f", and of {len(others)} more that cross a border" if others else ""
    return Problem(
        first,
        f"it is not said whether what passes is encrypted where {named(first)}{more}",
        [fact for connection, crossed in unsaid for fact in _facts(connection, crossed)],
        f"state tls of {noun(first)}" + (" and of the others" if others else ""),
        also=[connection for connection, _ in others],
        asks=True,
    )


def shop(tls: bool | None, client: Client, *data: Entity) -> Design:
    return Design("Shop", [Calls(client, Service("Shop"), tls=tls, data=list(data) or None)])


def tiers(tls: bool | None, *, border: bool = True) -> Design:
    """A client that is trusted, and two networks."""
    outer = Group("Edge", boundary="network" if border else "tier")
    inner = Group("Inside", boundary="network" if border else "tier")
    gateway = Service("Gateway", group=outer)
    parts: list[Connection] = [Calls(Client("Desk", trusted=True, group=outer), gateway, tls=tls)]
    return Design("Shop", [*parts, Calls(gateway, Service("Orders", group=inner), tls=tls)])


def within(tls: bool) -> Design:
    inside = Group("Inside", boundary="trust_boundary")
    tier = Group("Tier", boundary="tier", group=inside)
    return Design("Shop", [Calls(Service("Shop", group=inside), Service("Orders", group=tier), tls=tls)])


def bank(tls: bool | None) -> Design:
    return Design("Pay", [Calls(Service("Shop"), ExternalSystem("Bank"), tls=tls, timeout=seconds(3))])


def call() -> Design:
    anna, ben, signaling = Client("Anna"), Client("Ben"), SignalingServer("Signaling")
    ring = [Calls(one, signaling, protocol="websocket", heartbeat_interval=seconds(20), tls=True) for one in (anna, ben)]
    return Design("Call", [Calls(anna, ben, protocol="webrtc", tls=False, same_network=True), *ring])


def card() -> Entity:
    return Entity("Card number", sensitivity="payment_card")


rule = Rule(
    "AR050",
    Severity.ERROR,
    check,
    flagged=[
        lambda: shop(False, Client("Phone", platform="mobile")),
        lambda: bank(False),
        lambda: shop(False, Client("App"), card()),
        lambda: tiers(False),
        lambda: tiers(None),
        lambda: shop(None, Client("App"), card()),
    ],
    accepted=[
        lambda: shop(True, Client("Phone", platform="mobile"), card()),
        lambda: shop(None, Client("Phone", platform="mobile")),
        lambda: shop(False, Client("Desk", trusted=True)),
        lambda: within(False),
        lambda: tiers(True),
        lambda: tiers(False, border=False),
        lambda: bank(None),
        call,
    ],
    see=["unauthenticated-crossing"],
)
