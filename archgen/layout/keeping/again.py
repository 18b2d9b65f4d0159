"""A drawing that is arranged as it was kept, or anew where too little of it is known, then as hints ask for."""

from collections.abc import Callable
from dataclasses import replace

from archgen.layout.keeping.drawn_again import draw_again
from archgen.layout.keeping.hints import unmet
from archgen.layout.keeping.standing import kept
from archgen.layout.laid import Layered
from archgen.layout.ranks import names
from archgen.model.drawing import Drawing
from archgen.model.kept import Hint, Kept

LEAST_KNOWN = 0.4  # of all parts; with fewer of them there is not much to keep


def arranged_again(
    drawing: Drawing, before: Kept, anew: Callable[[Drawing], Layered], note: Callable[[str], None] | None
) -> Layered:
    """As it stood before, or by `anew`. `note` is told which hints it does not follow, and that little is known."""
    parts = set(names(drawing))
    known = parts & {stand.part for row in before.rows for stand in row}
    hints = tuple(hint for hint in before.hints if _concerns(hint, parts))
    if len(known) < LEAST_KNOWN * len(parts) or not known:
        if known and note:
            said = f"is arranged anew, as the layout file has places for {len(known)} of its {len(parts)} parts"
            note(f'"{drawing.title}" {said}; "archgen layout" writes those of all')
        first = anew(replace(drawing, kept=None))
        if not hints:
            return first
        before = replace(kept(drawing, first.anatomies, first.placement), hints=hints)
    anatomies, drawn = draw_again(drawing, replace(before, hints=hints))
    made = Layered(anatomies, drawn.placement, drawn.routes, drawn.spots)
    areas = {name: made.placement.boxes.get(name) or made.placement.frames[name] for name in names(drawing)}
    titles = {box.id: box.title for box in drawing.boxes}
    if note:
        for each in unmet(hints, areas, titles):
            note(f'"{drawing.title}": {each}')
    return made


def _concerns(hint: Hint, parts: set[str]) -> bool:
    return hint.part in parts and (hint.wish == "row" or (hint.other in parts and hint.other != hint.part))
