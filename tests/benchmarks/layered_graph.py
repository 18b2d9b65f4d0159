"""A layered system of any size, the same each time: an edge, and groups of services, caches, queues, workers, databases."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.model.drawing import Arrow, Box, Drawing, Frame

SEED = 9
PER_GROUP = 12
ARROWS = 1.6  # for each component
FACES = (("client", "React Native"), ("client", "React"), ("cdn", "static files"), ("gateway", "L7, TLS"))
KINDS = (
    ("service", "Go, 6 replicas"),
    ("service", "Go, 3 replicas"),
    ("cache", "Redis cluster"),
    ("service", "Java"),
    ("queue", "Kafka"),
    ("database", "PostgreSQL"),
    ("worker", "Python"),
    ("service", "Go"),
    ("database", "Cassandra"),
    ("worker", "Python, 20 pods"),
    ("cache", "Memcached"),
    ("service", "Rust"),
)
AHEAD = {"service": ("service", "cache", "queue", "database"), "queue": ("worker",), "worker": ("database", "cache")}
LABELS = ("HTTPS", "gRPC", "get / set", "publish", "consume", "SQL", "read by key", "append", "enqueue", "replicate")
ELSEWHERE = 0.12  # of the connections beyond the first lead to another group


@dataclass(frozen=True)
class Node:
    """A component of the graph."""

    id: str
    kind: str
    technology: str
    group: int


def nodes(count: int) -> Sequence[Node]:
    """All components, group by group; the first group is the edge."""
    made = [Node(f"{kind}{place}", kind, technology, 0) for place, (kind, technology) in enumerate(FACES)]
    for place in range(len(made), count):
        kind, technology = KINDS[(place - len(FACES)) % len(KINDS)]
        made.append(Node(f"{kind}{place}", kind, technology, 1 + (place - len(FACES)) // PER_GROUP))
    return made[:count]


def arrows(count: int, seed: int = SEED) -> Sequence[tuple[str, str, str]]:
    """Source, target and label of each connection; none leads back."""
    chance = random.Random(seed)
    every = nodes(count)
    pairs: dict[tuple[str, str], str] = {}
    for source, target in _first(every, chance):
        pairs.setdefault((source.id, target.id), chance.choice(LABELS))
    tries = 0
    while len(pairs) < round(ARROWS * count) and tries < 100 * count:
        tries += 1
        source = chance.choice(every)
        elsewhere = chance.random() < ELSEWHERE
        options = [node for node in every if _leads(source, node, elsewhere=elsewhere)]
        if options:
            pairs.setdefault((source.id, chance.choice(options).id), chance.choice(LABELS))
    return [(source, target, label) for (source, target), label in pairs.items()]


def _first(every: Sequence[Node], chance: random.Random) -> Iterator[tuple[Node, Node]]:
    """One connection to each component: from the gateway to the first of a group, or from one before it there."""
    gateway = next(node for node in every if node.kind == "gateway")
    for place, node in enumerate(every):
        if node.kind in ("cdn", "gateway"):
            yield every[node.kind == "gateway"], node
        elif node.kind != "client":
            before = [each for each in every[:place] if each.group == node.group and node.kind in AHEAD.get(each.kind, ())]
            yield chance.choice(before) if before else gateway, node


def _leads(source: Node, target: Node, *, elsewhere: bool) -> bool:
    if source.group == 0:
        return (source.kind, target.kind) in {("client", "gateway"), ("client", "cdn"), ("cdn", "gateway")}
    forward = target.kind in AHEAD.get(source.kind, ()) and int(source.id[len(source.kind) :]) < int(
        target.id[len(target.kind) :]
    )
    return forward and (source.group != target.group) == elsewhere


def drawing(count: int, seed: int = SEED) -> Drawing:
    """The graph as archgen draws it."""
    every = nodes(count)
    boxes = tuple(Box(node.id, node.id.capitalize(), node.technology, "server", frame=f"group{node.group}") for node in every)
    frames = tuple(Frame(f"group{group}", f"Group {group}" if group else "Edge") for group in sorted({n.group for n in every}))
    lines = tuple(Arrow(*each) for each in arrows(count, seed))
    return Drawing(f"layered{count}", f"{count} components", "A layered system.", boxes, lines, frames)


def dot_source(count: int, seed: int = SEED) -> str:
    """The graph as it is written for Graphviz."""
    every = nodes(count)
    lines = ["digraph {", "node [shape=box]"]
    for group in sorted({node.group for node in every}):
        held = "; ".join(f'{node.id} [label="{node.id}\\n{node.technology}"]' for node in every if node.group == group)
        lines.append(f'subgraph cluster_{group} {{ label="Group {group}"; {held} }}')
    lines += [f'{source} -> {target} [label="{label}"]' for source, target, label in arrows(count, seed)]
    return "\n".join([*lines, "}"])
