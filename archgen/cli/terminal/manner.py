"""How people want what is printed: whether it is coloured, and how wide lines may be."""

import os
import sys
from argparse import ArgumentParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archgen.model.exchange import Manner

CHOICES = ("auto", "always", "never")


def takes_colour(parser: ArgumentParser) -> None:
    """Whether what is printed is coloured."""
    text = "whether the text is coloured (default: auto, which heeds NO_COLOR)"
    parser.add_argument("--color", choices=CHOICES, default="auto", help=text)


def manner(color: str, *, screen: bool = True, ask: bool = False) -> "Manner":
    """Colours and the width of lines are for a terminal, unless colours are asked for; a file has neither."""
    from shutil import get_terminal_size

    from archgen.model.exchange import Manner

    terminal = screen and sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    coloured = color == "always" or (color == "auto" and terminal and not plain)
    return Manner(colour=screen and coloured, width=get_terminal_size().columns if terminal else 0, ask=ask)
