"""Which share of the reads that reach a cache it answers itself."""

from collections.abc import Mapping

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads

Layer = Cache | Cdn
ASKING = (Reads, Calls, Downloads)


def hits(architecture: Architecture, layer: Layer) -> float | None:
    """As stated; else by its share of all reads of the design, and what the layers before it leave of these."""
    if layer.hit_rate is not None:
        return float(layer.hit_rate)
    if layer.hit_share is None:
        return None
    left = 1 - sum(_shares(architecture, before) for before in _before(architecture)[layer])
    return min(1.0, layer.hit_share / left) if left > 0 else None


def _shares(architecture: Architecture, layer: Layer) -> float:
    """Which share of all reads it answers; where that is not stated, by its rate of what the layers before it leave."""
    if layer.hit_share is not None:
        return float(layer.hit_share)
    if layer.hit_rate is None:
        return 0.0
    return layer.hit_rate * (1 - sum(one.hit_share or 0.0 for one in _before(architecture)[layer]))


@remembered
def _before(architecture: Architecture) -> Mapping[Layer, list[Layer]]:
    """The layers that are asked before each, by the connections that lead to it."""
    layers: list[Layer] = [*architecture.components(Cache), *architecture.components(Cdn)]
    return {layer: _asked_before(architecture, layer) for layer in layers}


def _asked_before(architecture: Architecture, layer: Layer) -> list[Layer]:
    seen: set[Component] = {layer}
    waiting: list[Component] = [layer]
    found: dict[Layer, None] = {}
    while waiting:
        for one in architecture.into(waiting.pop()):
            for end in architecture.members(one.origin) if isinstance(one, ASKING) else ():
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
                    found |= {end: None} if isinstance(end, Layer) else {}
    return list(found)
