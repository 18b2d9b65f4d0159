"""Data with the place of every value: what a reader of YAML or JSON hands to the importer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from archgen.errors import Fault, Position, SpecError
from archgen.values import dataclass

Scalar = str | int | float | bool | None
# Nobody reads more of them, and looking for what was meant takes its time.
MAX_FAULTS = 200


@dataclass(frozen=True)
class Node:
    """A value and where it is written. A mapping keeps the place of each key too."""

    value: "Scalar | list[Node] | dict[str, Node]"
    position: Position
    keys: Mapping[str, Position] = field(default_factory=dict)

    def plain(self) -> object:
        """The value as plain data, without places."""
        match self.value:
            case dict():
                return {key: node.plain() for key, node in self.value.items()}
            case list():
                return [node.plain() for node in self.value]
        return self.value

    def at(self, *path: str | int) -> Position:
        """The place of what stands at that path, or of the nearest thing around it."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and isinstance(step, str):
                inner = node.value.get(step)
                if inner is None:
                    return node.keys.get(step, node.position)
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                inner = node.value[step]
            else:
                return node.position
            node = inner
        return node.position


class Reading:
    """The faults gathered while a file is read, so that all of them are said at once. Too many of them raise SpecError."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def refuse(self, message: str, position: Position) -> None:
        """Note that something is wrong, and go on."""
        self.add([Fault(message, position)])

    def add(self, faults: Iterable[Fault]) -> None:
        """Note all that is wrong with something, and go on."""
        for fault in faults:
            self.faults.append(fault)
            if self.full:
                rest = f"more than {MAX_FAULTS} things are wrong; mend these first, then the others are said"
                raise SpecError([*sorted(self.faults[:-1], key=_place), Fault(rest)])

    @property
    def full(self) -> bool:
        """Whether so much is wrong that the rest is not looked for."""
        return len(self.faults) > MAX_FAULTS

    def mapping(self, node: Node, what: str) -> dict[str, Node] | None:
        """The node as a mapping, an empty one where it holds nothing; None, and a fault, where it is something else."""
        if node.value is None or isinstance(node.value, dict):
            return node.value or {}
        instead = '; write "name: value" in place of "- value"' if isinstance(node.value, list) else ""
        self.refuse(f"{what} is a mapping of names to values, not {described(node)}{instead}", node.position)
        return None

    def items(self, node: Node, what: str) -> list[Node]:
        """The node as a list; an empty one, and a fault, where it is something else."""
        if isinstance(node.value, list):
            return node.value
        if node.value is not None:
            instead = '; begin each entry with "- "' if isinstance(node.value, dict) else ""
            self.refuse(f"{what} is a list, not {described(node)}{instead}", node.position)
        return []

    def text(self, node: Node, what: str) -> str | None:
        """The node as text; None, and a fault, where it is something else."""
        if isinstance(node.value, str):
            return node.value
        self.refuse(f"{what} is a text, not {described(node)}", node.position)
        return None

    def texts(self, node: Node, what: str) -> Iterator[tuple[str, str]]:
        """The node as a mapping of texts to texts."""
        for key, inner in (self.mapping(node, what) or {}).items():
            said = self.text(inner, f"{what}: {key}")
            if said is not None:
                yield key, said


def _place(fault: Fault) -> tuple[str, int, int]:
    position = fault.position or Position("")
    return position.path, position.line or 0, position.column or 0


def described(node: Node) -> str:
    """What a value is, in a few words."""
    match node.value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "nothing"
        case bool():
            return str(node.value).lower()
        case str():
            return f'"{node.value[:40]}"'
    return str(node.value)[:40]
