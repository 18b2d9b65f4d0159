"""archgen export: write a design in another format."""

from pathlib import Path

import click

from archgen.cli.terminal.options import no_exec_option, spec_argument


@click.command(short_help="Write a design in another format.")
@click.argument("format", metavar="FORMAT")
@spec_argument
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to write; else it is printed.")
@no_exec_option
def command(format: str, spec: str, output: Path | None, no_exec: bool) -> None:
    """Write a design in another format. `json` has every part with its id and every quantity in its base unit.

    \b
    archgen export json examples/group_chat.py -o group_chat.json
    """
    from archgen.cli.terminal.saving import save
    from archgen.pipeline.exporting import export
    from archgen.pipeline.reading import read

    text = export(read(spec, execute=not no_exec), format)
    if output:
        save(output, text)
    else:
        click.echo(text, nl=False)
