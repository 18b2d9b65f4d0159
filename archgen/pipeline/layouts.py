"""Layout files: beside a design, how its figures are to be arranged."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.errors import ConfigurationError, Fault, Position, SpecError, nearest, suggestion
from archgen.loading.drafts import NO_DRAFTS, Drafts, text_of
from archgen.model.architecture import Architecture
from archgen.model.drawing import Drawing, Drawn
from archgen.model.kept import Kept
from archgen.model.spec import STDIN
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.layout.keeping.layout_file import FigureLayout, Layouts

LAYOUT = "archgen.layout.yaml"
NOTHING = "{}"


@dataclass(frozen=True)
class DesignLayouts:
    """The layouts of the figures of one design, by their names; `other` is the one design that the file knows instead, whose
    layouts speak of `others_parts`.
    """

    figures: "Mapping[str, FigureLayout]" = field(default_factory=dict)
    other: str = ""
    path: str = ""
    others_parts: Collection[str] = ()

    def on(self, drawing: Drawing) -> Drawing:
        """The drawing, to be arranged as the file says; parts may be called by their ids or their names."""
        found = self.figures.get(drawing.name)
        if found is None:
            return drawing
        ids = {**{box.title: box.id for box in drawing.boxes}, **{box.id: box.id for box in drawing.boxes}}
        return replace(drawing, kept=_with_ids(found.kept, ids))

    def strange(self, architecture: Architecture, drawn: Iterable[Drawn]) -> "Iterator[Strange]":
        """What the file says of figures, and of parts, that there are not."""
        shown = {each.name: each for each in drawn}
        ids = {architecture.id(part) for part in architecture.all_components}
        said = f'"{architecture.name}" has no'
        if self.other and self._is_renamed(architecture, ids):
            yield Strange("", "", f'{self.path} has a layout for "{self.other}" alone, and this is "{architecture.name}"')
        for name, layout in self.figures.items():
            if name not in shown:
                yield Strange(name, "", f'{layout.place}: {said} figure "{name}"{suggestion(name, shown)}')
                continue
            if not _has_rows(shown[name]):
                yield Strange(name, "", f'{layout.place}: "{name}" has no rows from the top to the bottom, so it takes no layout')
                continue
            known = {*ids, *(part.name for part in architecture.all_components), *_parts(shown[name])}
            for part, place in layout.places.items():
                if part not in known:
                    yield Strange(name, part, f'{place}: {said} component "{part}"{suggestion(part, ids)}')

    def _is_renamed(self, architecture: Architecture, ids: Collection[str]) -> bool:
        """Whether the other design is this one under another name, not one beside it: by its name, or half of its parts."""
        known = {*ids, *(part.name for part in architecture.all_components)}
        shared = sum(part in known for part in self.others_parts)
        return bool(nearest(self.other, [architecture.name]) or (shared and 2 * shared >= len(self.others_parts)))


@dataclass(frozen=True)
class Strange:
    """A figure that there is not, or a part of one, which has no name otherwise; and that in a sentence."""

    figure: str
    part: str
    said: str


NO_LAYOUTS = DesignLayouts()


def layout_path(path: str) -> Path | None:
    """Where the layout file of a design is; None for a design that is in no file."""
    return Path(path).parent / LAYOUT if path and path != STDIN else None


def layouts_beside(path: str, name: str, drafts: Drafts = NO_DRAFTS) -> DesignLayouts:
    """The layouts of the design of that path and that name. Raises ConfigurationError for a layout file that is wrong."""
    place = layout_path(path)
    if place is None or not place.is_file():
        return NO_LAYOUTS
    found = read_layouts(text_of(place.as_posix(), drafts), place.as_posix())
    other = next(iter(found), "") if len(found) == 1 and name not in found else ""
    parts = {part for layout in found[other].values() for part in layout.places} if other else ()
    return DesignLayouts(found.get(name, {}), other, place.as_posix(), parts)


def read_layouts(text: str, path: str) -> "Layouts":
    """What a layout file says. Raises ConfigurationError with all that is wrong with it."""
    from archgen.importers.yaml_text.nodes import parse
    from archgen.layout.keeping.layout_file import contradictions, layouts
    from archgen.model.positioned import Reading

    reading = Reading()
    try:
        found = layouts(parse(text if _says_something(text) else NOTHING, path, reading), reading)
        reading.add(fault for figures in found.values() for figure in figures.values() for fault in contradictions(figure))
    except SpecError as problem:
        raise ConfigurationError(problem.faults) from problem
    if reading.faults:
        raise ConfigurationError(sorted(reading.faults, key=_order))
    return found


def _says_something(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _order(fault: Fault) -> tuple[int, int]:
    place = fault.position or Position("")
    return place.line or 0, place.column or 0


def _has_rows(drawn: Drawn) -> bool:
    return isinstance(drawn, Drawing) and drawn.direction == "down"


def _parts(drawn: Drawn) -> set[str]:
    return {said for box in drawn.boxes for said in (box.id, box.title)} if isinstance(drawn, Drawing) else set()


def _with_ids(kept: Kept, ids: Mapping[str, str]) -> Kept:
    rows = tuple(tuple(replace(stand, part=ids.get(stand.part, stand.part)) for stand in row) for row in kept.rows)
    hints = tuple(
        replace(
            hint, part=ids.get(hint.part, hint.part), other=hint.other if hint.wish == "row" else ids.get(hint.other, hint.other)
        )
        for hint in kept.hints
    )
    return replace(kept, rows=rows, hints=hints)
