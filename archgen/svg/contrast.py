"""How clearly colours stand out on one another, as WCAG 2 measures it. Colours are texts such as #17203a."""

from functools import lru_cache

LEVELS = 255
KNOWN = 1024  # colours: more than a theme and all that is tried for it at once have


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two; `share` is how much of it is `other`.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_levels(one), _levels(other), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


@lru_cache(KNOWN)
def _luminance(colour: str) -> float:
    red, green, blue = (_linear(level / LEVELS) for level in _levels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _levels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
