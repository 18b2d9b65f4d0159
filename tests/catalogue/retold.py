"""Designs that are linked, written as JSON, and read again: both tell the same."""

from archgen import Design
from archgen.exporters.json import exporter
from archgen.importers.design_yaml import importer
from archgen.model.architecture import Architecture
from archgen.model.link import link
from tests.fetching import files


def retold(design: Design) -> Architecture:
    """The design, linked. Fails where it is another one after it was written and read."""
    architecture = link(design)
    text = exporter.write(architecture)
    assert exporter.write(link(importer.read(text, "design.json", files()))) == text
    return architecture
