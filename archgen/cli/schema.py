"""Write the JSON Schema of design files, for editors.

Name it in a YAML file, and the editor completes, explains and checks what you write:
# yaml-language-server: $schema=design.schema.json

    archgen schema
    archgen schema -o design.schema.json
"""

import sys
from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """Take where to write."""
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write; without it, the schema is printed")


def run(options: Namespace) -> None:
    """Make the schema, and save or print it."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.schema.design_schema import schema_text

    text = schema_text()
    if options.output:
        save(Path(options.output), text)
        print(options.output)
    else:
        sys.stdout.write(text)
