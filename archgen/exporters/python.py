"""Designs as Python specifications, as a person would write them: a variable for each part, then the design."""

from collections.abc import Iterable, Iterator, Sequence

from archgen.exporters.python_form.expressions import functions
from archgen.exporters.python_form.layout import STEP, WIDTH, lines
from archgen.exporters.python_form.names import Names
from archgen.exporters.python_form.statements import Statement, statements
from archgen.exporters.python_form.variables import Variables
from archgen.plugin import Architecture, Exporter, in_the_language
from archgen.plugin import python_split as split

TIMEDELTA = "timedelta"


def write(architecture: Architecture) -> str:
    """The whole design. Run, it is the same; words of its own are replaced, which a comment says."""
    restated, own = in_the_language(architecture)
    sections = list(statements(Variables(restated, Names())))
    blocks = [
        _docstring(restated.name),
        [f"# {line.rstrip()}" for word in own for line in split(str(word), WIDTH - 2)],
        *_imports(sections),
        *([line for one in section for line in lines(one.value, f"{one.name} = ")] for section in sections),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _docstring(name: str) -> list[str]:
    """What the file is; characters that a docstring would have to escape are left to the design itself."""
    plain = "".join(sign for sign in name if sign.isprintable()).replace("\\", "/").replace('"', "'")
    return [line.rstrip() for line in split(f'"""{" ".join(plain.split())}: a design for archgen."""', WIDTH)]


def _imports(sections: Iterable[Sequence[Statement]]) -> Iterator[list[str]]:
    used = {name for section in sections for one in section for name in functions(one.value)}
    if TIMEDELTA in used:
        yield ["from datetime import timedelta"]
    names = sorted(used - {TIMEDELTA}, key=lambda name: (name.islower(), name))
    line = f"from archgen import {', '.join(names)}"
    indented = (f"{' ' * STEP}{name}," for name in names)
    yield [line] if len(line) <= WIDTH else ["from archgen import (", *indented, ")"]


exporter = Exporter(".py", write)
