"""archgen new: write a design to start from."""

import json
from pathlib import Path

import click


@click.command(short_help="Write a design to start from.")
@click.argument("name", metavar="NAME")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write.  [default: NAME in snake case, .yaml]",
)
@click.option("--clients", type=click.IntRange(min=1), default=10_000, show_default=True, help="How many clients there are.")
@click.option("--reads", type=click.FloatRange(min=0), default=200, show_default=True, help="Reads per second of all clients.")
def command(name: str, output: Path | None, clients: int, reads: float) -> None:
    """Write a small design that lints clean and draws at once, as YAML, or as Python where FILE ends with .py.

    \b
    archgen new "Ticket booking"
    archgen new "Ticket booking" -o architecture.py --clients 200000
    """
    from archgen.cli.terminal.saving import save
    from archgen.dsl.component import slug
    from archgen.loading.shipped import shipped

    target = output or Path(f"{slug(name)}.yaml")
    if target.suffix not in (".py", ".yaml", ".yml"):
        raise click.UsageError(f"a design is written as .yaml or .py, not {target.suffix or target}")
    if target.exists():
        raise click.UsageError(f"{target} exists already; give another file with -o")
    template = (shipped("templates") / "new" / f"design{'.py' if target.suffix == '.py' else '.yaml'}.txt").read_text()
    text = template.replace("{name}", json.dumps(name, ensure_ascii=False)).replace("{clients}", str(clients))
    save(target, text.replace("{reads}", f"{reads:g}"))
    click.echo(str(target))
