"""Designs that nobody would think of, the same ones each time: any size, any name, any way to connect."""

import random
from collections.abc import Sequence

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Group,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
)

FEWEST, MOST = 3, 60
KINDS: Sequence[type[Component]] = (Service, Service, Service, Database, Cache, Queue, Worker, Client, ExternalSystem)
WAYS: Sequence[type[Connection]] = (Calls, Calls, Reads, Writes)
NAMES = (
    "API gateway",
    "Orders",
    "x",
    "Notification dispatcher of the second region that also retries",
    "AuthenticationAndAuthorizationServiceForPartnerIntegrations",
    "db-primary.eu-west-1.internal.example.com",
    "注文サービス",
    "主数据库、読写分離",
    "결제 시스템",
    "خدمة الدفع",
    "שירות הזמנות",
    "Zahlungsabwicklungsgesellschaftskonto",
    "Café e\u0301te\u0301 ñ",
    "🚀 Launch pad",
    "👩‍💻 Developer portal",
    "Ω ≈ 4 µs → store",
    "<script>alert('x') & more</script>",
    'say "hello"',
    "سجل 監査 audit",
)
LABELS = (
    "",
    "",
    "HTTPS",
    "gRPC",
    "read by key",
    "publishes every change of an order that has been paid for",
    "書き込み",
    "عدد الطلبات",
    "🔁 retry",
    "job id",
    "replicate asynchronously",
)
GROUPS = ("Edge", "Availability zone eu-west-1a of the second account", "データ層", "طبقة البيانات", "Core", "🏭 Plant", "Jobs")


def generated(seed: int) -> Design:
    """The design of that number."""
    chance = random.Random(seed)
    count = chance.choice((chance.randint(FEWEST, 12), chance.randint(10, 30), chance.randint(25, MOST)))
    groups = _groups(chance, count)
    parts = [_component(chance, number, groups) for number in range(count)]
    wanted = round(count * chance.choice((0.6, 1.0, 1.4, 1.8, 2.4)))
    connections: list[Connection] = [_connection(chance, parts, number) for number in range(wanted)]
    connections += [_of_groups(chance, parts, groups) for _ in range(chance.choice((0, 0, 0, 1, 3)) if groups else 0)]
    return Design(f"Generated {seed}", [*connections, *parts])


def _groups(chance: random.Random, count: int) -> list[Group]:
    groups: list[Group] = []
    for number in range(chance.randint(0, max(1, count // 4))):
        parent = chance.choice([None, None, *groups[-3:]])
        groups.append(Group(f"{chance.choice(GROUPS)} {number}", group=parent))
    return groups


def _component(chance: random.Random, number: int, groups: Sequence[Group]) -> Component:
    kind = chance.choice(KINDS)
    note = chance.choice((None, None, "3 replicas", "by channel and time, newest first, for a year", "東京・大阪"))
    return kind(f"{chance.choice(NAMES)} {number}", note=note, group=chance.choice([None, *groups]))


def _connection(chance: random.Random, parts: Sequence[Component], number: int) -> Connection:
    """Mostly ahead, sometimes back, to itself, or between a pair that has several already."""
    kind = chance.random()
    source = parts[chance.randrange(min(len(parts), 1 + number)) if kind < 0.7 else chance.randrange(len(parts))]
    ahead = parts[parts.index(source) + 1 :][:12]
    target = chance.choice(ahead) if ahead and kind < 0.8 else chance.choice(parts)
    if kind > 0.97:
        target = source
    if 0.6 < kind < 0.66:
        source, target = parts[0], parts[1]
    label = chance.choice(LABELS)
    said = f"{label} {number}" if label else None
    if isinstance(target, Queue):
        return Publishes(source, target, said)
    if isinstance(source, Queue):
        return Consumes(target, source, said)
    return chance.choice(WAYS)(source, target, said)


def _of_groups(chance: random.Random, parts: Sequence[Component], groups: Sequence[Group]) -> Connection:
    """A connection from or to a group in which something stands."""
    held = [group for group in groups if any(_within(part.group, group) for part in parts)]
    group: Component | Group = chance.choice(held) if held else parts[0]
    others: list[Component | Group] = [*parts, *(each for each in held if each is not group)]
    ends = [group, chance.choice(others)]
    chance.shuffle(ends)
    return Calls(ends[0], ends[1], chance.choice(LABELS) or None)


def _within(inner: Group | None, outer: Group) -> bool:
    while inner is not None and inner is not outer:
        inner = inner.group
    return inner is outer
