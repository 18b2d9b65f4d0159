"""List rules, patterns, trees, figures, designs, words or numbers to know.

Figures are those of patterns and trees too; designs are those found in the current folder. Rules, patterns, trees and figures
are those of archgen, and those that the configuration of the current folder brings.

    archgen list rules
    archgen list patterns --format json
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import as_json, takes_format, takes_no_exec

SORTS = ("rules", "patterns", "trees", "figures", "designs", "words", "numbers")


def arguments(parser: ArgumentParser) -> None:
    """Take what to list."""
    parser.add_argument("sort", choices=SORTS, help="what to list")
    config = "the configuration whose rules, patterns and trees are listed too (default: that of the current folder)"
    parser.add_argument("--config", metavar="FILE", help=config)
    takes_format(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> None:
    """Print a line, or an object, an entry."""
    from archgen.configuring.command_line import CommandLine
    from archgen.pipeline.listing import rows

    found = rows(options.sort, CommandLine(config=options.config, execute=not options.no_exec))
    if options.format == "json":
        print(as_json(found))
        return
    columns = ("id", "name", "title") if options.sort == "rules" else ("id", "title")
    widths = [max((len(str(row[column])) for row in found), default=0) for column in columns]
    for row in found:
        print("  ".join(f"{row[column]!s:<{width}}" for column, width in zip(columns, widths, strict=True)).rstrip())
