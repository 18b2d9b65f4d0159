"""What enters a design from outside: all sources as one stream, by time."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter

from archgen.model.simulation import Scenario
from archgen.simulating.chance import arrivals
from archgen.simulating.parts import Lane, WayNow
from archgen.simulating.plan import Plan, Source

Arrival = tuple[float, int, Lane | WayNow]
# About how many arrivals are drawn at once.
WINDOW = 256
# Those that come at the same time stay in the order of their sources.
_WHEN = itemgetter(0)


def coming(plan: Plan, scenario: Scenario, seed: str, ways: Sequence[WayNow]) -> Iterator[Arrival]:
    """All that enters, each with its time, the number of its source and its way; without an end, but where nothing enters."""
    sources = [(place, source) for place, source in enumerate(plan.sources) if source.rate > 0]
    streams = [_stream(scenario, source, place, seed, ways[source.way].lead) for place, source in sources]
    if len(streams) == 1:
        return streams[0]
    end = scenario.warm_up + scenario.duration
    return _merged(streams, WINDOW / max(WINDOW / end, sum(source.rate for _, source in sources)), end)


def _stream(scenario: Scenario, source: Source, place: int, seed: str, lead: Lane | WayNow) -> Iterator[Arrival]:
    bursts = tuple(one for one in scenario.bursts if one.client in source.origins)
    times = arrivals(source.rate, f"{seed}/source/{place}", bursts)
    return zip(times, repeat(place), repeat(lead))


def _merged(streams: Sequence[Iterator[Arrival]], width: float, end: float) -> Iterator[Arrival]:
    """By their times: window after window is taken from each, and put in order."""
    ahead = [next(stream, None) for stream in streams]
    until = 0.0
    while until < end and streams:
        until += width
        window: list[Arrival] = []
        for place, stream in enumerate(streams):
            arrival = ahead[place]
            while arrival is not None and arrival[0] < until:
                window.append(arrival)
                arrival = next(stream, None)
            ahead[place] = arrival
        window.sort(key=_WHEN)
        yield from window
