"""Write a design in another format.

`json` has every part with its id and every quantity in its base unit; `yaml` and `python` are what a person would write. All
can be read again as the same design.

    archgen export json examples/group_chat.py
    archgen export yaml examples/group_chat.py -o group_chat.yaml
"""

import sys
from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import takes_spec


def arguments(parser: ArgumentParser) -> None:
    """Take the format, the design and where to write."""
    parser.add_argument("to", metavar="FORMAT", help="json, python or yaml")
    takes_spec(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write; without it, the text is printed")


def run(options: Namespace) -> None:
    """Export, and save or print."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.pipeline.exporting import export
    from archgen.pipeline.reading import read

    text = export(read(options.spec, execute=not options.no_exec), options.to)
    if options.output:
        save(Path(options.output), text)
        print(options.output)
    else:
        sys.stdout.write(text)
