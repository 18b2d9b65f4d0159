"""Which rules run: what is selected and ignored, by the configuration and then by the command line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from archgen.configuring.selectors import Selector, narrowest
from archgen.model.catalogue import Entry
from archgen.model.rule import Rule
from archgen.values import dataclass


@dataclass(frozen=True)
class Layer:
    """What one source says of which rules run. `select` is None where it leaves that to the layer below."""

    select: tuple[Selector, ...] | None = None
    extend: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Whether a rule runs, and because of what; None where no one says anything of it."""

    runs: bool
    because: Selector | None = None


def chosen(layers: Iterable[Layer], rules: Iterable[Entry[Rule]]) -> Mapping[str, Choice]:
    """By code, whether each rule runs. All run, until a layer says otherwise; of several layers the last one counts."""
    found = {entry.code: Choice(True) for entry in rules}
    for layer in layers:
        found = {code: _decided(layer, code, before) for code, before in found.items()}
    return found


def _decided(layer: Layer, code: str, before: Choice) -> Choice:
    """Within a layer the narrower selector counts; of equally narrow ones, the one that ignores."""
    added = narrowest((*(layer.select or ()), *layer.extend), code)
    removed = narrowest(layer.ignore, code)
    if removed and (added is None or removed.narrowness >= added.narrowness):
        return Choice(False, removed)
    if added:
        return Choice(True, added)
    if layer.select is None:
        return before
    return Choice(False, _last(layer.select))


def switched_off(stated: Sequence[tuple[Selector, bool]]) -> tuple[Selector, ...]:
    """What severities leave out: of each selector that is off, the rules of which nothing narrower says otherwise."""
    selectors = [selector for selector, _ in stated]
    return tuple(
        replace(selector, codes=frozenset(code for code in selector.codes if narrowest(selectors, code) is selector))
        for selector, off in stated
        if off
    )


def _last(selectors: Sequence[Selector]) -> Selector | None:
    return selectors[-1] if selectors else None
