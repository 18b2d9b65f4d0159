"""The sections of a design's document, by their names, which stay as they are: each is a template of its own."""

from collections.abc import Sequence

# In the order in which they stand; one that has nothing to say writes nothing.
SECTIONS: Sequence[str] = (
    "problem",
    "requirements",
    "envelope",
    "solution",
    "data",
    "walkthroughs",
    "behaviours",
    "decisions",
    "patterns",
    "failures",
    "findings",
    "waivers",
    "open_questions",
    "left_out",
    "summary",
    "appendix",
)


def template_of(section: str) -> str:
    """The template that writes a section.

    >>> template_of("failures")
    'document/sections/failures.md.j2'
    """
    return f"document/sections/{section}.md.j2"
