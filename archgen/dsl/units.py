"""The units that quantities are best written in: those that make a whole number of them, or one of few digits."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from archgen.dsl.quantities import Rate, Size
from archgen.values import dataclass

MILLISECOND, SECOND = 1000, 1_000_000
# In microseconds, of which every duration is a whole number.
DURATIONS = ((86_400_000_000, "day"), (3_600_000_000, "h"), (60_000_000, "min"), (SECOND, "s"))
SIZES = ((10**15, "PB"), (10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"), (1, "B"))
BINARY = ((2**50, "PiB"), (2**40, "TiB"), (2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB"))
PERIODS = ((1, "s"), (60, "min"), (3600, "h"), (86_400, "day"))
# More of them say nothing to a reader.
DECIMALS, DIGITS = 2, 4


@dataclass(frozen=True)
class Measure:
    """A number of some unit; of a rate, the unit is the period."""

    number: Decimal
    unit: str


def measures(value: timedelta | Rate | Size) -> Iterator[Measure]:
    """The ways to write a quantity, the best first. Whether one is exact is for the caller to see, who knows how it is read.

    >>> [f"{measure.number} {measure.unit}" for measure in measures(timedelta(seconds=90))]
    ['90 s', '90000000 us']
    """
    if isinstance(value, timedelta):
        return _durations(value // timedelta(microseconds=1))
    return _rates(value) if isinstance(value, Rate) else _sizes(int(value))


def _durations(microseconds: int) -> Iterator[Measure]:
    """The largest unit that gives a whole number; without one, parts of a second or of a thousandth."""
    whole = (pair for pair in DURATIONS if microseconds % pair[0] == 0 and (microseconds or pair[1] == "s"))
    part = (SECOND, "s") if microseconds > SECOND else (MILLISECOND, "ms")
    size, unit = next(whole, part)
    if microseconds >= MILLISECOND or not microseconds:
        yield Measure(_divided(microseconds, size), unit)
    yield Measure(Decimal(microseconds), "us")


def _sizes(count: int) -> Iterator[Measure]:
    """The largest unit, if that leaves few decimals; the largest binary one that gives a whole number."""
    decimal = [Measure(_divided(count, size), unit) for size, unit in SIZES if count >= size][:1]
    binary = [Measure(Decimal(count // size), unit) for size, unit in BINARY if count and count % size == 0][:1]
    yield from (one for one in decimal if _decimals(one.number) <= DECIMALS)
    yield from binary


def _rates(value: Rate) -> Iterator[Measure]:
    """So many a second from one on; below that, a whole number in a longer period."""
    found = [Measure(_rounded(value * seconds), period) for seconds, period in PERIODS]
    if value < 1:
        found = [*(one for one in found[1:] if one.number >= 1 and not _decimals(one.number)), found[0]]
    yield from found
    yield Measure(Decimal(repr(float(value))), "s")


def _divided(count: int, size: int) -> Decimal:
    return _plain(Decimal(count) / size)


def _rounded(value: float) -> Decimal:
    return _plain(Decimal(f"{value:.{DIGITS}g}"))


def _plain(number: Decimal) -> Decimal:
    """Without zeros at the end, and without an exponent."""
    return Decimal(f"{number.normalize():f}")


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
