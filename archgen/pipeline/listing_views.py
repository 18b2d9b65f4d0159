"""The views of a design as a list: what each shows, and whether it can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.model.architecture import Architecture
from archgen.model.drawing import Drawing
from archgen.pipeline.rendering import view_name
from archgen.pipeline.viewing import LEAST_TYPE, Views, fits, type_size


@dataclass(frozen=True)
class Seen:
    """A view. Components are those that it shows in full, `closed` groups stand for others; connections are those that it shows
    one by one. `type` is in pixels.
    """

    name: str
    title: str
    components: int
    closed: int
    connections: int
    width: float
    height: float
    type: float
    fits: bool

    @property
    def verdict(self) -> str:
        """Whether it can be read, in a few words."""
        if self.fits:
            return "fits"
        if self.type < LEAST_TYPE:
            return f"too wide: type of {self.type:g} px"
        return f"too high: {self.height:,.0f} px"


def seen(architecture: Architecture, views: Views) -> Iterator[Seen]:
    """Every view of the components of a design."""
    for drawn in views.of(architecture):
        if isinstance(drawn, Drawing) and drawn.divisible:
            picture = views.picture(drawn)
            components, closed = (sum(box.shape == shape for box in drawn.boxes) for shape in ("card", "closed"))
            connections = sum(bool(arrow.of) for arrow in drawn.arrows)
            size = (picture.width, picture.height, round(type_size(picture), 1))
            yield Seen(drawn.name, view_name(drawn), components, closed, connections, *size, fits(picture))
