"""Designs in other formats."""

from archgen.loading.library import exporter
from archgen.pipeline.reading import Read


def export(design: Read, format: str) -> str:
    """A design in the format of that name. Raises UnknownNameError."""
    return exporter(format).write(design.architecture)
