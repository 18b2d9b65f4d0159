"""Choose the arrangement that a drawing asks for, and place it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import combinations

from archgen.errors import EngineError
from archgen.layout.anatomy import Anatomy
from archgen.layout.aside import beside_the_rest
from archgen.layout.bundling.bundled import bundled
from archgen.layout.engines import TIME_LIMIT, EngineName, placer, simple
from archgen.layout.laid import Layered
from archgen.layout.layered_picture import paint
from archgen.layout.references import check
from archgen.layout.score import ASTRIDE, MARGINS, RATHER_NONE
from archgen.layout.streets.choice import LARGE, choose, judge, unshapeliness
from archgen.layout.streets.drawn_out import Outcome
from archgen.model.drawing import Drawing, Drawn, Panels
from archgen.model.kept import Kept
from archgen.model.picture import MAX_WIDTH, Picture

Note = Callable[[str], None]
Way = Callable[[Drawing], tuple[Mapping[str, Anatomy], Outcome]]
MANY = 14  # arrows; with more of them lines run in the streets between rows, and no engine is asked that nobody named
FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
BROADEST, HIGHEST = 980.0, 1540.0  # pixels: no figure that a trial is drawn of fits a page with more
FEW = 60  # arrows of a drawing that may be arranged several times
LOOSELY = (1, 2)  # steps of room that the simple layout adds where labels found none


def place(
    drawn: Drawn,
    *,
    dot: str | None = None,
    engine: EngineName | None = None,
    time_limit: float = TIME_LIMIT,
    note: Note | None = None,
) -> Picture:
    """Place every shape of `drawn`.

    Many arrows run in streets between rows; for few, or where an engine is named, an engine places the boxes:
    `dot` is the system's Graphviz. Without an `engine`, it, or what ARCHGEN_DOT names, places boxes, else the embedded one. Where
    that fails, or takes longer than `time_limit` seconds, the simple layout does, and `note` is told.
    Raises `EngineError` when there is no such program, or the drawing names parts that there are not.
    """
    if isinstance(drawn, Drawing):
        check(drawn)
        made = _arranged(drawn, partial(_anew, dot=dot, engine=engine, time_limit=time_limit, note=note), note)
        return paint(drawn, made if drawn.trial and _is_beyond_a_page(made) else _bundled(drawn, made, note))
    if isinstance(drawn, Panels):
        from archgen.layout.panels.compose import compose

        return compose(drawn, partial(place, dot=dot, engine=engine, time_limit=time_limit, note=note))
    from archgen.layout.lifelines import place_sequence

    return place_sequence(drawn)


def _is_beyond_a_page(made: Layered) -> bool:
    """Whether boxes and frames alone are larger than any figure that fits one, however its lines run."""
    extent = made.placement.extent
    return extent.width + MARGINS > BROADEST or extent.height + MARGINS > HIGHEST


def _bundled(drawing: Drawing, made: Layered, note: Note | None) -> Layered:
    """With lines that share their way; should that fail, with each for itself, and `note` is told."""
    try:
        return bundled(drawing, made)
    except FAILURES as problem:
        if note:
            failure = f"lines could not be bundled ({type(problem).__name__}: {problem})"
            note(f'"{drawing.title}" has each line by itself, because {failure}; please report this')
        return made


def standing(
    drawing: Drawing, *, dot: str | None = None, engine: EngineName | None = None, time_limit: float = TIME_LIMIT
) -> Kept | None:
    """Where the parts of a drawing stand as `place` has them, with the hints that it has; None where it has no rows."""
    from archgen.layout.keeping.standing import kept

    check(drawing)
    if drawing.direction != "down":
        return None
    made = _arranged(drawing, partial(_anew, dot=dot, engine=engine, time_limit=time_limit, note=None), None)
    hints = drawing.kept.hints if drawing.kept else ()
    return replace(kept(drawing, made.anatomies, made.placement), hints=hints)


def _arranged(drawing: Drawing, anew: Callable[[Drawing], Layered], note: Note | None) -> Layered:
    aside = partial(beside_the_rest, arrange=anew)
    if drawing.kept is None or drawing.direction != "down":
        return aside(drawing)
    from archgen.layout.keeping.again import arranged_again

    return arranged_again(drawing, drawing.kept, aside, note)


def _anew(drawing: Drawing, dot: str | None, engine: EngineName | None, time_limit: float, note: Note | None) -> Layered:
    free = not (dot or engine or os.environ.get("ARCHGEN_DOT"))
    if free and (len(drawing.arrows) > MANY or (drawing.among > LARGE and drawing.direction == "down")):
        return in_streets(drawing, note)
    made = _by_engine(drawing, dot, engine, time_limit, note)
    if not free or drawing.direction != "down" or not any(_faults(made)):
        return made
    others = [in_streets(drawing, note)]
    if made.across_borders:
        others.append(_by_engine(drawing, dot, engine, time_limit, note, astride=RATHER_NONE))
    return min((made, *others), key=lambda each: (_faults(each), judge(drawing, _as_drawn(each))))


def _as_drawn(made: Layered) -> Outcome:
    return Outcome(made.placement, made.routes, made.spots, 0)


def _faults(made: Layered) -> tuple[int, float]:
    """How many labels and boxes lie across a border, or labels on another or on a box, and what speaks against the shape."""
    areas = [spot.area for spot in made.spots if spot is not None]
    covered = sum(one.overlaps(other) for one, other in combinations(areas, 2))
    covered += sum(area.overlaps(box) for area in areas for box in made.placement.boxes.values())
    return made.across_borders + made.intruding + covered, unshapeliness(made.extent)


def in_streets(drawing: Drawing, note: Note | None = None, way: Way = choose) -> Layered:
    """With lines that run in the streets between rows; should that `way` fail, by the simple layout, and `note` is told."""
    try:
        anatomies, drawn = way(drawing)
    except FAILURES as problem:
        if note:
            failure = f"lines found no way between rows ({type(problem).__name__}: {problem})"
            note(f'"{drawing.title}" is drawn by the built-in simple layout, because {failure}; please report this')
        return _simply(drawing)
    return Layered(anatomies, drawn.placement, drawn.routes, drawn.spots)


def _by_engine(
    drawing: Drawing,
    dot: str | None,
    engine: EngineName | None,
    time_limit: float,
    note: Note | None,
    astride: float = ASTRIDE,
) -> Layered:
    from archgen.layout.layered import arrange

    chosen = placer(engine, dot, time_limit)
    if chosen is simple:
        return _simply(drawing)
    try:
        return arrange(drawing, chosen, astride=astride)
    except EngineError as problem:
        if note:
            note(f'"{drawing.title}" is drawn by the built-in simple layout, because {problem}')
        return _simply(drawing)


def _simply(drawing: Drawing) -> Layered:
    """By the simple layout: of its ways, where there is time for them, the first one on a page, no label across a border."""
    from archgen.layout.layered import arrange
    from archgen.layout.plain_layers import SWEEPS

    made = [arrange(drawing, simple)]
    others = [(sweeps, 0) for sweeps in SWEEPS[1:]] + [(SWEEPS[0], loosely) for loosely in LOOSELY]
    for sweeps, loosely in others if len(drawing.arrows) <= FEW else ():
        if not any(_misfit(made[-1])):
            return made[-1]
        made.append(arrange(drawing, partial(simple, sweeps=sweeps), loosely))
    return min(made, key=_misfit)


def _misfit(made: Layered) -> tuple[int, float]:
    """How many labels lie across a border, and how far it is wider than a page."""
    return made.across_borders, max(0.0, made.extent.width + MARGINS - MAX_WIDTH)
