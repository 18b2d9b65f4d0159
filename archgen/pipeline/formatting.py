"""Design files in their one layout: read, laid out, and read again to see that they say the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from archgen.errors import Fault, Position, SpecError
from archgen.formatting import json_layout, yaml_layout
from archgen.importers.yaml_text.nodes import parse
from archgen.loading.piped import Piped
from archgen.loading.text_file import decoded, read_bytes, unreadable
from archgen.model.positioned import Node, Reading
from archgen.model.spec import STDIN

YAML = (".yaml", ".yml")
JSON = ".json"


@dataclass(frozen=True)
class Layout:
    """A file as it is and as it would be laid out."""

    path: str
    before: bytes
    after: bytes

    @property
    def changed(self) -> bool:
        """Whether the file is not laid out yet."""
        return self.before != self.after


def lay_out(path: str) -> Layout:
    """Lay a file out. Raises SpecError for what is no design in YAML or JSON, and for what would come out as another design."""
    if path and Path(path).is_dir():
        raise unreadable(path, "it is a folder; name the file of a design")
    _check_form(path)
    return lay_out_bytes(read_bytes(path), path)


def lay_out_piped(piped: Piped) -> Layout:
    """Lay out what is piped in, as the file that it stands for. Raises SpecError."""
    if piped.path != STDIN:
        _check_form(piped.path)
    return lay_out_bytes(piped.data, piped.path)


def lay_out_all(paths: Iterable[str], *, step: Callable[[str], None]) -> tuple[list[Layout], list[Fault]]:
    """Lay out every file that can be, and say what is wrong with the others."""
    layouts: list[Layout] = []
    faults: list[Fault] = []
    for path in paths:
        step(f"laying out {path}")
        try:
            layouts.append(lay_out(path))
        except SpecError as problem:
            faults.extend(problem.faults)
    return layouts, faults


def lay_out_bytes(data: bytes, path: str) -> Layout:
    """Lay out what a file of that name holds; it keeps the ends of lines that its first line has. Raises SpecError."""
    text = decoded(data, path)
    said = _design(text, path)
    made = json_layout.lay_out(text, path) if path.lower().endswith(JSON) else yaml_layout.lay_out(text, _plain)
    if not _same(text, said, made, path):
        message = "laid out, this would say something else, so it is left as it is; please report it, with the file"
        raise SpecError([Fault(message, Position(path))])
    first, _, _ = data.partition(b"\n")
    return Layout(path, data, (made.replace("\n", "\r\n") if first.endswith(b"\r") else made).encode())


def _check_form(path: str) -> None:
    if path.lower().endswith(".py"):
        raise SpecError([Fault("this is Python, which ruff or black lay out; give a design in YAML or JSON", Position(path))])
    if not path.lower().endswith((*YAML, JSON)):
        raise SpecError([Fault(f"no layout is known for this file; known suffixes: {', '.join((JSON, *YAML))}", Position(path))])


def _design(text: str, path: str) -> object:
    """What a file says, as plain data. Raises SpecError with all that the reader of designs refuses about it."""
    node = _read(text, path)
    if node.value is None:
        raise SpecError([Fault("the file is empty; a design begins with: archgen: 1", node.position)])
    reading = Reading()
    if reading.mapping(node, "a design") is None:
        raise SpecError(reading.faults)
    return node.plain()


def _read(text: str, path: str = "") -> Node:
    reading = Reading()
    node = parse(text, path, reading)
    if reading.faults:
        raise SpecError(reading.faults)
    return node


def _plain(text: str) -> object:
    return _read(text).plain()


def _same(text: str, said: object, made: str, path: str) -> bool:
    """Whether a text that was laid out says what it did before, in data and in comments."""
    try:
        # 1 and true are equal, but not the same.
        if repr(_design(made, path)) != repr(said):
            return False
    except SpecError:
        return False
    return path.lower().endswith(JSON) or yaml_layout.comments(made) == yaml_layout.comments(text)
