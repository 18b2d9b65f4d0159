"""How a shape is told its colours: by classes that a style sheet fills in, or by attributes for rasterisers."""

from collections.abc import Mapping
from typing import Protocol

from archgen.dsl.appearance import Tone
from archgen.model.picture import TYPEFACES, LineStyle, TextRole
from archgen.svg.strokes import STROKES, class_of
from archgen.svg.theme import TONE_SLOTS, Paint, Theme

Attributes = Mapping[str, str]


class Painter(Protocol):
    """Gives a shape the attributes of its role and tone."""

    def shape(self, role: str, paint: Paint, tone: Tone, *, line: LineStyle = "solid") -> Attributes:
        """Return the attributes of a rectangle, a line or an icon."""

    def text(self, role: TextRole, paint: Paint, tone: Tone) -> Attributes:
        """Return the attributes of a text."""


class Classes:
    """Paints by classes, for the figure's own style sheet."""

    def shape(self, role: str, paint: Paint, tone: Tone, *, line: LineStyle = "solid") -> Attributes:
        """Return the classes of the role, of the tone where it matters, and of a broken line."""
        toned = paint.fill in TONE_SLOTS or paint.stroke in TONE_SLOTS
        return {"class": " ".join([role, *([tone] if toned else []), *([class_of(line)] if line != "solid" else [])])}

    def text(self, role: TextRole, paint: Paint, tone: Tone) -> Attributes:
        """Return the classes of the role and, where it matters, of the tone."""
        return self.shape(role, paint, tone)


class Colours:
    """Paints by plain attributes, with every colour of one theme resolved."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def shape(self, role: str, paint: Paint, tone: Tone, *, line: LineStyle = "solid") -> Attributes:
        """Return fill, stroke and dashes."""
        paint = self.theme.paint(role, paint, tone)
        attributes = {"fill": self.theme.colour(paint.fill, tone)}
        if paint.stroke != "none":
            attributes["stroke"] = self.theme.colour(paint.stroke, tone)
            attributes["stroke-width"] = f"{STROKES[line].width or paint.stroke_width:g}"
            attributes["stroke-linecap"] = attributes["stroke-linejoin"] = "round"
        if dashes := paint.dashes or STROKES[line].dashes:
            attributes["stroke-dasharray"] = dashes
        return attributes

    def text(self, role: TextRole, paint: Paint, tone: Tone) -> Attributes:
        """Return the colour and the typeface."""
        face = TYPEFACES[role]
        return {
            "fill": self.theme.colour(paint.fill, tone),
            "font-family": face.family,
            "font-size": f"{face.size:g}",
            "font-weight": str(face.weight),
        }
