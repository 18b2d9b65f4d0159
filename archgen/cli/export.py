"""Write a design in another format.

`json` has every part with its id and every quantity in its base unit; `yaml` and `python` are what a person would write. These
can be read again as the same design. `mermaid`, `d2` and `dot` are for other tools to draw, and have only what those can show.

    archgen export json examples/group_chat.py
    archgen export yaml examples/group_chat.py -o group_chat.yaml
    archgen export mermaid examples/group_chat.py
"""

import sys
from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import takes_spec


def arguments(parser: ArgumentParser) -> None:
    """Take the format, the design and where to write."""
    parser.add_argument("to", metavar="FORMAT", help="json, python or yaml; mermaid, d2 or dot")
    takes_spec(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write; without it, the text is printed")


def run(options: Namespace) -> None:
    """Export, and save or print."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.pipeline.exporting import export

    text = export(read_given(options), options.to)
    if options.output:
        save(Path(options.output), text)
        print(options.output)
    else:
        sys.stdout.write(text)
