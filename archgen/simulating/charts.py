"""What came of a simulation, as figures: how much waits, how long requests take, and how busy servers are, over time."""

from collections.abc import Callable, Iterator, Sequence
from statistics import fmean

from archgen.dsl.appearance import Tone
from archgen.dsl.humanised import humanised
from archgen.figures.chart import Axis, Highlight, LineChart, Series
from archgen.figures.figure import Figure
from archgen.model.simulation import Outage, Outcome, Place, Simulation, ranked

# So many lines can be told apart.
MOST = 4
TONES: tuple[Tone, ...] = ("compute", "data", "messaging", "edge")


def figures(simulation: Simulation) -> Iterator[Figure]:
    """Those that have something to show."""
    named = (
        ("Depth", "How much waits", _depths(simulation), Axis("waiting")),
        ("Latency", "How long requests take", _latencies(simulation), Axis("time", unit="ms")),
        ("Utilisation", "How busy servers are", _shares(simulation), Axis("share of servers that are taken", unit="%")),
        ("Servers", "How many servers there are", _staff(simulation), Axis("servers")),
    )
    for title, subtitle, series, up in named:
        if series:
            chart = LineChart(series=series, along=Axis("time", unit="s"), up=up, highlights=tuple(_highlights(simulation)))
            yield Figure(title, [chart], subtitle=subtitle)


def _depths(simulation: Simulation) -> Sequence[Series]:
    chosen = _chosen(simulation, lambda one: float(one.depth_most), lambda one: one.depth_most > 0)
    return _lines(simulation, chosen, lambda one: one.depths)


def _shares(simulation: Simulation) -> Sequence[Series]:
    chosen = _chosen(simulation, lambda one: one.taken / (one.servers or 1), lambda one: bool(one.servers and one.arrived))
    return _lines(simulation, chosen, lambda one: [100 * busy / there if there else 0.0 for busy, there in _ticks(one)])


def _staff(simulation: Simulation) -> Sequence[Series]:
    """Of what comes and goes."""
    chosen = _chosen(simulation, lambda one: float(max(one.staff)), lambda one: bool(one.servers) and len(set(one.staff)) > 1)
    return _lines(simulation, chosen, lambda one: one.staff)


def _ticks(place: Place) -> Iterator[tuple[float, float]]:
    """The servers that are taken within each tick, on average, and those that are there at its end, or were at its begin."""
    before = place.staff[0] if place.staff else 0.0
    for busy, there in zip(place.busy, place.staff, strict=True):
        yield busy, max(before, there, busy)
        before = there


def _chosen(simulation: Simulation, size: Callable[[Place], float], shown: Callable[[Place], bool]) -> Sequence[int]:
    """The largest of those that are shown, by their place; the largest first."""
    places = simulation.outcomes[0].places
    known = [number for number, one in enumerate(places) if shown(one)]
    return sorted(known, key=lambda number: -size(places[number]))[:MOST]


def _lines(simulation: Simulation, chosen: Sequence[int], values: Callable[[Place], Sequence[float]]) -> Sequence[Series]:
    """The mean of all runs at each tick."""
    lines = []
    for tone, number in zip(TONES, chosen, strict=False):
        runs = [values(outcome.places[number]) for outcome in simulation.outcomes]
        means = [fmean(run[tick] for run in runs) for tick in range(min(map(len, runs)))]
        lines.append(Series(simulation.outcomes[0].places[number].name, _points(simulation, means), tone=tone))
    return [line for line in lines if len(line.points) > 1]


def _points(simulation: Simulation, values: Sequence[float]) -> list[tuple[float, float]]:
    tick, begin = simulation.outcomes[0].tick, simulation.scenario.warm_up
    return [(begin + tick * (number + 1), value) for number, value in enumerate(values)]


def _latencies(simulation: Simulation) -> Sequence[Series]:
    """The middle and the slowest hundredth of what was answered within each tick, of the ways that most come in by."""
    ways = simulation.outcomes[0].ways
    known = sorted(
        (number for number, one in enumerate(ways) if one.entry and any(one.times)), key=lambda one: -ways[one].answered
    )
    lines = []
    for tone, number in zip(TONES, known[: MOST // 2], strict=False):
        ticks = [_within(simulation.outcomes, number, tick) for tick in range(len(ways[number].marks))]
        for share, name in ((0.5, "p50"), (0.99, "p99")):
            points = _points(simulation, [1000 * ranked(values, share, len(values)) for values in ticks])
            kept = [point for point, values in zip(points, ticks, strict=True) if values]
            lines.append(Series(f"{ways[number].name}, {name}", kept, tone=tone, dashed=share > 0.9))
    return [line for line in lines if len(line.points) > 1]


def _within(outcomes: Sequence[Outcome], number: int, tick: int) -> Sequence[float]:
    """The times of all runs that fall into a tick."""
    found: list[float] = []
    for outcome in outcomes:
        way = outcome.ways[number]
        found += way.times[way.marks[tick - 1] if tick else 0 : way.marks[tick]]
    return found


def _highlights(simulation: Simulation) -> Iterator[Highlight]:
    scenario = simulation.scenario
    begin, end = scenario.warm_up, scenario.warm_up + scenario.duration
    happens = [(one.begin, one.length, f"{humanised(one.client)} × {one.factor:g}", "messaging") for one in scenario.bursts]
    happens += [(one.begin, one.length, f"{_gone(one)} away", "bad") for one in scenario.outages]
    for start, length, text, tone in happens:
        first, last = max(start, begin), min(start + length, end)
        if last > first:
            yield Highlight(first, last, text, tone="bad" if tone == "bad" else "messaging")


def _gone(outage: Outage) -> str:
    name = humanised(outage.component)
    return f"{outage.replicas} of {name}" if outage.replicas else name
