"""The themes that there are by name, and those that come in two: for a light and for a dark ground."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from archgen.dsl.appearance import Tone
from archgen.errors import UnknownNameError, UsageError
from archgen.svg.theme import DARK, LIGHT, Outline, Paint, Shades, Theme
from archgen.values import dataclass

SIDES = ("light", "dark")


@dataclass(frozen=True)
class Scheme:
    """What figures wear: `theme`, or for readers who prefer the dark `dark`, where there is one."""

    theme: Theme
    dark: Theme | None = None

    def side(self, name: str, of: str) -> "Scheme":
        """One of both alone: "light" or "dark". Raises UsageError where there is one only."""
        if self.dark is None:
            raise UsageError(f"the theme {of} is the same by light and in the dark; leave out :{name}")
        return Scheme(self.dark if name == "dark" else self.theme)


BOLD: Mapping[str, Paint] = {
    "frame": Paint("tint", "rim", 1.5),
    "arrow": Paint(stroke="stroke", stroke_width=2),
    "lifeline": Paint(stroke="rule", stroke_width=1.5, dashes="2 4"),
}
CONTRASTING_LIGHT = Theme(
    ground="#ffffff",
    card="#ffffff",
    ink="#000000",
    muted="#333a49",
    rule="#5d6675",
    on_badge="#ffffff",
    tones={
        "neutral": Shades("#3f4b66", "#f6f8fb", "#65718a", "#3f4b66"),
        "client": Shades("#444983", "#f4f5fd", "#656aa7", "#444983"),
        "edge": Shades("#075852", "#edf8f7", "#0a7d75", "#075852"),
        "compute": Shades("#204f86", "#eff6fd", "#3170b8", "#204f86"),
        "data": Shades("#8a2347", "#fdf1f5", "#af4e6f", "#8a2347"),
        "messaging": Shades("#7d3e14", "#fef6ee", "#ae5923", "#7d3e14"),
        "external": Shades("#5a4671", "#f8f5fb", "#7c6793", "#5a4671"),
        "good": Shades("#125a34", "#eef9f2", "#1c7f47", "#125a34"),
        "bad": Shades("#94231d", "#fef2f1", "#c44139", "#94231d"),
    },
    paints=BOLD,
    outlines=dict.fromkeys(get_args(Tone), Outline(2.25)),
)
CONTRASTING_DARK = replace(
    CONTRASTING_LIGHT,
    ground="#000000",
    card="#000000",
    ink="#ffffff",
    muted="#d3dbe7",
    rule="#8f9bad",
    on_badge="#000000",
    tones={
        "neutral": Shades("#c3cddc", "#0e1117", "#737e90", "#c3cddc"),
        "client": Shades("#bcc1f2", "#0e101a", "#757aab", "#bcc1f2"),
        "edge": Shades("#7fd8cd", "#0b1313", "#338b82", "#7fd8cd"),
        "compute": Shades("#9cc9f7", "#0b121a", "#5081b3", "#9cc9f7"),
        "data": Shades("#f3a9c2", "#150e12", "#b66480", "#f3a9c2"),
        "messaging": Shades("#f1b98f", "#15100d", "#a97149", "#f1b98f"),
        "external": Shades("#cebde4", "#131019", "#87779c", "#cebde4"),
        "good": Shades("#8bdaae", "#0b1310", "#3f8c61", "#8bdaae"),
        "bad": Shades("#f7aea8", "#170f0e", "#b9665f", "#f7aea8"),
    },
)
INK = Shades("#1a1a1a", "#ffffff", "#6e6e6e", "#1a1a1a")
PRINT = Theme(
    ground="#ffffff",
    card="#ffffff",
    ink="#000000",
    muted="#3d3d3d",
    rule="#8a8a8a",
    on_badge="#000000",
    tones=dict.fromkeys(get_args(Tone), INK),
    paints={
        "badge": Paint("card", "stroke", 1.2),
        "bar": Paint("card", "stroke", 1.5),
        "band": Paint(stroke="rule", stroke_width=4),
        "strip": Paint("card", "rim", 0.75),
    },
    outlines={
        "neutral": Outline(1),
        "client": Outline(1.5, "1 3.5"),
        "edge": Outline(1.5, "9 3"),
        "compute": Outline(1.75),
        "data": Outline(3),
        "messaging": Outline(1.5, "7 3 1 3"),
        "external": Outline(1.25, "4 3"),
        "good": Outline(2.5, "14 3"),
        "bad": Outline(3, "3 4"),
    },
)
AUTO = Scheme(LIGHT, DARK)
DEFAULT = "auto"
SCHEMES: Mapping[str, Scheme] = {
    DEFAULT: AUTO,
    "light": Scheme(LIGHT),
    "dark": Scheme(DARK),
    "print": Scheme(PRINT),
    "high-contrast": Scheme(CONTRASTING_LIGHT, CONTRASTING_DARK),
}


def split(name: str) -> tuple[str, str]:
    """The name of a theme, and which side of it is meant: after a colon, else empty.

    >>> split("high-contrast:dark")
    ('high-contrast', 'dark')
    >>> split("C:/ours.toml")
    ('C:/ours.toml', '')
    """
    before, _, after = name.rpartition(":")
    return (before, after) if before and after in SIDES else (name, "")


def built_in(name: str) -> Scheme:
    """The theme of that name. Raises UnknownNameError where there is none."""
    if name not in SCHEMES:
        raise UnknownNameError("theme", name, SCHEMES)
    return SCHEMES[name]
