"""Durations, sizes and rates: functions that make them, and the texts that they are read from."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from archgen.dsl.marks import BeforeValidator
from archgen.dsl.measured import Fraction, Integer
from archgen.dsl.ranged import NUMBER, Ranged, taking_ranges

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

# Thousands and millions; a size's k is 1,000 too, as networks and disks count.
PREFIXES: Mapping[str, float] = {"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}
SECONDS: Mapping[str, float] = {
    "us": 1e-6, "ms": 1e-3, "s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400, "week": 604800, "weeks": 604800,
}  # fmt: skip
PERIODS: Mapping[str, float] = {
    "s": 1,
    "sec": 1,
    "second": 1,
    "min": 60,
    "minute": 60,
    "h": 3600,
    "hour": 3600,
    "day": 86400,
}
# Far beyond any system; so that no sum or product of what people write runs over.
LIMIT = 10**18
LONGEST = timedelta(days=365_000_000)
Q = TypeVar("Q", bound="Rate | Size")
N = TypeVar("N", int, float, Decimal)


class Size(Integer):
    """A number of bytes."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Read a number of bytes, or a text such as `2GB`."""
        return _schema(cls, cls.reading())

    @classmethod
    def reading(cls) -> "Callable[[object], Any]":
        """What reads it."""
        return taking_ranges(parse_size)


class Rate(Fraction):
    """How often something happens in a second."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Read a number a second, or a text such as `4k/s`."""
        return _schema(cls, cls.reading())

    @classmethod
    def reading(cls) -> "Callable[[object], Any]":
        """What reads it."""
        return taking_ranges(parse_rate)


class RangedRate(Ranged, Rate):
    """A rate that is not known exactly."""


class RangedSize(Ranged, Size):
    """A size that is not known exactly."""


def milliseconds(number: float) -> timedelta:
    """Thousandths of a second.

    >>> milliseconds(500)
    datetime.timedelta(microseconds=500000)
    """
    return timedelta(milliseconds=number)


def seconds(number: float) -> timedelta:
    """Seconds."""
    return timedelta(seconds=number)


def minutes(number: float) -> timedelta:
    """Minutes of 60 seconds."""
    return timedelta(minutes=number)


def hours(number: float) -> timedelta:
    """Hours of 60 minutes."""
    return timedelta(hours=number)


def days(number: float) -> timedelta:
    """Days of 24 hours."""
    return timedelta(days=number)


def weeks(number: float) -> timedelta:
    """Weeks of 7 days."""
    return timedelta(weeks=number)


def months(number: float) -> timedelta:
    """Months of 30 days."""
    return timedelta(days=30 * number)


def kilobytes(number: float) -> Size:
    """Thousands of bytes."""
    return Size(number * 1e3)


def megabytes(number: float) -> Size:
    """Millions of bytes."""
    return Size(number * 1e6)


def gigabytes(number: float) -> Size:
    """Thousands of millions of bytes."""
    return Size(number * 1e9)


def terabytes(number: float) -> Size:
    """Millions of millions of bytes."""
    return Size(number * 1e12)


def per_second(number: float) -> Rate:
    """So many a second."""
    return Rate(number)


def per_minute(number: float) -> Rate:
    """So many a minute."""
    return Rate(number / 60)


def per_hour(number: float) -> Rate:
    """So many an hour."""
    return Rate(number / 3600)


def per_day(number: float) -> Rate:
    """So many a day of 24 hours."""
    return Rate(number / 86_400)


def parse_duration(value: object) -> timedelta:
    """Read `500ms`, `15 min`, or a plain number of seconds. Raises ValueError for anything else.

    >>> parse_duration("15 min")
    datetime.timedelta(seconds=900)
    """
    if isinstance(value, timedelta):
        return _checked(value)
    if isinstance(value, (int, float)) and not isinstance(value, (bool, Rate, Size)):
        return _checked(_timedelta(value))
    match = re.fullmatch(NUMBER + r"([a-zA-Z]*)\s*", value) if isinstance(value, str) else None
    if not match or (match[2] or "s") not in SECONDS:
        raise ValueError(_reads(value, 'a duration reads "500ms", "15 min", "2h", or a plain number of seconds'))
    return _checked(_timedelta(_number(match[1]) * SECONDS[match[2] or "s"]))


def parse_size(value: object) -> Size:
    """Read `2GB`, `512 kB`, or a plain number of bytes. Raises ValueError for anything else.

    >>> parse_size("2GB")
    2000000000
    """
    match = re.fullmatch(NUMBER + r"([kKMGTP]?)(i?)B?\s*", value) if isinstance(value, str) else None
    if match:
        if match[3] and not match[2]:
            raise ValueError('a size reads "2GB", "512 KiB", or a plain number of bytes')
        binary = 1024.0 ** "KMGTP".find(match[2].upper()) * 1024 if match[3] else None
        return Size(round(_limited(_decimal(match[1]) * int(binary or PREFIXES[match[2]]))))
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return Size(_limited(value))
    raise ValueError(_reads(value, 'a size reads "2GB", "512 kB", or a plain number of bytes'))


def parse_rate(value: object) -> Rate:
    """Read `4k/s`, `30/min`, or a plain number a second. Raises ValueError for anything else.

    >>> parse_rate("4k/s")
    4000.0
    """
    match = re.fullmatch(NUMBER + r"([kKMG]?)\s*(?:/\s*([a-z]+))?\s*", value) if isinstance(value, str) else None
    if match and (match[3] or "s") in PERIODS:
        return Rate(_limited(_number(match[1]) * PREFIXES[match[2]] / PERIODS[match[3] or "s"]))
    if isinstance(value, (int, float)) and not isinstance(value, (bool, Size)) and value >= 0:
        return Rate(_limited(value))
    raise ValueError(_reads(value, 'a rate reads "4k/s", "30/min", or a plain number a second'))


def parse_count(value: object) -> object:
    """Read `200k` or `1.5M` as a whole number; leave what is not a text as it is. Raises ValueError for any other text.

    >>> parse_count("200k")
    200000
    """
    match = re.fullmatch(NUMBER + r"([kKMG]?)\s*", value) if isinstance(value, str) else None
    if match:
        number = _limited(_decimal(match[1]) * int(PREFIXES[match[2]]))
        return int(number) if number == int(number) else float(number)
    if isinstance(value, (str, bool, Size, Rate)):
        raise ValueError('a count reads "200k", "1.5M", or a plain whole number')
    return value


def parse_decimal(value: object) -> object:
    """Read a plain number that is written as a text; leave what is no text as it is. Raises ValueError for any other text.

    >>> parse_decimal("1,000.5")
    1000.5
    """
    match = re.fullmatch(NUMBER, value) if isinstance(value, str) else None
    if isinstance(value, str) and not match:
        raise ValueError("it must be a number")
    return float(_decimal(match[1])) if match else value


def parse_share(value: object) -> object:
    """Read `95%`; leave a number as it is. Raises ValueError for anything else, and for what is no share of 1.

    >>> parse_share("99.9%")
    0.999
    """
    match = re.fullmatch(NUMBER + r"%\s*", value) if isinstance(value, str) else None
    share = float(_decimal(match[1]) / 100) if match else value
    if isinstance(share, (bool, Rate, Size)) or not isinstance(share, (int, float)) or not 0 <= share <= 1:
        percent = isinstance(share, (int, float)) and 1 < share <= 100 and share is value
        meant = f'; write "{share:g}%" for {share:g} of a hundred' if percent else ""
        raise ValueError(f'a share reads "95%", or a plain number from 0 to 1{meant}')
    return share


Duration = Annotated[timedelta, BeforeValidator(taking_ranges(parse_duration))]


def _reads(value: object, how: str) -> str:
    """How to write it; of what would read well but for its sign, that."""
    negative = value.lstrip().startswith("-") if isinstance(value, str) else isinstance(value, (int, float)) and value < 0
    return f"{how.partition(' reads ')[0]} cannot be negative" if negative else how


def _number(text: str) -> float:
    return float(_decimal(text))


def _decimal(text: str) -> Decimal:
    """The number just as it is written, so that 1.001 thousand are 1001."""
    return Decimal(text.replace(",", "").replace("_", ""))


def _timedelta(number: float) -> timedelta:
    try:
        return timedelta(seconds=number)
    except (OverflowError, ValueError) as problem:
        raise ValueError("a duration of over a million years is not supported") from problem


def _checked(value: timedelta) -> timedelta:
    if value < timedelta(0):
        raise ValueError("a duration cannot be negative")
    if value > LONGEST:
        raise ValueError("a duration of over a million years is not supported")
    return value


def _limited(value: N) -> N:
    if not value < LIMIT:
        raise ValueError("a number of over 18 digits is not supported")
    return value


def _schema(cls: type[Q], read: Callable[[object], Any]) -> "CoreSchema":
    """`read` reads it; in a JSON Schema it is the number itself."""
    from pydantic_core import core_schema

    return core_schema.no_info_before_validator_function(read, core_schema.is_instance_schema(cls))
