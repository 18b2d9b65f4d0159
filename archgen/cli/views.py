"""List the views of a design: each figure of its components, what it shows, and whether it can be read as one.

A design that one figure cannot show is drawn as an overview, with its groups closed, and a figure for each of them; the views
that it states itself come after these. Where it has no groups, components are put together that are connected most.

    archgen views examples/live_auction.py --open all
    archgen views examples/live_auction.py --group-by kind
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.aside import plainly
from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import given
from archgen.cli.terminal.options import as_json, takes_format, takes_open, takes_spec
from archgen.cli.terminal.views import takes_grouping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.pipeline.listing_views import Seen


def arguments(parser: ArgumentParser) -> None:
    """Take the design, and by what its parts are put together."""
    takes_spec(parser)
    takes_open(parser)
    takes_grouping(parser)
    takes_figures(parser)
    takes_format(parser)


def run(options: Namespace) -> None:
    """Print a line, or an object, a view."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.layouts import layouts_beside
    from archgen.pipeline.listing_views import seen
    from archgen.pipeline.reading import read
    from archgen.pipeline.viewing import Views

    spec, taken = given(options)
    design = read(spec, execute=not options.no_exec, open=options.open, drafts=taken.drafts if taken else {})
    with progress() as step:
        layouts = layouts_beside(spec, design.name)
        shown = Views(means(options, Path(spec).parent), options.group_by, step=step, layouts=layouts)
        found = list(seen(design.architecture, shown))
    if options.format == "json":
        print(as_json({"schema_version": 1, "design": design.name, "path": spec, "views": [_plain(one) for one in found]}))
    else:
        print(plainly(_table(found)))


def _plain(one: "Seen") -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title,
        "components": one.components,
        "closed_groups": one.closed,
        "connections": one.connections,
        "width": one.width,
        "height": one.height,
        "type": one.type,
        "fits": one.fits,
    }


def _table(found: "list[Seen]") -> str:
    if not found:
        return "the design has no components: there is nothing to show"
    rows = [(one.name, one.title, _counts(one), one.verdict) for one in found]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _counts(one: "Seen") -> str:
    counts = ((one.components, "component"), (one.closed, "closed group"), (one.connections, "connection"))
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
