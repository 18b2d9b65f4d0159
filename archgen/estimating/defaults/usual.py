"""How full something would be that says nothing of its limits, if it served what is usual for its kind and engine."""

from archgen.dsl.component import Component
from archgen.dsl.readable import number
from archgen.estimating.defaults.figures import FIGURES, Usual
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.object_store import ObjectStore
from archgen.vocabulary.components.store import Store

LOADS: tuple[Measure, ...] = ("requests", "reads", "writes")


def by_default(architecture: Architecture, known: Known) -> Found:
    """A measure of its own beside utilisation: what rests on a default never passes for what is stated."""
    found: Found = {}
    kept: list[Cache | Store] = [*architecture.components(Cache), *architecture.components(Store)]
    for component in kept:
        shares = [_share(component, load, known) for load in LOADS]
        fullest = max((one for one in shares if one), key=lambda one: one.value, default=None)
        if fullest:
            found[component, "usual_utilisation"] = fullest
    return found


def figure(component: Component, load: Measure) -> Usual | None:
    """What is usual for it; None where nothing is known of its kind and engine."""
    engine = component.engine.lower() if isinstance(component, (Cache, Store)) and component.engine else ""
    return next((one for one in FIGURES if one.load == load and _fits(one, component, engine)), None)


def _fits(usual: Usual, component: Component, engine: str) -> bool:
    return isinstance(component, usual.kind) and (not usual.engines or any(name in engine for name in usual.engines))


def _share(component: Cache | Store, load: Measure, known: Known) -> Quantity | None:
    arriving, usual = known.of(component, load), figure(component, load)
    if not arriving or not usual or _is_stated(component, load):
        return None
    nodes = _nodes(component)
    most = f"({nodes:,} nodes × {number(usual.rate)}/s)" if nodes > 1 else f"{number(usual.rate)}/s"
    assumed = (
        f"{component.name} serves {number(usual.rate)} {load} a second {_each(component)}, as none are stated; "
        f"it may be anything from {number(usual.low)} to {number(usual.high)} ({usual.source})"
    )
    formula = f"{plain(arriving)} / {most}, which is usual"
    return derived("utilisation, by what is usual", arriving.value / usual.rate / nodes, "share", formula, [arriving], assumed)


def _each(component: Cache | Store) -> str:
    return "for each prefix" if isinstance(component, ObjectStore) else "on each node"


def _is_stated(component: Cache | Store, load: Measure) -> bool:
    if isinstance(component, Cache):
        return component.capacity is not None
    return (component.max_read_rate if load == "reads" else component.max_write_rate) is not None


def _nodes(component: Cache | Store) -> int:
    """Those that each serve a part of it."""
    shards = component.sharding.shards if component.sharding else None
    return (component.nodes if isinstance(component, Cache) else None) or shards or 1
