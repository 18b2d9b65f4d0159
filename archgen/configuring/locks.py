"""Locked rules: what a configuration or a command line may not say of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archgen.configuring.configuration import Configuration
from archgen.configuring.selection import Layer, chosen
from archgen.configuring.selectors import Selector
from archgen.errors import Fault, Position
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule


def locked(configuration: Configuration) -> Mapping[str, Position]:
    """By code, where each locked rule is locked."""
    found: dict[str, Position] = {}
    for selector in configuration.locked:
        for code in sorted(selector.codes):
            found.setdefault(code, selector.place or Position(configuration.path))
    return found


def lock_faults(configuration: Configuration, rules: Shelf[Rule]) -> Iterator[Fault]:
    """Where the file itself silences what it locks."""
    where = locked(configuration)
    yield from ignoring(configuration.layer, where, rules)
    for ignores in configuration.path_ignores:
        for selector in ignores.rules:
            yield from _refused(selector, f'"{selector}" of "{ignores.path}"', selector.codes & set(where), where, rules)
    for waiver in configuration.waivers:
        for code in {waiver.rule} & set(where):
            message = f"the waiver is of {_listed([code], rules)}, which is locked ({_at(where[code])})"
            yield Fault(f"{message}; remove the waiver, or the lock", waiver.place)


def ignoring(layer: Layer, where: Mapping[str, Position], rules: Shelf[Rule]) -> Iterator[Fault]:
    """Where a layer leaves out rules that are locked. That it does not select them is no fault: they run all the same."""
    silenced: dict[Selector, set[str]] = {}
    for code, choice in chosen([Layer(extend=(*(layer.select or ()), *layer.extend), ignore=layer.ignore)], rules).items():
        if code in where and not choice.runs and choice.because:
            silenced.setdefault(choice.because, set()).add(code)
    for selector, codes in silenced.items():
        option = f"{selector.origin} " if selector.place is None else ""
        yield from _refused(selector, f'{option}"{selector}"', codes, where, rules)


def _refused(
    selector: Selector, said: str, codes: Iterable[str], where: Mapping[str, Position], rules: Shelf[Rule]
) -> Iterator[Fault]:
    found = sorted(codes)
    if found:
        message = f"{said} leaves out {_listed(found, rules)}, locked by {_at(where[found[0]])}"
        yield Fault(f"{message}; leave that out, or remove the lock", selector.place)


def _listed(codes: Sequence[str], rules: Shelf[Rule]) -> str:
    entries: list[Entry[Rule]] = [rules.get(code) for code in codes]
    return ", ".join(f"{entry.code} {entry.name}" for entry in entries)


def _at(place: Position) -> str:
    return str(Position(place.path, place.line))
