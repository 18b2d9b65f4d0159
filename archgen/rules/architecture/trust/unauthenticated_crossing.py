"""Something comes in from machines that we do not trust, and nobody asks who sends it.

## Why it matters
An address that can be reached is found: within hours of its first day by machines that try every address there is. Whatever it
does for the client that it was made for, it does for them, as often as they like: read what it returns, write what it takes, and
run up what it costs. A client that hides an address in an app hides it from nobody.

## What to do
- Say who may call and how that is checked: a `token`, a `session`, a client certificate (`mtls`), a signature.
- What is meant for everybody says so: its `auth` is `public`. Then it has to be limited in other ways, such as by address.
- Check it at the first of one's own machines, and let what stands behind it know for whom it works.

## When it does not apply
- The client is `trusted`, or both ends stand within the same borders.
- What is sent is signed, or what stands behind the balancer or CDN that is called asks who comes.
- WebSockets and webhooks have rules of their own. Names and addresses are looked up by everybody.
- What we ask of others is their business.
- What nobody is asked for is not about people, health, cards or under regulation, or it is not stated whether the client is
  trusted, whether what another system sends is signed, or what stands behind a balancer or CDN asks: a warning.
- How it is checked is not stated: that is asked once, of what crosses a border that the design draws, and of what carries data
  that is personal, about health, about cards or under regulation.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import (
    ApiGateway,
    Calls,
    Cdn,
    Client,
    Component,
    Consumes,
    Design,
    Dns,
    Downloads,
    Entity,
    ExternalSystem,
    Group,
    LoadBalancer,
    Notifies,
    Service,
    StunServer,
    TurnServer,
    Uploads,
    WebhookEndpoint,
)
from archgen.plugin import (
    Architecture,
    Crossing,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    crossing,
    delicate,
    does,
    draws_borders,
    listed,
    named,
    noun,
    remembered,
    stated,
    webhooks,
)

OTHERS_BUSINESS = ("websocket", "webrtc")
OPEN_TO_ALL = (Dns, StunServer, TurnServer, WebhookEndpoint, ExternalSystem, Client)
PASSES_ON = (LoadBalancer, ApiGateway, Cdn)
Crossed = tuple[Interaction, Crossing]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    drawn = draws_borders(architecture)
    told = {hook.way for hook in webhooks(architecture) if hook.way.auth is None or hook.way.signed == "none"}
    unsaid: list[Crossed] = []
    for connection in architecture.connections(Interaction):
        concerned = _is_concerned(connection) and connection not in told
        crossed = crossing(architecture, connection) if concerned else None
        if crossed and crossed.inbound and not _is_checked(architecture, connection):
            if connection.auth == "none":
                yield _problem(architecture, connection, crossed)
            elif drawn or delicate(connection):
                unsaid.append((connection, crossed))
    if unsaid:
        yield _question(unsaid)


def _is_concerned(connection: Interaction) -> bool:
    """Messages that are taken from a broker, and changes that are copied, come when the one who takes them asks."""
    if isinstance(connection, (Consumes, Uploads, Downloads)) or connection.protocol in OTHERS_BUSINESS:
        return False
    return connection.auth in (None, "none") and not isinstance(connection.target, OPEN_TO_ALL)


def _is_checked(architecture: Architecture, connection: Interaction) -> bool:
    """Whether a signature tells who it is, or what is behind the first that is reached asks."""
    if connection.signed in ("hmac", "asymmetric") or (isinstance(connection.target, Cdn) and connection.target.edge_auth):
        return True
    return isinstance(connection.target, PASSES_ON) and connection.target in _asking_on(architecture)


@remembered
def _asking_on(architecture: Architecture) -> Collection[Component]:
    """What says who it is to something that it calls."""
    asked = (one for one in architecture.connections(Interaction) if one.auth not in (None, "none"))
    return {member for one in asked for member in architecture.members(one.origin)}


@remembered
def _leaving_open(architecture: Architecture) -> Collection[Component]:
    """What does not state of something that it calls whether that asks who it is."""
    unsaid = (one for one in architecture.connections(Interaction) if one.auth is None)
    return {member for one in unsaid for member in architecture.members(one.origin)}


def _may_be_checked(architecture: Architecture, connection: Interaction) -> bool:
    """Whether something is not stated that could tell who it is. What people hold in their hands keeps no key to sign with."""
    if not isinstance(connection.source, Client) and connection.signed is None:
        return True
    if isinstance(connection.target, Cdn) and connection.target.edge_auth is None:
        return True
    return isinstance(connection.target, PASSES_ON) and connection.target in _leaving_open(architecture)


def _facts(connection: Interaction, crossed: Crossing) -> Iterator[Fact]:
    yield stated(connection, "auth")
    yield Fact(crossed.text, crossed.by, crossed.attribute)
    yield from (stated(one, "sensitivity") for one in delicate(connection))


def _problem(architecture: Architecture, connection: Interaction, crossed: Crossing) -> Problem:
    carried = delicate(connection)
    target = connection.target.name
    meant = agreeing(target, "it is meant")
    reached = f"{target}, which {agreeing(target, 'handles')} {listed([one.name for one in carried])}," if carried else target
    return Problem(
        connection,
        f"anybody who finds {reached} can do what {does(connection.source.name, 'does')} there",
        list(_facts(connection, crossed)),
        f"check who calls {target} and state it as auth, or state auth as public if {meant} for everybody",
        severity=None if carried and crossed.certain and not _may_be_checked(architecture, connection) else Severity.WARNING,
    )


def _question(unsaid: Sequence[Crossed]) -> Problem:
    (first, _), *others = unsaid
    more = f", and of {len(others)} more that cross a border" if others else ""
    return Problem(
        first,
        f"it is not said how {does(first.target.name, 'knows')} who calls, where {named(first)}{more}",
        [fact for connection, crossed in unsaid for fact in _facts(connection, crossed)],
        f"state auth of {noun(first)}" + (" and of the others" if others else ""),
        also=[connection for connection, _ in others],
        asks=True,
    )


Auth = Literal["none", "token", "public"]


def shop(auth: Auth | None, client: Component, *data: Entity, signed: Literal["hmac", "none"] | None = None) -> Design:
    return Design("Shop", [Calls(client, Service("Shop"), auth=auth, data=list(data) or None, signed=signed)])


def balanced(outer: Auth, inner: Auth | None) -> Design:
    phone, edge, shop = Client("Phone", platform="mobile"), LoadBalancer("Balancer"), Service("Shop")
    return Design("Shop", [Calls(phone, edge, auth=outer, data=[patient()]), Calls(edge, shop, auth=inner)])


def tiers(auth: Auth | None) -> Design:
    outer, inner = Group("Edge", boundary="network"), Group("Inside", boundary="trust_boundary")
    orders, stock = Service("Orders", group=inner), Service("Stock", group=inner)
    return Design("Shop", [Calls(Service("Web", group=outer), orders, auth=auth), Calls(orders, stock, auth="none")])


def asking() -> Design:
    return Design("Maps", [Calls(Service("Shop"), ExternalSystem("Maps"), auth="none")])


def reported() -> Design:
    return Design("Pay", [Calls(ExternalSystem("Bank"), WebhookEndpoint("Reports", signed="hmac"), auth="none")])


def told(auth: Auth | None, signed: Literal["none"] | None) -> Design:
    report = Notifies(ExternalSystem("Bank"), Service("Reports"), channel="webhook", auth=auth, signed=signed, data=[patient()])
    return Design("Pay", [report])


def patient() -> Entity:
    return Entity("Patient record", sensitivity="health")


rule = Rule(
    "AR051",
    Severity.ERROR,
    check,
    flagged=[
        lambda: shop("none", Client("Phone", platform="mobile"), patient()),
        lambda: shop("none", Client("Phone", platform="mobile")),
        lambda: shop("none", ExternalSystem("Partner"), patient(), signed="none"),
        lambda: shop("none", ExternalSystem("Partner"), patient()),
        lambda: tiers("none"),
        lambda: balanced("none", "none"),
        lambda: balanced("none", None),
        lambda: tiers(None),
        lambda: shop(None, Client("App"), patient()),
        lambda: told("none", None),
    ],
    accepted=[
        lambda: shop("token", Client("Phone", platform="mobile"), patient()),
        lambda: shop("public", Client("Phone", platform="mobile")),
        lambda: shop(None, Client("Phone", platform="mobile")),
        lambda: shop("none", Client("Desk", trusted=True)),
        lambda: shop("none", ExternalSystem("Partner"), patient(), signed="hmac"),
        lambda: balanced("none", "token"),
        lambda: tiers("token"),
        asking,
        reported,
        lambda: told(None, None),
    ],
    see=["unencrypted-crossing"],
)
