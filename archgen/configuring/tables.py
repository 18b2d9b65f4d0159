"""What the tables of a configuration hold, checked: keys that are known, values of the right form, rules that exist."""

from collections.abc import Callable, Collection
from typing import TypeVar

from archgen.configuring.selectors import Selector, selector
from archgen.errors import Position, suggestion
from archgen.model.catalogue import Shelf
from archgen.model.positioned import Node, Reading
from archgen.model.rule import Rule

T = TypeVar("T")


class Tables:
    """Reads the values of one file, and gathers what is wrong with them."""

    def __init__(self, rules: Shelf[Rule]) -> None:
        self.rules, self.reading = rules, Reading()

    def table(self, node: Node | None, name: str, known: Collection[str] | None = None) -> dict[str, Node]:
        """The entries of a table; where its keys are known, those alone, and a fault for each other one."""
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.reading.refuse(f"{name} is a table, not {written(node)}", node.position)
            return {}
        for key in node.value:
            if known is not None and key not in known:
                self.reading.refuse(f'{name} has no "{key}"{suggestion(key, known)}', node.keys[key])
        return {key: inner for key, inner in node.value.items() if known is None or key in known}

    def entries(self, node: Node | None, name: str, of: str, such_as: str) -> list[Node]:
        """The entries of a list."""
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.reading.refuse(f"{name} is a list of {of}, such as {such_as}, not {written(node)}", node.position)
            return []
        return node.value

    def selectors(self, node: Node | None, name: str) -> tuple[Selector, ...]:
        """Every rule, family or prefix of a list."""
        found = (self.selector(one, name) for one in self.entries(node, name, "rules", '["RT001", "caching"]'))
        return tuple(one for one in found if one)

    def selector(self, node: Node, name: str) -> Selector | None:
        """A rule, family or prefix."""
        text = self.text(node, f"an entry of {name}", '"RT001"')
        return None if text is None else self.named(text, node.position, name)

    def named(self, text: str, position: Position, name: str) -> Selector | None:
        """What a text selects."""
        return self.checked(lambda: selector(text, self.rules, origin(position), position), f"{name}: ", position)

    def text(self, node: Node | None, name: str, such_as: str) -> str | None:
        """A text that is not empty."""
        if node is None:
            return None
        if isinstance(node.value, str) and node.value.strip():
            return node.value
        given = "an empty one" if isinstance(node.value, str) else written(node)
        self.reading.refuse(f"{name} is a text, such as {such_as}, not {given}", node.position)
        return None

    def checked(self, read: Callable[[], T], before: str, position: Position) -> T | None:
        """What `read` gives; None, and a fault, where it raises ValueError."""
        try:
            return read()
        except ValueError as problem:
            self.reading.refuse(f"{before}{problem}", position)
            return None

    def one_of(self, node: Node, name: str, known: Collection[str]) -> str | None:
        """One of these texts."""
        if isinstance(node.value, str) and node.value in known:
            return node.value
        near = suggestion(node.value, known) if isinstance(node.value, str) else ""
        offer = near if near.startswith("; did") else ""
        self.reading.refuse(f"{name} must be {alternatives(known)}, not {written(node)}{offer}", node.position)
        return None


def origin(position: Position) -> str:
    """A place as it is told: the file and the line."""
    return str(Position(position.path, position.line))


def alternatives(known: Collection[str]) -> str:
    """Texts to choose from, in a sentence."""
    *others, last = (f'"{one}"' for one in known)
    return f"{', '.join(others)} or {last}" if others else last


def written(node: Node) -> str:
    """A value as TOML has it, in a few words."""
    match node.value:
        case dict():
            return "a table"
        case list():
            return "a list"
        case bool():
            return str(node.value).lower()
        case str():
            return f'"{node.value[:40]}"'
    return str(node.value)[:40]
