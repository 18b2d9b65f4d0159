"""Designs that code makes: which file that is, and on which lines their parts stand."""

import ast
import os
from collections.abc import Iterable, Iterator

from archgen.dsl.design import Design
from archgen.dsl.word import Word
from archgen.errors import SpecError
from archgen.loading.line_numbers import Source, places, source
from archgen.loading.text_file import read_text
from archgen.model.made_of import made_of
from archgen.model.spec import Spec


def spec_of(design: Design) -> Spec:
    """A design as if it were read from the file that makes it; from none where that is not known."""
    words = list(made_of(design))
    sources = dict(_sources(words))
    made_in = design.call_site.path if design.call_site else ""
    return Spec(design, sources[made_in].path if made_in in sources else "", places(sources, words))


def _sources(words: Iterable[Word]) -> Iterator[tuple[str, Source]]:
    """The files that make the words; what cannot be read, such as what was typed into a prompt, has no lines to show."""
    for file in sorted({word.call_site.path for word in words if word.call_site}):
        if os.path.isfile(file):  # noqa: PTH113 the path of a call site is a text
            try:
                text = read_text(file)
                yield file, source(text, ast.parse(text), near(file))
            except (SpecError, SyntaxError, ValueError):
                continue


def near(file: str) -> str:
    """A path from the current folder where it is below that."""
    try:
        below = os.path.relpath(file)
    except ValueError:  # it is on another drive
        return file
    return file if below.startswith(os.pardir) else below
