"""The files and folders of rules that a configuration names."""

from collections.abc import Sequence

from archgen.configuring.tables import Tables
from archgen.errors import ConfigurationError, Position
from archgen.model.catalogue import Shelf
from archgen.model.positioned import Node


def rule_paths(root: Node) -> Sequence[tuple[str, Position]]:
    """Each path as it is written, and where. Raises ConfigurationError for what is no list of paths."""
    tables = Tables(Shelf("rule", ()))
    node = root.value.get("rules") if isinstance(root.value, dict) else None
    entries = tables.entries(node, "rules", "files and folders", '["rules/"]')
    found = [(tables.text(entry, "an entry of rules", '"rules/"'), entry.position) for entry in entries]
    if tables.reading.faults:
        raise ConfigurationError(tables.reading.faults)
    return [(text, place) for text, place in found if text]
