"""Lay a text out with the reader of designs."""

from archgen.errors import SpecError
from archgen.formatting.yaml_layout import lay_out
from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Reading


def plain(text: str) -> object:
    """What the reader makes of a text. Raises SpecError for what it refuses."""
    reading = Reading()
    value = parse(text, "d.yaml", reading).plain()
    if reading.faults:
        raise SpecError(reading.faults)
    return value


def laid_out(text: str) -> str:
    """The text, laid out."""
    return lay_out(text, plain)
