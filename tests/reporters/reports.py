"""Reports that between them hold everything a reporter can be given."""

from archgen import Client, Design
from archgen.errors import Position
from archgen.model.catalogue import Entry
from archgen.model.report import Crash, Finding, Report, Stale, Waived
from archgen.model.rule import Rule, Severity

UPGRADE = Finding(
    code="RT001",
    name="websocket-behind-layer-7",
    severity=Severity.WARNING,
    message="Edge LB ends WebSocket connections at layer 7",
    because=("Edge LB: layer = 7 (line 9)", "Edge LB: websocket_upgrade is not stated"),
    subjects=("edge_lb", "phone-calls-edge_lb"),
    location=Position("chat.yaml", 9, 5),
    fix="use layer=4",
    url="rules/websocket-behind-layer-7.html",
    places=(Position("chat.yaml", 9, 5), None),
)
DELIVERY = Finding(
    code="RT041",
    name="connection-servers-without-delivery-between-them",
    severity=Severity.ERROR,
    message="an update of “Zoë” cannot get to a client of another server",
    because=("Gateway: replicas = 12",),
    subjects=("gateway",),
    location=None,
    fix="publish updates to a topic",
    url="rules/connection-servers-without-delivery-between-them.html",
)
SPREAD = Finding(
    code="RT002",
    name="long-lived-connections-without-least-connections",
    severity=Severity.INFO,
    message="Edge LB does not say how it spreads connections",
    because=("Edge LB: algorithm is not stated",),
    subjects=("edge_lb",),
    location=Position("chat.yaml", 8),
    fix="state the algorithm of Edge LB",
    url="rules/long-lived-connections-without-least-connections.html",
    asks=True,
)
PAGE = """A WebSocket passes a layer 7 load balancer.

## Why it matters
A balancer that takes `{"a": 1}` apart may not carry the upgrade.

## What to do
Use layer 4.
"""


def entry(code: str, name: str, severity: Severity = Severity.WARNING, formerly: tuple[str, ...] = ()) -> Entry[Rule]:
    """A rule that finds nothing, under a name."""
    rule = Rule(code, severity, lambda architecture, estimate: (), [lambda: Design("x", [Client("A")])], [], (), formerly)
    return Entry(name, "real_time_updates", "A WebSocket passes a layer 7 load balancer", PAGE, rule, code)


RULES = (
    entry("RT001", "websocket-behind-layer-7", formerly=("RT900", "websocket-behind-proxy")),
    entry("RT041", "connection-servers-without-delivery-between-them", Severity.ERROR),
    entry("RT028", "persistent-connection-without-heartbeat"),
)
ACCEPTED = Waived(UPGRADE, "the proxy goes in spring", "edge team", "2031-04-30", [Position("shop.py", 40, 3)])
CONFIGURED = Waived(SPREAD, "the default is good enough", places=[Position("archgen.toml", 4)])
CRASH = Crash("XX001", "my-rule", "KeyError: 'x'")
CLEAN = Report("Notes", "notes.yaml", (), rules_run=14, components=3, connections=2)
MIXED = Report("Chat", "chat.yaml", (DELIVERY, UPGRADE), rules_run=14, rules_skipped=2, components=6, connections=5)
WAIVED = Report("Shop", "shop.py", (), (ACCEPTED,), rules_run=14, components=1, connections=1)
CRASHED = Report("Desk", "", (), crashes=(CRASH,), rules_run=13, components=1)
# One design of which everything is told that can be told.
WHOLE = Report(
    "Chat",
    "designs/chat room.yaml",
    (DELIVERY, UPGRADE, SPREAD),
    (ACCEPTED, CONFIGURED),
    (UPGRADE,),
    (Stale("persistent-connection-without-heartbeat", ["edge_lb"], 1),),
    (CRASH,),
    rules_run=3,
    rules_skipped=2,
    components=6,
    connections=5,
    rules=RULES,
    compared=True,
)
