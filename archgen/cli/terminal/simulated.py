"""What came of a simulation as text."""

from collections.abc import Iterator, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Estimate
    from archgen.model.simulation import Simulation
    from archgen.simulating.totals import CacheRow, PlaceRow, WayRow

PLACES = (
    "at", "requests", "taken", "estimated", "mean wait", "p99 wait", "waiting, most", "dropped", "lost", "retried",
    "dead-lettered",
)  # fmt: skip
HELD = ("held back", "by a limit", "by a breaker")
CACHES = ("entries of", "there", "found", "fetched", "waited for", "refused")
AWAY = ("there", "of the time")
WAYS = ("along", "requests", "answered", "p50", "p99", "timed out", "retried", "given up")


def tables(simulation: "Simulation", numbers: "Estimate") -> str:
    """Places beside their estimate, what enters, and what was left out or assumed."""
    from archgen.simulating.totals import cache_rows, guarded_rows, place_rows, way_rows

    rows, ways = place_rows(simulation), way_rows(simulation)
    parts = [_table((PLACES, *(_place(row, numbers) for row in rows)))] if rows else []
    parts += [_table((WAYS, *map(_way, ways)))]
    held = [(row.name, f"{row.limited:,}", f"{row.cut_off:,}") for row in guarded_rows(simulation)]
    caches = [_cache(row) for row in cache_rows(simulation)]
    parts += [_table((HELD, *held))] if held else []
    parts += [_table((CACHES, *caches))] if caches else []
    away = [(row.name, f"{100 * row.available:.3f} %") for row in rows if row.available < 1]
    parts += [_table((AWAY, *away))] if away else []
    notes = [] if any(row.rate for row in ways) else [_idle(simulation, ways, numbers)]
    notes += [*(f"not simulated: {text}" for text in simulation.left_out), *(f"assumed: {text}" for text in simulation.assumed)]
    return "\n\n".join([*parts, *(["\n".join(notes)] if notes else [])])


def _idle(simulation: "Simulation", ways: "Sequence[WayRow]", numbers: "Estimate") -> str:
    """That nothing came, and of what does come how much is estimated."""
    from archgen.dsl.readable import span

    known = [(way.name, quantity) for way in ways if (quantity := numbers.of(way.subject, "rate"))]
    come = "; ".join(f"{name}: {quantity}" for name, quantity in known)
    more = f" ({come}); count for longer, by --duration" if come else ""
    return f"nothing came within {span(simulation.scenario.duration)}{more}"


def estimated(numbers: "Estimate", row: "PlaceRow") -> float | None:
    """The utilisation that is estimated of the component, where it has servers here."""
    quantity = numbers.of(row.subject, "utilisation") if row.servers is not None else None
    return quantity.value if quantity else None


def _place(row: "PlaceRow", numbers: "Estimate") -> Sequence[str]:
    from archgen.dsl.quantities import Rate
    from archgen.dsl.readable import readable, span

    told = estimated(numbers, row)
    return (
        row.name,
        readable(Rate(row.rate)),
        "-" if row.utilisation is None else _share(row.utilisation),
        "-" if told is None else _share(told),
        span(row.wait_mean),
        span(row.wait_p99),
        *(f"{count:,}" for count in (row.depth_max, row.dropped, row.lost, row.retried, row.dead_lettered)),
    )


def _way(row: "WayRow") -> Sequence[str]:
    from archgen.dsl.quantities import Rate
    from archgen.dsl.readable import readable, span

    times = (span(row.latency_p50), span(row.latency_p99))
    counts = (f"{count:,}" for count in (row.timed_out, row.retried, row.given_up))
    return (row.name, readable(Rate(row.rate)), _share(row.answered), *times, *counts)


def _cache(row: "CacheRow") -> Sequence[str]:
    return (row.name, _share(row.hits), *(f"{count:,}" for count in (row.found, row.fetched, row.waited, row.refused)))


def _share(share: float) -> str:
    return f"{100 * share:.1f} %"


def _table(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(_lines(rows))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first column to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        numbers = "".join(f"  {text:>{width}}" for text, width in zip(row[1:], widths[1:], strict=True))
        yield f"{row[0]:<{widths[0]}}{numbers}"
