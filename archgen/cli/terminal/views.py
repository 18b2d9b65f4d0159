"""Options of commands that draw views: what of a design is shown, how it is put together, and what its cards say."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from archgen.dividing.selecting import Selection
    from archgen.loading.drafts import Drafts
    from archgen.model.drawing import Drawing
    from archgen.pipeline.means import Means
    from archgen.pipeline.viewing import Views

MANNERS = ("group", "kind", "owner", "tier", "community")
MOST_DEPTH = 1000


def takes_grouping(parser: ArgumentParser) -> None:
    """By what parts are put together where one figure cannot show them all."""
    manner = (
        "draw an overview and a figure for each group, kind, owner, tier or community (default: where one figure would be too "
        "large, by the groups that the design has, else by communities of what is connected most)"
    )
    parser.add_argument("--group-by", choices=MANNERS, metavar="MANNER", help=manner)


def takes_views(parser: ArgumentParser) -> None:
    """What is shown, and what cards say."""
    takes_grouping(parser)
    parser.add_argument("--one", action="store_true", help="draw all components in one figure, however large that is")
    focus = "show this component or group, and what is connected with it"
    parser.add_argument("--focus", metavar="COMPONENT", help=focus)
    parser.add_argument(
        "--depth", metavar="N", type=_depth, default=1, help="how many connections away from the focus (default: 1)"
    )
    only = "show these alone, with what passes between them: components and groups by id or name, or kinds; with commas between"
    parser.add_argument("--only", metavar="NAME", action="append", default=[], help=only)
    parser.add_argument("--findings", action="store_true", help="show on each card how many findings speak of it")
    parser.add_argument(
        "--show", choices=("load",), help="show on each card what arrives in a second, and how full that makes it"
    )


def views(
    options: Namespace,
    subject: object,
    spec: str,
    by: "Means",
    step: "Callable[[str], None]",
    drafts: "Drafts | None" = None,
) -> "Views":
    """The views that options ask for. Raises UsageError for what does not go together."""
    from archgen.errors import UsageError
    from archgen.pipeline.layouts import layouts_beside
    from archgen.pipeline.viewing import Views

    if options.one and options.group_by:
        raise UsageError("--one draws all in one figure, and --group-by in several; leave one of them out")
    annotate = _annotate(options, subject, spec)
    layouts = layouts_beside(spec, getattr(subject, "name", ""), drafts or {})
    return Views(by, options.group_by, options.one, _selection(options), annotate, step, layouts)


def _selection(options: Namespace) -> "Selection | None":
    from archgen.dividing.selecting import asked

    only = tuple(name.strip() for text in options.only for name in text.split(",") if name.strip())
    return asked(only, options.focus, options.depth)


def _annotate(options: Namespace, subject: object, spec: str) -> "Callable[[Drawing], Drawing]":
    from archgen.model.architecture import Architecture

    def annotate(drawing: "Drawing") -> "Drawing":
        if not isinstance(subject, Architecture) or not (options.findings or options.show):
            return drawing
        from archgen.model.spec import Spec
        from archgen.pipeline.annotating import with_findings, with_load
        from archgen.pipeline.judging import estimate, lint
        from archgen.pipeline.reading import Read

        design = Read(Spec(subject.design, spec), subject, not options.no_exec)
        numbers = estimate(design)
        drawing = with_load(drawing, numbers) if options.show else drawing
        return with_findings(drawing, lint(design, numbers)) if options.findings else drawing

    return annotate


def _depth(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_DEPTH:
        raise ArgumentTypeError(f'"{text}" is no number of connections, such as 1 or 2')
    return int(text)
