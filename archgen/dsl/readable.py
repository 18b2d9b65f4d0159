"""Values as people read them: 500 ms, 4,000/s, 2 GB."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import isclose, isfinite

from archgen.dsl.agreement import done_by
from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Rate, Size
from archgen.dsl.ranged import USUAL, Ranged
from archgen.dsl.requirements import Requirements
from archgen.dsl.word import Word, attributes

# In microseconds, of which every duration is a whole number.
DURATIONS = ((86_400_000_000, "d"), (3_600_000_000, "h"), (60_000_000, "min"), (1_000_000, "s"), (1000, "ms"), (1, "us"))
# Of a second on, and below it of a millisecond on, thousandths are told of that: 2.1 s.
DIVIDED = ((1_000_000, "s"), (1000, "ms"))
# From how many seconds on a time is told in which unit.
SPANS = (
    (2 * 86_400.0, 86_400.0, "d"), (7_200, 3_600, "h"), (120, 60, "min"), (1, 1, "s"), (1e-3, 1e-3, "ms"), (0, 1e-6, "us"),
)  # fmt: skip
NOUNS = {
    "calls": "the calls from {source} to {target}",
    "reads": "the reads of {target} by {source}",
    "writes": "the writes of {source} to {target}",
    "publishes": "the messages from {source} to {target}",
    "notifies": "the notices from {source} to {target}",
    "pushes to": "the pushes from {source} to {target}",
    "uploads to": "the uploads from {source} to {target}",
    "downloads from": "the downloads of {source} from {target}",
}
# The periods in which what happens less than once a second is told, and how near to a whole number is one.
DAY = 86_400
PERIODS, NEAR = ((60, "min"), (3_600, "h"), (DAY, "day")), 1e-9
SELDOM, RARE = 0.01, 1e-4  # a second
SIZES = ((1e18, "EB"), (1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B"))


def readable(value: object) -> str:
    """A value with its unit, rounded to what a reader needs.

    >>> readable(timedelta(seconds=90)), readable(Rate(4000)), readable(Size(2_500_000)), readable(0.5), readable(None)
    ('90 s', '4,000/s', '2.5 MB', '0.5', 'not stated')
    >>> readable(Rate(0.5)), readable(Rate(6 / 3600)), readable(Rate(0.123))
    ('0.5/s', '6/h', '0.123/s')
    """
    match value:
        case None:
            return "not stated"
        case bool():
            return "yes" if value else "no"
        case Ranged():
            return _ranged(value)
        case timedelta() | Rate() | Size() | float() | int():
            return _measured(value)
        case Word():
            return named(value)
        case Mapping():
            return ", ".join(f"{key}: {readable(item)}" for key, item in value.items())
        case Sequence() if not isinstance(value, str):
            return ", ".join(readable(item) for item in value)
    return str(value)


def named(part: Word) -> str:
    """What a word is called in a sentence: by its name, where it has one; a connection as subject, verb and object."""
    name = getattr(part, "name", None)
    if isinstance(name, str):
        return name
    match part:
        case Connection():
            return f"{part.source.name} {done_by(part)} {part.target.name}"
        case Requirements():
            return "requirements"
    stated = ", ".join(f"{name} {readable(value)}" for name, value in attributes(part).items())
    return f"{type(part).__name__.lower()} ({stated})" if stated else type(part).__name__.lower()


def noun(part: Word) -> str:
    """What a part is called where a noun has to stand: "raise the timeout of the calls from App to API"."""
    if not isinstance(part, Connection):
        return named(part)
    source, target = part.source.name, part.target.name
    return NOUNS.get(part.verb, "the connection from {source} to {target}").format(source=source, target=target)


def number(value: float | Rate | Size) -> str:
    """A number to three significant digits, thousands apart.

    >>> number(16666.67), number(0.123456), number(200000), number(4)
    ('16,700', '0.123', '200,000', '4')
    """
    if not isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    rounded = float(f"{value:.3g}")
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"


def span(seconds: float) -> str:
    """A time that was worked out, to three digits; in minutes, hours or days where there are two of them.

    >>> span(0.0873123), span(90), span(2592), span(0)
    ('87.3 ms', '90 s', '43.2 min', '0 s')
    """
    size, unit = next(((size, unit) for least, size, unit in SPANS if seconds >= least), SPANS[-1][1:])
    return f"{number(float(f'{seconds / size:.3g}'))} {unit}" if seconds else "0 s"


def often(rate: float, *, seldom: float = SELDOM) -> str:
    """A rate a second that was worked out, to three digits; what is below `seldom` in minutes, hours or days.

    >>> often(4000), often(0.25), often(0.004), often(5 / 86_400), often(1 / 2_592_000)
    ('4,000/s', '0.25/s', '14.4/h', '5/day', '1 in 30 days')
    """
    if abs(rate) >= seldom or not rate:
        return f"{number(rate)}/s"
    size, unit = next(((size, unit) for size, unit in PERIODS if abs(rate) * size > 1 - NEAR), (0, ""))
    return f"{number(_rounded(rate * size))}/{unit}" if size else f"1 in {number(_rounded(1 / (rate * DAY)))} days"


def listed(texts: Sequence[str]) -> str:
    """Several in a sentence.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def percent(share: float) -> str:
    """A share as per cent, to three digits of what is missing from the whole.

    >>> percent(0.125), percent(0.9995), percent(0.99999999999), percent(0.99890035)
    ('12.5 %', '99.95 %', '99.999999999 %', '99.89 %')
    """
    missing = float(f"{1 - share:.3g}")
    return f"{(1 - missing) * 100:.13g} %"


def few(share: float) -> str:
    """A share that may be next to nothing as per cent, to two digits, with as many places as it takes.

    >>> few(1), few(0.999), few(0.0123), few(0.00000456)
    ('100 %', '99.9 %', '1.2 %', '0.00046 %')
    """
    shown = float(f"{share * 100:.2g}") if share < 0.5 else (1 - float(f"{1 - share:.2g}")) * 100
    return f"{shown:.13f}".rstrip("0").rstrip(".") + " %"


def _rounded(value: float) -> float:
    return float(f"{value:.3g}")


def _ranged(value: Ranged) -> str:
    """What is stated of it: its ends, or what it is about and by which factor it may be off where that is not the usual one."""
    if value.by is not None:
        return f"about {_measured(value.likely)}" + (
            "" if value.by == USUAL else f", off by a factor of {number(value.by)} at most"
        )
    likely = f", likely {_measured(value.likely)}" if value.chosen else ""
    return f"{_measured(value.low)} to {_measured(value.high)}{likely}"


def _measured(value: timedelta | Rate | Size | float) -> str:
    match value:
        case timedelta():
            return _duration(value // timedelta(microseconds=1))
        case Rate():
            return _rate(float(value))
        case Size():
            return _size(int(value))
    return number(value)


def _rate(value: float) -> str:
    """A second; what is rarer in the period that gives a whole number, unless it is as short so.

    >>> _rate(0.25), _rate(0.39), _rate(7 / 3600)
    ('15/min', '0.39/s', '7/h')
    """
    whole_minutes = isclose(value * 60, round(value * 60), rel_tol=NEAR)
    short = isclose(value, float(f"{value:{'.1g' if whole_minutes or value < SELDOM else '.2g'}}"), rel_tol=NEAR)
    rare = ((value * seconds, unit) for seconds, unit in PERIODS) if 0 < value < 1 and not short else ()
    whole = (
        f"{round(count):,}/{unit}" for count, unit in rare if count > 1 - NEAR and isclose(count, round(count), rel_tol=NEAR)
    )
    return next(whole, f"{number(value)}/s")


def _duration(microseconds: int) -> str:
    """In the largest unit that gives a whole number; what is longer than a second in seconds at least, with a fraction."""
    for size, unit in DIVIDED:
        if microseconds > size and microseconds % size and microseconds * 1000 % size == 0:
            return f"{microseconds / size:,.3f}".rstrip("0") + f" {unit}"
    size, unit = next((size, unit) for size, unit in DURATIONS if microseconds % size == 0 and (microseconds or unit == "s"))
    return f"{number(microseconds // size)} {unit}"


def _size(count: int) -> str:
    for size, unit in SIZES:
        if count >= size:
            return f"{number(count / size)} {unit}"
    return f"{number(count)} {SIZES[-1][1]}"
