"""The sections of a design's document, by their names, which stay as they are: each is a template of its own."""

from archgen.dsl.notes import SECTIONS

__all__ = ["SECTIONS", "template_of"]


def template_of(section: str) -> str:
    """The template that writes a section.

    >>> template_of("failures")
    'document/sections/failures.md.j2'
    """
    return f"document/sections/{section}.md.j2"
