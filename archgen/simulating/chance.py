"""Numbers that are drawn, one after another without an end: made in blocks, by a seed of each place's own."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, chain, repeat, starmap
from math import exp, log
from random import Random

from archgen.model.simulation import Burst
from archgen.simulating.plan import Times

BLOCK = 128
INFINITE = float("inf")
Drawn = Iterator[float]
Block = Callable[[Random], list[float]]


def uniform(seed: str) -> Drawn:
    """From 0 up to 1."""
    return _endless(seed, lambda random: list(starmap(random.random, repeat((), BLOCK))))


def drawn(times: Times, seed: str) -> Drawn:
    """Times of that form."""
    if times.form == "constant" or times.mean <= 0:
        return repeat(min(max(times.mean, 0.0), INFINITE if times.cut is None else times.cut))
    if times.cut is not None:
        return map(partial(min, times.cut), _endless(seed, _block(times)))
    return _endless(seed, _block(times))


def _block(times: Times) -> Block:
    """What makes a block of them."""
    mean, least = times.mean, times.least
    if times.form == "exponential":
        rest = mean - least
        return partial(_exponential, least, -rest)
    if times.form == "lognormal":
        middle, spread = log(mean) - times.spread**2 / 2, times.spread
        return lambda random: [exp(middle + spread * random.gauss(0.0, 1.0)) for _ in range(BLOCK)]
    width = times.most - least
    share = (mean - least) / width
    return lambda random: [least + width * random.betavariate(4 * share, 4 * (1 - share)) for _ in range(BLOCK)]


def _exponential(least: float, rest: float, random: Random) -> list[float]:
    """The most frequent of them, in the fewest turns."""
    try:
        logarithms = map(log, starmap(random.random, repeat((), BLOCK)))
        return [least + rest * one for one in logarithms] if least else [rest * one for one in logarithms]
    except ValueError:  # a zero, which comes once in 2 ** 53
        return _exponential(least, rest, random)


def arrivals(rate: float, seed: str, bursts: tuple[Burst, ...] = ()) -> Iterator[float]:
    """When each comes, at a rate that bursts multiply, each independent of the others."""
    gaps = drawn(Times(1.0 / rate), seed)
    if not bursts:
        return accumulate(gaps)
    return _bursting(gaps, sorted({time for one in bursts for time in (one.begin, one.begin + one.length)}), bursts)


def _bursting(gaps: Drawn, turns: list[float], bursts: tuple[Burst, ...]) -> Iterator[float]:
    """A gap is used up as fast as the rate is higher; where that changes, what is left of it goes on at the new one."""
    now, factor = 0.0, _factor(bursts, 0.0)
    for turn in [one for one in turns if one > 0] + [float("inf")]:
        gap = next(gaps) if factor else float("inf")
        while now + gap / (factor or 1) < turn:
            now += gap / factor
            yield now
            gap = next(gaps)
        now, factor = turn, _factor(bursts, turn)


def _factor(bursts: tuple[Burst, ...], time: float) -> float:
    """All that go on then, multiplied."""
    factor = 1.0
    for one in bursts:
        factor *= one.factor if one.begin <= time < one.begin + one.length else 1.0
    return factor


def _endless(seed: str, block: Block) -> Drawn:
    random = Random(seed)
    return chain.from_iterable(iter(lambda: block(random), None))
