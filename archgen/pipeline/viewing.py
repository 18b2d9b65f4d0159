"""Views: the figures of a subject, each with its picture, none larger than can be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.dsl.naming import slug
from archgen.model.architecture import Architecture
from archgen.model.drawing import Drawing, Drawn
from archgen.model.picture import Link, Picture
from archgen.pipeline.complete import check_divided, check_drawn
from archgen.pipeline.drawing import drawings
from archgen.pipeline.layouts import NO_LAYOUTS, DesignLayouts
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.placing import Placed, PlacedAhead, Step, placed
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.dividing.grouping import Manner
    from archgen.dividing.selecting import Selection

D = TypeVar("D", Drawing, Drawn)
Annotate = Callable[[Drawing], Drawing]
# Type of 12 pixels is read at 9 in a column of 728 where a figure is no wider; a much taller one is not seen as one.
READABLE_WIDTH, READABLE_HEIGHT = 970.0, 1536.0  # eight to five at the width of a page
LEAST_TYPE, TYPE, COLUMN = 9, 12, 728


def fits(picture: Picture) -> bool:
    """Whether a figure can be read in a column of 728 pixels, without much scrolling."""
    return picture.width <= READABLE_WIDTH and picture.height <= READABLE_HEIGHT


def type_size(picture: Picture) -> float:
    """How large type of 12 pixels is read in a column of 728."""
    return TYPE * min(1.0, COLUMN / picture.width)


def unchanged(drawing: Drawing) -> Drawing:
    """The drawing as it is."""
    return drawing


@dataclass
class Views:
    """Draws views, each drawing placed once.

    `manner` is by what parts are put together where they are too many; with `one` they are one figure all the same. `only` is
    what is shown instead of the whole. `annotate` adds to what cards say. `layouts` is how figures are to be arranged, where the
    design is put together as ever. `pictures` are without what leads to them, `headed` those with it: it changes more often.
    """

    means: Means = ORDINARY
    manner: "Manner | None" = None
    one: bool = False
    only: "Selection | None" = None
    annotate: Annotate = unchanged
    step: Step = lambda _: None
    layouts: DesignLayouts = NO_LAYOUTS
    pictures: dict[Drawn, Picture] = field(default_factory=dict)
    headed: dict[Drawn, tuple[Picture, Picture]] = field(default_factory=dict, repr=False)

    def of(self, subject: object) -> Iterator[Drawn]:
        """The figures of a subject, those that are too large as several; then the views that its author asked for."""
        drawn = []
        for each in self._of(subject):
            drawn.append(each)
            yield each
        if isinstance(subject, Architecture) and self.only is None and self.manner is None and not self.one:
            for strange in self.layouts.strange(subject, drawn):
                self.means.note(strange.said)

    def figures(self, architecture: Architecture) -> Iterator[Drawn]:
        """The figures of a design, whatever its layout file says that there is none of."""
        return self._of(architecture)

    def _of(self, subject: object) -> Iterator[Drawn]:
        for drawn in drawings(subject):
            if not isinstance(drawn, Drawing) or not drawn.divisible:
                if self.only is None:
                    yield self._arranged(drawn) if isinstance(subject, Architecture) else drawn
            elif isinstance(subject, Architecture):
                check_drawn(subject, drawn)
                yield from self._of_architecture(subject, self.annotate(drawn))
            else:
                yield from self.divided(drawn)

    def _of_architecture(self, architecture: Architecture, whole: Drawing) -> Iterator[Drawn]:
        from archgen.dividing.selecting import selected

        if self.only is not None:
            yield from self.divided(selected(whole, self.only))
            return
        yield from self.divided(whole)
        for selection in _asked_for(architecture):
            yield from replace(self, manner=None).divided(selected(whole, selection))

    def divided(self, drawing: Drawing) -> Sequence[Drawing]:
        """The drawing, or the figures that it is divided into. Raises EngineError where something would be in none of them."""
        if self.one:
            return [self._arranged(drawing)]
        from archgen.dividing.divide import divide

        with PlacedAhead(self.means) as ahead:
            figures = divide(drawing, partial(self._fit, ahead), self.manner)
        check_divided(drawing, figures)
        return [self._arranged(figure) for figure in figures]

    def _fit(self, ahead: PlacedAhead, figures: Sequence[Drawing]) -> Sequence[bool]:
        """Whether each figure can be read, once it is drawn; one that can is not drawn again."""
        arranged = [self._arranged(figure) for figure in figures]
        trials = [replace(_without_trail(figure), trial=True) for figure in arranged]
        for trial, found in ahead.placed([trial for trial in trials if self._known(trial) is None], self.step):
            self._keep(trial, found)
        answers = []
        for figure, trial in zip(arranged, trials, strict=True):
            picture = self._placed(trial)
            answers.append(fits(self._below_trail(figure, picture)))
            if answers[-1]:
                self.pictures[_without_trail(figure)] = picture
        return answers

    def _arranged(self, drawn: D) -> D:
        """A figure, to be arranged as the design's layout file says."""
        return self.layouts.on(drawn) if isinstance(drawn, Drawing) and self.manner is None else drawn

    def picture(self, drawn: Drawn) -> Picture:
        """What is drawn at its place. Raises EngineError where something of it would be lost."""
        return self._below_trail(drawn, self._placed(_without_trail(drawn)))

    def _placed(self, drawn: Drawn) -> Picture:
        known = self._known(drawn)
        if known is None:
            self.step(f"drawing {drawn.title}")
            known = self._keep(drawn, placed(drawn, self.means))
        return known

    def _below_trail(self, drawn: Drawn, picture: Picture) -> Picture:
        """The picture with what leads to it set above, which is done once."""
        if not isinstance(drawn, Drawing) or not drawn.trail:
            return picture
        bare, whole = self.headed.get(drawn, (None, picture))
        if bare is not picture:
            from archgen.layout.trail import headed

            whole = headed(drawn, picture)
            self.headed[drawn] = picture, whole
        return whole

    def _known(self, drawn: Drawn) -> Picture | None:
        """The picture of what was drawn before, now or by a former build; None where it was not."""
        known = relinked(self.pictures.get(drawn), drawn)
        if known is None and self.means.pictures:
            known = relinked(self.means.pictures.found(drawn), drawn)
            if known:
                self.pictures[drawn] = known
        return known

    def _keep(self, drawn: Drawn, found: Placed) -> Picture:
        """A picture that there is something to say of is not kept for later builds: it would be said but once."""
        for note in found.notes:
            self.means.note(note)
        if self.means.pictures and not found.notes:
            self.means.pictures.keep(drawn, found.picture)
        self.pictures[drawn] = found.picture
        return found.picture


def relinked(picture: Picture | None, drawn: Drawn) -> Picture | None:
    """The picture with the links of the drawing, which may be another than it was placed for that differs in nothing else.

    None where it leads on from other boxes: one leads somewhere now that led nowhere, or the picture is by another archgen.
    """
    if picture is None or not isinstance(drawn, Drawing):
        return picture
    targets = [(box.title, box.to) for box in drawn.boxes if box.to]
    links = [shape for shape in picture.shapes if isinstance(shape, Link)]
    if [link.title for link in links] != [title for title, _ in targets]:
        return None
    if [link.to for link in links] == [to for _, to in targets]:
        return picture
    wanted = iter(to for _, to in targets)
    shapes = (replace(shape, to=next(wanted)) if isinstance(shape, Link) else shape for shape in picture.shapes)
    return replace(picture, shapes=tuple(shapes))


def _without_trail(drawn: D) -> D:
    """What stands below the trail, wherever the figure is found."""
    return replace(drawn, trail=()) if isinstance(drawn, Drawing) and drawn.trail else drawn


def _asked_for(architecture: Architecture) -> "Iterator[Selection]":
    """The views of the design's author."""
    from archgen.dividing.selecting import Selection

    for view in architecture.design.views:
        name = f"view-{slug(view.name).replace('_', '-')}"
        only = tuple(_id(architecture, part) for part in view.only)
        focus = _id(architecture, view.focus) if view.focus else None
        yield Selection(name, view.name, only, focus, view.depth or 1, view.summary or "")


def _id(architecture: Architecture, part: Component | Group) -> str:
    return f"group:{architecture.id(part)}" if isinstance(part, Group) else architecture.id(part)
