"""archgen list: everything that can be named."""

import click

from archgen.cli.terminal.options import as_json, format_option

SORTS = ("rules", "patterns", "trees", "figures", "designs", "words")


@click.command(short_help="List rules, patterns, trees, figures, designs or words.")
@click.argument("sort", metavar="|".join(SORTS), type=click.Choice(SORTS))
@format_option
def command(sort: str, form: str) -> None:
    """List everything of one sort that can be named.

    Figures are those of the library's patterns and trees; designs are those found in the current folder.

    \b
    archgen list rules
    archgen list patterns --format json
    """
    from archgen.pipeline import listing

    rows = listing.rows(sort)
    if form == "json":
        click.echo(as_json(rows))
        return
    width = max((len(str(row["id"])) for row in rows), default=0)
    names = max((len(str(row["name"])) for row in rows), default=0) if sort == "rules" else 0
    for row in rows:
        click.echo(f"{row['id']:<{width}}  " + (f"{row['name']:<{names}}  " if names else "") + str(row["title"]))
