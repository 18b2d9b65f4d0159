"""What came of a simulation, as figures: how much waits, how long requests take, what is answered, and how busy servers are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import sub
from statistics import fmean

from archgen.dsl.appearance import Tone
from archgen.dsl.humanised import humanised
from archgen.figures.chart import Axis, Highlight, LineChart, Series
from archgen.figures.figure import Figure
from archgen.model.simulation import Outage, Outcome, Place, Simulation, Way, ranked

# So many lines can be told apart.
MOST = 4
TONES: tuple[Tone, ...] = ("compute", "data", "messaging", "edge")
# A stretch of so many ticks without an answer breaks a line.
GAP = 5


def figures(simulation: Simulation) -> Iterator[Figure]:
    """Those that have something to show."""
    tones = _tones(simulation)
    named = (
        ("Depth", "How much waits", _depths(simulation, tones), Axis("waiting")),
        ("Latency", "How long requests take", _latencies(simulation), Axis("time", unit="ms")),
        ("Answers", "What becomes of requests", _answers(simulation), Axis("requests", unit="/s")),
        ("Utilisation", "How busy servers are", _shares(simulation, tones), Axis("share of servers taken", unit="%")),
        ("Servers", "How many servers there are", _staff(simulation, tones), Axis("servers")),
    )
    end = simulation.scenario.warm_up + simulation.scenario.duration
    for title, subtitle, series, up in named:
        if series:
            ranges = tuple(_highlights(simulation))
            chart = LineChart(series=series, along=Axis("time", unit="s", most=end), up=up, highlights=ranges)
            yield Figure(title, [chart], subtitle=subtitle)


def _tones(simulation: Simulation) -> Mapping[int, Tone]:
    """One for each place in all figures: those first of which most is taken."""
    places = simulation.outcomes[0].places
    order = sorted(range(len(places)), key=lambda number: (-_busyness(places[number]), number))
    return {number: TONES[rank % len(TONES)] for rank, number in enumerate(order)}


def _busyness(place: Place) -> float:
    return place.taken / place.offered if place.servers and place.offered else float(place.depth_most > 0)


def _depths(simulation: Simulation, tones: Mapping[int, Tone]) -> Sequence[Series]:
    chosen = _chosen(simulation, lambda one: float(one.depth_most), lambda one: one.depth_most > 0)
    return _lines(simulation, tones, chosen, lambda one: one.depths)


def _shares(simulation: Simulation, tones: Mapping[int, Tone]) -> Sequence[Series]:
    chosen = _chosen(simulation, _busyness, lambda one: bool(one.servers and one.arrived))
    return _lines(simulation, tones, chosen, lambda one: [100 * busy / there if there else 0.0 for busy, there in _ticks(one)])


def _staff(simulation: Simulation, tones: Mapping[int, Tone]) -> Sequence[Series]:
    """Of what comes and goes."""
    chosen = _chosen(simulation, lambda one: float(max(one.staff)), lambda one: bool(one.servers) and len(set(one.staff)) > 1)
    return _lines(simulation, tones, chosen, lambda one: one.staff)


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


def _lines(
    simulation: Simulation, tones: Mapping[int, Tone], chosen: Sequence[int], values: Callable[[Place], Sequence[float]]
) -> Sequence[Series]:
    """The mean of all runs at each tick."""
    lines: list[Series] = []
    spare = [tone for tone in TONES if tone not in {tones[number] for number in chosen}]
    for number in chosen:
        runs = [values(outcome.places[number]) for outcome in simulation.outcomes]
        means = [fmean(run[tick] for run in runs) for tick in range(min(map(len, runs)))]
        tone = tones[number] if tones[number] not in {line.tone for line in lines} else spare.pop(0)
        lines.append(Series(simulation.outcomes[0].places[number].name, _points(simulation, means), tone=tone))
    return [line for line in lines if len(line.points) > 1]


def _points(simulation: Simulation, values: Sequence[float]) -> list[tuple[float, float]]:
    tick, begin = simulation.outcomes[0].tick, simulation.scenario.warm_up
    return [(begin + tick * (number + 1), value) for number, value in enumerate(values)]


def _latencies(simulation: Simulation) -> Sequence[Series]:
    """The middle and the slowest hundredth of what was answered within each tick, of the ways that most come in by."""
    lines = []
    for tone, number in zip(TONES, _entries(simulation), strict=False):
        ticks = _answered(simulation, number)
        for share, name in ((0.5, "p50"), (0.99, "p99")):
            points = _points(simulation, [1000 * ranked(values, share, len(values)) for values in ticks])
            kept = [point for point, values in zip(points, ticks, strict=True) if values]
            name = f"{simulation.outcomes[0].ways[number].name}, {name}"
            lines.append(Series(name, kept, tone=tone, dashed=share > 0.9, breaks=_breaks(points, ticks)))
    return [line for line in lines if len(line.points) > 1]


def _entries(simulation: Simulation) -> Sequence[int]:
    """The ways that most come in by, of which something takes time."""
    ways = simulation.outcomes[0].ways
    known = (number for number, one in enumerate(ways) if one.entry and any(one.times))
    return sorted(known, key=lambda one: -ways[one].answered)[: MOST // 2]


def _answered(simulation: Simulation, number: int) -> Sequence[Sequence[float]]:
    """The times of what was answered within each tick, of all runs."""
    ticks = range(len(simulation.outcomes[0].ways[number].marks))
    return [_within(simulation.outcomes, number, tick) for tick in ticks]


def _within(outcomes: Sequence[Outcome], number: int, tick: int) -> Sequence[float]:
    found: list[float] = []
    for outcome in outcomes:
        way = outcome.ways[number]
        found += way.times[way.marks[tick - 1] if tick else 0 : way.marks[tick]]
    return found


def _breaks(points: Sequence[tuple[float, float]], ticks: Sequence[Sequence[float]]) -> Sequence[float]:
    """A moment of each stretch in which nothing was answered; shorter ones come by chance, and are passed over."""
    found, empty = [], 0
    for (time, _), values in zip(points, ticks, strict=True):
        empty = 0 if values else empty + 1
        if empty == GAP:
            found.append(time)
    return found


def _answers(simulation: Simulation) -> Sequence[Series]:
    """How many are answered, fail for good, and are tried again, at any place; nothing where all goes well."""
    ways, entries = simulation.outcomes[0].ways, [one.entry for one in simulation.outcomes[0].ways]
    if not any(way.given_up or way.retried for outcome in simulation.outcomes for way in outcome.ways):
        return []
    lines: list[tuple[str, Tone, Callable[[Way], Sequence[int]], bool]] = [
        ("answered", "good", lambda way: way.marks, True),
        ("failed", "bad", lambda way: way.failures, True),
        ("tried again", "messaging", lambda way: way.retries, False),
    ]
    found = []
    for name, tone, counts, outside in lines:
        chosen = [number for number in range(len(ways)) if entries[number] or not outside]
        rates = _rates(simulation, chosen, counts)
        if any(rates):
            found.append(Series(name, _points(simulation, rates), tone=tone))
    return [line for line in found if len(line.points) > 1]


def _rates(simulation: Simulation, chosen: Sequence[int], counts: Callable[[Way], Sequence[int]]) -> Sequence[float]:
    """How many in a second, of one run, within each tick."""
    runs = [counts(outcome.ways[number]) for outcome in simulation.outcomes for number in chosen]
    sums = [sum(column) for column in zip(*runs, strict=True)]
    return [count / simulation.outcomes[0].tick / len(simulation.outcomes) for count in map(sub, sums, [0, *sums])]


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
