"""archgen explain: the page of a rule, pattern or tree."""

import click

from archgen.cli.terminal.options import as_json, format_option


@click.command(short_help="Print the page of a rule, pattern or tree.")
@click.argument("name", metavar="CODE|NAME")
@format_option
def command(name: str, form: str) -> None:
    """Print the page of a rule, pattern or decision tree: what it says, why, and when it does not apply.

    \b
    archgen explain RT001
    archgen explain websocket-behind-layer-7
    archgen explain dead-letter-queue
    """
    from archgen.pipeline.listing import named_entry

    sort, entry = named_entry(name)
    if form == "json":
        plain = {
            "sort": sort,
            "id": entry.id,
            "name": entry.name,
            "family": entry.family,
            "title": entry.title,
            "page": entry.page,
        }
        click.echo(as_json({"schema_version": 1, **plain}))
        return
    severity = getattr(entry.value, "severity", "")
    click.echo(" ".join(filter(None, (entry.code, entry.name, f"({sort}{', ' + severity if severity else ''})"))))
    click.echo()
    click.echo(entry.page)
