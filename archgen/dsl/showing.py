"""How values show themselves in notebooks. What draws them lies above the language, and says so here."""

from collections.abc import Callable
from typing import Literal

Form = Literal["svg", "html"]
Way = Callable[[object, Form], str | None]
_ways: list[Way] = []


def show_by(way: Way) -> None:
    """Let values show themselves in this way: a figure as `svg`, what is wrong as `html`, None where there is neither."""
    _ways[:] = [way]


class Shown:
    """Something that notebooks show as a figure, where it has one."""

    def _repr_svg_(self) -> str | None:
        return _ways[0](self, "svg") if _ways else None

    def _repr_html_(self) -> str | None:
        return _ways[0](self, "html") if _ways else None
