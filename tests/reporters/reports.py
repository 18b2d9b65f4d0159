"""Reports that between them hold everything a reporter can be given."""

from archgen.errors import Position
from archgen.model.report import Crash, Finding, Report, Waived
from archgen.model.rule import Severity

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
CLEAN = Report("Notes", "notes.yaml", (), rules_run=14, components=3, connections=2)
MIXED = Report("Chat", "chat.yaml", (DELIVERY, UPGRADE), rules_run=14, rules_skipped=2, components=6, connections=5)
ACCEPTED = Waived(UPGRADE, "the proxy goes in spring", owner="edge team", until="2031-04-30")
WAIVED = Report("Shop", "shop.py", (), (ACCEPTED,), rules_run=14, components=1, connections=1)
CRASHED = Report("Desk", "", (), crashes=(Crash("XX001", "my-rule", "KeyError: 'x'"),), rules_run=13, components=1)
