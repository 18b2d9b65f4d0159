"""Notebooks: designs, behaviours, walkthroughs, patterns, decision trees and figures show themselves when they end a cell.

Nothing needs to be loaded: `from archgen import Design` is enough. What is wrong with a design is said in place of its figure.
"""

import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any, Protocol

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.decision_tree import DecisionTree
from archgen.dsl.design import Design
from archgen.dsl.later import refused
from archgen.dsl.pattern import Pattern
from archgen.dsl.showing import Form
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word
from archgen.errors import ArchgenError, Position
from archgen.figures.figure import Figure

DRAWN = (Design, Behaviour, Walkthrough, Pattern, DecisionTree, Figure)
CELL = "cell"


def shown(value: object, form: Form) -> str | None:
    """The figure of a value as SVG, or what is wrong with it as HTML; None where there is nothing of that to show."""
    if not isinstance(value, DRAWN):
        return None
    try:
        subject = _subject(value)
        return _drawn(subject, value) if form == "svg" else None
    except ArchgenError as problem:
        return f"<pre>{escape(str(problem))}</pre>" if form == "html" else None


def say_plainly(shell: "Shell") -> None:
    """Let a notebook say what is wrong with a word without a traceback, unless it treats exceptions in a way of its own."""
    if not shell.custom_exceptions:
        shell.set_custom_exc((refused(), ArchgenError), _said)


class Shell(Protocol):
    """What is asked of IPython."""

    custom_exceptions: tuple[type[BaseException], ...]

    def set_custom_exc(self, exc_tuple: tuple[type[BaseException], ...], handler: Callable[..., object]) -> None:
        """Handle exceptions of these types."""

    def showtraceback(self, exc_tuple: tuple[object, ...] | None = None, tb_offset: int | None = None) -> None:
        """Show an exception as usual."""


def _subject(value: object) -> object:
    """What figures are drawn of."""
    from archgen.model.link import link
    from archgen.pipeline.telling import scenario

    match value:
        case Pattern():
            return link(scenario(value))
        case Design():
            return link(value)
        case Behaviour():
            return link(_around(value, behaviours=[value]))
        case Walkthrough():
            return link(_around(value, walkthroughs=[value]))
    return value


def _around(value: Behaviour | Walkthrough, **sections: Any) -> Design:
    """A design with what the value speaks of, which has no other."""
    from archgen.model.referred import referred

    spoken_of = list(dict.fromkeys(referred(value)))
    parts = [part for part in spoken_of if isinstance(part, (Component, Connection))]
    return Design(value.name, parts, data=[part for part in spoken_of if isinstance(part, Data)], **sections)


def _drawn(subject: object, value: object) -> str | None:
    from archgen.pipeline.drawing import drawings, paint, place

    whole = isinstance(value, (Design, Pattern))
    found = (drawn for drawn in drawings(subject) if whole or drawn.name != "components")
    first = next(found, None)
    return paint(place(first), "svg").decode() if first else None


def _said(
    shell: Shell, kind: type[BaseException], problem: BaseException, trace: TracebackType | None, tb_offset: Any = None
) -> None:
    """Print what is wrong; what is none of archgen's is shown as usual."""
    text = str(problem) if isinstance(problem, ArchgenError) else _refused(problem, trace)
    if text:
        sys.stderr.write(f"{text}\n")
    else:
        shell.showtraceback((kind, problem, trace), tb_offset=tb_offset)


def _refused(problem: BaseException, trace: TracebackType | None) -> str:
    from archgen.model.refusal import refusals, word_named

    if not isinstance(problem, refused()):
        return ""
    word = word_named(problem.title)
    if word is Word:
        return ""
    where = _place(trace)
    return "\n".join(str(fault) for fault in refusals(problem, word, lambda _: where))


def _place(trace: TracebackType | None) -> Position:
    """The innermost line of the author's own that led to an exception."""
    own = Path(__file__).parent
    for frame in reversed(extract_tb(trace)):
        file = Path(frame.filename)
        if not file.is_relative_to(own) and "site-packages" not in file.parts:
            return Position(str(file) if file.is_file() else CELL, frame.lineno)
    return Position(CELL)
