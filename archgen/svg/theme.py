"""The colours of a figure, for a light and for a dark ground, and which part of it takes which."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.model.picture import LineRole, RectRole, TextRole
from archgen.values import dataclass

Slot = Literal["none", "ground", "card", "ink", "muted", "rule", "on-badge", "stroke", "tint", "rim", "text"]
TONE_SLOTS: tuple[Slot, ...] = ("stroke", "tint", "rim", "text")
GROUND_SLOTS: tuple[Slot, ...] = ("ground", "card", "ink", "muted", "rule", "on-badge")

# The roles whose outline may tell their tone.
OUTLINED: tuple[RectRole, ...] = ("box", "question", "answer")


@dataclass(frozen=True)
class Shades:
    """One tone: outlines and icons, the fill of a frame, a frame's outline, and writing."""

    stroke: str
    tint: str
    rim: str
    text: str


@dataclass(frozen=True)
class Paint:
    """How a role is painted, by slots. `dashes` is empty for a line without gaps."""

    fill: Slot = "none"
    stroke: Slot = "none"
    stroke_width: float = 0
    dashes: str = ""


@dataclass(frozen=True)
class Outline:
    """The line around the boxes of a tone: how wide it is, and its dashes, if it has gaps."""

    width: float
    dashes: str = ""


@dataclass(frozen=True)
class Theme:
    """Every colour of a figure. `on_badge` writes on a badge, which is filled with a tone's `stroke`.

    `paints` are the roles of rectangles and lines that are painted in another way than in other themes. `outlines` tell tones
    apart where colours do not.
    """

    ground: str
    card: str
    ink: str
    muted: str
    rule: str
    on_badge: str
    tones: Mapping[Tone, Shades]
    paints: Mapping[str, Paint] = field(default_factory=dict)
    outlines: Mapping[Tone, Outline] = field(default_factory=dict)

    def colour(self, slot: Slot, tone: Tone = "neutral") -> str:
        """Return the colour that `slot` stands for."""
        if slot == "none":
            return "none"
        owner = self.tones[tone] if slot in TONE_SLOTS else self
        return str(getattr(owner, slot.replace("-", "_")))

    def paint(self, role: str, usual: Paint, tone: Tone | None = None) -> Paint:
        """How a rectangle, a line or an icon is painted; `usual` is how, where the theme says nothing of its role and tone."""
        found = self.paints.get(role, usual)
        outline = self.outlines.get(tone) if tone and role in OUTLINED else None
        return replace(found, stroke_width=outline.width, dashes=outline.dashes) if outline else found


RECTS: Mapping[RectRole, Paint] = {
    "box": Paint("card", "stroke", 1.5),
    "frame": Paint("tint", "rim", 1),
    "halo": Paint("ground"),
    "question": Paint("card", "stroke", 1.5),
    "answer": Paint("tint", "stroke", 1.5),
    "activation": Paint("tint", "stroke", 1.2),
    "badge": Paint("stroke"),
    "tile": Paint("tint", "rim", 1),
    "slip": Paint("card", "rule", 1),
    "strip": Paint("tint"),
    "bar": Paint("stroke"),
    "ring": Paint("none", "stroke", 2),
    "pin": Paint("card", "stroke", 2),
    "closed": Paint("tint", "stroke", 2.5),
    "outside": Paint("ground", "rule", 1.2, "3 3"),
}
LINES: Mapping[LineRole, Paint] = {
    "arrow": Paint(stroke="stroke", stroke_width=1.5),
    "lifeline": Paint(stroke="rule", stroke_width=1.2, dashes="2 4"),
    "rule": Paint(stroke="rule", stroke_width=1),
    "plot": Paint(stroke="stroke", stroke_width=2),
    "band": Paint(stroke="stroke", stroke_width=8),
}
TEXTS: Mapping[TextRole, Paint] = {
    "title": Paint("ink"),
    "subtitle": Paint("muted"),
    "label": Paint("text"),
    "frame-title": Paint("text"),
    "step": Paint("text"),
    "legend": Paint("muted"),
    "badge": Paint("on-badge"),
    "headline": Paint("ink"),
    "opening": Paint("muted"),
    "body": Paint("ink"),
    "strong": Paint("text"),
    "value": Paint("text"),
    "outside": Paint("muted"),
    "verbatim": Paint("ink"),
}
ICON = Paint(stroke="stroke", stroke_width=1.75)
FILLED = Paint("stroke", "stroke", 1.5)
POINTED_AT = Paint("none", "ink", 2)

LIGHT = Theme(
    ground="#ffffff",
    card="#ffffff",
    ink="#17203a",
    muted="#5a667f",
    rule="#a3afc2",
    on_badge="#ffffff",
    tones={
        "neutral": Shades("#56637e", "#f6f8fb", "#ccd5e1", "#3f4b66"),
        "client": Shades("#6a70b0", "#f4f5fd", "#cdd0ee", "#50569a"),
        "edge": Shades("#0b857c", "#edf8f7", "#a8dcd6", "#08665f"),
        "compute": Shades("#2f6fb7", "#eff6fd", "#b6d3f0", "#22558f"),
        "data": Shades("#a12f56", "#fdf1f5", "#efc0cf", "#8a2347"),
        "messaging": Shades("#b05a23", "#fef6ee", "#f0d0b3", "#8a4416"),
        "external": Shades("#77618f", "#f8f5fb", "#d9cde6", "#614b7a"),
        "good": Shades("#1c7f47", "#eef9f2", "#aedfc1", "#14653a"),
        "bad": Shades("#c1362d", "#fef2f1", "#f3bfbb", "#a0261f"),
    },
)
DARK = Theme(
    ground="#10151d",
    card="#1a212d",
    ink="#eaeff7",
    muted="#a4b0c3",
    rule="#566276",
    on_badge="#10151d",
    tones={
        "neutral": Shades("#93a1b8", "#171d27", "#323d4e", "#c3cddc"),
        "client": Shades("#9da4e6", "#181b2b", "#363c69", "#bcc1f2"),
        "edge": Shades("#46bfb2", "#121f1f", "#20514c", "#7fd8cd"),
        "compute": Shades("#6badf0", "#131e2b", "#27486b", "#9cc9f7"),
        "data": Shades("#e87fa3", "#23171e", "#623043", "#f3a9c2"),
        "messaging": Shades("#e69a63", "#231b16", "#614128", "#f1b98f"),
        "external": Shades("#b49fd0", "#1f1a29", "#4c4061", "#cebde4"),
        "good": Shades("#58c488", "#131f1a", "#27533b", "#8bdaae"),
        "bad": Shades("#f0847b", "#261918", "#673330", "#f7aea8"),
    },
)
