"""Designs to start from, written in the form that their author wants to go on in."""

from collections.abc import Sequence

from archgen.dsl.design import Design
from archgen.loading import library
from archgen.model.catalogue import Entry
from archgen.model.link import link

FORMS = {"yaml": ".yaml", "python": ".py"}


def shapes() -> Sequence[Entry[object]]:
    """The starting points that there are."""
    return [library.start(name) for name in library.formats(library.STARTS)]


def started(shape: str, name: str, clients: int, rate: float, form: str, file: str) -> str:
    """The text of a design of that shape. Raises UnknownNameError for a shape that there is not."""
    entry = library.start(shape)
    design: Design = entry.value(name, clients, rate)
    text = library.exporter(form).write(link(design))
    return f"{_remark(entry, file)}\n{text}" if form == "yaml" else text


def _remark(entry: Entry[object], file: str) -> str:
    commands = {
        f"archgen lint {file}": "checks it",
        f"archgen render {file}": "draws it",
        "archgen explain service": "says what can be stated of a word",
    }
    width = max(map(len, commands))
    return "\n".join((f"# {entry.claim}", "#", *(f"# {command:<{width}}  {what}" for command, what in commands.items())))
