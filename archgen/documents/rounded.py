"""Numbers in sentences: rounded as people do who tell somebody, not as tables do."""

import re
from collections.abc import Sequence

from archgen.documents.facts import joined
from archgen.documents.numbers import value
from archgen.dsl.readable import number
from archgen.model.estimate import Quantity

# A number with its unit: in names of parts and products numbers have none.
UNITS = r"(?= ?(?:%|/|us\b|ms\b|s\b|min\b|h\b|d\b|days?\b|[kMGTPE]?B\b|connections\b|messages\b|times\b))"
DIVIDED = re.compile(rf"(?<![\w.,])\d[\d,]*\.\d+{UNITS}")
APART = re.compile(r"(?<=\d) %")
LARGE = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:,\d{{3}})+{UNITS}")
A_MILLION, A_BILLION = 1_000_000, 1_000_000_000
IN_DAYS = re.compile(r"(?<![\w.])([\d,]+(?:\.\d+)?) d(?!\w)")
# What is told by millions without loss.
MILLIONS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d00,000|,\d00,000,000)(?![\w,])")
A_YEAR = 365
# A full minute or hour is called so.
SIXTY = re.compile(r"(?<![\w.,])60 (s|min)(?!\w)")
NEXT_UNIT = {"s": "1 min", "min": "1 h"}
RATE = re.compile(r"((?:about )?[\d.,]+(?: [mb]illion)?)/(s|min|h|day)")
PERIODS = {"s": "a second", "min": "a minute", "h": "an hour", "day": "a day"}
# Between these, a share would be told as the whole that it is not.
NEARLY, HARDLY_MORE = 0.995, 1.005
# Beyond so many times the whole nobody speaks of per cent.
TWICE = 2


def rounded(text: str) -> str:
    """A text with its numbers as people say them: from ten on whole, below with one place behind the point; days in words.

    >>> rounded("66.7% of 2.63 MB/s, 12.5 ms and 0.123/s"), rounded("kept 30 d"), rounded("1,825 d")
    ('67% of 2.6 MB/s, 13 ms and 0.12/s', 'kept 30 days', '5 years')
    >>> rounded("313,236,000 messages"), rounded("26,802/s"), rounded("Protocol 1.25")
    ('313 million messages', '26,800/s', 'Protocol 1.25')
    """
    short = IN_DAYS.sub(_in_years, APART.sub("%", text))
    short = LARGE.sub(lambda found: _large(float(found[0].replace(",", ""))), short)
    short = DIVIDED.sub(lambda found: _rounded(float(found[0].replace(",", ""))), short)
    short = SIXTY.sub(lambda found: NEXT_UNIT[found[1]], short)
    return IN_DAYS.sub(lambda found: _in_days(found[1]), short)


def in_words(count: str) -> str:
    """A count of people or the like: a whole million or billion is told in words, all else as it is.

    >>> in_words("20,000,000"), in_words("1,500,000"), in_words("480,000"), in_words("10,000 to 2,000,000")
    ('20 million', '1.5 million', '480,000', '10,000 to 2 million')
    """
    return MILLIONS.sub(lambda found: _large(float(found[0].replace(",", ""))), count)


def said(quantity: Quantity) -> str:
    """A derived number in a sentence; a share of the time keeps its places, as each of them counts."""
    if quantity.unit == "share of the time":
        return f"{quantity.bound}{(1 - float(f'{1 - quantity.value:.2g}')) * 100:.13g}%"
    if quantity.unit == "share" and 1 < quantity.value < HARDLY_MORE:
        return f"{quantity.bound}just over 100%"
    nearly = quantity.unit == "share" and NEARLY <= quantity.value < 1
    if nearly:
        return value(quantity)
    # A number of its own has no unit behind it by which it would be known.
    return rounded(f"{value(quantity)} times").removesuffix(" times") if quantity.unit == "" else rounded(value(quantity))


def share_of(quantity: Quantity) -> tuple[str, str]:
    """A share, and what stands between it and the whole: what is more than twice the whole is told by how many times."""
    if quantity.value <= TWICE:
        return said(quantity), "of "
    return rounded(f"{quantity.bound}{number(float(f'{quantity.value:.2g}'))} times"), ""


def said_of(quantity: Quantity, whole: str) -> str:
    """A share of something in a sentence."""
    share, of = share_of(quantity)
    return f"{share} {of}{whole}"


def of_it(quantity: Quantity) -> str:
    """How a share came about: what is taken, of what there is."""
    return rounded(quantity.derivation.formula.replace(" / ", " of ", 1))


def rates_in_words(rates: Sequence[tuple[str, str]]) -> str:
    """Several rates, each with what comes.

    >>> rates_in_words([("130/s", "reads"), ("400/s", "writes")]), rates_in_words([("200/s", "reads"), ("15/min", "writes")])
    ('130 reads and 400 writes a second', '200 reads a second and 15 writes a minute')
    """
    found = [(RATE.fullmatch(rate), rate, what) for rate, what in rates]
    periods = [match[2] for match, _, _ in found if match]
    together = len(periods) == len(found) and len(set(periods)) == 1
    told = [_in_words(match, rate, what, named=not together) for match, rate, what in found]
    return joined(told) + (f" {PERIODS[periods[0]]}" if together else "")


def _in_words(match: re.Match[str] | None, rate: str, what: str, *, named: bool) -> str:
    if match is None:
        return f"{what} at {rate}"
    one = what.removesuffix("s") if match[1] == "1" else what
    return f"{match[1]} {one}" + (f" {PERIODS[match[2]]}" if named else "")


def _large(number: float) -> str:
    """Three digits; millions and billions in words."""
    short = float(f"{number:.3g}")
    for size, word in ((A_BILLION, "billion"), (A_MILLION, "million")):
        if short >= size:
            return f"{short / size:g} {word}"
    return f"{short:,.0f}"


def _in_years(days: re.Match[str]) -> str:
    """Whole years; what is none stays as it is."""
    years, rest = divmod(float(days[1].replace(",", "")), A_YEAR)
    return days[0] if rest or not years else f"{years:,.0f} year{'' if years == 1 else 's'}"


def _in_days(count: str) -> str:
    return f"{count} day{'' if float(count.replace(',', '')) == 1 else 's'}"


def _rounded(number: float) -> str:
    if number >= 10:
        return f"{int(number + 0.5):,}"  # half of one goes up, as people round
    if number >= 1:
        return f"{int(number * 10 + 0.5) / 10:.1f}".removesuffix(".0")
    return f"{float(f'{number:.2g}'):f}".rstrip("0").rstrip(".")
