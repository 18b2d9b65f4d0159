"""Arguments and options that several commands take."""

import click

spec_argument = click.argument("spec", metavar="SPEC", type=click.Path())
no_exec_option = click.option("--no-exec", is_flag=True, help="Refuse a Python SPEC: run nothing, read data formats only.")
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people or for machines."
)
dot_option = click.option(
    "--dot", metavar="PROGRAM", envvar="ARCHGEN_DOT", help="Place boxes with this Graphviz `dot` instead of the embedded one."
)


def as_json(value: object) -> str:
    """A value as JSON text, as all commands print it."""
    import json

    return json.dumps(value, indent=2, ensure_ascii=False)
