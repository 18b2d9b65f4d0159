"""Numbers as figures write them: right to a tenth of a pixel, and as short as can be."""


def number(value: float) -> str:
    """Write a number with at most one decimal.

    >>> [number(12.0), number(0.25), number(-0.01), number(7.96)]
    ['12', '0.2', '0', '8']
    """
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written
