"""Lines that lie on one another where they share their way -> each part of them drawn once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archgen.layout.bundling.branches import ROUND, Branched, branched
from archgen.layout.laid import Bundle
from archgen.layout.placement import Route
from archgen.model.picture import Line

BETWEEN = "|"  # the ids of connections in the mark of what they share


def sharing(lines: Sequence[Line], bundles: Sequence[Bundle]) -> Iterator[Line]:
    """Every line in its order, those of bundles as far as they run for themselves; then what these share."""
    own: dict[int, Line] = {}
    shared: list[Line] = []
    for bundle in bundles:
        routes = {arrow: _turned(lines[arrow].points, bundle) for arrow in bundle.arrows}
        way = branched(routes)
        own |= {arrow: _own(lines[arrow], route, bundle) for arrow, route in way.own.items()}
        shared += _shared(lines, way, bundle)
    for number, line in enumerate(lines):
        yield own.get(number, line)
    yield from shared


def _turned(route: Route, bundle: Bundle) -> Route:
    """Towards what all of a bundle have in common, or back."""
    return list(reversed(route)) if bundle.fans_out else list(route)


def _own(line: Line, route: Route, bundle: Bundle) -> Line:
    points = tuple(_turned(route, bundle))
    if bundle.fans_out:
        return replace(line, points=points, leaves=True, radius=ROUND)
    return replace(line, points=points, head=False, joins=True, radius=ROUND)


def _shared(lines: Sequence[Line], way: Branched, bundle: Bundle) -> Iterator[Line]:
    for section in way.sections:
        line = lines[section.arrows[0]]
        points = tuple(_turned(section.route, bundle))
        mark = "bundle:" + BETWEEN.join(lines[arrow].mark.partition(":")[2] for arrow in section.arrows)
        if bundle.fans_out:
            yield replace(line, points=points, head=False, leaves=not section.ends, joins=True, radius=ROUND, mark=mark)
        else:
            yield replace(line, points=points, head=section.ends, leaves=True, joins=not section.ends, radius=ROUND, mark=mark)
