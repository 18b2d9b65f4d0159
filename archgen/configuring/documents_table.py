"""From the table [documents] of a file to what it says of documents. It is read without the rules."""

from pathlib import Path

from archgen.configuring.nearest_table import Fetch, nearest_table
from archgen.configuring.places import relative
from archgen.configuring.tables import Tables
from archgen.configuring.top_texts import TextSaid
from archgen.errors import ConfigurationError
from archgen.model.catalogue import Shelf

TABLE, TEMPLATES = "documents", "templates"


def templates_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """The folder of templates that the configuration nearest to a folder names; None where it names none.

    Raises ConfigurationError with all that is wrong with the table.
    """
    found = nearest_table(folder, fetch)
    node = found[0].value.get(TABLE) if found and isinstance(found[0].value, dict) else None
    if found is None or node is None:
        return None
    _, within, path = found
    reader = Tables(Shelf("rule", ()))
    table = reader.table(node, f"[{within}.{TABLE}]" if within else f"[{TABLE}]", (TEMPLATES,))
    said = reader.text(table.get(TEMPLATES), TEMPLATES, '"docs/templates"')
    if reader.reading.faults:
        raise ConfigurationError(reader.reading.faults)
    return TextSaid(said, table[TEMPLATES].position, Path(relative(path.parent))) if said else None
