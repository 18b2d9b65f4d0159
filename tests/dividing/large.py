"""Large designs: made by chance, but always the same ones."""

from collections.abc import Callable
from random import Random

from archgen import (
    Cache,
    Calls,
    Component,
    Connection,
    Design,
    Group,
    Publishes,
    Queue,
    RelationalDatabase,
    Service,
    Worker,
    Writes,
)
from archgen.diagrams.components import draw
from archgen.model.drawing import Drawing
from archgen.model.link import link

NOUNS = ("order", "payment", "search", "user", "cart", "stock", "mail", "audit", "price", "feed")
KINDS: tuple[Callable[..., Component], ...] = (Service, Service, Service, Worker, RelationalDatabase, Cache, Queue)


def large(count: int, *, groups: bool = True, density: float = 1.4, near: float = 0.7, seed: int = 1) -> Design:
    """So many components, in groups of twelve, with `density` connections each, of which a share leads to one that is `near`."""
    chance = Random(seed)
    frames = [Group(f"Domain {number + 1}") for number in range(-(-count // 12))]
    made = [
        chance.choice(KINDS)(f"{chance.choice(NOUNS).title()} {place + 1}", group=frames[place // 12] if groups else None)
        for place in range(count)
    ]
    callers = [place for place, one in enumerate(made) if isinstance(one, Service | Worker)]
    found = (_tie(chance, made, chance.choice(callers), near, number) for number in range(int(count * density)))
    return Design(f"Large {count}", [*filter(None, found), *made])


def _tie(chance: Random, made: list[Component], source: int, near: float, number: int) -> Connection | None:
    first = source // 12 * 12
    target = chance.choice(made[first : first + 12] if chance.random() < near else made)
    label = f"{chance.choice(NOUNS)} {number}"
    if target is made[source]:
        return None
    match target:
        case Queue():
            return Publishes(made[source], target, label)
        case RelationalDatabase() | Cache():
            return Writes(made[source], target, label)
    return Calls(made[source], target, label)


def drawn(design: Design) -> Drawing:
    """The one drawing of its components."""
    (drawing,) = draw(link(design))
    return drawing


def fits(drawing: Drawing) -> bool:
    """What nearly always fits a page, told without placing anything."""
    return len(drawing.boxes) <= 24 and len(drawing.arrows) <= 34
