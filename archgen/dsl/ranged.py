"""Numbers that are not known exactly: how they are held, read and written. Each counts as its likely value by itself."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import wraps
from math import isfinite, sqrt
from typing import Any, ClassVar

# A comma stands between thousands and nowhere else: "0,5" would be one thing to some readers and another to others.
NUMBER = r"\s*((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9][0-9_]*)(?:\.[0-9]+)?|\.[0-9]+)\s*"
# What stands between the ends of a range, and before what is only about so much.
SEPARATOR, MARK = "..", "~"
# By which factor a number may be off, either way, of which it is only said what it is about.
USUAL = 2.0
# The likely value is told to so many digits, no more than are known of it.
DIGITS = 3
ABOUT = re.compile(rf"\s*{MARK}\s*(?P<likely>.*?)(?:\s+by\s+(?P<by>{NUMBER}))?\s*")
# The kinds of numbers, each with the class that holds such a one with its ends; what is told apart first stands first.
KINDS: list[tuple[type[Any], type[Any]]] = []
UNITS = (timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1), timedelta(milliseconds=1))
SIGNS = re.compile(r"[0-9.,_\s]+")


class Ranged:
    """What a number is besides its likely value: its ends, and how it was stated.

    `by` is the factor of what was said to be about so much; `chosen` says that the likely value was stated beside the ends.
    """

    low: Any
    likely: Any
    high: Any
    by: float | None = None
    chosen: bool = False
    # Whether any was ever made: where none was, nobody has to look for them in thousands of words.
    made: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        KINDS.insert(0, (cls.__mro__[2], cls))

    def each(self, read: Callable[[Any], Any], around: "Callable[[Any, float], object] | None" = None) -> object:
        """The same with each of its values read anew, as another sort of number or within other limits. Raises ValueError."""
        if self.by is None:
            return ranged(read(self.low), read(self.high), read(self.likely) if self.chosen else None)
        found = (around or by_factor)(read(self.likely), self.by)
        if isinstance(found, Ranged):
            read(found.low), read(found.high)
        return found


class RangedFloat(Ranged, float):
    """A factor or a share."""


class RangedInt(Ranged, int):
    """A whole number."""


class RangedDuration(Ranged, timedelta):
    """A duration."""


def ranged(low: Any, high: Any, likely: Any = None) -> object:
    """A number between two ends; the number itself where they are the same. Raises ValueError."""
    kinds = {_kind(one)[0] for one in (low, high, likely) if one is not None}
    if len(kinds) > 1 and kinds != {int, float}:
        raise ValueError("both ends of a range take the same unit")
    if not low <= high:
        raise ValueError("a range begins with its low end")
    if likely is not None and not low <= likely <= high:
        raise ValueError("the likely value of a range lies between its ends")
    if low == high:
        return low
    return _made(low, middle(low, high) if likely is None else likely, high, chosen=likely is not None)


def odds(likely: Any, by: float) -> object:
    """A share whose odds may be off by a factor either way: it stays a share, and near the whole what is missing counts.

    >>> found = odds(0.9, 2)
    >>> round(found.low, 3), round(found.high, 3)
    (0.818, 0.947)
    """
    _check(by)
    share = float(likely)
    low, high = (share * times / (share * times + (1 - share)) for times in (1 / by, by))
    return _made(low, share, high, by=by) if low < high else likely


def middle(low: Any, high: Any) -> Any:
    """The geometric mean, to three digits, as numbers are off by factors; the half where nothing at all is possible."""
    if isinstance(low, timedelta):
        unit = next((one for one in UNITS if high >= one), UNITS[-1])
        found = timedelta(seconds=middle(low / unit, high / unit) * unit.total_seconds())
        return min(max(found, low), high)
    mean = sqrt(low / high) * high if low > 0 else high / 2
    kind = _kind(high)[0]
    if kind in (int, float) or issubclass(kind, int):
        mean = float(f"{mean:.{DIGITS}g}")  # of a rate, three digits of a second would be few of an hour
    whole = isinstance(low, int) and isinstance(high, int)
    kept = min(max(round(mean) if whole else mean, low), high)
    return kept if isinstance(kept, kind) else kind(kept)


def taking_ranges(
    parse: Callable[[Any], object],
    around: Callable[[Any, float], object] | None = None,
    within: Callable[[Any], object] | None = None,
) -> Callable[[object], Any]:
    """A reader of numbers that also takes those that are not known exactly, in values and in texts.

    `around` makes what is about so much, `within` reads the numbers of a text of several, where these differ from what is usual.
    """

    @wraps(parse)
    def read(value: object) -> Any:
        if isinstance(value, Ranged):
            return value.each(parse, around)
        if isinstance(value, str) and (SEPARATOR in value or MARK in value):
            return _from_text(value, within or parse, around)
        return parse(value)

    return read


def in_text(value: Ranged, write: Callable[[Any], object]) -> str:
    """As it is read again; each number as it is written, in its base unit where else one would stand with a unit and one without.

    >>> in_text(ranged(2_000, 5_000), str), in_text(by_factor(0.5, 3), str)
    ('2000..5000', '~0.5 by 3')
    """
    if value.by is not None:
        return f"{MARK}{_text(value.likely, write)}" + ("" if value.by == USUAL else f" by {_digits(value.by)}")
    numbers = [value.low, *([value.likely] if value.chosen else []), value.high]
    texts = [_text(one, write) for one in numbers]
    if len({_unit(text) for text in texts}) > 1:
        texts = [_digits(one) for one in numbers]
    return SEPARATOR.join(texts)


def made_by(value: Ranged) -> tuple[str, list[tuple[str, Any]]]:
    """The function of the language that makes it, and what it is given; what it is given by place has no name.

    >>> made_by(ranged(2_000, 5_000))
    ('between', [('', 2000), ('', 5000)])
    """
    if value.by is not None:
        return "about", [("", value.likely), *([] if value.by == USUAL else [("by", value.by)])]
    return "between", [("", value.low), ("", value.high), *([("likely", value.likely)] if value.chosen else [])]


def plainly(value: Any) -> Any:
    """The likely value alone of what may be a range, else the value itself."""
    return value.likely if isinstance(value, Ranged) else value


def by_factor(likely: Any, by: float) -> object:
    """A number that may be off by a factor either way; of what is counted whole ones, and one at least. Raises ValueError."""
    _check(by)
    _kind(likely)
    if isinstance(likely, timedelta):
        return _made(likely / by, likely, likely * by, by=by) if likely else likely
    low, high = likely / by, likely * by
    if isinstance(likely, int):
        low, high = max(min(likely, 1), round(low)), round(high)
    kind = type(likely)
    return _made(kind(low), likely, kind(high), by=by) if low < high else likely


def _check(by: float) -> None:
    if isinstance(by, bool) or not isinstance(by, (int, float)) or not isfinite(by) or by <= 1:
        raise ValueError("a number is off by a factor over 1, such as 2")


def _kind(value: object) -> tuple[type[Any], type[Any]]:
    found = None if isinstance(value, (bool, Ranged)) else next((pair for pair in KINDS if isinstance(value, pair[0])), None)
    if found is None or (isinstance(value, float) and not isfinite(value)):
        raise ValueError("a range is made of two numbers of one unit, such as between(2_000, 5_000)")
    return found


def _made(low: Any, likely: Any, high: Any, *, by: float | None = None, chosen: bool = False) -> object:
    made: type[Any] = next(cls for kind, cls in KINDS if isinstance(likely, kind))
    found = made(microseconds=likely // timedelta(microseconds=1)) if made is RangedDuration else made(likely)
    Ranged.made = True
    found.low, found.likely, found.high, found.by, found.chosen = low, likely, high, by, chosen
    return found


def _from_text(text: str, parse: Callable[[str], object], around: Callable[[Any, float], object] | None) -> object:
    if MARK in text:
        match = ABOUT.fullmatch(text)
        if match is None:
            raise ValueError(
                f'what is about so much reads "{MARK}200k", or "{MARK}200k by 3" where it may be off by more than a factor of 2'
            )
        by = float(match["by"].replace(",", "").replace("_", "")) if match["by"] else USUAL
        likely = parse(match["likely"])
        return _checked((around or by_factor)(likely, by), parse)
    texts = text.split(SEPARATOR)
    if len(texts) > 3 or not all(one.strip() for one in texts):
        raise ValueError('a range reads "2k..5k", or "2k..3k..5k" with its likely value in the middle')
    if len({_unit(one) for one in texts}) > 1:
        raise ValueError(f"every number of a range takes its unit: {_alike(texts)}")
    low, *likely, high = map(parse, texts)
    return ranged(low, high, *likely)


def _checked(found: object, read: Callable[[Any], object]) -> object:
    if isinstance(found, Ranged):
        read(found.low), read(found.high)
    return found


def _alike(texts: list[str]) -> str:
    """The text with the unit of its last number behind each."""
    unit = SIGNS.sub("", texts[-1]) or SIGNS.sub("", texts[0])
    return SEPARATOR.join(f"{''.join(SIGNS.findall(one)).strip()}{unit}" for one in texts)


def _unit(text: str) -> tuple[bool, bool]:
    """Whether a number has a unit or a letter for thousands, and whether it has a period."""
    return bool(SIGNS.sub("", text)), "/" in text


def _text(value: Any, write: Callable[[Any], object]) -> str:
    found = write(value)
    return found if isinstance(found, str) else _digits(value)


def _digits(value: Any) -> str:
    """The number in its base unit, all digits of it and no exponent."""
    number = value.total_seconds() if isinstance(value, timedelta) else value
    exact = Decimal(int(number)) if isinstance(number, int) else Decimal(repr(float(number)))
    return f"{exact.normalize():f}"
