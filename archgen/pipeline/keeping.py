"""Layout files, written: where the parts of a design's figures stand, beside what its author asks for."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archgen.errors import ConfigurationError, Fault, Position, UsageError
from archgen.loading.text_file import read_text
from archgen.model.architecture import Architecture
from archgen.model.drawing import Drawing, Drawn
from archgen.model.kept import Kept
from archgen.pipeline.layouts import NOTHING, DesignLayouts, layout_path, read_layouts
from archgen.pipeline.means import ORDINARY, Means

ROUNDS = 4  # until a figure is drawn again as it stands


@dataclass(frozen=True)
class Keeping:
    """A layout file as it is and as it is to be: of so many figures, and what is dropped from it, each in a sentence."""

    path: Path
    before: str
    after: str
    figures: int
    dropped: tuple[str, ...] = ()


def keeping(
    architecture: Architecture, path: str, drawn: Iterable[Drawn], means: Means = ORDINARY, *, forget: bool = False
) -> Keeping:
    """The layout file of a design with the places of its figures, or without them where these are to be forgotten.

    Raises ConfigurationError for a layout file that is wrong, UsageError for a design that is in no file.
    """
    from archgen.formatting.kept_layouts import with_places

    place = layout_path(path)
    if place is None:
        raise UsageError("a layout file lies beside its design; give a file, or the name of one by --stdin-filename")
    before = read_text(place.as_posix()) if place.exists() else ""
    layouts = DesignLayouts(read_layouts(before, place.as_posix()).get(architecture.name, {}))
    every = list(drawn)
    known = [each for each in every if isinstance(each, Drawing) and each.direction == "down"]
    figures = {} if forget else {each.name: _said(each, means) for each in known}
    strange = tuple(layouts.strange(architecture, every))
    texts = {each.name: figures.get(each.name, NOTHING) for each in known}
    after = before
    if before or figures:
        after = with_places(before, architecture.name, texts, {one.part for one in strange if one.part}, _plain)
        _check(before, after, architecture.name, place.as_posix())
    return Keeping(place, before, after, len(figures), tuple(one.said for one in strange))


def _said(drawing: Drawing, means: Means) -> str:
    """Where the parts of a figure stand, as YAML; nothing for one that has no rows."""
    kept = _standing(drawing, means)
    for _ in range(ROUNDS if kept else 0):
        again = _standing(replace(drawing, kept=kept), means)
        if again == kept:
            break
        kept = again
    return "\n".join(_lines(kept)) + "\n" if kept else ""


def _standing(drawing: Drawing, means: Means) -> Kept | None:
    from archgen.layout.place import standing

    return standing(drawing, dot=means.dot, engine=means.engine, time_limit=means.time_limit)


def _lines(kept: Kept) -> Iterator[str]:
    if kept.narrow:
        yield "narrow: true"
    yield "rows:"
    for row in kept.rows:
        yield f"  - {{{', '.join(f'{json.dumps(stand.part, ensure_ascii=False)}: {stand.at}' for stand in row)}}}"
    if kept.drops:
        yield f"spacing: [{', '.join(map(str, kept.drops))}]"


def _check(before: str, after: str, design: str, path: str) -> None:
    """That nothing is lost: what other designs have, and every comment."""
    from archgen.formatting.yaml_layout import comments

    old, new = read_layouts(before, path), read_layouts(after, path)
    others = {
        name: {figure: layout.kept for figure, layout in figures.items()} for name, figures in old.items() if name != design
    }
    same = all(
        {figure: layout.kept for figure, layout in new.get(name, {}).items()} == figures for name, figures in others.items()
    )
    lost = set(comments(before)) - set(comments(after)) if old else set()
    if lost or not same:
        message = "written anew, this would lose something, so it is left as it is; please report it, with the file"
        raise ConfigurationError([Fault(message, Position(path))])


def _plain(text: str) -> object:
    from archgen.importers.yaml_text.nodes import parse
    from archgen.model.positioned import Reading

    return parse(text, "", Reading()).plain()
