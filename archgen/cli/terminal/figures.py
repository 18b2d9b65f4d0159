"""Options of commands that draw: what figures wear, and what places their parts."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.aside import aside
from archgen.cli.terminal.options import takes_dot

if TYPE_CHECKING:
    from pathlib import Path

    from archgen.pipeline.means import Means

ENGINES = ("embedded", "system", "simple")
LONGEST = 86_400.0


def takes_figures(parser: ArgumentParser) -> None:
    """The theme and the engine."""
    theme = (
        "auto, light, dark, print or high-contrast, or FILE.toml or FILE.yaml with colours of your own; with :light or :dark, "
        "one side of a theme that has both (default: what the configuration nearest to SPEC names, else auto)"
    )
    parser.add_argument("--theme", metavar="NAME|FILE", help=theme)
    takes_dot(parser)
    engine = "what places boxes: embedded, system or simple (default: embedded, or the program that --dot or $ARCHGEN_DOT names)"
    parser.add_argument("--engine", choices=ENGINES, metavar="ENGINE", help=engine)
    limit = "how long Graphviz may take for a figure, before the simple engine draws it (default: 30)"
    parser.add_argument("--time-limit", type=_seconds, metavar="SECONDS", help=limit)


def takes_cache(parser: ArgumentParser) -> None:
    """Where pictures are kept."""
    folder = "where to keep what was drawn (default: $ARCHGEN_CACHE_DIR, else .archgen_cache)"
    parser.add_argument("--cache-dir", metavar="FOLDER", help=folder)
    parser.add_argument("--no-cache", action="store_true", help="draw everything anew, and keep nothing")


def cache_folder(means: "Means", options: Namespace) -> "Path | None":
    """Where what former builds made is kept; None where nothing is, as what a Graphviz of the system placed never is."""
    import os
    from pathlib import Path

    if options.no_cache or means.dot or means.engine or os.environ.get("ARCHGEN_DOT"):
        return None
    return Path(options.cache_dir or os.environ.get("ARCHGEN_CACHE_DIR") or ".archgen_cache")


def means(options: Namespace, folder: "Path") -> "Means":
    """By what figures are drawn; the configuration nearest to the folder has a say in it."""
    from archgen.layout.engines import TIME_LIMIT
    from archgen.pipeline.means import Means
    from archgen.pipeline.processors import processors
    from archgen.pipeline.theming import theme

    limit = options.time_limit or TIME_LIMIT
    return Means(options.dot, options.engine, limit, theme(options.theme, folder), _tell, jobs=processors())


def _tell(note: str) -> None:
    aside(f"note: {note}")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST:
        raise ArgumentTypeError(f'"{text}" is no number of seconds, such as 10 or 0.5')
    return seconds
