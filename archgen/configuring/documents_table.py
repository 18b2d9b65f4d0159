"""From the table [documents] of a file to what it says of documents. It is read without the rules."""

from pathlib import Path

from archgen.configuring.nearest_table import Fetch, nearest_table
from archgen.configuring.places import relative
from archgen.configuring.tables import Tables
from archgen.configuring.top_texts import TextSaid
from archgen.errors import ConfigurationError
from archgen.model.catalogue import Shelf
from archgen.model.positioned import Node

TABLE, TEMPLATES = "documents", "templates"


def templates_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """The folder of templates that the configuration nearest to a folder names; None where it names none.

    Raises ConfigurationError with all that is wrong with the table.
    """
    found = nearest_table(folder, fetch)
    return templates_of(found[0], found[1], found[2].parent) if found else None


def templates_of(root: Node, within: str, folder: Path) -> TextSaid | None:
    """The folder of templates that a file of that folder names; `within` is how it calls the root. Raises as above."""
    node = root.value.get(TABLE) if isinstance(root.value, dict) else None
    if node is None:
        return None
    reader = Tables(Shelf("rule", ()))
    table = reader.table(node, f"[{within}.{TABLE}]" if within else f"[{TABLE}]", (TEMPLATES,))
    said = reader.text(table.get(TEMPLATES), TEMPLATES, '"docs/templates"')
    if reader.reading.faults:
        raise ConfigurationError(reader.reading.faults)
    return TextSaid(said, table[TEMPLATES].position, Path(relative(folder))) if said else None
