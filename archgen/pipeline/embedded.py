"""Embedded figures: one figure of a file, for a page that somebody else writes, and all files that it depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.errors import UsageError
from archgen.loading.drafts import Drafts
from archgen.loading.watched import Watched
from archgen.pipeline.means import ORDINARY, Means
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.model.drawing import Drawn
    from archgen.model.picture import Picture


@dataclass(frozen=True)
class Wanted:
    """A figure that a page asks for: of a file, `view` by its name or title, or what `focus`, `depth` and `only` choose.

    With `one`, all components are in one figure, however large that is. `theme` is a name or a file, None for what the nearest
    configuration says. `alt` stands in for what archgen says of the figure to those who do not see it.
    """

    spec: str
    view: str = ""
    focus: str | None = None
    depth: int = 1
    only: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    one: bool = False
    theme: str | None = None
    alt: str = ""


@dataclass(frozen=True)
class Embedded:
    """A figure as SVG, and in the forms that show no SVG where these were asked for; `files` are what it was read from.

    `told` says whether its title is what the page says of it.
    """

    name: str
    title: str
    description: str
    told: bool
    svg: str
    files: tuple[str, ...]
    others: "Mapping[str, bytes]"
    width: float
    height: float


def embedded(
    wanted: Wanted,
    *,
    execute: bool = True,
    means: Means = ORDINARY,
    forms: Sequence[str] = (),
    typeface: bool = False,
    worn: bool = False,
) -> Embedded:
    """Draw it. Raises an ArchgenError that says what is wrong with the file, or that it has no such figure.

    `forms` are further ones: png or pdf. With `typeface`, the SVG brings its own, and needs nothing beside it.
    With `worn`, a figure that names no theme wears that of `means`.
    """
    from archgen.pipeline.drawing import paint
    from archgen.pipeline.theming import theme, theme_file
    from archgen.svg.render import render

    files = Watched(wanted.spec)
    folder = Path(wanted.spec).parent
    file = theme_file(wanted.theme, folder)
    if file:
        files.remember(str(file))
    by = means if worn and not wanted.theme else replace(means, scheme=theme(wanted.theme, folder))
    drawn, picture = _drawn(wanted, by, files, execute=execute)
    told = replace(picture, title=wanted.alt) if wanted.alt else picture
    svg = render(told, scheme=by.scheme, embed_typeface=typeface)
    others = {form: paint(told, form, by.scheme) for form in forms}
    kept = tuple(sorted(path for path in files if Path(path).is_file()))
    return Embedded(drawn.name, told.title, told.description, bool(wanted.alt), svg, kept, others, picture.width, picture.height)


def files_of(wanted: Wanted) -> Sequence[str]:
    """What a figure is read from as far as that is known where it cannot be read."""
    return [path for path in Watched(wanted.spec) if Path(path).is_file()]


def alt_of(figure: Embedded) -> str:
    """What an image says to those who do not see it: what it shows, and how much. The file itself tells the rest."""
    first = f"{figure.description.partition('. ')[0].rstrip('.')}."
    return figure.title if first.rstrip(".") in figure.title or figure.told else f"{figure.title}. {first}"


def _drawn(wanted: Wanted, means: Means, files: Drafts, *, execute: bool) -> "tuple[Drawn, Picture]":
    from archgen.dividing.selecting import asked
    from archgen.pipeline.drawing import subject
    from archgen.pipeline.layouts import layouts_beside
    from archgen.pipeline.rendering import chosen
    from archgen.pipeline.viewing import Views

    only = asked(wanted.only, wanted.focus, wanted.depth)
    if only and wanted.view:
        raise UsageError("a view and a focus do not go together: leave one of them out")
    of = subject(wanted.spec, execute=execute, open=wanted.open, drafts=files)
    layouts = layouts_beside(wanted.spec, getattr(of, "name", ""), files)
    views = Views(means, one=wanted.one, only=only, layouts=layouts)
    known = list(views.of(of))
    if not known:
        raise UsageError(f"{wanted.spec} has no components: there is nothing to draw")
    drawn = chosen(known, None if only else wanted.view or None)
    return drawn, views.picture(drawn)
